"""Asking through an interaction: a command, a modal, a button that asks again."""

from bot.conversation.delivery import acknowledge
from bot.conversation.responding import refused, respond
from bot.conversation.searching import Request
from bot.conversation.sending import defer, finish
from bot.desk.custom_ids import Limits
from bot.desk.desk import Interaction, voice_for
from bot.desk.rules import Rules
from bot.translation import Voice


async def answer_interaction(
    interaction: Interaction,
    text: str,
    limits: Limits,
    *,
    private: bool | None = None,
    claim: bool = False,
) -> None:
    """Answer as publicly as asked for (``None``: as the server has chosen) and as allowed here."""
    rules = await interaction.client.desk.rules(interaction.guild_id)
    voice = voice_for(interaction, rules)
    if await stopped(interaction, voice):
        return
    hidden = rules.private if private is None else private
    hidden = hidden or not rules.admits(*_channels(interaction))
    await defer(interaction, private=hidden)
    request = _request(interaction, text, rules, voice, limits, claim=claim)
    views = await respond(interaction.client.desk, request)
    await finish(interaction, views, private=hidden)


async def stopped(interaction: Interaction, voice: Voice) -> bool:
    """Count a question; when there were too many, say so to this person and return true."""
    refusal = interaction.client.desk.refusal(interaction.user.id, interaction.guild_id)
    if refusal is None:
        return False
    key, wait = refusal
    await tell(interaction, voice.count(key, seconds(wait.seconds)))
    return True


async def tell(interaction: Interaction, text: str) -> None:
    """A first response of one sentence that only this person sees."""
    view = refused(text)
    await acknowledge(lambda: interaction.response.send_message(view=view, ephemeral=True))


def seconds(wait: float) -> int:
    """Whole seconds to wait: never fewer than needed."""
    return max(1, int(-(-wait // 1)))


def _request(
    interaction: Interaction,
    text: str,
    rules: Rules,
    voice: Voice,
    limits: Limits,
    *,
    claim: bool,
) -> Request:
    return Request(
        text=text,
        asker=interaction.user.id,
        guild=interaction.guild_id,
        rules=rules,
        voice=voice,
        limits=limits,
        claim=claim,
    )


def _channels(interaction: Interaction) -> tuple[int | None, ...]:
    return interaction.channel_id, getattr(interaction.channel, "parent_id", None)
