/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-status.h"

#include "academy-span.h"

/**
 * academy_status_find:
 * @kind: a kind that has a status
 * @token: (nullable): one of its tokens
 *
 * Returns: how far an item has come that has the status @token
 */
AcademyStatus
academy_status_find (const AcademyKind *kind,
                     const char        *token)
{
  const AcademyChoice *choice = academy_field_find_choice (academy_kind_find_field (kind, kind->status), token);

  return choice != NULL ? choice->status : ACADEMY_STATUS_UNKNOWN;
}

/**
 * academy_status_get:
 * @item: an item
 *
 * Returns: how far @item has come
 */
AcademyStatus
academy_status_get (AcademyItem *item)
{
  const AcademyKind *kind = academy_item_get_kind (item);
  const AcademyField *done = kind->done != NULL ? academy_kind_find_field (kind, kind->done) : NULL;
  gboolean is_done;

  if (kind->status != NULL)
    return academy_status_find (kind, academy_item_get_text (item, kind->status));
  if (done == NULL)
    return ACADEMY_STATUS_UNKNOWN;

  is_done = done->type == ACADEMY_FLAG ? academy_item_get_flag (item, done->name)
                                       : academy_value_is_set (done, academy_item_get_value (item, done));
  return is_done ? ACADEMY_STATUS_DONE : ACADEMY_STATUS_PLANNED;
}

/**
 * academy_status_is_finished:
 * @status: a status
 *
 * Returns: whether there is nothing left to do
 */
gboolean
academy_status_is_finished (AcademyStatus status)
{
  return (ACADEMY_STATUSES_FINISHED & 1u << status) != 0;
}

/**
 * academy_status_is_overdue:
 * @item: an item
 * @today: the Julian day that lateness is judged by
 *
 * Returns: whether @item should have been finished before @today and is not
 */
gboolean
academy_status_is_overdue (AcademyItem *item,
                           AcademyDay   today)
{
  AcademySpan span;

  return (academy_item_get_kind (item)->flags & ACADEMY_KIND_WORK) != 0 && academy_span_get (item, &span) &&
         span.end != 0 && span.end < today && !academy_status_is_finished (academy_status_get (item));
}

/**
 * academy_status_dup_tokens:
 * @kind: a kind that has a status
 * @statuses: the bit `1 << status` of each status that is wanted, such as
 *   %ACADEMY_STATUSES_FINISHED
 *
 * Returns: (transfer full): the tokens that stand for @statuses, as an SQL list
 *   for `IN`: “('done', 'dropped')”
 */
char *
academy_status_dup_tokens (const AcademyKind *kind,
                           guint              statuses)
{
  const AcademyField *field = academy_kind_find_field (kind, kind->status);
  GString *list = g_string_new ("(");

  for (const AcademyChoice *choice = field->choices; choice->token != NULL; choice++)
    if ((statuses & 1u << choice->status) != 0)
      g_string_append_printf (list, "%s'%s'", list->len > 1 ? ", " : "", choice->token);

  g_string_append_c (list, ')');
  return g_string_free (list, FALSE);
}
