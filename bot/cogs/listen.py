"""Questions in messages: a mention, a reply to an answer, a direct message, and their edits."""

from dataclasses import replace
from datetime import timedelta

import discord
import structlog
from discord.ext import commands

from bot.conversation.answered import Answered, Exchange, answer_below
from bot.conversation.asked_before import answer_above, claim_meant, question_of
from bot.conversation.hearing import (
    Address,
    Heard,
    address_of,
    asked_by_post,
    heard,
    refers_up,
)
from bot.conversation.intentions import asks_by_sign, says_little
from bot.conversation.interactions import seconds
from bot.conversation.looking import LOOKS
from bot.conversation.message_words import own_words_of, title_of, words_of
from bot.conversation.places import Place, Pointers, is_looked_up, place_of
from bot.conversation.responding import Drawing, always, drawing, how_to_ask, refused, said
from bot.conversation.searching import Request
from bot.conversation.sending import (
    answer_in,
    answer_message,
    answer_unasked,
    change_answer,
    react,
)
from bot.conversation.threads import opened_for
from bot.conversation.working import MOMENT, shown_as_working
from bot.desk.cooldown import Wait
from bot.desk.desk import DeskBot
from bot.desk.rules import Threads
from bot.desk.visit import Visit, visit_by

_ASKED_IN = {discord.MessageType.default, discord.MessageType.reply}
_EDITED_WITHIN = timedelta(minutes=15)
_CHANNELS_NAMED = 10
_NOTED, _NOT_FOUND = "👍", "🤷"

_log: structlog.stdlib.BoundLogger = structlog.get_logger()


