/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-progress.h"
#include "academy-report.h"

G_BEGIN_DECLS

void academy_progress_figure_add (AcademyReportSection  *section,
                                  const AcademyProgress *progress,
                                  const AcademyLanguage *language);

G_END_DECLS
