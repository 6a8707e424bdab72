/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-picture.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "academy-canvas-cairo.h"
#include "academy-error.h"
#include "academy-pdf.h"
#include "academy-png.h"
#include "academy-svg.h"

/* The margins of a page and of a picture, in points. That of a page, one
 * centimetre, is wider than the edge that printers cannot print on. */
#define PAGE_MARGIN    28.35
#define PICTURE_MARGIN 12

/* The best and the least resolution of a PNG, in pixels to the point, and the
 * largest side and area that other programs open. */
#define BEST_SCALE  (2 * 96. / 72.)
#define LEAST_SCALE (96. / 72.)
#define MOST_SIDE   32767
#define MOST_PIXELS 100e6

/* The length of the beginning of a PNG into which the title is inserted. */
#define HEAD 64

/* The number of pages that are drawn on one surface of an SVG: enough for the
 * outlines of their glyphs, which each surface has, to be few, and so few that
 * writing them takes not much longer than a frame. */
#define PAGES_OF_PART 10

/* A document on its way into a file. */
typedef struct {
  /* Owned */
  AcademyDocument       *document;
  AcademyScratch        *content;
  GByteArray            *head;
  AcademySvg            *svg;
  cairo_surface_t       *surface;
  cairo_t               *cr;
  GError                *error;

  AcademyPictureFormat   format;
  double                 margin;
  guint                  page;

  GFileProgressCallback  progress;
  gpointer               progress_data;
} Picture;

static Picture *
picture_new (AcademyDocument      *document,
             AcademyPictureFormat  format,
             AcademyScratch       *content)
{
  Picture *self = g_new0 (Picture, 1);
  const AcademyDocumentFacts *facts = academy_document_get_facts (document);
  const AcademySheet *sheet = academy_document_get_sheet (document);

  self->document = g_object_ref (document);
  self->content = academy_scratch_ref (content);
  self->format = format;
  self->margin = format == ACADEMY_PICTURE_PDF ? PAGE_MARGIN : PICTURE_MARGIN;
  if (format == ACADEMY_PICTURE_PDF)
    {
      academy_document_set_area (document, sheet->width - 2 * self->margin, sheet->height - 2 * self->margin);
      academy_document_set_tagged (document);
    }
  else
    academy_document_set_picture (document);

  if (format == ACADEMY_PICTURE_SVG)
    self->svg = academy_svg_new (facts->title, facts->description, academy_language_get_code (facts->language));
  else if (format == ACADEMY_PICTURE_PNG)
    self->head = g_byte_array_new ();

  return self;
}

static void
picture_free (Picture *self)
{
  g_clear_pointer (&self->cr, cairo_destroy);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_pointer (&self->head, g_byte_array_unref);
  g_clear_pointer (&self->svg, academy_svg_free);
  g_clear_pointer (&self->content, academy_scratch_unref);
  g_clear_object (&self->document);
  g_clear_error (&self->error);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Picture, picture_free)

/* Writes the beginning of a PNG with the title, for which Cairo has no function.
 * Fails rather than write a file without a title, when another version of Cairo
 * writes its files differently. */
static gboolean
write_head (Picture *self)
{
  const AcademyDocumentFacts *facts = academy_document_get_facts (self->document);
  g_autoptr(GByteArray) head = g_steal_pointer (&self->head);

  return academy_png_set_title (head, facts->title, facts->description, academy_language_get_code (facts->language)) &&
         academy_scratch_write (self->content, head->data, head->len, &self->error);
}

static cairo_status_t
append (void                *closure,
        const unsigned char *data,
        unsigned int         length)
{
  Picture *self = closure;
  gboolean written;

  if (self->error != NULL)
    return CAIRO_STATUS_WRITE_ERROR;

  if (self->svg != NULL)
    written = academy_svg_write (self->svg, (const char *) data, length, self->content, &self->error);
  else if (self->head == NULL)
    written = academy_scratch_write (self->content, data, length, &self->error);
  else
    {
      g_byte_array_append (self->head, data, length);
      written = self->head->len < HEAD || write_head (self);
    }

  return written ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

static gboolean
check (Picture         *self,
       cairo_status_t   status,
       GError         **error)
{
  if (self->error != NULL)
    g_propagate_error (error, g_error_copy (self->error));
  else if (status != CAIRO_STATUS_SUCCESS)
    g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_FAILED, _("This cannot be drawn: %s"), cairo_status_to_string (status));
  else
    return TRUE;

  return FALSE;
}

