/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-mentoring-page.h"

#include <glib/gi18n-lib.h>

#include "academy-column.h"
#include "academy-describe.h"
#include "academy-kept-rows.h"
#include "academy-kinds.h"
#include "academy-late-row.h"
#include "academy-mentoring.h"
#include "academy-mentoring-row.h"
#include "academy-organisation.h"
#include "academy-organisations.h"
#include "academy-preferences.h"
#include "academy-toast.h"

struct _AcademyMentoringPage {
  AdwNavigationPage    parent_instance;

  /* Template children */
  GtkStack            *stack;
  AcademyColumn       *column;
  AdwStatusPage       *empty_page;
  GtkWidget           *add_button;
  GtkWidget           *go_button;
  GtkLabel            *go_label;
  GtkWidget           *mentor_group;
  AdwComboRow         *mentor_row;
  AdwPreferencesGroup *organisations_group;
  GtkListBox          *organisations;
  AdwPreferencesGroup *promises_group;
  GtkWidget           *copy_button;
  GtkListBox          *promises;
  GtkWidget           *nothing_row;

  /* Owned */
  AcademyStore        *store;
  AcademyMentoring    *mentoring;
  GPtrArray           *mentors;

  /* Borrowed */
  AcademyKeptRows     *kept_organisations;
  AcademyKeptRows     *kept_promises;

  gboolean             filling;
};

G_DEFINE_FINAL_TYPE (AcademyMentoringPage, academy_mentoring_page, ADW_TYPE_NAVIGATION_PAGE)

/**
 * AcademyMentoringPage:
 *
 * All organisations of a mentor, with what either side has promised, the contacts
 * and the sessions; and what the mentor has promised, to copy. The mentor is
 * remembered. An edit reads its organisation again.
 */

static GtkWidget *
create_organisation (AcademyItem *organisation)
{
  return g_object_new (ACADEMY_TYPE_MENTORING_ROW, NULL);
}

static GtkWidget *
create_promise (AcademyItem *promise)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", academy_follow_up_kind.name, academy_item_get_id (promise));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-item");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));

  return row;
}

static void
show_promise (AcademyMentoringPage *self,
              AdwActionRow         *row,
              AcademyItem          *promise)
{
  g_autoptr(AcademyItem) organisation = academy_organisations_find (self->store, academy_item_get_owner (promise), NULL);
  g_autofree char *name = organisation != NULL ? academy_organisation_dup_short_name (organisation,
                                                                                      academy_language_get_default ()) : NULL;
  g_autofree char *rest = academy_describe (self->store, promise);
  g_autofree char *subtitle = g_strjoin (" · ", name, rest, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), academy_item_get_text (promise, "title"));
  academy_late_row_show (row, self->store, promise, subtitle);
}

static void
show_promises (AcademyMentoringPage *self)
{
  g_autoptr(GPtrArray) promises = academy_mentoring_get_promises (self->mentoring);

  academy_kept_rows_update (self->kept_promises, promises);
  for (guint i = 0; i < promises->len; i++)
    show_promise (self, ADW_ACTION_ROW (gtk_list_box_get_row_at_index (self->promises, i)), g_ptr_array_index (promises, i));

  gtk_widget_set_visible (GTK_WIDGET (self->promises), promises->len > 0);
  gtk_widget_set_visible (self->nothing_row, promises->len == 0);
  gtk_widget_set_sensitive (self->copy_button, promises->len > 0);
}

static void
show_organisations (AcademyMentoringPage *self)
{
  GPtrArray *states = academy_mentoring_get_states (self->mentoring);
  g_autoptr(GPtrArray) organisations = g_ptr_array_new ();

  for (guint i = 0; i < states->len; i++)
    g_ptr_array_add (organisations, ((AcademyMentored *) g_ptr_array_index (states, i))->organisation);

  academy_kept_rows_update (self->kept_organisations, organisations);
  for (guint i = 0; i < states->len; i++)
    academy_mentoring_row_show (ACADEMY_MENTORING_ROW (gtk_list_box_get_row_at_index (self->organisations, i)), self->store,
                                academy_mentoring_get_mentor (self->mentoring), g_ptr_array_index (states, i));
}

