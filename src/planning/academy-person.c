/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-person.h"

#include <glib/gi18n-lib.h>

#include "academy-clock.h"
#include "academy-database-functions.h"
#include "academy-kinds.h"
#include "academy-store-query.h"

/* All that a programme records about a person, who has the right to see it and to
 * have it erased (General Data Protection Regulation, art. 15 and 17). */

/* The shortest name that is looked for in texts; a shorter one is in many words. */
#define SHORTEST_NAME 4

typedef struct {
  /* Borrowed */
  AcademyStore *store;

  /* Owned */
  GPtrArray    *items;
  GHashTable   *seen;
} Search;

static void
search_clear (Search *search)
{
  g_clear_pointer (&search->items, g_ptr_array_unref);
  g_clear_pointer (&search->seen, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static void
search_init (Search       *search,
             AcademyStore *store)
{
  search->store = store;
  search->items = g_ptr_array_new_with_free_func (g_object_unref);
  search->seen = g_hash_table_new (g_str_hash, g_str_equal);
}

static gboolean
add (Search             *search,
     const AcademyKind  *kind,
     const char         *id,
     GError            **error)
{
  g_autoptr(AcademyItem) item = academy_store_get (search->store, kind, id, error);

  if (item == NULL)
    return FALSE;

  if (!g_hash_table_contains (search->seen, id))
    {
      g_hash_table_add (search->seen, (gpointer) academy_item_get_id (item));
      g_ptr_array_add (search->items, g_steal_pointer (&item));
    }
  return TRUE;
}

/* Whether a field links to items of @target other than to their owner. */
static gboolean
links_to (const AcademyField *field,
          const AcademyKind  *target)
{
  return (field->type == ACADEMY_LINK || field->type == ACADEMY_LINKS) && (field->flags & ACADEMY_OWNER) == 0 &&
         g_str_equal (field->target, target->name);
}

static gboolean follow (Search             *search,
                        const AcademyKind  *target,
                        const char         *id,
                        GError            **error);

/* Adds the items of @kind that link to an item by @field. A personal link, such as
 * that of a participation, makes the item one more record of the person, to which
 * others link. */
static gboolean
follow_field (Search              *search,
              const AcademyKind   *kind,
              const AcademyField  *field,
              const char          *id,
              GError             **error)
{
  g_autoptr(GPtrArray) ids = academy_store_find (search->store, kind, &(AcademyQuery) { .link = field, .target = id }, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!add (search, kind, g_ptr_array_index (ids, i), error) ||
        ((field->flags & ACADEMY_PERSONAL) != 0 && !follow (search, kind, g_ptr_array_index (ids, i), error)))
      return FALSE;

  return ids != NULL;
}

static gboolean
follow (Search             *search,
        const AcademyKind  *target,
        const char         *id,
        GError            **error)
{
  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    ACADEMY_KIND_FOREACH_FIELD (*kind, field)
      if (links_to (field, target) && !follow_field (search, *kind, field, id, error))
        return FALSE;

  return TRUE;
}

static guint
get_rank (AcademyItem *item)
{
  guint rank = 0;

  while (academy_kinds ()[rank] != academy_item_get_kind (item))
    rank++;
  return rank;
}

static int
compare_kinds (gconstpointer a,
               gconstpointer b)
{
  return (int) get_rank (*(AcademyItem * const *) a) - (int) get_rank (*(AcademyItem * const *) b);
}

/**
 * academy_person_find_records:
 * @store: a store
 * @person: a person in it
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type AcademyItem): what is recorded
 *   about @person: participations, and the sessions and contacts that link to
 *   them, by kind
 */
GPtrArray *
academy_person_find_records (AcademyStore  *store,
                             AcademyItem   *person,
                             GError       **error)
{
  g_auto(Search) search = { NULL };

  search_init (&search, store);
  if (!follow (&search, academy_item_get_kind (person), academy_item_get_id (person), error))
    return NULL;

  g_ptr_array_sort (search.items, compare_kinds);
  return g_steal_pointer (&search.items);
}

typedef struct {
  /* Borrowed */
  const AcademyKind *kind;
  GPtrArray         *ids;
} Found;

static void
found_cb (AcademyStore *store,
          sqlite3_stmt *row,
          gpointer      data)
{
  Found *found = data;
  const char *id = academy_store_find_id (store, found->kind, row, 0);

  if (id != NULL)
    g_ptr_array_add (found->ids, g_strdup (id));
}

/* Returns a query for the items of @kind of which a text contains a name, with the
 * number of its parameters; %NULL for a kind without texts. */
static char *
dup_mention_sql (const AcademyKind *kind,
                 guint             *n_texts)
{
  g_autoptr(GString) sql = g_string_new (NULL);

  *n_texts = 0;
  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    if ((field->type == ACADEMY_TEXT || field->type == ACADEMY_LONG_TEXT) && (field->flags & ACADEMY_SEARCHABLE) != 0)
      {
        g_string_append_printf (sql, "%s " ACADEMY_CONTAINS " (\"%s\", ?)", *n_texts > 0 ? " OR" : "", field->name);
        (*n_texts)++;
      }
  if (*n_texts == 0)
    return NULL;

  g_string_prepend (sql, "WHERE");
  return g_strdup_printf ("SELECT \"id\" FROM \"%s\" %s", kind->name, sql->str);
}

static gboolean
find_mentions_of_kind (Search             *search,
                       const AcademyKind  *kind,
                       const char         *name,
                       GError            **error)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  Found found = { .kind = kind, .ids = ids };
  guint n_texts;
  g_autofree char *sql = dup_mention_sql (kind, &n_texts);
  g_autofree const char **texts = g_new (const char *, n_texts + 1);

  for (guint i = 0; i < n_texts; i++)
    texts[i] = name;
  if (sql != NULL && !academy_store_query (search->store, sql, texts, n_texts, found_cb, &found, error))
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    if (!add (search, kind, g_ptr_array_index (ids, i), error))
      return FALSE;

  return TRUE;
}

/**
 * academy_person_find_mentions:
 * @store: a store
 * @person: a person in it
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type AcademyItem): the items with a
 *   text that contains the name of @person, which erasing the person leaves as it
 *   is; none for a very short name
 */
GPtrArray *
academy_person_find_mentions (AcademyStore  *store,
                              AcademyItem   *person,
                              GError       **error)
{
  g_auto(Search) search = { NULL };
  const char *name = academy_item_get_text (person, "name");
  g_autofree char *fold = academy_language_casefold (name != NULL ? name : "");

  search_init (&search, store);
  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    if (*kind != academy_item_get_kind (person) && g_utf8_strlen (fold, -1) >= SHORTEST_NAME &&
        !find_mentions_of_kind (&search, *kind, fold, error))
      return NULL;

  return g_steal_pointer (&search.items);
}

/* Returns the title of the owner; empty for the programme, in which all are. */
static gboolean
read_owner_title (AcademyStore           *store,
                  AcademyItem            *item,
                  const AcademyLanguage  *language,
                  char                  **title,
                  GError                **error)
{
  g_autoptr(AcademyItem) owner = NULL;

  *title = NULL;
  if (academy_item_get_owner (item) == NULL)
    {
      *title = g_strdup ("");
      return TRUE;
    }

  owner = academy_store_get_owner (store, item, error);
  if (owner != NULL)
    *title = academy_item_get_kind (owner) != &academy_programme_kind ? academy_item_dup_title (owner, language) : g_strdup ("");
  return owner != NULL;
}

/**
 * academy_person_describe_item:
 * @store: a store
 * @item: an item found by academy_person_find_records() or
 *   academy_person_find_mentions()
 * @language: the language to use
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the text below the title of @item: its
 *   kind, its organisation, and what lists say of it
 */
char *
academy_person_describe_item (AcademyStore           *store,
                              AcademyItem            *item,
                              const AcademyLanguage  *language,
                              GError                **error)
{
  g_autofree char *owner = NULL;
  g_autofree char *subtitle = academy_item_dup_subtitle (item, language);
  g_autoptr(GString) text = g_string_new (academy_language_translate (language, academy_item_get_kind (item)->label));

  if (!read_owner_title (store, item, language, &owner, error))
    return NULL;

  if (*owner != '\0')
    g_string_append_printf (text, " · %s", owner);
  if (*subtitle != '\0')
    g_string_append_printf (text, " · %s", subtitle);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
append_field (GString               *text,
              const AcademyLanguage *language,
              const char            *label,
              const char            *value)
{
  g_string_append_printf (text, "%s: %s\n", academy_language_translate (language, label), value);
}

/* Whether a text says a value: a flag only when it is set, and not who the person
 * is, with whom the text begins. */
static gboolean
is_said (AcademyItem        *item,
         const AcademyField *field)
{
  if ((field->flags & ACADEMY_HIDDEN) != 0 || field->type == ACADEMY_LINKS || links_to (field, &academy_person_kind))
    return FALSE;
  if (field->type == ACADEMY_FLAG)
    return academy_item_get_flag (item, field->name);

  return academy_value_is_set (field, academy_item_get_value (item, field));
}

/* Appends a line for each value of @item; those of links are titles, and a flag is
 * its label. */
static gboolean
append_values (GString                *text,
               AcademyStore           *store,
               AcademyItem            *item,
               const AcademyLanguage  *language,
               GError                **error)
{
  ACADEMY_KIND_FOREACH_FIELD (academy_item_get_kind (item), field)
    {
      const GValue *value = academy_item_get_value (item, field);
      g_autoptr(AcademyItem) linked = NULL;
      g_autofree char *said = NULL;
      g_autoptr(GError) problem = NULL;

      if (!is_said (item, field))
        continue;

      if (field->type == ACADEMY_FLAG)
        {
          g_string_append_printf (text, "%s\n", academy_language_translate (language, field->label));
          continue;
        }
      if (field->type == ACADEMY_LINK)
        {
          linked = academy_store_get_linked (store, item, field->name, &problem);
          if (problem != NULL)
            {
              g_propagate_error (error, g_steal_pointer (&problem));
              return FALSE;
            }
          said = linked != NULL ? academy_item_dup_title (linked, language) : g_strdup ("");
        }
      else
        said = academy_language_format_value (language, field, value);
      append_field (text, language, field->label, said);
    }

  return TRUE;
}

/* Whether an item is about people one by one, as a contact is; a session, which
 * links to several, is told by its title and time only. */
static gboolean
is_own (AcademyItem *item)
{
  ACADEMY_KIND_FOREACH_FIELD (academy_item_get_kind (item), field)
    if (field->type == ACADEMY_LINKS && links_to (field, &academy_participation_kind))
      return FALSE;

  return TRUE;
}

static gboolean
append_record (GString                *text,
               AcademyStore           *store,
               AcademyItem            *item,
               const AcademyLanguage  *language,
               GError                **error)
{
  g_autofree char *title = academy_item_dup_title (item, language);
  g_autofree char *subtitle = academy_item_dup_subtitle (item, language);
  g_autofree char *owner = NULL;

  if (!read_owner_title (store, item, language, &owner, error))
    return FALSE;

  g_string_append_c (text, '\n');
  append_field (text, language, academy_item_get_kind (item)->label, title);
  if (*owner != '\0')
    append_field (text, language, academy_organisation_kind.label, owner);
  if (is_own (item))
    return append_values (text, store, item, language, error);

  if (*subtitle != '\0')
    g_string_append_printf (text, "%s\n", subtitle);
  return TRUE;
}

static gboolean
append_mentions (GString                *text,
                 AcademyStore           *store,
                 AcademyItem            *person,
                 const AcademyLanguage  *language,
                 GError                **error)
{
  g_autoptr(GPtrArray) mentions = academy_person_find_mentions (store, person, error);
  gboolean any = FALSE;

  if (mentions == NULL)
    return FALSE;

  for (guint i = 0; i < mentions->len; i++)
    {
      AcademyItem *item = g_ptr_array_index (mentions, i);
      g_autofree char *title = academy_item_dup_title (item, language);
      g_autofree char *description = NULL;

      if (academy_item_is_confidential (item))
        continue;

      description = academy_person_describe_item (store, item, language, error);
      if (description == NULL)
        return FALSE;
      if (!any)
        g_string_append_printf (text, "\n%s\n", academy_language_translate (language, N_("The name is also in these texts:")));
      g_string_append_printf (text, "%s (%s)\n", title, description);
      any = TRUE;
    }

  return TRUE;
}

/**
 * academy_person_dup_text:
 * @store: a store
 * @person: a person in it
 * @language: the language to use
 * @error: return location for an error
 *
 * Makes what a person has a right to get (General Data Protection Regulation,
 * art. 15). Private notes stay out of it, as out of all that leaves the file.
 *
 * Returns: (transfer full) (nullable): all that the programme records about
 *   @person, as text
 */
char *
academy_person_dup_text (AcademyStore           *store,
                         AcademyItem            *person,
                         const AcademyLanguage  *language,
                         GError                **error)
{
  g_autoptr(AcademyItem) programme = academy_store_get_owner (store, person, error);
  g_autoptr(GPtrArray) records = programme != NULL ? academy_person_find_records (store, person, error) : NULL;
  g_autofree char *name = academy_item_dup_title (person, language);
  g_autofree char *title = programme != NULL ? academy_item_dup_title (programme, language) : NULL;
  g_autofree char *day = NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  GDate today;

  if (records == NULL)
    return NULL;

  academy_clock_get_today (&today);
  day = academy_language_format_date (language, &today);
  /* Translators: the name of a person */
  g_string_append_printf (text, academy_language_translate (language, N_("All data about %s")), name);
  g_string_append_printf (text, "\n%s, %s\n\n", title, day);
  if (!append_values (text, store, person, language, error))
    return NULL;
  for (guint i = 0; i < records->len; i++)
    if (!append_record (text, store, g_ptr_array_index (records, i), language, error))
      return NULL;
  if (!append_mentions (text, store, person, language, error))
    return NULL;

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * academy_person_create_erasure:
 * @people: (element-type AcademyItem): people
 *
 * Returns: (transfer full): the edit that erases @people. Their participations
 *   stay, without names. The backups follow, see academy_backup_keep_async().
 */
AcademyEdit *
academy_person_create_erasure (GPtrArray *people)
{
  AcademyEdit *edit = academy_edit_new (people->len > 1 ? N_("Erase people") : academy_person_kind.remove);

  for (guint i = 0; i < people->len; i++)
    academy_edit_delete (edit, g_ptr_array_index (people, i));

  return edit;
}
