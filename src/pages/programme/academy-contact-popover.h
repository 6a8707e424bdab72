/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_CONTACT_POPOVER (academy_contact_popover_get_type ())

G_DECLARE_FINAL_TYPE (AcademyContactPopover, academy_contact_popover, ACADEMY, CONTACT_POPOVER, GtkPopover)

GtkWidget *academy_contact_popover_new (AcademyStore *store,
                                        AcademyItem  *organisation,
                                        const char   *participation) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
