/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "academy-check.h"
#include "academy-error.h"
#include "academy-json.h"
#include "academy-kinds.h"
#include "academy-store.h"
#include "academy-test.h"

#define N_TARGETS 3

/* A kind with a field of every type, as somebody would add one. */
static const AcademyChoice colours[] = { { "red", "Red" }, { "blue", "Blue" }, { NULL } };

static const AcademyField gadget_fields[] = {
  { "programme", ACADEMY_LINK, "Programme", ACADEMY_OWNER | ACADEMY_HIDDEN, .target = "programme" },
  { "text", ACADEMY_TEXT, "Text", ACADEMY_REQUIRED },
  { "long_text", ACADEMY_LONG_TEXT, "Long text" },
  { "day", ACADEMY_DATE, "Day" },
  { "instant", ACADEMY_INSTANT, "Instant" },
  { "number", ACADEMY_INTEGER, "Number", .min = -5, .max = 5 },
  { "decimal", ACADEMY_DECIMAL, "Decimal", .min = -5, .max = 5 },
  { "money", ACADEMY_MONEY, "Money" },
  { "colour", ACADEMY_CHOICE, "Colour", .choices = colours },
  { "flag", ACADEMY_FLAG, "Flag" },
  { "link", ACADEMY_LINK, "Link", .target = "organisation" },
  { "links", ACADEMY_LINKS, "Links", .target = "organisation" },
  { "cpv", ACADEMY_CPV, "Code" },
  { "email", ACADEMY_EMAIL, "E-mail" },
  { "uri", ACADEMY_URI, "Address" },
  { NULL }
};

static const AcademyKind gadget_kind = {
  .name = "gadget",
  .plural = "gadgets",
  .label = "Gadget",
  .plural_label = "Gadgets",
  .add = "Add gadget",
  .change = "Change gadget",
  .remove = "Delete gadget",
  .addition = "addition of gadget",
  .alteration = "change of gadget",
  .deletion = "deletion of gadget",
  .fields = gadget_fields,
  .order = { { "text" } },
};

/* A kind all of whose names are words of SQL. */
static const AcademyField order_fields[] = {
  { "group", ACADEMY_LINK, "Group", ACADEMY_OWNER | ACADEMY_HIDDEN, .target = "programme" },
  { "to", ACADEMY_TEXT, "To", ACADEMY_REQUIRED },
  { "from", ACADEMY_DATE, "From" },
  { "select", ACADEMY_LINK, "Select", .target = "organisation" },
  { "values", ACADEMY_LINKS, "Values", .target = "organisation" },
  { "check", ACADEMY_INTEGER, "Check", .min = -5, .max = 5 },
  { "not", ACADEMY_FLAG, "Not" },
  { NULL }
};

static const AcademyKind order_kind = {
  .name = "order",
  .plural = "orders",
  .label = "Order",
  .plural_label = "Orders",
  .add = "Add order",
  .change = "Change order",
  .remove = "Delete order",
  .addition = "addition of order",
  .alteration = "change of order",
  .deletion = "deletion of order",
  .fields = order_fields,
  .order = { { "check", .descending = TRUE }, { "to" } },
  .listed = { "from" },
  .summed = { "check" },
  .start = "from",
  .end = "from",
};

/* Two values of each type, in canonical text; links are filled in by the fixture. */
static const char * const samples[ACADEMY_N_FIELD_TYPES][2] = {
  [ACADEMY_TEXT] = { "Ääkköset ”lainattuna” \"\\\u2028\u00a0", "b" },
  [ACADEMY_LONG_TEXT] = { "One\nTwo –\tthree", "x" },
  [ACADEMY_DATE] = { "2024-02-29", "1999-12-31" },
  [ACADEMY_INSTANT] = { "2021-10-19T09:00:00+03:00", "2022-01-01T00:00:00+00:00" },
  [ACADEMY_INTEGER] = { "3", "1" },
  [ACADEMY_DECIMAL] = { "2.5", "1" },
  [ACADEMY_MONEY] = { "62500", "0" },
  [ACADEMY_FLAG] = { "true", "false" },
  [ACADEMY_CPV] = { "72000000", "45000000" },
  [ACADEMY_EMAIL] = { "first.last@example.org", "a@b" },
  [ACADEMY_URI] = { "https://example.org/a?b=c", "mailto:a@b.fi" },
};

