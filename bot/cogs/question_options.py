"""The options that commands of a question share: a source by its name, days in plain words."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date
from typing import TypeVar

import discord
from discord import app_commands
from discord.app_commands import locale_str

from bot.conversation.interactions import is_private, stopped, tell
from bot.conversation.responding import Views, refused, unaskable
from bot.conversation.searching import (
    RefusedError,
    Request,
    asked_of_library,
    check_order,
    source_tag,
)
from bot.conversation.sending import defer, finish
from bot.desk.custom_ids import Limits, tag
from bot.desk.desk import Desk, Interaction
from bot.desk.visit import visit_of
from bot.wording.names import visible
from bot.wording.phrases import day
from bot.wording.voice import Voice
from corpus.dates import parse_when
from corpus.errors import DateError, VerbatimError
from index.answers import Holding

CHOICES = 25  # of an autocomplete
CHOICE_LIMIT = 100
_BETWEEN, _ISOLATES = " — ", 2  # characters that set a name apart from what is around it
_ORDINAL = re.compile(r"(?<=\d)(?:er|st|nd|rd|th|º)\b", re.IGNORECASE)
_WHEN = (
    *("today", "yesterday", "this_week", "last_week"),
    *("this_month", "last_month", "this_year", "last_year"),
)

Choices = list[app_commands.Choice[str]]
Find = Callable[[Desk, Request], Awaitable[Views]]
"""Draws what a question has, or why it has nothing."""


_Command = TypeVar("_Command")


def anywhere(command: _Command) -> _Command:
    """The same command or entry of a menu, wherever Discord can show it."""
    installed = app_commands.allowed_installs(guilds=True, users=True)(command)
    return app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)(installed)


def renamed(*options: str) -> Callable[[_Command], _Command]:
    """Options by their names in each language of ours."""
    return app_commands.rename(**{each: locale_str(each) for each in options})


def limits_of(voice: Voice, *, since: str | None, until: str | None) -> Limits:
    """The days that were typed.

    Raises ``RefusedError`` where they are not days, or the first is after the last.
    """
    limits = Limits(since=_when(since, voice, last=False), until=_when(until, voice, last=True))
    check_order(limits, voice)
    return limits


async def show_found(
    interaction: Interaction,
    text: str,
    find: Find,
    *,
    source: str | None,
    since: str | None,
    until: str | None,
) -> None:
    """Show what is found for a text, within a source and days: days that are none are told first,
    the source is looked up once Discord has been told to wait.
    """
    visit, desk = await visit_of(interaction), interaction.client.desk
    try:
        limits = limits_of(visit.voice, since=since, until=until)
    except RefusedError as error:
        await tell(interaction, str(error))
        return
    if reason := unaskable(desk, visit.voice, text):
        await tell(interaction, reason)
        return
    if await stopped(interaction, visit):
        return
    private = is_private(interaction, visit, source=source or "")
    await defer(interaction, private=private)
    try:
        tag = await source_tag(desk, visit, source) if source else ""
    except RefusedError as error:
        views: Views = (refused(str(error)),)
    else:
        views = await find(desk, Request(text, visit, replace(limits, source=tag)))
    await finish(interaction, views, private=private)


async def source_choices(interaction: Interaction, typed: str) -> Choices:
    """Publishers, authors and sites, then documents, of this server that have what was typed."""
    visit = await visit_of(interaction)
    desk, voice, wanted = interaction.client.desk, visit.voice, typed.casefold()
    held = await desk.holdings(visit.rules)
    await desk.source_tags(visit.rules)  # known by the time that one is picked
    sources = (holding.source for holding in held)
    makers = (name for each in sources for name in (each.publisher, each.author, each.site))
    fitting = [
        name
        for name in dict.fromkeys(filter(None, map(visible, makers)))
        if wanted in name.casefold()
    ]
    choices = [
        app_commands.Choice(name=voice.clipped(name, CHOICE_LIMIT - _ISOLATES), value=_value(name))
        for name in fitting[: CHOICES // 2]
    ]
    documents = await desk.holdings(visit.rules, typed)
    choices += [document_choice(holding, voice) for holding in documents[:CHOICES]]
    return choices[:CHOICES]


def document_choice(holding: Holding, voice: Voice) -> app_commands.Choice[str]:
    """Title, publisher and date, so that documents of one title can be told apart."""
    source = holding.source
    published = voice.date(source.published) if source.published else None
    facts = ", ".join(filter(None, (visible(source.publisher) or source.site, published)))
    room = CHOICE_LIMIT - _ISOLATES - (len(_BETWEEN) if facts else 0)
    title = visible(source.title) or holding.document
    name = voice.clipped(title, room - min(len(facts), room // 2))
    if facts:
        name = f"{name}{_BETWEEN}{voice.clipped(facts, room - len(name))}"
    return app_commands.Choice(name=name, value=f"#{tag(holding.document)}")


async def speaker_choices(interaction: Interaction, typed: str) -> Choices:
    """Who speaks in passages that match the question typed so far, of what is offered here."""
    asked = str(getattr(interaction.namespace, "question", "") or "")
    visit = await visit_of(interaction)
    desk = interaction.client.desk
    if not asked.strip() or len(asked) > desk.settings.max_question:
        return []
    try:
        question, _ = await asked_of_library(desk, Request(asked, visit), 1)
        names = await desk.library.speakers(question)
    except (RefusedError, VerbatimError):
        return []
    fitting = [name for name in names if typed.strip().casefold() in name.casefold()]
    return [
        app_commands.Choice(name=name, value=name) for name in fitting if len(name) <= CHOICE_LIMIT
    ][:CHOICES]


async def first_days(interaction: Interaction, typed: str) -> Choices:
    """What was typed, or plain words to pick from, each with the first day it means."""
    return await _days(interaction, typed, last=False)


async def last_days(interaction: Interaction, typed: str) -> Choices:
    """The same, each with the last day it means."""
    return await _days(interaction, typed, last=True)


async def _days(interaction: Interaction, typed: str, *, last: bool) -> Choices:
    voice = (await visit_of(interaction)).voice
    choices = []
    texts = (typed.strip(), *(voice(f"when.{when}") for when in _WHEN))
    for text in {text.casefold(): text for text in texts}.values():
        try:
            found = _when(text, voice, last=last)
        except RefusedError:
            continue
        if found is not None and typed.strip().casefold() in text.casefold():
            name = f"{text} → {day(found, voice)}"[:CHOICE_LIMIT]
            choices.append(app_commands.Choice(name=name, value=found.isoformat()))
    return choices[:CHOICES]


def _when(text: str | None, voice: Voice, *, last: bool) -> date | None:
    """The first or last day that a text means; raises ``RefusedError``."""
    if not text or not text.strip():
        return None
    plain = {voice(f"when.{when}").casefold(): when.replace("_", " ") for when in _WHEN}
    typed = " ".join(text.split())
    meant = plain.get(typed.casefold().replace("'", "’")) or _unworded(typed, voice)
    try:
        span = parse_when(meant, today=discord.utils.utcnow().date())
    except DateError as error:
        shown = voice.quoted(text[:CHOICE_LIMIT])
        raise RefusedError(voice("refusal.bad_date", text=shown)) from error
    return span[1] if last else span[0]


def _unworded(typed: str, voice: Voice) -> str:
    """A date without the small words of the language: "31 de octubre de 2020", "1er octobre"."""
    filler = voice("when.filler").split()
    words = _ORDINAL.sub("", typed).split()
    return " ".join(word for word in words if word.casefold().strip(".") not in filler) or typed


def _value(name: str) -> str:
    return name if len(name) <= CHOICE_LIMIT else f"#{tag(name)}"
