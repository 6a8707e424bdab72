/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-history-filter.h"

#include <glib/gi18n-lib.h>

#include "academy-date.h"
#include "academy-day-entry.h"
#include "academy-instant.h"
#include "academy-kinds.h"
#include "academy-what-changed.h"

#define WEEKS 4

/* What can be chosen; an empty state is no choice. */
enum {
  ORGANISATION,
  KIND,
  AUTHOR,
  PERIOD,
  N_CHOICES
};

static const struct {
  const char *action;
  const char *detailed;
  const char *label;
  const char *all;
} choices[N_CHOICES] = {
  [ORGANISATION] = { "organisation", "history.organisation", N_("_Organisation"), N_("All organisations") },
  [KIND] = { "kind", "history.kind", N_("_Kind"), N_("All kinds") },
  [AUTHOR] = { "author", "history.author", N_("_By whom"), N_("Everybody") },
  [PERIOD] = { "period", "history.period", N_("_Period"), N_("All times") },
};

/* The states of the period; any other is the id of a baseline. */
#define SINCE_SESSION "session"
#define LAST_WEEKS    "weeks"
#define OWN_DATES     "own"

struct _AcademyHistoryFilter {
  GObject             parent_instance;

  /* Owned */
  AcademyStore       *store;
  GSimpleActionGroup *actions;
  char               *states[N_CHOICES];

  /* Borrowed */
  GtkMenuButton      *button;

  GDate               from;
  GDate               until;
};

enum {
  CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (AcademyHistoryFilter, academy_history_filter, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

/**
 * AcademyHistoryFilter:
 *
 * Which part of the history is shown: the choices of its menu.
 */

/* The dialog about the dates. */
typedef struct {
  /* Owned */
  AcademyHistoryFilter *filter;

  /* Borrowed */
  AdwAlertDialog       *dialog;
  AcademyDayEntry      *from;
  AcademyDayEntry      *until;
} Asking;

static void
asking_free (gpointer data)
{
  g_object_unref (((Asking *) data)->filter);
  g_free (data);
}

static gboolean
is_baseline (const char *period)
{
  return *period != '\0' && !g_str_equal (period, SINCE_SESSION) && !g_str_equal (period, LAST_WEEKS) &&
         !g_str_equal (period, OWN_DATES);
}

static void
set_state (AcademyHistoryFilter *self,
           guint                 choice,
           const char           *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), choices[choice].action);

  g_set_str (&self->states[choice], state);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (state));
}

/* Returns when the last session ended that was held in the chosen organisation, or in
 * any. */
static gint64
find_session (AcademyHistoryFilter *self)
{
  const char *organisation = self->states[ORGANISATION];
  g_autoptr(GPtrArray) ids = NULL;
  g_autoptr(GError) error = NULL;
  gint64 last = 0;

  if (*organisation != '\0')
    {
      academy_what_changed_find_session (self->store, organisation, NULL, &last, &error);
      return last;
    }

  ids = academy_store_get_ids (self->store, &academy_organisation_kind, NULL, &error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 since;

      if (academy_what_changed_find_session (self->store, g_ptr_array_index (ids, i), NULL, &since, NULL))
        last = MAX (last, since);
    }

  return last;
}

static void
fill_period (AcademyHistoryFilter *self,
             AcademyEntryFilter   *filter)
{
  const char *period = self->states[PERIOD];

  if (*period == '\0')
    return;

  if (g_str_equal (period, SINCE_SESSION))
    filter->since = find_session (self);
  else if (g_str_equal (period, LAST_WEEKS))
    filter->since = g_get_real_time () - WEEKS * 7 * G_TIME_SPAN_DAY;
  else if (!g_str_equal (period, OWN_DATES))
    academy_what_changed_find_baseline (self->store, period, &filter->since, NULL);
  else
    {
      GDate after = self->until;

      if (g_date_valid (&self->from))
        filter->since = academy_instant_get_midnight (&self->from);
      if (g_date_valid (&after))
        {
          g_date_add_days (&after, 1);
          filter->until = academy_instant_get_midnight (&after);
        }
    }
}

