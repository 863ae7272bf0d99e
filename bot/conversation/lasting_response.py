"""A private message that changes while work goes on, also for longer than an interaction lives."""

import io
from dataclasses import dataclass

import discord
import structlog
from discord import ui

from bot.conversation.delivery import deliver, insist
from bot.conversation.sending import is_refusal
from bot.desk.desk import Interaction

_GONE = {10015, 50027}  # Discord's JSON error codes: unknown webhook, invalid webhook token

_NO_PINGS = discord.AllowedMentions.none()

_log: structlog.stdlib.BoundLogger = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to be shown with a message."""

    name: str
    data: bytes


class LastingResponse:
    """The deferred response to an interaction, and a direct message when that is over.

    Discord takes changes to a response for 15 minutes; then the next one is sent as a direct
    message, which is changed from then on. Somebody who takes none is left with the response.
    """

    def __init__(self, interaction: Interaction) -> None:
        self._interaction = interaction
        self._direct: discord.Message | None = None
        self._expired = False
        self._refused = False

    async def show(self, view: ui.LayoutView, *attachments: Attachment) -> None:
        """Show this instead of what was shown; raises ``discord.HTTPException``."""
        self._expired = self._expired or self._interaction.is_expired()
        if not self._expired:
            try:
                await self._change_response(view, attachments)
            except discord.HTTPException as error:
                if error.code not in _GONE:
                    raise
                self._expired = True
            else:
                return
        if not self._refused:
            await self._write_directly(view, attachments)

    async def _change_response(
        self, view: ui.LayoutView, attachments: tuple[Attachment, ...]
    ) -> None:
        edit = self._interaction.edit_original_response
        await insist(lambda: edit(view=view, attachments=_files(attachments)))

    async def _write_directly(
        self, view: ui.LayoutView, attachments: tuple[Attachment, ...]
    ) -> None:
        message, person = self._direct, self._interaction.user
        try:
            if message is not None:
                await insist(
                    lambda: message.edit(
                        view=view, attachments=_files(attachments), allowed_mentions=_NO_PINGS
                    )
                )
                return
            self._direct = await deliver(
                lambda nonce: person.send(view=view, files=_files(attachments), nonce=nonce)
            )
        except discord.HTTPException as error:
            if not is_refusal(error):
                raise
            self._refused = True
            _log.info("reply.impossible")


def _files(attachments: tuple[Attachment, ...]) -> list[discord.File]:
    return [discord.File(io.BytesIO(each.data), each.name) for each in attachments]
