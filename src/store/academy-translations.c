/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-translations.h"

#include <glib/gi18n-lib.h>

#include "academy-kinds.h"
#include "academy-programme.h"
#include "academy-store-private.h"
#include "academy-store-query.h"
#include "academy-translation.h"

/**
 * AcademyTranslations:
 *
 * The texts of an organisation, or of all, in the languages of the programme, read
 * at once for an output in one language. Lists and pages show texts as they were
 * written, and need none of this.
 */
struct _AcademyTranslations {
  /* Owned */
  GHashTable *texts;
  char       *language;
  char       *first;
  char       *second;
};

/* Names a text: the id of its item, its field and its language. */
static char *
make_key (const char *item,
          const char *field,
          const char *language)
{
  return g_strjoin (" ", item, field, language, NULL);
}

static void
add_text (AcademyStore *store,
          sqlite3_stmt *row,
          gpointer      data)
{
  AcademyTranslations *self = data;
  const char *text = academy_database_get_text (row, 3);

  if (*text != '\0')
    g_hash_table_insert (self->texts,
                         make_key (academy_database_get_text (row, 0), academy_database_get_text (row, 1),
                                   academy_database_get_text (row, 2)),
                         g_strdup (text));
}

/**
 * academy_translations_read:
 * @store: a store
 * @organisation: (nullable): the id of an organisation, or %NULL for all
 * @language: the code of the language to show texts in
 * @error: return location for an error
 *
 * Returns: (transfer full): the translations of all texts of @organisation
 */
AcademyTranslations *
academy_translations_read (AcademyStore  *store,
                           const char    *organisation,
                           const char    *language,
                           GError       **error)
{
  static const char all[] = "SELECT \"item\", \"field\", \"language\", \"text\" FROM \"translation\"";
  static const char of_one[] =
    "SELECT \"item\", \"field\", \"language\", \"text\" FROM \"translation\" WHERE \"organisation\" = ?";
  g_autoptr(AcademyItem) programme = academy_store_get_first (store, &academy_programme_kind, NULL, error);
  g_autoptr(AcademyTranslations) self = NULL;

  if (programme == NULL)
    return NULL;

  self = g_new0 (AcademyTranslations, 1);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->language = g_strdup (language);
  self->first = g_strdup (academy_item_get_text (programme, "language"));
  self->second = g_strdup (academy_programme_get_second_language (programme));

  return (organisation != NULL ? academy_store_query (store, of_one, &organisation, 1, add_text, self, error)
                               : academy_store_query (store, all, NULL, 0, add_text, self, error))
           ? g_steal_pointer (&self) : NULL;
}

void
academy_translations_free (AcademyTranslations *self)
{
  g_hash_table_unref (self->texts);
  g_free (self->language);
  g_free (self->first);
  g_free (self->second);
  g_free (self);
}

/**
 * academy_translations_get_second:
 * @self: translations
 *
 * Returns: (nullable) (transfer none): the code of the second language of the
 *   programme, or %NULL when it has none
 */
const char *
academy_translations_get_second (const AcademyTranslations *self)
{
  return self->second;
}

static const char *
find_translation (const AcademyTranslations *self,
                  const char                *item,
                  const AcademyField        *field,
                  const char                *language)
{
  g_autofree char *key = make_key (item, field->name, language);

  return g_hash_table_lookup (self->texts, key);
}

/**
 * academy_translations_find:
 * @self: translations
 * @item: an item with its texts as they were written
 * @field: a field of it with %ACADEMY_TRANSLATABLE
 * @language: the code of a language
 *
 * Returns: (nullable) (transfer none): the text of @field in @language
 */
const char *
academy_translations_find (const AcademyTranslations *self,
                           AcademyItem               *item,
                           const AcademyField        *field,
                           const char                *language)
{
  if (g_strcmp0 (language, self->first) != 0)
    return find_translation (self, academy_item_get_id (item), field, language);

  return academy_value_is_set (field, academy_item_get_value (item, field)) ? academy_item_get_text (item, field->name) : NULL;
}

/**
 * academy_translations_has:
 * @self: translations
 * @item: an item
 * @field: a field of it with %ACADEMY_TRANSLATABLE
 *
 * Returns: whether @field is translated to any language
 */
gboolean
academy_translations_has (const AcademyTranslations *self,
                          AcademyItem               *item,
                          const AcademyField        *field)
{
  for (const AcademyChoice *language = academy_programme_languages; language->token != NULL; language++)
    if (g_strcmp0 (language->token, self->first) != 0 &&
        find_translation (self, academy_item_get_id (item), field, language->token) != NULL)
      return TRUE;

  return FALSE;
}

/**
 * academy_translations_get_text:
 * @self: translations
 * @item: an item with its texts as they were written
 * @field: a field of it with %ACADEMY_TRANSLATABLE
 *
 * Returns: (nullable) (transfer none): the text in the language to show, or as it
 *   was written
 */
