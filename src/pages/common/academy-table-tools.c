/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-table-tools.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "academy-date.h"
#include "academy-late-menu.h"
#include "academy-page-keys.h"

struct _AcademyTableTools {
  AdwBin              parent_instance;

  /* Template children */
  GtkEditable        *search_entry;
  GtkMenuButton      *filter_button;
  GtkLabel           *n_filters;
  GtkMenuButton      *view_button;

  /* Owned */
  AcademyTable       *table;
  GSimpleActionGroup *actions;
  GArray             *conditions;
};

G_DEFINE_FINAL_TYPE (AcademyTableTools, academy_table_tools, ADW_TYPE_BIN)

/**
 * AcademyTableTools:
 *
 * Search, filters, groups and columns of a table. What can be chosen follows from
 * the field table of its kind: the choices of its status, the targets of its
 * links, the texts of its owner, and what is missing.
 *
 * Keys: Ctrl+F searches, Escape in the search entry returns to the table.
 */

static AcademyTableModel *
get_model (AcademyTableTools *self)
{
  return academy_table_get_model (self->table);
}

static const AcademyKind *
get_kind (AcademyTableTools *self)
{
  return academy_table_model_get_kind (get_model (self));
}

static gboolean
find_condition (AcademyTableTools *self,
                const char        *field,
                AcademyOperator    comparison,
                const char        *value,
                guint             *position)
{
  for (guint i = 0; i < self->conditions->len; i++)
    {
      const AcademyCondition *condition = &g_array_index (self->conditions, AcademyCondition, i);

      if (g_str_equal (condition->field, field) && condition->comparison == comparison &&
          (comparison >= ACADEMY_IS_OVERDUE || g_strcmp0 (condition->value, value) == 0))
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

/* What is overdue or due is judged by the status date, or today. */
static void
set_today (AcademyTableTools *self)
{
  GDate today = academy_date_from_julian (academy_store_get_day (academy_table_model_get_store (get_model (self))));

  for (guint i = 0; i < self->conditions->len; i++)
    {
      AcademyCondition *condition = &g_array_index (self->conditions, AcademyCondition, i);

      if (condition->comparison < ACADEMY_IS_OVERDUE)
        continue;
      g_free ((char *) condition->value);
      condition->value = academy_date_to_text (&today);
    }
}

static void
update_cb (AcademyTableTools *self)
{
  AcademyQuery query = *academy_table_model_get_query (get_model (self));
  g_autoptr(GAction) group = g_object_ref (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "group"));
  g_autoptr(GVariant) state = g_action_get_state (group);
  const char *name = g_variant_get_string (state, NULL);
  g_autofree char *count = NULL;

  if (self->conditions->len > 0)
    count = academy_language_format_number (academy_language_get_default (), self->conditions->len);
  gtk_label_set_label (self->n_filters, count != NULL ? count : "");
  gtk_widget_set_visible (GTK_WIDGET (self->n_filters), count != NULL);

  set_today (self);
  query.search = gtk_editable_get_text (self->search_entry);
  query.conditions = (const AcademyCondition *) self->conditions->data;
  query.group = *name != '\0' ? name : NULL;
  academy_table_set_filtered (self->table, &query);
}

/* An entry that is shown emits this without a change. */
static void
search_changed_cb (AcademyTableTools *self)
{
  const char *before = academy_table_model_get_query (get_model (self))->search;

  if (g_strcmp0 (before != NULL ? before : "", gtk_editable_get_text (self->search_entry)) != 0)
    update_cb (self);
}

static void
stop_search_cb (AcademyTableTools *self)
{
  gtk_editable_set_text (self->search_entry, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

/* The name of an action has the condition, so that it needs no other place. */
static char *
dup_action (const char      *field,
            AcademyOperator  comparison,
            const char      *value)
{
  g_autofree char *encoded = g_base64_encode ((const guchar *) (value != NULL ? value : ""),
                                              value != NULL ? strlen (value) : 0);

  return g_strdelimit (g_strdup_printf ("%s.%d.%s", field, comparison, encoded), "_+/=", '-');
}

typedef struct {
  AcademyTableTools *tools;
  const char        *field;
  AcademyOperator    comparison;
  char              *value;
} Toggle;

static void
toggle_free (gpointer  data,
             GClosure *closure)
{
  g_free (((Toggle *) data)->value);
  g_free (data);
}

static void
toggle_cb (GSimpleAction *action,
           GVariant      *state,
           Toggle        *toggle)
{
  AcademyTableTools *self = toggle->tools;
  guint position;

  if (find_condition (self, toggle->field, toggle->comparison, toggle->value, &position))
    g_array_remove_index (self->conditions, position);
  else
    {
      AcademyCondition condition = { toggle->field, toggle->comparison, g_strdup (toggle->value) };

      g_array_append_val (self->conditions, condition);
    }

  g_simple_action_set_state (action, state);
  update_cb (self);
}

/* Appends a condition with a check mark. */
static void
append (AcademyTableTools *self,
        GMenu             *menu,
        const char        *label,
        const char        *field,
        AcademyOperator    comparison,
        const char        *value)
{
  g_autofree char *name = dup_action (field, comparison, value);
  g_autofree char *detailed = g_strconcat ("filter.", name, NULL);
  g_autoptr(GMenuItem) item = g_menu_item_new (NULL, detailed);
  g_autoptr(GSimpleAction) action = NULL;
  Toggle *toggle = g_new0 (Toggle, 1);
  guint position;

  *toggle = (Toggle) { self, g_intern_string (field), comparison, g_strdup (value) };
  action = g_simple_action_new_stateful (name, NULL,
                                         g_variant_new_boolean (find_condition (self, field, comparison, value, &position)));
  g_signal_connect_data (action, "change-state", G_CALLBACK (toggle_cb), toggle, toggle_free, 0);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
  g_menu_item_set_label (item, label);
  g_menu_append_item (menu, item);
}

static void
append_targets (AcademyTableTools  *self,
                GMenu              *menu,
                const AcademyField *field)
{
  g_autoptr(GPtrArray) items =
    academy_store_get_targets (academy_table_model_get_store (get_model (self)), field,
                               academy_kind_find (academy_kind_get_owner (get_kind (self))->target),
                               academy_table_model_get_query (get_model (self))->owner, NULL);

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      g_autofree char *title = academy_item_dup_title (items->pdata[i], academy_language_get_default ());

      append (self, menu, title, field->name, ACADEMY_IS, academy_item_get_id (items->pdata[i]));
    }
}

static void
append_texts (AcademyTableTools  *self,
              GMenu              *menu,
              const AcademyField *field)
{
  g_auto(GStrv) texts = academy_store_get_texts (academy_table_model_get_store (get_model (self)), get_kind (self), field,
                                                 academy_table_model_get_query (get_model (self))->owner, NULL);

  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    append (self, menu, texts[i], field->name, ACADEMY_IS, texts[i]);
}

static void
append_missing (AcademyTableTools  *self,
                GMenu              *menu,
                const AcademyField *field)
{
  /* Translators: a filter, and the field without a value: “Owner role: none” */
  g_autofree char *label = g_strdup_printf (C_("group", "%s: none"), _(field->label));

  append (self, menu, label, field->name, ACADEMY_IS_UNSET, NULL);
}

static gboolean
is_filtered (const AcademyField *field)
{
  return field->type == ACADEMY_CHOICE || field->type == ACADEMY_LINKS || field->suggests != NULL;
}

/* Makes a menu for each field that has few values, and what may be missing. */
static void
create_filters (GtkMenuButton *button,
                gpointer       data)
{
  static const struct {
    const char      *label;
    AcademyOperator  comparison;
  } of_work[] = {
    { N_("Overdue"), ACADEMY_IS_OVERDUE },
    { N_("Due soon"), ACADEMY_IS_DUE },
    { N_("Unfinished, without an owner role or dates"), ACADEMY_IS_INCOMPLETE },
  };
  AcademyTableTools *self = data;
  const AcademyKind *kind = get_kind (self);
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) missing = g_menu_new ();
  g_autoptr(GMenu) fields = g_menu_new ();

  for (guint i = 0; (kind->flags & ACADEMY_KIND_WORK) != 0 && i < G_N_ELEMENTS (of_work); i++)
    append (self, missing, _(of_work[i].label), kind->end, of_work[i].comparison, NULL);
  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    {
      g_autoptr(GMenu) values = g_menu_new ();

      if (field->suggests != NULL || g_strcmp0 (field->name, kind->start) == 0 || g_strcmp0 (field->name, kind->end) == 0 ||
          field->type == ACADEMY_LINKS)
        append_missing (self, missing, field);
      if (!is_filtered (field))
        continue;
      if (field->type == ACADEMY_CHOICE)
        for (const AcademyChoice *choice = field->choices; choice->token != NULL; choice++)
          append (self, values, _(choice->label), field->name, ACADEMY_IS, choice->token);
      else if (field->type == ACADEMY_LINKS)
        append_targets (self, values, field);
      else
        append_texts (self, values, field);
      if (g_menu_model_get_n_items (G_MENU_MODEL (values)) > 0)
        g_menu_append_submenu (fields, _(field->label), G_MENU_MODEL (values));
    }

  g_menu_append_section (menu, NULL, G_MENU_MODEL (fields));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (missing));
  if (self->conditions->len > 0)
    g_menu_append (menu, _("_Clear Filters"), "filter.clear");
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
append_group (GMenu      *menu,
              const char *label,
              const char *field)
{
  g_autofree char *action = g_strconcat ("filter.group::", field, NULL);

  g_menu_append (menu, label, action);
}

static void
create_view_menu (AcademyTableTools *self)
{
  AcademyTableColumns *columns = academy_table_get_columns (self->table);
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) groups = g_menu_new ();
  g_autoptr(GMenuModel) shown = academy_table_columns_create_menu (columns, NULL);

  append_group (groups, _("No Groups"), "");
  ACADEMY_KIND_FOREACH_FIELD (get_kind (self), field)
    if (is_filtered (field))
      append_group (groups, _(field->label), field->name);

  g_menu_append_submenu (menu, _("_Group By"), G_MENU_MODEL (groups));
  g_menu_append_section (menu, _("Columns"), shown);
  academy_late_menu_attach (self->view_button, G_MENU_MODEL (menu));
}

