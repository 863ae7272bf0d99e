"""What Verbatim is and how to ask."""

from importlib.metadata import PackageNotFoundError, version

from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot.cogs.question_options import anywhere
from bot.conversation.sending import defer, finish
from bot.desk.desk import Desk, DeskBot, Interaction
from bot.desk.visit import Visit, visit_of
from bot.messages.cards import Card
from bot.messages.layout import message
from bot.wording.markdown import subtext
from bot.wording.phrases import age
from bot.wording.voice import Voice
from index.errors import IndexMissingError

_DISTRIBUTION = "verbatim-quotes-bot"


class About(commands.Cog):
    """Words about the bot itself."""

    def __init__(self, bot: DeskBot) -> None:
        self.bot = bot

    @app_commands.command(
        name=locale_str("about"),
        description=locale_str("What I am, what I store, and how old my index is"),
    )
    @anywhere
    async def about(self, interaction: Interaction) -> None:
        """Say what it is, what it stores and how old the index is."""
        visit = await visit_of(interaction)
        await defer(interaction, private=True)
        card = await _about(self.bot.desk, visit)
        await finish(interaction, (message(card),), private=True)

    @app_commands.command(name=locale_str("help"), description=locale_str("How to ask"))
    @anywhere
    async def help(self, interaction: Interaction) -> None:
        """Say how to ask, in the reader's language."""
        voice = (await visit_of(interaction)).voice
        await defer(interaction, private=True)
        mention = self.bot.user.mention if self.bot.user else "@Verbatim"
        await finish(interaction, (message(_help(mention, voice)),), private=True)


async def _about(desk: Desk, visit: Visit) -> Card:
    settings, voice = desk.settings, visit.voice
    stored = [voice("about.stored")]
    if settings.log_questions:
        stored.append(voice.count("about.logged", settings.log_retention_days))
    else:
        stored.append(voice("about.not_logged"))
    what = "\n".join((f"### {voice('about.title')}", voice("about.what"), voice("about.judge")))
    return Card((what, " ".join(stored), subtext(await _state(desk, visit))))


async def _state(desk: Desk, visit: Visit) -> str:
    """The version, and what this server offers of what is held."""
    voice = visit.voice
    try:
        status = await desk.library.status()
    except IndexMissingError:
        return voice("refusal.no_index")
    documents, passages = status.documents, status.passages
    if visit.rules.sources:
        held = await desk.holdings(visit.rules)
        documents, passages = len(held), sum(holding.passages for holding in held)
    return voice(
        "about.version",
        version=_version(),
        documents=voice.count("count.documents", documents),
        passages=voice.count("count.passages", passages),
        age=age(status.built_at, voice),
    )


def _help(mention: str, voice: Voice) -> Card:
    example = voice("refusal.example")
    keys = ("mention", "reply", "ask", "timeline", "claim", "watch", "browse")
    how = [f"- {voice(f'help.{key}', mention=mention, example=example)}" for key in keys]
    return Card(
        (
            "\n".join((f"### {voice('help.title')}", *how)),
            "\n".join((voice("help.words"), voice("help.buttons"))),
            subtext(voice("help.admin")),
        )
    )


def _version() -> str:
    """The installed version; a checkout that is not installed has none."""
    try:
        return version(_DISTRIBUTION)
    except PackageNotFoundError:
        return "0"
