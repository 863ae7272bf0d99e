"""From a question to the messages that answer it; sending them is the matter of `replies`."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import structlog
from discord import ui

from bot.desk.desk import Desk
from bot.desk.rules import Rules
from bot.desk.sources import held_under, names_of, offered
from bot.desk.tokens import NO_LIMITS, Limits, Trail
from bot.messages import phrases
from bot.messages.cards import Card, echo_of, notice, passage_cards
from bot.messages.controls import Control, answer_controls, near_words
from bot.messages.layout import QUOTED, REFUSED, message, messages
from bot.messages.markdown import escape
from bot.translation import Voice
from index.answers import Answer, IndexMissingError, Question, Quote, Why

Views = tuple[ui.LayoutView, ...]

_WORDS_SHOWN = 80  # characters of a list of words

_log: structlog.stdlib.BoundLogger = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Request:
    """One question, who asks it and where. ``before`` is the question it follows up.

    A ``claim`` is the text of somebody's message, which is cut where a question is refused.
    """

    text: str
    asker: int
    guild: int | None
    rules: Rules
    voice: Voice
    limits: Limits = NO_LIMITS
    before: str | None = None
    claim: bool = False


class RefusedError(Exception):
    """A question that is not asked; the text says why, in the asker's language."""


async def respond(desk: Desk, request: Request) -> Views:
    """The messages that answer, refuse or explain; raises nothing that a person caused."""
    text, longest = " ".join(request.text.split()), desk.settings.max_question
    notes = []
    if len(text) > longest:
        if not request.claim:
            return (refused(_too_long(request.voice, len(text), longest)),)
        text = text[:longest].rpartition(" ")[0] or text[:longest]
        notes.append(request.voice("answer.claim_cut", number=len(text)))
    try:
        question, source = await _question(desk, replace(request, text=text))
        answer = await desk.library.ask(question)
    except RefusedError as error:
        return (refused(str(error), echo=echo_of(text)),)
    except IndexMissingError:
        return (refused(request.voice("refusal.no_index")),)
    if request.before and not answer.answered:
        joined = f"{request.before} {text}"[:longest]
        second = await desk.library.ask(replace(question, text=joined))
        if second.answered:
            answer, text = second, joined
            notes.append(request.voice("answer.follow_up"))
    filters = phrases.filters(request.limits, source, request.voice)
    await _record(desk, request, answer)
    return _views(request, answer, text, filters, notes)


def shown(trail: Trail, quote: Quote, echo: str, rules: Rules, voice: Voice) -> Views:
    """One passage of an answer, with its controls."""
    cards = passage_cards(quote, voice, number=trail.page + 1, total=len(trail.places), echo=echo)
    rows = answer_controls(trail, quote.quote_id, voice, feedback=rules.feedback)
    return messages(cards, rows, colour=QUOTED)


def refused(text: str, *, echo: str = "") -> ui.LayoutView:
    """One message that says why there is no answer."""
    return message(notice(text, echo=echo), colour=REFUSED)


def said(text: str) -> ui.LayoutView:
    """One message without further ado."""
    return message(notice(text))


async def _question(desk: Desk, request: Request) -> tuple[Question, str | None]:
    """What to ask the library, and the name of the source it is restricted to."""
    voice, limits = request.voice, request.limits
    if limits.since and limits.until and limits.since > limits.until:
        raise RefusedError(_date_order(limits.since, limits.until, voice))
    question = Question(
        request.text, since=limits.since, until=limits.until, limit=request.rules.passages
    )
    if not limits.source and not request.rules.sources:
        return question, None
    catalogue = await desk.library.sources()
    allowed = offered(catalogue.holdings, request.rules.sources)
    if not allowed:
        raise RefusedError(voice("refusal.source_none"))
    source = None
    if limits.source:
        source = next((n for h in catalogue.holdings for n in names_of(h, limits.source)), None)
        if source is None:
            raise RefusedError(voice("ask_within.gone"))
        allowed = [holding for holding in allowed if held_under(holding, limits.source)]
        if not allowed:
            name = voice("quoted", word=escape(source))
            raise RefusedError(voice("refusal.source_hidden", source=name))
    return replace(question, sources=tuple(holding.document for holding in allowed)), source


