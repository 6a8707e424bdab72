/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-aside.h"
#include "academy-matrix.h"
#include "academy-show.h"

G_BEGIN_DECLS

/**
 * AcademyTableSubject:
 * @kind: the kind of the rows
 * @icon: the icon of a pane without rows
 * @none: says that there are none yet
 * @why: what they are for
 * @add: the button that adds the first one, with a mnemonic
 * @paste: what the button pastes, with its key
 * @axes: (nullable): the axes of the picture of the rows, if there is one
 * @picture: (nullable): the title of the picture
 *
 * What a table pane is about.
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

#define ACADEMY_TYPE_TABLE_PANE (academy_table_pane_get_type ())

G_DECLARE_FINAL_TYPE (AcademyTablePane, academy_table_pane, ACADEMY, TABLE_PANE, AdwBin)

GtkWidget    *academy_table_pane_new       (AcademyStore              *store,
                                            AcademyItem               *owner,
                                            const AcademyTableSubject *subject) G_GNUC_WARN_UNUSED_RESULT;
void          academy_table_pane_set_owner (AcademyTablePane          *self,
                                            AcademyItem               *owner);
void          academy_table_pane_set_start (AcademyTablePane          *self,
                                            GtkWidget                 *start);
AcademyAside *academy_table_pane_get_aside (AcademyTablePane          *self);
AcademyItem  *academy_table_pane_get_item  (AcademyTablePane          *self);
void          academy_table_pane_add       (AcademyTablePane          *self);
void          academy_table_pane_finish    (AcademyTablePane          *self);
void          academy_table_pane_select    (AcademyTablePane          *self,
                                            AcademyItem               *item);
gboolean      academy_table_pane_show_item (AcademyTablePane          *self,
                                            AcademyItem               *item,
                                            gboolean                   in_form,
                                            AcademyShow                show);
gboolean      academy_table_pane_show_rest (AcademyTablePane          *self,
                                            AcademyShow                show);

G_END_DECLS
