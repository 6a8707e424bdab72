/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-picture.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>
#include <math.h>

#include "academy-error.h"
#include "academy-pdf.h"
#include "academy-svg.h"

/* In points; what printers leave white is less. */
#define PAGE_MARGIN    28.35
#define PICTURE_MARGIN 12

/* Of pictures made of pixels: to a point, at best and at least, and what other
 * programs open. */
#define BEST_SCALE  (2 * 96. / 72.)
#define LEAST_SCALE (96. / 72.)
#define MOST_SIDE   32767
#define MOST_PIXELS 100e6

typedef struct {
  /* Owned */
  AcademyPaper          *paper;
  GByteArray            *bytes;
  cairo_surface_t       *surface;
  cairo_t               *cr;

  AcademyPictureFormat   format;
  double                 margin;
  guint                  page;

  GFileProgressCallback  progress;
  gpointer               progress_data;
} Picture;

static Picture *
picture_new (AcademyPaper         *paper,
             AcademyPictureFormat  format)
{
  Picture *self = g_new0 (Picture, 1);

  self->paper = g_object_ref (paper);
  self->bytes = g_byte_array_new ();
  self->format = format;
  self->margin = format == ACADEMY_PICTURE_PDF ? PAGE_MARGIN : PICTURE_MARGIN;

  return self;
}

static void
picture_free (Picture *self)
{
  g_clear_pointer (&self->cr, cairo_destroy);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_pointer (&self->bytes, g_byte_array_unref);
  g_clear_object (&self->paper);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Picture, picture_free)

static cairo_status_t
append (void                *closure,
        const unsigned char *data,
        unsigned int         length)
{
  Picture *self = closure;

  /* The length of a byte array is 32 bits. */
  if (G_MAXUINT - length < self->bytes->len)
    return CAIRO_STATUS_WRITE_ERROR;

  g_byte_array_append (self->bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check (cairo_status_t   status,
       GError         **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_FAILED, _("The timeline cannot be drawn: %s"),
               cairo_status_to_string (status));
  return FALSE;
}

static void
get_page_size (Picture *self,
               double  *width,
               double  *height)
{
  GtkPaperSize *size = gtk_paper_size_new (academy_paper_get_size (self->paper));

  *width = gtk_paper_size_get_height (size, GTK_UNIT_POINTS);
  *height = gtk_paper_size_get_width (size, GTK_UNIT_POINTS);
  gtk_paper_size_free (size);
}

static void
set_up_paper (Picture *self)
{
  double width, height;

  if (self->format != ACADEMY_PICTURE_PDF)
    {
      academy_paper_set_picture (self->paper);
      return;
    }

  get_page_size (self, &width, &height);
  academy_paper_set_area (self->paper, width - 2 * self->margin, height - 2 * self->margin);
}

static void
set_metadata (Picture *self)
{
  const AcademyPaperFacts *facts = academy_paper_get_facts (self->paper);

  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_TITLE, facts->title);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_SUBJECT, facts->subject);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATOR, GETTEXT_PACKAGE " " ACADEMY_VERSION);
  if (facts->author != NULL)
    cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_AUTHOR, facts->author);
}

/* The largest at which the picture can be opened elsewhere, up to the best. */
static double
choose_scale (double width,
              double height)
{
  return MIN (MIN (BEST_SCALE, MOST_SIDE / MAX (width, height)), sqrt (MOST_PIXELS / (width * height)));
}

static gboolean
create_pixels (Picture  *self,
               double    width,
               double    height,
               GError  **error)
{
  double scale = choose_scale (width, height);

  if (scale < LEAST_SCALE)
    {
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_FAILED,
                   _("The timeline is too large for a PNG picture. Choose SVG or PDF, or fewer days."));
      return FALSE;
    }

  self->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, floor (width * scale), floor (height * scale));
  cairo_surface_set_device_scale (self->surface, scale, scale);
  return TRUE;
}

static gboolean
create_surface (Picture  *self,
                GError  **error)
{
  double width, height;

  academy_paper_get_area (self->paper, &width, &height);
  width += 2 * self->margin;
  height += 2 * self->margin;

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
      if (!create_pixels (self, width, height, error))
        return FALSE;
      break;
    }

  self->cr = cairo_create (self->surface);
  if (self->format == ACADEMY_PICTURE_PDF)
    cairo_tag_begin (self->cr, "Document", NULL);
  else
    {
      cairo_set_source_rgb (self->cr, 1, 1, 1);
      cairo_paint (self->cr);
    }

  return check (cairo_status (self->cr), error);
}

static gboolean
draw_page (Picture  *self,
           GError  **error)
{
  gboolean drawn;

  cairo_save (self->cr);
  cairo_translate (self->cr, self->margin, self->margin);
  drawn = academy_paper_draw_page (self->paper, self->page, self->cr, error);
  cairo_restore (self->cr);
  if (!drawn)
    return FALSE;

  self->page++;
  if (self->format == ACADEMY_PICTURE_PDF)
    {
      if (self->page == academy_paper_get_n_pages (self->paper))
        cairo_tag_end (self->cr, "Document");
      cairo_show_page (self->cr);
    }

  return check (cairo_status (self->cr), error);
}

/* A part of the work that takes about a frame. */
static gboolean
advance (Picture       *self,
         gboolean      *finished,
         GCancellable  *cancellable,
         GError       **error)
{
  gboolean paginated;

  *finished = FALSE;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  if (self->surface == NULL)
    return academy_paper_paginate (self->paper, &paginated, error) && (!paginated || create_surface (self, error));

  if (!draw_page (self, error))
    return FALSE;

  *finished = self->page == academy_paper_get_n_pages (self->paper);
  return TRUE;
}

