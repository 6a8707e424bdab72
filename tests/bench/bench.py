#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench.py NAME PROGRAM...: one benchmark, as ratios against its floor measured in the same run.

Prints the median, the least and the greatest of the pairs, and fails when the median is over the limit. Frames have no
floor: of three runs the best counts, because others use the computer too, and frames of different programmes are
compared with each other, as measured in the same run.
"""

import datetime
import pathlib
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import uuid

from parts import STATUSES, first_frame, frames, report, within

PAIRS = 9
MEASURES = 10000
SLUG = 'turku'

# The timeline: a plan of two years, and the frames of the chart.
MANY, FEW, DEPENDENCIES = 100000, 1000, 10000
# The table: more rows than have widgets.
ROWS = 10000
RUNS = 3
WORKS = ('Järjestetään markkinavuoropuhelu', 'Laaditaan hankintastrategia', 'Koulutetaan hankkijat',
         'Kartoitetaan innovaatiopotentiaali', 'Kokeillaan innovaatiokumppanuutta', 'Analysoidaan kulutusdata',
         'Uudistetaan sopimusmalli', 'Mitataan vaikuttavuus', 'Arvioidaan riskit', 'Kootaan opit')
SUBJECTS = ('ateriapalvelut', 'kiinteistöjen ylläpito', 'työasemat', 'sopimukset', 'paikkatieto', 'hoitotarvikkeet',
            'katujen kunnossapito', 'kuljetukset', 'tietojärjestelmät')
OWNERS = ('Hankintajohtaja', 'Hankinta-asiantuntija', 'Kehittämispäällikkö', 'Talousjohtaja', 'Tietohallintojohtaja',
          'Palvelupäällikkö', 'Lakimies', 'Viestintäpäällikkö', 'Projektipäällikkö', 'Kategoriapäällikkö')
SCROLLS = ('vertical scroll', 'page', 'jump', 'horizontal scroll', 'zoom')
FRAMES = {**dict.fromkeys(SCROLLS, 5), 'drag': 6}


def make_programme(program, folder, measures):
    path = pathlib.Path(folder) / f'{measures}.academy'
    subprocess.run([program, 'new', path, '--template=2021'], check=True)
    with sqlite3.connect(path) as database:
        organisation, = database.execute("SELECT id FROM organisation WHERE slug = ?", (SLUG,)).fetchone()
        database.executemany(
            'INSERT INTO measure (id, organisation, title, description, owner_role, start, "end", status, progress, '
            'priority, person_days, cost, category, next_step) '
            "VALUES (?, ?, ?, ?, ?, ?, ?, 'in_progress', ?, 2, ?, ?, 'market', ?)",
            ((str(uuid.uuid4()), organisation, f'Järjestetään markkinavuoropuhelu {number}',
              'Kutsutaan toimittajat.\nKootaan vastaukset.', 'Hankinta-asiantuntija',
              f'2022-{number % 12 + 1:02}-{number % 28 + 1:02}', f'2023-{number % 12 + 1:02}-{number % 28 + 1:02}',
              number % 101, number % 30, number % 50000, 'Varataan aika') for number in range(measures)))
    database.close()
    return path


def make_plan(program, folder, measures, dependencies=0):
    """A plan with all that a timeline shows; what depends on each other begins last."""
    path = pathlib.Path(folder) / f'{measures}-{dependencies}.academy'
    first = datetime.date(2021, 10, 1)
    subprocess.run([program, 'new', path, '--template=2021'], check=True)
    with sqlite3.connect(path) as database:
        organisation, = database.execute("SELECT id FROM organisation WHERE slug = ?", (SLUG,)).fetchone()
        goals = [str(uuid.uuid4()) for _ in range(6)]
        database.executemany('INSERT INTO goal (id, organisation, title) VALUES (?, ?, ?)',
                             ((goal, organisation, f'Vaikuttavuustavoite {number}') for number, goal in enumerate(goals)))
        for number in range(measures):
            start = first + datetime.timedelta(number * 7919 % 730)
            status = STATUSES[number % len(STATUSES)]
            measure = str(uuid.uuid4())
            database.execute(
                'INSERT INTO measure (id, organisation, title, owner_role, start, "end", status, progress) '
                'VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
                (measure, organisation,
                 f'{WORKS[number % len(WORKS)]}: {SUBJECTS[number % len(SUBJECTS)]} {number}',
                 OWNERS[number % len(OWNERS)] if number % 50 else None, start.isoformat(),
                 (start + datetime.timedelta(10 + number * 104729 % 180)).isoformat() if number % 70 else None, status,
                 number % 101 if status == 'in_progress' else None))
            if number % 9:
                database.execute('INSERT INTO measure_goals (item, target) VALUES (?, ?)',
                                 (measure, goals[number % len(goals)]))
        last = [measure for measure, in database.execute(
            'SELECT id FROM measure ORDER BY start DESC, title DESC LIMIT ?', (dependencies + 1,))]
        database.executemany('INSERT INTO dependency (id, organisation, predecessor, successor) VALUES (?, ?, ?, ?)',
                             ((str(uuid.uuid4()), organisation, after, before)
                              for before, after in zip(last[:dependencies], last[1:])))
    database.close()
    return path


def seconds(command, output):
    with open(output, 'w') as file:
        start = time.monotonic()
        subprocess.run(command, stdout=file, check=True)
        return time.monotonic() - start


def bench_start(bare, program_window, program):
    over = False
    with tempfile.TemporaryDirectory() as folder:
        for measures in (0, MEASURES):
            path = make_programme(program, folder, measures)
            first_frame(bare)
            first_frame(program_window, path)
            pairs = [(first_frame(bare), first_frame(program_window, path)) for _ in range(PAIRS)]
            name = f'start with {measures} measures'
            over |= report(f'{name}, time to the first frame', [ours[0] / floor[0] for floor, ours in pairs], 1.35, '×',
                           statistics.median(floor[0] for floor, _ in pairs), statistics.median(ours[0] for _, ours in pairs))
            over |= report(f'{name}, memory over the bare window', [ours[1] - floor[1] for floor, ours in pairs], 15, ' MB',
                           statistics.median(floor[1] for floor, _ in pairs), statistics.median(ours[1] for _, ours in pairs))
    return over


def bench_commit(program):
    output = subprocess.run([program], stdout=subprocess.PIPE, text=True, check=True).stdout
    pairs = [tuple(map(int, line.split())) for line in output.splitlines()]
    return report('commit of one edit', [ours / floor for ours, floor in pairs], 3, '×',
                  statistics.median(floor for _, floor in pairs), statistics.median(ours for ours, _ in pairs))


def bench_paste(program):
    output = subprocess.run([program], stdout=subprocess.PIPE, text=True, check=True).stdout
    turns = [tuple(map(int, line.split())) for line in output.splitlines()]
    print(f'reading 1000 pasted measures: median {statistics.median(reading for reading, _, _ in turns) / 1000:.1f} ms')
    return report('saving of 1000 pasted measures', [ours / floor for _, ours, floor in turns], 5, '×',
                  statistics.median(floor for _, _, floor in turns), statistics.median(ours for _, ours, _ in turns))


def bench_export(program):
    with tempfile.TemporaryDirectory() as folder:
        path = make_programme(program, folder, MEASURES)
        ours = [program, 'export', path, f'--organisation={SLUG}', f'--output={folder}/plan.json']
        floor = ['sqlite3', '-json', path, 'SELECT * FROM measure ORDER BY start, title, id']
        pairs = []
        for _ in range(PAIRS + 1):
            pairs.append((seconds(ours, '/dev/null'), seconds(floor, f'{folder}/floor.json')))
        pairs = pairs[1:]
        return report(f'export of {MEASURES} measures', [a / b for a, b in pairs], 3, '×',
                      statistics.median(b for _, b in pairs), statistics.median(a for a, _ in pairs))


def bench_first_chart(bare, timeline, path):
    pairs = [(first_frame(bare), first_frame(timeline, 'open', path, SLUG)) for _ in range(PAIRS + 1)][1:]
    over = report(f'timeline of {MANY} measures, time to the first frame', [ours[0] / floor[0] for floor, ours in pairs],
                  1.4, '×', statistics.median(floor[0] for floor, _ in pairs),
                  statistics.median(ours[0] for _, ours in pairs))
    return over | report(f'timeline of {MANY} measures, memory over the bare window',
                         [ours[1] - floor[1] for floor, ours in pairs], 30, ' MB',
                         statistics.median(floor[1] for floor, _ in pairs),
                         statistics.median(ours[1] for _, ours in pairs))


def bench_timeline(bare, timeline, program):
    over = False
    with tempfile.TemporaryDirectory() as folder:
        many, few = make_plan(program, folder, MANY), make_plan(program, folder, FEW)
        linked = make_plan(program, folder, MANY, DEPENDENCIES)
        over |= bench_first_chart(bare, timeline, many)

        runs = [[frames(timeline, path, SLUG) for path in (many, few, linked)] for _ in range(RUNS)]
        for name in runs[0][0]:
            medians = [min(statistics.median(run[i][name]) for run in runs) for i in range(3)]
            if name in FRAMES:
                over |= within(f'{name}, median', medians[0], FRAMES[name])
                if name in SCROLLS:
                    over |= within(f'{name}, 95 of 100', min(run[0][name][int(len(run[0][name]) * .95)] for run in runs), 8)
                over |= within(f'{name}, with {MANY} against {FEW} measures', medians[0] / medians[1], 1.3, '×')
                over |= within(f'{name}, more with {DEPENDENCIES} dependencies', medians[2] - medians[0], 1)
            else:
                over |= within(f'{name}, median', medians[0], 150)
    return over


def bench_table(table, timeline, program):
    """A jump lays out all rows that are seen anew; the table has more texts in a row than the chart."""
    over = False
    with tempfile.TemporaryDirectory() as folder:
        path = make_plan(program, folder, ROWS)
        runs = [(frames(table, path, SLUG), frames(timeline, path, SLUG)) for _ in range(RUNS)]
        for name in runs[0][0]:
            ours = min(statistics.median(run[0][name]) for run in runs)
            if name in SCROLLS:
                floor = min(statistics.median(run[1][name]) for run in runs)
                print(f'table of {ROWS} measures, {name}: {ours:.2f} ms, timeline {floor:.2f} ms')
                over |= within(f'{name} of the table against the timeline', ours / floor, 2, '×')
            else:
                over |= within(f'table of {ROWS} measures, {name}, median', ours, 150)
    return over


BENCHMARKS = {'start': bench_start, 'commit': bench_commit, 'paste': bench_paste, 'export': bench_export, 'table': bench_table,
              'timeline': bench_timeline}
sys.exit(BENCHMARKS[sys.argv[1]](*sys.argv[2:]))
