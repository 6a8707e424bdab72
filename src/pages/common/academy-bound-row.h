/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_BOUND_ROW (academy_bound_row_get_type ())

G_DECLARE_DERIVABLE_TYPE (AcademyBoundRow, academy_bound_row, ACADEMY, BOUND_ROW, GtkBox)

/**
 * AcademyBoundRowClass:
 * @show: shows the item, and gives the list item its accessible text
 * @is_affected: whether changes may concern what is shown of the item
 */
struct _AcademyBoundRowClass {
  GtkBoxClass  parent_class;

  void       (*show)        (AcademyBoundRow *self);
  gboolean   (*is_affected) (AcademyBoundRow *self,
                             AcademyChanges  *changes);
};

GtkListItemFactory *academy_bound_row_factory_new   (GType            type,
                                                     AcademyStore    *store) G_GNUC_WARN_UNUSED_RESULT;
AcademyStore       *academy_bound_row_get_store     (AcademyBoundRow *self);
AcademyItem        *academy_bound_row_get_item      (AcademyBoundRow *self);
GtkListItem        *academy_bound_row_get_list_item (AcademyBoundRow *self);

G_END_DECLS
