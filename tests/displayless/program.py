# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the command line share: running the program, whose path is their first argument, and TAP."""

import pathlib
import shutil
import subprocess
import sys
import tempfile
import traceback
import uuid

PROGRAM = sys.argv[1]


def run(*words, **options):
    """The finished process; it may not take longer than a person would wait."""
    return subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True, timeout=60, **options)


def succeed(*words, **options):
    result = run(*words, **options)
    assert result.returncode == 0, (words, result.returncode, result.stderr)
    assert result.stderr == '', result.stderr
    return result.stdout


def refuse(status, *words, **options):
    """One line on standard error, none on standard output, and the status."""
    result = run(*words, **options)
    assert result.returncode == status, (words, result.returncode, result.stderr)
    assert result.stdout == '', result.stdout
    lines = result.stderr.splitlines()
    assert len(lines) == 1 and lines[0].startswith('innovation-academy: '), result.stderr
    return lines[0]


def listing(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def make(folder, template='2021'):
    path = folder / 'programme.academy'
    succeed('new', path, f'--template={template}')
    return path


def changeset_of(database, table, rows):
    """What SQLite records when rows are inserted, in the layout that its documentation has."""
    def varint(number):
        assert number < 1 << 14
        return bytes([number] if number < 128 else [number >> 7 | 0x80, number & 0x7f])

    def value(cell):
        if cell is None:
            return b'\x05'
        if isinstance(cell, int):
            return b'\x01' + cell.to_bytes(8, 'big', signed=True)
        return b'\x03' + varint(len(cell.encode())) + cell.encode()

    columns = database.execute('SELECT pk FROM pragma_table_info (?)', (table,)).fetchall()
    head = b'T' + varint(len(columns)) + bytes(key for key, in columns) + table.encode() + b'\0'
    return head + b''.join(b'\x12\0' + b''.join(map(value, row)) for row in rows)


def record(database, table, rows, at):
    """Adds an entry to the history of a file: that rows, which are in it already, were inserted at an instant."""
    database.execute('INSERT INTO history (seq, id, at, author, label, action, personal, changeset) '
                     "VALUES ((SELECT max (seq) + 1 FROM history), ?, ?, '', 'Add', 'edit', 0, ?)",
                     (str(uuid.uuid4()), at, changeset_of(database, table, rows)))


def main(names):
    """Runs each test of a module, in a folder of its own."""
    tests = [(name, test) for name, test in names.items() if name.startswith('test_')]
    failed = 0
    print(f'1..{len(tests)}')
    for number, (name, test) in enumerate(tests, 1):
        folder = pathlib.Path(tempfile.mkdtemp(prefix='academy-'))
        try:
            test(folder)
            print(f'ok {number} {name}')
        except Exception:
            failed += 1
            print(f'not ok {number} {name}')
            print(''.join(f'# {line}\n' for line in traceback.format_exc().splitlines()), end='')
        finally:
            folder.chmod(0o700)
            shutil.rmtree(folder)
        sys.stdout.flush()
    return failed > 0
