"""Words of denial and of confirmation, and what each of them governs.

As ConText and NegEx do it (Harkema et al. 2009, Chapman et al. 2001): a cue has a direction and a
reach that ends where a clause does; what looks like one and is none ("did not deny", "denied
entry") is known by the words beside it. The words stand in ``data/``, a file for each language.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from corpus.lazy_patterns import lazily
from corpus.model import Span
from index.findings.sides import Kind
from index.statements.languages import Words, words_of

_QUOTE_BEFORE = re.compile(r"(?:^|[:.!?—–-]\s*)[\"“„«‘'*_\s]*$|,\s*[\"“„«‘'*_]+$")
_INSERTED = re.compile(r"\s*[—–]\s*[^—–]*[—–]\s*")
_INSERTION_ENDS = re.compile(r"\s*[,;)—–]")
_MARKS = re.compile(r"^[*_]*[”\"»’']?(?=[\s*_])|^[*_]+")  # that end a quotation or an emphasis
_SPACE = re.compile(r"\s")
_LETTER = re.compile(r"[^\W\d_]")
_NEAR = 80  # characters each way
_TRAILING = 3  # words after a cue whose object stands before it: "which it denied on Monday"


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue by its place in the text, and the part of the text that it governs.

    ``points_back`` is set where that part only stands for what was said before: "denied it",
    "these claims were rejected". ``told`` is a clause about what is denied or confirmed: a date
    there is none of the denial.
    """

    kind: Kind
    span: Span
    reach: Span
    points_back: bool = False
    told: Span | None = None


@dataclass(frozen=True, slots=True)
class _Rule:
    """One entry of the data: a cue with what must and must not stand beside it."""

    kind: Kind
    word: re.Pattern[str]
    needs_both: bool
    both_ways: bool
    even_asked: bool  # a question takes it for granted: "Who spreads these false claims?"
    needs_after: re.Pattern[str] | None = None
    needs_before: re.Pattern[str] | None = None
    sure_after: re.Pattern[str] | None = None  # what overrules "unless_after" and "unless_around"
    unless_after: re.Pattern[str] | None = None
    unless_before: re.Pattern[str] | None = None
    unless_around: re.Pattern[str] | None = None  # "_" stands for the cue


@dataclass(frozen=True, slots=True)
class _Frame:
    """What is the same for all cues of a language."""

    rules: tuple[_Rule, ...]
    any_word: re.Pattern[str]
    ends: re.Pattern[str]
    agent: re.Pattern[str]
    passive: re.Pattern[str]
    relative: re.Pattern[str]
    anaphor: re.Pattern[str]
    negated: re.Pattern[str]
    content: re.Pattern[str]
    clause: re.Pattern[str]  # behind a cue, where what it denies or confirms begins
    claimed: re.Pattern[str]  # and before one
    title: re.Pattern[str]
    question: re.Pattern[str]
    titles: bool  # a capital within a sentence is that of a title


def cues_of(sentence: str, language: str) -> tuple[Cue, ...]:
    """The cues of one sentence in order, with offsets in it; few in a question.

    ``language`` is one of ``languages.LANGUAGES``.
    """
    frame = _frame(language)
    sentence = _SPACE.sub(" ", sentence)  # a line may end anywhere
    if not frame.any_word.search(sentence):
        return ()
    asked = frame.question.search(sentence)
    rules = [rule for rule in frame.rules if rule.even_asked or not asked]
    found = [cue for rule in rules for cue in _by_rule(sentence, rule, frame)]
    return tuple(_apart(found))


def _by_rule(sentence: str, rule: _Rule, frame: _Frame) -> list[Cue]:
    return [
        _governing(sentence, match, rule, frame)
        for match in rule.word.finditer(sentence)
        if _counts(sentence, match, rule, frame)
    ]


def _counts(sentence: str, match: re.Match[str], rule: _Rule, frame: _Frame) -> bool:
    """Whether the words beside a cue let it be one."""
    before, after = sentence[: match.start()], _MARKS.sub("", sentence[match.end() :])
    if frame.negated.search(_INSERTED.sub(" ", before)) or frame.title.search(before):
        return False
    if frame.titles and match[0][:1].isupper() and not _QUOTE_BEFORE.search(before):
        return False
    if rule.unless_before and rule.unless_before.search(before):
        return False
    if _other_sense(before, after, rule):
        return False
    needs = []
    if rule.needs_after:
        needs.append(rule.needs_after.match(after))
    if rule.needs_before:
        needs.append(rule.needs_before.search(before))
    return not needs or (all(needs) if rule.needs_both else any(needs))


