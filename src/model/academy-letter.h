/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AcademyLetter:
 * @letter: a small letter
 * @text: what it is written with in a–z
 * @weights: what it is put with in a Finnish list: letters of ASCII, and `{`, `|`
 *   and `}`, which follow z there, for å, ä and ö
 * @own: whether it has a place of its own in the alphabet
 */
typedef struct {
  gunichar   letter;
  const char text[3];
  const char weights[3];
  gboolean   own;
} AcademyLetter;

const AcademyLetter *academy_letter_find (gunichar letter);

G_END_DECLS
