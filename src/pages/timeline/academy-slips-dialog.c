/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-slips-dialog.h"

#include <glib/gi18n-lib.h>

#include "academy-baseline.h"
#include "academy-item-dialog.h"
#include "academy-kinds.h"
#include "academy-span.h"

#define MOST_ROWS 500

struct _AcademySlipsDialog {
  AdwDialog            parent_instance;

  /* Template children */
  GtkWidget           *edit_button;
  GtkStack            *stack;
  AdwPreferencesGroup *slips;

  /* Owned */
  AcademyTimelineView *view;
  AcademyItem         *baseline;
};

G_DEFINE_FINAL_TYPE (AcademySlipsDialog, academy_slips_dialog, ADW_TYPE_DIALOG)

/**
 * AcademySlipsDialog:
 *
 * The differences of a plan from a baseline, the longest slip first.
 */

static char *
describe (const AcademyBaselineChange *change)
{
  const AcademyLanguage *language = academy_language_get_default ();
  g_autofree char *before =
    academy_span_format (&(AcademySpan) { .start = change->before.start, .end = change->before.end }, language);
  g_autofree char *now =
    academy_span_format (&(AcademySpan) { .start = change->now.start, .end = change->now.end }, language);

  switch (change->state)
    {
    case ACADEMY_BASELINE_REMOVED:
      /* Translators: the dates of what is no longer in the plan */
      return g_strdup_printf (_("%s · no longer in the plan"), before);
    case ACADEMY_BASELINE_ADDED:
      /* Translators: the dates of what was not in the plan */
      return g_strdup_printf (_("%s · new since"), now);
    case ACADEMY_BASELINE_SLIPPED:
    case ACADEMY_BASELINE_EARLIER:
      /* Translators: the dates before, the dates now */
      return g_strdup_printf (_("%s → %s"), before, now);
    case ACADEMY_BASELINE_UNCHANGED:
    default:
      return g_steal_pointer (&now);
    }
}

static char *
describe_slip (const AcademyBaselineChange *change)
{
  if (change->state == ACADEMY_BASELINE_SLIPPED)
    return g_strdup_printf (ngettext ("%d day later", "%d days later", change->slip), change->slip);
  if (change->state == ACADEMY_BASELINE_EARLIER)
    return g_strdup_printf (ngettext ("%d day earlier", "%d days earlier", -change->slip), -change->slip);

  return NULL;
}

static void
show_item_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *id)
{
  g_autoptr(AcademySlipsDialog) self = g_object_ref (ACADEMY_SLIPS_DIALOG (widget));

  adw_dialog_close (ADW_DIALOG (self));
  academy_timeline_view_show_item (self->view, g_variant_get_string (id, NULL));
}

static GtkWidget *
create_row (const AcademyBaselineChange *change)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = describe (change);
  g_autofree char *slip = describe_slip (change);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), change->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (slip != NULL)
    {
      GtkWidget *label = gtk_label_new (slip);

      if (change->state == ACADEMY_BASELINE_SLIPPED)
        gtk_widget_add_css_class (label, "overdue");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  if (change->state != ACADEMY_BASELINE_REMOVED)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", change->id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "slips.show-item");
    }

  return row;
}

/* Lists the longest slips, up to a limit. */
static void
fill (AcademySlipsDialog *self,
      GPtrArray          *changes)
{
  guint n_shown = 0;

  for (guint i = 0; i < changes->len && n_shown < MOST_ROWS; i++)
    {
      const AcademyBaselineChange *change = g_ptr_array_index (changes, i);

      if (change->state == ACADEMY_BASELINE_UNCHANGED)
        continue;
      adw_preferences_group_add (self->slips, create_row (change));
      n_shown++;
    }

  gtk_stack_set_visible_child_name (self->stack, n_shown > 0 ? "slips" : "empty");
}

/* Opens the form of the baseline, with its name, notes and a button to delete it. */
static void
edit_cb (AcademySlipsDialog *self)
{
  GtkWidget *view = GTK_WIDGET (self->view);
  AcademyStore *store = academy_timeline_model_get_store (academy_timeline_view_get_model (self->view));

  adw_dialog_close (ADW_DIALOG (self));
  adw_dialog_present (academy_item_dialog_new (store, self->baseline, view), view);
}

static void
academy_slips_dialog_dispose (GObject *object)
{
  AcademySlipsDialog *self = ACADEMY_SLIPS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ACADEMY_TYPE_SLIPS_DIALOG);
  g_clear_object (&self->baseline);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (academy_slips_dialog_parent_class)->dispose (object);
}

static void
academy_slips_dialog_class_init (AcademySlipsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_slips_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-slips-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademySlipsDialog, edit_button);
  gtk_widget_class_bind_template_child (widget_class, AcademySlipsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, AcademySlipsDialog, slips);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);

  gtk_widget_class_install_action (widget_class, "slips.show-item", "s", show_item_action);
}

static void
academy_slips_dialog_init (AcademySlipsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_tooltip_text (self->edit_button, _(academy_baseline_kind.change));
}

/**
 * academy_slips_dialog_new:
 * @view: a timeline of one organisation
 * @baseline: the id of a baseline
 * @error: return location for an error
 *
 * Returns: (transfer floating) (nullable): the dialog
 */
AdwDialog *
academy_slips_dialog_new (AcademyTimelineView  *view,
                          const char           *baseline,
                          GError              **error)
{
  AcademyTimelineModel *model = academy_timeline_view_get_model (view);
  AcademyStore *store = academy_timeline_model_get_store (model);
  g_autoptr(GPtrArray) changes =
    academy_baseline_compare (store, academy_timeline_model_get_organisation (model), baseline, error);
  g_autoptr(AcademyItem) item = NULL;
  g_autofree char *title = NULL;
  AcademySlipsDialog *self;

  if (changes != NULL)
    item = academy_store_get (store, &academy_baseline_kind, baseline, error);
  if (item == NULL)
    return NULL;

  title = academy_item_dup_title (item, academy_language_get_default ());
  self = g_object_new (ACADEMY_TYPE_SLIPS_DIALOG, "title", title, NULL);
  self->view = g_object_ref (view);
  self->baseline = g_steal_pointer (&item);
  fill (self, changes);

  return ADW_DIALOG (self);
}
