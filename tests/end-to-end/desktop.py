# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person has beside the program: a Finnish keyboard, a window manager and a clipboard."""

import ctypes
import pathlib
import subprocess

from atspi import wait_for
from keys import Display

SIZE = (1280, 900)
ANY_TYPE = 0
MANY = 1024


class Desktop(Display):
    def __init__(self):
        super().__init__()
        self.x11.XDefaultRootWindow.argtypes = (ctypes.c_void_p,)
        self.x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self.x11.XInternAtom.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int)
        self.x11.XInternAtom.restype = ctypes.c_ulong
        self.x11.XGetWindowProperty.argtypes = (
            ctypes.c_void_p, ctypes.c_ulong, ctypes.c_ulong, ctypes.c_long, ctypes.c_long, ctypes.c_int, ctypes.c_ulong,
            ctypes.POINTER(ctypes.c_ulong), ctypes.POINTER(ctypes.c_int), ctypes.POINTER(ctypes.c_ulong),
            ctypes.POINTER(ctypes.c_ulong), ctypes.POINTER(ctypes.c_void_p))
        self.x11.XFree.argtypes = (ctypes.c_void_p,)
        self.x11.XMoveResizeWindow.argtypes = (ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_int,
                                               ctypes.c_uint, ctypes.c_uint)
        self.root = self.x11.XDefaultRootWindow(self.display)
        subprocess.run(['setxkbmap', 'fi'], check=True)
        self.manager = subprocess.Popen(['jwm', '-f', str(pathlib.Path(__file__).with_name('jwm.xml'))])
        wait_for('the window manager', lambda: self.read('_NET_SUPPORTING_WM_CHECK'))

    def read(self, name):
        """The windows that a property of the root window names."""
        kind, form, count, rest = ctypes.c_ulong(), ctypes.c_int(), ctypes.c_ulong(), ctypes.c_ulong()
        data = ctypes.c_void_p()
        atom = self.x11.XInternAtom(self.display, name.encode(), False)
        self.x11.XGetWindowProperty(self.display, self.root, atom, 0, MANY, False, ANY_TYPE, kind, form, count, rest, data)
        if not data:
            return []
        values = ctypes.cast(data, ctypes.POINTER(ctypes.c_ulong))[:count.value]
        self.x11.XFree(data)
        return values

    def place(self, width=SIZE[0], height=SIZE[1]):
        """Puts every window into the corner of the screen, in this size."""
        for window in wait_for('a window', lambda: self.read('_NET_CLIENT_LIST')):
            self.x11.XMoveResizeWindow(self.display, window, 0, 0, width, height)
        self.settle()

    @staticmethod
    def copy(text):
        """Puts a text on the clipboard."""
        subprocess.run(['xclip', '-selection', 'clipboard', '-in'], input=text, text=True, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def end(self):
        self.manager.terminate()
        self.manager.wait()
