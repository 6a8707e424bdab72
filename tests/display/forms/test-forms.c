/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-error-row.h"
#include "academy-draft.h"
#include "academy-form.h"
#include "academy-kinds.h"
#include "fields-fixture.h"
#include "test-display.h"

/* A kind with a field of every type. */
static const AcademyChoice sizes[] = {
  { "small", "Small" },
  { "large", "Large" },
  { NULL }
};

static const AcademyField gadget_fields[] = {
  { "programme", ACADEMY_LINK, "Programme", ACADEMY_OWNER | ACADEMY_HIDDEN, .target = "programme" },
  { "title", ACADEMY_TEXT, "Gadget title", ACADEMY_REQUIRED },
  { "text", ACADEMY_LONG_TEXT, "Gadget text" },
  { "day", ACADEMY_DATE, "Gadget day", .group = "Numbers" },
  { "instant", ACADEMY_INSTANT, "Gadget instant" },
  { "integer", ACADEMY_INTEGER, "Gadget integer" },
  { "decimal", ACADEMY_DECIMAL, "Gadget decimal" },
  { "money", ACADEMY_MONEY, "Gadget money" },
  { "choice", ACADEMY_CHOICE, "Gadget choice", .choices = sizes },
  { "size", ACADEMY_CHOICE, "Gadget size", ACADEMY_REQUIRED, .choices = sizes, .initial = "small" },
  { "flag", ACADEMY_FLAG, "Gadget flag", .group = "Others" },
  { "link", ACADEMY_LINK, "Gadget link", .target = "organisation" },
  { "links", ACADEMY_LINKS, "Gadget links", .target = "organisation" },
  { "cpv", ACADEMY_CPV, "Gadget code" },
  { "email", ACADEMY_EMAIL, "Gadget address" },
  { "uri", ACADEMY_URI, "Gadget page" },
  { "secret", ACADEMY_TEXT, "Gadget secret", ACADEMY_HIDDEN },
  { NULL }
};

static const AcademyKind gadget_kind = {
  .name = "gadget",
  .plural = "gadgets",
  .label = "Gadget",
  .plural_label = "Gadgets",
  .add = "Add gadget",
  .change = "Change gadget",
  .remove = "Delete gadget",
  .fields = gadget_fields,
  .order = { { "title" } },
};

typedef struct {
  /* Owned */
  AcademyStore *store;
  AcademyItem  *item;
  GPtrArray    *rows;

  /* Borrowed */
  AcademyForm  *form;
  GtkWidget    *window;
} Fixture;

static void
collect_rows (GtkWidget *widget,
              GPtrArray *rows)
{
  /* What is offered or hinted below a field is no field. */
  if (ADW_IS_BUTTON_ROW (widget) || gtk_widget_has_css_class (widget, "field-hint"))
    return;
  if (ADW_IS_PREFERENCES_ROW (widget))
    g_ptr_array_add (rows, widget);
  else
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
      collect_rows (child, rows);
}

static void
set_up_kind (Fixture           *fixture,
             const AcademyKind *kind)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  g_autoptr(GError) error = NULL;

  fixture->store = fields_create_everything ();
  fixture->item = fields_get_item (fixture->store, kind);
  fixture->form = ACADEMY_FORM (academy_form_new (fixture->store, kind));
  academy_form_set_item (fixture->form, fixture->item);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (fixture->form));
  fixture->window = test_present (scrolled);
  fixture->rows = g_ptr_array_new ();
  collect_rows (GTK_WIDGET (fixture->form), fixture->rows);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  set_up_kind (fixture, data != NULL ? data : &academy_measure_kind);
}

/* Nothing may keep what is no longer shown. */
static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_ptr_array_unref (fixture->rows);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->item);
  g_assert_finalize_object (fixture->store);
}

/* Rows come in pairs: the field, and what is wrong with it. */
static guint
get_place (Fixture            *fixture,
           const AcademyField *field)
{
  guint place = 0;

  ACADEMY_KIND_FOREACH_FIELD (academy_item_get_kind (fixture->item), other)
    {
      if (other == field)
        break;
      if (!(other->flags & ACADEMY_HIDDEN))
        place++;
    }

  return 2 * place;
}

static GtkWidget *
get_row (Fixture            *fixture,
         const AcademyField *field)
{
  return g_ptr_array_index (fixture->rows, get_place (fixture, field));
}

