/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-organisation-list.h"

#include <glib/gi18n-lib.h>

#include "academy-attention.h"
#include "academy-commands.h"
#include "academy-context-menu.h"
#include "academy-date.h"
#include "academy-kept-rows.h"
#include "academy-kinds.h"
#include "academy-least-width.h"
#include "academy-organisation.h"
#include "academy-organisations.h"
#include "academy-progress-bar.h"
#include "academy-progress.h"

struct _AcademyOrganisationList {
  AdwPreferencesGroup  parent_instance;

  /* Template children */
  GtkListBox          *list;
  GtkWidget           *empty_row;
  GtkWidget           *archived_list;
  AdwExpanderRow      *archived_row;

  /* Owned */
  AcademyStore        *store;
  char                *current;
  char                *archived;
  GPtrArray           *archived_rows;

  /* Borrowed */
  AcademyKeptRows     *kept;
};

G_DEFINE_FINAL_TYPE (AcademyOrganisationList, academy_organisation_list, ADW_TYPE_PREFERENCES_GROUP)

/**
 * AcademyOrganisationList:
 *
 * The progress of each organisation: its stage, the number of done and of overdue
 * measures, what else its plan has, and the contacts with its mentor; below them
 * the archived ones, to bring back.
 */

#define ACADEMY_TYPE_ORGANISATION_ROW (academy_organisation_row_get_type ())

G_DECLARE_FINAL_TYPE (AcademyOrganisationRow, academy_organisation_row, ACADEMY, ORGANISATION_ROW, AdwActionRow)

struct _AcademyOrganisationRow {
  AdwActionRow        parent_instance;

  /* Template children */
  GtkLabel           *overdue;
  AcademyProgressBar *progress;
};

G_DEFINE_FINAL_TYPE (AcademyOrganisationRow, academy_organisation_row, ADW_TYPE_ACTION_ROW)

/**
 * AcademyOrganisationRow:
 *
 * The row of an organisation: its name, its progress, and how much is late in it.
 */

static void
academy_organisation_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_ORGANISATION_ROW);

  G_OBJECT_CLASS (academy_organisation_row_parent_class)->dispose (object);
}

static void
academy_organisation_row_class_init (AcademyOrganisationRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_organisation_row_dispose;
  g_type_ensure (ACADEMY_TYPE_PROGRESS_BAR);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-organisation-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyOrganisationRow, overdue);
  gtk_widget_class_bind_template_child (widget_class, AcademyOrganisationRow, progress);
}

static void
academy_organisation_row_init (AcademyOrganisationRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* What stands at its end takes the room of more letters. */
  academy_least_width_set (GTK_WIDGET (self), 2);
}

static char *
describe (AcademyProgress *progress,
          const char      *status)
{
  g_autofree char *done = NULL;

  if (progress->measures == 0)
    return g_strdup_printf (_("%s · no measures yet"), status);

  /* Translators: how many of how many measures are done */
  done = g_strdup_printf (ngettext ("%d of %d measure done", "%d of %d measures done", progress->measures),
                          (int) progress->done, (int) progress->measures);
  return g_strdup_printf ("%s · %s", status, done);
}

static char *
dup_day (AcademyDay day)
{
  return academy_language_format_day (academy_language_get_default (), day);
}

/* Formats what there is besides measures: how many goals and opportunities, and when
 * the mentor was in touch last and will be next. */
static char *
summarise (AcademySummary *summary)
{
  g_autofree char *goals = g_strdup_printf (ngettext ("%d impact goal", "%d impact goals", summary->goals),
                                            (int) summary->goals);
  g_autofree char *opportunities = g_strdup_printf (ngettext ("%d opportunity", "%d opportunities", summary->opportunities),
                                                    (int) summary->opportunities);
  g_autoptr(GString) text = g_string_new (goals);

  g_string_append_printf (text, " · %s", opportunities);
  if (summary->last_contact != 0)
    {
      g_autofree char *day = dup_day (summary->last_contact);

      g_string_append (text, " · ");
      /* Translators: the day of the last contact with the mentor */
      g_string_append_printf (text, _("last contact %s"), day);
    }
  if (summary->next_contact != 0)
    {
      g_autofree char *day = dup_day (summary->next_contact);

      g_string_append (text, " · ");
      /* Translators: the day of the next contact with the mentor */
      g_string_append_printf (text, _("next contact %s"), day);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static const char *
get_id (GtkWidget *row)
{
  return g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row)), NULL);
}

static GtkWidget *
create_row (AcademyItem *organisation)
{
  GtkWidget *row = g_object_new (ACADEMY_TYPE_ORGANISATION_ROW, NULL);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", academy_item_get_id (organisation));

  return row;
}

