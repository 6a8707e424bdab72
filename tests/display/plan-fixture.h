/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-table.h"

G_BEGIN_DECLS

/* The table of measures that is shown in a page or a window. */
AcademyTable *plan_get_table     (GtkWidget   *root);
void          plan_activate      (GtkWidget   *root,
                                  const char  *action);
void          plan_select        (GtkWidget   *root,
                                  guint        position);
void          plan_open          (GtkWidget   *root,
                                  guint        position);
guint         plan_get_position  (GtkWidget   *root,
                                  AcademyItem *item);
void          plan_assert_only   (GtkWidget   *root,
                                  AcademyItem *item);

G_END_DECLS
