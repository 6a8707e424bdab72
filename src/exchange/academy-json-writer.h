/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _AcademyJsonWriter AcademyJsonWriter;

AcademyJsonWriter *academy_json_writer_new           (void) G_GNUC_WARN_UNUSED_RESULT;
void               academy_json_writer_free          (AcademyJsonWriter *self);
GBytes            *academy_json_writer_free_to_bytes (AcademyJsonWriter *self);
void               academy_json_writer_begin_object  (AcademyJsonWriter *self);
void               academy_json_writer_end_object    (AcademyJsonWriter *self);
void               academy_json_writer_begin_array   (AcademyJsonWriter *self);
void               academy_json_writer_end_array     (AcademyJsonWriter *self);
void               academy_json_writer_member        (AcademyJsonWriter *self,
                                                      const char        *name);
void               academy_json_writer_string        (AcademyJsonWriter *self,
                                                      const char        *text);
void               academy_json_writer_integer       (AcademyJsonWriter *self,
                                                      gint64             number);
void               academy_json_writer_decimal           (AcademyJsonWriter *self,
                                                           double             number);
void               academy_json_writer_boolean       (AcademyJsonWriter *self,
                                                      gboolean           truth);
void               academy_json_writer_null          (AcademyJsonWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcademyJsonWriter, academy_json_writer_free)

G_END_DECLS
