/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-form.h"
#include "test-display.h"

G_BEGIN_DECLS

/* A form of a measure, into which somebody types. */
typedef struct {
  /* Owned */
  AcademyStore *store;
  AcademyItem  *item;

  /* Borrowed */
  AcademyForm  *form;
  GtkWidget    *search;
  GtkWidget    *window;
} Typing;

typedef struct {
  const char *path;
  void      (*run) (Typing *, gconstpointer);
} TypingCase;

/* A field of one line, and one of several. */
extern const char * const typing_texts[2];

void       typing_add_cases        (const TypingCase *cases,
                                    guint             n_cases);
GtkWidget *typing_get_focus        (Typing           *self);
void       typing_type             (Typing           *self,
                                    const char       *text);
void       typing_start            (Typing           *self,
                                    const char       *field,
                                    const char       *text);
void       typing_select_all       (Typing           *self);
void       typing_paste            (Typing           *self,
                                    const char       *text);
void       typing_assert_saved     (Typing           *self,
                                    const char       *field,
                                    const char       *text);
void       typing_assert_shown     (Typing           *self,
                                    const char       *text);
void       typing_undo             (Typing           *self);
void       typing_wait_for_seconds (double            seconds);

G_END_DECLS
