/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-window-private.h"

#include <glib/gi18n.h>

#include "academy-dialog-keys.h"
#include "academy-discard.h"
#include "academy-error.h"
#include "academy-file-chooser.h"
#include "academy-first-frame.h"
#include "academy-form.h"
#include "academy-kinds.h"
#include "academy-last-place.h"
#include "academy-organisation.h"
#include "academy-organisation-page.h"
#include "academy-organisations.h"
#include "academy-places.h"
#include "academy-preferences.h"
#include "academy-programme.h"
#include "academy-recent.h"
#include "academy-toast.h"
#include "academy-welcome-page.h"
#include "academy-whole-texts.h"

G_DEFINE_FINAL_TYPE (AcademyWindow, academy_window, ADW_TYPE_APPLICATION_WINDOW)

/**
 * AcademyWindow:
 *
 * A window with one programme: its places in the sidebar, and beside it the
 * chosen place; or the welcome page while no file is open.
 */

static void
update_undo_menu (AcademyWindow *self)
{
  academy_window_update_undo (self);
  academy_window_update_actions (self);
}

/* Returns the page that is shown if it is that of an organisation, or %NULL. */
AcademyOrganisationPage *
academy_window_get_organisation_page (AcademyWindow *self)
{
  AdwNavigationPage *shown = adw_navigation_split_view_get_content (self->split_view);

  return ACADEMY_IS_ORGANISATION_PAGE (shown) ? ACADEMY_ORGANISATION_PAGE (shown) : NULL;
}

/* The organisation comes first, since window lists ellipsize the end. */
static void
update_title (AcademyWindow *self)
{
  const AcademyLanguage *language = academy_language_get_default ();
  AcademyOrganisationPage *page = academy_window_get_organisation_page (self);
  g_autofree char *programme = academy_item_dup_title (self->programme, language);
  g_autofree char *organisation = NULL;
  g_autofree char *title = NULL;

  if (page != NULL)
    organisation = academy_organisation_dup_short_name (academy_organisation_page_get_item (page), language);
  if (organisation != NULL)
    /* Translators: the title of a window: an organisation, and its programme */
    title = g_strdup_printf (_("%s – %s"), organisation, programme);

  gtk_window_set_title (GTK_WINDOW (self), title != NULL ? title : programme);
}

static void
update_programme (AcademyWindow *self)
{
  g_autofree char *title = academy_item_dup_title (self->programme, academy_language_get_default ());
  const char *label = academy_programme_get_label (self->programme);

  update_title (self);
  adw_navigation_page_set_title (self->sidebar_page, title);
  adw_banner_set_title (self->label_banner, label != NULL ? label : "");
  adw_banner_set_revealed (self->label_banner, label != NULL);
}

gboolean
academy_window_is_place (AcademyWindow *self,
                         const char    *place)
{
  g_autoptr(AcademyItem) organisation = NULL;
  const char *id = place;

  if (academy_places_find (place) != NULL || (academy_places_is_history (place, &id) && id == NULL))
    return TRUE;

  organisation = academy_organisations_find (self->store, id != NULL ? id : place, NULL);
  return organisation != NULL;
}

/* The page of the first place has a row for each organisation, and people return to
 * it from each of them: making it anew and destroying it take longest of all
 * pages. */
static AdwNavigationPage *
get_home (AcademyWindow *self)
{
  if (self->home == NULL)
    self->home = g_object_ref_sink (academy_places_create_page (academy_places[0].name, self->store, self->programme));

  return self->home;
}

static AdwNavigationPage *
create_page (AcademyWindow *self,
             const char    *place)
{
  AdwNavigationPage *page;
  g_autoptr(AcademyItem) organisation = NULL;
  g_autoptr(GError) error = NULL;

  if (g_str_equal (place, academy_places[0].name))
    return get_home (self);

  page = academy_places_create_page (place, self->store, self->programme);
  if (page != NULL)
    return page;

  organisation = academy_organisations_find (self->store, place, &error);
  if (organisation != NULL)
    return academy_organisation_page_new (self->store, organisation, "situation");

  academy_toast_show_error (GTK_WIDGET (self->stack), error);
  return get_home (self);
}

/* Returns whether a page of another organisation shows @place now, in the same view. */
static gboolean
reuse_page (AcademyWindow *self,
            const char    *place)
{
  AcademyOrganisationPage *page = academy_window_get_organisation_page (self);
  g_autoptr(AcademyItem) organisation = NULL;

  if (page == NULL || academy_places_find (place) != NULL)
    return FALSE;

  organisation = academy_organisations_find (self->store, place, NULL);
  if (organisation == NULL)
    return FALSE;

  academy_organisation_page_set_item (page, organisation);
  return TRUE;
}

