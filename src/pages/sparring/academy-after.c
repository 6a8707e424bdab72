/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-after.h"

#include <glib/gi18n-lib.h>

#include "academy-advice.h"
#include "academy-after-commands.h"
#include "academy-after-row.h"
#include "academy-contradiction-row.h"
#include "academy-contradictions.h"
#include "academy-form.h"
#include "academy-kept-rows.h"
#include "academy-kinds.h"
#include "academy-privacy.h"
#include "academy-status.h"
#include "academy-summary-dialog.h"
#include "academy-wrap-up.h"

struct _AcademyAfter {
  AdwBin                  parent_instance;

  /* Template children */
  AdwPreferencesGroup     *head;
  GtkToggleButton         *details_button;
  GtkWidget               *details;
  GtkWidget               *follow_ups_group;
  GtkListBox              *follow_ups;
  AdwPreferencesGroup     *contradictions_group;
  GtkListBox              *contradictions;
  GtkEventControllerFocus *settling;
  GtkBox                  *session_box;
  GtkWidget               *next_list;
  AdwPreferencesRow       *next_row;
  AcademyAdvice           *advice;

  /* Owned */
  AcademyStore            *store;
  AcademyItem             *organisation;
  AcademyItem             *chosen;
  AcademyWrapUp           *wrap_up;

  /* Borrowed */
  AcademyForm             *form;
  AcademyKeptRows         *kept_follow_ups;
  AcademyKeptRows         *kept_contradictions;
};

G_DEFINE_FINAL_TYPE (AcademyAfter, academy_after, ADW_TYPE_BIN)

/**
 * AcademyAfter:
 *
 * What is left to do after the last held session of an organisation, or after another
 * one that was chosen: its follow-ups
 * to confirm and to turn into measures, advice that contradicts other advice, the
 * summary, the next date and the feedback, and the notes side by side. It is folded
 * when nothing is open, and not there while no session was held.
 */

static GtkWidget *
create_follow_up (AcademyItem *follow_up)
{
  return g_object_new (ACADEMY_TYPE_AFTER_ROW, NULL);
}

static GtkWidget *
create_contradiction (AcademyItem *note)
{
  return g_object_new (ACADEMY_TYPE_CONTRADICTION_ROW, NULL);
}

static void
append_part (GString    *text,
             const char *part)
{
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

/* Says what is open. */
static char *
dup_description (AcademyWrapUp *wrap_up)
{
  static const struct {
    const char *field;
    const char *missing;
  } fields[] = {
    { "summary", N_("no summary yet") },
    { "next_date", N_("no next date yet") },
    { "feedback", N_("no feedback yet") },
  };
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *incomplete = g_strdup_printf (ngettext ("%u follow-up lacks something", "%u follow-ups lack something",
                                                           wrap_up->n_incomplete), wrap_up->n_incomplete);
  g_autofree char *unsettled = g_strdup_printf (ngettext ("%u contradiction", "%u contradictions", wrap_up->n_unsettled),
                                                wrap_up->n_unsettled);

  if (wrap_up->n_incomplete > 0)
    append_part (text, incomplete);
  if (wrap_up->n_unsettled > 0)
    append_part (text, unsettled);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const AcademyField *field = academy_kind_find_field (&academy_session_kind, fields[i].field);

      if (!academy_value_is_set (field, academy_item_get_value (wrap_up->session, field)))
        append_part (text, _(fields[i].missing));
    }
  if (text->len == 0)
    g_string_append (text, _("Nothing is open"));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
show_follow_ups (AcademyAfter *self)
{
  GPtrArray *follow_ups = self->wrap_up->follow_ups;

  academy_kept_rows_update (self->kept_follow_ups, follow_ups);
  for (guint i = 0; i < follow_ups->len; i++)
    academy_after_row_show (ACADEMY_AFTER_ROW (gtk_list_box_get_row_at_index (self->follow_ups, i)), self->store,
                            g_ptr_array_index (follow_ups, i));
  gtk_widget_set_visible (self->follow_ups_group, follow_ups->len > 0);
}

/* Returns the note in which somebody is typing how a contradiction was settled. */
static AcademyItem *
find_settling (AcademyAfter *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->contradictions));

  return row != NULL && gtk_event_controller_focus_contains_focus (self->settling)
           ? academy_contradiction_row_get_note (ACADEMY_CONTRADICTION_ROW (row)) : NULL;
}

