/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-last-place.h"

#define KEY       "places"
#define MAX_FILES 50

/**
 * academy_last_place_save:
 * @settings: the settings of the application
 * @path: (type filename): a programme file
 * @place: the visible place in its window
 * @view: the visible view of that place; empty where there is only one
 *
 * Stores the place and view where a file was closed. Forgets the files closed
 * longest ago.
 */
void
academy_last_place_save (GSettings  *settings,
                         const char *path,
                         const char *place,
                         const char *view)
{
  g_autoptr(GVariant) before = g_settings_get_value (settings, KEY);
  GVariantBuilder builder;
  GVariantIter iterator;
  const char *other, *other_place, *other_view;
  guint n_files = 1;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ayss)"));
  g_variant_builder_add (&builder, "(^ayss)", path, place, view);

  g_variant_iter_init (&iterator, before);
  while (n_files < MAX_FILES && g_variant_iter_next (&iterator, "(^&ay&s&s)", &other, &other_place, &other_view))
    if (!g_str_equal (other, path))
      {
        g_variant_builder_add (&builder, "(^ayss)", other, other_place, other_view);
        n_files++;
      }

  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}

/**
 * academy_last_place_find:
 * @settings: the settings of the application
 * @path: (type filename): a programme file
 * @place: (out): the place where it was closed
 * @view: (out): the view of that place
 *
 * Returns: whether they are known
 */
gboolean
academy_last_place_find (GSettings   *settings,
                         const char  *path,
                         char       **place,
                         char       **view)
{
  g_autoptr(GVariant) places = g_settings_get_value (settings, KEY);
  GVariantIter iterator;
  const char *other, *other_place, *other_view;

  g_variant_iter_init (&iterator, places);
  while (g_variant_iter_next (&iterator, "(^&ay&s&s)", &other, &other_place, &other_view))
    if (g_str_equal (other, path))
      {
        *place = g_strdup (other_place);
        *view = g_strdup (other_view);
        return TRUE;
      }

  return FALSE;
}
