/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-cell-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "academy-language.h"

#define LEAST_WIDTH 200
#define MOST_HEIGHT 260
#define MOST_ROWS   100

struct _AcademyCellList {
  GtkPopover        parent_instance;

  /* Owned */
  GStrv             titles;
  GStrv             folded;
  GArray           *shown;
  GHashTable       *checked;

  /* Borrowed */
  AcademyCellEntry *cell;
  GtkListBox       *list;

  guint             selected;
};

enum {
  MOVED,
  CLICKED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (AcademyCellList, academy_cell_list, GTK_TYPE_POPOVER)

static guint signals[N_SIGNALS];

/**
 * AcademyCellList:
 *
 * The list below a cell that is edited, to choose from. The focus stays in the
 * text of the cell, whose editor passes keys on: Up and Down select.
 */

static void
row_activated_cb (AcademyCellList *self,
                  GtkListBoxRow   *row)
{
  academy_cell_list_select (self, g_array_index (self->shown, guint, gtk_list_box_row_get_index (row)));
  g_signal_emit (self, signals[CLICKED], 0);
}

static void
academy_cell_list_finalize (GObject *object)
{
  AcademyCellList *self = ACADEMY_CELL_LIST (object);

  g_strfreev (self->titles);
  g_strfreev (self->folded);
  g_array_unref (self->shown);
  g_hash_table_unref (self->checked);

  G_OBJECT_CLASS (academy_cell_list_parent_class)->finalize (object);
}

static void
academy_cell_list_class_init (AcademyCellListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = academy_cell_list_finalize;

  /**
   * AcademyCellList::moved:
   * @self: the list
   *
   * Emitted when a key selected another row.
   */
  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * AcademyCellList::clicked:
   * @self: the list
   *
   * Emitted when a click selected a row.
   */
  signals[CLICKED] = g_signal_new ("clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
academy_cell_list_init (AcademyCellList *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  self->checked = g_hash_table_new (NULL, NULL);
  self->selected = GTK_INVALID_LIST_POSITION;
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_popover_set_child (GTK_POPOVER (self), scrolled);
  gtk_widget_set_size_request (GTK_WIDGET (self), LEAST_WIDTH, -1);
}

/**
 * academy_cell_list_new:
 * @cell: (transfer none): the entry to which the list belongs
 *
 * Returns: (transfer none): a list without titles below @cell
 */
AcademyCellList *
academy_cell_list_new (AcademyCellEntry *cell)
{
  AcademyCellList *self = g_object_new (ACADEMY_TYPE_CELL_LIST, NULL);

  self->cell = cell;
  academy_cell_entry_set_popover (cell, GTK_POPOVER (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (academy_cell_entry_get_text (cell)),
                                  GTK_ACCESSIBLE_PROPERTY_AUTOCOMPLETE, GTK_ACCESSIBLE_AUTOCOMPLETE_LIST,
                                  GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE,
                                  -1);
  return self;
}

/**
 * academy_cell_list_set_titles:
 * @self: a list
 * @titles: what there is to choose from
 *
 * Sets all titles, of which none is selected and none checked.
 */
void
academy_cell_list_set_titles (AcademyCellList    *self,
                              const char * const *titles)
{
  g_autoptr(GStrvBuilder) folded = g_strv_builder_new ();

  for (guint i = 0; titles[i] != NULL; i++)
    g_strv_builder_take (folded, academy_language_casefold (titles[i]));
  g_strfreev (self->titles);
  g_strfreev (self->folded);
  self->titles = g_strdupv ((char **) titles);
  self->folded = g_strv_builder_end (folded);
  g_hash_table_remove_all (self->checked);
  self->selected = GTK_INVALID_LIST_POSITION;
}

/**
 * academy_cell_list_get_title:
 * @self: a list
 * @position: a position, or %GTK_INVALID_LIST_POSITION
 *
 * Returns: (transfer none): the title at @position, or an empty text
 */
const char *
academy_cell_list_get_title (AcademyCellList *self,
                             guint            position)
{
  return position != GTK_INVALID_LIST_POSITION ? self->titles[position] : "";
}

static GtkWidget *
create_row (AcademyCellList *self,
            guint            position)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (self->titles[position]);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_visible (check, academy_cell_list_is_checked (self, position));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), check);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_focusable (row, FALSE);

  return row;
}

static GtkWidget *
create_rest (guint n_others)
{
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *text = g_strdup_printf (ngettext ("%u more. Type a part of its name.",
                                                     "%u more. Type a part of the name.", n_others), n_others);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dimmed");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}

static GtkListBoxRow *
find_row (AcademyCellList *self,
          guint            position)
{
  for (guint i = 0; i < self->shown->len; i++)
    if (g_array_index (self->shown, guint, i) == position)
      return gtk_list_box_get_row_at_index (self->list, i);

  return NULL;
}

/* The first title that begins with the typed text, or else that contains it. */
static guint
find_best (AcademyCellList *self,
           const char      *typed)
{
  for (guint i = 0; i < self->shown->len; i++)
    if (g_str_has_prefix (self->folded[g_array_index (self->shown, guint, i)], typed))
      return g_array_index (self->shown, guint, i);

  return self->shown->len > 0 ? g_array_index (self->shown, guint, 0) : GTK_INVALID_LIST_POSITION;
}

/**
 * academy_cell_list_filter:
 * @self: a list
 * @typed: a typed text
 *
 * Shows the titles that contain @typed, and selects the one most likely meant; all
 * of them with the selected one, when @typed is empty.
 */
void
academy_cell_list_filter (AcademyCellList *self,
                          const char      *typed)
{
  g_autofree char *folded = academy_language_casefold (typed);
  guint n_others = 0;

  gtk_list_box_remove_all (self->list);
  g_array_set_size (self->shown, 0);
  for (guint i = 0; self->titles[i] != NULL; i++)
    if (strstr (self->folded[i], folded) == NULL)
      continue;
    else if (self->shown->len < MOST_ROWS)
      {
        gtk_list_box_append (self->list, create_row (self, i));
        g_array_append_val (self->shown, i);
      }
    else
      n_others++;
  if (n_others > 0)
    gtk_list_box_append (self->list, create_rest (n_others));

  academy_cell_list_select (self, *typed != '\0' ? find_best (self, folded) : self->selected);
  if (self->shown->len > 0)
    academy_cell_entry_open (self->cell);
  else
    academy_cell_entry_close (self->cell);
}

/**
 * academy_cell_list_has:
 * @self: a list
 * @typed: a text
 *
 * Returns: whether a title contains @typed
 */
gboolean
academy_cell_list_has (AcademyCellList *self,
                       const char      *typed)
{
  g_autofree char *folded = academy_language_casefold (typed);

  for (guint i = 0; self->folded[i] != NULL; i++)
    if (strstr (self->folded[i], folded) != NULL)
      return TRUE;

  return FALSE;
}

/**
 * academy_cell_list_get_selected:
 * @self: a list
 *
 * Returns: the position of the selected title, or %GTK_INVALID_LIST_POSITION
 */
guint
academy_cell_list_get_selected (AcademyCellList *self)
{
  return self->selected;
}

/**
 * academy_cell_list_select:
 * @self: a list
 * @position: the position of a title, or %GTK_INVALID_LIST_POSITION
 *
 * Selects a title.
 */
void
academy_cell_list_select (AcademyCellList *self,
                          guint            position)
{
  GtkListBoxRow *row = find_row (self, position);

  self->selected = position;
  gtk_list_box_select_row (self->list, row);
  if (row != NULL)
    gtk_viewport_scroll_to (GTK_VIEWPORT (gtk_widget_get_ancestor (GTK_WIDGET (self->list), GTK_TYPE_VIEWPORT)),
                            GTK_WIDGET (row), NULL);
}

static void
announce (AcademyCellList *self)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (self->cell), self->titles[self->selected],
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Stops at the ends of the list. */
static void
move (AcademyCellList *self,
      int              by)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list);
  int row = selected != NULL ? gtk_list_box_row_get_index (selected) + by : by > 0 ? 0 : (int) self->shown->len - 1;

