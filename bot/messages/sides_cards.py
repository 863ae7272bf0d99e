"""Sides as Discord shows them: side after side, some sentences on a page, their cues in bold."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

from discord import ui

from bot.desk.custom_ids import Limits, Place
from bot.messages.buttons import Button, Control, Row
from bot.messages.cards import TEXT_LIMIT, Card
from bot.messages.layout import CLOSEST, QUOTED, message
from bot.messages.turning import Turn, plain_button, turn_buttons
from bot.wording import phrases
from bot.wording import sides as wording
from bot.wording.markdown import emphasised, size, subtext
from bot.wording.timelines import when
from bot.wording.voice import Voice
from corpus.model import Span
from index.findings.sides import Said, Sides

SIDES, OPEN = "D", "b"
SENTENCES_ON_A_PAGE = 6
_OPTION = 98  # characters of a menu's option, within isolates

_Entry: TypeAlias = tuple[int, str, Said]
"""A sentence with its number and the name of its side."""


def sides_button(limits: Limits, voice: Voice) -> Button:
    """Show whoever presses the sides of the claim that the message repeats."""
    return plain_button(voice("button.sides"), f"{SIDES}{Turn(0, 0, limits)}")


def sides_view(sides: Sides, turn: Turn, voice: Voice, *, echo: str) -> ui.LayoutView:
    """One page of the sides. A page that is none is the nearest one that is; there is one."""
    title = f"### {voice('sides.title')}"
    closing = "\n".join((echo, *map(subtext, wording.sides_notes(sides, voice))))
    headings = {side: f"**{voice(f'sides.{side}')}**" for side in wording.SIDES}
    nothing = [
        f"{headings[side]}\n{subtext(voice('sides.none'))}"
        for side in wording.SIDES
        if not getattr(sides, side)
    ]
    taken = size("\n".join((title, closing, *headings.values(), *nothing)))
    pages = list(_pages(sides, TEXT_LIMIT - taken, voice))
    page = min(turn.page, len(pages) - 1)
    texts = [title]
    for side, entries in groupby(pages[page], key=lambda entry: entry[1]):
        shown = [_text(entry, voice) for entry in entries]
        texts += [f"{headings[side]}\n{shown[0]}", *shown[1:]]
    texts += nothing if page == len(pages) - 1 else []
    menu = _menu(pages[page], f"{OPEN}{turn.limits}{sides.answer.index_version}", voice)
    rows: list[Row] = [[menu]]
    if len(pages) > 1:
        rows.append(list(turn_buttons(SIDES, page, len(pages), turn, voice)))
    colour = QUOTED if sides.answer.answered else CLOSEST
    return message(Card(tuple(texts), closing), rows, colour=colour)


def _entries(sides: Sides) -> Iterator[_Entry]:
    named = ((side, said) for side in wording.SIDES for said in getattr(sides, side))
    for number, (side, said) in enumerate(named, 1):
        yield number, side, said


def _pages(sides: Sides, room: int, voice: Voice) -> Iterator[list[_Entry]]:
    page: list[_Entry] = []
    used = 0
    for entry in _entries(sides):
        needed = size(_text(entry, voice)) + 1
        if page and (used + needed > room or len(page) == SENTENCES_ON_A_PAGE):
            yield page
            page, used = [], 0
        page.append(entry)
        used += needed
    if page:
        yield page


def _text(entry: _Entry, voice: Voice) -> str:
    """Who, when and where; the sentence to the letter, its cue in bold; what it holds."""
    number, side, said = entry
    head = subtext(f"**{number}. {wording.who_and_when(said, voice)}**")
    words = emphasised(said.words, _marked(said))
    if size(words) > TEXT_LIMIT // 3:
        words = subtext(voice("sides.too_long", number=number))
    small = (wording.holds(said, side, voice), phrases.also_in(said.quote, voice))
    return "\n".join((head, words, *(subtext(line) for line in small if line)))


def _marked(said: Said) -> tuple[Span, ...]:
    if said.cue is None:
        return ()
    return (Span(said.cue.start - said.sentence.start, said.cue.end - said.sentence.start),)


def _menu(entries: Sequence[_Entry], custom_id: str, voice: Voice) -> Control:
    menu: ui.Select[ui.LayoutView] = ui.Select(
        custom_id=custom_id, placeholder=voice.clipped(voice("sides.open"), _OPTION)
    )
    for number, _, said in entries:
        source, document = said.quote.source, said.quote.passage.document
        facts = (said.who, when(said.when, voice).replace("\\", ""))
        menu.add_option(
            label=f"{number}. {phrases.SEPARATOR.join(filter(None, facts))}"[:_OPTION],
            value=str(Place(said.quote.number, said.sentence)),
            description=voice.clipped(phrases.title(source, document, voice), _OPTION),
        )
    return menu
