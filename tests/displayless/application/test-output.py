#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports to every kind of place: files, links, pipes, devices, and the programme itself. Prints TAP."""

import json
import os
import signal
import sqlite3
import subprocess
import sys

from program import PROGRAM, listing, main, make, refuse, run, succeed

ONE = ('--organisation=turku',)
SLUGS = ['digifinland', 'keha', 'kuopio', 'maanmittauslaitos', 'turku', 'valtori']


def change(path, sql, *values):
    with sqlite3.connect(path) as database:
        database.execute(sql, values)
    database.close()


def is_plan(data):
    return json.loads(data)['organisation']['slug'] == 'turku'


def mode(path):
    return path.stat().st_mode & 0o7777


def test_rights(folder):
    """What is new has the rights that the user gives to new files, and what replaces a file has its rights."""
    path, plan, private, older = make(folder), folder / 'plan', folder / 'private', folder / 'older'
    older.write_text('older')
    older.chmod(0o660)
    succeed('export', path, *ONE, f'--output={plan}', umask=0o027)
    succeed('export', path, *ONE, f'--output={private}', '--with-people', umask=0o022)
    succeed('export', path, *ONE, f'--output={older}', '--with-people', umask=0o077)
    assert (mode(plan), mode(private), mode(older)) == (0o640, 0o600, 0o660)
    assert all(is_plan(each.read_bytes()) for each in (plan, private, older))


def test_links(folder):
    """A link stays, and leads to the new file."""
    path, plans = make(folder), folder / 'plans'
    plans.mkdir()
    (plans / 'older.json').write_text('older')
    for link, target in (('one', 'plans/older.json'), ('two', 'one'), ('three', 'plans/new.json')):
        (folder / link).symlink_to(target)
        succeed('export', path, *ONE, f'--output={folder / link}')
        assert (folder / link).is_symlink() and is_plan((folder / link).read_bytes())
    assert sorted(listing(plans)) == ['new.json', 'older.json']
    (folder / 'endless').symlink_to('endless')
    refuse(1, 'export', path, *ONE, f'--output={folder / "endless"}')


def test_streams(folder):
    """What is no file is written to as it is."""
    path = make(folder)
    assert is_plan(succeed('export', path, *ONE, '--output=/dev/stdout'))
    assert is_plan(run('export', path, *ONE, '--output=/dev/stderr').stderr)
    succeed('export', path, *ONE, '--output=/dev/null')
    assert not os.path.isfile('/dev/null')
    refuse(1, 'export', path, *ONE, '--output=/dev/full')
    pipe = folder / 'pipe'
    os.mkfifo(pipe)
    with subprocess.Popen([PROGRAM, 'export', path, *ONE, f'--output={pipe}']) as process:
        assert is_plan(pipe.read_bytes())
    assert process.returncode == 0 and pipe.is_fifo()
    assert sorted(listing(folder)) == [path.name]


def test_standard_output_is_a_file(folder):
    """What the shell has opened is written to where it stands."""
    path, plan = make(folder), folder / 'plan'
    for output in '/dev/stdout', '/dev/fd/1', plan, '-':
        plan.write_text('before\n')
        with plan.open('a') as file:
            assert subprocess.run([PROGRAM, 'export', path, *ONE, f'--output={output}'], stdout=file).returncode == 0
        before, rest = plan.read_text().split('\n', 1)
        assert before == 'before' and is_plan(rest), output
    with plan.open('w') as file:
        descriptor = file.fileno()
        plan.unlink()
        subprocess.run([PROGRAM, 'export', path, *ONE, f'--output=/dev/fd/{descriptor}'], pass_fds=[descriptor], check=True)
        assert is_plan(os.pread(os.open(f'/proc/self/fd/{descriptor}', os.O_RDONLY), 1 << 20, 0))
    assert sorted(listing(folder)) == [path.name]


