/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-session-roles.h"

#include <string.h>

#include "academy-kinds.h"
#include "academy-suggestions.h"

struct _AcademySessionRoles {
  GObject       parent_instance;

  /* Owned */
  AcademyStore *store;
  AcademyItem  *session;
  GMenu        *menu;
  GStrv         roles;
  GPtrArray    *people;
  GHashTable   *roles_by_id;
  char         *sought;
  char         *completed;

  guint         place;
};

G_DEFINE_FINAL_TYPE (AcademySessionRoles, academy_session_roles, G_TYPE_OBJECT)

/**
 * AcademySessionRoles:
 *
 * The roles in use in an organisation and the people who have them, by which a line
 * that is typed in a session is read.
 */

static const char * const *
get_roles (AcademySessionRoles *self)
{
  return (const char * const *) self->roles;
}

static gboolean
is_present (AcademySessionRoles *self,
            const char          *role)
{
  const char * const *attendees = academy_item_get_links (self->session, "attendees");

  for (guint i = 0; attendees != NULL && attendees[i] != NULL; i++)
    if (g_strcmp0 (g_hash_table_lookup (self->roles_by_id, attendees[i]), role) == 0)
      return TRUE;

  return FALSE;
}

/* Returns the roles in use, those of whoever is there first: of several with the same
 * beginning they are meant. */
static const char **
list_roles (AcademySessionRoles *self)
{
  GPtrArray *list = g_ptr_array_new_null_terminated (0, NULL, TRUE);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; self->roles != NULL && self->roles[i] != NULL; i++)
      if (is_present (self, self->roles[i]) == (pass == 0))
        g_ptr_array_add (list, self->roles[i]);

  return (const char **) g_ptr_array_free (list, FALSE);
}

/* Who takes part, by role and name. */
static void
read_people (AcademySessionRoles *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) participations =
    academy_store_get_all (self->store, &academy_participation_kind, academy_item_get_owner (self->session), &error);

  for (guint i = 0; participations != NULL && error == NULL && i < participations->len; i++)
    {
      AcademyItem *participation = g_ptr_array_index (participations, i);
      g_autofree char *role = academy_item_dup_title (participation, academy_language_get_default ());
      g_autoptr(AcademyItem) person = academy_store_get_linked (self->store, participation, "person", &error);

      g_ptr_array_add (self->people,
                       academy_session_person_new (person != NULL ? academy_item_get_text (person, "name") : NULL, role,
                                                   academy_item_get_text (participation, "role")));
      g_hash_table_insert (self->roles_by_id, g_strdup (academy_item_get_id (participation)), g_steal_pointer (&role));
    }
  if (error != NULL)
    academy_store_report (self->store, error);
}

static void
academy_session_roles_dispose (GObject *object)
{
  AcademySessionRoles *self = ACADEMY_SESSION_ROLES (object);

  g_clear_object (&self->store);
  g_clear_object (&self->menu);
  g_clear_object (&self->session);
  g_clear_pointer (&self->roles, g_strfreev);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->roles_by_id, g_hash_table_unref);
  g_clear_pointer (&self->sought, g_free);
  g_clear_pointer (&self->completed, g_free);

  G_OBJECT_CLASS (academy_session_roles_parent_class)->dispose (object);
}

static void
academy_session_roles_class_init (AcademySessionRolesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_session_roles_dispose;
}

static void
academy_session_roles_init (AcademySessionRoles *self)
{
  self->menu = g_menu_new ();
  self->people = g_ptr_array_new_with_free_func ((GDestroyNotify) academy_session_person_free);
  self->roles_by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * academy_session_roles_new:
 * @store: a store
 * @session: a sparring session
 *
 * Reads the roles and the people of the organisation of @session; the store reports what
 * cannot be read.
 *
 * Returns: (transfer full): the roles
 */
AcademySessionRoles *
academy_session_roles_new (AcademyStore *store,
                           AcademyItem  *session)
{
  AcademySessionRoles *self = g_object_new (ACADEMY_TYPE_SESSION_ROLES, NULL);

  self->store = g_object_ref (store);
  self->session = g_object_ref (session);
  academy_session_roles_read (self);
  read_people (self);

  return self;
}

/**
 * academy_session_roles_read:
 * @self: roles
 *
 * Reads again which roles are in use, after one has been written.
 */
void
academy_session_roles_read (AcademySessionRoles *self)
{
  const AcademyField *field = academy_kind_find_field (&academy_follow_up_kind, "owner_role");
  g_autoptr(AcademyItem) draft = academy_item_new_part (&academy_follow_up_kind, academy_item_get_owner (self->session));
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) roles = academy_suggestions_get (self->store, draft, field, &error);

  if (roles == NULL)
    {
      academy_store_report (self->store, error);
      return;
    }
  if (self->roles != NULL && g_strv_equal ((const char * const *) roles, get_roles (self)))
    return;

  g_clear_pointer (&self->roles, g_strfreev);
  self->roles = g_steal_pointer (&roles);
  g_menu_remove_all (self->menu);
  for (guint i = 0; self->roles[i] != NULL; i++)
    {
      g_auto(GStrv) parts = g_strsplit (self->roles[i], "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);
      g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "notes.role", "s", self->roles[i]);
      g_menu_append_item (self->menu, item);
    }
}