static GtkWidget *
get_error_row (Fixture            *fixture,
               const AcademyField *field)
{
  return g_ptr_array_index (fixture->rows, get_place (fixture, field) + 1);
}

static GtkWidget *
find_child (GtkWidget *root,
            GType      type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (child), type) ? child : find_child (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The part that takes what is typed or chosen. */
static GtkWidget *
get_control (GtkWidget *row)
{
  GtkWidget *view;

  if (GTK_IS_EDITABLE (row))
    return GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (row)));

  if (ADW_IS_EXPANDER_ROW (row))
    return find_child (row, ADW_TYPE_ACTION_ROW);

  view = find_child (row, GTK_TYPE_TEXT_VIEW);
  return view != NULL ? view : row;
}

static void
choose (GtkWidget  *row,
        const char *title)
{
  GListModel *model = adw_combo_row_get_model (ADW_COMBO_ROW (row));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (model), i), title) == 0)
      {
        adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
        return;
      }

  g_error ("“%s” cannot be chosen", title);
}

static void
collect_switches (GtkWidget *widget,
                  GPtrArray *switches)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (ADW_IS_SWITCH_ROW (child))
      g_ptr_array_add (switches, child);
    else
      collect_switches (child, switches);
}

static void
type_text (GtkWidget  *row,
           const char *text)
{
  GtkWidget *control = get_control (row);

  if (GTK_IS_TEXT_VIEW (control))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (control)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
enter_sample (GtkWidget          *row,
              const AcademyField *field,
              guint               i)
{
  g_autofree char *title = NULL;
  g_autoptr(GPtrArray) switches = NULL;

  switch (field->type)
    {
    case ACADEMY_CHOICE:
      choose (row, field->choices[1 - i].label);
      break;
    case ACADEMY_FLAG:
      adw_switch_row_set_active (ADW_SWITCH_ROW (row), i == 0);
      break;
    case ACADEMY_LINK:
      title = fields_dup_target_title (field, i);
      choose (row, title);
      break;
    case ACADEMY_LINKS:
      switches = g_ptr_array_new ();
      collect_switches (row, switches);
      g_assert_cmpuint (switches->len, ==, FIELDS_N_OF_EACH);
      for (guint j = 0; j < switches->len; j++)
        adw_switch_row_set_active (g_ptr_array_index (switches, j), j <= i);
      break;
    default:
      type_text (row, fields_get_sample (field, i)->typed);
    }
}

static void
assert_shown (GtkWidget          *row,
              const AcademyField *field,
              guint               i)
{
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;
  g_autoptr(GPtrArray) switches = NULL;
  GtkStringObject *selected;

  switch (field->type)
    {
    case ACADEMY_CHOICE:
    case ACADEMY_LINK:
      title = field->type == ACADEMY_LINK ? fields_dup_target_title (field, i) : g_strdup (field->choices[1 - i].label);
      selected = adw_combo_row_get_selected_item (ADW_COMBO_ROW (row));
      g_assert_cmpstr (gtk_string_object_get_string (selected), ==, title);
      break;
    case ACADEMY_FLAG:
      g_assert_true (adw_switch_row_get_active (ADW_SWITCH_ROW (row)) == (i == 0));
      break;
    case ACADEMY_LINKS:
      switches = g_ptr_array_new ();
      collect_switches (row, switches);
      for (guint j = 0; j < switches->len; j++)
        g_assert_true (adw_switch_row_get_active (g_ptr_array_index (switches, j)) == (j <= i));
      break;
    default:
      text = fields_dup_text (get_control (row));
      g_assert_cmpstr (text, ==, fields_get_sample (field, i)->shown);
    }
}

/* Returns the label of the row of a field, which says when that is private. */
static char *
dup_label (const AcademyField *field)
{
  return field->flags & ACADEMY_PRIVATE ? g_strconcat (field->label, " · Private", NULL) : g_strdup (field->label);
}

static void
assert_labelled (GtkWidget          *row,
                 const AcademyField *field)
{
  g_autofree char *label = dup_label (field);

  if (!test_is_named (get_control (row), label))
    g_error ("A screen reader does not call the control of “%s” so", label);
}

/* Every field of a kind: shown, named, typed, saved, and undone. */
static void
test_kind (Fixture       *fixture,
           gconstpointer  data)
{
  const AcademyKind *kind = data;
  guint n_shown = 0;

  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (fixture->form)), ==, GTK_ACCESSIBLE_ROLE_FORM);
  g_assert_true (test_is_named (GTK_WIDGET (fixture->form), kind->label));

  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    {
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;
      g_autofree char *name = NULL;
      g_autoptr(GError) error = NULL;
      GtkWidget *row;

      if (field->flags & ACADEMY_HIDDEN)
        continue;

      n_shown++;
      row = get_row (fixture, field);
      if (n_shown == 1 && field->group == NULL)
        g_assert_true (test_is_named (test_find (GTK_WIDGET (fixture->form), GTK_TYPE_LIST_BOX, NULL), kind->label));
      name = dup_label (field);
      if (field->type == ACADEMY_LONG_TEXT)
        g_assert_true (test_is_named (row, name));
      first = fields_dup_canonical (fixture->store, field, 0);
      second = fields_dup_canonical (fixture->store, field, 1);
      test_set_text (fixture->store, fixture->item, field->name, first);
      assert_shown (row, field, 0);
      assert_labelled (row, field);
      fields_assert_in_file (fixture->store, fixture->item, field, first);

      enter_sample (row, field, 1);
      g_assert_true (academy_form_flush (fixture->form));
      fields_assert_in_file (fixture->store, fixture->item, field, second);
      g_assert_cmpstr (academy_store_get_undo_label (fixture->store), ==, kind->change);

      academy_store_undo (fixture->store, &error);
      g_assert_no_error (error);
      assert_shown (row, field, 0);
      fields_assert_in_file (fixture->store, fixture->item, field, first);

      academy_store_redo (fixture->store, &error);
      g_assert_no_error (error);
      assert_shown (row, field, 1);
      academy_store_undo (fixture->store, &error);
      g_assert_no_error (error);
    }

  g_assert_cmpuint (fixture->rows->len, ==, 2 * n_shown);
}

