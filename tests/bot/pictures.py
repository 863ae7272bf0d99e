"""Pictures of the bot's messages as Discord shows them: ``python -m tests.bot.pictures``.

Needs the ``pictures`` extra and Debian's chromium. Asks the shipped corpus, in a simulated
Discord, and writes one PNG for each kind of message into a folder (docs/images by default, where
only those that the README shows are written; ``--all`` writes every kind).
"""

import argparse
import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import simcord
from playwright.async_api import BrowserType

from bot.cogs.watch import Watches
from bot.messages.layout import message
from bot.messages.reindex_cards import progress_card
from bot.serving.client import VerbatimBot
from bot.settings import load
from index.library import open_library
from index.reports import Progress
from index.store.records import Records
from tests.bot.strange import STRANGE, write_strange

CHECKOUT: Final = Path(__file__).resolve().parents[2]
CHROMIUM: Final = "/usr/bin/chromium"
QUESTION: Final = "What did Macron say about Gaziantep?"
UNANSWERABLE: Final = "What did Narishkin tell the moon?"
IN_README: Final = ("answer", "refusal", "proof", "timeline", "sides", "watch")
WIDTHS: Final = {"": 760, "-phone": 390}
"""What is added to a picture's name, and how wide it is."""
MOST_BYTES: Final = 150_000

Target = Any  # what simcord's preview can show: a message, or what came of an interaction


class Scene:
    """A channel with the bot, somebody who asks in it, and a camera."""

    def __init__(
        self,
        env: simcord.Env,
        bot: VerbatimBot,
        folder: Path,
        widths: Mapping[str, int],
        documents: Path,
    ) -> None:
        self.env = env
        self.bot = bot
        self.documents = documents
        self.folder = folder
        self.widths = widths
        self.guild = guild = env.create_guild("Newsroom")
        self.channel = guild.create_text_channel("fact-checks")
        self.asker = guild.add_member(env.create_user("mara"))
        self.manager = simcord.MemberActor(env, guild, guild.owner)
        admins = frozenset({self.manager.id})
        bot.desk.settings = replace(bot.desk.settings, admin_users=admins)

    def move(self) -> None:
        """Go on in an empty channel: the longer one is, the longer a picture of it takes."""
        self.channel = self.guild.create_text_channel("fact-checks")

    async def ask(self, question: str) -> Target:
        assert self.bot.user is not None
        await self.asker.send(self.channel, f"{self.bot.user.mention} {question}")
        return self.channel.last_message

    async def press(self, message: Target, label: str) -> Target:
        return await self.asker.click(message, label=label)

    async def take(self, name: str, target: Target, viewer: Target = None) -> None:
        """Photograph one message: as on a desktop and, where every kind is wanted, on a phone."""
        for added, width in self.widths.items():
            async with self.env.preview(
                self.channel,
                viewers=[viewer or self.asker],
                display="fixed",
                width=width,
                height=1000,
            ) as preview:
                await preview.screenshot(self.folder / f"{name}{added}.png", target=target)


async def answer(scene: Scene) -> None:
    await scene.take("answer", await scene.ask(QUESTION))


async def refusal(scene: Scene) -> None:
    await scene.take("refusal", await scene.ask(UNANSWERABLE))


async def reading(scene: Scene) -> None:
    await scene.take("reading", await scene.ask('"fighters" in October 2020 -Yerevan'))
    await scene.take("not-exact", await scene.ask('"fighters sent by Gaziantep"'))


async def follow_up(scene: Scene) -> None:
    for name, words in (("follow-up", "and Gaziantep?"), ("more", "and what else?")):
        await scene.ask("Who said that fighters were sent?")
        await scene.asker.send(scene.channel, words, reply_to=scene.channel.last_message)
        await scene.take(name, scene.channel.last_message)


async def more(scene: Scene) -> None:
    behind = await scene.press(await scene.ask(QUESTION), "⋯")
    await scene.take("more-buttons", behind)


async def proof(scene: Scene) -> None:
    behind = await scene.press(await scene.ask(QUESTION), "⋯")
    await scene.take("proof", await scene.press(behind.response, "Verify"))


async def strange(scene: Scene) -> None:
    """Names and words that put a layout to the test."""
    for name in STRANGE:
        await scene.take(name, await scene.ask(f"What did envoy {name} write to Kestrel?"))


async def timeline(scene: Scene) -> None:
    options = {"question": "Did Turkey send Syrian fighters to Azerbaijan?"}
    await scene.take("timeline", await scene.asker.slash(scene.channel, "timeline", **options))


async def watch(scene: Scene) -> None:
    """What is posted when a document brings something new for a standing question."""
    question = "Did Turkey send Syrian fighters to Azerbaijan?"
    await scene.manager.slash(scene.channel, "watch add", question=question)
    front = 'title: "The fighters on their way"\npublisher: "Sample Wire"\npublished: 2020-10-07'
    words = "Turkey sent a further hundred Syrian fighters to Azerbaijan, says a drover of Kilis."
    (scene.documents / "way.md").write_text(f"---\n{front}\n---\n{words}\n", "utf-8")
    await scene.bot.desk.library.reindex()
    watches = scene.bot.get_cog("Watches")
    assert isinstance(watches, Watches)
    await watches.watching.look()
    await scene.take("watch", scene.channel.last_message)


