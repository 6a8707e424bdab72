/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-plan-export.h"

#include "academy-clock.h"
#include "academy-contradictions.h"
#include "academy-instant.h"
#include "academy-json.h"
#include "academy-kinds.h"
#include "academy-programme.h"

/* A text that is not in the second language of the programme. */
typedef struct {
  /* Owned */
  char               *id;

  /* Borrowed */
  const AcademyKind  *kind;
  const AcademyField *field;
} Missing;

static void
missing_clear (gpointer data)
{
  g_free (((Missing *) data)->id);
}

typedef struct {
  /* Borrowed */
  AcademyJsonWriter         *writer;
  AcademyStore              *store;
  const AcademyLanguage     *language;
  const AcademyTranslations *translations;
  GArray                    *missing;
  GCancellable              *cancellable;

  gboolean                   with_people;
} Export;

static void
write_text (Export     *export,
            const char *name,
            const char *text)
{
  academy_json_writer_member (export->writer, name);
  academy_json_writer_string (export->writer, text);
}

static void
note_missing (Export      *export,
              AcademyItem *item)
{
  const AcademyKind *kind = academy_item_get_kind (item);

  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    if ((field->flags & ACADEMY_TRANSLATABLE) && academy_translations_lack (export->translations, item, field))
      {
        Missing missing = { .id = g_strdup (academy_item_get_id (item)), .kind = kind, .field = field };

        g_array_append_val (export->missing, missing);
      }
}

/* Writes which texts are not in the language of the plan, in the order of the plan. */
static void
write_missing (Export *export)
{
  academy_json_writer_member (export->writer, ACADEMY_PLAN_MISSING);
  academy_json_writer_begin_array (export->writer);
  for (guint i = 0; i < export->missing->len; i++)
    {
      const Missing *missing = &g_array_index (export->missing, Missing, i);

      academy_json_writer_begin_object (export->writer);
      write_text (export, "kind", missing->kind->name);
      write_text (export, "id", missing->id);
      write_text (export, "field", missing->field->name);
      academy_json_writer_end_object (export->writer);
    }
  academy_json_writer_end_array (export->writer);
}

static gboolean write_parts (Export             *export,
                             const AcademyKind  *kind,
                             const char         *id,
                             GError            **error);

/* Writes the fields of an item; of a note nothing that tells of a private one which it
 * contradicts. */
static gboolean
write_fields (Export       *export,
              AcademyItem  *item,
              GError      **error)
{
  static const char * const names[] = { "contradicts", "settlement" };
  g_autoptr(AcademyItem) open = NULL;
  gboolean is_secret = FALSE;

  if (academy_item_get_kind (item) == &academy_note_kind)
    {
      if (!academy_contradictions_find_secret (export->store, item, &is_secret, error))
        return FALSE;
      open = is_secret ? academy_item_copy (item) : NULL;
    }
  for (guint i = 0; open != NULL && i < G_N_ELEMENTS (names); i++)
    g_object_set (open, names[i], NULL, NULL);

  academy_json_write_members (export->writer, open != NULL ? open : item, export->language, export->translations,
                              export->with_people);
  return TRUE;
}

static gboolean
write_item (AcademyItem  *item,
            gpointer      data,
            GError      **error)
{
  Export *export = data;

  if (g_cancellable_set_error_if_cancelled (export->cancellable, error))
    return FALSE;
  if (academy_item_is_confidential (item))
    return TRUE;

  note_missing (export, item);
  academy_json_writer_begin_object (export->writer);
  if (!write_fields (export, item, error) ||
      !write_parts (export, academy_item_get_kind (item), academy_item_get_id (item), error))
    return FALSE;
  academy_json_writer_end_object (export->writer);

  return TRUE;
}

/* Writes the single item of @kind of @owner, or null. */
static gboolean
write_single (Export             *export,
              const AcademyKind  *kind,
              const char         *owner,
              GError            **error)
{
  gint64 count;

  if (!academy_store_count (export->store, kind, owner, &count, error))
    return FALSE;
  if (count > 0)
    return academy_store_foreach (export->store, kind, owner, write_item, export, error);

  academy_json_writer_null (export->writer);
  return TRUE;
}

/* Writes the items of @kind of @owner as a member: an array, or a single object. */
static gboolean
write_part (Export             *export,
            const AcademyKind  *kind,
            const char         *owner,
            GError            **error)
{
  academy_json_writer_member (export->writer, academy_json_get_member (kind));
  if (kind->flags & ACADEMY_KIND_SINGLE)
    return write_single (export, kind, owner, error);

  academy_json_writer_begin_array (export->writer);
  if (!academy_store_foreach (export->store, kind, owner, write_item, export, error))
    return FALSE;
  academy_json_writer_end_array (export->writer);

  return TRUE;
}

/* Writes the parts of an item as its members, such as the indicators of a goal. */
static gboolean
write_parts (Export             *export,
             const AcademyKind  *kind,
             const char         *id,
             GError            **error)
{
  for (const AcademyKind * const *part = academy_kinds (); *part != NULL; part++)
    if (academy_json_has_part (kind, *part) && !write_part (export, *part, id, error))
      return FALSE;

  return TRUE;
}

