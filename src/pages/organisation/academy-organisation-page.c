/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-organisation-page.h"

#include <glib/gi18n-lib.h>

#include "academy-after.h"
#include "academy-column.h"
#include "academy-descendant.h"
#include "academy-form.h"
#include "academy-kinds.h"
#include "academy-late-menu.h"
#include "academy-organisation.h"
#include "academy-page-title.h"
#include "academy-plan-page.h"
#include "academy-prepare-page.h"
#include "academy-section.h"
#include "academy-session-steps.h"
#include "academy-table-pane.h"
#include "academy-trend-line.h"

struct _AcademyOrganisationPage {
  AdwNavigationPage  parent_instance;

  /* Template children */
  AdwBanner         *archived_banner;
  AdwViewStack      *stack;
  GtkLabel          *name;
  GtkWidget         *switcher;
  GtkWidget         *switcher_bar;
  AdwToggleGroup    *icons;
  AdwWindowTitle    *title;
  GtkMenuButton     *menu_button;
  GMenuModel        *organisation_menu;

  /* Owned */
  AcademyStore      *store;
  AcademyItem       *organisation;
  GSignalGroup      *organisation_signals;
};

G_DEFINE_FINAL_TYPE (AcademyOrganisationPage, academy_organisation_page, ADW_TYPE_NAVIGATION_PAGE)

/**
 * AcademyOrganisationPage:
 *
 * An organisation, in the order of the work: its situation, its plan, the
 * sparring sessions, and the presentations to its executive board.
 */

static void
update_title (AcademyOrganisationPage *self)
{
  const AcademyLanguage *language = academy_language_get_default ();
  g_autofree char *title = academy_item_dup_title (self->organisation, language);
  g_autofree char *name = academy_organisation_dup_short_name (self->organisation, language);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  gtk_label_set_label (self->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), title);
  adw_banner_set_revealed (self->archived_banner, academy_item_get_flag (self->organisation, "archived"));
}

/* Says in words which view is shown where only icons do. */
static void
update_subtitle_cb (AcademyOrganisationPage *self)
{
  GtkWidget *view = adw_view_stack_get_visible_child (self->stack);
  const char *subtitle = "";

  if (view != NULL && gtk_widget_get_visible (GTK_WIDGET (self->icons)))
    subtitle = adw_view_stack_page_get_title (adw_view_stack_get_page (self->stack, view));
  adw_window_title_set_subtitle (self->title, subtitle);
}

static void
academy_organisation_page_dispose (GObject *object)
{
  AcademyOrganisationPage *self = ACADEMY_ORGANISATION_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_ORGANISATION_PAGE);
  g_clear_object (&self->organisation_signals);
  g_clear_object (&self->organisation);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_organisation_page_parent_class)->dispose (object);
}

static void
academy_organisation_page_class_init (AcademyOrganisationPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_organisation_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-organisation-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyOrganisationPage, archived_banner);
  gtk_widget_class_bind_template_child (widget_class, AcademyOrganisationPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AcademyOrganisationPage, name);
  gtk_widget_class_bind_template_child (widget_class, AcademyOrganisationPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, AcademyOrganisationPage, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, AcademyOrganisationPage, icons);
  gtk_widget_class_bind_template_child (widget_class, AcademyOrganisationPage, title);
  gtk_widget_class_bind_template_callback (widget_class, update_subtitle_cb);
  gtk_widget_class_bind_template_child (widget_class, AcademyOrganisationPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, AcademyOrganisationPage, organisation_menu);
}

static void
academy_organisation_page_init (AcademyOrganisationPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  academy_late_menu_attach (self->menu_button, self->organisation_menu);
  self->organisation_signals = g_signal_group_new (ACADEMY_TYPE_ITEM);
  g_signal_group_connect_swapped (self->organisation_signals, "notify", G_CALLBACK (update_title), self);
}

