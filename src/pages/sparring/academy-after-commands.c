/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-after-commands.h"

#include <glib/gi18n-lib.h>

#include "academy-draft.h"
#include "academy-instant.h"
#include "academy-kinds.h"
#include "academy-toast.h"
#include "academy-wrap-up.h"

/* The time of day of a session that follows one without a time. */
#define USUAL_HOUR 9

static void
set_value (AcademyEdit  *edit,
           AcademyItem  *item,
           const char   *name,
           const GValue *value)
{
  academy_edit_set (edit, item, academy_kind_find_field (academy_item_get_kind (item), name), value);
}

static void
set_text (AcademyEdit *edit,
          AcademyItem *item,
          const char  *name,
          const char  *text)
{
  g_auto(GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, text);
  set_value (edit, item, name, &value);
}

static void
copy_value (AcademyItem *from,
            const char  *name,
            AcademyItem *to,
            const char  *to_name)
{
  const GValue *value = academy_item_get_value (from, academy_kind_find_field (academy_item_get_kind (from), name));

  academy_item_set_value (to, academy_kind_find_field (academy_item_get_kind (to), to_name), value);
}

/* Applies an edit that makes or changes an item, and shows a toast that leads to it. */
static gboolean
apply (GtkWidget    *widget,
       AcademyStore *store,
       AcademyEdit  *edit,
       AcademyItem  *item,
       const char   *message)
{
  g_autoptr(GError) error = NULL;

  if (!academy_store_apply (store, edit, &error))
    {
      academy_toast_show_error (widget, error);
      return FALSE;
    }

  academy_toast_show_step (widget, store, message, _("_Show"), "win.show-item",
                           g_variant_new ("(ss)", academy_item_get_kind (item)->name, academy_item_get_id (item)));
  return TRUE;
}

/**
 * academy_command_make_measure:
 * @widget: (transfer none): a widget of the window that shows the toast
 * @store: a store
 * @follow_up: a follow-up without a measure
 *
 * Makes a measure of @follow_up, with its title, owner role and day, and links the
 * two, as one edit.
 *
 * Returns: whether it is saved
 */
gboolean
academy_command_make_measure (GtkWidget    *widget,
                              AcademyStore *store,
                              AcademyItem  *follow_up)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyItem) organisation = academy_store_get_owner (store, follow_up, &error);
  g_autoptr(AcademyItem) measure =
    organisation != NULL ? academy_draft_new (store, &academy_measure_kind, organisation, &error) : NULL;
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_measure_kind.add);
  g_autofree char *message = NULL;

  if (measure == NULL)
    {
      academy_store_report (store, error);
      return FALSE;
    }

  copy_value (follow_up, "title", measure, "title");
  copy_value (follow_up, "owner_role", measure, "owner_role");
  copy_value (follow_up, "due", measure, "end");
  academy_draft_write (measure, edit);
  set_text (edit, follow_up, "measure", academy_item_get_id (measure));

  /* Translators: a toast; %s is the title of a measure */
  message = g_strdup_printf (_("“%s” is a measure now"), academy_item_get_text (measure, "title"));
  return apply (widget, store, edit, measure, message);
}

/* Returns the time of day of @session on @day. */
static GDateTime *
get_start (AcademyItem *session,
           const GDate *day)
{
  static const char * const names[] = { "start", "held" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const GValue *value = academy_item_get_value (session, academy_kind_find_field (&academy_session_kind, names[i]));
      GDateTime *instant = g_value_get_boxed (value);

      if (instant != NULL)
        return academy_instant_move (instant, day);
    }

  return academy_instant_new (day, USUAL_HOUR, 0);
}

/* Returns a new session like @session, at which nobody was yet. */
static AcademyItem *
create_like (AcademyStore  *store,
             AcademyItem   *session,
             GError       **error)
{
  static const char * const names[] = { "duration", "online", "place" };
  g_autoptr(AcademyItem) organisation = academy_store_get_owner (store, session, error);
  AcademyItem *next = organisation != NULL ? academy_draft_new (store, &academy_session_kind, organisation, error) : NULL;

  for (guint i = 0; next != NULL && i < G_N_ELEMENTS (names); i++)
    copy_value (session, names[i], next, names[i]);

  return next;
}

/**
 * academy_command_plan_next:
 * @widget: (transfer none): a widget of the window that shows the toast
 * @store: a store
 * @session: a session with a next date
 *
 * Plans the next session on that day, at the same time of day: the first one that has
 * no time yet, or else a new one like @session, as one edit.
 *
 * Returns: whether it is saved
 */
gboolean
academy_command_plan_next (GtkWidget    *widget,
                           AcademyStore *store,
                           AcademyItem  *session)
{
  const AcademyField *start = academy_kind_find_field (&academy_session_kind, "start");
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyItem) next = academy_wrap_up_find_undated (store, academy_item_get_owner (session), &error);
  gboolean is_new = next == NULL;
  g_autoptr(AcademyEdit) edit = academy_edit_new (is_new ? academy_session_kind.add : academy_session_kind.change);
  g_auto(GValue) value = G_VALUE_INIT;
  g_autofree char *title = NULL;
  g_autofree char *time = NULL;
  g_autofree char *message = NULL;

  if (is_new && error == NULL)
    next = create_like (store, session, &error);
  if (next == NULL)
    {
      academy_store_report (store, error);
      return FALSE;
    }

  academy_value_init (start, &value);
  g_value_take_boxed (&value, get_start (session, academy_item_get_date (session, "next_date")));
  if (is_new)
    {
      academy_item_set_value (next, start, &value);
      academy_draft_write (next, edit);
    }
  else
    {
      academy_edit_set (edit, next, start, &value);
    }

  title = academy_item_dup_title (next, academy_language_get_default ());
  time = academy_language_format_value (academy_language_get_default (), start, &value);
  /* Translators: a toast; the title of a sparring session, and when it begins */
  message = g_strdup_printf (_("%s planned: %s"), title, time);
  return apply (widget, store, edit, next, message);
}

/**
 * academy_command_contradict:
 * @widget: (transfer none): a widget of the window that shows the toast
 * @store: a store
 * @note: a note
 * @other: (nullable): the id of another note
 *
 * Marks @note as contradicting @other, or as contradicting none.
 *
 * Returns: whether it is saved
 */
gboolean
academy_command_contradict (GtkWidget    *widget,
                            AcademyStore *store,
                            AcademyItem  *note,
                            const char   *other)
{
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_note_kind.change);
  g_autoptr(GError) error = NULL;

  set_text (edit, note, "contradicts", other);
  if (!academy_store_apply (store, edit, &error))
    {
      academy_toast_show_error (widget, error);
      return FALSE;
    }

  academy_toast_show_undo (widget, store, other != NULL ? _("The notes contradict each other") : _("The notes do not contradict"));
  return TRUE;
}
