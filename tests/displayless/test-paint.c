/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "academy-paint.h"
#include "academy-test.h"

#define X 100.4
#define Y 20.3

/* A text that is to stand from X on, and what is drawn of it. */
typedef struct {
  PangoLayout   *layout;
  GskRenderNode *node;
  double         width;
  double         dots;
} Text;

static void
text_clear (Text *text)
{
  g_clear_object (&text->layout);
  g_clear_pointer (&text->node, gsk_render_node_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Text, text_clear)

static PangoLayout *
create_layout (const char *text)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoLayout *layout = pango_layout_new (context);

  pango_layout_set_text (layout, text, -1);
  g_object_unref (context);
  return layout;
}

static double
get_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static void
draw (Text       *text,
      const char *words,
      double      part)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr(PangoLayout) dots = create_layout ("…");

  text->layout = create_layout (words);
  text->width = get_width (text->layout);
  text->dots = get_width (dots);
  academy_paint_layout_within (snapshot, text->layout, X, Y, floor (text->width * part), NULL, &(GdkRGBA) { 0, 0, 0, 1 });
  text->node = gtk_snapshot_free_to_node (snapshot);
}

static void
test_whole (void)
{
  g_auto(Text) text = { NULL };

  draw (&text, "Hold two market dialogues", 1);
  g_assert_cmpint (gsk_render_node_get_node_type (text.node), ==, GSK_TEXT_NODE);
}

/* What is left of it, and the ellipsis after it, in the room that there is. */
static void
assert_cut (Text     *text,
            double    part,
            gboolean  leftwards)
{
  double room = floor (text->width * part);
  graphene_rect_t clip, dots;

  g_assert_cmpint (gsk_render_node_get_node_type (text->node), ==, GSK_CONTAINER_NODE);
  g_assert_cmpuint (gsk_container_node_get_n_children (text->node), ==, 2);
  g_assert_cmpint (gsk_render_node_get_node_type (gsk_container_node_get_child (text->node, 0)), ==, GSK_CLIP_NODE);
  clip = *gsk_clip_node_get_clip (gsk_container_node_get_child (text->node, 0));
  gsk_render_node_get_bounds (gsk_container_node_get_child (text->node, 1), &dots);

  if (leftwards)
    {
      g_assert_cmpfloat (clip.origin.x, >=, X + text->dots);
      g_assert_cmpfloat (clip.origin.x, <, X + text->dots + 20);
      g_assert_cmpfloat (clip.origin.x + clip.size.width, >=, X + room);
      g_assert_cmpfloat (dots.origin.x, >=, X - 2);
      g_assert_cmpfloat (dots.origin.x + dots.size.width, <=, clip.origin.x + 2);
    }
  else
    {
      g_assert_cmpfloat (clip.origin.x, <=, X);
      g_assert_cmpfloat (clip.origin.x + clip.size.width, <=, X + room - text->dots);
      g_assert_cmpfloat (clip.origin.x + clip.size.width, >, X + room - text->dots - 20);
      g_assert_cmpfloat (dots.origin.x, >=, clip.origin.x + clip.size.width - 2);
      g_assert_cmpfloat (dots.origin.x + dots.size.width, <=, X + room + 2);
    }
}

static void
test_cut (void)
{
  for (double part = 0.3; part < 1; part += 0.01)
    {
      g_auto(Text) finnish = { NULL };
      g_auto(Text) hebrew = { NULL };

      draw (&finnish, "Järjestetään kaksi markkinavuoropuhelua", part);
      assert_cut (&finnish, part, FALSE);
      draw (&hebrew, "שני דיאלוגים עם השוק לפני המכרז", part);
      assert_cut (&hebrew, part, TRUE);
    }
}

/* Where there is no room at all, the ellipsis says that there is something. */
static void
test_no_room (void)
{
  g_auto(Text) text = { NULL };
  graphene_rect_t clip, dots;

  draw (&text, "Hold two market dialogues", 0.01);
  g_assert_cmpint (gsk_render_node_get_node_type (text.node), ==, GSK_CONTAINER_NODE);
  clip = *gsk_clip_node_get_clip (gsk_container_node_get_child (text.node, 0));
  gsk_render_node_get_bounds (gsk_container_node_get_child (text.node, 1), &dots);
  g_assert_cmpfloat (clip.origin.x + clip.size.width, <=, round (X));
  g_assert_cmpfloat_with_epsilon (dots.origin.x, X, 3);
}

/* What is done of a bar is drawn within it, however little it is, whichever way
 * time runs. */
