/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-lessons-page.h"

#include <glib/gi18n-lib.h>

#include "academy-clipboard.h"
#include "academy-draft.h"
#include "academy-item-dialog.h"
#include "academy-item-row.h"
#include "academy-kinds.h"
#include "academy-lessons-text.h"
#include "academy-list-dialog.h"
#include "academy-list-top.h"
#include "academy-list.h"
#include "academy-page-keys.h"
#include "academy-toast.h"
#include "academy-typing.h"

/* The lessons that are seen at once, beyond which there is a search. */
#define FEW_LESSONS 8

struct _AcademyLessonsPage {
  AdwNavigationPage  parent_instance;

  /* Template children */
  GtkWidget         *add_button;
  GtkWidget         *copy_button;
  GtkWidget         *search_bar;
  GtkEditable       *search_entry;
  GtkStack          *stack;
  GtkListView       *list_view;
  AdwStatusPage     *empty_page;
  GtkWidget         *add_organisation_button;
  GtkWidget         *empty_button;

  /* Owned */
  AcademyStore      *store;
  AcademyList       *organisations;
  GtkMapListModel   *lists;
  GListModel        *lessons;
  char              *text;
};

G_DEFINE_FINAL_TYPE (AcademyLessonsPage, academy_lessons_page, ADW_TYPE_NAVIGATION_PAGE)

/**
 * AcademyLessonsPage:
 *
 * The lessons of all organisations, below the name of each. It reads only the
 * visible rows, so it works with thousands.
 *
 * Keys: typing in the search finds, Enter opens a lesson.
 */

static AcademyQuery
get_query (AcademyLessonsPage *self,
           AcademyItem        *organisation)
{
  return (AcademyQuery) { .owner = academy_item_get_id (organisation), .text = self->text };
}

/* Returns the list of the lessons of an organisation. */
static gpointer
create_list (gpointer organisation,
             gpointer data)
{
  AcademyLessonsPage *self = data;
  AcademyQuery query = get_query (self, organisation);
  AcademyList *list = academy_list_new_for_query (self->store, &academy_lesson_kind, &query);

  g_object_unref (organisation);
  return list;
}

static void
open_lesson (AcademyLessonsPage *self,
             AcademyItem        *lesson)
{
  academy_item_dialog_open (GTK_WIDGET (self->list_view), lesson, self->store);
}

static void
activate_cb (AcademyLessonsPage *self,
             guint               position)
{
  g_autoptr(AcademyItem) lesson = g_list_model_get_item (self->lessons, position);

  if (lesson != NULL)
    open_lesson (self, lesson);
}

static void
add_lesson (AcademyLessonsPage *self,
            AcademyItem        *organisation)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyItem) lesson = academy_draft_new (self->store, &academy_lesson_kind, organisation, &error);

  if (lesson != NULL)
    open_lesson (self, lesson);
  else
    academy_toast_show_error (GTK_WIDGET (self->stack), error);
}

