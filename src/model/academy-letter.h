/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AcademyLetter:
 * @letter: a small letter
 * @text: its transliteration to a–z
 * @weights: the letters with which it sorts in a Finnish list: letters of ASCII,
 *   and `{`, `|` and `}`, which follow z in ASCII, for å, ä and ö
 * @own: whether it has its own place in the alphabet
 */
typedef struct {
  gunichar   letter;
  const char text[3];
  const char weights[3];
  gboolean   own;
} AcademyLetter;

const AcademyLetter *academy_letter_find (gunichar letter);

G_END_DECLS
