#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads exported calendars with another parser than the one that wrote them, and prints TAP."""

import datetime
import re
import sqlite3
import subprocess
import sys
import uuid
import zoneinfo

import icalendar

from program import PROGRAM, main, make, refuse, run, succeed

HELSINKI = zoneinfo.ZoneInfo('Europe/Helsinki')
NAMES = uuid.UUID('3f8e6f3a-5f2c-4c0e-9f2e-0d9c7f6b1a22')
HARD = 'Kahvi, pulla; "tauko" \\ loppu 👩‍💻 – äö ' + 'pitkä otsikko ' * 12


def add(path, kind, key, /, **fields):
    """Adds an item, and returns its id."""
    item = str(uuid.uuid5(NAMES, f'{kind} {key}'))
    fields = {'id': item, **fields}
    columns = ', '.join(f'"{field}"' for field in fields)
    with sqlite3.connect(path) as database:
        database.execute(f'INSERT INTO "{kind}" ({columns}) VALUES ({", ".join("?" * len(fields))})', list(fields.values()))
    database.close()
    return item


def find(path, what):
    with sqlite3.connect(path) as database:
        found, = database.execute(what).fetchone()
    database.close()
    return found


def turku(path):
    return find(path, "SELECT id FROM organisation WHERE slug = 'turku'")


def read(text):
    """The events of a calendar by their ids."""
    for line in text.encode().split(b'\r\n'):
        assert len(line) <= 75 and b'\n' not in line, line
        line.decode()
    calendar = icalendar.Calendar.from_ical(text)
    assert calendar['VERSION'] == '2.0' and 'METHOD' not in calendar
    events = {str(event['UID']): event for event in calendar.walk('VEVENT')}
    assert len(events) == len(list(calendar.walk('VEVENT')))
    for event in events.values():
        assert not event.errors, event.errors
        assert event['DTSTAMP'].dt == event['LAST-MODIFIED'].dt and 'ORGANIZER' not in event and 'ATTENDEE' not in event
    return calendar, events


def export(path, *options):
    """An export as text, with the line ends that it has, and what is said about it."""
    result = subprocess.run([PROGRAM, 'export', str(path), '--format=ics', '--language=en', *options], capture_output=True,
                            check=True, timeout=60)
    return result.stdout.decode(), result.stderr.decode()


def read_export(path, *options):
    return read(export(path, *options)[0])


def test_sessions_over_changes_of_the_clock(folder):
    path = make(folder)
    organisation = turku(path)
    starts = {
        'summer': ('2021-10-30T09:00:00+03:00', 120),
        'winter': ('2021-11-01T09:00:00+02:00', 90),
        'over the hour that comes twice': ('2021-10-31T02:30:00+03:00', 120),
        'in the first of the two': ('2021-10-31T03:30:00+03:00', 30),
        'in the second of the two': ('2021-10-31T03:30:00+02:00', 30),
        'before the hour that is left out': ('2022-03-27T02:30:00+02:00', 60),
        'written elsewhere': ('2021-11-16T09:00:00+01:00', 60),
        'over the end of a year': ('2021-12-31T23:30:00+02:00', 60),
    }
    ids = {add(path, 'session', name, organisation=organisation, number=number, title=name, start=start, duration=minutes): name
           for number, (name, (start, minutes)) in enumerate(starts.items(), 1)}
    calendar, events = read_export(path, '--organisation=turku')
    for item, name in ids.items():
        start, minutes = starts[name]
        begin = datetime.datetime.fromisoformat(start).astimezone(datetime.timezone.utc)
        # The time zone of the parser has the hour that comes twice as in the standard.
        assert events[item]['DTSTART'].dt.astimezone(datetime.timezone.utc) == begin, (name, events[item]['DTSTART'])
        end = events[item]['DTEND'].dt.astimezone(datetime.timezone.utc)
        assert end - begin == datetime.timedelta(minutes=minutes), (name, end - begin)
        assert events[item]['TRANSP'] == 'OPAQUE' and events[item]['STATUS'] == 'CONFIRMED'
    assert events[next(iter(ids))]['DTSTART'].params['TZID'] == 'Europe/Helsinki'
    zone, = calendar.walk('VTIMEZONE')
    rules = zone.to_tz()
    for year in (1985, 1995, 1996, 2021, 2026, 2037):
        for month in range(1, 13):
            for day in (1, 26):
                noon = datetime.datetime(year, month, day, 12)
                assert noon.replace(tzinfo=rules).utcoffset() == noon.replace(tzinfo=HELSINKI).utcoffset(), noon


