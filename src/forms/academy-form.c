/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-form.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "academy-descendant.h"
#include "academy-draft.h"
#include "academy-editor.h"
#include "academy-form-hint.h"
#include "academy-offer.h"
#include "academy-privacy.h"
#include "academy-second-language.h"
#include "academy-table.h"
#include "academy-translation.h"

struct _AcademyForm {
  GtkWidget              parent_instance;

  /* Owned */
  GPtrArray             *editors;
  AcademyItem           *item;
  AcademySecondLanguage *second;

  /* Borrowed */
  const AcademyKind     *kind;
  AcademyEditor         *opener;
  GPtrArray             *offers;
  GPtrArray             *hints;

  guint                  n_fields;
  gboolean               without_private;
};

enum {
  OPEN,
  LEAVE,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (AcademyForm, academy_form, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

/**
 * AcademyForm:
 *
 * A form for an item: one row for each visible field of its kind, in the order of
 * the field table and in its groups. In a programme with a second language, a row
 * for the translation follows each text that may have one. Input is saved
 * automatically; there is no button for that.
 *
 * CSS nodes: `form`, with a preferences group for each group of fields.
 *
 * Accessibility: role `form`; each row has the label of its field, and the state
 * invalid with its error message while the typed value is invalid.
 *
 * Keys: those of the rows; Tab goes from field to field.
 */

/* Saves what is typed before a value that is chosen: a click on a switch takes no focus
 * from a text. */
static void
saving_cb (AcademyForm   *self,
           AcademyEditor *saving)
{
  for (guint i = 0; i < self->editors->len; i++)
    {
      AcademyEditor *editor = g_ptr_array_index (self->editors, i);

      if (editor != saving && academy_editor_is_unsaved (editor) && !academy_editor_has_error (editor))
        academy_editor_flush (editor);
    }
}

static void
saved_cb (AcademyForm   *self,
          AcademyEditor *saved)
{
  for (guint i = 0; i < self->editors->len; i++)
    {
      AcademyEditor *editor = g_ptr_array_index (self->editors, i);

      /* A start that was after the end may be valid now. */
      if (editor != saved && academy_editor_has_error (editor))
        academy_editor_flush (editor);
    }
}

static void
open_cb (AcademyForm   *self,
         AcademyItem   *item,
         AcademyEditor *editor)
{
  self->opener = editor;
  g_signal_emit (self, signals[OPEN], 0, item);
}

static void
academy_form_dispose (GObject *object)
{
  AcademyForm *self = ACADEMY_FORM (object);
  GtkWidget *child;

  academy_form_set_item (self, NULL);
  g_clear_object (&self->second);
  g_clear_pointer (&self->editors, g_ptr_array_unref);
  g_clear_pointer (&self->offers, g_ptr_array_unref);
  g_clear_pointer (&self->hints, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (academy_form_parent_class)->dispose (object);
}

static void
academy_form_class_init (AcademyFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_form_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "form");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_FORM);

  /**
   * AcademyForm::open:
   * @self: the form
   * @item: a draft of a new target for a link
   *
   * Emitted when the user wants to create @item. When it is saved, the item of
   * the form links to it.
   */
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 1, ACADEMY_TYPE_ITEM);

