/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-context-menu.h"
#include "academy-matrix.h"
#include "academy-table.h"

G_BEGIN_DECLS

/**
 * AcademyTableSubject:
 * @kind: the kind of the rows
 * @icon: the icon while there are no rows
 * @none: says that there are none yet
 * @why: what they are for
 * @add: the button that adds the first one, with a mnemonic
 * @paste: what the button pastes, with its key
 * @axes: (nullable): the axes of the picture of the rows, if there is one
 * @picture: (nullable): the title of the picture
 *
 * What is shown, and its words.
 */
typedef struct {
  const AcademyKind       *kind;
  const char              *icon;
  const char              *none;
  const char              *why;
  const char              *add;
  const char              *paste;
  const AcademyMatrixAxes *axes;
  const char              *picture;
} AcademyTableSubject;

#define ACADEMY_TYPE_ITEMS_VIEW (academy_items_view_get_type ())

G_DECLARE_FINAL_TYPE (AcademyItemsView, academy_items_view, ACADEMY, ITEMS_VIEW, AdwBin)

GtkWidget    *academy_items_view_new         (AcademyStore              *store,
                                              AcademyItem               *owner,
                                              const AcademyTableSubject *subject) G_GNUC_WARN_UNUSED_RESULT;
AcademyTable *academy_items_view_get_table   (AcademyItemsView          *self);
void          academy_items_view_set_owner   (AcademyItemsView          *self,
                                              AcademyItem               *owner);
void          academy_items_view_set_narrow  (AcademyItemsView          *self,
                                              gboolean                   is_narrow);
void          academy_items_view_set_picture (AcademyItemsView          *self,
                                              gboolean                   is_picture);
gboolean      academy_items_view_is_narrow   (AcademyItemsView          *self);
gboolean      academy_items_view_has_cells   (AcademyItemsView          *self);
gboolean      academy_items_view_has_focus   (AcademyItemsView          *self);
void          academy_items_view_attach_menu (AcademyItemsView          *self,
                                              AcademyContextMenuFunc     create,
                                              gpointer                   data);
AcademyItem  *academy_items_view_find_item   (AcademyItemsView          *self,
                                              GtkWidget                 *target);
void          academy_items_view_add         (AcademyItemsView          *self,
                                              AcademyItem               *item);
void          academy_items_view_select_item (AcademyItemsView          *self,
                                              AcademyItem               *item);
gboolean      academy_items_view_focus_item  (AcademyItemsView          *self,
                                              AcademyItem               *item);

G_END_DECLS
