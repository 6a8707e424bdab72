#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the commands that need no window, on good input and on bad, and prints TAP."""

import json
import os
import pathlib
import re
import resource
import sqlite3
import subprocess
import sys
import uuid
import xml.dom.minidom

import jsonschema

from program import PROGRAM, listing, main, make, refuse, run, succeed

SCHEMA, *SAMPLES = sys.argv[2:]
SLUGS = ['digifinland', 'keha', 'kuopio', 'maanmittauslaitos', 'turku', 'valtori']


def fill(path, measures=3):
    """A plan of every kind of part, written as another program would."""
    with sqlite3.connect(path) as database:
        database.execute('PRAGMA foreign_keys = ON')
        organisation, = database.execute("SELECT id FROM organisation WHERE slug = 'turku'").fetchone()
        programme, = database.execute('SELECT id FROM programme').fetchone()
        goal, person = str(uuid.uuid4()), str(uuid.uuid4())
        database.execute('INSERT INTO goal (id, organisation, title) VALUES (?, ?, ?)', (goal, organisation, 'Ääni ”G1”'))
        database.execute('INSERT INTO indicator (id, goal, title) VALUES (?, ?, ?)', (str(uuid.uuid4()), goal, 'I1'))
        database.execute('INSERT INTO person (id, programme, name, email) VALUES (?, ?, ?, ?)',
                         (person, programme, 'Somebody Real', 'somebody@example.org'))
        database.execute("INSERT INTO participation (id, organisation, role, person) VALUES (?, ?, 'mentor', ?)",
                         (str(uuid.uuid4()), organisation, person))
        for number in range(measures):
            measure = str(uuid.uuid4())
            database.execute('INSERT INTO measure (id, organisation, title, description, start, status, progress, cost) '
                             "VALUES (?, ?, ?, ?, '2021-11-01', 'in_progress', 40, 3500)",
                             (measure, organisation, f'M{number}', 'One\nTwo "quoted" \\ – \u2028 end'))
            database.execute('INSERT INTO measure_goals (item, target) VALUES (?, ?)', (measure, goal))
    database.close()


def validate(plan):
    schema = json.loads(pathlib.Path(SCHEMA).read_text())
    checker = jsonschema.Draft202012Validator
    checker.check_schema(schema)
    checker(schema, format_checker=checker.FORMAT_CHECKER).validate(plan)


def test_help(folder):
    """It names each command that the README does."""
    readme = (pathlib.Path(__file__).parents[3] / 'README.md').read_text()
    commands = set(re.findall(r'^    innovation-academy ([a-z]+) FILE', readme, re.MULTILINE))
    assert len(commands) > 5
    listed = set(re.findall(r'^  ([a-z]+) FILE', succeed('--help'), re.MULTILINE))
    assert listed == commands, listed ^ commands


def test_new_and_list(folder):
    path = make(folder)
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(listing(folder)) == [path.name]
    rows = [line.split('\t') for line in succeed('list', path).splitlines()]
    assert [row[0] for row in rows] == SLUGS
    assert all(row[2:] == ['0', '0'] for row in rows)
    assert ['turku', 'City of Turku', '0', '0'] in rows
    assert succeed('check', path) == ''
    assert list(listing(folder)) == [path.name]


def test_finnish(folder):
    path = make(folder)
    finnish = {**os.environ, 'LC_ALL': 'fi_FI.UTF-8', 'LANGUAGE': 'fi'}
    rows = succeed('list', path, env=finnish)
    assert 'turku\tTurun kaupunki\t0\t0' in rows
    assert refuse(1, 'export', path, '--organisation=nowhere', env=finnish) == \
        'innovation-academy: Organisaatiota ”nowhere” ei ole; ”list” luettelee organisaatiot.'


def test_export(folder):
    path = make(folder)
    fill(path)
    for language, label, role in (('fi', 'Käynnissä', 'KEINO-kummi'), ('en', 'In progress', 'KEINO mentor')):
        plan = json.loads(succeed('export', path, '--organisation=turku', f'--language={language}'))
        validate(plan)
        assert plan['language'] == language
        assert plan['organisation']['name_sv'] == 'Åbo stad'
        assert [measure['title'] for measure in plan['measures']] == ['M0', 'M1', 'M2']
        assert plan['measures'][0]['status'] == 'in_progress'
        assert plan['measures'][0]['status_label'] == label
        assert plan['measures'][0]['description'] == 'One\nTwo "quoted" \\ – \u2028 end'
        assert plan['measures'][0]['goals'] == [plan['goals'][0]['id']]
        assert plan['goals'][0]['indicators'][0]['title'] == 'I1'
        assert plan['participations'][0]['role_label'] == role
        assert plan['pilot'] is None and plan['milestones'] == plan['dependencies'] == []
        assert plan['programme']['fictional'] is False and 'illustrative' not in plan
        assert 'people' not in plan and 'Somebody' not in json.dumps(plan) and 'somebody@' not in json.dumps(plan)


