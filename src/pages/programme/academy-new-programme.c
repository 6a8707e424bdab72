/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-new-programme.h"

#include <glib/gi18n-lib.h>

#include "academy-choices.h"
#include "academy-cohort.h"
#include "academy-day-entry.h"
#include "academy-dialog-undo.h"
#include "academy-discard.h"
#include "academy-file-chooser.h"
#include "academy-kinds.h"
#include "academy-name-list.h"
#include "academy-toast.h"
#include "academy-typing.h"

#define YEAR "\\b(?:19|20)\\d\\d\\b"

struct _AcademyNewProgramme {
  AdwDialog            parent_instance;

  /* Template children */
  AdwNavigationView   *navigation;
  AdwPreferencesGroup *facts;
  GtkEditable         *name_fi;
  GtkEditable         *name_en;
  GtkEditable         *organiser;
  AdwComboRow         *source_row;
  AdwActionRow        *file_row;
  AdwSwitchRow        *people_row;
  GtkTextView         *organisations;
  GtkLabel            *status;
  GtkWidget           *preview_button;
  AdwBin              *preview_bin;

  /* Owned */
  GPtrArray           *source;
  char                *path;
  char                *proposed_fi;
  char                *proposed_en;
  char                *proposed_organiser;
  GCancellable        *cancellable;

  /* Borrowed */
  AcademyDayEntry     *start;
};

enum {
  SAVE,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (AcademyNewProgramme, academy_new_programme, ADW_TYPE_DIALOG)

static guint signals[N_SIGNALS];

/**
 * AcademyNewProgramme:
 *
 * Asks what a new programme is like: its name, its organiser, its first day, its
 * organisations, and the programme whose phases and events it takes; then shows
 * what will be on which day, before anything is saved.
 */

/* What phases and events are taken from, in the order of the choices. */
enum {
  FROM_NOTHING,
  FROM_2021,
  FROM_FILE,
};

static AcademyDay
get_start (AcademyNewProgramme *self)
{
  GDate day;

  return academy_day_entry_get_day (self->start, &day) && g_date_valid (&day) ? g_date_get_julian (&day) : 0;
}

static char *
dup_line (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

static AcademyNameList *
get_names (AcademyNewProgramme *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->organisations);
  g_autofree char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  return academy_name_list_parse (text);
}

/* Tells how many organisations there are, what was left out, and whether they are
 * too many. */
static void
show_status (AcademyNewProgramme *self,
             AcademyNameList     *list)
{
  gboolean too_many = list->names->len > ACADEMY_COHORT_MAX_ORGANISATIONS;
  g_autofree char *remark = academy_name_list_dup_remark (list);
  g_autofree char *count = NULL;
  g_autofree char *text = NULL;

  if (too_many)
    count = g_strdup_printf (_("There are %u organisations; a new programme takes %u at most. Leave some out."),
                             list->names->len, ACADEMY_COHORT_MAX_ORGANISATIONS);
  else
    count = g_strdup_printf (ngettext ("%u organisation.", "%u organisations.", list->names->len), list->names->len);
  text = g_strjoin (" ", count, remark, NULL);

  gtk_label_set_label (self->status, text);
  gtk_widget_set_visible (GTK_WIDGET (self->status), list->names->len > 0);
  if (too_many)
    gtk_widget_add_css_class (GTK_WIDGET (self->status), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->status), "error");
}

static void
check (AcademyNewProgramme *self)
{
  g_autoptr(AcademyNameList) list = get_names (self);
  g_autofree char *name = dup_line (self->name_fi);

  gtk_widget_set_sensitive (self->preview_button,
                            *name != '\0' && get_start (self) != 0 && self->source != NULL &&
                              list->names->len <= ACADEMY_COHORT_MAX_ORGANISATIONS);
}

static void
organisations_cb (AcademyNewProgramme *self)
{
  g_autoptr(AcademyNameList) list = get_names (self);

  show_status (self, list);
  adw_dialog_set_can_close (ADW_DIALOG (self), list->names->len == 0);
  check (self);
}

/* Asks before a list of organisations is lost. */
static void
close_attempt_cb (AcademyNewProgramme *self)
{
  academy_discard_ask (GTK_WIDGET (self), _("Discard the programme?"), _("Its organisations are not saved yet."),
                       academy_discard_close);
}

