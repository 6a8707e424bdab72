/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fields-fixture.h"

#include "test-display.h"

static const FieldSample samples[] = {
  { ACADEMY_TEXT, "sample-text", "sample-text", "sample-text" },
  { ACADEMY_TEXT, "another", "another", "another" },
  { ACADEMY_LONG_TEXT, "One\nTwo äö", "One\nTwo äö", "One\nTwo äö" },
  { ACADEMY_LONG_TEXT, "Three", "Three", "Three" },
  { ACADEMY_DATE, "19.10.2021", "2021-10-19", "19 Oct 2021" },
  { ACADEMY_DATE, "2021-11-02", "2021-11-02", "2 Nov 2021" },
  { ACADEMY_INSTANT, "19.10.2021 9:00", "2021-10-19T09:00:00+03:00", "19 Oct 2021 9:00" },
  { ACADEMY_INSTANT, "20 Oct 2021 15:30", "2021-10-20T15:30:00+03:00", "20 Oct 2021 15:30" },
  { ACADEMY_INTEGER, "1", "1", "1" },
  { ACADEMY_INTEGER, " 3 ", "3", "3" },
  { ACADEMY_INTEGER, "45", "45", "45" },
  { ACADEMY_INTEGER, "1 000", "1000", "1,000" },
  { ACADEMY_DECIMAL, "2,5", "2.5", "2.5" },
  { ACADEMY_DECIMAL, "1,200.25", "1200.25", "1,200.25" },
  { ACADEMY_MONEY, "1 200 000", "1200000", "€1,200,000" },
  { ACADEMY_MONEY, "45,000 €", "45000", "€45,000" },
  { ACADEMY_CPV, "45000000-7", "45000000", "45000000" },
  { ACADEMY_CPV, "72000000", "72000000", "72000000" },
  { ACADEMY_EMAIL, "first@example.org", "first@example.org", "first@example.org" },
  { ACADEMY_EMAIL, "second@example.org", "second@example.org", "second@example.org" },
  { ACADEMY_URI, "https://example.org/", "https://example.org/", "https://example.org/" },
  { ACADEMY_URI, "https://example.org/ä", "https://example.org/ä", "https://example.org/ä" },
};

/* Which of the items that it may link to: what a kind has two links to is not the same thing twice. */
static guint
get_end (const AcademyKind  *kind,
         const AcademyField *field)
{
  guint end = 0;

  for (const AcademyField *other = kind->fields; other != field; other++)
    if (other->type == ACADEMY_LINK && g_str_equal (other->target, field->target))
      end++;

  return end;
}

/* Whether the text tells an item from others of its kind. */
static gboolean
is_named_by (const AcademyField *field)
{
  return field->type == ACADEMY_TEXT && ((field->flags & ACADEMY_REQUIRED) || g_str_has_suffix (field->name, "title"));
}

static void
add_sample_item (AcademyEdit       *edit,
                 const AcademyKind *kind,
                 GHashTable        *items,
                 guint              i)
{
  AcademyItem *item = academy_item_new (kind, NULL);
  GPtrArray *of_kind = g_hash_table_lookup (items, kind->name);

  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    {
      g_auto(GValue) value = G_VALUE_INIT;
      g_autofree char *text = g_strdup_printf ("%s-%u", kind->name, i);

      if (academy_field_is_required (field) && field->type == ACADEMY_LINK)
        {
          GPtrArray *targets = g_hash_table_lookup (items, field->target);

          g_set_str (&text, academy_item_get_id (g_ptr_array_index (targets, get_end (kind, field))));
        }
      else if (!is_named_by (field) && !((field->flags & ACADEMY_REQUIRED) && field->type == ACADEMY_LONG_TEXT))
        continue;

      academy_value_init (field, &value);
      g_assert_true (academy_value_set_from_text (field, text, &value, NULL));
      academy_item_set_value (item, field, &value);
    }
  academy_edit_create (edit, item);
  g_ptr_array_add (of_kind, item);
}

static gboolean
links_to_itself (const AcademyKind *kind)
{
  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    if (field->type == ACADEMY_LINK && g_str_equal (field->target, kind->name))
      return TRUE;

  return FALSE;
}

/* Of what joins two things there is one for the same two, and of what links to its own
 * kind there is one to link from. */
static guint
get_number (const AcademyKind *kind)
{
  if ((kind->flags & ACADEMY_KIND_SINGLE) || academy_kind_get_owner (kind) == NULL)
    return 1;

  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    if (academy_field_is_required (field) && field->type == ACADEMY_LINK && get_end (kind, field) > 0)
      return 1;

  return FIELDS_N_OF_EACH + links_to_itself (kind);
}

/* A programme with a few items of every kind, whose first ones own the others and are linked to. */
AcademyStore *
fields_create_everything (void)
{
  g_autoptr(AcademyEdit) edit = academy_edit_new ("Add everything");
  g_autoptr(GHashTable) items = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                       (GDestroyNotify) g_ptr_array_unref);
  g_autofree char *path = test_make_path ();
  g_autoptr(GError) error = NULL;
  AcademyStore *store;

  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    {
      g_hash_table_insert (items, (gpointer) (*kind)->name, g_ptr_array_new_with_free_func (g_object_unref));
      for (guint i = 1; i <= get_number (*kind); i++)
        add_sample_item (edit, *kind, items, i);
    }
  store = academy_store_create (path, edit, &error);
  g_assert_no_error (error);

  return store;
}

