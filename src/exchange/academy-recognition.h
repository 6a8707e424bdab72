/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-grid.h"
#include "academy-store.h"

G_BEGIN_DECLS

/**
 * ACADEMY_GUESS_SURE:
 *
 * The confidence below which people should look at a guess.
 */
#define ACADEMY_GUESS_SURE 0.6

/**
 * AcademyColumnGuess:
 * @field: (nullable): the field that a column seems to hold, or %NULL for none
 * @confidence: how likely, from 0 to 1
 *
 * What a column of a pasted table means.
 */
typedef struct {
  const AcademyField *field;
  double              confidence;
} AcademyColumnGuess;

gboolean academy_recognition_takes (const AcademyKind   *kind,
                                    const AcademyField  *field);
gboolean academy_recognition_guess (AcademyGrid         *grid,
                                    const AcademyKind   *kind,
                                    AcademyStore        *store,
                                    AcademyItem         *owner,
                                    AcademyColumnGuess  *guesses,
                                    guint               *first_row,
                                    GError             **error);

G_END_DECLS
