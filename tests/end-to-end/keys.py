# SPDX-License-Identifier: GPL-3.0-or-later
"""A keyboard and a mouse, by the XTEST extension of the X server; libXtst comes with at-spi2-core."""

import ctypes
import time

SETTLE_SECONDS = 0.02
STEPS = 6
LEFT, MIDDLE, RIGHT = 1, 2, 3
NAMES = {' ': 'space', '-': 'minus', '.': 'period', ',': 'comma', ':': 'colon', '/': 'slash', '+': 'plus', '(': 'parenleft',
         ')': 'parenright', '\n': 'Return', '%': 'percent', '!': 'exclam', '?': 'question', '@': 'at',
         '–': 'endash', '€': 'EuroSign',
         'ä': 'adiaeresis', 'Ä': 'Adiaeresis', 'ö': 'odiaeresis', 'Ö': 'Odiaeresis', 'å': 'aring', 'Å': 'Aring'}
# What is held down for the letters of a key, in their order.
LEVELS = ('', 'Shift_L+', 'ISO_Level3_Shift+')


class Display:
    def __init__(self):
        self.x11 = ctypes.CDLL('libX11.so.6')
        self.xtst = ctypes.CDLL('libXtst.so.6')
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XStringToKeysym.restype = ctypes.c_ulong
        self.x11.XKeysymToKeycode.argtypes = (ctypes.c_void_p, ctypes.c_ulong)
        self.x11.XKeysymToKeycode.restype = ctypes.c_ubyte
        self.x11.XkbKeycodeToKeysym.argtypes = (ctypes.c_void_p, ctypes.c_ubyte, ctypes.c_uint, ctypes.c_uint)
        self.x11.XkbKeycodeToKeysym.restype = ctypes.c_ulong
        self.x11.XSync.argtypes = (ctypes.c_void_p, ctypes.c_int)
        self.xtst.XTestFakeKeyEvent.argtypes = (ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong)
        self.xtst.XTestFakeMotionEvent.argtypes = (ctypes.c_void_p, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_ulong)
        self.xtst.XTestFakeButtonEvent.argtypes = (ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong)
        self.display = self.x11.XOpenDisplay(None)
        assert self.display, 'there is no display'

    def settle(self):
        self.x11.XSync(self.display, False)
        time.sleep(SETTLE_SECONDS)


class Keyboard(Display):
    def send(self, name, down):
        keysym = self.x11.XStringToKeysym(NAMES.get(name, name).encode())
        code = self.x11.XKeysymToKeycode(self.display, keysym)
        assert code, f'there is no key “{name}”'
        self.xtst.XTestFakeKeyEvent(self.display, code, down, 0)

    def press(self, keys):
        """One key with what is held down for it: “Shift_L+Tab”."""
        names = keys.split('+')
        for name in names:
            self.send(name, True)
        for name in reversed(names):
            self.send(name, False)
        self.settle()

    def find(self, letter):
        """The keys that write a letter."""
        name = NAMES.get(letter, letter)
        keysym = self.x11.XStringToKeysym(name.encode())
        code = self.x11.XKeysymToKeycode(self.display, keysym)
        level = next((number for number in range(len(LEVELS))
                      if self.x11.XkbKeycodeToKeysym(self.display, code, 0, number) == keysym), 0)
        return LEVELS[level] + name

    def type(self, text):
        for letter in text:
            self.press(self.find(letter))


class Mouse(Display):
    """Its places are those of the screen, in pixels."""

    def move(self, x, y):
        self.xtst.XTestFakeMotionEvent(self.display, -1, round(x), round(y), 0)
        self.settle()

    def send(self, down, button=LEFT):
        self.xtst.XTestFakeButtonEvent(self.display, button, down, 0)
        self.settle()

    def click(self, x, y, times=1, button=LEFT):
        self.move(x, y)
        for _ in range(times):
            self.send(True, button)
            self.send(False, button)

    def take(self, x, y, to_x, to_y):
        """Takes hold of something and goes somewhere with it, as a hand does: not in one jump."""
        self.move(x, y)
        self.send(True)
        for step in range(1, STEPS + 1):
            self.move(x + (to_x - x) * step / STEPS, y + (to_y - y) * step / STEPS)

    def drag(self, x, y, to_x, to_y):
        self.take(x, y, to_x, to_y)
        self.send(False)
