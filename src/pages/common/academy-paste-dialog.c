/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-paste-dialog.h"

#include <glib/gi18n-lib.h>

#include "academy-dialog-undo.h"
#include "academy-discard.h"
#include "academy-form.h"
#include "academy-paste-columns.h"
#include "academy-paste-links.h"
#include "academy-recognition.h"
#include "academy-reversal.h"
#include "academy-toast.h"

struct _AcademyPasteDialog {
  AdwDialog            parent_instance;

  /* Template children */
  GtkLabel            *omission;
  AdwWrapBox          *columns;
  GtkWidget           *merged_check;
  GtkWidget           *existing_check;
  GtkWidget           *links_group;
  GtkListBox          *links;
  AdwBin              *table_bin;
  GtkLabel            *summary;
  GtkWidget           *next_button;
  GtkWidget           *add_button;

  /* Owned */
  AcademyStore        *store;
  AcademyItem         *owner;
  AcademyGrid         *grid;
  AcademyPasteColumns *chooser;
  AcademyPasteLinks   *unknown;
  const AcademyField **read;

  /* Borrowed */
  const AcademyKind   *kind;
  AcademyTable        *table;
  AdwToast            *toast;

  guint                focus_id;
  gboolean             has_chosen;
  gboolean             is_updating;
};

