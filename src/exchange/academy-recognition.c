/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-recognition.h"

#include <string.h>

#include "academy-clock.h"
#include "academy-pasted-value.h"
#include "academy-synonyms.h"
#include "academy-titles.h"
#include "academy-typed-instant.h"

/* How much a heading and the content of a column count; nothing is certain. */
#define HEADING_WEIGHT 0.95
#define CONTENT_WEIGHT 0.8

/* How alike a heading and a word for a field are */
#define HEADING_EQUAL  1.0
#define HEADING_WORD   0.85
#define HEADING_BEGINS 0.7

#define LEAST_GUESS    0.3

/* The fewest letters of a word that another may begin with */
#define SHORTEST_STEM  4

/* Content is judged by this many rows. */
#define MOST_SAMPLES 100

/* Texts of usual lengths, in characters: a title, a description, and the longest
 * role. */
#define TITLE_LENGTH       18
#define DESCRIPTION_LENGTH 80
#define ROLE_LENGTH        40

/* The cells of a column that are not empty. */
typedef struct {
  /* Owned: texts of the grid */
  GPtrArray         *texts;

  AcademyColumnForm  form;
  double             mean_length;
  double             distinct;
  gboolean           is_counting;
} Column;

/* A field that may be recognised, with the words for it. */
typedef struct {
  /* Owned */
  GPtrArray          *words;
  AcademyTitles      *titles;

  /* Borrowed */
  const AcademyField *field;
} Candidate;

static void
candidate_free (gpointer data)
{
  Candidate *candidate = data;

  g_ptr_array_unref (candidate->words);
  g_clear_pointer (&candidate->titles, academy_titles_free);
  g_free (candidate);
}

/**
 * academy_recognition_takes:
 * @kind: a kind
 * @field: a field of @kind
 *
 * Returns: whether a column may hold @field: not the owner, nor what the store
 *   writes itself
 */
gboolean
academy_recognition_takes (const AcademyKind  *kind,
                           const AcademyField *field)
{
  return (field->flags & (ACADEMY_OWNER | ACADEMY_HIDDEN | ACADEMY_PRIVATE | ACADEMY_STAMP)) == 0;
}

static void
add_word (GPtrArray  *words,
          const char *text)
{
  char *word = academy_synonyms_fold (text);

  if (*word != '\0')
    g_ptr_array_add (words, word);
  else
    g_free (word);
}

/* The name of the kind may stand above its titles. */
static Candidate *
candidate_new (const AcademyKind  *kind,
               const AcademyField *field)
{
  static const char * const codes[] = { "en", "fi" };
  Candidate *candidate = g_new0 (Candidate, 1);
  g_auto(GStrv) headings = academy_synonyms_dup_headings (kind, field);

  candidate->field = field;
  candidate->words = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      const AcademyLanguage *language = academy_language_get (codes[i], NULL);

      if (language == NULL)
        continue;
      add_word (candidate->words, academy_language_translate (language, field->label));
      if (field == academy_kind_find_title (kind))
        {
          add_word (candidate->words, academy_language_translate (language, kind->label));
          add_word (candidate->words, academy_language_translate (language, kind->plural_label));
        }
    }
  for (guint i = 0; headings[i] != NULL; i++)
    add_word (candidate->words, headings[i]);

  return candidate;
}

static GPtrArray *
make_candidates (const AcademyKind  *kind,
                 AcademyStore       *store,
                 AcademyItem        *owner,
                 GError            **error)
{
  g_autoptr(GPtrArray) candidates = g_ptr_array_new_with_free_func (candidate_free);

  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    if (academy_recognition_takes (kind, field))
      {
        Candidate *candidate = candidate_new (kind, field);

        g_ptr_array_add (candidates, candidate);
        if (field->target == NULL)
          continue;
        candidate->titles = academy_titles_new_for_link (store, field, owner, error);
        if (candidate->titles == NULL)
          return NULL;
      }

  return g_steal_pointer (&candidates);
}

/* Whether the words of @part stand in @text one after the other. */
static gboolean
contains_words (const char *text,
                const char *part)
{
  g_autofree char *spaced = g_strdup_printf (" %s ", text);
  g_autofree char *words = g_strdup_printf (" %s ", part);

  return strstr (spaced, words) != NULL;
}

static gboolean
begins_alike (const char *a,
              const char *b)
{
  return g_utf8_strlen (a, -1) >= SHORTEST_STEM && g_utf8_strlen (b, -1) >= SHORTEST_STEM &&
         (g_str_has_prefix (a, b) || g_str_has_prefix (b, a));
}