static void
group_cb (GSimpleAction     *action,
          GVariant          *state,
          AcademyTableTools *self)
{
  g_simple_action_set_state (action, state);
  update_cb (self);
}

static void
clear_cb (AcademyTableTools *self)
{
  academy_table_tools_clear (self);
}

static void
day_changed_cb (AcademyTableTools *self)
{
  if (self->table != NULL)
    update_cb (self);
}

static void
condition_clear (gpointer data)
{
  g_free ((char *) ((AcademyCondition *) data)->value);
}

static void
academy_table_tools_dispose (GObject *object)
{
  AcademyTableTools *self = ACADEMY_TABLE_TOOLS (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_TABLE_TOOLS);
  g_clear_object (&self->table);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->conditions, g_array_unref);

  G_OBJECT_CLASS (academy_table_tools_parent_class)->dispose (object);
}

static void
academy_table_tools_class_init (AcademyTableToolsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_table_tools_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-table-tools.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyTableTools, search_entry);
  gtk_widget_class_bind_template_child (widget_class, AcademyTableTools, filter_button);
  gtk_widget_class_bind_template_child (widget_class, AcademyTableTools, n_filters);
  gtk_widget_class_bind_template_child (widget_class, AcademyTableTools, view_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
academy_table_tools_init (AcademyTableTools *self)
{
  g_autoptr(GSimpleAction) group = g_simple_action_new_stateful ("group", G_VARIANT_TYPE_STRING, g_variant_new_string (""));
  g_autoptr(GSimpleAction) clear = g_simple_action_new ("clear", NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->conditions = g_array_new (TRUE, FALSE, sizeof (AcademyCondition));
  g_array_set_clear_func (self->conditions, condition_clear);
  self->actions = g_simple_action_group_new ();
  g_signal_connect_object (group, "change-state", G_CALLBACK (group_cb), self, 0);
  g_signal_connect_object (clear, "activate", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (group));
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (clear));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "filter", G_ACTION_GROUP (self->actions));
  gtk_widget_set_visible (GTK_WIDGET (self->n_filters), FALSE);
  academy_page_keys_add_search (GTK_WIDGET (self), GTK_WIDGET (self->search_entry));
}

