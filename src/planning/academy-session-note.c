/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-session-note.h"

#include <string.h>

#include "academy-kinds.h"
#include "academy-language-parse.h"
#include "academy-typed.h"

/* A line typed in a session becomes a note or a follow-up:
 *
 *     [!][/letter ][role: ]text
 *     @role [day ]text
 *
 * An exclamation mark, before the letter or after it, makes it private; the letter
 * chooses its type. The name of somebody who takes part may stand for the role. The
 * line has all that the note says, so that buttons and a later edit change nothing but
 * the line. */

/* The side of whoever is of the organisation */
#define OWN_SIDE "organisation"

#define MOST_WORDS_OF_A_DAY 5
#define MOST_WORDS_OF_A_NAME 4

/* So much of a role must be typed before a colon, which many other texts have. */
#define FEWEST_LETTERS_OF_A_ROLE 3

/* Each letter is in the label of its type, where it is underlined. */
static const struct {
  const char *type;
  char        english;
  char        finnish;
} letters[] = {
  { "observation", 'o', 'h' }, /* Havainto */
  { "insight", 'i', 'o' }, /* Oivallus */
  { "decision", 'd', 'p' }, /* Päätös */
  { "question", 'q', 'k' }, /* Kysymys */
  { "idea", 'e', 'i' }, /* Idea */
  { "risk", 'r', 'r' }, /* Riski */
  { "parking_lot", 'p', 'a' }, /* Pysäköity asia */
  { "free", 'f', 'v' }, /* Vapaa muistiinpano */
};

/* The side of a role that is none of the organisation, by the tokens of both. */
static const struct {
  const char *role;
  const char *side;
} sides[] = {
  { "mentor", "mentor" },
  { "sparring_expert", "mentor" },
  { "coordinator", "coordinator" },
};

/* The parts of a typed line; @rest is what follows them, within the line. */
typedef struct {
  gboolean    is_private;
  const char *type;
  const char *rest;
} Marks;

static const char *
skip_spaces (const char *p)
{
  while (*p == ' ')
    p++;

  return p;
}

/**
 * academy_session_note_get_letter:
 * @type: a type of notes
 * @language: the language of the interface
 *
 * Returns: the letter that chooses @type
 */
char
academy_session_note_get_letter (const char            *type,
                                 const AcademyLanguage *language)
{
  gboolean is_finnish = g_str_equal (academy_language_get_code (language), "fi");

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (g_str_equal (letters[i].type, type))
      return is_finnish ? letters[i].finnish : letters[i].english;

  return '\0';
}

static const char *
find_type (char                   letter,
           const AcademyLanguage *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (academy_session_note_get_letter (letters[i].type, language) == g_ascii_tolower (letter))
      return letters[i].type;

  return NULL;
}

static Marks
read_marks (const char            *typed,
            const AcademyLanguage *language)
{
  Marks marks = { FALSE, NULL, skip_spaces (typed) };

  for (;;)
    {
      const char *type = NULL;

      if (*marks.rest == '!' && !marks.is_private)
        {
          marks.is_private = TRUE;
          marks.rest = skip_spaces (marks.rest + 1);
          continue;
        }
      if (*marks.rest == '/' && marks.rest[1] != '\0' && strchr (" !", marks.rest[2]) != NULL)
        type = find_type (marks.rest[1], language);
      if (type == NULL || marks.type != NULL)
        return marks;
      marks.type = type;
      marks.rest = skip_spaces (marks.rest + 2);
    }
}

/* Returns the word that stands where a type does and is none, or %NULL. After a type a
 * text may begin with anything. */
static char *
dup_unknown (const Marks *marks)
{
  return marks->type == NULL && *marks->rest == '/' ? g_strndup (marks->rest, strcspn (marks->rest, " ")) : NULL;
}

/* Returns where so many words end. */
static const char *
find_end (const char *text,
          guint       n_words)
{
  for (guint i = 0; i < n_words; i++)
    {
      text = skip_spaces (text);
      text += strcspn (text, " ");
    }

  return text;
}

static gboolean
is_same (const char *a,
         const char *b)
{
  g_autofree char *folded_a = academy_language_casefold (a);
  g_autofree char *folded_b = academy_language_casefold (b);

  return g_str_equal (folded_a, folded_b);
}

