/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-undone-dialog.h"

#include <glib/gi18n-lib.h>

#include "academy-toast.h"
#include "academy-undone.h"

typedef struct {
  /* Owned */
  AcademyStore *store;

  /* Borrowed */
  GtkWidget    *opener;
  AdwDialog    *dialog;
  gint64        step;
} Offer;

static void
offer_free (gpointer  data,
            GClosure *closure)
{
  Offer *offer = data;

  g_clear_weak_pointer (&offer->opener);
  g_object_unref (offer->store);
  g_free (offer);
}

static void
bring_back_cb (GtkWidget *button,
               Offer     *offer)
{
  g_autoptr(AcademyStore) store = g_object_ref (offer->store);
  g_autoptr(GError) error = NULL;

  if (!academy_store_bring_back (store, offer->step, &error))
    {
      academy_toast_show_error (button, error);
      return;
    }

  if (offer->opener != NULL)
    academy_toast_show_undo (offer->opener, store, _("Brought back"));
  adw_dialog_close (offer->dialog);
}

static GtkWidget *
create_row (AcademyStore        *store,
            const AcademyUndone *undone,
            AdwDialog           *dialog,
            GtkWidget           *opener)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Bring back"));
  g_autofree char *when = academy_language_format_instant (academy_language_get_default (), undone->at);
  g_autofree char *subtitle = undone->excerpt != NULL ? g_strdup_printf ("%s\n%s", when, undone->excerpt) : g_strdup (when);
  Offer *offer = g_new0 (Offer, 1);

  offer->store = g_object_ref (store);
  offer->step = undone->step;
  offer->dialog = dialog;
  g_set_weak_pointer (&offer->opener, opener);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), undone->what);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_data (button, "clicked", G_CALLBACK (bring_back_cb), offer, offer_free, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);

  return row;
}

static GtkWidget *
create_empty (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "edit-undo-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("Nothing has been undone"));
  gtk_widget_add_css_class (page, "compact");
  return page;
}

static GtkWidget *
create_list (AcademyStore *store,
             GPtrArray    *undone,
             AdwDialog    *dialog,
             GtkWidget    *opener)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("What is brought back takes the place of what is there now; that can be undone."));
  for (guint i = 0; i < undone->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               create_row (store, g_ptr_array_index (undone, i), dialog, opener));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));

  return page;
}

/**
 * academy_undone_dialog_new:
 * @store: a store
 * @opener: a widget in the window that shows the toast with Undo
 *
 * Returns: (transfer floating): a list of undone steps, newest first, each with a
 *   button to bring it back
 */
AdwDialog *
academy_undone_dialog_new (AcademyStore *store,
                           GtkWidget    *opener)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *toasts = adw_toast_overlay_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) undone = academy_store_get_undone (store, &error);

  if (undone == NULL)
    academy_store_report (store, error);

  adw_dialog_set_title (dialog, _("Bring back what was undone"));
  adw_dialog_set_content_width (dialog, 520);
  adw_dialog_set_content_height (dialog, 560);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), undone != NULL && undone->len > 0
                                                           ? create_list (store, undone, dialog, opener) : create_empty ());
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), view);
  adw_dialog_set_child (dialog, toasts);

  return dialog;
}
