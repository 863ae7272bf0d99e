"""A source is said in the same words by either face, and never more than is known."""

import pytest

from bot.wording.face import DISCORD, TERMINAL, Face
from bot.wording.phrases import also_in, provenance, publisher, stated_dates
from bot.wording.voice import Voices
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
    assert said.replace("\\", "") == words


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_faces_say_the_same(language: str) -> None:
    quote = made_quote(
        "Nov. 5 was it.",
        stated=(stated_day(resolved=True), stated_day(resolved=False)),
        also_in=(elsewhere("b.md"),),
    )
    discord, terminal = (Voices.load(face).by_language[language] for face in (DISCORD, TERMINAL))
    for say in (provenance, also_in):
        assert say(quote, discord) == say(quote, terminal)
    assert stated_dates(quote.passage, discord) == stated_dates(quote.passage, terminal)


def test_only_discord_escapes_and_cuts_long_metadata() -> None:
    source = made_source(publisher="*" * 90)
    discord, terminal = (Voices.load(face).default for face in (DISCORD, TERMINAL))
    assert publisher(source, terminal) == "*" * 90
    assert publisher(source, discord) == r"\*" * 79 + "…"
