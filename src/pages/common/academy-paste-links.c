/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-paste-links.h"

#include <glib/gi18n-lib.h>

/* More than anybody chooses one by one; the others follow. As many are shown of those
 * that are chosen. */
#define MOST_ROWS 20

struct _AcademyPasteLinks {
  GObject            parent_instance;

  /* Owned: ids by field and title, or NULL for what is left out; the choices of the
   * rows, in their order */
  AcademyItem       *owner;
  AcademyTableModel *model;
  GHashTable        *choices;
  GPtrArray         *targets;
  GPtrArray         *shown;

  /* Borrowed */
  GtkWidget         *group;
  GtkListBox        *list;

  guint              update_id;
  gboolean           is_updating;
};

G_DEFINE_FINAL_TYPE (AcademyPasteLinks, academy_paste_links, G_TYPE_OBJECT)

/**
 * AcademyPasteLinks:
 *
 * The goals, people and other items that a pasted table names and the file does not
 * have: each once, with a list of those that may be meant. A title is enough to add
 * most of them with the rows. What was chosen can be chosen again, and stays chosen
 * when the rows are read again.
 */

/* What a list begins with; the last only when a title is enough. */
enum {
  CHOOSE,
  LEAVE_OUT,
  ADD
};

/* What stands in the list of a link. */
typedef struct {
  /* Owned */
  AcademyItem        *added;
  GPtrArray          *targets;

  /* Borrowed */
  AcademyUnknownLink *link;
} Choice;

static AcademyPaste *
get_paste (AcademyPasteLinks *self)
{
  return academy_table_model_get_paste (self->model);
}

static char *
dup_key (AcademyUnknownLink *link)
{
  return g_strdup_printf ("%s\n%s", link->field->name, link->title);
}

/* Returns an item with the name of @link, or %NULL when a title is not enough. */
static AcademyItem *
find_or_create_target (AcademyPasteLinks  *self,
                       AcademyUnknownLink *link)
{
  AcademyItem *chosen = link->id != NULL ? academy_paste_find_target (get_paste (self), link->id) : NULL;

  if (chosen != NULL)
    return g_object_ref (chosen);

  return academy_paste_create_target (get_paste (self), academy_table_model_get_store (self->model), link, NULL);
}

static void
settle_by_target (AcademyPasteLinks  *self,
                  AcademyUnknownLink *link,
                  AcademyItem        *target)
{
  if (academy_paste_find_target (get_paste (self), academy_item_get_id (target)) == NULL)
    {
      g_ptr_array_add (self->targets, g_object_ref (target));
      academy_paste_add_target (get_paste (self), target);
    }
  academy_paste_resolve_link (get_paste (self), link, academy_item_get_id (target));
}

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_clear_object (&choice->added);
  g_ptr_array_unref (choice->targets);
  g_free (choice);
}

static guint
get_first_target (Choice *choice)
{
  return choice->added != NULL ? ADD + 1 : ADD;
}

/* Returns the position in the list of what was chosen. */
static guint
get_chosen (Choice *choice)
{
  AcademyUnknownLink *link = choice->link;

  if (!link->is_settled)
    return CHOOSE;
  if (link->id == NULL)
    return LEAVE_OUT;
  for (guint i = 0; i < choice->targets->len; i++)
    if (g_str_equal (academy_item_get_id (choice->targets->pdata[i]), link->id))
      return get_first_target (choice) + i;

  return ADD;
}

static void
chosen_cb (AcademyPasteLinks *self,
           GParamSpec        *pspec,
           AdwComboRow       *row)
{
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  guint selected = adw_combo_row_get_selected (row);
  Choice *choice;
  guint first;

  if (self->is_updating || index < 0)
    return;

  choice = self->shown->pdata[index];
  first = get_first_target (choice);
  academy_paste_steps_begin (academy_paste_get_steps (get_paste (self)));
  if (selected >= first)
    academy_paste_resolve_link (get_paste (self), choice->link, academy_item_get_id (choice->targets->pdata[selected - first]));
  else if (selected == ADD)
    settle_by_target (self, choice->link, choice->added);
  else if (selected == LEAVE_OUT)
    academy_paste_resolve_link (get_paste (self), choice->link, NULL);
  else
    academy_paste_reopen_link (get_paste (self), choice->link);
  academy_table_model_show_paste (self->model);
}

