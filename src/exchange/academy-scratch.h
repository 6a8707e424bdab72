/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * AcademyScratch: a file without a name for the content of an output file while
 * that is created. The kernel deletes it when it is closed, however the process
 * ends.
 */
typedef struct _AcademyScratch AcademyScratch;

AcademyScratch *academy_scratch_new   (const char      *target,
                                       GError         **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean        academy_scratch_write (AcademyScratch  *self,
                                       gconstpointer    data,
                                       gsize            length,
                                       GError         **error);
gboolean        academy_scratch_flush (AcademyScratch  *self,
                                       GError         **error);
GMappedFile    *academy_scratch_map   (AcademyScratch  *self,
                                       GError         **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean        academy_scratch_copy  (AcademyScratch  *self,
                                       int              fd,
                                       const char      *path,
                                       GError         **error);
AcademyScratch *academy_scratch_ref   (AcademyScratch  *self);
void            academy_scratch_unref (AcademyScratch  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyScratch, academy_scratch_unref)

G_END_DECLS
