/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-item.h"

#include "academy-certainty.h"
#include "academy-id.h"

typedef struct {
  /* Owned */
  char            *id;
  GValue          *values;

  AcademyItemFill  fill;
  gpointer         fill_data;
  gboolean         filling;
} AcademyItemPrivate;

enum {
  PROP_0,
  PROP_ID,
  N_PROPS
};

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AcademyItem, academy_item, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

/**
 * AcademyItem:
 *
 * An item of a programme: its id and a value for each row of its kind's field
 * table.
 *
 * Each kind has a class of its own, made from its field table, with a property
 * for each field. An item knows no file. An item that a store has read is written
 * only by that store, loads its links from it, and belongs to its thread.
 */

static const AcademyField *
find_field (AcademyItem *self,
            const char  *name,
            GType        type)
{
  const AcademyField *field = academy_kind_find_field (academy_item_get_kind (self), name);

  g_assert (field != NULL);
  g_assert (academy_field_get_value_type (field) == type);
  return field;
}

/* Returns the value of a field, and loads links first if they are not loaded yet. */
static GValue *
get_value (AcademyItem        *self,
           const AcademyField *field)
{
  AcademyItemPrivate *priv = academy_item_get_instance_private (self);

  if (priv->fill != NULL && field->type == ACADEMY_LINKS)
    academy_item_fill (self, NULL);

  return &priv->values[academy_kind_get_index (academy_item_get_kind (self), field)];
}

static void
academy_item_finalize (GObject *object)
{
  AcademyItem *self = ACADEMY_ITEM (object);
  AcademyItemPrivate *priv = academy_item_get_instance_private (self);
  guint n_fields = academy_kind_get_n_fields (academy_item_get_kind (self));

  for (guint i = 0; i < n_fields; i++)
    g_value_unset (&priv->values[i]);
  g_free (priv->values);
  g_free (priv->id);

  G_OBJECT_CLASS (academy_item_parent_class)->finalize (object);
}

static void
academy_item_constructed (GObject *object)
{
  AcademyItem *self = ACADEMY_ITEM (object);
  AcademyItemPrivate *priv = academy_item_get_instance_private (self);

  G_OBJECT_CLASS (academy_item_parent_class)->constructed (object);

  if (priv->id == NULL)
    priv->id = g_uuid_string_random ();
}

static void
academy_item_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  AcademyItem *self = ACADEMY_ITEM (object);
  AcademyItemPrivate *priv = academy_item_get_instance_private (self);

  if (prop_id == PROP_ID)
    g_value_set_string (value, priv->id);
  else
    g_value_copy (get_value (self, &academy_item_get_kind (self)->fields[prop_id - N_PROPS]), value);
}

static void
academy_item_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  AcademyItem *self = ACADEMY_ITEM (object);
  AcademyItemPrivate *priv = academy_item_get_instance_private (self);

  if (prop_id == PROP_ID)
    priv->id = g_value_dup_string (value);
  else
    academy_item_set_value (self, &academy_item_get_kind (self)->fields[prop_id - N_PROPS], value);
}

/* A class that overrides properties must install them again. */
static void
set_property_functions (GObjectClass *object_class)
{
  object_class->get_property = academy_item_get_property;
  object_class->set_property = academy_item_set_property;
}