enum {
  PASTED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (AcademyPasteDialog, academy_paste_dialog, ADW_TYPE_DIALOG)

static guint signals[N_SIGNALS];

/**
 * AcademyPasteDialog:
 *
 * A preview of a pasted table: what each column is, and the rows that it becomes,
 * to be corrected in a table like any other. Nothing is written before the rows
 * are added, by one edit.
 *
 * Keys: F8 goes to the next red cell. Ctrl+Z and Ctrl+Shift+Z undo and redo
 * corrections and choices, not edits of the file behind. Escape closes, after a
 * question when anything was corrected or chosen.
 */

static AcademyTableModel *
get_model (AcademyPasteDialog *self)
{
  return academy_table_get_model (self->table);
}

static AcademyPaste *
get_paste (AcademyPasteDialog *self)
{
  return academy_table_model_get_paste (get_model (self));
}

static GPtrArray *
get_drafts (AcademyPasteDialog *self)
{
  return academy_paste_get_drafts (get_paste (self));
}

/* Returns borrowed drafts. */
static GPtrArray *
get_taken (AcademyPasteDialog *self)
{
  GPtrArray *drafts = get_drafts (self);
  GPtrArray *taken = g_ptr_array_new ();

  for (guint i = 0; i < drafts->len; i++)
    if (academy_paste_is_taken (get_paste (self), drafts->pdata[i]))
      g_ptr_array_add (taken, drafts->pdata[i]);
  return taken;
}

/* Returns how much of the rows that are added is understood, and which columns
 * nothing is taken of. */
static char *
dup_summary (AcademyPasteDialog *self,
             guint               n_understood,
             guint               n_taken,
             gboolean            is_complete)
{
  const AcademyLanguage *language = academy_language_get_default ();
  g_autofree char *count = academy_language_format_number (language, n_understood);
  g_autofree char *total = academy_language_format_number (language, n_taken);
  g_autofree char *left = academy_paste_columns_dup_left (self->chooser);

  if (n_taken == 0)
    return g_strdup (_("No row is chosen."));
  if (left != NULL && is_complete)
    /* Translators: the number of rows that are understood, of all rows that will be added, and the headings of columns */
    return g_strdup_printf (_("%s of %s understood, but these columns are left out: %s."), count, total, left);
  if (left != NULL)
    return g_strdup_printf (_("%s of %s understood. Correct the red cells, or they stay empty. "
                              "These columns are left out: %s."), count, total, left);
  if (is_complete)
    /* Translators: the number of rows that are understood, and of all rows that will be added */
    return g_strdup_printf (_("%s of %s understood."), count, total);

  return g_strdup_printf (_("%s of %s understood. Correct the red cells, or they stay empty."), count, total);
}

/* Says how much is understood, after any change: a toast about an earlier one is out of
 * date. Enter adds the rows only when all is, or is left out. */
static void
update_summary (AcademyPasteDialog *self)
{
  g_autoptr(GPtrArray) taken = get_taken (self);
  g_autofree char *step = academy_step_dup_paste_label (self->kind, taken->len);
  g_autofree char *label = academy_step_dup_label (step);
  g_autofree char *text = NULL;
  guint n_understood = 0;
  gboolean can_add = taken->len > 0;
  gboolean is_complete;

  for (guint i = 0; i < taken->len; i++)
    {
      n_understood += academy_paste_is_understood (get_paste (self), taken->pdata[i]);
      can_add = can_add && academy_item_validate (taken->pdata[i], NULL);
    }
  is_complete = can_add && n_understood == taken->len;

  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  adw_dialog_set_can_close (ADW_DIALOG (self),
                            !self->has_chosen && !academy_paste_steps_can_undo (academy_paste_get_steps (get_paste (self))));
  gtk_widget_set_visible (self->next_button, n_understood < taken->len);
  text = dup_summary (self, n_understood, taken->len, is_complete);
  gtk_label_set_label (self->summary, text);
  gtk_button_set_label (GTK_BUTTON (self->add_button), label);
  gtk_widget_set_sensitive (self->add_button, can_add);
  if (is_complete)
    gtk_widget_add_css_class (self->add_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->add_button, "suggested-action");
  adw_dialog_set_default_widget (ADW_DIALOG (self), is_complete ? self->add_button : NULL);
}

static void
check_toggled_cb (GtkColumnViewCell *cell,
                  GtkCheckButton    *check)
{
  AcademyPasteDialog *self =
    ACADEMY_PASTE_DIALOG (gtk_widget_get_ancestor (GTK_WIDGET (check), ACADEMY_TYPE_PASTE_DIALOG));
  AcademyItem *draft = gtk_column_view_cell_get_item (cell);

  if (self == NULL || draft == NULL ||
      gtk_check_button_get_active (check) == academy_paste_is_taken (get_paste (self), draft))
    return;

  academy_paste_steps_begin (academy_paste_get_steps (get_paste (self)));
  academy_paste_set_taken (get_paste (self), draft, gtk_check_button_get_active (check));
  update_summary (self);
}

static void
show_check (AcademyPasteDialog *self,
            GtkColumnViewCell  *cell)
{
  GtkWidget *check = gtk_column_view_cell_get_child (cell);
  AcademyItem *draft = gtk_column_view_cell_get_item (cell);
  g_autofree char *title = academy_item_dup_title (draft, academy_language_get_default ());
  gboolean exists = academy_paste_exists (get_paste (self), draft);
  /* Translators: the title of a row that is pasted */
  g_autofree char *name = g_strdup_printf (exists ? _("Add “%s”, which exists already") : _("Add “%s”"), title);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), academy_paste_is_taken (get_paste (self), draft));
  gtk_check_button_set_label (GTK_CHECK_BUTTON (check), exists ? _("Exists already") : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
draft_notify_cb (GtkColumnViewCell *cell)
{
  GtkWidget *check = gtk_column_view_cell_get_child (cell);
  GtkWidget *dialog = gtk_widget_get_ancestor (check, ACADEMY_TYPE_PASTE_DIALOG);

  if (dialog != NULL)
    show_check (ACADEMY_PASTE_DIALOG (dialog), cell);
}

static void
setup_check_cb (AcademyPasteDialog *self,
                GtkColumnViewCell  *cell)
{
  GtkWidget *check = gtk_check_button_new ();

  g_signal_connect_object (check, "toggled", G_CALLBACK (check_toggled_cb), cell, G_CONNECT_SWAPPED);
  gtk_column_view_cell_set_child (cell, check);
  gtk_column_view_cell_set_focusable (cell, FALSE);
}

static void
bind_check_cb (AcademyPasteDialog *self,
               GtkColumnViewCell  *cell)
{
  g_signal_connect_object (gtk_column_view_cell_get_item (cell), "notify", G_CALLBACK (draft_notify_cb), cell,
                           G_CONNECT_SWAPPED);
  show_check (self, cell);
}

static void
unbind_check_cb (AcademyPasteDialog *self,
                 GtkColumnViewCell  *cell)
{
  g_signal_handlers_disconnect_by_func (gtk_column_view_cell_get_item (cell), draft_notify_cb, cell);
}

/* Adds the column with a check for each row. */
static void
add_checks (AcademyPasteDialog *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) column = gtk_column_view_column_new (_("Add"), factory);

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_check_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_check_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_check_cb), self, G_CONNECT_SWAPPED);
  gtk_column_view_column_set_id (column, "");
  gtk_column_view_insert_column (academy_table_get_view (self->table), 0, column);
}