/* Returns the items that may be meant. */
static GPtrArray *
find_targets (AcademyPasteLinks  *self,
              const AcademyField *field)
{
  GPtrArray *targets = academy_store_get_targets (academy_table_model_get_store (self->model), field,
                                                  academy_item_get_kind (self->owner), academy_item_get_id (self->owner), NULL);

  return targets != NULL ? targets : g_ptr_array_new ();
}

static Choice *
choice_new (AcademyPasteLinks  *self,
            AcademyUnknownLink *link)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->link = link;
  choice->added = find_or_create_target (self, link);
  choice->targets = find_targets (self, link->field);

  return choice;
}

static GtkWidget *
create_row (AcademyPasteLinks *self,
            Choice            *choice)
{
  AcademyUnknownLink *link = choice->link;
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();
  g_autofree char *subtitle = NULL;

  gtk_string_list_append (titles, _("Choose…"));
  gtk_string_list_append (titles, _("Leave out"));
  if (choice->added != NULL)
    gtk_string_list_append (titles, _(academy_item_get_kind (choice->added)->add));
  for (guint i = 0; i < choice->targets->len; i++)
    gtk_string_list_take (titles, academy_item_dup_title (choice->targets->pdata[i], academy_language_get_default ()));

  /* Translators: the name of a field, and in how many rows it has a text */
  subtitle = g_strdup_printf (ngettext ("%s, in %u row", "%s, in %u rows", link->drafts->len), _(link->field->label),
                              link->drafts->len);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), link->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (titles));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), get_chosen (choice));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  return row;
}

/* Returns the links to show, in their order. */
static GPtrArray *
find_links (AcademyPasteLinks *self)
{
  GPtrArray *unknown = academy_paste_get_unknown_links (get_paste (self));
  GPtrArray *links = g_ptr_array_new ();
  guint n_open = 0, n_settled = 0;

  for (guint i = 0; i < unknown->len && n_open < MOST_ROWS; i++)
    {
      AcademyUnknownLink *link = unknown->pdata[i];
      guint *count = link->is_settled ? &n_settled : &n_open;

      if (*count < MOST_ROWS && academy_paste_is_named (get_paste (self), link))
        {
          g_ptr_array_add (links, link);
          (*count)++;
        }
    }

  return links;
}

static gboolean
are_shown (AcademyPasteLinks *self,
           GPtrArray         *links)
{
  for (guint i = 0; i < MIN (links->len, self->shown->len); i++)
    if (((Choice *) self->shown->pdata[i])->link != links->pdata[i])
      return FALSE;

  return links->len == self->shown->len;
}

static void
remove_rows (AcademyPasteLinks *self)
{
  gtk_list_box_remove_all (self->list);
  g_ptr_array_set_size (self->shown, 0);
}

/* The rows stay while the links are the same, and with them the focus. */
static void
update (AcademyPasteLinks *self)
{
  g_autoptr(GPtrArray) links = find_links (self);

  self->is_updating = TRUE;
  if (are_shown (self, links))
    for (guint i = 0; i < links->len; i++)
      {
        GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);

        adw_combo_row_set_selected (ADW_COMBO_ROW (row), get_chosen (self->shown->pdata[i]));
      }
  else
    {
      remove_rows (self);
      for (guint i = 0; i < links->len; i++)
        {
          Choice *choice = choice_new (self, links->pdata[i]);

          g_ptr_array_add (self->shown, choice);
          gtk_list_box_append (self->list, create_row (self, choice));
        }
    }
  self->is_updating = FALSE;

  gtk_widget_set_visible (self->group, links->len > 0);
}

static void
update_cb (gpointer data)
{
  AcademyPasteLinks *self = data;

  self->update_id = 0;
  update (self);
}

/* Later: the row in which something was chosen may go away. */
static void
items_changed_cb (AcademyPasteLinks *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_once (update_cb, self);
}

