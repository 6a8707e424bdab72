/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-threshold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "academy-date.h"

#define SOURCE_NATIONAL "https://tem.fi/eu-ja-kansalliset-kynnysarvot"
#define SOURCE_2018     "https://www.hankinnat.fi/mika-julkinen-hankinta/kynnysarvot"
#define SOURCE_2022     "https://tem.fi/-/hankintalainsaadannon-eu-kynnysarvot-muuttuvat-1.1.2022"
#define SOURCE_2024     "https://www.hankinnat.fi/ajankohtaista/2023/eu-kynnysarvot-muuttuvat-112024"
#define SOURCE_2026     "https://cwmf.gov.ie/en/news/revised-eu-procurement-thresholds-applicable-from-1-january-2026"

/* The national thresholds are those of the Act on Public Procurement and Concession
 * Contracts (1397/2016), section 25, which does not concern utilities. A bill to
 * reform it was given on 5 February 2026 (HE 2/2026). The EU thresholds are those of
 * section 26, and for utilities those of section 13 of act 1398/2016; the Commission
 * changes them every two years. */
static const AcademyThreshold thresholds[] = {
  { ACADEMY_THRESHOLD_NATIONAL, { "goods_services", "design_contest" }, { "central", "other" },
    "2017-01-01", NULL, "2026-01-01", 60000, SOURCE_NATIONAL },
  { ACADEMY_THRESHOLD_NATIONAL, { "works" }, { "central", "other" },
    "2017-01-01", NULL, "2026-01-01", 150000, SOURCE_NATIONAL },
  { ACADEMY_THRESHOLD_NATIONAL, { "social" }, { "central", "other" },
    "2017-01-01", NULL, "2026-01-01", 400000, SOURCE_NATIONAL },
  { ACADEMY_THRESHOLD_NATIONAL, { "special" }, { "central", "other" },
    "2017-01-01", NULL, "2026-01-01", 300000, SOURCE_NATIONAL },
  { ACADEMY_THRESHOLD_NATIONAL, { "service_concession", "works_concession" }, { "central", "other" },
    "2017-01-01", NULL, "2026-01-01", 500000, SOURCE_NATIONAL },
  { ACADEMY_THRESHOLD_EU, { "goods_services", "design_contest" }, { "central" },
    "2018-01-01", "2019-12-31", NULL, 144000, SOURCE_2018 },
  { ACADEMY_THRESHOLD_EU, { "goods_services", "design_contest" }, { "other" },
    "2018-01-01", "2019-12-31", NULL, 221000, SOURCE_2018 },
  { ACADEMY_THRESHOLD_EU, { "goods_services", "design_contest" }, { "utility" },
    "2018-01-01", "2019-12-31", NULL, 443000, SOURCE_2018 },
  { ACADEMY_THRESHOLD_EU, { "works" }, { NULL },
    "2018-01-01", "2019-12-31", NULL, 5548000, SOURCE_2018 },
  { ACADEMY_THRESHOLD_EU, { "goods_services", "design_contest" }, { "central" },
    "2020-01-01", "2021-12-31", NULL, 139000, SOURCE_2022 },
  { ACADEMY_THRESHOLD_EU, { "goods_services", "design_contest" }, { "other" },
    "2020-01-01", "2021-12-31", NULL, 214000, SOURCE_2022 },
  { ACADEMY_THRESHOLD_EU, { "goods_services", "design_contest" }, { "utility" },
    "2020-01-01", "2021-12-31", NULL, 428000, SOURCE_2022 },
  { ACADEMY_THRESHOLD_EU, { "works" }, { NULL },
    "2020-01-01", "2021-12-31", NULL, 5350000, SOURCE_2022 },
  { ACADEMY_THRESHOLD_EU, { "goods_services", "design_contest" }, { "central" },
    "2022-01-01", "2023-12-31", NULL, 140000, SOURCE_2022 },
  { ACADEMY_THRESHOLD_EU, { "goods_services", "design_contest" }, { "other" },
    "2022-01-01", "2023-12-31", NULL, 215000, SOURCE_2022 },
  { ACADEMY_THRESHOLD_EU, { "goods_services", "design_contest" }, { "utility" },
    "2022-01-01", "2023-12-31", NULL, 431000, SOURCE_2022 },
  { ACADEMY_THRESHOLD_EU, { "works" }, { NULL },
    "2022-01-01", "2023-12-31", NULL, 5382000, SOURCE_2022 },
  { ACADEMY_THRESHOLD_EU, { "goods_services", "design_contest" }, { "central" },
    "2024-01-01", "2025-12-31", NULL, 143000, SOURCE_2024 },
  { ACADEMY_THRESHOLD_EU, { "goods_services", "design_contest" }, { "other" },
    "2024-01-01", "2025-12-31", NULL, 221000, SOURCE_2024 },
  { ACADEMY_THRESHOLD_EU, { "goods_services", "design_contest" }, { "utility" },
    "2024-01-01", "2025-12-31", NULL, 443000, SOURCE_2024 },
  { ACADEMY_THRESHOLD_EU, { "works" }, { NULL },
    "2024-01-01", "2025-12-31", NULL, 5538000, SOURCE_2024 },
  { ACADEMY_THRESHOLD_EU, { "goods_services", "design_contest" }, { "central" },
    "2026-01-01", "2027-12-31", NULL, 140000, SOURCE_2026 },
  { ACADEMY_THRESHOLD_EU, { "goods_services", "design_contest" }, { "other" },
    "2026-01-01", "2027-12-31", NULL, 216000, SOURCE_2026 },
  { ACADEMY_THRESHOLD_EU, { "goods_services", "design_contest" }, { "utility" },
    "2026-01-01", "2027-12-31", NULL, 432000, SOURCE_2026 },
  { ACADEMY_THRESHOLD_EU, { "works" }, { NULL },
    "2026-01-01", "2027-12-31", NULL, 5404000, SOURCE_2026 },
  { ACADEMY_THRESHOLD_EU, { "social", "special" }, { "central", "other" },
    "2026-01-01", "2027-12-31", NULL, 750000, SOURCE_2026 },
  { ACADEMY_THRESHOLD_EU, { "service_concession", "works_concession" }, { NULL },
    "2026-01-01", "2027-12-31", NULL, 5404000, SOURCE_2026 },
};

