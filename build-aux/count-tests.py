# SPDX-License-Identifier: GPL-3.0-or-later
"""count-tests.py FOLDER STATUS...: counts the test cases that `meson test` ran in each build folder.

A program of the TAP protocol counts by its cases, any other as one. Only a pass is a pass: a skipped case fails, and
so does a program that crashed, timed out or left cases out, even if every case that it reported passed.
"""

import json
import pathlib
import sys
import xml.etree.ElementTree as xml

GOOD = ('OK', 'EXPECTEDFAIL')


def count(folder, status):
    """The number of passed cases and the names of the others."""
    logs = pathlib.Path(folder) / 'meson-logs'
    passed, failed = 0, []
    try:
        cases = xml.parse(logs / 'testlog.junit.xml').getroot().iter('testcase')
        programs = [json.loads(line) for line in open(logs / 'testlog.json', encoding='utf-8')]
    except (OSError, ValueError, xml.ParseError) as error:
        return 0, [f'no log of any test: {error}']

    suspect = {program['name'] for program in programs if program['result'] not in GOOD}
    for case in cases:
        suite, name = case.get('classname'), case.get('name')
        if any(case.find(bad) is not None for bad in ('failure', 'error', 'skipped')):
            failed.append(f'{suite}: {name}')
            suspect -= {name, suite.partition('.')[2]}
        else:
            passed += 1
    failed += [f'{name}: ended badly' for name in sorted(suspect)]
    if status != '0' and not failed:
        failed.append(f'meson test: exit status {status}')
    return passed, failed


passed, failed = 0, []
for folder, status in zip(sys.argv[1::2], sys.argv[2::2]):
    counted = count(folder, status)
    passed += counted[0]
    failed += [f'{pathlib.Path(folder).name}: {name}' for name in counted[1]]
for name in failed:
    print(f'build-aux/test: failed: {name}', file=sys.stderr)
sys.stderr.flush()
print(f'{passed} passed, {len(failed)} failed')
sys.exit(bool(failed) or not passed)
