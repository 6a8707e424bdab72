# SPDX-License-Identifier: GPL-3.0-or-later
"""A session that ends, a terminal that closes and Ctrl+C: what is being typed is saved. The file has a name that is no text."""

import os
import pathlib
import signal
import sys

import session
from atspi import wait_for

TITLE = 'Kirjoitettu juuri ennen loppua'
GOAL = 'Tavoite – “äö”'


def make_a_programme(story):
    # What is remembered is remembered in the home of the session.
    os.environ['GSETTINGS_BACKEND'] = 'keyfile'
    story.file = str(pathlib.Path(story.file).with_name(os.fsdecode(b'p\xe4iv\xe4.academy')))
    story.command('new', story.file, '--template=2021')


def choose_turku(story):
    places = story.window.wait('list', story.say('Places'))
    places.select(places.wait('list item', story.pick(en='City of Turku', fi='Turun kaupunki')))
    # A file opens where it was closed.
    story.window.wait('tab', story.say('Situation')).press()


def end(story, number):
    story.process.send_signal(number)
    story.closed()
    assert not os.path.exists(story.file + '-wal')


def end_the_session_while_typing(story):
    story.open()
    choose_turku(story)
    story.window.wait('tab', story.say('Plan')).press()
    story.window.wait('group', story.say('Measures'))
    story.window.wait('button', story.say('Add measure')).press()
    story.wait_for_cell().write(TITLE)
    end(story, signal.SIGTERM)
    assert story.titles() == [TITLE]


def close_the_terminal_while_typing_in_a_dialog(story):
    story.open(words=[])
    choose_turku(story)
    story.window.wait('button', story.say('Add impact goal')).press()
    goal = story.pick(en='Impact goal', fi='Vaikuttavuustavoite')
    title = story.window.wait('dialog', goal).wait('text box', story.say('Title'))
    wait_for('the new goal', lambda: title.text == '')
    title.write(GOAL)
    end(story, signal.SIGHUP)
    assert [each['title'] for each in story.export()['goals']] == [GOAL]


def interrupt_with_something_that_cannot_be_saved(story):
    story.open(words=[])
    choose_turku(story)
    form = story.window.wait('form', story.say('Organisation'))
    form.wait('text box', story.say('Name in Finnish')).write('')
    form.wait('text box', story.say('Contact point')).write(TITLE)
    end(story, signal.SIGINT)
    organisation = story.export()['organisation']
    assert (organisation['name_fi'], organisation['contact_point']) == ('Turun kaupunki', TITLE)
    story.command('check', story.file)


sys.exit(session.run([
    make_a_programme,
    end_the_session_while_typing,
    close_the_terminal_while_typing_in_a_dialog,
    interrupt_with_something_that_cannot_be_saved,
]))
