/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-date.h"
#include "academy-field.h"
#include "academy-language.h"

G_BEGIN_DECLS

/**
 * ACADEMY_KIND_MOST_STAGES:
 *
 * The most stages that are counted back from the end of an item.
 */
#define ACADEMY_KIND_MOST_STAGES 7

typedef struct _AcademyKind AcademyKind;

/**
 * AcademyShape:
 * @ACADEMY_SHAPE_NONE: nothing, because no day is known
 * @ACADEMY_SHAPE_MEASURE: a bar
 * @ACADEMY_SHAPE_PHASE: a band
 * @ACADEMY_SHAPE_EVENT: a disc, or a bar when it takes several days
 * @ACADEMY_SHAPE_SESSION: a speech bubble
 * @ACADEMY_SHAPE_BOARD: a star
 * @ACADEMY_SHAPE_MILESTONE: a diamond
 * @ACADEMY_SHAPE_PILOT: a bar that spans its steps
 * @ACADEMY_SHAPE_SUMMARY: a bracket over what stands below it
 *
 * How an item is drawn.
 */
typedef enum {
  ACADEMY_SHAPE_NONE,
  ACADEMY_SHAPE_MEASURE,
  ACADEMY_SHAPE_PHASE,
  ACADEMY_SHAPE_EVENT,
  ACADEMY_SHAPE_SESSION,
  ACADEMY_SHAPE_BOARD,
  ACADEMY_SHAPE_MILESTONE,
  ACADEMY_SHAPE_PILOT,
  ACADEMY_SHAPE_SUMMARY,
} AcademyShape;

/**
 * AcademyTimeRole:
 * @ACADEMY_TIME_NONE: none of its own; an item that has a day all the same, as an
 *   organisation has its next board date, is there for that only
 * @ACADEMY_TIME_FRAME: what the programme gives to all, such as phases; kinds that
 *   belong to the programme
 * @ACADEMY_TIME_MEETING: the days of an organisation, such as sparring sessions;
 *   kinds that belong to an organisation
 * @ACADEMY_TIME_PROCUREMENT: what an organisation buys; kinds that belong to it
 * @ACADEMY_TIME_WORK: the measures of an organisation and their pilot; a timeline
 *   shows no other kind there
 *
 * What part a kind has in a plan in time; the heading that it stands under.
 */
typedef enum {
  ACADEMY_TIME_NONE,
  ACADEMY_TIME_FRAME,
  ACADEMY_TIME_MEETING,
  ACADEMY_TIME_PROCUREMENT,
  ACADEMY_TIME_WORK,
} AcademyTimeRole;

/**
 * AcademyKindFlags:
 * @ACADEMY_KIND_SINGLE: at most one for each owner
 * @ACADEMY_KIND_MANY: there may be thousands, which nobody looks at one by one,
 *   so that the index of an owner does not have their order
 * @ACADEMY_KIND_UNRECORDED: left out of the stored history, so that nothing
 *   erased remains in it
 * @ACADEMY_KIND_WORK: somebody's to finish, so that it can be overdue; others
 *   pass by themselves
 * @ACADEMY_KIND_GATHERING: people gather, so that a day off does not suit it
 * @ACADEMY_KIND_SORTED: items have no place that people choose until one is moved,
 *   and are sorted by their names
 * @ACADEMY_KIND_NUMBERED: lists tell the number of an item, which is its place in the
 *   order that people choose
 */
typedef enum {
  ACADEMY_KIND_SINGLE     = 1 << 0,
  ACADEMY_KIND_UNRECORDED = 1 << 1,
  ACADEMY_KIND_MANY       = 1 << 2,
  ACADEMY_KIND_WORK       = 1 << 3,
  ACADEMY_KIND_GATHERING  = 1 << 4,
  ACADEMY_KIND_SORTED     = 1 << 5,
  ACADEMY_KIND_NUMBERED   = 1 << 6,
} AcademyKindFlags;

/**
 * AcademySort:
 * @field: name of a field
 * @descending: whether the greatest value comes first
 *
 * One of the fields that items are sorted by.
 */
