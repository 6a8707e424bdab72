/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-cell.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "academy-bar.h"
#include "academy-draft.h"
#include "academy-status.h"

struct _AcademyCell {
  GtkWidget           parent_instance;

  /* Owned */
  AcademyStore       *store;
  AcademyItem        *item;
  PangoLayout        *layout;
  char               *text;

  /* Borrowed */
  const AcademyField *field;
  AcademyPaste       *paste;
};

G_DEFINE_FINAL_TYPE (AcademyCell, academy_cell, GTK_TYPE_WIDGET)

/**
 * AcademyCell:
 *
 * The value of a field in a cell of a table, as one line. Its size depends on the
 * font alone, so that another item in a recycled row lays nothing out anew.
 *
 * A list has many more rows than are seen: a cell follows its item, and has its
 * text and style, while it is mapped.
 *
 * Accessibility: role `label`, called after its column and value when mapped.
 */

/* The column of the titles is wider than others, and never narrower than TITLE_CHARS; it
 * shares the room of a wide table up to MOST_TITLE_CHARS. */
#define TITLE_CHARS      30
#define MOST_TITLE_CHARS 60

/* Numbers and days are never cut, since a part of one reads as another. Other columns may
 * become as narrow as LEAST_CHARS; those of choices, which have few texts, stay wide enough
 * for the longest up to CHOICE_CHARS; what is overdue is bold and wider by BOLD_CHARS. */
#define LEAST_CHARS  4
#define BOLD_CHARS   2
#define CHOICE_CHARS 24

/* A column is so many characters wide until somebody makes it otherwise. */
static const guint8 chars[ACADEMY_N_FIELD_TYPES] = {
  [ACADEMY_TEXT] = 20,
  [ACADEMY_LONG_TEXT] = 28,
  [ACADEMY_DATE] = 11,
  [ACADEMY_INSTANT] = 17,
  [ACADEMY_INTEGER] = 5,
  [ACADEMY_DECIMAL] = 8,
  [ACADEMY_MONEY] = 12,
  [ACADEMY_CHOICE] = 19,
  [ACADEMY_FLAG] = 6,
  [ACADEMY_LINK] = 20,
  [ACADEMY_LINKS] = 24,
  [ACADEMY_CPV] = 10,
  [ACADEMY_EMAIL] = 22,
  [ACADEMY_URI] = 22,
};

/* The least width of a column of choices in a font whose letters are so wide. */
typedef struct {
  int letter;
  int width;
} Room;

/* Returns the width of the longest choice, and that it is overdue, within reason. */
static int
measure_choices (AcademyCell *self,
                 int          letter)
{
  const AcademyLanguage *language = academy_language_get_default ();
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  int least = LEAST_CHARS * letter;

  for (const AcademyChoice *choice = self->field->choices; choice->token != NULL; choice++)
    {
      gboolean can_be_late = choice->status != ACADEMY_STATUS_UNKNOWN && !academy_status_is_finished (choice->status);
      g_autofree char *text = can_be_late ? academy_bar_format_overdue (_(choice->label), language)
                                          : g_strdup (_(choice->label));
      int width;

      pango_layout_set_text (layout, text, -1);
      pango_layout_get_size (layout, &width, NULL);
      least = MAX (least, width + (can_be_late ? BOLD_CHARS * letter : 0));
    }

  return MIN (least, CHOICE_CHARS * letter);
}

static gboolean
is_title (AcademyCell *self)
{
  return self->field->type == ACADEMY_TEXT && academy_field_is_required (self->field);
}

static gboolean
is_exact (AcademyCell *self)
{
  static const gboolean exact[ACADEMY_N_FIELD_TYPES] = {
    [ACADEMY_DATE] = TRUE,
    [ACADEMY_INSTANT] = TRUE,
    [ACADEMY_INTEGER] = TRUE,
    [ACADEMY_DECIMAL] = TRUE,
    [ACADEMY_MONEY] = TRUE,
  };

  return exact[self->field->type];
}

/* Returns the width that is always visible, in Pango units. All cells of a column of
 * choices have the same, which is measured once. */
static int
get_least_width (AcademyCell *self,
                 int          letter)
{
  static GHashTable *rooms = NULL;
  Room *room;

  if (is_title (self))
    return TITLE_CHARS * letter;
  if (self->field->type != ACADEMY_CHOICE)
    return LEAST_CHARS * letter;

  if (rooms == NULL)
    rooms = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  room = g_hash_table_lookup (rooms, self->field);
  if (room == NULL)
    {
      room = g_new0 (Room, 1);
      g_hash_table_insert (rooms, (gpointer) self->field, room);
    }
  if (room->letter != letter)
    *room = (Room) { letter, measure_choices (self, letter) };

  return room->width;
}

