# SPDX-License-Identifier: GPL-3.0-or-later
"""A person without a mouse types a whole plan: a goal with its indicator, two measures, a sparring, the board. What the
plan has in the end is what she typed, and nothing else. Her computer is set to the time of New York."""

import os
import sys
import time

import session
from atspi import wait_for

# What follows a field in the next one is saved as that gets the focus.
FIELD, LONG, CHOICE, SWITCH = 'text box', 'text box', 'combo box', 'switch'

# Label, role, what is typed in Finnish and in English – for a choice how far it is down – and what the plan has then.
GOAL = (
    ('Title', FIELD, 'Hävikki puoliksi', 'Half the waste', {'fi': 'Hävikki puoliksi', 'en': 'Half the waste'}, 'title'),
    ('Description', LONG, 'Ensin mitataan.\nSitten ostetaan.', 'First measure.\nThen buy.',
     {'fi': 'Ensin mitataan.\nSitten ostetaan.', 'en': 'First measure.\nThen buy.'}, 'description'),
    ('Level', CHOICE, 2, 2, 'category', 'level'),
    ('Time horizon', FIELD, '31.12.2025', '31 Dec 2025', '2025-12-31', 'horizon'),
    ('Owner role', FIELD, 'Päällikkö', 'Manager', {'fi': 'Päällikkö', 'en': 'Manager'}, 'owner_role'),
)
INDICATOR = (
    ('Title', FIELD, 'Hävikki', 'Waste', {'fi': 'Hävikki', 'en': 'Waste'}, 'title'),
    ('Unit', FIELD, 'g/annos', 'g/portion', {'fi': 'g/annos', 'en': 'g/portion'}, 'unit'),
    ('Baseline', FIELD, '62', '62', '62', 'baseline'),
    ('Date of the baseline', FIELD, '15.11.2021', '15 Nov 2021', '2021-11-15', 'baseline_date'),
    ('Target level', FIELD, '31', '31', '31', 'target'),
)
FIRST = (
    ('Title', FIELD, 'Mitataan', 'Measure it', {'fi': 'Mitataan', 'en': 'Measure it'}, 'title'),
    ('Owner role', FIELD, 'Päällikkö', 'Manager', {'fi': 'Päällikkö', 'en': 'Manager'}, 'owner_role'),
    ('Start date', FIELD, 'ti 19.10.2021', 'Tue 19 Oct 2021', '2021-10-19', 'start'),
    ('End date', FIELD, '1.12.21', '2021-12-01', '2021-12-01', 'end'),
    ('Status', CHOICE, 2, 2, 'in_progress', 'status'),
    ('Progress, %', FIELD, '40', '40', 40, 'progress'),
    ('Person-days', FIELD, '2,5', '2.5', 2.5, 'person_days'),
    ('Cost, €', FIELD, '1 500,00 €', '1,500', 1500, 'cost'),
    ('Result', LONG, 'Puolet.', 'Half.', {'fi': 'Puolet.', 'en': 'Half.'}, 'result'),
)
SECOND = (
    ('Title', FIELD, 'Ostetaan', 'Buy', {'fi': 'Ostetaan', 'en': 'Buy'}, 'title'),
    ('Start date', FIELD, '2.12.2021', '2/12/2021', '2021-12-02', 'start'),
    ('End date', FIELD, '24. joulukuuta 2021', '24 December 2021', '2021-12-24', 'end'),
    ('Cost, €', FIELD, '12000', '12 000', 12000, 'cost'),
)
SPARRING = (
    ('Planned time', FIELD, '16.11.2021 klo 9–11', '16 Nov 2021 9:00–11:00', '2021-11-16T09:00:00+02:00', 'start'),
    ('Place', FIELD, 'Turku', 'Turku', 'Turku', 'place'),
    ('Summary', LONG, 'Mitä on tehty?\nMitä seuraavaksi?', 'What is done?\nWhat next?',
     {'fi': 'Mitä on tehty?\nMitä seuraavaksi?', 'en': 'What is done?\nWhat next?'}, 'summary'),
)
BOARD = (
    ('Date of the meeting', FIELD, '10.1.2022', '10 Jan 2022', '2022-01-10', 'meeting_date'),
    ('Decision-maker', FIELD, 'Johtoryhmä', 'Executive board', {'fi': 'Johtoryhmä', 'en': 'Executive board'}, 'decision_maker'),
    ('Requested money, €', FIELD, '13 500', '13,500', 13500, 'requested_money'),
    ('Annexes', LONG, 'Suunnitelma.', 'Plan.', {'fi': 'Suunnitelma.', 'en': 'Plan.'}, 'annexes'),
)


def has_focus(story, role):
    node = story.window.focused()
    return node is not None and node.role == role


def fill(story, rows):
    """Goes from field to field by Tab."""
    for label, role, finnish, english, _, _ in rows:
        story.press_until('Tab', role, story.say(label))
        if role == CHOICE:
            story.keyboard.press('space')
            wait_for('the list', lambda: has_focus(story, 'list item'))
            for _ in range(finnish):
                story.keyboard.press('Down')
            story.keyboard.press('Return')
            wait_for('the list to close', lambda: has_focus(story, role))
        else:
            story.keyboard.press('Control_L+a')
            story.keyboard.type(story.pick(fi=finnish, en=english))
    story.keyboard.press('Tab')


