/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-matrix-sign.h"

#define SMALLEST 4.0
#define LARGEST 9.0
#define OUTLINE 2.0

struct _AcademyMatrixSign {
  GtkWidget parent_instance;

  guint     choice;
  double    share;
};

G_DEFINE_FINAL_TYPE (AcademyMatrixSign, academy_matrix_sign, GTK_TYPE_WIDGET)

/**
 * AcademyMatrixSign:
 *
 * The sign of an item in a matrix: its shape and its colour both tell which of a
 * few choices was made, and its area tells an amount.
 */

typedef enum {
  SHAPE_RING,
  SHAPE_DISC,
  SHAPE_DIAMOND,
  SHAPE_SQUARE,
  SHAPE_TRIANGLE,
} Shape;

/* The sign of each choice in the order of its code list. */
static const struct {
  Shape          shape;
  AdwAccentColor colour;
} looks[] = {
  { SHAPE_RING, ADW_ACCENT_COLOR_SLATE },
  { SHAPE_DISC, ADW_ACCENT_COLOR_BLUE },
  { SHAPE_DIAMOND, ADW_ACCENT_COLOR_TEAL },
  { SHAPE_SQUARE, ADW_ACCENT_COLOR_PURPLE },
  { SHAPE_TRIANGLE, ADW_ACCENT_COLOR_ORANGE },
};

static GskPath *
create_path (Shape  shape,
             double x,
             double y,
             double radius)
{
  GskPathBuilder *builder = gsk_path_builder_new ();

  switch (shape)
    {
    case SHAPE_DIAMOND:
      gsk_path_builder_move_to (builder, x, y - radius);
      gsk_path_builder_line_to (builder, x + radius, y);
      gsk_path_builder_line_to (builder, x, y + radius);
      gsk_path_builder_line_to (builder, x - radius, y);
      gsk_path_builder_close (builder);
      break;
    case SHAPE_SQUARE:
      gsk_path_builder_add_rect (builder, &GRAPHENE_RECT_INIT (x - 0.8 * radius, y - 0.8 * radius, 1.6 * radius, 1.6 * radius));
      break;
    case SHAPE_TRIANGLE:
      gsk_path_builder_move_to (builder, x, y - radius);
      gsk_path_builder_line_to (builder, x + radius, y + 0.8 * radius);
      gsk_path_builder_line_to (builder, x - radius, y + 0.8 * radius);
      gsk_path_builder_close (builder);
      break;
    case SHAPE_RING:
    case SHAPE_DISC:
    default:
      gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (x, y), radius);
    }

  return gsk_path_builder_free_to_path (builder);
}

static void
academy_matrix_sign_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  AcademyMatrixSign *self = ACADEMY_MATRIX_SIGN (widget);
  Shape shape = looks[self->choice].shape;
  double radius = SMALLEST + (LARGEST - SMALLEST) * self->share;
  g_autoptr(GskPath) path = create_path (shape, gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 2.0,
                                         shape == SHAPE_RING ? radius - OUTLINE / 2 : radius);
  GdkRGBA colour;

  adw_accent_color_to_standalone_rgba (looks[self->choice].colour, adw_style_manager_get_dark (adw_style_manager_get_default ()),
                                       &colour);
  if (shape == SHAPE_RING)
    {
      g_autoptr(GskStroke) stroke = gsk_stroke_new (OUTLINE);

      gtk_snapshot_append_stroke (snapshot, path, stroke, &colour);
    }
  else
    gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, &colour);
}

static void
academy_matrix_sign_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  *minimum = *natural = 2 * LARGEST;
}

static void
academy_matrix_sign_class_init (AcademyMatrixSignClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = academy_matrix_sign_snapshot;
  widget_class->measure = academy_matrix_sign_measure;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
academy_matrix_sign_init (AcademyMatrixSign *self)
{
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

/**
 * academy_matrix_sign_new:
 *
 * Returns: (transfer floating): a sign
 */
GtkWidget *
academy_matrix_sign_new (void)
{
  return g_object_new (ACADEMY_TYPE_MATRIX_SIGN, NULL);
}

/**
 * academy_matrix_sign_set:
 * @self: a sign
 * @choice: the index of a choice in its code list
 * @share: from 0 to 1, the part that the item has of the largest amount
 */
void
academy_matrix_sign_set (AcademyMatrixSign *self,
                         guint              choice,
                         double             share)
{
  self->choice = choice % G_N_ELEMENTS (looks);
  self->share = CLAMP (share, 0, 1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
