"""Rules of reading a question: what is exact, what is left out, what is only preferred."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.answers import Outcome, Question, Reading, Why
from index.question.conditions import Setting, read_wishes
from index.question.named_source import Names
from tests.index.making import library_over, page

NAMES = {"sample wire": frozenset({1}), "tws": frozenset({2}), "tws north": frozenset({3})}
SOURCES = Setting(Names(NAMES, frozenset(NAMES)))


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ('who are the "external players"', ("external players",)),
        ("what are “external players?”", ("external players",)),
        ("«foreign hands» and „other hands“", ("foreign hands", "other hands")),
        ("it's the players' \" own", ()),
    ],
)
def test_quotation_marks_of_any_kind_make_a_phrase(text: str, phrases: tuple[str, ...]) -> None:
    """Phones type curly marks; an end mark inside them is no part of the phrase."""
    assert read_wishes(text, Setting()).phrases == phrases


@pytest.mark.parametrize(
    ("text", "left_out", "words"),
    [
        ("mercenaries -Turkey -Libya", ("Turkey", "Libya"), "mercenaries"),
        ("Nagorno-Karabakh", (), "Nagorno-Karabakh"),
        ("Turkey - Libya", (), "Turkey - Libya"),
        ("colder than -5 degrees", (), "colder than -5 degrees"),
        ('who said "a deal -so far- at -least"', (), 'who said "a deal -so far- at -least"'),
    ],
)
def test_a_dash_right_before_a_word_leaves_it_out(
    text: str, left_out: tuple[str, ...], words: str
) -> None:
    """Hyphens, dashes, negative numbers and what is quoted leave out nothing."""
    wishes = read_wishes(text, Setting())
    assert (wishes.left_out, " ".join(wishes.words.split())) == (left_out, words)


@pytest.mark.parametrize(
    ("text", "source", "words"),
    [
        ("who denied it according to the Sample Wire?", "Sample Wire", "who denied it ?"),
        ("strikes reported by TWS North in March", "TWS North", "strikes in March"),
        ("strikes reported by TWS in March", "TWS", "strikes in March"),
        ("what did the Sample Wire say", "Sample Wire", "what did"),
        ("according to Lavrov", None, "according to Lavrov"),
        ("what happened in TWS North", None, "what happened in TWS North"),
        ("according to Sample Wire", "Sample Wire", "according to Sample Wire"),
    ],
)
def test_a_source_is_asked_for_by_its_whole_name(text: str, source: str | None, words: str) -> None:
    """Its name is then no word to look for, unless nothing else is left."""
    wishes = read_wishes(text, SOURCES)
    assert (wishes.source, " ".join(wishes.words.split())) == (source, words)


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("in October 2020", date(2020, 10, 1), date(2020, 10, 31)),
        ("on 5 November 2020", date(2020, 11, 5), date(2020, 11, 5)),
        ("before November 2020", None, date(2020, 10, 31)),
        ("after 2019", date(2020, 1, 1), None),
        ("since 1 May 2020 until 2021", date(2020, 5, 1), date(2021, 12, 31)),
        ("Macron, 2 October 2020", date(2020, 10, 2), date(2020, 10, 2)),
        ("Macron October 2020", date(2020, 10, 1), date(2020, 10, 31)),
        ("between 5 May 2020 and 7 March 2021", date(2020, 5, 5), date(2021, 3, 7)),
        ("from October 2020 to March 2021", date(2020, 10, 1), date(2021, 3, 31)),
        ("from 2019 to 2021", date(2019, 1, 1), date(2021, 12, 31)),
        ("between 2021 and 2019", date(2019, 1, 1), date(2021, 12, 31)),
        ("from 1991-1994 on", date(1991, 1, 1), date(1994, 12, 31)),
        ("from 300 to 2000 men", None, None),
        ("Macron 2020", None, None),
        ("before November", None, None),
        ("after 2021 but before 2019", None, None),
        ("1991 soldiers", None, None),
    ],
)
def test_a_time_is_preferred_when_its_year_is_said(
    text: str, since: date | None, until: date | None
) -> None:
    """No year is guessed, and a period that cannot be is none."""
    wishes = read_wishes(text, Setting())
    assert (wishes.time.since, wishes.time.until) == (since, until)


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    """No question fails to be read, and words are only ever taken away."""
    wishes = read_wishes(text, SOURCES)
    assert set(wishes.words) <= set(text) | {" "}


PAGES = {
    "a.md": page(
        "The envoy blamed external players for it.", publisher="TWS", published="2020-10-02"
    ),
    "b.md": page(
        "The players were external, said the envoy.", publisher="Two News", published="2021"
    ),
    "c.md": page("The envoy blamed External\nPlayers and Turkey.", publisher="Sample Wire"),
}


async def test_phrases_hold_to_the_letter_but_for_case_and_space(tmp_path: Path) -> None:
    """Who quotes wants these words; the same words in another order are none."""
    async with library_over(tmp_path, PAGES) as library:
        answer = await library.ask(Question('envoy "external players"'))
        assert {quote.passage.document for quote in answer.quotes} == {"a.md", "c.md"}
        assert answer.reading == Reading(phrases=("external players",))


async def test_what_is_left_out_is_in_no_passage(tmp_path: Path) -> None:
    """A word to leave out is left out in all its forms."""
    async with library_over(tmp_path, PAGES) as library:
        answer = await library.ask(Question("envoy external players -turkey -saying"))
        assert {quote.passage.document for quote in answer.quotes} == {"a.md"}


async def test_an_unmet_phrase_is_the_reason(tmp_path: Path) -> None:
    """What is quoted is neither corrected nor given up: what comes close is no answer."""
    async with library_over(tmp_path, PAGES) as library:
        answer = await library.ask(Question('envoy "external playerz"'))
        assert (answer.answered, answer.why) == (False, Why.NOT_EXACT)
        assert answer.closest
        assert answer.reading == Reading(not_quoted=("external playerz",))


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ('Who blamed "the external players" for it?', Outcome.CLOSEST),
        ("Who blamed »extern players«?", Outcome.CLOSEST),
        ('envoy "external playerz" -"and Turkey"', Outcome.CLOSEST),
        ('envoy "external playerz" -turkey', Outcome.CLOSEST),
        ('"qwertz uiop"', Outcome.NOTHING),
        ('"qwertz uiop" -envoy', Outcome.NOTHING),
    ],
)
async def test_words_quoted_wrongly_show_what_comes_close(
    tmp_path: Path, question: str, outcome: Outcome
) -> None:
    """Whatever is to be left out stays so."""
    async with library_over(tmp_path, PAGES) as library:
        answer = await library.ask(Question(question))
    assert (answer.outcome, answer.why) == (outcome, Why.NOT_EXACT)
    assert bool(answer.reading.not_quoted) == (outcome is Outcome.CLOSEST)
    if "-" in question:
        assert not any("Turkey" in quote.passage.text for quote in answer.closest)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("what external players did the envoy blame according to the Sample Wire", "c.md"),
        ("what external players did the envoy blame according to TWS", "a.md"),
        ("envoy on the players in 2021", "b.md"),
    ],
)
async def test_sources_and_times_come_first_and_exclude_nothing(
    tmp_path: Path, question: str, first: str
) -> None:
    """A preference moves passages up; the others stay."""
    async with library_over(tmp_path, PAGES) as library:
        answer = await library.ask(Question(question, abstain=False))
        assert answer.quotes[0].passage.document == first
        assert len(answer.quotes) > 1


async def test_a_phrase_behind_a_dash_is_in_no_passage(tmp_path: Path) -> None:
    """It was demanded once, the opposite of what its asker wants."""
    async with library_over(tmp_path, PAGES) as library:
        answer = await library.ask(Question('envoy players -"external players"', abstain=False))
        assert {quote.passage.document for quote in answer.quotes} == {"b.md"}
        assert answer.reading == Reading(left_out=("external players",))


@pytest.mark.parametrize("gap", ["...", "…", " … ", "[...]", " (…) "])
async def test_an_ellipsis_stands_for_any_words(tmp_path: Path, gap: str) -> None:
    """A pasted quote is often shortened; its parts must follow each other in one passage."""
    async with library_over(tmp_path, PAGES) as library:
        held = await library.ask(Question(f'"The envoy{gap}players for it…"', abstain=False))
        turned = await library.ask(Question(f'"players{gap}the envoy blamed"', abstain=False))
        assert [quote.passage.document for quote in held.quotes] == ["a.md"]
        assert not turned.quotes


UNSPACED = {
    "a.md": page("市政府否认了磨坊关闭的报道。"),
    "b.md": page("磨坊的报道，关闭的港口，市政府说。"),
    "c.md": page("시장은 방앗간 폐쇄를 부인했다."),
    "d.md": page("ผู้ว่าการปฏิเสธข่าวปิดโรงสีเมื่อวาน"),
}


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        ("“磨坊关闭”", {"a.md"}),
        ("报道 -“磨坊关闭”", {"b.md"}),
        ("「방앗간 폐쇄」", {"c.md"}),
        ("“ปิดโรงสี”", {"d.md"}),
    ],
)
async def test_a_phrase_is_found_where_no_space_parts_words(
    tmp_path: Path, question: str, documents: set[str]
) -> None:
    async with library_over(tmp_path, UNSPACED) as library:
        answer = await library.ask(Question(question, abstain=False))
        assert {quote.passage.document for quote in answer.quotes} == documents


async def test_a_character_is_asked_for_where_the_corpus_lacks_its_pair(tmp_path: Path) -> None:
    """ "坊市" stands nowhere, and its two characters are all that can be found."""
    async with library_over(tmp_path, UNSPACED) as library:
        answer = await library.ask(Question("坊市", abstain=False))
        assert {quote.passage.document for quote in answer.quotes} == {"a.md", "b.md"}


async def test_a_pasted_message_is_asked_for_its_words(tmp_path: Path) -> None:
    async with library_over(tmp_path, PAGES) as library:
        pasted = "🔥 **The envoy blamed external players** https://sample.example/1 @someone #envoy"
        answer = await library.ask(Question(pasted))
        assert answer.answered
        assert not answer.missing_words


PASTED = (
    "After the council met on Tuesday the river authority told everyone along the lower bank that"
    " the {mill} was closed for good and nobody would come back -Anna"
)


def test_of_a_text_pasted_whole_nothing_is_compelled() -> None:
    """Its quotation marks are its author's, and a dash leaves nothing out."""
    wishes = read_wishes(PASTED.format(mill='"old mill"'), Setting())
    assert (wishes.phrases, wishes.left_out, wishes.preferred) == ((), (), ("old mill",))
    assert wishes.is_pasted


@pytest.mark.parametrize(("mill", "missed"), [("old mill", ()), ("old bridge", ("old bridge",))])
async def test_what_no_passage_quotes_of_a_pasted_text_is_said(
    tmp_path: Path, mill: str, missed: tuple[str, ...]
) -> None:
    """A passage is shown for the rest of the words, and the phrase is named."""
    pages = {"a.txt": page("The old mill on the lower bank was closed for good on Tuesday.")}
    async with library_over(tmp_path, pages) as library:
        answer = await library.ask(Question(PASTED.format(mill=f'"{mill}"'), abstain=False))
        assert len(answer.quotes) == 1
        assert answer.reading.not_quoted == missed
