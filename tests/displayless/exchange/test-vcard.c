/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "academy-error.h"
#include "academy-kinds.h"
#include "academy-programme.h"
#include "academy-test.h"
#include "academy-vcard.h"

/* Contacts as telephones and mail programs write them, and as we do. */

static GPtrArray *
read_cards (const char *text,
            guint      *n_skipped)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *people = academy_vcard_read (text, strlen (text), "3f8e6f3a-5f2c-4c0e-9f2e-0d9c7f6b1a22", n_skipped, &error);

  g_assert_no_error (error);
  return people;
}

static void
assert_person (AcademyItem *person,
               const char  *name,
               const char  *email,
               const char  *phone)
{
  g_assert_cmpstr (academy_item_get_text (person, "name"), ==, name);
  g_assert_cmpstr (academy_item_get_text (person, "email"), ==, email);
  g_assert_cmpstr (academy_item_get_text (person, "phone"), ==, phone);
}

static void
test_read (void)
{
  static const struct {
    const char *what;
    const char *card;
    const char *name;
    const char *email;
    const char *phone;
  } cards[] = {
    { "4.0", "FN:Maija Meikäläinen\r\nEMAIL;PREF=1:maija@example.org\r\nTEL;VALUE=uri:tel:+358401234567\r\n",
      "Maija Meikäläinen", "maija@example.org", "+358401234567" },
    { "a group, and two numbers", "item1.FN:Matti\nitem2.TEL;TYPE=cell:1\nTEL;TYPE=pref:2\n", "Matti", NULL, "2" },
    { "folded", "FN:Maija\r\n  Meikä\r\n\tläinen\r\n", "Maija Meikäläinen", NULL, NULL },
    { "folded between the bytes of a letter", "FN:Meik\xC3\r\n \xA4läinen\r\n", "Meikäläinen", NULL, NULL },
    { "escapes", "FN:Matti\\, Maija\\; ja \\\\Teppo\\nVirtanen\n", "Matti, Maija; ja \\Teppo Virtanen", NULL, NULL },
    { "a name in parts", "N:Virtanen\\;a;Maija;Anneli;;\n", "Maija Anneli Virtanen;a", NULL, NULL },
    { "2.1 of a telephone", "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=A4ki;P=C3=A4ivi;;;\n"
      "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:P=C3=A4ivi=20=\nM=C3=A4ki\nTEL;CELL;PREF:040 1\n", "Päivi Mäki", NULL, "040 1" },
    { "Latin-1", "FN:P\xE4ivi\n", "Päivi", NULL, NULL },
    { "a colon in quotation marks", "EMAIL;X-LABEL=\"a:b;c\":a@example.org\nFN:A\n", "A", "a@example.org", NULL },
    { "an address that is none", "FN:A\nEMAIL:nowhere\nTEL:12345678901234567890123456789012345678901\n", "A", NULL, NULL },
    { "an address for a name", "EMAIL:mailto:a@example.org\n", "a@example.org", "a@example.org", NULL },
    { "a card within", "FN:Outer\nAGENT:\nBEGIN:VCARD\nFN:Inner\nEND:VCARD\nTEL:1\n", "Outer", NULL, "1" },
    { "control characters", "FN:A\x01\x1B[31mB\n", "A[31mB", NULL, NULL },
    { "no colon", "FN\nRUBBISH\nFN:A\n", "A", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    {
      g_autofree char *text = g_strdup_printf ("\xEF\xBB\xBF""begin:vcard\r\nVERSION:3.0\r\n%send:vcard\r\n", cards[i].card);
      guint n_skipped;
      g_autoptr(GPtrArray) people = read_cards (text, &n_skipped);

      g_test_message ("%s", cards[i].what);
      g_assert_cmpuint (people->len, ==, 1);
      g_assert_cmpuint (n_skipped, ==, 0);
      assert_person (g_ptr_array_index (people, 0), cards[i].name, cards[i].email, cards[i].phone);
    }
}

/* Nothing in a file makes the reader fail, run long or add what a field refuses. */
static void
test_hostile (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GPtrArray) many = NULL;
  g_autoptr(GPtrArray) nameless = NULL;
  g_autoptr(GPtrArray) huge = NULL;
  g_autoptr(GPtrArray) folded = NULL;
  g_autoptr(GError) error = NULL;
  guint n_skipped;
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (text, "BEGIN:VCARD\r\nFN:Person %u\r\nEMAIL:p%u@example.org\r\nEND:VCARD\r\n", i, i);
  many = read_cards (text->str, &n_skipped);
  g_assert_cmpuint (many->len, ==, 10000);
  assert_person (g_ptr_array_index (many, 9999), "Person 9999", "p9999@example.org", NULL);

  nameless = read_cards ("BEGIN:VCARD\nTEL:1\nEND:VCARD\nBEGIN:VCARD\nFN:\nEND:VCARD\nEND:VCARD\n"
                         "BEGIN:VCARD\nFN:lost\n", &n_skipped);
  g_assert_cmpuint (nameless->len, ==, 0);
  g_assert_cmpuint (n_skipped, ==, 2);

  /* A name that no field takes gives way to the parts. */
  g_string_assign (text, "BEGIN:VCARD\nFN:");
  for (guint i = 0; i < 1000000; i++)
    g_string_append (text, "ä\\");
  g_string_append (text, "\nN:Virtanen;Ville\nEND:VCARD\n");
  huge = read_cards (text->str, &n_skipped);
  assert_person (g_ptr_array_index (huge, 0), "Ville Virtanen", NULL, NULL);

  g_string_assign (text, "BEGIN:VCARD\nNOTE;ENCODING=QUOTED-PRINTABLE:");
  for (guint i = 0; i < 500000; i++)
    g_string_append (text, i % 2 ? "=\n" : "\n ");
  g_string_append (text, "\nFN:A\nEND:VCARD\n");
  folded = read_cards (text->str, &n_skipped);
  assert_person (g_ptr_array_index (folded, 0), "A", NULL, NULL);

  g_assert_null (academy_vcard_read ("FN:no card\n\0\xFF", 13, "x", &n_skipped, &error));
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (academy_vcard_read ("", 0, "x", &n_skipped, &error));
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (academy_vcard_read ("", (gsize) ACADEMY_VCARD_MAX_BYTES + 1, "x", &n_skipped, &error));
  g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID);

  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_TIME_SPAN_SECOND);
}

