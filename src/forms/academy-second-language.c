/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-second-language.h"

#include <glib/gi18n-lib.h>

#include "academy-descendant.h"
#include "academy-draft.h"
#include "academy-error.h"
#include "academy-kinds.h"
#include "academy-programme.h"
#include "academy-translation.h"

/* A second language that a programme may have. */
typedef struct {
  const char *code;
  const char *title;
} Words;

/* A text of the form, and the row of its translation. */
typedef struct {
  /* Borrowed */
  AcademyEditor *original;
  AcademyEditor *editor;
} Row;

struct _AcademySecondLanguage {
  GObject       parent_instance;

  /* Owned */
  AcademyStore *store;
  AcademyItem  *item;
  GPtrArray    *editors;
  GArray       *rows;

  /* Borrowed */
  GtkWidget    *form;
  GtkWidget    *group;
  GtkWidget    *switch_row;
  const Words  *words;

  guint         n_originals;
};

G_DEFINE_FINAL_TYPE (AcademySecondLanguage, academy_second_language, G_TYPE_OBJECT)

/**
 * AcademySecondLanguage:
 *
 * The rows of a form for texts in the second language of the programme, each below
 * the text that it translates, and a switch that hides them and says which texts
 * are missing. There is nothing of it in a programme in one language.
 */

static const Words languages[] = {
  { "fi", N_("Texts in Finnish") },
  { "sv", N_("Texts in Swedish") },
  { "en", N_("Texts in English") },
};

static char *
dup_label (AcademySecondLanguage *self,
           AcademyEditor         *original)
{
  const char *label = academy_editor_get_label (original);

  if (g_str_equal (self->words->code, "fi"))
    /* Translators: the label of a field: “Title (in Finnish)” */
    return g_strdup_printf (_("%s (in Finnish)"), label);
  if (g_str_equal (self->words->code, "sv"))
    /* Translators: the label of a field: “Title (in Swedish)” */
    return g_strdup_printf (_("%s (in Swedish)"), label);

  /* Translators: the label of a field: “Title (in English)” */
  return g_strdup_printf (_("%s (in English)"), label);
}

/* Returns the words for the second language, or %NULL when there is none. */
static const Words *
find_words (AcademySecondLanguage *self)
{
  g_autoptr(AcademyItem) programme = academy_store_get_first (self->store, &academy_programme_kind, NULL, NULL);
  const char *second = programme != NULL ? academy_programme_get_second_language (programme) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_strcmp0 (languages[i].code, second) == 0)
      return &languages[i];

  return NULL;
}

static Row *
get_row (AcademySecondLanguage *self,
         guint                  i)
{
  return &g_array_index (self->rows, Row, i);
}

static gboolean
has_text (AcademyEditor *editor)
{
  const AcademyField *field = academy_editor_get_field (editor);
  AcademyItem *item = academy_editor_get_item (editor);

  return item != NULL && academy_value_is_set (field, academy_item_get_value (item, field));
}

/* There is nothing to translate where there is no text. A row with an error stays,
 * whatever the switch says. */
static void
update_rows (AcademySecondLanguage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = get_row (self, i);
      gboolean is_shown = adw_switch_row_get_active (ADW_SWITCH_ROW (self->switch_row)) &&
                          (has_text (row->original) || has_text (row->editor));

      gtk_widget_set_visible (academy_editor_get_row (row->editor), is_shown || academy_editor_has_error (row->editor));
    }
}

static void
update_switch (AcademySecondLanguage *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) labels = NULL;
  g_autofree char *list = NULL;
  g_autofree char *missing = NULL;

  if (self->words == NULL || self->item == NULL)
    return;

  for (guint i = 0; i < self->rows->len; i++)
    if (has_text (get_row (self, i)->original) && !has_text (get_row (self, i)->editor))
      g_strv_builder_add (builder, academy_editor_get_label (get_row (self, i)->original));

  labels = g_strv_builder_end (builder);
  list = g_strjoinv (", ", labels);
  /* Translators: the labels of the texts that have none in the second language: “Title, Description” */
  missing = g_strdup_printf (_("Missing: %s"), list);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->switch_row), *list != '\0' ? missing : _("Nothing is missing"));
}

