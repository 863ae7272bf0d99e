"""Marks of quotation and words in capitals: what they demand, and when they are only emphasis."""

import pytest

from index.question.operators import read_operators

HELD = {"harbour", "mill", "port", "closed", "denied"}
FILLERS = {"the", "did", "was", "a", "it"}


def read(text: str, held: frozenset[str] = frozenset(HELD)) -> tuple[str, ...]:
    found = read_operators(text, held.__contains__, lambda word: word.lower() in FILLERS)
    return (" ".join(found.words.split()), *map(repr, (found.phrases, found.left_out)))


@pytest.mark.parametrize(
    "quoted",
    [
        '"closed mill"', "“closed mill”", "„closed mill“", "”closed mill”", "«closed mill»",
        "« closed mill »", "»closed mill«", "‹closed mill›", "›closed mill‹", "‘closed mill’",
        "״closed mill״", "〝closed mill〞", "〝closed mill〟", "｢closed mill｣", "﹁closed mill﹂",
        "'closed mill'", "‚closed mill‘", "「closed mill」", "『closed mill』", "《closed mill》",
        "＂closed mill＂",
    ],
)  # fmt: skip
def test_the_marks_of_every_language_quote(quoted: str) -> None:
    found = read_operators(f"who said {quoted} at all", bool, bool)
    assert found.phrases == ("closed mill",)
    without = read_operators(f"harbour -{quoted}", bool, bool)
    assert (without.words.strip(), without.phrases, without.unwanted) == (
        "harbour",
        (),
        ("closed mill",),
    )


@pytest.mark.parametrize("dash", ["-", "\N{MINUS SIGN}", "\N{HYPHEN}", "\N{EN DASH}"])
def test_whatever_dash_a_keyboard_makes_leaves_a_phrase_out(dash: str) -> None:
    """Read as no dash, it would compel the very words that are not wanted."""
    found = read_operators(f'harbour {dash}"closed mill"', bool, bool)
    assert (found.phrases, found.unwanted) == ((), ("closed mill",))


def test_a_long_dash_before_a_word_is_one_of_the_sentence() -> None:
    assert read_operators("harbour \N{MINUS SIGN}mill", bool, bool).left_out == ("mill",)
    assert read_operators("harbour \N{EN DASH}mill", bool, bool).left_out == ()


def test_an_apostrophe_ends_no_word_as_a_mark() -> None:
    plain = "the 'real' miners' plan, 'it's shut' and rock 'n' roll"
    assert read_operators(plain, bool, bool).phrases == ("it's shut",)
    assert read_operators("the miller’s ‘own’ day, ‘it’s shut’ he said", bool, bool).phrases == (
        "own",
        "it’s shut",
    )


@pytest.mark.parametrize(
    ("text", "words", "left_out"),
    [
        ("harbour AND mill", "harbour mill", ()),
        ("harbour NOT mill", "harbour", ("mill",)),
        ("harbour AND NOT mill", "harbour", ("mill",)),
        ("did it NOT close", "did it close", ()),
        ("The harbour NOT closed, says the mill.", "The harbour closed, says the mill.", ()),
        ("harbour OR quay", "harbour", ()),
        ("harbour OR mill", "harbour mill", ()),
        ("quay OR pier", "quay pier", ()),
        ("why did it NOT close", "why did it close", ()),
        ("HARBOUR AND MILL NOT PORT", "HARBOUR AND MILL NOT PORT", ()),
        ("NATO AND EU", "NATO EU", ()),
        ("NATO NOT EU", "NATO", ("EU",)),
        ("DID NOT CLOSE", "DID CLOSE", ()),
        ("harbour and mill or not", "harbour and mill or not", ()),
    ],
)
def test_words_in_capitals_are_operators(text: str, words: str, left_out: tuple[str, ...]) -> None:
    """Not in a text all in capitals, and NOT is none where it stresses a sentence."""
    assert read(text) == (words, "()", repr(left_out))


def test_what_the_corpus_has_as_an_acronym_is_no_operator() -> None:
    assert read("mills in OR", frozenset({"OR"}))[0] == "mills in OR"


def test_of_phrases_joined_by_or_none_is_demanded() -> None:
    found = read_operators('"closed mill" OR "shut port"', lambda word: word in HELD, bool)
    assert (found.phrases, found.unwanted) == ((), ())


def test_a_phrase_behind_not_is_unwanted() -> None:
    found = read_operators('harbour NOT "closed mill"', HELD.__contains__, bool)
    assert (found.unwanted, found.phrases) == (("closed mill",), ())


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ('יו"ר הקרן ומנכ"ל החברה', ()),
        ("אמר ״צה״ל תקף״ היום", ("צה״ל תקף",)),
        ('אמר "צה"ל תקף" היום', ('צה"ל תקף',)),
    ],
)
def test_a_mark_within_a_hebrew_word_quotes_nothing(text: str, phrases: tuple[str, ...]) -> None:
    assert read_operators(text, lambda _: False, lambda _: False).phrases == phrases
