/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * AcademyTemporary: a file that is written under a temporary name beside its
 * target, and takes the place of the target when it is complete. While one
 * exists, signals that end the process are blocked, so that none is left behind.
 */
typedef struct _AcademyTemporary AcademyTemporary;

AcademyTemporary *academy_temporary_new         (const char        *target,
                                                 int                mode,
                                                 GError           **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean          academy_temporary_is_name     (const char        *name);
const char       *academy_temporary_get_name    (AcademyTemporary  *self);
int               academy_temporary_get_fd      (AcademyTemporary  *self);
gboolean          academy_temporary_sync        (AcademyTemporary  *self,
                                                 GError           **error);
gboolean          academy_temporary_write       (AcademyTemporary  *self,
                                                 GBytes            *content,
                                                 GError           **error);
gboolean          academy_temporary_link        (AcademyTemporary  *self,
                                                 GError           **error);
gboolean          academy_temporary_replace     (AcademyTemporary  *self,
                                                 GError           **error);
void              academy_temporary_take_back   (AcademyTemporary  *self);
gboolean          academy_temporary_sync_folder (AcademyTemporary  *self,
                                                 GError           **error);
void              academy_temporary_free        (AcademyTemporary  *self);

gboolean          academy_write_all             (int                fd,
                                                 const char        *path,
                                                 gconstpointer      data,
                                                 gsize              length,
                                                 GError           **error);
gboolean          academy_write_fail            (const char        *path,
                                                 int                code,
                                                 GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyTemporary, academy_temporary_free)

G_END_DECLS
