/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-prepare-side.h"

#include <glib/gi18n-lib.h>

#include "academy-contradiction-group.h"
#include "academy-draft.h"
#include "academy-form.h"
#include "academy-item-dialog.h"
#include "academy-kinds.h"
#include "academy-question-reasons.h"
#include "academy-section.h"
#include "academy-toast.h"

/* The proposals that are shown at first. */
#define FIRST_PROPOSALS 6

struct _AcademyPrepareSide {
  AdwBin                     parent_instance;

  /* Template children */
  GtkBox                    *content;
  AcademyContradictionGroup *contradictions;
  GtkWidget                 *proposals_group;
  GtkListBox                *proposals;
  AdwPreferencesRow         *all_row;
  GtkWidget                 *own_row;

  /* Owned */
  AcademyStore              *store;
  AcademyItem               *session;
  char                      *told;

  /* Borrowed */
  AcademyForm               *form;
  GtkWidget                 *questions;

  gboolean                   show_all;
  gboolean                   with_private;
};

G_DEFINE_FINAL_TYPE (AcademyPrepareSide, academy_prepare_side, ADW_TYPE_BIN)

/**
 * AcademyPrepareSide:
 *
 * What is decided before a sparring session: its aim, its agenda, and the questions,
 * which are proposed with their reasons.
 */

static GtkWidget *
create_proposal (AcademyPrepareSide          *self,
                 const AcademyQuestionReason *reason)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", reason->text, "subtitle", reason->reason,
                                 NULL);
  GtkWidget *button = gtk_button_new_with_label (_("Choose"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", reason->text);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "prepare.choose");
  gtk_widget_set_sensitive (button, !academy_store_is_read_only (self->store));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, row, NULL, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);

  return row;
}

/* Returns the texts of proposals, for finding out whether they have changed. */
static char *
dup_told (GPtrArray *reasons)
{
  g_autoptr(GString) told = g_string_new (NULL);

  for (guint i = 0; i < reasons->len; i++)
    {
      const AcademyQuestionReason *reason = g_ptr_array_index (reasons, i);

      g_string_append_printf (told, "%s\n%s\n", reason->text, reason->reason);
    }

  return g_string_free_and_steal (g_steal_pointer (&told));
}

static void
show_proposals (AcademyPrepareSide *self,
                GPtrArray          *reasons)
{
  guint n_shown = self->show_all ? reasons->len : MIN (reasons->len, FIRST_PROPOSALS);
  g_autofree char *all = g_strdup_printf (ngettext ("Show all %u", "Show all %u", reasons->len), reasons->len);

  gtk_list_box_remove_all (self->proposals);
  for (guint i = 0; i < n_shown; i++)
    gtk_list_box_append (self->proposals, create_proposal (self, g_ptr_array_index (reasons, i)));
  gtk_widget_set_visible (self->proposals_group, n_shown > 0);
  adw_preferences_row_set_title (self->all_row, all);
  gtk_widget_set_visible (GTK_WIDGET (self->all_row), n_shown < reasons->len);
}

/**
 * academy_prepare_side_update:
 * @self: a side with a session
 * @with_private: whether to show what is only for the mentor
 *
 * Proposes the questions for which the plan gives a reason now.
 */
void
academy_prepare_side_update (AcademyPrepareSide *self,
                             gboolean            with_private)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) reasons =
    academy_question_reasons_read (self->store, academy_item_get_owner (self->session), self->session,
                                   academy_language_get_default (), &error);
  g_autofree char *told = reasons != NULL ? dup_told (reasons) : NULL;

  self->with_private = with_private;
  academy_form_set_with_private (self->form, with_private);
  academy_contradiction_group_show (self->contradictions, self->store, academy_item_get_owner (self->session),
                                    with_private);
  if (reasons == NULL)
    {
      academy_store_report (self->store, error);
      return;
    }
  if (g_strcmp0 (told, self->told) == 0)
    return;

  g_free (self->told);
  self->told = g_steal_pointer (&told);
  show_proposals (self, reasons);
}

static void
show_all_cb (AcademyPrepareSide *self)
{
  GtkListBoxRow *row;

  self->show_all = TRUE;
  g_clear_pointer (&self->told, g_free);
  academy_prepare_side_update (self, self->with_private);
  row = gtk_list_box_get_row_at_index (self->proposals, FIRST_PROPOSALS);
  if (row != NULL)
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

static void
own_cb (AcademyPrepareSide *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyItem) question = academy_draft_new (self->store, &academy_question_kind, self->session, &error);

  if (question != NULL)
    academy_item_dialog_open (self->questions, question, self->store);
  else
    academy_toast_show_error (GTK_WIDGET (self), error);
}

