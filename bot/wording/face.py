"""A face of the bot: how Discord or the terminal shows what the words of a language speak of."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.wording.markdown import escape


@dataclass(frozen=True, slots=True)
class Face:
    """Where words are shown.

    ``literal`` writes text of documents and people so that it reads to the letter there;
    ``clips`` is set where messages are short, and long metadata ends in an ellipsis.
    """

    literal: Callable[[str], str]
    clips: bool


def _as_it_is(text: str) -> str:
    return text


TERMINAL = Face(literal=_as_it_is, clips=False)
DISCORD = Face(literal=escape, clips=True)
