/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-database.h"
#include "academy-edit-private.h"

G_BEGIN_DECLS

/*
 * AcademyRule:
 * @check_edit: (nullable): checks the rule for the items of an edit, which are
 *   already written, within the transaction of the caller; its error is shown at
 *   the form row. After an undo or redo the edit creates the items that changed
 * @follow_edit: (nullable): writes the consequences of an edit, within the
 *   transaction of the caller; an undo takes them back with the edit
 * @check_file: (nullable): adds violations in a file to the findings, a text
 *   each; returns whether it could be read
 *
 * A rule about several items, which field tables cannot express.
 */
typedef struct {
  gboolean (*check_edit)  (AcademyDatabase  *database,
                           AcademyEdit      *edit,
                           GError          **error);
  gboolean (*follow_edit) (AcademyDatabase  *database,
                           AcademyEdit      *edit,
                           GError          **error);
  gboolean (*check_file)  (AcademyDatabase  *database,
                           GPtrArray        *findings,
                           GError          **error);
} AcademyRule;

extern const AcademyRule academy_dependency_rule;
extern const AcademyRule academy_baseline_rule;
extern const AcademyRule academy_translation_rule;

const AcademyRule * const *academy_rules            (void);
gboolean                   academy_rules_check_edit  (AcademyDatabase  *database,
                                                      AcademyEdit      *edit,
                                                      GError          **error);
gboolean                   academy_rules_follow_edit (AcademyDatabase  *database,
                                                      AcademyEdit      *edit,
                                                      GError          **error);

G_END_DECLS
