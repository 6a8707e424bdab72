# SPDX-License-Identifier: GPL-3.0-or-later
"""One name for one thing in Finnish: words that a reader takes for something else, or that have a better name here.

usage: test-words.py PROGRAM PO TEMPLATE…"""

import ast
import pathlib
import re
import sys

import program

PO = pathlib.Path(sys.argv[2])
TEMPLATES = [pathlib.Path(path) for path in sys.argv[3:]]

# What is not to be said, as a pattern, and what is said instead.
WORDS = [
    (r'(?<!kehitys)(?<!kehittämis)ohjelma', 'akatemia for a programme, sovellus for software'),
    (r'havainnollistava', 'esimerkki'),
    (r'lyhenne', 'tunnus'),
    (r'yhteyspiste', 'yhteystaho'),
    (r'aikajänte|aikajänne', 'saavutetaan viimeistään'),
    (r'aikaisin päivä\b|^viimeinen päivä$', 'aikaisintaan, viimeistään'),
    (r'myöhässä: ', '%s – myöhässä'),
    (r'etäyhteydellä', 'etänä'),
    (r'hylätty', 'luovuttu'),
    (r'keskeytetty', 'odottaa'),
    (r'johtoryhmäesi', 'päätösesitys for what is presented, esittely johtoryhmälle for the phase'),
    (r'esitetty johtoryhmälle', 'esitelty johtoryhmälle'),
    (r'hyöty–', 'kustannus-hyötyarvio'),
    (r'sopimuskausi', 'sopimuksen toteutus'),
    (r'selitteiden|selitteet', 'tekstit'),
    (r'linkki|linkit', 'viittaa'),
    (r'tämä ei voi olla tyhjä', 'täytä tämä'),
    (r'\btaita\b', 'supista, laajenna'),
    (r'^avaa kaikki', 'laajenna kaikki'),
    (r'vertailusuunnitelm', 'vertailukohta'),
    (r'^omistaja$|omistajittain|ilman omistajaa|tai omistaja$', 'vastuurooli'),
    (r'^nimi tai', 'otsikko'),
    (r'päivät eivät tiedossa', 'päivät eivät ole tiedossa'),
    (r'^paina ctrl', 'valitse …, ja paina ctrl+l'),
    (r'riippuu siitä', 'riippuu tästä'),
    (r'päästä irti', 'vapauta sen toimenpiteen kohdalla'),
    (r'nähden, jo', 'alkaa ennen kuin edeltävä toimenpide on valmis'),
    (r'siirry aiem|siirrä valittua aiem', 'vieritä ajassa taakse, siirrä aikaisemmaksi'),
    (r'^muuta (alku|loppu)a', 'muuta alkamispäivää, päättymispäivää'),
    (r'mikä siirtyi', 'mitä on siirtynyt'),
    (r'suunnitelma viety', 'suunnitelma tallennettu tiedostoon'),
]


def strings(path):
    """The translations in a PO file, by the line on which each begins."""
    translation = None
    for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
        if match := re.match(r'msgstr(?:\[\d\])? (".*")$', line):
            if translation:
                yield tuple(translation)
            translation = [number, ast.literal_eval(match[1])]
        elif translation and line.startswith('"'):
            translation[1] += ast.literal_eval(line)
        elif translation:
            yield tuple(translation)
            translation = None
    if translation:
        yield tuple(translation)


def find(texts):
    """A line for each text that says what has a better name."""
    return [f'{place}: “{text}”: {better}'
            for place, text in texts for pattern, better in WORDS
            if re.search(pattern, text.replace('_', ''), re.IGNORECASE)]


def test_messages(folder):
    texts = list(strings(PO))[1:]
    assert len(texts) > 500, len(texts)
    found = find((f'{PO.name}:{number}', text) for number, text in texts)
    assert not found, '\n'.join(found)


def test_templates(folder):
    texts = [(path.name, value) for path in TEMPLATES for key, _, value in
             (line.partition('=') for line in path.read_text(encoding='utf-8').splitlines()) if key.endswith('_fi')]
    assert texts
    found = find(texts)
    assert not found, '\n'.join(found)


sys.exit(program.main(globals()))
