/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "academy-form.h"
#include "academy-kinds.h"
#include "academy-organisation-page.h"
#include "academy-places.h"
#include "academy-overview-page.h"
#include "academy-section.h"
#include "academy-toast.h"
#include "academy-undone.h"
#include "academy-undone-dialog.h"
#include "academy-window-private.h"

/* The place of an item: a place of the sidebar, a view there, and the item that
 * has a row, which may be an owner of the item. */
typedef struct {
  /* Owned */
  char        *place;
  AcademyItem *item;

  /* Borrowed */
  const char  *view;
} Sight;

static void
sight_clear (Sight *sight)
{
  g_clear_pointer (&sight->place, g_free);
  g_clear_object (&sight->item);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sight, sight_clear)

/* Returns the owner of an item, or what a translation is seen with. */
static AcademyItem *
get_whole (AcademyStore *store,
           AcademyItem  *part)
{
  const char *kind = academy_item_get_kind (part) == &academy_translation_kind ? academy_item_get_text (part, "kind") : NULL;

  if (kind != NULL && academy_kind_find (kind) != NULL)
    return academy_store_get (store, academy_kind_find (kind), academy_item_get_text (part, "item"), NULL);

  return academy_store_get_owner (store, part, NULL);
}

static void
find_sight (AcademyWindow     *self,
            const AcademyKind *kind,
            const char        *id,
            Sight             *sight)
{
  g_autoptr(AcademyItem) item = academy_store_get (self->store, kind, id, NULL);

  while (item != NULL && sight->place == NULL)
    {
      g_autoptr(AcademyItem) part = g_steal_pointer (&item);
      const AcademyKind *item_kind = academy_item_get_kind (part);
      const char *view = academy_organisation_page_find_view (item_kind);

      if (sight->item == NULL && (view != NULL || academy_places_find (item_kind->page) != NULL))
        {
          sight->item = g_object_ref (part);
          sight->view = view;
        }
      sight->place = g_strdup (item_kind == &academy_organisation_kind ? academy_item_get_id (part)
                                                                       : academy_places_find (item_kind->page));
      item = get_whole (self->store, part);
    }
}

/* Do not navigate while somebody types: the next letter belongs into the text. */
static gboolean
is_writing (AcademyWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  return GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus);
}

/* Whether the undone item is visible. Selects it if it has a row in a list. Nothing
 * leads away from a session. */
static gboolean
is_in_sight (AcademyWindow *self,
             Sight         *sight)
{
  AcademyOrganisationPage *page = academy_window_get_organisation_page (self);

  if (academy_window_get_session (self) != NULL)
    return TRUE;
  if (sight->place == NULL || adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL ||
      (adw_navigation_split_view_get_collapsed (self->split_view) &&
       !adw_navigation_split_view_get_show_content (self->split_view)))
    return FALSE;
  if (g_strcmp0 (self->place, "timeline") == 0)
    {
      if (academy_item_get_kind (sight->item)->start == NULL)
        return FALSE;
      if (!is_writing (self))
        academy_timeline_page_show_item (adw_navigation_split_view_get_content (self->split_view), sight->item);
      return TRUE;
    }
  if (g_strcmp0 (self->place, sight->place) != 0)
    return FALSE;

  return page == NULL ||
         academy_organisation_page_show_item (page, sight->item,
                                              is_writing (self) ? ACADEMY_SHOW_IF_SHOWN : ACADEMY_SHOW_BESIDE);
}

static AdwDialog *
get_dialog (AcademyWindow *self)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));
}

/* Closes the dialogs, one over the other. A dialog that saves refuses the close, and
 * then closes itself, or asks about what cannot be saved. */
gboolean
academy_window_close_dialogs (AcademyWindow *self)
{
  AdwDialog *dialog;

  while ((dialog = get_dialog (self)) != NULL)
    if (!adw_dialog_close (dialog) && (get_dialog (self) == dialog || ADW_IS_ALERT_DIALOG (get_dialog (self))))
      return FALSE;

  return TRUE;
}

