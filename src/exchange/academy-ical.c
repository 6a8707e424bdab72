/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-ical.h"

#include <glib/gi18n-lib.h>

#include "academy-board-date.h"
#include "academy-error.h"
#include "academy-ical-time.h"
#include "academy-kinds.h"
#include "academy-organisation.h"
#include "academy-organisations.h"
#include "academy-programme.h"
#include "academy-revisions.h"
#include "academy-span.h"
#include "academy-translation.h"
#include "academy-translations.h"

/* Sessions, board dates and events as a calendar (RFC 5545).
 *
 * There is no METHOD: RFC 5546 wants an ORGANIZER with each, an address of a person,
 * and REQUEST has mail programs answer to it. A file without one is what Outlook,
 * Thunderbird, Apple Mail and Gmail all offer to add to the calendar, also as an
 * attachment. DTSTAMP is then when the item was changed last, so that the same plan
 * gives the same bytes. */

/* Revisions are told in seconds since 2020, which 32 bits hold until 2088. */
#define REVISION_EPOCH (G_GINT64_CONSTANT (1577836800) * G_USEC_PER_SEC)

/* What is in a calendar: its kind; the kind whose name it is called by, instead of its
 * title; and the fields and the parts that its description has. An organisation stands
 * for its next board date. */
static const struct {
  const AcademyKind *kind;
  const AcademyKind *called;
  const AcademyKind *part;
  const char        *described[3];
} entries[] = {
  { &academy_event_kind },
  { &academy_session_kind, NULL, &academy_agenda_item_kind, { "aim", "wanted_outcome", "materials" } },
  { &academy_board_item_kind, &academy_board_item_kind, &academy_proposal_kind, { "board_name", "type" } },
  { &academy_organisation_kind, &academy_board_item_kind, NULL, { "board_name" } },
};

/* What an event has of its organisation and of the programme, whose other changes do
 * not concern it; and what it has of an organisation whose board date it is. */
static const char * const fields_of_owner[] = {
  "name_fi", "name_sv", "name_en", "short_name_fi", "short_name_en", "language", "fictional", NULL
};
static const char * const fields_of_board[] = { "board_name", "board_date", NULL };

/* The writing of a calendar. */
typedef struct {
  /* Owned */
  icalcomponent          *calendar;
  AcademyRevisions       *revisions;
  AcademyTranslations    *translations;
  AcademyItem            *programme;

  /* Borrowed */
  AcademyStore           *store;
  const AcademyLanguage  *language;

  guint                   n_left_out;
} Writer;

static void
writer_clear (Writer *writer)
{
  g_clear_pointer (&writer->calendar, icalcomponent_free);
  g_clear_pointer (&writer->revisions, academy_revisions_free);
  g_clear_pointer (&writer->translations, academy_translations_free);
  g_clear_object (&writer->programme);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writer, writer_clear)

static guint
find_entry (const AcademyKind *kind)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (entries) && entries[i].kind != kind)
    i++;

  return i;
}

static GDateTime *
get_instant (AcademyItem *item,
             const char  *name)
{
  const AcademyField *field = academy_kind_find_field (academy_item_get_kind (item), name);

  return field != NULL && field->type == ACADEMY_INSTANT ? g_value_get_boxed (academy_item_get_value (item, field)) : NULL;
}

/* Returns when a session is planned to begin, or else when it began. */
static GDateTime *
get_start (AcademyItem *session)
{
  GDateTime *start = get_instant (session, "start");

  return start != NULL ? start : get_instant (session, "held");
}

/* Adds when a session begins and ends. */
static void
add_session_times (icalcomponent *event,
                   AcademyItem   *item)
{
  GDateTime *start = get_start (item);
  GDateTime *ended = get_instant (item, "start") == NULL ? get_instant (item, "ended") : NULL;
  gint64 duration = academy_item_get_number (item, "duration");
  g_autoptr(GDateTime) end = NULL;

  if (ended != NULL && g_date_time_compare (ended, start) > 0)
    end = g_date_time_ref (ended);
  else if (duration != ACADEMY_UNSET)
    end = g_date_time_add_minutes (start, (int) duration);

  academy_ical_time_add (event, ICAL_DTSTART_PROPERTY, start);
  if (end != NULL)
    academy_ical_time_add (event, ICAL_DTEND_PROPERTY, end);
  icalcomponent_add_property (event, icalproperty_new_transp (ICAL_TRANSP_OPAQUE));
}

