/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-span.h"
#include "academy-store.h"

G_BEGIN_DECLS

/**
 * ACADEMY_COHORT_MAX_ORGANISATIONS:
 *
 * The greatest number of organisations in a new programme.
 */
#define ACADEMY_COHORT_MAX_ORGANISATIONS 200

/**
 * AcademyCohort:
 * @name_fi: (nullable): its name in Finnish; %NULL for that of the programme that it
 *   is made from, see academy_cohort_dup_name()
 * @name_en: (nullable): its name in English, when @name_fi is set
 * @organiser: (nullable): its organiser, empty for none; %NULL for the same
 * @start: its first day
 * @organisations: (nullable) (element-type utf8): the names of its organisations
 * @with_people: whether to copy names and contact details
 *
 * What people say about a new programme.
 */
typedef struct {
  const char *name_fi;
  const char *name_en;
  const char *organiser;
  AcademyDay  start;
  GPtrArray  *organisations;
  gboolean    with_people;
} AcademyCohort;

/**
 * AcademyCohortDay:
 * @item: an item of the new programme that has a place in time
 * @off: the day off that it was moved away from, or 0 when it was not
 * @is_end: whether only its end was moved
 *
 * When something of the new programme takes place.
 */
typedef struct {
  AcademyItem *item;
  AcademyDay   off;
  gboolean     is_end;
} AcademyCohortDay;

GPtrArray   *academy_cohort_read             (AcademyStore           *store,
                                              GError                **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray   *academy_cohort_read_template    (const char             *name,
                                              const AcademyLanguage  *language,
                                              GError                **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean     academy_cohort_has_people       (GPtrArray              *source);
char        *academy_cohort_dup_name         (GPtrArray              *source,
                                              const char             *field,
                                              AcademyDay              start) G_GNUC_WARN_UNUSED_RESULT;
AcademyEdit *academy_cohort_create_edit      (GPtrArray              *source,
                                              const AcademyCohort    *cohort,
                                              GPtrArray             **days,
                                              GError                **error) G_GNUC_WARN_UNUSED_RESULT;
char        *academy_cohort_dup_warning      (const AcademyCohort    *cohort,
                                              const AcademyLanguage  *language) G_GNUC_WARN_UNUSED_RESULT;
char        *academy_cohort_day_dup_period   (const AcademyCohortDay *day,
                                              const AcademyLanguage  *language) G_GNUC_WARN_UNUSED_RESULT;
char        *academy_cohort_day_dup_reason   (const AcademyCohortDay *day,
                                              const AcademyLanguage  *language) G_GNUC_WARN_UNUSED_RESULT;
AcademyItem *academy_cohort_add_organisation (AcademyEdit            *edit,
                                              const char             *programme,
                                              const char             *name,
                                              GHashTable             *taken) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