/**
 * academy_window_save_typed:
 * @self: a window
 * @refusal: what cannot be done before what is marked has been corrected
 *
 * Saves what is typed in the window, or says @refusal and leads to what is invalid, which
 * may be in a view that is not seen.
 *
 * Returns: whether all is saved
 */
gboolean
academy_window_save_typed (AcademyWindow *self,
                           const char    *refusal)
{
  if (academy_forms_flush (GTK_WIDGET (self)))
    return TRUE;

  academy_forms_show_error (GTK_WIDGET (self));
  academy_toast_show (GTK_WIDGET (self->stack), refusal);
  return FALSE;
}

static gboolean
set_place (AcademyWindow *self,
           const char    *place,
           gboolean       follows)
{
  if (g_strcmp0 (self->place, place) == 0)
    return TRUE;

  if (!academy_window_save_typed (self, _("Correct what is marked before going elsewhere")))
    {
      academy_sidebar_select (self->sidebar, self->place);
      return FALSE;
    }

  academy_window_leave_place (self, follows);
  g_set_str (&self->place, place);
  if (!reuse_page (self, place))
    adw_navigation_split_view_set_content (self->split_view, create_page (self, place));
  update_title (self);
  academy_window_update_actions (self);
  academy_window_show_back (self);
  academy_sidebar_select (self->sidebar, place);
  return TRUE;
}

/**
 * academy_window_get_store:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the store of its file
 */
AcademyStore *
academy_window_get_store (AcademyWindow *self)
{
  return self->store;
}

/**
 * academy_window_show_place:
 * @self: a window with a programme
 * @place: the name of an #AcademyPlace, or the id of an organisation
 *
 * Goes to @place, unless something is typed that cannot be saved.
 */