static double
judge_heading (const Candidate *candidate,
               const char      *heading)
{
  g_autofree char *fold = academy_synonyms_fold (heading);
  double best = 0;

  for (guint i = 0; i < candidate->words->len && *fold != '\0'; i++)
    {
      const char *word = g_ptr_array_index (candidate->words, i);

      if (g_str_equal (fold, word))
        return HEADING_EQUAL;
      if (contains_words (fold, word))
        best = MAX (best, HEADING_WORD);
      else if (begins_alike (fold, word))
        best = MAX (best, HEADING_BEGINS);
    }

  return best;
}

/* Whether the texts are running numbers, which count the rows only. */
static gboolean
is_counting (GPtrArray *texts)
{
  guint64 last = 0;

  for (guint i = 0; i < texts->len; i++)
    {
      guint64 number;

      if (!g_ascii_string_to_unsigned (g_ptr_array_index (texts, i), 10, 1, G_MAXUINT32, &number, NULL) ||
          (i > 0 && number != last + 1))
        return FALSE;
      last = number;
    }

  return texts->len > 1;
}

static void
column_init (Column                  *column,
             AcademyGrid             *grid,
             const AcademyColumnForm *forms,
             guint                    first_row,
             guint                    index)
{
  g_autoptr(GHashTable) distinct = g_hash_table_new (g_str_hash, g_str_equal);
  gsize length = 0;

  *column = (Column) { .texts = g_ptr_array_new (), .form = forms[index] };
  for (guint row = first_row; row < academy_grid_get_n_rows (grid) && column->texts->len < MOST_SAMPLES; row++)
    {
      const char *text = academy_grid_get_text (grid, row, index);

      if (*text == '\0')
        continue;
      g_ptr_array_add (column->texts, (gpointer) text);
      g_hash_table_add (distinct, (gpointer) text);
      length += g_utf8_strlen (text, -1);
    }
  if (column->texts->len > 0)
    {
      column->mean_length = (double) length / column->texts->len;
      column->distinct = (double) g_hash_table_size (distinct) / column->texts->len;
      column->is_counting = is_counting (column->texts);
    }
}

static gboolean
has_letters (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

/* A bare number such as “2.5” or “2026” may be a day, but also something else. */
static gboolean
is_bare_number (const char *text)
{
  guint n_signs = 0;

  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isdigit (*p))
      n_signs++;

  return n_signs < 2 && !has_letters (text) && g_ascii_isdigit (text[strlen (text) - 1]);
}

static double
judge_day (const Column *column,
           const char   *text)
{
  AcademyPeriod period;
  AcademyNear near;

  academy_near_init (&near, academy_clock_get_day ());
  if (!academy_pasted_period_parse (&column->form, text, &near, &period, NULL))
    return 0;

  return is_bare_number (text) ? 0.5 : 1;
}

static gboolean
is_phone (const char *text)
{
  guint n_digits = 0;

  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      n_digits++;
    else if (strchr ("+- ()/", *p) == NULL)
      return FALSE;

  return n_digits >= 6;
}

/* How likely a text is a value of a field, by its type. */
static double
judge_text (const Column    *column,
            const Candidate *candidate,
            const char      *text)
{
  const AcademyField *field = candidate->field;
  g_auto(GValue) value = G_VALUE_INIT;
  g_auto(GStrv) titles = NULL;

  switch (field->type)
    {
    case ACADEMY_DATE:
      return judge_day (column, text);
    case ACADEMY_LINK:
      return academy_titles_find (candidate->titles, text) != NULL;
    case ACADEMY_LINKS:
      titles = academy_titles_split (candidate->titles, text);
      return titles[0] != NULL && academy_titles_find (candidate->titles, titles[0]) != NULL;
    case ACADEMY_TEXT:
      return g_str_equal (field->name, "phone") && is_phone (text);
    case ACADEMY_EMAIL:
      return strchr (text, '@') != NULL && strchr (text, ' ') == NULL;
    case ACADEMY_URI:
      return strstr (text, "://") != NULL;
    case ACADEMY_LONG_TEXT:
      return 0;
    default:
      break;
    }

  academy_value_init (field, &value);
  if (!academy_pasted_value_parse (&column->form, field, text, NULL, &value, NULL, NULL))
    return 0;

  switch (field->type)
    {
    case ACADEMY_INSTANT:
      return academy_typed_has_time (academy_language_get_default (), text) ? 1 : 0.5;
    case ACADEMY_INTEGER:
      if (academy_field_has_limits (field) &&
          (g_value_get_int64 (&value) < field->min || g_value_get_int64 (&value) > field->max))
        return 0;
      return has_letters (text) || strchr (text, '%') != NULL ? 1 : 0.5;
    case ACADEMY_DECIMAL:
      return has_letters (text) ? 1 : 0.5;
    case ACADEMY_MONEY:
      return strstr (text, "€") != NULL || has_letters (text) ? 1 : 0.5;
    default:
      return 1;
    }
}