static void
add_outline (Picture *self)
{
  GArray *outline = academy_paper_get_outline (self->paper);

  for (guint i = 0; i < outline->len; i++)
    {
      const AcademyPaperHeading *heading = &g_array_index (outline, AcademyPaperHeading, i);
      char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *place = NULL;

      g_ascii_formatd (x, sizeof x, "%.1f", self->margin);
      g_ascii_formatd (y, sizeof y, "%.1f", self->margin + heading->y);
      place = g_strdup_printf ("page=%u pos=[%s %s]", heading->page + 1, x, y);
      cairo_pdf_surface_add_outline (self->surface, CAIRO_PDF_OUTLINE_ROOT, heading->title, place, 0);
    }
}

/* Says what cairo cannot say: a title, and a language. */
static gboolean
name_picture (Picture *self)
{
  const AcademyPaperFacts *facts = academy_paper_get_facts (self->paper);
  const char *code = academy_language_get_code (facts->language);

  switch (self->format)
    {
    case ACADEMY_PICTURE_PDF:
      return academy_pdf_set_language (self->bytes, code);
    case ACADEMY_PICTURE_SVG:
      return academy_svg_set_title (self->bytes, facts->title, facts->subject, code);
    case ACADEMY_PICTURE_PNG:
    default:
      return TRUE;
    }
}

/* Writes what has been drawn. It touches nothing but cairo, so that it may run
 * in a thread of its own. */
static GBytes *
finish (Picture  *self,
        GError  **error)
{
  cairo_status_t status;

  if (self->format == ACADEMY_PICTURE_PNG)
    status = cairo_surface_write_to_png_stream (self->surface, append, self);
  else
    {
      g_clear_pointer (&self->cr, cairo_destroy);
      cairo_surface_finish (self->surface);
      status = cairo_surface_status (self->surface);
    }

  if (!check (status, error))
    return NULL;
  /* What cairo writes otherwise than expected is not cairo's as it is known here. */
  if (!name_picture (self))
    {
      check (CAIRO_STATUS_WRITE_ERROR, error);
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&self->bytes));
}

/**
 * academy_picture_make:
 * @paper: a paper
 * @format: how it is drawn
 * @cancellable: (nullable): stops it
 * @error: says why it could not be drawn
 *
 * Returns: (transfer full): what a file of @format holds
 */
GBytes *
academy_picture_make (AcademyPaper          *paper,
                      AcademyPictureFormat   format,
                      GCancellable          *cancellable,
                      GError               **error)
{
  g_autoptr(Picture) self = picture_new (paper, format);
  gboolean finished = FALSE;

  set_up_paper (self);
  while (!finished)
    if (!advance (self, &finished, cancellable, error))
      return NULL;

  if (format == ACADEMY_PICTURE_PDF)
    add_outline (self);
  return finish (self, error);
}

/* It borrows the picture, so that nothing of the paper is given up in the thread. */
static void
finish_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  GError *error = NULL;
  GBytes *bytes = finish (data, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
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
  GBytes *bytes = g_task_propagate_pointer (G_TASK (result), &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
finish_later (GTask *task)
{
  g_autoptr(GTask) inner = g_task_new (NULL, g_task_get_cancellable (task), finished_cb, g_object_ref (task));

  g_task_set_source_tag (inner, finish_later);
  g_task_set_task_data (inner, g_task_get_task_data (task), NULL);
  g_task_run_in_thread (inner, finish_in_thread);
}

static gboolean
advance_cb (gpointer data)
{
  GTask *task = data;
  Picture *self = g_task_get_task_data (task);
  gboolean finished;
  GError *error = NULL;

  if (!advance (self, &finished, g_task_get_cancellable (task), &error))
    {
      g_task_return_error (task, error);
      return G_SOURCE_REMOVE;
    }

  if (self->surface != NULL && self->progress != NULL)
    self->progress (self->page, academy_paper_get_n_pages (self->paper), self->progress_data);
  if (!finished)
    return G_SOURCE_CONTINUE;

  if (self->format == ACADEMY_PICTURE_PDF)
    add_outline (self);
  finish_later (task);
  return G_SOURCE_REMOVE;
}

/**
 * academy_picture_make_async:
 * @paper: a paper that nothing else is asked of meanwhile
 * @format: how it is drawn
 * @cancellable: (nullable): stops it
 * @progress: (nullable): is told how many pages are drawn, and how many there are
 * @progress_data: for @progress
 * @callback: is called when it is done
 * @data: for @callback
 *
 * Draws page by page between the frames of a window, and writes in a thread.
 */
void
academy_picture_make_async (AcademyPaper          *paper,
                            AcademyPictureFormat   format,
                            GCancellable          *cancellable,
                            GFileProgressCallback  progress,
                            gpointer               progress_data,
                            GAsyncReadyCallback    callback,
                            gpointer               data)
{
  GTask *task = g_task_new (paper, cancellable, callback, data);
  Picture *self = picture_new (paper, format);

  self->progress = progress;
  self->progress_data = progress_data;
  set_up_paper (self);
  g_task_set_source_tag (task, academy_picture_make_async);
  g_task_set_task_data (task, self, (GDestroyNotify) picture_free);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, advance_cb, task, g_object_unref);
}

/**
 * academy_picture_make_finish:
 * @paper: a paper
 * @result: what the callback was given
 * @error: says why it could not be drawn
 *
 * Returns: (transfer full): what a file of the format holds
 */
GBytes *
academy_picture_make_finish (AcademyPaper  *paper,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, paper), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