static gboolean
is_settled (AcademyItem *note,
            AcademyItem *other)
{
  return academy_item_get_text (note, "settlement") != NULL || academy_item_get_text (other, "settlement") != NULL;
}

/* Shows the contradictions that are not settled, and the one that is being settled. */
static void
show_contradictions (AcademyAfter *self)
{
  g_autoptr(GPtrArray) shown = g_ptr_array_new ();
  g_autoptr(GPtrArray) others = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) all = g_ptr_array_new ();
  AcademyItem *settling = find_settling (self);

  g_ptr_array_extend (all, self->wrap_up->contradictions, NULL, NULL);
  if (settling != NULL && academy_item_get_text (settling, "contradicts") != NULL && !g_ptr_array_find (all, settling, NULL))
    g_ptr_array_add (all, settling);
  for (guint i = 0; i < all->len; i++)
    {
      AcademyItem *note = g_ptr_array_index (all, i);
      g_autoptr(AcademyItem) other =
        academy_store_get_or_report (self->store, &academy_note_kind, academy_item_get_text (note, "contradicts"), -1);

      if (other == NULL || (note != settling && is_settled (note, other)))
        continue;
      if (academy_privacy_hides (self->store, note) || academy_privacy_hides (self->store, other))
        continue;
      g_ptr_array_add (shown, note);
      g_ptr_array_add (others, g_steal_pointer (&other));
    }

  academy_kept_rows_update (self->kept_contradictions, shown);
  for (guint i = 0; i < shown->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->contradictions, i);

      academy_contradiction_row_show (ACADEMY_CONTRADICTION_ROW (row), self->store, g_ptr_array_index (shown, i),
                                      g_ptr_array_index (others, i));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->contradictions_group), shown->len > 0);
  if (shown->len > 0)
    {
      g_autofree char *title = academy_contradictions_dup_title (shown->len, academy_language_get_default ());

      adw_preferences_group_set_title (self->contradictions_group, title);
    }
}

static void
show_next (AcademyAfter *self)
{
  const GDate *next = academy_item_get_date (self->wrap_up->session, "next_date");
  gboolean needed;
  g_autoptr(GError) error = NULL;

  if (!academy_wrap_up_needs_next_session (self->store, self->wrap_up->session, &needed, &error))
    academy_store_report (self->store, error);
  gtk_widget_set_visible (self->next_list, needed && !academy_store_is_read_only (self->store));
  if (needed)
    {
      g_autofree char *day = academy_language_format_date (academy_language_get_default (), next);
      /* Translators: a button; %s is a day */
      g_autofree char *text = g_strdup_printf (_("Plan the next session on %s"), day);

      adw_preferences_row_set_title (self->next_row, text);
    }
}

/* Shows the notes side by side, without private ones while others see the screen. */
static void
show_advice (AcademyAfter *self)
{
  g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->wrap_up->notes->len; i++)
    if (!academy_privacy_hides (self->store, g_ptr_array_index (self->wrap_up->notes, i)))
      g_ptr_array_add (notes, g_object_ref (g_ptr_array_index (self->wrap_up->notes, i)));
  academy_advice_show (self->advice, self->store, notes);
}

static void
show_wrap_up (AcademyAfter *self)
{
  g_autofree char *session = academy_item_dup_title (self->wrap_up->session, academy_language_get_default ());
  /* Translators: a heading above what is left to do; %s is the title of a sparring session */
  g_autofree char *title = g_strdup_printf (_("After the session: %s"), session);
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *description = dup_description (self->wrap_up);

  adw_preferences_group_set_title (self->head, escaped);
  adw_preferences_group_set_description (self->head, description);
  academy_form_set_item (self->form, self->wrap_up->session);
  show_follow_ups (self);
  show_contradictions (self);
  show_next (self);
  show_advice (self);
}

/* Returns the chosen session while it counts as held, or else the last one. */
static AcademyItem *
find_session (AcademyAfter  *self,
              GError       **error)
{
  if (self->chosen != NULL && academy_store_has (self->store, &academy_session_kind, academy_item_get_id (self->chosen)) &&
      academy_status_get (self->chosen) == ACADEMY_STATUS_DONE)
    return g_object_ref (self->chosen);

  g_clear_object (&self->chosen);
  return academy_wrap_up_find_session (self->store, academy_item_get_id (self->organisation), error);
}

