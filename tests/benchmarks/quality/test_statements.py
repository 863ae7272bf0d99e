"""Rules of the labelled statements and dates: offsets that hold, halves alike, labels that fit."""

import hashlib
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from benchmarks.quality.statements import fetched
from benchmarks.quality.statements.labels import (
    DATES,
    NEWS,
    SIDES,
    Slice,
    labelled_documents,
    read_dates,
    read_document,
    read_sides,
)
from corpus.dates import PartialDate
from corpus.model import Document

document = cache(read_document)
TEXT = "Nobody came. The mayor denied it. Nobody came."
DENIAL = "The mayor denied it."


def slice_of(words: str, start: int) -> Slice:
    sha256 = hashlib.sha256(words.encode()).hexdigest()
    return Slice("shipped/made.md", start, start + len(words), sha256)


def test_a_sentence_is_found_at_its_place() -> None:
    """Its own place comes first, where the same words stand elsewhere too."""
    assert slice_of(DENIAL, 13).located(TEXT) == (13, 33)
    assert slice_of("Nobody came.", 34).located(TEXT) == (34, 46)


def test_a_sentence_that_has_moved_is_found_at_the_nearest_place() -> None:
    """The reader may drop or add text before it; of several places the nearest is meant."""
    assert slice_of(DENIAL, 0).located(TEXT) == (13, 33)
    assert slice_of("Nobody came.", 30).located(TEXT) == (34, 46)
    assert slice_of(DENIAL, 90).located(TEXT) == (13, 33)


def test_a_sentence_whose_words_have_changed_is_not_found() -> None:
    assert slice_of("The mayor denies it.", 13).located(TEXT) is None
    assert slice_of(DENIAL, 0).located("Short.") is None


def test_there_are_enough_of_each_and_their_halves_are_alike() -> None:
    """At least 160 statements and 100 dates, with as many of each kind in either half."""
    sides, dates = read_sides(), read_dates()
    assert len(sides) >= 160
    assert len(dates) >= 100
    even, odd = (Counter(each.kind for each in half) for half in (sides[::2], sides[1::2]))
    assert even.keys() == odd.keys() == {"denies", "confirms", "says", "none"}
    assert all(abs(even[kind] - odd[kind]) <= 1 for kind in even)
    news = read_sides(NEWS)
    assert len(news) >= 120
    even, odd = (Counter(each.kind for each in half) for half in (news[::2], news[1::2]))
    assert even.keys() == odd.keys() == {"denies", "confirms", "none"}
    assert all(abs(even[kind] - odd[kind]) <= 1 for kind in even)
    even, odd = (Counter(str(each.source) for each in half) for half in (dates[::2], dates[1::2]))
    assert even.keys() == odd.keys() == {"stated", "published", "None"}


def test_sentences_of_the_news_are_no_others_and_their_entries_are_in_one_half() -> None:
    assert not labelled_documents(NEWS).keys() & labelled_documents(SIDES).keys()
    news = read_sides(NEWS)
    even, odd = ({each.sentence for each in half} for half in (news[::2], news[1::2]))
    assert not even & odd
    assert {each.document for each in even | odd} == labelled_documents(NEWS).keys()


def test_denials_and_confirmations_have_a_cue_and_nothing_else_has() -> None:
    for each in (*read_sides(), *read_sides(NEWS)):
        assert (each.cue is not None) == (each.kind in {"denies", "confirms"}), each
        assert each.about is None or each.cue is not None, each
        assert each.lookalike is None or each.kind == "none", each


def test_dates_are_iso_and_say_where_they_come_from() -> None:
    """Only an undated line has neither; a span ends after it begins."""
    for each in read_dates():
        assert (each.date is None) == (each.source is None), each
        assert each.source in {"stated", "published", None}, each
        if each.date and not each.date.startswith("--"):
            assert str(PartialDate.parse(each.date)) == each.date, each
        assert each.until is None or (each.date or "") < each.until, each


@pytest.mark.shared
def test_every_sentence_stands_in_its_document() -> None:
    """With the same words, and at the same place as long as the document's text is the same."""
    for file, sentences in (
        (SIDES, [each.sentence for each in read_sides()]),
        (DATES, [each.sentence for each in read_dates()]),
    ):
        known = labelled_documents(file)
        assert known.keys() == {each.document for each in sentences}
        for each in sentences:
            held = document(each.document)
            place = each.located(held.text)
            assert place is not None, each
            if held.sha256 == known[each.document]:
                assert place == (each.start, each.end), each


@pytest.mark.shared
def test_cues_and_what_they_govern_stand_in_their_sentence() -> None:
    for each in read_sides():
        held, sentence = document(each.sentence.document), each.sentence
        moved = _moved(held, sentence)
        for words in (each.cue, each.lookalike):
            if words is not None:
                assert sentence.start <= words.start < words.end <= sentence.end, each
                assert held.text[words.start + moved : words.end + moved] == words.text, each
        if each.about is not None:
            assert sentence.start <= each.about[0] < each.about[1] <= sentence.end, each


@pytest.mark.shared
def test_published_dates_are_those_of_the_documents() -> None:
    """And a line is undated only where its document is."""
    for each in read_dates():
        published = document(each.sentence.document).source.published
        if each.source == "published":
            assert published is not None, each
            assert each.date == str(published), each
        if each.source is None:
            assert published is None, each


@pytest.mark.shared
def test_a_seed_is_named_by_offsets_alone() -> None:
    """No words of the articles are in the labels but those of a cue."""
    raw = SIDES.read_text("utf-8") + DATES.read_text("utf-8")
    for name in {each.sentence.document for each in read_sides()}:
        if name.startswith("seeds/"):
            words = document(name).text.split()
            quotes = {" ".join(words[at : at + 4]) for at in range(len(words) - 3)}
            assert not [quote for quote in quotes if quote in raw]


def _moved(held: Document, sentence: Slice) -> int:
    place = sentence.located(held.text)
    assert place is not None
    return place[0] - sentence.start


def test_fetched_sentences_are_in_one_half_and_found_by_their_words(tmp_path: Path) -> None:
    """A sentence is known by its words however they are spaced; what is not there is left out."""
    halves = [block.splitlines() for block in fetched.LABELS.read_text("utf-8").split("\n\n")]
    assert [len(half) >= 150 for half in halves] == [True, True]
    names = [line.split()[1] for half in halves for line in half]
    assert len(set(names)) == len(names)
    assert list(fetched.measure_fetched(tmp_path)) == []


def test_a_fetched_sentence_is_counted_in_its_half(tmp_path: Path) -> None:
    labels, texts = tmp_path / "labels.txt", tmp_path / "PolNeAR/data/train/text"
    names = [hashlib.sha256(words.encode()).hexdigest() for words in (DENIAL, "Nobody came.")]
    labels.write_text(f"PolNeAR {names[0]} d\n\nPolNeAR {names[1]} d\n", "utf-8")
    texts.mkdir(parents=True)
    (texts / "one.txt").write_text("Nobody  came. The mayor  denied it.\n", "utf-8")
    assert [line.split() for line in fetched.measure_fetched(tmp_path, labels)] == [
        "english tuning denies precision 1/1 recall 1/1".split(),
        "english tuning confirms precision 0/0 recall 0/0".split(),
        "english held out denies precision 0/0 recall 0/1".split(),
        "english held out confirms precision 0/0 recall 0/0".split(),
    ]
