/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-dependencies.h"

#include <glib/gi18n-lib.h>

#include "academy-draft.h"
#include "academy-item-dialog.h"
#include "academy-dependency.h"
#include "academy-kinds.h"
#include "academy-list.h"
#include "academy-measure-chooser.h"
#include "academy-section.h"
#include "academy-toast.h"

struct _AcademyDependencies {
  AdwBin        parent_instance;

  /* Owned */
  AcademyStore *store;
  AcademyList  *list;
  AcademyItem  *measure;
};

G_DEFINE_FINAL_TYPE (AcademyDependencies, academy_dependencies, ADW_TYPE_BIN)

/**
 * AcademyDependencies:
 *
 * The predecessors of a measure, as rows, with a button to choose another one.
 */

static void
chosen_cb (AcademyDependencies *self,
           AcademyItem         *predecessor)
{
  g_autoptr(AcademyItem) dependency = NULL;
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_dependency_kind.add);
  g_autoptr(GError) error = NULL;

  if (self->measure == NULL)
    return;

  dependency = academy_dependency_new (predecessor, self->measure);
  academy_draft_write (self->measure, edit);
  academy_edit_create (edit, dependency);
  if (!academy_store_apply (self->store, edit, &error))
    academy_toast_show_error (GTK_WIDGET (self), error);
}

static AcademyItem *
begin_measure (AcademyDependencies  *self,
               const char           *title,
               GError              **error)
{
  const AcademyKind *kind = academy_item_get_kind (self->measure);
  g_autoptr(AcademyItem) organisation = academy_store_get_owner (self->store, self->measure, error);
  AcademyItem *measure = organisation != NULL ? academy_draft_new (self->store, kind, organisation, error) : NULL;

  if (measure == NULL)
    return NULL;

  if (*title != '\0')
    g_object_set (measure, "title", title, NULL);
  academy_draft_take_sequel (measure, academy_dependency_new (measure, self->measure), self->measure);
  return measure;
}

/* Creates a predecessor. It is saved at once if it has a title from the search;
 * otherwise it is a draft. */
static void
new_cb (AcademyDependencies *self,
        const char          *title)
{
  g_autoptr(AcademyItem) measure = NULL;
  g_autoptr(GError) error = NULL;

  if (self->measure == NULL)
    return;

  measure = begin_measure (self, title, &error);
  if (measure != NULL && *title != '\0')
    {
      g_autoptr(AcademyEdit) edit = academy_edit_new (academy_item_get_kind (measure)->add);

      academy_draft_write (measure, edit);
      academy_store_apply (self->store, edit, &error);
    }

  if (error != NULL)
    academy_toast_show_error (GTK_WIDGET (self), error);
  else
    academy_item_dialog_open (GTK_WIDGET (self), measure, self->store);
}

static void
add_cb (AcademyDependencies *self)
{
  AdwDialog *chooser;

  if (self->measure == NULL)
    return;

  chooser = academy_measure_chooser_new (self->store, academy_item_get_owner (self->measure),
                                         academy_item_get_id (self->measure), _("Depends on"));
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (chooser, "add", G_CALLBACK (new_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (chooser, GTK_WIDGET (self));
}

static void
academy_dependencies_dispose (GObject *object)
{
  AcademyDependencies *self = ACADEMY_DEPENDENCIES (object);

  g_clear_object (&self->list);
  g_clear_object (&self->measure);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_dependencies_parent_class)->dispose (object);
}

static void
academy_dependencies_class_init (AcademyDependenciesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_dependencies_dispose;
}

static void
academy_dependencies_init (AcademyDependencies *self)
{
}

static AcademyQuery
get_query (AcademyItem *measure)
{
  return (AcademyQuery) {
    .link = academy_kind_find_field (&academy_dependency_kind, "successor"),
    .target = measure != NULL ? academy_item_get_id (measure) : NULL,
  };
}

/**
 * academy_dependencies_new:
 * @store: a store
 *
 * Returns: (transfer floating): an empty section
 */
GtkWidget *
academy_dependencies_new (AcademyStore *store)
{
  const AcademyKind *kind = &academy_dependency_kind;
  AcademyDependencies *self = g_object_new (ACADEMY_TYPE_DEPENDENCIES, NULL);
  AcademyQuery nothing = get_query (NULL);
  GtkWidget *section;

  self->store = g_object_ref (store);
  self->list = academy_list_new_for_query (store, kind, &nothing);
  section = academy_section_new_for_list (store, kind, self->list, _("Depends on"),
                                          _("Which measure must end before this one can start?"));
  g_signal_connect_object (section, "add", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), section);

  return GTK_WIDGET (self);
}

/**
 * academy_dependencies_set_measure:
 * @self: a section
 * @measure: (nullable): the measure whose dependencies are shown
 */
void
academy_dependencies_set_measure (AcademyDependencies *self,
                                  AcademyItem         *measure)
{
  AcademyQuery query = get_query (measure);

  if (g_set_object (&self->measure, measure))
    academy_list_set_query (self->list, &query);
}