/* Creates the sections between the title of the organisation and its form. */
static GtkWidget *
create_situation (AcademyStore *store,
                  AcademyItem  *organisation)
{
  AcademyColumn *column = academy_column_new ();
  GtkWidget *form = academy_form_new (store, academy_item_get_kind (organisation));

  academy_column_append (column, academy_page_title_new (NULL, organisation));
  academy_sections_append (column, store, academy_item_get_kind (organisation)->page, organisation);
  academy_sections_set_suffix (GTK_WIDGET (column), &academy_goal_kind, ACADEMY_TYPE_TREND_LINE, academy_trend_line_show_goal);
  academy_form_set_item (ACADEMY_FORM (form), organisation);
  academy_column_append (column, form);

  return GTK_WIDGET (column);
}

static GtkWidget *
create_opportunities (AcademyStore *store,
                      AcademyItem  *organisation)
{
  static const AcademyMatrixAxes axes = {
    .kind = &academy_opportunity_kind,
    .x = "feasibility",
    .y = "impact",
    .mark = "choice",
    .size = "value",
  };
  static const AcademyTableSubject subject = {
    .kind = &academy_opportunity_kind,
    .icon = "view-reveal-symbolic",
    .none = N_("No innovation opportunities yet"),
    .why = N_("Which need could be met in a new way by what the organisation buys?"),
    .add = N_("_Add innovation opportunity"),
    .paste = N_("Paste innovation opportunities (Ctrl+V)"),
    .axes = &axes,
    .picture = N_("Impact and feasibility"),
  };

  return academy_table_pane_new (store, organisation, &subject);
}

static void
after_cb (AcademyAfter *after)
{
  academy_after_start (after, NULL);
}

/* Creates the steps of a session and what is left to do after the last one above the
 * sections. */
static GtkWidget *
create_sparring (AcademyStore *store,
                 AcademyItem  *organisation)
{
  static const AcademySectionCommand commands[] = {
    { N_("Prepare session"), "win.prepare-session" },
    { N_("Begin session"), "win.begin-session" },
    { N_("Wrap up session"), "win.wrap-up-session" },
    { NULL }
  };
  AcademyColumn *column = academy_column_new ();
  GtkWidget *steps = academy_session_steps_new (store, organisation);
  GtkWidget *after = academy_after_new (store, organisation);

  g_signal_connect_object (steps, "after", G_CALLBACK (after_cb), after, G_CONNECT_SWAPPED);
  academy_column_append (column, academy_page_title_new_title_only (organisation));
  academy_column_append (column, steps);
  academy_column_append (column, after);
  academy_sections_append (column, store, academy_session_kind.page, organisation);
  academy_sections_set_commands (GTK_WIDGET (column), &academy_session_kind, commands);

  return GTK_WIDGET (column);
}

static void
set_sections (GtkWidget   *view,
              AcademyItem *organisation)
{
  GtkWidget *title = academy_descendant_find (view, ACADEMY_TYPE_PAGE_TITLE);

  academy_page_title_set_item (ACADEMY_PAGE_TITLE (title), organisation);
  academy_sections_set_owner (view, organisation);
  academy_column_rewind (ACADEMY_COLUMN (view));
}

static void
set_situation (GtkWidget   *view,
               AcademyItem *organisation)
{
  GtkWidget *form = academy_descendant_find (view, ACADEMY_TYPE_FORM);

  academy_form_set_item (ACADEMY_FORM (form), organisation);
  set_sections (view, organisation);
}

static void
set_sparring (GtkWidget   *view,
              AcademyItem *organisation)
{
  GtkWidget *steps = academy_descendant_find (view, ACADEMY_TYPE_SESSION_STEPS);

  academy_session_steps_set_organisation (ACADEMY_SESSION_STEPS (steps), organisation);
  academy_after_set_organisation (ACADEMY_AFTER (academy_descendant_find (view, ACADEMY_TYPE_AFTER)), organisation);
  set_sections (view, organisation);
}

static void
set_opportunities (GtkWidget   *view,
                   AcademyItem *organisation)
{
  academy_table_pane_set_owner (ACADEMY_TABLE_PANE (view), organisation);
}

static void
set_plan (GtkWidget   *view,
          AcademyItem *organisation)
{
  academy_plan_page_set_organisation (ACADEMY_PLAN_PAGE (view), organisation);
}

/* The views of an organisation, in the order in which the work goes. One without a
 * function has a section for each kind of an organisation whose #AcademyKind.page
 * is its name. No place of the programme has such a name, nor that of another view
 * of the plan, see academy_plan_page_has_view(). */
