# SPDX-License-Identifier: GPL-3.0-or-later
"""The illustrative plan, and its timeline as somebody finds it in the window."""

import datetime

from atspi import wait_for

KUVITELMA = 'Kuvitelma'
SLUG = 'kuvitelma'
# A measure from 10 January to 25 February 2022, and others.
DIALOGUES = {'en': 'Hold two market dialogues', 'fi': 'Järjestetään kaksi markkinavuoropuhelua'}
PRINCIPLES = {'en': 'Agree on principles for risk sharing', 'fi': 'Sovitaan riskien jakamisen periaatteet'}


def create(story):
    story.organisation = SLUG
    story.command('new', story.file, '--template=example')
    story.before = plan(story)


def plan(story):
    """What the file says of the plan, but for the time at which it says so."""
    exported = story.export()
    del exported['exported']
    return exported


def measure(story, titles):
    return next(measure for measure in plan(story)['measures'] if measure['title'] == titles[story.language])


def dates(story, titles):
    found = measure(story, titles)
    return found['start'], found['end']


def wait_for_dates(story, titles, start, end):
    wait_for(f'{start} – {end}', lambda: dates(story, titles) == (start, end))


def dependencies(story):
    titles = {measure['id']: measure['title'] for measure in plan(story)['measures']}
    return {(titles[one['predecessor']], titles[one['successor']]) for one in plan(story)['dependencies']}


def row(story, titles):
    """The row of the chart."""
    return story.window.wait('list', story.say('Timeline')).wait('list item', titles[story.language])


def undo(story, before, steps):
    """So many steps bring back the plan as it was, and not one fewer."""
    for _ in range(steps):
        assert plan(story) != before, 'too many steps'
        now = plan(story)
        story.window.do('win.undo')
        wait_for('a step back', lambda: plan(story) != now)
    assert plan(story) == before, 'something is left'


def day(text):
    return datetime.date.fromisoformat(text).toordinal()