void
academy_window_show_place (AcademyWindow *self,
                           const char    *place)
{
  if (set_place (self, place, TRUE))
    adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

/* Who chooses a place in the sidebar chooses the next one there, too. */
static void
place_chosen_cb (AcademyWindow *self,
                 const char    *place,
                 gboolean       go)
{
  if (set_place (self, place, FALSE) && go)
    adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

/* Whether an organisation is deleted, or was just archived. */
static gboolean
is_removed (AcademyWindow  *self,
            AcademyChanges *changes,
            AcademyItem    *organisation)
{
  const AcademyKind *kind = &academy_organisation_kind;
  const AcademyChange *change = academy_changes_find (changes, academy_item_get_id (organisation));
  g_autoptr(AcademyItem) item = NULL;
  g_autoptr(GError) error = NULL;

  if (!academy_changes_is_everything (changes))
    return change != NULL &&
           (change->type == ACADEMY_CHANGE_REMOVED ||
            ((change->fields & academy_kind_get_bit (kind, academy_kind_find_field (kind, "archived"))) != 0 &&
             academy_item_get_flag (organisation, "archived")));

  item = academy_organisations_find (self->store, academy_item_get_id (organisation), &error);
  return g_error_matches (error, ACADEMY_ERROR, ACADEMY_ERROR_NOT_FOUND);
}

/* Leaves the page of a deleted or archived organisation. */
static void
changed_cb (AcademyWindow  *self,
            AcademyChanges *changes)
{
  AcademyOrganisationPage *page = academy_window_get_organisation_page (self);

  if (page != NULL && is_removed (self, changes, academy_organisation_page_get_item (page)))
    academy_window_show_place (self, academy_places[0].name);
  if (academy_changes_touch (changes, &academy_organisation_kind))
    {
      update_title (self);
      academy_window_update_actions (self);
    }
}

/**
 * academy_window_add_measure:
 * @self: a window
 *
 * Adds a row to the table that is shown, or else a measure to the visible
 * organisation, if there is one.
 */
void
academy_window_add_measure (AcademyWindow *self)
{
  AcademyOrganisationPage *page = academy_window_get_organisation_page (self);

  if (academy_window_get_session (self) != NULL)
    academy_session_page_add (academy_window_get_session (self));
  else if (page != NULL)
    academy_organisation_page_add (page);
}

static void
answered_cb (AcademyWindow *self,
             const char    *answer)
{
  if (g_str_equal (answer, "copy"))
    academy_window_copy_without_log (self, self->refused);
}

static void
show_refusal (AcademyWindow *self,
              const char    *heading,
              const char    *path,
              GError        *error)
{
  /* The message may contain a file name, which need not be UTF-8. */
  g_autofree char *message = g_utf8_make_valid (error->message, -1);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, message));

  adw_alert_dialog_add_response (dialog, "close", _("_Close"));
  if (g_error_matches (error, ACADEMY_ERROR, ACADEMY_ERROR_FOREIGN_LOG))
    adw_alert_dialog_add_response (dialog, "copy", _("_Open a copy without the log…"));
  if (g_error_matches (error, ACADEMY_ERROR, ACADEMY_ERROR_DAMAGED) ||
      g_error_matches (error, ACADEMY_ERROR, ACADEMY_ERROR_NOT_A_PROGRAMME))
    academy_window_offer_backup (self, dialog, path);
  adw_alert_dialog_set_close_response (dialog, "close");
  g_set_str (&self->refused, path);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/* Shows damage found while reading once, with the ways to repair it. */
static void
failed_cb (AcademyWindow *self,
           GError        *error)
{
  if (!g_error_matches (error, ACADEMY_ERROR, ACADEMY_ERROR_DAMAGED))
    academy_toast_show_error (GTK_WIDGET (self->stack), error);
  else if (!self->has_told_damage)
    show_refusal (self, _("The file is damaged"), academy_store_get_path (self->store), error);
  self->has_told_damage = self->has_told_damage || g_error_matches (error, ACADEMY_ERROR, ACADEMY_ERROR_DAMAGED);
}

/* Saves values that had to wait for the lock of another process. */
static void
file_changed_cb (AcademyWindow *self)
{
  academy_window_update_actions (self);
  if (academy_store_get_file_state (self->store) == ACADEMY_FILE_SAME && !academy_store_is_waiting (self->store))
    academy_forms_flush (GTK_WIDGET (self));
}

/* Reads the changes of other processes when the window gets the focus, and
 * checkpoints when it loses it, so that the file can be copied or sent. */
static void
active_changed_cb (AcademyWindow *self)
{
  g_autoptr(GError) error = NULL;

  if (self->store == NULL)
    return;

  if (!gtk_window_is_active (GTK_WINDOW (self)))
    academy_window_settle (self);
  else if (!academy_store_refresh (self->store, &error) &&
           !g_error_matches (error, ACADEMY_ERROR, ACADEMY_ERROR_REPLACED))
    failed_cb (self, error);
}

/* Saves typed values and checkpoints the log. */
void
academy_window_settle (AcademyWindow *self)
{
  if (self->store == NULL)
    return;

  academy_forms_flush (GTK_WIDGET (self));
  academy_store_settle (self->store);
}

static void
update_recent_menu (AcademyWindow *self)
{
  g_autoptr(GPtrArray) files = academy_recent_get ();

  g_menu_remove_all (self->recent_menu);
  for (guint i = 0; i < files->len; i++)
    {
      GFile *file = g_ptr_array_index (files, i);
      g_autofree char *stem = academy_file_chooser_dup_stem (g_file_peek_path (file));
      g_auto(GStrv) parts = g_strsplit (stem, "_", -1);
      /* A single underline would be a mnemonic. */
      g_autofree char *label = g_strjoinv ("__", parts);
      g_autofree char *uri = g_file_get_uri (file);
      g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.open-recent", "s", uri);
      g_menu_append_item (self->recent_menu, item);
    }
}

/* Stores the visible place, where the file will open next time. */
static void
save_place (AcademyWindow *self)
{
  AcademyOrganisationPage *page = academy_window_get_organisation_page (self);
  const char *view = page != NULL ? academy_organisation_page_get_view (page) : "";

  if (self->store != NULL && self->place != NULL)
    academy_last_place_save (self->settings, academy_store_get_path (self->store), self->place, view);
}

/* Shows the stored place, if it still exists. */
static void
restore_place (AcademyWindow *self)
{
  g_autofree char *place = NULL;
  g_autofree char *view = NULL;

  if (!academy_last_place_find (self->settings, academy_store_get_path (self->store), &place, &view) ||
      !academy_window_is_place (self, place))
    {
      academy_window_show_place (self, academy_places[0].name);
      return;
    }

  academy_window_show_place (self, place);
  if (academy_window_get_organisation_page (self) != NULL)
    academy_organisation_page_show_view (academy_window_get_organisation_page (self), view);
}

static void
watch_store (GtkWidget *widget)
{
  AcademyWindow *self = ACADEMY_WINDOW (widget);

  academy_recent_add (academy_store_get_path (self->store));
  update_recent_menu (self);
  academy_store_watch (self->store);
  academy_window_start_backups (self);
  g_clear_object (&self->reminders);
  self->reminders = academy_reminders_new (self->store);
}

/* Closes the dialogs, so that nothing typed for the old file is saved in the new
 * one. */
static void
leave_store (AcademyWindow *self)
{
  g_autoptr(GListModel) dialogs = adw_application_window_get_dialogs (ADW_APPLICATION_WINDOW (self));

  save_place (self);
  academy_window_drop_session (self);
  for (guint i = g_list_model_get_n_items (dialogs); i > 0; i--)
    {
      g_autoptr(AdwDialog) dialog = g_list_model_get_item (dialogs, i - 1);

      adw_dialog_force_close (dialog);
    }
  adw_navigation_split_view_set_content (self->split_view, adw_navigation_page_new (adw_bin_new (), _("Overview")));
  g_clear_object (&self->home);
  g_clear_pointer (&self->place, g_free);
  g_ptr_array_set_size (self->stops, 0);
  self->has_told_damage = FALSE;

  g_settings_unbind (self->store, "author");
}

static void
set_store (AcademyWindow *self,
           AcademyStore  *store,
           AcademyItem   *programme)
{
  if (self->store != NULL)
    leave_store (self);

  g_signal_group_set_target (self->store_signals, store);
  g_signal_group_set_target (self->programme_signals, programme);
  g_set_object (&self->store, store);
  g_set_object (&self->programme, programme);
  g_settings_bind (self->settings, ACADEMY_PREFERENCE_AUTHOR, store, "author", G_SETTINGS_BIND_GET);

  academy_sidebar_set_store (self->sidebar, store);
  academy_file_banner_set_store (self->file_banner, store);
  update_programme (self);
  update_undo_menu (self);
  restore_place (self);
  gtk_stack_set_visible_child_name (self->stack, "programme");
  academy_window_resume_session (self);
  academy_first_frame_wait (GTK_WIDGET (self), watch_store);
}

/**
 * academy_window_show_welcome:
 * @self: a window without a programme
 *
 * Shows the welcome page.
 */
void
academy_window_show_welcome (AcademyWindow *self)
{
  if (gtk_stack_get_child_by_name (self->stack, "welcome") == NULL)
    gtk_stack_add_named (self->stack, g_object_new (ACADEMY_TYPE_WELCOME_PAGE, NULL), "welcome");

  gtk_stack_set_visible_child_name (self->stack, "welcome");
}

/**
 * academy_window_open:
 * @self: a window
 * @path: a programme file
 *
 * Shows the programme in @path, or tells why it cannot be opened.
 *
 * Returns: whether it is shown
 */
gboolean
academy_window_open (AcademyWindow *self,
                     const char    *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyStore) store = academy_store_open (path, &error);
  g_autoptr(AcademyItem) programme = NULL;

  if (store != NULL)
    programme = academy_store_get_first (store, &academy_programme_kind, NULL, &error);
  if (programme == NULL)
    {
      if (self->store == NULL)
        academy_window_show_welcome (self);
      show_refusal (self, _("The file cannot be opened"), path, error);
      return FALSE;
    }

  set_store (self, store, programme);
  g_settings_set_value (self->settings, "last-file", g_variant_new_bytestring (path));
  return TRUE;
}

