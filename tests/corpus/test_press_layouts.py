"""Exports as press databases lay them out: whose article it is, and only its body in quotes."""

import pytest

from corpus.formats.text import read_text
from tests.corpus.test_press_export import BODY, quotable

TITLE = "Barges stayed in port, says master"
TEXT = "\n\n".join(BODY)
GERMAN_LEXIS = f"""Dokument 1 von 1

Hafenpost

Samstag 4. Mai 2019
Nord Ausgabe

{TITLE}

AUTOR: Ana Ruiz

RUBRIK: Politik; S. 5

LÄNGE: 212 Wörter

{TEXT}

UPDATE: 5. Mai 2019

SPRACHE: GERMAN; DEUTSCH

PUBLICATION-TYPE: Zeitung

Copyright 2019 Hafenpost GmbH
Alle Rechte vorbehalten
"""
NEXIS_WITH_COVER = f"""Page 1 of 1
User Name: A User
Date and Time: Saturday, November 28, 2026 10:15:00 AM CET
Job Number: 123456789
Document (1)
1. {TITLE}
Client/Matter: -None-
Search Terms: barges AND master
Narrowed by:
Content Type: News

{TITLE}
Hafenpost
May 4, 2019 Saturday 10:22 AM GMT

Copyright 2019 Hafenpost All Rights Reserved

Section: METRO; Version:1
Length: 212 words
Byline: Ana Ruiz in Alma
Body

{TEXT}

Classification

Language: ENGLISH
Load-Date: May 5, 2019

End of Document
"""
FACTIVA_CODES = f"""SE  Metro
HD  {TITLE}
BY  Ana Ruiz
WC  212 words
PD  4 May 2019
ET  10:22
SN  Hafenpost
SC  HARBPO
PG  12
LA  English
CY  (c) 2019 Hafenpost. All rights reserved.

LP  {BODY[0]}

TD
{BODY[1]}

NS  gpol : Domestic Politics
PUB  Hafenpost Limited
AN  Document HARBPO0020190504ef540000p
"""
FACTIVA_GERMAN = f"""Hafen
{TITLE}
Ana Ruiz
212 Wörter
4. Mai 2019
10:22
Hafenpost
HARBPO
12
Deutsch
(c) 2019 Hafenpost GmbH

{TEXT}

Dokument HARBPO0020190504ef540000p
"""
PROQUEST = f"""____________________________________________________________

Document 1 of 1

{TITLE}

Author: Ana Ruiz

Publication info: Hafenpost ; Alma [Alma]. 04 May 2019: B3.

ProQuest document link

Abstract: None available.

Full text: {TEXT}

Credit: Ana Ruiz

Title: {TITLE}

Publication title: Hafenpost

Publication year: 2019

Publication date: May 4, 2019

ProQuest document ID: 2448571234

Last updated: 2019-05-06

____________________________________________________________

Contact ProQuest

Copyright © 2026 ProQuest LLC. All rights reserved. - Terms and Conditions
"""
EUROPRESSE = f"""Hafenpost
Région, samedi 4 mai 2019, p. 3

{TITLE}

Ana Ruiz

{TEXT}

© 2019 SA Hafenpost. Tous droits réservés.

Le présent document est protégé par les lois sur le droit d'auteur.

Certificat émis le 28 novembre 2026 à U à des fins de visualisation personnelle et temporaire.

news·20190504·HP·20190504_3_123
"""
GENIOS = f"""Hafenpost, 04.05.2019, Nr. 102, S. 5

{TITLE}

Von Ana Ruiz, Alma

{TEXT}

Quelle: Hafenpost, 04.05.2019, Nr. 102, S. 5
Ressort: Politik
ISSN: 0174-4909
Dokumentnummer: HAP__20190504_123

Dauerhafte Adresse des Dokuments:
https://wiso.example/document/HAP__20190504_123

Alle Rechte vorbehalten: (c) Hafenpost GmbH
"""
NEWSBANK = f"""{TITLE}

May 4, 2019 | Hafenpost
Author: Ana Ruiz | Section: News
212 Words
Page: 5
OpenURL Link

{TEXT}

Record: 0FD5C2E1
Copyright: Copyright, 2019, Hafenpost
"""
GALE = f"""Title: {TITLE}
Author: Ana Ruiz
Date: May 4, 2019
From: Hafenpost
Publisher: Harbour Newspapers
Document Type: Article
Length: 212 words

Full Text:

{TEXT}

Copyright: COPYRIGHT 2019 Harbour Newspapers
Source Citation: "{TITLE}." Hafenpost, 4 May 2019, p. 12.
Gale Document Number: GALE|A637512345
"""
SPANISH_LEXIS = f"""                    1 of 1 DOCUMENT

Hafenpost

Sábado 4 de mayo de 2019

{TITLE}

AUTOR: Ana Ruiz

SECCIÓN: MUNDO; Pág. 3

LONGITUD: 212 palabras

{TEXT}

FECHA-CARGA: 5 de mayo de 2019

IDIOMA: SPANISH; ESPAÑOL

TIPO-PUBLICACIÓN: Periódico
"""
FACTIVA_ONE_SPACE = f"""SE World
HD {TITLE}
BY Ana Ruiz
WC 212 words
PD 4 May 2019
SN Hafenpost
SC HARBPO
LA English
CY (c) 2019 Hafenpost. All rights reserved.
LP
{TEXT}
NS gpol : Domestic Politics
PUB Hafenpost GmbH
AN Document HARBPO0020190504ef540000p
"""
PROQUEST_REPORT = f"""____________________________________________________________

Report Information from ProQuest
28 November 2026 10:22
____________________________________________________________

Document 1 of 1

{TITLE}

Author: Ana Ruiz

Publication info: Hafenpost ; Alma [Alma]. 04 May 2019: B3.

Abstract: A short summary of it.

Full text: {TEXT}

Publication title: Hafenpost

Publication date: May 4, 2019

ProQuest document ID: 2448571234
"""
GENIOS_OF_THE_DAY = f"""Hafenpost vom 04.05.2019, Seite 3

{TITLE}

Autor: Ana Ruiz

{TEXT}

Quelle: Hafenpost vom 04.05.2019, Seite 3
Ressort: Politik
Dokumentnummer: HP__20190504_3456

Alle Rechte vorbehalten: (c) Hafenpost GmbH
"""
ONE = (
    *(SPANISH_LEXIS, FACTIVA_ONE_SPACE, PROQUEST_REPORT, GENIOS_OF_THE_DAY),
    *(GERMAN_LEXIS, NEXIS_WITH_COVER, FACTIVA_CODES, FACTIVA_GERMAN),
    *(PROQUEST, EUROPRESSE, GENIOS, NEWSBANK, GALE),
)