static char *
find_year (const char *text)
{
  g_autoptr(GRegex) years = g_regex_new (YEAR, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  g_autoptr(GMatchInfo) match = NULL;

  return g_regex_match (years, text, G_REGEX_MATCH_DEFAULT, &match) ? g_match_info_fetch (match, 0) : NULL;
}

/* The English name has the year that somebody has typed in the Finnish one. */
static char *
dup_with_typed_year (AcademyNewProgramme *self,
                     const char          *name)
{
  const char *finnish = gtk_editable_get_text (self->name_fi);
  g_autofree char *year = g_str_equal (finnish, self->proposed_fi) ? NULL : find_year (finnish);
  g_autoptr(GRegex) years = g_regex_new (YEAR, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);

  return year != NULL ? g_regex_replace_literal (years, name, -1, 0, year, G_REGEX_MATCH_DEFAULT, NULL) : g_strdup (name);
}

/* Writes a text after that of the source, until somebody types another. */
static void
propose (AcademyNewProgramme *self,
         GtkEditable         *entry,
         const char          *field,
         char               **proposed)
{
  AcademyDay start = get_start (self);
  g_autofree char *name = NULL;

  if (self->source == NULL || start == 0 || g_strcmp0 (gtk_editable_get_text (entry), *proposed) != 0)
    return;

  name = academy_cohort_dup_name (self->source, field, start);
  if (name != NULL && entry == self->name_en)
    {
      g_autofree char *own = g_steal_pointer (&name);

      name = dup_with_typed_year (self, own);
    }
  gtk_editable_set_text (entry, name != NULL ? name : "");
  g_set_str (proposed, gtk_editable_get_text (entry));
}

static void
update (AcademyNewProgramme *self)
{
  propose (self, self->name_fi, "name_fi", &self->proposed_fi);
  propose (self, self->name_en, "name_en", &self->proposed_en);
  propose (self, self->organiser, "organiser", &self->proposed_organiser);
  check (self);
}

static void
name_fi_cb (AcademyNewProgramme *self)
{
  propose (self, self->name_en, "name_en", &self->proposed_en);
  check (self);
}

static GPtrArray *
read_file (const char  *path,
           GError     **error)
{
  g_autoptr(AcademyStore) store = academy_store_open_to_look (path, error);

  return store != NULL ? academy_cohort_read (store, error) : NULL;
}

static void
read_source (AcademyNewProgramme *self)
{
  guint from = adw_combo_row_get_selected (self->source_row);
  g_autoptr(GError) error = NULL;

  g_clear_pointer (&self->source, g_ptr_array_unref);
  if (from != FROM_FILE)
    self->source = academy_cohort_read_template (from == FROM_2021 ? "2021" : "empty", academy_language_get_default (), &error);
  else if (self->path != NULL)
    self->source = read_file (self->path, &error);

  if (error != NULL)
    academy_toast_show_error (GTK_WIDGET (self->navigation), error);
  gtk_widget_set_visible (GTK_WIDGET (self->file_row), from == FROM_FILE);
  gtk_widget_set_visible (GTK_WIDGET (self->people_row), self->source != NULL && academy_cohort_has_people (self->source));
}

static void
show_file (AcademyNewProgramme *self)
{
  g_autofree char *stem = self->path != NULL ? academy_file_chooser_dup_stem (self->path) : NULL;

  adw_action_row_set_subtitle (self->file_row, stem != NULL ? stem : _("None chosen yet"));
}

static void
source_cb (AcademyNewProgramme *self)
{
  read_source (self);
  update (self);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(AcademyNewProgramme) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file == NULL)
    academy_toast_report (GTK_WIDGET (self->navigation), error);
  else if (g_file_peek_path (file) == NULL)
    academy_toast_show (GTK_WIDGET (self->navigation), _("Choose a file on this computer"));
  else
    academy_new_programme_take_from (self, g_file_peek_path (file));
}

static void
choose_file_cb (AcademyNewProgramme *self)
{
  g_autoptr(GtkFileDialog) dialog = academy_file_chooser_new (_("Choose a programme"), _("Programmes"), "*.academy");

  academy_file_chooser_propose (dialog, self->path, NULL);
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->cancellable, chosen_cb,
                        g_object_ref (self));
}

/* Makes the programme; the names of its organisations live as long as @list. */
static AcademyEdit *
create_edit (AcademyNewProgramme  *self,
             AcademyNameList      *list,
             GPtrArray           **days,
             GError              **error)
{
  g_autofree char *name_fi = dup_line (self->name_fi);
  g_autofree char *name_en = dup_line (self->name_en);
  g_autofree char *organiser = dup_line (self->organiser);
  AcademyCohort cohort = {
    .name_fi = name_fi,
    .name_en = *name_en != '\0' ? name_en : NULL,
    .organiser = organiser,
    .start = get_start (self),
    .organisations = list->names,
    .with_people = gtk_widget_get_visible (GTK_WIDGET (self->people_row)) && adw_switch_row_get_active (self->people_row),
  };

  return academy_cohort_create_edit (self->source, &cohort, days, error);
}