/* Adds the days of an item. They end before the day that DTEND names; and nobody is
 * busy all day because the board meets. */
static void
add_days (icalcomponent *event,
          AcademyItem   *item)
{
  AcademySpan span;

  academy_span_get (item, &span);
  academy_ical_time_add_day (event, ICAL_DTSTART_PROPERTY, span.start != 0 ? span.start : span.end);
  academy_ical_time_add_day (event, ICAL_DTEND_PROPERTY, (span.end != 0 ? span.end : span.start) + 1);
  icalcomponent_add_property (event, icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT));
}

static char *
dup_value (Writer             *writer,
           AcademyItem        *item,
           const AcademyField *field)
{
  if (field->flags & ACADEMY_TRANSLATABLE)
    return g_strdup (academy_translations_get_text (writer->translations, item, field));

  return academy_language_format_value (writer->language, field, academy_item_get_value (item, field));
}

static void
append_part (GString     *text,
             Writer      *writer,
             AcademyItem *part,
             guint        number,
             const char  *title)
{
  g_autofree char *detail = academy_item_dup_subtitle (part, writer->language);

  g_string_append_printf (text, "\n%u. %s", number, title);
  if (detail != NULL && *detail != '\0')
    g_string_append_printf (text, " (%s)", detail);
}

static char *
dup_description (Writer      *writer,
                 AcademyItem *item,
                 GPtrArray   *parts)
{
  const AcademyKind *kind = academy_item_get_kind (item);
  const char *label = academy_programme_get_label (writer->programme);
  guint entry = find_entry (kind);
  g_autoptr(GString) text = g_string_new (label);

  for (guint i = 0; i < G_N_ELEMENTS (entries[entry].described) && entries[entry].described[i] != NULL; i++)
    {
      const AcademyField *field = academy_kind_find_field (kind, entries[entry].described[i]);
      g_autofree char *value = dup_value (writer, item, field);

      if (value != NULL && *value != '\0')
        g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "",
                                academy_language_translate (writer->language, field->label), value);
    }

  if (parts->len > 0)
    g_string_append_printf (text, "%s%s:", text->len > 0 ? "\n\n" : "",
                            academy_language_translate (writer->language, entries[entry].part->plural_label));
  for (guint i = 0; i < parts->len; i++)
    {
      AcademyItem *part = g_ptr_array_index (parts, i);
      g_autofree char *title = dup_value (writer, part, academy_kind_find_field (entries[entry].part, "title"));

      append_part (text, writer, part, i + 1, title != NULL ? title : "");
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
dup_summary (Writer      *writer,
             AcademyItem *item,
             AcademyItem *owner)
{
  const AcademyKind *kind = academy_item_get_kind (item);
  const AcademyKind *called = entries[find_entry (kind)].called;
  g_autofree char *title = called == NULL ? academy_item_dup_title (item, writer->language) : NULL;
  g_autofree char *name = owner != writer->programme ? academy_organisation_dup_short_name (owner, writer->language)
                                                     : academy_item_dup_title (owner, writer->language);

  return g_strdup_printf ("%s – %s", title != NULL ? title
                                     : academy_language_translate (writer->language, called != NULL ? called->label : kind->label),
                          name);
}

static char *
dup_location (Writer      *writer,
              AcademyItem *item)
{
  const AcademyField *online = academy_kind_find_field (academy_item_get_kind (item), "online");
  const AcademyField *place = academy_kind_find_field (academy_item_get_kind (item), "place");
  const char *where = place != NULL ? academy_item_get_text (item, "place") : NULL;
  const char *label;

  if (online == NULL || !academy_item_get_flag (item, "online"))
    return g_strdup (where);

  label = academy_language_translate (writer->language, online->label);
  return where != NULL ? g_strdup_printf ("%s, %s", label, where) : g_strdup (label);
}

/* Returns when any of some fields was changed last. */
static gint64
get_stamp_of_fields (Writer             *writer,
                     AcademyItem        *item,
                     const char * const *names)
{
  gint64 stamp = 0;

  for (guint i = 0; names[i] != NULL; i++)
    stamp = MAX (stamp, academy_revisions_find_field (writer->revisions, academy_item_get_id (item), names[i]));

  return stamp;
}

/* Returns when the item, or what else is told with it, was changed last. */
static gint64
get_stamp (Writer      *writer,
           AcademyItem *item,
           AcademyItem *owner,
           GPtrArray   *parts)
{
  gint64 stamp = MAX (get_stamp_of_fields (writer, owner, fields_of_owner),
                      get_stamp_of_fields (writer, writer->programme, fields_of_owner));

  for (guint i = 0; i <= parts->len; i++)
    {
      AcademyItem *told = i < parts->len ? g_ptr_array_index (parts, i) : item;
      const AcademyKind *kind = academy_item_get_kind (told);

      stamp = MAX (stamp, kind == &academy_organisation_kind
                            ? get_stamp_of_fields (writer, told, fields_of_board)
                            : academy_revisions_find (writer->revisions, academy_item_get_id (told)));
      ACADEMY_KIND_FOREACH_FIELD (kind, field)
        if (field->flags & ACADEMY_TRANSLATABLE)
          {
            g_autofree char *translation =
              academy_translation_dup_id (academy_item_get_id (told), field, academy_language_get_code (writer->language));

            stamp = MAX (stamp, academy_revisions_find (writer->revisions, translation));
          }
    }

  return stamp;
}

static void
add_stamp (icalcomponent *event,
           gint64         stamp)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc_usec (MAX (stamp, REVISION_EPOCH));

  icalcomponent_add_property (event, icalproperty_new_dtstamp (academy_ical_time_get_utc (time)));
  icalcomponent_add_property (event, icalproperty_new_lastmodified (academy_ical_time_get_utc (time)));
  icalcomponent_add_property (event, icalproperty_new_sequence ((int) CLAMP ((stamp - REVISION_EPOCH) / G_USEC_PER_SEC,
                                                                             0, G_MAXINT32)));
}

