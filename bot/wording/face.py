"""A face of the bot: how Discord or the terminal shows what the words of a language speak of."""

import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from bot.wording.markdown import escape

GLUE = "\u00a0"
"""A no-break space, which keeps our own words in one line; it is never put into a quote."""


class Face(NamedTuple):
    """Where words are shown.

    ``literal`` writes text of documents and people so that it reads to the letter there;
    ``clips`` is set where messages are short, and long metadata ends in an ellipsis. ``glue`` is
    what stands within a date, and between a number and its noun.
    """

    literal: Callable[[str], str]
    clips: bool
    glue: str = " "


def cells(text: str) -> int:
    """How wide a text is: signs as wide as Chinese ones count twice."""
    return len(text) + sum(unicodedata.east_asian_width(sign) in "WF" for sign in text)


def _as_it_is(text: str) -> str:
    return text


TERMINAL = Face(literal=_as_it_is, clips=False)
DISCORD = Face(literal=escape, clips=True, glue=GLUE)
