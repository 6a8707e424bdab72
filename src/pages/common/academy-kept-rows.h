/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "academy-item.h"

G_BEGIN_DECLS

typedef struct _AcademyKeptRows AcademyKeptRows;

/**
 * AcademyKeptRowCreate:
 * @item: an item
 *
 * Returns: (transfer floating): an empty row for @item
 */
typedef GtkWidget *(*AcademyKeptRowCreate) (AcademyItem *item);

AcademyKeptRows *academy_kept_rows_new     (GtkListBox           *list,
                                            AcademyKeptRowCreate  create);
void             academy_kept_rows_pass_on (AcademyKeptRows      *self);
void             academy_kept_rows_update  (AcademyKeptRows      *self,
                                            GPtrArray            *items);

G_END_DECLS
