# SPDX-License-Identifier: GPL-3.0-or-later
"""A hand that moves about while it writes: what it did is in the file, and nothing else."""

import sys
import time

import example
import session
from atspi import wait_for

# What is typed is saved after a second.
PAUSE_SECONDS = 1.2
# A new step of undo begins after two.
STEP_SECONDS = 2.4
MOST_STEPS = 4
NARROW = 360
FIELDS = ('text box', 'combo box')
WASTE = {'en': 'Measure waste in six schools', 'fi': 'Mitataan hävikki kuudessa koulussa'}


def form(story):
    return story.window.wait('form', story.say('Measure'))


def field(story, label):
    return form(story).wait('text box', story.say(label))


def enter(story, label):
    """Clicks into a field, and has all that it says selected."""
    story.click(field(story, label))
    wait_for('the focus', lambda: story.window.focused() and story.window.focused().name == story.say(label))
    story.keyboard.press('Control_L+a')


def changed(story):
    """Field by field, what the measures of the file have otherwise than before: {title: {field: value}}.

    A text is looked at in the language of the story.
    """
    before = {one['id']: one for one in story.before['measures']}
    found = {}
    for one in example.plan(story)['measures']:
        old = before.get(one['id'], {})
        names = [name for name in sorted({*one, *old}) if not name.endswith(('_label', '_translations'))]
        differs = {name: one.get(name) for name in names if one.get(name) != old.get(name)}
        if differs:
            found[old.get('title', one['title'])] = differs
    return found


def saved(story, expected):
    wait_for(f'{expected} in the file, which has {changed(story)}', lambda: changed(story) == expected)


def undo_all(story):
    """Pauses may have made steps of what was typed."""
    for _ in range(MOST_STEPS):
        before = changed(story)
        if not before:
            return
        story.keyboard.press('Control_L+z')
        wait_for('a step back', lambda: changed(story) != before)
    assert not changed(story), changed(story)


def open_the_measures(story):
    example.create(story)
    story.open()
    story.click(story.window.wait('list', story.say('Places')).wait('list item', example.KUVITELMA))
    story.click(story.window.wait('tab', story.say('Plan')))
    story.window.wait('group', story.say('Measures'))
    story.click(story.window.wait('row', WASTE[story.language]))
    story.keyboard.press('Alt_L+Return')
    wait_for('the form', lambda: field(story, 'Title').text == WASTE[story.language])


def pass_over_the_list_while_writing(story):
    """The pointer selects nothing, and takes no text elsewhere."""
    enter(story, 'Title')
    story.keyboard.type('first ')
    for place in range(6):
        wait_for('the row', lambda: story.point_at(story.rows()[place]) or True)
        time.sleep(0.1)
    story.keyboard.type('second')
    saved(story, {WASTE[story.language]: {'title': 'first second'}})
    assert field(story, 'Title').text == 'first second'
    undo_all(story)


def go_on_after_a_mistake(story):
    """Tab comes to the next field, and Shift+Tab back to what was refused, which Escape puts right."""
    enter(story, 'Start date')
    story.keyboard.type('31.2.2022')
    story.keyboard.press('Tab')
    wait_for('the next field', lambda: story.window.focused().name == story.say('End date'))
    story.keyboard.press('Shift_L+Tab')
    wait_for('the field', lambda: story.window.focused().name == story.say('Start date'))
    assert field(story, 'Start date').text == '31.2.2022'
    story.keyboard.press('Escape')
    wait_for('the saved value', lambda: field(story, 'Start date').text == story.pick(en='1 Nov 2021', fi='1.11.2021'))
    saved(story, {})


def undo_what_was_not_saved(story):
    """The text of the field goes back to what was saved, and nothing else does."""
    enter(story, 'Owner role')
    story.keyboard.type('Catering')
    time.sleep(PAUSE_SECONDS)
    saved(story, {WASTE[story.language]: {'owner_role': 'Catering'}})
    enter(story, 'End date')
    story.keyboard.type('31.2.2022')
    time.sleep(PAUSE_SECONDS)
    story.keyboard.press('Control_L+z')
    wait_for('the saved value', lambda: field(story, 'End date').text == story.pick(en='28 Feb 2022', fi='28.2.2022'))
    saved(story, {WASTE[story.language]: {'owner_role': 'Catering'}})
    story.keyboard.press('Control_L+z')
    saved(story, {})


def undo_what_was_written_after_a_pause(story):
    enter(story, 'Title')
    story.keyboard.type('one')
    time.sleep(STEP_SECONDS)
    story.keyboard.type(' two')
    time.sleep(PAUSE_SECONDS)
    saved(story, {WASTE[story.language]: {'title': 'one two'}})
    story.keyboard.press('Control_L+z')
    saved(story, {WASTE[story.language]: {'title': 'one'}})
    story.keyboard.press('Control_L+z')
    saved(story, {})


def paste(story):
    enter(story, 'Title')
    story.desktop.copy('from a\nPDF\u200b  a\u0308iti\x07')
    story.keyboard.press('Control_L+v')
    time.sleep(PAUSE_SECONDS)
    saved(story, {WASTE[story.language]: {'title': 'from a PDF  äiti'}})
    story.keyboard.press('Control_L+z')
    saved(story, {})


