/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "academy-document.h"
#include "academy-scratch.h"

G_BEGIN_DECLS

/**
 * AcademyPictureFormat:
 * @ACADEMY_PICTURE_PNG: one picture of pixels, at twice the resolution of a
 *   screen
 * @ACADEMY_PICTURE_SVG: one picture of vector graphics
 * @ACADEMY_PICTURE_PDF: pages of a tagged PDF (PDF/UA-1)
 *
 * The file format of a document.
 */
typedef enum {
  ACADEMY_PICTURE_PNG,
  ACADEMY_PICTURE_SVG,
  ACADEMY_PICTURE_PDF,
} AcademyPictureFormat;

gboolean academy_picture_make        (AcademyDocument        *document,
                                      AcademyPictureFormat    format,
                                      AcademyScratch         *content,
                                      GCancellable           *cancellable,
                                      GError                **error);
void     academy_picture_make_async  (AcademyDocument        *document,
                                      AcademyPictureFormat    format,
                                      AcademyScratch         *content,
                                      GCancellable           *cancellable,
                                      GFileProgressCallback   progress,
                                      gpointer                progress_data,
                                      GAsyncReadyCallback     callback,
                                      gpointer                data);
gboolean academy_picture_make_finish (AcademyDocument        *document,
                                      GAsyncResult           *result,
                                      GError                **error);

G_END_DECLS
