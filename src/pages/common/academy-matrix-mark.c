/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-matrix-mark.h"

#include "academy-matrix-sign.h"

struct _AcademyMatrixMark {
  GtkButton          parent_instance;

  /* Template children */
  AcademyMatrixSign *sign;
  GtkInscription    *title;
  GtkLabel          *number;

  /* Owned */
  AcademyItem       *item;
  char              *tooltip;
};

G_DEFINE_FINAL_TYPE (AcademyMatrixMark, academy_matrix_mark, GTK_TYPE_BUTTON)

/**
 * AcademyMatrixMark:
 *
 * An item in a matrix: its sign and its title, or its number where there is no room
 * for words.
 */

static GdkContentProvider *
prepare_cb (AcademyMatrixMark *self)
{
  return gdk_content_provider_new_typed (ACADEMY_TYPE_ITEM, self->item);
}

/* GTK asks the display where the pointer is whenever it is given a text. */
static gboolean
academy_matrix_mark_query_tooltip (GtkWidget  *widget,
                                   int         x,
                                   int         y,
                                   gboolean    keyboard,
                                   GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, ACADEMY_MATRIX_MARK (widget)->tooltip);
  return TRUE;
}

static void
academy_matrix_mark_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_MATRIX_MARK);
  g_clear_object (&ACADEMY_MATRIX_MARK (object)->item);

  G_OBJECT_CLASS (academy_matrix_mark_parent_class)->dispose (object);
}

static void
academy_matrix_mark_finalize (GObject *object)
{
  g_free (ACADEMY_MATRIX_MARK (object)->tooltip);

  G_OBJECT_CLASS (academy_matrix_mark_parent_class)->finalize (object);
}

static void
academy_matrix_mark_class_init (AcademyMatrixMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_matrix_mark_dispose;
  G_OBJECT_CLASS (klass)->finalize = academy_matrix_mark_finalize;
  widget_class->query_tooltip = academy_matrix_mark_query_tooltip;

  g_type_ensure (ACADEMY_TYPE_MATRIX_SIGN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-matrix-mark.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyMatrixMark, sign);
  gtk_widget_class_bind_template_child (widget_class, AcademyMatrixMark, title);
  gtk_widget_class_bind_template_child (widget_class, AcademyMatrixMark, number);
}

static void
academy_matrix_mark_init (AcademyMatrixMark *self)
{
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  /* Pango does not know where Finnish words divide. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_inscription_set_attributes (self->title, attributes);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/**
 * academy_matrix_mark_new:
 * @movable: whether its item can be dragged
 *
 * Returns: (transfer floating): a mark without an item
 */
GtkWidget *
academy_matrix_mark_new (gboolean movable)
{
  AcademyMatrixMark *self = g_object_new (ACADEMY_TYPE_MATRIX_MARK, NULL);

  if (movable)
    {
      GtkDragSource *source = gtk_drag_source_new ();

      gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
      g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
    }

  return GTK_WIDGET (self);
}

/**
 * academy_matrix_mark_set_item:
 * @self: a mark
 * @item: its item
 */
void
academy_matrix_mark_set_item (AcademyMatrixMark *self,
                              AcademyItem       *item)
{
  g_set_object (&self->item, item);
}

/**
 * academy_matrix_mark_get_item:
 * @self: a mark
 *
 * Returns: (transfer none): its item
 */
AcademyItem *
academy_matrix_mark_get_item (AcademyMatrixMark *self)
{
  return self->item;
}

/**
 * academy_matrix_mark_set:
 * @self: a mark
 * @title: the title of its item
 * @description: what its place and its sign tell, in words
 * @choice: the index of a choice in its code list
 * @share: from 0 to 1, the part that the item has of the largest amount
 */
void
academy_matrix_mark_set (AcademyMatrixMark *self,
                         const char        *title,
                         const char        *description,
                         guint              choice,
                         double             share)
{
  g_free (self->tooltip);
  self->tooltip = g_strdup_printf ("%s\n%s", title, description);
  gtk_inscription_set_text (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  academy_matrix_sign_set (self->sign, choice, share);
}

/**
 * academy_matrix_mark_set_number:
 * @self: a mark
 * @number: the number that is shown in the place of the title, or 0 for the title
 *
 * Shows a number that a list below the matrix explains. The title stays the name of
 * @self.
 */
void
academy_matrix_mark_set_number (AcademyMatrixMark *self,
                                guint              number)
{
  g_autofree char *text = academy_language_format_number (academy_language_get_default (), number);

  gtk_label_set_label (self->number, text);
  gtk_widget_set_visible (GTK_WIDGET (self->number), number > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->title), number == 0);
}
