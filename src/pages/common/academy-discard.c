/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-discard.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "academy-form.h"

typedef struct {
  /* Owned */
  GWeakRef       widget;

  AcademyDiscard discard;
} Question;

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autofree Question *question = data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);
  g_autoptr(GtkWidget) widget = g_weak_ref_get (&question->widget);

  g_weak_ref_clear (&question->widget);
  if (widget != NULL && g_str_equal (answer, "discard"))
    question->discard (widget);
}

/**
 * academy_discard_ask:
 * @widget: a window or dialog that should close
 * @heading: a question
 * @body: what would be lost
 * @discard: closes @widget
 *
 * Asks before discarding what is not saved.
 */
void
academy_discard_ask (GtkWidget      *widget,
                     const char     *heading,
                     const char     *body,
                     AcademyDiscard  discard)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, body);
  Question *question = g_new0 (Question, 1);

  g_weak_ref_init (&question->widget, widget);
  question->discard = discard;
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog),
                                  "cancel", _("_Keep editing"),
                                  "discard", _("_Discard"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), widget, NULL, answered_cb, question);
}

/**
 * academy_discard_ask_about_errors:
 * @widget: a window or dialog that should close
 * @discard: closes @widget
 *
 * Asks before discarding values that cannot be saved.
 */
void
academy_discard_ask_about_errors (GtkWidget      *widget,
                                  AcademyDiscard  discard)
{
  g_autofree char *errors = academy_forms_dup_errors (widget);
  /* Translators: a line for each field, such as “Start date: Write a day as 19 Oct 2021.” */
  g_autofree char *body = g_strdup_printf (_("Everything else is saved. This cannot be saved as it is:\n%s"), errors);

  academy_discard_ask (widget, _("Discard what is marked?"), body, discard);
}

/**
 * academy_discard_close:
 * @dialog: a dialog
 *
 * An #AcademyDiscard that closes @dialog without asking again.
 */
void
academy_discard_close (GtkWidget *dialog)
{
  adw_dialog_force_close (ADW_DIALOG (dialog));
}