def test_example(folder):
    """Both languages have the whole plan, and every export of it says that it is fictional."""
    for language, board, pilot in (('fi', 'Palvelualueen johtoryhmä', 'Hävikkiennuste kahdessa koulukeittiössä'),
                                   ('en', 'Service area executive board', 'Waste forecast in two school kitchens')):
        path = folder / f'{language}.academy'
        succeed('new', path, '--template=example', f'--language={language}')
        assert succeed('check', path) == ''
        assert succeed('list', path).endswith('\t3\t12\n')
        plan = json.loads(succeed('export', path, f'--language={language}'))
        validate(plan)
        assert plan['illustrative'] == 'Esimerkkiaineisto – kuvitteellinen · Illustrative – fictional'
        assert plan['programme']['fictional'] is True
        assert plan['organisation']['board_name'] == plan['board_items'][0]['board_name'] == board
        assert plan['pilot']['title'] == pilot
        assert [measure['title'] for measure in plan['measures'] if measure['pilot'] == plan['pilot']['id']] != []
        assert plan['sessions'][0]['start'] == '2021-11-16T09:00:00+02:00'
        assert [point['minutes'] for point in plan['sessions'][0]['agenda_items']] == [10, 20, 25, 25, 25, 15]
        assert len(plan['board_items'][0]['proposals']) == 4
        assert [len(plan[kind]) for kind in ('challenges', 'opportunities', 'risks', 'follow_ups')] == [5, 4, 4, 5]
        # The private note stays in the file.
        assert len(plan['notes']) == 5 and not any(note['private'] for note in plan['notes'])
        assert len(plan['dependencies']) == 7 and len(plan['milestones']) == 2
        assert 'people' not in plan


def test_two_languages(folder):
    """The example is complete in both; what is missing is told, listed, and as it was written."""
    path = folder / 'example.academy'
    succeed('new', path, '--template=example', '--language=fi')
    plans = {language: json.loads(succeed('export', path, f'--language={language}')) for language in ('fi', 'en')}
    for language, plan in plans.items():
        validate(plan)
        assert plan['programme']['language'] == 'fi' and plan['programme']['second_language'] == 'en'
        assert plan['missing_translations'] == [] and 'translations' not in plan
        for name in ('goals', 'challenges', 'opportunities', 'measures', 'milestones', 'risks'):
            for item in plan[name]:
                assert list(item['title_translations']) == ['fi', 'en'], item
                assert item['title_translations'][language] == item['title'], item
        assert plan['goals'][0]['indicators'][0]['title_translations'][language]
        assert plan['plan']['title_translations'][language] == plan['plan']['title']
        assert [proposal['title_translations'][language] for proposal in plan['board_items'][0]['proposals']] == \
            [proposal['title'] for proposal in plan['board_items'][0]['proposals']]
    assert plans['en']['pilot']['title'] == 'Waste forecast in two school kitchens'
    assert plans['fi']['pilot']['title'] == 'Hävikkiennuste kahdessa koulukeittiössä'

    with sqlite3.connect(path) as database:
        measure = plans['fi']['measures'][0]
        database.execute('DELETE FROM translation WHERE item = ?', (measure['id'],))
    database.close()
    fields = [name for name in ('title', 'description') if measure[name]]
    told = 'innovation-academy: kuvitelma: %d text%s missing in English and shown as %s written.\n'
    result = run('export', path, '--language=en')
    assert result.returncode == 0
    assert result.stderr == told % ((1, ' is', 'it was') if len(fields) == 1 else (2, 's are', 'they were')), result.stderr
    plan = json.loads(result.stdout)
    validate(plan)
    assert plan['measures'][0]['title'] == measure['title'] and 'title_translations' not in plan['measures'][0]
    assert plan['missing_translations'] == [{'kind': 'measure', 'id': measure['id'], 'field': name} for name in fields]
    assert json.loads(succeed('export', path, '--language=fi'))['missing_translations'] == []

    result = run('export', path, '--language=en', '--format=svg')
    assert result.stderr == told % (1, ' is', 'it was')
    assert succeed('check', path) == ''


