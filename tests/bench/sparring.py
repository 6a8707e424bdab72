#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""sparring.py BARE-WINDOW BENCH-BRIEF BENCH-NOTE BENCH-HISTORY: sparring with an organisation that has a long history.

Prints the CPU milliseconds of what people do before, during and after a session, the limit, and the ratio, and fails when
one is over the limit. The floor is the start of a bare window in the same run; that of the History is what it takes more
than an empty page. Medians count, because others use the computer too.
"""

import os
import statistics
import sys
import tempfile

from parts import first_frame, judge, run

PAIRS = 9
BRIEF = {'screen': 1, 'PDF': 1.2}
NOTE = .06
HISTORY = .3
FILTERS = {'filter by text': .5, 'filter by author': .5}


def get_medians(*command):
    return {name: statistics.median(values) / 1000 for name, values in run(*command).items()}


def main(bare, brief, note, history):
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update({'XDG_DATA_HOME': folder, 'GTK_A11Y': 'none'})
        floor = statistics.median(first_frame(bare)[2] for _ in range(PAIRS))
        path = f'{folder}/sparring.academy'
        over = False
        for name, median in get_medians(brief, path).items():
            over |= judge(f'brief, {name}', median, floor, BRIEF[name])
        over |= judge('note', get_medians(note, path)['note'], floor, NOTE)
        steps = get_medians(history, f'{folder}/history.academy')
        over |= judge('History of 100,000 entries, over an empty page', steps['history'] - steps['empty page'], floor, HISTORY)
        for name, limit in FILTERS.items():
            over |= judge(f'History of 100,000 entries, {name}', steps[name], floor, limit)
        return over


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
