/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-item.h"

G_BEGIN_DECLS

typedef struct _AcademyPasteSteps AcademyPasteSteps;

/**
 * AcademyRemarkState:
 * @ACADEMY_REMARK_OPEN: the text still has to be looked at
 * @ACADEMY_REMARK_LINKED: all linked items in the text were settled
 * @ACADEMY_REMARK_CORRECTED: somebody has set the field
 *
 * What was done about a pasted text.
 */
typedef enum {
  ACADEMY_REMARK_OPEN,
  ACADEMY_REMARK_LINKED,
  ACADEMY_REMARK_CORRECTED,
} AcademyRemarkState;

/**
 * AcademyRemark:
 * @text: the text of the cell
 * @message: why it was not understood and what to write, or as what it was
 *   understood
 * @is_understood: whether the field has a value from @text all the same, which
 *   people should look at
 * @state: whether something was done about it
 * @links: (element-type AcademyUnknownLink): the linked items in @text that were not
 *   found
 * @known: the ids of those that were found, once one of @links is settled
 *
 * What there is to say about a pasted text.
 */
typedef struct {
  char               *text;
  char               *message;
  gboolean            is_understood;
  AcademyRemarkState  state;
  GPtrArray          *links;
  GStrv               known;
} AcademyRemark;

/**
 * AcademyUnknownLink:
 * @field: the field that links
 * @title: a title that no item has
 * @drafts: (element-type AcademyItem): the drafts in which it stands
 * @is_settled: whether somebody has chosen what is meant
 * @id: the id of the item that is meant, or %NULL when @title is left out
 *
 * A linked item that could not be found.
 */
typedef struct {
  const AcademyField *field;
  char               *title;
  GPtrArray          *drafts;
  gboolean            is_settled;
  char               *id;
} AcademyUnknownLink;

AcademyPasteSteps *academy_paste_steps_new       (GHashTable          *left);
void               academy_paste_steps_free      (AcademyPasteSteps   *self);
void               academy_paste_steps_begin     (AcademyPasteSteps   *self);
void               academy_paste_steps_keep_cell (AcademyPasteSteps   *self,
                                                  AcademyItem         *draft,
                                                  const AcademyField  *field,
                                                  AcademyRemark       *remark);
void               academy_paste_steps_keep_link (AcademyPasteSteps   *self,
                                                  AcademyUnknownLink  *link);
void               academy_paste_steps_keep_row  (AcademyPasteSteps   *self,
                                                  AcademyItem         *draft);
gboolean           academy_paste_steps_can_undo  (AcademyPasteSteps   *self);
gboolean           academy_paste_steps_take      (AcademyPasteSteps   *self,
                                                  gboolean             redo,
                                                  AcademyItem        **draft,
                                                  const AcademyField **field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyPasteSteps, academy_paste_steps_free)

G_END_DECLS
