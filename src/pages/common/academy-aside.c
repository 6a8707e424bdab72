/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-aside.h"

#include <glib/gi18n-lib.h>

#include "academy-column.h"
#include "academy-item-dialog.h"
#include "academy-toast.h"

struct _AcademyAside {
  AdwBin          parent_instance;

  /* Template children */
  AdwWindowTitle *title;
  GtkStack       *stack;
  GtkWidget      *delete_button;
  AcademyColumn  *column;

  /* Owned */
  GSignalGroup   *item_signals;
  char           *rest_title;

  /* Borrowed */
  AcademyForm    *form;
};

enum {
  PROP_0,
  PROP_ITEM,
  N_PROPERTIES
};

G_DEFINE_FINAL_TYPE (AcademyAside, academy_aside, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPERTIES];

/**
 * AcademyAside:
 *
 * The form of an item beside the list that it is in, under its title, with buttons
 * that close it and delete the item. Without an item it shows the rest, such as the
 * plan that a list of measures is part of.
 */

static void
update_title (AcademyAside *self)
{
  AcademyItem *item = academy_aside_get_item (self);
  g_autofree char *title = NULL;

  if (item != NULL)
    title = academy_item_dup_title (item, academy_language_get_default ());
  else
    title = g_strdup (self->rest_title);

  adw_window_title_set_title (self->title, title != NULL ? title : "");
}

static void
academy_aside_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *spec)
{
  switch (id)
    {
    case PROP_ITEM:
      g_value_set_object (value, academy_aside_get_item (ACADEMY_ASIDE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
academy_aside_dispose (GObject *object)
{
  AcademyAside *self = ACADEMY_ASIDE (object);

  g_clear_object (&self->item_signals);
  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_ASIDE);
  g_clear_pointer (&self->rest_title, g_free);

  G_OBJECT_CLASS (academy_aside_parent_class)->dispose (object);
}

static void
academy_aside_class_init (AcademyAsideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_aside_dispose;
  G_OBJECT_CLASS (klass)->get_property = academy_aside_get_property;

  /**
   * AcademyAside:item:
   *
   * The item of the form, if any.
   */
  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, ACADEMY_TYPE_ITEM,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);

  g_type_ensure (ACADEMY_TYPE_COLUMN);
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/hankintakeino/InnovationAcademy/pages/academy-aside.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyAside, title);
  gtk_widget_class_bind_template_child (widget_class, AcademyAside, stack);
  gtk_widget_class_bind_template_child (widget_class, AcademyAside, delete_button);
  gtk_widget_class_bind_template_child (widget_class, AcademyAside, column);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   data)
{
  return academy_forms_leave_draft (widget);
}

static void
academy_aside_init (AcademyAside *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->stack), controller);
  self->item_signals = g_signal_group_new (ACADEMY_TYPE_ITEM);
  g_signal_group_connect_swapped (self->item_signals, "notify", G_CALLBACK (update_title), self);
}

/**
 * academy_aside_new:
 * @store: a store
 * @kind: the kind of the items
 *
 * Returns: (transfer floating): the form, without an item
 */
GtkWidget *
academy_aside_new (AcademyStore      *store,
                   const AcademyKind *kind)
{
  AcademyAside *self = g_object_new (ACADEMY_TYPE_ASIDE, NULL);

  self->form = ACADEMY_FORM (academy_form_new (store, kind));
  g_signal_connect_object (self->form, "open", G_CALLBACK (academy_item_dialog_open), store, G_CONNECT_DEFAULT);
  academy_column_append (self->column, GTK_WIDGET (self->form));
  gtk_widget_set_tooltip_text (self->delete_button, _(kind->remove));
  academy_aside_set_item (self, NULL);

  return GTK_WIDGET (self);
}

/**
 * academy_aside_get_form:
 * @self: a form beside a list
 *
 * Returns: (transfer none): the form itself
 */
AcademyForm *
academy_aside_get_form (AcademyAside *self)
{
  return self->form;
}

/**
 * academy_aside_get_item:
 * @self: a form beside a list
 *
 * Returns: (transfer none) (nullable): its item
 */
AcademyItem *
academy_aside_get_item (AcademyAside *self)
{
  return academy_form_get_item (self->form);
}

/**
 * academy_aside_set_item:
 * @self: a form beside a list
 * @item: (nullable): another item; %NULL for the rest
 *
 * Saves what was typed before.
 */
void
academy_aside_set_item (AcademyAside *self,
                        AcademyItem  *item)
{
  academy_form_set_item (self->form, item);
  g_signal_group_set_target (self->item_signals, item);
  if (item != NULL || self->rest_title != NULL)
    gtk_stack_set_visible_child_name (self->stack, item != NULL ? "item" : "rest");
  gtk_widget_set_visible (self->delete_button, item != NULL);
  update_title (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}

/**
 * academy_aside_append:
 * @self: a form beside a list
 * @group: (transfer floating): more about the item
 *
 * Appends @group below the form.
 */
void
academy_aside_append (AcademyAside *self,
                      GtkWidget    *group)
{
  academy_column_append (self->column, group);
}

/**
 * academy_aside_set_rest:
 * @self: a form beside a list
 * @title: the title of @rest
 * @rest: (transfer floating): what is shown without an item
 */
void
academy_aside_set_rest (AcademyAside *self,
                        const char   *title,
                        GtkWidget    *rest)
{
  gtk_stack_add_named (self->stack, rest, "rest");
  g_set_str (&self->rest_title, title);
  academy_aside_set_item (self, academy_aside_get_item (self));
}

/**
 * academy_aside_rewind:
 * @self: a form beside a list
 *
 * Scrolls to the top.
 */
void
academy_aside_rewind (AcademyAside *self)
{
  academy_column_rewind (self->column);
}

/**
 * academy_aside_is_stuck:
 * @self: a form beside a list
 *
 * Saves what is typed.
 *
 * Returns: whether the form has something that cannot be saved, and said so
 */
gboolean
academy_aside_is_stuck (AcademyAside *self)
{
  if (academy_form_flush (self->form))
    return FALSE;

  academy_toast_show (GTK_WIDGET (self), _("Correct what is marked before going elsewhere"));
  return TRUE;
}
