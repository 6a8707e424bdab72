#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""plan.py PROGRAM BARE-WINDOW PROGRAM-WINDOW BENCH-PLAN BENCH-TABLE BENCH-TIMELINE: a programme with much in it.

Prints the CPU milliseconds of what people do in it, the limit, and the ratio, and fails when one is over the limit. The
floor is the start of a bare window, measured in turn with that of the program in the same run; that of a paste is the
inserts of SQLite, and that of frames is other frames. Medians count, because others use the computer too.
"""

import os
import statistics
import sys
import tempfile

from parts import first_frame, frames, judge, make, run_window

ORGANISATIONS, MEASURES, NOTES, OPPORTUNITIES = 6, 10000, 2000, 1000
FEW = 100
# So many measures have goals, people and dependencies; with ten thousand of each, those would be what is measured.
MOST_WITH_PARTS = 1000
SLUG = 'organisaatio-001'
PAIRS = 9
RUNS = 3
START = 1.4
# By the beginning of the name.
STEPS = {'overview': .5, 'another organisation': .4, 'cell': .06, 'search': .2, 'filter': .2}
PASTE = 5
SCROLL = 1.3
JUMP = 2


def get_limit(name):
    return next(limit for begin, limit in STEPS.items() if name.startswith(begin))


def bench_start(bare, program_window, path):
    """The start of the bare window, which is the floor of what follows, and that of the program."""
    pairs = [(first_frame(bare)[2], first_frame(program_window, path)[2]) for _ in range(PAIRS + 1)][1:]
    floor, ours = (statistics.median(values) for values in zip(*pairs))
    return floor, judge('start of the program', ours, floor, START)


def bench_steps(bench, path, floor):
    over = False
    medians = {name: statistics.median(values) / 1000 for name, values in run_window(bench, path, copies=2).items()}
    for name, median in medians.items():
        if name not in ('paste', 'insert'):
            over |= judge(name, median, floor, get_limit(name))
    return over | judge('1000 rows pasted', medians['paste'], medians['insert'], PASTE)


def bench_frames(table, timeline, path, few):
    runs = [[statistics.median(frames(program, file, SLUG, 'cpu', name)[name])
             for program, file, name in ((table, path, 'vertical scroll'), (table, few, 'vertical scroll'),
                                         (table, path, 'jump'), (timeline, path, 'jump'))] for _ in range(RUNS)]
    many, less, jump, floor = (statistics.median(values) for values in zip(*runs))
    over = judge(f'frame of the table scrolled, with {MEASURES} measures against {FEW}', many, less, SCROLL)
    return over | judge('jump in the table against the timeline', jump, floor, JUMP)


def main(program, bare, program_window, bench, table, timeline):
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update({'XDG_DATA_HOME': folder, 'GTK_A11Y': 'none'})
        path = make(program, folder, ORGANISATIONS, MEASURES, NOTES, OPPORTUNITIES, MOST_WITH_PARTS)
        few = make(program, folder, 2, FEW)
        floor, over = bench_start(bare, program_window, path)
        over |= bench_steps(bench, path, floor)
        return over | bench_frames(table, timeline, path, few)


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
