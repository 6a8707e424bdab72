# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop notifies of in the morning, once a day, and what a click on it opens."""

import datetime
import os
import signal
import sqlite3
import sys
import time
import uuid
import zoneinfo

from gi.repository import Gio, GLib

import session
from atspi import wait_for

NOTIFICATIONS = '''
<node><interface name="org.freedesktop.Notifications">
<method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/><arg type="a{sv}" direction="in"/>
<arg type="i" direction="in"/><arg type="u" direction="out"/></method>
<method name="CloseNotification"><arg type="u" direction="in"/></method>
<method name="GetCapabilities"><arg type="as" direction="out"/></method>
<method name="GetServerInformation"><arg type="s" direction="out"/><arg type="s" direction="out"/>
<arg type="s" direction="out"/><arg type="s" direction="out"/></method>
<signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
<signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
</interface></node>'''
PAUSE = 2
HELSINKI = zoneinfo.ZoneInfo('Europe/Helsinki')


class Notifications:
    """Stands in for the shell that shows notifications."""

    def __init__(self):
        self.sent = []
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        interface = Gio.DBusNodeInfo.new_for_xml(NOTIFICATIONS).interfaces[0]
        self.bus.register_object('/org/freedesktop/Notifications', interface, self.call)
        Gio.bus_own_name_on_connection(self.bus, 'org.freedesktop.Notifications', Gio.BusNameOwnerFlags.NONE)
        self.spin()

    def call(self, bus, sender, path, interface, method, parameters, invocation):
        answer = {'GetCapabilities': GLib.Variant('(as)', (['actions', 'body'],)),
                  'GetServerInformation': GLib.Variant('(ssss)', ('test', 'test', '1', '1.2'))}.get(method)
        if method == 'Notify':
            _, _, _, title, body, actions, _, _ = parameters.unpack()
            self.sent.append((title, body, actions))
            answer = GLib.Variant('(u)', (len(self.sent),))
        invocation.return_value(answer)

    def spin(self):
        while GLib.MainContext.default().iteration(False):
            pass
        return self.sent

    def click(self, number):
        self.bus.emit_signal(None, '/org/freedesktop/Notifications', 'org.freedesktop.Notifications', 'ActionInvoked',
                             GLib.Variant('(us)', (number, 'default')))
        self.bus.flush_sync()


def set_hour(day, hour):
    """Puts the program into a time zone where it is about this hour of the day now: it waits for the morning there."""
    now = datetime.datetime.now(datetime.timezone.utc).replace(tzinfo=None)
    wanted = datetime.datetime.combine(day, datetime.time(hour, 30))
    os.environ['TZ'] = f'UTC{round((now - wanted) / datetime.timedelta(hours=1)):+d}'


def close(story):
    story.process.send_signal(signal.SIGTERM)
    story.closed()


def nothing_more(story):
    time.sleep(PAUSE)
    sent, story.notifications.sent = list(story.notifications.spin()), []
    return sent


def make_a_programme(story):
    os.environ['GSETTINGS_BACKEND'] = 'keyfile'
    story.command('new', story.file, '--template=2021')
    story.notifications = Notifications()
    story.today = datetime.datetime.now(HELSINKI).date()
    set_hour(story.today, 5)
    start = datetime.datetime.combine(story.today, datetime.time(9), HELSINKI)
    with sqlite3.connect(story.file) as database:
        organisation, = database.execute("SELECT id FROM organisation WHERE slug = 'turku'").fetchone()
        database.execute('UPDATE programme SET status_date = NULL')
        database.execute("INSERT INTO session (id, organisation, number, start, duration, place) VALUES (?, ?, 1, ?, 120, 'Sali')",
                         [str(uuid.uuid4()), organisation, start.isoformat()])
    database.close()


def say_nothing_before_the_morning(story):
    story.open()
    assert nothing_more(story) == []
    close(story)


def notify_of_a_session(story):
    set_hour(story.today, 12)
    story.open()
    sent, = wait_for('the notification', lambda: list(story.notifications.spin()))
    title, body, actions = sent
    assert title.startswith(story.say('Sparring %d').replace('%d', '1') + ' – '), title
    assert 'Sali' in body and '9' in body and 'default' in actions, sent


def open_its_place_by_a_click(story):
    story.notifications.click(1)
    story.window.wait('tab', story.say('Sparring'))
    wait_for('the view of sessions', lambda: 'selected' in story.window.wait('tab', story.say('Sparring')).states)
    assert len(nothing_more(story)) == 1
    close(story)


def notify_once_a_day(story):
    story.open()
    assert nothing_more(story) == []
    close(story)


def say_nothing_when_it_is_not_wanted(story):
    """After this, and not before, the same session would be told again."""
    settings = Gio.Settings.new('fi.hankintakeino.InnovationAcademy')
    settings.reset('reminded')
    settings.set_boolean('reminders', False)
    Gio.Settings.sync()
    story.open()
    assert nothing_more(story) == []
    close(story)
    settings.set_boolean('reminders', True)
    Gio.Settings.sync()
    story.open()
    assert len(nothing_more(story)) == 1
    close(story)


sys.exit(session.run([
    make_a_programme,
    say_nothing_before_the_morning,
    notify_of_a_session,
    open_its_place_by_a_click,
    notify_once_a_day,
    say_nothing_when_it_is_not_wanted,
]))
