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

import datetime
import math
import os
import pathlib
import random
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import uuid

LINEAR, CONSTANT = 1.15, .15
RUNS = 3
CHECK = 2
# Costs below this are of noise alone.
LEAST = .02
# GTK never frees the list of labels of a row when GTK_A11Y is none (4.18).
SWITCHES, SWITCH = 500, 1024
SHAPES = ((6, 100), (6, 5000), (50, 500), (200, 500))
EMPTY = (6, 0)
STATUSES = ('in_progress', 'planned', 'done', 'in_progress', 'idea', 'done', 'on_hold', 'dropped')
FIRST = datetime.date(2021, 10, 1)
WORKS = ('Järjestetään markkinavuoropuhelu', 'Laaditaan hankintastrategia', 'Koulutetaan hankkijat',
         'Kartoitetaan innovaatiopotentiaali', 'Kokeillaan innovaatiokumppanuutta', 'Analysoidaan kulutusdata')
OWNERS = ('Hankintajohtaja', 'Hankinta-asiantuntija', 'Kehittämispäällikkö', 'Talousjohtaja', 'Lakimies')


def new_id():
    return str(uuid.UUID(int=random.getrandbits(128), version=4))


def day(number):
    return (FIRST + datetime.timedelta(number)).isoformat()


def insert(database, table, columns, rows):
    names = ', '.join(f'"{column}"' for column in columns.split())
    places = ', '.join('?' for _ in columns.split())
    database.executemany(f'INSERT INTO {table} ({names}) VALUES ({places})', rows)


def add_organisation(database, programme, number, n_measures):
    """A plan with goals, people and links in proportion to its measures."""
    organisation = new_id()
    insert(database, 'organisation', 'id programme name_fi slug',
           [(organisation, programme, f'Organisaatio {number}', f'organisaatio-{number:03}')])
    insert(database, 'plan', 'id organisation', [(new_id(), organisation)])

    measures, goals, people = ([new_id() for _ in range(math.ceil(n_measures / part))] for part in (1, 20, 10))
    starts = [random.randrange(600) for _ in measures]
    insert(database, 'measure', 'id organisation title description owner_role start end status progress person_days cost',
           ((measure, organisation, f'{random.choice(WORKS)} {place}', 'Kutsutaan toimittajat.\nKootaan vastaukset.',
             random.choice(OWNERS), day(start), day(start + 10 + random.randrange(60)), random.choice(STATUSES),
             random.randrange(101), random.randrange(30), random.randrange(50000))
            for place, (measure, start) in enumerate(zip(measures, starts))))
    insert(database, 'goal', 'id organisation title',
           ((goal, organisation, f'Vaikuttavuustavoite {place}') for place, goal in enumerate(goals)))
    insert(database, 'indicator', 'id goal title',
           ((new_id(), goal, f'Mittari {place}') for goal in goals for place in range(2)))
    insert(database, 'measure_goals', 'item target', ((measure, random.choice(goals)) for measure in measures))
    insert(database, 'person', 'id programme name',
           ((person, programme, f'Henkilö {number}-{place}') for place, person in enumerate(people)))
    insert(database, 'participation', 'id organisation role person',
           ((new_id(), organisation, 'procurement_expert', person) for person in people))
    insert(database, 'milestone', 'id organisation title date',
           ((new_id(), organisation, f'Etappi {place}', day(random.randrange(700))) for place in range(n_measures // 10)))
    in_order = [measure for _, measure in sorted(zip(starts, measures))]
    insert(database, 'dependency', 'id organisation predecessor successor',
           ((new_id(), organisation, in_order[place], in_order[random.randrange(place + 1, len(in_order))])
            for place in range(0, len(in_order) - 1, 5)))
    if n_measures > 0:
        baseline = new_id()
        insert(database, 'baseline', 'id organisation title made',
               [(baseline, organisation, 'Hyväksytty', f'{day(0)}T09:00:00+03:00')])
        database.execute('INSERT INTO baseline_date (id, baseline, kind, item, title, start, "end") '
                         "SELECT lower (hex (randomblob (4)) || '-' || hex (randomblob (2)) || '-4' || "
                         "substr (hex (randomblob (2)), 2) || '-8' || substr (hex (randomblob (2)), 2) || '-' || "
                         "hex (randomblob (6))), ?, 'measure', id, title, start, \"end\" FROM measure WHERE organisation = ?",
                         (baseline, organisation))


def make(program, folder, organisations, measures):
    path = pathlib.Path(folder) / f'{organisations}x{measures}.academy'
    subprocess.run([program, 'new', path, '--template=empty'], check=True)
    random.seed(organisations * measures)
    with sqlite3.connect(path) as database:
        programme, = database.execute('SELECT id FROM programme').fetchone()
        for number in range(organisations):
            add_organisation(database, programme, number, measures)
    database.close()
    return path


def cpu(command):
    """The CPU seconds of a process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


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


def run_window(bench, path, *arguments):
    """Runs bench-growth with a copy of a programme, which it edits; returns what it prints, by name."""
    with tempfile.TemporaryDirectory() as folder:
        output = subprocess.run([bench, shutil.copy(path, folder), *arguments], check=True, text=True, stdout=subprocess.PIPE,
                                env={**os.environ, 'XDG_DATA_HOME': folder, 'GTK_A11Y': 'none'}).stdout
    return {name: int(number) for name, number in (line.split('\t') for line in output.splitlines())}


def measure_window(bench, path):
    runs = [run_window(bench, path) for _ in range(RUNS)]
    return {name: min(run[name] for run in runs) / 1e6 for name in runs[0]}


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
    print('switch of organisations: ' + ', '.join(f'{view} {size} bytes' for view, size in sizes.items()) +
          f' are left behind (limit {SWITCH})', flush=True)
    return any(size > SWITCH for size in sizes.values())


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
