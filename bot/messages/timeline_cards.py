"""A timeline as Discord shows it: some lines on a page, a menu to open one, buttons to turn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

import discord
from discord import ui

from bot.desk.custom_ids import ID_WIDTH, LIMITS_WIDTH, Limits, Place, base62, number_of
from bot.messages.buttons import LABEL_LIMIT, Button, Control, Row
from bot.messages.cards import TEXT_LIMIT, Card
from bot.messages.layout import CLOSEST, QUOTED, message
from bot.wording import phrases, timelines
from bot.wording.markdown import escape, size, subtext
from bot.wording.voice import Voice
from index.timelines import Line, Timeline

TIMELINE, OPEN = "z", "o"
LINES_ON_A_PAGE = 6
_OPTION = 98  # characters of a menu's option, within isolates
_PAGE_WIDTH = 2
_LAST_PAGE = 62**_PAGE_WIDTH - 1


@dataclass(frozen=True, slots=True)
class Turn:
    """A page of whose timeline, within which limits. Nobody's (0) is opened anew."""

    page: int
    asker: int
    limits: Limits

    def __str__(self) -> str:
        page = min(max(self.page, 0), _LAST_PAGE)
        return f"{base62(page, _PAGE_WIDTH)}{base62(self.asker, ID_WIDTH)}{self.limits}"

    @classmethod
    def read(cls, text: str) -> Self:
        head = _PAGE_WIDTH + ID_WIDTH
        page, asker = number_of(text[:_PAGE_WIDTH]), number_of(text[_PAGE_WIDTH:head])
        return cls(page, asker, Limits.read(text[head:]))


def timeline_button(limits: Limits, voice: Voice) -> Button:
    """Show whoever presses the timeline of the question that the message repeats."""
    return _button(voice("button.timeline"), f"{TIMELINE}{Turn(0, 0, limits)}")


def opened(state: str) -> tuple[Limits, str]:
    """What a menu of lines remembers: the limits, and the index version."""
    return Limits.read(state[:LIMITS_WIDTH]), state[LIMITS_WIDTH:]


def timeline_view(timeline: Timeline, turn: Turn, voice: Voice, *, echo: str) -> ui.LayoutView:
    """One page of the lines, the undated ones last and under a heading of their own.

    A page that is none is the nearest one that is. ``timeline`` has lines.
    """
    title = f"### {voice('timeline.title')}"
    notes = (voice("timeline.how"), *timelines.timeline_notes(timeline, voice))
    closing = "\n".join((echo, *map(subtext, notes)))
    undated = f"**{voice('timeline.undated')}**"
    pages = list(_pages(timeline, TEXT_LIMIT - size(title + closing + undated), voice))
    page = min(turn.page, len(pages) - 1)
    lines, first = pages[page], sum(map(len, pages[:page])) + 1
    numbered = list(enumerate(lines, first))
    known = [_text(line, number, voice) for number, line in numbered if line.when.date]
    open_ = [_text(line, number, voice) for number, line in numbered if not line.when.date]
    texts = [title, *known, *([undated, *open_] if open_ else [])]
    menu = _menu(numbered, f"{OPEN}{turn.limits}{timeline.answer.index_version}", voice)
    rows: list[Row] = [[menu]]
    if len(pages) > 1:
        rows.append(list(_turns(page, len(pages), turn, voice)))
    colour = QUOTED if timeline.answer.answered else CLOSEST
    return message(Card(tuple(texts), closing), rows, colour=colour)


def _pages(timeline: Timeline, room: int, voice: Voice) -> Iterator[list[Line]]:
    page: list[Line] = []
    used = 0
    for number, line in enumerate(timeline.lines, 1):
        needed = size(_text(line, number, voice))
        if page and (used + needed > room or len(page) == LINES_ON_A_PAGE):
            yield page
            page, used = [], 0
        page.append(line)
        used += needed
    if page:
        yield page


def _text(line: Line, number: int, voice: Voice) -> str:
    """``3. 1 October 2020 (stated) · Publisher`` in small print; below, the sentence whole."""
    who = phrases.who(line.quote.source, voice)
    when = timelines.when(line.when, voice)
    head = subtext(f"**{number}. {when}**{phrases.SEPARATOR}{who}")
    words = escape(line.words)
    if size(words) > TEXT_LIMIT // 2:
        words = subtext(voice("timeline.too_long", number=number))
    elsewhere = phrases.also_in(line.quote, voice)
    return "\n".join((head, words, *([subtext(elsewhere)] if elsewhere else [])))


def _menu(numbered: Sequence[tuple[int, Line]], custom_id: str, voice: Voice) -> Control:
    menu: ui.Select[ui.LayoutView] = ui.Select(
        custom_id=custom_id, placeholder=voice.clipped(voice("timeline.open"), _OPTION)
    )
    for number, line in numbered:
        source, document = line.quote.source, line.quote.passage.document
        facts = (source.publisher or source.author, phrases.title(source, document, voice))
        menu.add_option(
            label=f"{number}. {timelines.when(line.when, voice)}".replace("\\", "")[:_OPTION],
            value=str(Place(line.quote.number, line.sentence)),
            description=voice.clipped(phrases.SEPARATOR.join(filter(None, facts)), _OPTION),
        )
    return menu


def _turns(page: int, pages: int, turn: Turn, voice: Voice) -> Iterator[Control]:
    here = _button(voice("button.page", number=page + 1, total=pages), f"{TIMELINE}.")
    here.disabled = True
    before, after = (
        _button(voice(label), f"{TIMELINE}{Turn(to, turn.asker, turn.limits)}")
        for label, to in (("button.previous", page - 1), ("button.next", page + 1))
    )
    before.disabled, after.disabled = page == 0, page == pages - 1
    yield from (before, here, after)


def _button(label: str, custom_id: str) -> Button:
    return ui.Button(
        label=label[:LABEL_LIMIT], custom_id=custom_id, style=discord.ButtonStyle.secondary
    )
