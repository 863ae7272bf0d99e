"""From a question to the messages that answer it; sending them is the matter of `sending`."""

from collections.abc import Sequence
from dataclasses import replace

import discord
import structlog
from discord import ui

from bot.conversation.follow_ups import follow_up
from bot.conversation.searching import Found, RefusedError, Request, search
from bot.desk.custom_ids import Trail
from bot.desk.desk import Desk
from bot.desk.visit import Visit
from bot.messages.buttons import Control, answer_controls, closest_button, near_buttons, why_button
from bot.messages.cards import Card, closest_card, echo_of, notice, passage_cards
from bot.messages.layout import CLOSEST, QUOTED, REFUSED, message, messages
from bot.wording import phrases
from bot.wording.markdown import subtext
from bot.wording.notes import advice, closest_notes, near_words, reasons, search_notes
from bot.wording.voice import Voice
from index.answers import Answer, Quote
from index.errors import IndexMissingError

Views = tuple[ui.LayoutView, ...]

_log: structlog.stdlib.BoundLogger = structlog.get_logger()


async def respond(desk: Desk, request: Request) -> Views:
    """The messages that answer, refuse or explain; raises nothing that a person caused.

    None at all for a remark that no passage answers.
    """
    voice = request.visit.voice
    text, longest = " ".join(request.text.split()), desk.settings.max_question
    notes: tuple[str, ...] = ()
    if not text:
        return (said(how_to_ask(voice)),)
    if len(text) > longest:
        if request.remark:
            return ()
        if not request.claim:
            return (refused(_too_long(voice, len(text), longest)),)
        text = text[:longest].rpartition(" ")[0] or text[:longest]
        notes = (voice.count("answer.claim_cut", len(text)),)
    try:
        found = await _found(desk, replace(request, text=text))
    except RefusedError as error:
        return (refused(str(error), echo=echo_of(text)),)
    except IndexMissingError:
        return (refused(voice("refusal.no_index")),)
    await _record(desk, found)
    return _views(replace(found, notes=(*notes, *found.notes)))


def shown(
    trail: Trail, quote: Quote, echo: str, visit: Visit, *, colour: discord.Colour | None = QUOTED
) -> Views:
    """One passage of an answer, or of those that come close, with its controls."""
    voice = visit.voice
    cards = passage_cards(quote, voice, number=trail.page + 1, total=len(trail.places), echo=echo)
    rows = answer_controls(trail, quote.quote_id, voice, feedback=visit.rules.feedback)
    return messages(cards, rows, colour=colour)


def refused(text: str, *, echo: str = "") -> ui.LayoutView:
    """One message that says why there is no answer."""
    return message(notice(text, echo=echo), colour=REFUSED)


def said(text: str) -> ui.LayoutView:
    """One message without further ado."""
    return message(notice(text))


def how_to_ask(voice: Voice) -> str:
    """What to say to somebody who has asked nothing."""
    return voice("refusal.empty", example=voice("refusal.example"))


async def _found(desk: Desk, request: Request) -> Found:
    if request.earlier is None:
        return await search(desk, request)
    return await follow_up(desk, request, request.earlier)


async def _record(desk: Desk, found: Found) -> None:
    request, answer = found.request, found.answer
    _log.info("question", answered=answer.answered, ms=round(answer.elapsed_ms, 1))
    if not request.claim:  # those are somebody else's words
        text = answer.question.text
        await desk.log(request.visit.person, request.visit.guild, text, answered=answer.answered)


def _views(found: Found) -> Views:
    request, answer, voice = found.request, found.answer, found.request.visit.voice
    limits = request.limits
    filters = phrases.filters(voice, since=limits.since, until=limits.until, source=found.source)
    notes = [voice("answer.searched", filters=filters)] if filters else []
    notes.extend(found.notes)
    if request.remark and not answer.answered:
        return ()
    if not answer.shown:
        return (_refusal(request, answer, echo_of(request.text, *notes)),)
    if not answer.answered:
        return (_closest(request, answer, notes),)
    if request.claim:
        notes.append(voice("answer.claim"))
    echo = echo_of(request.text, *notes, *search_notes(answer, voice))
    trail = Trail.of(answer, request.visit.person, limits)
    return shown(trail, answer.quotes[0], echo, request.visit)


def _closest(request: Request, answer: Answer, notes: Sequence[str]) -> ui.LayoutView:
    """No answer, quietly: the passage that comes closest, what it lacks, and a way to the rest."""
    voice, person = request.visit.voice, request.visit.person
    said = (*closest_notes(answer, voice), *near_words(answer, voice))
    echo = echo_of(request.text, *notes)
    card = closest_card(answer.closest[0], voice, *map(subtext, said), echo=echo)
    rest = closest_button(Trail.of(answer, person, request.limits), voice)
    near = tuple(near_buttons(answer, person, request.limits))
    ways = [rest, why_button(request.limits, voice)]
    return message(card, [ways, near] if near else [ways], colour=CLOSEST)


def _refusal(request: Request, answer: Answer, echo: str) -> ui.LayoutView:
    """No answer: why, which words were not found, near spellings, and what to try."""
    voice = request.visit.voice
    lines = [f"### {voice('refusal.title')}", *reasons(answer, voice)]
    hints = [voice("refusal.try"), *(f"- {line}" for line in advice(answer, voice))]
    near: tuple[Control, ...] = tuple(near_buttons(answer, request.visit.person, request.limits))
    texts = ["\n".join(lines), "\n".join(hints)]
    if near:
        texts.append("\n".join(near_words(answer, voice)))
    ways = [why_button(request.limits, voice)] if answer.evidence else []
    return message(Card(tuple(texts), echo), [row for row in (ways, near) if row], colour=REFUSED)


def _too_long(voice: Voice, length: int, limit: int) -> str:
    return voice.count("refusal.too_long", length, limit=voice.number(limit))
