/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-mentoring-row.h"

#include <glib/gi18n-lib.h>

#include "academy-contact-popover.h"
#include "academy-contradictions.h"
#include "academy-kinds.h"
#include "academy-organisation.h"

/* The places that the facts of a row lead to. */
typedef enum {
  FACT_NEXT,
  FACT_LAST,
  FACT_GIVEN,
  FACT_AWAITED,
  FACT_OPINIONS,
  N_FACTS
} Fact;

struct _AcademyMentoringRow {
  AdwPreferencesRow  parent_instance;

  /* Template children */
  GtkLabel          *name_label;
  GtkLabel          *hours_label;
  GtkMenuButton     *log_button;
  AdwWrapBox        *facts;

  /* Owned */
  AcademyStore      *store;
  AcademyItem       *organisation;
  char              *mentor;

  /* Borrowed */
  GtkWidget         *buttons[N_FACTS];
};

G_DEFINE_FINAL_TYPE (AcademyMentoringRow, academy_mentoring_row, ADW_TYPE_PREFERENCES_ROW)

/**
 * AcademyMentoringRow:
 *
 * An organisation of a mentor: the hours given, and buttons with the next session,
 * the last contact, the promises of either side and the opinions that stand against
 * each other, each of which leads to its place. A menu button records a contact.
 */

static char *
dup_day (AcademyDay day)
{
  return academy_language_format_day (academy_language_get_default (), day);
}

static char *
dup_next (AcademyMentored *state)
{
  g_autofree char *day = state->next_session != 0 ? dup_day (state->next_session) : NULL;

  if (state->session == NULL)
    return g_strdup (_("No next session"));

  /* Translators: %s is the day of the next sparring session */
  return day != NULL ? g_strdup_printf (_("Next session %s"), day) : g_strdup (_("Next session has no day"));
}

static char *
dup_last (AcademyMentored *state)
{
  g_autofree char *day = state->last_contact != 0 ? dup_day (state->last_contact) : NULL;

  /* Translators: %s is the day of the last contact of a mentor with an organisation */
  return day != NULL ? g_strdup_printf (_("Last contact %s"), day) : g_strdup (_("No contact yet"));
}

/* Says how long contacts have taken, in hours and minutes. */
static char *
dup_hours (double hours)
{
  int minutes = (int) (hours * 60 + 0.5);

  if (minutes % 60 == 0)
    /* Translators: the hours that a mentor has given to an organisation */
    return g_strdup_printf (_("%d h given"), minutes / 60);
  if (minutes < 60)
    /* Translators: the minutes that a mentor has given to an organisation */
    return g_strdup_printf (_("%d min given"), minutes);

  /* Translators: the hours and minutes that a mentor has given to an organisation */
  return g_strdup_printf (_("%d h %d min given"), minutes / 60, minutes % 60);
}

static char *
dup_promises (const char      *sentence,
              AcademyPromises *promises)
{
  g_autofree char *due = promises->due != 0 ? dup_day (promises->due) : NULL;
  g_autoptr(GString) text = g_string_new (sentence);

  if (promises->late > 0)
    /* Translators: how many of the promises before it are late */
    g_string_append_printf (text, ngettext (", %u late", ", %u late", promises->late), promises->late);
  else if (due != NULL)
    /* Translators: the day on which the first of the promises before it is due */
    g_string_append_printf (text, _(", first by %s"), due);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
show_fact (AcademyMentoringRow *self,
           Fact                 fact,
           const AcademyKind   *kind,
           const char          *id,
           const char          *text,
           gboolean             is_late)
{
  GtkActionable *button = GTK_ACTIONABLE (self->buttons[fact]);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_label (GTK_LABEL (label), text);
  if (is_late)
    gtk_widget_add_css_class (label, "overdue");
  else
    gtk_widget_remove_css_class (label, "overdue");

  /* GTK warns of a target that does not fit the action. */
  gtk_actionable_set_action_name (button, NULL);
  if (id != NULL)
    {
      gtk_actionable_set_action_target (button, "(ss)", kind->name, id);
      gtk_actionable_set_action_name (button, "win.show-item");
    }
  else
    {
      gtk_actionable_set_action_target (button, "s", academy_item_get_id (self->organisation));
      gtk_actionable_set_action_name (button, "win.show-organisation");
    }
}

static void
show_promises (AcademyMentoringRow *self,
               Fact                 fact,
               AcademyPromises     *promises,
               const char          *sentence)
{
  g_autofree char *text = dup_promises (sentence, promises);

  gtk_widget_set_visible (self->buttons[fact], promises->open > 0);
  if (promises->open > 0)
    show_fact (self, fact, &academy_follow_up_kind, promises->first, text, promises->late > 0);
}

static void
show_opinions (AcademyMentoringRow *self,
               GPtrArray           *notes)
{
  GtkActionable *button = GTK_ACTIONABLE (self->buttons[FACT_OPINIONS]);
  g_autofree char *text = notes->len > 0 ? academy_contradictions_dup_title (notes->len, academy_language_get_default ()) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (button), notes->len > 0);
  if (notes->len == 0)
    return;

  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), text);
  /* GTK warns of an action without its target. */
  gtk_actionable_set_action_target (button, "s", academy_item_get_id (g_ptr_array_index (notes, 0)));
  gtk_actionable_set_action_name (button, "win.settle");
}