static void
add_row (AdwPreferencesGroup *group,
         const char          *title,
         const char          *subtitle,
         gboolean             moved)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (moved)
    {
      icon = gtk_image_new_from_icon_name ("x-office-calendar-symbolic");
      gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Moved from a day off"), -1);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
    }
  adw_preferences_group_add (group, row);
}

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page,
           const char         *title,
           const char         *description)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_group_set_description (group, description);
  adw_preferences_page_add (page, group);
  return group;
}

static void
show_days (AdwPreferencesPage *page,
           GPtrArray          *days)
{
  const AcademyLanguage *language = academy_language_get_default ();
  AdwPreferencesGroup *group;
  g_autofree char *description = NULL;
  guint n_moved = 0;

  for (guint i = 0; i < days->len; i++)
    n_moved += ((AcademyCohortDay *) g_ptr_array_index (days, i))->off != 0;

  if (days->len == 0)
    description = g_strdup (_("There are none yet. Add them in the overview."));
  else if (n_moved == 0)
    description = g_strdup (_("No event and no end of a phase is on a day off."));
  else
    description = g_strdup_printf (ngettext ("%u was moved from a day off.", "%u were moved from days off.", n_moved), n_moved);

  group = add_group (page, _("Phases and events"), description);
  for (guint i = 0; i < days->len; i++)
    {
      const AcademyCohortDay *day = g_ptr_array_index (days, i);
      g_autofree char *title = academy_item_dup_title (day->item, language);
      g_autofree char *period = academy_cohort_day_dup_period (day, language);
      g_autofree char *reason = academy_cohort_day_dup_reason (day, language);
      g_autofree char *subtitle = g_strjoin ("\n", period, reason, NULL);

      add_row (group, title, subtitle, reason != NULL);
    }
}

static void
show_organisations (AdwPreferencesPage *page,
                    AcademyNameList    *list)
{
  g_autofree char *remark = academy_name_list_dup_remark (list);
  g_autofree char *title = g_strdup_printf (ngettext ("%u organisation", "%u organisations", list->names->len),
                                            list->names->len);
  AdwPreferencesGroup *group =
    add_group (page, title, list->names->len > 0 ? remark : _("There are none yet. Add them in the overview."));

  for (guint i = 0; i < list->names->len; i++)
    add_row (group, g_ptr_array_index (list->names, i), NULL, FALSE);
}

static void
preview_cb (AcademyNewProgramme *self)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  g_autoptr(AcademyNameList) list = get_names (self);
  g_autoptr(GPtrArray) days = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyEdit) edit = create_edit (self, list, &days, &error);

  g_object_ref_sink (page);
  if (edit == NULL)
    academy_toast_show_error (GTK_WIDGET (self->navigation), error);
  else
    {
      AdwPreferencesGroup *group = add_group (page, _("Programme"), NULL);
      GDate start = academy_date_from_julian (get_start (self));
      g_autofree char *day = academy_language_format_date (academy_language_get_default (), &start);
      g_autofree char *organiser = dup_line (self->organiser);
      g_autofree char *warning =
        academy_cohort_dup_warning (&(AcademyCohort) { .start = get_start (self) }, academy_language_get_default ());
      g_autofree char *facts = *organiser != '\0' ? g_strdup_printf ("%s · %s", organiser, day) : g_strdup (day);
      g_autofree char *subtitle = g_strjoin ("\n", facts, warning, NULL);

      add_row (group, academy_new_programme_get_name (self), subtitle, FALSE);
      show_days (page, days);
      show_organisations (page, list);
      adw_bin_set_child (self->preview_bin, GTK_WIDGET (page));
      adw_navigation_view_push_by_tag (self->navigation, "preview");
    }
  g_object_unref (page);
}

static void
save_cb (AcademyNewProgramme *self)
{
  g_signal_emit (self, signals[SAVE], 0);
}

static void
academy_new_programme_dispose (GObject *object)
{
  AcademyNewProgramme *self = ACADEMY_NEW_PROGRAMME (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_NEW_PROGRAMME);

  G_OBJECT_CLASS (academy_new_programme_parent_class)->dispose (object);
}

static void
academy_new_programme_finalize (GObject *object)
{
  AcademyNewProgramme *self = ACADEMY_NEW_PROGRAMME (object);

  g_clear_pointer (&self->source, g_ptr_array_unref);
  g_clear_object (&self->cancellable);
  g_free (self->path);
  g_free (self->proposed_fi);
  g_free (self->proposed_en);
  g_free (self->proposed_organiser);

  G_OBJECT_CLASS (academy_new_programme_parent_class)->finalize (object);
}

