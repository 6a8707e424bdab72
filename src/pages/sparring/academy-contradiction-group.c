/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-contradiction-group.h"

#include "academy-contradictions.h"
#include "academy-describe.h"
#include "academy-item-dialog.h"
#include "academy-kept-rows.h"
#include "academy-kinds.h"
#include "academy-privacy.h"

struct _AcademyContradictionGroup {
  AdwPreferencesGroup  parent_instance;

  /* Template children */
  GtkListBox          *list;

  /* Owned */
  AcademyStore        *store;
  GPtrArray           *notes;

  /* Borrowed */
  AcademyKeptRows     *rows;
};

G_DEFINE_FINAL_TYPE (AcademyContradictionGroup, academy_contradiction_group, ADW_TYPE_PREFERENCES_GROUP)

/**
 * AcademyContradictionGroup:
 *
 * The opinions that stand against each other; each opens the note that can say how that
 * was settled. It is not there when there are none.
 */

static GtkWidget *
create_row (AcademyItem *note)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

/* Returns an opinion and whose it is: “Mentor: Begin now”. */
static char *
dup_opinion (AcademyStore *store,
             AcademyItem  *note)
{
  const char *author = academy_item_get_text (note, "author_role");
  g_autofree char *title = academy_describe_line (store, note);

  return author != NULL ? g_strjoin (": ", author, title, NULL) : g_steal_pointer (&title);
}

static void
row_activated_cb (AcademyContradictionGroup *self,
                  GtkListBoxRow             *row)
{
  academy_item_dialog_open (GTK_WIDGET (self), g_ptr_array_index (self->notes, gtk_list_box_row_get_index (row)), self->store);
}

static void
academy_contradiction_group_dispose (GObject *object)
{
  AcademyContradictionGroup *self = ACADEMY_CONTRADICTION_GROUP (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_CONTRADICTION_GROUP);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_contradiction_group_parent_class)->dispose (object);
}

static void
academy_contradiction_group_class_init (AcademyContradictionGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_contradiction_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-contradiction-group.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyContradictionGroup, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
academy_contradiction_group_init (AcademyContradictionGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = academy_kept_rows_new (self->list, create_row);
}

static gboolean
is_shown (AcademyContradictionGroup *self,
          AcademyItem               *note,
          gboolean                   with_private)
{
  return with_private ? !academy_privacy_hides (self->store, note) : !academy_item_is_confidential (note);
}

/* Finds the pairs that are shown. */
static gboolean
read_pairs (AcademyContradictionGroup  *self,
            const char                 *organisation,
            gboolean                    with_private,
            GPtrArray                  *others,
            GError                    **error)
{
  g_autoptr(GPtrArray) all = academy_contradictions_find (self->store, organisation, error);

  g_clear_pointer (&self->notes, g_ptr_array_unref);
  self->notes = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      AcademyItem *note = g_ptr_array_index (all, i);
      g_autoptr(AcademyItem) other = academy_store_get_linked (self->store, note, "contradicts", error);

      if (other == NULL)
        return FALSE;
      if (!is_shown (self, note, with_private) || !is_shown (self, other, with_private))
        continue;
      g_ptr_array_add (self->notes, g_object_ref (note));
      g_ptr_array_add (others, g_steal_pointer (&other));
    }

  return all != NULL;
}

/**
 * academy_contradiction_group_show:
 * @self: a group
 * @store: a store
 * @organisation: the id of an organisation in it
 * @with_private: whether to show pairs with a private note, unless others see the screen
 *
 * Shows the opinions about @organisation as they are now.
 */
void
academy_contradiction_group_show (AcademyContradictionGroup *self,
                                  AcademyStore              *store,
                                  const char                *organisation,
                                  gboolean                   with_private)
{
  g_autoptr(GPtrArray) others = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GError) error = NULL;

  g_set_object (&self->store, store);
  if (!read_pairs (self, organisation, with_private, others, &error))
    {
      academy_store_report (store, error);
      return;
    }

  academy_kept_rows_update (self->rows, self->notes);
  for (guint i = 0; i < self->notes->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);
      g_autofree char *title = dup_opinion (store, g_ptr_array_index (self->notes, i));
      g_autofree char *other = dup_opinion (store, g_ptr_array_index (others, i));

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), other);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->notes->len > 0);
  if (self->notes->len > 0)
    {
      g_autofree char *title = academy_contradictions_dup_title (self->notes->len, academy_language_get_default ());

      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), title);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
    }
}
