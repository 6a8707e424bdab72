/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-list-row.h"

#include <glib/gi18n-lib.h>

#include "academy-bar.h"
#include "academy-draft.h"
#include "academy-status.h"

#define ACADEMY_TYPE_LIST_ROW (academy_list_row_get_type ())

G_DECLARE_FINAL_TYPE (AcademyListRow, academy_list_row, ACADEMY, LIST_ROW, GtkWidget)

struct _AcademyListRow {
  GtkWidget       parent_instance;

  /* Owned */
  AcademyStore   *store;
  AcademyItem    *item;
  GSignalGroup   *item_signals;

  /* Borrowed */
  GtkInscription *title;
  GtkInscription *subtitle;
  GtkInscription *status;
  GtkListItem    *list_item;
};

G_DEFINE_FINAL_TYPE (AcademyListRow, academy_list_row, GTK_TYPE_WIDGET)

/**
 * AcademyListRow:
 *
 * The row of an item in a list: its title, subtitle and status. It has no more
 * widgets than these texts, because a list view creates two hundred rows before
 * its first frame. They are inscriptions, because a label lays its text out to tell
 * its natural width, in each row that a scroll jump binds anew.
 */

/* Returns an empty text for a kind without a status. */
static char *
dup_status (AcademyItem *item,
            gboolean     overdue)
{
  const AcademyKind *kind = academy_item_get_kind (item);
  const AcademyField *field = kind->status != NULL ? academy_kind_find_field (kind, kind->status) : NULL;
  g_autofree char *status = NULL;

  if (field == NULL)
    return g_strdup ("");

  status = academy_language_format_value (academy_language_get_default (), field, academy_item_get_value (item, field));
  return overdue ? academy_bar_format_overdue (status, academy_language_get_default ()) : g_steal_pointer (&status);
}

static char *
dup_progress (AcademyItem *item)
{
  const char *name = academy_item_get_kind (item)->progress;
  gint64 progress = name != NULL ? academy_item_get_number (item, name) : ACADEMY_UNSET;

  return progress != ACADEMY_UNSET ? g_strdup_printf (_("%d%% done"), (int) progress) : NULL;
}

/* Exposes all texts of the row on the list item, for assistive technology. */
static void
describe (AcademyListRow *self,
          const char     *title,
          const char     *subtitle,
          const char     *status)
{
  g_autofree char *progress = dup_progress (self->item);
  g_autoptr(GStrvBuilder) parts = g_strv_builder_new ();
  g_auto(GStrv) strings = NULL;
  g_autofree char *description = NULL;

  if (*subtitle != '\0')
    g_strv_builder_add (parts, subtitle);
  if (*status != '\0')
    g_strv_builder_add (parts, status);
  if (progress != NULL)
    g_strv_builder_add (parts, progress);
  strings = g_strv_builder_end (parts);
  description = g_strjoinv (", ", strings);

  gtk_list_item_set_accessible_label (self->list_item, title);
  gtk_list_item_set_accessible_description (self->list_item, description);
}

static void
show_item (AcademyListRow *self)
{
  const AcademyLanguage *language = academy_language_get_default ();
  gboolean is_new = academy_draft_is (self->item);
  g_autofree char *title = is_new ? g_strdup (_(academy_item_get_kind (self->item)->add))
                                  : academy_item_dup_title (self->item, language);
  g_autofree char *subtitle = is_new ? g_strdup ("") : academy_item_dup_subtitle (self->item, language);
  g_autofree char *status = NULL;
  gboolean overdue = !is_new && academy_status_is_overdue (self->item, academy_store_get_day (self->store));

  status = is_new ? g_strdup ("") : dup_status (self->item, overdue);

  gtk_inscription_set_text (self->title, title);
  gtk_inscription_set_text (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *subtitle != '\0');
  gtk_inscription_set_text (self->status, status);
  gtk_widget_set_visible (GTK_WIDGET (self->status), *status != '\0');
  if (overdue)
    gtk_widget_add_css_class (GTK_WIDGET (self->status), "overdue");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->status), "overdue");

  describe (self, title, subtitle, status);
}

static void
set_item (AcademyListRow *self,
          AcademyItem    *item)
{
  g_set_object (&self->item, item);
  g_signal_group_set_target (self->item_signals, item);
  if (item != NULL)
    show_item (self);
}

static void
day_changed_cb (AcademyListRow *self)
{
  if (self->item != NULL)
    show_item (self);
}

static GtkInscription *
create_text (const char *css_class)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (text, css_class);

  return GTK_INSCRIPTION (text);
}

static void
academy_list_row_dispose (GObject *object)
{
  AcademyListRow *self = ACADEMY_LIST_ROW (object);
  GtkWidget *child;

  g_clear_object (&self->item_signals);
  g_clear_object (&self->item);
  g_clear_object (&self->store);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (academy_list_row_parent_class)->dispose (object);
}

static void
academy_list_row_class_init (AcademyListRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_list_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "list-row");
  /* The list item has the accessible text. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
academy_list_row_init (AcademyListRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 2);

  self->item_signals = g_signal_group_new (ACADEMY_TYPE_ITEM);
  g_signal_group_connect_swapped (self->item_signals, "notify", G_CALLBACK (show_item), self);
  self->title = create_text (NULL);
  self->subtitle = create_text ("caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->subtitle), "dimmed");
  self->status = create_text ("caption");

  gtk_widget_set_parent (GTK_WIDGET (self->title), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->subtitle), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->status), GTK_WIDGET (self));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          gpointer                  store)
{
  AcademyListRow *row = g_object_new (ACADEMY_TYPE_LIST_ROW, NULL);

  row->store = g_object_ref (store);
  academy_store_connect_day (store, G_CALLBACK (day_changed_cb), row);
  row->list_item = list_item;
  gtk_list_item_set_child (list_item, GTK_WIDGET (row));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item)
{
  set_item (ACADEMY_LIST_ROW (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item)
{
  set_item (ACADEMY_LIST_ROW (gtk_list_item_get_child (list_item)), NULL);
}

/**
 * academy_list_row_factory_new:
 * @store: the store of the items
 *
 * Returns: (transfer full): the factory of a list of items
 */
GtkListItemFactory *
academy_list_row_factory_new (AcademyStore *store)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), store, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);

  return factory;
}

/**
 * academy_list_row_find:
 * @list: a list of items
 * @target: a widget in it
 *
 * Returns: (transfer none) (nullable): the item of the row that contains @target
 */
AcademyItem *
academy_list_row_find (GtkWidget *list,
                       GtkWidget *target)
{
  GtkWidget *row;

  while (target != list && gtk_widget_get_parent (target) != list)
    target = gtk_widget_get_parent (target);
  row = target != list ? gtk_widget_get_first_child (target) : NULL;

  return row != NULL && ACADEMY_IS_LIST_ROW (row) ? ACADEMY_LIST_ROW (row)->item : NULL;
}