  if (row < 0 || row >= (int) self->shown->len)
    return;

  academy_cell_list_select (self, g_array_index (self->shown, guint, row));
  announce (self);
  g_signal_emit (self, signals[MOVED], 0);
}

/**
 * academy_cell_list_press:
 * @self: a list
 * @key: the value of a key pressed in the text
 * @modifiers: the modifiers
 *
 * Moves the selection by the arrow keys while the list is open.
 *
 * Returns: whether the key is handled
 */
gboolean
academy_cell_list_press (AcademyCellList *self,
                         guint            key,
                         GdkModifierType  modifiers)
{
  if (modifiers != 0)
    return FALSE;

  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, 1);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, -1);
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * academy_cell_list_check:
 * @self: a list
 * @position: the position of a title
 * @checked: whether it is one of those that are chosen
 *
 * Shows a check beside a title, or removes it.
 */
void
academy_cell_list_check (AcademyCellList *self,
                         guint            position,
                         gboolean         checked)
{
  GtkListBoxRow *row = find_row (self, position);

  if (checked)
    g_hash_table_add (self->checked, GUINT_TO_POINTER (position));
  else
    g_hash_table_remove (self->checked, GUINT_TO_POINTER (position));
  if (row != NULL)
    gtk_widget_set_visible (gtk_widget_get_last_child (gtk_list_box_row_get_child (row)), checked);
}

/**
 * academy_cell_list_is_checked:
 * @self: a list
 * @position: the position of a title
 *
 * Returns: whether there is a check beside it
 */
gboolean
academy_cell_list_is_checked (AcademyCellList *self,
                              guint            position)
{
  return g_hash_table_contains (self->checked, GUINT_TO_POINTER (position));
}
