/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-paste-columns.h"

#include <glib/gi18n-lib.h>

#include "academy-preferences.h"
#include "academy-recognition.h"

#define KEY           "pasted-columns"
#define HEADING_CHARS 20

struct _AcademyPasteColumns {
  /* Owned, by column */
  GPtrArray               *drop_downs;
  GPtrArray               *signs;
  const AcademyField     **columns;
  gboolean                *is_by_hand;

  /* Owned: the fields in the drop-downs, after “Not taken” */
  GPtrArray               *fields;

  /* Borrowed */
  AcademyGrid             *grid;
  const AcademyKind       *kind;
  gpointer                 data;

  AcademyPasteColumnsFunc  changed;
  guint                    first_row;
  gboolean                 is_updating;
};

/* What the columns of a pasted table are: a drop-down for each. What was chosen by
 * hand for a heading is proposed again for it. */

static const char *
get_heading (AcademyPasteColumns *self,
             guint                column)
{
  return self->first_row > 0 ? academy_grid_get_text (self->grid, self->first_row - 1, column) : "";
}

static guint
get_position (AcademyPasteColumns *self,
              const AcademyField  *field)
{
  guint index;

  return field != NULL && g_ptr_array_find (self->fields, field, &index) ? index + 1 : 0;
}

static void
set_column (AcademyPasteColumns *self,
            guint                column,
            const AcademyField  *field)
{
  self->columns[column] = field;
  if (column < self->drop_downs->len)
    gtk_drop_down_set_selected (self->drop_downs->pdata[column], get_position (self, field));
}

/* A field has one column only: the one chosen last. */
static void
choose (AcademyPasteColumns *self,
        guint                column,
        const AcademyField  *field)
{
  for (guint i = 0; field != NULL && i < academy_grid_get_n_columns (self->grid); i++)
    if (i != column && self->columns[i] == field)
      set_column (self, i, NULL);
  set_column (self, column, field);
}

static void
selected_cb (AcademyPasteColumns *self,
             GParamSpec          *pspec,
             GtkDropDown         *drop_down)
{
  guint selected = gtk_drop_down_get_selected (drop_down);
  guint column;

  if (self->is_updating || !g_ptr_array_find (self->drop_downs, drop_down, &column))
    return;

  self->is_updating = TRUE;
  choose (self, column, selected > 0 ? self->fields->pdata[selected - 1] : NULL);
  self->is_by_hand[column] = TRUE;
  gtk_widget_set_visible (self->signs->pdata[column], FALSE);
  self->is_updating = FALSE;
  if (self->changed != NULL)
    self->changed (self->data);
}

static char *
dup_remembered (const AcademyKind *kind,
                const char        *heading)
{
  g_autoptr(GVariant) kinds = g_settings_get_value (academy_preferences_get_settings (), KEY);
  g_autoptr(GVariant) headings = g_variant_lookup_value (kinds, kind->name, G_VARIANT_TYPE_VARDICT);
  g_autofree char *lower = academy_language_casefold (heading);
  char *name = NULL;

  if (headings != NULL && *lower != '\0')
    g_variant_lookup (headings, lower, "s", &name);
  return name;
}

/* Proposes what was chosen for the same heading before. */
static void
recall (AcademyPasteColumns *self,
        AcademyColumnGuess  *guesses)
{
  for (guint i = 0; i < academy_grid_get_n_columns (self->grid); i++)
    {
      g_autofree char *name = dup_remembered (self->kind, get_heading (self, i));
      const AcademyField *field = name != NULL ? academy_kind_find_field (self->kind, name) : NULL;

      if (name == NULL || (field == NULL && *name != '\0') || (field != NULL && get_position (self, field) == 0))
        continue;
      choose (self, i, field);
      guesses[i].confidence = 1;
    }
}

/* The heading, or what is first in the column. */
static char *
dup_label (AcademyPasteColumns *self,
           guint                column)
{
  const char *text = get_heading (self, column);

  for (guint row = self->first_row; *text == '\0' && row < academy_grid_get_n_rows (self->grid); row++)
    text = academy_grid_get_text (self->grid, row, column);

  /* Translators: a column of a pasted table in which nothing is */
  return *text != '\0' ? g_strdelimit (g_strdup (text), "\n", ' ') : g_strdup (_("Empty column"));
}

static gboolean
has_text (AcademyPasteColumns *self,
          guint                column)
{
  for (guint row = self->first_row; row < academy_grid_get_n_rows (self->grid); row++)
    if (*academy_grid_get_text (self->grid, row, column) != '\0')
      return TRUE;

  return FALSE;
}

static void
add_chooser (AcademyPasteColumns *self,
             AdwWrapBox          *box,
             GtkStringList       *labels,
             guint                column,
             gboolean             is_sure)
{
  GtkWidget *chooser = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *text = dup_label (self, column);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *sign = gtk_image_new_from_icon_name ("dialog-question-symbolic");
  GtkWidget *drop_down = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (labels)), NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), HEADING_CHARS);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_set_tooltip_text (sign, _("Check what this column is"));
  gtk_widget_add_css_class (sign, "warning");
  gtk_widget_set_visible (sign, !is_sure);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), sign);
  gtk_box_append (GTK_BOX (chooser), line);
  gtk_box_append (GTK_BOX (chooser), drop_down);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), get_position (self, self->columns[column]));
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, is_sure ? "" : _("Check what this column is"), -1);
  g_signal_connect_swapped (drop_down, "notify::selected", G_CALLBACK (selected_cb), self);
  g_ptr_array_add (self->drop_downs, g_object_ref (drop_down));
  g_ptr_array_add (self->signs, g_object_ref (sign));
  adw_wrap_box_append (box, chooser);
}