/* How likely a column of words is a text field: titles are many, roles are short
 * and come again, descriptions are long. */
static double
judge_words (const Column       *column,
             const AcademyKind  *kind,
             const AcademyField *field)
{
  if (field == academy_kind_find_title (kind))
    return MIN (column->mean_length / TITLE_LENGTH, 1) * column->distinct *
           (column->mean_length > 2 * DESCRIPTION_LENGTH ? 0.5 : 1);
  if (field->type == ACADEMY_LONG_TEXT && g_str_equal (field->name, "description"))
    return MIN (column->mean_length / DESCRIPTION_LENGTH, 1) * 0.9;
  if (g_strcmp0 (field->suggests, "role") == 0 && column->mean_length <= ROLE_LENGTH)
    return 0.45 + 0.45 * (1 - column->distinct);

  return 0;
}

/* How likely the texts of a column are values of a field, by their form. */
static double
judge_form (const Column    *column,
            const Candidate *candidate)
{
  double sum = 0;

  for (guint i = 0; i < column->texts->len; i++)
    sum += judge_text (column, candidate, g_ptr_array_index (column->texts, i));

  return column->texts->len > 0 ? sum / column->texts->len : 0;
}

/* Whether a type of values is told by their form, other than words. */
static gboolean
has_form (const AcademyField *field)
{
  return field->type != ACADEMY_TEXT && field->type != ACADEMY_LONG_TEXT;
}

/* Judges the content of a column for each field. */
static void
judge_content (const Column      *column,
               const AcademyKind *kind,
               GPtrArray         *candidates,
               double            *contents)
{
  double words = 0;
  gboolean is_typed = FALSE;

  for (guint i = 0; i < column->texts->len; i++)
    words += has_letters (g_ptr_array_index (column->texts, i)) ? 1.0 / column->texts->len : 0;
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = g_ptr_array_index (candidates, i);

      contents[i] = column->is_counting ? 0 : judge_form (column, candidate);
      is_typed = is_typed || (has_form (candidate->field) && contents[i] > 0.5);
    }

  for (guint i = 0; i < candidates->len && !is_typed; i++)
    {
      const AcademyField *field = ((Candidate *) g_ptr_array_index (candidates, i))->field;

      if (!has_form (field))
        contents[i] = MAX (contents[i], words * judge_words (column, kind, field));
    }
}

static guint
count_texts (AcademyGrid *grid,
             guint        row)
{
  guint n_texts = 0;

  for (guint column = 0; column < academy_grid_get_n_columns (grid); column++)
    n_texts += *academy_grid_get_text (grid, row, column) != '\0';

  return n_texts;
}

/* Whether half of the cells of a row are known headings. A single cell must be one
 * exactly: a title may have such a word too. */
static gboolean
has_known_words (AcademyGrid *grid,
                 GPtrArray   *candidates,
                 guint        row)
{
  double least = academy_grid_get_n_columns (grid) == 1 ? HEADING_EQUAL : HEADING_BEGINS;
  guint n_texts = count_texts (grid, row);
  guint n_known = 0;

  for (guint column = 0; column < academy_grid_get_n_columns (grid); column++)
    {
      const char *text = academy_grid_get_text (grid, row, column);
      double best = 0;

      if (!has_letters (text))
        continue;
      for (guint i = 0; i < candidates->len; i++)
        best = MAX (best, judge_heading (g_ptr_array_index (candidates, i), text));
      n_known += best >= least;
    }

  return n_known > 0 && 2 * n_known >= n_texts && (n_texts > 1 || academy_grid_get_n_columns (grid) == 1);
}

/* Whether a column whose values have a form begins with words. */
static gboolean
begins_with_another_type (AcademyGrid *grid,
                          GPtrArray   *candidates)
{
  g_autofree AcademyColumnForm *forms = academy_column_forms_new (grid, 1);

  for (guint index = 0; index < academy_grid_get_n_columns (grid); index++)
    {
      const char *text = academy_grid_get_text (grid, 0, index);
      Column column;
      gboolean differs = FALSE;

      if (!has_letters (text))
        continue;

      column_init (&column, grid, forms, 1, index);
      for (guint i = 0; i < candidates->len && column.texts->len > 1 && !differs; i++)
        {
          const Candidate *candidate = g_ptr_array_index (candidates, i);

          differs = has_form (candidate->field) && candidate->field->target == NULL &&
                    judge_form (&column, candidate) > 0.75 && judge_text (&column, candidate, text) <= 0;
        }
      g_ptr_array_unref (column.texts);
      if (differs)
        return TRUE;
    }

  return FALSE;
}

/* Returns the first row that holds values; above it are headings, and perhaps the
 * title of the table. */
