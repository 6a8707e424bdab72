/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-questions.h"

#include <glib/gi18n-lib.h>

#define FIRST  (1 << 1)
#define SECOND (1 << 2)

/**
 * academy_questions:
 *
 * Questions of mentors in sparring sessions, ended by a row without a text.
 */
const AcademyQuestion academy_questions[] = {
  { N_("Which strategic goal depends most on procurement?"), FIRST },
  { N_("Whose everyday life gets better if you succeed?"), FIRST },
  { N_("Which change has not happened because no ready solution was on the market?"), FIRST },
  { N_("Which contracts end within two years?"), FIRST },
  { N_("Where do you still buy a way of working instead of a result?"), FIRST },
  { N_("Who in management owns this change?"), FIRST },
  { N_("What do management and procurement experts see as the biggest obstacle – and is it the same?"), FIRST },
  { N_("When did a market dialogue last change your plan?"), FIRST },
  { N_("What happens if you do nothing?"), FIRST },
  { N_("Which three opportunities do you have strength for?"), FIRST },
  { N_("Which measure has the largest effect for the least effort?"), SECOND },
  { N_("Does every measure have an owner, a time and a first step?"), SECOND },
  { N_("What does the pilot teach that cannot be learned otherwise?"), SECOND },
  { N_("How do you know that the pilot succeeded – or should stop?"), SECOND },
  { N_("Which risk must be shared with the supplier, and how?"), SECOND },
  { N_("What do you ask of the board: money, time, permission or direction?"), SECOND },
  { N_("What is the board’s hardest question and how will you answer?"), SECOND },
  { N_("How will you follow the effect a year from now?"), SECOND },
  { N_("Who else could use this solution as it is?"), SECOND },
  { N_("What will you do tomorrow?"), FIRST | SECOND },
  { NULL }
};
