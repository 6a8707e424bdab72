/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-report-view.h"

#include "academy-figure-view.h"
#include "academy-report-group.h"
#include "academy-report-text.h"

/* How much of their colour the details of a text have, as dimmed labels. */
#define DETAIL_ALPHA 0.72

/* The gaps between sections, between the parts of a section, and between items. */
#define SECTION_GAP 24
#define BLOCK_GAP   8
#define ITEM_GAP    4

struct _AcademyReportView {
  AdwBin         parent_instance;

  /* Owned */
  AcademyReport *report;
  char          *told;
};

G_DEFINE_FINAL_TYPE (AcademyReportView, academy_report_view, ADW_TYPE_BIN)

/**
 * AcademyReportView:
 *
 * A report for reading on the screen, as labels whose text can be selected, lists and
 * tables. Tab goes from section to section, Up and Down from text to text.
 */

static PangoAttribute *
limit (PangoAttribute *attribute,
       guint           start,
       guint           end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  return attribute;
}

/* Marks the beginning of a text, and dims what is less important at its end. */
static PangoAttrList *
create_attributes (const AcademyReportText *text,
                   const AcademyLanguage   *language)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_attr_list_insert (attributes, pango_attr_language_new (pango_language_from_string (academy_language_get_code (language))));
  if (text->lead > 0)
    pango_attr_list_insert (attributes, limit (pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD), 0, text->lead));
  if (text->lead > 0 && text->urgent)
    {
      const AcademyColour *late = &academy_figure_view_get_palette ()->late;

      pango_attr_list_insert (attributes, limit (pango_attr_foreground_new (late->red * G_MAXUINT16, late->green * G_MAXUINT16,
                                                                            late->blue * G_MAXUINT16), 0, text->lead));
    }
  if (text->text[text->detail] != '\0')
    pango_attr_list_insert (attributes, limit (pango_attr_foreground_alpha_new (DETAIL_ALPHA * G_MAXUINT16), text->detail,
                                               G_MAXUINT));

  return attributes;
}

static GtkWidget *
create_label (AcademyReportView       *self,
              const AcademyReportText *text,
              GtkAccessibleRole        role,
              const char              *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", role,
                                   "label", text->text,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.f,
                                   "selectable", TRUE,
                                   NULL);
  PangoAttrList *attributes = create_attributes (text, self->report->language);

  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  pango_attr_list_unref (attributes);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static GtkWidget *
create_heading (AcademyReportView       *self,
                const AcademyReportText *text,
                int                      level,
                const char              *style)
{
  GtkWidget *label = create_label (self, text, GTK_ACCESSIBLE_ROLE_HEADING, style);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, level, -1);
  return label;
}

/* Appends a label, unless its text is empty. */
static void
append_text (AcademyReportView       *self,
             GtkBox                  *box,
             const AcademyReportText *text,
             const char              *style)
{
  if (*text->text != '\0')
    gtk_box_append (box, create_label (self, text, GTK_ACCESSIBLE_ROLE_LABEL, style));
}