/* Writes the organisation, and its parts beside it rather than within it. */
static gboolean
write_organisation (Export       *export,
                    AcademyItem  *organisation,
                    GError      **error)
{
  academy_json_writer_member (export->writer, academy_organisation_kind.name);
  academy_json_writer_begin_object (export->writer);
  academy_json_write_members (export->writer, organisation, export->language, export->translations, export->with_people);
  academy_json_writer_end_object (export->writer);

  return write_parts (export, &academy_organisation_kind, academy_item_get_id (organisation), error);
}

/* Writes the people who take part for the organisation, each once. */
static gboolean
write_people (Export       *export,
              AcademyItem  *organisation,
              GError      **error)
{
  g_autoptr(GPtrArray) participations =
    academy_store_get_all (export->store, &academy_participation_kind, academy_item_get_id (organisation), error);
  g_autoptr(GHashTable) written = g_hash_table_new (g_str_hash, g_str_equal);

  if (participations == NULL)
    return FALSE;

  academy_json_writer_member (export->writer, academy_person_kind.plural);
  academy_json_writer_begin_array (export->writer);
  for (guint i = 0; i < participations->len; i++)
    {
      const char *id = academy_item_get_text (g_ptr_array_index (participations, i), "person");
      g_autoptr(AcademyItem) person = NULL;

      if (id == NULL || !g_hash_table_add (written, (gpointer) id))
        continue;

      person = academy_store_get (export->store, &academy_person_kind, id, error);
      if (person == NULL || !write_item (person, export, error))
        return FALSE;
    }
  academy_json_writer_end_array (export->writer);

  return TRUE;
}

static GBytes *
write_plan (AcademyStore           *store,
            AcademyItem            *organisation,
            const AcademyLanguage  *language,
            gboolean                with_people,
            GCancellable           *cancellable,
            GError                **error)
{
  g_autoptr(AcademyJsonWriter) writer = academy_json_writer_new ();
  g_autoptr(AcademyTranslations) translations =
    academy_translations_read (store, academy_item_get_id (organisation), academy_language_get_code (language), error);
  g_autoptr(GArray) missing = g_array_new (FALSE, FALSE, sizeof (Missing));
  Export export = {
    .writer = writer,
    .store = store,
    .language = language,
    .translations = translations,
    .missing = missing,
    .cancellable = cancellable,
    .with_people = with_people,
  };
  g_autoptr(GDateTime) now = academy_clock_get_now ();
  g_autofree char *exported = academy_instant_to_text (now);
  g_autoptr(AcademyItem) programme = translations != NULL ? academy_store_get_owner (store, organisation, error) : NULL;
  g_autoptr(AcademyItem) plan = NULL;

  g_array_set_clear_func (missing, missing_clear);
  if (programme != NULL)
    plan = academy_store_get_first (store, &academy_plan_kind, academy_item_get_id (organisation), error);
  if (plan == NULL)
    return NULL;

  academy_json_writer_begin_object (writer);
  write_text (&export, "format", ACADEMY_PLAN_FORMAT);
  academy_json_writer_member (writer, "version");
  academy_json_writer_integer (writer, ACADEMY_PLAN_VERSION);
  write_text (&export, "exported", exported);
  write_text (&export, "language", academy_language_get_code (language));
  write_text (&export, "generator", GETTEXT_PACKAGE " " ACADEMY_VERSION);
  write_text (&export, "publicity", academy_item_get_text (plan, "publicity"));
  if (academy_programme_get_label (programme) != NULL)
    write_text (&export, "illustrative", academy_programme_get_label (programme));

  academy_json_writer_member (writer, academy_programme_kind.name);
  if (!write_item (programme, &export, error) ||
      !write_organisation (&export, organisation, error) ||
      (with_people && !write_people (&export, organisation, error)))
    return NULL;

  if (academy_translations_get_second (translations) != NULL)
    write_missing (&export);
  academy_json_writer_end_object (writer);
  return academy_json_writer_free_to_bytes (g_steal_pointer (&writer));
}

/**
 * academy_plan_export:
 * @store: a store
 * @organisation: the organisation of the plan
 * @language: the language of the labels, and of the texts that are translated
 * @with_people: whether to export names and contact details
 * @cancellable: (nullable): cancels the export
 * @error: return location for an error
 *
 * Returns: (transfer full): the plan of @organisation as JSON; for the same plan
 *   it differs only in the member `exported`
 */
GBytes *
academy_plan_export (AcademyStore           *store,
                     AcademyItem            *organisation,
                     const AcademyLanguage  *language,
                     gboolean                with_people,
                     GCancellable           *cancellable,
                     GError                **error)
{
  GBytes *plan;

  if (!academy_store_begin_reading (store, error))
    return NULL;

  plan = write_plan (store, organisation, language, with_people, cancellable, error);
  academy_store_end_reading (store);
  return plan;
}
