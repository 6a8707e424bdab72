/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "academy-clock.h"
#include "academy-item-dialog.h"
#include "academy-items-view.h"
#include "academy-kinds.h"
#include "academy-matrix-sign.h"
#include "academy-palette.h"
#include "academy-progress-bar.h"
#include "academy-timeline-view.h"
#include "academy-trend-line.h"
#include "window-fixture.h"

/* WCAG 2.1: 1.4.3 for text, 1.4.11 for pictures and for what shows where the focus is. */
#define LEAST_OF_TEXT     4.5
#define LEAST_OF_PICTURES 3.0

/* In a picture so many times as large, letters are not made of edges alone. */
#define SCALE     2
#define MOST_TABS 12

/* How far from its edge a focus is drawn, and how much is seen around a picture. */
#define RING   4
#define AROUND 6

typedef WindowFixture Fixture;

/* What a part of the window shows. */
typedef struct {
  /* Owned */
  guint32               *pixels;

  cairo_rectangle_int_t  place;
  int                    scale;
} Picture;

/* Set before the style is loaded: it is that of the Finnish tests. */
static gboolean
is_high_contrast (void)
{
  return g_str_has_prefix (g_getenv ("LANG"), "fi");
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 15, 6, 2022);
  academy_clock_set_today (&today);

  window_fixture_set_up (fixture, "example");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 800);
  window_fixture_open (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  window_fixture_tear_down (fixture);
}

static void
show_organisation (Fixture    *fixture,
                   const char *view)
{
  g_autoptr(AcademyItem) organisation = window_fixture_show (fixture, "kuvitelma", view);
}

static void
show_overview (Fixture *fixture)
{
  academy_window_show_place (fixture->window, "overview");
}

/* The organisations are below what needs attention. */
static void
show_progress (Fixture *fixture)
{
  GtkWidget *bar;

  show_overview (fixture);
  test_settle (GTK_WIDGET (fixture->window));
  bar = test_find (GTK_WIDGET (fixture->window), ACADEMY_TYPE_PROGRESS_BAR, NULL);
  gtk_widget_grab_focus (gtk_widget_get_ancestor (bar, ADW_TYPE_ACTION_ROW));
}

static void
show_opportunities (Fixture *fixture)
{
  show_organisation (fixture, "opportunities");
  academy_items_view_set_picture (ACADEMY_ITEMS_VIEW (test_find (GTK_WIDGET (fixture->window), ACADEMY_TYPE_ITEMS_VIEW, NULL)),
                                  TRUE);
}

static void
show_situation (Fixture *fixture)
{
  show_organisation (fixture, "situation");
}

static void
show_plan (Fixture *fixture)
{
  show_organisation (fixture, "plan");
}

static void
show_chart (Fixture *fixture)
{
  show_organisation (fixture, "timeline");
  academy_timeline_view_set_table (ACADEMY_TIMELINE_VIEW (test_find (GTK_WIDGET (fixture->window),
                                                                     ACADEMY_TYPE_TIMELINE_VIEW, NULL)), FALSE);
}

static void
show_table (Fixture *fixture)
{
  show_organisation (fixture, "timeline");
  academy_timeline_view_set_table (ACADEMY_TIMELINE_VIEW (test_find (GTK_WIDGET (fixture->window),
                                                                     ACADEMY_TYPE_TIMELINE_VIEW, NULL)), TRUE);
}

static void
show_sparring (Fixture *fixture)
{
  show_organisation (fixture, "sparring");
}

static void
show_board (Fixture *fixture)
{
  show_organisation (fixture, "board");
}

static void
show_dialog (Fixture *fixture)
{
  g_autoptr(AcademyItem) goal = academy_store_get_first (fixture->window->store, &academy_goal_kind, NULL, NULL);

  show_organisation (fixture, "situation");
  adw_dialog_present (academy_item_dialog_new (fixture->window->store, goal, GTK_WIDGET (fixture->window->stack)),
                      GTK_WIDGET (fixture->window));
}