/**
 * academy_session_roles_get_menu:
 * @self: roles
 *
 * Returns: (transfer none): a menu of the roles, which call the action “notes.role”
 */
GMenuModel *
academy_session_roles_get_menu (AcademySessionRoles *self)
{
  return G_MENU_MODEL (self->menu);
}

/**
 * academy_session_roles_has:
 * @self: roles
 * @role: a role
 *
 * Returns: whether @role is in use
 */
gboolean
academy_session_roles_has (AcademySessionRoles *self,
                           const char          *role)
{
  return g_strv_contains (get_roles (self), role);
}

/* Returns the roles in use that may be meant by the one that @line ends with. */
static GPtrArray *
find (AcademySessionRoles *self,
      const char          *line)
{
  g_autofree const char **roles = list_roles (self);

  return academy_session_note_find_roles (line, roles, academy_language_get_default ());
}

static gboolean
is_completed (AcademySessionRoles *self,
              const char          *line)
{
  return g_strcmp0 (self->completed, line) == 0;
}

/**
 * academy_session_roles_find:
 * @self: roles
 * @line: what is typed
 *
 * Returns: (transfer container) (element-type utf8): the roles to which
 *   academy_session_roles_complete() would complete @line, one after another
 */
GPtrArray *
academy_session_roles_find (AcademySessionRoles *self,
                            const char          *line)
{
  g_autoptr(GPtrArray) all = NULL;
  GPtrArray *others;

  if (!is_completed (self, line))
    return find (self, line);

  all = find (self, self->sought);
  others = g_ptr_array_new ();
  for (guint i = 1; i < all->len; i++)
    g_ptr_array_add (others, all->pdata[(self->place + i) % all->len]);
  return others;
}

/**
 * academy_session_roles_complete:
 * @self: roles
 * @line: what is typed
 * @role: (out) (transfer none): the role that it has then
 *
 * Completes the role that @line ends with. A line that was completed and has not changed
 * since gets the next role, and after the last one the first again.
 *
 * Returns: (transfer full) (nullable): the completed line, or %NULL if no role is meant
 */
char *
academy_session_roles_complete (AcademySessionRoles  *self,
                                const char           *line,
                                const char          **role)
{
  gboolean goes_on = is_completed (self, line);
  g_autoptr(GPtrArray) roles = find (self, goes_on ? self->sought : line);

  if (roles->len == 0)
    return NULL;

  if (!goes_on)
    g_set_str (&self->sought, line);
  self->place = goes_on ? (self->place + 1) % roles->len : 0;
  *role = g_ptr_array_index (roles, self->place);
  g_free (self->completed);
  self->completed = g_strdup_printf ("%.*s@%s ", (int) (strchr (self->sought, '@') - self->sought), self->sought, *role);
  return g_strdup (self->completed);
}

/**
 * academy_session_roles_parse:
 * @self: roles
 * @line: what is typed
 *
 * Reads a line. Its days are read by the day by which the programme is judged, as the
 * rest of the page tells them.
 *
 * Returns: (transfer full): what @line says; see academy_session_note_parse()
 */
AcademySessionNote *
academy_session_roles_parse (AcademySessionRoles *self,
                             const char          *line)
{
  g_autofree const char **roles = list_roles (self);
  AcademyNear near;

  academy_near_init (&near, academy_store_get_day (self->store));
  return academy_session_note_parse (academy_language_get_default (), line, roles, self->people, &near);
}

/**
 * academy_session_roles_set:
 * @self: roles
 * @line: what is typed
 * @role: a role in use
 *
 * Returns: (transfer full): @line as what @role says; see academy_session_note_set_role()
 */
char *
academy_session_roles_set (AcademySessionRoles *self,
                           const char          *line,
                           const char          *role)
{
  return academy_session_note_set_role (line, role, get_roles (self), self->people, academy_language_get_default ());
}
