"""Whose verb a cue is: who denies by "denied", and nobody else who stands near."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from corpus.model import Span
from index.statements.languages import words_of
from index.statements.noun_phrases import phrase_before
from index.statements.speakers import at_verb, somebody_of
from index.statements.tokens import Lists, Token, is_manner, lists_of, quoted, tokens_of


def subject_of(sentence: str, place: Span, language: str) -> Span | None:
    """Who does what the verb of saying in ``place`` says: its own subject or agent.

    That of the verb before it where a conjunction or a comma joins the two: "Voss left the room
    and denied it". Nobody where the subject is a pronoun or no rule is sure.
    """
    lists = lists_of(language)
    tokens = tokens_of(sentence)
    verb = next((at for at, token in enumerate(tokens) if place.start <= token.start), None)
    if verb is None:
        return None
    own = somebody_of(
        (*at_verb(tokens, verb, lists), *_antecedent(tokens, verb, lists)), tokens, lists
    )
    within = quoted(tokens)
    if within[verb]:  # behind it stands its object: had “acknowledged their duty”
        own = tuple(span for span in own if span.end <= place.start)
    if own or not _is_joined(tokens, verb, lists):
        return own[-1] if own else None
    earlier = (s for at in range(verb) if not within[at] for s in at_verb(tokens, at, lists))
    found = somebody_of(earlier, tokens, lists)
    return found[-1] if found else None


def possessor_of(sentence: str, place: Span, language: str) -> Span | None:
    """Whose denial or admission the noun in ``place`` is: "President Berg's flat DENIAL"."""
    pattern, lists = _possessor(language), lists_of(language)
    noun = sentence[slice(*place)].split(maxsplit=1)[0].lower()
    if pattern is None or noun not in lists.nouns:
        return None
    found = pattern.search(sentence, 0, place.start)
    if found is None or lists.days.issuperset(found["who"].lower().split()):
        return None  # "Monday's denial"
    return Span(*found.span("who"))


@cache
def _possessor(language: str) -> re.Pattern[str] | None:
    text = words_of(language).speech.get("possessor")
    return re.compile(str(text)) if text else None


def is_verb(word: str, language: str) -> bool:
    """Whether the first word of a cue is a verb whose subject may be named."""
    lists = lists_of(language)
    verbs = lists.verbs | lists.progressive | lists.participles | lists.nested
    return word.split(maxsplit=1)[0].lower() in verbs


def _antecedent(tokens: Sequence[Token], verb: int, lists: Lists) -> Iterator[Span]:
    """Who a relative clause is about: "the ministry, WHICH rejected it"."""
    at = _over_adverbs(tokens, verb - 1, lists)
    if at < 1 or tokens[at].low not in lists.relative:
        return
    last = at - 2 if tokens[at - 1].text == "," else at - 1
    first = last
    while first >= 0 and tokens[first].is_name:
        first -= 1
    names = Span(first + 1, last + 1) if first < last else None
    if found := (phrase_before(tokens, last, lists) if last >= 0 else None) or names:
        yield found


def _over_adverbs(tokens: Sequence[Token], at: int, lists: Lists) -> int:
    """The place left of adverbs and auxiliaries that end at ``at``."""
    while at > 0 and (tokens[at].low in lists.between or is_manner(tokens[at])):
        at -= 1
    return at


def _is_joined(tokens: Sequence[Token], verb: int, lists: Lists) -> bool:
    """Whether nothing but adverbs and auxiliaries stands between a verb and "and" or a comma."""
    at = _over_adverbs(tokens, verb - 1, lists)
    return at > 0 and (tokens[at].text == "," or tokens[at].low in lists.coordinating)