static const struct {
  const char *name;
  void      (*show) (Fixture *fixture);
  gboolean    walked;
} pages[] = {
  { "overview", show_overview },
  { "progress", show_progress },
  { "situation", show_situation },
  { "opportunities", show_opportunities },
  { "plan", show_plan, TRUE },
  { "chart", show_chart },
  { "table", show_table, TRUE },
  { "sparring", show_sparring },
  { "board", show_board },
  { "dialog", show_dialog, TRUE },
};

static void
picture_init (Picture                     *picture,
              GtkWidget                   *window,
              const cairo_rectangle_int_t *place,
              int                          scale)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr(GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr(GskRenderNode) node = NULL;
  g_autoptr(GdkTexture) texture = NULL;
  int width = gdk_paintable_get_intrinsic_width (paintable), height = gdk_paintable_get_intrinsic_height (paintable);
  graphene_rect_t bounds;

  /* With its border, from which no place is counted. */
  gtk_snapshot_scale (snapshot, scale, scale);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((gtk_widget_get_width (window) - width) / 2.f,
                                                          (gtk_widget_get_height (window) - height) / 2.f));
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  graphene_rect_init (&bounds, place->x * scale, place->y * scale, place->width * scale, place->height * scale);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, &bounds);

  picture->place = *place;
  picture->scale = scale;
  picture->pixels = g_new (guint32, (gsize) place->width * scale * place->height * scale);
  gdk_texture_download (texture, (guchar *) picture->pixels, place->width * scale * sizeof (guint32));
}