static AcademyItem *
add_person (AcademyTest *test,
            const char  *name,
            const char  *email)
{
  g_autoptr(AcademyItem) programme = academy_store_get_first (test->store, &academy_programme_kind, NULL, NULL);
  AcademyItem *person = academy_test_create (test, &academy_person_kind, academy_item_get_id (programme), "name", name);

  g_assert_true (academy_test_set (test, person, "email", email, NULL, NULL));
  return person;
}

/* What is written is what RFC 2426 asks for, and reads back the same. */
static void
test_write (AcademyTest   *test,
            gconstpointer  data)
{
  const AcademyLanguage *language = academy_language_get ("fi", NULL);
  g_autoptr(AcademyItem) organisation = academy_test_organisation (test);
  g_autoptr(AcademyItem) person = add_person (test, "Maija; \\Eeva, Meikäläinen", "maija@example.org");
  g_autoptr(AcademyItem) long_name = add_person (test, "ääääääääääääääääääääääääääääääääääääääääääääääääää", "o@example.org");
  g_autoptr(AcademyItem) role =
    academy_test_create (test, &academy_participation_kind, academy_item_get_id (organisation), "role", "mentor");
  g_autofree char *name = academy_item_dup_title (organisation, language);
  g_autofree char *org = g_strdup_printf ("\r\nORG:%s\r\nTITLE:KEINO-kummi\r\n", name);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GPtrArray) some = NULL;
  g_autoptr(GPtrArray) back = NULL;
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  guint n_skipped;

  academy_test_set (test, role, "person", academy_item_get_id (person), NULL, &error);
  g_assert_no_error (error);

  some = academy_vcard_find_people (test->store, academy_item_get_id (organisation), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (some->len, ==, 1);
  g_assert_true (g_ptr_array_index (some, 0) == person);

  all = academy_vcard_find_people (test->store, NULL, &error);
  text = academy_vcard_write (test->store, all, language, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "\r\nFN:Maija\\; \\\\Eeva\\, Meikäläinen\r\nN:Meikäläinen;Maija\\; \\\\Eeva\\,;;;\r\n"));
  g_assert_nonnull (strstr (text, "\r\nEMAIL;TYPE=INTERNET:maija@example.org\r\n"));
  g_assert_nonnull (strstr (text, org));

  g_assert_true (g_utf8_validate (text, -1, NULL));
  lines = g_strsplit (text, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      g_assert_null (strpbrk (lines[i], "\r\n"));
    }

  back = read_cards (text, &n_skipped);
  g_assert_cmpuint (back->len, ==, all->len);
  for (guint i = 0; i < all->len; i++)
    assert_person (g_ptr_array_index (back, i), academy_item_get_text (g_ptr_array_index (all, i), "name"),
                   academy_item_get_text (g_ptr_array_index (all, i), "email"), NULL);
}

