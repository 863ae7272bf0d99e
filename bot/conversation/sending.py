"""Sending: to where the question was asked, else to where its author is sure to see it."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum

import discord
import structlog
from discord import ui

from bot.conversation.delivery import acknowledge, add, deliver, insist
from bot.conversation.responding import Drawing
from bot.desk.desk import Interaction
from bot.messages.layout import headed
from bot.wording.voice import Voice

_NO_PINGS = discord.AllowedMentions.none()
_THINKING = discord.InteractionResponseType.deferred_channel_message
_UNHEARD = "🔇"
_ABOUT_WORDS = {200000, 200001, 240000}  # Discord's codes: blocked by a server's filter, harmful

_log: structlog.stdlib.BoundLogger = structlog.get_logger()

Place = discord.abc.Messageable


class Means(Enum):
    """How an answer can reach somebody who asked in a channel."""

    REPLY = "reply"
    SEND = "send"  # without a reference, which needs Read Message History
    REACT = "react"  # nothing can be written, but something seen
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent where the question was asked; ``below`` it as a reply, or apart from it."""

    messages: tuple[discord.PartialMessage, ...] = ()
    below: bool = True


async def answer_message(asked: discord.Message, drawing: Drawing, voice: Voice) -> Sent:
    """Reply where the question was asked; where that is refused, by direct message.

    An answer that does not stand below the question repeats it.
    """
    means = means_of(asked)
    sent: list[discord.Message] = []
    below = False
    note = "refusal.cannot_write"
    if means in {Means.REPLY, Means.SEND}:
        below = means is Means.REPLY
        reference = asked.to_reference(fail_if_not_exists=False) if below else None
        refusal = await _send(asked.channel, drawing(not below), reference, sent)
        if refusal and reference and not sent and _may_pass_without_reference(refusal):
            below = False
            refusal = await _send(asked.channel, drawing(True), None, sent)
        if refusal is None:
            return Sent(tuple(map(partial, sent)), below)
        means = Means.REACT  # by a rule that is no permission, or one changed just now
        note = "refusal.not_taken"
    left = drawing(not below)[len(sent) :] if sent else drawing(True)
    words = voice(note, channel=f"<#{asked.channel.id}>")
    await answer_directly(asked, headed(words, left), means)
    return Sent(tuple(map(partial, sent)), below)


async def answer_in(thread: discord.Thread, drawing: Drawing) -> Sent | None:
    """Answer in a thread that was opened for it; ``None`` where Discord takes nothing there."""
    sent: list[discord.Message] = []
    await _send(thread, drawing(True), None, sent)
    return Sent(tuple(map(partial, sent)), below=False) if sent else None


async def answer_unasked(post: discord.Message, drawing: Drawing) -> Sent:
    """Reply to what has not asked; where that is not allowed or refused, nobody is told."""
    sent: list[discord.Message] = []
    means = means_of(post)
    if means in {Means.REPLY, Means.SEND}:
        reference = post.to_reference(fail_if_not_exists=False) if means is Means.REPLY else None
        await _send(post.channel, drawing(True), reference, sent)
    return Sent(tuple(map(partial, sent)), below=False)


async def change_answer(asked: discord.Message, sent: Sent, drawing: Drawing, voice: Voice) -> Sent:
    """Answer a message, or change what answered it before its writer edited it."""
    if not sent.messages:
        return await answer_message(asked, drawing, voice)
    first, *others = sent.messages
    views = drawing(not sent.below)
    try:
        await insist(lambda: first.edit(view=views[0], allowed_mentions=_NO_PINGS))
    except discord.HTTPException as error:  # deleted meanwhile, or refused
        if not is_refusal(error):
            raise
        return await answer_message(asked, drawing, voice)
    for message in others:
        with suppress(discord.HTTPException):
            await insist(message.delete)
    rest = views[1:]
    more = (await answer_message(asked, lambda _: rest, voice)).messages if rest else ()
    return Sent((first, *more), sent.below)


