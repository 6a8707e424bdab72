/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-item.h"

G_BEGIN_DECLS

/**
 * ACADEMY_ROW_UNKNOWN:
 *
 * The rowid of an item that was never read; no row of ours has this number.
 */
#define ACADEMY_ROW_UNKNOWN G_GINT64_CONSTANT (0)

/**
 * AcademyItemFunc:
 * @item: (transfer none): an item
 * @data: the data passed with the function
 * @error: return location for an error
 *
 * Returns: %FALSE to stop
 */
typedef gboolean (*AcademyItemFunc) (AcademyItem  *item,
                                     gpointer      data,
                                     GError      **error);

/**
 * AcademyQuery:
 * @owner: (nullable): the id of the owner of the items, or %NULL for any
 * @link: (nullable): a field of type %ACADEMY_LINK that must point at @target
 * @target: (nullable): the id that @link must point at
 * @text: (nullable): a text that the title must contain, ignoring case, or for
 *   kinds without a required title any searchable text, label of a choice, or
 *   text of a linked item; %NULL and "" accept all items
 * @except: (nullable): the id of an item to leave out
 *
 * The conditions for items of a kind. An item must meet all of them.
 */
typedef struct {
  const char         *owner;
  const AcademyField *link;
  const char         *target;
  const char         *text;
  const char         *except;
} AcademyQuery;

G_END_DECLS