/* A plan has one pilot, so that a second choice can only be none. */
static gboolean
has_target (const AcademyField *field,
            guint               i)
{
  return i == 0 || (academy_kind_find (field->target)->flags & ACADEMY_KIND_SINGLE) == 0;
}

char *
fields_dup_target_title (const AcademyField *field,
                         guint               i)
{
  return has_target (field, i) ? g_strdup_printf ("%s-%u", field->target, i + 1) : g_strdup ("Not chosen");
}

static gboolean
fits (const AcademyField *field,
      const char         *number)
{
  gint64 value = g_ascii_strtoll (number, NULL, 10);

  return !academy_field_has_limits (field) || (value >= field->min && value <= field->max);
}

/* Sample @i of those that the field takes. */
const FieldSample *
fields_get_sample (const AcademyField *field,
                   guint               i)
{
  for (guint j = 0; j < G_N_ELEMENTS (samples); j++)
    if (samples[j].type == field->type && fits (field, samples[j].canonical) && i-- == 0)
      return &samples[j];

  g_error ("There is no sample of the field “%s”", field->name);
}

/* The one of a kind that was created as number @i, from 0, whatever its place now. */
static AcademyItem *
find_item (AcademyStore      *store,
           const AcademyKind *kind,
           guint              i)
{
  g_autofree char *wanted = g_strdup_printf ("%s-%u", kind->name, i + 1);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) items = academy_store_get_all (store, kind, NULL, &error);

  g_assert_no_error (error);
  for (guint j = 0; j < items->len; j++)
    {
      g_autofree char *title = academy_item_dup_title (g_ptr_array_index (items, j), academy_language_get_default ());

      if (g_str_equal (title, wanted))
        return g_object_ref (g_ptr_array_index (items, j));
    }

  g_error ("There is no “%s”", wanted);
}

/* The first of a kind, or the last of one that may link to those before it. */
AcademyItem *
fields_get_item (AcademyStore      *store,
                 const AcademyKind *kind)
{
  g_autoptr(GError) error = NULL;
  AcademyItem *item = links_to_itself (kind) ? find_item (store, kind, FIELDS_N_OF_EACH)
                                             : academy_store_get_first (store, kind, NULL, &error);

  g_assert_no_error (error);
  return item;
}

/* What the file has of the field of sample @i. */
char *
fields_dup_canonical (AcademyStore       *store,
                      const AcademyField *field,
                      guint               i)
{
  g_autoptr(GPtrArray) ids = NULL;

  switch (field->type)
    {
    case ACADEMY_CHOICE:
      return g_strdup (field->choices[1 - i].token);
    case ACADEMY_FLAG:
      return g_strdup (i == 0 ? "true" : "false");
    case ACADEMY_LINK:
      if (links_to_itself (academy_kind_find (field->target)))
        {
          g_autoptr(AcademyItem) target = find_item (store, academy_kind_find (field->target), i);

          return g_strdup (academy_item_get_id (target));
        }
      G_GNUC_FALLTHROUGH;
    case ACADEMY_LINKS:
      ids = academy_store_get_ids (store, academy_kind_find (field->target), NULL, NULL);
      /* A file keeps links by id. */
      if (field->type == ACADEMY_LINKS && i == 1)
        g_ptr_array_sort_values (ids, (GCompareFunc) g_strcmp0);
      if (field->type == ACADEMY_LINKS && i == 1)
        return g_strdup_printf ("%s %s", (char *) g_ptr_array_index (ids, 0), (char *) g_ptr_array_index (ids, 1));
      return has_target (field, i) ? g_strdup (g_ptr_array_index (ids, i)) : NULL;
    default:
      return g_strdup (fields_get_sample (field, i)->canonical);
    }
}

/* As another process would find it in the file. */
void
fields_assert_in_file (AcademyStore       *store,
                       AcademyItem        *item,
                       const AcademyField *field,
                       const char         *canonical)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyStore) other = academy_store_open (academy_store_get_path (store), &error);
  g_autoptr(AcademyItem) found = NULL;
  g_auto(GValue) value = G_VALUE_INIT;

  g_assert_no_error (error);
  found = academy_store_get (other, academy_item_get_kind (item), academy_item_get_id (item), &error);
  g_assert_no_error (error);
  academy_value_init (field, &value);
  academy_value_set_from_text (field, canonical, &value, &error);
  g_assert_no_error (error);

  if (!academy_value_equal (field, academy_item_get_value (found, field), &value))
    {
      g_autofree char *text = academy_value_to_text (field, academy_item_get_value (found, field));

      g_error ("%s: the file has “%s”, not “%s”", field->name, text, canonical);
    }
}

const AcademyField *
fields_find (AcademyItem *item,
             const char  *name)
{
  return academy_kind_find_field (academy_item_get_kind (item), name);
}

/* What is written in the control of an editor, in a row or a cell. */
char *
fields_dup_text (GtkWidget *control)
{
  char *text;

  if (!GTK_IS_TEXT_VIEW (control))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (control)));

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (control)), "text", &text, NULL);
  return text;
}
