"""From a question asked in Discord to the library's answer, within what its server offers."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.desk.custom_ids import NO_LIMITS, Limits, tag
from bot.desk.desk import Desk
from bot.desk.sources import held_under, names_of, offered
from bot.desk.visit import Visit
from bot.messages.reading_back import Earlier
from bot.wording import phrases
from bot.wording.voice import Voice
from index.answers import Answer, Question

_NAME_SHOWN = 100  # characters of a source's name that was typed


@dataclass(frozen=True, slots=True)
class Request:
    """One question and whose it is. ``earlier`` is the answer that it follows up.

    A ``claim`` is the text of somebody's message, which is cut where a question is refused. A
    ``remark`` is perhaps no question at all, and then gets no word; what is asked in the ``quiet``
    gets none where nothing answers it either. ``who`` is the name of somebody who has to speak.
    """

    text: str
    visit: Visit
    limits: Limits = NO_LIMITS
    earlier: Earlier | None = None
    claim: bool = False
    remark: bool = False
    quiet: bool = False
    who: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What was asked in the end, and what came of it.

    ``source`` is the name of the source that the request is limited to; ``notes`` say how a
    follow-up was read.
    """

    request: Request
    answer: Answer
    source: str | None = None
    notes: tuple[str, ...] = ()


class RefusedError(Exception):
    """A question that is not asked; the text says why, in the asker's language."""


async def source_tag(desk: Desk, visit: Visit, typed: str) -> str:
    """The tag of a source by its name, or by the tag that a choice stands for.

    Raises ``RefusedError`` for a source that the server does not offer, as for one not held.
    """
    found = tag_among(await desk.source_tags(visit.rules), typed)
    if found is None:
        name = visit.voice.quoted(typed[:_NAME_SHOWN])
        raise RefusedError(visit.voice("refusal.source_unknown", source=name))
    return found


def tag_among(tags: Collection[str], typed: str) -> str | None:
    """Which of the tags somebody means who has typed a name, or picked one."""
    wanted = (tag(typed.strip()), typed.removeprefix("#"))
    return next((each for each in wanted if each in tags), None)


async def search(
    desk: Desk, request: Request, *, limit: int | None = None, abstain: bool = True
) -> Found:
    """Ask the library; ``limit`` passages, or as many as the server has chosen.

    Raises ``RefusedError`` and the errors of ``Library.ask``.
    """
    question, name = await asked_of_library(desk, request, limit, abstain=abstain)
    return Found(request, await desk.library.ask(question), name)


async def asked_of_library(
    desk: Desk, request: Request, limit: int | None = None, *, abstain: bool = True
) -> tuple[Question, str | None]:
    """What the library is asked, and the name of the source that it is limited to.

    Raises ``RefusedError``.
    """
    held, sources, name = await _sources(desk, request)
    question = Question(
        request.text,
        sources=sources,
        held=held,
        since=request.limits.since,
        until=request.limits.until,
        limit=limit or request.visit.rules.passages,
        abstain=abstain,
        today=datetime.now(UTC).date(),
        who=request.who or None,
    )
    return question, name


async def _sources(
    desk: Desk, request: Request
) -> tuple[tuple[str, ...], tuple[str, ...], str | None]:
    """What the server offers, which of it to ask, none meaning all, and the source's name."""
    voice, limits = request.visit.voice, request.limits
    check_order(limits, voice)
    if not limits.source and not request.visit.rules.sources:
        return (), (), None
    catalogue = await desk.library.sources()
    allowed = offered(catalogue.holdings, request.visit.rules.sources)
    if not allowed:
        raise RefusedError(voice("refusal.source_none"))
    held = tuple(holding.document for holding in allowed) if request.visit.rules.sources else ()
    source = None
    if limits.source:
        source = next((n for h in allowed for n in names_of(h, limits.source)), None)
        if source is None:
            raise RefusedError(voice("ask_within.gone"))
        allowed = [holding for holding in allowed if held_under(holding, limits.source)]
        return held, tuple(holding.document for holding in allowed), source
    return held, (), None


def check_order(limits: Limits, voice: Voice) -> None:
    """Raises ``RefusedError`` where the first day is after the last."""
    if limits.since and limits.until and limits.since > limits.until:
        first, last = phrases.day(limits.since, voice), phrases.day(limits.until, voice)
        raise RefusedError(voice("refusal.date_order", since=first, until=last))
