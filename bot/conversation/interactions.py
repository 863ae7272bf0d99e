"""Asking through an interaction: a command, a modal, a button that asks again."""

from bot.conversation.delivery import acknowledge
from bot.conversation.places import admits
from bot.conversation.responding import refused, respond
from bot.conversation.searching import Request
from bot.conversation.sending import defer, finish
from bot.desk.custom_ids import Limits
from bot.desk.desk import Interaction
from bot.desk.visit import Visit


async def answer_interaction(
    interaction: Interaction,
    visit: Visit,
    text: str,
    limits: Limits,
    *,
    private: bool | None = None,
    claim: bool = False,
    counted: bool = False,
) -> None:
    """Answer as publicly as asked for (``None``: as the server has chosen) and as allowed here."""
    if not counted and await stopped(interaction, visit):
        return
    hidden = is_private(interaction, visit, private)
    await defer(interaction, private=hidden)
    request = Request(text, visit, limits, claim=claim)
    views = await respond(interaction.client.desk, request)
    await finish(interaction, views, private=hidden)


def is_private(interaction: Interaction, visit: Visit, wanted: bool | None = None) -> bool:
    """Whether this person alone sees the answer: by their wish, else by the server's rules."""
    hidden = visit.rules.private if wanted is None else wanted
    return hidden or not admits(interaction.guild, visit.rules, *_channels(interaction))


async def stopped(interaction: Interaction, visit: Visit) -> bool:
    """Count a question; when there were too many, say so to this person and return true."""
    refusal = interaction.client.desk.refusal(visit.person, visit.guild)
    if refusal is None:
        return False
    key, wait = refusal
    await tell(interaction, visit.voice.count(key, seconds(wait.seconds)))
    return True


async def tell(interaction: Interaction, text: str) -> None:
    """A first response of one sentence that only this person sees."""
    view = refused(text)
    await acknowledge(lambda: interaction.response.send_message(view=view, ephemeral=True))


def seconds(wait: float) -> int:
    """Whole seconds to wait: never fewer than needed."""
    return max(1, int(-(-wait // 1)))


def _channels(interaction: Interaction) -> tuple[int | None, ...]:
    return interaction.channel_id, getattr(interaction.channel, "parent_id", None)