/* Deletes a translation without a text, since that would not be one. */
static gboolean
save_cb (AcademyEditor  *editor,
         const GValue   *value,
         gpointer        data,
         GError        **error)
{
  AcademySecondLanguage *self = data;
  AcademyItem *translation = academy_editor_get_item (editor);
  const AcademyField *field = academy_editor_get_field (editor);
  const AcademyKind *kind = academy_item_get_kind (translation);
  gboolean is_set = academy_value_is_set (field, value);
  g_autoptr(AcademyEdit) edit =
    academy_edit_new (academy_draft_is (translation) ? kind->add : is_set ? kind->change : kind->remove);

  academy_draft_write (translation, edit);
  if (is_set)
    academy_edit_set (edit, translation, field, value);
  else
    academy_edit_delete (edit, translation);
  academy_edit_set_group (edit, academy_editor_get_group (editor));

  return academy_store_apply (self->store, edit, error);
}

/* Gives a row the translation in the file, or the draft of one. */
static void
bind_row (AcademySecondLanguage *self,
          const Row             *row)
{
  const AcademyField *field = academy_editor_get_field (row->original);
  AcademyItem *bound = academy_editor_get_item (row->editor);
  g_autofree char *id = NULL;
  g_autoptr(AcademyItem) translation = NULL;
  g_autoptr(GError) error = NULL;

  if (self->item != NULL)
    {
      id = academy_translation_dup_id (academy_item_get_id (self->item), field, self->words->code);
      translation = academy_store_get (self->store, &academy_translation_kind, id, &error);
      if (g_error_matches (error, ACADEMY_ERROR, ACADEMY_ERROR_NOT_FOUND))
        {
          if (bound != NULL && academy_draft_is (bound) && g_str_equal (academy_item_get_id (bound), id))
            return;

          g_clear_error (&error);
          translation = academy_draft_new_translation (self->store, self->item, field, self->words->code, &error);
        }
    }

  if (error != NULL)
    academy_store_report (self->store, error);
  academy_editor_set_item (row->editor, translation);
}

static void
bind_rows (AcademySecondLanguage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    bind_row (self, get_row (self, i));
  update_rows (self);
  update_switch (self);
}

static void
remove_rows (AcademySecondLanguage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      AcademyEditor *editor = get_row (self, i)->editor;
      GtkWidget *list = gtk_widget_get_parent (academy_editor_get_row (editor));

      academy_editor_set_item (editor, NULL);
      gtk_list_box_remove (GTK_LIST_BOX (list), academy_editor_get_row (editor));
      gtk_list_box_remove (GTK_LIST_BOX (list), academy_editor_get_error_row (editor));
    }

  g_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->editors, (int) self->n_originals);
  self->switch_row = NULL;
  g_clear_pointer (&self->group, gtk_widget_unparent);
}

static void
add_switch (AcademySecondLanguage *self)
{
  g_autoptr(GSettings) settings = g_settings_new (ACADEMY_APPLICATION_ID);
  GtkAccessible *list;

  self->switch_row = adw_switch_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->switch_row), _(self->words->title));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self->switch_row), 0);
  g_settings_bind (settings, "show-translations", self->switch_row, "active", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (self->switch_row, "notify::active", G_CALLBACK (update_rows), self, G_CONNECT_SWAPPED);

  self->group = adw_preferences_group_new ();
  list = GTK_ACCESSIBLE (academy_descendant_find (self->group, GTK_TYPE_LIST_BOX));
  gtk_accessible_reset_relation (list, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (list, GTK_ACCESSIBLE_PROPERTY_LABEL, _(self->words->title), -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), self->switch_row);
  gtk_widget_set_parent (self->group, self->form);
}

