/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "academy-item.h"

G_BEGIN_DECLS

/**
 * AcademyKeptRowCreate:
 * @item: an item
 * @data: the data passed with the function
 *
 * Returns: (transfer floating): an empty row for @item
 */
typedef GtkWidget *(*AcademyKeptRowCreate) (AcademyItem *item,
                                            gpointer     data);

void academy_kept_rows_init   (GtkListBox           *list);
void academy_kept_rows_update (GtkListBox           *list,
                               guint                 first,
                               GPtrArray            *items,
                               AcademyKeptRowCreate  create,
                               gpointer              data);

G_END_DECLS
