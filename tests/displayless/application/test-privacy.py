#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks for private notes and for people in everything that leaves a file, and prints TAP."""

import json
import re
import sqlite3
import subprocess
import sys
import uuid
import zlib

from program import main, make, record, refuse, succeed

PRIVATE = 'Qzprivatenote'
PEOPLE = ['Qzname Qzfamily', 'qzmail@example.org', '040 5550199']
PICTURES = ['png', 'svg', 'pdf']


def fill(path, people):
    """A plan that people have written in, with or without people and private notes."""
    with sqlite3.connect(path) as database:
        database.execute('PRAGMA foreign_keys = ON')
        programme, = database.execute('SELECT id FROM programme').fetchone()
        for organisation, in database.execute('SELECT id FROM organisation').fetchall():
            ids = [str(uuid.uuid5(uuid.UUID(organisation), name)) for name in ('measure', 'session', 'role', 'person', 'note')]
            measure, session, role, person, note = ids
            database.execute('INSERT INTO measure (id, organisation, title, start, "end", owner_role) '
                             "VALUES (?, ?, 'Market dialogue', '2021-11-01', '2022-01-31', 'Buyer')", (measure, organisation))
            database.execute("INSERT INTO session (id, organisation, number, start) VALUES (?, ?, 1, '2021-11-16T09:00:00+02:00')",
                             (session, organisation))
            database.execute("INSERT INTO participation (id, organisation, role) VALUES (?, ?, 'mentor')", (role, organisation))
            database.execute('INSERT INTO session_attendees (item, target) VALUES (?, ?)', (session, role))
            if not people:
                continue
            database.execute('INSERT INTO person (id, programme, name, email, phone) VALUES (?, ?, ?, ?, ?)',
                             (person, programme, *PEOPLE))
            database.execute('UPDATE participation SET person = ? WHERE id = ?', (person, role))
            database.execute("INSERT INTO note (id, organisation, type, text, private, author_role, session, measure) "
                             "VALUES (?, ?, 'observation', ?, 1, ?, ?, ?)",
                             (note, organisation, PRIVATE, PRIVATE, session, measure))
            # How a contradiction to a private note was settled is private too, whichever of the two says it.
            for against, settled in ((note, f'{PRIVATE} settled'), (None, f'{PRIVATE} was right')):
                open_note = str(uuid.uuid4())
                database.execute("INSERT INTO note (id, organisation, type, text, private, session, contradicts, settlement) "
                                 "VALUES (?, ?, 'decision', 'Qzopinion', 0, ?, ?, ?)",
                                 (open_note, organisation, session, against, settled))
            database.execute('UPDATE note SET contradicts = ? WHERE id = ?', (open_note, note))
    database.close()


def pieces(data):
    """The bytes of a file, and each of its compressed streams."""
    yield data
    for match in re.finditer(rb'\x78[\x01\x5e\x9c\xda]', data):
        try:
            yield zlib.decompressobj().decompress(data[match.start():])
        except zlib.error:
            pass


def has(data, text):
    forms = [text.encode(), text.encode('utf-16-be'), text.encode('utf-16-be').hex().upper().encode()]
    return any(form in piece for piece in pieces(data) for form in forms)


def export(path, folder, *options):
    output = folder / 'output'
    succeed('export', path, *options, f'--output={output}')
    data = output.read_bytes()
    output.unlink()
    return data


def read_pdf(folder, data):
    path = folder / 'read.pdf'
    path.write_bytes(data)
    return b''.join(subprocess.run(command, check=True, capture_output=True).stdout
                    for command in (['pdftotext', path, '-'], ['pdfinfo', '-struct-text', path]))


def test_exports(folder):
    path = make(folder)
    fill(path, True)
    for options in [['--organisation=turku'], *([f'--format={picture}', whose] for picture in PICTURES
                                                 for whose in ('--organisation=turku', '--whole-programme'))]:
        data = export(path, folder, *options)
        if '--format=pdf' in options:
            data += read_pdf(folder, data)
        for text in [PRIVATE, *PEOPLE]:
            assert not has(data, text), (options, text)
        if options == ['--organisation=turku']:
            notes = json.loads(data)['notes']
            assert [note['text'] for note in notes] == ['Qzopinion', 'Qzopinion']
            assert all(note['contradicts'] is None and note['settlement'] is None for note in notes), notes


