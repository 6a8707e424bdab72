/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-name-list.h"

/* A text, the names in it with “|” between, and what is left out. */
static const struct {
  const char *text;
  const char *names;
  guint       repeated;
  guint       empty;
} rows[] = {
  { "", "" },
  { " Turku \n", "Turku" },
  { "1. luokan hankinnat", "1. luokan hankinnat" },
  { "Mukana:\n- Oulu\n\n2) Vaasa\n", "Oulu|Vaasa", 0, 1 },
  { "Oulun kaupunki\nVaasa\noulun  KAUPUNKI\nÅbo\nåbo", "Oulun kaupunki|Vaasa|Åbo", 2, 0 },
  { "•\n- Oulu\n \n \t\nVaasa", "Oulu|Vaasa", 0, 3 },
};

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(AcademyNameList) list = academy_name_list_parse (rows[i].text);
      g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
      g_auto(GStrv) names = NULL;
      g_autofree char *joined = NULL;
      g_autofree char *remark = academy_name_list_dup_remark (list);

      for (guint j = 0; j < list->names->len; j++)
        g_strv_builder_add (builder, g_ptr_array_index (list->names, j));
      names = g_strv_builder_end (builder);
      joined = g_strjoinv ("|", names);
      g_assert_cmpstr (joined, ==, rows[i].names);
      g_assert_cmpuint (list->repeated, ==, rows[i].repeated);
      g_assert_cmpuint (list->empty, ==, rows[i].empty);
      g_assert_true ((remark != NULL) == (rows[i].repeated + rows[i].empty > 0));
    }
}

static void
test_remark (void)
{
  g_autoptr(AcademyNameList) list = academy_name_list_parse ("Oulu\n\nVaasa\nOulu\nVAASA");
  g_autofree char *remark = academy_name_list_dup_remark (list);

  g_assert_cmpstr (remark, ==, "2 names that were there already are left out. 1 empty line is left out.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/name-list/parse", test_parse);
  g_test_add_func ("/name-list/remark", test_remark);

  return g_test_run ();
}
