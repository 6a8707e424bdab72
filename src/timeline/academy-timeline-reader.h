/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "academy-store.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_TIMELINE_READER (academy_timeline_reader_get_type ())

G_DECLARE_FINAL_TYPE (AcademyTimelineReader, academy_timeline_reader, ACADEMY, TIMELINE_READER, GObject)

AcademyTimelineReader *academy_timeline_reader_new (GtkListView  *list,
                                                    AcademyStore *store) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