def test_one_language(folder):
    """Nothing of a second one without it."""
    path = make(folder)
    fill(path)
    plan = succeed('export', path, '--organisation=turku', '--language=en')
    assert 'translations' not in plan


def test_attention(folder):
    """The same list as lines and as JSON, judged by the status date or by the command."""
    path = make(folder, 'example')
    lines = [line.split('\t') for line in succeed('attention', path, '--language=en').splitlines()]
    assert ['late', 'kuvitelma', '2022-01-31'] in [line[:3] for line in lines]
    assert all(len(line) == 5 and line[1] == 'kuvitelma' for line in lines)
    assert [line[0] for line in lines] == sorted((line[0] for line in lines), key=['late', 'soon', 'missing'].index)
    assert any(line[4].endswith('16 days overdue') for line in lines)
    listed = json.loads(succeed('attention', path, '--language=en', '--format=json', '--organisation=kuvitelma'))
    assert listed['as_of'] == '2022-02-16'
    assert [[entry['urgency'], entry['organisation'], entry['day'] or '', entry['title'], entry['text'] or '']
            for entry in listed['attention']] == lines
    assert 'myöhässä' in succeed('attention', path, '--language=fi')
    later = json.loads(succeed('attention', path, '--as-of=2022-07-01', '--format=json'))
    assert later['as_of'] == '2022-07-01' and len(later['attention']) > len(lines)
    assert refuse(1, 'attention', path, '--organisation=nowhere', env={**os.environ, 'LC_ALL': 'C.UTF-8'}).endswith('there are.')
    for words in ['--as-of=x'], ['--format=pdf'], ['--language=sv'], ['more']:
        refuse(2, 'attention', path, *words)


def test_changes(folder):
    """What changed, as lines and as JSON; nothing in a file that is as it was made."""
    path = make(folder, 'example')
    assert succeed('changes', path) == ''
    assert json.loads(succeed('changes', path, '--format=json')) == {'changes': []}
    for words in ['--since=x'], ['--format=pdf'], ['--language=sv'], ['more'], ['--since-sparring', '--since-baseline'], \
                 ['--since=2021-01-01', '--since-sparring']:
        refuse(2, 'changes', path, *words)
    english = {**os.environ, 'LC_ALL': 'C.UTF-8'}
    assert refuse(1, 'changes', path, '--organisation=nowhere', env=english).endswith('there are.')
    with sqlite3.connect(path) as database:
        database.execute("UPDATE session SET held = NULL, ended = NULL")
        database.execute("DELETE FROM baseline")
    database.close()
    assert 'sparring' in refuse(1, 'changes', path, '--since-sparring', env=english)
    assert 'baseline' in refuse(1, 'changes', path, '--since-baseline', env=english)


def test_changes_of_older_file(folder):
    """The history of an older file is told, since whatever moment."""
    path = folder / 'old.academy'
    restore(path, SAMPLES[0])
    lines = [line.split('\t') for line in succeed('changes', path, '--language=fi').splitlines()]
    assert all(len(line) == 4 for line in lines)
    assert ['added', 'esimerkkila', 'Vähemmän hävikkiä', 'Vaikuttavuustavoite ”Vähemmän hävikkiä” lisättiin.'] in lines
    listed = json.loads(succeed('changes', path, '--language=fi', '--format=json', '--organisation=esimerkkila'))['changes']
    assert [entry['text'] for entry in listed] == [line[3] for line in lines if line[1] == 'esimerkkila']
    assert all(entry['exists'] and entry['since'] is None for entry in listed)
    assert succeed('changes', path, '--since=2100-01-01') == ''
    with sqlite3.connect(path) as database:
        database.execute("INSERT INTO session (id, organisation, held) SELECT '00000000-0000-4000-8000-000000000001', id, "
                         "'2020-01-01T12:00:00+02:00' FROM organisation")
        database.execute("INSERT INTO baseline (id, organisation, title, made) SELECT '00000000-0000-4000-8000-000000000002', "
                         "id, 'B', '2020-01-01T12:00:00+02:00' FROM organisation")
    database.close()
    for word in '--since-sparring', '--since-baseline':
        since = json.loads(succeed('changes', path, word, '--language=fi', '--format=json'))['changes']
        assert {entry['since'] for entry in since} == {'2020-01-01T10:00:00.000000Z'}
        assert {entry['id'] for entry in since} >= {entry['id'] for entry in listed}