void
academy_paste_columns_free (AcademyPasteColumns *self)
{
  for (guint i = 0; i < self->drop_downs->len; i++)
    g_signal_handlers_disconnect_by_data (self->drop_downs->pdata[i], self);
  g_ptr_array_unref (self->drop_downs);
  g_ptr_array_unref (self->signs);
  g_ptr_array_unref (self->fields);
  g_free (self->columns);
  g_free (self->is_by_hand);
  g_free (self);
}

/**
 * academy_paste_columns_new:
 * @box: an empty box, which gets a drop-down for each column
 * @grid: a pasted table, which must exist as long as the result
 * @kind: the kind that its rows become
 * @store: a store
 * @owner: the owner of the new items
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the columns, with what they seem to be
 */
AcademyPasteColumns *
academy_paste_columns_new (AdwWrapBox         *box,
                           AcademyGrid        *grid,
                           const AcademyKind  *kind,
                           AcademyStore       *store,
                           AcademyItem        *owner,
                           GError            **error)
{
  g_autoptr(AcademyPasteColumns) self = g_new0 (AcademyPasteColumns, 1);
  guint n_columns = academy_grid_get_n_columns (grid);
  g_autofree AcademyColumnGuess *guesses = g_new0 (AcademyColumnGuess, n_columns);
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);

  self->grid = grid;
  self->kind = kind;
  self->drop_downs = g_ptr_array_new_with_free_func (g_object_unref);
  self->signs = g_ptr_array_new_with_free_func (g_object_unref);
  self->fields = g_ptr_array_new ();
  self->columns = g_new0 (const AcademyField *, n_columns);
  self->is_by_hand = g_new0 (gboolean, n_columns);
  gtk_string_list_append (labels, _("Not taken"));
  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    if (academy_recognition_takes (kind, field))
      {
        g_ptr_array_add (self->fields, (gpointer) field);
        gtk_string_list_append (labels, _(field->label));
      }

  if (!academy_recognition_guess (grid, kind, store, owner, guesses, &self->first_row, error))
    return NULL;

  for (guint i = 0; i < n_columns; i++)
    self->columns[i] = guesses[i].field;
  recall (self, guesses);
  for (guint i = 0; i < n_columns; i++)
    add_chooser (self, box, labels, i, self->columns[i] == NULL || guesses[i].confidence >= ACADEMY_GUESS_SURE);

  return g_steal_pointer (&self);
}

/**
 * academy_paste_columns_set_changed:
 * @self: columns
 * @changed: called after each choice
 * @data: data for @changed
 */
void
academy_paste_columns_set_changed (AcademyPasteColumns     *self,
                                   AcademyPasteColumnsFunc  changed,
                                   gpointer                 data)
{
  self->changed = changed;
  self->data = data;
}

/**
 * academy_paste_columns_get:
 * @self: columns
 *
 * Returns: (transfer none) (array): the field of each column, or %NULL for one that
 *   is not taken
 */
const AcademyField **
academy_paste_columns_get (AcademyPasteColumns *self)
{
  return self->columns;
}

/**
 * academy_paste_columns_get_first_row:
 * @self: columns
 *
 * Returns: the first row below any headings
 */
guint
academy_paste_columns_get_first_row (AcademyPasteColumns *self)
{
  return self->first_row;
}

/**
 * academy_paste_columns_remember:
 * @self: columns
 *
 * Remembers what was chosen by hand for the headings.
 */
void
academy_paste_columns_remember (AcademyPasteColumns *self)
{
  GSettings *settings = academy_preferences_get_settings ();
  g_autoptr(GVariant) saved = g_settings_get_value (settings, KEY);
  g_autoptr(GVariant) before = g_variant_lookup_value (saved, self->kind->name, G_VARIANT_TYPE_VARDICT);
  g_autoptr(GVariantDict) kinds = g_variant_dict_new (saved);
  g_autoptr(GVariantDict) headings = g_variant_dict_new (before);
  gboolean has_changed = FALSE;

  for (guint i = 0; i < academy_grid_get_n_columns (self->grid); i++)
    {
      g_autofree char *lower = academy_language_casefold (get_heading (self, i));

      if (!self->is_by_hand[i] || *lower == '\0')
        continue;
      g_variant_dict_insert (headings, lower, "s", self->columns[i] != NULL ? self->columns[i]->name : "");
      has_changed = TRUE;
    }
  if (!has_changed)
    return;

  g_variant_dict_insert_value (kinds, self->kind->name, g_variant_dict_end (headings));
  g_settings_set_value (settings, KEY, g_variant_dict_end (kinds));
}

/**
 * academy_paste_columns_dup_left:
 * @self: the columns
 *
 * Returns: (transfer full) (nullable): the headings of the columns whose texts are
 *   not taken, if there are any
 */
char *
academy_paste_columns_dup_left (AcademyPasteColumns *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) labels = NULL;

  for (guint i = 0; i < academy_grid_get_n_columns (self->grid); i++)
    if (self->columns[i] == NULL && has_text (self, i))
      g_strv_builder_take (builder, dup_label (self, i));
  labels = g_strv_builder_end (builder);

  return labels[0] != NULL ? g_strjoinv (", ", labels) : NULL;
}
