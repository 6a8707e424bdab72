/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>
#include <string.h>

#include "academy-collation.h"
#include "academy-kinds.h"
#include "academy-organisation.h"
#include "academy-organisations.h"
#include "academy-test.h"

/* In order, each after the one before it. */
static const char * const ordered[] = {
  "", "_", "-", "–", "!", "”Aamu”", "(a)", "€", "0", "1", "01", "1 a", "1.2", "1.10", "1a", "2", "2–3", "9 toimea",
  "10 toimea", "99", "100", "100000000000000000000", "a", "A", "á", "Á", "a b", "a-b", "a1", "aa", "Aaltonen", "Ab",
  "Bussi", "Bussi 2", "Bussi 10", "Bussi 10 a", "Bussi 10b", "Bussia", "Bussiå", "Bussiä", "Bussiö", "cote", "Cote",
  "coté", "côte", "đ", "da", "łódź", "loma", "lääkäri", "Myller", "Müller", "Myllerä", "o", "õ", "oe", "œ", "of",
  "sakki", "šakki", "Šakki", "sakko", "ss", "ß", "st", "th", "þ", "ti", "uusi", "v", "Valta", "Vuori", "W", "Walta",
  "Wuori", "Xerox", "y", "ü", "ya", "z", "ž", "za", "žb", "zz", "å", "Å", "Åbo", "ä", "æ", "ǟ", "ää", "Ääni", "ö",
  "ø", "ö\u0331", "öljy", "öLJY", "Öljy", "ÖLJY", "Ørsted", "Östersund", "ööö", "α", "я",
};

/* What differs in nothing that counts. */
static const char * const same[][2] = {
  { "A\u0308a\u0308ni", "Ääni" }, { "s\u030c", "š" }, { "so\u00adpimus", "sopimus" }, { "a\u00a0b", "a b" },
  { "a\tb", "a b" }, { "\u200bÅbo", "Åbo" }, { "U\u0308", "Ü" }, { "A\u030a\u0301", "Ǻ" },
};

static int
sign (int number)
{
  return number < 0 ? -1 : number > 0;
}

/* Asserts that either way of comparing says so, both ways round. */
static void
assert_compares (const char *a,
                 const char *b,
                 int         expected)
{
  g_autofree char *key_a = academy_collation_make_key (a);
  g_autofree char *key_b = academy_collation_make_key (b);

  g_test_message ("“%s” and “%s”", a, b);
  g_assert_cmpint (academy_collation_compare (a, -1, b, -1), ==, expected);
  g_assert_cmpint (academy_collation_compare (b, -1, a, -1), ==, -expected);
  g_assert_cmpint (sign (strcmp (key_a, key_b)), ==, expected);
}

static void
test_texts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ordered); i++)
    for (guint j = i; j < G_N_ELEMENTS (ordered); j++)
      assert_compares (ordered[i], ordered[j], i == j ? 0 : -1);

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    assert_compares (same[i][0], same[i][1], 0);
}

static char *
make_text (void)
{
  static const char * const parts[] = {
    "a", "A", "á", "ä", "\u0308", "\u0301", "0", "1", "9", " ", "-", "–", "€", "ß", "w", "\u00ad", "\xff", "\xc3",
  };
  GString *text = g_string_new (NULL);

  for (guint length = g_test_rand_int_range (0, 6); length > 0; length--)
    g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);

  return g_string_free_and_steal (text);
}

/* Whatever the letters, keys compare as their texts do. */
static void
test_keys (void)
{
  for (guint round = 0; round < 5000; round++)
    {
      g_autofree char *a = make_text ();
      g_autofree char *b = make_text ();
      g_autofree char *key_a = academy_collation_make_key (a);
      g_autofree char *key_b = academy_collation_make_key (b);

      g_assert_cmpint (academy_collation_compare (a, -1, b, -1), ==, sign (strcmp (key_a, key_b)));
    }
}

/* A file gives texts by their length, and a damaged one any bytes. */
static void
test_lengths (void)
{
  g_assert_cmpint (academy_collation_compare ("ab", 1, "a", -1), ==, 0);
  g_assert_cmpint (academy_collation_compare ("12", 1, "2", -1), <, 0);
  g_assert_cmpint (academy_collation_compare ("ä", 1, "ä", 2), >, 0);
  g_assert_cmpint (academy_collation_compare ("a\0b", 3, "ab", 2), ==, 0);
  g_assert_cmpint (academy_collation_compare ("\xff\xfe", -1, "я", -1), >, 0);
}

/* Where people choose the order, no text decides about it. */
static const AcademyField *
find_text (const AcademyKind *kind)
{
  if (academy_kind_find_field (kind, "position") != NULL)
    return NULL;

  for (const AcademySort *sort = kind->order; sort->field != NULL; sort++)
    {
      const AcademyField *field = academy_kind_find_field (kind, sort->field);

      if (field->type == ACADEMY_TEXT && !(field->flags & ACADEMY_UNIQUE))
        return field;
    }

  return NULL;
}

