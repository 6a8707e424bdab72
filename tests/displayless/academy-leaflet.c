/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-leaflet.h"

#include <gio/gio.h>
#include <pango/pangocairo.h>

struct _AcademyLeaflet {
  GObject              parent_instance;

  AcademyDocumentFacts facts;
  GArray              *outline;
  GArray              *figures;
  guint                n_asked;
  gboolean             tagged;
  gboolean             fails;
  double               width;
  double               height;
};

static const AcademySheet upright = { "iso_a5", 420, 595 };

static void document_init (AcademyDocumentInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AcademyLeaflet, academy_leaflet, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ACADEMY_TYPE_DOCUMENT, document_init))

static void
academy_leaflet_finalize (GObject *object)
{
  AcademyLeaflet *self = ACADEMY_LEAFLET (object);

  academy_document_facts_clear (&self->facts);
  g_array_unref (self->outline);
  g_array_unref (self->figures);

  G_OBJECT_CLASS (academy_leaflet_parent_class)->finalize (object);
}

static void
academy_leaflet_class_init (AcademyLeafletClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = academy_leaflet_finalize;
}

static void
academy_leaflet_init (AcademyLeaflet *self)
{
  self->facts.title = g_strdup ("Leaflet");
  self->facts.subject = g_strdup ("What a document needs");
  self->facts.description = g_strdup ("Two lines");
  self->facts.language = academy_language_get ("en", NULL);
  self->outline = academy_document_outline_new ();
  self->figures = academy_document_figures_new ();
}

static const AcademySheet *
get_sheet (AcademyDocument *document)
{
  return &upright;
}

static void
set_area (AcademyDocument *document,
          double           width,
          double           height)
{
  ACADEMY_LEAFLET (document)->width = width;
  ACADEMY_LEAFLET (document)->height = height;
}

static void
set_picture (AcademyDocument *document)
{
  set_area (document, 300, 2 * ACADEMY_LEAFLET_LINE);
}

static void
set_tagged (AcademyDocument *document)
{
  ACADEMY_LEAFLET (document)->tagged = TRUE;
}

static gboolean
paginate (AcademyDocument  *document,
          gboolean         *finished,
          GError          **error)
{
  *finished = ++ACADEMY_LEAFLET (document)->n_asked == 3;
  return TRUE;
}

static void
get_size (AcademyDocument *document,
          double          *width,
          double          *height)
{
  *width = ACADEMY_LEAFLET (document)->width;
  *height = ACADEMY_LEAFLET (document)->height;
}

static guint
get_n_pages (AcademyDocument *document)
{
  return 2;
}

static gboolean
draw_page (AcademyDocument  *document,
           guint             page,
           AcademyCanvas    *canvas,
           GError          **error)
{
  static const AcademyColour black = { 0, 0, 0, 1 };
  AcademyLeaflet *self = ACADEMY_LEAFLET (document);
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr(PangoLayout) layout = pango_layout_new (context);
  g_autofree char *text = g_strdup_printf ("Line %u", page + 1);
  AcademyDocumentHeading heading = { g_strdup (text), page, page * ACADEMY_LEAFLET_LINE };

  g_object_unref (context);
  g_assert_cmpuint (self->n_asked, ==, 3);
  if (self->fails && page == 1)
    {
      g_free (heading.title);
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "Not this page");
      return FALSE;
    }

  g_array_append_val (self->outline, heading);
  pango_layout_set_text (layout, text, -1);
  if (self->tagged)
    academy_canvas_begin_tag (canvas, "P");
  academy_canvas_layout (canvas, layout, 0, page * ACADEMY_LEAFLET_LINE, &black);
  if (self->tagged)
    academy_canvas_end_tag (canvas, "P");

  return TRUE;
}

static const AcademyDocumentFacts *
get_facts (AcademyDocument *document)
{
  return &ACADEMY_LEAFLET (document)->facts;
}

static GArray *
get_outline (AcademyDocument *document)
{
  return ACADEMY_LEAFLET (document)->outline;
}

static GArray *
get_figures (AcademyDocument *document)
{
  return ACADEMY_LEAFLET (document)->figures;
}

static void
document_init (AcademyDocumentInterface *iface)
{
  iface->get_sheet = get_sheet;
  iface->set_area = set_area;
  iface->set_picture = set_picture;
  iface->set_tagged = set_tagged;
  iface->paginate = paginate;
  iface->get_size = get_size;
  iface->get_n_pages = get_n_pages;
  iface->draw_page = draw_page;
  iface->get_facts = get_facts;
  iface->get_outline = get_outline;
  iface->get_figures = get_figures;
}

AcademyDocument *
academy_leaflet_new (gboolean fails)
{
  AcademyLeaflet *self = g_object_new (ACADEMY_TYPE_LEAFLET, NULL);

  self->fails = fails;
  return ACADEMY_DOCUMENT (self);
}
