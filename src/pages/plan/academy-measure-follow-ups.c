/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-measure-follow-ups.h"

#include <glib/gi18n-lib.h>

#include "academy-draft.h"
#include "academy-item-dialog.h"
#include "academy-kinds.h"
#include "academy-list.h"
#include "academy-section.h"
#include "academy-toast.h"

struct _AcademyMeasureFollowUps {
  AdwBin        parent_instance;

  /* Owned */
  AcademyStore *store;
  AcademyList  *list;
  AcademyItem  *measure;
};

G_DEFINE_FINAL_TYPE (AcademyMeasureFollowUps, academy_measure_follow_ups, ADW_TYPE_BIN)

/**
 * AcademyMeasureFollowUps:
 *
 * The agreed follow-ups that a measure comes from, as rows; not there while none
 * links to it.
 */

static void
update (AcademyMeasureFollowUps *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0);
}

static void
add_cb (AcademyMeasureFollowUps *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyItem) organisation = academy_store_get_owner (self->store, self->measure, &error);
  g_autoptr(AcademyItem) follow_up =
    organisation != NULL ? academy_draft_new (self->store, &academy_follow_up_kind, organisation, &error) : NULL;

  if (follow_up == NULL)
    {
      academy_toast_show_error (GTK_WIDGET (self), error);
      return;
    }

  g_object_set (follow_up, "measure", academy_item_get_id (self->measure), NULL);
  academy_item_dialog_open (GTK_WIDGET (self), follow_up, self->store);
}

static void
academy_measure_follow_ups_dispose (GObject *object)
{
  AcademyMeasureFollowUps *self = ACADEMY_MEASURE_FOLLOW_UPS (object);

  g_clear_object (&self->list);
  g_clear_object (&self->measure);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_measure_follow_ups_parent_class)->dispose (object);
}

static void
academy_measure_follow_ups_class_init (AcademyMeasureFollowUpsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_measure_follow_ups_dispose;
}

static void
academy_measure_follow_ups_init (AcademyMeasureFollowUps *self)
{
}

static AcademyQuery
get_query (AcademyItem *measure)
{
  return (AcademyQuery) {
    .link = academy_kind_find_field (&academy_follow_up_kind, "measure"),
    .target = measure != NULL ? academy_item_get_id (measure) : NULL,
  };
}

/**
 * academy_measure_follow_ups_new:
 * @store: a store
 *
 * Returns: (transfer floating): an empty section
 */
GtkWidget *
academy_measure_follow_ups_new (AcademyStore *store)
{
  const AcademyKind *kind = &academy_follow_up_kind;
  AcademyMeasureFollowUps *self = g_object_new (ACADEMY_TYPE_MEASURE_FOLLOW_UPS, NULL);
  AcademyQuery nothing = get_query (NULL);
  GtkWidget *section;

  self->store = g_object_ref (store);
  self->list = academy_list_new_for_query (store, kind, &nothing);
  section = academy_section_new_for_list (store, kind, self->list, _(kind->heading), _(kind->prompt));
  g_signal_connect_object (section, "add", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), section);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * academy_measure_follow_ups_set_measure:
 * @self: a section
 * @measure: (nullable): the measure whose follow-ups are shown
 */
void
academy_measure_follow_ups_set_measure (AcademyMeasureFollowUps *self,
                                        AcademyItem             *measure)
{
  AcademyQuery query = get_query (measure);

  if (!g_set_object (&self->measure, measure))
    return;

  academy_list_set_query (self->list, &query);
  update (self);
}
