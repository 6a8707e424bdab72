#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports timelines where there is no display, and reads what came out, and prints TAP."""

import re
import resource
import signal
import sqlite3
import struct
import subprocess
import sys
import xml.etree.ElementTree

from program import PROGRAM, listing, main, make, refuse, succeed
from timelines import ENVIRONMENT, SLUGS, SVG, draw, facts, fill, pages, read, title


def test_pdf_says_all(folder):
    """Words that can be selected, found and read aloud, in either language."""
    path = make(folder)
    fill(path, 3)
    for language, name, words in (
            ('fi', 'Turun kaupunki', ['Toimenpiteet', '0/3 toimenpiteestä valmiina', '3.1.–17.2.2031', '1.1.–30.4.2031', 'tammi',
                                      'Luonnos – valmisteluaineisto', 'Suunniteltu', 'Alkaa liian aikaisin', 'Sivu 1/1']),
            ('en', 'City of Turku', ['Measures', '0 of 3 measures done', '3 Jan – 17 Feb 2031', '1 Jan – 30 Apr 2031', 'Jan',
                                     'Draft – preparatory material', 'Planned', 'Starts too early', 'Page 1 of 1'])):
        output = draw(path, 'turku.pdf', '--organisation=turku', f'--language={language}')
        text, = pages(output)
        for word in [name, 'Hankintapäällikkö', *words]:
            assert word in text, (word, text)
        for number in range(3):
            assert title('turku', number) in text, text
        assert facts(output)['Title'] == facts(output)['Author'] == name
        assert facts(output)['Tagged'] == 'yes'
        assert f'/Lang ({language})'.encode() in output.read_bytes()
        structure = read('pdfinfo', '-struct-text', output)
        assert structure.startswith('Document\n  H1 (block)\n') and '  H2 (block)\n' in structure, structure


def test_titles_in_each_language(folder):
    """The example is written in Finnish and translated to English."""
    path = folder / 'example.academy'
    succeed('new', path, '--template=example', '--language=fi')
    titles = {'fi': ('Nimetään innovatiivisille', 'Hävikkiennuste kahdessa', 'Palvelualueen johtoryhmä', 'Kouluruokailun hävikki'),
              'en': ('Name a board-level owner', 'Waste forecast in two', 'Service area executive', 'Waste in school meals')}
    for language, others in (('fi', 'en'), ('en', 'fi')):
        for scope in (['--organisation=kuvitelma', '--group-by=goal'], ['--whole-programme']):
            text = '\n'.join(pages(draw(path, f'{language}.pdf', f'--language={language}', *scope)))
            expected = titles[language] if scope[1:] else titles[language][:3]
            for found in expected:
                assert found in text, (found, text)
            for other in titles[others]:
                assert other not in text, (other, text)


def test_several_pages(folder):
    """Every measure on one page, below its heading, which is repeated."""
    path = make(folder)
    fill(path, 60)
    output = draw(path, 'turku.pdf', '--organisation=turku', '--language=en')
    texts = pages(output)
    assert len(texts) > 3
    for number, text in enumerate(texts):
        assert f'Page {number + 1} of {len(texts)}' in text
        assert 'City of Turku' in text and 'Jan' in text and 'Draft – preparatory material' in text
        assert ('Measures (continued)' in text) == (number > 0), text
        assert 'Dependency on another page' in text
    for number in range(60):
        found = [text.count(title('turku', number)) for text in texts]
        # Beside the lane, and on it.
        assert sorted(found) == [0] * (len(texts) - 1) + [2], (number, found)


def test_size_of_text(folder):
    """No text is smaller than 9 points; the tool speaks of thirds of them."""
    path = make(folder)
    fill(path, 12)
    for options in (['--organisation=turku'], ['--whole-programme']):
        output = draw(path, 'x.pdf', *options)
        sizes = re.findall(r'<fontspec id="\d+" size="(\d+)"', read('pdftohtml', '-xml', '-stdout', '-i', '-zoom', '3', output))
        assert sizes and min(map(int, sizes)) >= 27, sizes