/* Each card of a fictional programme says so, and reads back the same. */
static void
test_fictional (AcademyTest   *test,
                gconstpointer  data)
{
  g_autoptr(AcademyItem) programme = academy_store_get_first (test->store, &academy_programme_kind, NULL, NULL);
  g_autoptr(AcademyItem) person = add_person (test, "Maija Meikäläinen", "maija@example.org");
  g_autoptr(GPtrArray) people = g_ptr_array_new ();

  g_ptr_array_add (people, person);
  for (guint is_fictional = 0; is_fictional < 2; is_fictional++)
    {
      g_autofree char *text = NULL;
      g_autofree char *whole = NULL;
      g_autoptr(GString) unfolded = NULL;
      g_autoptr(GPtrArray) back = NULL;
      guint n_skipped;

      g_assert_true (academy_test_set (test, programme, "fictional", is_fictional ? "true" : "false", NULL, NULL));
      text = academy_vcard_write (test->store, people, academy_language_get ("fi", NULL), NULL);
      unfolded = g_string_new (text);
      g_string_replace (unfolded, "\r\n ", "", 0);
      whole = g_strdup_printf ("\r\nNOTE:%s\r\n", academy_programme_fictional_label);
      g_assert_cmpint (strstr (unfolded->str, whole) != NULL, ==, is_fictional);

      back = read_cards (text, &n_skipped);
      g_assert_cmpuint (back->len, ==, 1);
      g_assert_cmpuint (n_skipped, ==, 0);
      assert_person (g_ptr_array_index (back, 0), "Maija Meikäläinen", "maija@example.org", NULL);
    }
}

/* Who is there already by e-mail or name is known, in the file and in the cards. */
static void
test_import (AcademyTest   *test,
             gconstpointer  data)
{
  g_autoptr(AcademyItem) person = add_person (test, "Maija Meikäläinen", "maija@example.org");
  g_autoptr(AcademyItem) programme = academy_store_get_first (test->store, &academy_programme_kind, NULL, NULL);
  const char *cards = "BEGIN:VCARD\nFN:MAIJA MEIKÄLÄINEN\nEND:VCARD\n"
                      "BEGIN:VCARD\nFN:M. M.\nEMAIL:Maija@Example.org\nEND:VCARD\n"
                      "BEGIN:VCARD\nFN:Matti\nEMAIL:matti@example.org\nEND:VCARD\n"
                      "BEGIN:VCARD\nFN:Matti V.\nEMAIL:matti@example.org\nEND:VCARD\n"
                      "BEGIN:VCARD\nFN:Teppo\nEND:VCARD\n";
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) people = NULL;
  g_autoptr(GPtrArray) chosen = g_ptr_array_new ();
  g_autoptr(GHashTable) known = NULL;
  g_autoptr(AcademyEdit) edit = NULL;
  guint n_skipped;
  gint64 before = academy_test_count (test, &academy_person_kind);

  people = academy_vcard_read (cards, strlen (cards), academy_item_get_id (programme), &n_skipped, &error);
  g_assert_no_error (error);
  known = academy_vcard_find_known (test->store, people, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < people->len; i++)
    {
      gboolean is_new = i == 2 || i == 4;

      g_assert_true (g_hash_table_contains (known, g_ptr_array_index (people, i)) != is_new);
      if (is_new)
        g_ptr_array_add (chosen, g_ptr_array_index (people, i));
    }

  edit = academy_vcard_create_import (chosen);
  academy_store_apply (test->store, edit, &error);
  g_assert_no_error (error);
  g_assert_cmpint (academy_test_count (test, &academy_person_kind), ==, before + 2);
  academy_test_undo (test);
  g_assert_cmpint (academy_test_count (test, &academy_person_kind), ==, before);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vcard/read", test_read);
  g_test_add_func ("/vcard/hostile", test_hostile);
  g_test_add ("/vcard/write", AcademyTest, NULL, academy_test_set_up, test_write, academy_test_tear_down);
  g_test_add ("/vcard/fictional", AcademyTest, NULL, academy_test_set_up, test_fictional, academy_test_tear_down);
  g_test_add ("/vcard/import", AcademyTest, NULL, academy_test_set_up, test_import, academy_test_tear_down);

  return g_test_run ();
}
