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
 * AcademyOperator:
 * @ACADEMY_IS: the field has the value; one of many links may
 * @ACADEMY_IS_UNSET: the field has no value
 * @ACADEMY_IS_OVERDUE: the field is a day before the value, and the item is not
 *   finished
 * @ACADEMY_IS_DUE: the field is the day that is the value, or one of the
 *   %ACADEMY_DAYS_DUE that follow, and the item is not finished
 * @ACADEMY_IS_INCOMPLETE: the item is not finished and has no owner role, or one of
 *   its dates is unset; the field is its end
 *
 * How a condition compares.
 */
typedef enum {
  ACADEMY_IS,
  ACADEMY_IS_UNSET,
  ACADEMY_IS_OVERDUE,
  ACADEMY_IS_DUE,
  ACADEMY_IS_INCOMPLETE,
  ACADEMY_N_OPERATORS
} AcademyOperator;

/**
 * ACADEMY_DAYS_DUE:
 *
 * What is due within so many days is due soon.
 */
#define ACADEMY_DAYS_DUE 14

/**
 * AcademyCondition:
 * @field: the name of a field; %NULL ends a list of conditions
 * @comparison: how it is compared
 * @value: (nullable): what it is compared with, in canonical text
 *
 * A condition for one field. Several conditions for the same field are
 * alternatives; an item must meet one for each field.
 */
typedef struct {
  const char      *field;
  AcademyOperator  comparison;
  const char      *value;
} AcademyCondition;

/**
 * AcademyQuery:
 * @owner: (nullable): the id of the owner of the items, or %NULL for any
 * @within: (nullable): the id of what owns the owners of the items
 * @link: (nullable): a field of type %ACADEMY_LINK or %ACADEMY_LINKS that must
 *   point at @target
 * @target: (nullable): the id that @link must point at, perhaps among others
 * @text: (nullable): a text that the title must contain, ignoring case, or for
 *   kinds without a required title any searchable text, label of a choice, or
 *   text of a linked item; %NULL and "" accept all items
 * @search: (nullable): a text that a searchable field must contain, ignoring
 *   case; %NULL and "" accept all items
 * @except: (nullable): the id of an item to leave out
 * @conditions: (nullable): conditions for fields, ended by one without a field
 * @group: (nullable): the name of a field; items with the same value come
 *   together, those without one last. Many links count as the first of them
 * @order: the field to sort by before the order of the kind; none without a name
 *
 * The conditions for items of a kind, and their order. An item must meet all of
 * them.
 */
typedef struct {
  const char             *owner;
  const char             *within;
  const AcademyField     *link;
  const char             *target;
  const char             *text;
  const char             *search;
  const char             *except;
  const AcademyCondition *conditions;
  const char             *group;
  AcademySort             order;
} AcademyQuery;

/**
 * ACADEMY_QUERY_FOREACH_CONDITION:
 * @query: a query
 * @condition: name of the variable that takes each #AcademyCondition
 *
 * Iterates over the conditions for fields.
 */
#define ACADEMY_QUERY_FOREACH_CONDITION(query, condition) \
  for (const AcademyCondition *condition = (query)->conditions; condition != NULL && condition->field != NULL; condition++)

AcademyQuery  academy_query_for_targets  (const AcademyField *link,
                                          const AcademyKind  *kind,
                                          const char         *owner);
AcademyQuery *academy_query_copy         (const AcademyQuery *self) G_GNUC_WARN_UNUSED_RESULT;
void          academy_query_free         (AcademyQuery       *self);
gboolean      academy_query_has_text     (const AcademyQuery *self);
guint64       academy_query_get_fields   (const AcademyQuery *self,
                                          const AcademyKind  *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyQuery, academy_query_free)

G_END_DECLS
