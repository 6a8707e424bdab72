# SPDX-License-Identifier: GPL-3.0-or-later
"""Tab comes through every place and dialog and round again: each time to something else, and that has a name."""

import sys
import time

import example
import session
from atspi import Gone, Node, wait_for
from gi.repository import GLib

PLACES = ('Overview', 'Timeline', 'Mentoring', 'People', 'Lessons')
VIEWS = ('Situation', 'Opportunities', 'Sparring', 'Board', 'Plan')
PLAN_VIEWS = ('Measures', 'Timeline', 'Pilot', 'Risks')
DIALOGS = ('win.new-programme', 'win.restore-backup', 'win.show-help-overlay')
MOST_STEPS = 150
PATIENCE_SECONDS = 2
STEP_SECONDS = 0.01
TABLE = 'Toimenpide\tAlkaa\nPasted measure\t31.2.2022\n'


def hear():
    """What has happened on the bus until now."""
    while GLib.MainContext.default().iteration(False):
        pass


def keeps_focus(story):
    """Something has the focus that was not only on its way to something in it."""
    try:
        return story.bus.focus is not None and 'focused' in Node(story.bus, story.bus.focus).states
    except Gone:
        return False


def tab(story, where):
    """Where one more Tab comes to; where it stays, that."""
    hear()
    story.bus.focus = None
    story.keyboard.press('Tab')
    end = time.monotonic() + PATIENCE_SECONDS
    while not keeps_focus(story) and time.monotonic() < end:
        time.sleep(STEP_SECONDS)
        hear()
    node = Node(story.bus, story.bus.focus) if keeps_focus(story) else story.window.focused()
    assert node is not None, f'{where}: the focus has vanished'
    return node


def check_names(story):
    """The cells of a table have names when it has been drawn."""
    end = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            story.check_names()
            return
        except AssertionError:
            if time.monotonic() > end:
                raise


def walk(story, where, alone=False):
    """Only in a dialog may one thing be alone."""
    check_names(story)
    passed = []
    for _ in range(MOST_STEPS):
        node = tab(story, where)
        role, name = node.role, node.name
        if node.place in [place for place, _, _ in passed]:
            assert node.place != passed[-1][0] or (alone and len(passed) == 1), f'{where}: Tab does not come out of {role} “{name}”'
            return
        assert name.strip(), f'{where}: the focus is on a {role} without a name, after {passed[-1:]}'
        passed.append((node.place, role, name))
    raise AssertionError(f'{where}: Tab does not come round: {[(role, name) for _, role, name in passed]}')


def find_dialog(story):
    return next((node for node in story.window.walk() if node.role == 'dialog'), None)


def walk_dialog(story, where):
    wait_for(f'a dialog of {where}', lambda: find_dialog(story))
    walk(story, where, alone=True)
    story.keyboard.press('Escape')
    wait_for(f'the dialog of {where} to go', lambda: find_dialog(story) is None)


def open_it(story):
    example.create(story)
    story.open()
    story.bus.follow_focus()


def walk_through_the_places(story):
    places = story.window.wait('list', story.say('Places'))
    for place in PLACES:
        places.select(places.wait('list item', story.say(place)))
        story.window.wait('group', story.say(place))
        walk(story, place)


def walk_through_the_history(story):
    story.window.do('win.show-whole-history')
    story.window.wait('group', story.say('Change history'))
    walk(story, 'history')
    story.window.wait('radio', story.say('Net changes')).press()
    walk(story, 'history, net')


def walk_through_the_organisation(story):
    places = story.window.wait('list', story.say('Places'))
    places.select(places.wait('list item', example.KUVITELMA))
    for view in VIEWS:
        story.window.wait('tab', story.say(view)).press()
        story.window.wait('tab panel', story.say(view))
        if view != 'Plan':
            walk(story, view)


def walk_through_the_preparation(story):
    story.window.wait('tab', story.say('Sparring')).press()
    # Those of the example were held.
    story.window.wait('button', story.say('Add sparring session')).press()
    wait_for('the session', lambda: find_dialog(story))
    story.keyboard.type('7')
    story.keyboard.press('Escape')
    wait_for('the dialog to go', lambda: find_dialog(story) is None)
    story.window.wait('button', story.pick(en='Prepare', fi='Valmistele')).press()
    story.window.wait('button', story.say('Own question'))
    walk(story, 'Preparation')
    story.keyboard.press('Alt_L+Left')
    story.window.wait('tab', story.say('Plan')).press()


def walk_through_the_plan(story):
    for view in PLAN_VIEWS:
        story.window.wait('radio', story.say(view)).press()
        walk(story, f'Plan, {view}')


def walk_through_the_dialogs(story):
    for action in DIALOGS:
        story.window.do(action)
        walk_dialog(story, action)
    story.keyboard.press('Control_L+comma')
    walk_dialog(story, 'preferences')


def walk_through_the_preview(story):
    story.window.wait('radio', story.say('Measures')).press()
    story.click(story.window.wait('row', example.DIALOGUES[story.language]))
    story.desktop.copy(TABLE)
    story.keyboard.press('Control_L+v')
    walk_dialog(story, 'paste')


def close(story):
    story.keyboard.press('Control_L+w')
    story.closed()


sys.exit(session.run([
    open_it,
    walk_through_the_places,
    walk_through_the_history,
    walk_through_the_organisation,
    walk_through_the_preparation,
    walk_through_the_plan,
    walk_through_the_dialogs,
    walk_through_the_preview,
    close,
]))