static void
academy_new_programme_class_init (AcademyNewProgrammeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_new_programme_dispose;
  G_OBJECT_CLASS (klass)->finalize = academy_new_programme_finalize;

  academy_dialog_undo_install_typing (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-new-programme.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyNewProgramme, navigation);
  gtk_widget_class_bind_template_child (widget_class, AcademyNewProgramme, facts);
  gtk_widget_class_bind_template_child (widget_class, AcademyNewProgramme, name_fi);
  gtk_widget_class_bind_template_child (widget_class, AcademyNewProgramme, name_en);
  gtk_widget_class_bind_template_child (widget_class, AcademyNewProgramme, organiser);
  gtk_widget_class_bind_template_child (widget_class, AcademyNewProgramme, source_row);
  gtk_widget_class_bind_template_child (widget_class, AcademyNewProgramme, file_row);
  gtk_widget_class_bind_template_child (widget_class, AcademyNewProgramme, people_row);
  gtk_widget_class_bind_template_child (widget_class, AcademyNewProgramme, organisations);
  gtk_widget_class_bind_template_child (widget_class, AcademyNewProgramme, status);
  gtk_widget_class_bind_template_child (widget_class, AcademyNewProgramme, preview_button);
  gtk_widget_class_bind_template_child (widget_class, AcademyNewProgramme, preview_bin);
  gtk_widget_class_bind_template_callback (widget_class, name_fi_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_attempt_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_file_cb);
  gtk_widget_class_bind_template_callback (widget_class, preview_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);

  /**
   * AcademyNewProgramme::save:
   * @self: the dialog
   *
   * Emitted when the programme shall be saved; academy_new_programme_create_edit()
   * makes it.
   */
  signals[SAVE] = g_signal_new ("save", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
academy_new_programme_init (AcademyNewProgramme *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  academy_choices_set_up (self->source_row);
  self->cancellable = g_cancellable_new ();
  self->proposed_fi = g_strdup ("");
  self->proposed_en = g_strdup ("");
  self->proposed_organiser = g_strdup ("");

  academy_typing_clean_line (self->name_fi);
  academy_typing_clean_line (self->name_en);
  academy_typing_clean_line (self->organiser);
  self->start = ACADEMY_DAY_ENTRY (academy_day_entry_new (_("First day")));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->start), TRUE);
  g_signal_connect_object (self->start, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->facts, GTK_WIDGET (self->start));
  adw_preferences_group_add (self->facts, academy_day_entry_get_error_row (self->start));
  g_signal_connect_object (gtk_text_view_get_buffer (self->organisations), "changed", G_CALLBACK (organisations_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * academy_new_programme_new:
 * @beside: (nullable) (type filename): the programme file that is open, which is
 *   offered as the one to take from
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
academy_new_programme_new (const char *beside)
{
  AcademyNewProgramme *self = g_object_new (ACADEMY_TYPE_NEW_PROGRAMME, NULL);

  self->path = g_strdup (beside);
  show_file (self);
  source_cb (self);

  return ADW_DIALOG (self);
}

/**
 * academy_new_programme_take_from:
 * @self: a dialog
 * @path: (type filename): a programme file
 *
 * Takes phases and events from @path.
 */
void
academy_new_programme_take_from (AcademyNewProgramme *self,
                                 const char          *path)
{
  g_set_str (&self->path, path);
  show_file (self);
  if (adw_combo_row_get_selected (self->source_row) == FROM_FILE)
    source_cb (self);
  else
    adw_combo_row_set_selected (self->source_row, FROM_FILE);
}

/**
 * academy_new_programme_get_name:
 * @self: a dialog
 *
 * Returns: (transfer none): the typed name, that in the language of the interface
 *   if there is one
 */
const char *
academy_new_programme_get_name (AcademyNewProgramme *self)
{
  const char *name_en = gtk_editable_get_text (self->name_en);
  gboolean english = g_str_equal (academy_language_get_code (academy_language_get_default ()), "en");

  return english && *name_en != '\0' ? name_en : gtk_editable_get_text (self->name_fi);
}

/**
 * academy_new_programme_get_toast_place:
 * @self: a dialog
 *
 * Returns: (transfer none): the widget for toasts about saving
 */
GtkWidget *
academy_new_programme_get_toast_place (AcademyNewProgramme *self)
{
  return GTK_WIDGET (self->navigation);
}

/**
 * academy_new_programme_create_edit:
 * @self: a dialog
 * @error: return location for an error
 *
 * Returns: (transfer full): the content of the new programme, for
 *   academy_store_create()
 */
AcademyEdit *
academy_new_programme_create_edit (AcademyNewProgramme  *self,
                                   GError              **error)
{
  g_autoptr(AcademyNameList) list = get_names (self);

  return create_edit (self, list, NULL, error);
}
