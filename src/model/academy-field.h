/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _AcademyItem     AcademyItem;
typedef struct _AcademyField    AcademyField;
typedef struct _AcademyLanguage AcademyLanguage;

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
 * @ACADEMY_PERSONAL: personal data, exported only on request
 * @ACADEMY_SEARCHABLE: part of the search index
 * @ACADEMY_OWNER: links to the owner, with which this item is deleted
 * @ACADEMY_STAMP: the time of the last change of the item, written by the store
 * @ACADEMY_UNIQUE: no two items of a file have the same value
 * @ACADEMY_NUMBERED: a sequence number of the items of one owner
 * @ACADEMY_POSITION: the place of an item among those of one owner, which people
 *   choose; the store writes it when it is unset
 * @ACADEMY_NOW: a date or an instant that is the present one in a new item
 * @ACADEMY_TRANSLATABLE: a text that may have a second language, see
 *   academy_translation_kind
 * @ACADEMY_ASKED: left open in the form of a new item, where people choose it; the
 *   initial value is for what is added otherwise
 */
typedef enum {
  ACADEMY_REQUIRED     = 1 << 0,
  ACADEMY_HIDDEN       = 1 << 1,
  ACADEMY_PRIVATE      = 1 << 2,
  ACADEMY_PERSONAL     = 1 << 3,
  ACADEMY_SEARCHABLE   = 1 << 4,
  ACADEMY_OWNER        = 1 << 5,
  ACADEMY_STAMP        = 1 << 6,
  ACADEMY_UNIQUE       = 1 << 7,
  ACADEMY_NUMBERED     = 1 << 8,
  ACADEMY_POSITION     = 1 << 9,
  ACADEMY_NOW          = 1 << 10,
  ACADEMY_TRANSLATABLE = 1 << 11,
  ACADEMY_ASKED        = 1 << 12,
} AcademyFieldFlags;

/**
 * ACADEMY_POSITION_GAP:
 *
 * The distance of new positions, so that an item can move between two others
 * without a change of either.
 */
#define ACADEMY_POSITION_GAP 1024

/**
 * ACADEMY_UNSET:
 *
 * The value of an integer or money field that is unset.
 */
#define ACADEMY_UNSET G_MININT64

/**
 * ACADEMY_UNSET_DECIMAL:
 *
 * The value of a decimal field that is unset.
 */
#define ACADEMY_UNSET_DECIMAL (-G_MAXDOUBLE)

/**
 * AcademyStatus:
 * @ACADEMY_STATUS_UNKNOWN: it has no status, or none is chosen
 * @ACADEMY_STATUS_IDEA: an idea
 * @ACADEMY_STATUS_PLANNED: planned
 * @ACADEMY_STATUS_IN_PROGRESS: in progress
 * @ACADEMY_STATUS_ON_HOLD: on hold
 * @ACADEMY_STATUS_DONE: done
 * @ACADEMY_STATUS_DROPPED: dropped; finished as well
 *
 * How far an item has come, whatever its kind calls it.
 */
typedef enum {
  ACADEMY_STATUS_UNKNOWN,
  ACADEMY_STATUS_IDEA,
  ACADEMY_STATUS_PLANNED,
  ACADEMY_STATUS_IN_PROGRESS,
  ACADEMY_STATUS_ON_HOLD,
  ACADEMY_STATUS_DONE,
  ACADEMY_STATUS_DROPPED,
  ACADEMY_N_STATUSES
} AcademyStatus;

/**
 * AcademyChoice:
 * @token: the stored and exported text; never changes
 * @label: the text shown to people, marked for translation
 * @status: how far an item has come of which this is the status
 *
 * One row of a code list. A row without a token ends the list.
 */
typedef struct {
  const char       *token;
  const char       *label;
  AcademyStatus     status;
} AcademyChoice;

/**
 * AcademyFieldCheck:
 * @item: the item with the new value
 * @field: the field to check
 * @error: says what is wrong and what to do
 *
 * A rule of one field that its limits cannot express, such as a start that must
 * not be after the end.
 */
typedef gboolean (*AcademyFieldCheck) (AcademyItem         *item,
                                       const AcademyField  *field,
                                       GError             **error);

/**
 * AcademyFieldHint:
 * @item: an item
 * @owner: (nullable): its owner
 * @today: the day that decides what is late
 * @language: the language to use
 *
 * Says what the values of an item mean, such as the thresholds that a value reaches.
 *
 * Returns: (transfer full) (nullable): whole sentences or lines; %NULL when there is
 *   nothing to say
 */
typedef char *(*AcademyFieldHint) (AcademyItem           *item,
                                   AcademyItem           *owner,
                                   const GDate           *today,
                                   const AcademyLanguage *language);

/**
 * AcademyFieldSuggestions:
 * @owner: (nullable): the owner of the edited item
 * @language: the language to use
 * @texts: the texts to add to
 *
 * Adds texts that are suggested besides those in use.
 */
typedef void (*AcademyFieldSuggestions) (AcademyItem           *owner,
                                         const AcademyLanguage *language,
                                         GStrvBuilder          *texts);

/**
 * AcademyField:
 * @name: the name of the GObject property, SQL column and JSON member
 * @type: the type of its values
 * @label: the text shown to people, marked for translation
 * @flags: how the field is treated
 * @min: (optional): the smallest number; limits apply when @min < @max
 * @max: (optional): the largest number, or the longest text in characters
 * @choices: the code list of a choice
 * @target: the name of the kind to which a link points
 * @initial: the value in a new item, in canonical text
 * @inherits: (optional): the name of a field of the owner, of the same type, from
 *   which a new item takes its value
 * @follows: (optional): the name of the field from which a short name is derived,
 *   until somebody types another
 * @suggests: (optional): the name of a group of text fields; a text in any of
 *   them is suggested in the others
 * @add_suggestions: (optional): adds texts that are suggested as well
 * @sums: (optional): the name of a field of measures, whose sum in the plan is
 *   suggested as the value
 * @unit: (optional): what a number counts, "minute", "hour" or "day"; words for that
 *   may be typed after it
 * @since: the schema version that added the field; 0 is the first
 * @widened: the schema version that turned this decimal from a whole number; 0
 *   when it was always a decimal
 * @check: a rule of this field only
 * @group: (optional): the heading of a group of form rows, which begins with this
 *   field, marked for translation
 * @note: (optional): the effect of a value, marked for translation
 * @dup_hint: (optional): what the value means, shown below it
 *
 * One row of a field table.
 */
struct _AcademyField {
  const char              *name;
  AcademyFieldType         type;
  const char              *label;
  AcademyFieldFlags        flags;
  gint64                   min;
  gint64                   max;
  const AcademyChoice     *choices;
  const char              *target;
  const char              *initial;
  const char              *inherits;
  const char              *follows;
  const char              *suggests;
  AcademyFieldSuggestions  add_suggestions;
  const char              *sums;
  const char              *unit;
  int                      since;
  int                      widened;
  AcademyFieldCheck        check;
  const char              *group;
  const char              *note;
  AcademyFieldHint         dup_hint;
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