def test_whole_programme(folder):
    """Six organisations and twelve measures each are seen on one page."""
    path = make(folder)
    fill(path, 12)
    output = draw(path, 'programme.pdf', '--whole-programme', '--language=fi')
    text, = pages(output)
    for slug in SLUGS:
        for number in range(12):
            assert title(slug, number) in text, text
    assert 'Turun kaupunki' in text and 'KEHA-keskus' in text and 'Sivu 1/1' in text
    assert facts(output)['Page size'].startswith('1190.55 x 841.89') and '(A3)' in facts(output)['Page size']
    assert facts(draw(path, 'turku.pdf', '--organisation=turku'))['Page size'].endswith('(A4)')


def test_folder(folder):
    path = make(folder)
    output = folder / 'timelines'
    output.mkdir()
    succeed('export', path, '--format=pdf', f'--output={output}', env=ENVIRONMENT)
    succeed('export', path, '--format=svg', '--whole-programme', f'--output={output}', env=ENVIRONMENT)
    assert sorted(listing(output)) == sorted([f'{slug}.pdf' for slug in SLUGS] + ['programme.svg'])
    assert all(data.startswith(b'%PDF-') for name, data in listing(output).items() if name.endswith('.pdf'))


def test_svg(folder):
    path = make(folder)
    fill(path, 3)
    root = xml.etree.ElementTree.parse(draw(path, 'x.svg', '--organisation=turku', '--language=fi')).getroot()
    assert root.tag == SVG + 'svg' and root[0].tag == SVG + 'title' and root[0].text == 'Turun kaupunki'
    assert root.get('{http://www.w3.org/XML/1998/namespace}lang') == 'fi' and root.get('role') == 'img'
    width, height = (float(root.get(name).removesuffix('pt')) for name in ('width', 'height'))
    longer = xml.etree.ElementTree.parse(draw(path, 'x.svg', '--organisation=turku', '--to=2032-06-30')).getroot()
    assert float(longer.get('width').removesuffix('pt')) > width and height > 100


def test_png(folder):
    path = make(folder)
    fill(path, 3)
    data = draw(path, 'x.png', '--organisation=turku').read_bytes()
    assert data.startswith(b'\x89PNG\r\n\x1a\n')
    width, height = struct.unpack('>II', data[16:24])
    assert 1500 < width < 6000 and 400 < height < 2000
    fill(path, 4000, ['turku'])
    assert 'PNG' in refuse(1, 'export', path, '--organisation=turku', '--format=png', f'--output={folder}/y.png', env=ENVIRONMENT)
    assert 'y.png' not in listing(folder)


def test_range(folder):
    path = make(folder)
    fill(path, 3)
    output = draw(path, 'x.pdf', '--organisation=turku', '--language=en', '--from=2031-02-10', '--to=2031-03-20')
    text, = pages(output)
    assert '10 Feb – 20 Mar 2031' in text and 'Jan' not in text.replace('3 Jan – 17 Feb', '')
    assert all(title('turku', number) in text for number in range(3))
    text, = pages(draw(path, 'x.pdf', '--organisation=turku', '--language=en', '--from=2030-11-05'))
    assert '5 Nov 2030 – 30 Apr 2031' in text
    refuse(1, 'export', path, '--organisation=turku', '--format=pdf', '--from=2040-01-01', env=ENVIRONMENT)


def test_as_of(folder):
    """The status date of the programme, or that of the command, says what is overdue."""
    path = make(folder, 'example')
    words = ['--organisation=kuvitelma', '--language=en']
    for options, day, overdue in (([], '16 Feb 2022', 16), (['--as-of=2022-07-01'], '1 Jul 2022', 151)):
        output = draw(path, 'x.pdf', *words, *options)
        text = '\n'.join(pages(output))
        assert facts(output)['Subject'].endswith(f'As of {day}') and f'{overdue} days overdue' in text
        assert 'Status date' in text and 'Today' not in text
    assert 'As of' not in facts(draw(empty(path), 'x.pdf', *words))['Subject']
    refuse(2, 'export', path, '--organisation=kuvitelma', '--as-of=2022-07-01', env=ENVIRONMENT)
    refuse(2, 'export', path, '--format=pdf', '--as-of=tomorrow', env=ENVIRONMENT)


def empty(path):
    """The programme without a status date, which is judged today."""
    with sqlite3.connect(path) as database:
        database.execute('UPDATE programme SET status_date = NULL')
    database.close()
    return path