/* Whether a column of the pasted table is a field, or may give it a day. */
static gboolean
is_read (AcademyPasteDialog *self,
         const AcademyField *field)
{
  gboolean is_edge = g_strcmp0 (field->name, self->kind->start) == 0 || g_strcmp0 (field->name, self->kind->end) == 0;

  for (guint i = 0; i < academy_grid_get_n_columns (self->grid); i++)
    if (self->read[i] == field || (is_edge && self->read[i] != NULL && self->read[i]->type == ACADEMY_DATE))
      return TRUE;

  return FALSE;
}

/* Shows the fields that the rows have values of. The rows keep their order. */
static void
show_columns (AcademyPasteDialog *self)
{
  AcademyTableColumns *columns = academy_table_get_columns (self->table);

  ACADEMY_KIND_FOREACH_FIELD (self->kind, field)
    {
      GtkColumnViewColumn *column = academy_table_columns_find (columns, field);

      if (column == NULL)
        continue;

      gtk_column_view_column_set_visible (column, is_read (self, field) ||
                                                  (academy_field_is_required (field) && field->type == ACADEMY_TEXT));
      gtk_column_view_column_set_sorter (column, NULL);
      gtk_column_view_column_set_header_menu (column, NULL);
    }
}

/* Takes over what was corrected and left out, in the columns that mean what they
 * meant before. */
static void
keep_corrections (AcademyPasteDialog  *self,
                  AcademyPaste        *paste,
                  const AcademyField **columns)
{
  GPtrArray *before = get_drafts (self);
  GPtrArray *now = academy_paste_get_drafts (paste);

  for (guint row = 0; row < before->len; row++)
    {
      for (guint i = 0; i < academy_grid_get_n_columns (self->grid); i++)
        {
          const AcademyField *field = columns[i];

          if (field != NULL && field == self->read[i])
            academy_paste_take_over (paste, now->pdata[row], get_paste (self), before->pdata[row], field);
        }
      /* What somebody has chosen, and not what is left out at first. */
      if (academy_paste_is_taken (get_paste (self), before->pdata[row]) ==
          academy_paste_exists (get_paste (self), before->pdata[row]))
        academy_paste_set_taken (paste, now->pdata[row], academy_paste_is_taken (get_paste (self), before->pdata[row]));
    }
}

static void
failed_cb (AcademyPasteDialog *self,
           const char         *message)
{
  academy_toast_show (GTK_WIDGET (self->table_bin), message);
}

/* Tells of other rows in which the same text was corrected, of which some may not be
 * seen. */