def write_a_day_without_a_year(story):
    """The year that fits the plan is shown at once."""
    enter(story, 'Start date')
    story.keyboard.type('15.11.')
    story.keyboard.press('Return')
    wait_for('the year', lambda: field(story, 'Start date').text == story.pick(en='15 Nov 2021', fi='15.11.2021'))
    saved(story, {WASTE[story.language]: {'start': '2021-11-15'}})


def pick_the_marked_day(story):
    """A start that is empty opens at the end, which is marked; a click takes it, though the mark stays."""
    enter(story, 'Start date')
    story.keyboard.press('BackSpace')
    saved(story, {WASTE[story.language]: {'start': None}})
    story.keyboard.press('Alt_L+Down')
    calendar = story.window.wait('group', story.say('Calendar: %s') % story.say('Start date'))
    assert calendar.find('label', '2022') and calendar.find('label', story.pick(en='February', fi='helmikuu'))
    story.click(calendar.wait('label', '28'))
    saved(story, {WASTE[story.language]: {'start': '2022-02-28'}})
    undo_all(story)


def choose_the_next(story):
    """The list opens at what is chosen."""
    before = example.measure(story, WASTE)['status']
    assert before == 'in_progress', before
    choice = form(story).wait('combo box', story.say('Status'))
    story.click(choice)
    time.sleep(1)
    story.keyboard.press('Down')
    story.keyboard.press('Return')
    wait_for('another status', lambda: example.measure(story, WASTE)['status'] != before)
    after = example.measure(story, WASTE)['status']
    assert after == 'on_hold', after
    story.keyboard.press('Control_L+z')
    saved(story, {})


def choose_under_a_pointer_that_rests(story):
    """A list that opens below the pointer is not changed by it until it moves."""
    choice = form(story).wait('combo box', story.say('Status'))
    story.press_until('Tab', 'combo box', story.say('Status'))
    story.keyboard.press('space')
    story.point_at(choice.wait('label', story.say('Dropped')))
    story.keyboard.press('Escape')
    time.sleep(0.3)
    story.keyboard.press('space')
    time.sleep(0.3)
    story.keyboard.press('Down')
    story.keyboard.press('Return')
    wait_for('the next status', lambda: example.measure(story, WASTE)['status'] == 'on_hold')
    story.keyboard.press('Control_L+z')
    saved(story, {})


def choose_by_letters(story):
    """An arrow opens a closed list as well, and letters go to a choice."""
    story.press_until('Tab', 'combo box', story.say('Status'))
    story.keyboard.press('Down')
    time.sleep(0.3)
    story.keyboard.type(story.pick(fi='odo', en='on'))
    story.keyboard.press('Return')
    wait_for('a status by its letters', lambda: example.measure(story, WASTE)['status'] == 'on_hold')
    story.keyboard.press('Control_L+z')
    saved(story, {})


def delete_and_bring_back(story):
    """The neighbour is selected, and what comes back is."""
    shown = [row.name for row in story.rows()]
    place = shown.index(WASTE[story.language])
    story.click(story.rows()[place])
    story.keyboard.press('Control_L+Delete')
    wait_for('the measure to go', lambda: len(example.plan(story)['measures']) == len(story.before['measures']) - 1)
    neighbour = shown[min(place + 1, len(shown) - 1)]
    wait_for('the neighbour', lambda: field(story, 'Title').text == neighbour)
    story.keyboard.press('Control_L+z')
    saved(story, {})
    wait_for('the form', lambda: field(story, 'Title').text == WASTE[story.language])


def tab_through_a_narrow_form(story):
    """Tab comes to every field, in the order in which they stand."""
    story.desktop.place(NARROW)
    story.click(story.window.wait('list', story.say('Measures')).wait('list item', WASTE[story.language]))
    story.click(field(story, 'Title'))
    wait_for('the focus', lambda: story.window.focused() and story.window.focused().name == story.say('Title'))
    expected = [node.name for node in form(story).walk() if node.role in FIELDS]
    passed = []
    while len(passed) < len(expected):
        focus = story.window.focused()
        if focus.role in FIELDS:
            passed.append(focus.name)
        before = focus.place
        story.keyboard.press('Tab')
        wait_for('the next field', lambda: story.window.focused() and story.window.focused().place != before)
    assert passed == expected, (passed, expected)
    saved(story, {})
    story.desktop.place()


def close(story):
    story.keyboard.press('Control_L+w')
    story.closed()
    assert example.plan(story) == story.before, changed(story)
    story.command('check', story.file)


sys.exit(session.run([
    open_the_measures,
    pass_over_the_list_while_writing,
    go_on_after_a_mistake,
    undo_what_was_not_saved,
    undo_what_was_written_after_a_pause,
    paste,
    write_a_day_without_a_year,
    pick_the_marked_day,
    choose_the_next,
    choose_under_a_pointer_that_rests,
    choose_by_letters,
    delete_and_bring_back,
    tab_through_a_narrow_form,
    close,
]))
