#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""growth.py PROGRAM BENCH-GROWTH: how costs grow with the organisations of a programme and with their measures.

Makes programmes of four shapes, organisations × measures, runs the commands on each, and drives a window by BENCH-GROWTH.
Prints the CPU seconds, and the exponents between two shapes: the slope of log(cost) over log(size). Fails where what should
be linear grows with more than LINEAR, or what should be constant with more than CONSTANT. What a command takes for a
programme without measures is subtracted, so that the start of the process does not hide the growth. The least of a few runs
counts, because others use the computer too.

Fails also when a check takes more than CHECK times as long as SQLite's own, and when each switch of organisations leaves
more than SWITCH bytes behind.
"""

import math
import pathlib
import statistics
import sys
import tempfile

from parts import cpu, make, run_window

LINEAR, CONSTANT = 1.15, .15
RUNS = 3
CHECK = 2
# Costs below this are of noise alone.
LEAST = .02
# GTK never frees the list of labels of a row when GTK_A11Y is none (4.18).
SWITCHES, SWITCH = 500, 1024
SHAPES = ((6, 100), (6, 5000), (50, 500), (200, 500))
EMPTY = (6, 0)


def commands(program, path, folder):
    slug = 'organisaatio-001'
    out = pathlib.Path(folder) / 'out'
    out.mkdir(exist_ok=True)
    return {
        'list': [program, 'list', path],
        'check': [program, 'check', path],
        'JSON of one plan': [program, 'export', path, f'--organisation={slug}', f'--output={out}.json'],
        'JSON of all plans': [program, 'export', path, f'--output={out}'],
        'PDF of one plan': [program, 'export', path, f'--organisation={slug}', '--format=pdf', f'--output={out}.pdf'],
        'PDF of the programme': [program, 'export', path, '--whole-programme', '--format=pdf', f'--output={out}.pdf'],
        'SVG of the programme': [program, 'export', path, '--whole-programme', '--format=svg', f'--output={out}.svg'],
    }


def measure(program, path, folder, name):
    times = []
    for _ in range(RUNS):
        times.append(cpu(commands(program, path, folder)[name]))
        if times[-1] > 1:
            break
    return min(times)


def measure_window(bench, path):
    runs = [run_window(bench, path) for _ in range(RUNS)]
    return {name: min(run[name][0] for run in runs) / 1e6 for name in runs[0]}


def slope(small, large, size):
    return math.log(max(large, LEAST) / max(small, LEAST)) / math.log(size)


# What a cost follows: the measures of an organisation, and the number of organisations.
GROWTH = {
    'list': (CONSTANT, LINEAR),
    'check': (LINEAR, LINEAR),
    'JSON of one plan': (LINEAR, CONSTANT),
    'JSON of all plans': (LINEAR, LINEAR),
    'PDF of one plan': (LINEAR, CONSTANT),
    'PDF of the programme': (LINEAR, LINEAR),
    'SVG of the programme': (LINEAR, LINEAR),
}
# The same for what is done in a window.
WINDOW = {
    'open window': (CONSTANT, LINEAR),
    'overview to situation': (LINEAR, CONSTANT),
    'plan list': (LINEAR, CONSTANT),
    'plan timeline': (LINEAR, CONSTANT),
    'switch organisation': (LINEAR, CONSTANT),
    'edit, overview': (LINEAR, CONSTANT),
    'edit, plan list': (LINEAR, CONSTANT),
    'undo, plan list': (LINEAR, CONSTANT),
    'edit, plan timeline': (LINEAR, CONSTANT),
    'programme timeline': (LINEAR, LINEAR),
    'edit, programme timeline': (LINEAR, LINEAR),
    'undo, programme timeline': (LINEAR, LINEAR),
    'unfold all': (LINEAR, LINEAR),
    'fold all': (LINEAR, LINEAR),
    'people page': (LINEAR, LINEAR),
    'leave people page': (LINEAR, LINEAR),
}


def check(name, limits, costs):
    """Prints the costs and their growth; returns whether it is over the limits."""
    slopes = (slope(costs[6, 100], costs[6, 5000], 50), slope(costs[50, 500], costs[200, 500], 4))
    over = any(value > limit for value, limit in zip(slopes, limits))
    print(f'{name}: ' + ', '.join(f'{o}×{m} {cost:.3f} s' for (o, m), cost in costs.items()) +
          f'; exponent of the measures {slopes[0]:.2f} (limit {limits[0]}), of the organisations {slopes[1]:.2f} '
          f'(limit {limits[1]})' + (', over the limit' if over else ''), flush=True)
    return over


def check_check(program, path):
    own = ['sqlite3', path, 'PRAGMA integrity_check; PRAGMA foreign_key_check']
    pairs = [(cpu([program, 'check', path]), cpu(own)) for _ in range(RUNS)]
    times = statistics.median(ours / floor for ours, floor in pairs)
    print(f'check: {times:.2f} times as long as that of SQLite (limit {CHECK})', flush=True)
    return times > CHECK


def check_switches(bench, path):
    sizes = run_window(bench, path, str(SWITCHES))
    del sizes['open window']
    print('switch of organisations: ' + ', '.join(f'{view} {size} bytes' for view, (size,) in sizes.items()) +
          f' are left behind (limit {SWITCH})', flush=True)
    return any(size > SWITCH for size, in sizes.values())


def main(program, bench):
    over = False
    with tempfile.TemporaryDirectory() as folder:
        paths = {shape: make(program, folder, *shape) for shape in (EMPTY, *SHAPES)}
        for name, limits in GROWTH.items():
            empty = measure(program, paths[EMPTY], folder, name)
            over |= check(name, limits, {shape: measure(program, paths[shape], folder, name) - empty for shape in SHAPES})
        over |= check_check(program, paths[200, 500])
        windows = {shape: measure_window(bench, paths[shape]) for shape in SHAPES}
        for name, limits in WINDOW.items():
            over |= check(name, limits, {shape: windows[shape][name] for shape in SHAPES})
        over |= check_switches(bench, paths[6, 100])
    return over


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
