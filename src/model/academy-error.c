/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-error.h"

#include <glib/gi18n-lib.h>

/* The field that an ACADEMY_ERROR_INVALID is about, and what is wrong with it. */
typedef struct {
  const AcademyField *field;
  char               *reason;
} AcademyErrorPrivate;

static void
academy_error_private_init (AcademyErrorPrivate *priv)
{
}

static void
academy_error_private_copy (const AcademyErrorPrivate *from,
                            AcademyErrorPrivate       *to)
{
  to->field = from->field;
  to->reason = g_strdup (from->reason);
}

static void
academy_error_private_clear (AcademyErrorPrivate *priv)
{
  g_free (priv->reason);
}

G_DEFINE_EXTENDED_ERROR (AcademyError, academy_error)

/**
 * academy_error_new_invalid:
 * @kind: a kind
 * @field: one of its fields
 * @reason: what is wrong with the value of @field
 *
 * Returns: (transfer full): an error that names @kind and @field before the reason
 */
GError *
academy_error_new_invalid (const AcademyKind  *kind,
                           const AcademyField *field,
                           const GError       *reason)
{
  /* Translators: a kind of thing, the name of a field, what is wrong with it:
   * “Measure, Start date: The start is after the end.” */
  GError *error = g_error_new (ACADEMY_ERROR, ACADEMY_ERROR_INVALID, _("%s, %s: %s"),
                               _(kind->label), _(field->label), reason->message);
  AcademyErrorPrivate *priv = academy_error_get_private (error);

  priv->field = field;
  priv->reason = g_strdup (reason->message);

  return error;
}

/**
 * academy_error_get_message:
 * @error: an error
 * @field: the field beside which the message is shown
 *
 * Returns: (transfer none): the message of @error, without the names of the kind
 *   and the field when it is about @field
 */
const char *
academy_error_get_message (const GError       *error,
                           const AcademyField *field)
{
  AcademyErrorPrivate *priv = error->domain == ACADEMY_ERROR ? academy_error_get_private (error) : NULL;

  return priv != NULL && priv->field == field ? priv->reason : error->message;
}