static void
tell_alike (AcademyPasteDialog *self)
{
  guint n_alike = academy_table_model_get_n_alike (get_model (self));
  g_autofree char *message = g_strdup_printf (ngettext ("Also corrected in %u other row", "Also corrected in %u other rows",
                                                        n_alike), n_alike);

  if (n_alike == 0)
    return;

  g_set_weak_pointer (&self->toast, adw_toast_new (message));
  adw_toast_set_button_label (self->toast, _("_Undo"));
  adw_toast_set_action_name (self->toast, "win.undo");
  academy_toast_present (GTK_WIDGET (self->table_bin), self->toast);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Says what a screen reader would not find: how much is understood now. */
static void
rows_changed_cb (AcademyPasteDialog *self)
{
  update_summary (self);
  tell_alike (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_label (self->summary),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
show_table (AcademyPasteDialog *self,
            AcademyPaste       *paste)
{
  g_autoptr(AcademyTableModel) model = academy_table_model_new_drafts (self->store, self->kind, paste);

  self->table = ACADEMY_TABLE (academy_table_new (model, NULL));
  g_signal_connect_object (model, "items-changed", G_CALLBACK (rows_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->table, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  show_columns (self);
  add_checks (self);
  adw_bin_set_child (self->table_bin, GTK_WIDGET (self->table));
  academy_paste_links_set_model (self->unknown, model);
}

static void
show_existing (AcademyPasteDialog *self)
{
  GPtrArray *drafts = get_drafts (self);
  g_autofree char *label = NULL;
  guint n_existing = 0;
  gboolean left = TRUE;

  for (guint i = 0; i < drafts->len; i++)
    if (academy_paste_exists (get_paste (self), drafts->pdata[i]))
      {
        n_existing++;
        left = left && !academy_paste_is_taken (get_paste (self), drafts->pdata[i]);
      }
  label = g_strdup_printf (ngettext ("Leave out the %u row that exists already", "Leave out the %u rows that exist already",
                                     n_existing), n_existing);
  gtk_check_button_set_label (GTK_CHECK_BUTTON (self->existing_check), label);
  gtk_widget_set_visible (self->existing_check, n_existing > 0);
  self->is_updating = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->existing_check), n_existing > 0 && left);
  self->is_updating = FALSE;
}

/* Reads the rows again, by what the columns are now. */
static gboolean
read_rows (AcademyPasteDialog  *self,
           gboolean             keep,
           GError             **error)
{
  const AcademyField **columns = academy_paste_columns_get (self->chooser);
  guint n_columns = academy_grid_get_n_columns (self->grid);
  AcademyPaste *paste = academy_paste_read (self->grid, academy_paste_columns_get_first_row (self->chooser), self->kind,
                                            columns, self->store, self->owner, error);

  if (paste == NULL)
    return FALSE;

  academy_paste_links_apply (self->unknown, paste);
  if (keep)
    keep_corrections (self, paste, columns);
  g_free (self->read);
  self->read = g_memdup2 (columns, n_columns * sizeof *columns);

  show_table (self, paste);
  show_existing (self);
  update_summary (self);
  return TRUE;
}

static void
read_again (AcademyPasteDialog *self,
            gboolean            keep)
{
  g_autoptr(GError) error = NULL;

  academy_table_cancel (self->table);
  if (!read_rows (self, keep, &error))
    academy_toast_show_error (GTK_WIDGET (self->table_bin), error);
}

static void
columns_changed_cb (gpointer data)
{
  ACADEMY_PASTE_DIALOG (data)->has_chosen = TRUE;
  read_again (data, TRUE);
}

static void
merged_cb (AcademyPasteDialog *self)
{
  if (self->table == NULL)
    return;

  self->has_chosen = TRUE;
  academy_grid_set_repeats (self->grid, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->merged_check)));
  read_again (self, FALSE);
}

static void
existing_cb (AcademyPasteDialog *self)
{
  GPtrArray *drafts = get_drafts (self);
  gboolean left = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->existing_check));

  if (self->is_updating)
    return;

  academy_paste_steps_begin (academy_paste_get_steps (get_paste (self)));
  for (guint i = 0; i < drafts->len; i++)
    if (academy_paste_exists (get_paste (self), drafts->pdata[i]))
      {
        academy_paste_set_taken (get_paste (self), drafts->pdata[i], !left);
        /* The check of the row follows. */
        g_object_notify (drafts->pdata[i], "id");
      }
  update_summary (self);
}

static void
leave_links_cb (AcademyPasteDialog *self)
{
  academy_paste_links_leave_all (self->unknown);
}

static void
add_links_cb (AcademyPasteDialog *self)
{
  academy_paste_links_add_all (self->unknown);
}

/* Returns the fields that the pasted table has given values to. */
static GPtrArray *
find_filled (AcademyPasteDialog *self,
             GPtrArray          *items)
{
  GPtrArray *fields = g_ptr_array_new ();

  ACADEMY_KIND_FOREACH_FIELD (self->kind, field)
    for (guint i = 0; i < items->len && is_read (self, field); i++)
      if (academy_value_is_set (field, academy_item_get_value (items->pdata[i], field)))
        {
          g_ptr_array_add (fields, (gpointer) field);
          break;
        }

  return fields;
}

static void
add_cb (AcademyPasteDialog *self)
{
  g_autoptr(GPtrArray) taken = NULL;
  g_autoptr(GPtrArray) fields = NULL;
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(AcademyEdit) edit = NULL;
  g_autoptr(GError) error = NULL;

  if (!academy_table_finish (self->table))
    return;

  taken = get_taken (self);
  edit = academy_paste_create_edit (get_paste (self), taken);
  if (!academy_store_apply (self->store, edit, &error))
    {
      academy_toast_show_error (GTK_WIDGET (self->table_bin), error);
      return;
    }

  for (guint i = 0; i < taken->len; i++)
    g_ptr_array_add (items, g_object_ref (taken->pdata[i]));
  fields = find_filled (self, taken);
  academy_paste_columns_remember (self->chooser);
  adw_dialog_force_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[PASTED], 0, items, fields);
}