static void
add_text (icalcomponent *event,
          icalproperty  *property,
          const char    *text)
{
  if (text == NULL || *text == '\0')
    {
      icalproperty_free (property);
      return;
    }

  icalproperty_set_value (property, icalvalue_new_text (text));
  icalcomponent_add_property (event, property);
}

static gboolean
write_item (Writer       *writer,
            AcademyItem  *item,
            AcademyItem  *owner,
            GError      **error)
{
  guint entry = find_entry (academy_item_get_kind (item));
  const AcademyKind *part = entries[entry].part;
  const AcademyKind *category = entries[entry].called != NULL ? entries[entry].called : entries[entry].kind;
  g_autoptr(GPtrArray) parts =
    part != NULL ? academy_store_get_all (writer->store, part, academy_item_get_id (item), error) : g_ptr_array_new ();
  g_autofree char *summary = dup_summary (writer, item, owner);
  g_autofree char *location = dup_location (writer, item);
  g_autofree char *description = parts != NULL ? dup_description (writer, item, parts) : NULL;
  icalcomponent *event;

  if (parts == NULL)
    return FALSE;

  event = icalcomponent_new_vevent ();
  icalcomponent_add_component (writer->calendar, event);
  icalcomponent_add_property (event, icalproperty_new_uid (academy_item_get_id (item)));
  add_stamp (event, get_stamp (writer, item, owner, parts));
  if (get_start (item) != NULL)
    add_session_times (event, item);
  else
    add_days (event, item);
  add_text (event, icalproperty_new (ICAL_SUMMARY_PROPERTY), summary);
  add_text (event, icalproperty_new (ICAL_LOCATION_PROPERTY), location);
  add_text (event, icalproperty_new (ICAL_DESCRIPTION_PROPERTY), description);
  add_text (event, icalproperty_new (ICAL_CATEGORIES_PROPERTY), academy_language_translate (writer->language, category->label));
  icalcomponent_add_property (event, icalproperty_new_status (ICAL_STATUS_CONFIRMED));

  return TRUE;
}

