# SPDX-License-Identifier: GPL-3.0-or-later
"""Files in places that do not let SQLite work as it would: folders that may not be written, disks that are full, mounted
folders without shared memory; and logs that processes left when they were killed.

usage: test-places.py PROGRAM PLACE"""

import os
import pathlib
import sqlite3
import subprocess
import sys

import program
from program import listing, make, refuse, run, succeed

PLACE = sys.argv[2]

# Adds a measure and is killed, so that the log stays.
KILLED = """
import os, sqlite3, sys
database = sqlite3.connect(sys.argv[1])
database.execute('PRAGMA journal_mode = WAL')
database.execute("INSERT INTO measure (id, organisation, title) "
                 "SELECT '5a1c9d3e-7b4f-4e2a-9c1d-0f6e8b2a7d31', id, 'Left' FROM organisation WHERE slug = 'turku'")
database.commit()
os._exit(0)
"""


def leave_log(path):
    subprocess.run([sys.executable, '-c', KILLED, path], check=True)
    assert pathlib.Path(f'{path}-wal').stat().st_size > 0


def count(path, **options):
    """The measures of Turku, as the program lists them."""
    lines = succeed('list', path, **options).splitlines()
    return next(int(line.split('\t')[3]) for line in lines if line.startswith('turku\t'))


def in_place(**variables):
    # The address sanitizer wants to be loaded first, but can do without.
    options = os.environ.get('ASAN_OPTIONS', '') + ':verify_asan_link_order=0'
    return dict(os.environ, LD_PRELOAD=PLACE, ASAN_OPTIONS=options, **variables)


def as_nobody(*words):
    options = {'user': 65534, 'group': 65534} if os.getuid() == 0 else {}
    environment = dict(os.environ, XDG_RUNTIME_DIR='/nonexistent', HOME='/nonexistent')
    return run(*words, env=environment, **options)


def protect(folder):
    for path in folder.iterdir():
        path.chmod(0o444)
    folder.chmod(0o555)


def test_killed_process(folder):
    path = make(folder)
    leave_log(path)
    assert count(path) == 1
    assert list(listing(folder)) == [path.name]


def test_check_leaves_log(folder):
    """Who only looks neither folds a log in nor leaves anything beside the file."""
    path = make(folder)
    leave_log(path)
    os.unlink(f'{path}-shm')
    before = listing(folder)
    assert succeed('check', path) == ''
    assert listing(folder) == before


def test_empty_log_without_rights(folder):
    path = make(folder)
    with sqlite3.connect(path) as database:
        database.execute('PRAGMA journal_mode = WAL')
    database.close()
    pathlib.Path(f'{path}-wal').touch()
    protect(folder)
    before = listing(folder)
    result = as_nobody('list', path)
    assert result.returncode == 0 and 'turku' in result.stdout, result
    assert listing(folder) == before


def test_log_without_rights(folder):
    """What a killed process left in its log is read as well, and nothing is written."""
    path = make(folder)
    leave_log(path)
    os.unlink(f'{path}-shm')
    protect(folder)
    before = listing(folder)
    result = as_nobody('list', path)
    assert result.returncode == 0, result
    assert 'turku\tCity of Turku\t0\t1\n' in result.stdout, result
    assert as_nobody('check', path).returncode == 0
    assert listing(folder) == before


def test_link_without_rights(folder):
    """The log lies beside the file and not beside the link."""
    there = folder / 'there'
    there.mkdir()
    path = make(there)
    leave_log(path)
    link = folder / 'link.academy'
    link.symlink_to(path)
    protect(there)
    folder.chmod(0o755)
    result = as_nobody('list', link)
    there.chmod(0o755)
    assert 'turku\tCity of Turku\t0\t1\n' in result.stdout, result


def test_reading_while_another_writes(folder):
    """Never old and never mixed: each edit adds a measure and takes its number as title, so that both must fit."""
    path = make(folder)
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute('PRAGMA journal_mode = WAL')
    path.chmod(0o644)
    folder.chmod(0o755)
    for number in range(6):
        writer.execute('INSERT INTO measure (id, organisation, title) SELECT ?, id, ? FROM organisation WHERE slug = ?',
                       (f'm{number}', f'{number}', 'turku'))
        if number == 3:
            writer.execute('PRAGMA wal_checkpoint (TRUNCATE)')
        for log in folder.iterdir():
            log.chmod(0o444)
        folder.chmod(0o555)
        result = as_nobody('list', path)
        assert f'turku\tCity of Turku\t0\t{number + 1}\n' in result.stdout, (number, result)
        folder.chmod(0o755)
    writer.close()


def test_no_shared_memory(folder):
    """The older journal is used where there can be no log, and what a log holds is not lost."""
    path = make(folder)
    environment = in_place(ACADEMY_UNSHARED=str(folder))
    assert count(path, env=environment) == 0
    leave_log(path)
    assert count(path, env=environment) == 1
    assert f'{path.name}-wal' not in listing(folder)
    assert succeed('check', path, env=environment) == ''
    assert count(path) == 1


def test_full_disk(folder):
    """What is there can be looked at, with what a killed process left in its log."""
    path = make(folder)
    leave_log(path)
    os.unlink(f'{path}-shm')
    before = path.read_bytes(), pathlib.Path(f'{path}-wal').read_bytes()
    environment = in_place(ACADEMY_FULL=str(folder))
    assert count(path, env=environment) == 1
    assert succeed('check', path, env=environment) == ''
    assert '"title": "Left"' in succeed('export', path, '--organisation=turku', env=environment)
    assert (path.read_bytes(), pathlib.Path(f'{path}-wal').read_bytes()) == before
    assert count(path) == 1


def test_foreign_log(folder):
    """Refused, named by check, and not touched."""
    path = make(folder)
    other = folder / 'other'
    other.mkdir()
    stranger = make(other, template='example')
    leave_log(path)
    os.unlink(f'{path}-shm')
    path.write_bytes(stranger.read_bytes())
    before = listing(folder)
    assert f'{path.name}-wal' in refuse(1, 'list', path)
    assert f'{path.name}-wal' in run('check', path).stdout
    assert listing(folder) == before
    os.unlink(f'{path}-wal')
    assert 'kuvitelma' in succeed('list', path)


def test_lock_held_elsewhere(folder):
    """Whoever writes at the moment keeps nobody from reading."""
    path = make(folder)
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute('PRAGMA journal_mode = WAL')
    writer.execute('BEGIN IMMEDIATE')
    assert count(path) == 0
    writer.close()


sys.exit(program.main(globals()))
