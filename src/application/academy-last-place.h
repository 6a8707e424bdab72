/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void     academy_last_place_save (GSettings   *settings,
                                  const char  *path,
                                  const char  *place,
                                  const char  *view);
gboolean academy_last_place_find (GSettings   *settings,
                                  const char  *path,
                                  char       **place,
                                  char       **view);

G_END_DECLS