/* Undoes typing first. The corrected cell shows what happened. */
static void
take_step (AcademyPasteDialog *self,
           gboolean            redo)
{
  const AcademyField *field;
  AcademyItem *draft;

  if (academy_forms_undo_typing (gtk_widget_get_root (GTK_WIDGET (self)), redo))
    return;

  academy_table_cancel (self->table);
  if (!academy_paste_steps_take (academy_paste_get_steps (get_paste (self)), redo, &draft, &field))
    return;

  academy_table_model_show_paste (get_model (self));
  show_existing (self);
  if (draft != NULL)
    academy_table_focus (self->table, draft, field);
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  take_step (ACADEMY_PASTE_DIALOG (widget), FALSE);
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  take_step (ACADEMY_PASTE_DIALOG (widget), TRUE);
}

static void
close_attempt_cb (AcademyPasteDialog *self)
{
  academy_discard_ask (GTK_WIDGET (self), _("Discard the pasted rows?"),
                       _("They are not added yet. What you corrected and chose would be lost."), academy_discard_close);
}

static const AcademyField *
find_red (AcademyPasteDialog *self,
          AcademyItem        *draft,
          const AcademyField *after)
{
  const AcademyField *found = NULL;

  ACADEMY_KIND_FOREACH_FIELD (self->kind, field)
    {
      const AcademyRemark *remark = academy_paste_get_remark (get_paste (self), draft, field);

      if (after == NULL && found == NULL && remark != NULL && !remark->is_understood)
        found = field;
      if (field == after)
        after = NULL;
    }

  return found;
}

/* Moves the cursor to the next text of a row that is taken that was not understood,
 * and after the last one to the first. */
static void
go_to_red (AcademyPasteDialog *self)
{
  GPtrArray *drafts = get_drafts (self);
  AcademyItem *item = academy_table_get_item (self->table);
  guint start = 0;

  if (item == NULL || !g_ptr_array_find (drafts, item, &start))
    item = NULL;
  for (guint i = 0; i <= drafts->len && drafts->len > 0; i++)
    {
      AcademyItem *draft = drafts->pdata[(start + i) % drafts->len];
      gboolean is_first = i == 0 && item != NULL;
      const AcademyField *field = academy_paste_is_taken (get_paste (self), draft)
                                    ? find_red (self, draft, is_first ? academy_table_get_field (self->table) : NULL) : NULL;

      if (field != NULL)
        {
          academy_table_focus (self->table, draft, field);
          return;
        }
    }
}

static void
next_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AcademyPasteDialog *self = ACADEMY_PASTE_DIALOG (widget);

  if (academy_table_finish (self->table))
    go_to_red (self);
}

static void
academy_paste_dialog_dispose (GObject *object)
{
  AcademyPasteDialog *self = ACADEMY_PASTE_DIALOG (object);

  g_clear_handle_id (&self->focus_id, g_source_remove);
  g_clear_weak_pointer (&self->toast);
  g_clear_object (&self->unknown);
  g_clear_pointer (&self->chooser, academy_paste_columns_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_PASTE_DIALOG);
  g_clear_pointer (&self->grid, academy_grid_free);
  g_clear_pointer (&self->read, g_free);
  g_clear_object (&self->owner);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (academy_paste_dialog_parent_class)->dispose (object);
}

static void
academy_paste_dialog_class_init (AcademyPasteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = academy_paste_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-paste-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AcademyPasteDialog, omission);
  gtk_widget_class_bind_template_child (widget_class, AcademyPasteDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, AcademyPasteDialog, merged_check);
  gtk_widget_class_bind_template_child (widget_class, AcademyPasteDialog, existing_check);
  gtk_widget_class_bind_template_child (widget_class, AcademyPasteDialog, links_group);
  gtk_widget_class_bind_template_child (widget_class, AcademyPasteDialog, links);
  gtk_widget_class_bind_template_child (widget_class, AcademyPasteDialog, table_bin);
  gtk_widget_class_bind_template_child (widget_class, AcademyPasteDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, AcademyPasteDialog, next_button);
  gtk_widget_class_bind_template_child (widget_class, AcademyPasteDialog, add_button);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_links_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_attempt_cb);
  gtk_widget_class_bind_template_callback (widget_class, existing_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_links_cb);
  gtk_widget_class_bind_template_callback (widget_class, merged_cb);
  academy_dialog_undo_install (widget_class, undo_action, redo_action);
  gtk_widget_class_install_action (widget_class, "paste.next", NULL, next_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F8, 0, "paste.next", NULL);

  /**
   * AcademyPasteDialog::pasted:
   * @self: the dialog
   * @items: (element-type AcademyItem): the new items
   * @fields: (element-type AcademyField): the fields that the pasted table has given
   *   values to
   *
   * Emitted when the rows are in the file.
   */
  signals[PASTED] = g_signal_new ("pasted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_PTR_ARRAY, G_TYPE_PTR_ARRAY);
}