/* Returns an item that is in the file or comes there with the pasted rows. */
static AcademyItem *
get_target (AcademyStore       *store,
            AcademyPaste       *paste,
            const AcademyField *field,
            const char         *id)
{
  AcademyItem *added = paste != NULL ? academy_paste_find_target (paste, id) : NULL;

  return added != NULL ? g_object_ref (added) : academy_store_get (store, academy_kind_find (field->target), id, NULL);
}

/* Titles may have commas of their own. */
static void
append_title (GString            *text,
              AcademyStore       *store,
              AcademyPaste       *paste,
              const AcademyField *field,
              const char         *id)
{
  g_autoptr(AcademyItem) target = get_target (store, paste, field, id);
  g_autofree char *title = NULL;

  if (target == NULL)
    return;
  title = academy_item_dup_title (target, academy_language_get_default ());
  g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", title);
}

static char *
dup_titles (AcademyStore       *store,
            AcademyPaste       *paste,
            AcademyItem        *item,
            const AcademyField *field)
{
  g_autoptr(GString) text = g_string_new (NULL);

  if (field->type == ACADEMY_LINK && academy_item_get_text (item, field->name) != NULL)
    append_title (text, store, paste, field, academy_item_get_text (item, field->name));
  if (field->type == ACADEMY_LINKS)
    for (const char * const *id = academy_item_get_links (item, field->name); id != NULL && *id != NULL; id++)
      append_title (text, store, paste, field, *id);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* Cuts a text of several lines after its first. */
static char *
dup_first_line (const char *text)
{
  const char *end = strchr (text, '\n');
  g_autofree char *line = NULL;

  if (end == NULL)
    return g_strdup (text);

  line = g_strndup (text, end - text);
  return g_strconcat (line, "…", NULL);
}

/* What there is to say about a pasted text. */
static const AcademyRemark *
get_remark (AcademyCell *self)
{
  return self->paste != NULL && self->item != NULL ? academy_paste_get_remark (self->paste, self->item, self->field) : NULL;
}

static gboolean
is_overdue (AcademyCell *self)
{
  const AcademyKind *kind = academy_item_get_kind (self->item);

  return !academy_draft_is (self->item) && self->paste == NULL &&
         (g_strcmp0 (self->field->name, kind->status) == 0 || g_strcmp0 (self->field->name, kind->end) == 0) &&
         academy_status_is_overdue (self->item, academy_store_get_day (self->store));
}

/* A new item shows no value that it has not been given, and a pasted one the text
 * that was not understood. */
static char *
dup_shown (AcademyCell *self,
           gboolean     overdue)
{
  const AcademyLanguage *language = academy_language_get_default ();
  const AcademyKind *kind = academy_item_get_kind (self->item);
  const AcademyRemark *remark = get_remark (self);
  g_autofree char *text = NULL;

  if (remark != NULL && !remark->is_understood)
    return dup_first_line (*remark->text != '\0' ? remark->text : remark->message);
  if (academy_draft_is (self->item))
    return g_strdup (self->field == academy_kind_find_title (kind) ? _(kind->add) : "");

  text = self->field->target != NULL ? dup_titles (self->store, self->paste, self->item, self->field)
                                     : academy_cell_dup_text (self->store, self->item, self->field);
  if (overdue && g_strcmp0 (self->field->name, kind->status) == 0)
    return academy_bar_format_overdue (text, language);
  return self->field->type == ACADEMY_LONG_TEXT ? dup_first_line (text) : g_steal_pointer (&text);
}

static void
name_cell (AcademyCell *self)
{
  const char *heading = _(self->field->label);
  const AcademyRemark *remark = get_remark (self);
  gboolean is_empty = *self->text == '\0' || (self->item != NULL && academy_draft_is (self->item));
  /* Translators: the heading of a column, and the value in one row */
  g_autofree char *name = is_empty ? g_strdup_printf (C_("cell", "%s: empty"), heading)
                                   : g_strdup_printf (C_("cell", "%s: %s"), heading, self->text);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, remark != NULL ? remark->message : "", -1);
}

