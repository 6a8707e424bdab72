/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-template.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "academy-error.h"
#include "academy-id.h"
#include "academy-kinds.h"
#include "academy-programme.h"
#include "academy-template-resources.h"
#include "academy-translation.h"

#define RESOURCE_FOLDER "/fi/hankintakeino/InnovationAcademy/templates/"

/* A template is a key file: a group “kind name” for each item, with a key for
 * each field. A link is the name of the group of its target. A text in several
 * languages has a key for each: “title[fi]”. When the programme names a second
 * language, it has those texts as translations. */
typedef struct {
  /* Owned */
  char        *second;

  /* Borrowed */
  AcademyEdit *edit;
  GKeyFile    *file;
  GHashTable  *ids;
  GHashTable  *organisations;
  const char  *language;
} Reader;

static void
reader_clear (Reader *reader)
{
  g_free (reader->second);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static const AcademyKind *
find_kind (const char  *group,
           GError     **error)
{
  g_autofree char *name = g_strndup (group, strcspn (group, " "));
  const AcademyKind *kind = academy_kind_find (name);

  if (kind == NULL)
    g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_FAILED, _("There is no kind “%s”."), name);

  return kind;
}

/* Replaces group names, separated by spaces, by their ids. */
static char *
find_ids (Reader              *reader,
          const AcademyField  *field,
          const char          *names,
          GError             **error)
{
  g_auto(GStrv) parts = g_strsplit (names, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *group = g_strconcat (field->target, " ", parts[i], NULL);
      const char *id = g_hash_table_lookup (reader->ids, group);

      if (id == NULL)
        {
          g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_FAILED, _("There is no “%s”."), group);
          return NULL;
        }
      g_set_str (&parts[i], id);
    }

  return g_strjoinv (" ", parts);
}

static gboolean
read_field (Reader       *reader,
            AcademyItem  *item,
            const char   *group,
            const char   *key,
            GError      **error)
{
  g_autofree char *name = g_strndup (key, strcspn (key, "["));
  const AcademyField *field = academy_kind_find_field (academy_item_get_kind (item), name);
  g_autofree char *text = g_key_file_get_locale_string (reader->file, group, name, reader->language, error);
  g_auto(GValue) value = G_VALUE_INIT;

  if (text == NULL)
    return FALSE;
  if (field == NULL)
    {
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_FAILED, _("“%s” has no field “%s”."), group, name);
      return FALSE;
    }

  if (field->type == ACADEMY_LINK || field->type == ACADEMY_LINKS)
    {
      g_autofree char *names = g_steal_pointer (&text);

      text = find_ids (reader, field, names, error);
      if (text == NULL)
        return FALSE;
    }

  academy_value_init (field, &value);
  if (!academy_value_set_from_text (field, text, &value, error))
    return FALSE;

  academy_item_set_value (item, field, &value);
  return TRUE;
}

/* Makes the id of an item. That of a single part is derived from its owner, whose
 * group comes first. */
static char *
make_id (Reader      *reader,
         const char  *group,
         GError     **error)
{
  const AcademyKind *kind = find_kind (group, error);
  const AcademyField *owner;
  g_autofree char *name = NULL;
  g_autofree char *id = NULL;

  if (kind == NULL)
    return NULL;
  if ((kind->flags & ACADEMY_KIND_SINGLE) == 0)
    return g_uuid_string_random ();

  owner = academy_kind_get_owner (kind);
  name = g_key_file_get_string (reader->file, group, owner->name, error);
  id = name != NULL ? find_ids (reader, owner, name, error) : NULL;
  return id != NULL ? academy_id_derive (id, kind->name) : NULL;
}

/* Notes which organisation an item belongs to; owners come first. */
static void
note_organisation (Reader      *reader,
                   AcademyItem *item)
{
  const char *id = academy_item_get_id (item);
  const char *owner = academy_item_get_owner (item);
  const char *organisation = academy_item_get_kind (item) == &academy_organisation_kind ? id
                             : owner != NULL ? g_hash_table_lookup (reader->organisations, owner) : NULL;

  if (organisation != NULL)
    g_hash_table_insert (reader->organisations, g_strdup (id), g_strdup (organisation));
}

static void
add_translations (Reader      *reader,
                  AcademyItem *item,
                  const char  *group)
{
  const char *organisation = g_hash_table_lookup (reader->organisations, academy_item_get_id (item));

  ACADEMY_KIND_FOREACH_FIELD (academy_item_get_kind (item), field)
    {
      g_autofree char *key = g_strdup_printf ("%s[%s]", field->name, reader->second);
      g_autofree char *text = g_key_file_get_string (reader->file, group, key, NULL);
      g_autoptr(AcademyItem) translation = NULL;

      if (text == NULL || (field->flags & ACADEMY_TRANSLATABLE) == 0 || organisation == NULL)
        continue;

      translation = academy_translation_new (organisation, item, field, reader->second);
      g_object_set (translation, "text", text, NULL);
      academy_edit_create (reader->edit, translation);
    }
}

static gboolean
read_item (Reader      *reader,
           const char  *group,
           GError     **error)
{
  const AcademyKind *kind = find_kind (group, error);
  g_auto(GStrv) keys = g_key_file_get_keys (reader->file, group, NULL, NULL);
  g_autoptr(AcademyItem) item = NULL;

  if (kind == NULL)
    return FALSE;

  item = academy_item_new (kind, g_hash_table_lookup (reader->ids, group));
  for (guint i = 0; keys[i] != NULL; i++)
    if (!read_field (reader, item, group, keys[i], error))
      return FALSE;

  academy_edit_create (reader->edit, item);
  note_organisation (reader, item);
  if (kind == &academy_programme_kind)
    reader->second = g_strdup (academy_programme_get_second_language (item));
  if (reader->second != NULL)
    add_translations (reader, item, group);
  return TRUE;
}

/**
 * academy_template_create_edit:
 * @name: `2021`, `example` or `empty`
 * @language: the language of the texts that a programme has in one language only
 * @error: lists the templates there are
 *
 * Returns: (transfer full): an edit with the content of template @name, for
 *   academy_store_create()
 */
AcademyEdit *
academy_template_create_edit (const char             *name,
                              const AcademyLanguage  *language,
                              GError                **error)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, name, ".ini", NULL);
  g_autoptr(GBytes) bytes = g_resource_lookup_data (academy_template_get_resource (), path, 0, NULL);
  g_autoptr(AcademyEdit) edit = academy_edit_new (N_("New programme"));
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr(GHashTable) organisations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto(Reader) reader = {
    .edit = edit,
    .file = file,
    .ids = ids,
    .organisations = organisations,
    .language = academy_language_get_code (language),
  };
  g_auto(GStrv) groups = NULL;

  if (bytes == NULL)
    {
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_NOT_FOUND,
                   _("There is no template “%s”; choose 2021, example or empty."), name);
      return NULL;
    }
  if (!g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_KEEP_TRANSLATIONS, error))
    return NULL;

  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      char *id = make_id (&reader, groups[i], error);

      if (id == NULL)
        return NULL;
      g_hash_table_insert (ids, groups[i], id);
    }
  for (guint i = 0; groups[i] != NULL; i++)
    if (!read_item (&reader, groups[i], error))
      return NULL;

  return g_steal_pointer (&edit);
}
