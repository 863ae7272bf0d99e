"""Commands of the operator's: for whom they are, and that every attempt stands on record."""

import structlog

from bot.conversation.interactions import tell
from bot.desk.desk import Interaction, is_admin
from bot.desk.visit import visit_of
from bot.wording.voice import Voice

_log: structlog.stdlib.BoundLogger = structlog.get_logger()


async def admitted(interaction: Interaction, action: str) -> Voice | None:
    """The voice to answer an admin in; anybody else is refused, and that is recorded."""
    voice = (await visit_of(interaction)).voice
    if is_admin(interaction):
        return voice
    try:
        await tell(interaction, voice("admin.refused"))
    finally:  # it stands on record also where Discord does not show it
        await audit(interaction, action, "refused")
    return None


async def audit(interaction: Interaction, action: str, outcome: str, detail: str = "") -> None:
    """Put an attempt on record."""
    _log.info("admin", action=action, outcome=outcome)
    records = interaction.client.desk.records
    await records.audit(str(interaction.user.id), action, outcome, detail)
