"""Is a message for the bot, and what does it ask: its own words, or the claim it points at?"""

from dataclasses import dataclass

import discord

from bot.conversation.intentions import (
    Wish,
    about,
    asks_by_sign,
    asks_more,
    names_nothing,
    points,
    says_little,
    says_nothing,
    wants_help,
    wish,
)
from bot.conversation.message_words import (
    has_signs,
    names,
    opens_post,
    own_words_of,
    quoted_in,
    replied_to,
    shown_by,
    title_of,
    words_of,
)
from bot.messages.reading_back import Earlier, earlier_in, quote_in
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
    lost: bool = False
    """Whether it asks about a message that it does not point at."""


def address_of(message: discord.Message, me: discord.ClientUser) -> Address | None:
    """How a message turns to the bot; ``None`` where it is not for the bot."""
    named = names(message, me.id) or _own_role_mentioned(message)
    replied, unseen = _replied_to(message)
    ours = replied if replied is not None and replied.author.id == me.id else None
    silent = message.reference is not None or not message.content  # no words that could name it
    pinged = silent and any(user.id == me.id for user in message.mentions)
    if not (named or pinged or ours or message.guild is None):
        return None
    return Address(named, ours, None if ours else replied, unseen)


def heard(
    message: discord.Message, address: Address, before: str | None, voices: Voices, longest: int
) -> Heard:
    """What a message asks, read from all that it may consist of, and after which question."""
    own = own_words_of(message)
    earlier = earlier_in(address.answer, before, voices)
    if _idle(message, address, own, voices):
        return Heard(idle=True)
    if address.answer is not None and (wanted := wish(own, voices)):
        return Heard(own, earlier=earlier, wish=wanted)
    if claim := _quoted(message, voices):
        return Heard(claim, claim=True)
    if own and not points(own, voices):
        title = _title(message, voices) if opens_post(message) else ""
        return _question(address, _with_title(title, own, longest), earlier)
    return _pointing(message, address, own, earlier, voices)


def _pointing(
    message: discord.Message, address: Address, own: str, earlier: Earlier | None, voices: Voices
) -> Heard:
    """What is asked by words that say nothing without what they point at, or by none."""
    pointed_at = shown_by(message), words_of(address.claim) if address.claim else ""
    if claim := next(filter(None, (_asking(each, voices) for each in pointed_at)), ""):
        return Heard(claim, claim=True)
    if address.answer is None and not address.claim and not address.unseen:
        return _unpointed(message, own, voices)
    asks = address.answer is not None and any(map(str.isalnum, own))
    return Heard(own if asks else "", earlier=earlier)


def _quoted(message: discord.Message, voices: Voices) -> str:
    """What a message quotes, line by line, where its other words only point at that."""
    quoted, besides = quoted_in(message)
    return quoted if besides and points(besides, voices) else ""


def _unpointed(message: discord.Message, own: str, voices: Voices) -> Heard:
    """What words ask that point at something else where only a title can be meant."""
    if title := _title(message, voices):
        return Heard(title, claim=not opens_post(message))
    if names_nothing(own, voices):
        return Heard(lost=any(map(str.isalnum, own)) and not wants_help(own, voices))
    return Heard(own)


def claimed_by(message: discord.Message, me: discord.ClientUser | None, voices: Voices) -> str:
    """What a message claims: its own words, or what they point at; of our answers the quote."""
    if _by(message, me):
        return quote_in(message)
    own, answered = own_words_of(message), replied_to(message)
    if not (points(own, voices) or says_nothing(own, voices)):
        return words_of(message)
    above = ""
    if answered is not None:
        above = quote_in(answered) if _by(answered, me) else words_of(answered)
    return next(
        filter(None, (_asking(each, voices) for each in (shown_by(message), above, own))), ""
    )


def _by(message: discord.Message, me: discord.ClientUser | None) -> bool:
    return me is not None and message.author.id == me.id


def points_up(message: discord.Message, voices: Voices) -> bool:
    """Whether a message only points at the one that it replies to: "lol", "is this true?"."""
    replies = message.type is discord.MessageType.reply
    return replies and not _asking(words_of(message), voices)


def asked_by_post(post: discord.Message, voices: Voices) -> str:
    """What the title and the words of a forum post ask; nothing where they only call for help,
    or are chatter: "Look at this lol".
    """
    text = f"{_title(post, voices)} {_asking(words_of(post), voices)}".strip()
    named = about(text, voices, cased=True)
    return "" if says_little(text, voices) and all(map(str.islower, named)) else text


def _title(message: discord.Message, voices: Voices) -> str:
    """The title of the forum post or thread that a message stands in, if it asks something."""
    return _asking(title_of(message), voices)


def _asking(text: str, voices: Voices) -> str:
    return "" if says_nothing(text, voices) or names_nothing(text, voices) else text


def refers_up(message: discord.Message, voices: Voices) -> bool:
    """Whether words, in no reply, ask something of an answer that may stand right above them."""
    own = own_words_of(message)
    if message.reference is not None or _title(message, voices):
        return False
    return wish(own, voices) is not None or asks_more(own, voices)


def _idle(message: discord.Message, address: Address, own: str, voices: Voices) -> bool:
    """Whether a message asks nothing: thanks, laughter, a sticker, a picture below an answer."""
    below = address.answer is not None
    if below and asks_more(own, voices):
        return False
    if not own:
        return has_signs(message, files=below) and not shown_by(message)
    if below and asks_by_sign(own) and not any(map(str.isalnum, own)):
        return not address.named and message.guild is not None
    if (address.claim or address.unseen) and points(own, voices):
        return False
    if not below and wants_help(own, voices):
        return False
    return says_nothing(own, voices)


def _question(address: Address, own: str, earlier: Earlier | None) -> Heard:
    """Words of the writer's own, with what they follow up: an answer, or somebody's claim."""
    if earlier is None and address.claim is not None and (claim := words_of(address.claim)):
        earlier = Earlier(claim, claim=True)
    return Heard(own, earlier=earlier)


def _with_title(title: str, own: str, longest: int) -> str:
    """What a post asks by its title and its words, or by the title alone if they are too long."""
    both = f"{title} {own}".strip()
    return both if len(both) <= longest else title or own


def _own_role_mentioned(message: discord.Message) -> bool:
    """Whether the role that Discord made for the bot is mentioned; clients offer it by its name."""
    guild = message.guild
    return guild is not None and any(
        role.managed and role in guild.me.roles for role in message.role_mentions
    )


def _replied_to(message: discord.Message) -> tuple[discord.Message | None, bool]:
    """The message that this one replies to, and whether there is one that was not sent along."""
    if message.reference is None or message.type is not discord.MessageType.reply:
        return None, False
    resolved = replied_to(message)
    return resolved, resolved is None
