/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What inputs are made of: sound programme files, with the ways to spoil them. */
typedef struct _AcademyMutation AcademyMutation;

AcademyMutation *academy_mutation_new   (const char      *folder);
void             academy_mutation_free  (AcademyMutation *self);
void             academy_mutation_write (AcademyMutation *self,
                                         GRand           *random,
                                         const char      *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyMutation, academy_mutation_free)

G_END_DECLS
