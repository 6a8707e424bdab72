/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "test-display.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>

#include "academy-application-resources.h"
#include "academy-cell.h"
#include "academy-edit-private.h"
#include "academy-kinds.h"
#include "academy-pages.h"
#include "academy-template.h"

#define PATIENCE_SECONDS 10
#define SETTLE_FRAMES    4

static char *folder;

/* A display and the locale that is asked for must be there: GTK ends the
 * program when there is no display. */
void
test_display_init (int    *argc,
                   char ***argv)
{
  if (setlocale (LC_ALL, "") == NULL)
    g_error ("There is no locale “%s”", g_getenv ("LANG"));
  bindtextdomain (GETTEXT_PACKAGE, ACADEMY_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_test_init (argc, argv, NULL);
  adw_init ();
  academy_pages_register_resources ();
  g_resources_register (academy_application_get_resource ());
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

static void
remove_folder (void)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
  g_clear_pointer (&folder, g_free);
}

int
test_display_run (void)
{
  int status = g_test_run ();

  if (folder != NULL)
    remove_folder ();
  return status;
}

/* A path in a folder that goes when the tests are over. */
char *
test_make_path (void)
{
  static guint serial;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("%u.academy", ++serial);

  if (folder == NULL)
    folder = g_dir_make_tmp ("academy-test-XXXXXX", &error);
  g_assert_no_error (error);

  return g_build_filename (folder, name, NULL);
}

/* Removes the status date: tests set the day of the clock. */
static void
judge_today (AcademyEdit *content)
{
  for (guint i = 0; i < content->operations->len; i++)
    {
      AcademyItem *item = g_array_index (content->operations, AcademyOperation, i).item;

      if (academy_item_get_kind (item) == &academy_programme_kind)
        g_object_set (item, "status-date", NULL, NULL);
    }
}

AcademyStore *
test_create_programme (const char *template)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = test_make_path ();
  g_autoptr(AcademyEdit) content = academy_template_create_edit (template, academy_language_get_default (), &error);
  AcademyStore *store;

  g_assert_no_error (error);
  judge_today (content);
  store = academy_store_create (path, content, &error);
  g_assert_no_error (error);

  return store;
}

AcademyItem *
test_get_organisation (AcademyStore *store,
                       const char   *slug)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) organisations = academy_store_get_all (store, &academy_organisation_kind, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < organisations->len; i++)
    if (g_str_equal (academy_item_get_text (g_ptr_array_index (organisations, i), "slug"), slug))
      return g_object_ref (g_ptr_array_index (organisations, i));

  g_error ("There is no organisation “%s”", slug);
}

/* Writes canonical text, as another part of the program would. */
void
test_set_text (AcademyStore *store,
               AcademyItem  *item,
               const char   *field,
               const char   *text)
{
  const AcademyField *row = academy_kind_find_field (academy_item_get_kind (item), field);
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_item_get_kind (item)->change);
  g_autoptr(GError) error = NULL;
  g_auto(GValue) value = G_VALUE_INIT;

  academy_value_init (row, &value);
  academy_value_set_from_text (row, text, &value, &error);
  g_assert_no_error (error);
  academy_edit_set (edit, item, row, &value);
  academy_store_apply (store, edit, &error);
  g_assert_no_error (error);
}

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
test_wait_for_at (TestCondition  condition,
                  gpointer       data,
                  const char    *what,
                  const char    *where)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;
  guint wake = g_timeout_add (20, wake_cb, NULL);

  while (!condition (data))
    {
      if (g_get_monotonic_time () > end)
        g_error ("%s: waited in vain for %s", where, what);
      g_main_context_iteration (NULL, TRUE);
    }

  g_source_remove (wake);
}