/* Returns whether the place of an item is shown. */
static gboolean
show_item (AcademyWindow     *self,
           const AcademyKind *kind,
           const char        *id)
{
  g_auto(Sight) sight = { NULL };

  find_sight (self, kind, id, &sight);
  if (sight.place == NULL || !academy_window_close_dialogs (self))
    return FALSE;

  academy_window_show_place (self, sight.place);
  if (g_strcmp0 (self->place, sight.place) != 0)
    return FALSE;

  if (academy_window_get_organisation_page (self) != NULL)
    academy_organisation_page_show_item (academy_window_get_organisation_page (self), sight.item, ACADEMY_SHOW_GO);
  academy_sections_focus_item (GTK_WIDGET (self->split_view), academy_item_get_id (sight.item));
  /* The focus tells which row it is, even after a click. */
  gtk_window_set_focus_visible (GTK_WINDOW (self), TRUE);
  return TRUE;
}

static void
show_item_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  const char *kind, *id;

  g_variant_get (parameter, "(&s&s)", &kind, &id);
  show_item (ACADEMY_WINDOW (widget), academy_kind_find (kind), id);
}

/* Shows the measures that meet a condition; of other kinds, which have no table, the
 * first item. */
static void
show_several_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  AcademyWindow *self = ACADEMY_WINDOW (widget);
  const AcademyKind *kind;
  const char *kind_name, *first;
  int comparison;

  g_variant_get (parameter, "(&s&si)", &kind_name, &first, &comparison);
  kind = academy_kind_find (kind_name);
  if (show_item (self, kind, first) && kind == &academy_measure_kind)
    academy_organisation_page_filter (academy_window_get_organisation_page (self), comparison);
}

/* Returns the dialog, if one is open, because it covers the toasts of the window. */
static GtkWidget *
get_toast_place (AcademyWindow *self)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));
  GtkWidget *child = dialog != NULL ? adw_dialog_get_child (dialog) : NULL;

  return ADW_IS_TOAST_OVERLAY (child) ? adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (child)) : GTK_WIDGET (self->stack);
}

/* Tells what was undone or redone, with a button to show it, or to reverse it. */
static void
tell (AcademyWindow *self)
{
  const AcademyReversal *reversal = academy_store_get_reversal (self->store);
  const AcademyKind *kind = academy_reversal_get_kind (reversal);
  const char *id = academy_reversal_get_item (reversal);
  gboolean is_redo = academy_reversal_is_redo (reversal);
  g_autofree char *text = academy_reversal_dup_text (reversal);
  g_auto(Sight) sight = { NULL };

  if (kind != NULL && !academy_reversal_is_removal (reversal))
    find_sight (self, kind, id, &sight);

  if (sight.place != NULL && !is_in_sight (self, &sight))
    academy_toast_show_step (get_toast_place (self), self->store, text, _("_Show"), "win.show-item",
                             g_variant_new ("(ss)", kind->name, id));
  else
    academy_toast_show_step (get_toast_place (self), self->store, text, is_redo ? _("_Undo") : _("_Redo"),
                             is_redo ? "win.undo-step" : "win.redo-step",
                             g_variant_new_int64 (academy_reversal_get_step (reversal)));
  gtk_accessible_announce (GTK_ACCESSIBLE (self->stack), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

typedef gboolean (*Take) (AcademyStore  *store,
                          GError       **error);

static void
take (AcademyWindow *self,
      Take           take_step)
{
  const AcademyReversal *before = academy_store_get_reversal (self->store);
  g_autoptr(GError) error = NULL;

  if (!take_step (self->store, &error))
    academy_toast_show_error (get_toast_place (self), error);
  else if (academy_store_get_reversal (self->store) != before)
    tell (self);
}

/* Returns the dialog, if one is open, or the window. */
static GtkWidget *
get_top (AcademyWindow *self)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));

  return dialog != NULL ? GTK_WIDGET (dialog) : GTK_WIDGET (self);
}

