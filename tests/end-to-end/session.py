# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a story: steps in order against the real program, each a line of TAP.

A story has a session of its own: a bus, a home and a runtime folder that go with it. What it needs and is not there
(a display, a locale, the accessibility bus) fails it.
"""

import gettext
import json
import locale
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback

EXIT_SECONDS = 10
STEPS = 60
FRAME_SECONDS = 0.05
# Containers that have the focus only to pass it on to what is in them.
CONTAINERS = ('generic', 'list')


def run(steps):
    """The exit status of the story. Arguments: the program, the folder of its translations, a locale."""
    if 'ACADEMY_SESSION' in os.environ:
        # Tests that run in the background or under nohup would hand on that these are ignored.
        for number in signal.SIGHUP, signal.SIGINT:
            signal.signal(number, signal.SIG_DFL)
        sys.stdout = os.fdopen(int(os.environ['ACADEMY_TAP']), 'w', encoding='utf-8')
        return tell(steps)

    folder = tempfile.mkdtemp(prefix='academy-test-')
    runtime = pathlib.Path(folder, 'runtime')
    runtime.mkdir(mode=0o700)
    environment = dict(os.environ, ACADEMY_SESSION=folder, HOME=folder, XDG_RUNTIME_DIR=str(runtime), LANG=sys.argv[3])
    for name in ('AT_SPI_BUS_ADDRESS', 'DBUS_SESSION_BUS_ADDRESS', 'LANGUAGE', 'LC_ALL', 'WAYLAND_DISPLAY',
                 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME', 'XDG_STATE_HOME'):
        environment.pop(name, None)
    # What the bus starts may write to standard output, which is for TAP alone.
    tap = os.dup(sys.stdout.fileno())
    environment['ACADEMY_TAP'] = str(tap)
    try:
        return subprocess.run(['dbus-run-session', '--', sys.executable, *sys.argv], env=environment, pass_fds=[tap],
                              stdout=sys.stderr, check=False).returncode
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def tell(steps):
    print(f'1..{len(steps)}', flush=True)
    failed = False
    story = None
    for number, step in enumerate(steps, 1):
        name = step.__name__.replace('_', ' ')
        if not failed:
            try:
                story = story or Story()
                step(story)
                print(f'ok {number} {name}', flush=True)
                continue
            except Exception:
                failed = True
                traceback.print_exc()
                print(f'not ok {number} {name}', flush=True)
        else:
            print(f'not ok {number} {name}: not reached', flush=True)
    if story is not None:
        story.end()
    return int(failed)


class Story:
    """A programme file and the window that shows it."""

    def __init__(self):
        import atspi
        from desktop import Desktop
        from keys import Keyboard, Mouse

        assert os.environ.get('DISPLAY'), 'there is no display'
        self.desktop, self.keyboard, self.mouse = Desktop(), Keyboard(), Mouse()
        locale.setlocale(locale.LC_ALL, sys.argv[3])
        self.language = 'fi' if sys.argv[3].startswith('fi') else 'en'
        self.catalogue = gettext.NullTranslations()
        if self.language != 'en':
            self.catalogue = gettext.translation('innovation-academy', sys.argv[2], [self.language])
        self.program = sys.argv[1]
        self.file = str(pathlib.Path(os.environ['ACADEMY_SESSION'], 'programme.academy'))
        self.organisation = 'turku'
        self.bus = atspi.Bus()
        self.process = None
        self.root = None

    def say(self, msgid):
        """What the interface calls it."""
        return self.catalogue.gettext(msgid).replace('_', '')

    def pick(self, **by_language):
        """What the glossary or the template has in this language."""
        return by_language[self.language]

    def command(self, *arguments):
        return subprocess.run([self.program, *arguments], check=True, capture_output=True, text=True).stdout

    def export(self):
        return json.loads(self.command('export', self.file, f'--organisation={self.organisation}', '--format=json',
                                       f'--language={self.language}'))

    def titles(self):
        return [measure['title'] for measure in self.export()['measures']]

    def open(self, words=None):
        """Opens the window with these words, or else with the file."""
        from atspi import wait_for

        environment = dict(os.environ, GTK_A11Y='atspi')
        words = [self.file] if words is None else words
        self.process = subprocess.Popen([self.program, *words], env=environment, stderr=subprocess.PIPE, text=True)
        self.root = wait_for('the program', lambda: self.bus.find_program(self.process.pid))
        self.window = wait_for('its window', lambda: next(iter(self.root.children), None))
        self.desktop.place()
        wait_for('the window to be active', lambda: {'showing', 'active'} <= self.window.states)

    def closed(self):
        """Waits for the program to end by itself; it has nothing to complain of."""
        _, messages = self.process.communicate(timeout=EXIT_SECONDS)
        assert self.process.returncode == 0, f'exit status {self.process.returncode}: {messages}'
        assert 'WARNING' not in messages and 'CRITICAL' not in messages, messages
        self.process = None

    def end(self):
        if self.process is not None:
            self.process.kill()
            print(self.process.communicate()[1], file=sys.stderr)
        self.desktop.end()

    def place(self, node):
        """Where a widget stays on the screen: left, top, width and height."""
        from atspi import wait_for

        places = [self.measure(node)]

        def is_still():
            time.sleep(FRAME_SECONDS)
            places.append(self.measure(node))
            return places[-1] == places[-2]

        wait_for('a widget to stay where it is', is_still)
        return places[-1]

    def measure(self, node):
        """Where a widget is on the screen now. The window is in the corner; what is in it is told of without the border
        round it, which is as wide on all sides."""
        _, _, whole_width, whole_height = self.window.place_in_window
        from_left, from_top, width, height = self.window.children[0].place_in_window
        left, top, *size = node.place_in_window
        return (left - from_left + (whole_width - width) / 2, top - from_top + (whole_height - height) / 2, *size)

    def point_at(self, node):
        left, top, width, height = self.place(node)
        self.mouse.move(left + width / 2, top + height / 2)

    def click(self, node, **how):
        left, top, width, height = self.place(node)
        self.mouse.click(left + width / 2, top + height / 2, **how)

    def wait_for_cell(self):
        """What edits a cell of the table of measures is called after its column and row."""
        from atspi import wait_for

        def find():
            node = self.window.focused()
            return node if node is not None and node.role == 'text box' and ': ' in node.name else None
        return wait_for('the cell', find)

    def rows(self):
        """The rows of the table of measures, and not the last, in which one is added."""
        rows = [node for node in self.window.wait('tree grid', self.say('Measures')).walk() if node.role == 'row']
        return [row for row in rows if row.name not in ('', self.say('Add measure'))]

    def press_until(self, key, role, name):
        """One key comes there in so many steps."""
        passed = []
        for _ in range(STEPS):
            node = self.window.focused()
            passed.append(node and (node.role, node.name))
            if passed[-1] == (role, name):
                return
            self.keyboard.press(key)
        raise AssertionError(f'{key} does not come to {role} “{name}”, but to {passed}')

    def check_names(self):
        """Every control that can have the focus has a name."""
        import atspi

        nameless = []

        def check(node, path):
            role, name, states = node.role, node.name, node.states
            path = f'{path} / {role} {name}'.rstrip()
            if 'focusable' in states and not name.strip() and role not in CONTAINERS:
                nameless.append(f'{path}: {[child.name for child in node.walk()]}')
            # The list of a closed combo box is not there for anybody, and a toast goes when its time has come.
            for child in node.children if role != 'combo box' else []:
                try:
                    if 'showing' in child.states:
                        check(child, path)
                except atspi.Gone:
                    continue

        check(self.window, '')
        assert not nameless, 'without a name:\n' + '\n'.join(nameless)