def test_whole_days(folder):
    path = make(folder)
    programme = find(path, 'SELECT id FROM programme')
    organisation = turku(path)
    known = {'certainty': 'day', 'type': 'meeting', 'programme': programme}
    days = {
        add(path, 'event', 'one', title='One', start='2021-12-31', **known): ('2021-12-31', '2022-01-01'),
        add(path, 'event', 'two', title='Two', start='2024-02-28', end='2024-02-29', **known): ('2024-02-28', '2024-03-01'),
        add(path, 'event', 'end', title='End', end='2021-10-31', **known): ('2021-10-31', '2021-11-01'),
        add(path, 'board_item', 'board', organisation=organisation, meeting_date='2022-01-20', certainty='day',
            type='for_decision', publicity='not_yet_public', board_name='Hallitus'): ('2022-01-20', '2022-01-21'),
    }
    month = add(path, 'event', 'month', title='Month', start='2022-05-01', programme=programme, certainty='month', type='meeting')
    none = add(path, 'session', 'none', organisation=organisation, number=9, earliest='2022-01-01', latest='2022-02-01')
    before = find(path, "SELECT count (*) FROM event WHERE certainty = 'month' OR start IS NULL AND \"end\" IS NULL")
    text, told = export(path, '--organisation=turku')
    _, events = read_export(path, '--organisation=turku')
    for item, (start, end) in days.items():
        assert str(events[item]['DTSTART'].dt) == start and str(events[item]['DTEND'].dt) == end, events[item]
        assert events[item]['DTSTART'].params['VALUE'] == 'DATE' and events[item]['TRANSP'] == 'TRANSPARENT'
    assert month not in events and none not in events
    assert told == f'innovation-academy: {before + 1} without an exact day are not in the calendar.\n', told


def test_the_board_date_of_an_organisation(folder):
    path = make(folder)
    organisation = turku(path)
    with sqlite3.connect(path) as database:
        database.execute('DELETE FROM board_item')
        database.execute("UPDATE organisation SET board_date = '2022-02-14' WHERE id = ?", [organisation])
    database.close()
    event = read_export(path, '--organisation=turku')[1][organisation]
    assert str(event['DTSTART'].dt) == '2022-02-14' and str(event['SUMMARY']).startswith('Board presentation – ')
    add(path, 'board_item', 'board', organisation=organisation, meeting_date='2022-02-14', certainty='day',
        type='for_decision', publicity='not_yet_public')
    for own, day, outcome, is_told in [('2022-02-14', '2022-02-14', None, False), ('2022-02-14', '2022-02-07', None, True),
                                       ('2022-02-14', '2022-02-21', None, False), ('2022-02-14', '2022-02-21', 'approved', False),
                                       ('2099-02-14', '2099-02-07', None, False), ('2099-02-14', '2099-02-07', 'returned', True)]:
        with sqlite3.connect(path) as database:
            database.execute('UPDATE organisation SET board_date = ? WHERE id = ?', [own, organisation])
            database.execute('UPDATE board_item SET meeting_date = ?, outcome = ?', [day, outcome])
        database.close()
        assert (organisation in read_export(path, '--organisation=turku')[1]) == is_told, (own, day, outcome)