/* Saves typed values first, so that they are what is undone. */
static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AcademyWindow *self = ACADEMY_WINDOW (widget);
  AcademySessionPage *session = academy_window_get_session (self);

  if (session != NULL && academy_session_page_bring_back (session))
    return;
  if (academy_forms_undo_typing (GTK_ROOT (widget), FALSE) || academy_forms_leave_draft (get_top (self)))
    return;

  academy_forms_flush (widget);
  take (self, academy_store_undo);
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AcademyWindow *self = ACADEMY_WINDOW (widget);

  if (academy_forms_undo_typing (GTK_ROOT (widget), TRUE))
    return;

  academy_forms_flush (widget);
  take (self, academy_store_redo);
}

/* Saves typed values first: if that makes a step, the step of the toast is no
 * longer the last one. */
static void
undo_step_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  AcademyWindow *self = ACADEMY_WINDOW (widget);

  academy_forms_flush (widget);
  if (academy_store_get_last_step (self->store) == g_variant_get_int64 (parameter))
    take (self, academy_store_undo);
}

static void
redo_step_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  AcademyWindow *self = ACADEMY_WINDOW (widget);

  academy_forms_flush (widget);
  if (academy_store_get_next_step (self->store) == g_variant_get_int64 (parameter))
    take (self, academy_store_redo);
}

static void
bring_back_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  AcademyWindow *self = ACADEMY_WINDOW (widget);

  academy_forms_flush (widget);
  adw_dialog_present (academy_undone_dialog_new (self->store, GTK_WIDGET (self->stack)), widget);
}

void
academy_window_class_add_undo_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.undo-step", "x", undo_step_action);
  gtk_widget_class_install_action (widget_class, "win.redo-step", "x", redo_step_action);
  gtk_widget_class_install_action (widget_class, "win.bring-back", NULL, bring_back_action);
  gtk_widget_class_install_action (widget_class, "win.show-item", "(ss)", show_item_action);
  gtk_widget_class_install_action (widget_class, "win.show-several", "(ssi)", show_several_action);
}

static gboolean
is_named (GMenuModel *menu,
          int         position,
          const char *label)
{
  g_autofree char *before = NULL;

  return position < g_menu_model_get_n_items (menu) &&
         g_menu_model_get_item_attribute (menu, position, G_MENU_ATTRIBUTE_LABEL, "s", &before) &&
         g_str_equal (before, label);
}

/* Names the steps in the menu, unless they have these names already: most edits in a row are alike. */
void
academy_window_update_undo (AcademyWindow *self)
{
  const char *undo_label = self->store != NULL ? academy_store_get_undo_label (self->store) : NULL;
  const char *redo_label = self->store != NULL ? academy_store_get_redo_label (self->store) : NULL;
  g_autofree char *undo_phrase = undo_label != NULL ? academy_step_dup_phrase (undo_label) : NULL;
  g_autofree char *redo_phrase = redo_label != NULL ? academy_step_dup_phrase (redo_label) : NULL;
  g_autofree char *undo = undo_label != NULL
                            /* Translators: the step that is taken back: “Undo change of measure” */
                            ? g_strdup_printf (_("_Undo %s"), undo_phrase) : g_strdup (_("_Undo"));
  g_autofree char *redo = redo_label != NULL
                            /* Translators: the step that is done again: “Redo change of measure” */
                            ? g_strdup_printf (_("_Redo %s"), redo_phrase) : g_strdup (_("_Redo"));

  if (is_named (G_MENU_MODEL (self->undo_menu), 0, undo) && is_named (G_MENU_MODEL (self->undo_menu), 1, redo))
    return;

  g_menu_remove_all (self->undo_menu);
  g_menu_append (self->undo_menu, undo, "win.undo");
  g_menu_append (self->undo_menu, redo, "win.redo");
  g_menu_append (self->undo_menu, _("_Bring back what was undone…"), "win.bring-back");
}
