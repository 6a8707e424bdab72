# SPDX-License-Identifier: GPL-3.0-or-later
"""style.py SOURCE: what of HACKING.md a machine can see. Each fault is a line; the exit status is 1 when there is one."""

import pathlib
import sys

FOLDERS = ('src', 'tests', 'data', 'build-aux', 'po')
ENDINGS = ('.c', '.h', '.blp', '.py', '.sh', '.css', '.build')
LICENCE = 'SPDX-License-Identifier: GPL-3.0-or-later'
LONGEST_LINE = 132


def files(source):
    for folder in FOLDERS:
        for path in sorted((source / folder).rglob('*')):
            if path.suffix in ENDINGS or path.name == 'meson.build':
                yield path


def faults(path):
    text = path.read_bytes().decode('utf-8')
    lines = text.split('\n')
    if LICENCE not in '\n'.join(lines[:2]):
        yield 1, 'there is no licence'
    if text and (not text.endswith('\n') or text.endswith('\n\n')):
        yield len(lines), 'the file does not end with one line end'
    for number, line in enumerate(lines, 1):
        if '\t' in line or '\r' in line:
            yield number, 'there is a tab or a carriage return'
        if line != line.rstrip():
            yield number, 'there are spaces at the end'
        if len(line) > LONGEST_LINE:
            yield number, f'there are {len(line)} characters, more than {LONGEST_LINE}'


root = pathlib.Path(sys.argv[1])
found = [f'{path.relative_to(root)}:{number}: {fault}' for path in files(root) for number, fault in faults(path)]
print('\n'.join(found), file=sys.stderr)
sys.exit(bool(found))
