/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdio.h>
#include <time.h>

#include "academy-brief.h"
#include "academy-clock.h"
#include "academy-kinds.h"
#include "academy-picture.h"
#include "academy-report-document.h"
#include "academy-report-text.h"
#include "academy-store.h"
#include "academy-template.h"

/* bench-brief FILE: makes a programme with an organisation that has a long history and
 * many measures, and the brief of its next session. Prints lines of a name, a tab and
 * microseconds of the processor: the brief for the screen, and as PDF. */

#define TURNS    9
#define MEASURES 1000
#define EDITS    10000

static void
apply (AcademyStore *store,
       AcademyEdit  *edit)
{
  g_autoptr(GError) error = NULL;

  if (!academy_store_apply (store, edit, &error))
    g_error ("%s", error->message);
}

/* Makes the measures in one step, every second one late, and edits them many times
 * after a session. */
static void
fill (AcademyStore *store,
      AcademyItem  *organisation,
      AcademyItem  *session)
{
  const AcademyField *title = academy_kind_find_field (&academy_measure_kind, "title");
  g_autoptr(GPtrArray) measures = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(AcademyEdit) first = academy_edit_new (academy_measure_kind.add);
  g_autoptr(AcademyEdit) hold = academy_edit_new (academy_session_kind.change);
  g_autoptr(GDateTime) now = academy_clock_get_now ();
  g_auto(GValue) held = G_VALUE_INIT;

  for (guint i = 0; i < MEASURES; i++)
    {
      AcademyItem *measure = academy_item_new_part (&academy_measure_kind, academy_item_get_id (organisation));
      g_autofree char *text = g_strdup_printf ("Järjestetään markkinavuoropuhelu %u", i);
      g_autoptr(GDate) day = g_date_new_julian (academy_store_get_day (store) - (i % 2) * (i % 100));

      g_object_set (measure, "title", text, "owner-role", i % 3 > 0 ? "Hankintajohtaja" : NULL, "start", day, "end", day, NULL);
      academy_edit_create (first, measure);
      g_ptr_array_add (measures, measure);
    }
  apply (store, first);

  g_value_init (&held, G_TYPE_DATE_TIME);
  g_value_set_boxed (&held, now);
  academy_edit_set (hold, session, academy_kind_find_field (&academy_session_kind, "held"), &held);
  academy_edit_set (hold, session, academy_kind_find_field (&academy_session_kind, "ended"), &held);
  apply (store, hold);

  for (guint i = 0; i < EDITS; i++)
    {
      g_autoptr(AcademyEdit) edit = academy_edit_new (academy_measure_kind.change);
      g_auto(GValue) value = G_VALUE_INIT;

      g_value_init (&value, G_TYPE_STRING);
      g_value_take_string (&value, g_strdup_printf ("Järjestetään markkinavuoropuhelu, %u. kerran", i));
      academy_edit_set (edit, g_ptr_array_index (measures, i % MEASURES), title, &value);
      apply (store, edit);
    }
}

static gint64
time_screen (AcademyStore *store,
             const char   *session)
{
  clock_t start = clock ();
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyReport) report = academy_brief_create (store, session, TRUE, academy_language_get_default (), &error);

  if (report == NULL)
    g_error ("%s", error->message);

  return (clock () - start) * (gint64) G_USEC_PER_SEC / CLOCKS_PER_SEC;
}

static gint64
time_pdf (AcademyStore *store,
          const char   *session)
{
  clock_t start = clock ();
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyReport) report = academy_brief_create (store, session, TRUE, academy_language_get_default (), &error);
  g_autoptr(AcademyReportDocument) document = academy_report_document_new (report, &academy_geometry_brief);
  g_autoptr(AcademyScratch) content = academy_scratch_new (NULL, &error);

  if (content == NULL || !academy_picture_make (ACADEMY_DOCUMENT (document), ACADEMY_PICTURE_PDF, content, NULL, &error))
    g_error ("%s", error->message);

  return (clock () - start) * (gint64) G_USEC_PER_SEC / CLOCKS_PER_SEC;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(AcademyEdit) content = academy_template_create_edit ("example", academy_language_get ("fi", NULL), NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyStore) store = academy_store_create (argv[1], content, &error);
  g_autoptr(AcademyItem) organisation = NULL;
  g_autoptr(AcademyItem) held = NULL;
  g_autoptr(AcademyItem) session = NULL;
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_session_kind.add);

  if (store == NULL)
    g_error ("%s", error->message);

  organisation = academy_store_get_first (store, &academy_organisation_kind, NULL, NULL);
  held = academy_store_get_first (store, &academy_session_kind, academy_item_get_id (organisation), NULL);
  session = academy_item_new_part (&academy_session_kind, academy_item_get_id (organisation));
  g_object_set (session, "number", (gint64) 3, NULL);
  academy_edit_create (edit, session);
  apply (store, edit);
  fill (store, organisation, held);

  for (guint i = 0; i < TURNS; i++)
    {
      printf ("screen\t%" G_GINT64_FORMAT "\n", time_screen (store, academy_item_get_id (session)));
      printf ("PDF\t%" G_GINT64_FORMAT "\n", time_pdf (store, academy_item_get_id (session)));
    }

  academy_store_close (store, NULL);
  return 0;
}
