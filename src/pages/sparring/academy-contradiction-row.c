/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-contradiction-row.h"

#include <glib/gi18n-lib.h>

#include "academy-form.h"
#include "academy-kinds.h"

/* The width of the text of one of two notes, which stand side by side where there is
 * room. */
#define SIDE_CHARS 32

struct _AcademyContradictionRow {
  AdwPreferencesRow  parent_instance;

  /* Template children */
  AdwWrapBox        *sides;
  GtkWidget         *agree_button;
  GtkBox            *settlement;

  /* Borrowed */
  AcademyForm       *form;
  GtkLabel          *authors[2];
  GtkLabel          *texts[2];
};

G_DEFINE_FINAL_TYPE (AcademyContradictionRow, academy_contradiction_row, ADW_TYPE_PREFERENCES_ROW)

/**
 * AcademyContradictionRow:
 *
 * Two notes that contradict each other, side by side, and the field that says how
 * that was settled.
 */

static GtkLabel *
append_label (GtkBox     *box,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), SIDE_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);

  return GTK_LABEL (label);
}

static void
show_side (AcademyContradictionRow *self,
           guint                    side,
           AcademyItem             *note)
{
  const char *author = academy_item_get_text (note, "author_role");
  const char *name = author != NULL ? author : _("Unsigned");
  g_autofree char *heading = academy_item_is_confidential (note) ? g_strjoin (" · ", name, _("Private"), NULL) : g_strdup (name);

  gtk_label_set_label (self->authors[side], heading);
  gtk_label_set_label (self->texts[side], academy_item_get_text (note, "text"));
}

static void
academy_contradiction_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_CONTRADICTION_ROW);

  G_OBJECT_CLASS (academy_contradiction_row_parent_class)->dispose (object);
}

static void
academy_contradiction_row_class_init (AcademyContradictionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_contradiction_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-contradiction-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyContradictionRow, sides);
  gtk_widget_class_bind_template_child (widget_class, AcademyContradictionRow, agree_button);
  gtk_widget_class_bind_template_child (widget_class, AcademyContradictionRow, settlement);
}

static void
academy_contradiction_row_init (AcademyContradictionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    {
      GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

      self->authors[i] = append_label (GTK_BOX (side), "heading");
      self->texts[i] = append_label (GTK_BOX (side), "body");
      adw_wrap_box_append (self->sides, side);
    }
}

/**
 * academy_contradiction_row_show:
 * @self: a row
 * @store: a store
 * @note: a note; always the same one
 * @other: the note that it contradicts
 *
 * Shows @note and @other as they are now.
 */
void
academy_contradiction_row_show (AcademyContradictionRow *self,
                                AcademyStore            *store,
                                AcademyItem             *note,
                                AcademyItem             *other)
{
  static const char * const names[] = { "settlement", NULL };
  g_autofree char *title = academy_item_dup_title (note, academy_language_get_default ());

  if (self->form == NULL)
    {
      self->form = ACADEMY_FORM (academy_form_new_for_fields (store, &academy_note_kind, names));
      gtk_widget_add_css_class (GTK_WIDGET (self->form), "plain");
      gtk_box_append (self->settlement, GTK_WIDGET (self->form));
      academy_form_set_item (self->form, note);
    }

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  show_side (self, 0, note);
  show_side (self, 1, other);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->agree_button), "s", academy_item_get_id (note));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->agree_button), "after.agree");
}

/**
 * academy_contradiction_row_get_note:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the note that is shown
 */
AcademyItem *
academy_contradiction_row_get_note (AcademyContradictionRow *self)
{
  return self->form != NULL ? academy_form_get_item (self->form) : NULL;
}