static void
assert_error (Fixture    *fixture,
              const char *name,
              const char *message)
{
  const AcademyField *field = fields_find (fixture->item, name);
  GtkWidget *row = get_row (fixture, field);
  GtkWidget *error_row = get_error_row (fixture, field);
  GtkWidget *label = find_child (error_row, GTK_TYPE_LABEL);
  GtkAccessible *control = GTK_ACCESSIBLE (get_control (row));

  g_assert_true (gtk_widget_get_visible (error_row) == (message != NULL));
  g_assert_true (gtk_widget_has_css_class (row, "error") == (message != NULL));
  if (message != NULL)
    {
      g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, message);
      gtk_test_accessible_assert_state (control, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
      gtk_test_accessible_assert_relation (control, GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE, label, NULL);
    }
  else
    {
      g_assert_true (!gtk_test_accessible_has_relation (control, GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE));
      if (gtk_test_accessible_has_state (control, GTK_ACCESSIBLE_STATE_INVALID))
        gtk_test_accessible_assert_state (control, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_FALSE);
    }
}

static const struct {
  const char *name;
  const char *initial;
  const char *typed;
  const char *message;
  const char *corrected;
  const char *saved;
} errors[] = {
  { "title", "Keep this", "", "This cannot be empty.", "New", "New" },
  { "title", "Keep this", "   ", "This cannot be empty.", "New", "New" },
  { "progress", "40", "140", "Write a number from 0 to 100.", "100", "100" },
  { "progress", "40", "-1", "Write a number from 0 to 100.", "0", "0" },
  { "progress", "40", "half", "Write a whole number, as 12.", "50 %", "50" },
  { "cost", "100", "-5", "Write a number from 0 to 10,000,000,000.", "5", "5" },
  { "start", "2021-10-01", "31.2.2022", "There is no such day in the calendar. Write the date as 19 Oct 2021.",
    "28.2.2022", "2022-02-28" },
  { "start", "2021-10-01", "abc", "Write the date as 19 Oct 2021.",
    "1 Dec 2021", "2021-12-01" },
};

/* What cannot be kept stays in the row with the reason, and the item as it was. */
static void
test_errors (Fixture       *fixture,
             gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      const AcademyField *field = fields_find (fixture->item, errors[i].name);
      GtkWidget *row = get_row (fixture, field);
      g_autofree char *text = NULL;

      test_set_text (fixture->store, fixture->item, field->name, errors[i].initial);
      assert_error (fixture, field->name, NULL);

      type_text (row, errors[i].typed);
      g_assert_false (academy_form_flush (fixture->form));
      assert_error (fixture, field->name, errors[i].message);
      fields_assert_in_file (fixture->store, fixture->item, field, errors[i].initial);
      text = fields_dup_text (get_control (row));
      g_assert_cmpstr (text, ==, errors[i].typed);

      type_text (row, errors[i].corrected);
      g_assert_true (academy_form_flush (fixture->form));
      assert_error (fixture, field->name, NULL);
      fields_assert_in_file (fixture->store, fixture->item, field, errors[i].saved);
    }
}