async def watched(scene: Scene) -> None:
    question = "What did Macron say about Gaziantep?"
    added = await scene.manager.slash(scene.channel, "watch add", question=question)
    await scene.take("watch-added", added, scene.manager)
    listed = await scene.manager.slash(scene.channel, "watch list")
    await scene.take("watch-list", listed, scene.manager)


async def sides(scene: Scene) -> None:
    options = {"claim": "Did Turkey send Syrian fighters to Azerbaijan?"}
    await scene.take("sides", await scene.asker.slash(scene.channel, "sides", **options))


async def context(scene: Scene) -> None:
    await scene.take("context", await scene.press(await scene.ask(QUESTION), "Context"))


async def source(scene: Scene) -> None:
    behind = await scene.press(await scene.ask(QUESTION), "⋯")
    await scene.take("source", await scene.press(behind.response, "Source"))


async def why(scene: Scene) -> None:
    await scene.take("why", await scene.press(await scene.ask(UNANSWERABLE), "Why?"))


async def filtered(scene: Scene) -> None:
    options = {"question": QUESTION, "since": "2019", "until": "October 2020"}
    await scene.take("filtered", await scene.asker.slash(scene.channel, "ask", **options))


async def claim(scene: Scene) -> None:
    said = await scene.asker.send(scene.channel, "Fighters went through Gaziantep, says Macron")
    found = await scene.asker.context_menu(scene.channel, "Find sources", said)
    await scene.take("claim", found)


async def commands(scene: Scene) -> None:
    for name in ("sources", "about"):
        await scene.take(name, await scene.asker.slash(scene.channel, name))
    # The preview cannot draw the mention of a command that the viewer may not use.
    await scene.take("help", await scene.manager.slash(scene.channel, "help"), scene.manager)


async def settings(scene: Scene) -> None:
    shown = await scene.manager.slash(scene.channel, "settings")
    await scene.take("settings", shown, scene.manager)
    assert shown.response is not None
    await scene.manager.select(shown.response, ["de"], custom_id="L")
    await scene.take("german", await scene.ask(QUESTION))


async def progress(scene: Scene) -> None:
    """A reindex as it stands half-way, which a real one of this corpus never does for long."""
    voice = scene.bot.desk.voices.default
    card = progress_card(Progress(7, 12, 31), 4.0, voice, full=False)
    async with asyncio.timeout(60):
        channel = scene.bot.get_partial_messageable(scene.channel.id)
        await channel.send(view=message(card))
    await scene.take("progress", scene.channel.last_message)


async def admin(scene: Scene) -> None:
    for name in ("reindex", "status"):
        shown = await scene.manager.slash(scene.channel, name)
        await scene.take(name, shown, scene.manager)


KINDS: Final[tuple[Callable[[Scene], Awaitable[None]], ...]] = (
    answer,
    refusal,
    reading,
    follow_up,
    more,
    proof,
    timeline,
    sides,
    context,
    source,
    why,
    strange,
    filtered,
    claim,
    commands,
    progress,
    admin,
    watch,
    watched,
    settings,
)


async def take_pictures(folder: Path, names: tuple[str, ...] | None) -> None:
    """Write the pictures of the kinds named, or of all."""
    widths = WIDTHS if names is None else {"": WIDTHS[""]}
    async with _scene(folder, widths) as scene:
        for kind in KINDS:
            if names is None or kind.__name__ in names:
                scene.move()
                await kind(scene)


@asynccontextmanager
async def _scene(folder: Path, widths: Mapping[str, int]) -> AsyncIterator[Scene]:
    _use_chromium()
    with tempfile.TemporaryDirectory() as data:
        documents = Path(data) / "documents"
        shutil.copytree(CHECKOUT / "corpus" / "documents", documents)
        if len(widths) > 1:
            write_strange(documents)
        async with (
            open_library(corpus=documents, data=Path(data)) as library,
            Records.open(Path(data) / "records.sqlite3") as records,
        ):
            await library.refresh()
            settings = load({"VERBATIM_COOLDOWN_USER": "1000/60"}, Path(data))
            bot = VerbatimBot(library=library, records=records, settings=settings)
            async with simcord.run(bot, shard_count=1) as env:
                assert bot.user is not None
                await bot.user.edit(username="Verbatim")
                yield Scene(env, bot, folder, widths, documents)


def report(folder: Path) -> None:
    """Print each picture with its size; fails where one is too large for a README."""
    for path in sorted(folder.glob("*.png")):
        length = path.stat().st_size
        print(f"{path}  {length:,} bytes")
        if length > MOST_BYTES:
            raise SystemExit(f"{path} has more than {MOST_BYTES:,} bytes; show less in it")


def _use_chromium() -> None:
    """Let Playwright start the system's browser, without the sandbox that root cannot have."""
    launch = BrowserType.launch

    async def launch_chromium(self: BrowserType, **_: object) -> object:
        return await launch(self, executable_path=CHROMIUM, args=["--no-sandbox"])

    setattr(BrowserType, "launch", launch_chromium)  # noqa: B010 - an assignment is a type error


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", action="store_true", help="every kind of message")
    parser.add_argument("folder", type=Path, nargs="?", default=CHECKOUT / "docs" / "images")
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    asyncio.run(take_pictures(chosen.folder, None if chosen.all else IN_README))
    report(chosen.folder)
