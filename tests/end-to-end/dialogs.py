# SPDX-License-Identifier: GPL-3.0-or-later
"""A person writes in dialogs: each key goes where it is meant to go, also after something was added, deleted or closed."""

import sys
import time

import example
import session
from atspi import wait_for

ATTENDEE = 'Kahvinkeittäjä'


def wait_for_focus(story, role, name):
    def found():
        node = story.window.focused()
        return node is not None and (node.role, node.name) == (role, name)
    try:
        wait_for('the focus', found)
    except AssertionError as error:
        node = story.window.focused()
        raise AssertionError(f'the focus is on {node and (node.role, node.name)}, not on {role} “{name}”') from error


def wait_for_dialog(story, label, there=True):
    wait_for(f'“{label}”', lambda: (story.window.find('form', story.say(label)) is not None) == there)


def open_the_last_row(story, label, plural):
    """The section of this kind on a page, of which the rows open forms of this label."""
    lists = [node for node in story.window.walk() if (node.role, node.name) == ('list', story.say(plural))]
    rows = [node for one in lists for node in one.walk() if node.role == 'list item']
    # The rows may be below the edge of the window.
    story.press_until('Tab', 'list item', rows[0].name)
    for _ in rows[1:]:
        story.keyboard.press('Down')
    wait_for_focus(story, 'list item', rows[-1].name)
    story.keyboard.press('Return')
    wait_for_dialog(story, label)


def go_to(story, tab, addition):
    story.click(story.window.wait('tab', story.say(tab)))
    story.window.wait('button', story.say(addition))


def open_the_organisation(story):
    example.create(story)
    story.open()
    story.click(story.window.wait('list', story.say('Places')).wait('list item', example.KUVITELMA))


def money(story):
    return story.export()['board_items'][0].get('requested_money')


def undo_in_a_dialog(story):
    """Ctrl+Z takes back what was saved, and an offer that was taken."""
    go_to(story, 'Board', 'Add board presentation')
    before = money(story)
    open_the_last_row(story, 'Board presentation', 'Board presentations')
    story.press_until('Tab', 'text box', story.say('Requested money, €'))
    story.keyboard.press('Control_L+a')
    story.keyboard.type('100')
    wait_for('autosave', lambda: money(story) == 100)
    offer = story.say('From the plan: %s') % story.pick(en='€62,500', fi='62\u00a0500\u00a0€')
    story.press_until('Tab', 'button', offer)
    story.keyboard.press('space')
    wait_for('the offer', lambda: money(story) == before)
    wait_for_focus(story, 'text box', story.say('Requested money, €'))
    story.keyboard.press('Control_L+z')
    wait_for('the step back', lambda: money(story) == 100)
    story.keyboard.press('Control_L+y')
    wait_for('the step', lambda: money(story) == before)
    story.press_until('Tab', 'combo box', story.say('Publicity'))
    story.keyboard.press('Control_L+z')
    wait_for('the step back', lambda: money(story) == 100)
    story.press_until('Shift_L+Tab', 'button', offer)
    story.keyboard.press('Control_L+z')
    wait_for('two steps back', lambda: example.plan(story) == story.before)
    wait_for_focus(story, 'text box', story.say('Requested money, €'))
    # The first one takes the toast away.
    story.keyboard.press('Escape')
    wait_for('the toast to go', lambda: story.window.find('button', story.say('_Show')) is None)
    story.keyboard.press('Escape')
    wait_for_dialog(story, 'Board presentation', False)


def add_an_attendee(story):
    """Back from a page, one is at what was added, or at what was used to add it."""
    go_to(story, 'Sparring', 'Add sparring session')
    open_the_last_row(story, 'Sparring session', 'Sparring sessions')
    story.press_until('Tab', 'text box', story.say('Place'))
    # To the row that opens to the attendees.
    story.keyboard.press('Tab')
    story.keyboard.press('space')
    story.press_until('Tab', 'button', story.say('Add participant'))
    story.keyboard.press('space')
    wait_for_dialog(story, 'Participant')
    story.keyboard.press('Escape')
    wait_for_dialog(story, 'Participant', False)
    wait_for_focus(story, 'button', story.say('Add participant'))

    story.keyboard.press('space')
    wait_for_dialog(story, 'Participant')
    # A role is not taken for granted.
    wait_for_focus(story, 'combo box', story.say('Role'))
    story.keyboard.press('space')
    time.sleep(1)
    story.keyboard.press('Down')
    story.keyboard.press('Return')
    story.press_until('Tab', 'text box', story.say('Role title'))
    story.keyboard.type(ATTENDEE)
    story.keyboard.press('Escape')
    wait_for_dialog(story, 'Participant', False)
    node = story.window.focused()
    assert node.name == ATTENDEE, (node.role, node.name)
    story.keyboard.type('7')
    story.keyboard.press('Escape')
    wait_for_dialog(story, 'Sparring session', False)
    assert ATTENDEE in [one.get('role_title') for one in story.export()['participations']]
    assert [one['number'] for one in story.export()['sessions']] == [one['number'] for one in story.before['sessions']]


def close(story):
    """Also from within a dialog."""
    open_the_last_row(story, 'Sparring session', 'Sparring sessions')
    story.keyboard.press('Control_L+q')
    story.closed()
    story.command('check', story.file)


sys.exit(session.run([
    open_the_organisation,
    undo_in_a_dialog,
    add_an_attendee,
    close,
]))
