/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-plan-export.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "academy-error.h"
#include "academy-json.h"
#include "academy-kinds.h"

/* A plan is written member by member, so that one of many thousand measures
 * is never a tree in memory as a whole. */
typedef struct {
  /* Owned */
  GString               *text;
  JsonGenerator         *generator;

  /* Borrowed */
  AcademyStore          *store;
  const AcademyLanguage *language;
  GCancellable          *cancellable;

  gboolean               with_people;
  gboolean               has_member;
} Writer;

static void
writer_clear (Writer *writer)
{
  if (writer->text != NULL)
    g_string_free (writer->text, TRUE);
  g_clear_object (&writer->generator);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writer, writer_clear)

/* Line breaks within JSON strings are escaped, so that each one here begins a line. */
static void
append_node (Writer     *writer,
             JsonNode   *node,
             const char *indent)
{
  g_autofree char *json = NULL;
  const char *line;
  const char *end;

  json_generator_set_root (writer->generator, node);
  json = json_generator_to_data (writer->generator, NULL);

  for (line = json; (end = strchr (line, '\n')) != NULL; line = end + 1)
    {
      g_string_append_len (writer->text, line, end - line + 1);
      g_string_append (writer->text, indent);
    }
  g_string_append (writer->text, line);
}

static void
begin_member (Writer     *writer,
              const char *name)
{
  g_string_append_printf (writer->text, "%s\n  \"%s\" : ", writer->has_member ? "," : "{", name);
  writer->has_member = TRUE;
}

static void
add_text (Writer     *writer,
          const char *name,
          const char *text)
{
  g_autoptr(JsonNode) node = json_node_init_string (json_node_alloc (), text);

  begin_member (writer, name);
  append_node (writer, node, "  ");
}

static void
add_object (Writer     *writer,
            const char *name,
            JsonObject *object)
{
  g_autoptr(JsonNode) node = json_node_init_object (json_node_alloc (), object);

  begin_member (writer, name);
  append_node (writer, node, "  ");
}

static gboolean add_parts (Writer             *writer,
                           JsonObject         *object,
                           const AcademyKind  *kind,
                           const char         *id,
                           GError            **error);

static JsonObject *
item_to_object (Writer             *writer,
                const AcademyKind  *kind,
                const char         *id,
                GError            **error)
{
  g_autoptr(AcademyItem) item = academy_store_get (writer->store, kind, id, error);
  g_autoptr(JsonObject) object = NULL;

  if (item == NULL || g_cancellable_set_error_if_cancelled (writer->cancellable, error))
    return NULL;

  object = academy_json_from_item (item, writer->language, writer->with_people);
  if (!add_parts (writer, object, kind, id, error))
    return NULL;

  return g_steal_pointer (&object);
}

static gboolean
is_part (const AcademyKind *part,
         const AcademyKind *whole)
{
  const AcademyField *owner = academy_kind_get_owner (part);

  return owner != NULL && g_str_equal (owner->target, whole->name);
}

/* A list of the items of @kind that @owner has, as a member of @object. */
static gboolean
add_part (Writer             *writer,
          JsonObject         *object,
          const AcademyKind  *kind,
          const char         *owner,
          GError            **error)
{
  g_autoptr(GPtrArray) ids = academy_store_get_ids (writer->store, kind, owner, error);
  JsonArray *array;

  if (ids == NULL)
    return FALSE;

  array = json_array_sized_new (ids->len);
  json_object_set_array_member (object, kind->plural, array);
  for (guint i = 0; i < ids->len; i++)
    {
      JsonObject *element = item_to_object (writer, kind, g_ptr_array_index (ids, i), error);

      if (element == NULL)
        return FALSE;
      json_array_add_object_element (array, element);
    }

  return TRUE;
}

/* The indicators of a goal are a member of the goal. */
static gboolean
add_parts (Writer             *writer,
           JsonObject         *object,
           const AcademyKind  *kind,
           const char         *id,
           GError            **error)
{
  for (const AcademyKind * const *part = academy_kinds (); *part != NULL; part++)
    if (is_part (*part, kind) && !add_part (writer, object, *part, id, error))
      return FALSE;

  return TRUE;
}

static gboolean
add_list (Writer             *writer,
          const char         *name,
          const AcademyKind  *kind,
          GPtrArray          *ids,
          GError            **error)
{
  begin_member (writer, name);
  g_string_append_c (writer->text, '[');

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(JsonObject) object = item_to_object (writer, kind, g_ptr_array_index (ids, i), error);
      g_autoptr(JsonNode) node = NULL;

      if (object == NULL)
        return FALSE;

      node = json_node_init_object (json_node_alloc (), object);
      g_string_append (writer->text, i > 0 ? ",\n    " : "\n    ");
      append_node (writer, node, "    ");
    }

  g_string_append (writer->text, ids->len > 0 ? "\n  ]" : "]");
  return TRUE;
}

static gboolean
add_single (Writer             *writer,
            const AcademyKind  *kind,
            const char         *owner,
            GError            **error)
{
  g_autoptr(AcademyItem) item = academy_store_get_first (writer->store, kind, owner, error);
  g_autoptr(JsonObject) object = NULL;

  if (item == NULL)
    return FALSE;

  object = academy_json_from_item (item, writer->language, writer->with_people);
  add_object (writer, kind->name, object);
  return TRUE;
}