static gboolean
count_frame (GtkWidget     *widget,
             GdkFrameClock *clock,
             gpointer       data)
{
  guint *frames = data;

  return ++*frames < SETTLE_FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static gboolean
has_settled (gpointer data)
{
  return *(guint *) data >= SETTLE_FRAMES;
}

/* Lets a widget that is shown be laid out and drawn. */
void
test_settle (GtkWidget *widget)
{
  guint frames = 0;

  gtk_widget_add_tick_callback (widget, count_frame, &frames, NULL);
  test_wait_for (has_settled, &frames);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_set (gpointer data)
{
  return *(char **) data != NULL;
}

char *
test_read_clipboard (GdkClipboard *clipboard)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (clipboard, NULL, read_cb, &text);
  test_wait_for (is_set, &text);

  return text;
}

/* Shows a widget in a window of its own, with a place for toasts. */
GtkWidget *
test_present (GtkWidget *content)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *toasts = adw_toast_overlay_new ();

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), content);
  adw_window_set_content (ADW_WINDOW (window), toasts);
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  gtk_window_present (GTK_WINDOW (window));
  test_settle (window);

  return window;
}

static gboolean
is_triggered (GtkShortcutTrigger *trigger,
              guint               keyval,
              GdkModifierType     modifiers)
{
  if (GTK_IS_ALTERNATIVE_TRIGGER (trigger))
    return is_triggered (gtk_alternative_trigger_get_first (GTK_ALTERNATIVE_TRIGGER (trigger)), keyval, modifiers) ||
           is_triggered (gtk_alternative_trigger_get_second (GTK_ALTERNATIVE_TRIGGER (trigger)), keyval, modifiers);

  return GTK_IS_KEYVAL_TRIGGER (trigger) && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == keyval &&
         gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers;
}

static gboolean
activate (GListModel *shortcuts,
          const char *key,
          GtkWidget  *widget)
{
  guint keyval;
  GdkModifierType modifiers;

  g_assert_true (gtk_accelerator_parse (key, &keyval, &modifiers));
  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);

      if (is_triggered (gtk_shortcut_get_trigger (shortcut), keyval, modifiers) &&
          gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), GTK_SHORTCUT_ACTION_EXCLUSIVE, widget,
                                        gtk_shortcut_get_arguments (shortcut)))
        return TRUE;
    }

  return FALSE;
}

/* Presses a key for the shortcuts of one widget. */
gboolean
test_press_on (GtkWidget           *widget,
               GtkPropagationPhase  phase,
               const char          *key)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_SHORTCUT_CONTROLLER (controller) && gtk_event_controller_get_propagation_phase (controller) == phase &&
          activate (G_LIST_MODEL (controller), key, widget))
        return TRUE;
    }

  return FALSE;
}

/* Presses a key for the shortcuts of the focus and what it is in, as GTK does. */
gboolean
test_press_key (GtkWidget  *window,
            const char *key)
{
  g_autoptr(GPtrArray) path = g_ptr_array_new ();

  for (GtkWidget *widget = gtk_root_get_focus (GTK_ROOT (window)); widget != NULL; widget = gtk_widget_get_parent (widget))
    g_ptr_array_add (path, widget);
  for (guint i = path->len; i > 0; i--)
    if (test_press_on (path->pdata[i - 1], GTK_PHASE_CAPTURE, key))
      return TRUE;
  for (guint i = 0; i < path->len; i++)
    if (test_press_on (path->pdata[i], GTK_PHASE_BUBBLE, key))
      return TRUE;

  return FALSE;
}

/* What a widget says to somebody who sees it; a tooltip names a picture. */
const char *
test_get_text (GtkWidget *widget)
{
  const char *text = NULL;

  if (GTK_IS_LABEL (widget))
    text = gtk_label_get_text (GTK_LABEL (widget));
  else if (GTK_IS_INSCRIPTION (widget))
    text = gtk_inscription_get_text (GTK_INSCRIPTION (widget));
  else if (ACADEMY_IS_CELL (widget))
    text = academy_cell_get_text (ACADEMY_CELL (widget));
  else if (ADW_IS_PREFERENCES_ROW (widget))
    text = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));
  else if (ADW_IS_PREFERENCES_GROUP (widget))
    text = adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (widget));
  else if (ADW_IS_NAVIGATION_PAGE (widget))
    text = adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (widget));
  else if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    text = gtk_button_get_label (GTK_BUTTON (widget));

  return text != NULL && *text != '\0' ? text : gtk_widget_get_tooltip_text (widget);
}