class Listen(commands.Cog):
    """Answers what is said to the bot, and nothing else.

    ``moment`` is how many seconds an answer may take before it is announced.
    """

    def __init__(self, bot: DeskBot, moment: float = MOMENT) -> None:
        self.bot = bot
        self.moment = moment
        self._answered = Answered()
        self._pointers = Pointers()
        self._since = discord.utils.utcnow()

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer a mention, a reply to an answer, or a direct message; never a bot."""
        await self._hear(message, edited=False)

    @commands.Cog.listener()
    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        """Answer what an edit asks: a mention added, a slip mended, a preview that came later.

        Old messages are left alone. So is one from before a restart of which its writer has changed
        nothing, or nothing since it was answered: pinned, say.
        """
        message = payload.message
        changed = message.edited_at is not None or message.id in self._answered
        if changed and discord.utils.utcnow() - message.created_at < _EDITED_WITHIN:
            await self._hear(message, edited=True)

    @commands.Cog.listener()
    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        """Whoever deletes a question before it is answered wants no answer to it."""
        self._answered.deleted(payload.message_id)

    async def _hear(self, message: discord.Message, *, edited: bool) -> None:
        me = self.bot.user
        if me is None or message.author.bot or message.webhook_id:
            return
        if message.type not in _ASKED_IN:
            return
        address = address_of(message, me)
        visit = await visit_by(message, self.bot.desk)
        if address is None and not is_looked_up(message, visit.rules):
            return
        async with self._answered.exchange(message.id, _all_words(message)) as exchange:
            if exchange is None:
                return
            if edited and await self._answered_before(message, exchange, me):
                return
            if address is None:
                await self._look_up(message, visit, exchange)
                return
            voices = self.bot.desk.voices
            if refers_up(message, voices):
                address = replace(address, answer=await answer_above(message, me, voices))
            await self._answer(message, address, visit, exchange)

    async def _answered_before(
        self, message: discord.Message, past: Exchange, me: discord.ClientUser
    ) -> bool:
        """Whether a message was answered before the last start as it reads now."""
        if past.sent.messages or message.created_at > self._since:
            return False
        past.sent, as_it_is = await answer_below(message, me, self.bot.desk.voices)
        return as_it_is

    async def _look_up(self, post: discord.Message, visit: Visit, past: Exchange) -> None:
        """Answer a forum post that has asked nobody; say nothing where no passage answers it."""
        desk = self.bot.desk
        text = asked_by_post(post, desk.voices)
        if past.sent.messages or not text or desk.refusal(visit.person, visit.guild):
            return
        try:
            async with shown_as_working(post, self.moment):
                draw = await drawing(desk, Request(text, visit, claim=True, quiet=True))
        except Exception:  # noqa: BLE001 - logged; nobody has asked, so nobody is told
            _log.exception("post.failed")
            return
        if draw(True) and not past.gone:
            past.sent = await answer_unasked(post, draw)

    async def _answer(
        self, message: discord.Message, address: Address, visit: Visit, past: Exchange
    ) -> None:
        desk = self.bot.desk
        if address.claim is not None:
            address = replace(address, claim=await claim_meant(address.claim, desk.voices))
        before = await question_of(address.answer)
        asked = heard(message, address, before, desk.voices, desk.settings.max_question)
        if asked.idle:
            await _nod(message, address)
            return
        place = place_of(message.guild, message.channel, visit.rules)
        if place is not Place.CHOSEN:
            await self._point(message, visit, place)
            return
        if (refusal := desk.refusal(visit.person, visit.guild)) is not None:
            await _tell_wait(message, visit, *refusal)
            return
        async with shown_as_working(message, self.moment):
            drawn = await self._drawing(message, address, asked, visit)
        if past.gone:
            return
        if not drawn(False):
            await _nod(message, address, "" if says_little(asked.text, desk.voices) else _NOT_FOUND)
            return
        if not past.sent.messages and visit.rules.threads is Threads.OPENED and asked.text:
            thread = await opened_for(message, asked.text)
            if thread is not None and (sent := await answer_in(thread, drawn)):
                past.sent = sent
                return
        past.sent = await change_answer(message, past.sent, drawn, visit.voice)

    async def _point(self, message: discord.Message, visit: Visit, place: Place) -> None:
        """Say where the server wants answers, once a day."""
        if self._pointers.due(visit.person, visit.guild):
            await answer_message(message, always((said(_pointer(visit, place)),)), visit.voice)

    async def _drawing(
        self, message: discord.Message, address: Address, asked: Heard, visit: Visit
    ) -> Drawing:
        """The answer, or the confession of a defect: nobody is left without a word.

        None for a remark below an answer that asks nothing of the documents.
        """
        desk = self.bot.desk
        try:
            if asked.wish is not None:
                quote = asked.earlier.quote if asked.earlier else None
                return always(await LOOKS[asked.wish](desk, visit, quote or ""))
            if not asked.text:
                return always((said(self._hint(message, address, asked, visit)),))
            remark = address.answer is not None and not asks_by_sign(asked.text)
            request = Request(
                asked.text,
                visit,
                earlier=asked.earlier,
                claim=asked.claim,
                remark=remark,
                quiet=remark and not _called(message, address),
            )
            draw = await drawing(desk, request)
        except Exception:  # noqa: BLE001 - logged, and told to whoever asked
            _log.exception("question.failed")
            return always((refused(visit.voice("refusal.defect")),))
        rephrased = asked.claim or asked.text != words_of(message)
        return lambda repeats: draw(repeats or rephrased)

    def _hint(self, message: discord.Message, address: Address, asked: Heard, visit: Visit) -> str:
        """Why nothing could be read, and what helps."""
        voice = visit.voice
        mention = self.bot.user.mention if self.bot.user else "@Verbatim"
        if address.answer is not None and not address.named and not message.content:
            return voice("refusal.unread", mention=mention)
        if address.claim is not None or address.unseen:
            return voice("refusal.unread_claim", mention=mention)
        if not message.content and message.guild is not None:  # named by its role, if at all
            key = "refusal.unread_role" if address.named else "refusal.unread"
            return voice(key, mention=mention)
        if message.attachments or message.message_snapshots or message.content.count("://"):
            return voice("refusal.no_text")
        if asked.lost:
            return voice("refusal.points_nowhere", mention=mention)
        return how_to_ask(voice)


def _called(message: discord.Message, address: Address) -> bool:
    """Whether somebody waits for a sign: the bot was named, or nobody else is there."""
    return address.named or message.guild is None


async def _nod(message: discord.Message, address: Address, otherwise: str = "") -> None:
    """Give a sign to whoever waits for one, or another one, if any, to whoever does not."""
    if sign := _NOTED if _called(message, address) else otherwise:
        await react(message, sign)


async def _tell_wait(message: discord.Message, visit: Visit, key: str, wait: Wait) -> None:
    """Say once that there were too many questions, and how long to wait."""
    if wait.first:
        text = visit.voice.count(key, seconds(wait.seconds))
        await answer_message(message, always((refused(text),)), visit.voice)


def _all_words(message: discord.Message) -> str:
    """All that the answer to a message may depend on."""
    return "\n".join((own_words_of(message), words_of(message), title_of(message)))


def _pointer(visit: Visit, place: Place) -> str:
    """Where the server wants answers; there is no more to say about threads than that."""
    if place is Place.NO_THREAD:
        return visit.voice("refusal.only_threads")
    channels = ", ".join(f"<#{channel}>" for channel in visit.rules.channels[:_CHANNELS_NAMED])
    return visit.voice("refusal.elsewhere", channels=channels)
