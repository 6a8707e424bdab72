# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of timelines share: a programme full of measures, and its timelines drawn without a display."""

import os
import re
import sqlite3
import subprocess
import uuid

from program import succeed

ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in ('DISPLAY', 'WAYLAND_DISPLAY')}
SLUGS = ['digifinland', 'keha', 'kuopio', 'maanmittauslaitos', 'turku', 'valtori']
SVG = '{http://www.w3.org/2000/svg}'


def read(tool, *words):
    return subprocess.run([tool, *map(str, words)], capture_output=True, text=True, check=True, timeout=60).stdout


def pages(path):
    return read('pdftotext', '-layout', path, '-').split('\f')[:-1]


def facts(path):
    return dict(re.split(r':\s+', line, maxsplit=1) for line in read('pdfinfo', path).splitlines() if ': ' in line)


def draw(path, name, *options):
    output = path.parent / name
    succeed('export', path, f'--output={output}', f'--format={output.suffix[1:]}', *options, env=ENVIRONMENT)
    return output


def title(slug, number):
    return f'Toimenpide {slug} {number:03}'


def fill(path, measures, slugs=SLUGS, year=2031):
    """Measures of one year and nothing else, each depending on the one before it."""
    with sqlite3.connect(path) as database:
        database.execute('PRAGMA foreign_keys = ON')
        database.execute('DELETE FROM phase')
        database.execute('DELETE FROM event')
        for slug in slugs:
            organisation, = database.execute('SELECT id FROM organisation WHERE slug = ?', (slug,)).fetchone()
            goal, baseline, before = str(uuid.uuid4()), str(uuid.uuid4()), None
            database.execute("INSERT INTO goal (id, organisation, title) VALUES (?, ?, 'Ääniä ja öljyä')", (goal, organisation))
            database.execute("INSERT INTO baseline (id, organisation, title, made) VALUES (?, ?, 'Board', '2031-01-02T09:00:00Z')",
                             (baseline, organisation))
            for number in range(measures):
                measure = str(uuid.uuid4())
                start, end = f'{year}-{1 + number % 9:02}-03', f'{year}-{2 + number % 9:02}-17'
                database.execute('INSERT INTO measure (id, organisation, title, owner_role, start, "end", status) '
                                 "VALUES (?, ?, ?, 'Hankintapäällikkö', ?, ?, 'planned')",
                                 (measure, organisation, title(slug, number), start, end))
                database.execute('INSERT INTO measure_goals (item, target) VALUES (?, ?)', (measure, goal))
                database.execute('INSERT INTO baseline_date (id, baseline, kind, item, start, "end") '
                                 "VALUES (?, ?, 'measure', ?, ?, date (?, '-14 days'))",
                                 (str(uuid.uuid4()), baseline, measure, start, end))
                if before is not None:
                    database.execute('INSERT INTO dependency (id, organisation, predecessor, successor, lag) '
                                     'VALUES (?, ?, ?, ?, 0)',
                                     (str(uuid.uuid4()), organisation, before, measure))
                before = measure
    database.close()
