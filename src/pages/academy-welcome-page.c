/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-welcome-page.h"

struct _AcademyWelcomePage {
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (AcademyWelcomePage, academy_welcome_page, ADW_TYPE_BIN)

static void
academy_welcome_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACADEMY_TYPE_WELCOME_PAGE);

  G_OBJECT_CLASS (academy_welcome_page_parent_class)->dispose (object);
}

static void
academy_welcome_page_class_init (AcademyWelcomePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = academy_welcome_page_dispose;

  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/fi/hankintakeino/InnovationAcademy/pages/academy-welcome-page.ui");
}

static void
academy_welcome_page_init (AcademyWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
