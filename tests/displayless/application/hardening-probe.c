/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Built as everything else is; test-hardening.py looks at what became of calls
 * that a fortified build watches. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int
main (int    argc,
      char **argv)
{
  char small[16];
  size_t size = strlen (argv[0]) + 1;
  char *copy = malloc (size);

  if (copy == NULL)
    return 1;

  /* Only the third level knows how large the copy is. */
  memcpy (copy, argv[0], size);
  snprintf (small, sizeof small, "%d", argc);
  puts (copy);
  puts (small);
  free (copy);

  return 0;
}