/* The class of a buyer by its sector, where none is chosen. A company owned by the
 * state may be either. */
static const struct {
  const char *sector;
  const char *buyer;
} classes[] = {
  { "municipal", "other" },
  { "state", "central" },
};

static const char * const wanted[ACADEMY_N_MISSING] = {
  [ACADEMY_MISSING_OBJECT] = N_("Choose the object of the procurement to compare its value with the thresholds."),
  [ACADEMY_MISSING_BUYER] = N_("The EU threshold depends on the contracting entity: choose it in the facts of the "
                               "organisation."),
  [ACADEMY_MISSING_THRESHOLD] = N_("The EU threshold of this object on that day is not known."),
};

static gboolean
contains (const char * const *tokens,
          const char         *token)
{
  for (guint i = 0; tokens[i] != NULL; i++)
    if (g_strcmp0 (tokens[i], token) == 0)
      return TRUE;

  return FALSE;
}

/**
 * academy_threshold_find:
 * @level: a level
 * @object: what is bought, a token of `academy_procurement_objects`
 * @buyer: (nullable): who buys, a token of `buyer_class`
 * @day: a day
 *
 * Returns: (transfer none) (nullable): the threshold that is valid on @day
 */
const AcademyThreshold *
academy_threshold_find (AcademyThresholdLevel level,
                        const char           *object,
                        const char           *buyer,
                        const GDate          *day)
{
  g_autofree char *text = academy_date_to_text (day);

  for (guint i = 0; i < G_N_ELEMENTS (thresholds); i++)
    {
      const AcademyThreshold *threshold = &thresholds[i];

      if (threshold->level == level && contains (threshold->objects, object) &&
          (threshold->buyers[0] == NULL || contains (threshold->buyers, buyer)) &&
          strcmp (threshold->valid_from, text) <= 0 &&
          (threshold->valid_to == NULL || strcmp (text, threshold->valid_to) <= 0))
        return threshold;
    }

  return NULL;
}

/**
 * academy_threshold_get_buyer:
 * @organisation: an organisation
 *
 * Returns: (transfer none) (nullable): its class as a buyer, by its sector if none
 *   is chosen; %NULL when neither tells
 */
const char *
academy_threshold_get_buyer (AcademyItem *organisation)
{
  const char *buyer = academy_item_get_text (organisation, "buyer_class");
  const char *sector = academy_item_get_text (organisation, "sector");

  for (guint i = 0; buyer == NULL && i < G_N_ELEMENTS (classes); i++)
    if (g_strcmp0 (classes[i].sector, sector) == 0)
      buyer = classes[i].buyer;

  return buyer;
}

static AcademyThresholdSize
compare (gint64                  value,
         const AcademyThreshold *national,
         const AcademyThreshold *eu)
{
  if (eu != NULL && value >= eu->amount)
    return ACADEMY_SIZE_EU;
  if (national == NULL)
    return eu != NULL ? ACADEMY_SIZE_BELOW_EU : ACADEMY_SIZE_UNKNOWN;
  if (value < national->amount)
    return ACADEMY_SIZE_SMALL;

  return eu != NULL ? ACADEMY_SIZE_NATIONAL : ACADEMY_SIZE_AT_LEAST_NATIONAL;
}

static gboolean
must_check (const AcademyThreshold *threshold,
            const GDate            *day)
{
  g_autofree char *text = academy_date_to_text (day);

  return threshold != NULL && threshold->check_from != NULL && strcmp (threshold->check_from, text) <= 0;
}

/**
 * academy_threshold_judge:
 * @value: the estimated value without value added tax, or %ACADEMY_UNSET
 * @object: (nullable): what is bought, a token of `academy_procurement_objects`
 * @buyer: (nullable): who buys, a token of `buyer_class`; the national thresholds
 *   are those of any buyer but a utility
 * @day: the day on which the procurement is planned to begin
 *
 * Compares a value with the thresholds. A value that is the same as a threshold
 * has reached it.
 *
 * Returns: a hint, which is no legal advice
 */
