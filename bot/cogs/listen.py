"""Questions in messages: a mention, a reply to an answer, a direct message."""

import re

import discord
import structlog
from discord.ext import commands

from bot.conversation.interactions import seconds
from bot.conversation.responding import Views, how_to_ask, refused, respond, said
from bot.conversation.searching import Request
from bot.conversation.sending import answer_directly, answer_message
from bot.desk.desk import DeskBot
from bot.desk.visit import Visit, visit_by
from bot.messages.reading_back import earlier_in
from bot.wording.markdown import escape
from bot.wording.voice import Voice

_MARKUP = re.compile(r"<(?:[@#][!&]?\d+|a?:\w+:\d+|/[^>]+:\d+|t:-?\d+(?::\w)?)>")
_ASKED_IN = {discord.MessageType.default, discord.MessageType.reply}
_CHANNELS_NAMED = 10

_log: structlog.stdlib.BoundLogger = structlog.get_logger()


class Listen(commands.Cog):
    """Answers what is said to the bot, and nothing else."""

    def __init__(self, bot: DeskBot) -> None:
        self.bot = bot

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer a mention, a reply to an answer, or a direct message; never a bot."""
        me = self.bot.user
        if me is None or message.author.bot or message.webhook_id:
            return
        if message.type not in _ASKED_IN:
            return
        replied_to = _ours(message, me)
        mentioned = any(user.id == me.id for user in message.mentions)
        if message.guild is None or mentioned or replied_to is not None:
            await self._answer(message, replied_to)

    async def _answer(self, message: discord.Message, replied_to: discord.Message | None) -> None:
        visit = await visit_by(message, self.bot.desk)
        voice = visit.voice
        refusal = self.bot.desk.refusal(visit.person, visit.guild)
        if refusal is not None:
            key, wait = refusal
            if wait.first:
                text = voice.count(key, seconds(wait.seconds))
                await answer_message(message, (refused(text),), voice)
            return
        text = words_of(message)
        if not text:
            await answer_message(message, (said(_hint(replied_to, voice)),), voice)
            return
        request = Request(text, visit, earlier=earlier_in(replied_to))
        await _send(message, await self._views(request), visit)

    async def _views(self, request: Request) -> Views:
        """The answer, or the confession of a defect: nobody is left without a word."""
        try:
            return await respond(self.bot.desk, request)
        except Exception:  # noqa: BLE001 - logged, and told to whoever asked
            _log.exception("question.failed")
            return (refused(request.visit.voice("refusal.defect")),)


def words_of(message: discord.Message) -> str:
    """What a message says, without mentions; of a link's preview where it says nothing else."""
    said_in = [message.content]
    if not message.content:
        said_in = [f"{embed.title or ''} {embed.description or ''}" for embed in message.embeds]
    return " ".join(_MARKUP.sub(" ", " ".join(said_in)).split())


def _ours(message: discord.Message, me: discord.ClientUser) -> discord.Message | None:
    """The message of ours that this one replies to; Discord sends it along."""
    resolved = message.reference.resolved if message.reference else None
    if isinstance(resolved, discord.Message) and resolved.author.id == me.id:
        return resolved
    return None


async def _send(message: discord.Message, views: Views, visit: Visit) -> None:
    """Answer where it was asked, or by direct message where this server wants no answers."""
    rules, voice = visit.rules, visit.voice
    parent = getattr(message.channel, "parent_id", None)
    if message.guild is None or rules.admits(message.channel.id, parent):
        await answer_message(message, views, voice)
        return
    note = voice(
        "refusal.elsewhere",
        server=escape(message.guild.name),
        channels=", ".join(f"<#{channel}>" for channel in rules.channels[:_CHANNELS_NAMED]),
        channel=f"<#{message.channel.id}>",
    )
    await answer_directly(message, (said(note), *views))


def _hint(replied_to: discord.Message | None, voice: Voice) -> str:
    return how_to_ask(voice) if replied_to is None else voice("refusal.unread")
