/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-item.h"

G_BEGIN_DECLS

/**
 * AcademyThresholdLevel:
 * @ACADEMY_THRESHOLD_NATIONAL: from this value on the Act on Public Procurement and
 *   Concession Contracts applies
 * @ACADEMY_THRESHOLD_EU: from this value on a procurement is published in the EU
 *
 * What follows from a threshold.
 */
typedef enum {
  ACADEMY_THRESHOLD_NATIONAL,
  ACADEMY_THRESHOLD_EU,
  ACADEMY_N_THRESHOLD_LEVELS
} AcademyThresholdLevel;

/**
 * AcademyThreshold:
 * @level: what follows from it
 * @objects: what is bought, as tokens of `academy_procurement_objects`, ending with
 *   %NULL
 * @buyers: who buys, as tokens of the field `buyer_class` of an organisation, ending
 *   with %NULL; empty for anybody
 * @valid_from: the first day on which it is valid, `yyyy-MM-dd`
 * @valid_to: (nullable): the last day; %NULL while none is known
 * @check_from: (nullable): the day from which it must be checked, because the law
 *   was being changed
 * @amount: euros, without value added tax
 * @source: where the amount is published
 *
 * An amount from which rules of public procurement apply.
 */
typedef struct {
  AcademyThresholdLevel level;
  const char           *objects[3];
  const char           *buyers[3];
  const char           *valid_from;
  const char           *valid_to;
  const char           *check_from;
  gint64                amount;
  const char           *source;
} AcademyThreshold;

/**
 * AcademyThresholdSize:
 * @ACADEMY_SIZE_UNKNOWN: nothing can be said
 * @ACADEMY_SIZE_SMALL: below the national threshold
 * @ACADEMY_SIZE_BELOW_EU: below the EU threshold, and the national one does not
 *   concern the buyer or is not known
 * @ACADEMY_SIZE_NATIONAL: between the two
 * @ACADEMY_SIZE_AT_LEAST_NATIONAL: from the national threshold on, and the EU
 *   threshold is not known
 * @ACADEMY_SIZE_EU: from the EU threshold on
 *
 * The size of a procurement.
 */
typedef enum {
  ACADEMY_SIZE_UNKNOWN,
  ACADEMY_SIZE_SMALL,
  ACADEMY_SIZE_BELOW_EU,
  ACADEMY_SIZE_NATIONAL,
  ACADEMY_SIZE_AT_LEAST_NATIONAL,
  ACADEMY_SIZE_EU,
  ACADEMY_N_SIZES
} AcademyThresholdSize;

/**
 * AcademyThresholdMissing:
 * @ACADEMY_MISSING_NOTHING: nothing
 * @ACADEMY_MISSING_VALUE: the value of the procurement
 * @ACADEMY_MISSING_OBJECT: what is bought
 * @ACADEMY_MISSING_BUYER: who buys
 * @ACADEMY_MISSING_THRESHOLD: an EU threshold of that object and day
 *
 * What a size could not be told from.
 */
typedef enum {
  ACADEMY_MISSING_NOTHING,
  ACADEMY_MISSING_VALUE,
  ACADEMY_MISSING_OBJECT,
  ACADEMY_MISSING_BUYER,
  ACADEMY_MISSING_THRESHOLD,
  ACADEMY_N_MISSING
} AcademyThresholdMissing;

/**
 * AcademyThresholdJudgement:
 * @size: the size
 * @missing: what is missing to know more
 * @national: (nullable): the national threshold that it was compared with
 * @eu: (nullable): the EU threshold that it was compared with
 * @must_check: whether the national threshold must be checked before it is relied on
 *
 * A hint about the size of a procurement.
 */
typedef struct {
  AcademyThresholdSize     size;
  AcademyThresholdMissing  missing;
  const AcademyThreshold  *national;
  const AcademyThreshold  *eu;
  gboolean                 must_check;
} AcademyThresholdJudgement;

const AcademyThreshold   *academy_threshold_find      (AcademyThresholdLevel            level,
                                                       const char                      *object,
                                                       const char                      *buyer,
                                                       const GDate                     *day);
const char               *academy_threshold_get_buyer (AcademyItem                     *organisation);
AcademyThresholdJudgement academy_threshold_judge     (gint64                           value,
                                                       const char                      *object,
                                                       const char                      *buyer,
                                                       const GDate                     *day);
char                     *academy_threshold_dup_hint  (const AcademyThresholdJudgement *judgement,
                                                       gint64                           value,
                                                       const AcademyLanguage           *language);

G_END_DECLS
