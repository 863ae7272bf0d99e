"""From a claim to the page of its sides that somebody sees."""

from dataclasses import replace

import structlog

from bot.conversation.responding import Views, how_to_ask, refusal, refused, said, too_long
from bot.conversation.searching import RefusedError, Request, question_of
from bot.desk.desk import Desk
from bot.messages.cards import echo_of
from bot.messages.sides_cards import sides_view
from bot.messages.turning import Turn
from bot.wording.phrases import filters
from index.errors import IndexMissingError
from index.findings.sides import Sides

MOST_SAID = 25  # sentences of each side

_log: structlog.stdlib.BoundLogger = structlog.get_logger()


async def sides_views(desk: Desk, request: Request, page: int = 0) -> Views:
    """The messages that show a page, or say why there is none."""
    voice, visit = request.visit.voice, request.visit
    text, longest = " ".join(request.text.split()), desk.settings.max_question
    notes: list[str] = []
    if not text:
        return (said(how_to_ask(voice)),)
    if len(text) > longest:
        if not request.claim:
            return (refused(too_long(voice, len(text), longest)),)
        text = text[:longest].rpartition(" ")[0] or text[:longest]
        notes.append(voice.count("answer.claim_cut", len(text)))
    try:
        question, source = await question_of(desk, replace(request, text=text), MOST_SAID)
        sides = await desk.library.sides(question)
    except RefusedError as error:
        return (refused(str(error), echo=echo_of(text)),)
    except IndexMissingError:
        return (refused(voice("refusal.no_index")),)
    await _record(desk, request, sides)
    limits = request.limits
    searched = filters(voice, since=limits.since, until=limits.until, source=source)
    if searched:
        notes.append(voice("answer.searched", filters=searched))
    echo = echo_of(text, *notes)
    if not sides.said:
        return (refusal(request, sides.answer, echo),)
    return (sides_view(sides, Turn(page, visit.person, limits), voice, echo=echo),)


async def _record(desk: Desk, request: Request, sides: Sides) -> None:
    answer, visit = sides.answer, request.visit
    _log.info("sides", answered=answer.answered, sentences=len(sides.said))
    if not request.claim:  # those are somebody else's words
        await desk.log(visit.person, visit.guild, answer.question.text, answered=answer.answered)
