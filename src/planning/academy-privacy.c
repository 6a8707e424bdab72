/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-privacy.h"

#include "academy-clock.h"
#include "academy-kinds.h"
#include "academy-session-clock.h"

struct _AcademyPrivacy {
  GObject       parent_instance;

  /* Borrowed */
  AcademyStore *store;

  gboolean      is_shown;
  gboolean      goes_on;
  gboolean      is_known;
};

enum {
  CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (AcademyPrivacy, academy_privacy, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static G_DEFINE_QUARK (academy-privacy, academy_privacy)

/**
 * AcademyPrivacy:
 *
 * Whether others see the screen: while a session goes on, nothing private is on it,
 * unless whoever leads the session shows it.
 */

static void
changed_cb (AcademyPrivacy *self,
            AcademyChanges *changes)
{
  if (academy_changes_touch (changes, &academy_session_kind) || academy_changes_touch (changes, &academy_agenda_item_kind))
    self->is_known = FALSE;
}

/* After the lists have read their items again */
static void
tell_cb (AcademyPrivacy *self)
{
  gboolean went_on = self->goes_on;

  if (self->is_known)
    return;

  academy_privacy_is_hiding (self);
  if (self->goes_on != went_on)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
academy_privacy_class_init (AcademyPrivacyClass *klass)
{
  /**
   * AcademyPrivacy::changed:
   * @self: the privacy of a file
   *
   * Emitted when private things become hidden or shown.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
academy_privacy_init (AcademyPrivacy *self)
{
}

/**
 * academy_privacy_get:
 * @store: a store
 *
 * Returns: (transfer none): the privacy of what is shown of @store, valid as long as it
 */
AcademyPrivacy *
academy_privacy_get (AcademyStore *store)
{
  AcademyPrivacy *self = g_object_get_qdata (G_OBJECT (store), academy_privacy_quark ());

  if (self != NULL)
    return self;

  self = g_object_new (ACADEMY_TYPE_PRIVACY, NULL);
  self->store = store;
  g_object_set_qdata_full (G_OBJECT (store), academy_privacy_quark (), self, g_object_unref);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (tell_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return self;
}

/**
 * academy_privacy_is_hiding:
 * @self: the privacy of a file
 *
 * Returns: whether private things are hidden
 */
gboolean
academy_privacy_is_hiding (AcademyPrivacy *self)
{
  if (!self->is_known)
    {
      g_autoptr(GDateTime) now = academy_clock_get_now ();
      g_autoptr(AcademyItem) session = academy_session_clock_find_open (self->store, now);

      self->goes_on = session != NULL;
      self->is_known = TRUE;
    }

  return self->goes_on && !self->is_shown;
}

/**
 * academy_privacy_set_shown:
 * @self: the privacy of a file
 * @shown: whether private things are shown during a session
 *
 * Shows or hides private things.
 */
void
academy_privacy_set_shown (AcademyPrivacy *self,
                           gboolean        shown)
{
  gboolean was_hiding = academy_privacy_is_hiding (self);

  self->is_shown = shown;
  if (academy_privacy_is_hiding (self) != was_hiding)
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * academy_privacy_concerns:
 * @kind: a kind
 *
 * Returns: whether items of @kind have anything private that people read
 */
gboolean
academy_privacy_concerns (const AcademyKind *kind)
{
  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    if ((field->flags & (ACADEMY_PRIVATE | ACADEMY_HIDDEN)) == ACADEMY_PRIVATE)
      return TRUE;

  return kind->confidential != NULL;
}

/**
 * academy_privacy_hides:
 * @store: a store
 * @item: an item in it
 *
 * Returns: whether @item must not be read on the screen
 */
gboolean
academy_privacy_hides (AcademyStore *store,
                       AcademyItem  *item)
{
  return academy_item_is_confidential (item) && academy_privacy_is_hiding (academy_privacy_get (store));
}
