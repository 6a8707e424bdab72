# SPDX-License-Identifier: GPL-3.0-or-later
"""What the benchmarks share: programmes of any size, the costs of commands and windows, and what they print."""

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
import tempfile
import time
import uuid

STATUSES = ('in_progress', 'planned', 'done', 'in_progress', 'idea', 'done', 'on_hold', 'dropped')
FIRST = datetime.date(2021, 10, 1)
WORKS = ('Järjestetään markkinavuoropuhelu', 'Laaditaan hankintastrategia', 'Koulutetaan hankkijat',
         'Kartoitetaan innovaatiopotentiaali', 'Kokeillaan innovaatiokumppanuutta', 'Analysoidaan kulutusdata')
NOTES = ('observation', 'insight', 'decision', 'question', 'idea')
CHOICES = ('open', 'chosen', 'later', 'rejected')
OWNERS = ('Hankintajohtaja', 'Hankinta-asiantuntija', 'Kehittämispäällikkö', 'Talousjohtaja', 'Lakimies')


def new_id():
    return str(uuid.UUID(int=random.getrandbits(128), version=4))


def day(number):
    return (FIRST + datetime.timedelta(number)).isoformat()


def insert(database, table, columns, rows):
    names = ', '.join(f'"{column}"' for column in columns.split())
    places = ', '.join('?' for _ in columns.split())
    database.executemany(f'INSERT INTO {table} ({names}) VALUES ({places})', rows)


def add_organisation(database, programme, number, n_measures, n_notes, n_opportunities, n_with_parts):
    """A plan with goals, people and links in proportion to its measures with parts."""
    organisation = new_id()
    insert(database, 'organisation', 'id programme name_fi slug',
           [(organisation, programme, f'Organisaatio {number}', f'organisaatio-{number:03}')])
    insert(database, 'plan', 'id organisation', [(new_id(), organisation)])

    measures, goals, people = ([new_id() for _ in range(number)]
                               for number in (n_measures, math.ceil(n_with_parts / 20), math.ceil(n_with_parts / 10)))
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
           ((new_id(), organisation, f'Etappi {place}', day(random.randrange(700))) for place in range(n_with_parts // 10)))
    insert(database, 'note', 'id organisation type text author_role time',
           ((new_id(), organisation, random.choice(NOTES), f'{random.choice(WORKS)} {place}', random.choice(OWNERS),
             f'{day(random.randrange(600))}T09:00:00+03:00') for place in range(n_notes)))
    insert(database, 'opportunity', 'id organisation title owner_role choice impact feasibility value notice needed',
           ((new_id(), organisation, f'{random.choice(WORKS)} {place}', random.choice(OWNERS), random.choice(CHOICES),
             random.randrange(1, 6), random.randrange(1, 6), random.randrange(500000), day(random.randrange(300)),
             day(300 + random.randrange(300))) for place in range(n_opportunities)))
    in_order = [measure for _, measure in sorted(zip(starts, measures))]
    insert(database, 'dependency', 'id organisation predecessor successor',
           ((new_id(), organisation, in_order[place], in_order[random.randrange(place + 1, len(in_order))])
            for place in range(0, min(len(in_order) - 1, n_with_parts), 5)))
    if n_measures > 0:
        baseline = new_id()
        insert(database, 'baseline', 'id organisation title made',
               [(baseline, organisation, 'Hyväksytty', f'{day(0)}T09:00:00+03:00')])
        database.execute('INSERT INTO baseline_date (id, baseline, kind, item, title, start, "end") '
                         "SELECT lower (hex (randomblob (4)) || '-' || hex (randomblob (2)) || '-4' || "
                         "substr (hex (randomblob (2)), 2) || '-8' || substr (hex (randomblob (2)), 2) || '-' || "
                         "hex (randomblob (6))), ?, 'measure', id, title, start, \"end\" FROM measure WHERE organisation = ?",
                         (baseline, organisation))


def make(program, folder, organisations, measures, notes=0, opportunities=0, most_with_parts=math.inf):
    path = pathlib.Path(folder) / f'{organisations}x{measures}.academy'
    subprocess.run([program, 'new', path, '--template=empty'], check=True)
    random.seed(organisations * measures)
    with sqlite3.connect(path) as database:
        programme, = database.execute('SELECT id FROM programme').fetchone()
        for number in range(organisations):
            add_organisation(database, programme, number, measures, notes, opportunities, min(measures, most_with_parts))
    database.close()
    return path


def cpu(command):
    """The CPU seconds of a process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def run(*command, **environment):
    """Runs a bench; returns the numbers that it prints, by name."""
    values = {}
    output = subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE, env={**os.environ, **environment}).stdout
    for line in output.splitlines():
        name, number = line.split('\t')
        values.setdefault(name, []).append(int(number))
    return values


def run_window(bench, path, *arguments, copies=1):
    """Runs a bench with copies of a programme, which it edits."""
    with tempfile.TemporaryDirectory() as folder:
        files = (shutil.copy(path, f'{folder}/{number}.academy') for number in range(copies))
        return run(bench, *files, *arguments, XDG_DATA_HOME=folder, GTK_A11Y='none')


def first_frame(*command):
    """Milliseconds to the first frame, megabytes of memory (PSS), and milliseconds of the processors until then."""
    environment = {**os.environ, 'BENCH_START_US': str(time.monotonic_ns() // 1000)}
    output = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True, timeout=60).stdout
    wall, kilobytes, processors = map(int, output.split())
    return wall / 1000, kilobytes / 1024, processors / 1000


def report(name, values, limit, unit, floor, ours):
    median = statistics.median(values)
    over = median > limit
    print(f'{name}: median {median:.2f}{unit}, min {min(values):.2f}, max {max(values):.2f}, limit {limit}{unit} '
          f'({ours:.4g} against {floor:.4g}){", over the limit" if over else ""}')
    return over


def judge(name, value, floor, limit):
    over = value > limit * floor
    print(f'{name}: {value:.1f} ms, limit {limit * floor:.1f} ms, {value / floor:.3f} of {floor:.1f} ms (limit {limit})'
          f'{", over the limit" if over else ""}', flush=True)
    return over


def frames(program, path, slug, clock='wall', *names):
    """The milliseconds of the frames of each scenario, in order; of those with names, or all."""
    output = subprocess.run([program, clock, path, slug, *names], stdout=subprocess.PIPE, text=True, check=True).stdout
    lines = (line.split('\t') for line in output.splitlines())
    return {name: sorted(int(microseconds) / 1000 for microseconds in values.split()) for name, values in lines}


def within(name, value, limit, unit='ms'):
    over = value > limit
    print(f'{name}: {value:.2f} {unit}, limit {limit} {unit}{", over the limit" if over else ""}', flush=True)
    return over