AcademyThresholdJudgement
academy_threshold_judge (gint64       value,
                         const char  *object,
                         const char  *buyer,
                         const GDate *day)
{
  AcademyThresholdJudgement judgement = { ACADEMY_SIZE_UNKNOWN };

  if (value == ACADEMY_UNSET || object == NULL)
    {
      judgement.missing = value == ACADEMY_UNSET ? ACADEMY_MISSING_VALUE : ACADEMY_MISSING_OBJECT;
      return judgement;
    }

  judgement.national = academy_threshold_find (ACADEMY_THRESHOLD_NATIONAL, object, buyer != NULL ? buyer : "other", day);
  judgement.eu = buyer != NULL ? academy_threshold_find (ACADEMY_THRESHOLD_EU, object, buyer, day) : NULL;
  judgement.size = compare (value, judgement.national, judgement.eu);
  judgement.must_check = must_check (judgement.national, day);
  if (judgement.eu == NULL && judgement.size != ACADEMY_SIZE_SMALL)
    judgement.missing = buyer == NULL ? ACADEMY_MISSING_BUYER : ACADEMY_MISSING_THRESHOLD;

  return judgement;
}

static char *
dup_years (const AcademyThreshold *threshold)
{
  return g_strdup_printf ("%.4s–%.4s", threshold->valid_from, threshold->valid_to);
}

static char *
dup_size (const AcademyThresholdJudgement *judgement,
          gint64                           value,
          const AcademyLanguage           *language)
{
  const AcademyThreshold *national = judgement->national, *eu = judgement->eu;
  g_autofree char *euros = academy_language_format_money (language, value);
  g_autofree char *least = national != NULL ? academy_language_format_money (language, national->amount) : NULL;
  g_autofree char *most = eu != NULL ? academy_language_format_money (language, eu->amount) : NULL;
  g_autofree char *years = eu != NULL ? dup_years (eu) : NULL;

  switch (judgement->size)
    {
    case ACADEMY_SIZE_SMALL:
      /* Translators: the value of a procurement, and a threshold */
      return g_strdup_printf (academy_language_translate (language, N_("About %s: below the national threshold of %s, "
                                                                       "a small procurement.")), euros, least);
    case ACADEMY_SIZE_BELOW_EU:
      /* Translators: the value of a procurement, a threshold, and its years: “2022–2023” */
      return g_strdup_printf (academy_language_translate (language, N_("About %s: below the EU threshold of %s (%s).")),
                              euros, most, years);
    case ACADEMY_SIZE_NATIONAL:
      /* Translators: the value of a procurement, two thresholds, and the years of the second */
      return g_strdup_printf (academy_language_translate (language, N_("About %s: at least the national threshold of %s, "
                                                                       "below the EU threshold of %s (%s).")),
                              euros, least, most, years);
    case ACADEMY_SIZE_AT_LEAST_NATIONAL:
      /* Translators: the value of a procurement, and a threshold */
      return g_strdup_printf (academy_language_translate (language, N_("About %s: at least the national threshold of %s.")),
                              euros, least);
    case ACADEMY_SIZE_EU:
      /* Translators: the value of a procurement, a threshold, and its years: “2022–2023” */
      return g_strdup_printf (academy_language_translate (language, N_("About %s: at least the EU threshold of %s (%s).")),
                              euros, most, years);
    case ACADEMY_SIZE_UNKNOWN:
    case ACADEMY_N_SIZES:
    default:
      return NULL;
    }
}

/**
 * academy_threshold_dup_hint:
 * @judgement: what academy_threshold_judge() says
 * @value: the value that it was about
 * @language: the language to use
 *
 * Returns: (transfer full) (nullable): the judgement in words, what is missing, and
 *   that it is a hint; %NULL without a value
 */
char *
academy_threshold_dup_hint (const AcademyThresholdJudgement *judgement,
                            gint64                           value,
                            const AcademyLanguage           *language)
{
  g_autoptr(GStrvBuilder) parts = g_strv_builder_new ();
  g_auto(GStrv) sentences = NULL;
  char *size;

  if (judgement->missing == ACADEMY_MISSING_VALUE)
    return NULL;

  size = dup_size (judgement, value, language);
  if (size != NULL)
    g_strv_builder_take (parts, size);
  if (wanted[judgement->missing] != NULL)
    g_strv_builder_add (parts, academy_language_translate (language, wanted[judgement->missing]));
  if (judgement->must_check)
    g_strv_builder_add (parts, academy_language_translate (language, N_("Check the national threshold: the act was being "
                                                                        "reformed in 2026.")));
  if (size != NULL)
    g_strv_builder_add (parts, academy_language_translate (language, N_("A hint, not legal advice.")));

  sentences = g_strv_builder_end (parts);
  return g_strjoinv (" ", sentences);
}