def test_changes_in_second_language(folder):
    """Titles that have a translation are told in the language that is asked for."""
    path = folder / 'old.academy'
    restore(path, SAMPLES[0])
    succeed('list', path)
    with sqlite3.connect(path) as database:
        goal, organisation, title = database.execute('SELECT id, organisation, title FROM goal').fetchone()
        database.execute("UPDATE programme SET language = 'fi', second_language = 'en'")
        database.execute("INSERT INTO translation (id, organisation, kind, item, field, language, text) VALUES (?, ?, 'goal', ?, "
                         "'title', 'en', 'Less waste')", ('00000000-0000-4000-8000-000000000001', organisation, goal))
    database.close()
    for language, expected, label in ('fi', title, 'Vaikuttavuustavoite ”%s”'), ('en', 'Less waste', 'Impact goal “%s”'):
        listed = json.loads(succeed('changes', path, f'--language={language}', '--format=json'))['changes']
        entry, = [entry for entry in listed if entry['id'] == goal]
        assert entry['title'] == expected and entry['text'].startswith(label % expected), entry


def test_export_with_people(folder):
    path = make(folder)
    fill(path)
    plan = json.loads(succeed('export', path, '--organisation=turku', '--with-people'))
    validate(plan)
    assert plan['people'][0]['name'] == 'Somebody Real'
    assert plan['participations'][0]['person'] == plan['people'][0]['id']


def test_export_all(folder):
    path = make(folder)
    fill(path)
    output = folder / 'plans'
    output.mkdir()
    succeed('export', path, '--format=json', f'--output={output}')
    assert sorted(listing(output)) == [f'{slug}.json' for slug in SLUGS]
    for data in listing(output).values():
        validate(json.loads(data))
        assert data.endswith(b'}\n')


def test_same_bytes(folder):
    path = make(folder)
    fill(path)
    first, second = (succeed('export', path, '--organisation=turku').splitlines() for _ in range(2))
    different = [(a, b) for a, b in zip(first, second) if a != b]
    assert len(first) == len(second)
    assert all('"exported"' in a for a, _ in different), different


def test_wrong_usage(folder):
    path = make(folder)
    before = listing(folder)
    refuse(2, 'new')
    refuse(2, 'new', folder / 'x.academy', '--template=2050')
    refuse(2, 'new', folder / 'x.academy', '--template=example', '--language=sv')
    refuse(2, 'list', path, path)
    refuse(2, 'export', path, '--organisation=turku', '--format=xml')
    refuse(2, 'export', path, '--organisation=turku', '--language=sv')
    refuse(2, 'export', path, '--colour=red')
    refuse(2, 'export', path)
    assert listing(folder) == before


def test_cohort(folder):
    """A programme after a file or a template: its days, what was moved and why, and no plans."""
    example, path = folder / 'example.academy', folder / 'new.academy'
    succeed('new', example, '--template=example', '--language=en')
    before = example.read_bytes()
    result = run('new', path, f'--from={example}', '--start=2026-09-01', '--name=Akatemia 2026', '--organiser=Kurssi Oy',
                 '--organisation=Oulun kaupunki', '--organisation=oulun  kaupunki', '--organisation=Vaasa')
    assert result.returncode == 0 and result.stdout == '', result
    assert result.stderr.splitlines() == [
        'innovation-academy: 1 name that was there already is left out.'], result.stderr
    assert example.read_bytes() == before and sorted(listing(folder)) == ['example.academy', 'new.academy']
    assert succeed('check', path) == ''
    assert succeed('list', path) == 'oulun-kaupunki\tOulun kaupunki\t0\t0\nvaasa\tVaasa\t0\t0\n'
    plan = json.loads(succeed('export', path, '--organisation=vaasa'))
    assert plan['programme']['name_fi'] == 'Akatemia 2026' and plan['programme']['fictional'] is False
    assert plan['programme']['organiser'] == 'Kurssi Oy' and plan['programme']['start'] == '2026-09-01'
    assert [len(session['agenda_items']) for session in plan['sessions']] == [6, 6]
    assert all(plan[part] == [] for part in ('goals', 'measures', 'milestones', 'board_items', 'participations', 'risks'))

    moved = run('new', folder / 'moved.academy', f'--from={example}', '--start=2033-10-18')
    assert moved.returncode == 0 and moved.stdout == '', moved
    assert moved.stderr.splitlines() == [
        'innovation-academy: “Kick-off event” is on 7 Dec 2033. It was moved from a day off, 6 Dec 2033 (Independence Day).',
        'innovation-academy: “Piloting” is on 27 Feb – 19 May 2034. '
        'Its end was moved from a day off, 18 May 2034 (Ascension Day).'], moved.stderr
    sunday = run('new', folder / 'sunday.academy', '--template=empty', '--start=2027-08-29')
    assert sunday.returncode == 0, sunday
    assert sunday.stderr == 'innovation-academy: The first day, 29 Aug 2027, is a day off (Sunday).\n', sunday.stderr
    succeed('new', folder / 'frame.academy', '--template=2021', '--start=2027-08-30')
    assert succeed('list', folder / 'frame.academy') == ''

    made = listing(folder)
    other = folder / 'other.academy'
    assert '--start' in refuse(2, 'new', other, f'--from={example}')
    refuse(2, 'new', other, '--name=Akatemia')
    refuse(2, 'new', other, f'--from={example}', '--template=2021', '--start=2027-08-30')
    refuse(2, 'new', other, f'--from={example}', '--start=30.8.2027')
    refuse(2, 'new', other, '--template=2021', '--start=2027-08-30', '--with-people')
    refuse(1, 'new', other, f'--from={folder}/missing.academy', '--start=2027-08-30')
    refuse(1, 'new', other, f'--from={example}', '--start=2027-08-30', *(f'--organisation=O{i}' for i in range(201)))
    refuse(1, 'new', path, f'--from={example}', '--start=2027-08-30')
    assert listing(folder) == made


