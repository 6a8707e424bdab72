# SPDX-License-Identifier: GPL-3.0-or-later
"""A person with a screen reader makes a measure, thinks again, and comes back the next day."""

import sys

import session
from atspi import wait_for

TITLE = 'Markkinavuoropuhelu – “äö” & <b>'


def go_to_plan(story):
    places = story.window.wait('list', story.say('Places'))
    turku = story.pick(en='City of Turku', fi='Turun kaupunki')
    places.select(places.wait('list item', turku))
    story.window.wait('group', turku)
    story.window.wait('tab', story.say('Plan')).press()
    story.window.wait('group', story.say('Measures'))


def make_a_programme(story):
    story.command('new', story.file, '--template=2021')
    assert story.titles() == []


def open_it(story):
    story.open()
    name = story.pick(en='Innovation Academy 2021', fi='Innovaatio-akatemia 2021')
    wait_for('the title', lambda: story.window.name == name)
    story.window.wait('list item', story.pick(en='Overview', fi='Yleiskuva'))


def name_everything_on_the_overview(story):
    story.check_names()


def name_everything_on_the_people_page(story):
    places = story.window.wait('list', story.say('Places'))
    places.select(places.wait('list item', story.say('People')))
    story.window.wait('group', story.say('People'))
    story.check_names()


def name_everything_in_the_situation(story):
    places = story.window.wait('list', story.say('Places'))
    turku = story.pick(en='City of Turku', fi='Turun kaupunki')
    places.select(places.wait('list item', turku))
    story.window.wait('tab', story.say('Situation'))
    story.check_names()
    for view in 'Situation', 'Plan', 'Sparring', 'Board':
        story.window.wait('tab panel', story.say(view))


def name_everything_in_a_dialog(story):
    story.window.wait('button', story.say('Add impact goal')).press()
    goal = story.pick(en='Impact goal', fi='Vaikuttavuustavoite')
    dialog = story.window.wait('dialog', goal)
    story.check_names()
    dialog.wait('text box', story.say('Title')).write(TITLE)
    wait_for('autosave', lambda: [each['title'] for each in story.export()['goals']] == [TITLE])
    story.window.do('win.undo')
    wait_for('the dialog to go with the goal', lambda: not story.window.find('dialog', goal))


def add_a_measure(story):
    go_to_plan(story)
    story.check_names()
    story.window.wait('button', story.say('Add measure')).press()
    cell = story.wait_for_cell()
    story.check_names()
    cell.write(TITLE)
    story.keyboard.press('Return')
    wait_for('the measure', lambda: story.titles() == [TITLE])


def undo(story):
    story.window.do('win.undo')
    wait_for('the measure to go', lambda: story.titles() == [])
    story.window.wait('label', story.say('No measures yet'))


def redo(story):
    story.window.do('win.redo')
    wait_for('the measure', lambda: story.titles() == [TITLE])
    story.window.wait('row', TITLE)


def close(story):
    story.window.do('window.close')
    story.closed()


def open_it_again(story):
    story.open()
    go_to_plan(story)
    story.window.wait('row', TITLE)
    assert 'win.undo' in story.window.actions
    story.window.wait('toggle button', story.say('Main menu')).press()
    label = story.say('_Undo %s') % story.say('addition of measure')
    story.window.wait('menu item', label).press()
    wait_for('the measure to go', lambda: story.titles() == [])
    wait_for('redo', lambda: 'win.redo' in story.window.actions)


def close_again(story):
    story.window.do('window.close')
    story.closed()
    assert story.titles() == []
    story.command('check', story.file)


sys.exit(session.run([
    make_a_programme,
    open_it,
    name_everything_on_the_overview,
    name_everything_on_the_people_page,
    name_everything_in_the_situation,
    name_everything_in_a_dialog,
    add_a_measure,
    undo,
    redo,
    close,
    open_it_again,
    close_again,
]))
