# SPDX-License-Identifier: GPL-3.0-or-later
"""A person with a mouse takes hold of the bars of the timeline."""

import sys

import example
import session
from atspi import wait_for

# What the timeline does itself with a whole plan: a margin round it, and steps of zooming.
MARGIN = 0.04
ZOOM_STEP = 1.25
ZOOMS = 8
# The part of the width that the titles have, and the least and most of it in pixels.
TITLES = (0.28, 180, 340)
# From the end of a bar to the knob after it.
KNOB = 12


class Axis:
    """Which day is where on the screen."""

    def __init__(self, story):
        left, _, width, _ = story.place(story.window.wait('list', story.say('Timeline')))
        part, least, most = TITLES
        titles = min(max(width * part, least), most)
        self.left = left + titles
        self.width = width - titles
        days = all_days(story)
        first, last = min(days), max(days) + 1
        self.n_days = (last - first) * (1 + 2 * MARGIN)
        self.first = (first + last) / 2 - self.n_days / 2

    def zoom(self, day):
        """About a day that keeps its place."""
        n_days = self.n_days / ZOOM_STEP
        self.first = day - (day - self.first) * n_days / self.n_days
        self.n_days = n_days

    def x(self, day):
        return self.left + (day - self.first) * self.width / self.n_days

    def y(self, story, titles):
        """The middle of the bar in a row, which is nearer to the top of the row."""
        _, top, _, height = story.place(example.row(story, titles))
        return top + height * 0.42


def all_days(story):
    """The days of everything that has a place in the timeline."""
    exported = example.plan(story)
    days = []
    for one in exported['measures'] + exported['milestones'] + exported['sessions'] + exported['board_items'] + \
            [exported['pilot']] + exported['programme']['phases'] + exported['programme']['events']:
        days += [example.day(one[name][:10]) for name in ('start', 'end', 'date', 'meeting_date') if one.get(name)]
    return days


def bar(story, titles):
    """The left end, the right end and the middle of its height."""
    start, end = example.dates(story, titles)
    axis = story.axis
    return axis.x(example.day(start)), axis.x(example.day(end) + 1), axis.y(story, titles)


def open_it(story):
    example.create(story)
    story.open()
    places = story.window.wait('list', story.say('Places'))
    places.select(places.wait('list item', example.KUVITELMA))
    story.window.wait('tab', story.say('Plan')).press()
    story.window.wait('radio', story.say('Timeline')).press()


def fold_a_heading(story):
    """So that there is room for the measures."""
    rows = story.window.wait('list', story.say('Timeline'))
    heading = rows.wait('list item', story.say('Sparring and board'))
    sparring = story.say('Sparring %d') % 1
    rows.wait('list item', sparring)
    left, top, _, height = story.place(heading)
    story.mouse.click(left + 60, top + height / 2)
    wait_for('the meetings to go', lambda: rows.find('list item', sparring) is None)
    assert 'expanded' not in rows.wait('list item', story.say('Sparring and board')).states
    example.row(story, example.DIALOGUES)


def come_nearer(story):
    """With the whole plan in sight a day is too small to be taken hold of."""
    story.axis = Axis(story)
    left, right, y = bar(story, example.DIALOGUES)
    story.mouse.click((left + right) / 2, y)
    wait_for('the selection', lambda: 'selected' in example.row(story, example.DIALOGUES).states)
    start, end = (example.day(text) for text in example.dates(story, example.DIALOGUES))
    for _ in range(ZOOMS):
        story.keyboard.press('Control_L+KP_Add')
        story.axis.zoom((start + end) / 2)
    # To earlier by half of what is shown, for some room on both sides.
    story.keyboard.press('Control_L+Page_Up')
    story.axis.first -= story.axis.n_days / 2


def drag_a_bar(story):
    left, right, y = bar(story, example.DIALOGUES)
    week = story.axis.x(7) - story.axis.x(0)
    story.mouse.drag((left + right) / 2, y, (left + right) / 2 + week, y)
    example.wait_for_dates(story, example.DIALOGUES, '2022-01-17', '2022-03-04')
    # What depends on it stays where it is, unless somebody wants it moved too.
    example.undo(story, story.before, 1)