static const struct {
  const char  *name;
  const char  *title;
  const char  *icon;
  GtkWidget *(*create) (AcademyStore *store,
                        AcademyItem  *organisation);
  void       (*set)    (GtkWidget    *view,
                        AcademyItem  *organisation);
} views[] = {
  { "situation", N_("Situation"), "find-location-symbolic", create_situation, set_situation },
  { "opportunities", N_("Opportunities"), "view-reveal-symbolic", create_opportunities, set_opportunities },
  { "plan", N_("Plan"), "view-list-bullet-symbolic", academy_plan_page_new, set_plan },
  { "sparring", N_("Sparring"), "chat-message-new-symbolic", create_sparring, set_sparring },
  { "board", N_("Board"), "x-office-presentation-symbolic", NULL, set_sections },
};

static GtkWidget *
create_view (AcademyOrganisationPage *self,
             guint                    view)
{
  AcademyColumn *column;

  if (views[view].create != NULL)
    return views[view].create (self->store, self->organisation);

  column = academy_column_new ();
  academy_column_append (column, academy_page_title_new_title_only (self->organisation));
  academy_sections_append (column, self->store, views[view].name, self->organisation);
  return GTK_WIDGET (column);
}

/* Creates the visible view when it is shown for the first time. */
static void
visible_child_cb (AcademyOrganisationPage *self)
{
  AdwBin *place = ADW_BIN (adw_view_stack_get_visible_child (self->stack));
  const char *name = adw_view_stack_get_visible_child_name (self->stack);

  if (adw_bin_get_child (place) != NULL || gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (g_str_equal (views[i].name, name))
      adw_bin_set_child (place, create_view (self, i));
}

/* libadwaita leaves the focus where it was when a view is clicked: on a menu, keys that
 * are meant for the page would choose from it. */
static void
focus_on_click (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    gtk_widget_set_focus_on_click (widget, TRUE);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    focus_on_click (child);
}

/* Gives each title the width that it needs, instead of that of the longest. */
static void
fit_titles (GtkWidget *switcher)
{
  gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (switcher)), FALSE);
}

/* libadwaita shortens titles also where all of them have room. */
static void
keep_titles (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_NONE);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    keep_titles (child);
}

static void
add_icon (AcademyOrganisationPage *self,
          guint                    view)
{
  AdwToggle *toggle = adw_toggle_new ();

  adw_toggle_set_name (toggle, views[view].name);
  adw_toggle_set_icon_name (toggle, views[view].icon);
  adw_toggle_set_tooltip (toggle, _(views[view].title));
  adw_toggle_group_add (self->icons, toggle);
}

static void
add_views (AcademyOrganisationPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      AdwViewStackPage *page = adw_view_stack_add_titled_with_icon (self->stack, adw_bin_new (), views[i].name,
                                                                    _(views[i].title), views[i].icon);

      /* libadwaita names the panel for a screen reader only when it is built from a template. */
      gtk_accessible_update_property (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_PROPERTY_LABEL, _(views[i].title), -1);
      add_icon (self, i);
    }
  g_object_bind_property (self->stack, "visible-child-name", self->icons, "active-name",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  focus_on_click (self->switcher);
  focus_on_click (self->switcher_bar);
  fit_titles (self->switcher);
  fit_titles (academy_descendant_find (self->switcher_bar, ADW_TYPE_VIEW_SWITCHER));
  keep_titles (self->switcher_bar);
}

/* Gives the visible view another organisation; the others are created again. */
static void
set_views (AcademyOrganisationPage *self)
{
  const char *visible = adw_view_stack_get_visible_child_name (self->stack);

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      AdwBin *place = ADW_BIN (adw_view_stack_get_child_by_name (self->stack, views[i].name));

      if (g_str_equal (views[i].name, visible))
        views[i].set (adw_bin_get_child (place), self->organisation);
      else
        adw_bin_set_child (place, NULL);
    }
}

/* Does not leave the focus in a text that is of another organisation now. */
static void
drop_focus (AcademyOrganisationPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->stack)))
    gtk_root_set_focus (root, NULL);
}

/* Returns the name of the child of the stack that has a view. */
static const char *
get_stack_name (const char *view)
{
  return academy_plan_page_has_view (view) ? "plan" : view;
}

