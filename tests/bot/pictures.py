"""Pictures of the bot's messages as Discord shows them: ``python -m tests.bot.pictures``.

Needs the ``pictures`` extra and Debian's chromium. Asks the shipped corpus, in a simulated
Discord, and writes one PNG for each kind of message into a folder (docs/images by default, where
only those that the README shows are written; ``--all`` writes every kind, dark and light, on a
desktop and on a phone).
"""

import argparse
import asyncio
import shutil
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

import simcord

from bot.serving.client import VerbatimBot
from bot.settings import load
from index.library import open_library
from index.store.records import Records
from tests.bot.picture_browser import use_chromium
from tests.bot.picture_kinds import KINDS
from tests.bot.picture_scene import LOOKS, Looks, Scene
from tests.bot.strange_documents import write_strange

CHECKOUT: Final = Path(__file__).resolve().parents[2]
IN_README: Final = ("answer", "refusal", "proof", "timeline", "sides", "watch")
MOST_BYTES: Final = 150_000


async def take_pictures(folder: Path, names: tuple[str, ...], looks: Looks) -> None:
    """Write the pictures of the kinds named, or of all where none is."""
    async with _scene(folder, looks) as scene:
        for kind in KINDS:
            if not names or kind.__name__ in names:
                scene.move()
                await kind(scene)


@asynccontextmanager
async def _scene(folder: Path, looks: Looks) -> AsyncIterator[Scene]:
    use_chromium()
    with tempfile.TemporaryDirectory() as data:
        documents = Path(data) / "documents"
        shutil.copytree(CHECKOUT / "corpus" / "documents", documents)
        if len(looks) > 1:
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
                yield Scene(env, bot, folder, looks, documents)


def report(folder: Path, since: float) -> None:
    """Print each picture that is new with its size; fails where one is too large for a README."""
    taken = (path for path in folder.glob("*.png") if path.stat().st_mtime >= since)
    for path in sorted(taken):
        length = path.stat().st_size
        print(f"{path}  {length:,} bytes")
        if length > MOST_BYTES:
            raise SystemExit(f"{path} has more than {MOST_BYTES:,} bytes; show less in it")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", action="store_true", help="every kind of message")
    known = [kind.__name__ for kind in KINDS]
    parser.add_argument("--only", nargs="+", choices=known, default=(), help="of these kinds")
    parser.add_argument("folder", type=Path, nargs="?", default=CHECKOUT / "docs" / "images")
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    names, looks = IN_README, {"": LOOKS[""]}
    if chosen.all or chosen.only:
        names, looks = tuple(chosen.only), LOOKS
    began = time.time()
    asyncio.run(take_pictures(chosen.folder, names, looks))
    report(chosen.folder, began)