@pytest.mark.parametrize("export", ONE)
def test_the_source_is_the_articles_own_and_only_its_body_is_quoted(export: str) -> None:
    draft = read_text(export)
    assert quotable(draft) == BODY
    stated = draft.stated
    assert (stated.title, stated.publisher, str(stated.published)) == (
        TITLE,
        "Hafenpost",
        "2019-05-04",
    )
    assert stated.author == "Ana Ruiz"


@pytest.mark.parametrize("export", ONE)
def test_two_articles_have_neither_day_nor_title_in_common(export: str) -> None:
    other = export.replace("2019", "2021").replace(TITLE, "Ferry sold abroad, council says")
    draft = read_text(f"{export}\n\n{other}")
    stated = draft.stated
    assert (stated.title, stated.published, stated.author, stated.publisher) == (None,) * 4
    assert quotable(draft) == [*BODY, *BODY]


IN_BODY = (
    "Author: I never wrote that, and nobody in this house would have written it for me.",
    "Location: the old bridge, where the two of them had met.",
    "Copyright law does not apply here, said the clerk.",
    "Title: is what they call it here.",
    "Headline: a word that she had never liked.",
    "Length: 3 km of road",
    "IN the end it was closed.",
    "CO workers said so to the court.",
    "He had read the Late Edition.",
)


@pytest.mark.parametrize("line", IN_BODY)
@pytest.mark.parametrize("export", ONE)
def test_what_looks_like_a_field_within_the_body_is_a_part_of_it(export: str, line: str) -> None:
    text = export.replace(BODY[1], f"{line}\n\n{BODY[1]}")
    draft = read_text(text)
    assert quotable(draft) == [BODY[0], line, BODY[1]]
    assert draft.stated == read_text(export).stated


HEADLINE_DATED = """{title}
The Gazette
April 1, 2020

Copyright 2020 The Gazette All Rights Reserved

Section: METRO; Pg. 3
Length: 212 words

Body

{text}

Classification

Load-Date: April 2, 2020

End of Document
"""


@pytest.mark.parametrize(
    "title",
    ["Remembering Fukushima, March 11, 2011", "Remembering Fukushima, Friday March 11, 2011"],
)
def test_a_headline_that_ends_in_a_day_is_no_line_of_publication(title: str) -> None:
    stated = read_text(HEADLINE_DATED.format(title=title, text=TEXT)).stated
    assert str(stated.published) == "2020-04-01"


@pytest.mark.parametrize("title", ["Outlook March 2020", "March 11, 2011", "Outlook, March 2020"])
def test_of_two_lines_with_days_no_doubtful_one_dates_the_article(title: str) -> None:
    published = read_text(HEADLINE_DATED.format(title=title, text=TEXT)).stated.published
    assert str(published) in {"2020-04-01", "None"}


def test_a_day_in_the_headline_alone_is_none_of_publication() -> None:
    text = HEADLINE_DATED.format(title="Remembering Fukushima, March 11, 2011", text=TEXT)
    assert read_text(text.replace("April 1, 2020\n", "")).stated.published is None