def drag_its_start(story):
    left, _, y = bar(story, example.DIALOGUES)
    story.mouse.drag(left + 2, y, left + 2 - 10 * (story.axis.x(1) - story.axis.x(0)), y)
    example.wait_for_dates(story, example.DIALOGUES, '2021-12-31', '2022-02-25')
    example.undo(story, story.before, 1)


def drag_its_end(story):
    _, right, y = bar(story, example.DIALOGUES)
    story.mouse.drag(right - 2, y, right - 2 + 4 * (story.axis.x(1) - story.axis.x(0)), y)
    example.wait_for_dates(story, example.DIALOGUES, '2022-01-10', '2022-03-01')
    example.undo(story, story.before, 1)


def drag_its_progress(story):
    left, right, y = bar(story, example.DIALOGUES)
    story.mouse.drag(left + 1, y + 8, left + 1 + (right - left) * 0.4, y + 8)
    wait_for('40 %', lambda: example.measure(story, example.DIALOGUES)['progress'] == 40)
    assert example.dates(story, example.DIALOGUES) == ('2022-01-10', '2022-02-25')
    example.undo(story, story.before, 1)


def drag_a_dependency(story):
    _, right, y = bar(story, example.DIALOGUES)
    left, end, other = bar(story, example.PRINCIPLES)
    story.mouse.drag(right + KNOB, y, (left + end) / 2, other)
    wait_for('the dependency', lambda: (example.DIALOGUES[story.language], example.PRINCIPLES[story.language])
             in example.dependencies(story))
    example.undo(story, story.before, 1)


def think_again(story):
    """Escape lets go of what the hand still holds."""
    left, right, y = bar(story, example.DIALOGUES)
    middle = (left + right) / 2
    story.mouse.take(middle, y, middle + 100, y)
    story.keyboard.press('Escape')
    story.mouse.move(middle + 160, y)
    story.mouse.send(False)
    assert example.plan(story) == story.before, 'something has changed'


def close_the_dialog(story, title):
    """It shows this measure, and there is no other one behind it."""
    dialog = story.window.wait('dialog', story.say('Measure'))
    field = dialog.wait('text box', story.say('Title'))
    wait_for(f'“{title}”', lambda: field.text == title)
    story.keyboard.press('Escape')
    wait_for('the dialog to close', lambda: story.window.find('dialog', story.say('Measure')) is None)


def open_a_bar(story):
    left, right, y = bar(story, example.DIALOGUES)
    story.mouse.click((left + right) / 2, y, times=2)
    close_the_dialog(story, example.DIALOGUES[story.language])
    assert example.plan(story) == story.before, 'something has changed'


def add_a_measure(story):
    """A double click on an empty place, three weeks before the bar."""
    _, _, y = bar(story, example.DIALOGUES)
    place = story.axis.x(example.day('2021-12-20') + 0.5)
    # Nothing typed leaves nothing.
    story.mouse.click(place, y, times=2)
    close_the_dialog(story, '')
    assert example.plan(story) == story.before, 'something has changed'

    story.mouse.click(place, y, times=2)
    wait_for('the title', lambda: story.window.focused() and story.window.focused().name == story.say('Title'))
    story.keyboard.type(story.say('Measure'))
    # Escape keeps what is not saved yet.
    close_the_dialog(story, story.say('Measure'))
    wait_for('the measure', lambda: story.say('Measure') in story.titles())
    found = next(one for one in example.plan(story)['measures'] if one['title'] == story.say('Measure'))
    assert (found['start'], found['end']) == ('2021-12-20', '2022-01-02'), found
    assert found['goals'] == example.measure(story, example.DIALOGUES)['goals'], found
    example.undo(story, story.before, 1)


def close(story):
    story.keyboard.press('Control_L+w')
    story.closed()
    assert example.plan(story) == story.before, 'something has changed'
    story.command('check', story.file)


sys.exit(session.run([
    open_it,
    fold_a_heading,
    come_nearer,
    drag_a_bar,
    drag_its_start,
    drag_its_end,
    drag_its_progress,
    drag_a_dependency,
    think_again,
    open_a_bar,
    add_a_measure,
    close,
]))