/* Returns the id of a mentor in the row of mentors; %NULL for those without a name. */
static const char *
get_mentor (AcademyMentoringPage *self,
            guint                 position)
{
  return position < self->mentors->len ? academy_item_get_id (g_ptr_array_index (self->mentors, position)) : NULL;
}

/* Returns the place of the mentor who was chosen last, or else the first one. */
static guint
find_chosen (AcademyMentoringPage *self,
             gboolean              has_nameless)
{
  g_autofree char *chosen = g_settings_get_string (academy_preferences_get_settings (), ACADEMY_PREFERENCE_MENTOR);

  for (guint i = 0; i < self->mentors->len; i++)
    if (g_str_equal (get_mentor (self, i), chosen))
      return i;

  return has_nameless && *chosen == '\0' ? self->mentors->len : 0;
}

/* Shows who can be chosen, and chooses the one who was chosen last. */
static gboolean
fill_mentors (AcademyMentoringPage  *self,
              gboolean              *has_any,
              GError               **error)
{
  const AcademyLanguage *language = academy_language_get_default ();
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  gboolean has_nameless;
  GPtrArray *mentors = academy_mentoring_get_mentors (self->store, &has_nameless, error);

  if (mentors == NULL)
    return FALSE;

  g_clear_pointer (&self->mentors, g_ptr_array_unref);
  self->mentors = mentors;
  for (guint i = 0; i < mentors->len; i++)
    gtk_string_list_take (names, academy_item_dup_title (g_ptr_array_index (mentors, i), language));
  if (has_nameless)
    gtk_string_list_append (names, _("Mentors without a name"));

  self->filling = TRUE;
  adw_combo_row_set_model (self->mentor_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->mentor_row, find_chosen (self, has_nameless));
  self->filling = FALSE;
  *has_any = g_list_model_get_n_items (G_LIST_MODEL (names)) > 0;
  gtk_widget_set_visible (self->mentor_group, g_list_model_get_n_items (G_LIST_MODEL (names)) > 1);
  return TRUE;
}

/* Offers to add an organisation, or the way to the first one, whose team may have a
 * mentor. */
static gboolean
show_empty (AcademyMentoringPage  *self,
            GError               **error)
{
  g_autoptr(GPtrArray) organisations = academy_organisations_get (self->store, error);

  if (organisations == NULL)
    return FALSE;

  gtk_widget_set_visible (self->add_button, organisations->len == 0);
  gtk_widget_set_visible (self->go_button, organisations->len > 0);
  adw_status_page_set_description (self->empty_page,
                                   organisations->len == 0
                                     ? _("First add an organisation; then give it a participant with the role KEINO mentor.")
                                     : _("Give an organisation a participant with the role KEINO mentor first."));
  if (organisations->len > 0)
    {
      AcademyItem *first = g_ptr_array_index (organisations, 0);
      g_autofree char *name = academy_organisation_dup_short_name (first, academy_language_get_default ());
      /* Translators: a button that leads to an organisation, %s */
      g_autofree char *text = g_strdup_printf (_("Go to %s"), name);

      gtk_label_set_label (self->go_label, text);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->go_button), "s", academy_item_get_id (first));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->go_button), "win.show-organisation");
    }
  gtk_stack_set_visible_child_name (self->stack, "empty");
  return TRUE;
}

static gboolean
read_mentor (AcademyMentoringPage  *self,
             GError               **error)
{
  const char *mentor = get_mentor (self, adw_combo_row_get_selected (self->mentor_row));

  g_clear_pointer (&self->mentoring, academy_mentoring_free);
  self->mentoring = academy_mentoring_new (self->store, mentor);
  if (!academy_mentoring_read (self->mentoring, NULL, error))
    return FALSE;

  show_organisations (self);
  show_promises (self);
  gtk_stack_set_visible_child_name (self->stack, "mentoring");
  return TRUE;
}

static gboolean
fill (AcademyMentoringPage  *self,
      GError               **error)
{
  gboolean has_any;

  if (!fill_mentors (self, &has_any, error))
    return FALSE;

  return has_any ? read_mentor (self, error) : show_empty (self, error);
}

static gboolean
update (AcademyMentoringPage  *self,
        AcademyChanges        *changes,
        GError               **error)
{
  if (self->mentoring == NULL || academy_changes_is_everything (changes) || academy_mentoring_touch_mentors (changes))
    return fill (self, error);
  if (!academy_mentoring_read (self->mentoring, changes, error))
    return FALSE;

  show_organisations (self);
  show_promises (self);
  return TRUE;
}

