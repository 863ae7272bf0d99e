"""Browsing: the list of sources, and one of them."""

from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot.cogs.question_options import CHOICE_LIMIT, CHOICES, anywhere, document_choice, renamed
from bot.conversation.interactions import stopped
from bot.conversation.responding import refused
from bot.conversation.sending import defer, finish
from bot.desk.custom_ids import tag
from bot.desk.desk import DeskBot, Interaction
from bot.desk.sources import held_under
from bot.desk.visit import visit_of
from bot.messages.proof_cards import proof_views
from bot.messages.source_cards import SEARCH_LIMIT, list_view, source_view
from index.answers import Proof, Verdict
from index.errors import QuoteError

_QUOTE_ID = 80  # characters: an id has at most 50, and may be pasted with blanks


class Sources(commands.Cog):
    """What there is to ask."""

    def __init__(self, bot: DeskBot) -> None:
        self.bot = bot

    @app_commands.command(
        name=locale_str("sources"), description=locale_str("The documents that I answer from")
    )
    @renamed("search")
    @app_commands.describe(search=locale_str("A part of a title, publisher, author or file name"))
    @anywhere
    async def sources(
        self,
        interaction: Interaction,
        search: app_commands.Range[str, 1, SEARCH_LIMIT] | None = None,
    ) -> None:
        """List the documents, a page at a time."""
        await defer(interaction, private=True)
        visit = await visit_of(interaction)
        held = await self.bot.desk.holdings(visit.rules, search)
        view = list_view(held, search or "", 0, visit.voice)
        await finish(interaction, (view,), private=True)

    @app_commands.command(
        name=locale_str("source"), description=locale_str("All that is known about one document")
    )
    @renamed("document")
    @app_commands.describe(document=locale_str("Its title, or the name of its file"))
    @anywhere
    async def source(self, interaction: Interaction, document: str) -> None:
        """Show one document and offer to ask within it; where several fit, list them."""
        await defer(interaction, private=True)
        visit = await visit_of(interaction)
        voice = visit.voice
        held = await self.bot.desk.holdings(visit.rules)
        found = [holding for holding in held if held_under(holding, _tag(document))]
        if len(found) == 1:
            view = source_view(found[0], voice)
        elif found:
            view = list_view(found, document[:SEARCH_LIMIT], 0, voice)
        else:
            name = voice.quoted(document[:CHOICE_LIMIT])
            view = refused(voice("refusal.source_unknown", source=name))
        await finish(interaction, (view,), private=True)

    @app_commands.command(
        name=locale_str("verify"),
        description=locale_str("Prove a quote against its document as the file is now"),
    )
    @renamed("quote_id")
    @app_commands.describe(quote_id=locale_str("The id shown with the quote"))
    @anywhere
    async def verify(
        self, interaction: Interaction, quote_id: app_commands.Range[str, 1, _QUOTE_ID]
    ) -> None:
        """Say what became of the quote with this id; a source that is hidden here stays so.

        It is counted as a press is: each time the file is read anew.
        """
        visit = await visit_of(interaction)
        if await stopped(interaction, visit):
            return
        await defer(interaction, private=True)
        try:
            proof = await self.bot.desk.library.verify(quote_id)
        except QuoteError:
            await finish(interaction, (refused(visit.voice("verify.no_id")),), private=True)
            return
        held = {each.document for each in await self.bot.desk.holdings(visit.rules)}
        if proof.document not in held:
            proof = Proof(proof.quote_id, Verdict.DOCUMENT_GONE)
        await finish(interaction, proof_views(proof, visit.voice), private=True)

    @source.autocomplete("document")
    async def _documents(
        self, interaction: Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        visit = await visit_of(interaction)
        held = await self.bot.desk.holdings(visit.rules, typed)
        return [document_choice(holding, visit.voice) for holding in held[:CHOICES]]


def _tag(typed: str) -> str:
    """The tag that a choice stands for, or that of a name typed in full."""
    return typed[1:] if typed.startswith("#") else tag(typed.strip())