static void
answered_cb (AdwAlertDialog *dialog,
             const char     *response,
             Asking         *asking)
{
  AcademyHistoryFilter *self = asking->filter;
  GDate from, until;

  if (!g_str_equal (response, "show") || !academy_day_entry_get_day (asking->from, &from) ||
      !academy_day_entry_get_day (asking->until, &until))
    return;

  self->from = from;
  self->until = until;
  set_state (self, PERIOD, g_date_valid (&from) || g_date_valid (&until) ? OWN_DATES : "");
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Days that cannot be parsed or that are the wrong way round cannot be shown. */
static void
check_days_cb (Asking *asking)
{
  GDate from, until;
  gboolean valid = academy_day_entry_get_day (asking->from, &from) && academy_day_entry_get_day (asking->until, &until) &&
                   (!g_date_valid (&from) || !g_date_valid (&until) || g_date_compare (&from, &until) <= 0);

  adw_alert_dialog_set_response_enabled (asking->dialog, "show", valid);
}

static AcademyDayEntry *
add_day (Asking              *asking,
         AdwPreferencesGroup *group,
         const char          *title,
         const GDate         *day)
{
  AcademyDayEntry *entry = ACADEMY_DAY_ENTRY (academy_day_entry_new (title));

  if (g_date_valid (day))
    {
      g_autofree char *text = academy_language_format_date (academy_language_get_default (), day);

      gtk_editable_set_text (GTK_EDITABLE (entry), text);
    }
  adw_preferences_group_add (group, GTK_WIDGET (entry));
  adw_preferences_group_add (group, academy_day_entry_get_error_row (entry));
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (check_days_cb), asking);

  return entry;
}

static void
ask_dates (AcademyHistoryFilter *self)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Own dates"), NULL));
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  Asking *asking = g_new0 (Asking, 1);

  asking->filter = g_object_ref (self);
  asking->dialog = dialog;
  asking->from = add_day (asking, group, _("First day"), &self->from);
  asking->until = add_day (asking, group, _("Last day"), &self->until);
  adw_alert_dialog_set_extra_child (dialog, GTK_WIDGET (group));
  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "show", _("_Show"), NULL);
  adw_alert_dialog_set_default_response (dialog, "show");
  adw_alert_dialog_set_response_appearance (dialog, "show", ADW_RESPONSE_SUGGESTED);
  g_object_set_data_full (G_OBJECT (dialog), "asking", asking, asking_free);
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), asking);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self->button));
}

static void
change_state_cb (GSimpleAction        *action,
                 GVariant             *state,
                 AcademyHistoryFilter *self)
{
  const char *text = g_variant_get_string (state, NULL);
  guint choice = 0;

  while (!g_str_equal (choices[choice].action, g_action_get_name (G_ACTION (action))))
    choice++;

  if (choice == PERIOD && g_str_equal (text, OWN_DATES))
    {
      ask_dates (self);
      return;
    }

  /* The baselines to choose from are those of the organisation. */
  if (choice == ORGANISATION && is_baseline (self->states[PERIOD]))
    set_state (self, PERIOD, "");
  set_state (self, choice, text);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
append (GMenu      *menu,
        guint       choice,
        const char *label,
        const char *state)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, choices[choice].detailed, "s", state);
  g_menu_append_item (menu, item);
}

static void
append_items (AcademyHistoryFilter *self,
              GMenu                *menu,
              guint                 choice,
              const AcademyKind    *kind,
              const char           *owner)
{
  g_autoptr(GPtrArray) items = academy_store_get_all (self->store, kind, owner, NULL);

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      g_autofree char *title = academy_item_dup_title (items->pdata[i], academy_language_get_default ());

      append (menu, choice, title, academy_item_get_id (items->pdata[i]));
    }
}

