/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-table-columns.h"

#include <glib/gi18n-lib.h>

#define KEY        "tables"
#define MOST_SHOWN 7

struct _AcademyTableColumns {
  GObject             parent_instance;

  /* Owned */
  GSettings          *settings;
  GSimpleActionGroup *actions;

  /* Borrowed */
  GtkColumnView      *view;
  const AcademyKind  *kind;

  guint               save_id;
  gboolean            is_loading;
};

enum {
  CHANGED,
  SORTED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (AcademyTableColumns, academy_table_columns, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

/**
 * AcademyTableColumns:
 *
 * The columns of a table, one for each field of its kind that a form has: their
 * order, width, visibility and the one that it is sorted by, which the settings
 * remember for each kind.
 */

/**
 * academy_table_columns_takes:
 * @field: a field
 *
 * Returns: whether a table has a column for @field, as a form has a row
 */
gboolean
academy_table_columns_takes (const AcademyField *field)
{
  return (field->flags & (ACADEMY_HIDDEN | ACADEMY_OWNER | ACADEMY_STAMP)) == 0;
}

/* Shows at first what the kind says, or its first fields. */
static gboolean
is_shown_at_first (const AcademyKind  *kind,
                   const AcademyField *field)
{
  guint before = 0;

  if (kind->columns[0] != NULL)
    return g_strv_contains (kind->columns, field->name);

  for (const AcademyField *other = kind->fields; other != field; other++)
    before += academy_table_columns_takes (other) && other->type != ACADEMY_LONG_TEXT;
  return field->type != ACADEMY_LONG_TEXT && before < MOST_SHOWN;
}

static const AcademyField *
get_field (AcademyTableColumns *self,
           GtkColumnViewColumn *column)
{
  return academy_kind_find_field (self->kind, gtk_column_view_column_get_id (column));
}

/* Returns a borrowed column. */
static GtkColumnViewColumn *
get_column (AcademyTableColumns *self,
            guint                position)
{
  g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (self->view), position);

  return column;
}

static guint
count_columns (AcademyTableColumns *self)
{
  return g_list_model_get_n_items (gtk_column_view_get_columns (self->view));
}

static gboolean
find_position (AcademyTableColumns *self,
               const AcademyField  *field,
               guint               *position)
{
  for (guint i = 0; i < count_columns (self); i++)
    if (get_field (self, get_column (self, i)) == field)
      {
        *position = i;
        return TRUE;
      }

  return FALSE;
}

static void
save_cb (gpointer data)
{
  AcademyTableColumns *self = data;
  AcademySort order = academy_table_columns_get_order (self);
  g_autoptr(GVariant) saved = g_settings_get_value (self->settings, KEY);
  g_autoptr(GVariantDict) tables = g_variant_dict_new (saved);
  GVariantBuilder columns;

  self->save_id = 0;
  g_variant_builder_init (&columns, G_VARIANT_TYPE ("a(sib)"));
  for (guint i = 0; i < count_columns (self); i++)
    {
      GtkColumnViewColumn *column = get_column (self, i);

      g_variant_builder_add (&columns, "(sib)", gtk_column_view_column_get_id (column),
                             gtk_column_view_column_get_fixed_width (column),
                             gtk_column_view_column_get_visible (column));
    }
  g_variant_dict_insert (tables, self->kind->name, "(a(sib)sb)", &columns, order.field != NULL ? order.field : "",
                         order.descending);
  g_settings_set_value (self->settings, KEY, g_variant_dict_end (tables));
}

/* Saves later: a column that is dragged is removed and inserted. */
static void
save (AcademyTableColumns *self)
{
  if (self->save_id == 0 && !self->is_loading && self->settings != NULL)
    self->save_id = g_idle_add_once (save_cb, self);
}

static void
changed_cb (AcademyTableColumns *self)
{
  save (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
sorter_changed_cb (AcademyTableColumns *self)
{
  if (self->is_loading)
    return;

  save (self);
  g_signal_emit (self, signals[SORTED], 0);
}

/* The cells of a column that is shown again come last in their rows, where a screen
 * reader reads them, until the column is moved. */
static void
place_again (AcademyTableColumns *self,
             GtkColumnViewColumn *column)
{
  guint position;

  if (self->is_loading || count_columns (self) == 1 || !find_position (self, get_field (self, column), &position))
    return;

  g_object_ref (column);
  gtk_column_view_insert_column (self->view, position > 0 ? 0 : 1, column);
  gtk_column_view_insert_column (self->view, position, column);
  g_object_unref (column);
}

/* The model sorts the rows; a column only says which order is wanted. */
static int
compare_equal (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  return 0;
}

/* Puts the saved columns in their order first; unknown names are passed over. */
static void
load (AcademyTableColumns *self)
{
  g_autoptr(GVariant) tables = g_settings_get_value (self->settings, KEY);
  g_autoptr(GVariant) saved = g_variant_lookup_value (tables, self->kind->name, G_VARIANT_TYPE ("(a(sib)sb)"));
  g_autoptr(GVariantIter) columns = NULL;
  const AcademyField *sorted;
  const char *name;
  int width;
  gboolean flag;
  guint place = 0;

  if (saved == NULL)
    return;

  g_variant_get (saved, "(a(sib)&sb)", &columns, &name, &flag);
  sorted = academy_kind_find_field (self->kind, name);
  if (sorted != NULL)
    academy_table_columns_sort (self, sorted, flag);

  while (g_variant_iter_next (columns, "(&sib)", &name, &width, &flag))
    {
      const AcademyField *field = academy_kind_find_field (self->kind, name);
      g_autoptr(GtkColumnViewColumn) column = NULL;
      guint position;

      if (field == NULL || !find_position (self, field, &position) || position < place)
        continue;
      column = g_object_ref (get_column (self, position));
      gtk_column_view_column_set_fixed_width (column, CLAMP (width, -1, G_MAXINT16));
      gtk_column_view_column_set_visible (column, flag);
      if (position != place)
        gtk_column_view_insert_column (self->view, place, column);
      place++;
    }
}

static void
academy_table_columns_dispose (GObject *object)
{
  AcademyTableColumns *self = ACADEMY_TABLE_COLUMNS (object);

  if (self->save_id != 0)
    {
      g_clear_handle_id (&self->save_id, g_source_remove);
      save_cb (self);
    }
  g_clear_object (&self->actions);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (academy_table_columns_parent_class)->dispose (object);
}

static void
academy_table_columns_class_init (AcademyTableColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_table_columns_dispose;

  /**
   * AcademyTableColumns::changed:
   * @self: the columns
   *
   * Emitted when a column is moved, shown, hidden or has another width.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * AcademyTableColumns::sorted:
   * @self: the columns
   *
   * Emitted when another order is wanted.
   */
  signals[SORTED] = g_signal_new ("sorted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static const AcademyField *
get_parameter (AcademyTableColumns *self,
               GVariant            *parameter)
{
  return academy_kind_find_field (self->kind, g_variant_get_string (parameter, NULL));
}

static void
sort_ascending_action (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       data)
{
  academy_table_columns_sort (data, get_parameter (data, parameter), FALSE);
}

static void
sort_descending_action (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       data)
{
  academy_table_columns_sort (data, get_parameter (data, parameter), TRUE);
}

static void
sort_usual_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  academy_table_columns_sort (data, NULL, FALSE);
}

static void
move_left_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  academy_table_columns_move (data, get_parameter (data, parameter), -1);
}

static void
move_right_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  academy_table_columns_move (data, get_parameter (data, parameter), 1);
}

static void
hide_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  academy_table_columns_show (data, get_parameter (data, parameter), FALSE);
}

/* Names of actions have no underscores. */
static char *
dup_show_action (const char *field)
{
  return g_strdelimit (g_strconcat ("show-", field, NULL), "_", '-');
}

static gboolean
has_visible (AcademyTableColumns *self)
{
  return academy_table_columns_step (self, NULL, 1) != NULL;
}

/* The last column stays. */
static void
visible_cb (AcademyTableColumns *self,
            GParamSpec          *pspec,
            GtkColumnViewColumn *column)
{
  if (!has_visible (self))
    {
      gtk_column_view_column_set_visible (column, TRUE);
      return;
    }

  if (gtk_column_view_column_get_visible (column))
    place_again (self, column);
  changed_cb (self);
}

/* The check mark of the action is that the column is visible. */
static void
add_show_action (AcademyTableColumns *self,
                 GtkColumnViewColumn *column)
{
  g_autofree char *name = dup_show_action (gtk_column_view_column_get_id (column));
  g_autoptr(GPropertyAction) action = g_property_action_new (name, column, "visible");

  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
  g_signal_connect_object (column, "notify::visible", G_CALLBACK (visible_cb), self, G_CONNECT_SWAPPED);
}

static void
academy_table_columns_init (AcademyTableColumns *self)
{
  static const GActionEntry entries[] = {
    { "sort-ascending", sort_ascending_action, "s" },
    { "sort-descending", sort_descending_action, "s" },
    { "sort-usual", sort_usual_action },
    { "move-left", move_left_action, "s" },
    { "move-right", move_right_action, "s" },
    { "hide", hide_action, "s" },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
}

static void
add_column (AcademyTableColumns *self,
            const AcademyField  *field,
            GtkListItemFactory  *factory)
{
  g_autoptr(GtkColumnViewColumn) column = gtk_column_view_column_new (_(field->label), factory);
  g_autoptr(GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_equal, NULL, NULL));
  g_autoptr(GMenuModel) menu = academy_table_columns_create_menu (self, field);

  gtk_column_view_column_set_id (column, field->name);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, field->type == ACADEMY_TEXT && (field->flags & ACADEMY_REQUIRED) != 0);
  gtk_column_view_column_set_visible (column, is_shown_at_first (self->kind, field));
  gtk_column_view_column_set_header_menu (column, menu);
  g_signal_connect_object (column, "notify::fixed-width", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  add_show_action (self, column);
  gtk_column_view_append_column (self->view, column);
}

/**
 * academy_table_columns_new:
 * @view: a column view without columns, which keeps the object alive
 * @kind: the kind of its items
 * @settings: (nullable): the settings that remember the columns
 * @factory: makes the factories of cells
 * @data: data for @factory
 *
 * Returns: (transfer full): the columns of @view
 */
AcademyTableColumns *
academy_table_columns_new (GtkColumnView             *view,
                           const AcademyKind         *kind,
                           GSettings                 *settings,
                           AcademyTableColumnFactory  factory,
                           gpointer                   data)
{
  AcademyTableColumns *self = g_object_new (ACADEMY_TYPE_TABLE_COLUMNS, NULL);

  self->view = view;
  self->kind = kind;
  self->settings = settings != NULL ? g_object_ref (settings) : NULL;
  self->is_loading = TRUE;
  for (const char * const *name = kind->columns; *name != NULL; name++)
    {
      const AcademyField *field = academy_kind_find_field (kind, *name);

      add_column (self, field, factory (field, data));
    }
  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    if (academy_table_columns_takes (field) && !g_strv_contains (kind->columns, field->name))
      add_column (self, field, factory (field, data));
  if (settings != NULL)
    load (self);
  self->is_loading = FALSE;

  g_signal_connect_object (gtk_column_view_get_columns (view), "items-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (view), "changed", G_CALLBACK (sorter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * academy_table_columns_get_actions:
 * @self: columns
 *
 * Returns: (transfer none): the actions of academy_table_columns_create_menu()
 */
GActionGroup *
academy_table_columns_get_actions (AcademyTableColumns *self)
{
  return G_ACTION_GROUP (self->actions);
}

/**
 * academy_table_columns_find:
 * @self: columns
 * @field: a field
 *
 * Returns: (transfer none) (nullable): the column of @field
 */
GtkColumnViewColumn *
academy_table_columns_find (AcademyTableColumns *self,
                            const AcademyField  *field)
{
  guint position;

  return field != NULL && find_position (self, field, &position) ? get_column (self, position) : NULL;
}

/**
 * academy_table_columns_step:
 * @self: columns
 * @field: (nullable): a field, or %NULL to begin at an end
 * @step: 1 for the next shown column, -1 for the one before
 *
 * Returns: (nullable): the field of the next shown column, or %NULL at the end
 */
const AcademyField *
academy_table_columns_step (AcademyTableColumns *self,
                            const AcademyField  *field,
                            int                  step)
{
  guint n_columns = count_columns (self);
  guint position = step > 0 ? G_MAXUINT : n_columns;

  if (field != NULL && !find_position (self, field, &position))
    return NULL;

  for (position += step; position < n_columns; position += step)
    {
      const AcademyField *next = get_field (self, get_column (self, position));

      if (next != NULL && gtk_column_view_column_get_visible (get_column (self, position)))
        return next;
    }

  return NULL;
}

gboolean
academy_table_columns_is_shown (AcademyTableColumns *self,
                                const AcademyField  *field)
{
  GtkColumnViewColumn *column = academy_table_columns_find (self, field);

  return column != NULL && gtk_column_view_column_get_visible (column);
}

/**
 * academy_table_columns_show:
 * @self: columns
 * @field: the field of a column
 * @shown: whether to show it; the last one stays
 */
void
academy_table_columns_show (AcademyTableColumns *self,
                            const AcademyField  *field,
                            gboolean             shown)
{
  gtk_column_view_column_set_visible (academy_table_columns_find (self, field), shown);
}

/**
 * academy_table_columns_move:
 * @self: columns
 * @field: the field of a column
 * @step: 1 to change places with the next shown column, -1 with the one before
 */
void
academy_table_columns_move (AcademyTableColumns *self,
                            const AcademyField  *field,
                            int                  step)
{
  const AcademyField *other = academy_table_columns_step (self, field, step);
  GtkColumnViewColumn *column = academy_table_columns_find (self, field);
  guint position;

  if (other != NULL && find_position (self, other, &position))
    gtk_column_view_insert_column (self->view, position, column);
}

/**
 * academy_table_columns_sort:
 * @self: columns
 * @field: (nullable): the field of a column, or %NULL for the order of the kind
 * @descending: whether the greatest value comes first
 */
void
academy_table_columns_sort (AcademyTableColumns *self,
                            const AcademyField  *field,
                            gboolean             descending)
{
  gtk_column_view_sort_by_column (self->view, academy_table_columns_find (self, field),
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

/**
 * academy_table_columns_get_order:
 * @self: columns
 *
 * Returns: the field that the rows are sorted by, if any
 */
AcademySort
academy_table_columns_get_order (AcademyTableColumns *self)
{
  GtkColumnViewSorter *sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->view));
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);

  if (column == NULL)
    return (AcademySort) { NULL };

  return (AcademySort) {
    get_field (self, column)->name,
    gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING,
  };
}

static void
append (GMenu              *menu,
        const char         *label,
        const char         *action,
        const AcademyField *field)
{
  g_autofree char *detailed = g_strdup_printf ("columns.%s::%s", action, field->name);

  g_menu_append (menu, label, detailed);
}

static GMenuModel *
create_shown_menu (AcademyTableColumns *self)
{
  GMenu *menu = g_menu_new ();

  ACADEMY_KIND_FOREACH_FIELD (self->kind, field)
    if (academy_table_columns_takes (field))
      {
        g_autofree char *name = dup_show_action (field->name);
        g_autofree char *action = g_strconcat ("columns.", name, NULL);

        g_menu_append (menu, _(field->label), action);
      }

  return G_MENU_MODEL (menu);
}

/**
 * academy_table_columns_create_menu:
 * @self: columns
 * @field: (nullable): the field of a column, or %NULL for the menu that shows and
 *   hides columns
 *
 * Returns: (transfer full): the menu of the column
 */
GMenuModel *
academy_table_columns_create_menu (AcademyTableColumns *self,
                                   const AcademyField  *field)
{
  g_autoptr(GMenuModel) shown = create_shown_menu (self);
  g_autoptr(GMenu) menu = NULL;
  g_autoptr(GMenu) order = NULL;
  g_autoptr(GMenu) place = NULL;

  if (field == NULL)
    return g_steal_pointer (&shown);

  menu = g_menu_new ();
  order = g_menu_new ();
  place = g_menu_new ();
  append (order, _("Sort _Ascending"), "sort-ascending", field);
  append (order, _("Sort _Descending"), "sort-descending", field);
  g_menu_append (order, _("_Usual Order"), "columns.sort-usual");
  append (place, _("Move to the _Left"), "move-left", field);
  append (place, _("Move to the _Right"), "move-right", field);
  append (place, _("_Hide Column"), "hide", field);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (place));
  g_menu_append_submenu (menu, _("_Columns"), shown);
  return G_MENU_MODEL (g_steal_pointer (&menu));
}
