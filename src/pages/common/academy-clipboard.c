/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-clipboard.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "academy-error.h"

/* So long may the program that has the clipboard be silent. */
#define PATIENCE_SECONDS 5

/* So long after a copy may the types be unknown: the display asks for them. */
#define TYPES_MS         500

#define CHUNK_BYTES      (256 << 10)

/* Each call that is under way holds a reference: a program that never answers is
 * given up, though its call cannot be. */
typedef struct {
  /* Owned */
  GTask        *task;
  GCancellable *cancellable;
  GdkClipboard *clipboard;
  GInputStream *stream;
  GByteArray   *data;

  gulong        formats_id;
  guint         timeout_id;
  gboolean      is_html;
} Reading;

static void
reading_clear (gpointer data)
{
  Reading *self = data;

  g_clear_object (&self->task);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->clipboard);
  g_clear_object (&self->stream);
  g_clear_pointer (&self->data, g_byte_array_unref);
}

static void
reading_unref (gpointer data)
{
  g_rc_box_release_full (data, reading_clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_unref)

/* The types of a text, the one in UTF-8 first. */
static const char * const text_types[] = { "text/plain;charset=utf-8", "UTF8_STRING", "text/plain", NULL };

static const char *
find_text_type (GdkClipboard *clipboard)
{
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  for (guint i = 0; text_types[i] != NULL; i++)
    if (gdk_content_formats_contain_mime_type (formats, text_types[i]))
      return text_types[i];

  return gdk_content_formats_contain_gtype (formats, G_TYPE_STRING) ? text_types[0] : NULL;
}

/* Ends the reading, unless it has been given up. */
static void
end (Reading     *self,
     AcademyGrid *grid,
     GError      *error)
{
  GTask *task = g_steal_pointer (&self->task);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  if (task == NULL)
    {
      g_clear_pointer (&grid, academy_grid_free);
      g_clear_error (&error);
      return;
    }

  if (grid != NULL)
    g_task_return_pointer (task, grid, (GDestroyNotify) academy_grid_free);
  else
    g_task_return_error (task, error);
  g_object_unref (task);
}

static void
timeout_cb (gpointer data)
{
  g_autoptr(Reading) self = g_rc_box_acquire (data);

  self->timeout_id = 0;
  end (self, NULL, g_error_new_literal (ACADEMY_ERROR, ACADEMY_ERROR_BUSY,
                                        _("The program from which you copied does not answer. Copy again, then paste.")));
  g_cancellable_cancel (self->cancellable);
}

static void
wait_again (Reading *self)
{
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  self->timeout_id = g_timeout_add_seconds_once (PATIENCE_SECONDS, timeout_cb, self);
}

static void begin (Reading    *self,
                   const char *type);

/* What looks like HTML may hold no table: then its text is taken. */
static void
parse (Reading *self)
{
  /* A program that empties the clipboard leaves a text without a byte there. */
  const char *bytes = self->data->len > 0 ? (const char *) self->data->data : "";
  g_autoptr(GError) error = NULL;
  AcademyGrid *grid;
  const char *type;

  if (self->is_html)
    grid = academy_grid_new_from_html (bytes, self->data->len, &error);
  else
    {
      g_autofree char *text = g_utf8_make_valid (bytes, self->data->len);

      grid = academy_grid_new_from_text (text, &error);
    }

  type = self->is_html && g_error_matches (error, ACADEMY_ERROR, ACADEMY_ERROR_NOT_FOUND) ? find_text_type (self->clipboard)
                                                                                          : NULL;
  if (type != NULL)
    begin (self, type);
  else
    end (self, grid, g_steal_pointer (&error));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(Reading) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);

  if (self->task == NULL)
    return;
  if (bytes == NULL)
    {
      end (self, NULL, g_steal_pointer (&error));
      return;
    }

  g_byte_array_append (self->data, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (self->data->len > ACADEMY_GRID_MAX_BYTES)
    end (self, NULL, g_error_new_literal (ACADEMY_ERROR, ACADEMY_ERROR_INVALID,
                                          _("What is on the clipboard is too large. Copy fewer rows at a time.")));
  else if (g_bytes_get_size (bytes) == 0)
    parse (self);
  else
    {
      wait_again (self);
      g_input_stream_read_bytes_async (self->stream, CHUNK_BYTES, G_PRIORITY_DEFAULT, self->cancellable, read_cb,
                                       g_rc_box_acquire (self));
    }
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(Reading) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);

  if (self->task == NULL)
    return;
  if (stream == NULL)
    {
      end (self, NULL, g_steal_pointer (&error));
      return;
    }

  g_set_object (&self->stream, stream);
  g_input_stream_read_bytes_async (stream, CHUNK_BYTES, G_PRIORITY_DEFAULT, self->cancellable, read_cb,
                                   g_rc_box_acquire (self));
}

