/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _AcademyItem  AcademyItem;
typedef struct _AcademyField AcademyField;

/**
 * AcademyFieldType:
 * @ACADEMY_TEXT: one line of text
 * @ACADEMY_LONG_TEXT: text of several lines
 * @ACADEMY_DATE: a day, `yyyy-MM-dd`
 * @ACADEMY_INSTANT: a date and time with a zone (RFC 3339)
 * @ACADEMY_INTEGER: a whole number
 * @ACADEMY_DECIMAL: a number with two decimals at most
 * @ACADEMY_MONEY: whole euros
 * @ACADEMY_CHOICE: one of the tokens in #AcademyField.choices
 * @ACADEMY_FLAG: yes or no
 * @ACADEMY_LINK: the id of an item of #AcademyField.target
 * @ACADEMY_LINKS: the ids of any number of items of #AcademyField.target
 * @ACADEMY_CPV: a code of the Common Procurement Vocabulary, eight digits
 *   (Regulation (EC) 213/2008); the check digit is accepted and left out
 * @ACADEMY_EMAIL: an e-mail address
 * @ACADEMY_URI: an address with a scheme
 */
typedef enum {
  ACADEMY_TEXT,
  ACADEMY_LONG_TEXT,
  ACADEMY_DATE,
  ACADEMY_INSTANT,
  ACADEMY_INTEGER,
  ACADEMY_DECIMAL,
  ACADEMY_MONEY,
  ACADEMY_CHOICE,
  ACADEMY_FLAG,
  ACADEMY_LINK,
  ACADEMY_LINKS,
  ACADEMY_CPV,
  ACADEMY_EMAIL,
  ACADEMY_URI,
  ACADEMY_N_FIELD_TYPES
} AcademyFieldType;

/**
 * AcademyFieldFlags:
 * @ACADEMY_REQUIRED: must have a value
 * @ACADEMY_HIDDEN: has no row in the form
 * @ACADEMY_PRIVATE: never leaves the file
 * @ACADEMY_PERSONAL: personal data, exported only when asked for
 * @ACADEMY_SEARCHABLE: part of the search index
 * @ACADEMY_OWNER: links to the item that this one is a part of and is deleted with
 * @ACADEMY_STAMP: when the item was changed last, which the store writes
 * @ACADEMY_UNIQUE: no two items of a file have the same
 * @ACADEMY_NUMBERED: a number that counts the items of one owner
 */
typedef enum {
  ACADEMY_REQUIRED   = 1 << 0,
  ACADEMY_HIDDEN     = 1 << 1,
  ACADEMY_PRIVATE    = 1 << 2,
  ACADEMY_PERSONAL   = 1 << 3,
  ACADEMY_SEARCHABLE = 1 << 4,
  ACADEMY_OWNER      = 1 << 5,
  ACADEMY_STAMP      = 1 << 6,
  ACADEMY_UNIQUE     = 1 << 7,
  ACADEMY_NUMBERED   = 1 << 8,
} AcademyFieldFlags;

/**
 * ACADEMY_UNSET:
 *
 * The number of an integer or money field that has no value.
 */
#define ACADEMY_UNSET G_MININT64

/**
 * ACADEMY_UNSET_DECIMAL:
 *
 * The number of a decimal field that has no value.
 */
#define ACADEMY_UNSET_DECIMAL (-G_MAXDOUBLE)

/**
 * AcademyChoice:
 * @token: what is stored and exported; never changes
 * @label: what people read, marked for translation
 *
 * One row of a code list. Lists end with a row without token.
 */
typedef struct {
  const char *token;
  const char *label;
} AcademyChoice;

/**
 * AcademyFieldCheck:
 * @item: the item as it would be
 * @field: the field to judge
 * @error: says what is wrong and what to do
 *
 * A rule of one field that its limits cannot express, such as a start that
 * may not come after the end.
 */
typedef gboolean (*AcademyFieldCheck) (AcademyItem         *item,
                                       const AcademyField  *field,
                                       GError             **error);

/**
 * AcademyField:
 * @name: GObject property, SQL column and JSON member
 * @type: what it holds
 * @label: what people read, marked for translation
 * @flags: how it is treated
 * @min: (optional): the least number; limits hold when @min < @max
 * @max: (optional): the greatest number, or the longest text in characters
 * @choices: the code list of a choice
 * @target: the name of the kind that a link points at
 * @initial: the value of a new item, in canonical text
 * @inherits: (optional): the name of the field of the owner, of the same type,
 *   whose value a new item begins with
 * @follows: (optional): the name of the field that a short name follows until
 *   somebody chooses another
 * @suggests: (optional): a name that text fields share which take the same;
 *   what was written into any of them is offered in the others
 * @sums: (optional): the name of the field of measures whose sum in the plan is
 *   offered
 * @since: the schema version that brought it; 0 is the first
 * @widened: the schema version before which this decimal was a whole number; 0
 *   when it never was
 * @check: a rule of its own
 * @group: (optional): the heading of the group of form rows that begins here,
 *   marked for translation
 * @note: (optional): what a flag brings about, marked for translation
 *
 * One row of a field table.
 */
struct _AcademyField {
  const char          *name;
  AcademyFieldType     type;
  const char          *label;
  AcademyFieldFlags    flags;
  gint64               min;
  gint64               max;
  const AcademyChoice *choices;
  const char          *target;
  const char          *initial;
  const char          *inherits;
  const char          *follows;
  const char          *suggests;
  const char          *sums;
  int                  since;
  int                  widened;
  AcademyFieldCheck    check;
  const char          *group;
  const char          *note;
};

GType                academy_field_get_value_type (const AcademyField *field);
gint64               academy_field_get_max_length (const AcademyField *field);
gboolean             academy_field_is_number      (const AcademyField *field);
gboolean             academy_field_is_required    (const AcademyField *field);
gboolean             academy_field_has_limits     (const AcademyField *field);
const AcademyChoice *academy_field_find_choice    (const AcademyField *field,
                                                   const char         *token);
GParamSpec          *academy_field_create_pspec   (const AcademyField *field);

void                 academy_value_init           (const AcademyField *field,
                                                   GValue             *value);
gboolean             academy_value_is_set         (const AcademyField *field,
                                                   const GValue       *value);
void                 academy_value_normalise      (const AcademyField *field,
                                                   GValue             *value);
gboolean             academy_value_equal          (const AcademyField *field,
                                                   const GValue       *a,
                                                   const GValue       *b);
char                *academy_decimal_to_text      (double              number);
char                *academy_value_to_text        (const AcademyField *field,
                                                   const GValue       *value);
gboolean             academy_value_set_from_text  (const AcademyField *field,
                                                   const char         *text,
                                                   GValue             *value,
                                                   GError            **error);

G_END_DECLS
