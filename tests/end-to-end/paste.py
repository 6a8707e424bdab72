# SPDX-License-Identifier: GPL-3.0-or-later
"""Forty rows of a spreadsheet become measures, and go again by one step."""

import sys

import example
import session
from atspi import wait_for

ROWS = 40
# The third end is no day.
TABLE = 'Toimenpide\tVastuu\tAlkaa\tLoppuu\n' + ''.join(
    f'Pasted measure {row}\tBuyer\t{1 + row % 28}.2.2022\t{31 if row == 3 else 1 + row % 28}.{4 if row == 3 else 3}.2022\n'
    for row in range(1, ROWS + 1))


def dialog(story):
    return story.window.wait('dialog', story.say('Paste'))


def pasted(story):
    return [title for title in story.titles() if title.startswith('Pasted measure')]


def open_the_measures(story):
    example.create(story)
    story.open()
    story.click(story.window.wait('list', story.say('Places')).wait('list item', example.KUVITELMA))
    story.click(story.window.wait('tab', story.say('Plan')))
    story.window.wait('group', story.say('Measures'))
    story.click(story.window.wait('row', example.DIALOGUES[story.language]))
    wait_for('the selection', lambda: [row for row in story.rows() if 'selected' in row.states])


def look_at_the_preview(story):
    story.desktop.copy(TABLE)
    story.keyboard.press('Control_L+v')
    assert dialog(story).wait('label', story.say('%s of %s understood. Correct the red cells, or they stay empty.') %
                              (ROWS - 1, ROWS))
    assert pasted(story) == []
    story.keyboard.press('Escape')
    wait_for('the dialog to go', lambda: story.window.find('dialog', story.say('Paste')) is None)
    assert example.plan(story) == story.before


def add_what_is_understood(story):
    story.desktop.copy(TABLE.replace('31.4.2022', '30.4.2022'))
    story.keyboard.press('Control_L+v')
    assert dialog(story).wait('label', story.say('%s of %s understood.') % (ROWS, ROWS))
    story.click(dialog(story).wait('button', story.say('Paste %u measures').replace('%u', str(ROWS))))
    wait_for('the measures', lambda: len(pasted(story)) == ROWS)
    third = next(one for one in story.export()['measures'] if one['title'] == 'Pasted measure 3')
    assert (third['start'], third['end'], third['owner_role']) == ('2022-02-04', '2022-04-30', 'Buyer'), third


def undo_it(story):
    story.keyboard.press('Control_L+z')
    wait_for('one step back', lambda: example.plan(story) == story.before)
    wait_for('the rows to go', lambda: not [row for row in story.rows() if row.name.startswith('Pasted measure')])


def close(story):
    story.keyboard.press('Control_L+w')
    story.closed()
    story.command('check', story.file)


sys.exit(session.run([
    open_the_measures,
    look_at_the_preview,
    add_what_is_understood,
    undo_it,
    close,
]))
