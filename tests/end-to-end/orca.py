# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person hears who works with Orca: where she is, what she chose, what was refused, what was undone.

A user can have one Orca at a time: the story fails while there is another.
"""

import atexit
import json
import os
import pathlib
import pty
import re
import subprocess
import sys
import threading
import time
import tty

import example
import session
from atspi import wait_for

# What is said may be of several lines.
SPEECH = re.compile(rb"SPEECH OUTPUT: '(.*?)'(?: \{|\s*$)", re.MULTILINE | re.DOTALL)
# Orca follows the keys by up to a second.
QUIET_SECONDS = 1.5
PATIENCE_SECONDS = 30
BLOCK = 65536
WASTE = {'en': 'Measure waste in six schools', 'fi': 'Mitataan hävikki kuudessa koulussa'}
SETTINGS = {
    'general': {'enableKeyEcho': False},
    'keybindings': {},
    'pronunciations': {},
    'profiles': {'default': {'profile': ['Default', 'default'], 'keybindings': {}, 'pronunciations': {}}},
}
SPEECHD = """
LogDir "default"
AudioOutputMethod "libao"
AddModule "dummy" "sd_dummy" ""
DefaultModule dummy
"""


class Orca:
    """Orca with a voice that says nothing, and what it would have said."""

    def __init__(self, folder):
        settings = folder / '.local/share/orca'
        settings.mkdir(parents=True)
        (settings / 'user-settings.conf').write_text(json.dumps(SETTINGS))
        (folder / '.libao').write_text('default_driver=null\n')
        (folder / 'speechd.conf').write_text(SPEECHD)
        self.log = bytearray()
        self.position = 0
        self.voice = subprocess.Popen(['speech-dispatcher', '-s', '-C', str(folder)], stdout=sys.stderr, stderr=sys.stderr)
        wait_for('the voice', (folder / 'runtime/speech-dispatcher/speechd.sock').exists)
        # Orca keeps a part of its log back from a file, and each line from a terminal no longer than until it ends.
        self.terminal, self.line = pty.openpty()
        tty.setraw(self.line)
        threading.Thread(target=self.listen, daemon=True).start()
        self.process = subprocess.Popen(['orca', '--debug-file', os.ttyname(self.line)], stdout=sys.stderr, stderr=sys.stderr)
        atexit.register(self.end)

    def listen(self):
        while True:
            self.log += os.read(self.terminal, BLOCK)

    def read(self):
        """Everything that was said."""
        return [line.decode() for line in SPEECH.findall(bytes(self.log))]

    def forget(self):
        """Waits until nothing more is said, which is then of no interest."""
        end = time.monotonic() + PATIENCE_SECONDS
        before = None
        while (now := len(self.read())) != before:
            assert time.monotonic() < end, 'Orca does not stop talking'
            before = now
            time.sleep(QUIET_SECONDS)
        self.position = now

    def heard(self):
        return ' | '.join(self.read()[self.position:])

    def wait(self, *texts):
        """All of these, in any order."""
        def missing():
            heard = self.heard()
            return [text for text in texts if text not in heard]
        try:
            wait_for('Orca', lambda: not missing(), PATIENCE_SECONDS)
        except AssertionError as error:
            raise AssertionError(f'not heard: {missing()}, but: {self.heard()}') from error

    def has_ended(self):
        return self.process.poll() is not None

    def end(self):
        # Asked to end in the midst of a line of its log, Orca stays; it has nothing to save.
        for process in self.process, self.voice:
            process.kill()
            process.wait(PATIENCE_SECONDS)


def start(story):
    example.create(story)
    story.orca = Orca(pathlib.Path(os.environ['ACADEMY_SESSION']))
    wait_for('Orca', lambda: story.orca.has_ended() or story.orca.read(), PATIENCE_SECONDS)
    assert not story.orca.has_ended(), 'Orca does not run; perhaps another one does'
    story.orca.forget()
    story.open()
    # A window that comes before GTK has told of all that is in it is not always said.
    story.orca.forget()


def press(story, key):
    story.orca.forget()
    story.keyboard.press(key)


def come_to(story, key, role, name, place=None):
    """One key comes there; what is said of the last step is kept."""
    for _ in range(session.STEPS):
        node = story.window.focused()
        if node and (node.role, node.name) == (role, name) and place in (None, node.place):
            return
        press(story, key)
        time.sleep(0.2)
    raise AssertionError(f'{key} does not come to {role} “{name}”')


def go_to_the_measures(story):
    come_to(story, 'Down', 'list item', example.KUVITELMA)
    story.orca.wait(example.KUVITELMA)
    come_to(story, 'Tab', 'tab', story.say('Situation'))
    come_to(story, 'Right', 'tab', story.say('Plan'))
    press(story, 'space')
    cell = f"{story.say('Title')}: {story.before['measures'][0]['title']}"
    story.orca.forget()
    start = story.orca.position
    come_to(story, 'Tab', 'grid cell', cell)
    # The name of the place is said at the first of its tools, before the table.
    story.orca.position = start
    story.orca.wait(story.say('Measures'), cell)


def add_a_measure(story):
    """Saving it says nothing of other places, and its form begins at its title."""
    press(story, 'Control_L+n')
    story.orca.wait(story.say('Title'))
    story.orca.forget()
    story.keyboard.type('heard')
    story.keyboard.press('Alt_L+Return')
    wait_for('the measure', lambda: 'heard' in story.titles())
    time.sleep(QUIET_SECONDS)
    heard = story.orca.heard()
    assert story.say('Places') not in heard and example.KUVITELMA not in heard, heard


def write_a_wrong_date(story):
    story.press_until('Tab', 'text box', story.say('Start date'))
    story.orca.forget()
    story.keyboard.type('31.2.2022')
    story.orca.wait(story.pick(en='19 Oct 2021', fi='19.10.2021'))
    story.keyboard.press('Escape')


def pick_a_day(story):
    """Each day that the keys come to is said."""
    story.keyboard.type('19.10.2021')
    press(story, 'Alt_L+Down')
    story.orca.forget()
    story.keyboard.press('Right')
    story.orca.wait(story.pick(en='Wednesday 20 Oct 2021', fi='keskiviikko 20.10.2021'))
    story.keyboard.press('Escape')


def choose_a_status(story):
    story.press_until('Tab', 'combo box', story.say('Status'))
    story.orca.wait(story.say('Idea'))
    story.orca.forget()
    story.keyboard.press('space')
    time.sleep(0.5)
    story.keyboard.press('Down')
    press(story, 'Return')
    story.orca.wait(story.say('Planned'))


def undo_it(story):
    press(story, 'Control_L+z')
    story.orca.wait(story.pick(en='Undone', fi='Kumottu'))


def plan_on_the_timeline(story):
    story.window.wait('radio', story.say('Timeline')).press()
    rows = story.window.wait('list', story.say('Timeline'))
    story.click(rows.wait('list item', WASTE[story.language]))
    story.orca.wait(WASTE[story.language], story.pick(en='1 Nov 2021', fi='1.11.2021'))
    press(story, 'Control_L+Right')
    story.orca.wait(story.pick(en='8 Nov 2021', fi='8.11.2021'))
    press(story, 'Control_L+z')
    story.orca.wait(story.pick(en='Undone', fi='Kumottu'))


def read_the_table(story):
    """What is deleted is said without a look at the toast."""
    story.window.wait('toggle button', story.say('Show as a table')).press()
    table = story.window.wait('table|tree grid', story.say('Timeline as a table'))
    story.click(table.wait('row|table row', WASTE[story.language]))
    story.orca.wait(WASTE[story.language], story.pick(en='1 Nov 2021', fi='1.11.2021'))
    press(story, 'Delete')
    story.orca.wait(story.pick(en='deleted', fi='poistettu'))
    press(story, 'Control_L+z')
    story.orca.wait(story.pick(en='Undone', fi='Kumottu'), WASTE[story.language])


def come_back_to_the_overview(story):
    places = story.window.wait('list', story.say('Places'))
    places.select(places.wait('list item', story.say('Overview')))
    # The sidebar has the organisation, too.
    row = story.window.wait('group', story.say('Overview')).wait('list item', example.KUVITELMA)
    story.orca.forget()
    come_to(story, 'Tab', 'list item', row.name, row.place)
    story.orca.wait(story.pick(en='2 of 13 measures done', fi='2/13 toimenpiteestä valmiina'))


def close(story):
    story.keyboard.press('Control_L+w')
    story.closed()


sys.exit(session.run([
    start,
    go_to_the_measures,
    add_a_measure,
    write_a_wrong_date,
    pick_a_day,
    choose_a_status,
    undo_it,
    plan_on_the_timeline,
    read_the_table,
    come_back_to_the_overview,
    close,
]))