/**
 * academy_table_tools_set_table:
 * @self: tools without a table
 * @table: the table that they are for
 */
void
academy_table_tools_set_table (AcademyTableTools *self,
                               AcademyTable      *table)
{
  self->table = g_object_ref (table);
  academy_store_connect_day (academy_table_model_get_store (get_model (self)), G_CALLBACK (day_changed_cb), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns",
                                  academy_table_columns_get_actions (academy_table_get_columns (table)));
  gtk_menu_button_set_create_popup_func (self->filter_button, create_filters, self, NULL);
  create_view_menu (self);
}

/**
 * academy_table_tools_clear:
 * @self: tools
 *
 * Shows all rows.
 */
void
academy_table_tools_clear (AcademyTableTools *self)
{
  const AcademyQuery *query = academy_table_model_get_query (get_model (self));
  gboolean is_filtered = self->conditions->len > 0 || (query->search != NULL && *query->search != '\0');

  g_array_set_size (self->conditions, 0);
  gtk_editable_set_text (self->search_entry, "");
  if (is_filtered)
    update_cb (self);
}

/**
 * academy_table_tools_filter:
 * @self: tools
 * @comparison: an operator that is about work
 *
 * Shows the rows that meet this condition alone.
 */
void
academy_table_tools_filter (AcademyTableTools *self,
                            AcademyOperator    comparison)
{
  AcademyCondition condition = { get_kind (self)->end, comparison, NULL };

  g_array_set_size (self->conditions, 0);
  g_array_append_val (self->conditions, condition);
  gtk_editable_set_text (self->search_entry, "");
  update_cb (self);
}