static void
test_progress (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr(AcademyAxis) axis = academy_axis_new ();
  AcademyMetrics metrics;

  academy_metrics_init (&metrics, context);
  g_object_unref (context);
  academy_axis_set_width (axis, 1000);
  academy_axis_show (axis, academy_test_day ("2022-01-01"), 365);

  for (guint i = 0; i < 4 * 101; i++)
    {
      AcademyBar bar = { .shape = ACADEMY_BAR_MEASURE, .status = ACADEMY_BAR_IN_PROGRESS, .progress = (int) (i % 101) };
      GtkSnapshot *snapshot = gtk_snapshot_new ();
      g_autoptr(GskRenderNode) node = NULL;
      graphene_rect_t bounds;
      double left, right;

      bar.span.start = academy_test_day ("2022-03-03");
      bar.span.end = bar.span.start + (i < 2 * 101 ? 5 : 90);
      academy_axis_set_mirrored (axis, i / 101 % 2 == 1);
      academy_bar_get_extent (&bar, axis, &metrics, &left, &right);
      academy_paint_bar (snapshot, axis, academy_palette_get (0), &metrics, &bar, &(AcademyBarText) { NULL }, 0);
      node = gtk_snapshot_free_to_node (snapshot);
      gsk_render_node_get_bounds (node, &bounds);
      g_assert_cmpfloat (bounds.origin.x, >=, left - 0.51);
      g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, right + 0.51);
    }
}

/* Nothing touches in either tier, whichever way time runs. */
static void
assert_ruler (AcademyAxis           *axis,
              PangoContext          *context,
              GHashTable            *layouts,
              const AcademyLanguage *language)
{
  g_autoptr(GArray) labels = academy_paint_layout_ruler (axis, context, layouts, language);
  double ends[2][2] = { { -G_MAXDOUBLE, G_MAXDOUBLE }, { -G_MAXDOUBLE, G_MAXDOUBLE } };
  guint n_labels[2] = { 0, 0 };
  gboolean mirrored = academy_axis_is_mirrored (axis);

  for (guint i = 0; i < labels->len; i++)
    {
      const AcademyRulerLabel *label = &g_array_index (labels, AcademyRulerLabel, i);
      double *end = ends[label->minor];

      if (label->layout == NULL)
        continue;
      g_assert_cmpfloat (label->x, >=, 0);
      g_assert_cmpfloat (label->x + label->width, <=, academy_axis_get_width (axis));
      if (mirrored)
        g_assert_cmpfloat (label->x + label->width + 4, <=, end[1]);
      else
        g_assert_cmpfloat (label->x, >=, end[0] + 4);
      end[0] = label->x + label->width;
      end[1] = label->x;
      n_labels[label->minor]++;
    }

  if (n_labels[0] == 0 || n_labels[1] == 0)
    g_error ("A tier is empty: %g pixels, %g days from %g on", academy_axis_get_width (axis),
             academy_axis_get_n_days (axis), academy_axis_get_first (axis));
}

/* Neither tier of the ruler is ever empty, and no labels touch. */
static void
test_ruler (void)
{
  static const char * const codes[] = { "en", "fi" };
  static const double widths[] = { 300, 340, 360, 480, 560, 700, 1000, 1600, 2560 };
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr(GHashTable) layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_autoptr(AcademyAxis) axis = academy_axis_new ();

  for (guint language = 0; language < G_N_ELEMENTS (codes); language++)
    for (guint width = 0; width < G_N_ELEMENTS (widths); width++)
      for (double n_days = ACADEMY_AXIS_FEWEST_DAYS; n_days < 40 * 366; n_days *= 1.07)
        for (double part = 0; part < 1; part += 0.23)
          {
            academy_axis_set_width (axis, widths[width]);
            academy_axis_set_mirrored (axis, part > 0.5);
            academy_axis_show (axis, academy_test_day ("2021-12-01") + part * MIN (n_days, 400), n_days);
            assert_ruler (axis, context, layouts, academy_language_get (codes[language], NULL));
          }

  g_object_unref (context);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_unsetenv ("DISPLAY");
  g_unsetenv ("WAYLAND_DISPLAY");
  g_assert_false (gtk_init_check ());

  g_test_add_func ("/paint/whole", test_whole);
  g_test_add_func ("/paint/cut", test_cut);
  g_test_add_func ("/paint/no-room", test_no_room);
  g_test_add_func ("/paint/progress", test_progress);
  g_test_add_func ("/paint/ruler", test_ruler);

  return g_test_run ();
}
