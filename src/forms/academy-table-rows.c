/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-table-rows.h"

#include <glib/gi18n-lib.h>

#include "academy-draft.h"
#include "academy-status.h"

struct _AcademyTableRows {
  GObject            parent_instance;

  /* Owned */
  AcademyTableModel *model;

  /* Borrowed */
  GtkColumnView     *view;
};

G_DEFINE_FINAL_TYPE (AcademyTableRows, academy_table_rows, G_TYPE_OBJECT)

/**
 * AcademyTableRows:
 *
 * What the rows of a table are called, for assistive technology, and the headings
 * of their groups.
 */

static char *
dup_group (AcademyTableRows *self,
           guint             position)
{
  const AcademyKind *kind = academy_table_model_get_kind (self->model);
  const char *name = academy_table_model_get_query (self->model)->group;
  const AcademyField *field = name != NULL ? academy_kind_find_field (kind, name) : NULL;
  g_autoptr(AcademyItem) item = NULL;
  const char *value;
  g_auto(GValue) parsed = G_VALUE_INIT;

  if (field == NULL || position >= g_list_model_get_n_items (G_LIST_MODEL (self->model)))
    return NULL;

  item = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  if (academy_table_model_is_new (self->model, item))
    return g_strdup (_(kind->add));

  value = academy_table_model_get_group (self->model, position);
  if (value == NULL)
    /* Translators: the heading of the rows without a value of a field */
    return g_strdup_printf (C_("group", "%s: none"), _(field->label));
  if (field->type == ACADEMY_LINK || field->type == ACADEMY_LINKS)
    {
      g_autoptr(AcademyItem) target = academy_store_get (academy_table_model_get_store (self->model),
                                                         academy_kind_find (field->target), value, NULL);

      return target != NULL ? academy_item_dup_title (target, academy_language_get_default ()) : g_strdup (value);
    }

  academy_value_init (field, &parsed);
  if (!academy_value_set_from_text (field, value, &parsed, NULL))
    return g_strdup (value);
  return academy_language_format_value (academy_language_get_default (), field, &parsed);
}

static void
name_row (AcademyTableRows *self,
          GtkColumnViewRow *row)
{
  const AcademyLanguage *language = academy_language_get_default ();
  AcademyItem *item = gtk_column_view_row_get_item (row);
  gboolean is_new = academy_draft_is (item);
  g_autofree char *title = is_new ? g_strdup (_(academy_item_get_kind (item)->add)) : academy_item_dup_title (item, language);
  g_autofree char *group = dup_group (self, gtk_column_view_row_get_position (row));
  g_autofree char *position = academy_language_format_number (language, gtk_column_view_row_get_position (row) + 1);
  g_autofree char *total = academy_language_format_number (language, academy_table_model_count (self->model));
  /* Translators: the position of a row, and the number of rows */
  g_autofree char *place = is_new ? NULL : g_strdup_printf (_("%s of %s"), position, total);
  g_autoptr(GString) description = g_string_new (place);

  if (group != NULL)
    g_string_append_printf (description, "%s%s", description->len > 0 ? ", " : "", group);
  if (!is_new && academy_status_is_overdue (item, academy_store_get_day (academy_table_model_get_store (self->model))))
    g_string_append_printf (description, ", %s", _("Overdue"));

  gtk_column_view_row_set_accessible_label (row, title);
  gtk_column_view_row_set_accessible_description (row, description->str);
}

/* Each row has one, which follows its item. */
#define ACADEMY_TYPE_TABLE_ROW (academy_table_row_get_type ())

G_DECLARE_FINAL_TYPE (AcademyTableRow, academy_table_row, ACADEMY, TABLE_ROW, GObject)

struct _AcademyTableRow {
  GObject           parent_instance;

  /* Owned */
  GSignalGroup     *item_signals;

  /* Borrowed */
  AcademyTableRows *rows;
  GtkColumnViewRow *row;

  guint             position;
};

G_DEFINE_FINAL_TYPE (AcademyTableRow, academy_table_row, G_TYPE_OBJECT)

