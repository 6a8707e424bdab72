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
import uuid

import markdown_it

from pdf import Pdf
from program import main, record, refuse, succeed

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


def drawn(text):
    """What a PDF has of a text with our font, which has no emoji and draws an arrow for three characters."""
    return words(text).replace(words(EMOJI), '01F46901F4BB').replace('-->', '⟶')


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
        assert words('Waste per meal: 62 → 59 → 56.4' if language == 'en' else 'Hävikki annosta kohti: 62 → 59 → 56,4') in read


class Blocks(html.parser.HTMLParser):
    """The texts of a page, block by block, with its line ends."""
    TAGS = {'h1', 'h2', 'h3', 'p', 'li', 'th', 'td'}

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.found, self.is_open = [], False
        self.feed(page[page.index('<body>'):])
        self.close()

    def handle_starttag(self, tag, attributes):
        if tag in self.TAGS:
            self.found.append((tag, ''))
            self.is_open = True
        elif tag == 'br':
            self.handle_data('\n')

    def handle_endtag(self, tag):
        if tag in self.TAGS:
            self.is_open = False

    def handle_data(self, data):
        if self.is_open:
            tag, text = self.found[-1]
            self.found[-1] = (tag, text + data)


def parse(text):
    """The texts of a document in Markdown, as a reader of CommonMark with tables finds them."""
    found, path = [], []
    for token in markdown_it.MarkdownIt('commonmark', {'html': True}).enable('table').parse(text):
        assert token.type not in {'code_block', 'fence', 'html_block', 'blockquote_open', 'hr', 'ordered_list_open'}, token
        path = path + [token.tag] if token.nesting == 1 else path[:-1] if token.nesting == -1 else path
        if token.type != 'inline':
            continue
        parts = []
        for child in token.children:
            assert child.type in {'text', 'text_special', 'strong_open', 'strong_close', 'hardbreak', 'html_inline'}, child
            assert child.type != 'html_inline' or child.content == '<br>', child
            parts.append('\n' if child.type in {'hardbreak', 'html_inline'} else child.content)
        found.append(('li' if 'li' in path else path[-1], ''.join(parts)))
    return found


def lines_of(text):
    """Spaces at the ends of lines mean nothing in either format."""
    return [line.strip() for line in text.strip().splitlines()]


def check_forms(folder, path, *options):
    """What a file in Markdown and a PDF say is what the page of HTML says; returns that, and the number of pages."""
    page = Blocks(brief(path, '--format=html', *options)).found
    told = parse(brief(path, '--format=md', *options))
    assert [tag for tag, _ in told] == [tag for tag, _ in page], (told, page)
    for (_, text), (_, expected) in zip(told, page):
        assert lines_of(text) == lines_of(expected), (text, expected)
    target = pdf_of(folder, path, *options)
    pdf = Pdf(target)
    spoken = words(''.join(pdf.spoken()))
    for _, text in page:
        assert drawn(text) in spoken, (text, spoken)
    target.unlink()
    return page, len(pdf.pages)


def check_all(folder, path):
    """Each copy in each language; returns those in English: of the mentor, of the organisation, and the summary."""
    found = []
    for language in ('fi', 'en'):
        found = [check_forms(folder, path, f'--language={language}', option)
                 for option in ('--for=mentor', '--for=organisation', '--what=summary')]
    return found


def texts_of(page):
    return [text for _, text in page]


def test_forms(folder):
    """A file in Markdown is read back as what it was made from."""
    check_all(folder, make(folder, 'en'))


def test_many_changes(folder):
    """Of three hundred changes the first are told, and how many there are."""
    path = make(folder, 'en')
    with sqlite3.connect(path) as database:
        organisation, = database.execute('SELECT id FROM organisation').fetchone()
        for number in range(300):
            database.execute('INSERT INTO measure (id, organisation, title) VALUES (?, ?, ?)',
                             (str(uuid.uuid4()), organisation, f'Changed {number}'))
        rows = database.execute("SELECT * FROM measure WHERE title LIKE 'Changed%'").fetchall()
        record(database, 'measure', rows, '2031-01-01T00:00:00.000000Z')
    (mentor, n_pages), (organisation, _), _ = check_all(folder, path)
    for page in (mentor, organisation):
        assert sum(text.startswith('Measure “Changed') for text in texts_of(page)) == 8, page
        assert 'and 292 more' in texts_of(page), page
    assert n_pages <= 4, n_pages