static void
academy_item_class_init (AcademyItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = academy_item_constructed;
  object_class->finalize = academy_item_finalize;
  set_property_functions (object_class);

  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
academy_item_init (AcademyItem *self)
{
}

static void
item_type_class_init (gpointer klass,
                      gpointer data)
{
  AcademyItemClass *item_class = klass;
  guint n_fields;

  set_property_functions (klass);
  item_class->kind = data;
  n_fields = academy_kind_get_n_fields (item_class->kind);
  item_class->properties = g_new0 (GParamSpec *, n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      item_class->properties[i] = academy_field_create_pspec (&item_class->kind->fields[i]);
      g_object_class_install_property (klass, N_PROPS + i, item_class->properties[i]);
    }
}

static void
item_type_instance_init (GTypeInstance *instance,
                         gpointer       klass)
{
  AcademyItemPrivate *priv = academy_item_get_instance_private ((AcademyItem *) instance);
  const AcademyKind *kind = ((AcademyItemClass *) klass)->kind;
  guint i = 0;

  priv->values = g_new0 (GValue, academy_kind_get_n_fields (kind));
  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    {
      academy_value_init (field, &priv->values[i]);
      if (field->initial != NULL &&
          !academy_value_set_from_text (field, field->initial, &priv->values[i], NULL))
        g_error ("The initial value of %s.%s is wrong", kind->name, field->name);
      i++;
    }
}

/**
 * academy_kind_get_item_type:
 * @kind: a kind
 *
 * Returns: the class of the items of @kind, made from its field table at the
 *   first call
 */
GType
academy_kind_get_item_type (const AcademyKind *kind)
{
  static GMutex mutex;
  static GHashTable *types;
  GType type;

  g_mutex_lock (&mutex);
  if (types == NULL)
    types = g_hash_table_new (NULL, NULL);

  type = GPOINTER_TO_SIZE (g_hash_table_lookup (types, kind));
  if (type == G_TYPE_INVALID)
    {
      g_autofree char *type_name = g_strdup_printf ("AcademyItem-%s", kind->name);
      GTypeInfo info = {
        .class_size = sizeof (AcademyItemClass),
        .class_init = item_type_class_init,
        .class_data = kind,
        .instance_size = sizeof (AcademyItem),
        .instance_init = item_type_instance_init,
      };

      type = g_type_register_static (ACADEMY_TYPE_ITEM, type_name, &info, G_TYPE_FLAG_FINAL);
      g_hash_table_insert (types, (gpointer) kind, GSIZE_TO_POINTER (type));
    }
  g_mutex_unlock (&mutex);

  return type;
}

/**
 * academy_item_new:
 * @kind: a kind
 * @id: (nullable): its id, or %NULL for a new random one
 *
 * Returns: (transfer full): an item with the initial values of its kind
 */
AcademyItem *
academy_item_new (const AcademyKind *kind,
                  const char        *id)
{
  return g_object_new (academy_kind_get_item_type (kind), "id", id, NULL);
}

/**
 * academy_item_new_part:
 * @kind: a kind that has an owner
 * @owner: the id of the owner
 *
 * When two people each add the only part of an owner, in copies of one file, both
 * add an item with the same id.
 *
 * Returns: (transfer full): a new item of @owner; its id is derived from @owner
 *   when an owner has at most one, and random otherwise
 */
AcademyItem *
academy_item_new_part (const AcademyKind *kind,
                       const char        *owner)
{
  g_autofree char *id = kind->flags & ACADEMY_KIND_SINGLE ? academy_id_derive (owner, kind->name) : NULL;
  AcademyItem *item = academy_item_new (kind, id);

  g_object_set (item, academy_kind_get_owner (kind)->name, owner, NULL);
  return item;
}

/**
 * academy_item_copy:
 * @self: an item
 *
 * Returns: (transfer full): an item with the same id and values
 */
AcademyItem *
academy_item_copy (AcademyItem *self)
{
  const AcademyKind *kind = academy_item_get_kind (self);
  AcademyItem *copy = academy_item_new (kind, academy_item_get_id (self));

  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    academy_item_set_value (copy, field, academy_item_get_value (self, field));

  return copy;
}

const AcademyKind *
academy_item_get_kind (AcademyItem *self)
{
  return ACADEMY_ITEM_GET_CLASS (self)->kind;
}

const char *
academy_item_get_id (AcademyItem *self)
{
  AcademyItemPrivate *priv = academy_item_get_instance_private (self);

  g_return_val_if_fail (ACADEMY_IS_ITEM (self), NULL);

  return priv->id;
}

/**
 * academy_item_set_id:
 * @self: an item that belongs to nobody else
 * @id: its new id
 *
 * Makes another item of @self, for reading one row after the other into it.
 */
void
academy_item_set_id (AcademyItem *self,
                     const char  *id)
{
  AcademyItemPrivate *priv = academy_item_get_instance_private (self);

  g_set_str (&priv->id, id);
}

/**
 * academy_item_get_owner:
 * @self: an item
 *
 * Returns: (nullable) (transfer none): the id of the item that @self is a part of
 */
const char *
academy_item_get_owner (AcademyItem *self)
{
  const AcademyField *owner = academy_kind_get_owner (academy_item_get_kind (self));

  return owner != NULL ? g_value_get_string (academy_item_get_value (self, owner)) : NULL;
}

/**
 * academy_item_get_value:
 * @self: an item
 * @field: a field of its kind
 *
 * Returns: (transfer none): the value of @field
 */
const GValue *
academy_item_get_value (AcademyItem        *self,
                        const AcademyField *field)
{
  return get_value (self, field);
}

/**
 * academy_item_set_value:
 * @self: an item
 * @field: a field of its kind
 * @value: a value of @field
 *
 * Sets @field and notifies if the value changes. An item in a store is changed by
 * an edit, not by this function.
 */
void
academy_item_set_value (AcademyItem        *self,
                        const AcademyField *field,
                        const GValue       *value)
{
  g_auto(GValue) copy = G_VALUE_INIT;

  academy_value_init (field, &copy);
  if (academy_value_is_set (field, value))
    g_value_copy (value, &copy);
  academy_item_swap_value (self, field, &copy);
}

/**
 * academy_item_swap_value:
 * @self: an item
 * @field: a field of its kind
 * @value: (inout): a value of @field that is initialised as academy_value_init()
 *   does when it is unset
 *
 * The same as academy_item_set_value() without a copy: afterwards @value is the
 * one that @self had, or unchanged if they are equal.
 */
void
academy_item_swap_value (AcademyItem        *self,
                         const AcademyField *field,
                         GValue             *value)
{
  AcademyItemPrivate *priv = academy_item_get_instance_private (self);
  AcademyItemClass *klass = ACADEMY_ITEM_GET_CLASS (self);
  GValue *own = get_value (self, field);
  GValue former = *own;

  if (academy_value_equal (field, own, value))
    return;

  *own = *value;
  *value = former;
  if (!priv->filling || field->type != ACADEMY_LINKS)
    g_object_notify_by_pspec (G_OBJECT (self), klass->properties[academy_kind_get_index (klass->kind, field)]);
}

/**
 * academy_item_set_fill:
 * @self: an item whose links nobody has read yet
 * @fill: (nullable): the function that loads its links when they are first read,
 *   or %NULL for none
 * @data: data for @fill; it must live until @self is filled or has another @fill
 *
 * Sets a function that loads the links when they are first read. Lists show
 * hundreds of items by date and title, and read the links of few.
 */
void
academy_item_set_fill (AcademyItem     *self,
                       AcademyItemFill  fill,
                       gpointer         data)
{
  AcademyItemPrivate *priv = academy_item_get_instance_private (self);

  priv->fill = fill;
  priv->fill_data = data;
}

/**
 * academy_item_fill:
 * @self: an item
 * @error: return location for an error; without it, @fill reports the error
 *   itself
 *
 * Loads its links now, unless they are loaded already.
 *
 * Returns: whether they are loaded; otherwise the next reader tries again
 */
gboolean
academy_item_fill (AcademyItem  *self,
                   GError      **error)
{
  AcademyItemPrivate *priv = academy_item_get_instance_private (self);
  g_autoptr(AcademyItem) alive = g_object_ref (self);
  AcademyItemFill fill = g_steal_pointer (&priv->fill);

  if (fill == NULL)
    return TRUE;

  /* Do not notify: nobody can have read the links before, so that no value
   * changes. */
  priv->filling = TRUE;
  if (!fill (self, priv->fill_data, error))
    priv->fill = fill;
  priv->filling = FALSE;

  return priv->fill == NULL;
}

/**
 * academy_item_has_fill:
 * @self: an item
 *
 * Returns: whether its links are still to be loaded
 */
gboolean
academy_item_has_fill (AcademyItem *self)
{
  AcademyItemPrivate *priv = academy_item_get_instance_private (self);

  return priv->fill != NULL;
}

/**
 * academy_item_get_text:
 * @self: an item
 * @name: the name of a field that holds text, a token or an id
 *
 * Returns: (nullable) (transfer none): the text, or %NULL when it is unset
 */
const char *
academy_item_get_text (AcademyItem *self,
                       const char  *name)
{
  return g_value_get_string (academy_item_get_value (self, find_field (self, name, G_TYPE_STRING)));
}

/**
 * academy_item_get_number:
 * @self: an item
 * @name: the name of a field that holds a number
 *
 * Returns: the number, or %ACADEMY_UNSET
 */
gint64
academy_item_get_number (AcademyItem *self,
                         const char  *name)
{
  return g_value_get_int64 (academy_item_get_value (self, find_field (self, name, G_TYPE_INT64)));
}

/**
 * academy_item_get_flag:
 * @self: an item
 * @name: the name of a field that holds yes or no
 *
 * Returns: whether the flag is set
 */
gboolean
academy_item_get_flag (AcademyItem *self,
                       const char  *name)
{
  return g_value_get_boolean (academy_item_get_value (self, find_field (self, name, G_TYPE_BOOLEAN)));
}

/**
 * academy_item_get_date:
 * @self: an item
 * @name: the name of a field that holds a date
 *
 * Returns: (nullable) (transfer none): the date, or %NULL when it is unset
 */
const GDate *
academy_item_get_date (AcademyItem *self,
                       const char  *name)
{
  return g_value_get_boxed (academy_item_get_value (self, find_field (self, name, G_TYPE_DATE)));
}

/**
 * academy_item_get_links:
 * @self: an item
 * @name: the name of a field that holds links
 *
 * Returns: (array zero-terminated=1) (transfer none): the ids, perhaps none
 */
const char * const *
academy_item_get_links (AcademyItem *self,
                        const char  *name)
{
  static const char * const none[] = { NULL };
  const char * const *links = g_value_get_boxed (academy_item_get_value (self, find_field (self, name, G_TYPE_STRV)));

  return links != NULL ? links : none;
}

/**
 * academy_item_dup_in_language:
 * @self: an item
 * @stem: the name of a group of fields without its ending, such as `name` for
 *   `name_fi`, `name_sv` and `name_en`
 * @language: the language to use
 *
 * Returns: (transfer full) (nullable): the text in @language, or in the first
 *   other language that has one
 */
char *
academy_item_dup_in_language (AcademyItem           *self,
                              const char            *stem,
                              const AcademyLanguage *language)
{
  const char *codes[] = { academy_language_get_code (language), "fi", "en", "sv" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autofree char *name = g_strconcat (stem, "_", codes[i], NULL);
      const AcademyField *field = academy_kind_find_field (academy_item_get_kind (self), name);

      if (field != NULL && academy_value_is_set (field, academy_item_get_value (self, field)))
        return g_value_dup_string (academy_item_get_value (self, field));
    }

  return NULL;
}

/**
 * academy_item_dup_name:
 * @self: an item with the fields `name_fi`, `name_sv` and `name_en`
 * @language: the language to use
 *
 * Returns: (nullable) (transfer full): its name, chosen like in
 *   academy_item_dup_in_language()
 */
char *
academy_item_dup_name (AcademyItem           *self,
                       const AcademyLanguage *language)
{
  return academy_item_dup_in_language (self, "name", language);
}

/**
 * academy_item_is_confidential:
 * @self: (nullable): an item
 *
 * Returns: whether @self must not leave the file, as a private note
 */
gboolean
academy_item_is_confidential (AcademyItem *self)
{
  const char *name = self != NULL ? academy_item_get_kind (self)->confidential : NULL;

  return name != NULL && academy_item_get_flag (self, name);
}

/**
 * academy_item_dup_text_or_choice:
 * @self: an item
 * @text: the name of a field that holds text
 * @choice: the name of a field that holds a choice
 * @language: the language to use
 *
 * For items that need a title of their own only when their code list does not say
 * enough.
 *
 * Returns: (transfer full): the text, or the label of the choice when there is none
 */
char *
academy_item_dup_text_or_choice (AcademyItem           *self,
                                 const char            *text,
                                 const char            *choice,
                                 const AcademyLanguage *language)
{
  const AcademyField *field = academy_kind_find_field (academy_item_get_kind (self), choice);
  const char *own = academy_item_get_text (self, text);

  return own != NULL ? g_strdup (own)
                     : academy_language_format_value (language, field, academy_item_get_value (self, field));
}

/**
 * academy_item_dup_title:
 * @self: an item
 * @language: the language to use
 *
 * Returns: (transfer full): the title of @self; never empty
 */
char *
academy_item_dup_title (AcademyItem           *self,
                        const AcademyLanguage *language)
{
  const AcademyKind *kind = academy_item_get_kind (self);
  const AcademyField *field = academy_kind_find_title (kind);
  g_autofree char *title = NULL;

  if (kind->dup_title != NULL)
    title = kind->dup_title (self, language);
  else if (field != NULL)
    title = g_value_dup_string (academy_item_get_value (self, field));

  if (title == NULL || *title == '\0')
    return g_strdup (academy_language_translate (language, kind->label));

  return g_steal_pointer (&title);
}

/* Two dates in a row are a period, of which @field is the beginning. */
static const AcademyField *
find_end (const AcademyKind  *kind,
          const AcademyField *field,
          const char         *next)
{
  const AcademyField *end = next != NULL ? academy_kind_find_field (kind, next) : NULL;

  return end != NULL && end->type == ACADEMY_DATE ? end : field;
}

/* A choice that is the title already is not said twice. */
static char *
dup_choice (AcademyItem           *self,
            const AcademyField    *field,
            const AcademyLanguage *language)
{
  g_autofree char *title = academy_item_dup_title (self, language);
  g_autofree char *label = academy_language_format_value (language, field, academy_item_get_value (self, field));

  return g_str_equal (label, title) ? NULL : g_steal_pointer (&label);
}

/* Returns the text of a field of a subtitle; %NULL or empty when it says nothing. */
static char *
dup_part (AcademyItem           *self,
          const AcademyField    *field,
          const AcademyField    *end,
          const AcademyLanguage *language)
{
  switch (field->type)
    {
    case ACADEMY_DATE:
      return academy_certainty_dup_period (self, field->name, end->name, language);
    case ACADEMY_FLAG:
      return academy_item_get_flag (self, field->name) ? g_strdup (academy_language_translate (language, field->label)) : NULL;
    case ACADEMY_CHOICE:
      return dup_choice (self, field, language);
    case ACADEMY_LINK:
      return NULL;
    default:
      return academy_language_format_value (language, field, academy_item_get_value (self, field));
    }
}

/**
 * academy_item_dup_subtitle:
 * @self: an item
 * @language: the language to use
 *
 * Returns: (transfer full): the text below the title in a list, without that of
 *   other items; perhaps empty
 */
char *
academy_item_dup_subtitle (AcademyItem           *self,
                           const AcademyLanguage *language)
{
  const AcademyKind *kind = academy_item_get_kind (self);
  GString *text;

  if (kind->dup_subtitle != NULL)
    return kind->dup_subtitle (self, language);

  text = g_string_new (NULL);
  for (const char * const *name = kind->subtitle; *name != NULL; name++)
    {
      const AcademyField *field = academy_kind_find_field (kind, *name);
      const AcademyField *end = field->type == ACADEMY_DATE ? find_end (kind, field, name[1]) : field;
      g_autofree char *part = dup_part (self, field, end, language);

      if (part != NULL && *part != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
      if (end != field)
        name++;
    }

  return g_string_free_and_steal (text);
}