/* Adds a row below the text that it translates. */
static void
add_row (AcademySecondLanguage *self,
         AcademyEditor         *original)
{
  GtkWidget *above = academy_editor_get_error_row (original);
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_parent (above));
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (above));
  g_autofree char *label = dup_label (self, original);
  Row row = { .original = original };

  row.editor = academy_editor_new_for_translation (self->store, academy_editor_get_field (original), label);
  academy_editor_set_save (row.editor, save_cb, self);
  g_signal_connect_object (row.editor, "notify::error", G_CALLBACK (update_rows), self, G_CONNECT_SWAPPED);
  gtk_list_box_insert (list, academy_editor_get_row (row.editor), index + 1);
  gtk_list_box_insert (list, academy_editor_get_error_row (row.editor), index + 2);
  g_array_append_val (self->rows, row);
  g_ptr_array_add (self->editors, row.editor);
}

/* Makes the rows of the language that the programme has now. */
static void
update_language (AcademySecondLanguage *self)
{
  const Words *words = find_words (self);

  if (words == self->words)
    return;

  remove_rows (self);
  self->words = words;
  if (words != NULL)
    {
      add_switch (self);
      for (guint i = 0; i < self->n_originals; i++)
        {
          AcademyEditor *original = g_ptr_array_index (self->editors, i);

          if (academy_editor_get_field (original)->flags & ACADEMY_TRANSLATABLE)
            add_row (self, original);
        }
    }
}

static void
changed_cb (AcademySecondLanguage *self,
            AcademyChanges        *changes)
{
  if (self->item == NULL)
    return;

  if (academy_changes_touch (changes, &academy_programme_kind))
    update_language (self);
  if (academy_changes_touch (changes, &academy_programme_kind) || academy_changes_touch (changes, &academy_translation_kind))
    bind_rows (self);
  else if (academy_changes_find (changes, academy_item_get_id (self->item)) != NULL)
    {
      update_rows (self);
      update_switch (self);
    }
}

static void
academy_second_language_dispose (GObject *object)
{
  AcademySecondLanguage *self = ACADEMY_SECOND_LANGUAGE (object);

  g_clear_object (&self->item);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_second_language_parent_class)->dispose (object);
}

static void
academy_second_language_finalize (GObject *object)
{
  AcademySecondLanguage *self = ACADEMY_SECOND_LANGUAGE (object);

  g_array_unref (self->rows);
  g_clear_pointer (&self->editors, g_ptr_array_unref);

  G_OBJECT_CLASS (academy_second_language_parent_class)->finalize (object);
}

static void
academy_second_language_class_init (AcademySecondLanguageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_second_language_dispose;
  G_OBJECT_CLASS (klass)->finalize = academy_second_language_finalize;
}

static void
academy_second_language_init (AcademySecondLanguage *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
}

/**
 * academy_second_language_new:
 * @form: the form, which outlives the result and has a box layout
 * @store: the store of the items
 * @editors: (element-type AcademyEditor): the editors of a form, in the rows of
 *   lists, which those of translations join behind
 *
 * Returns: (transfer full): the second language of a form without an item yet
 */
AcademySecondLanguage *
academy_second_language_new (GtkWidget    *form,
                             AcademyStore *store,
                             GPtrArray    *editors)
{
  AcademySecondLanguage *self = g_object_new (ACADEMY_TYPE_SECOND_LANGUAGE, NULL);

  self->form = form;
  self->store = g_object_ref (store);
  self->editors = g_ptr_array_ref (editors);
  self->n_originals = editors->len;
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * academy_second_language_set_item:
 * @self: the second language of a form
 * @item: (nullable): the item of the form
 *
 * Saves the typed translations of the previous item, and shows those of @item.
 */
void
academy_second_language_set_item (AcademySecondLanguage *self,
                                  AcademyItem           *item)
{
  g_set_object (&self->item, item);
  if (item != NULL)
    update_language (self);
  bind_rows (self);
}
