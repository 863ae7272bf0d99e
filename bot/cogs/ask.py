"""Asking: by mention, by reply, by direct message, by command and from somebody's message."""

import re
from datetime import date

import discord
import structlog
from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot.asking import Request, Views, refused, respond, said
from bot.desk import DeskBot, Interaction, voice_for
from bot.layout import question_in
from bot.markdown import escape
from bot.phrases import day
from bot.replies import answer_directly, answer_message
from bot.rules import Rules
from bot.sources import names
from bot.tokens import Limits, tag
from bot.translation import Voice
from bot.turns import answer_interaction, seconds, tell
from corpus.dates import parse_when
from corpus.errors import DateError

_log: structlog.stdlib.BoundLogger = structlog.get_logger()

_CHOICES = 25  # of an autocomplete
_CHOICE_LIMIT = 100
_MARKUP = re.compile(r"<(?:[@#][!&]?\d+|a?:\w+:\d+|/[^>]+:\d+|t:-?\d+(?::\w)?)>")
_ASKED_IN = {discord.MessageType.default, discord.MessageType.reply}
_WHEN = ("today", "yesterday", "last week", "last month", "this year", "last year")


class Ask(commands.Cog):
    """Questions, however they come."""

    def __init__(self, bot: DeskBot) -> None:
        self.bot = bot
        menu = app_commands.ContextMenu(name=locale_str("Find sources"), callback=self.find)
        bot.tree.add_command(_everywhere(menu))

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer a mention, a reply to an answer, or a direct message; never a bot."""
        me = self.bot.user
        if me is None or message.author.bot or message.webhook_id:
            return
        if message.type not in _ASKED_IN:
            return
        answered = _answer_replied_to(message, me)
        mentioned = any(user.id == me.id for user in message.mentions)
        if message.guild is None or mentioned or answered is not None:
            await self._answer(message, answered)

    @app_commands.command(
        name=locale_str("ask"),
        description=locale_str("Exact passages that answer a question, each with source and date"),
    )
    @app_commands.rename(
        question=locale_str("question"),
        source=locale_str("source"),
        since=locale_str("since"),
        until=locale_str("until"),
        private=locale_str("private"),
    )
    @app_commands.describe(
        question=locale_str("What you want to know, in the words an answer would use"),
        source=locale_str("Only this title, publisher or document"),
        since=locale_str("Published on or after: 2020-10-01, October 2020, last week"),
        until=locale_str("Published on or before: 2020-10-31, October 2020, yesterday"),
        private=locale_str("Show the answer to you alone"),
    )
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def ask(
        self,
        interaction: Interaction,
        *,
        question: str,
        source: str | None = None,
        since: str | None = None,
        until: str | None = None,
        private: bool | None = None,
    ) -> None:
        """Answer a question, restricted to a source and to days of publication if so wished."""
        rules = await self.bot.desk.rules(interaction.guild_id)
        voice = voice_for(interaction, rules)
        try:
            limits = Limits(
                since=_when(since, voice, last=False),
                until=_when(until, voice, last=True),
                source=await self._source(source, voice) if source else "",
            )
        except ValueError as error:
            await tell(interaction, str(error))
            return
        await answer_interaction(interaction, question, limits, private=private)

    @ask.autocomplete("source")
    async def _sources(
        self, interaction: Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        rules = await self.bot.desk.rules(interaction.guild_id)
        held = [name for holding in await self.bot.desk.holdings(rules) for name in names(holding)]
        fitting = [name for name in dict.fromkeys(held) if typed.casefold() in name.casefold()]
        return [
            app_commands.Choice(name=name[:_CHOICE_LIMIT], value=_value(name))
            for name in fitting[:_CHOICES]
        ]

    @ask.autocomplete("since")
    async def _since(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return await self._days(interaction, typed, last=False)

    @ask.autocomplete("until")
    async def _until(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return await self._days(interaction, typed, last=True)

    async def find(self, interaction: Interaction, message: discord.Message) -> None:
        """Look up passages for what a message claims, for the person who asks alone."""
        rules = await self.bot.desk.rules(interaction.guild_id)
        voice = voice_for(interaction, rules)
        text = _words(message, self.bot.user)
        if not text:
            await tell(interaction, voice("refusal.no_text"))
            return
        await answer_interaction(interaction, text, Limits(), private=True, claim=True)

    async def _answer(self, message: discord.Message, answered: discord.Message | None) -> None:
        guild = message.guild
        rules = await self.bot.desk.rules(guild.id if guild else None)
        voice = self.bot.desk.voices.find(
            rules.language, guild.preferred_locale.value if guild else None
        )
        refusal = self.bot.desk.refusal(message.author.id, guild.id if guild else None)
        if refusal is not None:
            key, wait = refusal
            if wait.first:
                text = voice.count(key, seconds(wait.seconds))
                await answer_message(message, (refused(text),), voice)
            return
        text = _words(message, self.bot.user)
        if not text:
            await answer_message(message, (said(self._hint(answered, voice)),), voice)
            return
        request = Request(
            text=text,
            asker=message.author.id,
            guild=guild.id if guild else None,
            rules=rules,
            voice=voice,
            before=question_in(answered),
        )
        views = await self._views(request)
        if guild is None or rules.admits(
            message.channel.id, getattr(message.channel, "parent_id", None)
        ):
            await answer_message(message, views, voice)
        else:
            await answer_directly(message, (said(_elsewhere(message, guild, rules, voice)), *views))

    async def _views(self, request: Request) -> Views:
        """The answer, or the confession of a defect: nobody is left without a word."""
        try:
            return await respond(self.bot.desk, request)
        except Exception:  # noqa: BLE001 - logged, and told to whoever asked
            _log.exception("question.failed")
            return (refused(request.voice("refusal.defect")),)

    async def _source(self, typed: str, voice: Voice) -> str:
        """The tag of a source by its name, or by the tag that a choice stands for."""
        held = {tag(name) for h in await self.bot.desk.holdings(Rules()) for name in names(h)}
        for wanted in (tag(typed.strip()), typed.removeprefix("#")):
            if wanted in held:
                return wanted
        name = voice("quoted", word=escape(typed[:_CHOICE_LIMIT]))
        raise ValueError(voice("refusal.source_unknown", source=name))

    async def _days(
        self, interaction: Interaction, typed: str, *, last: bool
    ) -> list[app_commands.Choice[str]]:
        """What was typed, or plain words to pick from, each with the day it means."""
        rules = await self.bot.desk.rules(interaction.guild_id)
        voice = voice_for(interaction, rules)
        choices = []
        for text in (typed, *_WHEN):
            try:
                found = _when(text, voice, last=last)
            except ValueError:
                continue
            if found is not None and typed.casefold() in text.casefold():
                name = f"{text} → {day(found, voice)}"
                choices.append(app_commands.Choice(name=name, value=found.isoformat()))
        return choices[:_CHOICES]

    def _hint(self, answered: discord.Message | None, voice: Voice) -> str:
        if answered is not None:
            return voice("refusal.unread")
        return voice("refusal.empty", example=voice("refusal.example"))


def _everywhere(menu: app_commands.ContextMenu) -> app_commands.ContextMenu:
    menu.allowed_installs = app_commands.AppInstallationType(guild=True, user=True)
    menu.allowed_contexts = app_commands.AppCommandContext(
        guild=True, dm_channel=True, private_channel=True
    )
    return menu


def _answer_replied_to(message: discord.Message, me: discord.ClientUser) -> discord.Message | None:
    """The answer of ours that a message replies to; Discord sends it along."""
    resolved = message.reference.resolved if message.reference else None
    if isinstance(resolved, discord.Message) and resolved.author.id == me.id:
        return resolved
    return None


def _words(message: discord.Message, me: discord.ClientUser | None) -> str:
    """What a message says, without mentions; of a link's preview when there is nothing else."""
    said_in = [message.content]
    if not message.content and (me is None or message.author.id != me.id):
        said_in = [f"{embed.title or ''} {embed.description or ''}" for embed in message.embeds]
    return " ".join(_MARKUP.sub(" ", " ".join(said_in)).split())


def _when(text: str | None, voice: Voice, *, last: bool) -> date | None:
    """The first or last day that a text means; ``ValueError`` in the asker's language."""
    if not text or not text.strip():
        return None
    try:
        span = parse_when(text, today=discord.utils.utcnow().date())
    except DateError as error:
        shown = voice("quoted", word=escape(text[:_CHOICE_LIMIT]))
        raise ValueError(voice("refusal.bad_date", text=shown)) from error
    return span[1] if last else span[0]


def _value(name: str) -> str:
    return name if len(name) <= _CHOICE_LIMIT else f"#{tag(name)}"


def _elsewhere(message: discord.Message, guild: discord.Guild, rules: Rules, voice: Voice) -> str:
    channels = ", ".join(f"<#{channel}>" for channel in rules.channels[:10])
    return voice(
        "refusal.elsewhere",
        server=escape(guild.name),
        channels=channels,
        channel=f"<#{message.channel.id}>",
    )