def test_groups(folder):
    path = make(folder)
    fill(path, 3)
    for group, heading in (('none', 'Measures'), ('goal', 'Ääniä ja öljyä'), ('owner', 'Hankintapäällikkö')):
        text, = pages(draw(path, 'x.pdf', '--organisation=turku', '--language=en', f'--group-by={group}'))
        assert re.search(f'^{heading} +0 of 3 measures done', text, re.MULTILINE), text


def test_baseline(folder):
    path = make(folder)
    fill(path, 3)
    for options in (['--organisation=turku'], ['--whole-programme']):
        text, = pages(draw(path, 'x.pdf', '--language=en', '--baseline=Board', *options))
        assert 'Compared with Board' in text and 'Plan baseline' in text, text
    text, = pages(draw(path, 'x.pdf', '--language=en', '--organisation=turku', '--baseline=Board'))
    assert '+14 d' in text, text
    assert 'nothing' in refuse(1, 'export', path, '--organisation=turku', '--format=pdf', '--baseline=nothing', env=ENVIRONMENT)


def test_labels(folder):
    """What is fictional says so in both languages, and what is public is no draft."""
    path = make(folder, 'example')
    label = 'Esimerkkiaineisto – kuvitteellinen · Illustrative – fictional'
    for language, draft in (('fi', 'Luonnos – valmisteluaineisto'), ('en', 'Draft – preparatory material')):
        texts = pages(draw(path, 'x.pdf', '--organisation=kuvitelma', f'--language={language}'))
        assert all(label in text and draft in text for text in texts), texts
    for publicity, draft, confidential in (('confidential_part', True, True), ('public', False, False)):
        with sqlite3.connect(path) as database:
            database.execute('UPDATE plan SET publicity = ?', (publicity,))
        database.close()
        for text in pages(draw(path, 'x.pdf', '--whole-programme', '--language=en')):
            assert label in text, text
            assert ('Draft' in text, 'Confidential in part' in text) == (draft, confidential), text


def test_nothing(folder):
    path = make(folder, 'empty')
    text, = pages(draw(path, 'x.pdf', '--whole-programme', '--language=en'))
    assert 'Nothing is on the timeline yet.' in text


def test_locales(folder):
    """The same words wherever it is, and to standard output too."""
    path = make(folder)
    fill(path, 3)
    for locale in ({'LC_ALL': 'C'}, {'LC_ALL': 'fi_FI.UTF-8', 'LANGUAGE': 'fi'}):
        words = [PROGRAM, 'export', path, '--organisation=turku', '--format=pdf', '--language=fi']
        result = subprocess.run(words, capture_output=True, env={**ENVIRONMENT, **locale}, timeout=60)
        assert result.returncode == 0 and result.stderr == b'', result.stderr
        output = folder / 'x.pdf'
        output.write_bytes(result.stdout)
        text, = pages(output)
        assert title('turku', 1) in text and 'Sivu 1/1' in text


def test_wrong_usage(folder):
    path = make(folder)
    before = listing(folder)
    for options in (['--format=gif'], ['--format=json', '--from=2031-01-01'], ['--format=json', '--whole-programme'],
                    ['--group-by=goal'], ['--format=pdf', '--from=1.1.2031'], ['--format=pdf', '--to=2031-02-30'],
                    ['--format=pdf', '--from=2031-02-01', '--to=2031-01-31'], ['--format=pdf', '--group-by=colour'],
                    ['--format=pdf', '--with-people'], ['--format=pdf', '--language=sv']):
        refuse(2, 'export', path, '--organisation=turku', *options, env=ENVIRONMENT)
    refuse(2, 'export', path, '--format=pdf', '--whole-programme', '--organisation=turku', env=ENVIRONMENT)
    refuse(2, 'export', path, '--format=pdf', '--whole-programme', '--group-by=goal', env=ENVIRONMENT)
    refuse(2, 'export', path, '--format=pdf', env=ENVIRONMENT)
    assert listing(folder) == before


def test_too_little_room(folder):
    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))

    path = make(folder)
    before = listing(folder)
    for kind in ('pdf', 'svg', 'png'):
        refuse(1, 'export', path, '--organisation=turku', f'--format={kind}', f'--output={folder}/x.{kind}', env=ENVIRONMENT,
               preexec_fn=limit)
    refuse(1, 'export', path, '--organisation=turku', '--format=pdf', f'--output={folder}/missing/x.pdf', env=ENVIRONMENT)
    assert listing(folder) == before


sys.exit(main(globals()))
