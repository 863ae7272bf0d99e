"""Names of several words: what stands around a name, and which words make a full name."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from index.question.asked_words import AskedWord, Kind, name_list
from index.terms.word_forms import fold

_GAP = re.compile(r"[\s-]+")
_SPACE = re.compile(r"[\s.]+")
_PARTICLES = re.compile(
    rf"{_SPACE.pattern}(?:(?:[A-Z][a-z]|[vV][ao]n|[dD]e[rnl]|Dos|zu|[ae]l|bin)[\s-]+)*"
)
_INITIAL = re.compile(r"[^\W\d_](?:\.[^\W\d_])*\.?")


def empty_words(text: str, words: Sequence[AskedWord]) -> Iterator[AskedWord]:
    """Titles, initials and particles right before a name, and "dollars" or "percent" behind a
    number, which are mostly written as signs: a passage need not have them.

    "The president of Peru" is no title of anybody's.
    """
    after_name = False
    for at, word in enumerate(words):
        named = _named_after(words, at)
        said = fold(word.text)
        is_particle = said in name_list("particles") and after_name
        is_title = named and said in name_list("titles") and _is_beside(word, words[at + 1], text)
        is_unit = at > 0 and said in name_list("units") and _is_counted(words[at - 1], word, text)
        if is_title or is_unit or (named and (_is_initial(word) or is_particle)):
            yield word
        after_name = word.kind is Kind.NAME


def full_names(text: str, words: Sequence[AskedWord]) -> Iterator[tuple[str, ...]]:
    """The terms of each name of two words or more, in order; "envoy Smith" is no such name."""
    empty = list(empty_words(text, words))
    run: list[AskedWord] = []
    for word in words:
        alike = word in empty or not run or _alike_written(run[-1], word)
        follows = run and alike and _follows(run[-1], word, text)
        if run and not follows:
            yield from _whole(run)
            run = []
        if word in empty:
            continue
        begins_place = fold(word.text) in name_list("places")
        if word.kind is Kind.NAME and len(word.terms) == 1 and not begins_place:
            run.append(word)
        else:
            yield from _whole(run)
            run = []
    yield from _whole(run)


def _whole(run: Sequence[AskedWord]) -> Iterator[tuple[str, ...]]:
    if len(run) > 1:
        yield tuple(dict.fromkeys(word.terms[0] for word in run))


def _alike_written(one: AskedWord, other: AskedWord) -> bool:
    """True where both begin with a capital, or neither does, as in careless questions."""
    return one.text[0].isupper() == other.text[0].isupper()


def _is_counted(one: AskedWord, other: AskedWord, text: str) -> bool:
    return one.kind is Kind.NUMBER and _is_beside(one, other, text)


def _is_beside(one: AskedWord, other: AskedWord, text: str) -> bool:
    """True where no word stands between two, somewhere in the text, but what begins a name: "Le"
    and "von der", not "of".
    """
    after = text.find(one.text) + len(one.text)
    while after >= len(one.text):
        gaps = (between.match(text, after) for between in (_SPACE, _PARTICLES))
        if any(gap and text.startswith(other.text, gap.end()) for gap in gaps):
            return True
        after = text.find(one.text, after - len(one.text) + 1) + len(one.text)
    return False


def _follows(one: AskedWord, other: AskedWord, text: str) -> bool:
    """True where initials and particles alone stand between two words, somewhere in the text."""
    end = text.find(one.text) + len(one.text)
    while end >= len(one.text):
        gap = _GAP.match(text, end)
        while gap:
            if text.startswith(other.text, gap.end()):
                return True
            gap = _between().match(text, gap.end())
        start = text.find(one.text, end - len(one.text) + 1)
        end = start + len(one.text) if start >= 0 else 0
    return False


@cache
def _between() -> re.Pattern[str]:
    particles = sorted(map(re.escape, name_list("particles")), key=len, reverse=True)
    return re.compile(rf"(?:[^\W\d_]\.?|(?i:{'|'.join(particles)}))[\s-]+")


def _named_after(words: Sequence[AskedWord], at: int) -> bool:
    """True when a name follows, further titles, initials and particles aside."""
    for word in words[at + 1 :]:
        said = fold(word.text)
        if not (_is_initial(word) or said in name_list("titles") or said in name_list("particles")):
            return word.kind is Kind.NAME
    return False


def _is_initial(word: AskedWord) -> bool:
    return word.text[0].isupper() and _INITIAL.fullmatch(word.text) is not None
