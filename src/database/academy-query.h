/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-item.h"

G_BEGIN_DECLS

/**
 * ACADEMY_ROW_UNKNOWN:
 *
 * Where an item lies that nobody has seen yet; no row of ours has this number.
 */
#define ACADEMY_ROW_UNKNOWN G_GINT64_CONSTANT (0)

/**
 * AcademyItemFunc:
 * @item: (transfer none): an item
 * @data: what was given with the function
 * @error: says why it went wrong
 *
 * Returns: whether to go on
 */
typedef gboolean (*AcademyItemFunc) (AcademyItem  *item,
                                     gpointer      data,
                                     GError      **error);

/**
 * AcademyQuery:
 * @owner: (nullable): the id of the owner of the items, or %NULL for any
 * @link: (nullable): a field of type %ACADEMY_LINK that must point at @target
 * @target: (nullable): the id of what @link must point at
 * @text: (nullable): what the field `title` must contain, in capitals or not;
 *   %NULL and "" for anything
 * @except: (nullable): the id of an item to leave out
 *
 * Which items of a kind are asked for; they must meet all of it.
 */
typedef struct {
  const char         *owner;
  const AcademyField *link;
  const char         *target;
  const char         *text;
  const char         *except;
} AcademyQuery;

G_END_DECLS
