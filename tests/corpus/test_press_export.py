"""Exports of press databases: the article's own source, and only its body in quotes."""

import pytest

from corpus.formats.draft import Draft
from corpus.formats.text import read_text

BODY = [
    "The harbour master said on Monday that no barge had left the port during the storm.",
    "A pilot called the report an invention. He had been on the pier all night, he said.",
]
LEXIS = f"""                              1 of 1 DOCUMENTS

                               The Harbour Post

                             May 4, 2019 Saturday
                             Late Edition - Final

Barges stayed in port, says master

BYLINE: By ANA RUIZ and TOM BELL

SECTION: Section B; Column 1; Metropolitan Desk; Pg. 3

LENGTH: 212 words

DATELINE: PORT ALMA, May 3

BODY:

{BODY[0]}

{BODY[1]}

URL: http://post.example/barges

GRAPHIC: PHOTO: The pier at night (PHOTOGRAPH BY TOM BELL)

LOAD-DATE: May 5, 2019

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper

                  Copyright 2019 The Harbour Post Company
"""
NEXIS_UNI = f"""Barges stayed in port, says master
The Harbour Post
May 4, 2019 Saturday

Copyright 2019 The Harbour Post Company All Rights Reserved

Section: METRO; Pg. 3
Length: 212 words
Byline: Ana Ruiz

Body

{BODY[0]}

{BODY[1]}

Classification

Language: ENGLISH
Publication-Type: Newspaper
Subject: PORTS & HARBOURS (90%)
Load-Date: May 5, 2019

End of Document
"""
FACTIVA = f"""Barges stayed in port, says master
By Ana Ruiz
212 words
4 May 2019
09:15
The Harbour Post
HARBPO
3
English
(c) 2019 The Harbour Post Company

{BODY[0]}

{BODY[1]}

Document HARBPO0020190504ef540000p
"""
PROQUEST = f"""Title: Barges stayed in port, says master

Author: Ruiz, Ana

Publication info: The Harbour Post ; Port Alma [Port Alma]. 04 May 2019: B3.

Full text:

{BODY[0]}

{BODY[1]}

Publication title: The Harbour Post

Publication date: May 4, 2019

ProQuest document ID: 2220001112
"""


def quotable(draft: Draft) -> list[str]:
    """The lines that neither a heading nor residue holds."""
    text = list(draft.text)
    for start, end in [*draft.residue, *((one.start, one.end) for one in draft.sections)]:
        text[start:end] = " " * (end - start)
    return [line.strip() for line in "".join(text).splitlines() if line.strip()]


@pytest.mark.parametrize("export", [LEXIS, NEXIS_UNI, FACTIVA, PROQUEST])
def test_the_fields_are_the_source_and_only_the_body_is_quoted(export: str) -> None:
    draft = read_text(export)
    assert quotable(draft) == BODY
    assert draft.stated.title == "Barges stayed in port, says master"
    assert draft.stated.publisher == "The Harbour Post"
    assert str(draft.stated.published) == "2019-05-04"
    assert "ruiz" in str(draft.stated.author).casefold()
    assert draft.text == export


def test_the_address_and_the_names_are_taken_without_their_labels() -> None:
    stated = read_text(LEXIS).stated
    assert stated.url == "http://post.example/barges"
    assert stated.author == "ANA RUIZ and TOM BELL"


@pytest.mark.parametrize("export", [NEXIS_UNI, FACTIVA])
def test_an_export_of_several_articles_has_no_one_source(export: str) -> None:
    second = export.replace("Barges stayed", "Ferries stayed").replace("May 4", "May 9")
    draft = read_text(f"{export}\n{second}")
    assert [section.title.split()[0] for section in draft.sections] == ["Barges", "Ferries"]
    assert quotable(draft) == BODY * 2
    assert draft.stated.title is None
    assert draft.stated.published is None


@pytest.mark.parametrize(
    "text",
    [
        "LENGTH: the keel measures forty metres.\n\nBODY: of oak, and sound.\n\n" + BODY[0],
        "Byline: the harbour, in May.\n\n" + "\n\n".join(BODY),
        "Interviewer: And the length?\n\nMaster: Some 512 words.\n\n" + BODY[1],
    ],
)
def test_other_texts_with_labels_are_no_exports(text: str) -> None:
    assert "".join(quotable(read_text(text))) == "".join(text.split("\n\n"))
