"""From a question to the page of its timeline that somebody sees."""

import structlog

from bot.conversation.responding import Views, how_to_ask, refusal, refused, said, too_long
from bot.conversation.searching import RefusedError, Request, question_of
from bot.desk.desk import Desk
from bot.messages.cards import echo_of
from bot.messages.timeline_cards import timeline_view
from bot.messages.turning import Turn
from bot.wording import timelines
from bot.wording.phrases import filters
from index.errors import IndexMissingError
from index.findings.timelines import Timeline

MOST_LINES = 50  # dated ones, and as many undated ones

_log: structlog.stdlib.BoundLogger = structlog.get_logger()


async def timeline_views(desk: Desk, request: Request, page: int = 0) -> Views:
    """The messages that show a page, or say why there is none."""
    voice, visit = request.visit.voice, request.visit
    text, longest = " ".join(request.text.split()), desk.settings.max_question
    if not text:
        return (said(how_to_ask(voice)),)
    if len(text) > longest:
        return (refused(too_long(voice, len(text), longest)),)
    try:
        question, source = await question_of(desk, request, MOST_LINES)
        timeline = await desk.library.timeline(question)
    except RefusedError as error:
        return (refused(str(error), echo=echo_of(text)),)
    except IndexMissingError:
        return (refused(voice("refusal.no_index")),)
    await _record(desk, request, timeline)
    limits = request.limits
    within = (
        filters(voice, source=source),
        timelines.between(limits.since, limits.until, voice),
    )
    searched = " · ".join(filter(None, within))
    echo = echo_of(text, *([voice("answer.searched", filters=searched)] if searched else []))
    if not timeline.lines:
        return (refusal(request, timeline.answer, echo),)
    return (timeline_view(timeline, Turn(page, visit.person, limits), voice, echo=echo),)


async def _record(desk: Desk, request: Request, timeline: Timeline) -> None:
    answer, visit = timeline.answer, request.visit
    _log.info("timeline", answered=answer.answered, lines=len(timeline.lines))
    await desk.log(visit.person, visit.guild, answer.question.text, answered=answer.answered)