async def _record(desk: Desk, request: Request, answer: Answer) -> None:
    _log.info("question", answered=answer.answered, ms=round(answer.elapsed_ms, 1))
    if not request.claim:  # those are somebody else's words
        text = answer.question.text
        await desk.log(request.asker, request.guild, text, answered=answer.answered)


def _views(request: Request, answer: Answer, text: str, filters: str, notes: list[str]) -> Views:
    voice = request.voice
    if filters:
        notes = [voice("answer.searched", filters=filters), *notes]
    if not answer.answered:
        return (_refusal(request, answer, echo_of(text, *notes)),)
    if request.claim:
        notes.append(voice("answer.claim"))
    echo = echo_of(text, *notes, *_notes(answer, voice))
    trail = Trail.of(answer, request.asker, request.limits)
    return shown(trail, answer.quotes[0], echo, request.rules, voice)


def _notes(answer: Answer, voice: Voice) -> Iterator[str]:
    """What must be known about the search: another spelling, words not found, undated ones."""
    for suggestion in [item for item in answer.suggestions if item.applied][:2]:
        word, near = (escape(item[:30]) for item in (suggestion.word, suggestion.near[0]))
        yield voice("answer.spelling", word=word, near=near)
    applied = {suggestion.word for suggestion in answer.suggestions if suggestion.applied}
    missing = [word for word in answer.missing_words if word not in applied]
    if missing:
        yield voice("answer.not_found", words=_words(missing, voice))
    if answer.undated_left_out:
        yield voice.count("answer.undated_left", answer.undated_left_out)


def _refusal(request: Request, answer: Answer, echo: str) -> ui.LayoutView:
    """No answer: why, which words were not found, near spellings, and what to try."""
    voice = request.voice
    lines = [f"### {voice('refusal.title')}", *_reasons(answer, voice)]
    advice = [voice("refusal.try"), *(f"- {line}" for line in _advice(answer, voice))]
    near: tuple[Control, ...] = tuple(near_words(answer, request.asker, request.limits))
    texts = ["\n".join(lines), "\n".join(advice)]
    if near:
        texts.append(voice("refusal.near"))
    return message(Card(tuple(texts), echo), [near] if near else [], colour=REFUSED)


def _reasons(answer: Answer, voice: Voice) -> Iterator[str]:
    if answer.missing_words:
        yield voice("refusal.words", words=_words(answer.missing_words, voice))
    if answer.why is Why.FILTERED_OUT:
        yield voice("refusal.filtered")
    elif answer.why is Why.EMPTY_CORPUS:
        yield voice("sources.empty")
    elif answer.why is Why.NO_WORDS:
        yield voice("refusal.no_words")
    elif not answer.missing_words:
        yield voice("refusal.weak")
    if answer.undated_left_out:
        yield voice.count("answer.undated_left", answer.undated_left_out)


def _advice(answer: Answer, voice: Voice) -> Iterator[str]:
    question = answer.question
    if answer.missing_words:
        yield voice("refusal.try_words")
    if question.since or question.until:
        yield voice("refusal.try_dates")
    if question.sources:
        yield voice("refusal.try_sources")
    yield voice("refusal.try_names")
    yield voice("refusal.try_list")


def _words(words: list[str] | tuple[str, ...], voice: Voice) -> str:
    """Words in quotation marks, as many as find room, and an ellipsis for the others."""
    shown_words, used = [], 0
    for word in words:
        used += len(word)
        if used > _WORDS_SHOWN:
            shown_words.append(voice("ellipsis"))
            break
        shown_words.append(voice("quoted", word=escape(word)))
    return ", ".join(shown_words)


def _too_long(voice: Voice, length: int, limit: int) -> str:
    return voice("refusal.too_long", length=voice.number(length), limit=voice.number(limit))


def _date_order(since: date, until: date, voice: Voice) -> str:
    day = phrases.day
    return voice("refusal.date_order", since=day(since, voice), until=day(until, voice))
