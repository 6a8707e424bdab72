/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "academy-cpv.h"
#include "academy-kinds.h"
#include "academy-test.h"

static const struct {
  const char *code;
  const char *division;
} cases[] = {
  { "72000000", "72000000" },
  { "48462000", "48000000" },
  { "72000000-5", "72000000" },
  { "72", "72000000" },
  { "7", NULL },
  { "", NULL },
  { "99000000", NULL },
  { NULL, NULL },
};

static void
test_divisions (void)
{
  guint n_divisions = 0;

  for (const AcademyCpvDivision *division = academy_cpv_divisions; division->code != NULL; division++, n_divisions++)
    {
      g_assert_cmpuint (strlen (division->code), ==, 8);
      g_assert_true (g_str_has_suffix (division->code, "000000"));
      g_assert_true (n_divisions == 0 || strcmp (division[-1].code, division->code) < 0);
      g_assert_true (*division->fi != '\0' && *division->sv != '\0' && *division->en != '\0');
    }
  g_assert_cmpuint (n_divisions, ==, 45);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const AcademyCpvDivision *division = academy_cpv_find_division (cases[i].code);

      g_assert_cmpstr (division != NULL ? division->code : NULL, ==, cases[i].division);
    }
}

static void
test_titles (void)
{
  const AcademyCpvDivision *division = academy_cpv_find_division ("72000000");
  g_autofree char *en = academy_cpv_dup_title (division, academy_language_get ("en", NULL));
  g_autofree char *fi = academy_cpv_dup_title (division, academy_language_get ("fi", NULL));

  g_assert_cmpstr (en, ==, "72000000 IT services: consulting, software development, Internet and support");
  g_assert_cmpstr (fi, ==, "72000000 Tietotekniset palvelut: neuvonta, ohjelmistojen kehittäminen, Internet ja tuki");
  g_assert_cmpstr (division->sv, ==, "IT-tjänster: konsultverksamhet, programvaruutveckling, Internet och stöd");
}

static void
test_hint (void)
{
  const AcademyField *cpv = academy_kind_find_field (&academy_opportunity_kind, "cpv");
  g_autoptr(AcademyItem) known = academy_test_item (&academy_opportunity_kind, "cpv=90919300");
  g_autoptr(AcademyItem) unknown = academy_test_item (&academy_opportunity_kind, "cpv=99000000");
  g_autofree char *hint = cpv->dup_hint (known, NULL, NULL, academy_language_get ("en", NULL));

  g_assert_cmpstr (hint, ==, "90000000 Sewage, refuse, cleaning and environmental services");
  g_assert_null (cpv->dup_hint (unknown, NULL, NULL, academy_language_get ("en", NULL)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cpv/divisions", test_divisions);
  g_test_add_func ("/cpv/titles", test_titles);
  g_test_add_func ("/cpv/hint", test_hint);

  return g_test_run ();
}
