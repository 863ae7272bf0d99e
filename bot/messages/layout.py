"""Cards and controls as Discord's Components V2."""

from collections.abc import Iterable, Sequence

import discord
from discord import ui

from bot.messages.buttons import Row
from bot.messages.cards import TEXT_LIMIT, Card
from bot.wording.markdown import size

QUOTED = discord.Colour(0x2A9D8F)
CLOSEST = discord.Colour(0x6C757D)
REFUSED = discord.Colour(0xE9A23B)
PLAIN: discord.Colour | None = None


def message(
    card: Card,
    rows: Sequence[Row] = (),
    *,
    colour: discord.Colour | None = PLAIN,
    file: str | None = None,
) -> ui.LayoutView:
    """One message: the card's texts with lines between them, then the rows of controls.

    ``file`` names an attachment to show. The view is only for looking at: pressed controls
    find their own way by custom id (`bot.presses.dispatch`), so it is handed over as stopped, and
    discord.py keeps no copy of it. Raises ``ValueError`` for a card that is too long.
    """
    if card.size > TEXT_LIMIT:
        raise ValueError(f"a card of {card.size} characters")
    container: ui.Container[ui.LayoutView] = ui.Container(accent_colour=colour)
    if card.echo:
        container.add_item(ui.TextDisplay(card.echo))
    for number, text in enumerate(card.texts):
        if number:
            container.add_item(ui.Separator())
        container.add_item(ui.TextDisplay(text))
    if file is not None:
        container.add_item(ui.File(f"attachment://{file}"))
    for row in rows:
        container.add_item(ui.ActionRow(*row))
    view = ui.LayoutView(timeout=None)
    view.add_item(container)
    view.stop()
    return view


def messages(
    cards: Iterable[Card],
    rows: Sequence[Row] = (),
    *,
    colour: discord.Colour | None = PLAIN,
) -> tuple[ui.LayoutView, ...]:
    """One message per card; the rows stand below the first."""
    first, *rest = cards
    return (
        message(first, rows, colour=colour),
        *(message(card, colour=colour) for card in rest),
    )


def fits(card: Card, more: str) -> bool:
    """Whether a further text still finds room on a card."""
    return card.size + size(more) <= TEXT_LIMIT