/* The owner of what is added, which is one for all. */
static char *
find_owner (AcademyTest       *test,
            const AcademyKind *kind)
{
  const AcademyField *owner = academy_kind_get_owner (kind);
  g_autoptr(AcademyItem) item = NULL;

  if (owner == NULL)
    return NULL;
  if (g_str_equal (owner->target, academy_organisation_kind.name))
    item = academy_test_organisation (test);
  else
    item = academy_store_get_first (test->store, academy_kind_find (owner->target), NULL, NULL);

  if (item == NULL)
    {
      g_autoptr(AcademyItem) organisation = academy_test_organisation (test);

      item = academy_test_create (test, academy_kind_find (owner->target), academy_item_get_id (organisation), "title", "Owner");
    }

  return g_strdup (academy_item_get_id (item));
}

/* The texts of a field, as the store has their items one after the other. */
static char *
get_texts (AcademyTest        *test,
           const AcademyKind  *kind,
           const char         *owner,
           const AcademyField *field)
{
  g_autoptr(GPtrArray) items = academy_store_get_all (test->store, kind, owner, NULL);
  g_autoptr(GStrvBuilder) texts = g_strv_builder_new ();
  g_auto(GStrv) all = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      const char *text = academy_item_get_text (g_ptr_array_index (items, i), field->name);

      if (text != NULL)
        g_strv_builder_add (texts, text);
    }
  all = g_strv_builder_end (texts);

  return g_strjoinv ("|", all);
}

/* Every kind that goes by a text has it in this order, in any locale, and so does
 * the file when it is read by another connection. */
static void
test_kinds (AcademyTest   *test,
            gconstpointer  data)
{
  static const char * const texts[] = { "Öljy", "Wuori", "äänet", "Kohta 10", "Valta", "Åbo", "kohta 9", "Zoo", "Kohta 1" };
  static const char * const expected = "Kohta 1|kohta 9|Kohta 10|Valta|Wuori|Zoo|Åbo|äänet|Öljy";
  static const char * const locales[] = { "C.UTF-8", "fi_FI.UTF-8", "en_GB.UTF-8" };
  guint n_kinds = 0;

  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    {
      const AcademyField *field = find_text (*kind);
      g_autofree char *owner = NULL;

      if (field == NULL || ((*kind)->flags & (ACADEMY_KIND_SINGLE | ACADEMY_KIND_MANY)))
        continue;

      g_test_message ("%s.%s", (*kind)->name, field->name);
      owner = find_owner (test, *kind);
      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        g_object_unref (academy_test_create (test, *kind, owner, field->name, texts[i]));
      for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
        {
          g_autofree char *found = NULL;

          g_assert_nonnull (setlocale (LC_ALL, locales[i]));
          found = get_texts (test, *kind, owner, field);
          g_assert_cmpstr (found, ==, expected);
        }
      setlocale (LC_ALL, "C.UTF-8");
      n_kinds++;
    }

  g_assert_cmpuint (n_kinds, >, 3);
}

/* Another program can read the file, and what it has in order. */
static void
test_schema (AcademyTest   *test,
             gconstpointer  data)
{
  g_autofree char *collations = academy_test_query (test, "SELECT count (*) FROM sqlite_schema WHERE sql LIKE '%collate%'");
  g_autofree char *ordered_by = academy_test_query (test, "SELECT count (*) > 0 FROM sqlite_schema WHERE sql LIKE '%INDEX%title%'");

  g_assert_cmpstr (collations, ==, "0\n");
  g_assert_cmpstr (ordered_by, ==, "1\n");
}

static void
test_organisations (AcademyTest   *test,
                    gconstpointer  data)
{
  static const char * const locales[] = { "C.UTF-8", "fi_FI.UTF-8" };
  static const char * const names[] = { "Östersund", "Åbo", "Wanda", "Vaasa", "Alue 10", "Alue 9" };
  static const char * const expected[] = { "Alue 9", "Alue 10", "Vaasa", "Wanda", "Åbo", "Östersund" };
  g_autoptr(GPtrArray) all = academy_organisations_get (test->store, NULL);

  g_assert_cmpuint (all->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < all->len; i++)
    {
      AcademyItem *organisation = g_ptr_array_index (all, i);

      g_assert_true (academy_test_set (test, organisation, "short_name_fi", names[i], NULL, NULL));
      g_assert_true (academy_test_set (test, organisation, "short_name_en", names[i], NULL, NULL));
    }
  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      g_autoptr(GPtrArray) sorted = NULL;

      g_assert_nonnull (setlocale (LC_ALL, locales[i]));
      sorted = academy_organisations_get (test->store, NULL);
      for (guint j = 0; j < sorted->len; j++)
        {
          g_autofree char *name =
            academy_organisation_dup_short_name (g_ptr_array_index (sorted, j), academy_language_get_default ());

          g_assert_cmpstr (name, ==, expected[j]);
        }
    }
  setlocale (LC_ALL, "C.UTF-8");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/order/texts", test_texts);
  g_test_add_func ("/order/keys", test_keys);
  g_test_add_func ("/order/lengths", test_lengths);
  g_test_add ("/order/kinds", AcademyTest, NULL, academy_test_set_up, test_kinds, academy_test_tear_down);
  g_test_add ("/order/schema", AcademyTest, NULL, academy_test_set_up, test_schema, academy_test_tear_down);
  g_test_add ("/order/organisations", AcademyTest, NULL, academy_test_set_up, test_organisations, academy_test_tear_down);

  return g_test_run ();
}
