"""Standing questions: asked once, and answered whenever the documents bring something new."""

from collections.abc import Sequence

import discord
import structlog
from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands, tasks

from bot.cogs.question_options import CHOICE_LIMIT, CHOICES, Choices, renamed, source_choices
from bot.conversation.delivery import insist
from bot.conversation.interactions import stopped, tell
from bot.conversation.places import Place, place_of
from bot.conversation.responding import Views, refused, said, too_long
from bot.conversation.searching import RefusedError, Request, asked_of_library, source_tag
from bot.conversation.sending import defer, finish
from bot.conversation.watching import Watching
from bot.desk.custom_ids import NO_LIMITS, Limits, tag
from bot.desk.desk import DeskBot, Interaction, scope
from bot.desk.visit import Visit, visit_of
from bot.messages.layout import message
from bot.messages.watch_cards import list_card
from bot.settings import MAX_QUESTION
from corpus.errors import VerbatimError
from index.store.watches import NewWatch, Watch

MOST_OF_A_SERVER, MOST_OF_A_PERSON = 20, 10
LOOK_EVERY = 20.0  # seconds between two looks whether the index has a new version

_log: structlog.stdlib.BoundLogger = structlog.get_logger()


class Watches(commands.Cog):
    """`/watch add`, `/watch list`, `/watch remove`, and looking for news."""

    watch = app_commands.Group(
        name=locale_str("watch"),
        description=locale_str("Questions that I answer again when the documents bring news"),
        default_permissions=discord.Permissions(manage_messages=True),
        allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
        allowed_contexts=app_commands.AppCommandContext(
            guild=True, dm_channel=True, private_channel=False
        ),
    )

    def __init__(self, bot: DeskBot) -> None:
        self.bot = bot
        self.watching = Watching(bot)

    async def cog_load(self) -> None:
        self.look.start()

    async def cog_unload(self) -> None:
        self.look.cancel()

    @tasks.loop(seconds=LOOK_EVERY)
    async def look(self) -> None:
        """Whoever has built a new version, this process or another, it is noticed here."""
        await self.bot.wait_until_ready()
        try:
            await self.watching.look()
        except Exception:  # noqa: BLE001 - logged; an error that gets out ends the loop for good
            _log.exception("watch.failed")

    @watch.command(
        name=locale_str("add"), description=locale_str("Post here whatever is new about a question")
    )
    @renamed("question", "source", "older")
    @app_commands.describe(
        question=locale_str("What you want to know, in the words an answer would use"),
        source=locale_str("Only this title, publisher or document"),
        older=locale_str("Post what the documents hold already as well"),
    )
    @app_commands.autocomplete(source=source_choices)
    async def add(
        self,
        interaction: Interaction,
        *,
        question: app_commands.Range[str, 1, MAX_QUESTION],
        source: str | None = None,
        older: bool = False,
    ) -> None:
        """Keep a question for this channel, or for this conversation."""
        visit = await visit_of(interaction)
        if await stopped(interaction, visit):
            return
        if (refusal := self._refusal(interaction, visit, writing=True)) is not None:
            await tell(interaction, refusal)
            return
        await defer(interaction, private=True)
        views = await self._added(interaction, visit, question, source=source, older=older)
        await finish(interaction, views, private=True)

    @watch.command(
        name=locale_str("list"), description=locale_str("The questions that are watched here")
    )
    async def list_(self, interaction: Interaction) -> None:
        """Show this person the questions of the server, or their own."""
        visit = await visit_of(interaction)
        if (refusal := self._refusal(interaction, visit)) is not None:
            await tell(interaction, refusal)
            return
        await defer(interaction, private=True)
        voice, held = visit.voice, await self._held(interaction)
        known = {tag(n): n for h in await self.bot.desk.holdings(visit.rules) for n in h.names}
        lines = [
            (
                each.question,
                f"<#{each.channel}>" if interaction.guild_id else None,
                known.get(each.source),
            )
            for each in held
        ]
        if lines:
            title = voice.count("watch.title", len(lines))
            view = message(list_card(lines, title, voice))
        else:
            view = said(voice("watch.none"))
        await finish(interaction, (view,), private=True)

    @watch.command(name=locale_str("remove"), description=locale_str("Watch a question no longer"))
    @renamed("question")
    @app_commands.describe(question=locale_str("One of the questions that are watched"))
    async def remove(self, interaction: Interaction, question: str) -> None:
        """Forget a question by its number, as a choice stands for it, or by its words."""
        visit = await visit_of(interaction)
        if (refusal := self._refusal(interaction, visit)) is not None:
            await tell(interaction, refusal)
            return
        await defer(interaction, private=True)
        voice, typed = visit.voice, question.strip()
        held = await self._held(interaction)
        found = next((each for each in held if _is(each, typed, interaction.channel_id)), None)
        if found is None:
            view = refused(voice("watch.unknown", question=voice.quoted(typed[:CHOICE_LIMIT])))
        else:
            await self.bot.desk.records.watches.remove([found.number])
            view = said(voice("watch.removed", question=voice.quoted(found.question)))
        await finish(interaction, (view,), private=True)

    @remove.autocomplete("question")
    async def _questions(self, interaction: Interaction, typed: str) -> Choices:
        visit = await visit_of(interaction)
        if self._refusal(interaction, visit) is not None:
            return []
        return [
            app_commands.Choice(
                name=visit.voice.clipped(each.question, CHOICE_LIMIT - 2), value=f"#{each.number}"
            )
            for each in await self._held(interaction)
            if typed.casefold() in each.question.casefold()
        ][:CHOICES]

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Catch up with servers left and channels deleted while nobody listened."""
        try:
            await self.watching.catch_up()
        except Exception:  # noqa: BLE001 - logged; the next connection tries again
            _log.exception("watch.not_caught_up")

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Nothing is kept for a server that the bot has left."""
        await self.bot.desk.records.watches.leave(scope(guild.id))

    @commands.Cog.listener()
    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        await self.watching.lost(channel.id, f"#{channel.name}")

    @commands.Cog.listener()
    async def on_raw_thread_delete(self, payload: discord.RawThreadDeleteEvent) -> None:
        name = payload.thread.name if payload.thread else str(payload.thread_id)
        await self.watching.lost(payload.thread_id, f"#{name}")

    def _refusal(
        self, interaction: Interaction, visit: Visit, *, writing: bool = False
    ) -> str | None:
        """Why this person may not, or why nothing could be posted here."""
        voice = visit.voice
        if interaction.guild_id is None:
            return None
        if not interaction.permissions.manage_messages:
            return voice("watch.denied")
        if not writing:
            return None
        channel = interaction.channel
        if place_of(interaction.guild, channel, visit.rules) is not Place.CHOSEN:
            return voice("watch.elsewhere")
        allowed = interaction.app_permissions
        in_thread = isinstance(channel, discord.Thread)
        writes = allowed.send_messages_in_threads if in_thread else allowed.send_messages
        return None if allowed.view_channel and writes else voice("watch.cannot_write")

    async def _held(self, interaction: Interaction) -> Sequence[Watch]:
        records = self.bot.desk.records
        if interaction.guild_id is not None:
            return await records.watches.of_server(scope(interaction.guild_id))
        return await records.watches.of_person(records.pseudonym(str(interaction.user.id)))

    async def _added(
        self,
        interaction: Interaction,
        visit: Visit,
        text: str,
        *,
        source: str | None,
        older: bool,
    ) -> Views:
        desk, voice = self.bot.desk, visit.voice
        asked, longest = " ".join(text.split()), desk.settings.max_question
        if len(asked) > longest:
            return (refused(too_long(voice, len(asked), longest)),)
        try:
            limits = Limits(source=await source_tag(desk, visit, source)) if source else NO_LIMITS
        except RefusedError as error:
            return (refused(str(error)),)
        held = await self._held(interaction)
        here = [each for each in held if _is(each, asked, interaction.channel_id)]
        if any(each.source == limits.source for each in here):
            return (refused(voice("watch.already")),)
        try:
            number = await self._kept(interaction, visit, asked, limits, older=older)
        except (RefusedError, VerbatimError) as error:
            _log.info("watch.not_kept", reason=type(error).__name__)
            return (refused(voice("watch.not_kept")),)
        if number is None:
            most = MOST_OF_A_SERVER if interaction.guild_id else MOST_OF_A_PERSON
            return (refused(voice.count("watch.too_many", most)),)
        key = "watch.added_older" if older else "watch.added"
        return (said(voice(key, question=voice.quoted(asked))),)

    async def _kept(
        self, interaction: Interaction, visit: Visit, asked: str, limits: Limits, *, older: bool
    ) -> int | None:
        """Keep the question with all that it is to know already; its number, if there is room."""
        desk = self.bot.desk
        store, direct = desk.records.watches, interaction.guild_id is None
        question, _ = await asked_of_library(desk, Request(asked, visit, limits), 1)
        contact = await self._contact(interaction)
        async with self.watching.looking:
            await self.watching.note_news()
            if not await store.all():
                await store.set_texts((await desk.library.texts()).packed)
            known = await desk.library.news(question)
            new = NewWatch(
                scope=scope(interaction.guild_id),
                channel=interaction.channel_id or 0,
                contact=contact,
                question=asked,
                source=limits.source,
                language=visit.voice.language,
                version="" if older else known.version,
                seen=() if older else known.seen,
            )
            maker = desk.records.pseudonym(str(interaction.user.id))
            most = MOST_OF_A_PERSON if direct else MOST_OF_A_SERVER
            return await store.add(maker, new, most)

    async def _contact(self, interaction: Interaction) -> int:
        """The conversation with whoever asks, to tell them when their channel is gone."""
        if interaction.guild_id is None:
            return interaction.channel_id or 0
        try:
            return (await insist(interaction.user.create_dm)).id
        except discord.HTTPException:
            return 0


def _is(watch: Watch, typed: str, channel: int | None) -> bool:
    """Whether a choice's value names the watch, or its question's words this channel's."""
    if typed == f"#{watch.number}":
        return True
    return watch.channel == channel and watch.question.casefold() == typed.casefold()
