#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports timelines and looks for what those are told who do not see them, and prints TAP."""

import re
import sqlite3
import struct
import sys
import xml.etree.ElementTree
import zlib

from pdf import Pdf
from program import main, make
from timelines import SLUGS, SVG, draw, fill, pages, title

NAME = {'fi': 'Turun kaupunki', 'en': 'City of Turku'}
DRAFT = {'fi': 'Luonnos – valmisteluaineisto', 'en': 'Draft – preparatory material'}
LATE = {'fi': 'päivää myöhässä', 'en': 'days overdue'}
DC = '{http://purl.org/dc/elements/1.1/}'
LANGUAGE = '{http://www.w3.org/XML/1998/namespace}lang'

# What XML does not allow, and what it wants escaped.
ODD = 'Turku\x01\x0b\x1f\ufffe\uffff <&> "]]>'
CLEAN = 'Turku <&> "]]>'


def check_marks(pdf):
    """All that is painted is an artifact, or belongs to one element of the structure."""
    found = set()
    for page in pdf.pages:
        painted = list(pdf.contents(page))
        assert len(painted) > 20, painted
        assert all(mark is not None for _, mark, _ in painted), [operator for operator, mark, _ in painted if mark is None]
        found |= {(page, mark) for _, mark, _ in painted if mark != 'Artifact'}
    marks = [mark for element in pdf.structure().walk() for mark in element.marks]
    assert len(marks) == len(set(marks)) and found <= set(marks), found ^ set(marks)


def check_structure(pdf, lines):
    """A heading, for each page a figure with words instead of it, and a row for each line."""
    document = pdf.structure()
    elements = list(document.walk())
    assert document.type == 'Document' and document.children[0].type == 'H1'
    assert [element.type for element in elements].count('H1') == 1
    figures = [element for element in elements if element.type == 'Figure']
    assert len(figures) == len(pdf.pages)
    for page, figure in zip(pdf.pages, figures):
        left, bottom, right, top = figure.dictionary['/A']['/BBox']
        _, _, width, height = pdf.get(page)['/MediaBox']
        assert figure.page == page and 0 < left < right < width and 0 < bottom < top < height
    words = [figure.dictionary['/Alt'].removeprefix('u:') for figure in figures]
    for line in lines:
        assert sum(f'\n{line}: ' in text for text in words) == 1, (line, words)
    for element in elements:
        kids = [child.type for child in element.children]
        if element.type == 'Table':
            assert kids and set(kids) == {'TR'}, kids
        elif element.type == 'TR':
            assert kids == ['TH', 'TD'], kids
        elif element.type == 'TH':
            assert element.dictionary['/A'] == {'/O': '/Table', '/Scope': '/Row'} and element.marks
    return words


def check_facts(pdf, name, language):
    catalogue = pdf.catalogue
    assert catalogue['/Lang'] == f'u:{language}' and catalogue['/MarkInfo']['/Marked'] is True
    assert catalogue['/ViewerPreferences']['/DisplayDocTitle'] is True
    metadata = pdf.get(catalogue['/Metadata'])
    assert metadata['/Type'] == '/Metadata' and metadata['/Subtype'] == '/XML'
    root = xml.etree.ElementTree.fromstring(pdf.data(catalogue['/Metadata']))
    texts = {tag: ''.join(element.itertext()) for tag in ('title', 'creator', 'language', 'description')
             for element in root.iter(DC + tag)}
    assert texts['title'] == texts['creator'] == name and texts['language'] == language and texts['description'], texts
    assert [element.text for element in root.iter('{http://www.aiim.org/pdfua/ns/id/}part')] == ['1']
    for stored in pdf.objects.values():
        font = stored.get('value')
        if isinstance(font, dict) and font.get('/Subtype') == '/CIDFontType2':
            assert font['/CIDToGIDMap'] == '/Identity'


def check_pdf(path, name, language, lines):
    pdf = Pdf(path)
    check_marks(pdf)
    check_facts(pdf, name, language)
    words = check_structure(pdf, lines)
    texts = [text.strip() for text in pdf.spoken()]
    assert texts.count(name) == texts.count(DRAFT[language]) == 1 or name != NAME.get(language), texts
    for line in lines:
        assert sum(text == line or text.startswith(line + ' ') for text in texts) == 1, (line, texts)
    return pdf, texts, words