/* Asks for one type only: some programs answer whatever they are asked for. */
static void
begin (Reading    *self,
       const char *type)
{
  const char *types[] = { type, NULL };

  self->is_html = g_str_equal (type, "text/html");
  g_byte_array_set_size (self->data, 0);
  wait_again (self);
  gdk_clipboard_read_async (self->clipboard, types, G_PRIORITY_DEFAULT, self->cancellable, opened_cb,
                            g_rc_box_acquire (self));
}

/* Chooses the type: HTML has the rows and cells, whatever is in them. */
static void
choose (Reading *self)
{
  GdkContentFormats *formats = gdk_clipboard_get_formats (self->clipboard);
  const char *type = gdk_content_formats_contain_mime_type (formats, "text/html") ? "text/html"
                                                                                  : find_text_type (self->clipboard);

  if (type != NULL)
    begin (self, type);
  else
    end (self, NULL, g_error_new_literal (ACADEMY_ERROR, ACADEMY_ERROR_NOT_FOUND,
                                          _("There is no text or table on the clipboard. Copy the cells or lines first.")));
}

static gboolean
has_types (GdkClipboard *clipboard)
{
  gsize n_mime_types, n_gtypes;

  gdk_content_formats_get_mime_types (gdk_clipboard_get_formats (clipboard), &n_mime_types);
  gdk_content_formats_get_gtypes (gdk_clipboard_get_formats (clipboard), &n_gtypes);
  return n_mime_types > 0 || n_gtypes > 0;
}

/* Chooses now, whether the types are known or not. */
static void
stop_waiting (Reading *self)
{
  g_clear_signal_handler (&self->formats_id, self->clipboard);
  choose (self);
  reading_unref (self);
}

static void
unknown_cb (gpointer data)
{
  Reading *self = data;

  self->timeout_id = 0;
  stop_waiting (self);
}

static void
formats_cb (GdkClipboard *clipboard,
            GParamSpec   *pspec,
            Reading      *self)
{
  if (!has_types (clipboard))
    return;

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  stop_waiting (self);
}

/**
 * academy_clipboard_read_async:
 * @widget: the widget that wants to paste; the reading is cancelled when it is
 *   unmapped
 * @callback: called with @widget when everything is read
 * @data: data for @callback
 *
 * Reads the clipboard as rows and columns: a table of a spreadsheet or document,
 * else a text. Pictures of tables, which spreadsheets offer too, are not read.
 */
void
academy_clipboard_read_async (GtkWidget           *widget,
                              GAsyncReadyCallback  callback,
                              gpointer             data)
{
  g_autoptr(Reading) self = g_rc_box_new0 (Reading);

  self->cancellable = g_cancellable_new ();
  self->task = g_task_new (widget, NULL, callback, data);
  self->clipboard = g_object_ref (gtk_widget_get_clipboard (widget));
  self->data = g_byte_array_new ();
  g_signal_connect_object (widget, "unmap", G_CALLBACK (g_cancellable_cancel), self->cancellable, G_CONNECT_SWAPPED);

  if (has_types (self->clipboard))
    {
      choose (self);
      return;
    }

  self->formats_id = g_signal_connect (self->clipboard, "notify::formats", G_CALLBACK (formats_cb), self);
  self->timeout_id = g_timeout_add_once (TYPES_MS, unknown_cb, g_rc_box_acquire (self));
}

/**
 * academy_clipboard_read_finish:
 * @result: the result
 * @error: says why nothing could be read, or that it was cancelled
 *
 * Returns: (transfer full) (nullable): the rows and columns
 */
AcademyGrid *
academy_clipboard_read_finish (GAsyncResult  *result,
                               GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * academy_clipboard_set_texts:
 * @widget: a widget of the display
 * @html: a text with its headings and lists, for programs that take HTML
 * @text: the same for others
 *
 * Copies a text to the clipboard.
 */
void
academy_clipboard_set_texts (GtkWidget  *widget,
                             const char *html,
                             const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (html, strlen (html));
  GdkContentProvider *forms[] = {
    gdk_content_provider_new_for_bytes ("text/html", bytes),
    gdk_content_provider_new_typed (G_TYPE_STRING, text),
  };
  g_autoptr(GdkContentProvider) provider = gdk_content_provider_new_union (forms, G_N_ELEMENTS (forms));

  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), provider);
}