/* Finds the items of a kind for the calendar of their owner. */
static GPtrArray *
find_items (Writer             *writer,
            const AcademyKind  *kind,
            AcademyItem        *owner,
            GError            **error)
{
  g_autoptr(GPtrArray) items = NULL;
  AcademyDay board;

  if (kind != &academy_organisation_kind)
    return academy_store_get_all (writer->store, kind, academy_item_get_id (owner), error);

  if (!academy_board_date_read (&board, writer->store, academy_item_get_id (owner), academy_store_get_day (writer->store), error))
    return NULL;

  items = g_ptr_array_new_with_free_func (g_object_unref);
  if (board != 0)
    g_ptr_array_add (items, g_object_ref (owner));
  return g_steal_pointer (&items);
}

static gboolean
is_owner (AcademyItem       *owner,
          const AcademyKind *kind)
{
  const AcademyKind *owner_kind = academy_item_get_kind (owner);

  return kind == &academy_organisation_kind ? kind == owner_kind
                                            : g_str_equal (academy_kind_get_owner (kind)->target, owner_kind->name);
}

/* Writes the items of an owner that have a day, and counts those that have none. */
static gboolean
write_owner (Writer       *writer,
             AcademyItem  *owner,
             GError      **error)
{
  for (guint entry = 0; entry < G_N_ELEMENTS (entries); entry++)
    {
      g_autoptr(GPtrArray) items = NULL;

      if (!is_owner (owner, entries[entry].kind))
        continue;

      items = find_items (writer, entries[entry].kind, owner, error);
      for (guint i = 0; items != NULL && i < items->len; i++)
        {
          AcademyItem *item = g_ptr_array_index (items, i);

          if (!academy_ical_has_day (item))
            writer->n_left_out++;
          else if (!write_item (writer, item, owner, error))
            return FALSE;
        }
      if (items == NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
writer_begin (Writer      *writer,
              const char  *organisation,
              GError     **error)
{
  writer->programme = academy_store_get_first (writer->store, &academy_programme_kind, NULL, error);
  writer->revisions = writer->programme != NULL ? academy_revisions_read (writer->store, error) : NULL;
  writer->translations = writer->revisions != NULL
                           ? academy_translations_read (writer->store, organisation,
                                                        academy_language_get_code (writer->language), error)
                           : NULL;
  if (writer->translations == NULL)
    return FALSE;

  writer->calendar = icalcomponent_new_vcalendar ();
  icalcomponent_add_property (writer->calendar, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (writer->calendar, icalproperty_new_prodid ("-//Innovation Academy//" ACADEMY_VERSION "//EN"));
  icalcomponent_add_property (writer->calendar, icalproperty_new_calscale ("GREGORIAN"));
  return TRUE;
}

/* Adds the name of a calendar, under which many programs list it beside those that
 * are there. */
static void
add_name (Writer     *writer,
          const char *name)
{
  icalproperty *property = icalproperty_new_x (name);

  icalproperty_set_x_name (property, "X-WR-CALNAME");
  icalcomponent_add_property (writer->calendar, property);
}

static char *
writer_finish (Writer *writer)
{
  g_autofree char *text = NULL;
  char *written = icalcomponent_as_ical_string_r (writer->calendar);

  text = g_strdup (written);
  icalmemory_free_buffer (written);
  return g_steal_pointer (&text);
}

static gboolean
write_calendar (Writer      *writer,
                const char  *organisation,
                gboolean     with_archived,
                GError     **error)
{
  g_autoptr(GPtrArray) owners = NULL;
  g_autofree char *name = NULL;

  if (!writer_begin (writer, organisation, error))
    return FALSE;

  if (organisation != NULL)
    {
      AcademyItem *owner = academy_organisations_find (writer->store, organisation, error);

      if (owner == NULL)
        return FALSE;
      owners = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (owners, owner);
    }
  else
    owners = with_archived ? academy_organisations_get_all (writer->store, error)
                           : academy_organisations_get (writer->store, error);
  if (owners == NULL)
    return FALSE;

  name = organisation != NULL
           ? academy_organisation_dup_short_name (g_ptr_array_index (owners, 0), writer->language)
           : academy_item_dup_title (writer->programme, writer->language);
  add_name (writer, name);
  icalcomponent_add_component (writer->calendar, academy_ical_time_create_zone ());
  if (!write_owner (writer, writer->programme, error))
    return FALSE;
  for (guint i = 0; i < owners->len; i++)
    if (!write_owner (writer, g_ptr_array_index (owners, i), error))
      return FALSE;

  return TRUE;
}

/**
 * academy_ical_has:
 * @kind: a kind
 *
 * Returns: whether each item of @kind is something for a calendar
 */
gboolean
academy_ical_has (const AcademyKind *kind)
{
  return kind != &academy_organisation_kind && find_entry (kind) < G_N_ELEMENTS (entries);
}

/**
 * academy_ical_has_day:
 * @item: an item of a kind that is in calendars
 *
 * Returns: whether the day of @item is known, so that it can be in a calendar
 */
gboolean
academy_ical_has_day (AcademyItem *item)
{
  AcademySpan span;

  if (academy_item_get_kind (item) == &academy_session_kind)
    return get_start (item) != NULL;

  return academy_span_get (item, &span) && !span.months;
}

/**
 * academy_ical_write:
 * @store: a store
 * @organisation: (nullable): the id of an organisation, or %NULL for all
 * @with_archived: whether all are those that are archived as well
 * @language: the language of labels and translated texts
 * @n_left_out: (out): the number of items without a day
 * @error: return location for an error
 *
 * The events of the programme are in the calendar of each organisation too. A
 * calendar has no people, notes and hypotheses.
 *
 * Returns: (transfer full): the calendar, the same while the plan is the same
 */
char *
academy_ical_write (AcademyStore           *store,
                    const char             *organisation,
                    gboolean                with_archived,
                    const AcademyLanguage  *language,
                    guint                  *n_left_out,
                    GError                **error)
{
  g_auto(Writer) writer = { .store = store, .language = language };
  gboolean written;

  *n_left_out = 0;
  if (!academy_store_begin_reading (store, error))
    return NULL;

  written = write_calendar (&writer, organisation, with_archived, error);
  academy_store_end_reading (store);
  *n_left_out = writer.n_left_out;
  return written ? writer_finish (&writer) : NULL;
}

static gboolean
write_single (Writer       *writer,
              AcademyItem  *item,
              GError      **error)
{
  g_autoptr(AcademyItem) owner = academy_store_get_owner (writer->store, item, error);
  gboolean is_programme;

  if (owner == NULL)
    return FALSE;

  is_programme = academy_item_get_kind (owner) == &academy_programme_kind;
  if (!writer_begin (writer, is_programme ? NULL : academy_item_get_id (owner), error))
    return FALSE;

  icalcomponent_add_component (writer->calendar, academy_ical_time_create_zone ());
  return write_item (writer, item, is_programme ? writer->programme : owner, error);
}

/**
 * academy_ical_write_item:
 * @store: a store
 * @item: an item of it that is in calendars
 * @language: the language of labels and translated texts
 * @error: return location for an error
 *
 * Returns: (transfer full): a file with @item alone, to be sent by mail
 */
char *
academy_ical_write_item (AcademyStore           *store,
                         AcademyItem            *item,
                         const AcademyLanguage  *language,
                         GError                **error)
{
  g_auto(Writer) writer = { .store = store, .language = language };
  gboolean written;

  if (!academy_ical_has_day (item))
    {
      g_set_error (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID,
                   _("Calendars need a day. Fill in when it is, then try again."));
      return NULL;
    }
  if (!academy_store_begin_reading (store, error))
    return NULL;

  written = write_single (&writer, item, error);
  academy_store_end_reading (store);
  return written ? writer_finish (&writer) : NULL;
}

/**
 * academy_ical_tell_left_out:
 * @n_left_out: the number of items without a day
 *
 * Returns: (transfer full): a sentence about them; empty when there are none
 */
char *
academy_ical_tell_left_out (guint n_left_out)
{
  if (n_left_out == 0)
    return g_strdup ("");

  return g_strdup_printf (ngettext ("%u without an exact day is not in the calendar.",
                                    "%u without an exact day are not in the calendar.", n_left_out),
                          n_left_out);
}
