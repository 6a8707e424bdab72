/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-item-page.h"

#include <glib/gi18n-lib.h>

#include "academy-calendar-commands.h"
#include "academy-commands.h"
#include "academy-describe.h"
#include "academy-draft.h"
#include "academy-ical.h"
#include "academy-item-dialog.h"
#include "academy-kinds.h"
#include "academy-person-group.h"
#include "academy-section.h"
#include "academy-status.h"

struct _AcademyItemPage {
  AdwNavigationPage  parent_instance;

  /* Template children */
  GtkBox            *content;
  GtkWidget         *back_button;

  /* Owned */
  AcademyStore      *store;
  AcademyItem       *item;

  /* Borrowed */
  AcademyForm       *form;
  GtkWidget         *opener;
  const char        *first;

  gboolean           is_first;
  gboolean           was_shown;
  gboolean           by_keys;
};

G_DEFINE_FINAL_TYPE (AcademyItemPage, academy_item_page, ADW_TYPE_NAVIGATION_PAGE)

/**
 * AcademyItemPage:
 *
 * One item with its parts, as a page of an #AcademyItemDialog: its form, a
 * section for each kind of its parts, and a button to delete it. Input is saved
 * automatically.
 */

static void
leave_cb (AcademyItemPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "item.back", NULL);
}

static void
delete_cb (AcademyItemPage *self)
{
  if (academy_draft_is (self->item))
    leave_cb (self);
  else if (self->opener != NULL)
    academy_command_delete (self->opener, self->store, self->item);
}

static void
invite_cb (AcademyItemPage *self)
{
  if (academy_form_flush (self->form))
    academy_command_save_invitation (GTK_WIDGET (self), self->store, self->item);
}

/* The window closes the dialog, which saves first. */
static void
prepare_cb (AcademyItemPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.prepare-session", "s", academy_item_get_id (self->item));
}

static void
wrap_up_cb (AcademyItemPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.wrap-up-session", "s", academy_item_get_id (self->item));
}

static void
summarise_cb (AcademyItemPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.summarise-session", "s", academy_item_get_id (self->item));
}

/* Moves the focus to the field that was asked for, or to the first text of a draft,
 * where a dialog that opens leaves it. */
static void
start (AcademyItemPage *self)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_DIALOG);

  if (!self->was_shown && (self->first != NULL || academy_draft_is (self->item)))
    {
      if (self->first != NULL)
        academy_form_start (self->form, self->first);
      else
        academy_form_start_first (self->form);
      adw_dialog_set_focus (ADW_DIALOG (dialog), gtk_root_get_focus (gtk_widget_get_root (dialog)));
    }
  self->was_shown = TRUE;
}

/* The first page of a dialog is shown before it is mapped. One that is shown again
 * keeps its focus. */
static void
academy_item_page_shown (AdwNavigationPage *page)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (page)))
    start (ACADEMY_ITEM_PAGE (page));
  else
    ACADEMY_ITEM_PAGE (page)->is_first = TRUE;
}

/* Restores the visible focus ring for keyboard users, which a new dialog hides. */
static void
academy_item_page_map (GtkWidget *widget)
{
  AcademyItemPage *self = ACADEMY_ITEM_PAGE (widget);

  GTK_WIDGET_CLASS (academy_item_page_parent_class)->map (widget);

  if (self->is_first)
    start (self);
  if (self->by_keys)
    gtk_window_set_focus_visible (GTK_WINDOW (gtk_widget_get_root (widget)), TRUE);
  self->by_keys = FALSE;
}

static void
academy_item_page_dispose (GObject *object)
{
  AcademyItemPage *self = ACADEMY_ITEM_PAGE (object);

  g_clear_weak_pointer (&self->opener);
  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_ITEM_PAGE);
  g_clear_object (&self->item);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_item_page_parent_class)->dispose (object);
}

static void
academy_item_page_class_init (AcademyItemPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_item_page_dispose;
  widget_class->map = academy_item_page_map;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = academy_item_page_shown;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-item-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyItemPage, content);
  gtk_widget_class_bind_template_child (widget_class, AcademyItemPage, back_button);
}

static void
academy_item_page_init (AcademyItemPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Titles are too long for the header bar. */
static void
add_description (AcademyItemPage *self)
{
  g_autofree char *text = academy_describe_whole (self->store, self->item);
  GtkWidget *label;

  if (text == NULL)
    return;

  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (self->content, label);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, label, NULL, -1);
}

static void
add_parts (AcademyItemPage *self)
{
  for (const AcademyKind * const *part = academy_kinds (); *part != NULL; part++)
    {
      const AcademyField *owner = academy_kind_get_owner (*part);

      if (((*part)->flags & ACADEMY_KIND_MANY) == 0 &&
          owner != NULL && g_str_equal (owner->target, academy_item_get_kind (self->item)->name))
        gtk_box_append (self->content, academy_section_new (self->store, *part, self->item));
    }
}

