/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-subtitle.h"

#include "academy-descendant.h"

static void
update_cb (AcademyItem    *item,
           GParamSpec     *pspec,
           AdwWindowTitle *title)
{
  g_autofree char *subtitle = academy_item_dup_title (item, academy_language_get_default ());

  adw_window_title_set_subtitle (title, subtitle);
}

/**
 * academy_subtitle_show:
 * @page: a page with a header bar
 * @item: what the page is about
 *
 * Shows the title of @item below that of @page.
 */
void
academy_subtitle_show (AdwNavigationPage *page,
                       AcademyItem       *item)
{
  GtkWidget *header_bar = academy_descendant_find (GTK_WIDGET (page), ADW_TYPE_HEADER_BAR);
  GtkWidget *title = adw_window_title_new (NULL, NULL);

  g_object_bind_property (page, "title", title, "title", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (item, "notify", G_CALLBACK (update_cb), title, 0);
  update_cb (item, NULL, ADW_WINDOW_TITLE (title));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header_bar), title);
}
