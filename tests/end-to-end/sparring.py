# SPDX-License-Identifier: GPL-3.0-or-later
"""A sparring session at typing speed, and a program that is killed in the middle of it: every line that was entered is in
the file, the one that was not is in the entry again, and the clock goes on."""

import contextlib
import os
import pathlib
import sqlite3
import sys

import session
from atspi import wait_for

ROUNDS = 6


def read(story, sql):
    with contextlib.closing(sqlite3.connect(f'file:{story.file}?mode=ro', uri=True)) as file:
        return file.execute(sql).fetchall()


def make_a_programme(story):
    story.organisation = 'kuvitelma'
    story.command('new', story.file, '--template=example')
    with contextlib.closing(sqlite3.connect(story.file)) as file, file:
        file.execute('UPDATE session SET held = NULL, ended = NULL WHERE number = 2')
        file.execute('DELETE FROM note')
        file.execute('DELETE FROM follow_up')


def begin(story):
    story.open()
    places = story.window.wait('list', story.say('Places'))
    places.select([node for node in places.walk() if node.role == 'list item'][-1])
    story.window.wait('tab', story.say('Sparring')).press()
    story.window.wait('button', story.pick(en='Begin', fi='Aloita')).press()
    wait_for_entry(story)


def wait_for_entry(story):
    wait_for('the entry of notes', lambda: (node := story.window.focused()) and node.name == story.say('New note'))


def enter(story, line):
    story.keyboard.type(line)
    story.keyboard.press('Return')


def lines(story, part):
    """What is typed, and what it is in the file: a note, a private one, a decision, a follow-up."""
    decision = story.pick(en='/d ', fi='/p ')
    return [line.format(part * 10 + number) for number in range(ROUNDS)
            for line in ('seen {}', '!secret {}', decision + 'decided {}', '@x 12.2. promised {}')]


def check(story, parts):
    numbers = [part * 10 + number for part in parts for number in range(ROUNDS)]
    notes = read(story, 'SELECT type, text, coalesce(private, 0) FROM note WHERE session IS NOT NULL ORDER BY time')
    assert notes == [row for number in numbers for row in (('observation', f'seen {number}', 0),
                                                           ('observation', f'secret {number}', 1),
                                                           ('decision', f'decided {number}', 0))], notes
    assert sorted(read(story, 'SELECT title FROM follow_up')) == sorted((f'promised {number}',) for number in numbers)


def type_and_be_killed(story):
    for line in lines(story, 1):
        enter(story, line)
    wait_for('the last line', lambda: len(read(story, 'SELECT 1 FROM follow_up')) == ROUNDS)
    story.process.kill()
    story.process.communicate()
    check(story, [1])


def go_on_after_that(story):
    clock = read(story, 'SELECT begun, seconds FROM agenda_item WHERE begun IS NOT NULL')
    assert len(clock) == 1, clock
    story.open()
    wait_for_entry(story)
    assert read(story, 'SELECT begun, seconds FROM agenda_item WHERE begun IS NOT NULL') == clock
    for line in lines(story, 2):
        enter(story, line)
    story.keyboard.press('Alt_L+Right')
    wait_for('the next point', lambda: read(story, 'SELECT 1 FROM agenda_item WHERE seconds IS NOT NULL'))
    story.process.kill()
    story.process.communicate()
    check(story, [1, 2])


def kept_lines():
    return list(pathlib.Path(os.environ['HOME']).glob('.local/share/innovation-academy/backups/*/*.typed'))


def kill_in(story, line):
    """The program is killed in the middle of a line, a moment after the last key, and opened again."""
    assert not kept_lines(), [path.read_text() for path in kept_lines()]
    story.keyboard.type(line)
    kept, = wait_for('the kept line', kept_lines)
    assert kept.stat().st_mode & 0o777 == 0o600, kept.stat()
    story.process.kill()
    story.process.communicate()
    story.open()
    wait_for_entry(story)


def finish(story, line, note, is_private):
    """The line is gone on with at its end."""
    wait_for('what is said of it', lambda: any(story.say('The line that was not saved is here again') in node.name
                                               for node in story.window.walk()))
    enter(story, line)
    wait_for('the note', lambda: read(story, f"SELECT coalesce(private, 0) FROM note WHERE text = '{note}'") == [(is_private,)])
    wait_for('nothing to be kept', lambda: not kept_lines())


def find_half_a_note(story):
    story.open()
    wait_for_entry(story)
    kill_in(story, 'half a ')
    finish(story, 'note', 'half a note', 0)


def find_half_a_private_note(story):
    """Others see the screen."""
    kill_in(story, '!half a ')
    finish(story, 'secret', 'half a secret', 1)
    assert not [node for node in story.window.walk() if 'half a secret' in node.name]
    story.process.kill()
    story.process.communicate()


def look_at_the_plan(story):
    """Escape ends a search and an edit in the plan, and only then goes back to the notes."""
    story.open()
    wait_for_entry(story)
    story.keyboard.press('F6')
    for _ in range(session.STEPS):
        if (node := story.window.focused()) and node.role == 'grid cell':
            break
        story.keyboard.press('Tab')
    story.keyboard.press('F2')
    wait_for('the edited cell', lambda: (node := story.window.focused()) and node.role != 'grid cell')
    story.keyboard.press('Escape')
    wait_for('the cell', lambda: (node := story.window.focused()) and node.role == 'grid cell')
    story.keyboard.press('Escape')
    wait_for_entry(story)


def end(story):
    story.check_names()
    story.window.wait('button', story.say('End session')).press()
    story.window.wait('tab', story.say('Sparring'))
    assert read(story, 'SELECT 1 FROM session WHERE number = 2 AND ended IS NOT NULL')
    assert not read(story, 'SELECT 1 FROM agenda_item WHERE begun IS NOT NULL')
    wait_for('the focus on what is left to do', lambda: (node := story.window.focused()) and node.role != 'frame')
    story.keyboard.press('Control_L+q')
    story.closed()
    story.command('check', story.file)


sys.exit(session.run([make_a_programme, begin, type_and_be_killed, go_on_after_that, find_half_a_note, find_half_a_private_note,
                      look_at_the_plan, end]))
