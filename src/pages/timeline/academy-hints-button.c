/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-hints-button.h"

#include <glib/gi18n-lib.h>

#include "academy-descendant.h"
#include "academy-hints.h"
#include "academy-kinds.h"
#include "academy-organisation.h"

#define MOST_ROWS    100
#define MOST_COUNTED 99
#define LIST_WIDTH   340
#define LIST_HEIGHT  420

#define ACADEMY_TYPE_HINT_ROW (academy_hint_row_get_type ())

G_DECLARE_FINAL_TYPE (AcademyHintRow, academy_hint_row, ACADEMY, HINT_ROW, GtkListBoxRow)

struct _AcademyHintRow {
  GtkListBoxRow  parent_instance;

  /* Owned */
  AcademyHint   *hint;
};

G_DEFINE_FINAL_TYPE (AcademyHintRow, academy_hint_row, GTK_TYPE_LIST_BOX_ROW)

static void
academy_hint_row_finalize (GObject *object)
{
  g_clear_pointer (&ACADEMY_HINT_ROW (object)->hint, academy_hint_free);

  G_OBJECT_CLASS (academy_hint_row_parent_class)->finalize (object);
}

static void
academy_hint_row_class_init (AcademyHintRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = academy_hint_row_finalize;
}

static void
academy_hint_row_init (AcademyHintRow *self)
{
}

static GtkListBox *
get_list (GtkWidget *button)
{
  GtkPopover *popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (button));

  return GTK_LIST_BOX (academy_descendant_find (GTK_WIDGET (popover), GTK_TYPE_LIST_BOX));
}

static GtkLabel *
get_count (GtkWidget *button)
{
  return GTK_LABEL (gtk_widget_get_last_child (gtk_menu_button_get_child (GTK_MENU_BUTTON (button))));
}

/* Adds the name of the organisation when the timeline shows the whole programme. */
static char *
dup_text (const AcademyHint    *hint,
          AcademyTimelineModel *model)
{
  g_autoptr(AcademyItem) organisation = NULL;
  g_autofree char *name = NULL;

  if (academy_timeline_model_get_organisation (model) != NULL || hint->organisation == NULL)
    return g_strdup (hint->text);

  organisation = academy_store_get (academy_timeline_model_get_store (model), &academy_organisation_kind,
                                    hint->organisation, NULL);
  if (organisation == NULL)
    return g_strdup (hint->text);

  name = academy_organisation_dup_short_name (organisation, academy_language_get_default ());
  /* Translators: an organisation, and a hint about its dates */
  return g_strdup_printf (_("%s: %s"), name, hint->text);
}

static GtkWidget *
create_row (const AcademyHint    *hint,
            AcademyTimelineModel *model)
{
  g_autofree char *text = dup_text (hint, model);
  GtkWidget *row = g_object_new (ACADEMY_TYPE_HINT_ROW, NULL);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  ACADEMY_HINT_ROW (row)->hint = academy_hint_copy (hint);

  return row;
}

/* Updates the list, and hides the button without hints. */
static void
update (GtkWidget            *button,
        AcademyTimelineModel *model)
{
  GPtrArray *hints = academy_timeline_model_get_hints (model);
  guint n_hints = hints != NULL ? hints->len : 0;
  /* Limit the number, since the toolbar may have little room. */
  g_autofree char *number = g_strdup_printf (n_hints > MOST_COUNTED ? "%u+" : "%u", MIN (n_hints, MOST_COUNTED));
  g_autofree char *tooltip = g_strdup_printf (ngettext ("%u hint", "%u hints", n_hints), n_hints);

  gtk_widget_set_visible (button, n_hints > 0);
  gtk_label_set_label (get_count (button), number);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);

  gtk_list_box_remove_all (get_list (button));
  for (guint i = 0; i < MIN (n_hints, MOST_ROWS); i++)
    gtk_list_box_append (get_list (button), create_row (g_ptr_array_index (hints, i), model));
}

static void
row_activated_cb (AcademyTimelineView *view,
                  GtkListBoxRow       *row)
{
  const AcademyHint *hint = ACADEMY_HINT_ROW (row)->hint;

  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (row), GTK_TYPE_POPOVER)));
  if (hint->item != NULL)
    academy_timeline_view_show_item (view, hint->item);
  else
    academy_timeline_view_show_day (view, hint->day);
}

static GtkWidget *
create_popover (AcademyTimelineView *view)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "hints");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Hints"), -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), view, G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), LIST_HEIGHT);
  gtk_widget_set_size_request (scrolled, LIST_WIDTH, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);

  return popover;
}

/**
 * academy_hints_button_new:
 * @view: a timeline
 *
 * Returns: (transfer floating): a button with the number of hints about @view,
 *   which lists them and scrolls to their items
 */
GtkWidget *
academy_hints_button_new (AcademyTimelineView *view)
{
  AcademyTimelineModel *model = academy_timeline_view_get_model (view);
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  gtk_box_append (GTK_BOX (content), gtk_label_new (NULL));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), content);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), create_popover (view));
  g_signal_connect_object (model, "changed", G_CALLBACK (update), button, G_CONNECT_SWAPPED);
  update (button, model);

  return button;
}