/* Returns the plan, or %NULL while it has not been shown. */
static AcademyPlanPage *
get_plan_page (AcademyOrganisationPage *self)
{
  AdwBin *place = ADW_BIN (adw_view_stack_get_child_by_name (self->stack, "plan"));
  GtkWidget *view = adw_bin_get_child (place);

  return view != NULL ? ACADEMY_PLAN_PAGE (view) : NULL;
}

/* Returns the view that is shown, if it is a table. */
static AcademyTablePane *
get_pane (AcademyOrganisationPage *self)
{
  GtkWidget *view = adw_bin_get_child (ADW_BIN (adw_view_stack_get_visible_child (self->stack)));

  return ACADEMY_IS_TABLE_PANE (view) ? ACADEMY_TABLE_PANE (view) : NULL;
}

/* It is no template child: GTK would unparent it before libadwaita does. */
static AdwNavigationView *
get_pages (AcademyOrganisationPage *self)
{
  return ADW_NAVIGATION_VIEW (adw_navigation_page_get_child (ADW_NAVIGATION_PAGE (self)));
}

/* Shows the views, if a session is being prepared. */
static void
leave_preparation (AcademyOrganisationPage *self)
{
  if (ACADEMY_IS_PREPARE_PAGE (adw_navigation_view_get_visible_page (get_pages (self))))
    adw_navigation_view_replace_with_tags (get_pages (self), (const char *[]) { "views" }, 1);
}

/**
 * academy_organisation_page_new:
 * @store: a store
 * @organisation: the organisation to show
 * @view: the first view, as in academy_organisation_page_show_view()
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *
academy_organisation_page_new (AcademyStore *store,
                               AcademyItem  *organisation,
                               const char   *view)
{
  AcademyOrganisationPage *self = g_object_new (ACADEMY_TYPE_ORGANISATION_PAGE, NULL);

  self->store = g_object_ref (store);
  self->organisation = g_object_ref (organisation);
  add_views (self);
  academy_organisation_page_show_view (self, view);
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (visible_child_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (update_subtitle_cb), self, G_CONNECT_SWAPPED);

  g_signal_group_set_target (self->organisation_signals, organisation);
  update_title (self);

  return ADW_NAVIGATION_PAGE (self);
}

/**
 * academy_organisation_page_set_item:
 * @self: a page without unsaved values
 * @organisation: another organisation
 *
 * Shows @organisation in the same view. It is faster than another page, and
 * libadwaita and GTK keep some kB of each page for ever.
 */
void
academy_organisation_page_set_item (AcademyOrganisationPage *self,
                                    AcademyItem             *organisation)
{
  leave_preparation (self);
  g_set_object (&self->organisation, organisation);
  drop_focus (self);
  set_views (self);
  g_signal_group_set_target (self->organisation_signals, organisation);
  update_title (self);
}

/**
 * academy_organisation_page_get_item:
 * @self: a page
 *
 * Returns: (transfer none): the organisation
 */
AcademyItem *
academy_organisation_page_get_item (AcademyOrganisationPage *self)
{
  return self->organisation;
}

/**
 * academy_organisation_page_get_view:
 * @self: a page
 *
 * Returns: the name of the visible view; one that the plan has besides its measures
 *   has its own name
 */
const char *
academy_organisation_page_get_view (AcademyOrganisationPage *self)
{
  const char *view = adw_view_stack_get_visible_child_name (self->stack);

  if (g_str_equal (view, "plan") && academy_plan_page_has_view (academy_plan_page_get_view (get_plan_page (self))))
    return academy_plan_page_get_view (get_plan_page (self));

  return view;
}

/**
 * academy_organisation_page_show_view:
 * @self: a page
 * @view: the name of a view, or of another one that the plan has
 *
 * Shows a view of the organisation.
 */
void
academy_organisation_page_show_view (AcademyOrganisationPage *self,
                                     const char              *view)
{
  leave_preparation (self);
  adw_view_stack_set_visible_child_name (self->stack, get_stack_name (view));
  visible_child_cb (self);
  if (academy_plan_page_has_view (view))
    academy_plan_page_show_view (get_plan_page (self), view);
}

/**
 * academy_organisation_page_add:
 * @self: a page
 *
 * Adds a row to the table that is shown, or else a measure to the plan.
 */