static void
set_metadata (Picture *self)
{
  const AcademyDocumentFacts *facts = academy_document_get_facts (self->document);

  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_TITLE, facts->title);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_SUBJECT, facts->subject);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATOR, GETTEXT_PACKAGE " " ACADEMY_VERSION);
  if (facts->author != NULL)
    cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_AUTHOR, facts->author);
}

/* Returns the best scale at which other programs can still open the picture. */
static double
choose_scale (double width,
              double height)
{
  return MIN (MIN (BEST_SCALE, MOST_SIDE / MAX (width, height)), sqrt (MOST_PIXELS / (width * height)));
}

static void
get_size (Picture *self,
          double  *width,
          double  *height)
{
  academy_document_get_size (self->document, width, height);
  *width += 2 * self->margin;
  *height += 2 * self->margin;
}

static gboolean
check_size (Picture  *self,
            GError  **error)
{
  double width, height;

  get_size (self, &width, &height);
  if (self->format != ACADEMY_PICTURE_PNG || choose_scale (width, height) >= LEAST_SCALE)
    return TRUE;

  g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_FAILED,
               _("This is too large for a PNG picture. Choose SVG or PDF."));
  return FALSE;
}

static void
create_pixels (Picture *self,
               double   width,
               double   height)
{
  double scale = choose_scale (width, height);

  self->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, floor (width * scale), floor (height * scale));
  cairo_surface_set_device_scale (self->surface, scale, scale);
}

static gboolean
create_surface (Picture  *self,
                GError  **error)
{
  double width, height;

  get_size (self, &width, &height);
  switch (self->format)
    {
    case ACADEMY_PICTURE_PDF:
      self->surface = cairo_pdf_surface_create_for_stream (append, self, width, height);
      cairo_pdf_surface_restrict_to_version (self->surface, CAIRO_PDF_VERSION_1_4);
      set_metadata (self);
      break;
    case ACADEMY_PICTURE_SVG:
      self->surface = cairo_svg_surface_create_for_stream (append, self, width, height);
      break;
    case ACADEMY_PICTURE_PNG:
    default:
      create_pixels (self, width, height);
      break;
    }

  self->cr = cairo_create (self->surface);
  if (self->format == ACADEMY_PICTURE_PDF)
    cairo_tag_begin (self->cr, "Document", NULL);
  else if (self->page == 0)
    {
      cairo_set_source_rgb (self->cr, 1, 1, 1);
      cairo_paint (self->cr);
    }

  return check (self, cairo_status (self->cr), error);
}

static gboolean
draw_page (Picture  *self,
           GError  **error)
{
  AcademyCairoCanvas canvas;
  gboolean drawn;

  cairo_save (self->cr);
  cairo_translate (self->cr, self->margin, self->margin);
  drawn = academy_document_draw_page (self->document, self->page, academy_cairo_canvas_init (&canvas, self->cr), error);
  cairo_restore (self->cr);
  if (!drawn)
    return FALSE;

  self->page++;
  if (self->format == ACADEMY_PICTURE_PDF)
    {
      if (self->page == academy_document_get_n_pages (self->document))
        cairo_tag_end (self->cr, "Document");
      cairo_show_page (self->cr);
    }

  return check (self, cairo_status (self->cr), error);
}

static void
add_outline (Picture *self)
{
  GArray *outline = academy_document_get_outline (self->document);

  for (guint i = 0; i < outline->len; i++)
    {
      const AcademyDocumentHeading *heading = &g_array_index (outline, AcademyDocumentHeading, i);
      char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *place = NULL;

      g_ascii_formatd (x, sizeof x, "%.1f", self->margin);
      g_ascii_formatd (y, sizeof y, "%.1f", self->margin + heading->y);
      place = g_strdup_printf ("page=%u pos=[%s %s]", heading->page + 1, x, y);
      cairo_pdf_surface_add_outline (self->surface, CAIRO_PDF_OUTLINE_ROOT, heading->title, place, 0);
    }
}

