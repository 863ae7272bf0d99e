"""What a few words are for: to thank, to point at something, or to ask for what a button does."""

import re
from collections.abc import Iterable
from enum import Enum
from functools import cache
from itertools import takewhile
from typing import Final

from bot.wording.voice import Voices

_WORD: Final = re.compile(r"[^\W_]+")
_LAUGHTER: Final = re.compile(
    r"x+d+|[ab]?w?(?:ha|he|hi|ja|je|ah){2,}h?|(?:lo+)+l+|lmf?ao+|rofl|(?:m+d+|ptd)r+|а?(?:ха){2,}х?"
)
_LAUGH: Final = re.compile(
    rf"(?:{_LAUGHTER.pattern}|ha+h?|hi|ja|k+|hm+|a+h+|o+h+|wo+w+|ye+s+|no+|a?w+|ха)"
)
"""Laughter, and other sounds of one syllable."""
_ASKING: Final = re.compile(r"[?？؟՞⁇⁈⁉❓❔🤔🤨🧐]")
_SIGNS: Final = re.compile(rf"(?:{_ASKING.pattern}|[\s\ufe0f^!¿¡.…👆☝⬆↑👀])*")
"""Signs alone that ask about what stands above them, or about nothing at all."""


class Wish(Enum):
    """What may be asked of an answer by a word, as by its buttons. The value is a button's key."""

    SOURCE = "source"
    CONTEXT = "context"
    VERIFY = "verify"


def says_nothing(text: str, voices: Voices) -> bool:
    """Whether words, in any language we have, only thank, laugh, agree or greet."""
    if asks_by_sign(text):
        return False
    words = _words(text)
    said = set(words) - _listed("pointing.filler", voices) | set(words) & _idle(voices)
    idle = {word for word in said if word in _idle(voices) or _LAUGH.fullmatch(word)}
    counts = all(len(word) == 1 and word.isdigit() for word in words)  # "+1", and no word at all
    courteous = bool(idle) and said == idle
    return counts or courteous or _agrees(words, voices) or _thanks(words, voices)


def asks_by_sign(text: str) -> bool:
    """Whether there is a question mark of any script, or an emoji that asks."""
    return _ASKING.search(text) is not None


def _agrees(words: list[str], voices: Voices) -> bool:
    """Whether words say of something that it is true: "so true", "facts"; not "is this true"."""
    return set(words) <= _listed("idle.agreed", voices) and _verifies(words, voices)


def _thanks(words: list[str], voices: Voices) -> bool:
    """Whether words thank for something, whatever that is, and go on to ask nothing."""
    thanks, for_ = _listed("idle.thanks", voices), _listed("idle.for", voices)
    polite = _idle(voices) | _listed("pointing.filler", voices)
    said = list(takewhile(lambda word: word in polite and word not in for_, words))
    rest = words[len(said) :]
    asks = _listed("follow_up.opening", voices)
    return bool(thanks & set(said) and rest and rest[0] in for_) and asks.isdisjoint(rest[1:])


def laughs(text: str) -> bool:
    """Whether there is laughter among the words."""
    return any(map(_LAUGHTER.fullmatch, _words(text)))


def says_little(text: str, voices: Voices) -> bool:
    """Whether no more than one of the words is about anything: "dope", "so sad", "fake news"."""
    said = about(text, voices)
    return not said or (len(said) == 1 and not opens_question(text, voices))


def about(text: str, voices: Voices, *, cased: bool = False) -> set[str]:
    """The words that do not only thank, laugh, point at something or ask for more.

    They are in small letters, or ``cased`` as they stand.
    """
    little = _pointing(voices) | _idle(voices) | _listed("follow_up.more", voices)
    said = ((word, word.casefold()) for word in _WORD.findall(text))
    left = {w: f for w, f in said if f not in little and not _LAUGH.fullmatch(f)}
    return set(left if cased else left.values())