static gboolean
read_wrap_up (AcademyAfter  *self,
              GError       **error)
{
  g_autoptr(AcademyItem) session = find_session (self, error);
  AcademyWrapUp *before = self->wrap_up;
  gboolean is_another = before == NULL || before->session != session;

  self->wrap_up = session != NULL ? academy_wrap_up_read (self->store, session, error) : NULL;
  g_clear_pointer (&before, academy_wrap_up_free);
  gtk_widget_set_visible (GTK_WIDGET (self), self->wrap_up != NULL);
  if (self->wrap_up == NULL)
    {
      academy_form_set_item (self->form, NULL);
      return FALSE;
    }

  if (is_another)
    gtk_toggle_button_set_active (self->details_button, academy_wrap_up_is_open (self->wrap_up));
  show_wrap_up (self);
  return TRUE;
}

static void
update (AcademyAfter *self)
{
  g_autoptr(GError) error = NULL;

  if (!read_wrap_up (self, &error) && error != NULL)
    academy_store_report (self->store, error);
}

/* An edit of the plan, such as a measure, changes nothing here. */
static void
changed_cb (AcademyAfter   *self,
            AcademyChanges *changes)
{
  static const AcademyKind * const kinds[] = {
    &academy_session_kind, &academy_agenda_item_kind, &academy_follow_up_kind, &academy_note_kind,
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr(GHashTable) changed = academy_changes_get_organisations (changes, kinds[i], G_MAXUINT64);

      if (changed == NULL || g_hash_table_contains (changed, academy_item_get_id (self->organisation)))
        {
          update (self);
          return;
        }
    }
}

static void
plan_next_cb (AcademyAfter *self)
{
  academy_command_plan_next (GTK_WIDGET (self), self->store, self->wrap_up->session);
}

static AcademyItem *
get_item (AcademyAfter      *self,
          const AcademyKind *kind,
          const char        *id)
{
  return academy_store_get_or_report (self->store, kind, id, -1);
}

static void
measure_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  AcademyAfter *self = ACADEMY_AFTER (widget);
  g_autoptr(AcademyItem) follow_up = get_item (self, &academy_follow_up_kind, g_variant_get_string (parameter, NULL));
  const char *measure = follow_up != NULL ? academy_item_get_text (follow_up, "measure") : NULL;

  /* The measure takes what was typed last. */
  academy_forms_flush (widget);
  if (measure != NULL)
    gtk_widget_activate_action (widget, "win.show-item", "(ss)", academy_measure_kind.name, measure);
  else if (follow_up != NULL)
    academy_command_make_measure (widget, self->store, follow_up);
}

static void
contradict_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  AcademyAfter *self = ACADEMY_AFTER (widget);
  g_autoptr(AcademyItem) note = NULL;
  const char *id, *other;

  g_variant_get (parameter, "(&s&s)", &id, &other);
  note = get_item (self, &academy_note_kind, id);
  if (note != NULL)
    academy_command_contradict (widget, self->store, note, other);
}

static void
agree_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  AcademyAfter *self = ACADEMY_AFTER (widget);
  g_autoptr(AcademyItem) note = get_item (self, &academy_note_kind, g_variant_get_string (parameter, NULL));

  if (note != NULL)
    academy_command_contradict (widget, self->store, note, NULL);
}

static void
summary_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  AcademyAfter *self = ACADEMY_AFTER (widget);

  if (academy_forms_flush (widget))
    adw_dialog_present (academy_summary_dialog_new (self->store, self->wrap_up->session), widget);
}

/* What was settled is no longer there when the view is shown again. While it is shown,
 * nothing moves away from below the pointer. */
static void
academy_after_map (GtkWidget *widget)
{
  AcademyAfter *self = ACADEMY_AFTER (widget);

  if (self->wrap_up != NULL)
    show_contradictions (self);

  GTK_WIDGET_CLASS (academy_after_parent_class)->map (widget);
}

static void
academy_after_dispose (GObject *object)
{
  AcademyAfter *self = ACADEMY_AFTER (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_AFTER);
  g_clear_pointer (&self->wrap_up, academy_wrap_up_free);
  g_clear_object (&self->chosen);
  g_clear_object (&self->organisation);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_after_parent_class)->dispose (object);
}

