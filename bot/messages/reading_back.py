"""What a message of ours says and remembers, read back from Discord."""

from dataclasses import dataclass

import discord
from discord import ui

from bot.desk.custom_ids import NO_LIMITS, Limits, Trail
from bot.messages.buttons import CLOSEST, CONTEXT, NEXT, WHY, context_state
from bot.messages.cards import ECHO
from bot.messages.layout import CLOSEST as CLOSEST_COLOUR
from bot.messages.layout import ECHO_ID, QUOTED
from bot.wording.markdown import subtext
from bot.wording.voice import Voices


@dataclass(frozen=True, slots=True)
class Earlier:
    """An answer: what was asked within which limits, who had to speak, and what was shown.

    ``quote`` is the id of the passage that is shown, ``trail`` all passages if it has several.
    A ``claim`` is somebody's message instead, whose words take the question's place.
    """

    question: str
    limits: Limits = NO_LIMITS
    quote: str | None = None
    trail: Trail | None = None
    claim: bool = False
    who: str = ""


def question_in(shown: discord.Message | None) -> str | None:
    """The question that a message of ours repeats, read back to the letter."""
    if shown is None:
        return None
    echo, _ = texts_in(shown)
    if not echo.startswith(ECHO):
        return None
    return unescaped(echo.removeprefix(ECHO).partition("\n")[0])


def who_in(shown: discord.Message | None, voices: Voices) -> str:
    """The name that a message of ours says has to speak, in any language of ours; or nothing."""
    echo, _ = texts_in(shown) if shown is not None else ("", ())
    for voice in voices.by_language.values():
        said = subtext(voice.words["answer.who"].replace("{who}", voice.words["quoted"]))
        before, _, after = said.partition("{word}")
        for line in echo.splitlines():
            if line.startswith(before) and line.endswith(after):
                return unescaped(line[len(before) : len(line) - len(after)])
    return ""


def earlier_in(
    shown: discord.Message | None, question: str | None, voices: Voices
) -> Earlier | None:
    """The answer to a question that a message of ours shows, or the lack of one."""
    if shown is None:
        return None
    trail, limits, quote = None, NO_LIMITS, None
    for component in ui.LayoutView.from_message(shown, timeout=None).walk_children():
        custom_id = (component.custom_id or "") if isinstance(component, ui.Button) else ""
        if custom_id.startswith(NEXT):
            trail = Trail.found_in(custom_id.removeprefix(NEXT))
        elif custom_id.startswith(CLOSEST):
            trail = Trail.found_in(custom_id.removeprefix(CLOSEST))
        elif custom_id.startswith(CONTEXT):
            quote, limits = _context(custom_id.removeprefix(CONTEXT))
        elif custom_id.startswith(WHY):
            _, limits = _context("." + custom_id.removeprefix(WHY))
    if question is None and quote is None:
        return None
    return Earlier(question or "", limits, quote, trail, who=who_in(shown, voices))


def quote_in(shown: discord.Message) -> str:
    """The words that a message of ours quotes; where it quotes none, the question it repeats."""
    _, texts = texts_in(shown)
    if colour_in(shown) not in {QUOTED, CLOSEST_COLOUR}:
        return question_in(shown) or ""
    return unescaped("".join(texts[1:2]).replace("**", ""))


def _context(state: str) -> tuple[str | None, Limits]:
    """What **Context** remembers; nothing where another release wrote it in another way."""
    try:
        return context_state(state)
    except (ValueError, OverflowError):
        return None, NO_LIMITS


def colour_in(shown: discord.Message | None) -> discord.Colour | None:
    """The colour of a message of ours."""
    if shown is None:
        return None
    view = ui.LayoutView.from_message(shown, timeout=None)
    found = (each for each in view.walk_children() if isinstance(each, ui.Container))
    colour = next((each.accent_colour for each in found), None)
    return discord.Colour(colour) if isinstance(colour, int) else colour


def texts_in(shown: discord.Message) -> tuple[str, tuple[str, ...]]:
    """The echo and the other texts of a message of ours, as they stand.

    Earlier releases had the echo at the top, and no number for it.
    """
    view = ui.LayoutView.from_message(shown, timeout=None)
    items = [item for item in view.walk_children() if isinstance(item, ui.TextDisplay)]
    echo = next((item for item in items if _is_echo(item)), None)
    return echo.content if echo else "", tuple(item.content for item in items if item is not echo)


def _is_echo(item: ui.TextDisplay[ui.LayoutView]) -> bool:
    return item.id == ECHO_ID or item.content.startswith(ECHO)


def unescaped(text: str) -> str:
    """The text that ``bot.wording.markdown.escape`` was given."""
    parts = text.split("\\\\")
    return "\\".join(part.replace("\\", "") for part in parts)