async def answer_directly(
    asked: discord.Message, views: Sequence[ui.LayoutView], means: Means | None = None
) -> None:
    """Send a direct message; where the person takes none, leave a reaction, if that is allowed."""
    if await _send(asked.author, views, None, []) is not None:
        _log.info("reply.impossible")
        if (means or means_of(asked)) is not Means.NONE:
            await react(asked, _UNHEARD)


async def react(asked: discord.Message, emoji: str) -> None:
    """Leave a reaction where that is allowed."""
    try:
        await insist(lambda: asked.add_reaction(emoji))
    except discord.HTTPException as error:
        if not is_refusal(error):
            raise


def is_refusal(error: discord.HTTPException) -> bool:
    """Whether Discord has refused for good: the same request would be refused again."""
    return 400 <= error.status < 500 and error.status != 429


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
    """Fill the deferred response; what does not fit into it follows, seen by the same people.

    What Discord refuses to show there goes to the person directly; where that is refused as well,
    raises the refusal.
    """
    first, *rest = views
    edit = interaction.edit_original_response
    continuations = interaction.client.desk.continuations
    left = list(views)
    try:
        shown = await insist(lambda: edit(view=first, allowed_mentions=_NO_PINGS))
        left = rest
        while left:
            further = await follow(interaction, left[0], private=private)
            continuations.note(shown.id, further.delete)
            left = left[1:]
    except discord.HTTPException as error:
        if not is_refusal(error) or not await write_to(interaction.user, left):
            raise
        _log.info("response.refused", status=error.status, code=error.code)
        waits = interaction.response.type is _THINKING
        if waits and len(left) == len(views):  # nobody is left looking at "thinking …"
            with suppress(discord.HTTPException):
                await insist(interaction.delete_original_response)


async def write_to(person: discord.User | discord.Member, views: Sequence[ui.LayoutView]) -> bool:
    """Write to somebody directly; whether it arrived."""
    return await _send(person, views, None, []) is None


async def follow(
    interaction: Interaction, view: ui.LayoutView, *, private: bool = True
) -> discord.WebhookMessage:
    """A further message; no other way than this creates one that only this person sees."""
    send = interaction.followup.send
    return await add(
        lambda: send(view=view, ephemeral=private, allowed_mentions=_NO_PINGS, wait=True)
    )


async def removed(interaction: Interaction, number: int) -> bool:
    """Delete a message of ours where this was pressed; whether it is gone."""
    channel = interaction.client.get_partial_messageable(interaction.channel_id or 0)
    try:
        await insist(channel.get_partial_message(number).delete)
    except discord.NotFound:
        return True
    except discord.HTTPException:
        _log.info("delete.refused")
        return False
    return True


async def _send(
    place: Place,
    views: Sequence[ui.LayoutView],
    reference: discord.MessageReference | None,
    sent: list[discord.Message],
) -> discord.HTTPException | None:
    """Send all views, noting what has arrived; returns the refusal that put an end to it."""
    for view in views[len(sent) :]:
        try:
            arrived = await deliver(
                lambda nonce, view=view, reference=reference: place.send(  # type: ignore[misc]
                    view=view,
                    nonce=nonce,
                    reference=reference,
                    mention_author=False,
                    allowed_mentions=_NO_PINGS,
                )
            )
        except discord.HTTPException as error:
            if not is_refusal(error):
                raise
            _log.info("message.refused", status=error.status, code=error.code)
            return error
        sent.append(arrived)
        reference = None
    return None


def _may_pass_without_reference(refusal: discord.HTTPException) -> bool:
    """Whether the reply may have been what was refused, and not its words or the place."""
    return refusal.code not in _ABOUT_WORDS and refusal.status in {400, 404}


def partial(message: discord.Message) -> discord.PartialMessage:
    """A message by its ids alone, so that nothing of its text is kept."""
    return discord.PartialMessage(channel=message.channel, id=message.id)
