# SPDX-License-Identifier: GPL-3.0-or-later
"""A person saves the calendar of the programme, that of an organisation, and an invitation to one session."""

import pathlib
import sys

import icalendar

import example
import session
from atspi import wait_for


def saved(story):
    """Accepts what the file dialog proposes, and reads the file."""
    folder = pathlib.Path(story.file).parent
    before = set(folder.glob('*.ics'))
    wait_for('the file dialog', lambda: len(list(story.root.children)) > 1)
    story.desktop.settle()
    story.keyboard.press('Return')
    file, = wait_for('the calendar', lambda: set(folder.glob('*.ics')) - before)
    wait_for('the file dialog to close', lambda: len(list(story.root.children)) == 1)
    return file.name, list(icalendar.Calendar.from_ical(file.read_text(encoding='utf-8')).walk('VEVENT'))


def choose(story, menu, item):
    story.click(story.window.wait('button', story.say(menu)))
    story.window.wait('menu item', story.say(item)).press()


def save_the_calendar_of_the_programme(story):
    example.create(story)
    story.open()
    choose(story, 'Main menu', 'Export ca_lendar…')
    name, events = saved(story)
    assert story.say('calendar') in name, name
    assert len(events) == 5, events


def save_the_calendar_of_an_organisation(story):
    story.click(story.window.wait('list', story.say('Places')).wait('list item', example.KUVITELMA))
    choose(story, 'Organisation menu', 'Export _calendar…')
    name, events = saved(story)
    assert name.startswith('Kuvitelma – '), name
    assert len(events) == 5, events


def save_an_invitation(story):
    story.click(story.window.wait('tab', story.say('Sparring')))
    story.window.wait('button', story.say('Add sparring session'))
    # What is left to do after a session is above the list, which is in sight when that is folded.
    story.click(story.window.wait('toggle button', story.say('Show what was agreed')))
    story.desktop.settle()
    lists = [node for node in story.window.walk() if (node.role, node.name) == ('list', story.say('Sparring sessions'))]
    story.click(next(node for one in lists for node in one.walk() if node.role == 'list item'))
    story.window.wait('form', story.say('Sparring session'))
    story.press_until('Shift_L+Tab', 'button', story.say('Save _invitation…'))
    story.keyboard.press('Return')
    name, (event,) = saved(story)
    assert story.say('invitation') in name and 'Kuvitelma' in name, name
    assert f'{event["DTSTART"].dt:%Y-%m-%d}' in name, name
    assert event['DTSTART'].params['TZID'] == 'Europe/Helsinki', event


sys.exit(session.run([
    save_the_calendar_of_the_programme,
    save_the_calendar_of_an_organisation,
    save_an_invitation,
]))