/* A text is saved before the switch that is clicked while it is typed, also in a new
 * item, which cannot be without it. */
static void
test_text_before_switch (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr(AcademyItem) organisation = academy_store_get_first (fixture->store, &academy_organisation_kind, NULL, NULL);
  g_autoptr(AcademyItem) note = academy_draft_new (fixture->store, &academy_note_kind, organisation, NULL);

  academy_form_set_item (fixture->form, note);
  type_text (get_row (fixture, fields_find (fixture->item, "text")), "Nobody else may read this");
  adw_switch_row_set_active (ADW_SWITCH_ROW (get_row (fixture, fields_find (fixture->item, "private"))), TRUE);

  assert_error (fixture, "private", NULL);
  assert_error (fixture, "text", NULL);
  g_assert_false (academy_draft_is (note));
  fields_assert_in_file (fixture->store, note, fields_find (fixture->item, "text"), "Nobody else may read this");
  fields_assert_in_file (fixture->store, note, fields_find (fixture->item, "private"), "true");
}

/* A start that waits for its end is saved as soon as the end is right. */
static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  const AcademyField *start = fields_find (fixture->item, "start");
  const AcademyField *end = fields_find (fixture->item, "end");

  test_set_text (fixture->store, fixture->item, "start", "2021-10-01");
  test_set_text (fixture->store, fixture->item, "end", "2021-10-31");

  type_text (get_row (fixture, start), "1.12.2021");
  g_assert_false (academy_form_flush (fixture->form));
  assert_error (fixture, "start", "The start is after the end.");
  assert_error (fixture, "end", NULL);
  fields_assert_in_file (fixture->store, fixture->item, start, "2021-10-01");

  type_text (get_row (fixture, end), "24.12.2021");
  g_assert_true (academy_form_flush (fixture->form));
  assert_error (fixture, "start", NULL);
  fields_assert_in_file (fixture->store, fixture->item, start, "2021-12-01");
  fields_assert_in_file (fixture->store, fixture->item, end, "2021-12-24");

  type_text (get_row (fixture, end), "1.1.2021");
  g_assert_false (academy_form_flush (fixture->form));
  assert_error (fixture, "end", "The end is before the start.");
  fields_assert_in_file (fixture->store, fixture->item, end, "2021-12-24");
}

/* Undo elsewhere takes an error away with the text that it was about. */
static void
test_error_undone (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  test_set_text (fixture->store, fixture->item, "progress", "10");
  test_set_text (fixture->store, fixture->item, "progress", "20");
  type_text (get_row (fixture, fields_find (fixture->item, "progress")), "140");
  g_assert_false (academy_form_flush (fixture->form));

  academy_store_undo (fixture->store, &error);
  g_assert_no_error (error);
  assert_error (fixture, "progress", NULL);
  text = fields_dup_text (get_control (get_row (fixture, fields_find (fixture->item, "progress"))));
  g_assert_cmpstr (text, ==, "10");
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data);
}

static gboolean
is_unmapped (gpointer data)
{
  return !gtk_widget_get_mapped (data);
}

static GtkWidget *
open_calendar (GtkWidget *row)
{
  GtkWidget *button = find_child (row, GTK_TYPE_MENU_BUTTON);
  GtkWidget *popover;

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  test_wait_for (is_mapped, popover);

  return find_child (popover, GTK_TYPE_CALENDAR);
}

static void
press_in_calendar (GtkWidget       *calendar,
                   guint            key,
                   GdkModifierType  modifiers)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (calendar);
  gboolean is_taken = FALSE;

  for (guint i = 0; !is_taken && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, modifiers, &is_taken);
    }
  g_assert_true (is_taken);
}