/* Something to link to, three of each, so that two links to the same kind may differ. */
static void
make_targets (AcademyTest       *fixture,
              const AcademyKind *kind)
{
  gint64 count = academy_test_count (fixture, kind);
  const AcademyField *owner = academy_kind_get_owner (kind);
  g_autoptr(AcademyEdit) edit = academy_edit_new (kind->add);
  g_autoptr(GPtrArray) owners = NULL;
  g_autoptr(GError) error = NULL;

  if (owner == NULL || count >= N_TARGETS)
    return;

  make_targets (fixture, academy_kind_find (owner->target));
  owners = academy_store_get_ids (fixture->store, academy_kind_find (owner->target), NULL, NULL);
  for (guint i = count; i < N_TARGETS; i++)
    {
      g_autoptr(AcademyItem) item = academy_item_new (kind, NULL);

      ACADEMY_KIND_FOREACH_FIELD (kind, field)
        if ((field->flags & ACADEMY_REQUIRED) && (field->type == ACADEMY_TEXT || field->type == ACADEMY_LONG_TEXT))
          g_object_set (item, field->name, "Target", NULL);
      g_object_set (item, owner->name,
                    g_ptr_array_index (owners, kind->flags & ACADEMY_KIND_SINGLE ? i : 0), NULL);
      academy_edit_create (edit, item);
    }
  academy_store_apply (fixture->store, edit, &error);
  g_assert_no_error (error);
}

/* Which of the targets: what a kind has two links to is not the same thing twice. */
static guint
get_place (const AcademyKind  *kind,
           const AcademyField *field)
{
  guint place = 0;

  ACADEMY_KIND_FOREACH_FIELD (kind, other)
    {
      if (other == field)
        break;
      if (other->type == ACADEMY_LINK && g_str_equal (other->target, field->target))
        place++;
    }

  return place;
}

/* The @n-th value of a field: text, token or id; a number at either limit. */
static char *
make_sample (AcademyTest        *fixture,
             const AcademyKind  *kind,
             const AcademyField *field,
             guint               n)
{
  if (field->type == ACADEMY_CHOICE)
    return g_strdup (field->choices[n].token);

  if (field->type == ACADEMY_LINK || field->type == ACADEMY_LINKS)
    {
      g_autoptr(GPtrArray) ids = academy_store_get_ids (fixture->store, academy_kind_find (field->target), NULL, NULL);

      if (field->type == ACADEMY_LINKS && n == 0)
        return g_strdup_printf ("%s %s", (char *) g_ptr_array_index (ids, 0), (char *) g_ptr_array_index (ids, 1));
      return g_strdup (g_ptr_array_index (ids, MIN (n + get_place (kind, field), ids->len - 1)));
    }

  if (academy_field_has_limits (field))
    return g_strdup_printf ("%" G_GINT64_FORMAT, n == 0 ? field->max : field->min);

  if (g_str_equal (field->name, "slug"))
    return g_strdup (n == 0 ? "first-1" : "second");

  return g_strdup (samples[field->type][n]);
}

static void
set_sample (AcademyTest        *fixture,
            AcademyItem        *item,
            const AcademyField *field,
            guint               n)
{
  g_autofree char *text = make_sample (fixture, academy_item_get_kind (item), field, n);
  g_auto(GValue) value = G_VALUE_INIT;
  g_autoptr(GError) error = NULL;

  academy_value_init (field, &value);
  academy_value_set_from_text (field, text, &value, &error);
  g_assert_no_error (error);
  g_object_set_property (G_OBJECT (item), field->name, &value);
}

static void
assert_equal (AcademyItem *a,
              AcademyItem *b)
{
  ACADEMY_KIND_FOREACH_FIELD (academy_item_get_kind (a), field)
    {
      g_autofree char *text_a = academy_value_to_text (field, academy_item_get_value (a, field));
      g_autofree char *text_b = academy_value_to_text (field, academy_item_get_value (b, field));

      if (field->type == ACADEMY_LINKS && text_a != NULL && text_b != NULL)
        {
          g_auto(GStrv) links_a = g_strsplit (text_a, " ", -1);
          g_auto(GStrv) links_b = g_strsplit (text_b, " ", -1);

          g_assert_cmpuint (g_strv_length (links_a), ==, g_strv_length (links_b));
          for (guint i = 0; links_a[i] != NULL; i++)
            g_assert_true (g_strv_contains ((const char * const *) links_b, links_a[i]));
        }
      else
        g_assert_cmpstr (text_a, ==, text_b);
    }
}