static GtkWidget *
create_list (AcademyReportView  *self,
             const AcademyBlock *block)
{
  GtkWidget *list = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", ITEM_GAP,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, NULL);

  for (guint i = 0; i < block->texts->len; i++)
    {
      GtkWidget *item = g_object_new (GTK_TYPE_BOX, "spacing", BLOCK_GAP, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
      GtkWidget *mark = g_object_new (GTK_TYPE_LABEL, "label", "•", "valign", GTK_ALIGN_START,
                                      "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      GtkWidget *label = create_label (self, g_ptr_array_index (block->texts, i), GTK_ACCESSIBLE_ROLE_LABEL, NULL);

      gtk_widget_add_css_class (mark, "dimmed");
      gtk_widget_set_hexpand (label, TRUE);
      gtk_box_append (GTK_BOX (item), mark);
      gtk_box_append (GTK_BOX (item), label);
      gtk_box_append (GTK_BOX (list), item);
    }

  return list;
}

static void
attach_cell (AcademyReportView       *self,
             GtkGrid                 *grid,
             const AcademyReportText *text,
             const AcademyBlock      *block,
             guint                    place,
             gboolean                 is_head)
{
  const AcademyReportColumn *column = g_ptr_array_index (block->columns, place % block->columns->len);
  GtkWidget *cell = create_label (self, text, is_head ? GTK_ACCESSIBLE_ROLE_COLUMN_HEADER : GTK_ACCESSIBLE_ROLE_CELL,
                                  is_head ? "caption-heading" : column->number ? "numeric" : NULL);

  gtk_label_set_xalign (GTK_LABEL (cell), column->number ? 1 : 0);
  gtk_widget_set_valign (cell, GTK_ALIGN_BASELINE_FILL);
  gtk_widget_set_hexpand (cell, !column->number);
  gtk_grid_attach (grid, cell, place % block->columns->len, place / block->columns->len, 1, 1);
}

static GtkWidget *
create_table (AcademyReportView  *self,
              const AcademyBlock *block)
{
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "column-spacing", 12, "row-spacing", ITEM_GAP,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE, NULL);

  for (guint i = 0; i < block->columns->len; i++)
    attach_cell (self, GTK_GRID (grid), &((const AcademyReportColumn *) g_ptr_array_index (block->columns, i))->title, block, i,
                 TRUE);
  for (guint i = 0; i < block->texts->len; i++)
    attach_cell (self, GTK_GRID (grid), g_ptr_array_index (block->texts, i), block, i + block->columns->len, FALSE);

  return grid;
}

static void
append_block (AcademyReportView  *self,
              GtkBox             *box,
              const AcademyBlock *block)
{
  switch (block->type)
    {
    case ACADEMY_BLOCK_HEADING:
      for (guint i = 0; i < block->texts->len; i++)
        gtk_box_append (box, create_heading (self, g_ptr_array_index (block->texts, i), 3, "heading"));
      break;
    case ACADEMY_BLOCK_TEXT:
      for (guint i = 0; i < block->texts->len; i++)
        append_text (self, box, g_ptr_array_index (block->texts, i), NULL);
      break;
    case ACADEMY_BLOCK_LIST:
      gtk_box_append (box, create_list (self, block));
      break;
    case ACADEMY_BLOCK_TABLE:
      gtk_box_append (box, create_table (self, block));
      break;
    case ACADEMY_BLOCK_FIGURE:
      gtk_box_append (box, academy_figure_view_new (self->report, block));
      break;
    default:
      g_assert_not_reached ();
    }
}

static GtkWidget *
create_section (AcademyReportView          *self,
                const AcademyReportSection *section)
{
  GtkWidget *group = academy_report_group_new (BLOCK_GAP);
  GtkWidget *heading = create_heading (self, &section->title, 2, "title-4");

  gtk_widget_set_name (group, section->id);
  if (section->confidential)
    gtk_widget_add_css_class (group, "report-confidential");
  gtk_box_append (GTK_BOX (group), heading);
  for (guint i = 0; i < section->blocks->len; i++)
    append_block (self, GTK_BOX (group), g_ptr_array_index (section->blocks, i));

  return group;
}

static GtkWidget *
create_head (AcademyReportView *self)
{
  GtkWidget *group = academy_report_group_new (ITEM_GAP);

  gtk_box_append (GTK_BOX (group), create_heading (self, &self->report->title, 1, "title-2"));
  append_text (self, GTK_BOX (group), &self->report->kicker, "dimmed");
  append_text (self, GTK_BOX (group), &self->report->notice, "report-notice");
  for (guint i = 0; i < self->report->facts->len; i++)
    append_text (self, GTK_BOX (group), g_ptr_array_index (self->report->facts, i), NULL);

  return group;
}

/* Creates the widgets of the report anew. */
static void
fill (AcademyReportView *self)
{
  GtkWidget *box;

  if (self->report == NULL)
    {
      adw_bin_set_child (ADW_BIN (self), NULL);
      return;
    }

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SECTION_GAP);
  gtk_box_append (GTK_BOX (box), create_head (self));
  for (guint i = 0; i < self->report->sections->len; i++)
    gtk_box_append (GTK_BOX (box), create_section (self, g_ptr_array_index (self->report->sections, i)));
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
academy_report_view_finalize (GObject *object)
{
  AcademyReportView *self = ACADEMY_REPORT_VIEW (object);

  g_clear_pointer (&self->report, academy_report_unref);
  g_free (self->told);

  G_OBJECT_CLASS (academy_report_view_parent_class)->finalize (object);
}

static void
academy_report_view_class_init (AcademyReportViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = academy_report_view_finalize;
}

static void
academy_report_view_init (AcademyReportView *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
}

/**
 * academy_report_view_new:
 *
 * Returns: (transfer floating): a view without a report
 */
GtkWidget *
academy_report_view_new (void)
{
  return g_object_new (ACADEMY_TYPE_REPORT_VIEW, NULL);
}

/**
 * academy_report_view_get_report:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): what it shows
 */
AcademyReport *
academy_report_view_get_report (AcademyReportView *self)
{
  return self->report;
}

/**
 * academy_report_view_set_report:
 * @self: a view
 * @report: (nullable): a report
 *
 * Shows @report. Nothing changes when it tells the same as the one before, so that the
 * selection and the focus stay.
 */
void
academy_report_view_set_report (AcademyReportView *self,
                                AcademyReport     *report)
{
  g_autofree char *told = report != NULL ? academy_report_dup_text (report, ACADEMY_REPORT_HTML_PAGE) : NULL;

  if (g_strcmp0 (told, self->told) == 0)
    return;

  g_clear_pointer (&self->report, academy_report_unref);
  self->report = report != NULL ? academy_report_ref (report) : NULL;
  g_free (self->told);
  self->told = g_steal_pointer (&told);
  fill (self);
}
