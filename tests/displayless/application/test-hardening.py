#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the program, and a probe built with the same arguments, for what keeps damaged input from doing harm. Prints TAP.

Arguments: the program, the probe, and whether the build is fortified, which an unoptimised one cannot be.
"""

import platform
import re
import subprocess
import sys

from program import PROGRAM, main

PROBE, FORTIFIED = sys.argv[2:]


def readelf(path, *options):
    return subprocess.run(['readelf', '--wide', *options, path], check=True, capture_output=True, text=True).stdout


def imported(path):
    return set(re.findall(r' UND (\w+)', readelf(path, '--dyn-syms')))


def test_position_independent(folder):
    assert re.search(r'Type:\s+DYN', readelf(PROGRAM, '--file-header'))
    assert re.search(r'FLAGS_1.*\bPIE\b', readelf(PROGRAM, '--dynamic'))


def test_relocations_are_read_only(folder):
    assert 'GNU_RELRO' in readelf(PROGRAM, '--program-headers')
    assert re.search(r'\(FLAGS\).*\bBIND_NOW\b', readelf(PROGRAM, '--dynamic'))


def test_stack_is_no_code(folder):
    assert re.search(r'GNU_STACK.* RW +0x', readelf(PROGRAM, '--program-headers'))


def test_stack_is_guarded(folder):
    """Which functions touch each page of a large frame cannot be seen, but how they were compiled."""
    assert '__stack_chk_fail' in imported(PROGRAM)
    producers = re.findall('DW_AT_producer.*', readelf(PROBE, '--debug-dump=info', '--dwarf-depth=1'))
    for option in '-fstack-protector-strong', '-fstack-clash-protection', '-fcf-protection':
        assert any(option in producer for producer in producers), (option, producers)


def test_branches_have_landing_pads(folder):
    if platform.machine() == 'x86_64':
        code = subprocess.run(['objdump', '--disassemble=main', PROGRAM], check=True, capture_output=True, text=True).stdout
        assert 'endbr64' in code, code


def test_calls_are_fortified(folder):
    expected = {'__memcpy_chk', '__snprintf_chk'} if FORTIFIED == 'true' else set()
    assert imported(PROBE) & {'__memcpy_chk', '__snprintf_chk'} == expected


sys.exit(main(globals()))