typedef struct {
  const char *field;
  gboolean    descending;
} AcademySort;

/**
 * AcademyScheduled:
 * @field: (nullable): name of a choice field
 * @token: one of its choices
 *
 * The choice that gives an item a place in time.
 */
typedef struct {
  const char *field;
  const char *token;
} AcademyScheduled;

/**
 * AcademyKind:
 * @name: SQL table and JSON token, such as `measure`
 * @plural: JSON member that lists them, such as `measures`
 * @label: the name of one item, marked for translation
 * @plural_label: the name of several items, marked for translation
 * @add: label of the edit that adds one, marked for translation
 * @change: label of the edit that changes one, marked for translation
 * @remove: label of the edit that deletes one, marked for translation
 * @addition: @add as a noun, to name a step of undo, marked for translation
 * @alteration: @change as a noun, marked for translation
 * @deletion: @remove as a noun, marked for translation
 * @paste: (nullable): label of the edit that adds several from a pasted table, with
 *   `%u` for their number, marked for translation; @add is the label when there is
 *   none
 * @pasting: (nullable): @paste as a noun, marked for translation
 * @flags: how the kind is treated
 * @since: the schema version that added the kind; 0 is the first
 * @fields: the field table; a row without a name ends it
 * @order: the fields that items are sorted by, ending with one without a name;
 *   items without a value come last in either direction
 * @chronology: the fields that a timeline sorts by; @order when there are none
 * @listed: names of the fields that timelines show in addition to those of
 *   @chronology, ending with %NULL; a covering index has them
 * @columns: names of the fields that a table shows at first, in their order, ending
 *   with %NULL; the first fields when there are none
 * @summed: names of the fields that overviews add up, count and look for, ending
 *   with %NULL; a covering index of their own has them
 * @start: (nullable): name of the date or instant field with the first day of an
 *   item; %NULL for a kind without a place in time
 * @end: (nullable): name of the field with its end; the same as @start for a kind
 *   that takes one day
 * @open_start: (nullable): name of a date field with the first possible day of an
 *   item whose @start is unset
 * @open_end: (nullable): name of a date field with the last possible day
 * @duration: (nullable): name of an integer field with the duration in minutes of
 *   an item whose @start is an instant
 * @count_back: (nullable): gives the first days of the stages of an item, counted back
 *   from its end, at most %ACADEMY_KIND_MOST_STAGES; returns their number, 0 when they
 *   cannot be counted. The first of them is the start of an item without one
 * @scheduled: (nullable): name of a choice field, and the token that it has in items
 *   with a place in time; others have none
 * @role: what part it has in a plan in time
 * @shape: how an item is drawn that has a place in time
 * @status: (nullable): name of a choice field, of which the choices say how far
 *   an item has come
 * @progress: (nullable): name of an integer field, how much of it is done in
 *   percent
 * @done: (nullable): name of the field that says that an item is done when it
 *   is set; until then it is planned
 * @confidential: (nullable): name of a flag; an item that has it set never leaves
 *   the file
 * @page: (nullable): name of the page on which items are seen, a view of an
 *   organisation or a place of the programme; %NULL for what is seen only with
 *   what it is a part of
 * @heading: (nullable): heading of the section with the items of an owner,
 *   marked for translation; @plural_label when there is none
 * @prompt: (nullable): what to write into that section, shown while it is empty,
 *   marked for translation; %NULL for what its page does not show as a section
 * @position: where the section stands on its page, the lesser first; the same in
 *   the order of the list of kinds
 * @title: (nullable): name of the text field that is the title of an item; `title`
 *   when there is none
 * @dup_title: (nullable): makes the title when no field holds it; an item without
 *   one is called after its kind
 * @subtitle: names of the fields that make the text below the title in a list,
 *   ending with %NULL: those that are set, two dates as a period, and a flag by its
 *   label; a link, by the title of its item, comes last
 * @dup_subtitle: (nullable): makes that text when @subtitle cannot say it
 * @usual: (nullable): label of the edit that adds the usual items to an owner that
 *   has none, marked for translation
 * @create_usual: (nullable): makes the usual item of an owner at a position, from 0
 *   on; %NULL after the last one
 * @tells: (nullable): name of a kind of its parts, which a list tells below the
 *   title, a line each
 * @joins: names of two link fields of a kind that joins two items, as a dependency
 *   does; a list calls an item after the first, and shows it where the second is
 * @dup_joint: (nullable): makes the text below the title of an item that joins two
 *   others, of which the first is given, unless it is missing
 * @dup_sentence: (nullable): makes a sentence of the titles of the two that an item
 *   joins, for a form that names neither
 *
 * One kind of item in a programme.
 */