/* Where a text may match the name of a role. */
typedef enum {
  WHOLE,
  BEGINNING,
  WORD,
} Match;

static gboolean
matches (const char *role,
         const char *typed,
         Match       match)
{
  if (match == WHOLE)
    return g_str_equal (role, typed);
  if (match == BEGINNING)
    return g_str_has_prefix (role, typed);

  for (const char *p = strpbrk (role, " -"); p != NULL && *typed != '\0'; p = strpbrk (p + 1, " -"))
    if (g_str_has_prefix (p + 1, typed))
      return TRUE;

  return FALSE;
}

static const char *
find_role (const char         *text,
           gsize               length,
           const char * const *roles,
           Match               match)
{
  g_autofree char *part = g_strndup (text, length);
  g_autofree char *folded = academy_language_casefold (part);

  for (guint i = 0; roles != NULL && roles[i] != NULL; i++)
    {
      g_autofree char *role = academy_language_casefold (roles[i]);

      if (matches (role, folded, match))
        return roles[i];
    }

  return NULL;
}

/* Returns the roles in use, and after them those of whoever comes to every session,
 * also when the team has none of them. */
static GStrv
dup_roles (const char * const    *roles,
           const AcademyLanguage *language)
{
  const AcademyField *field = academy_kind_find_field (&academy_participation_kind, "role");
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  if (roles != NULL)
    g_strv_builder_addv (builder, (const char **) roles);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      const char *role = academy_language_translate (language, academy_field_find_choice (field, sides[i].role)->label);

      if (roles == NULL || !g_strv_contains (roles, role))
        g_strv_builder_add (builder, role);
    }

  return g_strv_builder_end (builder);
}

/* Returns the role of somebody who takes part, by the name, whole or the first word of
 * it. The plan tells people by their roles. */
static const char *
find_person (const char *text,
             gsize       length,
             GPtrArray  *people)
{
  g_autofree char *typed = g_strndup (text, length);

  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      const AcademySessionPerson *person = g_ptr_array_index (people, i);
      g_autofree char *first = NULL;

      if (person->name == NULL)
        continue;

      first = g_strndup (person->name, strcspn (person->name, " "));
      if (is_same (typed, person->name) || is_same (typed, first))
        return person->role;
    }

  return NULL;
}

/* Returns the role that is typed in full, or that of the person. */
static const char *
find_whole (const char         *text,
            gsize               length,
            const char * const *roles,
            GPtrArray          *people)
{
  const char *role = find_role (text, length, roles, WHOLE);

  return role != NULL ? role : find_person (text, length, people);
}

/* Returns the role that begins with what is typed, or else one with a word that does. */
static const char *
find_begun (const char         *text,
            gsize               length,
            const char * const *roles)
{
  const char *role = find_role (text, length, roles, BEGINNING);

  return role != NULL ? role : find_role (text, length, roles, WORD);
}

/* Takes the longest role or name, or else one word, completed, which is a new role when
 * none has a word that begins with it. */
static const char *
take_role (const char             *text,
           const char * const     *in_use,
           GPtrArray              *people,
           const AcademyLanguage  *language,
           char                  **role,
           gboolean               *is_new)
{
  g_auto(GStrv) all = dup_roles (in_use, language);
  const char * const *roles = (const char * const *) all;
  guint most = MOST_WORDS_OF_A_NAME;
  const char *end = text + strcspn (text, " ");
  const char *found;

  for (guint i = 0; roles[i] != NULL; i++)
    {
      guint n_words = 1;

      for (const char *p = roles[i]; *p != '\0'; p++)
        n_words += *p == ' ';
      most = MAX (most, n_words);
    }

  for (guint n_words = most; n_words > 0; n_words--)
    {
      const char *candidate = find_end (text, n_words);

      found = find_whole (text, candidate - text, roles, people);
      if (found != NULL)
        {
          *role = g_strdup (found);
          return skip_spaces (candidate);
        }
    }

  if (end > text)
    {
      found = find_begun (text, end - text, roles);
      *role = found != NULL ? g_strdup (found) : g_strndup (text, end - text);
      *is_new = found == NULL;
    }
  return skip_spaces (end);
}

