/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "academy-store.h"

G_BEGIN_DECLS

gboolean academy_store_save_copy        (AcademyStore         *self,
                                         const char           *path,
                                         GError              **error);
void     academy_store_save_copy_async  (AcademyStore         *self,
                                         const char           *path,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              data);
gboolean academy_store_save_copy_finish (AcademyStore         *self,
                                         GAsyncResult         *result,
                                         GError              **error);

G_END_DECLS
