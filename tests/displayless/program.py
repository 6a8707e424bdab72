# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the command line share: running the program, whose path is their first argument, and TAP."""

import pathlib
import shutil
import subprocess
import sys
import tempfile
import traceback

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
