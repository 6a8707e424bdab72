/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-outlook.h"

#include <glib/gi18n-lib.h>

#include "academy-attention.h"
#include "academy-date.h"
#include "academy-kinds.h"
#include "academy-least-width.h"
#include "academy-organisation.h"
#include "academy-organisations.h"
#include "academy-outlook-group.h"

/* The rows that are shown at first, and how many a button adds. Each row is several
 * widgets. */
#define FIRST_ROWS 8
#define MORE_ROWS  200

/* How many overdue items of a kind an organisation lists; it counts the others. */
#define MOST_OVERDUE 5

struct _AcademyOutlook {
  AdwBin               parent_instance;

  /* Template children */
  AdwPreferencesGroup *attention_group;
  AdwToggleGroup      *grouping;
  GtkBox              *attention;
  GtkWidget           *all_well;
  GtkWidget           *attention_rest;
  AdwPreferencesRow   *attention_more;
  GtkBox              *next;
  GtkWidget           *nothing_next;
  GtkWidget           *next_rest;
  AdwPreferencesRow   *next_more;

  /* Owned */
  AcademyStore        *store;
  AcademyAttention    *read;

  guint                n_attention;
  guint                n_next;
};

G_DEFINE_FINAL_TYPE (AcademyOutlook, academy_outlook, ADW_TYPE_BIN)

/**
 * AcademyOutlook:
 *
 * What needs attention in the programme, by urgency or by organisation, and what
 * comes next, by day. A row leads to its place. An edit reads its organisation
 * again.
 */

static const struct {
  const char *heading;
  const char *icon;
} urgencies[ACADEMY_N_URGENCIES] = {
  [ACADEMY_URGENCY_LATE] = { N_("Late"), "dialog-warning-symbolic" },
  [ACADEMY_URGENCY_SOON] = { N_("Soon"), "alarm-symbolic" },
  [ACADEMY_URGENCY_MISSING] = { N_("Missing or to be settled"), "document-edit-symbolic" },
};

static char *
dup_organisation (AcademyOutlook *self,
                  const char     *id)
{
  g_autoptr(AcademyItem) organisation = id != NULL ? academy_organisations_find (self->store, id, NULL) : NULL;

  return organisation != NULL ? academy_organisation_dup_short_name (organisation, academy_language_get_default ())
                              : g_strdup (_("Programme"));
}

static char *
dup_title (AcademyOutlook              *self,
           const AcademyAttentionEntry *entry)
{
  g_autoptr(AcademyItem) item = NULL;

  if (entry->title != NULL)
    return g_strdup (entry->title);

  item = academy_store_get_or_report (self->store, entry->kind, entry->item, -1);
  return academy_item_dup_title (item, academy_language_get_default ());
}

static char *
dup_subtitle (AcademyOutlook              *self,
              const AcademyAttentionEntry *entry,
              gboolean                     names_organisation)
{
  g_autofree char *organisation = names_organisation ? dup_organisation (self, entry->organisation) : g_strdup ("");

  if (*organisation == '\0' || *entry->text == '\0')
    return g_strdup (*organisation == '\0' ? entry->text : organisation);

  return g_strjoin (" · ", organisation, entry->text, NULL);
}

static void
add_row (AcademyOutlook              *self,
         AcademyOutlookGroup         *group,
         const AcademyAttentionEntry *entry,
         gboolean                     names_organisation,
         gboolean                     is_next)
{
  g_autofree char *title = dup_title (self, entry);
  g_autofree char *subtitle = dup_subtitle (self, entry, names_organisation);

  /* What is missing from a session is in its form; the next one is to be prepared. */
  academy_outlook_group_add (group, entry, title, subtitle, is_next ? NULL : urgencies[entry->urgency].icon,
                             is_next && entry->kind == &academy_session_kind);
}

/* Ends a group and begins the next one; for %NULL the first. */
static AcademyOutlookGroup *
begin_group (GtkBox              *box,
             AcademyOutlookGroup *before,
             const char          *heading)
{
  GtkWidget *group = before != NULL ? gtk_widget_get_next_sibling (GTK_WIDGET (before))
                                    : gtk_widget_get_first_child (GTK_WIDGET (box));

  if (before != NULL)
    academy_outlook_group_end (before);
  if (group == NULL)
    {
      group = academy_outlook_group_new ();
      gtk_box_append (box, group);
    }

  academy_outlook_group_begin (ACADEMY_OUTLOOK_GROUP (group), heading);
  return ACADEMY_OUTLOOK_GROUP (group);
}