/* What the calendar of a field opens at, and what the keys in it pick. */
static const struct {
  const char *kind;
  const char *field;
  const char *initial;
  const char *other;
  const char *other_initial;
  const char *opens_at;
  guint       key;
  guint       modifiers;
  const char *picked;
  const char *shown;
} days[] = {
  { "measure", "start", "2021-10-19", NULL, NULL, "2021-10-19", 0, 0, "2021-10-19", "19 Oct 2021" },
  { "measure", "start", "2021-10-31", NULL, NULL, "2021-10-31", GDK_KEY_Right, 0, "2021-11-01", "1 Nov 2021" },
  { "measure", "start", "2021-10-19", NULL, NULL, "2021-10-19", GDK_KEY_Left, 0, "2021-10-18", "18 Oct 2021" },
  { "measure", "start", "2021-10-19", NULL, NULL, "2021-10-19", GDK_KEY_Up, 0, "2021-10-12", "12 Oct 2021" },
  { "measure", "start", "2021-10-28", NULL, NULL, "2021-10-28", GDK_KEY_Down, 0, "2021-11-04", "4 Nov 2021" },
  { "measure", "start", "2021-10-31", NULL, NULL, "2021-10-31", GDK_KEY_Page_Down, 0, "2021-11-30", "30 Nov 2021" },
  { "measure", "start", "2021-10-31", NULL, NULL, "2021-10-31", GDK_KEY_Page_Up, 0, "2021-09-30", "30 Sep 2021" },
  { "measure", "start", "2021-10-31", NULL, NULL, "2021-10-31", GDK_KEY_Page_Up, GDK_CONTROL_MASK,
    "2020-10-31", "31 Oct 2020" },
  { "measure", "end", NULL, "start", "2021-10-19", "2021-10-19", 0, 0, "2021-10-19", "19 Oct 2021" },
  { "measure", "start", NULL, "end", "2021-10-19", "2021-10-19", 0, 0, "2021-10-19", "19 Oct 2021" },
  { "session", "start", "2021-10-19T09:30:00+03:00", NULL, NULL, "2021-10-19", GDK_KEY_Right, 0,
    "2021-10-20T09:30:00+03:00", "20 Oct 2021 9:30" },
  /* Nobody said when on that day. */
  { "session", "held", NULL, "start", "2021-10-19T10:30:00+03:00", "2021-10-19", 0, 0, NULL, "19 Oct 2021 " },
};

static gboolean
has_error (gpointer data)
{
  return gtk_widget_has_css_class (data, "error");
}

/* The cursor waits for the time behind the day, and after a while the row asks for it. */
static void
assert_time_wanted (Fixture            *fixture,
                    GtkWidget          *row,
                    const AcademyField *field)
{
  assert_error (fixture, field->name, NULL);
  test_wait_for (has_error, row);
  assert_error (fixture, field->name, "Write the time as well, as 19 Oct 2021 9:00.");
  g_signal_emit_by_name (get_control (row), "insert-at-cursor", "13:15");
  g_assert_true (academy_form_flush (fixture->form));
  fields_assert_in_file (fixture->store, fixture->item, field, "2021-10-19T13:15:00+03:00");
}

/* The calendar opens at the day of the field or one near it; the marked day can
 * be picked, a time of day stays, and the focus is in the field again. */
static void
test_calendar (Fixture       *fixture,
               gconstpointer  data)
{
  const AcademyKind *kind = data;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      const AcademyField *field = fields_find (fixture->item, days[i].field);
      g_autoptr(GDateTime) opened_at = NULL;
      g_autofree char *text = NULL;
      GtkWidget *row, *calendar;

      if (!g_str_equal (days[i].kind, kind->name))
        continue;

      row = get_row (fixture, field);
      test_set_text (fixture->store, fixture->item, field->name, NULL);
      if (days[i].other != NULL)
        test_set_text (fixture->store, fixture->item, days[i].other, days[i].other_initial);
      test_set_text (fixture->store, fixture->item, field->name, days[i].initial);

      calendar = open_calendar (row);
      g_assert_true (gtk_widget_has_focus (calendar));
      opened_at = gtk_calendar_get_date (GTK_CALENDAR (calendar));
      text = g_date_time_format (opened_at, "%Y-%m-%d");
      g_assert_cmpstr (text, ==, days[i].opens_at);
      fields_assert_in_file (fixture->store, fixture->item, field, days[i].initial);

      if (days[i].key != 0)
        press_in_calendar (calendar, days[i].key, days[i].modifiers);
      fields_assert_in_file (fixture->store, fixture->item, field, days[i].initial);
      press_in_calendar (calendar, GDK_KEY_Return, 0);
      test_wait_for (is_unmapped, calendar);
      fields_assert_in_file (fixture->store, fixture->item, field, days[i].picked);
      g_free (text);
      text = fields_dup_text (get_control (row));
      g_assert_cmpstr (text, ==, days[i].shown);
      g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == get_control (row));
      if (days[i].picked == NULL)
        assert_time_wanted (fixture, row, field);
      if (days[i].other != NULL)
        test_set_text (fixture->store, fixture->item, days[i].other, NULL);
    }
}

