/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-edit.h"

G_BEGIN_DECLS

/* The operations of an edit: to set a field, and to create or delete an item. */
typedef enum {
  ACADEMY_OPERATION_SET,
  ACADEMY_OPERATION_CREATE,
  ACADEMY_OPERATION_DELETE,
} AcademyOperationType;

/* An operation on an item; only that which sets a field has a value and a field. */
typedef struct {
  AcademyOperationType  type;

  /* Owned */
  AcademyItem          *item;
  GValue                value;

  /* Borrowed */
  const AcademyField   *field;
} AcademyOperation;

struct _AcademyEdit {
  /* Owned */
  char   *label;
  char   *group;
  GArray *operations;

  /* A step of the history to write again instead of the operations. */
  gint64  step;
};

G_END_DECLS
