/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-sidebar.h"

#include <glib/gi18n.h>

#include "academy-attention.h"
#include "academy-clock.h"
#include "academy-context-menu.h"
#include "academy-first-frame.h"
#include "academy-kept-rows.h"
#include "academy-kinds.h"
#include "academy-organisation.h"
#include "academy-organisations.h"
#include "academy-place-row.h"
#include "academy-places.h"
#include "academy-position.h"

struct _AcademySidebar {
  AdwBin           parent_instance;

  /* Template children */
  GtkListBox      *list;

  /* Owned */
  AcademyStore    *store;
  GSignalGroup    *store_signals;
  char            *place;

  /* Borrowed */
  AcademyKeptRows *organisations;

  gboolean         has_selection;
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
 * their stage and a mark when something is late. An edit changes only the rows
 * concerned.
 *
 * Keys: arrows select a row, whose place is shown beside the list; Enter goes
 * there, and Tab leaves the list. Alt with an arrow moves an organisation, as
 * dragging does.
 */

static void
add_programme (AcademySidebar *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (academy_places); i++)
    {
      GtkWidget *row = academy_place_row_new (academy_places[i].name, _("Programme"), academy_places[i].icon);

      academy_place_row_set_title (ACADEMY_PLACE_ROW (row), _(academy_places[i].title), NULL);
      gtk_list_box_append (self->list, row);
    }
}

static GtkWidget *
create_organisation (AcademyItem *organisation)
{
  return academy_place_row_new (academy_item_get_id (organisation), _("Organisations"), NULL);
}

static const char *
get_place (GtkListBoxRow *row)
{
  return academy_place_row_get_place (ACADEMY_PLACE_ROW (row));
}

static AcademyPlaceRow *
get_organisation_row (AcademySidebar *self,
                      guint           i)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, ACADEMY_N_PLACES + i);

  return row != NULL ? ACADEMY_PLACE_ROW (row) : NULL;
}

/* Counts what is late in the organisations in @changed, or in all. */
static void
mark (AcademySidebar *self,
      GHashTable     *changed)
{
  g_autoptr(GError) error = NULL;
  AcademyPlaceRow *row;

  for (guint i = 0; error == NULL && (row = get_organisation_row (self, i)) != NULL; i++)
    {
      const char *organisation = academy_place_row_get_place (row);
      guint n_late;

      if ((changed == NULL || g_hash_table_contains (changed, organisation)) &&
          academy_attention_count_late (self->store, organisation, &n_late, &error))
        academy_place_row_set_late (row, n_late);
    }

  if (error != NULL)
    academy_store_report (self->store, error);
}

static void
mark_organisations (GtkWidget *widget)
{
  if (ACADEMY_SIDEBAR (widget)->store != NULL)
    mark (ACADEMY_SIDEBAR (widget), NULL);
}

/* An archived organisation has no row. */
static void
select_place (AcademySidebar *self)
{
  GtkListBoxRow *row;
  int i = 0;

  while ((row = gtk_list_box_get_row_at_index (self->list, i)) != NULL && g_strcmp0 (get_place (row), self->place) != 0)
    i++;
  if (row != gtk_list_box_get_selected_row (self->list))
    gtk_list_box_select_row (self->list, row);
}

static gboolean
show_organisation (AcademySidebar   *self,
                   AcademyPlaceRow  *row,
                   AcademyItem      *organisation,
                   GError          **error)
{
  const AcademyLanguage *language = academy_language_get_default ();
  g_autofree char *title = academy_item_dup_title (organisation, language);
  g_autofree char *short_name = academy_organisation_dup_short_name (organisation, language);
  g_autofree char *stage = academy_organisations_dup_stage (self->store, academy_item_get_id (organisation), language,
                                                            error);

  academy_place_row_set_title (row, short_name, title);
  if (stage != NULL)
    academy_place_row_set_stage (row, stage);

  return stage != NULL;
}

/* Shows the names and stages of the organisations in @changed, or of all. */
static void
show_organisations (AcademySidebar *self,
                    GHashTable     *changed)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) organisations = academy_organisations_get (self->store, &error);

  if (organisations != NULL)
    academy_kept_rows_update (self->organisations, organisations);
  for (guint i = 0; organisations != NULL && error == NULL && i < organisations->len; i++)
    {
      AcademyItem *organisation = g_ptr_array_index (organisations, i);

      if (changed == NULL || g_hash_table_contains (changed, academy_item_get_id (organisation)))
        show_organisation (self, get_organisation_row (self, i), organisation, &error);
    }

  if (error != NULL)
    academy_store_report (self->store, error);
  /* Select the place again after a deleted organisation came back. */
  select_place (self);
}

static void
day_changed_cb (AcademySidebar *self)
{
  if (self->store == NULL)
    return;

  show_organisations (self, NULL);
  mark (self, NULL);
}

