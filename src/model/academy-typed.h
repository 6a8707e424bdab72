/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-language.h"

G_BEGIN_DECLS

/* Token types are letters, so that the types of several tokens make a text, their
 * shape: “ti 19.10.2021” is “wn.n.y”. Any other sign is its own type. */
#define ACADEMY_TOKEN_NUMBER     'n' /* of one or two digits */
#define ACADEMY_TOKEN_YEAR       'y' /* of four digits */
#define ACADEMY_TOKEN_DIGITS     'D' /* of any other number of digits */
#define ACADEMY_TOKEN_MONTH      'm'
#define ACADEMY_TOKEN_WEEKDAY    'w'
#define ACADEMY_TOKEN_WEEK       'k' /* a label before a number, a unit after one */
#define ACADEMY_TOKEN_UNIT       'u'
#define ACADEMY_TOKEN_RELATIVE   't' /* a day at an offset from today */
#define ACADEMY_TOKEN_DIRECTION  'f' /* after a duration: from now, or before now */
#define ACADEMY_TOKEN_IN         'i' /* before a duration: from now */
#define ACADEMY_TOKEN_NEXT       '>' /* before a week: how many after this one */
#define ACADEMY_TOKEN_AT         'o' /* before a time */
#define ACADEMY_TOKEN_HALF       'a' /* of the day: 0 for am, 12 for pm */
#define ACADEMY_TOKEN_T          'T' /* between the date and the time of ISO 8601 */
#define ACADEMY_TOKEN_UNKNOWN    '?'

/* A token, with the value of its number or word, the digits of a number, and
 * whether a space precedes it. */
typedef struct {
  char      type;
  gint64    value;
  guint     digits;
  gboolean  spaced;
} AcademyToken;

/* Values of ACADEMY_TOKEN_UNIT */
enum {
  ACADEMY_UNIT_DAYS,
  ACADEMY_UNIT_MONTHS,
  ACADEMY_UNIT_YEARS,
};

char   *academy_typed_clean    (const char            *text) G_GNUC_WARN_UNUSED_RESULT;
GArray *academy_typed_tokenise (const AcademyLanguage *language,
                                const char            *text) G_GNUC_WARN_UNUSED_RESULT;
char   *academy_typed_dup_shape (const AcademyToken   *tokens,
                                 guint                 length) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
