/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-preferences.h"

/* Preferences of the person, for all files. */

/**
 * academy_preferences_get_settings:
 *
 * Returns: (transfer none): the settings that hold them
 */
GSettings *
academy_preferences_get_settings (void)
{
  static GSettings *settings;

  if (settings == NULL)
    settings = g_settings_new (ACADEMY_APPLICATION_ID);
  return settings;
}

/**
 * academy_preferences_get_export_language:
 *
 * Returns: (transfer none): the initial language of exports: the chosen one, or
 *   that of the interface
 */
const AcademyLanguage *
academy_preferences_get_export_language (void)
{
  g_autofree char *code = g_settings_get_string (academy_preferences_get_settings (), ACADEMY_PREFERENCE_EXPORT_LANGUAGE);

  return g_str_equal (code, "interface") ? academy_language_get_default () : academy_language_get (code, NULL);
}

/**
 * academy_preferences_dup_folder:
 *
 * Returns: (transfer full) (nullable) (type filename): the chosen folder to
 *   propose for files, or %NULL when none was chosen or it no longer exists
 */
char *
academy_preferences_dup_folder (void)
{
  g_autoptr(GVariant) value = g_settings_get_value (academy_preferences_get_settings (), ACADEMY_PREFERENCE_FOLDER);
  const char *folder = g_variant_get_bytestring (value);

  return g_file_test (folder, G_FILE_TEST_IS_DIR) ? g_strdup (folder) : NULL;
}