def lines_of(slugs, measures):
    return [title(slug, number) for slug in slugs for number in range(measures)]


def test_one_page(folder):
    path = make(folder)
    fill(path, 3, ['turku'])
    for language in NAME:
        pdf, texts, words = check_pdf(draw(path, 'x.pdf', '--organisation=turku', f'--language={language}'), NAME[language],
                                      language, lines_of(['turku'], 3))
        assert len(pdf.pages) == 1
        assert texts.count({'fi': 'Suunniteltu', 'en': 'Planned'}[language]) == 4, texts


def test_many_pages(folder):
    """What is repeated is read once: title, notices, legend, and headings that go on."""
    path = make(folder)
    fill(path, 60, ['turku'], year=2021)
    for language in NAME:
        output = draw(path, 'x.pdf', '--organisation=turku', f'--language={language}', '--baseline=Board')
        pdf, texts, words = check_pdf(output, NAME[language], language, lines_of(['turku'], 60))
        assert len(pdf.pages) > 3 and all(NAME[language] in text and DRAFT[language] in text for text in pages(output))
        assert texts.count({'fi': 'Alkaa liian aikaisin', 'en': 'Starts too early'}[language]) == 1, texts
        heading = {'fi': 'Toimenpiteet', 'en': 'Measures'}[language]
        assert sum(text.startswith(heading) for text in texts) == 1, texts


def test_late_with_baseline(folder):
    """Words on a bar stand apart, and what it shows is told."""
    path = make(folder)
    fill(path, 12, ['turku'], year=2021)
    for language in NAME:
        pdf, texts, words = check_pdf(draw(path, 'x.pdf', '--organisation=turku', f'--language={language}', '--baseline=Board'),
                                      NAME[language], language, lines_of(['turku'], 12))
        unit = {'fi': 'pv', 'en': 'd'}[language]
        late = [text for text in texts if re.fullmatch(rf'\d+ {LATE[language]} \+14 {unit}', text)]
        assert len(late) > 6, texts
        assert sum(LATE[language] in line for text in words for line in text.split('\n')) >= 12, words


def test_whole_programme(folder):
    """On one page, where lines stand side by side, and on many."""
    path = make(folder)
    for measures, packed in ((12, True), (45, False)):
        fill(path, measures - (0 if packed else 12))
        lines = lines_of(SLUGS, 12 if packed else 0)
        for language in NAME:
            output = draw(path, 'x.pdf', '--whole-programme', f'--language={language}', '--baseline=Board')
            pdf = Pdf(output)
            check_marks(pdf)
            check_structure(pdf, lines)
            texts = [text.strip() for text in pdf.spoken()]
            assert (len(pdf.pages) == 1) == packed
            assert all(texts.count(line) == 1 for line in lines), texts
            assert texts.count(DRAFT[language]) == 1, texts


def test_example(folder):
    """All kinds of lines and signs, and titles that take several lines of text: words are whole and apart."""
    for language in NAME:
        path = make(folder, 'example')
        with sqlite3.connect(path) as database:
            names = dict(zip(('fi', 'en'), database.execute('SELECT name_fi, name_en FROM organisation').fetchone()))
            long = ['Päivitetään hankintaohje niin, että se sallii kokeilut, ja kerrotaan siitä jokaiselle yksikölle',
                    'Lentokonesuihkuturbiinimoottoriapumekaanikkoaliupseerioppilaiden hankintatoimenpidesuunnitelmaluonnoskokous']
            # Not the one that is late, of which the page has to say so.
            measures = database.execute("SELECT id FROM measure WHERE status = 'planned' ORDER BY id").fetchall()
            for words, (measure,) in zip(long, measures):
                database.execute('UPDATE measure SET title = ? WHERE id = ?', (words, measure))
                database.execute("UPDATE translation SET text = ? WHERE item = ? AND field = 'title'", (words, measure))
        database.close()
        output = draw(path, 'x.pdf', '--organisation=kuvitelma', f'--language={language}')
        pdf, texts, words = check_pdf(output, names[language], language, long)
        assert any(LATE[language] in text for text in texts), texts
        path.unlink()