void
academy_organisation_page_add (AcademyOrganisationPage *self)
{
  if (get_pane (self) != NULL)
    {
      academy_table_pane_add (get_pane (self));
      return;
    }

  academy_organisation_page_show_view (self, "plan");
  academy_plan_page_add (get_plan_page (self));
}

/**
 * academy_organisation_page_prepare:
 * @self: a page
 * @session: a sparring session of the organisation
 *
 * Shows the page that prepares @session, which is left for the sparring sessions.
 */
void
academy_organisation_page_prepare (AcademyOrganisationPage *self,
                                   AcademyItem             *session)
{
  AdwNavigationPage *shown = adw_navigation_view_get_visible_page (get_pages (self));

  if (ACADEMY_IS_PREPARE_PAGE (shown))
    {
      academy_prepare_page_set_session (ACADEMY_PREPARE_PAGE (shown), session);
      return;
    }

  academy_organisation_page_show_view (self, academy_session_kind.page);
  adw_navigation_view_push (get_pages (self), academy_prepare_page_new (self->store, session));
}

static AcademyAfter *
show_after (AcademyOrganisationPage *self)
{
  academy_organisation_page_show_view (self, academy_session_kind.page);
  return ACADEMY_AFTER (academy_descendant_find (adw_view_stack_get_visible_child (self->stack), ACADEMY_TYPE_AFTER));
}

/**
 * academy_organisation_page_wrap_up:
 * @self: a page
 * @session: a sparring session of the organisation that was held
 *
 * Shows what is left to do after @session.
 */
void
academy_organisation_page_wrap_up (AcademyOrganisationPage *self,
                                   AcademyItem             *session)
{
  AcademyAfter *after = show_after (self);

  academy_column_rewind (ACADEMY_COLUMN (gtk_widget_get_ancestor (GTK_WIDGET (after), ACADEMY_TYPE_COLUMN)));
  academy_after_start (after, session);
}

/**
 * academy_organisation_page_settle:
 * @self: a page
 * @note: a note that contradicts another one
 *
 * Goes to where it can be said how that was settled.
 *
 * Returns: whether @note is shown there; only after a session was held
 */
gboolean
academy_organisation_page_settle (AcademyOrganisationPage *self,
                                  AcademyItem             *note)
{
  return academy_after_settle (show_after (self), note);
}

/**
 * academy_organisation_page_find_view:
 * @kind: a kind
 *
 * Returns: (nullable): the view with the items of @kind; %NULL for a kind that is
 *   shown only within its owner, or belongs to no organisation
 */
const char *
academy_organisation_page_find_view (const AcademyKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (g_strcmp0 (views[i].name, kind->page) == 0)
      return kind->page;

  return academy_plan_page_has_view (kind->page) ? kind->page : NULL;
}

/**
 * academy_organisation_page_show_item:
 * @self: a page
 * @item: an item that has a view
 * @show: whether to navigate to @item
 *
 * Returns: whether @item is visible
 */
gboolean
academy_organisation_page_show_item (AcademyOrganisationPage *self,
                                     AcademyItem             *item,
                                     AcademyShow              show)
{
  const char *view = get_stack_name (academy_organisation_page_find_view (academy_item_get_kind (item)));

  if (show == ACADEMY_SHOW_GO)
    leave_preparation (self);
  if (g_strcmp0 (adw_view_stack_get_visible_child_name (self->stack), view) != 0)
    {
      if (show != ACADEMY_SHOW_GO)
        return FALSE;
      adw_view_stack_set_visible_child_name (self->stack, view);
    }

  if (get_pane (self) != NULL)
    return academy_table_pane_show_item (get_pane (self), item, FALSE, show);

  return !g_str_equal (view, "plan") || academy_plan_page_show_item (get_plan_page (self), item, show);
}

/**
 * academy_organisation_page_filter:
 * @self: a page
 * @comparison: an operator that is about work
 *
 * Shows the measures that meet this condition.
 */
void
academy_organisation_page_filter (AcademyOrganisationPage *self,
                                  AcademyOperator          comparison)
{
  academy_organisation_page_show_view (self, "plan");
  academy_plan_page_filter (get_plan_page (self), comparison);
}
