/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "academy-kind.h"

G_BEGIN_DECLS

#define ACADEMY_TYPE_ITEM (academy_item_get_type ())

G_DECLARE_DERIVABLE_TYPE (AcademyItem, academy_item, ACADEMY, ITEM, GObject)

struct _AcademyItemClass {
  GObjectClass       parent_class;

  const AcademyKind *kind;
  GParamSpec       **properties;
};

/**
 * AcademyItemFill:
 * @item: an item
 * @data: the data set with the function
 * @error: return location for an error; when it is %NULL, the function reports
 *   the error itself
 *
 * Loads the fields of @item that hold links.
 *
 * Returns: whether the links are loaded
 */
typedef gboolean (*AcademyItemFill) (AcademyItem  *item,
                                     gpointer      data,
                                     GError      **error);

AcademyItem        *academy_item_new                (const AcademyKind     *kind,
                                                     const char            *id) G_GNUC_WARN_UNUSED_RESULT;
AcademyItem        *academy_item_new_part           (const AcademyKind     *kind,
                                                     const char            *owner) G_GNUC_WARN_UNUSED_RESULT;
AcademyItem        *academy_item_copy               (AcademyItem           *self) G_GNUC_WARN_UNUSED_RESULT;
const AcademyKind  *academy_item_get_kind           (AcademyItem           *self);
const char         *academy_item_get_id             (AcademyItem           *self);
void                academy_item_set_id             (AcademyItem           *self,
                                                     const char            *id);
const char         *academy_item_get_owner          (AcademyItem           *self);
const GValue       *academy_item_get_value          (AcademyItem           *self,
                                                     const AcademyField    *field);
void                academy_item_set_value          (AcademyItem           *self,
                                                     const AcademyField    *field,
                                                     const GValue          *value);
void                academy_item_swap_value         (AcademyItem           *self,
                                                     const AcademyField    *field,
                                                     GValue                *value);
void                academy_item_set_fill           (AcademyItem           *self,
                                                     AcademyItemFill        fill,
                                                     gpointer               data);
gboolean            academy_item_fill               (AcademyItem           *self,
                                                     GError               **error);
gboolean            academy_item_has_fill           (AcademyItem           *self);
const char         *academy_item_get_text           (AcademyItem           *self,
                                                     const char            *name);
gint64              academy_item_get_number         (AcademyItem           *self,
                                                     const char            *name);
gboolean            academy_item_get_flag           (AcademyItem           *self,
                                                     const char            *name);
const GDate        *academy_item_get_date           (AcademyItem           *self,
                                                     const char            *name);
const char * const *academy_item_get_links          (AcademyItem           *self,
                                                     const char            *name);
gboolean            academy_item_is_confidential    (AcademyItem           *self);
char               *academy_item_dup_in_language    (AcademyItem           *self,
                                                     const char            *stem,
                                                     const AcademyLanguage *language);
char               *academy_item_dup_name           (AcademyItem           *self,
                                                     const AcademyLanguage *language);
char               *academy_item_dup_text_or_choice (AcademyItem           *self,
                                                     const char            *text,
                                                     const char            *choice,
                                                     const AcademyLanguage *language);
char               *academy_item_dup_title          (AcademyItem           *self,
                                                     const AcademyLanguage *language);
char               *academy_item_dup_subtitle       (AcademyItem           *self,
                                                     const AcademyLanguage *language);
gboolean            academy_item_validate_field     (AcademyItem           *self,
                                                     const AcademyField    *field,
                                                     GError               **error);
gboolean            academy_item_validate           (AcademyItem           *self,
                                                     GError               **error);

G_END_DECLS