static gboolean
show_organisation (AcademyOrganisationList  *self,
                   GtkListBoxRow            *row,
                   AcademyItem              *organisation,
                   GError                  **error)
{
  const AcademyLanguage *language = academy_language_get_default ();
  const char *id = academy_item_get_id (organisation);
  g_autofree char *name = academy_organisation_dup_short_name (organisation, language);
  g_autofree char *stage = academy_organisations_dup_stage (self->store, id, language, error);
  g_autofree char *subtitle = NULL;
  g_autofree char *overdue = NULL;
  GtkLabel *label = ACADEMY_ORGANISATION_ROW (row)->overdue;
  AcademyProgress progress;
  AcademySummary summary;
  g_autofree char *state = NULL;
  g_autofree char *rest = NULL;
  guint n_late;
  GDate today = academy_date_from_julian (academy_store_get_day (self->store));

  if (stage == NULL || !academy_progress_read (&progress, self->store, id, &today, error) ||
      !academy_summary_read (&summary, self->store, id, error) ||
      !academy_attention_count_late (self->store, id, &n_late, error))
    return FALSE;

  state = describe (&progress, stage);
  rest = summarise (&summary);
  subtitle = g_strdup_printf ("%s\n%s", state, rest);
  academy_progress_bar_set_progress (ACADEMY_ORGANISATION_ROW (row)->progress, &progress);
  overdue = g_strdup_printf (ngettext ("%d overdue", "%d overdue", n_late), (int) n_late);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_label_set_label (label, overdue);
  gtk_widget_set_visible (GTK_WIDGET (label), n_late > 0);
  return TRUE;
}

static void
add_archived (AcademyOrganisationList *self,
              AcademyItem             *organisation)
{
  g_autofree char *name = academy_organisation_dup_short_name (organisation, academy_language_get_default ());
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Bring back"));
  const char *id = academy_item_get_id (organisation);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "organisations.bring-back");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-organisation");
  adw_expander_row_add_row (self->archived_row, row);
  g_ptr_array_add (self->archived_rows, row);
}

/* Shows the archived organisations, unless they are the same as before. */
static gboolean
fill_archived (AcademyOrganisationList  *self,
               GError                  **error)
{
  g_autoptr(GPtrArray) organisations = academy_organisations_get_archived (self->store, error);
  g_autoptr(GString) archived = g_string_new (NULL);
  g_autofree char *count = NULL;

  if (organisations == NULL)
    return FALSE;

  for (guint i = 0; i < organisations->len; i++)
    {
      AcademyItem *organisation = g_ptr_array_index (organisations, i);
      g_autofree char *name = academy_organisation_dup_short_name (organisation, academy_language_get_default ());

      g_string_append_printf (archived, "%s %s\n", academy_item_get_id (organisation), name);
    }
  if (!g_set_str (&self->archived, archived->str))
    return TRUE;

  for (guint i = 0; i < self->archived_rows->len; i++)
    adw_expander_row_remove (self->archived_row, g_ptr_array_index (self->archived_rows, i));
  g_ptr_array_set_size (self->archived_rows, 0);
  for (guint i = 0; i < organisations->len; i++)
    add_archived (self, g_ptr_array_index (organisations, i));

  count = g_strdup_printf (ngettext ("%u organisation", "%u organisations", organisations->len), organisations->len);
  adw_expander_row_set_subtitle (self->archived_row, count);
  gtk_widget_set_visible (self->archived_list, organisations->len > 0);
  return TRUE;
}

/* Shows which organisations there are and in which order, those in @changed, or all,
 * and which are archived. */
static gboolean
fill (AcademyOrganisationList  *self,
      GHashTable               *changed,
      GError                  **error)
{
  g_autoptr(GPtrArray) organisations = academy_organisations_get (self->store, error);

  if (organisations == NULL)
    return FALSE;

  academy_kept_rows_update (self->kept, organisations);
  for (guint i = 0; i < organisations->len; i++)
    {
      AcademyItem *organisation = g_ptr_array_index (organisations, i);

      if ((changed == NULL || g_hash_table_contains (changed, academy_item_get_id (organisation))) &&
          !show_organisation (self, gtk_list_box_get_row_at_index (self->list, i), organisation, error))
        return FALSE;
    }

  gtk_widget_set_visible (GTK_WIDGET (self->list), organisations->len > 0);
  gtk_widget_set_visible (self->empty_row, organisations->len == 0);
  return fill_archived (self, error);
}

/* Shows those organisations in @changed that have a row. */
static gboolean
update (AcademyOrganisationList  *self,
        GHashTable               *changed,
        GError                  **error)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      const char *id = get_id (GTK_WIDGET (row));
      g_autoptr(AcademyItem) organisation = NULL;

      if (!g_hash_table_contains (changed, id))
        continue;
      organisation = academy_organisations_find (self->store, id, error);
      if (organisation == NULL || !show_organisation (self, row, organisation, error))
        return FALSE;
    }

  return TRUE;
}

/* Updates a mapped list; others are updated when they are mapped. */
static void
changed_cb (AcademyOrganisationList *self,
            AcademyChanges          *changes)
{
  g_autoptr(GHashTable) staged = academy_organisations_get_changed (changes);
  g_autoptr(GHashTable) changed = staged != NULL ? academy_changes_get_organisations (changes, NULL, G_MAXUINT64) : NULL;
  g_autoptr(GError) error = NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  if (!(changed == NULL || academy_changes_touch (changes, &academy_organisation_kind) ? fill (self, changed, &error)
                                                                                      : update (self, changed, &error)))
    academy_store_report (self->store, error);
}

