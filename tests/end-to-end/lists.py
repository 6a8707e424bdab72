# SPDX-License-Identifier: GPL-3.0-or-later
"""A person with a mouse goes through the list of measures."""

import sys

import example
import session
from atspi import wait_for

PASSES = 3


def measures(story):
    return story.window.wait('list', story.say('Measures'))


def rows(story):
    return [row for row in measures(story).walk() if row.role == 'list item']


def selected(story):
    return [row.name for row in rows(story) if 'selected' in row.states]


def title(story):
    """What the form shows, which is that of the plan while no measure is chosen."""
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
        for row in rows(story)[:5]:
            story.point_at(row)
    assert selected(story) == [] and title(story) is None, (selected(story), title(story))


def click_a_row(story):
    row = rows(story)[1]
    name = row.name
    story.click(row)
    wait_for('the selection', lambda: selected(story) == [name])
    wait_for('the form', lambda: title(story) == name)


def pass_over_the_list_again(story):
    before = selected(story)
    for row in rows(story)[2:5]:
        story.point_at(row)
    assert selected(story) == before and [title(story)] == before, (selected(story), title(story))


def leave_the_list_by_one_tab(story):
    list_of_measures = measures(story).place
    story.keyboard.press('Tab')

    def is_outside():
        node = story.window.focused()
        return node is not None and node.place not in [row.place for row in rows(story)]
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
    leave_the_list_by_one_tab,
    close,
]))