/* Updates a mapped page; others are updated when they are mapped. */
static void
changed_cb (AcademyMentoringPage *self,
            AcademyChanges       *changes)
{
  g_autoptr(GError) error = NULL;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && !update (self, changes, &error))
    academy_store_report (self->store, error);
}

static void
show (AcademyMentoringPage *self)
{
  g_autoptr(GError) error = NULL;

  if (!fill (self, &error))
    academy_store_report (self->store, error);
}

static void
day_changed_cb (AcademyMentoringPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show (self);
}

static void
selected_cb (AcademyMentoringPage *self)
{
  const char *mentor;
  g_autoptr(GError) error = NULL;

  if (self->filling || self->mentors == NULL)
    return;

  mentor = get_mentor (self, adw_combo_row_get_selected (self->mentor_row));
  g_settings_set_string (academy_preferences_get_settings (), ACADEMY_PREFERENCE_MENTOR, mentor != NULL ? mentor : "");
  if (!read_mentor (self, &error))
    academy_store_report (self->store, error);
}

static void
copy_cb (AcademyMentoringPage *self)
{
  g_autofree char *text = academy_mentoring_dup_reminders (self->mentoring, academy_language_get_default ());

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  academy_toast_show (GTK_WIDGET (self->column), _("Copied"));
}

static void
academy_mentoring_page_map (GtkWidget *widget)
{
  show (ACADEMY_MENTORING_PAGE (widget));

  GTK_WIDGET_CLASS (academy_mentoring_page_parent_class)->map (widget);
}

static void
academy_mentoring_page_dispose (GObject *object)
{
  AcademyMentoringPage *self = ACADEMY_MENTORING_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_MENTORING_PAGE);
  g_clear_pointer (&self->mentors, g_ptr_array_unref);
  g_clear_pointer (&self->mentoring, academy_mentoring_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_mentoring_page_parent_class)->dispose (object);
}

static void
academy_mentoring_page_class_init (AcademyMentoringPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_mentoring_page_dispose;
  widget_class->map = academy_mentoring_page_map;

  g_type_ensure (ACADEMY_TYPE_COLUMN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-mentoring-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyMentoringPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AcademyMentoringPage, column);
  gtk_widget_class_bind_template_child (widget_class, AcademyMentoringPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, AcademyMentoringPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, AcademyMentoringPage, go_button);
  gtk_widget_class_bind_template_child (widget_class, AcademyMentoringPage, go_label);
  gtk_widget_class_bind_template_child (widget_class, AcademyMentoringPage, mentor_group);
  gtk_widget_class_bind_template_child (widget_class, AcademyMentoringPage, mentor_row);
  gtk_widget_class_bind_template_child (widget_class, AcademyMentoringPage, organisations_group);
  gtk_widget_class_bind_template_child (widget_class, AcademyMentoringPage, organisations);
  gtk_widget_class_bind_template_child (widget_class, AcademyMentoringPage, promises_group);
  gtk_widget_class_bind_template_child (widget_class, AcademyMentoringPage, copy_button);
  gtk_widget_class_bind_template_child (widget_class, AcademyMentoringPage, promises);
  gtk_widget_class_bind_template_child (widget_class, AcademyMentoringPage, nothing_row);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
academy_mentoring_page_init (AcademyMentoringPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  academy_column_append (self->column, self->mentor_group);
  academy_column_append (self->column, GTK_WIDGET (self->organisations_group));
  academy_column_append (self->column, GTK_WIDGET (self->promises_group));
  self->kept_organisations = academy_kept_rows_new (self->organisations, create_organisation);
  self->kept_promises = academy_kept_rows_new (self->promises, create_promise);
}

/**
 * academy_mentoring_page_new:
 * @store: a store
 * @programme: the programme of @store
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *
academy_mentoring_page_new (AcademyStore *store,
                            AcademyItem  *programme)
{
  AcademyMentoringPage *self = g_object_new (ACADEMY_TYPE_MENTORING_PAGE, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  academy_store_connect_day (store, G_CALLBACK (day_changed_cb), self);

  return ADW_NAVIGATION_PAGE (self);
}
