"""A face of the bot: how Discord or the terminal shows what the words of a language speak of."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from bot.wording.markdown import escape

GLUE = "\u00a0"
"""A no-break space, which keeps our own words in one line; it is never put into a quote."""

_RIGHT_TO_LEFT = {"R", "AL"}
_ISOLATE, _END = "\u2068", "\u2069"
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Face:
    """Where words are shown.

    ``literal`` writes text of documents and people so that it reads to the letter there;
    ``clips`` is set where messages are short, and long metadata ends in an ellipsis. ``glue`` is
    what stands within a date, and between a number and its noun.
    """

    literal: Callable[[str], str]
    clips: bool
    glue: str = " "


def named(name: str) -> str:
    """A name to the letter within a line of ours, whose order of words it leaves alone.

    Marks that turn the direction of writing are taken out; a name that is itself written from
    right to left is isolated, or the date after it would read backwards.
    """
    plain = _UNSEEN.sub("", name)
    text = escape(plain)
    turns = any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in plain)
    return f"{_ISOLATE}{text}{_END}" if turns else text


def cells(text: str) -> int:
    """How wide a text is: signs as wide as Chinese ones count twice."""
    return len(text) + sum(unicodedata.east_asian_width(sign) in "WF" for sign in text)


def _as_it_is(text: str) -> str:
    return text


TERMINAL = Face(literal=_as_it_is, clips=False)
DISCORD = Face(literal=named, clips=True, glue=GLUE)