/**
 * academy_window_has_file:
 * @self: a window
 * @path: (nullable): a path, or %NULL for none
 *
 * Returns: whether the window shows the file at @path, or the one that was opened
 *   there
 */
gboolean
academy_window_has_file (AcademyWindow *self,
                         const char    *path)
{
  if (self->store == NULL || path == NULL)
    return self->store == NULL && path == NULL;

  return academy_store_is_at (self->store, path) || g_str_equal (academy_store_get_path (self->store), path);
}

static void
discard (GtkWidget *widget)
{
  gtk_window_destroy (GTK_WINDOW (widget));
}

static gboolean
academy_window_close_request (GtkWindow *window)
{
  AcademyWindow *self = ACADEMY_WINDOW (window);

  /* Tell once what happened to the file, before the window closes. */
  if (self->store != NULL && academy_store_get_file_state (self->store) == ACADEMY_FILE_SAME &&
      !academy_store_look (self->store, NULL))
    return GDK_EVENT_STOP;

  if (!academy_forms_flush (GTK_WIDGET (self)))
    {
      academy_discard_ask_about_errors (GTK_WIDGET (self), discard);
      return GDK_EVENT_STOP;
    }

  g_cancellable_cancel (self->cancellable);
  academy_window_stop_backups (self);
  g_clear_object (&self->reminders);
  return GTK_WINDOW_CLASS (academy_window_parent_class)->close_request (window);
}

static void
academy_window_unrealize (GtkWidget *widget)
{
  save_place (ACADEMY_WINDOW (widget));

  GTK_WIDGET_CLASS (academy_window_parent_class)->unrealize (widget);
}