/* An item through the file and back, in another store on it. */
static AcademyItem *
read_again (AcademyTest *fixture,
            AcademyItem *item)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyStore) store = academy_store_open (fixture->path, &error);
  AcademyItem *again;

  g_assert_no_error (error);
  again = academy_store_get (store, academy_item_get_kind (item), academy_item_get_id (item), &error);
  g_assert_no_error (error);

  return again;
}

static void
assert_json_round_trip (AcademyItem *item)
{
  const AcademyLanguage *language = academy_language_get ("en", NULL);
  AcademyJsonWriter *writer = academy_json_writer_new ();
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(AcademyItem) again = academy_item_new (academy_item_get_kind (item), academy_item_get_id (item));
  g_autoptr(GError) error = NULL;

  academy_json_writer_begin_object (writer);
  academy_json_write_members (writer, item, language, NULL, TRUE);
  academy_json_writer_end_object (writer);
  bytes = academy_json_writer_free_to_bytes (writer);
  json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);

  academy_json_to_item (json_node_get_object (json_parser_get_root (parser)), again, &error);
  g_assert_no_error (error);
  ACADEMY_KIND_FOREACH_FIELD (academy_item_get_kind (item), field)
    if (!academy_json_has_field (field, TRUE))
      academy_item_set_value (again, field, academy_item_get_value (item, field));
  assert_equal (item, again);
}

static void
test_every_field (AcademyTest   *fixture,
                  gconstpointer  data)
{
  const AcademyKind *kind = data;
  g_autoptr(AcademyItem) item = academy_item_new (kind, NULL);
  g_autoptr(AcademyEdit) edit = academy_edit_new (kind->add);
  g_autoptr(GError) error = NULL;

  /* An organisation has one plan at most. */
  if (kind->flags & ACADEMY_KIND_SINGLE)
    {
      g_autoptr(GPtrArray) present = academy_store_get_all (fixture->store, kind, NULL, NULL);
      g_autoptr(AcademyEdit) make_room = academy_edit_new (kind->remove);

      for (guint i = 0; i < present->len; i++)
        academy_edit_delete (make_room, g_ptr_array_index (present, i));
      g_assert_true (academy_store_apply (fixture->store, make_room, &error));
    }

  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    if (field->target != NULL)
      make_targets (fixture, academy_kind_find (field->target));
  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    set_sample (fixture, item, field, 0);

  academy_edit_create (edit, item);
  academy_store_apply (fixture->store, edit, &error);
  g_assert_no_error (error);

  for (guint n = 0; n < 2; n++)
    {
      g_autoptr(AcademyItem) again = read_again (fixture, item);

      assert_equal (item, again);
      assert_json_round_trip (item);

      /* Then every field once more, one edit each. */
      ACADEMY_KIND_FOREACH_FIELD (kind, field)
        {
          g_autoptr(AcademyEdit) change = academy_edit_new (kind->change);
          g_autofree char *text = n == 0 ? make_sample (fixture, kind, field, 1) : NULL;
          g_auto(GValue) value = G_VALUE_INIT;

          if ((field->flags & ACADEMY_OWNER) || (n == 1 && academy_field_is_required (field)))
            continue;

          academy_value_init (field, &value);
          g_assert_true (academy_value_set_from_text (field, text, &value, NULL));
          academy_edit_set (change, item, field, &value);
          academy_store_apply (fixture->store, change, &error);
          if (g_error_matches (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID))
            /* The start would come after the end; it is right once the end has moved. */
            g_clear_error (&error);
          g_assert_no_error (error);
        }
    }

  {
    g_autoptr(AcademyItem) again = read_again (fixture, item);

    assert_equal (item, again);
  }
}

static void
count_cb (guint *count)
{
  (*count)++;
}

