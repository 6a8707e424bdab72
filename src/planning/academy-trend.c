/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-trend.h"

#include <glib/gi18n-lib.h>

#include "academy-indicator.h"
#include "academy-kinds.h"

static void
add_point (AcademyTrend *self,
           const GDate  *date,
           double        value)
{
  AcademyTrendPoint point = { .day = date != NULL ? g_date_get_julian (date) : 0, .value = value };

  g_array_append_val (self->points, point);
}

/* Sorts by day; what has none keeps its place at the beginning. */
static gint
compare_points (gconstpointer a,
                gconstpointer b)
{
  const AcademyTrendPoint *point_a = a, *point_b = b;

  return (point_a->day > point_b->day) - (point_a->day < point_b->day);
}

/**
 * academy_trend_read:
 * @store: a store
 * @indicator: an indicator in it
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the baseline, readings and target of
 *   @indicator; a baseline or target that does not begin with a number is left out
 */
AcademyTrend *
academy_trend_read (AcademyStore  *store,
                    AcademyItem   *indicator,
                    GError       **error)
{
  g_autoptr(AcademyTrend) self = g_new0 (AcademyTrend, 1);
  g_autoptr(GPtrArray) readings = academy_store_get_all (store, &academy_reading_kind, academy_item_get_id (indicator), error);
  double baseline;

  self->points = g_array_new (FALSE, FALSE, sizeof (AcademyTrendPoint));
  if (readings == NULL)
    return NULL;

  for (guint i = 0; i < readings->len; i++)
    {
      AcademyItem *reading = g_ptr_array_index (readings, i);
      double value;

      g_object_get (reading, "value", &value, NULL);
      if (value != ACADEMY_UNSET_DECIMAL)
        add_point (self, academy_item_get_date (reading, "date"), value);
    }

  /* The baseline is often the first reading as well. */
  if (academy_indicator_get_level (indicator, "baseline", &baseline) &&
      (self->points->len == 0 || g_array_index (self->points, AcademyTrendPoint, 0).value != baseline))
    {
      AcademyTrendPoint point = { .value = baseline };
      const GDate *date = academy_item_get_date (indicator, "baseline_date");

      point.day = date != NULL ? g_date_get_julian (date) : 0;
      g_array_prepend_val (self->points, point);
    }
  g_array_sort (self->points, compare_points);
  self->has_target = academy_indicator_get_level (indicator, "target", &self->target);

  return g_steal_pointer (&self);
}

/**
 * academy_trend_dup_text:
 * @self: a trend
 * @indicator: its indicator
 * @language: the language wanted
 *
 * Returns: (transfer full): the trend in words: “62 → 58 → 55 g / served meal, target
 *   42”; empty when there are no values
 */
char *
academy_trend_dup_text (const AcademyTrend    *self,
                        AcademyItem           *indicator,
                        const AcademyLanguage *language)
{
  g_autoptr(GString) values = g_string_new (NULL);
  const char *unit = academy_item_get_text (indicator, "unit");
  g_autofree char *target = academy_indicator_dup_level (indicator, "target", language);

  for (guint i = 0; i < self->points->len; i++)
    {
      g_autofree char *value = academy_language_format_decimal (language, g_array_index (self->points, AcademyTrendPoint, i).value);

      g_string_append_printf (values, "%s%s", i > 0 ? " → " : "", value);
    }
  if (values->len > 0 && unit != NULL)
    g_string_append_printf (values, " %s", unit);
  if (values->len == 0 || target == NULL)
    return g_string_free_and_steal (g_steal_pointer (&values));

  /* Translators: the values of an indicator over time, and the level wanted: “62 → 55 g, target 42” */
  return g_strdup_printf (academy_language_translate (language, N_("%s, target %s")), values->str, target);
}

void
academy_trend_free (AcademyTrend *self)
{
  g_clear_pointer (&self->points, g_array_unref);
  g_free (self);
}