/* Ends the last group and removes those that follow it; for %NULL all. */
static void
end_groups (GtkBox              *box,
            AcademyOutlookGroup *last)
{
  GtkWidget *surplus;

  if (last != NULL)
    academy_outlook_group_end (last);
  while ((surplus = last != NULL ? gtk_widget_get_next_sibling (GTK_WIDGET (last))
                                 : gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, surplus);
}

/* Shows the row that adds the rest, as far as there is one. */
static void
show_rest (GtkWidget         *rest,
           AdwPreferencesRow *more,
           guint              shown,
           guint              total)
{
  g_autofree char *title =
    total - shown <= MORE_ROWS ? g_strdup_printf (ngettext ("Show all %u", "Show all %u", total), total)
                               /* Translators: how many more rows, and how many there are in all */
                               : g_strdup_printf (_("Show %u more of %u"), MORE_ROWS, total);

  adw_preferences_row_set_title (more, title);
  gtk_widget_set_visible (rest, shown < total);
}

static gboolean
is_grouped_by_organisation (AcademyOutlook *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->grouping), "organisation") == 0;
}

/* Groups of organisations are in the order of their most urgent entry. */
static GPtrArray *
group_by_organisation (GPtrArray *entries)
{
  GPtrArray *grouped = g_ptr_array_sized_new (entries->len);
  g_autoptr(GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr(GPtrArray) order = g_ptr_array_new ();

  for (guint i = 0; i < entries->len; i++)
    {
      AcademyAttentionEntry *entry = g_ptr_array_index (entries, i);
      const char *key = entry->organisation != NULL ? entry->organisation : "";
      GPtrArray *group = g_hash_table_lookup (groups, key);

      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (groups, (gpointer) key, group);
          g_ptr_array_add (order, group);
        }
      g_ptr_array_add (group, entry);
    }

  for (guint i = 0; i < order->len; i++)
    g_ptr_array_extend (grouped, g_ptr_array_index (order, i), NULL, NULL);

  return grouped;
}

/* Counts what the entries tell of, since one may tell of many items. */
static guint
count (GPtrArray      *entries,
       AcademyUrgency  urgency)
{
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const AcademyAttentionEntry *entry = g_ptr_array_index (entries, i);

      if (entry->urgency == urgency)
        n += entry->n_items;
    }

  return n;
}

static char *
dup_heading (AcademyOutlook              *self,
             GPtrArray                   *entries,
             const AcademyAttentionEntry *entry)
{
  if (is_grouped_by_organisation (self))
    return dup_organisation (self, entry->organisation);

  /* Translators: an urgency, such as “Late”, and how many things it has */
  return g_strdup_printf (_("%s (%u)"), _(urgencies[entry->urgency].heading), count (entries, entry->urgency));
}

static gboolean
begins_group (AcademyOutlook              *self,
              const AcademyAttentionEntry *before,
              const AcademyAttentionEntry *entry)
{
  if (before == NULL)
    return TRUE;

  return is_grouped_by_organisation (self) ? g_strcmp0 (before->organisation, entry->organisation) != 0
                                           : before->urgency != entry->urgency;
}

static void
show_attention (AcademyOutlook *self)
{
  g_autoptr(GPtrArray) sorted = academy_attention_get_entries (self->read);
  gboolean by_organisation = is_grouped_by_organisation (self);
  g_autoptr(GPtrArray) entries = by_organisation ? group_by_organisation (sorted) : g_ptr_array_ref (sorted);
  guint shown = MIN (entries->len, self->n_attention);
  AcademyOutlookGroup *group = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->grouping), entries->len > 0);
  for (guint i = 0; i < shown; i++)
    {
      const AcademyAttentionEntry *entry = g_ptr_array_index (entries, i);

      if (begins_group (self, i > 0 ? g_ptr_array_index (entries, i - 1) : NULL, entry))
        {
          g_autofree char *heading = dup_heading (self, entries, entry);

          group = begin_group (self->attention, group, heading);
        }
      add_row (self, group, entry, !by_organisation, FALSE);
    }

  end_groups (self->attention, group);
  gtk_widget_set_visible (self->all_well, entries->len == 0);
  show_rest (self->attention_rest, self->attention_more, shown, entries->len);
}

static char *
dup_day (AcademyOutlook *self,
         AcademyDay      day)
{
  g_autofree char *text = academy_language_format_day (academy_language_get_default (), day);
  AcademyDay today = academy_store_get_day (self->store);

  if (academy_store_get_status_date (self->store) != 0)
    return g_steal_pointer (&text);
  if (day == today)
    /* Translators: the present day, and its date */
    return g_strdup_printf (_("Today, %s"), text);
  if (day == today + 1)
    /* Translators: the next day, and its date */
    return g_strdup_printf (_("Tomorrow, %s"), text);

  return g_steal_pointer (&text);
}

static void
show_next (AcademyOutlook *self)
{
  g_autoptr(GPtrArray) entries = academy_attention_get_next (self->read);
  guint shown = MIN (entries->len, self->n_next);
  AcademyDay day = 0;
  AcademyOutlookGroup *group = NULL;

  for (guint i = 0; i < shown; i++)
    {
      const AcademyAttentionEntry *entry = g_ptr_array_index (entries, i);

      if (entry->day != day)
        {
          g_autofree char *heading = dup_day (self, entry->day);

          group = begin_group (self->next, group, heading);
          day = entry->day;
        }
      add_row (self, group, entry, TRUE, TRUE);
    }

  end_groups (self->next, group);
  gtk_widget_set_visible (self->nothing_next, entries->len == 0);
  show_rest (self->next_rest, self->next_more, shown, entries->len);
}