static void
set_css_class (GtkWidget  *widget,
               const char *css_class,
               gboolean    set)
{
  if (set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
show_text (AcademyCell *self)
{
  g_autofree char *text = dup_shown (self, is_overdue (self));

  if (!g_str_equal (text, self->text))
    {
      g_free (self->text);
      self->text = g_steal_pointer (&text);
      if (self->layout != NULL)
        pango_layout_set_text (self->layout, self->text, -1);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  name_cell (self);
}

static void
show (AcademyCell *self)
{
  const AcademyRemark *remark = get_remark (self);

  set_css_class (GTK_WIDGET (self), "overdue", is_overdue (self));
  set_css_class (GTK_WIDGET (self), "dimmed", academy_draft_is (self->item));
  set_css_class (GTK_WIDGET (self), "error", remark != NULL && !remark->is_understood);
  set_css_class (GTK_WIDGET (self), "warning", remark != NULL && remark->is_understood);
  show_text (self);
}

static void
day_changed_cb (AcademyCell *self)
{
  academy_cell_update (self);
}

static void
notify_cb (AcademyCell *self)
{
  academy_cell_update (self);
}

static void
follow (AcademyCell *self)
{
  g_signal_connect_swapped (self->item, "notify", G_CALLBACK (notify_cb), self);
  show (self);
}

/* The name of another item, or of what the item was before, would be worse than
 * none. */
static void
leave (AcademyCell *self)
{
  g_signal_handlers_disconnect_by_func (self->item, notify_cb, self);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static PangoLayout *
get_layout (AcademyCell *self)
{
  g_autoptr(PangoAttrList) attributes = NULL;

  if (self->layout != NULL)
    return self->layout;

  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  return self->layout;
}

static gboolean
is_rtl (AcademyCell *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static void
academy_cell_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  AcademyCell *self = ACADEMY_CELL (widget);
  PangoLayout *layout;
  PangoRectangle extents;
  GdkRGBA colour;
  int width = gtk_widget_get_width (widget);
  gboolean at_right = academy_cell_is_at_end (self->field) != is_rtl (self);

  if (*self->text == '\0')
    return;

  layout = get_layout (self);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  gtk_widget_get_color (widget, &colour);
  gtk_snapshot_save (snapshot);
  /* The layout itself aligns its text by the direction of its first letter. */
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (at_right ? width - extents.width - extents.x : -extents.x,
                                                          (gtk_widget_get_height (widget) - extents.height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
academy_cell_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  AcademyCell *self = ACADEMY_CELL (widget);
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int letter = pango_font_metrics_get_approximate_char_width (metrics);
      int width = MAX (letter, pango_font_metrics_get_approximate_digit_width (metrics));

      /* Titles and choices have few digits, which are wider. */
      *natural = PANGO_PIXELS_CEIL (is_title (self) ? MOST_TITLE_CHARS * letter : chars[self->field->type] * width);
      *minimum = is_exact (self) ? *natural : PANGO_PIXELS_CEIL (get_least_width (self, letter));
      *natural = MAX (*minimum, *natural);
    }
  else
    *minimum = *natural = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));

  pango_font_metrics_unref (metrics);
}

static void
academy_cell_map (GtkWidget *widget)
{
  AcademyCell *self = ACADEMY_CELL (widget);

  if (self->item != NULL)
    follow (self);

  GTK_WIDGET_CLASS (academy_cell_parent_class)->map (widget);
}

static void
academy_cell_unmap (GtkWidget *widget)
{
  AcademyCell *self = ACADEMY_CELL (widget);

  GTK_WIDGET_CLASS (academy_cell_parent_class)->unmap (widget);

  if (self->item != NULL)
    leave (self);
}

static void
academy_cell_css_changed (GtkWidget         *widget,
                          GtkCssStyleChange *change)
{
  g_clear_object (&ACADEMY_CELL (widget)->layout);

  GTK_WIDGET_CLASS (academy_cell_parent_class)->css_changed (widget, change);
}

static void
academy_cell_system_setting_changed (GtkWidget        *widget,
                                     GtkSystemSetting  setting)
{
  g_clear_object (&ACADEMY_CELL (widget)->layout);
  gtk_widget_queue_resize (widget);

  GTK_WIDGET_CLASS (academy_cell_parent_class)->system_setting_changed (widget, setting);
}

/* Shows a text that is cut off complete in the tooltip. */
static gboolean
academy_cell_query_tooltip (GtkWidget  *widget,
                            int         x,
                            int         y,
                            gboolean    keyboard,
                            GtkTooltip *tooltip)
{
  AcademyCell *self = ACADEMY_CELL (widget);
  const AcademyRemark *remark = get_remark (self);
  g_autofree char *text = NULL;

  if (remark != NULL)
    {
      gtk_tooltip_set_text (tooltip, remark->message);
      return TRUE;
    }
  if (self->item == NULL || academy_draft_is (self->item))
    return FALSE;

  text = academy_cell_dup_text (self->store, self->item, self->field);
  if (strchr (text, '\n') == NULL && !pango_layout_is_ellipsized (get_layout (self)))
    return FALSE;

  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
academy_cell_dispose (GObject *object)
{
  AcademyCell *self = ACADEMY_CELL (object);

  academy_cell_set_item (self, NULL);
  g_clear_object (&self->layout);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_cell_parent_class)->dispose (object);
}

static void
academy_cell_finalize (GObject *object)
{
  g_free (ACADEMY_CELL (object)->text);

  G_OBJECT_CLASS (academy_cell_parent_class)->finalize (object);
}

static void
academy_cell_class_init (AcademyCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_cell_dispose;
  G_OBJECT_CLASS (klass)->finalize = academy_cell_finalize;
  widget_class->measure = academy_cell_measure;
  widget_class->snapshot = academy_cell_snapshot;
  widget_class->map = academy_cell_map;
  widget_class->unmap = academy_cell_unmap;
  widget_class->css_changed = academy_cell_css_changed;
  widget_class->system_setting_changed = academy_cell_system_setting_changed;
  widget_class->query_tooltip = academy_cell_query_tooltip;
  /* Themes have rules for any "widget", and GTK computes a style again that one of them may match. */
  gtk_widget_class_set_css_name (widget_class, "table-cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
academy_cell_init (AcademyCell *self)
{
  self->text = g_strdup ("");
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/**
 * academy_cell_new:
 * @store: the store of the items
 * @field: the field to show
 *
 * Returns: (transfer floating): a cell without an item yet
 */
GtkWidget *
academy_cell_new (AcademyStore       *store,
                  const AcademyField *field)
{
  AcademyCell *self = g_object_new (ACADEMY_TYPE_CELL, NULL);

  self->store = g_object_ref (store);
  self->field = field;
  academy_store_connect_day (store, G_CALLBACK (day_changed_cb), self);

  return GTK_WIDGET (self);
}

/**
 * academy_cell_set_paste:
 * @self: a cell
 * @paste: pasted rows, which exist as long as the cell has an item
 *
 * Marks what was not understood in pasted texts, and what people should look at.
 */
void
academy_cell_set_paste (AcademyCell  *self,
                        AcademyPaste *paste)
{
  self->paste = paste;
}

/**
 * academy_cell_set_item:
 * @self: a cell
 * @item: (nullable): the item of its row
 */
void
academy_cell_set_item (AcademyCell *self,
                       AcademyItem *item)
{
  gboolean is_mapped = gtk_widget_get_mapped (GTK_WIDGET (self));

  if (is_mapped && self->item != NULL)
    leave (self);
  g_set_object (&self->item, item);
  if (is_mapped && item != NULL)
    follow (self);
}

AcademyItem *
academy_cell_get_item (AcademyCell *self)
{
  return self->item;
}

const AcademyField *
academy_cell_get_field (AcademyCell *self)
{
  return self->field;
}

const char *
academy_cell_get_text (AcademyCell *self)
{
  if (self->item != NULL && !gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_text (self);
  return self->text;
}

/**
 * academy_cell_update:
 * @self: a cell
 *
 * Shows the value again, of which more than the item may have changed: the title
 * of a link, or the day.
 */
void
academy_cell_update (AcademyCell *self)
{
  if (self->item != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    show (self);
}

/**
 * academy_cell_dup_text:
 * @store: the store of @item
 * @item: an item
 * @field: a field of it
 *
 * Returns: (transfer full): the value as people read it, with all its lines; ""
 *   for none
 */
char *
academy_cell_dup_text (AcademyStore       *store,
                       AcademyItem        *item,
                       const AcademyField *field)
{
  if (field->type == ACADEMY_LINK || field->type == ACADEMY_LINKS)
    return dup_titles (store, NULL, item, field);
  if (field->type == ACADEMY_FLAG)
    return g_strdup (academy_item_get_flag (item, field->name) ? _("Yes") : "");

  return academy_language_format_value (academy_language_get_default (), field, academy_item_get_value (item, field));
}

/**
 * academy_cell_is_at_end:
 * @field: a field
 *
 * Returns: whether its values are aligned at the end of a cell, as numbers are
 */
gboolean
academy_cell_is_at_end (const AcademyField *field)
{
  return academy_field_is_number (field);
}