def test_nothing(folder):
    path = make(folder, 'empty')
    for language in NAME:
        pdf = Pdf(draw(path, 'x.pdf', '--whole-programme', f'--language={language}'))
        check_marks(pdf)
        check_structure(pdf, [])


def odd(path):
    with sqlite3.connect(path) as database:
        database.execute("UPDATE organisation SET name_fi = ?, name_en = ? WHERE slug = 'turku'", (ODD, ODD))
        database.execute("UPDATE measure SET title = title || ?", ('\x0b\x01',))
        database.execute('UPDATE plan SET title = ?', ('\x0b\x02Suunnitelma',))
    database.close()


def test_odd_characters(folder):
    """What XML does not allow is dropped wherever it is written; what is drawn of it has a mark as well."""
    path = make(folder)
    fill(path, 3, ['turku'])
    odd(path)
    for language in NAME:
        pdf = Pdf(draw(path, 'x.pdf', '--organisation=turku', f'--language={language}'))
        check_marks(pdf)
        check_facts(pdf, CLEAN, language)
        root = xml.etree.ElementTree.parse(draw(path, 'x.svg', '--organisation=turku', f'--language={language}')).getroot()
        assert root[0].text == CLEAN, root[0].text


def test_alternatives(folder):
    """A text is written in the shortest encoding that has all its letters."""
    path = make(folder)
    fill(path, 1, ['turku'])
    for words, start in ((r'(Osa) \ 1) – “5 €”… Žž', b'/Alt ('), ('Ωmega (1)', b'/Alt <FEFF')):
        with sqlite3.connect(path) as database:
            database.execute('UPDATE measure SET title = ?', (words,))
        database.close()
        output = draw(path, 'x.pdf', '--organisation=turku')
        check_structure(Pdf(output), [words])
        assert start in output.read_bytes()


def test_long_svg(folder):
    """What is drawn in parts is one picture, in which each id has one element."""
    path = make(folder)
    fill(path, 250, ['turku'])
    output = draw(path, 'x.svg', '--organisation=turku')
    root = xml.etree.ElementTree.parse(output).getroot()
    ids = [element.get('id') for element in root.iter() if element.get('id')]
    used = re.findall('#([^")]+)', output.read_text())
    assert len(ids) == len(set(ids)) and set(used) <= set(ids)
    assert any(each.startswith('p1-') for each in used)


def told(language):
    """What a picture is called, and what is told of it."""
    sums = {'fi': ['0/3 toimenpiteestä valmiina', '3 myöhässä', '1.1.–30.4.2021'],
            'en': ['0 of 3 measures done', '3 overdue', '1 Jan – 30 Apr 2021']}
    return NAME[language], [*sums[language], DRAFT[language]]


def test_svg(folder):
    path = make(folder)
    fill(path, 3, ['turku'], year=2021)
    for language in NAME:
        root = xml.etree.ElementTree.parse(draw(path, 'x.svg', '--organisation=turku', f'--language={language}')).getroot()
        name, sums = told(language)
        assert root.get('role') == 'img' and root.get(LANGUAGE) == language
        assert [element.tag for element in root[:2]] == [SVG + 'title', SVG + 'desc'] and root[0].text == name
        assert all(text in root[1].text for text in sums), root[1].text


def texts_of_png(data):
    """The texts of a picture with their languages; every chunk is whole."""
    texts, position = {}, 8
    while position < len(data):
        length, kind = struct.unpack('>I4s', data[position:position + 8])
        body = data[position + 8:position + 8 + length]
        assert zlib.crc32(kind + body) == struct.unpack('>I', data[position + 8 + length:position + 12 + length])[0]
        if kind == b'iTXt':
            keyword, rest = body.split(b'\0', 1)
            assert rest[:2] == b'\0\0'
            language, _, text = rest[2:].split(b'\0', 2)
            texts[keyword.decode()] = language.decode(), text.decode()
        position += 12 + length
    return texts


def test_png(folder):
    path = make(folder)
    fill(path, 3, ['turku'], year=2021)
    for language in NAME:
        texts = texts_of_png(draw(path, 'x.png', '--organisation=turku', f'--language={language}').read_bytes())
        name, sums = told(language)
        assert texts['Title'] == (language, name)
        assert texts['Description'][0] == language and all(text in texts['Description'][1] for text in sums), texts


sys.exit(main(globals()))
