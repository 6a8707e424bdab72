#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads libraries that draw without widgets, for what would take them back to GTK. Prints TAP.

Arguments: the static libraries.
"""

import re
import subprocess
import sys

TOOLKIT = re.compile(r'(gtk|gdk|gsk|adw)_')


def undefined(library):
    listing = subprocess.run(['nm', '--undefined-only', library], check=True, capture_output=True, text=True).stdout
    return re.findall(r'^ +U (\w+)', listing, re.MULTILINE)


def test_no_symbol_of_a_toolkit(library):
    symbols = undefined(library)
    # What is not read has none either.
    assert any(symbol.startswith('pango_') for symbol in symbols), 'nothing was read'
    found = sorted(symbol for symbol in symbols if TOOLKIT.match(symbol))
    assert not found, found


failed = 0
print(f'1..{len(sys.argv) - 1}')
for number, library in enumerate(sys.argv[1:], 1):
    try:
        test_no_symbol_of_a_toolkit(library)
        print(f'ok {number} {library}')
    except AssertionError as error:
        failed += 1
        print(f'not ok {number} {library}')
        print(f'# {error}')
sys.exit(failed > 0)
