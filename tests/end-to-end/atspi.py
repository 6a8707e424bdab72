# SPDX-License-Identifier: GPL-3.0-or-later
"""The accessibility bus, as a screen reader sees a program, over plain D-Bus."""

import time

from gi.repository import Gio, GLib

ACCESSIBLE = 'org.a11y.atspi.Accessible'
ACTION = 'org.a11y.atspi.Action'
CACHE = 'org.a11y.atspi.Cache'
CACHE_PATH = '/org/a11y/atspi/cache'
COMPONENT = 'org.a11y.atspi.Component'
EDITABLE = 'org.a11y.atspi.EditableText'
SELECTION = 'org.a11y.atspi.Selection'
TEXT = 'org.a11y.atspi.Text'
EVENT = 'org.a11y.atspi.Event.Object'
REGISTRY = ('org.a11y.atspi.Registry', '/org/a11y/atspi/registry')
ROOT = ('org.a11y.atspi.Registry', '/org/a11y/atspi/accessible/root')

# AtspiStateType, by bit.
STATES = {1: 'active', 4: 'checked', 8: 'enabled', 10: 'expanded', 11: 'focusable', 12: 'focused', 23: 'selected', 24: 'sensitive',
          25: 'showing', 30: 'visible'}
FOCUSED = 12
LABELLED_BY = 2
IN_WINDOW = 1
CALL_MS = 5000
PATIENCE_SECONDS = 10


def wait_for(what, condition, seconds=PATIENCE_SECONDS):
    """The first true value of condition()."""
    end = time.monotonic() + seconds
    while True:
        try:
            value = condition()
        except Gone:
            value = None
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f'waited in vain for {what}')
        time.sleep(0.03)


class Gone(Exception):
    """The program took the widget away in the meantime."""


class Bus:
    """The accessibility bus of the session, which starts with the first question."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address, = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None,
                                     GLib.VariantType('(s)'), Gio.DBusCallFlags.NONE, CALL_MS, None).unpack()
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.connection = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)

    def call(self, place, interface, method, arguments=None):
        try:
            return self.connection.call_sync(place[0], place[1], interface, method, arguments, None,
                                             Gio.DBusCallFlags.NONE, CALL_MS, None).unpack()
        except GLib.Error as error:
            going = (Gio.DBusError.UNKNOWN_OBJECT, Gio.DBusError.SERVICE_UNKNOWN, Gio.DBusError.UNKNOWN_METHOD,
                     Gio.DBusError.NO_REPLY)
            if any(error.matches(Gio.dbus_error_quark(), code) for code in going):
                raise Gone(str(error)) from error
            raise

    def follow_focus(self):
        """Keeps in self.focus what has got the focus."""
        def changed(connection, sender, path, interface, signal, parameters):
            if parameters.unpack()[1]:
                self.focus = (sender, path)

        self.focus = None
        self.connection.signal_subscribe(None, EVENT, 'StateChanged', None, 'focused', Gio.DBusSignalFlags.NONE, changed)
        self.call(REGISTRY, REGISTRY[0], 'RegisterEvent', GLib.Variant('(sass)', ('object:state-changed:focused', [], '')))

    def find_program(self, pid):
        """The tree of the program with this process id."""
        for place in self.call(ROOT, ACCESSIBLE, 'GetChildren')[0]:
            owner, = self.connection.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                                               'GetConnectionUnixProcessID', GLib.Variant('(s)', (place[0],)), None,
                                               Gio.DBusCallFlags.NONE, CALL_MS, None).unpack()
            if owner == pid:
                return Node(self, place)
        return None


class Node:
    """One widget."""

    def __init__(self, bus, place):
        self.bus = bus
        self.place = place

    def call(self, interface, method, arguments=None):
        return self.bus.call(self.place, interface, method, arguments)

    def get(self, interface, name):
        return self.call('org.freedesktop.DBus.Properties', 'Get', GLib.Variant('(ss)', (interface, name)))[0]

    @property
    def name(self):
        """The name, or the text of its label: the items of a menu are named so."""
        name = self.get(ACCESSIBLE, 'Name')
        if not name:
            for relation, places in self.call(ACCESSIBLE, 'GetRelationSet')[0]:
                if relation == LABELLED_BY:
                    name = ' '.join(Node(self.bus, place).text for place in places)
        return name

    @property
    def description(self):
        return self.get(ACCESSIBLE, 'Description')

    @property
    def place_in_window(self):
        """The left and the top from the corner of the window, the width and the height."""
        return self.call(COMPONENT, 'GetExtents', GLib.Variant('(u)', (IN_WINDOW,)))[0]

    @property
    def role(self):
        return self.call(ACCESSIBLE, 'GetRoleName')[0]

    @property
    def states(self):
        low, high = self.call(ACCESSIBLE, 'GetState')[0]
        return {name for bit, name in STATES.items() if (low | high << 32) >> bit & 1}

    @property
    def children(self):
        return [Node(self.bus, place) for place in self.call(ACCESSIBLE, 'GetChildren')[0]]

    @property
    def actions(self):
        return [action[0] for action in self.call(ACTION, 'GetActions')[0]]

    @property
    def text(self):
        return self.call(TEXT, 'GetText', GLib.Variant('(ii)', (0, -1)))[0]

    def walk(self):
        """This widget and all that are showing within it."""
        yield self
        try:
            children = self.children
        except Gone:
            return
        for child in children:
            try:
                showing = 'showing' in child.states
            except Gone:
                continue
            if showing:
                yield from child.walk()

    def find(self, role, name, state=None):
        for node in self.walk():
            try:
                if node.role in role.split('|') and node.name == name and (state is None or state in node.states):
                    return node
            except Gone:
                continue
        return None

    def wait(self, role, name, state=None):
        return wait_for(f'{role} “{name}”', lambda: self.find(role, name, state))

    def focused(self):
        """The widget with the focus. The program knows what was asked for before; what is new is looked for."""
        items, = self.bus.call((self.place[0], CACHE_PATH), CACHE, 'GetItems')
        for item in items:
            if item[-1][0] >> FOCUSED & 1:
                return Node(self.bus, item[0])
        return next((node for node in self.walk() if 'focused' in node.states), None)

    def do(self, action):
        actions = self.actions
        assert action in actions, f'there is no action {action} in {actions}'
        assert self.call(ACTION, 'DoAction', GLib.Variant('(i)', (actions.index(action),)))[0], f'{action} failed'

    def press(self):
        """Does the first action, whose name is in the language of GTK."""
        assert self.call(ACTION, 'DoAction', GLib.Variant('(i)', (0,)))[0], f'{self.name} cannot be pressed'

    def select(self, child):
        places = [node.place for node in self.children]
        assert self.call(SELECTION, 'SelectChild', GLib.Variant('(i)', (places.index(child.place),)))[0], 'not selected'

    def write(self, text):
        assert self.call(EDITABLE, 'SetTextContents', GLib.Variant('(s)', (text,)))[0], 'the text cannot be written'
