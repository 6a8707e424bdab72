# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a PDF file as qpdf tells it: its objects, its structure, and what its pages paint within which marks."""

import base64
import json
import re
import subprocess

# Operators that leave something on the page (ISO 32000-1, annex A).
PAINTING = {'S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'sh', 'Do', 'Tj', 'TJ', "'", '"', 'BI'}
TOKEN = re.compile(rb"""\((?:[^()\\]|\\.)*\)      # a text
                        |<<|>>|<[0-9A-Fa-f\s]*>   # a dictionary, or a text in hexadecimal
                        |[\[\]]|/[^\s\[\]<>()/]*  # an array, a name
                        |[^\s\[\]<>()/]+          # a number, an operator
                     """, re.DOTALL | re.VERBOSE)
ESCAPES = {b'n': b'\n', b'r': b'\r', b't': b'\t', b'b': b'\b', b'f': b'\f'}


def unescape(found):
    code = found[1]
    return bytes([int(code, 8)]) if code.isdigit() else ESCAPES.get(code, code)


def codes_of(operand):
    """The bytes of a text, which is written in one of two ways; anything else has none."""
    if operand.startswith('<'):
        return bytes.fromhex(operand[1:-1])
    if not operand.startswith('('):
        return b''
    return re.sub(rb'\\([0-7]{1,3}|.)', unescape, operand[1:-1].encode('latin-1'), flags=re.DOTALL)


class Element:
    """An element of the structure, with all that is in it and the marks of its content."""

    def __init__(self, pdf, reference):
        self.dictionary = pdf.get(reference)
        self.type = self.dictionary['/S'][1:]
        self.page = self.dictionary.get('/Pg')
        self.children, self.marks = [], []
        kids = pdf.get(self.dictionary.get('/K', []))
        for kid in kids if isinstance(kids, list) else [kids]:
            if isinstance(kid, int):
                self.marks.append((self.page, kid))
            elif isinstance(pdf.get(kid), dict) and pdf.get(kid).get('/Type') == '/MCR':
                self.marks.append((pdf.get(kid).get('/Pg', self.page), pdf.get(kid)['/MCID']))
            else:
                self.children.append(Element(pdf, kid))

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()


class Pdf:
    def __init__(self, path):
        check = subprocess.run(['qpdf', '--check', path], capture_output=True, text=True, timeout=60)
        assert check.returncode == 0 and 'WARNING' not in check.stderr + check.stdout, check.stderr
        words = ['qpdf', '--json=2', '--json-key=qpdf', '--json-stream-data=inline', '--decode-level=generalized', path]
        answer = json.loads(subprocess.run(words, capture_output=True, check=True, timeout=60).stdout)
        self.objects = answer['qpdf'][1]
        self.catalogue = self.get(self.get('trailer')['/Root'])
        self.pages = self.find_pages(self.catalogue['/Pages'])

    def get(self, value):
        """The object that a reference is to; anything else is itself."""
        if value == 'trailer' or isinstance(value, str) and re.fullmatch(r'\d+ 0 R', value):
            stored = self.objects['trailer' if value == 'trailer' else f'obj:{value}']
            return stored['value'] if 'value' in stored else stored['stream']['dict']
        return value

    def data(self, reference):
        return base64.b64decode(self.objects[f'obj:{reference}']['stream']['data'])

    def find_pages(self, reference):
        node = self.get(reference)
        if node['/Type'] == '/Page':
            return [reference]
        return [page for kid in self.get(node['/Kids']) for page in self.find_pages(kid)]

    def structure(self):
        root = self.get(self.catalogue['/StructTreeRoot'])
        kids = self.get(root['/K'])
        document, = kids if isinstance(kids, list) else [root['/K']]
        return Element(self, document)

    def letters(self, page):
        """For each font of a page, how many bytes a code is, and the text of each code."""
        fonts = {}
        for name, reference in self.get(self.get(page)['/Resources'])['/Font'].items():
            font = self.get(reference)
            codes = fonts[name] = (2 if font['/Subtype'] == '/Type0' else 1), {}
            for section, lines in re.findall(rb'begin(bfchar|bfrange)\n(.*?)end', self.data(font['/ToUnicode']), re.DOTALL):
                for line in lines.splitlines():
                    first, *_, text = [bytes.fromhex(word) for word in re.findall(r'<([0-9a-fA-F]+)>', line.decode())]
                    last = int(line[1:-1].split(b'> <')[1], 16) if section == b'bfrange' else int.from_bytes(first)
                    for code in range(int.from_bytes(first), last + 1):
                        unit = int.from_bytes(text) + code - int.from_bytes(first)
                        codes[1][code] = unit.to_bytes(len(text)).decode('utf-16-be')
        return fonts

    def contents(self, page):
        """Each operator of a page that paints, with its mark – a number, “Artifact” or nothing – and its text."""
        fonts, font = self.letters(page), None
        operands, marks, instead = [], [], False
        for token in TOKEN.findall(self.data(self.get(page)['/Contents'])):
            token = token.decode('latin-1')
            if not re.fullmatch(r"[A-Za-z'\"][A-Za-z0-9*]*", token):
                operands.append(token)
                continue
            mark = next((mark for mark in marks if mark != 'Span'), None)
            if token in ('BDC', 'BMC'):
                number = re.search(r'/MCID (\d+)', ' '.join(operands))
                actual = re.search(r'/ActualText <feff([0-9a-f]*)>', ' '.join(operands), re.IGNORECASE)
                # A text for a few glyphs is within another mark.
                assert mark is None or operands[0] == '/Span' and not number, 'a mark within another'
                marks.append(int(number[1]) if number else operands[0][1:])
                if actual:
                    instead = True
                    yield token, mark, bytes.fromhex(actual[1]).decode('utf-16-be')
            elif token == 'EMC':
                instead = instead and marks[-1] != 'Span'
                marks.pop()
            elif token == 'Tf':
                font = operands[-2]
            elif token in PAINTING:
                text = ''
                if token in ('Tj', 'TJ') and not instead:
                    width, codes = fonts[font]
                    for operand in operands:
                        data = codes_of(operand)
                        text += ''.join(codes[int.from_bytes(data[i:i + width])] for i in range(0, len(data), width))
                yield token, mark, text
            operands = []
        assert not marks, 'a mark that does not end'

    def spoken(self):
        """The text of each element that has its own, in the order of the structure."""
        texts = {}
        for page in self.pages:
            for _, mark, text in self.contents(page):
                texts[page, mark] = texts.get((page, mark), '') + text
        return [''.join(texts.get(mark, '') for mark in element.marks) for element in self.structure().walk() if element.marks]