def test_nobody_reads_from_a_pipe(folder):
    """A person who waits in vain can stop, and nothing is left."""
    path = make(folder)
    os.mkfifo(folder / 'pipe')
    # Tests that run in the background would hand on that it is ignored.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    process = subprocess.Popen([PROGRAM, 'export', path, *ONE, f'--output={folder / "pipe"}'])
    try:
        process.wait(0.5)
        raise AssertionError('it did not wait')
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGINT)
    assert process.wait(10) == -signal.SIGINT
    assert sorted(listing(folder)) == [path.name]


def test_what_is_somebody_elses(folder):
    path = make(folder)
    for name in 'plan.part', 'plan.json.part', 'plan.json~', '.plan.json.part':
        (folder / name).write_text('precious')
    before = listing(folder)
    succeed('export', path, *ONE, f'--output={folder / "plan.json"}')
    after = listing(folder)
    assert is_plan(after.pop('plan.json')) and after == before


def test_programme(folder):
    """An export never takes the place of a programme, nor of what SQLite keeps beside it, by whatever name."""
    path, link, alias, plain = make(folder), folder / 'link', folder / 'alias', folder / 'plain'
    os.link(path, alias)
    link.symlink_to(path.name)
    before = listing(folder)
    for name in path, link, alias, folder / '.' / path.name, 'other.academy', f'{path}-wal', f'{path}-shm', f'{path}-journal':
        for options in ((), ('--format=svg',)):
            assert 'belongs to a programme' in refuse(1, 'export', path, *ONE, *options, f'--output={folder / name}')
    for command in ('list', path), ('check', path), ('export', path, *ONE), ('export', path, *ONE, '--output=/dev/stdout'):
        for name in path, alias:
            with name.open('ab') as file:
                result = subprocess.run([PROGRAM, *command], stdout=file, stderr=subprocess.PIPE, text=True)
            assert result.returncode == 1 and 'belongs to a programme' in result.stderr, result
    assert listing(folder) == before
    alias.unlink()
    path.rename(plain)
    link.unlink()
    link.symlink_to(plain.name)
    for programme in plain, link:
        for name in plain, link, f'{plain}-wal', f'{plain}-journal':
            refuse(1, 'export', programme, *ONE, f'--output={name}')


def test_names_that_clash(folder):
    """Two organisations of one short name are told before anything is written."""
    path, plans = make(folder), folder / 'plans'
    plans.mkdir()
    change(path, "UPDATE organisation SET slug = 'turku' WHERE slug = 'kuopio'")
    before = listing(folder)
    for options in (f'--output={plans}',), (f'--output={plans}', '--format=pdf'), ONE:
        message = refuse(1, 'export', path, *options)
        assert 'City of Turku' in message and 'City of Kuopio' in message and '“turku”' in message, message
    succeed('export', path, '--organisation=keha', f'--output={plans}')
    assert list(listing(plans)) == ['keha.json'] and listing(folder) == before


def test_names_that_lead_away(folder):
    path, plans = make(folder), folder / 'plans'
    plans.mkdir()
    for slug in '../turku', '/tmp/turku', '..', '.', '', 'a/b', 'a\nb', 'TURKU':
        change(path, "UPDATE organisation SET slug = ? WHERE name_en = 'City of Turku'", slug)
        before = listing(folder)
        assert 'City of Turku' in refuse(1, 'export', path, f'--output={plans}')
        assert listing(plans) == {} and listing(folder) == before


def test_one_of_many_fails(folder):
    """A batch is written whole or not at all."""
    path, plans = make(folder), folder / 'plans'
    (plans / 'turku.json').mkdir(parents=True)
    (plans / 'keha.json').write_text('older')
    refuse(1, 'export', path, f'--output={plans}')
    assert listing(plans) == {'keha.json': b'older'}
    (plans / 'turku.json').rmdir()
    (plans / 'turku.json').symlink_to('keha.json')
    assert 'same file' in refuse(1, 'export', path, f'--output={plans}')
    assert listing(plans) == {'keha.json': b'older', 'turku.json': b'older'}
    (plans / 'turku.json').unlink()
    succeed('export', path, f'--output={plans}')
    assert sorted(listing(plans)) == [f'{slug}.json' for slug in SLUGS]


sys.exit(main(globals()))
