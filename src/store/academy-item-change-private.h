/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-database.h"
#include "academy-item-change.h"

G_BEGIN_DECLS

GHashTable *academy_item_columns_new  (void) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *academy_item_changes_read (AcademyDatabase  *database,
                                       GHashTable       *columns,
                                       GBytes           *changeset,
                                       GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