def test_briefs(folder):
    """What the organisation reads of its sessions."""
    path = make(folder)
    fill(path, True)
    for options in (['--for=organisation'], ['--what=summary', '--session=1']):
        for form in ('md', 'html'):
            data = succeed('brief', path, '--organisation=turku', '--language=fi', f'--format={form}', *options)
            for text in [PRIVATE, *PEOPLE]:
                assert not has(data.encode(), text), (options, form, text)


def test_pictures_are_the_same(folder):
    """What is drawn cannot be searched, but it does not change when people and private notes are added."""
    (folder / 'without').mkdir()
    (folder / 'with').mkdir()
    without, with_people = make(folder / 'without'), make(folder / 'with')
    fill(without, False)
    fill(with_people, True)
    for picture in ('png', 'svg'):
        options = ['--organisation=turku', f'--format={picture}', '--language=en']
        assert export(without, folder, *options) == export(with_people, folder, *options), picture


def test_with_people(folder):
    """What is asked for is there, and no private note."""
    path = make(folder)
    fill(path, True)
    for options in (['--organisation=turku'], ['--format=vcard'], ['--format=vcard', '--organisation=turku']):
        data = export(path, folder, *options, '--with-people')
        assert not has(data, PRIVATE), options
        assert all(has(data, text) for text in PEOPLE), options


def test_vcard(folder):
    path = make(folder)
    fill(path, True)
    assert refuse(2, 'export', path, '--format=vcard') == \
        'innovation-academy: Contacts are the names and contact details of people; add --with-people to export them.'
    refuse(2, 'export', path, '--format=vcard', '--with-people', '--from=2021-01-01')
    contacts = succeed('export', path, '--format=vcard', '--with-people', '--organisation=turku', '--language=fi')
    assert contacts.splitlines() == ['BEGIN:VCARD', 'VERSION:3.0', 'FN:Qzname Qzfamily', 'N:Qzfamily;Qzname;;;',
                                     'EMAIL;TYPE=INTERNET:qzmail@example.org', 'TEL:040 5550199', 'ORG:Turun kaupunki',
                                     'TITLE:KEINO-kummi', 'END:VCARD']
    assert succeed('export', path, '--format=vcard', '--with-people').count('BEGIN:VCARD') == 6
    output = folder / 'contacts'
    output.mkdir()
    succeed('export', path, '--format=vcard', '--with-people', f'--output={output}')
    assert [entry.name for entry in output.iterdir()] == ['people.vcf']
    assert (output / 'people.vcf').stat().st_mode & 0o777 == 0o600


def test_changes(folder):
    """The history knows of private notes, and tells of others only, in each format."""
    path = make(folder)
    fill(path, True)
    with sqlite3.connect(path) as database:
        turku, = database.execute("SELECT id FROM organisation WHERE slug = 'turku'").fetchone()
        database.execute("INSERT INTO note (id, organisation, type, text, private) VALUES (?, ?, 'observation', 'Qzopen', 0)",
                         (str(uuid.uuid4()), turku))
        notes = database.execute('SELECT * FROM note ORDER BY id').fetchall()
        record(database, 'note', notes, '2031-01-01T00:00:00.000000Z')
    database.close()
    assert len(notes) == 19
    for options in ([], ['--organisation=turku'], ['--since=2030-01-01']):
        for form in ('text', 'json'):
            for language in ('fi', 'en'):
                told = succeed('changes', path, f'--format={form}', f'--language={language}', *options)
                assert 'Qzopen' in told, (options, form, told)
                for text in [PRIVATE, *PEOPLE]:
                    assert not has(told.encode(), text), (options, form, text)


sys.exit(main(globals()))
