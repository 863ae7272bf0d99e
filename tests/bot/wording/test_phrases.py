"""A source is said in the same words by either face, and never more than is known."""

from dataclasses import replace

import pytest

from bot.wording.face import DISCORD, GLUE, TERMINAL, Face, cells
from bot.wording.phrases import also_in, head, publisher, stated_dates, whereabouts, who
from bot.wording.voice import Voices
from corpus.dates import PartialDate
from corpus.model import Source
from tests.bot.made import also_in as elsewhere
from tests.bot.made import made_quote, made_source, stated_day

FACES = {"Discord": DISCORD, "terminal": TERMINAL}
LANGUAGES = Voices.load().by_language


@pytest.mark.parametrize("face", FACES.values(), ids=FACES)
@pytest.mark.parametrize(
    ("source", "words"),
    [
        (made_source(author="A. Writer"), "Sample Wire, by A. Writer"),
        (Source(author="A. Writer", url="https://example.org/x"), "by A. Writer"),
        (Source(url="https://www.example.org/a?b=c"), "www.example.org"),
        (Source(url="http://["), "source not stated"),
        (Source(title="A headline"), "source not stated"),
    ],
)
def test_who_answers_for_the_words(face: Face, source: Source, words: str) -> None:
    """Where neither publisher nor author is stated, the site of the address."""
    said = publisher(source, Voices.load(face).default)
    assert _loose(said).replace("\\", "") == words


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (Source(title="The mill", publisher="Gazette", author="Ada"), "Gazette"),
        (Source(title="The mill", author="Ada"), "Ada"),
        (Source(title="The mill"), "“The mill” · source not stated"),
        (Source(), "source not stated"),
    ],
)
def test_one_line_names_one_or_tells_the_title(source: Source, words: str) -> None:
    assert who(source, Voices.load(TERMINAL).default) == words


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_faces_say_the_same(language: str) -> None:
    quote = made_quote(
        "Nov. 5 was it.",
        stated=(stated_day(resolved=True), stated_day(resolved=False)),
        also_in=(elsewhere("b.md"),),
    )
    discord, terminal = (Voices.load(face).by_language[language] for face in (DISCORD, TERMINAL))
    for say in (whereabouts, also_in):
        assert _loose(say(quote, discord)) == _loose(say(quote, terminal))
    assert _loose(head(quote.source, terminal)) == _loose(head(quote.source, discord))
    assert _loose(stated_dates(quote.passage, discord)) == _loose(
        stated_dates(quote.passage, terminal)
    )


@pytest.mark.parametrize("face", FACES.values(), ids=FACES)
def test_who_had_it_first_stands_before_who_carries_it_too(face: Face) -> None:
    dates = [(2020, 10, 3), (2020, 9, 30), (2020, 10, 2)]
    others = tuple(
        elsewhere(f"{n}.md", made_source(title=f"Copy {n}", published=PartialDate(*day)))
        for n, day in enumerate(dates)
    )
    said = _loose(also_in(made_quote("x", also_in=others), Voices.load(face).default))
    assert said == (
        "First in Copy 1 (30 September 2020); also in Fighters and denials (1 October 2020),"
        " Copy 2 (2 October 2020), Copy 0 (3 October 2020)"
    )


def _loose(text: str | None) -> str:
    """With plain spaces for those that Discord does not break."""
    return (text or "").replace(GLUE, " ")


def test_a_date_a_number_with_its_noun_and_a_section_stay_in_one_line() -> None:
    quote = made_quote("It was so.", stated=(stated_day(resolved=True),))
    passage = replace(quote.passage, section="On the river", page=7)
    voice = Voices.load(DISCORD).default
    assert "1\u00a0October\u00a02020" in head(quote.source, voice)
    said = whereabouts(replace(quote, passage=passage), voice)
    assert said.endswith("§\u00a0On\u00a0the\u00a0river\u00a0· page\u00a07")
    assert "5\u00a0November\u00a02020" in (stated_dates(passage, voice) or "")
    assert voice.count("count.passages", 12) == "12\u00a0passages"


def test_a_name_from_right_to_left_leaves_the_date_where_it_is() -> None:
    voice = Voices.load(DISCORD).default
    said = head(made_source(publisher="وكالة"), voice)
    assert said == "\u2068وكالة\u2069\u00a0· 1\u00a0October\u00a02020"
    turned = head(made_source(publisher="Agency \u202e0202 rebotcO"), voice)
    assert turned == "Agency 0202 rebotcO\u00a0· 1\u00a0October\u00a02020"


@pytest.mark.parametrize("name", ["x" * 300, "三" * 300, "long name " * 30])
def test_who_and_when_take_three_lines_of_a_phone_at_most(name: str) -> None:
    """A line of bold letters at 390 pixels holds some 30 of them."""
    said = head(made_source(publisher=name), Voices.load(DISCORD).default)
    assert cells(said) <= 3 * 30
    assert said.endswith("1\u00a0October\u00a02020")


def test_only_discord_escapes_and_cuts_long_metadata() -> None:
    source = made_source(publisher="*" * 90)
    discord, terminal = (Voices.load(face).default for face in (DISCORD, TERMINAL))
    assert publisher(source, terminal) == "*" * 90
    assert publisher(source, discord) == r"\*" * 79 + "…"