  /**
   * AcademyForm::leave:
   * @self: the form
   *
   * Emitted when the user gives up the item, which is a draft.
   */
  signals[LEAVE] = g_signal_new ("leave", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
academy_form_init (AcademyForm *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 24);
  self->editors = g_ptr_array_new_with_free_func (g_object_unref);
  self->offers = g_ptr_array_new_with_free_func (g_object_unref);
  self->hints = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Names the list of a group without a title after the kind, for assistive
 * technology. */
static AdwPreferencesGroup *
add_group (AcademyForm *self,
           const char  *title)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkAccessible *list = GTK_ACCESSIBLE (academy_descendant_find (group, GTK_TYPE_LIST_BOX));

  if (title != NULL)
    {
      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _(title));
    }
  else
    {
      gtk_accessible_reset_relation (list, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (list, GTK_ACCESSIBLE_PROPERTY_LABEL, _(self->kind->label), -1);
    }
  gtk_widget_set_parent (group, GTK_WIDGET (self));

  return ADW_PREFERENCES_GROUP (group);
}

static void
show_private (AcademyForm    *self,
              AcademyPrivacy *privacy)
{
  gboolean is_shown = !self->without_private && !academy_privacy_is_hiding (privacy);

  for (guint i = 0; i < self->editors->len; i++)
    {
      AcademyEditor *editor = g_ptr_array_index (self->editors, i);

      if ((academy_editor_get_field (editor)->flags & ACADEMY_PRIVATE) != 0)
        gtk_widget_set_visible (academy_editor_get_row (editor), is_shown);
    }
}

/**
 * academy_form_new_for_fields:
 * @store: the store of the items
 * @kind: the kind of the items
 * @names: (nullable) (array zero-terminated=1): the names of the fields to show in one
 *   group without a heading; %NULL for all visible ones
 *
 * Returns: (transfer floating): an empty form for some fields of items of @kind
 */
GtkWidget *
academy_form_new_for_fields (AcademyStore       *store,
                             const AcademyKind  *kind,
                             const char * const *names)
{
  AcademyForm *self = g_object_new (ACADEMY_TYPE_FORM, NULL);
  AdwPreferencesGroup *group = NULL;

  self->kind = kind;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _(kind->label), -1);

  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    {
      AcademyEditor *editor;

      if (field->flags & ACADEMY_HIDDEN || (names != NULL && !g_strv_contains (names, field->name)))
        continue;

      if (group == NULL || (field->group != NULL && names == NULL))
        group = add_group (self, names == NULL ? field->group : NULL);

      editor = academy_editor_new (store, field);
      g_signal_connect_object (editor, "saving", G_CALLBACK (saving_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (editor, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (editor, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (group, academy_editor_get_row (editor));
      adw_preferences_group_add (group, academy_editor_get_error_row (editor));
      if (field->sums != NULL)
        {
          AcademyOffer *offer = academy_offer_new (editor);

          adw_preferences_group_add (group, academy_offer_get_row (offer));
          g_ptr_array_add (self->offers, offer);
        }
      if (field->dup_hint != NULL)
        {
          AcademyFormHint *hint = academy_form_hint_new (editor);

          adw_preferences_group_add (group, academy_form_hint_get_row (hint));
          g_ptr_array_add (self->hints, hint);
        }
      g_ptr_array_add (self->editors, editor);
    }
  self->n_fields = self->editors->len;
  if (academy_translation_is_possible (kind))
    self->second = academy_second_language_new (GTK_WIDGET (self), store, self->editors);
  g_signal_connect_object (academy_privacy_get (store), "changed", G_CALLBACK (show_private), self, G_CONNECT_SWAPPED);
  show_private (self, academy_privacy_get (store));

  return GTK_WIDGET (self);
}

/**
 * academy_form_new:
 * @store: the store of the items
 * @kind: the kind of the items
 *
 * Returns: (transfer floating): an empty form for items of @kind
 */
GtkWidget *
academy_form_new (AcademyStore      *store,
                  const AcademyKind *kind)
{
  return academy_form_new_for_fields (store, kind, NULL);
}

/**
 * academy_form_set_with_private:
 * @self: a form
 * @with_private: whether to show private fields, unless others see the screen
 *
 * Shows or hides the fields that never leave the file.
 */
void
academy_form_set_with_private (AcademyForm *self,
                               gboolean     with_private)
{
  self->without_private = !with_private;
  if (self->editors->len > 0)
    show_private (self, academy_privacy_get (academy_editor_get_store (g_ptr_array_index (self->editors, 0))));
}

AcademyItem *
academy_form_get_item (AcademyForm *self)
{
  return self->item;
}

/* Removes the focus, since a row that becomes insensitive gets no focus-out
 * event. */
static void
drop_focus (AcademyForm *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_root_set_focus (root, NULL);
}

/**
 * academy_form_set_item:
 * @self: a form
 * @item: (nullable): an item of its kind
 *
 * Saves the typed values of the previous item, and shows @item.
 */
void
academy_form_set_item (AcademyForm *self,
                       AcademyItem *item)
{
  g_return_if_fail (item == NULL || academy_item_get_kind (item) == self->kind);

  if (!g_set_object (&self->item, item))
    return;

  if (item == NULL)
    drop_focus (self);
  for (guint i = 0; i < self->n_fields; i++)
    academy_editor_set_item (g_ptr_array_index (self->editors, i), item);
  if (self->second != NULL)
    academy_second_language_set_item (self->second, item);
  for (guint i = 0; i < self->offers->len; i++)
    academy_offer_update (g_ptr_array_index (self->offers, i));
  for (guint i = 0; i < self->hints->len; i++)
    academy_form_hint_update (g_ptr_array_index (self->hints, i));
}

/**
 * academy_form_flush:
 * @self: a form
 *
 * Saves all unsaved values.
 *
 * Returns: whether all values are saved
 */
gboolean
academy_form_flush (AcademyForm *self)
{
  for (guint i = 0; i < self->editors->len; i++)
    academy_editor_flush (g_ptr_array_index (self->editors, i));

  /* A value saved late may have made an earlier one valid. */
  for (guint i = 0; i < self->editors->len; i++)
    if (academy_editor_has_error (g_ptr_array_index (self->editors, i)))
      return FALSE;

  return TRUE;
}

/**
 * academy_forms_flush:
 * @root: a widget
 *
 * Saves all unsaved values in the forms and tables within @root.
 *
 * Returns: whether all values are saved
 */
gboolean
academy_forms_flush (GtkWidget *root)
{
  gboolean saved = TRUE;

  if (ACADEMY_IS_FORM (root))
    return academy_form_flush (ACADEMY_FORM (root));
  if (ACADEMY_IS_TABLE (root))
    return academy_table_finish (ACADEMY_TABLE (root));

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    saved = academy_forms_flush (child) && saved;

  return saved;
}

static AcademyEditor *
find_editor (AcademyForm *self,
             GtkWidget   *widget)
{
  for (guint i = 0; i < self->editors->len; i++)
    {
      AcademyEditor *editor = g_ptr_array_index (self->editors, i);
      GtkWidget *row = academy_editor_get_row (editor);

      if (widget == row || gtk_widget_is_ancestor (widget, row))
        return editor;
    }

  return NULL;
}

/**
 * academy_forms_undo_typing:
 * @root: a window
 * @redo: whether to redo rather than undo
 *
 * Undoes typing at the focus that is not part of an edit: an unsaved value of a
 * field, or any text of an entry outside the forms, such as a search. An entry that
 * has its undo disabled has nothing that was typed.
 *
 * Returns: whether there was such typing, so that no edit should be undone
 */
gboolean
academy_forms_undo_typing (GtkRoot  *root,
                           gboolean  redo)
{
  GtkWidget *focus = gtk_root_get_focus (root);
  GtkWidget *form = focus != NULL ? gtk_widget_get_ancestor (focus, ACADEMY_TYPE_FORM) : NULL;
  /* An entry in a popover searches the choices of a field, and holds no value. */
  gboolean is_field = form != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) == NULL;
  AcademyEditor *editor = is_field ? find_editor (ACADEMY_FORM (form), focus) : NULL;

  if (editor != NULL)
    return redo ? academy_editor_bring_back (editor) : academy_editor_revert (editor);
  if (!GTK_IS_TEXT (focus) && !GTK_IS_TEXT_VIEW (focus))
    return FALSE;
  if (GTK_IS_TEXT (focus) && !gtk_editable_get_enable_undo (GTK_EDITABLE (focus)))
    return FALSE;

  gtk_widget_activate_action (focus, redo ? "text.redo" : "text.undo", NULL);
  return TRUE;
}

/**
 * academy_forms_leave_draft:
 * @root: a widget
 *
 * Makes a mapped form within @root give up its item if that is a draft, since
 * creating it was the last action.
 *
 * Returns: whether there was such a form
 */
gboolean
academy_forms_leave_draft (GtkWidget *root)
{
  if (ACADEMY_IS_FORM (root))
    {
      AcademyItem *item = ACADEMY_FORM (root)->item;
      gboolean is_draft = item != NULL && academy_draft_is (item) && gtk_widget_get_mapped (root);

      if (is_draft)
        g_signal_emit (root, signals[LEAVE], 0);
      return is_draft;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (academy_forms_leave_draft (child))
      return TRUE;

  return FALSE;
}

/**
 * academy_form_start:
 * @self: a form
 * @field: the name of a field
 *
 * Moves the focus to @field and selects its text.
 */
void
academy_form_start (AcademyForm *self,
                    const char  *field)
{
  for (guint i = 0; i < self->n_fields; i++)
    {
      AcademyEditor *editor = g_ptr_array_index (self->editors, i);

      if (g_str_equal (academy_editor_get_field (editor)->name, field))
        academy_editor_grab_focus (editor);
    }
}

/* Whether a new item is begun at a field: what has a value from the start, such as
 * the present day, is passed over, and so is what may be left unchosen. */
static gboolean
is_first (AcademyItem        *item,
          const AcademyField *field)
{
  gboolean is_chosen = field->type == ACADEMY_CHOICE || field->type == ACADEMY_FLAG ||
                       field->type == ACADEMY_LINK || field->type == ACADEMY_LINKS;

  return !academy_value_is_set (field, academy_item_get_value (item, field)) &&
         (!is_chosen || (field->flags & ACADEMY_REQUIRED) != 0);
}

/**
 * academy_form_start_first:
 * @self: a form with an item
 *
 * Moves the focus to the first empty field that is typed or must have a value.
 */
void
academy_form_start_first (AcademyForm *self)
{
  for (guint i = 0; i < self->n_fields; i++)
    {
      const AcademyField *field = academy_editor_get_field (g_ptr_array_index (self->editors, i));

      if (is_first (self->item, field))
        {
          academy_form_start (self, field->name);
          return;
        }
    }
}

/**
 * academy_form_return:
 * @self: a form
 * @id: the id of the item opened by #AcademyForm::open
 *
 * Moves the focus back to where the user wanted to create an item, whether it was
 * saved or not.
 */
void
academy_form_return (AcademyForm *self,
                     const char  *id)
{
  if (self->opener != NULL && self->item != NULL)
    academy_editor_return (self->opener, id);
}

/* Appends the invalid editors within @root. */
static void
find_errors (GtkWidget *root,
             GPtrArray *editors)
{
  AcademyEditor *edited;

  if (ACADEMY_IS_FORM (root))
    {
      AcademyForm *self = ACADEMY_FORM (root);

      for (guint i = 0; i < self->editors->len; i++)
        if (academy_editor_has_error (g_ptr_array_index (self->editors, i)))
          g_ptr_array_add (editors, g_ptr_array_index (self->editors, i));
      return;
    }
  if (ACADEMY_IS_TABLE (root))
    {
      edited = academy_table_get_editor (ACADEMY_TABLE (root));
      if (edited != NULL && academy_editor_has_error (edited))
        g_ptr_array_add (editors, edited);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    find_errors (child, editors);
}

/**
 * academy_forms_dup_errors:
 * @root: a widget
 *
 * Returns: (transfer full): a line for each invalid field in the forms and tables
 *   within @root, with its label and error message; perhaps empty
 */
char *
academy_forms_dup_errors (GtkWidget *root)
{
  g_autoptr(GPtrArray) editors = g_ptr_array_new ();
  GString *errors = g_string_new (NULL);

  find_errors (root, editors);
  for (guint i = 0; i < editors->len; i++)
    {
      AcademyEditor *editor = g_ptr_array_index (editors, i);
      g_autofree char *name = academy_editor_dup_name (editor);

      g_string_append_printf (errors, "%s%s: %s", i > 0 ? "\n" : "", name, academy_editor_get_error (editor));
    }

  return g_string_free_and_steal (errors);
}

/* Shows @widget in each stack that it is in. */
static void
show_in_stacks (GtkWidget *widget)
{
  GtkWidget *parent;

  for (; (parent = gtk_widget_get_parent (widget)) != NULL; widget = parent)
    if (GTK_IS_STACK (parent))
      gtk_stack_set_visible_child (GTK_STACK (parent), widget);
    else if (ADW_IS_VIEW_STACK (parent))
      adw_view_stack_set_visible_child (ADW_VIEW_STACK (parent), widget);
}

/**
 * academy_forms_show_error:
 * @root: a widget
 *
 * Shows the first invalid field in the forms and tables within @root, and moves the
 * focus to it.
 */
void
academy_forms_show_error (GtkWidget *root)
{
  g_autoptr(GPtrArray) editors = g_ptr_array_new ();
  AcademyEditor *first;

  find_errors (root, editors);
  if (editors->len == 0)
    return;

  first = g_ptr_array_index (editors, 0);
  show_in_stacks (academy_editor_get_row (first));
  academy_editor_grab_focus (first);
}