def expected(story, rows):
    return {name: value[story.language] if isinstance(value, dict) else value for *_, value, name in rows}


def check(story, member, rows, number=0):
    def found():
        items = story.export()[member]
        return len(items) > number and {name: items[number].get(name) for name in expected(story, rows)}
    try:
        wait_for(member, lambda: found() == expected(story, rows))
    except AssertionError as error:
        raise AssertionError(f'{member} has {found()}, not {expected(story, rows)}') from error


def wait_for_dialog(story, label):
    wait_for(f'“{label}”', lambda: story.window.find('dialog', story.say(label)))


def go_to(story, tab):
    """From wherever the focus is to a view of the organisation."""
    for _ in range(session.STEPS):
        node = story.window.focused()
        if node and node.role == 'tab' and node.name in [story.say(name) for name in ('Situation', 'Plan', 'Sparring', 'Board')]:
            break
        # In a table, Tab goes from cell to cell.
        story.keyboard.press('Control_L+Shift_L+Tab' if node and node.role == 'grid cell' else 'Shift_L+Tab')
    for _ in range(4):
        if story.window.focused().name == story.say(tab):
            break
        story.keyboard.press('Right')
    story.press_until('Right', 'tab', story.say(tab))
    story.keyboard.press('space')


def open_the_organisation(story):
    story.command('new', story.file, '--template=2021')
    story.open()
    story.press_until('Down', 'list item', story.pick(en='City of Turku', fi='Turun kaupunki'))
    story.press_until('Tab', 'tab', story.say('Situation'))


def type_a_goal(story):
    story.press_until('Tab', 'button', story.say('Add impact goal'))
    story.keyboard.press('space')
    wait_for_dialog(story, 'Impact goal')
    fill(story, GOAL)
    check(story, 'goals', GOAL)


def type_its_indicator(story):
    story.press_until('Tab', 'button', story.say('Add indicator'))
    story.keyboard.press('space')
    wait_for('the form', lambda: story.window.find('form', story.say('Indicator')))
    fill(story, INDICATOR)
    wait_for('the indicator', lambda: [{name: one.get(name) for name in expected(story, INDICATOR)}
                                       for one in story.export()['goals'][0]['indicators']] == [expected(story, INDICATOR)])
    story.keyboard.press('Escape')
    wait_for('the goal', lambda: story.window.find('form', story.say('Indicator')) is None)
    story.keyboard.press('Escape')
    wait_for('the dialog to close', lambda: story.window.find('dialog', story.say('Impact goal')) is None)


def type_two_measures(story):
    go_to(story, 'Plan')
    for number, rows in enumerate((FIRST, SECOND)):
        story.keyboard.press('Control_L+n')
        story.wait_for_cell()
        story.keyboard.press('Alt_L+Return')
        wait_for('the new measure', lambda: story.window.focused().name == story.say('Title'))
        fill(story, rows)
        time.sleep(0.3)
    check(story, 'measures', FIRST, 0)
    check(story, 'measures', SECOND, 1)


def type_a_sparring(story):
    go_to(story, 'Sparring')
    story.press_until('Tab', 'button', story.say('Add sparring session'))
    story.keyboard.press('space')
    wait_for_dialog(story, 'Sparring session')
    fill(story, SPARRING)
    check(story, 'sessions', SPARRING)
    assert story.export()['sessions'][0]['duration'] == 120
    time_of_day = story.pick(en='9:00', fi='9.00')
    story.press_until('Shift_L+Tab', 'text box', story.say('Planned time'))
    assert story.window.focused().text.endswith(time_of_day), story.window.focused().text
    brief = story.command('brief', story.file, '--organisation=turku', '--format=md', f'--language={story.language}')
    assert time_of_day in brief, brief
    calendar = story.command('export', story.file, '--organisation=turku', '--format=ics')
    assert 'DTSTART;TZID=Europe/Helsinki:20211116T090000' in calendar, calendar
    story.keyboard.press('Escape')


def type_what_the_board_decides(story):
    go_to(story, 'Board')
    story.press_until('Tab', 'button', story.say('Add board presentation'))
    story.keyboard.press('space')
    wait_for_dialog(story, 'Board presentation')
    fill(story, BOARD)
    check(story, 'board_items', BOARD)
    story.keyboard.press('Escape')


def close(story):
    story.keyboard.press('Control_L+w')
    story.closed()
    plan = story.export()
    counts = {name: len(plan[name]) for name in ('goals', 'measures', 'sessions', 'board_items', 'milestones')}
    assert counts == {'goals': 1, 'measures': 2, 'sessions': 1, 'board_items': 1, 'milestones': 0}, counts
    check(story, 'measures', FIRST, 0)
    check(story, 'measures', SECOND, 1)
    story.command('check', story.file)


os.environ['TZ'] = 'America/New_York'
sys.exit(session.run([
    open_the_organisation,
    type_a_goal,
    type_its_indicator,
    type_two_measures,
    type_a_sparring,
    type_what_the_board_decides,
    close,
]))
