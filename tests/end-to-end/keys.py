# SPDX-License-Identifier: GPL-3.0-or-later
"""A keyboard, by the XTEST extension of the X server; libXtst comes with at-spi2-core."""

import ctypes
import time

SETTLE_SECONDS = 0.02
NAMES = {' ': 'space', '-': 'minus', '.': 'period'}


class Keyboard:
    def __init__(self):
        self.x11 = ctypes.CDLL('libX11.so.6')
        self.xtst = ctypes.CDLL('libXtst.so.6')
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XStringToKeysym.restype = ctypes.c_ulong
        self.x11.XKeysymToKeycode.argtypes = (ctypes.c_void_p, ctypes.c_ulong)
        self.x11.XKeysymToKeycode.restype = ctypes.c_ubyte
        self.x11.XSync.argtypes = (ctypes.c_void_p, ctypes.c_int)
        self.xtst.XTestFakeKeyEvent.argtypes = (ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong)
        self.display = self.x11.XOpenDisplay(None)
        assert self.display, 'there is no display'

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
        self.x11.XSync(self.display, False)
        time.sleep(SETTLE_SECONDS)

    def type(self, text):
        for letter in text:
            self.press(letter)