/* Returns the place of the proposal that has the focus, or -1. */
static int
find_focused (AcademyPrepareSide *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self->proposals));

  return child != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (child)) : -1;
}

/* Moves the focus to the proposal that has come to the place of a chosen one. */
static void
focus_proposal (AcademyPrepareSide *self,
                int                 index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->proposals, index);

  if (row == NULL && index > 0)
    row = gtk_list_box_get_row_at_index (self->proposals, index - 1);
  gtk_widget_child_focus (row != NULL ? GTK_WIDGET (row) : self->own_row, GTK_DIR_TAB_FORWARD);
}

static void
choose_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AcademyPrepareSide *self = ACADEMY_PREPARE_SIDE (widget);
  g_autoptr(AcademyItem) question = academy_item_new_part (&academy_question_kind, academy_item_get_id (self->session));
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_question_kind.add);
  g_autoptr(GError) error = NULL;
  int focused = find_focused (self);

  g_object_set (question, "title", g_variant_get_string (parameter, NULL), NULL);
  academy_edit_create (edit, question);
  if (!academy_store_apply (self->store, edit, &error))
    {
      academy_toast_show_error (widget, error);
      return;
    }

  academy_prepare_side_update (self, self->with_private);
  if (focused >= 0)
    focus_proposal (self, focused);
  academy_toast_show_undo (widget, self->store, _("Question chosen"));
}

static void
academy_prepare_side_dispose (GObject *object)
{
  AcademyPrepareSide *self = ACADEMY_PREPARE_SIDE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_PREPARE_SIDE);
  g_clear_pointer (&self->told, g_free);
  g_clear_object (&self->session);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_prepare_side_parent_class)->dispose (object);
}

static void
academy_prepare_side_class_init (AcademyPrepareSideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_prepare_side_dispose;

  g_type_ensure (ACADEMY_TYPE_CONTRADICTION_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-prepare-side.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyPrepareSide, content);
  gtk_widget_class_bind_template_child (widget_class, AcademyPrepareSide, contradictions);
  gtk_widget_class_bind_template_child (widget_class, AcademyPrepareSide, proposals_group);
  gtk_widget_class_bind_template_child (widget_class, AcademyPrepareSide, proposals);
  gtk_widget_class_bind_template_child (widget_class, AcademyPrepareSide, all_row);
  gtk_widget_class_bind_template_child (widget_class, AcademyPrepareSide, own_row);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, own_cb);

  gtk_widget_class_install_action (widget_class, "prepare.choose", "s", choose_action);
}

static void
academy_prepare_side_init (AcademyPrepareSide *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Creates the form and the sections above the proposals, below what is to be settled. */
static void
add_groups (AcademyPrepareSide *self)
{
  static const char * const fields[] = { "aim", "wanted_outcome", "materials", "hypotheses", NULL };
  GtkWidget *agenda = academy_section_new (self->store, &academy_agenda_item_kind, self->session);

  self->form = ACADEMY_FORM (academy_form_new_for_fields (self->store, &academy_session_kind, fields));
  self->questions = academy_section_new (self->store, &academy_question_kind, self->session);
  gtk_box_prepend (self->content, self->questions);
  gtk_box_prepend (self->content, agenda);
  gtk_box_prepend (self->content, GTK_WIDGET (self->form));
  gtk_box_reorder_child_after (self->content, GTK_WIDGET (self->contradictions), NULL);
  gtk_widget_set_sensitive (self->own_row, !academy_store_is_read_only (self->store));
}

/**
 * academy_prepare_side_set_session:
 * @self: a side
 * @store: a store, the same each time
 * @session: (nullable): a session in it, or %NULL when it is deleted
 *
 * Shows what is decided about @session. The proposals follow in
 * academy_prepare_side_update().
 */
void
academy_prepare_side_set_session (AcademyPrepareSide *self,
                                  AcademyStore       *store,
                                  AcademyItem        *session)
{
  gboolean is_first = self->store == NULL;

  g_set_object (&self->store, store);
  if (session != NULL)
    g_set_object (&self->session, session);
  if (is_first)
    add_groups (self);
  else if (session != NULL)
    academy_sections_set_owner (GTK_WIDGET (self), session);
  academy_form_set_item (self->form, session);
  g_clear_pointer (&self->told, g_free);
}