/* A token other than the one that a new item has. */
static const char *
get_other_token (const AcademyField *field)
{
  return field->choices[g_strcmp0 (field->initial, field->choices[0].token) == 0 ? 1 : 0].token;
}

static void
test_properties (gconstpointer data)
{
  const AcademyKind *kind = data;
  AcademyItem *item = academy_item_new (kind, NULL);

  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    {
      g_autofree char *signal = g_strconcat ("notify::", field->name, NULL);
      const char *text = field->type == ACADEMY_CHOICE ? get_other_token (field)
                       : field->type == ACADEMY_LINK || field->type == ACADEMY_LINKS
                         ? "7c0f9a5e-5d3b-4a7c-9d6e-0f2b1c3d4e5f" : samples[field->type][0];
      g_auto(GValue) value = G_VALUE_INIT;
      g_auto(GValue) read = G_VALUE_INIT;
      guint count = 0;
      gulong id;

      g_strdelimit (signal, "_", '-');
      id = g_signal_connect_swapped (item, signal, G_CALLBACK (count_cb), &count);
      academy_value_init (field, &value);
      g_assert_true (academy_value_set_from_text (field, text, &value, NULL));

      g_object_set_property (G_OBJECT (item), field->name, &value);
      g_assert_cmpuint (count, ==, 1);
      g_object_set_property (G_OBJECT (item), field->name, &value);
      g_assert_cmpuint (count, ==, 1);

      academy_value_init (field, &read);
      g_object_get_property (G_OBJECT (item), field->name, &read);
      g_assert_true (academy_value_equal (field, &value, &read));
      g_signal_handler_disconnect (item, id);
    }

  g_assert_finalize_object (item);
}

static void
assert_places (const AcademyKind *kind,
               const char        *name,
               gboolean           may_be_instant)
{
  const AcademyField *field = name != NULL ? academy_kind_find_field (kind, name) : NULL;

  if (name == NULL)
    return;

  g_assert_nonnull (field);
  g_assert_true (field->type == ACADEMY_DATE || (may_be_instant && field->type == ACADEMY_INSTANT));
}

static void
test_table (gconstpointer data)
{
  const AcademyKind *kind = data;
  const char * const * const lists[] = { kind->listed, kind->summed, kind->subtitle };
  const char * const names[] = { kind->title, kind->status, kind->progress, kind->done, kind->duration };

  g_assert_true (kind->label != NULL && kind->plural_label != NULL);
  g_assert_true (kind->add != NULL && kind->change != NULL && kind->remove != NULL);
  g_assert_true (kind->addition != NULL && kind->alteration != NULL && kind->deletion != NULL);
  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    {
      g_assert_cmpstr (field->label, !=, NULL);
      g_assert_true (academy_kind_find_field (kind, field->name) == field);
      g_assert_cmpuint (strspn (field->name, "abcdefghijklmnopqrstuvwxyz_"), ==, strlen (field->name));
      g_assert_true ((field->choices != NULL) == (field->type == ACADEMY_CHOICE));
      g_assert_true ((field->target != NULL) == (field->type == ACADEMY_LINK || field->type == ACADEMY_LINKS));
      if (field->target != NULL)
        g_assert_nonnull (academy_kind_find (field->target));
    }
  for (const AcademySort *sort = kind->order; sort->field != NULL; sort++)
    g_assert_nonnull (academy_kind_find_field (kind, sort->field));
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (const char * const *name = lists[i]; *name != NULL; name++)
      g_assert_nonnull (academy_kind_find_field (kind, *name));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_true (names[i] == NULL || academy_kind_find_field (kind, names[i]) != NULL);
  g_assert_true (kind->tells == NULL || academy_kind_find (kind->tells) != NULL);

  /* Tables end with an empty place. */
  g_assert_null (kind->order[G_N_ELEMENTS (kind->order) - 1].field);
  g_assert_null (kind->listed[G_N_ELEMENTS (kind->listed) - 1]);
  g_assert_null (kind->summed[G_N_ELEMENTS (kind->summed) - 1]);
  g_assert_null (kind->subtitle[G_N_ELEMENTS (kind->subtitle) - 1]);

  g_assert_true ((kind->joins[0] != NULL) == (kind->joins[1] != NULL));
  for (const char * const *name = kind->joins; *name != NULL; name++)
    g_assert_cmpint (academy_kind_find_field (kind, *name)->type, ==, ACADEMY_LINK);

  g_assert_true ((kind->start != NULL) == (kind->end != NULL));
  g_assert_true ((kind->open_start != NULL) == (kind->open_end != NULL));
  g_assert_true (kind->start != NULL || kind->open_start == NULL);
  assert_places (kind, kind->start, TRUE);
  assert_places (kind, kind->end, TRUE);
  assert_places (kind, kind->open_start, FALSE);
  assert_places (kind, kind->open_end, FALSE);
}