def asks_more(text: str, voices: Voices) -> bool:
    """Whether words ask for further passages, and for nothing else: "more?", "another one"."""
    words = set(_words(text))
    keys = ("follow_up.more", "pointing.filler", "idle.thanks")
    asking = frozenset[str]().union(*(_listed(key, voices) for key in keys))
    return words <= asking and bool(words & _listed("follow_up.alone", voices))


def refers(text: str, voices: Voices) -> bool:
    """Whether a question cannot be understood without what it follows: it says "this", and no name.

    A name begins with a capital letter, or has digits; so may the first word anyway.
    """
    at, (_, *others) = _listed("pointing.at", voices), _WORD.findall(text) or [""]
    return not at.isdisjoint(_words(text)) and all(map(str.islower, others))


def own_words(text: str, voices: Voices) -> str:
    """What words say beside those that, in any language we have, only ask for more."""
    more = _listed("follow_up.more", voices)
    return " ".join(word for word in _WORD.findall(text) if word.casefold() not in more)


def opens_question(text: str, voices: Voices) -> bool:
    """Whether words begin as those of a question do, or of one that goes on: "and the army".

    Also after thanks or the like: "ok, who denied it".
    """
    opening, idle = _listed("follow_up.opening", voices), _idle(voices)
    first = next((word for word in _words(text) if word in opening or word not in idle), "")
    return first in opening


def points(text: str, voices: Voices) -> bool:
    """Whether words ask about something that is not in them: "is this true?", "source?", "^"."""
    words = set(_words(text))
    if not words:
        return _SIGNS.fullmatch(text) is not None
    return words <= _pointing(voices) or wants_help(text, voices) or asks_more(text, voices)


def names_nothing(text: str, voices: Voices) -> bool:
    """Whether words cannot be understood without what they point at: "is this true?", "?"."""
    if not points(text, voices):
        return False
    words = set(_words(text))
    if wants_help(text, voices) or asks_more(text, voices):
        return True
    asked = _wished(voices) | _listed("pointing.filler", voices)
    return words <= asked or bool(words & _listed("pointing.at", voices))


def wish(text: str, voices: Voices) -> Wish | None:
    """What a reply to an answer asks of it; nothing where it has other words as well."""
    said, thanks = _words(text), _listed("idle.thanks", voices)
    if said and said[0] in thanks:
        return None
    words = set(said)
    if len(words) > 1 and words <= _listed("follow_up.opening", voices):  # goes on: "and when?"
        return None
    beside = _listed("follow_up.more", voices) | _listed("pointing.filler", voices) | thanks
    for each in Wish:
        wanted = _listed(f"wish.{each.value}", voices)
        if words & wanted and words <= wanted | beside:
            return each
    doubts = asks_by_sign(text) and words <= _pointing(voices) and _verifies(said, voices)
    return Wish.VERIFY if doubts and not opens_question(text, voices) else None


def _verifies(words: Iterable[str], voices: Voices) -> bool:
    return not _listed(f"wish.{Wish.VERIFY.value}", voices).isdisjoint(words)


def wants_help(text: str, voices: Voices) -> bool:
    """Whether words ask how the bot is to be used, or who or what it is."""
    words = set(_words(text))
    wanted, you = _listed("pointing.help", voices), _listed("pointing.you", voices)
    asks = words & wanted and words <= wanted | _listed("pointing.filler", voices)
    whom = words & you and words - you and words <= you | _listed("pointing.self", voices)
    return bool(asks or whom)


def _pointing(voices: Voices) -> frozenset[str]:
    """The words that say nothing without what they point at."""
    return _wished(voices).union(
        *(_listed(key, voices) for key in ("pointing.words", "pointing.filler"))
    )


def _idle(voices: Voices) -> frozenset[str]:
    return _listed("idle.words", voices)


def _wished(voices: Voices) -> frozenset[str]:
    return frozenset().union(*(_listed(f"wish.{each.value}", voices) for each in Wish))


def _listed(key: str, voices: Voices) -> frozenset[str]:
    return _in_all(tuple(voice.words[key] for voice in voices.by_language.values()))


@cache
def _in_all(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for text in texts for word in text.split())


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]
