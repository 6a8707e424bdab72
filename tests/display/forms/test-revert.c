/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-draft.h"
#include "academy-error-row.h"
#include "academy-kinds.h"
#include "typing-fixture.h"

static gboolean
press_in (GtkWidget       *widget,
          guint            key,
          GdkModifierType  modifiers)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);
  g_autoptr(GtkShortcutTrigger) pressed = gtk_keyval_trigger_new (key, modifiers);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          g_autofree char *name = gtk_shortcut_trigger_to_string (pressed);
          g_autofree char *names = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (g_str_equal (names, name) &&
              gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget, NULL))
            return TRUE;
        }
    }

  return FALSE;
}

/* As a key does that the focused widget leaves alone; whether the row of the field takes it. */
static gboolean
press (Typing          *fixture,
       guint            key,
       GdkModifierType  modifiers)
{
  return press_in (gtk_widget_get_ancestor (typing_get_focus (fixture), GTK_TYPE_LIST_BOX_ROW), key, modifiers);
}

static gboolean
revert_by_escape (Typing *fixture)
{
  return press (fixture, GDK_KEY_Escape, 0);
}

static gboolean
revert_by_undo_key (Typing *fixture)
{
  return press (fixture, GDK_KEY_z, GDK_CONTROL_MASK);
}

static gboolean
revert_by_undo (Typing *fixture)
{
  return academy_forms_undo_typing (GTK_ROOT (fixture->window), FALSE);
}

/* Each way back puts the saved value back and the error away, and touches
 * nothing else; with nothing to put back, it is left to others. */
static void
test_revert (Typing        *fixture,
             gconstpointer  data)
{
  static gboolean (* const ways[]) (Typing *fixture) = { revert_by_escape, revert_by_undo_key, revert_by_undo };
  static const struct {
    const char *field;
    const char *saved;
    const char *shown;
    const char *typed;
    gboolean    is_refused;
  } table[] = {
    { "title", "Before", "Before", " more", FALSE },
    { "description", "Before", "Before", " more", FALSE },
    { "start", "2021-10-19", "19 Oct 2021", "x", TRUE },
    { "start", NULL, "", "31.2.2022", TRUE },
    { "progress", "40", "40", "0", TRUE },
    { "progress", "4", "4", "0", FALSE },
    { "cost", "1200", "€1,200", "a", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    for (guint j = 0; j < G_N_ELEMENTS (ways); j++)
      for (int flushed = 0; flushed <= table[i].is_refused; flushed++)
        {
          const char *undo_label;

          test_set_text (fixture->store, fixture->item, "owner_role", "Nobody");
          typing_start (fixture, table[i].field, table[i].saved);
          undo_label = academy_store_get_undo_label (fixture->store);
          g_assert_false (ways[j] (fixture));
          /* Escape keeps what is right. */
          if (ways[j] == revert_by_escape && !table[i].is_refused)
            continue;

          typing_type (fixture, table[i].typed);
          if (flushed)
            g_assert_false (academy_form_flush (fixture->form));
          g_assert_true (ways[j] (fixture));
          typing_assert_shown (fixture, table[i].shown);
          g_assert_null (test_find (GTK_WIDGET (fixture->form), ACADEMY_TYPE_ERROR_ROW, NULL));
          g_assert_true (academy_form_flush (fixture->form));
          g_assert_true (academy_store_get_undo_label (fixture->store) == undo_label);
          typing_assert_saved (fixture, "owner_role", "Nobody");

          g_assert_false (ways[j] (fixture));
          g_assert_true (academy_forms_undo_typing (GTK_ROOT (fixture->window), TRUE));
          g_assert_true (academy_form_flush (fixture->form) != table[i].is_refused);
          g_assert_true (ways[j] (fixture) == table[i].is_refused);
        }
}

/* Escape keeps text that is right as one step, and is left to others. */
static void
test_escape (Typing        *fixture,
             gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (typing_texts); i++)
    {
      typing_start (fixture, typing_texts[i], "Before");
      typing_type (fixture, " more");
      g_assert_false (revert_by_escape (fixture));
      typing_assert_shown (fixture, "Before more");
      typing_assert_saved (fixture, typing_texts[i], "Before more");

      typing_undo (fixture);
      typing_assert_shown (fixture, "Before");
      typing_assert_saved (fixture, typing_texts[i], "Before");
    }
}

/* So it does of what is in no file yet, which then is; what was never touched
 * stays in none. */
static void
test_escape_in_draft (Typing        *fixture,
                      gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_store_get_owner (fixture->store, fixture->item, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (typing_texts); i++)
    {
      g_autoptr(AcademyItem) draft = academy_draft_new (fixture->store, &academy_measure_kind, organisation, NULL);
      g_autoptr(AcademyItem) gone = NULL;

      academy_form_set_item (fixture->form, draft);
      academy_form_start (fixture->form, "start");
      typing_type (fixture, "31.2.2022");
      g_assert_true (revert_by_escape (fixture));
      typing_assert_shown (fixture, "");
      academy_form_start (fixture->form, typing_texts[i]);
      g_assert_false (revert_by_escape (fixture));
      g_assert_true (academy_draft_is (draft));

      typing_type (fixture, "Begun");
      g_assert_false (revert_by_escape (fixture));
      typing_assert_shown (fixture, "Begun");
      g_assert_false (academy_draft_is (draft));
      g_assert_cmpstr (academy_item_get_text (draft, typing_texts[i]), ==, "Begun");

      academy_form_set_item (fixture->form, fixture->item);
      typing_undo (fixture);
      gone = academy_store_get (fixture->store, &academy_measure_kind, academy_item_get_id (draft), NULL);
      g_assert_null (gone);
    }
}

/* What is typed after something was put back is a step of its own. */
static void
test_step_after_revert (Typing        *fixture,
                        gconstpointer  data)
{
  typing_start (fixture, "title", "Before");
  typing_type (fixture, "1");
  g_assert_true (academy_form_flush (fixture->form));
  typing_type (fixture, "2");
  typing_undo (fixture);
  typing_assert_shown (fixture, "Before1");
  typing_type (fixture, "3");
  g_assert_true (academy_form_flush (fixture->form));

  typing_undo (fixture);
  typing_assert_saved (fixture, "title", "Before1");
  typing_undo (fixture);
  typing_assert_saved (fixture, "title", "Before");
}

/* In what is no field of an item the keys concern its own text only. */
static void
test_search (Typing        *fixture,
             gconstpointer  data)
{
  test_set_text (fixture->store, fixture->item, "title", "Changed");
  gtk_widget_grab_focus (fixture->search);
  typing_type (fixture, "abc");
  g_assert_true (academy_forms_undo_typing (GTK_ROOT (fixture->window), FALSE));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->search)), !=, "abc");
  g_assert_true (academy_forms_undo_typing (GTK_ROOT (fixture->window), TRUE));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->search)), ==, "abc");

  gtk_editable_set_text (GTK_EDITABLE (fixture->search), "");
  for (int i = 0; i < 5; i++)
    g_assert_true (academy_forms_undo_typing (GTK_ROOT (fixture->window), FALSE));
  typing_assert_saved (fixture, "title", "Changed");
}

static const TypingCase cases[] = {
  { "/revert/ways", test_revert },
  { "/revert/escape", test_escape },
  { "/revert/escape-in-draft", test_escape_in_draft },
  { "/revert/step-after", test_step_after_revert },
  { "/revert/search", test_search },
};

int
main (int    argc,
      char **argv)
{
  test_display_init (&argc, &argv);
  typing_add_cases (cases, G_N_ELEMENTS (cases));

  return test_display_run ();
}
