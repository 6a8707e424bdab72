/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-cell.h"
#include "academy-form.h"
#include "academy-item-dialog.h"
#include "academy-kinds.h"
#include "academy-plan-page.h"
#include "academy-shortcuts-dialog.h"
#include "academy-sidebar.h"
#include "academy-organisation-page.h"
#include "academy-timeline-pane.h"
#include "plan-fixture.h"
#include "test-display.h"

/* What people read, word for word; the glossary has these. */

/* Choices of more letters may be cut in a narrow column. */
#define LONG_CHARS 20

#define SIDEBAR 310

typedef struct {
  /* Owned */
  AcademyStore *store;
  AcademyItem  *organisation;

  /* Borrowed */
  GtkWidget    *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->store = test_create_programme ("2021");
  fixture->organisation = test_get_organisation (fixture->store, "turku");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&fixture->organisation);
  g_clear_object (&fixture->store);
}

static void
assert_says (GtkWidget  *root,
             GType       type,
             const char *text)
{
  if (test_find (root, type, text) == NULL)
    g_error ("There is no %s that says “%s”", g_type_name (type), text);
}

static void
test_sidebar (Fixture       *fixture,
              gconstpointer  data)
{
  static const char * const texts[] = {
    "Yleiskuva", "Organisaatiot", "Turun kaupunki", "Maanmittauslaitos",
  };
  GtkWidget *sidebar = g_object_new (ACADEMY_TYPE_SIDEBAR, NULL);

  academy_sidebar_set_store (ACADEMY_SIDEBAR (sidebar), fixture->store);
  fixture->window = test_present (sidebar);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_says (sidebar, GTK_TYPE_LABEL, texts[i]);
}

/* However narrow a column of choices becomes, it shows them all but the longest. */
static void
test_choices (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->window = test_present (box);
  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    ACADEMY_KIND_FOREACH_FIELD (*kind, field)
      {
        GtkWidget *cell;
        int least;

        if (field->type != ACADEMY_CHOICE)
          continue;

        cell = academy_cell_new (fixture->store, field);
        gtk_box_append (GTK_BOX (box), cell);
        gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
        for (const AcademyChoice *choice = field->choices; choice->token != NULL; choice++)
          {
            g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (cell, g_dgettext (GETTEXT_PACKAGE, choice->label));
            int width;

            pango_layout_get_pixel_size (layout, &width, NULL);
            if (width > least && g_utf8_strlen (pango_layout_get_text (layout), -1) <= LONG_CHARS)
              g_error ("%s needs a width of %d, not of %d", pango_layout_get_text (layout), width, least);
          }
        gtk_box_remove (GTK_BOX (box), cell);
      }
}

/* The last column that is shown at first ends within a window of 1280 pixels. */
static void
test_headings (Fixture       *fixture,
               gconstpointer  data)
{
  AdwNavigationPage *page = academy_organisation_page_new (fixture->store, fixture->organisation, "opportunities");
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_opportunity_kind.add);
  g_autoptr(AcademyItem) opportunity = academy_item_new_part (&academy_opportunity_kind,
                                                              academy_item_get_id (fixture->organisation));
  GtkWidget *heading;
  graphene_rect_t bounds;

  g_object_set (opportunity, "title", "Lattianhoito", NULL);
  academy_edit_create (edit, opportunity);
  g_assert_true (academy_store_apply (fixture->store, edit, NULL));
  fixture->window = test_present (GTK_WIDGET (page));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1280 - SIDEBAR, 600);
  test_settle (fixture->window);
  heading = test_find (fixture->window, GTK_TYPE_LABEL,
                       g_dgettext (GETTEXT_PACKAGE, academy_kind_find_field (&academy_opportunity_kind, "value")->label));
  g_assert_nonnull (heading);
  g_assert_true (gtk_widget_compute_bounds (heading, fixture->window, &bounds));
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (fixture->window));
}

static void
test_measure (Fixture       *fixture,
              gconstpointer  data)
{
  static const char * const titles[] = {
    "Vastuurooli", "Alkamispäivä", "Päättymispäivä", "Tila", "Prioriteetti, 1–3", "Henkilötyöpäivät",
    "Vaikuttavuustavoitteet",
  };
  GtkWidget *form = academy_form_new (fixture->store, &academy_measure_kind);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *row;

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), form);
  fixture->window = test_present (scrolled);
  g_assert_true (test_is_named (form, "Toimenpide"));
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      row = test_find (form, ADW_TYPE_PREFERENCES_ROW, titles[i]);
      if (row == NULL)
        g_error ("There is no field “%s”", titles[i]);
      if (GTK_IS_EDITABLE (row))
        g_assert_true (test_is_named (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (row))), titles[i]));
    }
}