static guint
find_first_row (AcademyGrid *grid,
                GPtrArray   *candidates)
{
  guint n_rows = academy_grid_get_n_rows (grid);

  for (guint row = 0; row < n_rows && row < ACADEMY_GRID_MAX_HEADINGS; row++)
    if (has_known_words (grid, candidates, row))
      return row + 1;
    else if (count_texts (grid, row) > 1 || academy_grid_get_n_columns (grid) == 1)
      break;

  return academy_grid_has_headings (grid) || begins_with_another_type (grid, candidates) ? 1 : 0;
}

/* Gives each column and each field the best that is left, the greatest first. Of
 * equals, the left column gets the upper field of the table. */
static void
choose (GPtrArray          *candidates,
        const double       *scores,
        guint               n_columns,
        AcademyColumnGuess *guesses)
{
  g_autofree gboolean *is_taken = g_new0 (gboolean, candidates->len);

  while (TRUE)
    {
      double best = 0;
      guint column = 0, field = 0;

      for (guint i = 0; i < n_columns; i++)
        for (guint j = 0; j < candidates->len && guesses[i].field == NULL; j++)
          if (!is_taken[j] && scores[i * candidates->len + j] > best)
            {
              best = scores[i * candidates->len + j];
              column = i;
              field = j;
            }
      if (best < LEAST_GUESS)
        return;

      is_taken[field] = TRUE;
      guesses[column].field = ((Candidate *) g_ptr_array_index (candidates, field))->field;
      guesses[column].confidence = best;
    }
}

/* Without headings, the left one of two dates is the start. */
static void
order_dates (AcademyGrid        *grid,
             const AcademyKind  *kind,
             GPtrArray          *candidates,
             guint               first_row,
             AcademyColumnGuess *guesses)
{
  AcademyColumnGuess *start = NULL, *end = NULL;

  for (guint i = 0; i < academy_grid_get_n_columns (grid); i++)
    for (guint j = 0; j < candidates->len; j++)
      {
        const Candidate *candidate = g_ptr_array_index (candidates, j);

        if (guesses[i].field != candidate->field ||
            (first_row > 0 && judge_heading (candidate, academy_grid_get_text (grid, first_row - 1, i)) > 0))
          continue;
        if (g_strcmp0 (kind->start, candidate->field->name) == 0)
          start = &guesses[i];
        else if (g_strcmp0 (kind->end, candidate->field->name) == 0)
          end = &guesses[i];
      }

  if (start != NULL && end != NULL && start > end)
    {
      AcademyColumnGuess left = *end;

      end->field = start->field;
      start->field = left.field;
    }
}

/**
 * academy_recognition_guess:
 * @grid: a grid
 * @kind: the kind that its rows shall become
 * @store: a store
 * @owner: the owner of the new items
 * @guesses: (out caller-allocates) (array): return location for a guess for each
 *   column
 * @first_row: (out): return location for the first row that holds values, below
 *   any headings
 * @error: return location for an error
 *
 * Recognises what the columns of a pasted table mean, by their headings in Finnish
 * and English and by what they hold.
 *
 * Returns: whether there was no error
 */
gboolean
academy_recognition_guess (AcademyGrid         *grid,
                           const AcademyKind   *kind,
                           AcademyStore        *store,
                           AcademyItem         *owner,
                           AcademyColumnGuess  *guesses,
                           guint               *first_row,
                           GError             **error)
{
  g_autoptr(GPtrArray) candidates = make_candidates (kind, store, owner, error);
  guint n_columns = academy_grid_get_n_columns (grid);
  g_autofree AcademyColumnForm *forms = NULL;
  g_autofree double *scores = NULL;

  if (candidates == NULL)
    return FALSE;

  *first_row = find_first_row (grid, candidates);
  forms = academy_column_forms_new (grid, *first_row);
  scores = g_new0 (double, n_columns * candidates->len);
  for (guint i = 0; i < n_columns; i++)
    {
      const char *heading = *first_row > 0 ? academy_grid_get_text (grid, *first_row - 1, i) : "";
      double *row = scores + i * candidates->len;
      Column column;

      guesses[i] = (AcademyColumnGuess) { NULL };
      column_init (&column, grid, forms, *first_row, i);
      judge_content (&column, kind, candidates, row);
      for (guint j = 0; j < candidates->len; j++)
        row[j] = 1 - (1 - HEADING_WEIGHT * judge_heading (g_ptr_array_index (candidates, j), heading)) *
                     (1 - CONTENT_WEIGHT * row[j]);
      g_ptr_array_unref (column.texts);
    }

  choose (candidates, scores, n_columns, guesses);
  order_dates (grid, kind, candidates, *first_row, guesses);
  return TRUE;
}
