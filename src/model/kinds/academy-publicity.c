/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-publicity.h"

#include <glib/gi18n-lib.h>

/* Publicity of documents of an authority (Act on the Openness of Government
 * Activities 621/1999). */
const AcademyChoice academy_publicity_choices[] = {
  { "public", N_("Public") },
  { "not_yet_public", N_("Not yet public") },
  { "confidential_part", N_("Confidential in part") },
  { NULL }
};