static GtkWidget *
add_button (AcademyItemPage *self,
            const char      *title,
            GCallback        callback)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *button = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (button), title);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (button), TRUE);
  g_signal_connect_object (button, "activated", callback, self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), button);
  gtk_box_append (self->content, group);

  return button;
}

static void
add_delete_button (AcademyItemPage *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *button = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (button), _(academy_item_get_kind (self->item)->remove));
  gtk_widget_add_css_class (button, "destructive-action");
  gtk_widget_set_sensitive (button, !academy_store_is_read_only (self->store));
  g_signal_connect_object (button, "activated", G_CALLBACK (delete_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), button);
  gtk_box_append (self->content, group);
}

/* What is next for a session: before it, or after it. */
static void
add_session_buttons (AcademyItemPage *self)
{
  if (academy_status_get (self->item) != ACADEMY_STATUS_DONE)
    {
      add_button (self, _("_Prepare session"), G_CALLBACK (prepare_cb));
      return;
    }

  add_button (self, _("_Wrap up session"), G_CALLBACK (wrap_up_cb));
  add_button (self, _("_Summary for the organisation"), G_CALLBACK (summarise_cb));
}

static gboolean
is_focus_visible (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) && gtk_window_get_focus_visible (GTK_WINDOW (root));
}

/**
 * academy_item_page_new:
 * @store: a store
 * @item: the item to show; one of @store or a draft
 * @opener: (transfer none): the widget that shows the toast when @item is deleted
 *
 * Returns: (transfer floating): the page
 */
AcademyItemPage *
academy_item_page_new (AcademyStore *store,
                       AcademyItem  *item,
                       GtkWidget    *opener)
{
  const AcademyKind *kind = academy_item_get_kind (item);
  AcademyItemPage *self = g_object_new (ACADEMY_TYPE_ITEM_PAGE, "title", _(kind->label), NULL);

  self->store = g_object_ref (store);
  self->item = g_object_ref (item);
  g_set_weak_pointer (&self->opener, opener);
  self->by_keys = is_focus_visible (opener);
  if (academy_draft_is (item))
    academy_draft_ask (item);

  add_description (self);
  self->form = ACADEMY_FORM (academy_form_new (store, kind));
  gtk_box_append (self->content, GTK_WIDGET (self->form));
  academy_form_set_item (self->form, item);
  g_signal_connect_object (self->form, "open", G_CALLBACK (academy_item_dialog_open), store, G_CONNECT_DEFAULT);
  g_signal_connect_object (self->form, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  /* Items without an owner have pages for their parts. */
  if (kind == &academy_person_kind && !academy_draft_is (item))
    gtk_box_append (self->content, academy_person_group_new (store, item, opener));
  else if (academy_kind_get_owner (kind) != NULL)
    {
      add_parts (self);
      if (kind == &academy_session_kind && !academy_draft_is (item))
        add_session_buttons (self);
      if (academy_ical_has (kind))
        gtk_widget_set_tooltip_text (add_button (self, _("Save _invitation…"), G_CALLBACK (invite_cb)),
                                     _("A calendar file that can be sent by mail"));
      add_delete_button (self);
    }

  return self;
}

AcademyItem *
academy_item_page_get_item (AcademyItemPage *self)
{
  return self->item;
}

AcademyForm *
academy_item_page_get_form (AcademyItemPage *self)
{
  return self->form;
}

/**
 * academy_item_page_set_first:
 * @self: a page that was not shown yet
 * @field: the name of a field, as a constant
 *
 * Lets the focus be in @field first.
 */
void
academy_item_page_set_first (AcademyItemPage *self,
                             const char      *field)
{
  self->first = field;
}

/**
 * academy_item_page_return:
 * @self: a page that was popped
 *
 * Moves the focus back to where the item was opened.
 */
void
academy_item_page_return (AcademyItemPage *self)
{
  const char *id = academy_item_get_id (self->item);

  if (self->opener == NULL || !gtk_widget_get_mapped (self->opener))
    return;

  if (ACADEMY_IS_SECTION (self->opener))
    academy_section_return (ACADEMY_SECTION (self->opener), id);
  else if (ACADEMY_IS_FORM (self->opener))
    academy_form_return (ACADEMY_FORM (self->opener), id);
}

/**
 * academy_item_page_add_back:
 * @self: a page on top of another one
 *
 * Adds the ways back: a button, Escape and Alt+Left.
 */
void
academy_item_page_add_back (AcademyItemPage *self)
{
  static const char * const keys[] = { "Escape", "<Alt>Left" };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i]),
                                                            gtk_named_action_new ("item.back")));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
  gtk_widget_set_visible (self->back_button, TRUE);
}
