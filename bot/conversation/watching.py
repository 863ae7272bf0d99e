"""Standing questions: looking whether a new index version brings news, and saying so once."""

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from typing import Any, Final

import discord
import structlog
from discord import ui

from bot.conversation.delivery import deliver, insist
from bot.conversation.responding import said
from bot.conversation.searching import RefusedError, Request, asked_of_library
from bot.conversation.sending import is_refusal
from bot.desk.custom_ids import ID_WIDTH, Limits, base62
from bot.desk.desk import DeskBot, scope
from bot.desk.visit import Visit
from bot.messages.buttons import MORE
from bot.messages.watch_cards import news_trail, news_view
from bot.wording.voice import Voice
from corpus.errors import VerbatimError
from corpus.model import Span
from index.answers import Quote
from index.findings.news import Fresh, News
from index.store.watches import Payload, Post, Watch

MOST_NEWS: Final = 25  # passages of one question and run
_LOOKED_BACK: Final = 50  # messages in which one that may have been sent is looked for
_UNKNOWN_CHANNEL: Final = 10003  # Discord's JSON error code
_NEWS, _GONE = "news", "gone"
_NO_PINGS = discord.AllowedMentions.none()

_log: structlog.stdlib.BoundLogger = structlog.get_logger()


class Watching:
    """Looks and speaks for all standing questions, one look at a time."""

    def __init__(self, bot: DeskBot) -> None:
        self._bot = bot
        self._refused: dict[int, str | None] = {}  # posts that may not be written, and since when
        self.looking = asyncio.Lock()

    async def look(self) -> None:
        """Note what a new version brings, whoever has built it, and say what is to be said."""
        async with self.looking:
            await self.note_news()
            await self._say()

    async def note_news(self) -> None:
        """Write down what is to be said of the newest version; nothing is sent yet."""
        desk = self._bot.desk
        version, store = await desk.library.version(), desk.records.watches
        due = [watch for watch in await store.all() if watch.version != version]
        if version is None or not due:
            return
        texts = await desk.library.texts(await store.texts() or b"")
        everything = await desk.library.texts() if any(not w.version for w in due) else texts
        channels: dict[int, list[Watch]] = defaultdict(list)
        for watch in due:
            channels[watch.channel].append(watch)
        whole = True
        for channel, watches in channels.items():
            asked = [
                (w, await self._news(w, (texts if w.version else everything).fresh))
                for w in watches
            ]
            found = [(watch, news) for watch, news in asked if news is not None]
            whole = whole and len(found) == len(asked)
            seen = {watch: news.seen for watch, news in found}
            posts = [(channel, payload) for payload in _payloads(found)]
            whole = await store.looked(texts.version, seen, posts) and whole
        if whole:
            await store.set_texts(texts.packed)

    async def _news(self, watch: Watch, fresh: Fresh) -> News | None:
        """What is new to a watch; ``None`` where that cannot be told now."""
        desk = self._bot.desk
        request = Request(watch.question, await self._visit(watch), Limits(source=watch.source))
        try:
            question, _ = await asked_of_library(desk, request, MOST_NEWS)
            return await desk.library.news(question, watch.seen, fresh)
        except RefusedError:  # its source is held or offered no longer
            return News("", (), watch.seen)
        except VerbatimError as error:
            _log.warning("watch.not_asked", reason=type(error).__name__)
            return None

    async def stop(self, watches: Sequence[Watch], place: str) -> None:
        """Forget watches whose channel is gone, and tell whoever made them."""
        notices: list[tuple[int, Payload]] = [
            (watch.contact, _notice(watch, place))
            for watch in watches
            if watch.contact and watch.contact != watch.channel
        ]
        numbers = [watch.number for watch in watches]
        await self._bot.desk.records.watches.remove(numbers, notices)
        _log.info("watch.stopped", watches=len(watches))

    async def lost(self, channel: int, place: str) -> None:
        """A channel is gone, and was called so: end what is watched there, and say so."""
        watches = await self._bot.desk.records.watches.all()
        if here := [watch for watch in watches if watch.channel == channel]:
            await self.stop(here, place)
            await self.look()

    async def catch_up(self) -> None:
        """End what is watched in servers left and channels deleted while nobody listened."""
        store = self._bot.desk.records.watches
        servers = {scope(guild.id) for guild in self._bot.guilds}
        watches = await store.all()
        for left in {each.scope for each in watches} - servers - {scope(None)}:
            await store.leave(left)
        for channel in {each.channel for each in watches if each.scope in servers}:
            if self._bot.get_channel(channel) is None and await self._is_gone(channel):
                await self.lost(channel, f"<#{channel}>")

    async def _is_gone(self, channel: int) -> bool:
        try:
            await insist(lambda: self._bot.fetch_channel(channel))
        except discord.NotFound:
            return True
        except discord.HTTPException:
            return False
        return False

    async def _say(self) -> None:
        store = self._bot.desk.records.watches
        version = await self._bot.desk.library.version()
        for post in await store.posts():
            if post.number in self._refused and self._refused[post.number] == version:
                continue
            try:
                await self._deliver(post)
            except discord.HTTPException as error:
                if not is_refusal(error):
                    _log.warning("watch.not_said", status=error.status)
                    continue
                await self._refuse(post, error, version)
            except (OSError, TimeoutError) as error:
                _log.warning("watch.not_said", error=type(error).__name__)

    async def _deliver(self, post: Post) -> None:
        store = self._bot.desk.records.watches
        view = await self._view(post)
        if view is not None and not (post.tried and await self._stands(post)):
            if not await store.trying(post.number):
                return
            place = self._bot.get_partial_messageable(post.channel)
            await deliver(
                lambda nonce: place.send(view=view, nonce=nonce, allowed_mentions=_NO_PINGS),
                nonce=post.nonce,
            )
        await store.said(post.number)
        _log.info("watch.said", kind=post.payload["kind"], shown=view is not None)

    async def _stands(self, post: Post) -> bool:
        """Whether a message that may have been sent before stands in its channel.

        Discord remembers a nonce for some minutes only.
        """
        quotes = post.payload.get("quotes")
        if not isinstance(quotes, list):
            return False
        place = self._bot.get_partial_messageable(post.channel)
        mark = f"{MORE}{base62(0, ID_WIDTH)}"
        try:
            async with asyncio.timeout(30):
                async for message in place.history(limit=_LOOKED_BACK):
                    ids = (each.custom_id or "" for each in _buttons(message))
                    if any(i.startswith(mark) and i.endswith(str(quotes[0])) for i in ids):
                        return True
        except (discord.HTTPException, TimeoutError):
            return False
        return False

    async def _refuse(self, post: Post, error: discord.HTTPException, version: str | None) -> None:
        """What cannot be said: the channel is gone, or closed to us, or a person takes nothing."""
        _log.info("watch.refused", status=error.status, code=error.code)
        store = self._bot.desk.records.watches
        watches = [each for each in await store.all() if each.channel == post.channel]
        direct = all(watch.scope == scope(None) for watch in watches)
        if error.code == _UNKNOWN_CHANNEL or direct:
            await store.said(post.number)
            await self.stop(watches, f"<#{post.channel}>")
        elif error.status == 403:
            self._refused[post.number] = version
        else:
            await store.said(post.number)

    async def _view(self, post: Post) -> ui.LayoutView | None:
        """The message of a post; nothing where what it would show is held or offered no longer."""
        payload = post.payload
        if payload["kind"] == _GONE:
            voice = self._bot.desk.voices.find(str(payload["language"]))
            question = voice.quoted(str(payload["question"]))
            return said(voice("watch.gone", question=question, channel=payload["place"]))
        visit = await self._visit_of(str(payload["scope"]), str(payload["language"]))
        version = await self._bot.desk.library.version() or ""
        quotes = await self._quotes(payload, version, visit)
        if not quotes:
            return None
        trail = news_trail(quotes, version, Limits(source=str(payload["source"])))
        return news_view(quotes, _texts(payload["questions"]), trail, visit.voice)

    async def _quotes(self, payload: Payload, version: str, visit: Visit) -> list[Quote]:
        """The passages as the version holds them, with the sentence that matched."""
        desk, found = self._bot.desk, []
        starts, lengths = _numbers(payload["starts"]), _numbers(payload["lengths"])
        for quote_id, start, length in zip(_texts(payload["quotes"]), starts, lengths, strict=True):
            try:
                number = (await desk.library.quote(quote_id)).number
                (quote,) = await desk.library.recall(version, [number])
            except (VerbatimError, ValueError):  # its words stand there no longer
                continue
            if await desk.offers(visit.rules, quote.passage.document):
                also = [e for e in quote.also_in if await desk.offers(visit.rules, e.document)]
                key = Span(start, start + length) if length else None
                found.append(replace(quote, key_sentence=key, also_in=tuple(also)))
        return found

    async def _visit(self, watch: Watch) -> Visit:
        return await self._visit_of(watch.scope, watch.language)

    async def _visit_of(self, where: str, language: str) -> Visit:
        desk = self._bot.desk
        guild = int(where.partition(":")[2] or 0) or None
        rules = await desk.rules(guild)
        voice: Voice = desk.voices.find(rules.language, language)
        return Visit(rules, voice, 0, guild)


