"""From a question to the messages that answer it; `sending` sends them."""

from collections.abc import Callable
from dataclasses import replace

import discord
import structlog
from discord import ui

from bot.conversation.follow_ups import follow_up
from bot.conversation.searching import Found, RefusedError, Request, search
from bot.desk.custom_ids import Trail
from bot.desk.desk import Desk
from bot.desk.visit import Visit
from bot.messages.buttons import (
    answer_controls,
    closest_button,
    near_buttons,
    one_row,
    why_button,
)
from bot.messages.cards import closest_card, echo_of, notice, passage_cards
from bot.messages.layout import CLOSEST, QUOTED, REFUSED, message, messages
from bot.messages.page_links import page_button
from bot.wording import phrases
from bot.wording.markdown import subtext
from bot.wording.notes import closest_notes, reasons, search_notes
from bot.wording.voice import Voice
from index.answers import Answer, Quote
from index.errors import IndexMissingError

Views = tuple[ui.LayoutView, ...]
Drawing = Callable[[bool], Views]
"""The messages of an answer; with the question, or without it where it stands right above."""

_log: structlog.stdlib.BoundLogger = structlog.get_logger()


async def respond(desk: Desk, request: Request) -> Views:
    """The messages that answer, refuse or explain; raises nothing that a person caused.

    None at all for a remark that asks nothing, and for what nobody asked and no passage answers.
    """
    return (await drawing(desk, request))(True)


async def drawing(desk: Desk, request: Request) -> Drawing:
    """What `respond` says, to be drawn when it is known where it will stand."""
    voice = request.visit.voice
    text, notes = askable(desk, request)
    if not has_words(text):
        return always((said(how_to_ask(voice)),))
    if reason := unaskable(desk, voice, text):
        return always(() if request.quiet else (refused(reason),))
    try:
        found = await _found(desk, replace(request, text=text))
    except RefusedError as error:
        reason = str(error)
        return lambda repeats: (refused(reason, echo=echo_of(text if repeats else None)),)
    except IndexMissingError:
        return always((refused(voice("refusal.no_index")),))
    if found is not None:
        await _record(desk, found)
    return _drawn(found, text, notes)


def _drawn(found: Found | None, text: str, notes: tuple[str, ...]) -> Drawing:
    """What was found for a text; no message where it asks nothing."""
    if found is None:
        return always(())
    told, changed = replace(found, notes=(*notes, *found.notes)), found.request.text != text
    return lambda repeats: _views(told, repeats=repeats or changed)


def always(views: Views) -> Drawing:
    """Messages that say the same wherever they stand."""
    return lambda _: views


def shown(
    trail: Trail, quote: Quote, echo: str, visit: Visit, *, colour: discord.Colour | None = QUOTED
) -> Views:
    """One passage of an answer, or of those that come close, with its controls."""
    voice = visit.voice
    row = answer_controls(trail, quote.quote_id, voice, page_button(quote.source, quote))
    return messages(passage_cards(quote, voice, echo=echo), [row], colour=colour)


def refused(text: str, *, echo: str = "") -> ui.LayoutView:
    """One message that says why there is no answer."""
    return message(notice(text, echo=echo), colour=REFUSED)


def said(text: str) -> ui.LayoutView:
    """One message without further ado."""
    return message(notice(text))


def how_to_ask(voice: Voice) -> str:
    """What to say to somebody who has asked nothing."""
    return voice("refusal.empty", example=voice("refusal.example"))


async def _found(desk: Desk, request: Request) -> Found | None:
    if request.earlier is None:
        return await search(desk, request)
    return await follow_up(desk, request, request.earlier)


async def _record(desk: Desk, found: Found) -> None:
    request, answer = found.request, found.answer
    _log.info("question", answered=answer.answered, ms=round(answer.elapsed_ms, 1))
    if not request.claim:  # those are somebody else's words
        text = answer.question.text
        await desk.log(request.visit.person, request.visit.guild, text, answered=answer.answered)


def _views(found: Found, *, repeats: bool) -> Views:
    request, answer, voice = found.request, found.answer, found.request.visit.voice
    limits = request.limits
    filters = phrases.filters(voice, since=limits.since, until=limits.until, source=found.source)
    notes = [voice("answer.searched", filters=filters)] if filters else []
    if request.who:
        notes.append(voice("answer.who", who=voice.quoted(request.who)))
    notes.extend(found.notes)
    if request.quiet and not answer.answered:
        return ()
    question = request.text if repeats else None
    if not answer.shown:
        return (refusal(request, answer, echo_of(question, *notes)),)
    if not answer.answered:
        return (_closest(request, answer, echo_of(question, *notes)),)
    if request.claim:
        notes.append(voice("answer.claim"))
    echo = echo_of(question, *notes, *search_notes(answer, voice))
    trail = Trail.of(answer, request.visit.person, limits)
    return shown(trail, answer.quotes[0], echo, request.visit)


def _closest(request: Request, answer: Answer, echo: str) -> ui.LayoutView:
    """No answer, quietly: the passage that comes closest, what it lacks, and a way to the rest."""
    voice, person = request.visit.voice, request.visit.person
    notes = map(subtext, closest_notes(answer, voice))
    card = closest_card(answer.closest[0], voice, *notes, echo=echo)
    rest = closest_button(Trail.of(answer, person, request.limits), voice)
    near = near_buttons(answer, person, request.limits, voice)
    row = one_row(rest, *near, why_button(request.limits, voice))
    return message(card, [row], colour=CLOSEST)


def refusal(request: Request, answer: Answer, echo: str) -> ui.LayoutView:
    """No answer: that there is none, and why; near words to press, and the rest for who asks."""
    voice, person = request.visit.voice, request.visit.person
    card = notice(f"**{voice('refusal.title')}**", next(reasons(answer, voice)), echo=echo)
    rest = why_button(request.limits, voice)
    row = one_row(rest, *near_buttons(answer, person, request.limits, voice))
    return message(card, [row], colour=REFUSED)


def askable(desk: Desk, request: Request) -> tuple[str, tuple[str, ...]]:
    """What is asked on one line; of a claim as much as may be, and a note that it was cut."""
    text, longest = " ".join(request.text.split()), desk.settings.max_question
    if not request.claim or len(text) <= longest:
        return text, ()
    text = text[:longest].rpartition(" ")[0] or text[:longest]
    return text, (request.visit.voice.count("answer.claim_cut", len(text)),)


def unaskable(desk: Desk, voice: Voice, text: str) -> str | None:
    """Why a text is no question, as far as it can be told without looking anywhere."""
    length, longest = len(" ".join(text.split())), desk.settings.max_question
    if not has_words(text):
        return how_to_ask(voice)
    return too_long(voice, length, longest) if length > longest else None


def has_words(text: str) -> bool:
    """Whether there is a letter or a digit, without which nothing can be searched."""
    return any(map(str.isalnum, text))


def too_long(voice: Voice, length: int, limit: int) -> str:
    return voice.count("refusal.too_long", length, limit=voice.number(limit))