static void
picture_clear (Picture *picture)
{
  g_clear_pointer (&picture->pixels, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picture, picture_clear)

/* Pixels are counted from the corner of the window, whatever the part. */
static guint32
get_pixel (const Picture *picture,
           int            x,
           int            y)
{
  gsize row = y - picture->place.y * picture->scale;

  return picture->pixels[row * picture->place.width * picture->scale + x - picture->place.x * picture->scale] & 0xffffff;
}

static double
get_linear (guint32 channel)
{
  double value = channel / 255.;

  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

/* WCAG 2.1: relative luminance. */
static double
get_luminance (guint32 colour)
{
  return 0.2126 * get_linear (colour >> 16 & 0xff) + 0.7152 * get_linear (colour >> 8 & 0xff) +
         0.0722 * get_linear (colour & 0xff);
}

static double
get_contrast (guint32 a,
              guint32 b)
{
  double first = get_luminance (a), second = get_luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

/* Where a widget is in the window, if all of it can be seen. */
static gboolean
get_place (GtkWidget             *widget,
           GtkWidget             *window,
           cairo_rectangle_int_t *place)
{
  graphene_rect_t bounds, within;

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget) ||
      !gtk_widget_compute_bounds (widget, window, &bounds))
    return FALSE;

  for (GtkWidget *around = widget; around != NULL; around = gtk_widget_get_parent (around))
    if (gtk_widget_get_opacity (around) < 1 ||
        (gtk_widget_get_overflow (around) == GTK_OVERFLOW_HIDDEN &&
         (!gtk_widget_compute_bounds (around, window, &within) || !graphene_rect_contains_rect (&within, &bounds))))
      return FALSE;

  graphene_rect_round_extents (&bounds, &bounds);
  *place = (cairo_rectangle_int_t) { bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height };
  return place->x >= 0 && place->y >= 0 && place->width > 0 && place->height > 0 &&
         place->x + place->width <= gtk_widget_get_width (window) &&
         place->y + place->height <= gtk_widget_get_height (window);
}

/* What there is most of. */
static guint32
find_background (const Picture               *picture,
                 const cairo_rectangle_int_t *place)
{
  g_autoptr(GHashTable) counts = g_hash_table_new (NULL, NULL);
  guint32 background = 0;
  guint most = 0;

  for (int y = place->y * picture->scale; y < (place->y + place->height) * picture->scale; y++)
    for (int x = place->x * picture->scale; x < (place->x + place->width) * picture->scale; x++)
      {
        gpointer key = GUINT_TO_POINTER (get_pixel (picture, x, y));
        guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1;

        g_hash_table_insert (counts, key, GUINT_TO_POINTER (count));
        if (count > most)
          {
            most = count;
            background = GPOINTER_TO_UINT (key);
          }
      }

  return background;
}

/* The edges of letters are of colours between theirs and the one behind them. */
static double
measure_text (const Picture               *picture,
              const cairo_rectangle_int_t *place)
{
  guint32 background = find_background (picture, place);
  double most = 1;

  for (int y = place->y * picture->scale; y < (place->y + place->height) * picture->scale; y++)
    for (int x = place->x * picture->scale; x < (place->x + place->width) * picture->scale; x++)
      most = MAX (most, get_contrast (get_pixel (picture, x, y), background));

  return most;
}

/* The letters of an avatar are those of the name beside it. */
static gboolean
is_text (GtkWidget *widget)
{
  return (GTK_IS_LABEL (widget) || GTK_IS_INSCRIPTION (widget)) && test_get_text (widget) != NULL &&
         gtk_widget_get_ancestor (widget, ADW_TYPE_AVATAR) == NULL;
}

static guint
check_texts (GtkWidget     *widget,
             GtkWidget     *window,
             const Picture *picture,
             const char    *where)
{
  cairo_rectangle_int_t place;
  guint n_faint = 0;

  if (is_text (widget) && get_place (widget, window, &place))
    {
      double contrast = measure_text (picture, &place);

      g_test_message ("%s: %.2f “%s”", where, contrast, test_get_text (widget));
      if (contrast < LEAST_OF_TEXT)
        {
          g_printerr ("%s: “%s” has a contrast of %.2f\n", where, test_get_text (widget), contrast);
          n_faint++;
        }
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n_faint += check_texts (child, window, picture, where);

  return n_faint;
}

/* What a picture is drawn on may be hidden by it, but for its surroundings. */
static double
measure_picture (const Picture               *picture,
                 const cairo_rectangle_int_t *place)
{
  int left = MAX (place->x - AROUND, picture->place.x), top = MAX (place->y - AROUND, picture->place.y);

  return measure_text (picture, &(cairo_rectangle_int_t) {
    left, top,
    MIN (place->x + place->width + AROUND, picture->place.x + picture->place.width) - left,
    MIN (place->y + place->height + AROUND, picture->place.y + picture->place.height) - top,
  });
}

static guint32
get_middle (const Picture               *picture,
            const cairo_rectangle_int_t *place)
{
  return get_pixel (picture, (place->x + place->width / 2) * picture->scale, (place->y + place->height / 2) * picture->scale);
}

/* The least contrast of what is done and what is late, at the ends of a bar, to what is
 * between them. */
static double
measure_bar (GtkWidget                   *bar,
             GtkWidget                   *window,
             const Picture               *picture,
             const cairo_rectangle_int_t *place)
{
  cairo_rectangle_int_t done, late, rest = *place;
  gboolean has_done = get_place (gtk_widget_get_first_child (bar), window, &done);
  gboolean has_late = get_place (gtk_widget_get_last_child (bar), window, &late);
  double least = G_MAXDOUBLE;

  if (has_done)
    {
      rest.x += done.width;
      rest.width -= done.width;
    }
  if (has_late)
    rest.width -= late.width;
  g_assert_cmpint (rest.width, >, 2);

  if (has_done)
    least = MIN (least, get_contrast (get_middle (picture, &done), get_middle (picture, &rest)));
  if (has_late)
    least = MIN (least, get_contrast (get_middle (picture, &late), get_middle (picture, &rest)));
  return least;
}

/* Returns whether @widget is a picture of our own, and its contrast. */
static gboolean
measure_own (GtkWidget     *widget,
             GtkWidget     *window,
             const Picture *picture,
             double        *contrast)
{
  cairo_rectangle_int_t place;

  if (!get_place (widget, window, &place))
    return FALSE;

  if (ACADEMY_IS_PROGRESS_BAR (widget))
    *contrast = measure_bar (widget, window, picture, &place);
  else if (ACADEMY_IS_MATRIX_SIGN (widget) || ACADEMY_IS_TREND_LINE (widget))
    *contrast = measure_picture (picture, &place);
  else
    return FALSE;

  return TRUE;
}

static guint
check_pictures (GtkWidget     *widget,
                GtkWidget     *window,
                const Picture *picture,
                const char    *where,
                GHashTable    *seen)
{
  double contrast;
  guint n_faint = 0;

  if (measure_own (widget, window, picture, &contrast))
    {
      g_hash_table_add (seen, GSIZE_TO_POINTER (G_OBJECT_TYPE (widget)));
      g_test_message ("%s: %.2f %s", where, contrast, G_OBJECT_TYPE_NAME (widget));
      if (contrast < LEAST_OF_PICTURES)
        {
          g_printerr ("%s: %s has a contrast of %.2f\n", where, G_OBJECT_TYPE_NAME (widget), contrast);
          n_faint++;
        }
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n_faint += check_pictures (child, window, picture, where, seen);

  return n_faint;
}

static void
set_scheme (gconstpointer data)
{
  g_assert_cmpint (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()), ==, is_high_contrast ());
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), GPOINTER_TO_INT (data));
}

