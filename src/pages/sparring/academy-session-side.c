/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-session-side.h"

#include <glib/gi18n-lib.h>

#include "academy-check-row.h"
#include "academy-contradiction-group.h"
#include "academy-describe.h"
#include "academy-item-dialog.h"
#include "academy-kept-rows.h"
#include "academy-kinds.h"
#include "academy-privacy.h"
#include "academy-session-clock.h"
#include "academy-toast.h"

struct _AcademySessionSide {
  AdwBin                     parent_instance;

  /* Template children */
  GtkListBox                *points_list;
  AdwPreferencesGroup       *aim_group;
  AdwPreferencesGroup       *outcome_group;
  AdwPreferencesGroup       *hypotheses_group;
  GtkWidget                 *questions_group;
  GtkListBox                *questions_list;
  GtkWidget                 *follow_ups_group;
  GtkListBox                *follow_ups_list;
  AcademyContradictionGroup *contradictions;
  GtkWidget                 *attendees_group;
  GtkListBox                *attendees_list;

  /* Owned */
  AcademyStore              *store;
  AcademyItem               *session;
  GPtrArray                 *points;
  GPtrArray                 *follow_ups;

  /* Borrowed */
  AcademyKeptRows           *point_rows;
  AcademyKeptRows           *question_rows;
  AcademyKeptRows           *follow_up_rows;
  AcademyKeptRows           *attendee_rows;
};

enum {
  GO,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (AcademySessionSide, academy_session_side, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

/**
 * AcademySessionSide:
 *
 * What a session goes by, beside its notes: the agenda, the aim, the questions to
 * ask, what has been agreed, which opinions stand against each other, and who is there.
 */

/**
 * academy_session_side_dup_time:
 * @seconds: a time left, negative when it is over
 *
 * Returns: (transfer full): the time as minutes and seconds, with hours when it is
 *   long, and a minus sign when it is over
 */
char *
academy_session_side_dup_time (gint64 seconds)
{
  gint64 time = ABS (seconds);
  const char *sign = seconds < 0 ? "−" : "";

  if (time < 3600)
    return g_strdup_printf ("%s%d:%02d", sign, (int) (time / 60), (int) (time % 60));

  return g_strdup_printf ("%s%d:%02d:%02d", sign, (int) (time / 3600), (int) (time / 60 % 60), (int) (time % 60));
}

static void
point_activated_cb (AcademySessionSide *self,
                    GtkListBoxRow      *row)
{
  g_signal_emit (self, signals[GO], 0, g_ptr_array_index (self->points, gtk_list_box_row_get_index (row)));
}

static void
follow_up_activated_cb (AcademySessionSide *self,
                        GtkListBoxRow      *row)
{
  academy_item_dialog_open (GTK_WIDGET (self), g_ptr_array_index (self->follow_ups, gtk_list_box_row_get_index (row)),
                            self->store);
}

static void
apply (AcademySessionSide *self,
       AcademyItem        *item,
       const AcademyField *field,
       const GValue       *value)
{
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_item_get_kind (item)->change);
  g_autoptr(GError) error = NULL;

  academy_edit_set (edit, item, field, value);
  if (!academy_store_apply (self->store, edit, &error))
    academy_toast_show_error (GTK_WIDGET (self), error);
}

static void
asked_cb (AcademySessionSide *self,
          AcademyItem        *question,
          gboolean            asked)
{
  g_auto(GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_BOOLEAN);
  g_value_set_boolean (&value, asked);
  apply (self, question, academy_kind_find_field (&academy_question_kind, "asked"), &value);
}

static gboolean
is_there (AcademySessionSide *self,
          AcademyItem        *participation)
{
  const char * const *attendees = academy_item_get_links (self->session, "attendees");

  return attendees != NULL && g_strv_contains (attendees, academy_item_get_id (participation));
}

static void
there_cb (AcademySessionSide *self,
          AcademyItem        *participation,
          gboolean            there)
{
  const char * const *attendees = academy_item_get_links (self->session, "attendees");
  g_autoptr(GStrvBuilder) links = g_strv_builder_new ();
  g_auto(GValue) value = G_VALUE_INIT;

  for (guint i = 0; attendees != NULL && attendees[i] != NULL; i++)
    if (!g_str_equal (attendees[i], academy_item_get_id (participation)))
      g_strv_builder_add (links, attendees[i]);
  if (there)
    g_strv_builder_add (links, academy_item_get_id (participation));

  g_value_init (&value, G_TYPE_STRV);
  g_value_take_boxed (&value, g_strv_builder_end (links));
  apply (self, self->session, academy_kind_find_field (&academy_session_kind, "attendees"), &value);
}

static void
answer_cb (GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ACADEMY_TYPE_CHECK_ROW);
  GtkWidget *side = gtk_widget_get_ancestor (button, ACADEMY_TYPE_SESSION_SIDE);