static void
academy_window_dispose (GObject *object)
{
  AcademyWindow *self = ACADEMY_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_WINDOW);
  academy_window_stop_backups (self);
  g_clear_object (&self->reminders);
  g_clear_object (&self->programme_signals);
  g_clear_object (&self->store_signals);
  g_clear_object (&self->home);
  g_clear_object (&self->programme);
  g_clear_object (&self->store);
  g_clear_object (&self->settings);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->cursor);
  g_clear_pointer (&self->place, g_free);
  g_clear_pointer (&self->refused, g_free);
  g_clear_pointer (&self->stops, g_ptr_array_unref);

  G_OBJECT_CLASS (academy_window_parent_class)->dispose (object);
}

static void
academy_window_class_init (AcademyWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_window_dispose;
  widget_class->unrealize = academy_window_unrealize;
  GTK_WINDOW_CLASS (klass)->close_request = academy_window_close_request;

  g_type_ensure (ACADEMY_TYPE_FILE_BANNER);
  g_type_ensure (ACADEMY_TYPE_SIDEBAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/application/academy-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AcademyWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, AcademyWindow, sidebar_page);
  gtk_widget_class_bind_template_child (widget_class, AcademyWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, AcademyWindow, file_banner);
  gtk_widget_class_bind_template_child (widget_class, AcademyWindow, label_banner);
  gtk_widget_class_bind_template_child (widget_class, AcademyWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, AcademyWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, AcademyWindow, undo_menu);
  gtk_widget_class_bind_template_child (widget_class, AcademyWindow, recent_menu);
  gtk_widget_class_bind_template_callback (widget_class, place_chosen_cb);
  academy_window_class_add_actions (widget_class);
  academy_window_class_add_backup_actions (widget_class);
  academy_window_class_add_undo_actions (widget_class);
  academy_window_class_add_back_action (widget_class);
  academy_window_class_add_session_actions (widget_class);
}

/* Opens files dropped on the window, if their names are those of programmes. */
static gboolean
drop_cb (AcademyWindow *self,
         const GValue  *value)
{
  GSList *files = gdk_file_list_get_files (g_value_get_boxed (value));
  gboolean opened = FALSE;

  for (GSList *file = files; file != NULL; file = file->next)
    if (g_file_peek_path (file->data) != NULL && g_str_has_suffix (g_file_peek_path (file->data), ".academy"))
      {
        academy_window_open_beside (self, file->data);
        opened = TRUE;
      }
  g_slist_free (files);

  if (!opened)
    academy_toast_show (GTK_WIDGET (self->stack), _("Drop a programme file, whose name ends in “.academy”"));
  return opened;
}

static void
connect_signals (AcademyWindow *self)
{
  self->store_signals = g_signal_group_new (ACADEMY_TYPE_STORE);
  g_signal_group_connect_swapped (self->store_signals, "notify::undo-label", G_CALLBACK (update_undo_menu), self);
  g_signal_group_connect_swapped (self->store_signals, "changed", G_CALLBACK (changed_cb), self);
  g_signal_group_connect_swapped (self->store_signals, "failed", G_CALLBACK (failed_cb), self);
  g_signal_group_connect_swapped (self->store_signals, "file-changed", G_CALLBACK (file_changed_cb), self);

  self->programme_signals = g_signal_group_new (ACADEMY_TYPE_ITEM);
  g_signal_group_connect_swapped (self->programme_signals, "notify", G_CALLBACK (update_programme), self);
}

static void
academy_window_init (AcademyWindow *self)
{
  GtkDropTarget *drop_target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (drop_target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop_target));
  connect_signals (self);
  academy_window_start_back (self);
  academy_window_start_menu (self);
  self->cancellable = g_cancellable_new ();
  self->cursor = academy_kept_cursor_new (ADW_APPLICATION_WINDOW (self));
  academy_dialog_keys_follow (ADW_APPLICATION_WINDOW (self));
  academy_whole_texts_show (GTK_WIDGET (self));
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_changed_cb), NULL);
  update_undo_menu (self);
}

/**
 * academy_window_new:
 * @application: the application
 * @settings: its settings
 *
 * Returns: (transfer none): a window, empty until it shows a programme or the
 *   welcome page
 */
AcademyWindow *
academy_window_new (GtkApplication *application,
                    GSettings      *settings)
{
  AcademyWindow *self = g_object_new (ACADEMY_TYPE_WINDOW, "application", application, NULL);

  self->settings = g_object_ref (settings);
  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);

  return self;
}