def test_cohort_people(folder):
    """People come along only with the switch."""
    path = make(folder)
    fill(path)
    for name, words, count in (('without', [], 0), ('with', ['--with-people'], 1)):
        succeed('new', folder / name, f'--from={path}', '--start=2027-08-30', '--organisation=Oulu', *words)
        with sqlite3.connect(folder / name) as database:
            assert database.execute('SELECT count(*) FROM person').fetchone() == (count,)
            assert database.execute('SELECT count(*) FROM participation').fetchone() == (0,)
        database.close()
        assert (b'Somebody Real' in (folder / name).read_bytes()) == (count > 0)


def test_archived(folder):
    """An archived organisation is listed and exported on request only."""
    path = make(folder)
    with sqlite3.connect(path) as database:
        database.execute("UPDATE organisation SET archived = 1 WHERE slug = 'keha'")
    database.close()
    output = folder / 'plans'
    output.mkdir()
    rest = [slug for slug in SLUGS if slug != 'keha']
    assert [line.split('\t')[0] for line in succeed('list', path).splitlines()] == rest
    assert [line.split('\t')[0] for line in succeed('list', path, '--with-archived').splitlines()] == SLUGS
    succeed('export', path, f'--output={output}')
    assert sorted(listing(output)) == [f'{slug}.json' for slug in rest]
    validate(json.loads(succeed('export', path, '--organisation=keha')))
    refuse(2, 'export', path, '--organisation=keha', '--with-archived')
    succeed('export', path, f'--output={output}', '--with-archived')
    assert sorted(listing(output)) == [f'{slug}.json' for slug in SLUGS]


