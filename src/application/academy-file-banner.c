/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-file-banner.h"

#include <glib/gi18n.h>

#include "academy-error.h"
#include "academy-language.h"

struct _AcademyFileBanner {
  AdwBin            parent_instance;

  /* Owned */
  AcademyStore     *store;
  GSignalGroup     *store_signals;

  /* Borrowed */
  AdwBanner        *banner;

  AcademyFileState  told;
};

G_DEFINE_FINAL_TYPE (AcademyFileBanner, academy_file_banner, ADW_TYPE_BIN)

/**
 * AcademyFileBanner:
 *
 * A banner about the file of a window: that it is read-only, that another program
 * holds the lock, or that it is no longer the file that was opened. In the last
 * case it offers the actions `win.open-current` and `win.keep-copy`.
 */

static void
answered_cb (AcademyFileBanner *self,
             const char        *answer)
{
  if (g_str_equal (answer, "open"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-current", NULL);
  else if (g_str_equal (answer, "keep"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.keep-copy", NULL);
}

/* Asks what to do. Choosing by itself might lose data: the present file may be
 * newer, and the content of the window may be in no other file. */
static void
ask (AcademyFileBanner *self)
{
  g_autoptr(GError) reason = NULL;
  g_autofree char *body = NULL;
  AdwAlertDialog *dialog;
  gboolean is_gone;

  if (academy_store_look (self->store, &reason))
    return;

  is_gone = academy_store_get_file_state (self->store) == ACADEMY_FILE_GONE;
  body = g_strdup_printf ("%s\n\n%s", reason->message,
                          is_gone ? _("What you see here is kept until you close the window.")
                                  : _("Nothing more is written to it. What you see here is kept until you close the window."));
  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (is_gone ? _("The file is no longer there")
                                                           : _("The file is no longer the same"), body));
  adw_alert_dialog_set_prefer_wide_layout (dialog, FALSE);
  adw_alert_dialog_add_responses (dialog,
                                  "later", _("_Decide later"),
                                  "open", _("_Open what is there now"),
                                  "keep", _("_Keep mine under another name"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (dialog, "keep", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_response_enabled (dialog, "open", !is_gone);
  adw_alert_dialog_set_default_response (dialog, "later");
  adw_alert_dialog_set_close_response (dialog, "later");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
show (AcademyFileBanner *self,
      const char        *title,
      const char        *button)
{
  if (title != NULL)
    adw_banner_set_title (self->banner, title);
  adw_banner_set_button_label (self->banner, button);
  adw_banner_set_revealed (self->banner, title != NULL);
}

static char *
describe_reading (AcademyStore *store)
{
  GDateTime *as_of = academy_store_get_as_of (store);
  g_autofree char *time = as_of != NULL ? academy_language_format_instant (academy_language_get_default (), as_of) : NULL;

  if (time == NULL)
    return g_strdup (_("This file can be read but not written"));

  /* Translators: a date and time: “as of 16/11/2021 14:05” */
  return g_strdup_printf (_("This file can be read but not written; shown as of %s"), time);
}

/* Whether somebody is typing: a dialog would take the next keys. */
static gboolean
is_typed_into (AcademyFileBanner *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus);
}

static void
update (AcademyFileBanner *self)
{
  AcademyFileState state = academy_store_get_file_state (self->store);

  if (state != ACADEMY_FILE_SAME)
    {
      g_autoptr(GError) reason = NULL;

      academy_store_look (self->store, &reason);
      show (self, reason->message, _("_What to do…"));
    }
  else if (academy_store_is_waiting (self->store))
    show (self, _("Another program is writing to the file. What you type is saved as soon as that program has finished."), NULL);
  else if (academy_store_is_read_only (self->store))
    {
      g_autofree char *title = describe_reading (self->store);

      show (self, title, NULL);
    }
  else
    show (self, NULL, NULL);

  if (state != self->told)
    {
      self->told = state;
      if (state != ACADEMY_FILE_SAME && !is_typed_into (self))
        ask (self);
    }
}

/**
 * academy_file_banner_set_store:
 * @self: a banner
 * @store: the store of the window
 */
void
academy_file_banner_set_store (AcademyFileBanner *self,
                               AcademyStore      *store)
{
  g_signal_group_set_target (self->store_signals, store);
  g_set_object (&self->store, store);
  self->told = ACADEMY_FILE_SAME;
  update (self);
}

static void
academy_file_banner_dispose (GObject *object)
{
  AcademyFileBanner *self = ACADEMY_FILE_BANNER (object);

  g_clear_object (&self->store_signals);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_file_banner_parent_class)->dispose (object);
}

static void
academy_file_banner_class_init (AcademyFileBannerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_file_banner_dispose;
}

static void
academy_file_banner_init (AcademyFileBanner *self)
{
  self->store_signals = g_signal_group_new (ACADEMY_TYPE_STORE);
  g_signal_group_connect_swapped (self->store_signals, "file-changed", G_CALLBACK (update), self);
  self->banner = ADW_BANNER (adw_banner_new (""));
  adw_banner_set_use_markup (self->banner, FALSE);
  g_signal_connect_object (self->banner, "button-clicked", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->banner));
}
