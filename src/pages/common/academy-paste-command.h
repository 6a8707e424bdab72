/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-table.h"

G_BEGIN_DECLS

/**
 * AcademyPastedFunc:
 * @widget: the widget that the rows were pasted in
 * @items: (element-type AcademyItem): the new items
 * @fields: (element-type AcademyField): the fields that the pasted table has given
 *   values to
 *
 * Shows @items.
 */
typedef void (*AcademyPastedFunc) (GtkWidget *widget,
                                   GPtrArray *items,
                                   GPtrArray *fields);

void academy_command_paste (GtkWidget         *widget,
                            AcademyStore      *store,
                            const AcademyKind *kind,
                            AcademyItem       *owner,
                            AcademyTable      *table,
                            AcademyPastedFunc  pasted);

G_END_DECLS