/* The first widget of @type within @root that is shown and says @text, or that
 * is shown at all when @text is NULL. */
GtkWidget *
test_find (GtkWidget  *root,
           GType       type,
           const char *text)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && gtk_widget_get_mapped (root) &&
      (text == NULL || g_strcmp0 (test_get_text (root), text) == 0))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = test_find (child, type, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
check_label (GMenuModel *menu,
             int         i,
             GHashTable *letters)
{
  g_autofree char *label = NULL;
  const char *line;
  gunichar letter;

  if (!g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label))
    return;
  line = strchr (label, '_');
  if (line == NULL)
    return;

  letter = g_unichar_tolower (g_utf8_get_char (line + 1));
  g_test_message ("%s", label);
  g_assert_true (g_hash_table_add (letters, GUINT_TO_POINTER (letter)));
}

/* Sections of a menu are one list, whose headings are not chosen. */
static void
check_letters (GMenuModel *menu,
               GHashTable *letters)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr(GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr(GMenuModel) submenu = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SUBMENU);

      if (section != NULL)
        check_letters (section, letters);
      else
        check_label (menu, i, letters);
      if (submenu != NULL)
        {
          g_autoptr(GHashTable) others = g_hash_table_new (NULL, NULL);

          check_letters (submenu, others);
        }
    }
}

/* Opens a menu that has not been opened yet, since it may be created then. */
static GMenuModel *
get_menu (GtkMenuButton *button)
{
  if (gtk_menu_button_get_popover (button) == NULL && gtk_widget_get_mapped (GTK_WIDGET (button)))
    {
      gtk_menu_button_popup (button);
      gtk_menu_button_popdown (button);
    }

  return gtk_menu_button_get_menu_model (button);
}

/* Checks that each letter chooses one item of each menu within @root. */
void
test_assert_menu_letters (GtkWidget *root)
{
  GMenuModel *menu = GTK_IS_MENU_BUTTON (root) ? get_menu (GTK_MENU_BUTTON (root)) : NULL;

  if (menu != NULL)
    {
      g_autoptr(GHashTable) letters = g_hash_table_new (NULL, NULL);

      check_letters (menu, letters);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    test_assert_menu_letters (child);
}

/* Checks that there is a text within @root, and that what is pasted into one
 * has one line and no control characters. */
void
test_assert_one_line (GtkWidget *root)
{
  GtkWidget *text = test_find (root, GTK_TYPE_TEXT, NULL);

  g_assert_nonnull (text);
  gtk_editable_set_text (GTK_EDITABLE (text), "one\r\ntwo\001\n");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "one two");
}

guint
test_count (GtkWidget *root,
            GType      type)
{
  guint count = g_type_is_a (G_OBJECT_TYPE (root), type) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    count += test_count (child, type);

  return count;
}

static gboolean
is_labelled_by (GtkWidget  *widget,
                GtkWidget  *root,
                const char *name)
{
  if (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_text (GTK_LABEL (root)), name))
    {
      g_autofree char *other = gtk_test_accessible_check_relation (GTK_ACCESSIBLE (widget),
                                                                   GTK_ACCESSIBLE_RELATION_LABELLED_BY, root, NULL);

      if (other == NULL)
        return TRUE;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (is_labelled_by (widget, child, name))
      return TRUE;

  return FALSE;
}

/* Whether a screen reader calls @widget @name: by a label of its own, or by
 * one in the same row. */
gboolean
test_is_named (GtkWidget  *widget,
               const char *name)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);
  g_autofree char *other = NULL;

  if (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    {
      other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
      return other == NULL;
    }

  return is_labelled_by (widget, row != NULL ? row : widget, name);
}
