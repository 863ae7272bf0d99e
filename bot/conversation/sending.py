"""Sending: to where a message was asked, else to where its author surely sees it."""

from collections.abc import Sequence
from contextlib import suppress
from enum import Enum

import discord
import structlog
from discord import ui

from bot.conversation.delivery import acknowledge, add, deliver, insist
from bot.conversation.responding import said
from bot.desk.desk import Interaction
from bot.wording.voice import Voice

_NO_PINGS = discord.AllowedMentions.none()
_UNHEARD = "🔇"

_log: structlog.stdlib.BoundLogger = structlog.get_logger()

Place = discord.abc.Messageable


class Means(Enum):
    """How an answer can reach somebody who asked in a channel."""

    REPLY = "reply"
    SEND = "send"  # without a reference, which needs Read Message History
    REACT = "react"  # nothing can be written, but something seen
    NONE = "none"


async def answer_message(
    asked: discord.Message, views: Sequence[ui.LayoutView], voice: Voice
) -> None:
    """Reply where the question was asked; where that is not allowed, by direct message."""
    means = means_of(asked)
    if means in {Means.REPLY, Means.SEND}:
        reference = asked.to_reference(fail_if_not_exists=False) if means is Means.REPLY else None
        try:
            await _send(asked.channel, views, reference)
        except discord.Forbidden:  # by a rule that is no permission, or one changed just now
            _log.info("reply.forbidden")
            means = Means.REACT
        else:
            return
    note = said(voice("refusal.cannot_write", channel=f"<#{asked.channel.id}>"))
    await answer_directly(asked, (note, *views), means)


async def answer_directly(
    asked: discord.Message, views: Sequence[ui.LayoutView], means: Means | None = None
) -> None:
    """Send a direct message; where the person takes none, leave a reaction, if that is allowed."""
    try:
        await _send(asked.author, views, None)
    except discord.Forbidden:
        _log.info("reply.impossible")
        if (means or means_of(asked)) is not Means.NONE:
            with suppress(discord.Forbidden):
                await insist(lambda: asked.add_reaction(_UNHEARD))


def means_of(asked: discord.Message) -> Means:
    """What the bot's permissions in the channel allow, so that nothing forbidden is tried."""
    channel, guild = asked.channel, asked.guild
    if guild is None:
        return Means.REPLY
    if isinstance(channel, discord.PartialMessageable | discord.DMChannel | discord.GroupChannel):
        return Means.SEND
    allowed = channel.permissions_for(guild.me)
    writes = (
        allowed.send_messages_in_threads
        if isinstance(channel, discord.Thread)
        else allowed.send_messages
    )
    if allowed.view_channel and writes:
        return Means.REPLY if allowed.read_message_history else Means.SEND
    reacts = allowed.view_channel and allowed.add_reactions and allowed.read_message_history
    return Means.REACT if reacts else Means.NONE


async def defer(interaction: Interaction, *, private: bool) -> None:
    """Take three seconds' time pressure off; this fixes who will see the answer."""
    response = interaction.response
    await acknowledge(lambda: response.defer(ephemeral=private, thinking=True))


async def hold(interaction: Interaction) -> None:
    """Take the time pressure off a control whose own message will be changed."""
    await acknowledge(interaction.response.defer)


async def finish(
    interaction: Interaction, views: Sequence[ui.LayoutView], *, private: bool
) -> None:
    """Fill the deferred response; what does not fit into it follows, seen by the same people."""
    first, *rest = views
    await insist(lambda: interaction.edit_original_response(view=first, allowed_mentions=_NO_PINGS))
    for view in rest:
        await follow(interaction, view, private=private)


async def follow(interaction: Interaction, view: ui.LayoutView, *, private: bool = True) -> None:
    """A further message; no other way than this creates one that only this person sees."""
    send = interaction.followup.send
    await add(lambda: send(view=view, ephemeral=private, allowed_mentions=_NO_PINGS))


async def _send(
    place: Place, views: Sequence[ui.LayoutView], reference: discord.MessageReference | None
) -> None:
    for view in views:
        await deliver(
            lambda nonce, view=view, reference=reference: place.send(  # type: ignore[misc]
                view=view,
                nonce=nonce,
                reference=reference,
                mention_author=False,
                allowed_mentions=_NO_PINGS,
            )
        )
        reference = None