def _other_sense(before: str, after: str, rule: _Rule) -> bool:
    """Whether what follows tells of another sense: "denied entry", "dismissed the minister"."""
    if rule.sure_after and rule.sure_after.match(after):
        return False
    if rule.unless_after and rule.unless_after.match(after):
        return True
    around = f"{before[-_NEAR:]}_{after[:_NEAR]}"
    return bool(rule.unless_around and rule.unless_around.search(around))


def _governing(sentence: str, match: re.Match[str], rule: _Rule, frame: _Frame) -> Cue:
    start, end = match.span()
    clause = _clause(sentence, start, end, frame)
    before, after = sentence[clause.start : start], sentence[end : clause.end]
    backward = not frame.content.match(after) and (
        bool(frame.agent.match(after) or frame.passive.search(before))
        or not _LETTER.search(after)
        or (
            bool(frame.relative.search(before))
            and not frame.anaphor.fullmatch(after)
            and (bool(_INSERTION_ENDS.match(after)) or len(after.split()) <= _TRAILING)
        )
    )
    if rule.both_ways:
        reach = clause
        governed = before + after
    elif backward:
        reach = Span(clause.start, start)
        governed = before
    else:
        reach = Span(end, clause.end)
        governed = after
    points_back = frame.anaphor.fullmatch(governed) or not _LETTER.search(governed)
    told = _told(sentence, Span(start, end), frame)
    return Cue(rule.kind, Span(start, end), reach, bool(points_back), told)


def _told(sentence: str, cue: Span, frame: _Frame) -> Span | None:
    """The clause that a cue denies or confirms: up to the sentence's end, or before the cue."""
    if behind := frame.clause.match(sentence, cue.end):
        return Span(behind.end(), len(sentence))
    before = frame.claimed.search(sentence, 0, cue.start)
    return Span(before.end(), cue.start) if before else None


def _clause(sentence: str, start: int, end: int, frame: _Frame) -> Span:
    """The part around a cue that no word parts from it."""
    left, right = 0, len(sentence)
    for match in frame.ends.finditer(sentence):
        joins = match.end() >= start - 1 and _LETTER.search(match[0])
        if match.end() <= start and not joins:  # "ignored and denied" has one object
            left = match.end()
        elif match.start() >= end:
            right = match.start()
            break
    return Span(left, right)


def _apart(found: list[Cue]) -> list[Cue]:
    """The cues in order, of those that overlap the longest."""
    kept: list[Cue] = []
    for cue in sorted(found, key=lambda each: (each.span.start - each.span.end, each.span.start)):
        if all(
            cue.span.end <= other.span.start or cue.span.start >= other.span.end for other in kept
        ):
            kept.append(cue)
    return sorted(kept, key=lambda each: each.span)


@cache
def _frame(language: str) -> _Frame:
    words = words_of(language)
    entries = words.table("cue")
    return _Frame(
        rules=tuple(_rule(entry, words) for entry in entries),
        any_word=_pattern("|".join(_word(entry) for entry in entries), words),
        titles=not words.noun_capitals,
        **{name: _pattern(text, words) for name, text in words.frame.items()},
    )


def _rule(entry: Mapping[str, str], words: Words) -> _Rule:
    beside = entry.keys() - {"kind", "word", "needs", "asked", "reach"}
    return _Rule(
        kind=Kind(entry["kind"]),
        word=_pattern(_word(entry), words),
        needs_both=entry.get("needs") == "both",
        even_asked="asked" in entry,
        both_ways=entry.get("reach") == "both",
        **{name: _pattern(entry[name], words) for name in beside},
    )


def _word(entry: Mapping[str, str]) -> str:
    return rf"(?<![\w-])(?:{entry['word']})(?!\w)"


def _pattern(text: str, words: Words) -> re.Pattern[str]:
    """Compiled when it is first used: most never are. Letter case tells nothing."""
    return lazily(words.filled(text), re.IGNORECASE)