struct _AcademyKind {
  const char          *name;
  const char          *plural;
  const char          *label;
  const char          *plural_label;
  const char          *add;
  const char          *change;
  const char          *remove;
  const char          *addition;
  const char          *alteration;
  const char          *deletion;
  const char          *paste;
  const char          *pasting;
  AcademyKindFlags     flags;
  int                  since;
  const AcademyField  *fields;
  AcademySort          order[4];
  AcademySort          chronology[4];
  const char          *listed[8];
  const char          *columns[8];
  const char          *summed[8];
  const char          *start;
  const char          *end;
  const char          *open_start;
  const char          *open_end;
  const char          *duration;
  guint              (*count_back)   (AcademyItem           *item,
                                      AcademyDay            *starts);
  AcademyScheduled     scheduled;
  AcademyTimeRole      role;
  AcademyShape         shape;
  const char          *status;
  const char          *progress;
  const char          *done;
  const char          *confidential;
  const char          *page;
  const char          *heading;
  const char          *prompt;
  int                  position;
  const char          *title;
  char              *(*dup_title)    (AcademyItem           *item,
                                      const AcademyLanguage *language);
  const char          *subtitle[5];
  char              *(*dup_subtitle) (AcademyItem           *item,
                                      const AcademyLanguage *language);
  const char          *usual;
  AcademyItem       *(*create_usual) (AcademyItem           *owner,
                                      guint                  position,
                                      const AcademyLanguage *language);
  const char          *tells;
  const char          *joins[3];
  char              *(*dup_joint)    (AcademyItem           *item,
                                      AcademyItem           *first,
                                      const AcademyLanguage *language);
  char              *(*dup_sentence) (const char            *first,
                                      const char            *second,
                                      const AcademyLanguage *language);
};

/**
 * ACADEMY_KIND_FOREACH_FIELD:
 * @kind: a kind
 * @field: name of the variable that takes each #AcademyField
 *
 * Iterates over the field table in order.
 */
#define ACADEMY_KIND_FOREACH_FIELD(kind, field) \
  for (const AcademyField *field = (kind)->fields; field->name != NULL; field++)

const AcademyKind * const *academy_kinds              (void);
void                       academy_kind_register      (const AcademyKind  *kind);
const AcademyKind         *academy_kind_find          (const char         *name);
GType                      academy_kind_get_item_type (const AcademyKind  *kind);
const AcademyField        *academy_kind_find_field    (const AcademyKind  *kind,
                                                       const char         *name);
const AcademyField        *academy_kind_find_title    (const AcademyKind  *kind);
const AcademyField        *academy_kind_get_owner     (const AcademyKind  *kind);
const AcademyKind         *academy_kind_find_joining  (const AcademyKind  *kind);
const AcademyField        *academy_kind_get_duration  (const AcademyKind  *kind,
                                                       const AcademyField *start);
const AcademySort         *academy_kind_get_chronology (const AcademyKind *kind);
guint                      academy_kind_get_index     (const AcademyKind  *kind,
                                                       const AcademyField *field);
guint64                    academy_kind_get_bit       (const AcademyKind  *kind,
                                                       const AcademyField *field);
guint                      academy_kind_get_n_fields  (const AcademyKind  *kind);

G_END_DECLS
