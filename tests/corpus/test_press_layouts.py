"""Exports as press databases lay them out: whose article it is, and only its body in quotes."""

import pytest

from corpus.formats.text import read_text
from tests.corpus.press_samples import ONE, TEXT, TITLE
from tests.corpus.test_press_export import BODY, quotable


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


NEWSBANK_FIELDS = """{title}
The Gazette (Northtown) - May 4, 2019
Author/Byline: Ana Ruiz
Section: News
Page: 5
Readability: 10-12 grade level (Lexile: 1210)

{text}

Record: 0FD5C2E1AB
Copyright: Copyright (c) 2019 The Gazette
"""
FACTIVA_SECTION = """Politics
{title}

By Ana Ruiz
212 words
4 May 2019
The Gazette
GAZ
English

{text}

Document GAZ0000020190504ega10000x
"""
EUROPRESSE_LINES = """Samedi 4 mai 2019
Le Phare • p. A4 • 512 mots

{title}
Ana Ruiz

{text}

© 2019 Le Phare. Tous droits réservés. Le présent document est protégé par les lois.
news·20190504·LP·0123456
"""
PRESSREADER = """{title}
2019-05-04 - ANA RUIZ

{text}

The Gazette
https://www.pressreader.com/uk/the-gazette/20190504/281612345678901
"""


@pytest.mark.parametrize(
    "export", [NEWSBANK_FIELDS, FACTIVA_SECTION, EUROPRESSE_LINES, PRESSREADER]
)
def test_other_layouts_of_a_database_give_the_day_and_only_the_body_is_quoted(export: str) -> None:
    draft = read_text(export.format(title=TITLE, text=TEXT))
    assert quotable(draft) == BODY
    assert str(draft.stated.published) == "2019-05-04"
    assert draft.stated.author in {"Ana Ruiz", None}