/* What is behind a dialog is not to be read. */
static GtkWidget *
get_front (GtkWidget *window)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));

  return dialog != NULL ? GTK_WIDGET (dialog) : window;
}

/* All that is written anywhere can be read, and our pictures can be seen. */
static void
test_texts (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n_faint = 0;

  set_scheme (data);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_auto(Picture) picture = { 0 };

      pages[i].show (fixture);
      test_settle (window);
      gtk_window_set_focus (GTK_WINDOW (window), NULL);
      test_settle (window);
      picture_init (&picture, window, &(cairo_rectangle_int_t) { 0, 0, gtk_widget_get_width (window),
                                                                 gtk_widget_get_height (window) }, SCALE);
      n_faint += check_texts (get_front (window), window, &picture, pages[i].name);
      n_faint += check_pictures (get_front (window), window, &picture, pages[i].name, seen);
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, 3);
  g_assert_cmpuint (n_faint, ==, 0);
}

/* The cursor in a text, and what else changes within, is no ring. */
static gboolean
is_near_edge (const cairo_rectangle_int_t *frame,
              int                          x,
              int                          y)
{
  return x < frame->x + RING || y < frame->y + RING ||
         x >= frame->x + frame->width - RING || y >= frame->y + frame->height - RING;
}

static double
measure_focus (const Picture               *before,
               const Picture               *after,
               const cairo_rectangle_int_t *frame)
{
  double most = 1;

  for (int y = before->place.y; y < before->place.y + before->place.height; y++)
    for (int x = before->place.x; x < before->place.x + before->place.width; x++)
      if (is_near_edge (frame, x, y))
        most = MAX (most, get_contrast (get_pixel (before, x, y), get_pixel (after, x, y)));

  return most;
}

/* A text has its ring round the row that it is in. */
static GtkWidget *
get_frame (GtkWidget *focus)
{
  GtkWidget *row = gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW);

  return row != NULL && (GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus)) ? row : focus;
}

static guint
check_focus (GtkWidget  *window,
             GtkWidget  *focus,
             const char *where)
{
  cairo_rectangle_int_t frame, place;
  g_auto(Picture) before = { 0 };
  g_auto(Picture) after = { 0 };
  double contrast;

  if (!get_place (get_frame (focus), window, &frame))
    return 0;

  place = (cairo_rectangle_int_t) { frame.x - RING, frame.y - RING, frame.width + 2 * RING, frame.height + 2 * RING };
  picture_init (&after, window, &place, 1);
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  test_settle (window);
  picture_init (&before, window, &place, 1);
  gtk_widget_grab_focus (focus);

  contrast = measure_focus (&before, &after, &frame);
  g_test_message ("%s: %.2f %s", where, contrast, G_OBJECT_TYPE_NAME (focus));
  if (contrast >= LEAST_OF_PICTURES)
    return 0;

  g_printerr ("%s: the focus on %s has a contrast of %.2f\n", where, G_OBJECT_TYPE_NAME (focus), contrast);
  return 1;
}

static guint
walk (GtkWidget  *window,
      const char *where)
{
  guint n_faint = 0;

  for (guint i = 0; i < MOST_TABS; i++)
    {
      GtkWidget *focus;

      gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
      gtk_window_set_focus_visible (GTK_WINDOW (window), TRUE);
      test_settle (window);
      focus = gtk_window_get_focus (GTK_WINDOW (window));
      g_assert_nonnull (focus);
      n_faint += check_focus (window, focus, where);
    }

  return n_faint;
}

