"""The phrases that name a speaker: left of a verb, or from a place on."""

from collections.abc import Iterator, Sequence

from corpus.model import Span
from index.statements.tokens import Lists, Token

_OFFICE = 4  # words of a second office before the name
_LONGEST = 14  # tokens of a speaker's name and offices
_COMPANY = frozenset("inc ltd corp co plc llc gmbh ag sa spa nv bv kg".split())


def phrase_before(
    tokens: Sequence[Token], last: int, lists: Lists, *, nested: bool = False
) -> Span | None:
    """The noun phrase that ends at ``last``, if it begins where a clause may.

    ``nested`` ones may begin what somebody else says: "It adds that Ankara denied it", "Berg said
    Ankara could confirm it".
    """
    start = _start_of(tokens, last, lists)
    if start > last:
        return None
    if _begins_clause(tokens, start, lists) or (nested and _is_told(tokens, start, lists)):
        return Span(start, last + 1)
    return _after_and(tokens, start, last)


def _is_told(tokens: Sequence[Token], start: int, lists: Lists) -> bool:
    before = tokens[start - 1]
    return before.low in lists.that or (before.low in lists.reporting and tokens[start].is_name)


def _start_of(tokens: Sequence[Token], last: int, lists: Lists) -> int:
    """Where the noun phrase that ends at ``last`` begins; behind it where there is none."""
    start, at = last + 1, last
    while at >= 0 and last - at < _LONGEST:
        token = tokens[at]
        if token.low in lists.determiners and not _is_genitive(tokens, at, lists):
            start = at
            if at < 2 or tokens[at - 1].low not in lists.joins - lists.determiners:
                break
            at -= 2  # "the head OF the party"
        elif token.low in lists.joins or (token.low in lists.parts and not token.is_name):
            if start != at + 1 or at == 0 or not _may_join(tokens, at, lists):
                break
            at -= 1
        else:
            opens = at == 0 or not tokens[at - 1].is_word
            if not _in_phrase(token, lists) or (opens and token.low in lists.openers):
                break
            start = at
            at -= 1
    return start


def _is_genitive(tokens: Sequence[Token], at: int, lists: Lists) -> bool:
    """Whether an article joins two nouns: "ein Sprecher DES Ministeriums"."""
    return tokens[at].low in lists.joins and at > 0 and _in_phrase(tokens[at - 1], lists)


def _may_join(tokens: Sequence[Token], at: int, lists: Lists) -> bool:
    """Whether a preposition or "and" belongs to the phrase around it."""
    left, right = tokens[at - 1], tokens[at + 1]
    if tokens[at].low in lists.parts and left.is_name:
        return True
    if tokens[at].low in {"and", "&"}:
        return left.is_name and right.is_name
    return _in_phrase(left, lists) and (right.is_name or right.low in lists.determiners)


def _after_and(tokens: Sequence[Token], start: int, last: int) -> Span | None:
    """What follows the last "and" of a phrase that began with another clause's object.

    Nothing where two names may be one subject: "that Ankara AND Baku denied it".
    """
    for at in range(last - 1, start, -1):
        if tokens[at].low == "and":
            pair = all(token.is_name for token in tokens[start:at])
            return Span(at + 1, last + 1) if tokens[at + 1].is_name and not pair else None
    return None


def _begins_clause(tokens: Sequence[Token], start: int, lists: Lists) -> bool:
    if start == 0:
        return True
    before = tokens[start - 1]
    if not before.is_word:
        glued = before.text in {"’", "'"} and (start < 2 or tokens[start - 2].is_word)
        return not glued and before.text not in {"$", "%"}
    return before.low in lists.clauses | lists.subordinate | lists.days


def phrase_from(tokens: Sequence[Token], start: int, lists: Lists) -> Iterator[Span]:
    """The noun phrase that begins at ``start``."""
    at = start
    while at < len(tokens) and at - start < _LONGEST:
        token = tokens[at]
        low = token.low
        if low in lists.determiners and at == start:
            at += 1
        elif low in lists.joins or low in lists.parts:
            if at + 1 >= len(tokens) or (at == start and not token.is_name):
                break
            follows = tokens[at + 1]
            two = follows.low in lists.determiners and at + 2 < len(tokens)
            head = tokens[at + 2] if two else follows
            if low in lists.parts and follows.is_name:
                at += 1
            elif (
                head.is_name
                and head.low not in lists.days
                and low in {"of", "for", "from", "at", "by", "and", "&"}
            ):
                at += 2 if two else 1
            elif low == "and" and (office := _office_ends(tokens, at + 1, lists)):
                at = office
            else:
                break
        elif _in_phrase(token, lists):
            at += 1
        else:
            break
    if at > start:
        yield Span(start, at)


def _office_ends(tokens: Sequence[Token], at: int, lists: Lists) -> int:
    """Where words for an office end at a name: "president AND CHIEF EXECUTIVE Bill Owens", or 0."""
    end = at
    while end < len(tokens) and end - at < _OFFICE and _in_phrase(tokens[end], lists):
        if tokens[end].is_name:
            return end if end > at else 0
        end += 1
    return 0


def _in_phrase(token: Token, lists: Lists) -> bool:
    if not token.is_word or token.low in lists.days | lists.pronouns | lists.determiners:
        return False
    if _contracted(token, lists):
        return False
    if token.is_name:
        return token.low not in lists.stops or len(token.text) > 3
    return token.low not in lists.stops and token.low not in lists.verbs


def _contracted(token: Token, lists: Lists) -> bool:
    head, mark, tail = token.low.partition("'")
    return bool(mark) and (head in lists.pronouns or tail in {"t", "ve", "re", "ll", "d", "m"})


def is_somebody(phrase: Sequence[Token], lists: Lists) -> bool:
    words = [t for t in phrase if t.is_word]
    if not words or all(t.low in lists.determiners or t.low in lists.stops for t in words):
        return False
    if all(t.text.isdigit() or t.low in _COMPANY for t in words):
        return False  # the end of "28 January 2021", of "Oster Mills Inc"
    return words[0].low not in lists.pronouns or words[0].low in lists.determiners