/* The phases and events, but not the other organisations and their people. */
static gboolean
add_programme (Writer       *writer,
               AcademyItem  *programme,
               GError      **error)
{
  g_autoptr(JsonObject) object = academy_json_from_item (programme, writer->language, writer->with_people);
  const char *id = academy_item_get_id (programme);

  if (!add_part (writer, object, &academy_phase_kind, id, error) ||
      !add_part (writer, object, &academy_event_kind, id, error))
    return FALSE;

  add_object (writer, academy_programme_kind.name, object);
  return TRUE;
}

/* Those who take part for the organisation. */
static gboolean
add_people (Writer       *writer,
            AcademyItem  *organisation,
            GError      **error)
{
  g_autoptr(GPtrArray) participations =
    academy_store_get_all (writer->store, &academy_participation_kind, academy_item_get_id (organisation), error);
  g_autoptr(GPtrArray) people = g_ptr_array_new ();

  if (participations == NULL)
    return FALSE;

  for (guint i = 0; i < participations->len; i++)
    {
      const char *person = academy_item_get_text (g_ptr_array_index (participations, i), "person");

      if (person != NULL && !g_ptr_array_find_with_equal_func (people, person, g_str_equal, NULL))
        g_ptr_array_add (people, (gpointer) person);
    }

  return add_list (writer, academy_person_kind.plural, &academy_person_kind, people, error);
}

static gboolean
add_organisation (Writer       *writer,
                  AcademyItem  *organisation,
                  GError      **error)
{
  const char *id = academy_item_get_id (organisation);
  g_autoptr(JsonObject) object = academy_json_from_item (organisation, writer->language, writer->with_people);

  add_object (writer, "organisation", object);

  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    {
      g_autoptr(GPtrArray) ids = NULL;

      if (!is_part (*kind, &academy_organisation_kind))
        continue;

      if ((*kind)->flags & ACADEMY_KIND_SINGLE)
        {
          if (!add_single (writer, *kind, id, error))
            return FALSE;
          continue;
        }

      ids = academy_store_get_ids (writer->store, *kind, id, error);
      if (ids == NULL || !add_list (writer, (*kind)->plural, *kind, ids, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * academy_plan_export:
 * @store: a store
 * @organisation: whose plan
 * @language: the language of the labels
 * @with_people: whether names and contact details are wanted
 * @cancellable: (nullable): stops the export
 * @error: says why the plan could not be exported
 *
 * Returns: (transfer full): the plan of @organisation as JSON; the same plan
 *   gives the same bytes, but for the member `exported`
 */
GBytes *
academy_plan_export (AcademyStore           *store,
                     AcademyItem            *organisation,
                     const AcademyLanguage  *language,
                     gboolean                with_people,
                     GCancellable           *cancellable,
                     GError                **error)
{
  g_auto(Writer) writer = {
    .text = g_string_new (NULL),
    .generator = json_generator_new (),
    .store = store,
    .language = language,
    .cancellable = cancellable,
    .with_people = with_people,
  };
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *exported = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");
  g_autoptr(AcademyItem) programme =
    academy_store_get (store, &academy_programme_kind, academy_item_get_owner (organisation), error);
  g_autoptr(AcademyItem) plan =
    academy_store_get_first (store, &academy_plan_kind, academy_item_get_id (organisation), error);

  if (programme == NULL || plan == NULL)
    return NULL;

  json_generator_set_pretty (writer.generator, TRUE);
  json_generator_set_indent (writer.generator, 2);

  add_text (&writer, "format", ACADEMY_PLAN_FORMAT);
  begin_member (&writer, "version");
  g_string_append_printf (writer.text, "%d", ACADEMY_PLAN_VERSION);
  add_text (&writer, "exported", exported);
  add_text (&writer, "language", academy_language_get_code (language));
  add_text (&writer, "generator", GETTEXT_PACKAGE " " ACADEMY_VERSION);
  add_text (&writer, "publicity", academy_item_get_text (plan, "publicity"));

  if (!add_programme (&writer, programme, error) ||
      !add_organisation (&writer, organisation, error) ||
      (with_people && !add_people (&writer, organisation, error)))
    return NULL;

  g_string_append (writer.text, "\n}\n");
  return g_string_free_to_bytes (g_steal_pointer (&writer.text));
}

static void
remove_files (GPtrArray *files)
{
  for (guint i = 0; i < files->len; i++)
    g_unlink (g_ptr_array_index (files, i));
}

/**
 * academy_plan_write_files:
 * @files: (element-type filename): where they go
 * @contents: (element-type GBytes): what is in each
 * @error: says why they could not be written
 *
 * Every file is written beside its place before the first one takes it, so
 * that a full disk leaves nothing behind and no older file is lost.
 *
 * Returns: whether all of them are there
 */
gboolean
academy_plan_write_files (GPtrArray  *files,
                          GPtrArray  *contents,
                          GError    **error)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < files->len; i++)
    {
      char *part = g_strconcat (g_ptr_array_index (files, i), ".part", NULL);
      gsize size;
      const char *data = g_bytes_get_data (g_ptr_array_index (contents, i), &size);

      g_ptr_array_add (parts, part);
      if (!g_file_set_contents_full (part, data, size, G_FILE_SET_CONTENTS_DURABLE, 0644, error))
        {
          remove_files (parts);
          return FALSE;
        }
    }

  for (guint i = 0; i < files->len; i++)
    if (g_rename (g_ptr_array_index (parts, i), g_ptr_array_index (files, i)) != 0)
      {
        int saved = errno;

        remove_files (parts);
        g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_FAILED, _("“%s” cannot be written: %s"),
                     (const char *) g_ptr_array_index (files, i), g_strerror (saved));
        return FALSE;
      }

  return TRUE;
}