const char *
academy_translations_get_text (const AcademyTranslations *self,
                               AcademyItem               *item,
                               const AcademyField        *field)
{
  const char *text = academy_translations_find (self, item, field, self->language);

  return text != NULL ? text : academy_item_get_text (item, field->name);
}

/**
 * academy_translations_find_title:
 * @self: (nullable): translations, or %NULL for what shows texts as they were written
 * @kind: the kind of an item
 * @item: the id of it
 *
 * Returns: (nullable) (transfer none): the title in the language to show, or %NULL
 *   when it is to be shown as it was written
 */
const char *
academy_translations_find_title (const AcademyTranslations *self,
                                 const AcademyKind         *kind,
                                 const char                *item)
{
  const AcademyField *field = kind->dup_title == NULL ? academy_kind_find_title (kind) : NULL;

  return self != NULL && field != NULL ? find_translation (self, item, field, self->language) : NULL;
}

/**
 * academy_translations_dup_title:
 * @self: (nullable): translations, or %NULL for what shows texts as they were written
 * @item: an item with its texts as they were written
 * @language: the language to use
 *
 * Returns: (transfer full): the title of @item in the language to show, or as it was
 *   written; never empty
 */
char *
academy_translations_dup_title (const AcademyTranslations *self,
                                AcademyItem               *item,
                                const AcademyLanguage     *language)
{
  const char *title = academy_translations_find_title (self, academy_item_get_kind (item), academy_item_get_id (item));

  return title != NULL ? g_strdup (title) : academy_item_dup_title (item, language);
}

/**
 * academy_translations_lack:
 * @self: translations
 * @item: an item with its texts as they were written
 * @field: a field of it with %ACADEMY_TRANSLATABLE
 *
 * Returns: whether the second language of the programme is to be shown, and @field
 *   has a text but none in it
 */
gboolean
academy_translations_lack (const AcademyTranslations *self,
                           AcademyItem               *item,
                           const AcademyField        *field)
{
  return g_strcmp0 (self->language, self->second) == 0 &&
         academy_value_is_set (field, academy_item_get_value (item, field)) &&
         find_translation (self, academy_item_get_id (item), field, self->language) == NULL;
}

/**
 * academy_translations_apply:
 * @self: translations
 * @item: an item that nobody edits
 *
 * Sets the texts of @item to those in the language to show, where there are any.
 */
void
academy_translations_apply (const AcademyTranslations *self,
                            AcademyItem               *item)
{
  ACADEMY_KIND_FOREACH_FIELD (academy_item_get_kind (item), field)
    if (field->flags & ACADEMY_TRANSLATABLE)
      g_object_set (item, field->name, academy_translations_get_text (self, item, field), NULL);
}

/**
 * academy_translations_show:
 * @store: a store that nobody edits
 * @organisation: (nullable): the id of an organisation, or %NULL for all
 * @language: the code of a language
 * @error: return location for an error
 *
 * Makes @store show the texts of the items that it reads from now on in @language,
 * where there are any.
 *
 * Returns: whether the translations could be read
 */
gboolean
academy_translations_show (AcademyStore  *store,
                           const char    *organisation,
                           const char    *language,
                           GError       **error)
{
  g_autoptr(AcademyItem) programme = academy_store_get_first (store, &academy_programme_kind, NULL, error);
  g_autoptr(AcademyTranslations) self = NULL;

  if (programme == NULL)
    return FALSE;
  if (g_strcmp0 (academy_item_get_text (programme, "language"), language) == 0)
    return TRUE;

  self = academy_translations_read (store, organisation, language, error);
  if (self == NULL)
    return FALSE;

  g_clear_pointer (&store->translations, academy_translations_free);
  store->translations = g_steal_pointer (&self);
  return TRUE;
}

/* Makes the condition of the items of @kind of the organisation ?1. */
static char *
make_condition (const AcademyKind *kind)
{
  const AcademyField *owner = academy_kind_get_owner (kind);
  const AcademyKind *whole = academy_kind_find (owner->target);
  g_autofree char *condition = NULL;

  if (whole == &academy_organisation_kind)
    return g_strdup_printf ("\"%s\" = ?1", owner->name);

  condition = make_condition (whole);
  return g_strdup_printf ("\"%s\" IN (SELECT \"id\" FROM \"%s\" WHERE %s)", owner->name, whole->name, condition);
}

static void
add_count (AcademyStore *store,
           sqlite3_stmt *row,
           gpointer      data)
{
  *(guint *) data += (guint) sqlite3_column_int64 (row, 0);
}

/* Counts with one pass over the items and one over the translations. */
static gboolean
count_field (AcademyStore        *store,
             const AcademyKind   *kind,
             const AcademyField  *field,
             const char          *organisation,
             const char          *language,
             guint               *n_missing,
             GError             **error)
{
  const char *texts[] = { organisation, language };
  g_autofree char *condition = organisation != NULL ? make_condition (kind) : g_strdup ("?1 IS NULL");
  g_autofree char *sql =
    g_strdup_printf ("SELECT count (*) FROM \"%s\" WHERE \"%s\" <> '' AND %s AND \"id\" NOT IN "
                     "(SELECT \"item\" FROM \"translation\" WHERE %s AND \"field\" = '%s' AND \"language\" = ?2)",
                     kind->name, field->name, condition, organisation != NULL ? "\"organisation\" = ?1" : "?1 IS NULL",
                     field->name);

  return academy_store_query (store, sql, texts, G_N_ELEMENTS (texts), add_count, n_missing, error);
}