  academy_item_dialog_open_at (side, academy_check_row_get_item (ACADEMY_CHECK_ROW (row)), ACADEMY_SESSION_SIDE (side)->store,
                               "answer");
}

static void
checked_cb (AcademyCheckRow *row,
            AcademyItem     *item,
            gboolean         checked)
{
  AcademySessionSide *self = ACADEMY_SESSION_SIDE (gtk_widget_get_ancestor (GTK_WIDGET (row), ACADEMY_TYPE_SESSION_SIDE));

  if (academy_item_get_kind (item) == &academy_question_kind)
    asked_cb (self, item, checked);
  else
    there_cb (self, item, checked);
}

static GtkWidget *
create_check (AcademyItem *item)
{
  GtkWidget *row = academy_check_row_new (item);

  g_signal_connect (row, "checked", G_CALLBACK (checked_cb), NULL);
  return row;
}

static GtkWidget *
create_question (AcademyItem *item)
{
  GtkWidget *row = create_check (item);
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Answer"));
  g_signal_connect (button, "clicked", G_CALLBACK (answer_cb), NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static GtkWidget *
create_row (AcademyItem *item)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

/* The items of a session, or of its organisation. */
static GPtrArray *
read_items (AcademySessionSide *self,
            const AcademyKind  *kind,
            const char         *owner)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *items = academy_store_get_all (self->store, kind, owner, &error);

  if (items == NULL)
    {
      academy_store_report (self->store, error);
      return g_ptr_array_new_with_free_func (g_object_unref);
    }
  return items;
}

static void
show_checks (AcademySessionSide *self,
             const AcademyKind  *kind,
             const char         *owner,
             AcademyKeptRows    *rows,
             GtkListBox         *list,
             GtkWidget          *group)
{
  g_autoptr(GPtrArray) items = read_items (self, kind, owner);

  academy_kept_rows_update (rows, items);
  for (guint i = 0; i < items->len; i++)
    {
      AcademyItem *item = g_ptr_array_index (items, i);
      gboolean is_question = kind == &academy_question_kind;
      g_autofree char *title = academy_item_dup_title (item, academy_language_get_default ());
      const char *subtitle = is_question ? academy_item_get_text (item, "answer") : NULL;

      academy_check_row_show (ACADEMY_CHECK_ROW (gtk_list_box_get_row_at_index (list, i)), title,
                              subtitle != NULL ? subtitle : "",
                              is_question ? academy_item_get_flag (item, "asked") : is_there (self, item));
    }
  gtk_widget_set_visible (group, items->len > 0);
}

static void
show_follow_ups (AcademySessionSide *self)
{
  const AcademyField *link = academy_kind_find_field (&academy_follow_up_kind, "session");
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) items = NULL;
  g_autoptr(GPtrArray) ids = academy_store_find (self->store, &academy_follow_up_kind, &(AcademyQuery) {
    .owner = academy_item_get_owner (self->session),
    .link = link,
    .target = academy_item_get_id (self->session),
  }, &error);

  items = ids != NULL ? academy_store_get_each (self->store, &academy_follow_up_kind, ids, &error) : NULL;
  if (items == NULL)
    {
      academy_store_report (self->store, error);
      return;
    }

  g_clear_pointer (&self->follow_ups, g_ptr_array_unref);
  self->follow_ups = g_ptr_array_ref (items);
  academy_kept_rows_update (self->follow_up_rows, items);
  for (guint i = 0; i < items->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->follow_ups_list, i);
      g_autofree char *title = academy_describe_title (self->store, g_ptr_array_index (items, i));
      g_autofree char *subtitle = academy_describe (self->store, g_ptr_array_index (items, i));

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
    }
  gtk_widget_set_visible (self->follow_ups_group, items->len > 0);
}

