# SPDX-License-Identifier: GPL-3.0-or-later
"""A person without a mouse plans the example anew on its timeline, and reads every change."""

import sys

import example
import session
from atspi import wait_for

TITLE = 'keys only'


def measures(story):
    return {measure['title']: measure for measure in story.export()['measures']}


def get(story, title, *fields):
    measure = measures(story)[title]
    return tuple(measure[field] for field in fields)


def wait_for_dates(story, start, end):
    wait_for(f'{start} – {end}', lambda: get(story, story.waste, 'start', 'end') == (start, end))


def read(story):
    """What a screen reader says of the row with the focus."""
    return story.window.focused().description


def open_the_timeline(story):
    story.waste = story.pick(en='Measure waste in six schools', fi='Mitataan hävikki kuudessa koulussa')
    story.owner = story.pick(en='Name a board-level owner for innovative procurement',
                             fi='Nimetään innovatiivisille hankinnoille omistaja johtoryhmästä')
    story.owner_role = story.pick(en='Catering Manager', fi='Ateriapalvelupäällikkö')
    example.create(story)
    assert get(story, story.waste, 'start', 'end', 'progress') == ('2021-11-01', '2022-02-28', None)
    story.open()
    story.press_until('Down', 'list item', 'Kuvitelma')
    story.press_until('Tab', 'tab', story.say('Situation'))
    story.press_until('Right', 'tab', story.say('Plan'))
    story.keyboard.press('space')
    story.press_until('Tab', 'radio', story.say('Measures'))
    story.keyboard.press('Right')
    story.keyboard.press('space')


def come_to_a_measure(story):
    story.press_until('Tab', 'button', story.say('Status date'))
    story.check_names()
    story.press_until('Tab', 'list item', story.say('Programme'))
    story.press_until('Down', 'list item', story.waste)
    assert story.owner_role in read(story), read(story)


def move_it(story):
    story.keyboard.press('Control_L+Right')
    wait_for_dates(story, '2021-11-08', '2022-03-07')
    wait_for('the new dates to be read', lambda: story.pick(en='8 Nov 2021', fi='8.11.2021') in read(story))
    story.keyboard.press('Control_L+Left')
    wait_for_dates(story, '2021-11-01', '2022-02-28')


def change_its_end_and_start(story):
    story.keyboard.press('Shift_L+Alt_L+Right')
    wait_for_dates(story, '2021-11-01', '2022-03-07')
    story.keyboard.press('Alt_L+Down')
    wait_for_dates(story, '2021-11-08', '2022-03-07')


def change_its_progress(story):
    story.keyboard.press('Alt_L+Prior')
    wait_for('progress', lambda: get(story, story.waste, 'progress') == (10,))


def undo_all_of_it(story):
    for _ in range(3):
        story.keyboard.press('Control_L+z')
    wait_for_dates(story, '2021-11-01', '2022-02-28')
    assert example.plan(story) == story.before


def make_another_depend_on_it(story):
    before = len(story.export()['dependencies'])
    story.keyboard.press('Control_L+l')
    story.press_until('Down', 'list item', story.owner)
    story.keyboard.press('Control_L+l')
    wait_for('the dependency', lambda: len(story.export()['dependencies']) == before + 1)
    words = story.pick(en=f'depends on “{story.waste}”', fi=f'edeltävä toimenpide ”{story.waste}”')
    wait_for('it to be read', lambda: words in read(story))


def refuse_a_cycle(story):
    before = len(story.export()['dependencies'])
    story.keyboard.press('Control_L+l')
    story.press_until('Up', 'list item', story.waste)
    story.keyboard.press('Control_L+l')
    wait_for('the reason', lambda: any(node.role == 'label' and story.waste in node.name and story.owner in node.name
                                       for node in story.window.walk()))
    assert len(story.export()['dependencies']) == before


def add_a_measure(story):
    """It comes after the one that has the focus, and beside it."""
    story.keyboard.press('Insert')
    wait_for('the title', lambda: story.window.focused() and story.window.focused().name == story.say('Title'))
    story.keyboard.type(TITLE)
    wait_for('autosave', lambda: TITLE in measures(story))
    story.keyboard.press('Escape')
    wait_for('the dialog to close', lambda: story.window.find('dialog', story.say('Measure')) is None)
    assert get(story, TITLE, 'start', 'end') == ('2022-03-01', '2022-03-14'), measures(story)[TITLE]
    for field in ('owner_role', 'goals', 'pilot'):
        assert get(story, TITLE, field) == get(story, story.waste, field), field
    story.window.wait('list', story.say('Timeline')).wait('list item', TITLE)
    wait_for('the focus to be on it', lambda: story.window.focused() and story.window.focused().name == TITLE)


def do_the_same_in_the_table(story):
    story.press_until('Shift_L+Tab', 'toggle button', story.say('Show as a table'))
    story.keyboard.press('space')
    story.press_until('Tab', 'row', story.say('Programme'))
    story.check_names()
    story.press_until('Down', 'row', story.waste)
    story.keyboard.press('Control_L+Right')
    wait_for_dates(story, '2021-11-08', '2022-03-07')
    wait_for('the new dates to be read', lambda: story.pick(en='8 Nov 2021', fi='8.11.2021') in read(story))


def undo_the_rest(story):
    """The move in the table, the measure with its title, and the dependency."""
    example.undo(story, story.before, 3)


def find_it_in_the_programme(story):
    places = story.window.wait('list', story.say('Places'))
    places.select(places.wait('list item', story.say('Timeline')))
    rows = story.window.wait('list', story.say('Timeline'))
    assert 'expanded' not in rows.wait('list item', example.KUVITELMA).states
    story.press_until('Tab', 'list item', story.say('Programme'))
    story.press_until('Down', 'list item', example.KUVITELMA)
    story.keyboard.press('Right')
    wait_for('its rows', lambda: 'expanded' in rows.wait('list item', example.KUVITELMA).states)
    story.press_until('Down', 'list item', story.waste)
    story.keyboard.press('Control_L+Left')
    wait_for_dates(story, '2021-10-25', '2022-02-21')
    example.undo(story, story.before, 1)


def close(story):
    story.keyboard.press('Control_L+w')
    story.closed()
    story.command('check', story.file)


sys.exit(session.run([
    open_the_timeline,
    come_to_a_measure,
    move_it,
    change_its_end_and_start,
    change_its_progress,
    undo_all_of_it,
    make_another_depend_on_it,
    refuse_a_cycle,
    add_a_measure,
    do_the_same_in_the_table,
    undo_the_rest,
    find_it_in_the_programme,
    close,
]))