/* The popover is made when it is wanted, and says what day it is then. */
static void
create_popover_cb (GtkMenuButton *button,
                   gpointer       data)
{
  AcademyMentoringRow *self = data;
  g_autofree char *participation = NULL;
  g_autoptr(GError) error = NULL;

  if (!academy_mentoring_find_participation (self->store, self->mentor, academy_item_get_id (self->organisation),
                                             &participation, &error))
    academy_store_report (self->store, error);
  gtk_menu_button_set_popover (button, academy_contact_popover_new (self->store, self->organisation, participation));
}

static void
academy_mentoring_row_dispose (GObject *object)
{
  AcademyMentoringRow *self = ACADEMY_MENTORING_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_MENTORING_ROW);
  g_clear_pointer (&self->mentor, g_free);
  g_clear_object (&self->organisation);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_mentoring_row_parent_class)->dispose (object);
}

static void
academy_mentoring_row_class_init (AcademyMentoringRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_mentoring_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-mentoring-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyMentoringRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, AcademyMentoringRow, hours_label);
  gtk_widget_class_bind_template_child (widget_class, AcademyMentoringRow, log_button);
  gtk_widget_class_bind_template_child (widget_class, AcademyMentoringRow, facts);
}

static void
academy_mentoring_row_init (AcademyMentoringRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->log_button, create_popover_cb, self, NULL);

  for (guint i = 0; i < N_FACTS; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      self->buttons[i] = gtk_button_new ();
      gtk_button_set_child (GTK_BUTTON (self->buttons[i]), label);
      gtk_widget_add_css_class (self->buttons[i], "fact");
      adw_wrap_box_append (self->facts, self->buttons[i]);
    }
}

/**
 * academy_mentoring_row_show:
 * @self: a row
 * @store: the store of the organisation
 * @mentor: (nullable): the id of the mentor
 * @state: the state of the mentoring of an organisation
 *
 * Shows @state.
 */
void
academy_mentoring_row_show (AcademyMentoringRow *self,
                            AcademyStore        *store,
                            const char          *mentor,
                            AcademyMentored     *state)
{
  const AcademyLanguage *language = academy_language_get_default ();
  g_autofree char *name = academy_organisation_dup_short_name (state->organisation, language);
  g_autofree char *hours = dup_hours (state->hours);
  /* Translators: %s is the short name of an organisation */
  g_autofree char *record = g_strdup_printf (_("Record a contact with %s"), name);
  g_autofree char *next = dup_next (state);
  g_autofree char *last = dup_last (state);
  g_autofree char *given = g_strdup_printf (ngettext ("Mentor promised %u thing", "Mentor promised %u things",
                                                      state->given.open), state->given.open);
  g_autofree char *awaited = g_strdup_printf (ngettext ("Organisation promised %u thing", "Organisation promised %u things",
                                                        state->awaited.open), state->awaited.open);

  g_set_object (&self->store, store);
  g_set_object (&self->organisation, state->organisation);
  g_set_str (&self->mentor, mentor);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", academy_item_get_id (state->organisation));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.show-organisation");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_label_set_label (self->name_label, name);
  gtk_label_set_label (self->hours_label, hours);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->log_button), record);
  gtk_widget_set_sensitive (GTK_WIDGET (self->log_button), !academy_store_is_read_only (store));

  show_fact (self, FACT_NEXT, &academy_session_kind, state->session, next, FALSE);
  show_fact (self, FACT_LAST, state->contact != NULL ? &academy_contact_kind : &academy_session_kind,
             state->contact != NULL ? state->contact : state->held, last, FALSE);
  show_promises (self, FACT_GIVEN, &state->given, given);
  show_promises (self, FACT_AWAITED, &state->awaited, awaited);
  show_opinions (self, state->contradictions);
}