/* Says by which day it is judged, when that is not today. */
static void
show_status_date (AcademyOutlook *self)
{
  AcademyDay status_date = academy_store_get_status_date (self->store);
  g_autofree char *text = NULL;

  if (status_date != 0)
    {
      g_autofree char *day = academy_language_format_day (academy_language_get_default (), status_date);

      text = g_strdup_printf (_("As of %s"), day);
    }
  adw_preferences_group_set_description (self->attention_group, text);
}

/* Finds the row of the item that had the focus. */
static GtkWidget *
find_row (GtkWidget  *widget,
          const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = g_strcmp0 (gtk_widget_get_name (child), name) == 0 ? child : find_row (child, name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Keeps the focus on its item, and otherwise at its place. */
static void
show (AcademyOutlook *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = gtk_root_get_focus (root);
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;
  g_autofree char *name = NULL;

  if (row != NULL && gtk_widget_is_ancestor (row, GTK_WIDGET (self)))
    name = g_strdup (gtk_widget_get_name (row));

  show_status_date (self);
  show_attention (self);
  show_next (self);

  row = name != NULL ? find_row (GTK_WIDGET (self), name) : NULL;
  if (row != NULL && row != gtk_root_get_focus (root))
    gtk_widget_grab_focus (row);
}

static void
update (AcademyOutlook *self)
{
  g_autoptr(GError) error = NULL;

  if (academy_attention_read (self->read, &error))
    show (self);
  else
    academy_store_report (self->store, error);
}

/* Updates a mapped outlook; others are updated when they are mapped. */
static void
changed_cb (AcademyOutlook *self,
            AcademyChanges *changes)
{
  academy_attention_invalidate (self->read, changes);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

static void
day_changed_cb (AcademyOutlook *self)
{
  changed_cb (self, NULL);
}

static void
regroup_cb (AcademyOutlook *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_attention (self);
}

static void
more_attention_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  AcademyOutlook *self = ACADEMY_OUTLOOK (widget);

  self->n_attention += MORE_ROWS;
  show (self);
}

static void
more_next_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  AcademyOutlook *self = ACADEMY_OUTLOOK (widget);

  self->n_next += MORE_ROWS;
  show (self);
}

static void
academy_outlook_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (academy_outlook_parent_class)->map (widget);

  update (ACADEMY_OUTLOOK (widget));
}

static void
academy_outlook_dispose (GObject *object)
{
  AcademyOutlook *self = ACADEMY_OUTLOOK (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ACADEMY_TYPE_OUTLOOK);
  g_clear_pointer (&self->read, academy_attention_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_outlook_parent_class)->dispose (object);
}

static void
academy_outlook_class_init (AcademyOutlookClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_outlook_dispose;
  widget_class->map = academy_outlook_map;

  gtk_widget_class_set_template_from_resource (widget_class, "/fi/hankintakeino/InnovationAcademy/pages/academy-outlook.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyOutlook, attention_group);
  gtk_widget_class_bind_template_child (widget_class, AcademyOutlook, grouping);
  gtk_widget_class_bind_template_child (widget_class, AcademyOutlook, attention);
  gtk_widget_class_bind_template_child (widget_class, AcademyOutlook, all_well);
  gtk_widget_class_bind_template_child (widget_class, AcademyOutlook, attention_rest);
  gtk_widget_class_bind_template_child (widget_class, AcademyOutlook, attention_more);
  gtk_widget_class_bind_template_child (widget_class, AcademyOutlook, next);
  gtk_widget_class_bind_template_child (widget_class, AcademyOutlook, nothing_next);
  gtk_widget_class_bind_template_child (widget_class, AcademyOutlook, next_rest);
  gtk_widget_class_bind_template_child (widget_class, AcademyOutlook, next_more);
  gtk_widget_class_bind_template_callback (widget_class, regroup_cb);

  gtk_widget_class_install_action (widget_class, "outlook.more-attention", NULL, more_attention_action);
  gtk_widget_class_install_action (widget_class, "outlook.more-next", NULL, more_next_action);
}

static void
academy_outlook_init (AcademyOutlook *self)
{
  self->n_attention = FIRST_ROWS;
  self->n_next = FIRST_ROWS;
  gtk_widget_init_template (GTK_WIDGET (self));
  academy_least_width_set (GTK_WIDGET (self), ACADEMY_LEAST_LETTERS);
}

/**
 * academy_outlook_new:
 * @store: a store
 *
 * Returns: (transfer floating): what needs attention, and what comes next
 */
GtkWidget *
academy_outlook_new (AcademyStore *store)
{
  AcademyOutlook *self = g_object_new (ACADEMY_TYPE_OUTLOOK, NULL);

  self->store = g_object_ref (store);
  self->read = academy_attention_new (store, NULL, MOST_OVERDUE, academy_language_get_default ());
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  academy_store_connect_day (store, G_CALLBACK (day_changed_cb), self);

  return GTK_WIDGET (self);
}
