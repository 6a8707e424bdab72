/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "academy-table-model.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_PASTE_LINKS (academy_paste_links_get_type ())

G_DECLARE_FINAL_TYPE (AcademyPasteLinks, academy_paste_links, ACADEMY, PASTE_LINKS, GObject)

AcademyPasteLinks *academy_paste_links_new       (GtkWidget         *group,
                                                  GtkListBox        *list,
                                                  AcademyItem       *owner) G_GNUC_WARN_UNUSED_RESULT;
void               academy_paste_links_apply     (AcademyPasteLinks *self,
                                                  AcademyPaste      *paste);
void               academy_paste_links_set_model (AcademyPasteLinks *self,
                                                  AcademyTableModel *model);
void               academy_paste_links_leave_all (AcademyPasteLinks *self);
void               academy_paste_links_add_all   (AcademyPasteLinks *self);

G_END_DECLS