def test_nothing_known(folder):
    """Without a history, or any day, a brief says what is left."""
    path = make(folder, 'en')
    with sqlite3.connect(path) as database:
        database.execute("DELETE FROM history WHERE action <> 'base'")
        columns = database.execute('SELECT "table".name, "column".name FROM sqlite_schema AS "table" '
                                   'JOIN pragma_table_info ("table".name) AS "column" '
                                   "WHERE \"table\".type = 'table' AND \"table\".name <> 'history' AND \"notnull\" = 0").fetchall()
        for table, column in columns:
            if column in {'start', 'end', 'held', 'ended', 'due', 'date', 'time', 'horizon', 'next_date', 'meeting_date'}:
                database.execute(f'UPDATE "{table}" SET "{column}" = NULL')
    found = [check_forms(folder, path, f'--language={language}', option)[0]
             for language in ('fi', 'en') for option in ('--for=mentor', '--for=organisation')]
    for page in found:
        assert len(page) > 20, page
        for text in texts_of(page):
            assert 'None' not in text and '(null)' not in text and not re.search('[:·–] *$', text), text
    assert 'Changed since then' not in texts_of(found[-1])


def test_long_note(folder):
    """A note of 4,000 characters is whole in the summary, and begins in a brief."""
    path = make(folder, 'en')
    note = ' '.join(f'word{number}' for number in range(600))[:4000]
    with sqlite3.connect(path) as database:
        database.execute("UPDATE note SET text = ?, type = 'decision', private = 0 WHERE id = "
                         '(SELECT note.id FROM note JOIN session ON session.id = note.session WHERE number = 2 LIMIT 1)', (note,))
        database.execute("UPDATE session SET hypotheses = ?, aim = ? WHERE number = 2", (note, note))
    (mentor, n_pages), (organisation, _), (summary, n_summary) = check_all(folder, path)
    assert any(note in text for text in texts_of(summary)), summary
    assert any(note in text for text in texts_of(mentor))
    assert n_pages <= 5 and n_summary <= 4, (n_pages, n_summary)


def test_names(folder):
    """Names and texts that mean something to a format are read back as what they are."""
    path = make(folder, 'en')
    names = [f'{HOSTILE} {EMOJI}', '    indented', '- item', '1. one', '2) two', '***', '---', '===', '> quoted', '```code```',
             '|a|b|', '[x](http://y)', '![x](y)', '<b>bold</b>', '&amp; &#65;', 'back\\slash\\', '~~s~~', 'a_b_c *d* __e__',
             '<!-- x -->', 'http://example.org/a_b', '+ plus', '#5', '\ttab', 'ends with *', '_', '|', '\u00a0nbsp', 'a  b']
    with sqlite3.connect(path) as database:
        database.execute('UPDATE organisation SET name_fi = ?, name_en = ?', (names[0], names[0]))
        for table, column in (('measure', 'title'), ('follow_up', 'title'), ('opportunity', 'title'), ('risk', 'title'),
                              ('question', 'title'), ('question', 'answer'), ('agenda_item', 'title'), ('agenda_item', 'note'),
                              ('note', 'text'), ('note', 'author_role'), ('follow_up', 'owner_role'), ('risk', 'response'),
                              ('goal', 'title'), ('indicator', 'title'), ('challenge', 'title')):
            ids = database.execute(f'SELECT id FROM "{table}" ORDER BY id').fetchall()
            for place, (row,) in enumerate(ids):
                database.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE id = ?', (names[place % len(names)], row))
        for text in ('\n'.join(names), '\n\n'.join(names)):
            database.execute('UPDATE session SET aim = ?, wanted_outcome = ?, hypotheses = ?, summary = ?', (text,) * 4)
            database.commit()
            for page, _ in check_all(folder, path):
                assert any(names[0] in told for told in texts_of(page)), page


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
    assert '– Sparring\u00a01' in brief(path, '--session=1', '--format=md', '--language=en')


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
