/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-measure-chooser.h"

#include "academy-click.h"
#include "academy-kinds.h"
#include "academy-list.h"
#include "academy-list-row.h"
#include "academy-page-keys.h"
#include "academy-typing.h"

struct _AcademyMeasureChooser {
  AdwDialog           parent_instance;

  /* Template children */
  GtkSearchEntry     *search_entry;
  GtkStack           *stack;
  GtkListView        *list_view;

  /* Owned */
  AcademyList        *measures;
  GtkSingleSelection *selection;
  char               *organisation;
  char               *except;
  char               *text;
};

enum {
  ADD,
  CHOSEN,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (AcademyMeasureChooser, academy_measure_chooser, ADW_TYPE_DIALOG)

static guint signals[N_SIGNALS];

/**
 * AcademyMeasureChooser:
 *
 * A dialog to choose one measure of an organisation. It searches in the file and
 * reads only the visible rows, so it works with thousands.
 *
 * A button creates a new measure with the typed title.
 *
 * Keys: typing searches; Up and Down select, Enter chooses.
 */

static void
choose (AcademyMeasureChooser *self,
        guint                  position)
{
  g_autoptr(AcademyItem) measure = g_list_model_get_item (G_LIST_MODEL (self->measures), position);

  if (measure == NULL)
    return;

  g_object_ref (self);
  g_signal_emit (self, signals[CHOSEN], 0, measure);
  adw_dialog_close (ADW_DIALOG (self));
  g_object_unref (self);
}

static void
activate_cb (AcademyMeasureChooser *self,
             guint                  position)
{
  choose (self, position);
}

static void
stop_search_cb (AcademyMeasureChooser *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
search_changed_cb (AcademyMeasureChooser *self)
{
  if (!g_set_str (&self->text, gtk_editable_get_text (GTK_EDITABLE (self->search_entry))))
    return;

  academy_list_set_query (self->measures, &(AcademyQuery) {
    .owner = self->organisation,
    .except = self->except,
    .text = self->text,
  });
  gtk_single_selection_set_selected (self->selection, 0);
}

static void
add_cb (AcademyMeasureChooser *self)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry))));

  g_object_ref (self);
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[ADD], 0, title);
  g_object_unref (self);
}

/* Searches at once, because Enter may come before #GtkSearchEntry::search-changed,
 * which is delayed. */
static void
search_activate_cb (AcademyMeasureChooser *self)
{
  search_changed_cb (self);
  choose (self, gtk_single_selection_get_selected (self->selection));
}

static void
items_changed_cb (AcademyMeasureChooser *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->measures));

  gtk_stack_set_visible_child_name (self->stack, n_items > 0 ? "list" : "empty");
}

/* Moves the selection while the focus stays in the search entry. */
static gboolean
move_selection (GtkWidget *widget,
                GVariant  *by,
                gpointer   data)
{
  AcademyMeasureChooser *self = ACADEMY_MEASURE_CHOOSER (widget);
  guint selected = gtk_single_selection_get_selected (self->selection);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->measures));
  int position = (int) selected + g_variant_get_int32 (by);

  if (selected == GTK_INVALID_LIST_POSITION || position < 0 || position >= (int) n_items)
    return GDK_EVENT_STOP;

  gtk_list_view_scroll_to (self->list_view, position, GTK_LIST_SCROLL_SELECT, NULL);
  return GDK_EVENT_STOP;
}

static void
add_arrows (AcademyMeasureChooser *self)
{
  static const struct {
    guint key;
    int   by;
  } arrows[] = { { GDK_KEY_Up, -1 }, { GDK_KEY_Down, 1 } };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (arrows[i].key, 0),
                                                gtk_callback_action_new (move_selection, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (arrows[i].by));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
academy_measure_chooser_dispose (GObject *object)
{
  AcademyMeasureChooser *self = ACADEMY_MEASURE_CHOOSER (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_MEASURE_CHOOSER);
  g_clear_object (&self->selection);
  g_clear_object (&self->measures);
  g_clear_pointer (&self->organisation, g_free);
  g_clear_pointer (&self->except, g_free);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (academy_measure_chooser_parent_class)->dispose (object);
}

static void
academy_measure_chooser_class_init (AcademyMeasureChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_measure_chooser_dispose;

  /**
   * AcademyMeasureChooser::chosen:
   * @self: the chooser
   * @measure: the chosen measure
   *
   * Emitted when a measure is chosen. The dialog closes by itself.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, ACADEMY_TYPE_ITEM);

  /**
   * AcademyMeasureChooser::add:
   * @self: the chooser
   * @title: the typed title; perhaps empty
   *
   * Emitted when the user wants a new measure. The dialog has closed.
   */
  signals[ADD] = g_signal_new ("add", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-measure-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyMeasureChooser, search_entry);
  gtk_widget_class_bind_template_child (widget_class, AcademyMeasureChooser, stack);
  gtk_widget_class_bind_template_child (widget_class, AcademyMeasureChooser, list_view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
academy_measure_chooser_init (AcademyMeasureChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  academy_typing_clean_line (GTK_EDITABLE (self->search_entry));
  academy_page_keys_add_search (GTK_WIDGET (self), GTK_WIDGET (self->search_entry));
  add_arrows (self);
  academy_click_activates (self->list_view);
}

/**
 * academy_measure_chooser_new:
 * @store: a store
 * @organisation: the id of the organisation of the measures
 * @except: (nullable): the id of a measure that cannot be chosen
 * @title: the title of the dialog
 *
 * Returns: (transfer floating): the dialog, which emits
 *   #AcademyMeasureChooser::chosen
 */
AdwDialog *
academy_measure_chooser_new (AcademyStore *store,
                             const char   *organisation,
                             const char   *except,
                             const char   *title)
{
  AcademyMeasureChooser *self = g_object_new (ACADEMY_TYPE_MEASURE_CHOOSER, "title", title, NULL);
  g_autoptr(GtkListItemFactory) factory = academy_list_row_factory_new (store);

  self->organisation = g_strdup (organisation);
  self->except = g_strdup (except);
  self->text = g_strdup ("");
  self->measures = academy_list_new_for_query (store, &academy_measure_kind,
                                               &(AcademyQuery) { .owner = organisation, .except = except });
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->measures)));
  g_signal_connect_object (self->measures, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  items_changed_cb (self);

  return ADW_DIALOG (self);
}
