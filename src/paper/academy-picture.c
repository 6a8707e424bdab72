/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-picture-drawing.h"

/* A drawing between the frames of a window. */
typedef struct {
  /* Owned */
  AcademyPictureDrawing *drawing;

  GFileProgressCallback  progress;
  gpointer               progress_data;
} Work;

static void
work_free (Work *work)
{
  academy_picture_drawing_free (work->drawing);
  g_free (work);
}

/**
 * academy_picture_make:
 * @document: a document
 * @format: how it is drawn
 * @cancellable: (nullable): stops it
 * @error: says why it could not be drawn
 *
 * Returns: (transfer full): what a file of @format holds
 */
GBytes *
academy_picture_make (AcademyDocument       *document,
                      AcademyPictureFormat   format,
                      GCancellable          *cancellable,
                      GError               **error)
{
  g_autoptr(AcademyPictureDrawing) drawing = academy_picture_drawing_new (document, format);
  gboolean drawn = FALSE;

  while (!drawn)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !academy_picture_drawing_advance (drawing, &drawn, error))
      return NULL;

  return academy_picture_drawing_finish (drawing, error);
}

/* It borrows the drawing, so that nothing of the document is given up in the thread. */
static void
finish_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  GError *error = NULL;
  GBytes *bytes = academy_picture_drawing_finish (data, &error);

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
finish_later (GTask *task,
              Work  *work)
{
  g_autoptr(GTask) inner = g_task_new (NULL, g_task_get_cancellable (task), finished_cb, g_object_ref (task));

  g_task_set_source_tag (inner, finish_later);
  g_task_set_task_data (inner, work->drawing, NULL);
  g_task_run_in_thread (inner, finish_in_thread);
}

static gboolean
advance_cb (gpointer data)
{
  GTask *task = data;
  Work *work = g_task_get_task_data (task);
  AcademyPictureDrawing *drawing = work->drawing;
  gboolean drawn;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return G_SOURCE_REMOVE;
  if (!academy_picture_drawing_advance (drawing, &drawn, &error))
    {
      g_task_return_error (task, error);
      return G_SOURCE_REMOVE;
    }

  if (drawing->surface != NULL && work->progress != NULL)
    work->progress (drawing->page, academy_document_get_n_pages (drawing->document), work->progress_data);
  if (!drawn)
    return G_SOURCE_CONTINUE;

  finish_later (task, work);
  return G_SOURCE_REMOVE;
}

/**
 * academy_picture_make_async:
 * @document: a document that nothing else is asked of meanwhile
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
academy_picture_make_async (AcademyDocument       *document,
                            AcademyPictureFormat   format,
                            GCancellable          *cancellable,
                            GFileProgressCallback  progress,
                            gpointer               progress_data,
                            GAsyncReadyCallback    callback,
                            gpointer               data)
{
  GTask *task = g_task_new (document, cancellable, callback, data);
  Work *work = g_new0 (Work, 1);

  work->drawing = academy_picture_drawing_new (document, format);
  work->progress = progress;
  work->progress_data = progress_data;
  g_task_set_source_tag (task, academy_picture_make_async);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, advance_cb, task, g_object_unref);
}

/**
 * academy_picture_make_finish:
 * @document: a document
 * @result: what the callback was given
 * @error: says why it could not be drawn
 *
 * Returns: (transfer full): what a file of the format holds
 */
GBytes *
academy_picture_make_finish (AcademyDocument  *document,
                             GAsyncResult     *result,
                             GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, document), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