static gboolean
finish_surface (Picture  *self,
                GError  **error)
{
  g_clear_pointer (&self->cr, cairo_destroy);
  cairo_surface_finish (self->surface);

  return check (self, cairo_surface_status (self->surface), error);
}

/* Continues an SVG on another surface. */
static gboolean
begin_part (Picture  *self,
            GError  **error)
{
  if (!finish_surface (self, error))
    return FALSE;

  g_clear_pointer (&self->surface, cairo_surface_destroy);
  return (academy_svg_begin_part (self->svg) || check (self, CAIRO_STATUS_WRITE_ERROR, error)) && create_surface (self, error);
}

/* Paginates or draws for about as long as a frame lasts. Refuses a picture that is
 * too large as early as that is known. */
static gboolean
advance (Picture   *self,
         gboolean  *drawn,
         GError   **error)
{
  gboolean paginated;

  *drawn = FALSE;
  if (self->surface == NULL)
    return check_size (self, error) && academy_document_paginate (self->document, &paginated, error) &&
           (!paginated || (check_size (self, error) && create_surface (self, error)));

  if (self->svg != NULL && self->page > 0 && self->page % PAGES_OF_PART == 0 && !begin_part (self, error))
    return FALSE;
  if (!draw_page (self, error))
    return FALSE;

  *drawn = self->page == academy_document_get_n_pages (self->document);
  if (*drawn && self->format == ACADEMY_PICTURE_PDF)
    add_outline (self);

  return TRUE;
}

static GString *
create_update (Picture     *self,
               GMappedFile *pdf)
{
  const AcademyDocumentFacts *facts = academy_document_get_facts (self->document);
  GArray *drawn = academy_document_get_figures (self->document);
  g_autoptr(GArray) figures = g_array_new (FALSE, FALSE, sizeof (AcademyPdfFigure));
  AcademyPdfFacts told = {
    .title = facts->title,
    .subject = facts->subject,
    .author = facts->author,
    .code = academy_language_get_code (facts->language),
    .figures = figures,
  };
  double width, height;

  academy_document_get_size (self->document, &width, &height);
  for (guint i = 0; i < drawn->len; i++)
    {
      const AcademyDocumentFigure *figure = &g_array_index (drawn, AcademyDocumentFigure, i);
      AcademyPdfFigure place = {
        .alternative = figure->alternative,
        .left = self->margin,
        .bottom = self->margin + height - figure->y - figure->height,
        .right = self->margin + figure->width,
        .top = self->margin + height - figure->y,
      };

      g_array_append_val (figures, place);
    }

  return academy_pdf_create_update (g_mapped_file_get_contents (pdf), g_mapped_file_get_length (pdf) - 1, &told);
}

/* Appends what Cairo cannot write to the finished PDF. */
static gboolean
complete_pdf (Picture  *self,
              GError  **error)
{
  g_autoptr(GMappedFile) pdf = academy_scratch_map (self->content, error);
  g_autoptr(GString) update = pdf != NULL ? create_update (self, pdf) : NULL;

  if (pdf == NULL)
    return FALSE;
  if (update == NULL)
    return check (self, CAIRO_STATUS_WRITE_ERROR, error);

  return academy_scratch_write (self->content, update->str, update->len, error);
}

static gboolean
write_png (Picture  *self,
           GError  **error)
{
  cairo_status_t status = cairo_surface_write_to_png_stream (self->surface, append, self);

  if (status == CAIRO_STATUS_SUCCESS && self->head != NULL && !write_head (self))
    status = CAIRO_STATUS_WRITE_ERROR;

  return check (self, status, error);
}

/* Encodes the drawn surface. It changes nothing but the surface and the content, so
 * that it may run in a worker thread. */
