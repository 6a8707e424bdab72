/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-paste-links.h"

#include <glib/gi18n-lib.h>

/* More than anybody chooses one by one; the others follow. */
#define MOST_ROWS 20

struct _AcademyPasteLinks {
  GObject            parent_instance;

  /* Owned: ids by field and title, or NULL for what is left out */
  AcademyItem       *owner;
  AcademyTableModel *model;
  GHashTable        *choices;

  /* Borrowed */
  GtkWidget         *group;
  GtkListBox        *list;

  guint              update_id;
};

G_DEFINE_FINAL_TYPE (AcademyPasteLinks, academy_paste_links, G_TYPE_OBJECT)

/**
 * AcademyPasteLinks:
 *
 * The goals, people and other items that a pasted table names and the file does not
 * have: each once, with a list of those that may be meant. What was chosen stays
 * chosen when the rows are read again.
 */

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

static void
choose (AcademyPasteLinks  *self,
        AcademyUnknownLink *link,
        const char         *id)
{
  g_hash_table_insert (self->choices, dup_key (link), g_strdup (id));
  academy_table_model_resolve_link (self->model, link, id);
}

static void
chosen_cb (AcademyPasteLinks *self,
           GParamSpec        *pspec,
           AdwComboRow       *row)
{
  AcademyUnknownLink *link = g_object_get_data (G_OBJECT (row), "link");
  const char * const *ids = g_object_get_data (G_OBJECT (row), "ids");
  guint selected = adw_combo_row_get_selected (row);

  if (selected > 0 && g_ptr_array_find (academy_paste_get_unknown_links (get_paste (self)), link, NULL))
    choose (self, link, selected == 1 ? NULL : ids[selected - 2]);
}

/* The items that may be meant: those of the same owner, or all. */
static GPtrArray *
find_targets (AcademyPasteLinks  *self,
              const AcademyField *field)
{
  const AcademyKind *target = academy_kind_find (field->target);
  const AcademyField *its = academy_kind_get_owner (target);
  const AcademyField *own = academy_kind_get_owner (academy_table_model_get_kind (self->model));
  gboolean is_sibling = its != NULL && g_str_equal (its->target, own->target);

  return academy_store_get_all (academy_table_model_get_store (self->model), target,
                                is_sibling ? academy_item_get_id (self->owner) : NULL, NULL);
}

static GtkWidget *
create_row (AcademyPasteLinks  *self,
            AcademyUnknownLink *link)
{
  g_autoptr(GPtrArray) targets = find_targets (self, link->field);
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();
  GtkWidget *row = adw_combo_row_new ();
  g_autofree char *subtitle = NULL;

  gtk_string_list_append (titles, _("Choose…"));
  gtk_string_list_append (titles, _("Leave out"));
  for (guint i = 0; targets != NULL && i < targets->len; i++)
    {
      gtk_string_list_take (titles, academy_item_dup_title (targets->pdata[i], academy_language_get_default ()));
      g_strv_builder_add (ids, academy_item_get_id (targets->pdata[i]));
    }

  /* Translators: the name of a field, and in how many rows it has a text */
  subtitle = g_strdup_printf (ngettext ("%s, in %u row", "%s, in %u rows", link->drafts->len), _(link->field->label),
                              link->drafts->len);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), link->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (titles));
  g_object_set_data (G_OBJECT (row), "link", link);
  g_object_set_data_full (G_OBJECT (row), "ids", g_strv_builder_end (ids), (GDestroyNotify) g_strfreev);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  return row;
}

/* Whether a row still has the name: people may have corrected the cells. */
static gboolean
is_named (AcademyPasteLinks  *self,
          AcademyUnknownLink *link)
{
  for (guint i = 0; i < link->drafts->len; i++)
    if (academy_paste_get_remark (get_paste (self), link->drafts->pdata[i], link->field) != NULL)
      return TRUE;

  return FALSE;
}

static void
update (AcademyPasteLinks *self)
{
  GPtrArray *unknown = academy_paste_get_unknown_links (get_paste (self));
  guint n_rows = 0;

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < unknown->len && n_rows < MOST_ROWS; i++)
    if (is_named (self, unknown->pdata[i]))
      {
        gtk_list_box_append (self->list, create_row (self, unknown->pdata[i]));
        n_rows++;
      }
  gtk_widget_set_visible (self->group, n_rows > 0);
}

static void
update_cb (gpointer data)
{
  AcademyPasteLinks *self = data;

  self->update_id = 0;
  update (self);
}

/* Later: the row in which something was chosen goes away. */
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

  for (guint i = unknown->len; i > 0; i--)
    {
      g_autofree char *key = dup_key (unknown->pdata[i - 1]);
      gpointer id;

      if (g_hash_table_lookup_extended (self->choices, key, NULL, &id))
        academy_paste_resolve_link (paste, unknown->pdata[i - 1], id);
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
  gtk_list_box_remove_all (self->list);
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
 * Leaves out all items that are not in the file.
 */
void
academy_paste_links_leave_all (AcademyPasteLinks *self)
{
  GPtrArray *unknown = academy_paste_get_unknown_links (get_paste (self));

  while (unknown->len > 1)
    {
      AcademyUnknownLink *link = unknown->pdata[unknown->len - 1];

      g_hash_table_insert (self->choices, dup_key (link), NULL);
      academy_paste_resolve_link (get_paste (self), link, NULL);
    }
  /* The last one updates the rows. */
  if (unknown->len == 1)
    choose (self, unknown->pdata[0], NULL);
}
