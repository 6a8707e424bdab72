/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ACADEMY_TYPE_CELL_ENTRY (academy_cell_entry_get_type ())

G_DECLARE_FINAL_TYPE (AcademyCellEntry, academy_cell_entry, ACADEMY, CELL_ENTRY, AdwBin)

GtkWidget *academy_cell_entry_new         (void) G_GNUC_WARN_UNUSED_RESULT;
GtkText   *academy_cell_entry_get_text    (AcademyCellEntry *self);
void       academy_cell_entry_set_text    (AcademyCellEntry *self,
                                           const char       *text);
void       academy_cell_entry_add         (AcademyCellEntry *self,
                                           GtkWidget        *child);
void       academy_cell_entry_set_popover (AcademyCellEntry *self,
                                           GtkPopover       *popover);
void       academy_cell_entry_open        (AcademyCellEntry *self);
void       academy_cell_entry_close       (AcademyCellEntry *self);

G_END_DECLS
