/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-organisation-page.h"

#include <glib/gi18n-lib.h>

#include "academy-column.h"
#include "academy-form.h"
#include "academy-kinds.h"
#include "academy-page-title.h"
#include "academy-plan-page.h"
#include "academy-section.h"

struct _AcademyOrganisationPage {
  AdwNavigationPage  parent_instance;

  /* Template children */
  AdwViewStack      *stack;

  /* Owned */
  AcademyItem       *organisation;

  /* Borrowed */
  GtkWidget         *plan_page;
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
  g_autofree char *title = academy_item_dup_title (self->organisation, academy_language_get_default ());

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
}

static void
academy_organisation_page_dispose (GObject *object)
{
  AcademyOrganisationPage *self = ACADEMY_ORGANISATION_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_ORGANISATION_PAGE);
  g_clear_object (&self->organisation);

  G_OBJECT_CLASS (academy_organisation_page_parent_class)->dispose (object);
}

static void
academy_organisation_page_class_init (AcademyOrganisationPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_organisation_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-organisation-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyOrganisationPage, stack);
}

static void
academy_organisation_page_init (AcademyOrganisationPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The facts about the organisation lie round its sections. */
static GtkWidget *
create_situation (AcademyStore *store,
                  AcademyItem  *organisation)
{
  AcademyColumn *column = academy_column_new ();
  GtkWidget *form = academy_form_new (store, academy_item_get_kind (organisation));

  academy_column_append (column, academy_page_title_new (NULL, organisation));
  academy_sections_append (column, store, academy_item_get_kind (organisation)->page, organisation);
  academy_form_set_item (ACADEMY_FORM (form), organisation);
  academy_column_append (column, form);

  return GTK_WIDGET (column);
}

/* The views of an organisation, in the order in which the work goes. One that is
 * not created by a function has the sections of the kinds that are seen there. */
static const struct {
  const char  *name;
  const char  *title;
  const char  *icon;
  GtkWidget *(*create) (AcademyStore *store,
                        AcademyItem  *organisation);
} views[] = {
  { "situation", N_("Situation"), "find-location-symbolic", create_situation },
  { "plan", N_("Plan"), "view-list-bullet-symbolic", academy_plan_page_new },
  { "sparring", N_("Sparring"), "chat-message-new-symbolic" },
  { "board", N_("Board"), "x-office-presentation-symbolic" },
};

static GtkWidget *
create_view (AcademyOrganisationPage *self,
             AcademyStore            *store,
             guint                    view)
{
  AcademyColumn *column;

  if (views[view].create != NULL)
    return views[view].create (store, self->organisation);

  column = academy_column_new ();
  academy_sections_append (column, store, views[view].name, self->organisation);
  return GTK_WIDGET (column);
}

static void
add_views (AcademyOrganisationPage *self,
           AcademyStore            *store)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      GtkWidget *view = create_view (self, store, i);
      AdwViewStackPage *page = adw_view_stack_add_titled_with_icon (self->stack, view, views[i].name, _(views[i].title),
                                                                    views[i].icon);

      /* libadwaita names the panel for a screen reader only when it is built from a template. */
      gtk_accessible_update_property (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_PROPERTY_LABEL, _(views[i].title), -1);
      if (ACADEMY_IS_PLAN_PAGE (view))
        self->plan_page = view;
    }
}

/**
 * academy_organisation_page_new:
 * @store: a store
 * @organisation: the organisation to show
 * @view: the first view: `situation`, `plan`, `sparring` or `board`
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *
academy_organisation_page_new (AcademyStore *store,
                               AcademyItem  *organisation,
                               const char   *view)
{
  AcademyOrganisationPage *self = g_object_new (ACADEMY_TYPE_ORGANISATION_PAGE, NULL);

  self->organisation = g_object_ref (organisation);
  add_views (self, store);
  academy_organisation_page_show_view (self, view);

  g_signal_connect_object (organisation, "notify", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
  update_title (self);

  return ADW_NAVIGATION_PAGE (self);
}

AcademyItem *
academy_organisation_page_get_item (AcademyOrganisationPage *self)
{
  return self->organisation;
}

/**
 * academy_organisation_page_get_view:
 * @self: a page
 *
 * Returns: the visible view: `situation`, `plan`, `timeline` for the other view
 *   of the plan, `sparring` or `board`
 */
const char *
academy_organisation_page_get_view (AcademyOrganisationPage *self)
{
  const char *view = adw_view_stack_get_visible_child_name (self->stack);

  if (g_str_equal (view, "plan") && academy_plan_page_is_timeline_shown (ACADEMY_PLAN_PAGE (self->plan_page)))
    return "timeline";

  return view;
}

/**
 * academy_organisation_page_show_view:
 * @self: a page
 * @view: `situation`, `plan`, `timeline` for the other view of the plan,
 *   `sparring` or `board`
 *
 * Shows a view of the organisation.
 */
void
academy_organisation_page_show_view (AcademyOrganisationPage *self,
                                     const char              *view)
{
  gboolean timeline = g_str_equal (view, "timeline");

  adw_view_stack_set_visible_child_name (self->stack, timeline ? "plan" : view);
  if (timeline)
    academy_plan_page_show_view (ACADEMY_PLAN_PAGE (self->plan_page), view);
}

/**
 * academy_organisation_page_add_measure:
 * @self: a page
 *
 * Adds a measure to the plan and moves the focus to its form.
 */
void
academy_organisation_page_add_measure (AcademyOrganisationPage *self)
{
  academy_organisation_page_show_view (self, "plan");
  gtk_widget_activate_action (self->plan_page, "plan.add", NULL);
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

  return NULL;
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
  const char *view = academy_organisation_page_find_view (academy_item_get_kind (item));

  if (g_strcmp0 (adw_view_stack_get_visible_child_name (self->stack), view) != 0)
    {
      if (show != ACADEMY_SHOW_GO)
        return FALSE;
      adw_view_stack_set_visible_child_name (self->stack, view);
    }

  return !g_str_equal (view, "plan") || academy_plan_page_show_item (ACADEMY_PLAN_PAGE (self->plan_page), item, show);
}
