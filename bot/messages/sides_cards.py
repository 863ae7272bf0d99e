"""Sides as Discord shows them: side after side, some sentences on a page, their cues in bold."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

from discord import ui

from bot.desk.custom_ids import Limits, Place
from bot.messages.buttons import Button, Row, plain_button
from bot.messages.cards import TEXT_LIMIT, Card
from bot.messages.layout import CLOSEST, QUOTED, message
from bot.messages.turning import Option, Turn, menu, paged, turn_buttons
from bot.wording import phrases
from bot.wording import sides as wording
from bot.wording.markdown import emphasised, size, subtext
from bot.wording.timelines import when
from bot.wording.voice import Voice
from corpus.model import Span
from index.findings.sides import Said, Sides

SIDES, OPEN = "D", "b"
SENTENCES_ON_A_PAGE = 6

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
    pages = list(
        paged(
            _entries(sides),
            lambda entry: size(_text(entry, voice)) + 1,
            room=TEXT_LIMIT - taken,
            most=SENTENCES_ON_A_PAGE,
        )
    )
    page = min(turn.page, len(pages) - 1)
    texts = [title]
    for side, entries in groupby(pages[page], key=lambda entry: entry[1]):
        shown = [_text(entry, voice) for entry in entries]
        texts += [f"{headings[side]}\n{shown[0]}", *shown[1:]]
    texts += nothing if page == len(pages) - 1 else []
    opening = f"{OPEN}{turn.limits}{sides.answer.index_version}"
    rows: list[Row] = [[menu(opening, voice("sides.open"), _options(pages[page], voice), voice)]]
    if len(pages) > 1:
        rows.append(list(turn_buttons(SIDES, page, len(pages), turn, voice)))
    colour = QUOTED if sides.answer.answered else CLOSEST
    return message(Card(tuple(texts), closing), rows, colour=colour)


def _entries(sides: Sides) -> Iterator[_Entry]:
    named = ((side, said) for side in wording.SIDES for said in getattr(sides, side))
    for number, (side, said) in enumerate(named, 1):
        yield number, side, said


def _text(entry: _Entry, voice: Voice) -> str:
    """Who, when and where; the sentence to the letter, its cue in bold.

    Only a sentence that is not shown needs to be told what it holds.
    """
    number, side, said = entry
    head = subtext(f"**{number}. {wording.who_and_when(said, voice)}**")
    words, holds = emphasised(said.words, _marked(said)), ""
    if size(words) > TEXT_LIMIT // 3:
        words = subtext(voice("sides.too_long", number=number))
        holds = wording.holds(said, side, voice)
    small = (holds, phrases.also_in(said.quote, voice))
    return "\n".join((head, words, *(subtext(line) for line in small if line)))


def _marked(said: Said) -> tuple[Span, ...]:
    if said.cue is None:
        return ()
    return (Span(said.cue.start - said.sentence.start, said.cue.end - said.sentence.start),)


def _options(entries: Sequence[_Entry], voice: Voice) -> Iterator[Option]:
    for number, _, said in entries:
        source, document = said.quote.source, said.quote.passage.document
        facts = (said.who, when(said.when, voice).replace("\\", ""))
        yield Option(
            number,
            phrases.SEPARATOR.join(filter(None, facts)),
            Place(said.quote.number, said.sentence),
            phrases.title(source, document, voice),
        )
