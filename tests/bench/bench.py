#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench.py NAME PROGRAM...: one benchmark, as ratios against its floor measured in the same run.

Prints the median, the least and the greatest of the pairs, and fails when the median is over the limit.
"""

import os
import pathlib
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import uuid

PAIRS = 9
MEASURES = 10000


def make_programme(program, folder, measures):
    path = pathlib.Path(folder) / f'{measures}.academy'
    subprocess.run([program, 'new', path, '--template=2021'], check=True)
    with sqlite3.connect(path) as database:
        organisation, = database.execute("SELECT id FROM organisation WHERE slug = 'turku'").fetchone()
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


def first_frame(*command):
    """Milliseconds to the first frame and megabytes of memory (PSS)."""
    environment = {**os.environ, 'BENCH_START_US': str(time.monotonic_ns() // 1000)}
    output = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True, timeout=60).stdout
    microseconds, kilobytes = map(int, output.split())
    return microseconds / 1000, kilobytes / 1024


def seconds(command, output):
    with open(output, 'w') as file:
        start = time.monotonic()
        subprocess.run(command, stdout=file, check=True)
        return time.monotonic() - start


def report(name, values, limit, unit, floor, ours):
    median = statistics.median(values)
    over = median > limit
    print(f'{name}: median {median:.2f}{unit}, min {min(values):.2f}, max {max(values):.2f}, limit {limit}{unit} '
          f'({ours:.4g} against {floor:.4g}){", over the limit" if over else ""}')
    return over


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


def bench_export(program):
    with tempfile.TemporaryDirectory() as folder:
        path = make_programme(program, folder, MEASURES)
        ours = [program, 'export', path, '--organisation=turku', f'--output={folder}/plan.json']
        floor = ['sqlite3', '-json', path, 'SELECT * FROM measure ORDER BY start, title, id']
        pairs = []
        for _ in range(PAIRS + 1):
            pairs.append((seconds(ours, '/dev/null'), seconds(floor, f'{folder}/floor.json')))
        pairs = pairs[1:]
        return report(f'export of {MEASURES} measures', [a / b for a, b in pairs], 3, '×',
                      statistics.median(b for _, b in pairs), statistics.median(a for a, _ in pairs))


sys.exit({'start': bench_start, 'commit': bench_commit, 'export': bench_export}[sys.argv[1]](*sys.argv[2:]))
