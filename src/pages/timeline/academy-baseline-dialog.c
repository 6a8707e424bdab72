/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-baseline-dialog.h"

#include <glib/gi18n-lib.h>

#include "academy-baseline.h"
#include "academy-clock.h"
#include "academy-kinds.h"
#include "academy-toast.h"
#include "academy-typing.h"

struct _AcademyBaselineDialog {
  AdwAlertDialog       parent_instance;

  /* Template children */
  GtkEditable         *entry;

  /* Owned */
  AcademyTimelineView *view;
};

G_DEFINE_FINAL_TYPE (AcademyBaselineDialog, academy_baseline_dialog, ADW_TYPE_ALERT_DIALOG)

/**
 * AcademyBaselineDialog:
 *
 * Asks for a name, sets a baseline with the present dates, and compares a
 * timeline with it from then on.
 */

/* Compares with a new baseline at once, which is its purpose. */
static void
response_cb (AcademyBaselineDialog *self,
             const char            *response)
{
  AcademyTimelineModel *model = academy_timeline_view_get_model (self->view);
  const char *baseline;
  g_autoptr(AcademyEdit) edit = NULL;
  g_autoptr(GError) error = NULL;

  if (!g_str_equal (response, "set"))
    return;

  edit = academy_edit_new (academy_baseline_kind.add);
  baseline = academy_baseline_add (edit, academy_timeline_model_get_organisation (model),
                                   gtk_editable_get_text (self->entry));
  if (!academy_store_apply (academy_timeline_model_get_store (model), edit, &error))
    {
      academy_toast_show_error (GTK_WIDGET (self->view), error);
      return;
    }

  g_object_set (self->view, "baseline", baseline, NULL);
  academy_toast_show (GTK_WIDGET (self->view), _("Baseline set, and compared with"));
}

static void
changed_cb (AcademyBaselineDialog *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (self), "set", *name != '\0');
}

static void
academy_baseline_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_BASELINE_DIALOG);
  g_clear_object (&ACADEMY_BASELINE_DIALOG (object)->view);

  G_OBJECT_CLASS (academy_baseline_dialog_parent_class)->dispose (object);
}

static void
academy_baseline_dialog_class_init (AcademyBaselineDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_baseline_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-baseline-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyBaselineDialog, entry);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, response_cb);
}

static void
academy_baseline_dialog_init (AcademyBaselineDialog *self)
{
  g_autofree char *date = NULL;
  g_autofree char *name = NULL;
  GDate today;

  gtk_widget_init_template (GTK_WIDGET (self));

  academy_clock_get_today (&today);
  date = academy_language_format_date (academy_language_get_default (), &today);
  /* Translators: the name of a baseline that is set today */
  name = g_strdup_printf (_("Plan of %s"), date);
  academy_typing_clean_line (self->entry);
  gtk_editable_set_text (self->entry, name);
}

/**
 * academy_baseline_dialog_new:
 * @view: a timeline of one organisation
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
academy_baseline_dialog_new (AcademyTimelineView *view)
{
  AcademyBaselineDialog *self = g_object_new (ACADEMY_TYPE_BASELINE_DIALOG, NULL);

  self->view = g_object_ref (view);
  return ADW_DIALOG (self);
}
