"""Cards: nothing is left out, no limit is exceeded, and nothing is said that is not known."""

import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.messages.cards import (
    TEXT_LIMIT,
    closest_card,
    context_cards,
    echo_of,
    packed,
    passage_cards,
)
from bot.messages.proof_cards import proof_cards
from bot.wording.face import DISCORD, GLUE, cells
from bot.wording.phrases import ONE_LINE
from bot.wording.voice import Voices
from corpus.dates import PartialDate
from corpus.model import Origin, Source, Span
from index.answers import Context, Proof, Quote, Verdict
from tests.bot.discord_markdown import read
from tests.bot.made import also_in, made_quote, made_source, stated_day

VOICES = Voices.load(DISCORD)
VOICE = VOICES.default
LONGEST_QUESTION = 300
SMALL = re.compile(r"^-# ", re.MULTILINE)

LONG = st.text("ab *_\n\\:👍", max_size=3).map(lambda text: text * 3_000)
TEXTS = st.text(min_size=1, max_size=300) | LONG.filter(str.strip)
NAMES = st.none() | st.text(min_size=1, max_size=50) | st.just("*" * 3_000)
SOURCES = st.builds(
    Source,
    title=NAMES,
    publisher=NAMES,
    author=NAMES,
    url=st.none() | st.just("https://a.b/" + "(" * 160),
    published=st.none() | st.just(PartialDate(2020, 10, 1)),
)


@st.composite
def quotes(draw: st.DrawFn) -> Quote:
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text)))
    others = [also_in(f"{n}*" * 90, draw(SOURCES)) for n in range(draw(st.integers(0, 9)))]
    quote = made_quote(
        text,
        source=draw(SOURCES),
        stated=tuple(stated_day(resolved=bool(n % 2)) for n in range(draw(st.integers(0, 9)))),
        key_sentence=draw(st.none() | st.just(Span(start, len(text)))),
        also_in=tuple(others),
    )
    section = draw(NAMES)
    return replace(quote, passage=replace(quote.passage, section=section, page=draw(st.just(7))))


@settings(max_examples=60, deadline=None)
@given(quotes(), st.sampled_from(list(VOICES.by_language)), st.booleans())
def test_a_passage_is_shown_whole_on_cards_that_fit(
    quote: Quote, language: str, noisy: bool
) -> None:
    notes = ["*" * 150] * 5 if noisy else []
    echo = echo_of("*" * (LONGEST_QUESTION if noisy else 3), *notes)
    voice = VOICES.by_language[language]
    cards = passage_cards(quote, voice, echo=echo)
    assert all(0 < card.size <= TEXT_LIMIT for card in cards)
    parts = [cards[0].texts[1], *(card.texts[1] for card in cards[1:])]
    assert "".join(read(part).text for part in parts) == quote.passage.text


@settings(max_examples=30, deadline=None)
@given(quotes(), TEXTS, TEXTS)
def test_context_shows_every_passage_whole_in_order(quote: Quote, before: str, after: str) -> None:
    context = Context(
        (replace(quote.passage, text=before),), quote, (replace(quote.passage, text=after),)
    )
    cards = context_cards(context, VOICE)
    assert all(card.size <= TEXT_LIMIT for card in cards)
    _, *blocks, _ = [text for card in cards for text in card.texts]
    shown = "".join(read(SMALL.sub("", block)).text for block in blocks)
    assert shown == before + quote.passage.text + after
    assert all(not read(block).bold for block in blocks)


@settings(max_examples=30, deadline=None)
@given(TEXTS)
def test_a_proof_shows_the_words_whole(text: str) -> None:
    proof = Proof("q-1", Verdict.MOVED, "a.md", None, "abc", "def" * 20, text, Span(3, 9))
    cards = proof_cards(proof, VOICE)
    _, *words, pins = [each for card in cards for each in card.texts]
    assert all(card.size <= TEXT_LIMIT for card in cards)
    assert "".join(read(part).text for part in words) == text
    assert "SHA-256 when it was quoted" in pins


def test_a_proof_says_whose_words_they_are_and_of_when() -> None:
    proof = Proof(
        "q-1", Verdict.EXACT, "a.md", made_source(), "abc", "abc", "It was so.", Span(3, 9)
    )
    (card,) = proof_cards(proof, VOICE)
    assert loose(card.texts[-1]).startswith("-# **Sample Wire · 1 October 2020**\n-# Document a.md")


def test_a_line_above_who_and_when_leaves_them_two_lines_of_a_phone() -> None:
    """So the first quoted word stands no lower than on the fourth line."""
    quote = made_quote("It was so.", source=made_source(publisher="Standing Secretariat " * 9))
    above = [
        closest_card(quote, VOICE).texts[0],
        passage_cards(quote, VOICE, top="New")[0].texts[0],
    ]
    for header in above:
        _, head = header.splitlines()
        name, date = head.strip("*").split(f"{GLUE}· ")
        assert cells(name) <= ONE_LINE
        assert loose(date) == "1 October 2020"


def test_nothing_unknown_is_made_up() -> None:
    (card,) = passage_cards(made_quote("It was so.", source=Source()), VOICE)
    head = loose(card.texts[0])
    assert head == "**source not stated · undated**"
    assert card.texts[-1] == "-# wire/denials.md"


def test_stated_dates_are_apart_from_the_published_one_and_say_where_their_year_is_from() -> None:
    quote = made_quote(
        "On Nov. 5 it was denied.", stated=(stated_day(resolved=True), stated_day(resolved=False))
    )
    head, _, foot = (loose(text) for text in passage_cards(quote, VOICE)[0].texts)
    assert head == "**Sample Wire · 1 October 2020**"
    assert "5 November 2020 (year from the publication date)" in foot
    assert "Nov. 5 (year not stated)" in foot


def test_the_same_quote_elsewhere_is_named_three_places_at_most_and_the_rest_counted() -> None:
    others = tuple(also_in(f"{n}.md", made_source(title=f"Copy {n}")) for n in range(5))
    foot = loose(passage_cards(made_quote("It was so.", also_in=others), VOICE)[0].texts[-1])
    assert "Also in: Copy 0 (1 October 2020), Copy 1" in foot
    assert "and 2 more" in foot


def test_a_sentence_that_is_the_whole_passage_has_its_matched_words_marked() -> None:
    quote = made_quote("It was so.", key_sentence=Span(0, 10), matched=(Span(3, 6),))
    assert passage_cards(quote, VOICE)[0].texts[1] == "It **was** so."


def test_the_words_are_the_documents_with_no_space_of_ours() -> None:
    quote = made_quote("On 1 October 2020, 12 passages of § 3.")
    assert passage_cards(quote, VOICE)[0].texts[1] == quote.passage.text


def test_a_date_that_was_read_off_the_document_says_so_in_small_print() -> None:
    source = made_source(origins={"published": Origin.DOCUMENT})
    *_, foot = passage_cards(made_quote("It was so.", source=source), VOICE)[0].texts
    assert loose(foot) == "-# Fighters and denials · date as the document says"


@given(st.lists(st.integers(1, TEXT_LIMIT)))
def test_packing_keeps_every_text_in_order_and_within_the_limit(lengths: list[int]) -> None:
    texts = ["x" * length for length in lengths]
    cards = packed(texts)
    assert [text for card in cards for text in card.texts] == texts
    assert all(card.size <= TEXT_LIMIT for card in cards)


def loose(text: str) -> str:
    """With plain spaces for those that do not break."""
    return text.replace(GLUE, " ")
