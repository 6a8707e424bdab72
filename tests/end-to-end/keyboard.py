# SPDX-License-Identifier: GPL-3.0-or-later
"""A person without a mouse does the same with keys alone."""

import sys

import session
from atspi import wait_for

TITLE = 'keys only'


def focused(story, role, name):
    node = story.window.focused()
    return node is not None and node.role == role and node.name == name


def wait_for_focus(story, role, name):
    wait_for(f'the focus on {role} “{name}”', lambda: focused(story, role, name))


def open_it(story):
    story.command('new', story.file, '--template=2021')
    story.open()
    wait_for_focus(story, 'list item', story.say('Overview'))


def choose_an_organisation_with_arrows(story):
    turku = story.pick(en='City of Turku', fi='Turun kaupunki')
    for _ in range(9):
        if focused(story, 'list item', turku):
            break
        before = story.window.focused().name
        story.keyboard.press('Down')
        wait_for('the next place', lambda: story.window.focused() and story.window.focused().name != before)
    wait_for_focus(story, 'list item', turku)
    story.window.wait('group', turku)


def look_at_its_menu(story):
    """Without choosing anything: the focus comes back."""
    story.keyboard.press('Shift_L+F10')
    story.window.wait('menu item', story.say('_Archive organisation'))
    story.keyboard.press('Escape')
    wait_for_focus(story, 'list item', story.pick(en='City of Turku', fi='Turun kaupunki'))


def go_to_the_plan(story):
    story.press_until('Tab', 'tab', story.say('Situation'))
    assert story.window.find('group', story.pick(en='City of Turku', fi='Turun kaupunki')), 'Tab went elsewhere'
    for tab in ('Opportunities', 'Plan'):
        story.keyboard.press('Right')
        wait_for_focus(story, 'tab', story.say(tab))
    story.keyboard.press('space')
    story.window.wait('group', story.say('Measures'))


def add_a_measure(story):
    story.keyboard.press('Control_L+n')
    story.wait_for_cell()
    story.keyboard.type(TITLE)
    story.keyboard.press('Alt_L+Return')
    wait_for_focus(story, 'text box', story.say('Title'))
    wait_for('autosave', lambda: story.titles() == [TITLE])


def fill_in_dates(story):
    story.press_until('Tab', 'text box', story.say('Start date'))
    story.keyboard.type('19.10.2021')
    story.press_until('Tab', 'text box', story.say('End date'))
    story.keyboard.type('24.12.2021')
    story.press_until('Shift_L+Tab', 'text box', story.say('Start date'))
    wait_for('the dates', lambda: [(measure['start'], measure['end']) for measure in story.export()['measures']]
             == [('2021-10-19', '2021-12-24')])
    node = story.window.focused()
    assert node.text == story.pick(en='19 Oct 2021', fi='19.10.2021'), node.text


def undo_and_redo(story):
    story.keyboard.press('Control_L+z')
    wait_for('the end to go', lambda: story.export()['measures'][0].get('end') is None)
    story.keyboard.press('Shift_L+Control_L+z')
    wait_for('the end to come back', lambda: story.export()['measures'][0].get('end') == '2021-12-24')


def delete_it(story):
    story.press_until('Shift_L+Tab', 'grid cell', f'{story.say("Title")}: {TITLE}')
    story.keyboard.press('Control_L+Delete')
    wait_for('the measure to go', lambda: story.titles() == [])
    story.keyboard.press('Control_L+z')
    wait_for('the measure to come back', lambda: story.titles() == [TITLE])


def open_the_menu(story):
    story.keyboard.press('F10')
    story.window.wait('menu item', story.say('_Undo %s') % story.say('change of measure'))
    story.keyboard.press('Escape')
    wait_for('the menu to close', lambda: story.window.find('menu', story.say('Main menu')) is None)


def close(story):
    story.keyboard.press('Control_L+w')
    story.closed()
    assert story.titles() == [TITLE]


sys.exit(session.run([
    open_it,
    choose_an_organisation_with_arrows,
    look_at_its_menu,
    go_to_the_plan,
    add_a_measure,
    fill_in_dates,
    undo_and_redo,
    delete_it,
    open_the_menu,
    close,
]))
