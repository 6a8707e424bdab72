#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports timelines and looks for what those are told who do not see them, and prints TAP."""

import sqlite3
import struct
import sys
import xml.etree.ElementTree
import zlib

from program import main, make
from timelines import SVG, draw, fill

NAME = {'fi': 'Turun kaupunki', 'en': 'City of Turku'}
DRAFT = {'fi': 'Luonnos – valmisteluaineisto', 'en': 'Draft – preparatory material'}
LANGUAGE = '{http://www.w3.org/XML/1998/namespace}lang'

# What XML does not allow, and what it wants escaped.
ODD = 'Turku\x01\x0b\x1f\ufffe\uffff <&> "]]>'
CLEAN = 'Turku <&> "]]>'


def odd(path):
    with sqlite3.connect(path) as database:
        database.execute("UPDATE organisation SET name_fi = ?, name_en = ? WHERE slug = 'turku'", (ODD, ODD))
        database.execute("UPDATE measure SET title = title || ?", ('\x0b\x01',))
        database.execute('UPDATE plan SET title = ?', ('\x0b\x02Suunnitelma',))
    database.close()


def test_odd_characters(folder):
    """What XML does not allow is dropped wherever it is written."""
    path = make(folder)
    fill(path, 3, ['turku'])
    odd(path)
    for language in NAME:
        root = xml.etree.ElementTree.parse(draw(path, 'x.svg', '--organisation=turku', f'--language={language}')).getroot()
        assert root[0].text == CLEAN, root[0].text


def told(language):
    """What a picture is called, and what is told of it."""
    sums = {'fi': ['0/3 toimenpidettä valmiina', '3 myöhässä', '1.1.–30.4.2021'],
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