static void
show_text (AcademyItem         *session,
           const char          *name,
           AdwPreferencesGroup *group,
           gboolean             is_hidden)
{
  const char *text = academy_item_get_text (session, name);
  g_autofree char *markup = g_markup_escape_text (text != NULL && !is_hidden ? text : "", -1);

  adw_preferences_group_set_description (group, markup);
  gtk_widget_set_visible (GTK_WIDGET (group), *markup != '\0');
}

static void
show_texts (AcademySessionSide *self)
{
  show_text (self->session, "aim", self->aim_group, FALSE);
  show_text (self->session, "wanted_outcome", self->outcome_group, FALSE);
  show_text (self->session, "hypotheses", self->hypotheses_group,
             academy_privacy_is_hiding (academy_privacy_get (self->store)));
}

static void
show_contradictions (AcademySessionSide *self)
{
  academy_contradiction_group_show (self->contradictions, self->store, academy_item_get_owner (self->session), TRUE);
}

static void
show_questions (AcademySessionSide *self)
{
  show_checks (self, &academy_question_kind, academy_item_get_id (self->session), self->question_rows, self->questions_list,
               self->questions_group);
}

static void
show_attendees (AcademySessionSide *self)
{
  show_checks (self, &academy_participation_kind, academy_item_get_owner (self->session), self->attendee_rows,
               self->attendees_list, self->attendees_group);
}

static void
changed_cb (AcademySessionSide *self,
            AcademyChanges     *changes)
{
  if (!academy_store_has (self->store, &academy_session_kind, academy_item_get_id (self->session)))
    return;

  if (academy_changes_touch (changes, &academy_question_kind))
    show_questions (self);
  if (academy_changes_touch (changes, &academy_follow_up_kind))
    show_follow_ups (self);
  if (academy_changes_touch (changes, &academy_note_kind))
    show_contradictions (self);
  if (academy_changes_touch (changes, &academy_participation_kind) || academy_changes_touch (changes, &academy_session_kind))
    show_attendees (self);
  if (academy_changes_touch (changes, &academy_session_kind))
    show_texts (self);
}

/* The hypotheses of the mentor, and opinions that are private */
static void
privacy_cb (AcademySessionSide *self)
{
  show_texts (self);
  show_contradictions (self);
}

static void
academy_session_side_dispose (GObject *object)
{
  AcademySessionSide *self = ACADEMY_SESSION_SIDE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_SESSION_SIDE);
  g_clear_pointer (&self->points, g_ptr_array_unref);
  g_clear_pointer (&self->follow_ups, g_ptr_array_unref);
  g_clear_object (&self->session);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_session_side_parent_class)->dispose (object);
}