static void
changed_cb (AcademySidebar *self,
            AcademyChanges *changes)
{
  g_autoptr(GHashTable) changed = academy_organisations_get_changed (changes);

  if (changed != NULL && g_hash_table_size (changed) == 0)
    return;

  if (academy_organisations_touch_stage (changes))
    show_organisations (self, changed);
  mark (self, changed);
}

static void
choose (AcademySidebar *self,
        GtkListBoxRow  *row,
        gboolean        go)
{
  g_set_str (&self->place, get_place (row));
  g_signal_emit (self, signals[PLACE_CHOSEN], 0, self->place, go);
}

/* Where no row is selected, because the place has none, Tab selects the first one by
 * giving it the focus: that alone goes nowhere. */
static void
row_selected_cb (AcademySidebar *self,
                 GtkListBoxRow  *row)
{
  gboolean had_selection = self->has_selection;

  self->has_selection = row != NULL;
  if (row != NULL && (had_selection || self->place == NULL) && g_strcmp0 (self->place, get_place (row)) != 0)
    choose (self, row, FALSE);
}

static void
row_activated_cb (AcademySidebar *self,
                  GtkListBoxRow  *row)
{
  choose (self, row, TRUE);
}

static guint
find_organisation (GPtrArray  *organisations,
                   const char *id)
{
  guint i = 0;

  while (i < organisations->len && !g_str_equal (academy_item_get_id (g_ptr_array_index (organisations, i)), id))
    i++;

  return i;
}

/* Tells where an organisation is now, which only eyes can see. */
static void
tell_place (AcademySidebar *self,
            AcademyItem    *organisation)
{
  g_autoptr(GPtrArray) shown = academy_organisations_get (self->store, NULL);
  g_autofree char *name = academy_organisation_dup_short_name (organisation, academy_language_get_default ());
  g_autofree char *text = NULL;

  if (shown == NULL)
    return;

  /* Translators: an organisation, its place in the list, and how many there are */
  text = g_strdup_printf (_("“%s” is now number %u of %u."), name,
                          find_organisation (shown, academy_item_get_id (organisation)) + 1, shown->len);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Moves the organisation at @from among those shown to before the one at @to. */
static void
move_organisation (AcademySidebar *self,
                   GPtrArray      *shown,
                   guint           from,
                   guint           to)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) all = academy_organisations_get_all (self->store, &error);
  g_autoptr(GPtrArray) items = g_ptr_array_new ();
  AcademyItem *organisation = g_ptr_array_index (shown, from);

  g_ptr_array_add (items, organisation);
  if (all != NULL &&
      academy_position_move_among (self->store, all, items, to < shown->len ? g_ptr_array_index (shown, to) : NULL, &error))
    tell_place (self, organisation);
  else
    academy_store_report (self->store, error);
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AcademySidebar *self = ACADEMY_SIDEBAR (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int steps = g_variant_get_int32 (parameter);
  g_autoptr(GPtrArray) shown = NULL;
  int from;

  if (row == NULL || academy_store_is_read_only (self->store))
    return;

  shown = academy_organisations_get (self->store, NULL);
  from = gtk_list_box_row_get_index (row) - ACADEMY_N_PLACES;
  if (shown != NULL && from >= 0 && from + steps >= 0 && from + steps < (int) shown->len)
    move_organisation (self, shown, from, steps < 0 ? from + steps : from + steps + 1);
}

static GdkContentProvider *
prepare_drag_cb (AcademySidebar *self,
                 double          x,
                 double          y,
                 GtkDragSource  *source)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, y);
  g_autoptr(GdkPaintable) picture = NULL;

  if (row == NULL || gtk_list_box_row_get_index (row) < ACADEMY_N_PLACES || academy_store_is_read_only (self->store))
    return NULL;

  picture = gtk_widget_paintable_new (GTK_WIDGET (row));
  gtk_drag_source_set_icon (source, picture, 0, 0);
  return gdk_content_provider_new_typed (ACADEMY_TYPE_PLACE_ROW, row);
}

/* Puts the organisation before the row under the upper half of which it is dropped,
 * or after it. */
static gboolean
drop_cb (AcademySidebar *self,
         const GValue   *value,
         double          x,
         double          y)
{
  AcademyPlaceRow *dragged = g_value_get_object (value);
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, y);
  g_autoptr(GPtrArray) shown = academy_organisations_get (self->store, NULL);
  graphene_rect_t bounds;
  guint from, to;

  if (shown == NULL || row == NULL || gtk_widget_get_parent (GTK_WIDGET (dragged)) != GTK_WIDGET (self->list) ||
      !gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    return FALSE;

  from = find_organisation (shown, academy_place_row_get_place (dragged));
  to = MAX (gtk_list_box_row_get_index (row), ACADEMY_N_PLACES) - ACADEMY_N_PLACES;
  if (gtk_list_box_row_get_index (row) >= ACADEMY_N_PLACES && y > bounds.origin.y + bounds.size.height / 2)
    to++;
  if (from >= shown->len || to == from || to == from + 1)
    return FALSE;

  move_organisation (self, shown, from, to);
  return TRUE;
}