static gboolean
finish (Picture  *self,
        GError  **error)
{
  switch (self->format)
    {
    case ACADEMY_PICTURE_PDF:
      return finish_surface (self, error) && complete_pdf (self, error);
    case ACADEMY_PICTURE_SVG:
      return finish_surface (self, error) &&
             (academy_svg_finish (self->svg, self->content, &self->error) || check (self, CAIRO_STATUS_WRITE_ERROR, error));
    case ACADEMY_PICTURE_PNG:
    default:
      return write_png (self, error);
    }
}

/**
 * academy_picture_make:
 * @document: a document
 * @format: the format of the file
 * @content: an empty file, which gets the content
 * @cancellable: (nullable): cancels the drawing
 * @error: return location for an error: the file cannot be read, the picture is
 *   too large for @format, or the disk is full
 *
 * Draws a document and blocks until it is drawn.
 *
 * Returns: whether @content is complete
 */
gboolean
academy_picture_make (AcademyDocument       *document,
                      AcademyPictureFormat   format,
                      AcademyScratch        *content,
                      GCancellable          *cancellable,
                      GError               **error)
{
  g_autoptr(Picture) picture = picture_new (document, format, content);
  gboolean drawn = FALSE;

  while (!drawn)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) || !advance (picture, &drawn, error))
      return FALSE;

  return finish (picture, error);
}

/* The thread borrows the picture: the last reference to the document must be
 * dropped in the main thread, to which its connection to the file belongs. */
static void
finish_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  GError *error = NULL;

  if (finish (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
finished_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr(GTask) task = data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
finish_later (GTask   *task,
              Picture *picture)
{
  g_autoptr(GTask) inner = g_task_new (NULL, g_task_get_cancellable (task), finished_cb, g_object_ref (task));

  g_task_set_source_tag (inner, finish_later);
  g_task_set_task_data (inner, picture, NULL);
  g_task_run_in_thread (inner, finish_in_thread);
}

static gboolean
advance_cb (gpointer data)
{
  GTask *task = data;
  Picture *picture = g_task_get_task_data (task);
  gboolean drawn;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return G_SOURCE_REMOVE;
  if (!advance (picture, &drawn, &error))
    {
      g_task_return_error (task, error);
      return G_SOURCE_REMOVE;
    }

  if (picture->surface != NULL && picture->progress != NULL)
    picture->progress (picture->page, academy_document_get_n_pages (picture->document), picture->progress_data);
  if (!drawn)
    return G_SOURCE_CONTINUE;

  finish_later (task, picture);
  return G_SOURCE_REMOVE;
}

/**
 * academy_picture_make_async:
 * @document: a document that nothing else uses until @callback is called
 * @format: the format of the file
 * @content: an empty file, which gets the content
 * @cancellable: (nullable): cancels the drawing
 * @progress: (nullable): called after each page, with the number of drawn pages
 *   and of all pages
 * @progress_data: data for @progress
 * @callback: called when the picture is made
 * @data: data for @callback
 *
 * Draws a document page by page while the main loop is idle, so that the windows
 * stay responsive, and encodes it in a worker thread.
 */
void
academy_picture_make_async (AcademyDocument       *document,
                            AcademyPictureFormat   format,
                            AcademyScratch        *content,
                            GCancellable          *cancellable,
                            GFileProgressCallback  progress,
                            gpointer               progress_data,
                            GAsyncReadyCallback    callback,
                            gpointer               data)
{
  GTask *task = g_task_new (document, cancellable, callback, data);
  Picture *picture = picture_new (document, format, content);

  picture->progress = progress;
  picture->progress_data = progress_data;
  g_task_set_source_tag (task, academy_picture_make_async);
  g_task_set_task_data (task, picture, (GDestroyNotify) picture_free);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, advance_cb, task, g_object_unref);
}

/**
 * academy_picture_make_finish:
 * @document: the document
 * @result: the result passed to the callback
 * @error: return location for an error
 *
 * Returns: whether the content is complete
 */
gboolean
academy_picture_make_finish (AcademyDocument  *document,
                             GAsyncResult     *result,
                             GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, document), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
