"""What a message of ours says and remembers, read back from Discord."""

from dataclasses import dataclass

import discord
from discord import ui

from bot.desk.custom_ids import NO_LIMITS, Limits, Trail
from bot.messages.buttons import CLOSEST, CONTEXT, NEXT, WHY, context_state
from bot.messages.cards import ECHO


@dataclass(frozen=True, slots=True)
class Earlier:
    """An answer: what was asked within which limits, and what was shown.

    ``quote`` is the id of the passage that is shown, ``trail`` all passages if it has several.
    A ``claim`` is somebody's message instead, whose words take the question's place.
    """

    question: str
    limits: Limits = NO_LIMITS
    quote: str | None = None
    trail: Trail | None = None
    claim: bool = False


def question_in(shown: discord.Message | None) -> str | None:
    """The question that a message of ours repeats, read back to the letter."""
    if shown is None:
        return None
    for component in ui.LayoutView.from_message(shown, timeout=None).walk_children():
        if isinstance(component, ui.TextDisplay) and component.content.startswith(ECHO):
            return unescaped(component.content.removeprefix(ECHO).partition("\n")[0])
    return None


def earlier_in(shown: discord.Message | None) -> Earlier | None:
    """The answer that a message of ours shows, where it shows one or the lack of one."""
    question = question_in(shown)
    if shown is None or question is None:
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
    return Earlier(question, limits, quote, trail)


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
    """The echo and the texts of a message of ours, as they stand."""
    view = ui.LayoutView.from_message(shown, timeout=None)
    texts = [item.content for item in view.walk_children() if isinstance(item, ui.TextDisplay)]
    echo = texts.pop(0) if texts and texts[0].startswith(ECHO) else ""
    return echo, tuple(texts)


def unescaped(text: str) -> str:
    """The text that ``bot.wording.markdown.escape`` was given."""
    parts = text.split("\\\\")
    return "\\".join(part.replace("\\", "") for part in parts)
