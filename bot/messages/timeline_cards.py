"""A timeline as Discord shows it: some lines on a page, a menu to open one, buttons to turn."""

from collections.abc import Iterator, Sequence

from discord import ui

from bot.desk.custom_ids import Limits, Place
from bot.messages.buttons import Button, Row, plain_button
from bot.messages.cards import TEXT_LIMIT, Card
from bot.messages.layout import CLOSEST, QUOTED, message
from bot.messages.turning import Option, Turn, menu, paged, turn_buttons
from bot.wording import phrases, timelines
from bot.wording.markdown import escape, size, subtext
from bot.wording.names import visible
from bot.wording.voice import Voice
from index.findings.timelines import Line, Timeline

TIMELINE, OPEN = "z", "o"
LINES_ON_A_PAGE = 6


def timeline_button(limits: Limits, voice: Voice) -> Button:
    """Show whoever presses the timeline of the question that the message repeats."""
    return plain_button(voice("button.timeline"), f"{TIMELINE}{Turn(0, 0, limits)}")


def timeline_view(timeline: Timeline, turn: Turn, voice: Voice, *, echo: str) -> ui.LayoutView:
    """One page of the lines, the undated ones last and under a heading of their own.

    A page that is none is the nearest one that is. ``timeline`` has lines.
    """
    title = f"### {voice('timeline.title')}"
    notes = (voice("timeline.how"), *timelines.timeline_notes(timeline, voice))
    closing = "\n".join((echo, *map(subtext, notes)))
    undated = f"**{voice('timeline.undated')}**"
    pages = list(
        paged(
            enumerate(timeline.lines, 1),
            lambda entry: size(_text(entry[1], entry[0], voice)),
            room=TEXT_LIMIT - size(title + closing + undated),
            most=LINES_ON_A_PAGE,
        )
    )
    page = min(turn.page, len(pages) - 1)
    numbered = pages[page]
    known = [_text(line, number, voice) for number, line in numbered if line.when.date]
    open_ = [_text(line, number, voice) for number, line in numbered if not line.when.date]
    texts = [title, *known, *([undated, *open_] if open_ else [])]
    opening = f"{OPEN}{turn.limits}{timeline.answer.index_version}"
    rows: list[Row] = [[menu(opening, voice("timeline.open"), _options(numbered, voice), voice)]]
    if len(pages) > 1:
        rows.append(list(turn_buttons(TIMELINE, page, len(pages), turn, voice)))
    colour = QUOTED if timeline.answer.answered else CLOSEST
    return message(Card(tuple(texts), closing), rows, colour=colour)


def _text(line: Line, number: int, voice: Voice) -> str:
    """``3. 1 October 2020 (stated) · Publisher`` in small print; below, the sentence whole."""
    who = phrases.who(line.quote.source, voice)
    when = timelines.when(line.when, voice)
    head = subtext(voice.apart(f"**{number}. {when}**", who))
    words = escape(line.words)
    if size(words) > TEXT_LIMIT // 2:
        words = subtext(voice("timeline.too_long", number=number))
    elsewhere = phrases.also_in(line.quote, voice)
    return "\n".join((head, words, *([subtext(elsewhere)] if elsewhere else [])))


def _options(numbered: Sequence[tuple[int, Line]], voice: Voice) -> Iterator[Option]:
    for number, line in numbered:
        source, document = line.quote.source, line.quote.passage.document
        facts = (
            visible(source.publisher) or visible(source.author),
            phrases.title(source, document, voice),
        )
        yield Option(
            number,
            timelines.when(line.when, voice).replace("\\", ""),
            Place(line.quote.number, line.sentence),
            phrases.SEPARATOR.join(filter(None, facts)),
        )