static guint
count_tokens (const char            *text,
              const AcademyLanguage *language)
{
  g_autofree char *clean = academy_typed_clean (text);
  g_autoptr(GArray) tokens = academy_typed_tokenise (language, clean);

  return tokens->len;
}

/* Skips the word that follows a day by which something is to be done. */
static const char *
skip_by (const char *text)
{
  const char *end = find_end (text, 1);
  g_autofree char *word = g_strndup (text, end - text);

  return is_same (word, "mennessä") ? skip_spaces (end) : text;
}

/* Takes as many words as make a day, but no number that would make it a day in the
 * past: what follows may be an amount. A week is meant by its end. */
static const char *
take_day (const char            *text,
          const AcademyLanguage *language,
          const AcademyNear     *near,
          GDate                 *due)
{
  AcademyNear end_near = *near;
  const char *taken = text;
  guint n_tokens = 0;

  end_near.is_end = TRUE;
  for (guint n_words = 1; n_words <= MOST_WORDS_OF_A_DAY; n_words++)
    {
      const char *end = find_end (text, n_words);
      g_autofree char *words = g_strndup (text, end - text);
      guint n = count_tokens (words, language);
      GDate day;

      if (n > n_tokens && academy_language_parse_date (language, words, &end_near, &day, NULL) &&
          (n_tokens == 0 || g_date_compare (&day, &near->today) >= 0))
        {
          *due = day;
          taken = end;
          n_tokens = n;
        }
      if (*end == '\0')
        break;
    }

  taken = skip_spaces (taken);
  return n_tokens > 0 ? skip_by (taken) : taken;
}

/* Takes a role or name before a colon. */
static const char *
take_author (const char             *text,
             const char * const     *in_use,
             GPtrArray              *people,
             const AcademyLanguage  *language,
             char                  **role)
{
  g_auto(GStrv) all = dup_roles (in_use, language);
  const char * const *roles = (const char * const *) all;
  const char *colon = strstr (text, ": ");
  const char *found = NULL;

  if (colon != NULL)
    found = find_whole (text, colon - text, roles, people);
  if (colon != NULL && found == NULL && g_utf8_strlen (text, colon - text) >= FEWEST_LETTERS_OF_A_ROLE)
    found = find_begun (text, colon - text, roles);
  if (found == NULL)
    return text;

  *role = g_strdup (found);
  return skip_spaces (colon + 1);
}

/* Returns the side of a role: of who has it in the team, or of a role by its name. */
static const char *
find_side (const char            *role,
           GPtrArray             *people,
           const AcademyLanguage *language)
{
  const AcademyField *field = academy_kind_find_field (&academy_participation_kind, "role");

  for (guint i = 0; role != NULL && people != NULL && i < people->len; i++)
    {
      const AcademySessionPerson *person = g_ptr_array_index (people, i);

      if (g_str_equal (person->role, role))
        return person->side;
    }
  for (guint i = 0; role != NULL && i < G_N_ELEMENTS (sides); i++)
    if (g_str_equal (academy_language_translate (language, academy_field_find_choice (field, sides[i].role)->label), role))
      return sides[i].side;

  return OWN_SIDE;
}

/**
 * academy_session_note_parse:
 * @language: the language of the interface
 * @typed: a typed line
 * @roles: (nullable): the roles in use
 * @people: (nullable) (element-type AcademySessionPerson): who takes part
 * @near: hints about the due day
 *
 * A follow-up cannot be private, since it is part of the plan: a line with both marks
 * is a private note.
 *
 * Returns: (transfer full): what @typed says
 */
AcademySessionNote *
academy_session_note_parse (const AcademyLanguage *language,
                            const char            *typed,
                            const char * const    *roles,
                            GPtrArray             *people,
                            const AcademyNear     *near)
{
  AcademySessionNote *self = g_new0 (AcademySessionNote, 1);
  Marks marks = read_marks (typed, language);
  const char *rest = marks.rest;

  self->kind = *rest == '@' && !marks.is_private ? &academy_follow_up_kind : &academy_note_kind;
  self->type = marks.type != NULL ? marks.type : letters[0].type;
  self->is_private = marks.is_private;
  self->unknown = dup_unknown (&marks);
  g_date_clear (&self->due, 1);
  if (self->kind == &academy_follow_up_kind)
    {
      rest = take_role (rest + 1, roles, people, language, &self->role, &self->is_new_role);
      self->side = find_side (self->role, people, language);
      rest = take_day (rest, language, near, &self->due);
    }
  else
    rest = take_author (rest, roles, people, language, &self->role);
  self->text = g_strstrip (g_strdup (rest));

  return self;
}

