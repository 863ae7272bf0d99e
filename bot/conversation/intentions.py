"""What a few words are for: to thank, to point at something, or to ask for what a button does."""

import re
from enum import Enum
from typing import Final

from bot.wording.voice import Voices

_WORD: Final = re.compile(r"[^\W_]+")
_LAUGH: Final = re.compile(
    r"(?:x+d+|a?(?:ha|he|hi|ja|ah)+h?|l+o+l+|lmf?ao+|rofl|k+|(?:m+d+|ptd)r+|hm+|a+h+|o+h+|wo+w+|ye+s+"
    r"|no+|a?w+|а?(?:ха)+х?|\d)"
)
_SIGNS: Final = re.compile(r"[\s\ufe0f^?!¿¡.…👆☝⬆↑]*")
"""Signs alone that ask about what stands above them, or about nothing at all."""


class Wish(Enum):
    """What may be asked of an answer by a word, as by its buttons. The value is a button's key."""

    SOURCE = "source"
    CONTEXT = "context"
    VERIFY = "verify"


def says_nothing(text: str, voices: Voices) -> bool:
    """Whether words, in any language we have, only thank, laugh, agree or greet."""
    words = _words(text)
    if "?" in text:
        return False
    idle = _listed("idle.words", voices)
    return all(word in idle or _LAUGH.fullmatch(word) for word in words)


def asks_more(text: str, voices: Voices) -> bool:
    """Whether words ask for further passages, and for nothing else: "more?", "another one"."""
    words = set(_words(text))
    asking = _listed("follow_up.more", voices) | _listed("pointing.filler", voices)
    return words <= asking and bool(words & _listed("follow_up.alone", voices))


def opens_question(text: str, voices: Voices) -> bool:
    """Whether words begin as those of a question do, or of one that goes on: "and the army"."""
    first = _words(text)[:1]
    return bool(first) and first[0] in _listed("follow_up.opening", voices)


def points(text: str, voices: Voices) -> bool:
    """Whether words ask about something that is not in them: "is this true?", "source?", "^"."""
    words = set(_words(text))
    if not words:
        return _SIGNS.fullmatch(text) is not None
    pointing = _listed("pointing.words", voices) | _wished(voices)
    return words <= pointing or wants_help(text, voices) or asks_more(text, voices)


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
    words = set(_words(text))
    beside = _listed("follow_up.more", voices) | _listed("pointing.filler", voices)
    for each in Wish:
        wanted = _listed(f"wish.{each.value}", voices)
        if words & wanted and words <= wanted | beside:
            return each
    return None


def wants_help(text: str, voices: Voices) -> bool:
    """Whether words ask how the bot is to be used."""
    words = set(_words(text))
    wanted = _listed("pointing.help", voices)
    return bool(words & wanted) and words <= wanted | _listed("pointing.filler", voices)


def _wished(voices: Voices) -> set[str]:
    return set().union(*(_listed(f"wish.{each.value}", voices) for each in Wish))


def _listed(key: str, voices: Voices) -> set[str]:
    return {word for voice in voices.by_language.values() for word in voice(key).split()}


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]
