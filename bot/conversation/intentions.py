"""What a few words are for: to thank, to point at something, or to ask for what a button does."""

import re
from enum import Enum
from typing import Final

from bot.wording.voice import Voices

_WORD: Final = re.compile(r"[^\W_]+")
_LAUGH: Final = re.compile(
    r"(?:x+d+|(?:ha|he|hi|ja|ah)+h?|l+o+l+|lmf?ao+|rofl|k+|m+d+r+|hm+|a+h+|o+h+|wo+w+|ye+s+|no+|a?w+)"
)


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


def points(text: str, voices: Voices) -> bool:
    """Whether words ask about something that is not in them: "is this true?", "source?"."""
    words = set(_words(text))
    return words <= _listed("pointing.words", voices) | _wished(voices)


def wish(text: str, voices: Voices) -> Wish | None:
    """What a reply to an answer asks of it; nothing where it has other words as well."""
    words = (
        set(_words(text)) - _listed("follow_up.more", voices) - _listed("pointing.filler", voices)
    )
    for each in Wish:
        if words and words <= _listed(f"wish.{each.value}", voices):
            return each
    return None


def _wished(voices: Voices) -> set[str]:
    return set().union(*(_listed(f"wish.{each.value}", voices) for each in Wish))


def _listed(key: str, voices: Voices) -> set[str]:
    return {word for voice in voices.by_language.values() for word in voice(key).split()}


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]