static void
academy_paste_links_dispose (GObject *object)
{
  AcademyPasteLinks *self = ACADEMY_PASTE_LINKS (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_pointer (&self->choices, g_hash_table_unref);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_object (&self->model);
  g_clear_object (&self->owner);

  G_OBJECT_CLASS (academy_paste_links_parent_class)->dispose (object);
}

static void
academy_paste_links_class_init (AcademyPasteLinksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_paste_links_dispose;
}

static void
academy_paste_links_init (AcademyPasteLinks *self)
{
  self->choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->targets = g_ptr_array_new_with_free_func (g_object_unref);
  self->shown = g_ptr_array_new_with_free_func (choice_free);
}

/**
 * academy_paste_links_new:
 * @group: what is visible while there is anything to choose
 * @list: an empty list in @group, for a row for each item
 * @owner: the owner of the new items
 *
 * Returns: (transfer full): the links of pasted rows
 */
AcademyPasteLinks *
academy_paste_links_new (GtkWidget   *group,
                         GtkListBox  *list,
                         AcademyItem *owner)
{
  AcademyPasteLinks *self = g_object_new (ACADEMY_TYPE_PASTE_LINKS, NULL);

  self->group = group;
  self->list = list;
  self->owner = g_object_ref (owner);

  return self;
}

static void
remember (AcademyPasteLinks *self,
          GPtrArray         *unknown)
{
  for (guint i = 0; i < unknown->len; i++)
    {
      AcademyUnknownLink *link = unknown->pdata[i];
      g_autofree char *key = dup_key (link);

      if (link->is_settled)
        g_hash_table_insert (self->choices, g_steal_pointer (&key), g_strdup (link->id));
      else
        g_hash_table_remove (self->choices, key);
    }
}

/**
 * academy_paste_links_apply:
 * @self: links
 * @paste: rows that were read again
 *
 * Applies what was chosen already.
 */
void
academy_paste_links_apply (AcademyPasteLinks *self,
                           AcademyPaste      *paste)
{
  GPtrArray *unknown = academy_paste_get_unknown_links (paste);

  if (self->model != NULL)
    remember (self, academy_paste_get_unknown_links (get_paste (self)));
  for (guint i = 0; i < self->targets->len; i++)
    academy_paste_add_target (paste, self->targets->pdata[i]);
  for (guint i = 0; i < unknown->len; i++)
    {
      g_autofree char *key = dup_key (unknown->pdata[i]);
      gpointer id;

      if (g_hash_table_lookup_extended (self->choices, key, NULL, &id))
        academy_paste_resolve_link (paste, unknown->pdata[i], id);
    }
}

/**
 * academy_paste_links_set_model:
 * @self: links
 * @model: pasted rows
 *
 * Shows the links of @model.
 */
void
academy_paste_links_set_model (AcademyPasteLinks *self,
                               AcademyTableModel *model)
{
  remove_rows (self);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, items_changed_cb, self);
  g_set_object (&self->model, model);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update (self);
}

/**
 * academy_paste_links_leave_all:
 * @self: links
 *
 * Leaves out all items that are not in the file and of which nothing was chosen.
 */
void
academy_paste_links_leave_all (AcademyPasteLinks *self)
{
  GPtrArray *unknown = academy_paste_get_unknown_links (get_paste (self));

  academy_paste_steps_begin (academy_paste_get_steps (get_paste (self)));
  for (guint i = 0; i < unknown->len; i++)
    if (!((AcademyUnknownLink *) unknown->pdata[i])->is_settled)
      academy_paste_resolve_link (get_paste (self), unknown->pdata[i], NULL);
  academy_table_model_show_paste (self->model);
}

/**
 * academy_paste_links_add_all:
 * @self: links
 *
 * Adds with the rows all items that are not in the file and need no more than a
 * title, unless something else was chosen.
 */
void
academy_paste_links_add_all (AcademyPasteLinks *self)
{
  GPtrArray *unknown = academy_paste_get_unknown_links (get_paste (self));

  academy_paste_steps_begin (academy_paste_get_steps (get_paste (self)));
  for (guint i = 0; i < unknown->len; i++)
    {
      AcademyUnknownLink *link = unknown->pdata[i];
      g_autoptr(AcademyItem) target = link->is_settled ? NULL : find_or_create_target (self, link);

      if (target != NULL)
        settle_by_target (self, link, target);
    }
  academy_table_model_show_paste (self->model);
}
