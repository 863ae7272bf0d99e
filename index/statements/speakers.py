"""Who speaks in a sentence: the words before a verb of saying, and only where that is sure.

A speaker is an exact slice: the subject of a verb of saying ("AKP spokesman Omar Celik denied"),
what stands behind it ("said the ministry") or behind "according to". A pronoun is nobody.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from corpus.model import Span
from index.statements.noun_phrases import is_somebody, phrase_before, phrase_from
from index.statements.tokens import STRAIGHT, Lists, Token, is_manner, lists_of, quoted, tokens_of
from index.statements.verb_final import cited_speakers, opening_speakers

_AFTER_QUOTING = frozenset('.,:"“') | STRAIGHT
_LOOSE = frozenset(":—–(")
_CLOSING = frozenset(".,")
_PARTS = frozenset(',;:—–"“”')
_NAME = 5  # tokens of a name, at the most
_INSERTED = 20  # tokens between commas after it


class Speech(NamedTuple):
    """The speakers of one sentence in order, as spans of it, each once.

    ``cited`` are those that "according to" names, so that the verb beside may be another's;
    ``reports`` tells whether somebody's words are reported, a pronoun's too.
    """

    speakers: tuple[Span, ...]
    cited: tuple[Span, ...]
    reports: bool


def read_speech(sentence: str, language: str) -> Speech:
    """Who speaks in one sentence."""
    lists = lists_of(language)
    tokens = tokens_of(sentence)
    after = (span for at in range(len(tokens)) for span in _after_phrase(tokens, at, lists))
    cited = {*somebody_of(after, tokens, lists), *cited_speakers(sentence, language)}
    opening = opening_speakers(sentence, language)
    return Speech(
        tuple(sorted({*somebody_of(_found(tokens, lists), tokens, lists), *opening, *cited})),
        tuple(sorted(cited)),
        _reports([token.low for token in tokens], lists),
    )


def somebody_of(found: Iterable[Span], tokens: Sequence[Token], lists: Lists) -> tuple[Span, ...]:
    """Somebody's places in the sentence, of phrases by their tokens."""
    spans = {
        Span(tokens[span.start].start, tokens[span.end - 1].end)
        for span in found
        if is_somebody(tokens[span.start : span.end], lists)
    }
    return tuple(sorted(spans))


def _reports(words: Sequence[str], lists: Lists) -> bool:
    return any(
        word in lists.reporting or tuple(words[at : at + len(phrase)]) == phrase
        for at, word in enumerate(words)
        for phrase in lists.according
    )


def _found(tokens: Sequence[Token], lists: Lists) -> Iterator[Span]:
    within = quoted(tokens)
    yield from _heading(tokens, lists)
    for at in range(len(tokens)):
        if not within[at]:
            yield from at_verb(tokens, at, lists)
            yield from _after_phrase(tokens, at, lists)


def _after_phrase(tokens: Sequence[Token], at: int, lists: Lists) -> Iterator[Span]:
    """Who is named behind "according to", where it begins at ``at``."""
    for phrase in lists.according:
        if tuple(token.low for token in tokens[at : at + len(phrase)]) == phrase:
            yield from phrase_from(tokens, at + len(phrase), lists)


def at_verb(tokens: Sequence[Token], at: int, lists: Lists) -> Iterator[Span]:
    """Whose verb of saying stands at ``at``, as spans of tokens."""
    low = tokens[at].low
    follows = tokens[at + 1] if at + 1 < len(tokens) else None
    if low in lists.bylines and follows and follows.low in lists.bylines:
        return  # "Ida Voss reported from Norrby."
    if low in lists.transitive and follows and follows.low in lists.objectless:
        return  # "a clerk accused of theft"
    if low in lists.participles and at and tokens[at - 1].text == ",":
        yield from _of_sentence(tokens, at, lists)
    if low in lists.quoting and follows and follows.text not in _AFTER_QUOTING:
        return
    if low not in lists.verbs | lists.progressive | lists.quoting:
        return
    if low in lists.passively and follows and follows.low in lists.by:
        agent = next(phrase_from(tokens, at + 2, lists), None)
        if agent and tokens[agent.start].low not in lists.means:
            yield agent  # "claims denied by the harbour"
            return
    behind = _behind(tokens, at, lists)
    ends = behind is None or behind.end == len(tokens) or tokens[behind.end].text in _CLOSING
    if behind and ends and at and tokens[at - 1].text == ",":
        yield behind  # "Peace is the aim, said Voss."
        return
    span = _before(tokens, at, lists) or behind
    if span:
        yield span


def _of_sentence(tokens: Sequence[Token], at: int, lists: Lists) -> Iterator[Span]:
    """The subject of a sentence that goes on with ``, saying``: "Voss left the room, saying"."""
    start = 1 if tokens[0].low in lists.clauses else 0
    commas = sum(token.text in _PARTS for token in tokens[:at])
    for phrase in phrase_from(tokens, start, lists):
        behind = tokens[phrase.end]
        follows = tokens[at + 1].low if at + 1 < len(tokens) else ""
        other = follows in lists.objects  # ", adding to", ", claiming his third victory"
        if commas == 1 and behind.is_word and behind.low not in lists.passive and not other:
            yield phrase if behind.low in lists.verbs else _without_verb(tokens, phrase)


def _without_verb(tokens: Sequence[Token], phrase: Span) -> Span:
    """A phrase up to its last name: a verb other than one of saying looks like a part of it."""
    names = [at for at in range(*phrase) if tokens[at].is_name]
    return Span(phrase.start, names[-1] + 1) if names else phrase