static gboolean
has_title (gpointer data)
{
  return g_str_equal (academy_item_get_text (data, "title"), "Typed");
}

static void
test_autosave (Fixture       *fixture,
               gconstpointer  data)
{
  const AcademyField *title = fields_find (fixture->item, "title");
  gint64 begin = g_get_monotonic_time ();
  gint64 milliseconds;

  type_text (get_row (fixture, title), "Typed");
  g_assert_false (has_title (fixture->item));
  test_wait_for (has_title, fixture->item);
  milliseconds = (g_get_monotonic_time () - begin) / 1000;
  g_assert_cmpint (milliseconds, >=, 900);
  g_assert_cmpint (milliseconds, <, 3000);
  fields_assert_in_file (fixture->store, fixture->item, title, "Typed");
}

static void
test_focus (Fixture       *fixture,
            gconstpointer  data)
{
  const AcademyField *title = fields_find (fixture->item, "title");
  const AcademyField *start = fields_find (fixture->item, "start");
  g_autofree char *text = NULL;

  academy_form_start (fixture->form, "title");
  g_assert_true (gtk_widget_has_focus (get_control (get_row (fixture, title))) ||
                 gtk_root_get_focus (GTK_ROOT (fixture->window)) == get_control (get_row (fixture, title)));
  type_text (get_row (fixture, title), "Left");
  academy_form_start (fixture->form, "start");
  fields_assert_in_file (fixture->store, fixture->item, title, "Left");

  /* A date is written as everywhere once it is left, but not under one's hands. */
  type_text (get_row (fixture, start), "19.10.2021");
  g_assert_true (academy_form_flush (fixture->form));
  text = fields_dup_text (get_control (get_row (fixture, start)));
  g_assert_cmpstr (text, ==, "19.10.2021");
  academy_form_start (fixture->form, "title");
  g_free (text);
  text = fields_dup_text (get_control (get_row (fixture, start)));
  g_assert_cmpstr (text, ==, "19 Oct 2021");
  fields_assert_in_file (fixture->store, fixture->item, start, "2021-10-19");
}

/* Enter writes what is typed as it is written everywhere, where the cursor is. */
static void
test_enter (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct {
    const char *field;
    const char *typed;
    const char *shown;
    const char *saved;
  } table[] = {
    { "start", "ti 19.10.2021", "19 Oct 2021", "2021-10-19" },
    { "cost", "1 500,00 €", "€1,500", "1500" },
    { "progress", "40 %", "40", "40" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      const AcademyField *field = fields_find (fixture->item, table[i].field);
      GtkWidget *row = get_row (fixture, field);
      g_autofree char *text = NULL;

      academy_form_start (fixture->form, field->name);
      type_text (row, table[i].typed);
      gtk_editable_set_position (GTK_EDITABLE (row), -1);
      g_signal_emit_by_name (get_control (row), "activate");
      text = fields_dup_text (get_control (row));
      g_assert_cmpstr (text, ==, table[i].shown);
      g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (row)), ==, g_utf8_strlen (text, -1));
      fields_assert_in_file (fixture->store, fixture->item, field, table[i].saved);
    }

  type_text (get_row (fixture, fields_find (fixture->item, "start")), "31.2.");
  g_signal_emit_by_name (get_control (get_row (fixture, fields_find (fixture->item, "start"))), "activate");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_row (fixture, fields_find (fixture->item, "start")))), ==, "31.2.");
}

/* What is typed for one item is not written into the next. */
static void
test_next_item (Fixture       *fixture,
                gconstpointer  data)
{
  const AcademyField *title = fields_find (fixture->item, "title");
  g_autoptr(GPtrArray) measures = academy_store_get_all (fixture->store, &academy_measure_kind, NULL, NULL);
  AcademyItem *other = g_ptr_array_index (measures, 1);
  g_autofree char *text = NULL;

  type_text (get_row (fixture, title), "For the first");
  academy_form_set_item (fixture->form, other);
  fields_assert_in_file (fixture->store, fixture->item, title, "For the first");
  g_assert_cmpstr (academy_item_get_text (other, "title"), ==, "measure-2");
  text = fields_dup_text (get_control (get_row (fixture, title)));
  g_assert_cmpstr (text, ==, "measure-2");

  type_text (get_row (fixture, title), "");
  g_assert_false (academy_form_flush (fixture->form));
  academy_form_set_item (fixture->form, fixture->item);
  assert_error (fixture, "title", NULL);
  g_assert_cmpstr (academy_item_get_text (other, "title"), ==, "measure-2");
}

