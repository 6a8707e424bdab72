/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AcademyPageKey:
 * @key: a key
 * @modifiers: the modifiers pressed with it
 * @action: the name of an action of the widget, without a parameter
 *
 * A key of a page.
 */
typedef struct {
  guint            key;
  GdkModifierType  modifiers;
  const char      *action;
} AcademyPageKey;

void academy_page_keys_add        (GtkWidget            *widget,
                                   const AcademyPageKey *keys,
                                   guint                 n_keys);
void academy_page_keys_add_search (GtkWidget            *widget,
                                   GtkWidget            *entry);

G_END_DECLS
