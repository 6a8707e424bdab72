/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-prepare-row.h"

#include <glib/gi18n-lib.h>

#include "academy-date.h"
#include "academy-kinds.h"
#include "academy-session-clock.h"
#include "academy-span.h"

struct _AcademyPrepareRow {
  AdwBin        parent_instance;

  /* Template children */
  AdwActionRow *row;

  /* Owned */
  AcademyStore *store;
  AcademyItem  *organisation;
};

G_DEFINE_FINAL_TYPE (AcademyPrepareRow, academy_prepare_row, ADW_TYPE_BIN)

/**
 * AcademyPrepareRow:
 *
 * Leads to the page that prepares the next sparring session of an organisation. It is
 * there as long as a session is to come.
 */

/* Returns when a session is: “14 Dec 2021 · in 12 days”, or what is known of it. */
static char *
dup_when (AcademyPrepareRow *self,
          AcademyItem       *session)
{
  const AcademyLanguage *language = academy_language_get_default ();
  AcademyDay day = academy_span_get_day (session, "start");
  int days = day - academy_store_get_day (self->store);
  g_autofree char *date = NULL;
  g_autofree char *left = NULL;
  GDate start;

  if (day == 0)
    return academy_item_dup_subtitle (session, language);

  start = academy_date_from_julian (day);
  date = academy_language_format_date (language, &start);
  if (days < 0)
    return g_steal_pointer (&date);

  left = days > 0 ? g_strdup_printf (ngettext ("in %d day", "in %d days", days), days) : g_strdup (_("today"));
  return g_strjoin (" · ", date, left, NULL);
}

static void
update (AcademyPrepareRow *self)
{
  g_autoptr(AcademyItem) session = academy_session_clock_find_next (self->store, academy_item_get_id (self->organisation));
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  g_autofree char *when = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), session != NULL);
  if (session == NULL)
    return;

  name = academy_item_dup_title (session, academy_language_get_default ());
  title = g_strdup_printf (_("Prepare: %s"), name != NULL ? name : "");
  when = dup_when (self, session);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title);
  adw_action_row_set_subtitle (self->row, when != NULL ? when : "");
  /* GTK warns of an action without its target. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->row), "s", academy_item_get_id (session));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->row), "win.prepare-session");
}

static void
changed_cb (AcademyPrepareRow *self,
            AcademyChanges    *changes)
{
  if (academy_changes_touch (changes, &academy_session_kind))
    update (self);
}

static void
academy_prepare_row_dispose (GObject *object)
{
  AcademyPrepareRow *self = ACADEMY_PREPARE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_PREPARE_ROW);
  g_clear_object (&self->organisation);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_prepare_row_parent_class)->dispose (object);
}

static void
academy_prepare_row_class_init (AcademyPrepareRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_prepare_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/fi/hankintakeino/InnovationAcademy/pages/academy-prepare-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyPrepareRow, row);
}

static void
academy_prepare_row_init (AcademyPrepareRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * academy_prepare_row_new:
 * @store: a store
 * @organisation: an organisation in it
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
academy_prepare_row_new (AcademyStore *store,
                         AcademyItem  *organisation)
{
  AcademyPrepareRow *self = g_object_new (ACADEMY_TYPE_PREPARE_ROW, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (store, "day-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  academy_prepare_row_set_organisation (self, organisation);

  return GTK_WIDGET (self);
}

/**
 * academy_prepare_row_set_organisation:
 * @self: a row
 * @organisation: another organisation
 *
 * Leads to the next session of @organisation.
 */
void
academy_prepare_row_set_organisation (AcademyPrepareRow *self,
                                      AcademyItem       *organisation)
{
  g_set_object (&self->organisation, organisation);
  update (self);
}
