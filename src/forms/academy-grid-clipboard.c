/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-grid-clipboard.h"

#include <string.h>

static GdkContentProvider *
create_provider (const char *type,
                 const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  return gdk_content_provider_new_for_bytes (type, bytes);
}

/**
 * academy_grid_clipboard_set:
 * @widget: a widget of the display
 * @grid: what is copied
 *
 * Gives the clipboard @grid as HTML, as text in columns and as plain text: programs
 * take what they know. The texts are made at once, for the items may change.
 */
void
academy_grid_clipboard_set (GtkWidget   *widget,
                            AcademyGrid *grid)
{
  g_autofree char *html = academy_grid_to_html (grid);
  g_autofree char *text = academy_grid_to_text (grid);
  gboolean is_cell = academy_grid_get_n_rows (grid) == 1 && academy_grid_get_n_columns (grid) == 1;
  GdkContentProvider *providers[] = {
    create_provider ("text/html", html),
    create_provider ("text/tab-separated-values", text),
    gdk_content_provider_new_typed (G_TYPE_STRING, is_cell ? academy_grid_get_text (grid, 0, 0) : text),
  };
  g_autoptr(GdkContentProvider) provider = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));

  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), provider);
}