/* The place of the field that has the focus, in the order of the field table. */
static int
get_focused_place (Fixture *fixture)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  for (guint i = 0; focus != NULL && i < fixture->rows->len; i++)
    if (focus == g_ptr_array_index (fixture->rows, i) ||
        gtk_widget_is_ancestor (focus, g_ptr_array_index (fixture->rows, i)))
      return i;

  return -1;
}

/* Each press goes from one field to the next, and nowhere else. */
static void
assert_tab_passes (Fixture          *fixture,
                   GtkDirectionType  direction)
{
  int n_places = fixture->rows->len;

  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  for (int i = 0; i < n_places; i += 2)
    {
      int place = direction == GTK_DIR_TAB_FORWARD ? i : n_places - 2 - i;

      gtk_widget_child_focus (GTK_WIDGET (fixture->form), direction);
      if (get_focused_place (fixture) != place)
        g_error ("Tab does not come to “%s”", test_get_text (g_ptr_array_index (fixture->rows, place)));
    }
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (fixture->form), direction));
}

/* Tab goes through every field of every kind and back, whatever is wrong with them. */
static void
test_tab (Fixture       *fixture,
          gconstpointer  data)
{
  for (int i = 0; i < 2; i++)
    {
      assert_tab_passes (fixture, GTK_DIR_TAB_FORWARD);
      assert_tab_passes (fixture, GTK_DIR_TAB_BACKWARD);
      for (guint place = 1; place < fixture->rows->len; place += 2)
        academy_error_row_set_message (g_ptr_array_index (fixture->rows, place), "Something is wrong.");
    }
}

/* A new goal appears in the form of a measure, and one that goes leaves it. */
static void
test_links_follow (Fixture       *fixture,
                   gconstpointer  data)
{
  const AcademyField *goals = fields_find (fixture->item, "goals");
  g_autoptr(AcademyItem) goal = academy_store_get_first (fixture->store, &academy_goal_kind, NULL, NULL);
  g_autoptr(AcademyEdit) edit = academy_edit_new (academy_goal_kind.remove);
  g_autoptr(GPtrArray) switches = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;
  GtkWidget *row = get_row (fixture, goals);

  enter_sample (row, goals, 1);
  test_set_text (fixture->store, goal, "title", "A goal <renamed>");
  collect_switches (row, switches);
  g_assert_cmpuint (switches->len, ==, 2);
  g_assert_cmpstr (test_get_text (g_ptr_array_index (switches, 0)), ==, "A goal <renamed>");

  academy_edit_delete (edit, goal);
  academy_store_apply (fixture->store, edit, &error);
  g_assert_no_error (error);
  g_ptr_array_set_size (switches, 0);
  collect_switches (row, switches);
  g_assert_cmpuint (switches->len, ==, 1);
  g_assert_cmpstr (test_get_text (g_ptr_array_index (switches, 0)), ==, "goal-2");

  academy_store_undo (fixture->store, &error);
  g_assert_no_error (error);
  assert_shown (row, goals, 1);
}

/* Any indicator of the plan can be chosen, and is told with its goal; none is added
 * here, since it would not be known to which goal. */
static void
test_parts (Fixture       *fixture,
            gconstpointer  data)
{
  const AcademyField *indicators = fields_find (fixture->item, "indicators");
  const AcademyKind *kind = &academy_indicator_kind;
  g_autoptr(AcademyItem) indicator = academy_store_get_first (fixture->store, kind, NULL, NULL);
  g_autoptr(AcademyItem) goal = academy_store_get_owner (fixture->store, indicator, NULL);
  g_autoptr(GPtrArray) switches = g_ptr_array_new ();
  GtkWidget *row = get_row (fixture, indicators);

  collect_switches (row, switches);
  g_assert_cmpuint (switches->len, ==, FIELDS_N_OF_EACH);
  g_assert_cmpstr (adw_action_row_get_subtitle (g_ptr_array_index (switches, 0)), ==, "goal-1");
  test_set_text (fixture->store, goal, "title", "Less waste");
  test_set_text (fixture->store, indicator, "target", "42");
  g_assert_cmpstr (adw_action_row_get_subtitle (g_ptr_array_index (switches, 0)), ==, "Less waste · ? → 42 ");
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_next_sibling (g_ptr_array_index (switches, switches->len - 1))));
}

