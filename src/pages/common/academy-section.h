/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-column.h"
#include "academy-list.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_SECTION (academy_section_get_type ())

G_DECLARE_FINAL_TYPE (AcademySection, academy_section, ACADEMY, SECTION, AdwPreferencesGroup)

/**
 * AcademySuffixFunc:
 * @suffix: a widget at the end of a row
 * @store: a store
 * @item: the item of the row
 *
 * Shows @item in @suffix.
 */
typedef void (*AcademySuffixFunc) (GtkWidget    *suffix,
                                   AcademyStore *store,
                                   AcademyItem  *item);

/**
 * AcademySectionCommand:
 * @label: its label, marked for translation
 * @action: the name of its action, whose target is the id of an item
 *
 * A command that the menu of a row has besides.
 */
typedef struct {
  const char *label;
  const char *action;
} AcademySectionCommand;

GtkWidget *academy_section_new          (AcademyStore      *store,
                                         const AcademyKind *kind,
                                         AcademyItem       *owner) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *academy_section_new_for_list (AcademyStore      *store,
                                         const AcademyKind *kind,
                                         AcademyList       *list,
                                         const char        *title,
                                         const char        *description) G_GNUC_WARN_UNUSED_RESULT;

void       academy_sections_append      (AcademyColumn     *column,
                                         AcademyStore      *store,
                                         const char        *page,
                                         AcademyItem       *owner);
void       academy_sections_set_owner   (GtkWidget         *root,
                                         AcademyItem       *owner);
void       academy_sections_set_suffix  (GtkWidget         *root,
                                         const AcademyKind *kind,
                                         GType              type,
                                         AcademySuffixFunc  show);
void       academy_sections_set_commands (GtkWidget                   *root,
                                          const AcademyKind           *kind,
                                          const AcademySectionCommand *commands);
void       academy_section_return       (AcademySection    *self,
                                         const char        *id);
void       academy_sections_paste       (GtkWidget         *root,
                                         const AcademyKind *kind);
gboolean   academy_sections_focus_item  (GtkWidget         *root,
                                         const char        *id);

G_END_DECLS
