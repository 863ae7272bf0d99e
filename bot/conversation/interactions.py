"""Asking through an interaction: a command, a modal, a button that asks again."""

from dataclasses import replace

from bot.conversation.delivery import acknowledge
from bot.conversation.places import Place, place_of
from bot.conversation.responding import refused, respond, unaskable
from bot.conversation.searching import RefusedError, Request, source_tag, tag_among
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
    source: str = "",
    who: str = "",
    private: bool | None = None,
    claim: bool = False,
    counted: bool = False,
) -> None:
    """Answer as publicly as asked for (``None``: as the server has chosen) and as allowed here.

    ``source`` is what somebody typed for one. The catalogue is looked through once Discord has
    been told to wait, and by then it is settled who sees the answer; so a source that was not
    there when the catalogue was last looked at is answered to this person alone.
    """
    if not claim and (reason := unaskable(interaction.client.desk, visit.voice, text)):
        await tell(interaction, reason)
        return
    if not counted and await stopped(interaction, visit):
        return
    desk = interaction.client.desk
    hidden = is_private(interaction, visit, source=source, wanted=private)
    await defer(interaction, private=hidden)
    if source:
        try:
            limits = replace(limits, source=await source_tag(desk, visit, source))
        except RefusedError as error:
            await finish(interaction, (refused(str(error)),), private=hidden)
            return
    request = Request(text, visit, limits, claim=claim, who=who)
    views = await respond(desk, request)
    await finish(interaction, views, private=hidden)


def is_private(
    interaction: Interaction, visit: Visit, *, source: str = "", wanted: bool | None = None
) -> bool:
    """Whether this person alone sees the answer: by their wish or the server's rules.

    So does who names a source that is not there, as far as is known without looking; and while
    nothing is known yet, right after a start, who names any.
    """
    rules, desk = visit.rules, interaction.client.desk
    hidden = rules.private if wanted is None else wanted
    place = place_of(interaction.guild, interaction.channel, rules)
    seen = desk.source_tags_seen(rules) if source else None
    unknown = bool(source) and (seen is None or tag_among(seen, source) is None)
    return hidden or place is not Place.CHOSEN or unknown


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