/* Dates and amounts as they are written in Finland, and typed so. */
static void
test_formats (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *form, *page, *add;
  GtkEditable *start, *cost;
  AcademyItem *measure;
  g_autofree char *saved = NULL;

  page = academy_plan_page_new (fixture->store, fixture->organisation);
  fixture->window = test_present (page);
  add = test_find (page, GTK_TYPE_BUTTON, "_Lisää toimenpide");
  g_assert_nonnull (add);
  g_signal_emit_by_name (add, "clicked");
  test_settle (fixture->window);
  plan_open (page, 0);

  form = test_find (page, ACADEMY_TYPE_FORM, NULL);
  measure = academy_form_get_item (ACADEMY_FORM (form));
  start = GTK_EDITABLE (test_find (form, ADW_TYPE_ENTRY_ROW, "Alkamispäivä"));
  cost = GTK_EDITABLE (test_find (form, ADW_TYPE_ENTRY_ROW, "Kustannus, €"));
  gtk_editable_set_text (start, "2021-10-19");
  gtk_editable_set_text (cost, "45 000 €");
  g_assert_true (academy_form_flush (ACADEMY_FORM (form)));
  g_assert_cmpint (academy_item_get_number (measure, "cost"), ==, 45000);
  g_assert_cmpstr (academy_item_get_text (measure, "title"), ==, "Toimenpide");

  academy_form_set_item (ACADEMY_FORM (form), NULL);
  academy_form_set_item (ACADEMY_FORM (form), measure);
  g_assert_cmpstr (gtk_editable_get_text (start), ==, "19.10.2021");
  g_assert_cmpstr (gtk_editable_get_text (cost), ==, "45\u00a0000\u00a0€");

  gtk_editable_set_text (start, "1.12.2021");
  g_assert_true (academy_form_flush (ACADEMY_FORM (form)));
  saved = academy_value_to_text (academy_kind_find_field (&academy_measure_kind, "start"),
                                 academy_item_get_value (measure, academy_kind_find_field (&academy_measure_kind, "start")));
  g_assert_cmpstr (saved, ==, "2021-12-01");
}

static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *page = GTK_WIDGET (academy_organisation_page_new (fixture->store, fixture->organisation, "situation"));

  fixture->window = test_present (page);
  assert_says (page, GTK_TYPE_LABEL, "Vaikuttavuustavoitteet");
  assert_says (page, GTK_TYPE_LABEL, "Turun kaupunki");
}

/* The titles of the dialogs are the kinds of the glossary. */
static void
test_dialogs (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct {
    const AcademyKind *kind;
    const char        *title;
  } dialogs[] = {
    { &academy_organisation_kind, "Organisaatio" },
    { &academy_phase_kind, "Vaihe" },
    { &academy_plan_kind, "Toimenpidesuunnitelma" },
  };

  fixture->window = test_present (gtk_label_new ("Odota"));
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      g_autoptr(AcademyItem) item = academy_store_get_first (fixture->store, dialogs[i].kind, NULL, NULL);
      AdwDialog *dialog = academy_item_dialog_new (fixture->store, item, fixture->window);

      adw_dialog_present (dialog, fixture->window);
      test_settle (fixture->window);
      g_assert_cmpstr (adw_dialog_get_title (dialog), ==, dialogs[i].title);
      adw_dialog_force_close (dialog);
    }
}

static gboolean
has_hints (gpointer data)
{
  return test_find (data, GTK_TYPE_LABEL, "99+") != NULL;
}

/* All tools have room in the narrowest window also in words as long as these,
 * with more hints than anybody reads. */
static void
test_narrow_tools (Fixture       *fixture,
                   gconstpointer  data)
{
  const char *id = academy_item_get_id (fixture->organisation);
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_session_kind.add);
  g_autoptr(GDateTime) start = g_date_time_new_from_iso8601 ("2030-12-06T09:00:00+02:00", NULL);
  GtkWidget *pane, *view;
  int minimum;

  for (guint i = 0; i < 120; i++)
    {
      g_autoptr(AcademyItem) session = academy_item_new_part (&academy_session_kind, id);

      g_object_set (session, "number", (gint64) 1, "start", start, NULL);
      academy_edit_create (edit, session);
    }
  g_assert_true (academy_store_apply (fixture->store, edit, NULL));

  pane = academy_timeline_pane_new (fixture->store, id);
  view = GTK_WIDGET (academy_timeline_pane_get_view (ACADEMY_TIMELINE_PANE (pane)));
  fixture->window = test_present (pane);
  test_assert_menu_letters (pane);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 600);
  test_wait_for (has_hints, pane);
  test_settle (fixture->window);
  gtk_widget_measure (view, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

static void
assert_no_symbols (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    g_assert_null (strchr (gtk_label_get_text (GTK_LABEL (widget)), '_'));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_no_symbols (child);
}

/* Keys have names, also those that GTK has none for. */
static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  AdwDialog *dialog = academy_shortcuts_dialog_new ();

  fixture->window = test_present (gtk_button_new ());
  adw_dialog_present (dialog, fixture->window);
  test_settle (fixture->window);
  assert_no_symbols (GTK_WIDGET (dialog));
  g_assert_nonnull (test_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "Alt+Sivu ylös\nAlt+Sivu alas"));
  adw_dialog_force_close (dialog);
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char *path;
    void      (*test) (Fixture       *fixture,
                       gconstpointer  data);
  } tests[] = {
    { "/finnish/sidebar", test_sidebar },
    { "/finnish/choices", test_choices },
    { "/finnish/headings", test_headings },
    { "/finnish/measure", test_measure },
    { "/finnish/formats", test_formats },
    { "/finnish/pages", test_pages },
    { "/finnish/dialogs", test_dialogs },
    { "/finnish/keys", test_keys },
    { "/finnish/narrow-tools", test_narrow_tools },
  };

  test_display_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return test_display_run ();
}