static void
academy_session_side_class_init (AcademySessionSideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_session_side_dispose;

  /**
   * AcademySessionSide::go:
   * @self: what a session goes by
   * @point: a point of the agenda
   *
   * Emitted when somebody chooses the point to go to.
   */
  signals[GO] = g_signal_new ("go", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 1, ACADEMY_TYPE_ITEM);

  g_type_ensure (ACADEMY_TYPE_CONTRADICTION_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-session-side.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademySessionSide, points_list);
  gtk_widget_class_bind_template_child (widget_class, AcademySessionSide, aim_group);
  gtk_widget_class_bind_template_child (widget_class, AcademySessionSide, outcome_group);
  gtk_widget_class_bind_template_child (widget_class, AcademySessionSide, hypotheses_group);
  gtk_widget_class_bind_template_child (widget_class, AcademySessionSide, questions_group);
  gtk_widget_class_bind_template_child (widget_class, AcademySessionSide, questions_list);
  gtk_widget_class_bind_template_child (widget_class, AcademySessionSide, follow_ups_group);
  gtk_widget_class_bind_template_child (widget_class, AcademySessionSide, follow_ups_list);
  gtk_widget_class_bind_template_child (widget_class, AcademySessionSide, contradictions);
  gtk_widget_class_bind_template_child (widget_class, AcademySessionSide, attendees_group);
  gtk_widget_class_bind_template_child (widget_class, AcademySessionSide, attendees_list);
  gtk_widget_class_bind_template_callback (widget_class, point_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, follow_up_activated_cb);
}

static void
academy_session_side_init (AcademySessionSide *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->point_rows = academy_kept_rows_new (self->points_list, create_row);
  self->question_rows = academy_kept_rows_new (self->questions_list, create_question);
  self->follow_up_rows = academy_kept_rows_new (self->follow_ups_list, create_row);
  self->attendee_rows = academy_kept_rows_new (self->attendees_list, create_check);
}

/**
 * academy_session_side_set_session:
 * @self: the side of no session yet
 * @store: a store
 * @session: a sparring session
 *
 * Shows what @session goes by.
 */
void
academy_session_side_set_session (AcademySessionSide *self,
                                  AcademyStore       *store,
                                  AcademyItem        *session)
{
  self->store = g_object_ref (store);
  self->session = g_object_ref (session);
  show_texts (self);
  show_questions (self);
  show_follow_ups (self);
  show_contradictions (self);
  show_attendees (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (academy_privacy_get (store), "changed", G_CALLBACK (privacy_cb), self, G_CONNECT_SWAPPED);
}

static char *
dup_point_time (AcademyItem *point,
                GDateTime   *now)
{
  gint64 left = academy_session_clock_get_left (point, now);
  g_autofree char *used = academy_session_side_dup_time (academy_session_clock_get_used (point, now));

  if (academy_session_clock_get_used (point, now) == 0)
    return academy_item_dup_subtitle (point, academy_language_get_default ());
  if (left == ACADEMY_UNSET)
    return g_strdup (used);

  /* Translators: the time that a point of the agenda has taken, and that it may take */
  return g_strdup_printf (_("%s of %d min"), used, (int) academy_item_get_number (point, "minutes"));
}

/**
 * academy_session_side_show_time:
 * @self: the side of a session
 * @points: (element-type AcademyItem): its agenda
 * @now: the present instant
 *
 * Shows the agenda, which point runs, and the time of each.
 */
void
academy_session_side_show_time (AcademySessionSide *self,
                                GPtrArray          *points,
                                GDateTime          *now)
{
  int present = academy_session_clock_find_present (points);

  if (self->points != points)
    {
      g_clear_pointer (&self->points, g_ptr_array_unref);
      self->points = g_ptr_array_ref (points);
      academy_kept_rows_update (self->point_rows, points);
    }

  for (guint i = 0; i < points->len; i++)
    {
      GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->points_list, i));
      AcademyItem *point = g_ptr_array_index (points, i);
      g_autofree char *title = academy_item_dup_title (point, academy_language_get_default ());
      g_autofree char *time = dup_point_time (point, now);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), time);
      if (gtk_widget_has_css_class (row, "present-point") == ((int) i == present))
        continue;

      gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, (int) i == present, -1);
      if ((int) i == present)
        gtk_widget_add_css_class (row, "present-point");
      else
        gtk_widget_remove_css_class (row, "present-point");
    }
}