/* A day without a year is in that of the plan, and is shown with it at once. */
static void
test_year (Fixture       *fixture,
           gconstpointer  data)
{
  const AcademyField *start = fields_find (fixture->item, "start");
  const AcademyField *end = fields_find (fixture->item, "end");
  g_autofree char *text = NULL;

  test_set_text (fixture->store, fixture->item, "start", NULL);
  test_set_text (fixture->store, fixture->item, "end", "1991-02-01");
  type_text (get_row (fixture, start), "15.11.");
  g_assert_true (academy_form_flush (fixture->form));
  fields_assert_in_file (fixture->store, fixture->item, start, "1990-11-15");
  text = fields_dup_text (get_control (get_row (fixture, start)));
  g_assert_cmpstr (text, ==, "15 Nov 1990");

  type_text (get_row (fixture, end), "3.3.");
  g_assert_true (academy_form_flush (fixture->form));
  fields_assert_in_file (fixture->store, fixture->item, end, "1991-03-03");
}

/* Where the end of a meeting is typed as well, one step of undo has both. */
static void
test_duration (Fixture       *fixture,
               gconstpointer  data)
{
  const AcademyField *start = fields_find (fixture->item, "start");
  const AcademyField *duration = fields_find (fixture->item, "duration");
  g_autoptr(GError) error = NULL;

  test_set_text (fixture->store, fixture->item, "start", "2021-11-16T12:00:00+02:00");
  test_set_text (fixture->store, fixture->item, "duration", "120");
  type_text (get_row (fixture, start), "17.11.2021 klo 9–10.30");
  g_assert_true (academy_form_flush (fixture->form));
  fields_assert_in_file (fixture->store, fixture->item, start, "2021-11-17T09:00:00+02:00");
  fields_assert_in_file (fixture->store, fixture->item, duration, "90");

  type_text (get_row (fixture, start), "klo 9–9.02");
  g_assert_false (academy_form_flush (fixture->form));
  fields_assert_in_file (fixture->store, fixture->item, duration, "90");
  type_text (get_row (fixture, start), "klo 10");
  g_assert_true (academy_form_flush (fixture->form));
  fields_assert_in_file (fixture->store, fixture->item, start, "2021-11-17T10:00:00+02:00");
  fields_assert_in_file (fixture->store, fixture->item, duration, "90");

  academy_store_undo (fixture->store, &error);
  g_assert_no_error (error);
  academy_store_undo (fixture->store, &error);
  g_assert_no_error (error);
  fields_assert_in_file (fixture->store, fixture->item, start, "2021-11-16T12:00:00+02:00");
  fields_assert_in_file (fixture->store, fixture->item, duration, "120");
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
    { "/forms/errors", test_errors },
    { "/forms/order", test_order },
    { "/forms/error-undone", test_error_undone },
    { "/forms/autosave", test_autosave },
    { "/forms/focus", test_focus },
    { "/forms/enter", test_enter },
    { "/forms/next-item", test_next_item },
    { "/forms/links-follow", test_links_follow },
    { "/forms/parts", test_parts },
    { "/forms/year", test_year },
  };

  test_display_init (&argc, &argv);
  academy_kind_register (&gadget_kind);

  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    {
      g_autofree char *path = g_strdup_printf ("/forms/kind/%s", (*kind)->name);

      g_autofree char *tab_path = g_strdup_printf ("/forms/tab/%s", (*kind)->name);

      g_test_add (path, Fixture, *kind, set_up, test_kind, tear_down);
      g_test_add (tab_path, Fixture, *kind, set_up, test_tab, tear_down);
    }
  g_test_add ("/forms/calendar/day", Fixture, &academy_measure_kind, set_up, test_calendar, tear_down);
  g_test_add ("/forms/calendar/instant", Fixture, &academy_session_kind, set_up, test_calendar, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  g_test_add ("/forms/text-before-switch", Fixture, &academy_note_kind, set_up, test_text_before_switch, tear_down);
  g_test_add ("/forms/duration", Fixture, &academy_session_kind, set_up, test_duration, tear_down);

  return test_display_run ();
}