static void
academy_paste_dialog_init (AcademyPasteDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Moves the cursor to the first text that was not understood, once there are rows. */
static void
focus_cb (gpointer data)
{
  AcademyPasteDialog *self = data;

  self->focus_id = 0;
  go_to_red (self);
}

/* Offers to undo the step that the dialog made, in the page below it. */
static void
pasted_cb (GtkWidget          *widget,
           GPtrArray          *items,
           GPtrArray          *fields,
           AcademyPasteDialog *self)
{
  /* Translators: the kind of what was pasted, and how many: “Measures: 40 added” */
  g_autofree char *message = g_strdup_printf (_("%s: %u added"), _(self->kind->plural_label), items->len);

  gtk_accessible_announce (GTK_ACCESSIBLE (widget), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  academy_toast_show_undo (widget, self->store, message);
}

/**
 * academy_paste_dialog_takes:
 * @store: a store
 * @kind: a kind
 *
 * Returns: whether items of @kind can be pasted
 */
gboolean
academy_paste_dialog_takes (AcademyStore      *store,
                            const AcademyKind *kind)
{
  return kind->paste != NULL && (kind->flags & ACADEMY_KIND_SINGLE) == 0 && !academy_store_is_read_only (store);
}

/**
 * academy_paste_dialog_open:
 * @widget: (transfer none): the widget into which something is pasted
 * @store: a store
 * @kind: the kind that the rows become
 * @owner: the owner of the new items
 * @grid: (transfer full): the rows and columns
 *
 * Shows what @grid becomes. When it is added, a toast of @widget offers to undo it.
 *
 * Returns: (transfer none) (nullable): the dialog, or %NULL after an error, which
 *   is shown
 */
AdwDialog *
academy_paste_dialog_open (GtkWidget         *widget,
                           AcademyStore      *store,
                           const AcademyKind *kind,
                           AcademyItem       *owner,
                           AcademyGrid       *grid)
{
  AcademyPasteDialog *self = g_object_ref_sink (g_object_new (ACADEMY_TYPE_PASTE_DIALOG, NULL));
  g_autoptr(AdwDialog) dialog = ADW_DIALOG (self);
  g_autofree char *omission = NULL;
  g_autoptr(GError) error = NULL;

  self->store = g_object_ref (store);
  self->kind = kind;
  self->owner = g_object_ref (owner);
  self->grid = grid;
  gtk_widget_set_visible (self->merged_check, academy_grid_has_merged (grid));
  academy_grid_set_repeats (grid, TRUE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->merged_check), TRUE);

  self->chooser = academy_paste_columns_new (self->columns, grid, kind, store, owner, &error);
  self->unknown = academy_paste_links_new (self->links_group, self->links, owner);
  if (self->chooser != NULL)
    academy_grid_cut (grid, academy_paste_columns_get_first_row (self->chooser));
  if (self->chooser == NULL || !read_rows (self, FALSE, &error))
    {
      academy_toast_show_error (widget, error);
      return NULL;
    }

  omission = academy_grid_dup_omission (grid);
  gtk_label_set_label (self->omission, omission != NULL ? omission : "");
  gtk_widget_set_visible (GTK_WIDGET (self->omission), omission != NULL);

  academy_paste_columns_set_changed (self->chooser, columns_changed_cb, self);
  adw_dialog_set_focus (dialog, adw_dialog_get_default_widget (dialog));
  self->focus_id = g_idle_add_once (focus_cb, self);
  g_signal_connect_object (self, "pasted", G_CALLBACK (pasted_cb), widget, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
  return dialog;
}

/**
 * academy_paste_dialog_get_table:
 * @self: a dialog
 *
 * Returns: (transfer none): the rows
 */
AcademyTable *
academy_paste_dialog_get_table (AcademyPasteDialog *self)
{
  return self->table;
}