/**
 * academy_session_person_new:
 * @name: (nullable): the name of a person, if it is known
 * @role: the role of the person, as it is told
 * @token: the token of that role in the team
 *
 * Returns: (transfer full): the person
 */
AcademySessionPerson *
academy_session_person_new (const char *name,
                            const char *role,
                            const char *token)
{
  AcademySessionPerson *self = g_new (AcademySessionPerson, 1);

  self->name = g_strdup (name);
  self->role = g_strdup (role);
  self->side = OWN_SIDE;
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    if (g_str_equal (sides[i].role, token))
      self->side = sides[i].side;
  return self;
}

void
academy_session_person_free (AcademySessionPerson *self)
{
  g_free (self->name);
  g_free (self->role);
  g_free (self);
}

void
academy_session_note_free (AcademySessionNote *self)
{
  g_free (self->unknown);
  g_free (self->role);
  g_free (self->text);
  g_free (self);
}

/**
 * academy_session_note_dup_letters:
 * @language: the language of the interface
 *
 * Returns: (transfer full): what chooses a type, in the order of the types: “/o /i …”
 */
char *
academy_session_note_dup_letters (const AcademyLanguage *language)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    g_string_append_printf (text, "%s/%c", i > 0 ? " " : "", academy_session_note_get_letter (letters[i].type, language));

  return g_string_free_and_steal (text);
}

static void
set_text (AcademyEdit *edit,
          AcademyItem *item,
          const char  *name,
          const char  *text)
{
  const AcademyField *field = academy_kind_find_field (academy_item_get_kind (item), name);
  g_auto(GValue) value = G_VALUE_INIT;

  academy_value_init (field, &value);
  g_value_set_string (&value, text);
  academy_edit_set (edit, item, field, &value);
}

/**
 * academy_session_note_write:
 * @self: what a line says
 * @edit: an edit
 * @item: an item of its kind, of the store or created by @edit
 *
 * Writes what the line says into @item.
 */
void
academy_session_note_write (const AcademySessionNote *self,
                            AcademyEdit              *edit,
                            AcademyItem              *item)
{
  g_auto(GValue) value = G_VALUE_INIT;

  if (self->kind == &academy_note_kind)
    {
      set_text (edit, item, "text", self->text);
      set_text (edit, item, "type", self->type);
      set_text (edit, item, "author_role", self->role);
      g_value_init (&value, G_TYPE_BOOLEAN);
      g_value_set_boolean (&value, self->is_private);
      academy_edit_set (edit, item, academy_kind_find_field (self->kind, "private"), &value);
      return;
    }

  set_text (edit, item, "title", self->text);
  set_text (edit, item, "owner_role", self->role);
  set_text (edit, item, "side", self->side);
  g_value_init (&value, G_TYPE_DATE);
  g_value_set_boxed (&value, g_date_valid (&self->due) ? &self->due : NULL);
  academy_edit_set (edit, item, academy_kind_find_field (self->kind, "due"), &value);
}

/**
 * academy_session_note_dup_typed:
 * @item: a note or a follow-up
 * @language: the language of the interface
 *
 * Returns: (transfer full): the line that says what @item says
 */