static gboolean
is_in_scope (const AcademyKind       *kind,
             const AcademyField      *field,
             AcademyTranslationScope  scope)
{
  return (field->flags & ACADEMY_TRANSLATABLE) != 0 &&
         (scope == ACADEMY_TRANSLATION_ALL || (kind->start != NULL && field == academy_kind_find_title (kind)));
}

/**
 * academy_translations_count_missing:
 * @store: a store
 * @organisation: (nullable): the id of an organisation, or %NULL for all
 * @language: the code of the language of an output
 * @scope: the texts of the output
 * @n_missing: (out): how many texts are not translated; 0 when @language is not
 *   the second language of the programme
 * @error: return location for an error
 *
 * Returns: whether they could be counted
 */
gboolean
academy_translations_count_missing (AcademyStore             *store,
                                    const char               *organisation,
                                    const char               *language,
                                    AcademyTranslationScope   scope,
                                    guint                    *n_missing,
                                    GError                  **error)
{
  g_autoptr(AcademyItem) programme = academy_store_get_first (store, &academy_programme_kind, NULL, error);

  *n_missing = 0;
  if (programme == NULL)
    return FALSE;
  if (g_strcmp0 (academy_programme_get_second_language (programme), language) != 0)
    return TRUE;

  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    ACADEMY_KIND_FOREACH_FIELD (*kind, field)
      if (is_in_scope (*kind, field, scope) &&
          !count_field (store, *kind, field, organisation, language, n_missing, error))
        return FALSE;

  return TRUE;
}

/**
 * academy_translations_tell_missing:
 * @store: a store
 * @organisation: (nullable): the id of an organisation, or %NULL for all
 * @language: the language of an output
 * @scope: the texts of the output
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a sentence in the language of the interface,
 *   "" when nothing is missing, or %NULL when that could not be read
 */
char *
academy_translations_tell_missing (AcademyStore             *store,
                                   const char               *organisation,
                                   const AcademyLanguage    *language,
                                   AcademyTranslationScope   scope,
                                   GError                  **error)
{
  const char *code = academy_language_get_code (language);
  guint n_missing;

  if (!academy_translations_count_missing (store, organisation, code, scope, &n_missing, error))
    return NULL;
  if (n_missing == 0)
    return g_strdup ("");

  return g_strdup_printf (g_str_equal (code, "fi")
                            ? ngettext ("%u text is missing in Finnish and shown as it was written.",
                                        "%u texts are missing in Finnish and shown as they were written.", n_missing)
                            : ngettext ("%u text is missing in English and shown as it was written.",
                                        "%u texts are missing in English and shown as they were written.", n_missing),
                          n_missing);
}

typedef struct {
  AcademyItem *item;
  AcademyItem *copy;
  AcademyEdit *edit;
} Copying;

static void
copy_text (AcademyStore *store,
           sqlite3_stmt *row,
           gpointer      data)
{
  const Copying *copying = data;
  const AcademyField *field =
    academy_translation_find_field (academy_item_get_kind (copying->item)->name, academy_database_get_text (row, 1));
  g_autoptr(AcademyItem) translation = NULL;

  if (field == NULL)
    return;

  translation = academy_translation_new (academy_database_get_text (row, 0), copying->copy, field,
                                         academy_database_get_text (row, 2));
  g_object_set (translation, "text", academy_database_get_text (row, 3), NULL);
  academy_edit_create (copying->edit, translation);
}

/**
 * academy_translations_copy:
 * @store: a store
 * @item: an item in it
 * @copy: a copy of @item, which @edit creates
 * @edit: an edit
 * @error: return location for an error
 *
 * Adds copies of the translations of @item to @edit.
 *
 * Returns: whether they could be read
 */
gboolean
academy_translations_copy (AcademyStore  *store,
                           AcademyItem   *item,
                           AcademyItem   *copy,
                           AcademyEdit   *edit,
                           GError       **error)
{
  static const char sql[] =
    "SELECT \"organisation\", \"field\", \"language\", \"text\" FROM \"translation\" WHERE \"id\" = ?";
  Copying copying = { item, copy, edit };

  ACADEMY_KIND_FOREACH_FIELD (academy_item_get_kind (item), field)
    for (const AcademyChoice *language = academy_programme_languages; language->token != NULL; language++)
      {
        g_autofree char *id = NULL;
        const char *texts[1];

        if ((field->flags & ACADEMY_TRANSLATABLE) == 0)
          continue;

        id = academy_translation_dup_id (academy_item_get_id (item), field, language->token);
        texts[0] = id;
        if (!academy_store_query (store, sql, texts, 1, copy_text, &copying, error))
          return FALSE;
      }

  return TRUE;
}
