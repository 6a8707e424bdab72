#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes briefs of sparring sessions and checks what readers and programs find in them, and prints TAP."""

import html
import html.parser
import os
import re
import sqlite3
import subprocess
import sys

from pdf import Pdf
from program import main, refuse, succeed

SECRETS = {
    'fi': ['Johto tukee suunnitelmaa, mutta aikaa uudistamiseen ei ole varattu', 'Vain kummille'],
    'en': ['The management supports the plan, but no time is set aside for renewal', 'Only for the mentor'],
}
HOSTILE = '& < > " * _ | # 3. - \u00e4\u00f6'
EMOJI = '\U0001f469\u200d\U0001f4bb'


def make(folder, language):
    path = folder / f'{language}.academy'
    succeed('new', path, '--template=example', f'--language={language}')
    return path


def brief(path, *options):
    return succeed('brief', path, '--organisation=kuvitelma', *options)


def pdf_of(folder, path, *options):
    target = folder / 'brief.pdf'
    brief(path, f'--output={target}', *options)
    return target


def words(text):
    return re.sub(r'\s+', '', text)


def check_structure(pdf, language):
    """Each element is one that PDF/UA knows, in its place, with all that is painted in it."""
    elements = list(pdf.structure().walk())
    types = [element.type for element in elements]
    assert types[0] == 'Document' and types.count('H1') == 1, types
    assert {'H2', 'H3', 'P', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'THead', 'TBody', 'TR', 'TH', 'TD', 'Figure'} <= set(types), types
    rows = []
    for element in elements:
        kids = [child.type for child in element.children]
        if element.type == 'L':
            assert set(kids) == {'LI'} and element.dictionary['/A'] == {'/O': '/List', '/ListNumbering': '/Disc'}, kids
        elif element.type == 'LI':
            assert kids in (['Lbl', 'LBody'], ['LBody']), kids
        elif element.type == 'TH':
            assert element.dictionary['/A'] == {'/O': '/Table', '/Scope': '/Column'}
        elif element.type == 'Figure':
            assert element.dictionary['/Alt'].startswith('u:') and element.marks
        elif element.type == 'TR':
            rows.append(len(kids))
    assert len(set(rows)) == 1, rows
    for page in pdf.pages:
        assert all(mark is not None for _, mark, _ in pdf.contents(page))
    assert pdf.catalogue['/Lang'] == f'u:{language}'


def run(*command):
    return subprocess.run([*map(str, command)], capture_output=True, check=True, timeout=60).stdout


def test_pdf(folder):
    """A tagged PDF says what the page of HTML says."""
    for language in SECRETS:
        path = make(folder, language)
        options = [f'--language={language}', '--for=mentor']
        target = pdf_of(folder, path, *options)
        pdf = Pdf(target)
        check_structure(pdf, language)
        info = run('pdfinfo', target).decode()
        assert re.search(r'Title: +\S', info) and re.search(r'Tagged: +yes', info) and 'A4' in info, info
        spoken = words(''.join(pdf.spoken()))
        page = brief(path, '--format=html', *options)
        for line in page[page.index('<body>'):].splitlines():
            for text in re.split(r'<t[dh][^>]*>|</t[dh]>', line):
                plain = words(html.unescape(re.sub(r'<[^>]*>', '', text)))
                assert plain in spoken, (plain, spoken)
        read = words(run('pdftotext', '-raw', target, '-').decode())
        assert words('Waste per meal: 62 → 58 → 55' if language == 'en' else 'Hävikki annosta kohti: 62 → 58 → 55') in read


def test_private(folder):
    """What only the mentor may see is nowhere in the copy of the organisation."""
    for language, secrets in SECRETS.items():
        path = make(folder, language)
        for reader in ('mentor', 'organisation'):
            options = [f'--language={language}', f'--for={reader}']
            target = pdf_of(folder, path, *options)
            texts = [brief(path, '--format=md', *options), brief(path, '--format=html', *options),
                     run('pdftotext', '-raw', target, '-').decode()]
            for text in texts:
                for secret in secrets:
                    assert (words(secret) in words(text)) == (reader == 'mentor'), (reader, secret)
            if reader == 'mentor':
                assert os.stat(target).st_mode & 0o077 == 0
            else:
                unpacked = run('qpdf', '--qdf', target, '-')
                for secret in secrets:
                    assert secret.encode() not in unpacked and secret.encode('utf-16-be').hex().encode() not in unpacked
            target.unlink()


def test_hostile(folder):
    """Texts that mean something to a format are only texts."""
    path = make(folder, 'en')
    with sqlite3.connect(path) as database:
        database.execute('UPDATE measure SET title = ?, status = ?, "end" = ?', (f'{HOSTILE} {EMOJI}', 'planned', '2021-12-01'))
        database.execute('UPDATE session SET aim = ?', ('\n\n'.join([HOSTILE] * 40),))
    pdf = Pdf(pdf_of(folder, path))
    assert words(HOSTILE) in words(''.join(pdf.spoken()))
    parser = html.parser.HTMLParser(convert_charrefs=True)
    found = []
    parser.handle_data = found.append
    parser.feed(brief(path, '--format=html'))
    assert f'{HOSTILE} {EMOJI}' in ''.join(found), found
    text = brief(path, '--format=md')
    assert text.count(r'\& \< \> " \* \_ \| \# 3. -') > 40, text


def test_usage(folder):
    """Wrong words are told, and leave no file."""
    path = make(folder, 'en')
    target = folder / 'none.pdf'
    for status, *options in [(2,), (2, '--organisation=kuvitelma', '--for=all'), (2, '--organisation=kuvitelma', '--format=odt'),
                             (2, '--organisation=kuvitelma', '--session=-1'), (2, '--organisation=kuvitelma', '--session=0'),
                             (1, '--organisation=kuvitelma', '--session=9'), (1, '--organisation=nowhere')]:
        refuse(status, 'brief', path, f'--output={target}', *options)
        assert not target.exists()
    assert '– Sparring 1' in brief(path, '--session=1', '--format=md', '--language=en')


def test_summary(folder):
    """A summary is of the last session that was held, for the organisation alone, in each format."""
    for language, secrets in SECRETS.items():
        path = make(folder, language)
        options = ['--what=summary', f'--language={language}']
        target = pdf_of(folder, path, *options)
        texts = [brief(path, '--format=md', *options), brief(path, '--format=html', *options),
                 run('pdftotext', '-raw', target, '-').decode()]
        for text in texts:
            assert words({'fi': '– 2. sparraus', 'en': '– Sparring 2'}[language]) in words(text), text
            assert words({'fi': 'Sovitut jatkotoimet', 'en': 'Agreed follow-ups'}[language]) in words(text), text
            for secret in secrets:
                assert words(secret) not in words(text), secret
        assert {'Table', 'LI', 'H2'} <= {element.type for element in Pdf(target).structure().walk()}
    refuse(2, 'brief', path, '--organisation=kuvitelma', '--what=summary', '--for=mentor')
    refuse(2, 'brief', path, '--organisation=kuvitelma', '--what=minutes')


sys.exit(main(globals()))
