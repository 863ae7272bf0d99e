"""Cards and controls as Discord's Components V2."""

from collections.abc import Iterable, Sequence

import discord
from discord import ui

from bot.messages.buttons import Control, Row
from bot.messages.cards import TEXT_LIMIT, Card
from bot.messages.page_links import PageButton
from bot.wording.markdown import size

QUOTED = discord.Colour(0x2A9D8F)
CLOSEST = discord.Colour(0x6C757D)
REFUSED = discord.Colour(0xE9A23B)
PLAIN: discord.Colour | None = None

ECHO_ID = 900
"""The number by which the echo is found again in a message of ours."""


def message(
    card: Card,
    rows: Sequence[Row] = (),
    *,
    colour: discord.Colour | None = PLAIN,
    file: str | None = None,
) -> ui.LayoutView:
    """One message: the card's texts and its echo, then the rows of controls.

    ``file`` names an attachment to show. The view is only for looking at: pressed controls
    find their own way by custom id (`bot.presses.dispatch`), so it is handed over as stopped, and
    discord.py keeps no copy of it. Raises ``ValueError`` for a card that is too long.
    """
    if card.size > TEXT_LIMIT:
        raise ValueError(f"a card of {card.size} characters")
    container: ui.Container[ui.LayoutView] = ui.Container(accent_colour=colour)
    *texts, last = card.texts
    for number, text in enumerate(texts):
        if number == 1:
            container.add_item(ui.Separator(visible=False))
        container.add_item(ui.TextDisplay(text))
    container.add_item(_beside(last, card.page))
    if card.echo:
        container.add_item(ui.TextDisplay(card.echo, id=ECHO_ID))
    if file is not None:
        container.add_item(ui.File(f"attachment://{file}"))
    for row in rows:
        container.add_item(ui.ActionRow(*row))
    view = ui.LayoutView(timeout=None)
    view.add_item(container)
    view.stop()
    return view


def _beside(text: str, page: PageButton | None) -> Control:
    """A text, and to its right the button that opens the page, where there is one."""
    shown: ui.TextDisplay[ui.LayoutView] = ui.TextDisplay(text)
    return shown if page is None else ui.Section(shown, accessory=page)


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


def headed(text: str, views: Sequence[ui.LayoutView]) -> tuple[ui.LayoutView, ...]:
    """The messages with a text above the first, or by itself where it does not fit there."""
    first, *rest = views
    shown = (item for item in first.walk_children() if isinstance(item, ui.TextDisplay))
    if sum(size(item.content) for item in shown) + size(text) > TEXT_LIMIT:
        return (message(Card((text,))), *views)
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.TextDisplay(text))
    for item in first.children:
        view.add_item(item)
    view.stop()
    return (view, *rest)
