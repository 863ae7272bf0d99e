"""Is a message for the bot, and what does it ask: its own words, or the claim it points at?"""

from dataclasses import dataclass

import discord

from bot.conversation.intentions import Wish, points, says_nothing, wish
from bot.conversation.message_words import (
    opens_post,
    own_words_of,
    shown_by,
    title_of,
    words_of,
)
from bot.messages.reading_back import Earlier, earlier_in
from bot.wording.voice import Voices


@dataclass(frozen=True, slots=True)
class Address:
    """How a message turns to the bot: by name, or as a reply to a message of the bot's."""

    named: bool
    answer: discord.Message | None = None
    claim: discord.Message | None = None
    """Somebody else's message that this one replies to."""
    unseen: bool = False
    """Whether it replies to a message that Discord has not sent along."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What is asked. Without ``text`` and ``wish``, nothing could be read or nothing is asked."""

    text: str = ""
    claim: bool = False
    earlier: Earlier | None = None
    wish: Wish | None = None
    idle: bool = False


def address_of(message: discord.Message, me: discord.ClientUser) -> Address | None:
    """How a message turns to the bot; ``None`` where it is not for the bot."""
    named = f"<@{me.id}>" in message.content or f"<@!{me.id}>" in message.content
    named = named or _own_role_mentioned(message)
    replied, unseen = _replied_to(message)
    ours = replied if replied is not None and replied.author.id == me.id else None
    pinged = any(user.id == me.id for user in message.mentions)
    if not (named or pinged or ours or message.guild is None):
        return None
    return Address(named, ours, None if ours else replied, unseen)


def heard(
    message: discord.Message, address: Address, before: str | None, voices: Voices, longest: int
) -> Heard:
    """What a message asks, read from all that it may consist of, and after which question."""
    own = own_words_of(message)
    earlier = earlier_in(address.answer, before, voices)
    if says_nothing(own, voices) and own:
        return Heard(idle=True)
    if address.answer is not None and (wanted := wish(own, voices)):
        return Heard(own, earlier=earlier, wish=wanted)
    if own and not points(own, voices):
        return _question(message, address, own, earlier, longest)
    claim = shown_by(message) or (words_of(address.claim) if address.claim else "")
    if claim:
        return Heard(claim, claim=True)
    if address.answer is None and not address.claim and not address.unseen:
        title = title_of(message)
        return Heard(title or own, claim=bool(title) and not opens_post(message))
    return Heard("" if address.answer is None else own, earlier=earlier)


def _question(
    message: discord.Message, address: Address, own: str, earlier: Earlier | None, longest: int
) -> Heard:
    """Words of the writer's own, with what they follow up: an answer, a claim, a post's title."""
    if opens_post(message):
        title = title_of(message)
        both = f"{title} {own}"
        return Heard(both if len(both) <= longest else title)
    if earlier is None and address.claim is not None and (claim := words_of(address.claim)):
        earlier = Earlier(claim, claim=True)
    return Heard(own, earlier=earlier)


def _own_role_mentioned(message: discord.Message) -> bool:
    """Whether the role that Discord made for the bot is mentioned; clients offer it by its name."""
    guild = message.guild
    return guild is not None and any(
        role.managed and role in guild.me.roles for role in message.role_mentions
    )


def _replied_to(message: discord.Message) -> tuple[discord.Message | None, bool]:
    """The message that this one replies to, and whether there is one that was not sent along."""
    reference = message.reference
    if reference is None or message.type is not discord.MessageType.reply:
        return None, False
    resolved = reference.resolved
    if isinstance(resolved, discord.Message):
        return resolved, False
    return None, True