static void
academy_after_class_init (AcademyAfterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_after_dispose;
  widget_class->map = academy_after_map;

  g_type_ensure (ACADEMY_TYPE_ADVICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-after.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyAfter, head);
  gtk_widget_class_bind_template_child (widget_class, AcademyAfter, details_button);
  gtk_widget_class_bind_template_child (widget_class, AcademyAfter, details);
  gtk_widget_class_bind_template_child (widget_class, AcademyAfter, follow_ups_group);
  gtk_widget_class_bind_template_child (widget_class, AcademyAfter, follow_ups);
  gtk_widget_class_bind_template_child (widget_class, AcademyAfter, contradictions_group);
  gtk_widget_class_bind_template_child (widget_class, AcademyAfter, contradictions);
  gtk_widget_class_bind_template_child (widget_class, AcademyAfter, settling);
  gtk_widget_class_bind_template_child (widget_class, AcademyAfter, session_box);
  gtk_widget_class_bind_template_child (widget_class, AcademyAfter, next_list);
  gtk_widget_class_bind_template_child (widget_class, AcademyAfter, next_row);
  gtk_widget_class_bind_template_child (widget_class, AcademyAfter, advice);
  gtk_widget_class_bind_template_callback (widget_class, plan_next_cb);

  gtk_widget_class_install_action (widget_class, "after.measure", "s", measure_action);
  gtk_widget_class_install_action (widget_class, "after.contradict", "(ss)", contradict_action);
  gtk_widget_class_install_action (widget_class, "after.agree", "s", agree_action);
  gtk_widget_class_install_action (widget_class, "after.summary", NULL, summary_action);
}

static void
academy_after_init (AcademyAfter *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->kept_follow_ups = academy_kept_rows_new (self->follow_ups, create_follow_up);
  self->kept_contradictions = academy_kept_rows_new (self->contradictions, create_contradiction);
}

/**
 * academy_after_new:
 * @store: a store
 * @organisation: an organisation
 *
 * Returns: (transfer floating): what is left to do after its last session
 */
GtkWidget *
academy_after_new (AcademyStore *store,
                   AcademyItem  *organisation)
{
  static const char * const names[] = { "summary", "next_date", "feedback", NULL };
  AcademyAfter *self = g_object_new (ACADEMY_TYPE_AFTER, NULL);

  self->store = g_object_ref (store);
  self->organisation = g_object_ref (organisation);
  self->form = ACADEMY_FORM (academy_form_new_for_fields (store, &academy_session_kind, names));
  /* The form of the whole session is called after its kind. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->form), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Summary"), -1);
  gtk_box_append (self->session_box, GTK_WIDGET (self->form));
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (academy_privacy_get (store), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * academy_after_set_organisation:
 * @self: what is left to do after a session
 * @organisation: another organisation
 *
 * Shows @organisation.
 */
void
academy_after_set_organisation (AcademyAfter *self,
                                AcademyItem  *organisation)
{
  if (!g_set_object (&self->organisation, organisation))
    return;

  g_clear_object (&self->chosen);
  update (self);
}

/**
 * academy_after_start:
 * @self: what is left to do after a session
 * @session: (nullable): a session of the organisation that was held, or %NULL for the
 *   last one
 *
 * Shows @session unfolded and moves the focus to what is first left to do, if a session
 * was held.
 */
void
academy_after_start (AcademyAfter *self,
                     AcademyItem  *session)
{
  if (g_set_object (&self->chosen, session))
    update (self);
  if (self->wrap_up == NULL)
    return;

  gtk_toggle_button_set_active (self->details_button, TRUE);
  gtk_widget_child_focus (self->details, GTK_DIR_TAB_FORWARD);
}

/**
 * academy_after_settle:
 * @self: what is left to do after a session
 * @note: a note that contradicts another one
 *
 * Moves the focus to where it can be said how that was settled.
 *
 * Returns: whether @note is shown there
 */
gboolean
academy_after_settle (AcademyAfter *self,
                      AcademyItem  *note)
{
  GtkListBoxRow *row;

  if (self->wrap_up == NULL)
    return FALSE;

  gtk_toggle_button_set_active (self->details_button, TRUE);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->contradictions, i)) != NULL; i++)
    if (academy_contradiction_row_get_note (ACADEMY_CONTRADICTION_ROW (row)) == note)
      return gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);

  return FALSE;
}