static void
add_cb (AcademyLessonsPage *self)
{
  g_autoptr(AcademyItem) only = NULL;
  AdwDialog *dialog;

  if (g_list_model_get_n_items (G_LIST_MODEL (self->organisations)) == 1)
    {
      only = g_list_model_get_item (G_LIST_MODEL (self->organisations), 0);
      add_lesson (self, only);
      return;
    }

  dialog = academy_list_dialog_new_chooser (self->store, &academy_organisation_kind, _("Whose lesson?"));
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (add_lesson), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
copy_cb (AcademyLessonsPage *self)
{
  const AcademyLanguage *language = academy_language_get_default ();
  g_autoptr(GError) error = NULL;
  g_autofree char *text = academy_lessons_dup_text (self->store, ACADEMY_LESSONS_PLAIN, language, &error);
  g_autofree char *html = text != NULL ? academy_lessons_dup_text (self->store, ACADEMY_LESSONS_HTML, language, &error) : NULL;

  if (html == NULL)
    {
      academy_toast_show_error (GTK_WIDGET (self->stack), error);
      return;
    }

  academy_clipboard_set_texts (GTK_WIDGET (self), html, text);
  academy_toast_show (GTK_WIDGET (self->stack), _("Lessons copied, for a mail or a document"));
}

static void
update (AcademyLessonsPage *self)
{
  guint n_lessons = g_list_model_get_n_items (self->lessons);
  gboolean searched = *self->text != '\0';
  gboolean has_organisations = g_list_model_get_n_items (G_LIST_MODEL (self->organisations)) > 0;

  gtk_stack_set_visible_child_name (self->stack, n_lessons > 0 ? "list" : searched ? "nothing-found" : "empty");
  gtk_widget_set_visible (self->search_bar, n_lessons > FEW_LESSONS || searched);
  gtk_widget_set_sensitive (self->copy_button, n_lessons > 0 || searched);
  gtk_widget_set_sensitive (self->add_button, has_organisations && !academy_store_is_read_only (self->store));
  gtk_widget_set_visible (self->add_organisation_button, !has_organisations);
  gtk_widget_set_visible (self->empty_button, gtk_widget_get_sensitive (self->add_button));
  adw_status_page_set_description (self->empty_page, has_organisations
                                                       ? _("What was learned that other organisations could use as well?")
                                                       : _("First add an organisation; its lessons are collected here."));
}

static void
search_changed_cb (AcademyLessonsPage *self)
{
  guint n_lists = g_list_model_get_n_items (G_LIST_MODEL (self->lists));

  if (!g_set_str (&self->text, gtk_editable_get_text (self->search_entry)))
    return;

  for (guint i = 0; i < n_lists; i++)
    {
      g_autoptr(AcademyItem) organisation = g_list_model_get_item (G_LIST_MODEL (self->organisations), i);
      g_autoptr(AcademyList) list = g_list_model_get_item (G_LIST_MODEL (self->lists), i);
      AcademyQuery query = get_query (self, organisation);

      academy_list_set_query (list, &query);
    }
  academy_list_start_at_top (self->list_view);
  update (self);
}

static void
stop_search_cb (AcademyLessonsPage *self)
{
  gtk_editable_set_text (self->search_entry, "");
}

static void
setup_header_cb (AcademyLessonsPage *self,
                 GtkListHeader      *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_header_set_child (header, label);
}

static void
bind_header_cb (AcademyLessonsPage *self,
                GtkListHeader      *header)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AcademyItem) organisation = academy_store_get_owner (self->store, gtk_list_header_get_item (header), &error);
  g_autofree char *name = NULL;

  if (organisation == NULL)
    {
      academy_store_report (self->store, error);
      return;
    }

  name = academy_item_dup_title (organisation, academy_language_get_default ());
  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), name);
}

static void
academy_lessons_page_dispose (GObject *object)
{
  AcademyLessonsPage *self = ACADEMY_LESSONS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_LESSONS_PAGE);
  g_clear_object (&self->lessons);
  g_clear_object (&self->lists);
  g_clear_object (&self->organisations);
  g_clear_object (&self->store);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (academy_lessons_page_parent_class)->dispose (object);
}

static void
academy_lessons_page_class_init (AcademyLessonsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_lessons_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-lessons-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyLessonsPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, AcademyLessonsPage, copy_button);
  gtk_widget_class_bind_template_child (widget_class, AcademyLessonsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, AcademyLessonsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, AcademyLessonsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AcademyLessonsPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, AcademyLessonsPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, AcademyLessonsPage, add_organisation_button);
  gtk_widget_class_bind_template_child (widget_class, AcademyLessonsPage, empty_button);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_header_cb);
}

static void
academy_lessons_page_init (AcademyLessonsPage *self)
{
  self->text = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  academy_typing_clean_line (self->search_entry);
  academy_page_keys_add_search (GTK_WIDGET (self), GTK_WIDGET (self->search_entry));
}

/**
 * academy_lessons_page_new:
 * @store: a store
 * @programme: the programme of @store
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *
academy_lessons_page_new (AcademyStore *store,
                          AcademyItem  *programme)
{
  AcademyLessonsPage *self = g_object_new (ACADEMY_TYPE_LESSONS_PAGE, NULL);
  g_autoptr(GtkListItemFactory) factory = academy_item_row_factory_new (store);
  g_autoptr(GtkNoSelection) selection = NULL;

  self->store = g_object_ref (store);
  self->organisations = academy_list_new (store, &academy_organisation_kind, academy_item_get_id (programme));
  self->lists = gtk_map_list_model_new (g_object_ref (G_LIST_MODEL (self->organisations)), create_list, self, NULL);
  self->lessons = G_LIST_MODEL (gtk_flatten_list_model_new (g_object_ref (G_LIST_MODEL (self->lists))));
  g_signal_connect_object (self->lessons, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->organisations, "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  selection = gtk_no_selection_new (g_object_ref (self->lessons));
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  academy_list_start_at_top (self->list_view);
  update (self);

  return ADW_NAVIGATION_PAGE (self);
}