/* Queries, deletion with what is linked, and undo, with words of SQL for names. */
static void
test_words_of_sql (AcademyTest   *test,
                   gconstpointer  data)
{
  g_autoptr(AcademyItem) programme = academy_store_get_first (test->store, &academy_programme_kind, NULL, NULL);
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  const char *target = academy_item_get_id (organisation);
  g_autoptr(AcademyItem) order = academy_test_create (test, &order_kind, academy_item_get_id (programme), "to", "You");
  AcademyQuery query = {
    .owner = academy_item_get_id (programme),
    .link = academy_kind_find_field (&order_kind, "select"),
    .target = target,
  };
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_organisation_kind.remove);
  g_autoptr(GError) error = NULL;
  gint64 count;

  g_assert_true (academy_test_set (test, order, "select", target, NULL, NULL));
  g_assert_true (academy_test_set (test, order, "values", target, NULL, NULL));
  found = academy_store_find (test->store, &order_kind, &query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_true (academy_store_count (test->store, &order_kind, query.owner, &count, NULL));
  g_assert_cmpint (count, ==, 1);

  academy_edit_delete (edit, organisation);
  academy_store_apply (test->store, edit, &error);
  g_assert_no_error (error);
  g_assert_null (academy_item_get_text (order, "select"));
  academy_test_undo (test);
  g_assert_cmpstr (academy_item_get_text (order, "select"), ==, target);
  g_assert_cmpstr (academy_item_get_links (order, "values")[0], ==, target);

  academy_store_check (test->store, NULL, &findings, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* The greatest value comes first when the kind says so, and an item without one
 * last in either direction. */
static void
test_direction (AcademyTest   *test,
                gconstpointer  data)
{
  static const char * const added[][2] = { { "B", "1" }, { "A", NULL }, { "D", "1" }, { "C", "5" }, { "E", "-5" } };
  static const char * const expected[] = { "C", "B", "D", "E", "A" };
  g_autoptr(GPtrArray) orders = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (added); i++)
    {
      g_autoptr(AcademyItem) programme = academy_store_get_first (test->store, &academy_programme_kind, NULL, NULL);
      g_autoptr(AcademyItem) order =
        academy_test_create (test, &order_kind, academy_item_get_id (programme), "to", added[i][0]);

      if (added[i][1] != NULL)
        g_assert_true (academy_test_set (test, order, "check", added[i][1], NULL, NULL));
    }

  orders = academy_store_get_all (test->store, &order_kind, NULL, NULL);
  g_assert_cmpuint (orders->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (academy_item_get_text (g_ptr_array_index (orders, i), "to"), ==, expected[i]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  academy_kind_register (&gadget_kind);
  academy_kind_register (&order_kind);

  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    {
      g_autofree char *table = g_strdup_printf ("/table/%s", (*kind)->name);
      g_autofree char *properties = g_strdup_printf ("/properties/%s", (*kind)->name);
      g_autofree char *file = g_strdup_printf ("/file-and-json/%s", (*kind)->name);

      g_test_add_data_func (table, *kind, test_table);
      g_test_add_data_func (properties, *kind, test_properties);
      g_test_add (file, AcademyTest, *kind, academy_test_set_up, test_every_field,
                  academy_test_tear_down);
    }

  g_test_add ("/direction", AcademyTest, NULL, academy_test_set_up, test_direction, academy_test_tear_down);
  g_test_add ("/words-of-sql", AcademyTest, NULL, academy_test_set_up, test_words_of_sql, academy_test_tear_down);

  return g_test_run ();
}