/* Who goes from one thing to the next with Tab sees where they are. */
static void
test_focus (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  guint n_faint = 0;

  set_scheme (data);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (pages[i].walked)
      {
        pages[i].show (fixture);
        test_settle (window);
        n_faint += walk (window, pages[i].name);
      }
  g_assert_cmpuint (n_faint, ==, 0);
}

static guint32
get_channel (float   value,
             float   alpha,
             guint32 below)
{
  return (guint32) lroundf (value * alpha * 255 + (float) (below & 0xff) * (1 - alpha));
}

static guint32
blend (const AcademyColour *colour,
       float                alpha,
       guint32              below)
{
  float opacity = colour->alpha * alpha;

  return get_channel (colour->red, opacity, below >> 16) << 16 | get_channel (colour->green, opacity, below >> 8) << 8 |
         get_channel (colour->blue, opacity, below);
}

static void
assert_seen (const char          *name,
             const AcademyColour *colour,
             guint32              below,
             double               least)
{
  double contrast = get_contrast (blend (colour, 1, below), below);

  if (contrast < least)
    g_error ("%s has a contrast of %.2f to #%06x", name, contrast, below);
}

/* The lines of bars are seen on what is behind them, and texts can be read there and
 * over the most that a bar is filled. */
static void
assert_palette (const AcademyPalette *palette,
                guint32               below)
{
  const AcademyColour *hues[ACADEMY_N_STATUSES + 2] = { &palette->phase, &palette->sign };

  for (guint i = 0; i < ACADEMY_N_STATUSES; i++)
    hues[2 + i] = &palette->hues[i];
  for (guint i = 0; i < G_N_ELEMENTS (hues); i++)
    {
      assert_seen ("an outline", hues[i], below, LEAST_OF_PICTURES);
      assert_seen ("a text over a bar", &palette->text, blend (hues[i], palette->done, blend (hues[i], palette->fill, below)),
                   LEAST_OF_TEXT);
      assert_seen ("a text over an open bar", &palette->text, blend (hues[i], palette->fill * 1.6f, below), LEAST_OF_TEXT);
    }
  assert_seen ("a title", &palette->text, below, LEAST_OF_TEXT);
  assert_seen ("a dim text", &palette->dim, below, LEAST_OF_TEXT);
  assert_seen ("what is late", &palette->late, below, LEAST_OF_TEXT);
  assert_seen ("a dependency", &palette->line, below, LEAST_OF_PICTURES);
  assert_seen ("today", &palette->today, below, LEAST_OF_PICTURES);
}

static void
test_palettes (void)
{
  /* The views and the windows of libadwaita. */
  static const guint32 light[] = { 0xffffff, 0xfafafb }, dark[] = { 0x1d1d20, 0x222226 };

  for (AcademyPaletteFlags flags = 0; flags <= (ACADEMY_PALETTE_DARK | ACADEMY_PALETTE_HIGH_CONTRAST); flags++)
    for (guint i = 0; i < G_N_ELEMENTS (light); i++)
      {
        const AcademyPalette *palette = academy_palette_get (flags);
        guint32 below = (flags & ACADEMY_PALETTE_DARK) != 0 ? dark[i] : light[i];

        assert_palette (palette, below);
        assert_palette (palette, blend (&palette->rest, 1, below));
      }
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char     *path;
    void          (*test) (Fixture       *fixture,
                           gconstpointer  data);
    AdwColorScheme  scheme;
  } tests[] = {
    { "/contrast/texts/light", test_texts, ADW_COLOR_SCHEME_FORCE_LIGHT },
    { "/contrast/texts/dark", test_texts, ADW_COLOR_SCHEME_FORCE_DARK },
    { "/contrast/focus/light", test_focus, ADW_COLOR_SCHEME_FORCE_LIGHT },
    { "/contrast/focus/dark", test_focus, ADW_COLOR_SCHEME_FORCE_DARK },
  };

  if (is_high_contrast ())
    g_setenv ("ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
  test_display_init (&argc, &argv);

  g_test_add_func ("/contrast/palettes", test_palettes);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, GINT_TO_POINTER (tests[i].scheme), set_up, tests[i].test, tear_down);

  return test_display_run ();
}
