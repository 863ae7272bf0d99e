"""From a question to the page of its timeline, or of its sides, that somebody sees."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TypeVar

import structlog
from discord import ui

from bot.conversation.responding import Views, askable, refusal, refused, unaskable
from bot.conversation.searching import RefusedError, Request, asked_of_library
from bot.desk.desk import Desk
from bot.messages.cards import echo_of
from bot.messages.sides_cards import sides_view
from bot.messages.timeline_cards import timeline_view
from bot.messages.turning import Turn
from bot.wording import phrases
from index.answers import Question
from index.errors import IndexMissingError
from index.findings.sides import Sides
from index.findings.timelines import Timeline

MOST_LINES = 50  # dated ones, and as many undated ones
MOST_SAID = 25  # sentences of each side

_Finding = TypeVar("_Finding", Timeline, Sides)

_log: structlog.stdlib.BoundLogger = structlog.get_logger()


async def timeline_views(desk: Desk, request: Request, page: int = 0) -> Views:
    """The messages that show a page of a timeline, or say why there is none."""
    voice, limits = request.visit.voice, request.limits

    def draw(found: Timeline, turn: Turn, echo: str) -> ui.LayoutView | None:
        return timeline_view(found, turn, voice, echo=echo) if found.lines else None

    within = phrases.days(voice, limits.since, limits.until, of_lines=True)
    find = desk.library.timeline
    return await _views(desk, request, page, most=MOST_LINES, find=find, draw=draw, within=within)


async def sides_views(desk: Desk, request: Request, page: int = 0) -> Views:
    """The messages that show a page of the sides, or say why there is none."""
    voice, limits = request.visit.voice, request.limits

    def draw(found: Sides, turn: Turn, echo: str) -> ui.LayoutView | None:
        return sides_view(found, turn, voice, echo=echo) if found.said else None

    within = phrases.days(voice, limits.since, limits.until)
    find = desk.library.sides
    return await _views(desk, request, page, most=MOST_SAID, find=find, draw=draw, within=within)


async def _views(
    desk: Desk,
    request: Request,
    page: int,
    *,
    most: int,
    find: Callable[[Question], Awaitable[_Finding]],
    draw: Callable[[_Finding, Turn, str], ui.LayoutView | None],
    within: str,
) -> Views:
    """What is found, drawn; ``within`` says which days the request is limited to."""
    voice, visit = request.visit.voice, request.visit
    text, notes = askable(desk, request)
    if reason := unaskable(desk, voice, text):
        return (refused(reason),)
    try:
        question, source = await asked_of_library(desk, replace(request, text=text), most)
        found = await find(question)
    except RefusedError as error:
        return (refused(str(error), echo=echo_of(text)),)
    except IndexMissingError:
        return (refused(voice("refusal.no_index")),)
    answer = found.answer
    _log.info(find.__name__, answered=answer.answered)
    if not request.claim:  # those are somebody else's words
        await desk.log(visit.person, visit.guild, answer.question.text, answered=answer.answered)
    filters = phrases.SEPARATOR.join(filter(None, (phrases.filters(voice, source=source), within)))
    searched = (voice("answer.searched", filters=filters),) if filters else ()
    echo = echo_of(text, *notes, *searched)
    view = draw(found, Turn(page, visit.person, request.limits), echo)
    return (view or refusal(request, answer, echo),)