def _heading(tokens: Sequence[Token], lists: Lists) -> Iterator[Span]:
    """``Ryan: ‘No place for this’``: a name, a colon and a quotation."""
    for span in phrase_from(tokens, 0, lists):
        rest = tokens[span.end : span.end + 2]
        named = tokens[0].is_name and tokens[span.end - 1].is_name
        if len(rest) == 2 and rest[0].text == ":" and rest[1].is_quote and named:
            yield span


def _before(tokens: Sequence[Token], verb: int, lists: Lists) -> Span | None:
    """The subject that ends before the verb."""
    at = _left_of(tokens, verb, lists)
    if at >= 0 and tokens[at].text == ",":
        opening = _opening(tokens, at, lists)
        if opening:
            return _with_name(tokens, opening)
        at = _over_insertion(tokens, at, lists)
    if at >= 0 and tokens[at].text == ")":
        at = _over_brackets(tokens, at)
    nested = tokens[verb].low in lists.nested
    found = phrase_before(tokens, at, lists, nested=nested) if at >= 0 else None
    if found and found.start:
        before = tokens[found.start - 1]
        loose = before.low in lists.subordinate or before.text in _LOOSE
        if loose and tokens[verb].low not in lists.strong:
            return None
    return found and _with_name(tokens, found)


def _with_name(tokens: Sequence[Token], phrase: Span) -> Span:
    """An office with the name that stands behind it: "The head of the office, Ida Voss, said"."""
    end, first = phrase.end, tokens[phrase.start]
    if first.is_name and first.low != "the":
        return phrase
    if end + 1 >= len(tokens) or tokens[end].text != ",":
        return phrase
    close = next((at for at in range(end + 1, len(tokens)) if not tokens[at].is_name), end)
    named = 1 < close - end <= _NAME and close < len(tokens) and tokens[close].text == ","
    return Span(phrase.start, close) if named else phrase


def _left_of(tokens: Sequence[Token], verb: int, lists: Lists) -> int:
    """The place left of a verb and of what may stand before it; -1 where it has no subject."""
    at = verb - 1
    if tokens[verb].low in lists.either and not _clause_follows(tokens, verb + 1, lists):
        return -1
    if at >= 0 and tokens[verb].low in lists.progressive:
        if tokens[at].low not in lists.passive:
            return -1
        at -= 1
    if at > 0 and tokens[at].is_quote and tokens[at - 1].low in lists.between:
        at -= 1  # could “confirm” it
    while at >= 0 and (over := _between(tokens, at, lists)):
        at -= over
    return -1 if at >= 0 and tokens[at].low in lists.passive else at


def _between(tokens: Sequence[Token], at: int, lists: Lists) -> int:
    """How many tokens up to ``at`` may stand between a subject and its verb."""
    for phrase in lists.adverbials:
        first = at + 1 - len(phrase)
        if first > 0 and tuple(token.low for token in tokens[first : at + 1]) == phrase:
            return len(phrase)
    return int(_stands_between(tokens, at, lists))


def _stands_between(tokens: Sequence[Token], at: int, lists: Lists) -> bool:
    """Adverbs, auxiliaries and a day may stand between a subject and its verb."""
    token = tokens[at]
    if token.low in lists.between or is_manner(token):
        return True
    if token.low in lists.days:
        return at > 0 and tokens[at - 1].low not in {"of", "in"}
    of_day = token.low == "on" or token.low in lists.of_days
    return of_day and tokens[at + 1].low in lists.days


def _opening(tokens: Sequence[Token], comma: int, lists: Lists) -> Span | None:
    """The phrase that opens the sentence, when all up to the comma at ``comma`` tells of it."""
    start = 1 if tokens[0].low in lists.clauses else 0
    phrase = next(phrase_from(tokens, start, lists), None)
    if phrase is None or not any(t.is_name for t in tokens[phrase.start : phrase.end]):
        return None
    at = phrase.end
    if tokens[at].text == "(":
        while at < comma and tokens[at].text != ")":
            at += 1
        at += 1
    told = tokens[phrase.end : comma]
    plain = not any(t.is_quote or t.text in {";", ":"} for t in told)
    return phrase if plain and at <= comma and tokens[at].text == "," else None


def _over_insertion(tokens: Sequence[Token], comma: int, lists: Lists) -> int:
    """The place before the comma that opens what the one at ``comma`` closes, or -1."""
    for at in range(comma - 1, max(comma - _INSERTED, 0), -1):
        token = tokens[at]
        if token.is_quote or token.text in {";", ":"}:
            return -1
        if token.low in lists.verbs and token.low not in lists.named:
            return -1
        if token.text == ",":
            return at - 1
    return -1


def _over_brackets(tokens: Sequence[Token], close: int) -> int:
    for at in range(close - 1, max(close - 8, 0), -1):
        if tokens[at].text == "(":
            return at - 1
    return -1


def _behind(tokens: Sequence[Token], verb: int, lists: Lists) -> Span | None:
    """The subject behind the verb, after a quotation or a comma."""
    if tokens[verb].low not in lists.inverted:
        return None
    if verb == 0:
        return next(phrase_from(tokens, 1, lists), None) if tokens[0].low in lists.plainly else None
    at = verb - 1
    while at > 0 and tokens[at].low in lists.between:
        at -= 1
    before = tokens[at]
    if before.text == "," and not tokens[at - 1].is_quote:
        if tokens[verb].low not in lists.plainly:
            return None
    elif not (before.is_quote or before.text in {",", "?", "!"}):
        return None
    return next(phrase_from(tokens, verb + 1, lists), None)


def _clause_follows(tokens: Sequence[Token], at: int, lists: Lists) -> bool:
    if at >= len(tokens):
        return False
    token = tokens[at]
    return (
        token.low in lists.clauses
        or token.low in lists.determiners
        or token.low in lists.pronouns
        or token.is_quote
        or token.is_name
        or token.text == ":"
    )