def _payloads(found: Sequence[tuple[Watch, News]]) -> list[Payload]:
    """One message for each question that has passages of its own.

    A passage that answers several questions stands with the first of them, which names the others.
    """
    told: dict[str, list[Watch]] = {}  # who asked for each passage
    for watch, each in found:
        for quote in each.quotes:
            told.setdefault(quote.quote_id, []).append(watch)
    payloads: list[Payload] = []
    for watch, each in found:
        own = [quote for quote in each.quotes if told[quote.quote_id][0] is watch]
        if own:
            asked = [[w.question for w in told[quote.quote_id]] for quote in own]
            payloads.append(_news(watch, own, asked))
    return payloads


def _news(watch: Watch, quotes: Sequence[Quote], asked: Sequence[Sequence[str]]) -> Payload:
    """What is new to a watch; ``asked`` are the questions that each of the passages answers."""
    spans = [quote.key_sentence or Span(0, 0) for quote in quotes]
    questions = list(dict.fromkeys(chain.from_iterable(asked)))
    return {
        "kind": _NEWS,
        "scope": watch.scope,
        "language": watch.language,
        "source": watch.source,
        "questions": questions,
        "quotes": [quote.quote_id for quote in quotes],
        "asked": [sorted({questions.index(each) for each in answered}) for answered in asked],
        "starts": [start for start, _ in spans],
        "lengths": [end - start for start, end in spans],
    }


def _notice(watch: Watch, place: str) -> Payload:
    return {
        "kind": _GONE,
        "maker": watch.maker,
        "language": watch.language,
        "question": watch.question,
        "place": place,
    }


def _texts(value: Any) -> list[str]:
    return [str(each) for each in value]


def _numbers(value: Any) -> list[int]:
    return [int(each) for each in value]


def _buttons(message: discord.Message) -> list[ui.Button[ui.LayoutView]]:
    view = ui.LayoutView.from_message(message, timeout=None)
    return [each for each in view.walk_children() if isinstance(each, ui.Button)]