/* Marks the row under the pointer, beside which the organisation would stand. */
static GdkDragAction
drag_motion_cb (AcademySidebar *self,
                double          x,
                double          y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, y);

  if (row == NULL)
    return 0;

  gtk_list_box_drag_highlight_row (self->list, row);
  return GDK_ACTION_MOVE;
}

static void
drag_leave_cb (AcademySidebar *self)
{
  gtk_list_box_drag_unhighlight_row (self->list);
}

static void
add_dragging (AcademySidebar *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (ACADEMY_TYPE_PLACE_ROW, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_drag_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "motion", G_CALLBACK (drag_motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (drag_leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (target));
}

/* Selects the organisation of the menu, whose actions act on the visible page. */
static GMenuModel *
create_context_menu (GtkWidget *widget,
                     GtkWidget *target,
                     gpointer   data)
{
  AcademySidebar *self = ACADEMY_SIDEBAR (widget);
  GtkWidget *row = gtk_widget_get_ancestor (target, ACADEMY_TYPE_PLACE_ROW);
  GMenu *menu;

  if (row == NULL || gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) < ACADEMY_N_PLACES)
    return NULL;

  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  gtk_widget_action_set_enabled (widget, "sidebar.move", !academy_store_is_read_only (self->store));
  menu = g_menu_new ();
  g_menu_append (menu, _("_Export plan as JSON…"), "win.export");
  g_menu_append (menu, _("Export _calendar…"), "win.export-organisation-calendar");
  g_menu_append (menu, _("Move _up"), "sidebar.move(-1)");
  g_menu_append (menu, _("Move _down"), "sidebar.move(1)");
  g_menu_append (menu, _("_Archive organisation"), "win.archive-organisation");
  academy_context_menu_append_apart (menu, _("_Delete organisation"), "win.delete-organisation");

  return G_MENU_MODEL (menu);
}

static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       data)
{
  const char *section = academy_place_row_get_section (ACADEMY_PLACE_ROW (row));
  gboolean begins = before == NULL || !g_str_equal (section, academy_place_row_get_section (ACADEMY_PLACE_ROW (before)));
  GtkWidget *heading;

  if (begins && gtk_list_box_row_get_header (row) != NULL)
    return;
  if (!begins)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  heading = g_object_new (GTK_TYPE_LABEL, "label", section, "xalign", 0.0,
                          "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
  gtk_widget_set_css_classes (heading, (const char *[]) { "heading", "dimmed", "sidebar-heading", NULL });
  gtk_list_box_row_set_header (row, heading);
}

static void
academy_sidebar_dispose (GObject *object)
{
  AcademySidebar *self = ACADEMY_SIDEBAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ACADEMY_TYPE_SIDEBAR);
  g_clear_object (&self->store_signals);
  g_clear_object (&self->store);
  g_clear_pointer (&self->place, g_free);

  G_OBJECT_CLASS (academy_sidebar_parent_class)->dispose (object);
}

static void
academy_sidebar_class_init (AcademySidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_sidebar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/application/academy-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademySidebar, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_install_action (widget_class, "sidebar.move", "i", move_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "sidebar.move", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "sidebar.move", "i", 1);

  /**
   * AcademySidebar::place-chosen:
   * @self: the sidebar
   * @place: the name of an #AcademyPlace, or the id of an organisation
   * @go: whether to leave the sidebar when the window shows one of them at a time
   *
   * Emitted when the user chooses a place.
   */
  signals[PLACE_CHOSEN] = g_signal_new ("place-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
academy_sidebar_init (AcademySidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->store_signals = g_signal_group_new (ACADEMY_TYPE_STORE);
  g_signal_group_connect_swapped (self->store_signals, "changed", G_CALLBACK (changed_cb), self);
  g_signal_group_connect_swapped (self->store_signals, "day-changed", G_CALLBACK (day_changed_cb), self);
  g_signal_connect_object (academy_clock_get_default (), "day-changed", G_CALLBACK (day_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->organisations = academy_kept_rows_new (self->list, create_organisation);
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
  add_dragging (self);
  academy_context_menu_attach (GTK_WIDGET (self), create_context_menu, NULL);
}

/**
 * academy_sidebar_set_store:
 * @self: a sidebar
 * @store: the programme to show
 */
void
academy_sidebar_set_store (AcademySidebar *self,
                           AcademyStore   *store)
{
  if (!g_set_object (&self->store, store))
    return;

  g_signal_group_set_target (self->store_signals, store);
  if (gtk_list_box_get_row_at_index (self->list, 0) == NULL)
    add_programme (self);
  show_organisations (self, NULL);
  /* Count later than the names are shown, because it takes longer. */
  academy_first_frame_wait (GTK_WIDGET (self), mark_organisations);
}

/**
 * academy_sidebar_select:
 * @self: a sidebar
 * @place: the name of an #AcademyPlace, or the id of an organisation
 *
 * Selects @place, which is the visible one.
 */
void
academy_sidebar_select (AcademySidebar *self,
                        const char     *place)
{
  g_set_str (&self->place, place);
  select_place (self);
}