def test_texts(folder):
    path = make(folder)
    organisation = turku(path)
    session = add(path, 'session', 'hard', organisation=organisation, number=7, title=HARD, start='2021-11-16T09:00:00+02:00',
                  duration=60, online=1, place='Sali 2, kerros 3; Turku', aim='Ensin\ntoinen, rivi', hypotheses='Qzhypothesis')
    for position, title in enumerate(('Alku; kahvi', 'Keskustelu, 👍')):
        add(path, 'agenda_item', title, session=session, position=position, title=title, minutes=20 + position, note='Qznote')
    person = add(path, 'person', 'Qzperson', programme=find(path, 'SELECT id FROM programme'), name='Qzperson Qzfamily')
    role = add(path, 'participation', 'role', organisation=organisation, role='mentor', person=person)
    with sqlite3.connect(path) as database:
        database.execute('INSERT INTO session_attendees (item, target) VALUES (?, ?)', (session, role))
    database.close()
    add(path, 'note', 'private', organisation=organisation, type='observation', text='Qzprivate', private=1, session=session)
    _, events = read_export(path, '--organisation=turku')
    event = events[session]
    assert str(event['SUMMARY']).startswith(HARD.strip()), event['SUMMARY']
    assert str(event['LOCATION']) == 'Online, Sali 2, kerros 3; Turku'
    assert str(event['DESCRIPTION']).endswith(
        'Aim: Ensin\ntoinen, rivi\n\nAgenda:\n1. Alku; kahvi (20 min)\n2. Keskustelu, 👍 (21 min)'), event['DESCRIPTION']
    assert [str(category) for category in event['CATEGORIES'].cats] == ['Sparring session']
    assert 'Qz' not in export(path)[0]
    finnish = icalendar.Calendar.from_ical(run('export', path, '--format=ics', '--language=fi', '--organisation=turku').stdout)
    event, = [event for event in finnish.walk('VEVENT') if event['UID'] == session]
    assert [str(category) for category in event['CATEGORIES'].cats] == ['Sparraus'], event['CATEGORIES'].cats


def test_an_empty_programme(folder):
    path = make(folder, 'empty')
    _, events = read_export(path)
    assert not events


def test_the_same_plan_gives_the_same_bytes(folder):
    path = make(folder, 'example')
    first = export(path)[0]
    assert first == export(path)[0]
    _, events = read(first)
    assert events and all('DESCRIPTION' in event and 'fictional' in event['DESCRIPTION'] for event in events.values())
    assert all(event['SEQUENCE'] > 0 for event in events.values())


def test_two_hundred_organisations(folder):
    path = folder / 'programme.academy'
    names = [f'--organisation=Kunta {number}' for number in range(200)]
    succeed('new', path, '--template=empty')
    with sqlite3.connect(path) as database:
        programme, = database.execute('SELECT id FROM programme').fetchone()
        for number in range(200):
            organisation = str(uuid.uuid5(NAMES, f'organisation {number}'))
            database.execute('INSERT INTO organisation (id, programme, slug, name_fi, archived) VALUES (?, ?, ?, ?, ?)',
                             [organisation, programme, f'kunta-{number}', names[number], number == 0])
            for session in range(3):
                database.execute('INSERT INTO session (id, organisation, number, start, duration) VALUES (?, ?, ?, ?, 120)',
                                 [str(uuid.uuid5(NAMES, f'session {number} {session}')), organisation, session + 1,
                                  f'2026-0{session + 2}-10T09:00:00+02:00'])
    database.close()
    assert len(read_export(path)[1]) == 199 * 3
    assert len(read_export(path, '--with-archived')[1]) == 200 * 3
    assert len(read_export(path, '--organisation=kunta-0')[1]) == 3


def test_files_and_usage(folder):
    path = make(folder)
    output = folder / 'kalenteri.ics'
    assert run('export', path, '--format=ics', f'--output={output}').returncode == 0
    read(output.read_bytes().decode())
    assert run('export', path, '--format=ics', f'--output={folder}').returncode == 0
    assert (folder / 'programme.ics').read_bytes() == output.read_bytes()
    assert re.search('with-people', refuse(2, 'export', path, '--format=ics', '--with-people'))
    assert re.search('belongs to a programme', run('export', path, '--format=ics', f'--output={path}').stderr)


sys.exit(main(globals()))