static void
append_values (AcademyHistoryFilter *self,
               GMenu                *menu,
               guint                 choice)
{
  g_auto(GStrv) authors = NULL;

  append (menu, choice, _(choices[choice].all), "");
  switch (choice)
    {
    case ORGANISATION:
      append_items (self, menu, choice, &academy_organisation_kind, NULL);
      break;
    case KIND:
      for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
        if (((*kind)->flags & ACADEMY_KIND_UNRECORDED) == 0)
          append (menu, choice, _((*kind)->plural_label), (*kind)->name);
      break;
    case AUTHOR:
      authors = academy_entries_get_authors (self->store, NULL);
      for (guint i = 0; authors != NULL && authors[i] != NULL; i++)
        append (menu, choice, authors[i], authors[i]);
      break;
    case PERIOD:
      append (menu, choice, _("Since the last sparring"), SINCE_SESSION);
      append (menu, choice, _("Last 4 weeks"), LAST_WEEKS);
      if (*self->states[ORGANISATION] != '\0')
        append_items (self, menu, choice, &academy_baseline_kind, self->states[ORGANISATION]);
      append (menu, choice, _("Own dates…"), OWN_DATES);
      break;
    }
}

static void
create_menu (GtkMenuButton *button,
             gpointer       data)
{
  AcademyHistoryFilter *self = data;
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autofree char *text = academy_history_filter_dup_text (self);

  for (guint i = 0; i < N_CHOICES; i++)
    {
      g_autoptr(GMenu) values = g_menu_new ();

      append_values (self, values, i);
      g_menu_append_submenu (menu, _(choices[i].label), G_MENU_MODEL (values));
    }
  if (*text != '\0')
    g_menu_append (menu, _("_Clear Filters"), "history.clear");
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
academy_history_filter_finalize (GObject *object)
{
  AcademyHistoryFilter *self = ACADEMY_HISTORY_FILTER (object);

  g_clear_object (&self->store);
  g_clear_object (&self->actions);
  for (guint i = 0; i < N_CHOICES; i++)
    g_free (self->states[i]);

  G_OBJECT_CLASS (academy_history_filter_parent_class)->finalize (object);
}

static void
academy_history_filter_class_init (AcademyHistoryFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = academy_history_filter_finalize;

  /**
   * AcademyHistoryFilter::changed:
   *
   * Emitted when something else was chosen.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
academy_history_filter_init (AcademyHistoryFilter *self)
{
  g_autoptr(GSimpleAction) clear = g_simple_action_new ("clear", NULL);

  self->actions = g_simple_action_group_new ();
  g_date_clear (&self->from, 1);
  g_date_clear (&self->until, 1);
  for (guint i = 0; i < N_CHOICES; i++)
    {
      g_autoptr(GSimpleAction) action = g_simple_action_new_stateful (choices[i].action, G_VARIANT_TYPE_STRING,
                                                                      g_variant_new_string (""));

      self->states[i] = g_strdup ("");
      g_signal_connect_object (action, "change-state", G_CALLBACK (change_state_cb), self, G_CONNECT_DEFAULT);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
    }
  g_signal_connect_object (clear, "activate", G_CALLBACK (academy_history_filter_clear), self, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (clear));
}

/**
 * academy_history_filter_new:
 * @store: a store
 * @organisation: (nullable): the id of the organisation that is chosen
 *
 * Returns: (transfer full): the filter
 */
AcademyHistoryFilter *
academy_history_filter_new (AcademyStore *store,
                            const char   *organisation)
{
  AcademyHistoryFilter *self = g_object_new (ACADEMY_TYPE_HISTORY_FILTER, NULL);

  self->store = g_object_ref (store);
  if (organisation != NULL)
    set_state (self, ORGANISATION, organisation);

  return self;
}

/**
 * academy_history_filter_attach:
 * @self: a filter
 * @button: the button of its menu, which is made when it is opened
 */
void
academy_history_filter_attach (AcademyHistoryFilter *self,
                               GtkMenuButton        *button)
{
  self->button = button;
  gtk_widget_insert_action_group (GTK_WIDGET (button), "history", G_ACTION_GROUP (self->actions));
  gtk_menu_button_set_create_popup_func (button, create_menu, g_object_ref (self), g_object_unref);
}

/**
 * academy_history_filter_fill:
 * @self: a filter
 * @filter: the filter of entries, in which the text is left alone; valid until
 *   something else is chosen
 */
void
academy_history_filter_fill (AcademyHistoryFilter *self,
                             AcademyEntryFilter   *filter)
{
  filter->organisation = *self->states[ORGANISATION] != '\0' ? self->states[ORGANISATION] : NULL;
  filter->kind = *self->states[KIND] != '\0' ? academy_kind_find (self->states[KIND]) : NULL;
  filter->author = *self->states[AUTHOR] != '\0' ? self->states[AUTHOR] : NULL;
  filter->since = 0;
  filter->until = 0;
  fill_period (self, filter);
}

/* Returns the title of an item, or a text in its place when it is gone. */
static char *
dup_title (AcademyHistoryFilter *self,
           const AcademyKind    *kind,
           const char           *id)
{
  g_autoptr(AcademyItem) item = academy_store_get (self->store, kind, id, NULL);

  return item != NULL ? academy_item_dup_title (item, academy_language_get_default ()) : g_strdup (_(kind->label));
}

static char *
dup_dates (AcademyHistoryFilter *self)
{
  g_autofree char *from = g_date_valid (&self->from)
                            ? academy_language_format_date (academy_language_get_default (), &self->from) : NULL;
  g_autofree char *until = g_date_valid (&self->until)
                             ? academy_language_format_date (academy_language_get_default (), &self->until) : NULL;

  if (from == NULL)
    /* Translators: a day */
    return g_strdup_printf (_("Until %s"), until);
  if (until == NULL)
    /* Translators: a day */
    return g_strdup_printf (_("Since %s"), from);

  return academy_language_format_period (academy_language_get_default (), &self->from, &self->until);
}

static char *
dup_choice (AcademyHistoryFilter *self,
            guint                 choice)
{
  const char *state = self->states[choice];

  switch (choice)
    {
    case ORGANISATION:
      return dup_title (self, &academy_organisation_kind, state);
    case KIND:
      return g_strdup (_(academy_kind_find (state)->plural_label));
    case AUTHOR:
      return g_strdup (state);
    default:
      if (g_str_equal (state, SINCE_SESSION))
        return g_strdup (_("Since the last sparring"));
      if (g_str_equal (state, LAST_WEEKS))
        return g_strdup (_("Last 4 weeks"));
      return g_str_equal (state, OWN_DATES) ? dup_dates (self) : dup_title (self, &academy_baseline_kind, state);
    }
}

/**
 * academy_history_filter_dup_text:
 * @self: a filter
 *
 * Returns: (transfer full): what is chosen: “Turku · Measures · Last 4 weeks”, empty
 *   when nothing is
 */
char *
academy_history_filter_dup_text (AcademyHistoryFilter *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < N_CHOICES; i++)
    {
      g_autofree char *chosen = *self->states[i] != '\0' ? dup_choice (self, i) : NULL;

      if (chosen != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", chosen);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * academy_history_filter_narrows:
 * @self: a filter
 *
 * Returns: whether more is chosen than an organisation
 */
gboolean
academy_history_filter_narrows (AcademyHistoryFilter *self)
{
  for (guint i = 0; i < N_CHOICES; i++)
    if (i != ORGANISATION && *self->states[i] != '\0')
      return TRUE;

  return FALSE;
}

/**
 * academy_history_filter_clear:
 * @self: a filter
 *
 * Chooses all.
 */
void
academy_history_filter_clear (AcademyHistoryFilter *self)
{
  for (guint i = 0; i < N_CHOICES; i++)
    set_state (self, i, "");
  g_signal_emit (self, signals[CHANGED], 0);
}
