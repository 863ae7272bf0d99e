"""The desk: what every command and button works with, and whom it works for."""

import asyncio
import time
from collections.abc import Callable, Iterable
from typing import TypeAlias

import discord
from discord.ext import commands

from bot.desk.continuations import Continuations
from bot.desk.cooldown import Cooldown, Wait
from bot.desk.custom_ids import tag
from bot.desk.rules import Rules
from bot.desk.sources import offered
from bot.desk.tongues import Tongues
from bot.settings import Settings
from bot.wording.voice import Voices
from index.answers import Holding
from index.errors import IndexMissingError
from index.library import Library
from index.store.records import Records

_TAGS_KEPT = 100  # choices of sources whose tags are kept
_LEADING = {discord.TeamMemberRole.admin, discord.TeamMemberRole.developer}


class Desk:
    """Everything that is opened elsewhere, and the counters that live as long as the process."""

    def __init__(
        self, *, library: Library, records: Records, settings: Settings, voices: Voices
    ) -> None:
        self.library = library
        self.records = records
        self.settings = settings
        self.voices = voices
        self.tongues = Tongues()
        self.continuations = Continuations()
        self._source_tags: dict[tuple[str, ...], frozenset[str]] = {}
        self.started = time.monotonic()
        self._changing_rules = asyncio.Lock()
        self._person_cooldown = Cooldown(settings.cooldown_user)
        self._server_cooldown = Cooldown(settings.cooldown_server)

    async def rules(self, guild_id: int | None) -> Rules:
        """The rules of a server, for which nothing is waited; the defaults outside of one."""
        if guild_id is None:
            return Rules()
        return Rules.read(self.records.rules(scope(guild_id)))

    async def change_rules(self, guild_id: int, change: Callable[[Rules], Rules]) -> Rules:
        """Apply a change to a server's rules as they are now, one change at a time."""
        async with self._changing_rules:
            rules = change(await self.rules(guild_id))
            await self.records.set_rules(scope(guild_id), rules.stored())
        return rules

    async def holdings(self, rules: Rules, search: str | None = None) -> list[Holding]:
        """The documents that a server offers, or those of them that a search finds."""
        try:
            catalogue = await self.library.sources(search or None)
        except IndexMissingError:
            return []
        return offered(catalogue.holdings, rules.sources)

    async def source_tags(self, rules: Rules) -> frozenset[str]:
        """The tags of all names of what a server offers; known from then on without a wait."""
        held = await self.holdings(rules)
        tags = await asyncio.to_thread(_tags, held)
        if len(self._source_tags) >= _TAGS_KEPT:
            self._source_tags.clear()
        if held:  # while there is no index, nothing is known of what will be held
            self._source_tags[rules.sources] = tags
        return tags

    async def note_sources(self, guild_ids: Iterable[int]) -> None:
        """Look up what these servers offer, so that it is known without a wait."""
        all_rules = [Rules(), *[await self.rules(each) for each in guild_ids]]
        for rules in {each.sources: each for each in all_rules}.values():
            if self.source_tags_seen(rules) is None:
                await self.source_tags(rules)

    def source_tags_seen(self, rules: Rules) -> frozenset[str] | None:
        """The same as they were when last looked at, without a wait; ``None`` if never."""
        return self._source_tags.get(rules.sources)

    async def offers(self, rules: Rules, document: str) -> bool:
        """Whether a server offers a document; one that names no sources offers all."""
        if not rules.sources:
            return True
        return any(document == holding.document for holding in await self.holdings(rules))

    def refusal(self, person: int, guild_id: int | None) -> tuple[str, Wait] | None:
        """Count one question; or the key of the message that refuses it, and the wait."""
        wait = self._person_cooldown.use(str(person))
        if wait is not None:
            return "refusal.cooldown", wait
        wait = self._server_cooldown.use(scope(guild_id), str(person)) if guild_id else None
        return None if wait is None else ("refusal.cooldown_server", wait)

    async def log(
        self, person: int, guild_id: int | None, question: str, *, answered: bool
    ) -> None:
        """Keep a question, if the operator has opted in."""
        if self.settings.log_questions:
            await self.records.log_question(
                str(person), scope(guild_id), question, answered=answered
            )


def _tags(held: Iterable[Holding]) -> frozenset[str]:
    return frozenset(tag(name) for holding in held for name in holding.names)


class DeskBot(commands.AutoShardedBot):
    """A Discord client with a desk."""

    desk: Desk


Interaction: TypeAlias = discord.Interaction[DeskBot]


def scope(guild_id: int | None) -> str:
    """How the records name a server, or all that happens outside of servers."""
    return "direct" if guild_id is None else f"guild:{guild_id}"


def is_admin(interaction: Interaction) -> bool:
    """Whether this person owns the application or was named in the settings."""
    desk, person = interaction.client.desk, interaction.user
    if person.id in owners(interaction.client) | desk.settings.admin_users:
        return True
    roles = person.roles if isinstance(person, discord.Member) else []
    return any(role.id in desk.settings.admin_roles for role in roles)


def owners(client: discord.Client) -> frozenset[int]:
    """The application's owner, or those of its team who may change it: not who may only look."""
    application = client.application
    if application is None:
        return frozenset()
    if application.team is not None:
        team = application.team
        leading = {
            member.id
            for member in team.members
            if member.membership_state is discord.TeamMembershipState.accepted
            and member.role in _LEADING
        }
        return frozenset(leading | ({team.owner_id} if team.owner_id else set()))
    return frozenset({application.owner.id})
