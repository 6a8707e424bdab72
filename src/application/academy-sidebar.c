/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-sidebar.h"

#include <glib/gi18n.h>

#include "academy-clock.h"
#include "academy-first-frame.h"
#include "academy-kinds.h"
#include "academy-organisation.h"
#include "academy-organisations.h"
#include "academy-progress.h"

/* Overview, timeline and people stand before the organisations. */
#define N_PROGRAMME_PLACES 3

struct _AcademySidebar {
  AdwBin        parent_instance;

  /* Owned */
  AcademyStore *store;
  char         *place;

  /* Borrowed */
  GtkListBox   *list;
};

enum {
  PLACE_CHOSEN,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (AcademySidebar, academy_sidebar, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

/**
 * AcademySidebar:
 *
 * The places of a programme: the programme itself, and its organisations with
 * a mark on those where something is overdue.
 *
 * Keys: arrows choose, and what is chosen is shown beside; Enter goes there,
 * and Tab leaves the list.
 */

/* A place is `overview`, `timeline`, `people`, or the id of an organisation. */
static GtkWidget *
create_row (const char *place,
            const char *title,
            const char *icon,
            const char *section)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  gtk_widget_set_name (row, place);
  g_object_set_data_full (G_OBJECT (row), "section", g_strdup (section), g_free);

  return row;
}

static void
add_mark (GtkWidget *row,
          gint64     overdue)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%d measure overdue", "%d measures overdue", overdue), (int) overdue);
  GtkWidget *mark = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_widget_add_css_class (mark, "warning");
  gtk_widget_set_tooltip_text (mark, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_box_append (GTK_BOX (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row))), mark);
}

static void
remove_mark (GtkWidget *row)
{
  GtkWidget *box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));
  GtkWidget *last = gtk_widget_get_last_child (box);

  if (!GTK_IS_IMAGE (last))
    return;

  gtk_box_remove (GTK_BOX (box), last);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static gboolean
mark_organisation (AcademySidebar  *self,
                   GtkWidget       *row,
                   GError         **error)
{
  AcademyProgress progress;
  GDate today;

  academy_clock_get_today (&today);
  if (!academy_progress_read (&progress, self->store, gtk_widget_get_name (row), &today, error))
    return FALSE;

  remove_mark (row);
  if (progress.overdue > 0)
    add_mark (row, progress.overdue);

  return TRUE;
}

/* The names are there at once; to count takes longer. */
static void
mark_organisations (GtkWidget *widget)
{
  AcademySidebar *self = ACADEMY_SIDEBAR (widget);
  g_autoptr(GError) error = NULL;
  GtkListBoxRow *row;

  for (int i = N_PROGRAMME_PLACES; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (!mark_organisation (self, GTK_WIDGET (row), &error))
      {
        academy_store_report (self->store, error);
        return;
      }
}

static void
add_organisation (AcademySidebar *self,
                  AcademyItem    *organisation)
{
  const AcademyLanguage *language = academy_language_get_default ();
  g_autofree char *title = academy_item_dup_title (organisation, language);
  g_autofree char *short_name = academy_organisation_dup_short_name (organisation, language);
  GtkWidget *row = create_row (academy_item_get_id (organisation), short_name, "user-home-symbolic",
                               _("Organisations"));

  gtk_widget_set_tooltip_text (row, title);
  gtk_list_box_append (self->list, row);
}

static void
select_place (AcademySidebar *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_strcmp0 (gtk_widget_get_name (GTK_WIDGET (row)), self->place) == 0)
      gtk_list_box_select_row (self->list, row);
}

static void
fill (AcademySidebar *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) organisations = academy_organisations_get (self->store, &error);

  gtk_list_box_remove_all (self->list);
  gtk_list_box_append (self->list, create_row ("overview", _("Overview"), "view-grid-symbolic", _("Programme")));
  gtk_list_box_append (self->list, create_row ("timeline", _("Timeline"), "x-office-calendar-symbolic", _("Programme")));
  gtk_list_box_append (self->list, create_row ("people", _("People"), "system-users-symbolic", _("Programme")));

  if (organisations == NULL)
    academy_store_report (self->store, error);
  for (guint i = 0; organisations != NULL && i < organisations->len; i++)
    add_organisation (self, g_ptr_array_index (organisations, i));

  select_place (self);
  academy_first_frame_wait (GTK_WIDGET (self), mark_organisations);
}

static void
changed_cb (AcademySidebar *self,
            AcademyChanges *changes)
{
  if (academy_changes_touch (changes, &academy_organisation_kind) ||
      academy_changes_touch (changes, &academy_measure_kind))
    fill (self);
}

static void
choose (AcademySidebar *self,
        GtkListBoxRow  *row,
        gboolean        go)
{
  g_set_str (&self->place, gtk_widget_get_name (GTK_WIDGET (row)));
  g_signal_emit (self, signals[PLACE_CHOSEN], 0, self->place, go);
}

static void
row_selected_cb (AcademySidebar *self,
                 GtkListBoxRow  *row)
{
  if (row != NULL && g_strcmp0 (self->place, gtk_widget_get_name (GTK_WIDGET (row))) != 0)
    choose (self, row, FALSE);
}

static void
row_activated_cb (AcademySidebar *self,
                  GtkListBoxRow  *row)
{
  choose (self, row, TRUE);
}

static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       data)
{
  const char *section = g_object_get_data (G_OBJECT (row), "section");
  GtkWidget *heading;

  if (before != NULL && g_strcmp0 (section, g_object_get_data (G_OBJECT (before), "section")) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  heading = gtk_label_new (section);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (heading, "dimmed");
  gtk_widget_add_css_class (heading, "sidebar-heading");
  gtk_list_box_row_set_header (row, heading);
}

static void
academy_sidebar_dispose (GObject *object)
{
  academy_sidebar_set_store (ACADEMY_SIDEBAR (object), NULL);
  g_clear_pointer (&ACADEMY_SIDEBAR (object)->place, g_free);

  G_OBJECT_CLASS (academy_sidebar_parent_class)->dispose (object);
}

static void
academy_sidebar_class_init (AcademySidebarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_sidebar_dispose;

  /**
   * AcademySidebar::place-chosen:
   * @self: the sidebar
   * @place: `overview`, `timeline`, `people`, or the id of an organisation
   * @go: whether to leave the sidebar where there is room for one of them only
   *
   * Emitted when somebody chooses a place.
   */
  signals[PLACE_CHOSEN] = g_signal_new ("place-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
academy_sidebar_init (AcademySidebar *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
  gtk_list_box_set_tab_behavior (self->list, GTK_LIST_TAB_ITEM);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Places"), -1);
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/**
 * academy_sidebar_set_store:
 * @self: a sidebar
 * @store: (nullable): the programme to show
 */
void
academy_sidebar_set_store (AcademySidebar *self,
                           AcademyStore   *store)
{
  if (self->store == store)
    return;

  if (self->store != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->store, changed_cb, self);
      g_signal_handlers_disconnect_by_func (academy_clock_get_default (), mark_organisations, self);
    }
  g_set_object (&self->store, store);
  if (store != NULL)
    {
      g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (academy_clock_get_default (), "day-changed", G_CALLBACK (mark_organisations), self,
                               G_CONNECT_SWAPPED);
      fill (self);
    }
}

/**
 * academy_sidebar_select:
 * @self: a sidebar
 * @place: `overview`, `timeline`, `people`, or the id of an organisation
 *
 * Marks @place as the one that is shown.
 */
void
academy_sidebar_select (AcademySidebar *self,
                        const char     *place)
{
  g_set_str (&self->place, place);
  select_place (self);
}
