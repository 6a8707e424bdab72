/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-kind.h"

#include "academy-kinds.h"

/* An owner comes before the kinds that it owns. */
static const AcademyKind * const own_kinds[] = {
  &academy_programme_kind,
  &academy_phase_kind,
  &academy_event_kind,
  &academy_organisation_kind,
  &academy_person_kind,
  &academy_participation_kind,
  &academy_application_kind,
  &academy_pre_assignment_kind,
  &academy_goal_kind,
  &academy_indicator_kind,
  &academy_reading_kind,
  &academy_challenge_kind,
  &academy_opportunity_kind,
  &academy_plan_kind,
  &academy_pilot_kind,
  &academy_measure_kind,
  &academy_dependency_kind,
  &academy_baseline_kind,
  &academy_baseline_date_kind,
  &academy_milestone_kind,
  &academy_risk_kind,
  &academy_session_kind,
  &academy_agenda_item_kind,
  &academy_question_kind,
  &academy_note_kind,
  &academy_follow_up_kind,
  &academy_contact_kind,
  &academy_board_item_kind,
  &academy_proposal_kind,
  &academy_decision_point_kind,
  &academy_lesson_kind,
  &academy_translation_kind,
};

static GPtrArray *
get_kinds (void)
{
  static GPtrArray *kinds;

  if (g_once_init_enter_pointer (&kinds))
    {
      GPtrArray *array = g_ptr_array_new_null_terminated (G_N_ELEMENTS (own_kinds), NULL, TRUE);

      for (guint i = 0; i < G_N_ELEMENTS (own_kinds); i++)
        g_ptr_array_add (array, (gpointer) own_kinds[i]);
      g_once_init_leave_pointer (&kinds, array);
    }

  return kinds;
}

/**
 * academy_kind_register:
 * @kind: (transfer none): a kind that lives as long as the process
 *
 * Adds @kind to the kinds of every file. Call this before any file is opened.
 */
void
academy_kind_register (const AcademyKind *kind)
{
  g_return_if_fail (academy_kind_find (kind->name) == NULL);

  g_ptr_array_add (get_kinds (), (gpointer) kind);
}

/**
 * academy_kinds:
 *
 * Returns: (array zero-terminated=1) (transfer none): every kind, each owner
 *   before the kinds that it owns
 */
const AcademyKind * const *
academy_kinds (void)
{
  return (const AcademyKind * const *) get_kinds ()->pdata;
}

/**
 * academy_kind_find:
 * @name: the name of a kind
 *
 * Returns: (nullable) (transfer none): the kind called @name
 */
const AcademyKind *
academy_kind_find (const char *name)
{
  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    if (g_str_equal ((*kind)->name, name))
      return *kind;

  return NULL;
}

/**
 * academy_kind_find_field:
 * @kind: a kind
 * @name: the name of a field
 *
 * Returns: (nullable) (transfer none): the field called @name
 */
const AcademyField *
academy_kind_find_field (const AcademyKind *kind,
                         const char        *name)
{
  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    if (g_str_equal (field->name, name))
      return field;

  return NULL;
}

/**
 * academy_kind_find_title:
 * @kind: a kind
 *
 * Returns: (nullable) (transfer none): the field that is the title of an item, or
 *   from which its kind makes the title
 */
const AcademyField *
academy_kind_find_title (const AcademyKind *kind)
{
  return academy_kind_find_field (kind, kind->title != NULL ? kind->title : "title");
}

/**
 * academy_kind_get_owner:
 * @kind: a kind
 *
 * Returns: (nullable) (transfer none): the field that links to the owner, or
 *   %NULL when items of @kind have none
 */
const AcademyField *
academy_kind_get_owner (const AcademyKind *kind)
{
  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    if (field->flags & ACADEMY_OWNER)
      return field;

  return NULL;
}

/**
 * academy_kind_find_joining:
 * @kind: a kind
 *
 * Returns: (nullable) (transfer none): the kind whose items join two of @kind
 */
const AcademyKind *
academy_kind_find_joining (const AcademyKind *kind)
{
  for (const AcademyKind * const *other = academy_kinds (); *other != NULL; other++)
    if ((*other)->joins[0] != NULL &&
        g_str_equal (academy_kind_find_field (*other, (*other)->joins[0])->target, kind->name))
      return *other;

  return NULL;
}

/**
 * academy_kind_get_duration:
 * @kind: a kind
 * @start: a field of @kind
 *
 * Returns: (nullable) (transfer none): the field that holds the duration in
 *   minutes of an item that begins at @start
 */
const AcademyField *
academy_kind_get_duration (const AcademyKind  *kind,
                           const AcademyField *start)
{
  return kind->duration != NULL && g_str_equal (kind->start, start->name) ? academy_kind_find_field (kind, kind->duration)
                                                                          : NULL;
}

/**
 * academy_kind_get_chronology:
 * @kind: a kind
 *
 * Returns: (transfer none): the fields that a timeline sorts items of @kind by,
 *   ending with one without a name
 */
const AcademySort *
academy_kind_get_chronology (const AcademyKind *kind)
{
  return kind->chronology[0].field != NULL ? kind->chronology : kind->order;
}

/**
 * academy_kind_get_index:
 * @kind: a kind
 * @field: a field in the field table of @kind itself, not a copy
 *
 * Returns: the position of @field in the table, from 0
 */
guint
academy_kind_get_index (const AcademyKind  *kind,
                        const AcademyField *field)
{
  g_return_val_if_fail (field >= kind->fields, 0);

  return field - kind->fields;
}

/**
 * academy_kind_get_bit:
 * @kind: a kind
 * @field: one of its fields
 *
 * Returns: the bit of @field in a set of fields, such as that of an
 *   #AcademyChange
 */
guint64
academy_kind_get_bit (const AcademyKind  *kind,
                      const AcademyField *field)
{
  return G_GUINT64_CONSTANT (1) << academy_kind_get_index (kind, field);
}

guint
academy_kind_get_n_fields (const AcademyKind *kind)
{
  guint n_fields = 0;

  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    n_fields++;

  return n_fields;
}