static void
show (AcademyOrganisationList *self)
{
  g_autoptr(GError) error = NULL;

  if (!fill (self, NULL, &error))
    academy_store_report (self->store, error);
}

static void
day_changed_cb (AcademyOrganisationList *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show (self);
}

static AcademyItem *
get_organisation (AcademyOrganisationList *self,
                  const char              *id)
{
  g_autoptr(GError) error = NULL;
  AcademyItem *organisation = academy_store_get (self->store, &academy_organisation_kind, id, &error);

  if (organisation == NULL)
    academy_store_report (self->store, error);
  return organisation;
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AcademyOrganisationList *self = ACADEMY_ORGANISATION_LIST (widget);
  g_autoptr(AcademyItem) organisation = get_organisation (self, self->current);

  if (organisation != NULL)
    academy_command_delete (widget, self->store, organisation);
}

static void
archive_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  AcademyOrganisationList *self = ACADEMY_ORGANISATION_LIST (widget);
  g_autoptr(AcademyItem) organisation = get_organisation (self, self->current);

  if (organisation != NULL)
    academy_command_archive (widget, self->store, organisation, TRUE);
}

static void
bring_back_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  AcademyOrganisationList *self = ACADEMY_ORGANISATION_LIST (widget);
  g_autoptr(AcademyItem) organisation = get_organisation (self, g_variant_get_string (parameter, NULL));

  if (organisation != NULL)
    academy_command_archive (widget, self->store, organisation, FALSE);
}

/* Sets the organisation of the actions, which stays until another menu opens. */
static GMenuModel *
create_context_menu (GtkWidget *widget,
                     GtkWidget *target,
                     gpointer   data)
{
  AcademyOrganisationList *self = ACADEMY_ORGANISATION_LIST (widget);
  GtkWidget *row = gtk_widget_get_ancestor (target, ACADEMY_TYPE_ORGANISATION_ROW);
  GMenu *menu;
  g_autofree char *open = NULL;

  if (row == NULL)
    return NULL;

  g_set_str (&self->current, get_id (row));
  gtk_widget_action_set_enabled (widget, "organisations.archive", !academy_store_is_read_only (self->store));
  gtk_widget_action_set_enabled (widget, "organisations.delete", !academy_store_is_read_only (self->store));

  menu = g_menu_new ();
  open = g_strdup_printf ("win.show-organisation::%s", self->current);
  g_menu_append (menu, _("_Open"), open);
  g_menu_append (menu, _("_Archive organisation"), "organisations.archive");
  academy_context_menu_append_apart (menu, _("_Delete organisation"), "organisations.delete");

  return G_MENU_MODEL (menu);
}

static void
academy_organisation_list_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (academy_organisation_list_parent_class)->map (widget);

  show (ACADEMY_ORGANISATION_LIST (widget));
}

static void
academy_organisation_list_dispose (GObject *object)
{
  AcademyOrganisationList *self = ACADEMY_ORGANISATION_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ACADEMY_TYPE_ORGANISATION_LIST);
  g_clear_object (&self->store);
  g_clear_pointer (&self->current, g_free);
  g_clear_pointer (&self->archived, g_free);
  g_clear_pointer (&self->archived_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (academy_organisation_list_parent_class)->dispose (object);
}

static void
academy_organisation_list_class_init (AcademyOrganisationListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_organisation_list_dispose;
  widget_class->map = academy_organisation_list_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-organisation-list.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyOrganisationList, list);
  gtk_widget_class_bind_template_child (widget_class, AcademyOrganisationList, empty_row);
  gtk_widget_class_bind_template_child (widget_class, AcademyOrganisationList, archived_list);
  gtk_widget_class_bind_template_child (widget_class, AcademyOrganisationList, archived_row);

  gtk_widget_class_install_action (widget_class, "organisations.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "organisations.archive", NULL, archive_action);
  gtk_widget_class_install_action (widget_class, "organisations.bring-back", "s", bring_back_action);
}

static void
academy_organisation_list_init (AcademyOrganisationList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->kept = academy_kept_rows_new (self->list, create_row);
  self->archived = g_strdup ("");
  self->archived_rows = g_ptr_array_new ();
  academy_context_menu_attach (GTK_WIDGET (self), create_context_menu, NULL);
}

/**
 * academy_organisation_list_new:
 * @store: a store
 *
 * Returns: (transfer floating): the list of organisations
 */
GtkWidget *
academy_organisation_list_new (AcademyStore *store)
{
  AcademyOrganisationList *self = g_object_new (ACADEMY_TYPE_ORGANISATION_LIST, NULL);

  self->store = g_object_ref (store);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "organisations.bring-back", !academy_store_is_read_only (store));
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  academy_store_connect_day (store, G_CALLBACK (day_changed_cb), self);

  return GTK_WIDGET (self);
}