static void
update (AcademyTableRow *self)
{
  if (self->rows != NULL && gtk_column_view_row_get_item (self->row) != NULL)
    name_row (self->rows, self->row);
}

/* A row that is recycled has another item and mostly another position, and is told
 * of each. */
static void
row_changed_cb (AcademyTableRow *self)
{
  AcademyItem *item = gtk_column_view_row_get_item (self->row);
  guint position = gtk_column_view_row_get_position (self->row);
  g_autoptr(GObject) before = g_signal_group_dup_target (self->item_signals);

  if (G_OBJECT (item) == before && position == self->position)
    return;

  self->position = position;
  g_signal_group_set_target (self->item_signals, item);
  update (self);
}

static void
academy_table_row_dispose (GObject *object)
{
  AcademyTableRow *self = ACADEMY_TABLE_ROW (object);

  g_clear_object (&self->item_signals);
  g_clear_weak_pointer (&self->rows);

  G_OBJECT_CLASS (academy_table_row_parent_class)->dispose (object);
}

static void
academy_table_row_class_init (AcademyTableRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_table_row_dispose;
}

static void
academy_table_row_init (AcademyTableRow *self)
{
  self->item_signals = g_signal_group_new (ACADEMY_TYPE_ITEM);
  g_signal_group_connect_swapped (self->item_signals, "notify", G_CALLBACK (update), self);
}

static void
release (gpointer  data,
         GClosure *closure)
{
  g_object_unref (data);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkColumnViewRow         *row,
              AcademyTableRows         *self)
{
  AcademyTableRow *namer = g_object_new (ACADEMY_TYPE_TABLE_ROW, NULL);

  g_set_weak_pointer (&namer->rows, self);
  namer->row = row;
  gtk_column_view_row_set_focusable (row, FALSE);
  g_signal_connect_data (row, "notify::item", G_CALLBACK (row_changed_cb), namer, release, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (row, "notify::position", G_CALLBACK (row_changed_cb), namer);
}

static void
setup_heading_cb (GtkSignalListItemFactory *factory,
                  GtkListHeader            *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_header_set_child (header, label);
}

static void
bind_heading_cb (GtkSignalListItemFactory *factory,
                 GtkListHeader            *header,
                 AcademyTableRows         *self)
{
  g_autofree char *group = dup_group (self, gtk_list_header_get_start (header));

  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), group != NULL ? group : "");
}

static void
academy_table_rows_dispose (GObject *object)
{
  g_clear_object (&ACADEMY_TABLE_ROWS (object)->model);

  G_OBJECT_CLASS (academy_table_rows_parent_class)->dispose (object);
}

static void
academy_table_rows_class_init (AcademyTableRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_table_rows_dispose;
}

static void
academy_table_rows_init (AcademyTableRows *self)
{
}

/**
 * academy_table_rows_new:
 * @model: the rows
 * @view: their view, which keeps the object alive
 *
 * Returns: (transfer full): the names of the rows of @view
 */
AcademyTableRows *
academy_table_rows_new (AcademyTableModel *model,
                        GtkColumnView     *view)
{
  AcademyTableRows *self = g_object_new (ACADEMY_TYPE_TABLE_ROWS, NULL);
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->model = g_object_ref (model);
  self->view = view;
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_row_cb), self, 0);
  gtk_column_view_set_row_factory (view, factory);
  return self;
}

/**
 * academy_table_rows_update_headings:
 * @self: the names of rows
 *
 * Shows headings when the rows have groups, and else none: there would be one at
 * the top.
 */
void
academy_table_rows_update_headings (AcademyTableRows *self)
{
  gboolean is_grouped = academy_table_model_get_query (self->model)->group != NULL;
  g_autoptr(GtkListItemFactory) factory = NULL;

  if (is_grouped == (gtk_column_view_get_header_factory (self->view) != NULL))
    return;

  if (is_grouped)
    {
      factory = gtk_signal_list_item_factory_new ();
      g_signal_connect (factory, "setup", G_CALLBACK (setup_heading_cb), NULL);
      g_signal_connect_object (factory, "bind", G_CALLBACK (bind_heading_cb), self, 0);
    }
  gtk_column_view_set_header_factory (self->view, factory);
}