char *
academy_session_note_dup_typed (AcademyItem           *item,
                                const AcademyLanguage *language)
{
  GString *line = g_string_new (NULL);

  if (academy_item_get_kind (item) == &academy_note_kind)
    {
      const char *role = academy_item_get_text (item, "author_role");

      g_string_append (line, academy_item_get_flag (item, "private") ? "!" : "");
      g_string_append_printf (line, "/%c ", academy_session_note_get_letter (academy_item_get_text (item, "type"), language));
      if (role != NULL)
        g_string_append_printf (line, "%s: ", role);
      g_string_append (line, academy_item_get_text (item, "text"));
    }
  else
    {
      const char *role = academy_item_get_text (item, "owner_role");
      const GDate *due = academy_item_get_date (item, "due");

      g_string_append_printf (line, "@%s ", role != NULL ? role : "");
      if (due != NULL)
        {
          g_autofree char *day = academy_language_format_date (language, due);

          g_string_append_printf (line, "%s ", day);
        }
      g_string_append (line, academy_item_get_text (item, "title"));
    }

  return g_string_free_and_steal (line);
}

/**
 * academy_session_note_set_type:
 * @typed: a typed line
 * @type: (nullable): a type of notes, or %NULL for a follow-up
 * @language: the language of the interface
 *
 * Returns: (transfer full): the line of that type
 */
char *
academy_session_note_set_type (const char            *typed,
                               const char            *type,
                               const AcademyLanguage *language)
{
  Marks marks = read_marks (typed, language);
  const char *rest = *marks.rest == '@' ? marks.rest + 1 : marks.rest;

  if (type == NULL)
    return g_strconcat ("@", rest, NULL);

  return g_strdup_printf ("%s/%c %s", marks.is_private ? "!" : "", academy_session_note_get_letter (type, language), rest);
}

/**
 * academy_session_note_set_private:
 * @typed: a typed line
 * @is_private: whether it is a private note
 * @language: the language of the interface
 *
 * Returns: (transfer full): the line with the mark or without it
 */
char *
academy_session_note_set_private (const char            *typed,
                                  gboolean               is_private,
                                  const AcademyLanguage *language)
{
  Marks marks = read_marks (typed, language);

  if (marks.type == NULL)
    return g_strconcat (is_private ? "!" : "", marks.rest, NULL);

  return g_strdup_printf ("%s/%c %s", is_private ? "!" : "", academy_session_note_get_letter (marks.type, language), marks.rest);
}

/**
 * academy_session_note_set_role:
 * @typed: a typed line
 * @role: a role
 * @roles: the roles in use, with @role
 * @people: (nullable) (element-type AcademySessionPerson): who takes part
 * @language: the language of the interface
 *
 * Returns: (transfer full): the line as a note of @role, or what @role is to do
 */
char *
academy_session_note_set_role (const char            *typed,
                               const char            *role,
                               const char * const    *roles,
                               GPtrArray             *people,
                               const AcademyLanguage *language)
{
  Marks marks = read_marks (typed, language);
  g_autofree char *before = NULL;
  g_autofree char *start = g_strndup (typed, marks.rest - typed);
  gboolean is_new;

  if (*marks.rest == '@' && !marks.is_private)
    return g_strdup_printf ("%s@%s %s", start, role, take_role (marks.rest + 1, roles, people, language, &before, &is_new));

  return g_strdup_printf ("%s%s: %s", start, role, take_author (marks.rest, roles, people, language, &before));
}

/**
 * academy_session_note_find_roles:
 * @typed: a typed line
 * @roles: the roles in use
 * @language: the language of the interface
 *
 * Returns: (transfer container) (element-type utf8): the roles that begin with what is
 *   typed after `@`, and then those with another word that does; none when the role is
 *   typed already, or the line is none of a follow-up
 */
GPtrArray *
academy_session_note_find_roles (const char            *typed,
                                 const char * const    *roles,
                                 const AcademyLanguage *language)
{
  Marks marks = read_marks (typed, language);
  GPtrArray *found = g_ptr_array_new ();
  guint n_begin = 0;
  g_autofree char *folded = NULL;

  if (*marks.rest != '@' || marks.is_private)
    return found;

  folded = academy_language_casefold (marks.rest + 1);
  for (guint i = 0; roles != NULL && roles[i] != NULL; i++)
    {
      g_autofree char *role = academy_language_casefold (roles[i]);

      if (g_str_equal (roles[i], marks.rest + 1))
        continue;
      if (matches (role, folded, BEGINNING))
        g_ptr_array_insert (found, (int) n_begin++, (gpointer) roles[i]);
      else if (matches (role, folded, WORD))
        g_ptr_array_add (found, (gpointer) roles[i]);
    }

  return found;
}
