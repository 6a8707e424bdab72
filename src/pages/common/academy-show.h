/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/**
 * AcademyShow:
 * @ACADEMY_SHOW_IF_SHOWN: only find out whether it is visible
 * @ACADEMY_SHOW_BESIDE: select it if that does not leave the present page
 * @ACADEMY_SHOW_GO: go to its page and select it
 *
 * The navigation allowed for showing an item.
 */
typedef enum {
  ACADEMY_SHOW_IF_SHOWN,
  ACADEMY_SHOW_BESIDE,
  ACADEMY_SHOW_GO,
} AcademyShow;
