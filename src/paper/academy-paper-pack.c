/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-paper-private.h"

/* The number of lines above which one page is too small. */
#define MOST_LINES 600

/* The gap between two lines in one lane, and the padding above and below a group,
 * in pixels. */
#define GAP     10
#define PADDING 2

/* The horizontal extent of a line. */
typedef struct {
  guint         line;
  AcademyExtent extent;
} Stretch;

/* A heading and the lines beside it. */
typedef struct {
  GArray *stretches;
  guint   n_lanes;
  double  least;
} Group;

static void
group_free (Group *group)
{
  g_array_unref (group->stretches);
  g_free (group);
}

static Group *
add_group (AcademyPaper *self,
           GPtrArray    *groups,
           AcademyLine  *row)
{
  g_autoptr(PangoLayout) column = academy_paper_create_column (self, row, ACADEMY_DENSITY_PACKED, FALSE);
  Group *group = g_new0 (Group, 1);
  int height;

  pango_layout_get_pixel_size (column, NULL, &height);
  group->least = height;
  group->stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  g_ptr_array_add (groups, group);

  return group;
}

static GPtrArray *
find_stretches (AcademyPaper *self,
                gboolean     *whole,
                GError      **error)
{
  g_autoptr(GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);
  Group *group = NULL;

  *whole = TRUE;
  for (guint i = 0; i < self->places->len && *whole; i++)
    {
      g_autoptr(AcademyLine) row = academy_paper_create_row (self, i, error);
      g_autoptr(PangoLayout) title = NULL;
      Stretch stretch = { .line = i };

      if (row == NULL)
        return NULL;
      if (academy_line_is_heading (row))
        {
          group = add_group (self, groups, row);
          continue;
        }

      title = academy_paper_create_title (self, row);
      *whole = academy_paper_get_extent (self, academy_line_get_bar (row), title, &stretch.extent);
      g_array_append_val (group->stretches, stretch);
    }

  return g_steal_pointer (&groups);
}

static gint
compare_stretches (gconstpointer a,
                   gconstpointer b)
{
  const Stretch *stretch_a = a, *stretch_b = b;

  if (stretch_a->extent.left != stretch_b->extent.left)
    return stretch_a->extent.left < stretch_b->extent.left ? -1 : 1;

  return stretch_a->line < stretch_b->line ? -1 : 1;
}

/* Puts each line, from left to right, into the first lane that is free again.
 * This greedy way needs no more lanes than lines overlap at one day. */
static void
pack (AcademyPaper *self,
      Group        *group)
{
  g_autoptr(GArray) ends = g_array_new (FALSE, FALSE, sizeof (double));

  g_array_sort (group->stretches, compare_stretches);
  for (guint i = 0; i < group->stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (group->stretches, Stretch, i);
      double end = stretch->extent.right + GAP;
      guint lane = 0;

      while (lane < ends->len && g_array_index (ends, double, lane) > stretch->extent.left)
        lane++;
      if (lane == ends->len)
        g_array_append_val (ends, end);
      else
        g_array_index (ends, double, lane) = end;
      /* Keep the number of the lane until place_lines() computes the position. */
      academy_paper_get_line (self, stretch->line)->y = lane;
    }
  group->n_lanes = ends->len;
}

static double
get_height (const Group *group,
            double       pitch)
{
  return MAX (group->least, group->n_lanes * pitch) + 2 * PADDING;
}

static double
add_up (GPtrArray *groups,
        double     pitch)
{
  double sum = 0;

  for (guint i = 0; i < groups->len; i++)
    sum += get_height (g_ptr_array_index (groups, i), pitch);

  return sum;
}

static void
place_lines (AcademyPaper *self,
             GPtrArray    *groups,
             double        pitch)
{
  double y = 0, next = 0;
  guint n_headings = 0;

  for (guint i = 0; i < self->places->len; i++)
    {
      AcademyPaperLine *place = academy_paper_get_line (self, i);

      if (academy_paper_is_heading (self, i))
        {
          y = next;
          place->y = y;
          place->height = get_height (g_ptr_array_index (groups, n_headings++), pitch);
          next = y + place->height;
        }
      else
        {
          place->y = y + PADDING + place->y * pitch;
          place->height = pitch;
        }
    }
  self->packed_height = next;
}

/**
 * academy_paper_pack:
 * @self: the paper of a programme
 * @fits: (out): whether all lines fit on one page
 * @error: return location for an error
 *
 * Places several lines beside each other in one lane wherever they and their
 * titles have room, so that a whole programme fits on one page. When they do not
 * fit, the paper is not packed, and its frame must be measured again.
 *
 * Returns: whether all lines could be read
 */
gboolean
academy_paper_pack (AcademyPaper *self,
                    gboolean     *fits,
                    GError      **error)
{
  double column = self->column;
  double pitch, least;
  g_autoptr(GPtrArray) groups = NULL;

  *fits = FALSE;
  if (self->places->len > MOST_LINES)
    return TRUE;

  self->packed = TRUE;
  academy_paper_use_density (self, ACADEMY_DENSITY_ROOMY);
  pitch = self->metrics.row;
  academy_paper_use_density (self, ACADEMY_DENSITY_PACKED);
  least = self->metrics.row;
  academy_paper_set_column (self, CLAMP (self->width * 0.11, 130, 220));
  academy_paper_measure_frame (self);

  groups = find_stretches (self, fits, error);
  if (groups == NULL)
    return FALSE;

  for (guint i = 0; i < groups->len; i++)
    pack (self, g_ptr_array_index (groups, i));
  while (pitch > least && add_up (groups, pitch) > academy_paper_get_room (self))
    pitch = MAX (pitch - 0.5, least);
  *fits = *fits && add_up (groups, pitch) <= academy_paper_get_room (self);
  if (*fits)
    {
      place_lines (self, groups, pitch);
      return TRUE;
    }

  self->packed = FALSE;
  academy_paper_set_column (self, column);
  return TRUE;
}
