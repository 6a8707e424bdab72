# SPDX-License-Identifier: GPL-3.0-or-later
"""A person with a mouse goes through the table of measures."""

import sys

import example
import session
from atspi import wait_for

PASSES = 3


def measures(story):
    return story.window.wait('tree grid', story.say('Measures'))


def selected(story):
    return [row.name for row in story.rows() if 'selected' in row.states]


def title(story):
    """What the form shows, if it is open."""
    form = story.window.find('form', story.say('Measure'))
    return form.wait('text box', story.say('Title')).text if form else None


def open_it(story):
    example.create(story)
    story.open()
    places = story.window.wait('list', story.say('Places'))
    places.select(places.wait('list item', example.KUVITELMA))
    story.window.wait('tab', story.say('Plan')).press()
    measures(story)


def pass_over_the_list(story):
    for _ in range(PASSES):
        for row in story.rows()[:5]:
            story.point_at(row)
    assert selected(story) == [] and title(story) is None, (selected(story), title(story))


def click_a_row(story):
    row = story.rows()[1]
    name = row.name
    story.click(row)
    wait_for('the selection', lambda: selected(story) == [name])
    assert title(story) is None
    story.click(story.rows()[1], times=2)
    story.wait_for_cell()
    story.keyboard.press('Escape')
    story.keyboard.press('Alt_L+Return')
    wait_for('the form', lambda: title(story) == name)


def pass_over_the_list_again(story):
    before = selected(story)
    for row in story.rows()[2:5]:
        story.point_at(row)
    assert selected(story) == before and [title(story)] == before, (selected(story), title(story))


def leave_the_table_by_one_key(story):
    list_of_measures = measures(story).place
    story.click(story.rows()[1])
    story.keyboard.press('Control_L+Tab')

    def is_outside():
        node = story.window.focused()
        return node is not None and node.place not in [row.place for row in story.rows()]
    wait_for('the focus to leave the list', is_outside)
    assert story.window.focused().place != list_of_measures


def close(story):
    story.keyboard.press('Control_L+w')
    story.closed()
    assert example.plan(story) == story.before, 'something has changed'


sys.exit(session.run([
    open_it,
    pass_over_the_list,
    click_a_row,
    pass_over_the_list_again,
    leave_the_table_by_one_key,
    close,
]))
