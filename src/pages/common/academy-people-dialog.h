/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-item.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_PEOPLE_DIALOG (academy_people_dialog_get_type ())

G_DECLARE_FINAL_TYPE (AcademyPeopleDialog, academy_people_dialog, ACADEMY, PEOPLE_DIALOG, AdwDialog)

/**
 * AcademyPeopleDialogLabel:
 * @n_people: the number of people who are chosen
 *
 * Returns: (transfer full): the label of the button that goes on with them
 */
typedef char *(*AcademyPeopleDialogLabel) (guint n_people);

AdwDialog *academy_people_dialog_new       (const char               *title,
                                            const char               *explanation,
                                            AcademyPeopleDialogLabel  dup_label,
                                            GPtrArray                *people) G_GNUC_WARN_UNUSED_RESULT;
void       academy_people_dialog_leave_out (AcademyPeopleDialog      *self,
                                            GHashTable               *people,
                                            const char               *reason);

G_END_DECLS