def test_bad_files(folder):
    good = make(folder).read_bytes()
    newer = bytearray(good)
    newer[60:64] = (99).to_bytes(4, 'big')
    foreign = bytearray(good)
    foreign[68:72] = b'Elan'
    files = {'empty': b'', 'text': b'not a programme\n' * 100, 'truncated': good[:len(good) // 2],
             'header': good[:50], 'newer': bytes(newer), 'foreign': bytes(foreign)}
    for name, data in files.items():
        (folder / name).write_bytes(data)
    before = listing(folder)
    for name in files:
        for command in (['list'], ['check'], ['export', '--organisation=turku']):
            refuse(1, command[0], folder / name, *command[1:])
    refuse(1, 'list', folder)
    refuse(1, 'list', folder / 'missing')
    assert listing(folder) == before


def test_existing_file(folder):
    path = make(folder)
    before = listing(folder)
    refuse(1, 'new', path)
    refuse(1, 'new', folder / 'missing' / 'x.academy')
    refuse(1, 'new', folder)
    assert listing(folder) == before


def test_bad_output(folder):
    path = make(folder)
    before = listing(folder)
    refuse(1, 'export', path, f'--output={folder}/missing')
    refuse(1, 'export', path, '--organisation=turku', f'--output={folder}/missing/x.json')
    refuse(1, 'export', path, '--organisation=turku', '--output=/proc/x.json')
    refuse(1, 'export', path, '--organisation=nowhere', f'--output={folder}/x.json')
    with open('/dev/full', 'w') as full:
        result = subprocess.run([PROGRAM, 'export', path, '--organisation=turku'], stdout=full, stderr=subprocess.PIPE, text=True)
        assert result.returncode == 1 and result.stderr.startswith('innovation-academy: '), result
    assert listing(folder) == before


def test_too_little_room(folder):
    """A limit on the size of files stands for a full disk, and needs no disk."""
    def limited(size):
        def limit():
            import signal
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        return limit

    path = make(folder)
    fill(path, measures=500)
    output = folder / 'plans'
    output.mkdir()
    (output / 'turku.json').write_text('older')
    before = listing(folder)
    for room in (2000, 200000):
        refuse(1, 'export', path, f'--output={output}', preexec_fn=limited(room))
        assert listing(output) == {'turku.json': b'older'}
        assert listing(folder) == before
    refuse(1, 'new', folder / 'large.academy', preexec_fn=limited(20000))
    assert listing(folder) == before


def as_nobody(*words):
    """Runs without the rights of an administrator, who may write anything."""
    options = {'user': 65534, 'group': 65534} if os.getuid() == 0 else {}
    return run(*words, **options)


def test_no_permission(folder):
    path = make(folder)
    fill(path)
    folder.chmod(0o755)
    path.chmod(0)
    result = as_nobody('list', path)
    assert result.returncode == 1 and result.stderr.count('\n') == 1, result
    path.chmod(0o444)
    folder.chmod(0o555)
    result = as_nobody('export', path, '--organisation=turku')
    assert result.returncode == 0, result
    validate(json.loads(result.stdout))
    result = as_nobody('new', folder / 'x.academy')
    assert result.returncode == 1 and result.stderr.count('\n') == 1, result
    folder.chmod(0o755)
    assert list(listing(folder)) == [path.name]


def test_older_file(folder):
    """What an older version wrote is copied beside itself and brought up to date, with all that it holds."""
    path = make(folder)
    fill(path)
    with sqlite3.connect(path) as database:
        database.execute('ALTER TABLE measure DROP COLUMN next_step')
        database.execute('PRAGMA user_version = 0')
    database.close()
    before = path.read_bytes()
    assert 'turku\tCity of Turku\t1\t3' in succeed('list', path)
    copy, = (name for name in listing(folder) if name != path.name)
    assert copy.startswith(path.name + '.')
    assert (folder / copy).stat().st_mode & 0o777 == 0o600
    with sqlite3.connect(folder / copy) as database:
        assert 'next_step' not in [row[1] for row in database.execute('PRAGMA table_info (measure)')]
        assert database.execute('SELECT count(*) FROM measure').fetchone() == (3,)
    database.close()
    assert path.read_bytes() != before
    assert succeed('check', path) == ''
    plan = json.loads(succeed('export', path, '--organisation=turku'))
    assert [measure['next_step'] for measure in plan['measures']] == [None, None, None]
    assert len(listing(folder)) == 2


def restore(path, sample):
    """A file of an older version."""
    with sqlite3.connect(path) as database:
        database.executescript(pathlib.Path(sample).read_text())
    database.close()


def version(path):
    with sqlite3.connect(path) as database:
        number, = database.execute('PRAGMA user_version').fetchone()
    database.close()
    return number


def test_older_versions(folder):
    """A file of each older version is as it was, with room for what came later."""
    newest = make(folder)
    for number, sample in enumerate(SAMPLES, 1):
        path = folder / f'{number}.academy'
        restore(path, sample)
        older = version(path) < version(newest)
        assert succeed('list', path).startswith('esimerkkila\tEsimerkkilä\t1\t')
        assert succeed('check', path) == ''
        assert version(path) == version(newest)
        assert len([name for name in listing(folder) if name.startswith(path.name)]) == 1 + older
        with sqlite3.connect(path) as database:
            assert database.execute('SELECT title, category FROM measure WHERE category IS NOT NULL').fetchall() == \
                [('Mitataan hävikki', 'measuring')]
            assert database.execute('SELECT name FROM person').fetchall() == [('Keksitty Henkilö',)]
        database.close()
        plan = json.loads(succeed('export', path))
        validate(plan)
        assert plan['goals'][0]['indicators'][0]['title'] == 'g / annos'
        assert any(measure['goals'] == [plan['goals'][0]['id']] for measure in plan['measures'])
        assert (plan['pilot'] is None) == (number == 1) and plan['programme']['fictional'] is False


def test_three_at_once(folder):
    """Of those that open an older file at the same time one migrates, and the others wait."""
    for journal in 'DELETE', 'WAL':
        for turn in range(5):
            path = folder / f'{journal}{turn}.academy'
            restore(path, SAMPLES[0])
            with sqlite3.connect(path) as database:
                database.execute(f'PRAGMA journal_mode = {journal}')
            database.close()
            processes = [subprocess.Popen([PROGRAM, 'list', path], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                         for _ in range(3)]
            for process in processes:
                output, message = process.communicate(timeout=60)
                assert (process.returncode, message) == (0, b''), message
                assert output.startswith(b'esimerkkila\t')
            assert len([name for name in listing(folder) if name.startswith(f'{path.name}.')]) == 1, listing(folder).keys()


def without_display(folder):
    """An environment in which no window can be opened, by this process or another."""
    environment = {**os.environ, 'XDG_RUNTIME_DIR': str(folder), 'DBUS_SESSION_BUS_ADDRESS': 'disabled:'}
    for name in 'DISPLAY', 'WAYLAND_DISPLAY':
        environment.pop(name, None)
    return environment


def test_no_display(folder):
    """One sentence names the commands that need none."""
    path = make(folder)
    for words in (), (path,), (path, path):
        message = refuse(1, *words, env=without_display(folder))
        assert 'no display' in message and 'new, list, export, attention, brief, changes, check' in message, message
    finnish = {**without_display(folder), 'LC_ALL': 'fi_FI.UTF-8', 'LANGUAGE': 'fi'}
    assert 'näyttöä ei ole' in refuse(1, path, env=finnish)


def test_word_that_is_nothing(folder):
    path = make(folder)
    for words in ('lsit',), ('lsit', path), (path, 'lsit'), ('missing.academy',), ('',):
        message = refuse(2, *words)
        assert 'neither a file nor a command' in message, message
        assert 'new, list, export, attention, brief, changes, check' in message, message
    assert 'missing.academy' in refuse(2, folder / 'missing.academy', env=without_display(folder))
    assert 'comes before' in refuse(2, path, 'list')
    assert list(listing(folder)) == [path.name]


def test_no_control_characters(folder):
    """What people typed, or an enemy wrote, neither breaks a line nor steers the terminal."""
    path = make(folder)
    nasty = 'a\tb\nc\rd\x1b[31me\x07f\x7fg\x9bh\u2028i\x0bj'
    nice = 'a b c d[31mefgh ij'
    with sqlite3.connect(path) as database:
        database.execute("UPDATE organisation SET name_en = ? WHERE slug = 'turku'", (nasty,))
    database.close()
    assert f'turku\t{nice}\t0\t0' in succeed('list', path).split('\n')
    with sqlite3.connect(path) as database:
        database.execute("UPDATE organisation SET slug = ?, sector = ? WHERE slug = 'turku'", (nasty, nasty))
    database.close()
    result = run('list', path)
    assert f'{nice}\t{nice}\t0\t0' in result.stdout.split('\n')
    assert 'sector' in result.stderr and result.stderr.rstrip('\n').isprintable(), result.stderr
    result = subprocess.run([PROGRAM, 'check', path], capture_output=True, timeout=60)
    for line in (result.stdout + result.stderr).decode().split('\n'):
        assert line.isprintable(), line
    with sqlite3.connect(path) as database:
        database.execute("UPDATE organisation SET sector = (SELECT sector FROM organisation WHERE slug = 'kuopio')")
    database.close()
    messages = [refuse(1, 'export', path, f'--organisation={nasty}'), refuse(1, 'list', folder / nasty),
                refuse(1, 'export', path, f'--output={folder / nasty}'), refuse(1, 'new', folder / nasty / 'x'),
                refuse(2, 'new', folder / 'x.academy', f'--template={nasty}'), refuse(2, 'export', path, f'--{nasty}'),
                refuse(2, nasty)]
    for message in messages:
        assert nice in message and message.isprintable(), message


def test_name_that_is_no_text(folder):
    """Names of files are bytes: such a file is made, migrated, read and written, and is shown as well as it can be."""
    path, plan, missing, old = (folder / os.fsdecode(name) for name in (b'm\xe4.academy', b'p\xe4.json', b'n\xe4', b'v\xe4'))
    for environment in os.environ, {**os.environ, 'LC_ALL': 'C'}:
        succeed('new', path, '--template=2021', env=environment)
        assert succeed('list', path, env=environment).count('\n') == len(SLUGS)
        assert succeed('check', path, env=environment) == ''
        succeed('export', path, '--organisation=turku', f'--output={plan}', env=environment)
        validate(json.loads(plan.read_bytes()))
        succeed('export', path, '--organisation=turku', f'--output={plan}', '--format=svg', env=environment)
        assert sorted(listing(folder)) == sorted([path.name, plan.name])
        path.unlink()
    assert 'n\ufffd' in refuse(1, 'list', missing)
    assert 'n\ufffd' in refuse(2, missing.name)
    plan.write_text('text')
    assert 'p\ufffd.json' in refuse(1, 'new', plan)
    assert 'p\ufffd.json' in refuse(1, 'check', plan)
    restore(os.fsencode(old), SAMPLES[0])
    assert succeed('list', old).count('\n') == 1
    assert len([name for name in listing(folder) if name.startswith(old.name)]) == 2


def test_check_finds_faults(folder):
    path = make(folder)
    with sqlite3.connect(path) as database:
        database.execute("UPDATE organisation SET sector = 'moon' WHERE slug = 'turku'")
    database.close()
    result = run('check', path)
    assert result.returncode == 1
    assert len(result.stdout.splitlines()) == 1 and 'moon' in result.stdout
    assert result.stderr == 'innovation-academy: The file has 1 fault.\n'


def spoil(path, sql):
    with sqlite3.connect(path) as database:
        database.executescript(sql)
    database.close()


def test_slugs_that_name_no_file(folder):
    """Nothing is written outside of the folder, nor one plan over another, and all is said before anything is written."""
    path, out = make(folder), folder / 'out'
    out.mkdir()
    before = listing(folder)
    for slug in '../PWNED', '..', 'a/b', '', 'A':
        spoil(path, f"UPDATE organisation SET slug = '{slug}' WHERE name_fi = 'Turun kaupunki'")
        assert 'City of Turku' in refuse(1, 'export', path, f'--output={out}')
        assert list(out.iterdir()) == [] and list(listing(folder)) == list(before)
        assert run('check', path).returncode == 1
    spoil(path, "UPDATE organisation SET slug = 'kuopio' WHERE name_fi = 'Turun kaupunki'")
    for words in [f'--output={out}'], ['--organisation=kuopio']:
        message = refuse(1, 'export', path, *words)
        assert 'City of Turku' in message and 'City of Kuopio' in message
    assert list(out.iterdir()) == []
    assert 'kuopio' in run('check', path).stdout


def test_bad_values(folder):
    """What is wrong with one row is told, and everything else is exported."""
    path = make(folder)
    fill(path)
    spoil(path, "UPDATE measure SET start = '2021-02-30', title = 'Bad' || char (11) WHERE title = 'M1'")
    for words in [], ['--format=svg'], ['--format=pdf']:
        result = subprocess.run([PROGRAM, 'export', path, '--organisation=turku', *words], capture_output=True, timeout=60)
        assert result.returncode == 0, result.stderr
        assert result.stderr.count(b'2021-02-30') == 1, result.stderr
    plan = json.loads(run('export', path, '--organisation=turku').stdout)
    validate(plan)
    assert sorted((measure['title'], measure['start']) for measure in plan['measures']) == \
        [('Bad\v', None), ('M0', '2021-11-01'), ('M2', '2021-11-01')]
    findings = run('check', path).stdout.splitlines()
    assert any('2021-02-30' in line for line in findings) and any('U+000B' in line for line in findings)


def test_svg_has_no_control_characters(folder):
    path = make(folder)
    spoil(path, "UPDATE organisation SET short_name_fi = 'A' || char (11, 27, 0xfffe) || 'B', short_name_en = '', "
                "name_fi = 'A' || char (11) || 'B', name_en = NULL WHERE slug = 'turku'")
    xml.dom.minidom.parseString(run('export', path, '--organisation=turku', '--format=svg').stdout)


def test_hostile_file(folder):
    """A sentence that names what is wrong, at once, and nothing is run."""
    path = make(folder)
    spoil(path, 'CREATE TRIGGER evil AFTER INSERT ON history BEGIN DELETE FROM person; END')
    before = path.read_bytes()
    for words in ['list', path], ['check', path], ['export', path, '--organisation=turku']:
        assert '“evil”' in refuse(1, *words)
    assert path.read_bytes() == before


sys.exit(main(globals()))
