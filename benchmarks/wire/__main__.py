"""The bot over a real wire, in numbers: ``python -m benchmarks.wire [--passages 20000]``.

Discord is a server on this machine and the bot a process of its own, so what is measured is all
that the bot does between a gateway event and its first byte, and nothing of the internet.
"""

import argparse
import asyncio
import random
import re
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.wire.fake_discord import payloads
from tests.wire.fake_discord.server import FakeDiscord
from tests.wire.process import CHECKOUT, BotProcess

LAUNCHER: Final = Path(__file__).with_name("launch.py")
ASKED: Final = 50
BUILD_SECONDS: Final = 900.0
"""After which building an index has failed."""
SETTINGS: Final = {
    "VERBATIM_COOLDOWN_USER": "100000/1",
    "VERBATIM_COOLDOWN_SERVER": "100000/1",
    "VERBATIM_ADMIN_USERS": payloads.PERSON,
}
_PASSAGES_A_FILE: Final = 10
_SYLLABLES: Final = "ba co du fe gi ho ja ke lu mi no pa qui ro sa te va wo xe zu".split()

Row = tuple[str, str, str]


def words(many: int, chance: random.Random) -> list[str]:
    """Different made-up words."""
    made: set[str] = set()
    while len(made) < many:
        made.add("".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))))
    return sorted(made)


def write_corpus(folder: Path, passages: int) -> list[str]:
    """Files of ten passages each; returns questions, each of five words of one passage."""
    chance = random.Random(1)
    vocabulary = words(20_000, chance)
    shares = [1 / (rank + 25) for rank in range(len(vocabulary))]  # about Zipf's law
    questions = []
    folder.mkdir()
    for number in range(passages // _PASSAGES_A_FILE):
        text = [f"# Report {number}\n"]
        for _ in range(_PASSAGES_A_FILE):
            drawn = chance.choices(vocabulary, shares, k=90)
            sentences = [" ".join(drawn[at : at + 15]).capitalize() for at in range(0, 90, 15)]
            text.append(". ".join(sentences) + ".\n")
            questions.append(f"What about {' '.join(sorted(set(drawn), key=len)[-5:])}?")
        (folder / f"report-{number}.md").write_text("\n".join(text), "utf-8")
    return chance.sample(questions, min(1000, len(questions)))


def milliseconds(taken: list[float]) -> str:
    cuts = statistics.quantiles(taken, n=20)
    return f"p50 {cuts[9] * 1000:.0f} ms, p95 {cuts[18] * 1000:.0f} ms"


def memory(bot: BotProcess) -> str:
    """The megabytes that a bot holds, and how many of them are not mapped from the index."""
    status = Path(f"/proc/{bot.pid}/status").read_text("utf-8")
    kilobytes = dict(re.findall(r"^(Rss\w+|VmRSS):\s+(\d+) kB$", status, re.MULTILINE))
    held, own = (int(kilobytes[name]) / 1024 for name in ("VmRSS", "RssAnon"))
    return f"{held:.0f} MB, {own:.0f} of its own"


def notes(probe: Path) -> list[str]:
    return probe.read_text("utf-8").splitlines()


async def first_replies(discord: FakeDiscord, questions: Iterator[str]) -> Row:
    """One mention after the other: from the gateway event to the reply's first request."""
    taken = []
    before = discord.rest.count("POST", "/channels/*/messages")
    for nth in range(before + 1, before + ASKED + 1):
        asked = time.perf_counter()
        await discord.mention(next(questions))
        taken.append((await discord.reply(nth)).at - asked)
    return "first reply to a mention, 50 in turn", milliseconds(taken), "p95 100 ms"


async def all_at_once(discord: FakeDiscord, questions: Iterator[str]) -> Iterator[Row]:
    """Fifty commands in one moment: each is to be deferred within 3 s, and answered."""
    began = time.perf_counter()
    asked = [await discord.slash("ask", question=next(questions)) for _ in range(ASKED)]
    deferred = [(await discord.deferral(each)).at - began for each in asked]
    answered = [(await discord.answer(each)).at - began for each in asked]
    failed = sum(late > 3 for late in deferred) + ASKED - len(answered)
    return iter(
        (
            ("50 commands at once: slowest deferral", f"{max(deferred) * 1000:.0f} ms", "3,000 ms"),
            ("50 commands at once: last answer", f"{max(answered) * 1000:.0f} ms", "none"),
            ("50 commands at once: failed", str(failed), "0"),
        )
    )


async def while_rebuilding(
    discord: FakeDiscord, bot: BotProcess, questions: Iterator[str], probe: Path
) -> list[Row]:
    """A full reindex, asked for in Discord, with questions all the while."""
    noted = len(notes(probe))
    began = time.perf_counter()
    asked = await discord.slash("reindex", full=True)
    over = asyncio.create_task(bot.said('"outcome": "done"', patience=BUILD_SECONDS))
    taken = []
    while not over.done():
        nth = discord.rest.count("POST", "/channels/*/messages") + 1
        sent = time.perf_counter()
        await discord.mention(next(questions))
        taken.append((await discord.reply(nth)).at - sent)
    seconds = time.perf_counter() - began
    await discord.answer(asked)
    late = [line.split() for line in notes(probe)[noted:]]
    stalls = [line[2:4] for line in late if line[0] == "late"]
    lags, own = ([float(each[n]) for each in stalls] or [0.0] for n in (0, 1))
    return [
        ("full reindex while questions are asked", f"{seconds:.1f} s", "none"),
        (f"replies meanwhile ({len(taken)})", milliseconds(taken), "none"),
        ("longest stall of the event loop", f"{max(own):.0f} ms", "50 ms"),
        ("the same on the wall clock, others' load", f"{max(lags):.0f} ms", "none"),
        ("stalls over 50 ms", str(sum(lag > 50 for lag in own)), "0"),
    ]


async def idle_memory(folder: Path) -> list[Row]:
    """With the corpus that ships: just after the index was built, and after a restart.

    nltk loads SciPy where it finds it, 60 MB of it; only the tools of development bring it.
    """
    rows = []
    for moment in ("after building the index", "after a restart"):
        async with FakeDiscord.running() as discord:
            settings = {"VERBATIM_CORPUS": str(CHECKOUT / "corpus" / "documents")}
            async with BotProcess.running(
                discord.base, folder, launcher=LAUNCHER, WIRE_WITHOUT="scipy", **settings
            ) as bot:
                await discord.gateway.opened()
                await discord.mention("What did Lavrov tell Kommersant?")
                await discord.reply()
                await asyncio.sleep(2)
                rows.append((f"idle memory, {moment}", memory(bot), "150 MB"))
                await bot.stop()
    return rows


async def measure(folder: Path, passages: int) -> list[Row]:
    asked = write_corpus(folder / "corpus", passages)
    questions, probe = (asked[n % len(asked)] for n in range(10**9)), folder / "probe"
    async with (
        FakeDiscord.running() as discord,
        BotProcess.running(
            discord.base, folder, launcher=LAUNCHER, WIRE_PROBE=str(probe), **SETTINGS
        ) as bot,
    ):
        await bot.said("index.refreshed", patience=BUILD_SECONDS)
        await discord.gateway.opened()
        (report,) = bot.fields(lambda line: line["event"] == "index.refreshed")
        rows = [
            ("passages", f"{report['passages']:,}", ""),
            ("built in", f"{report['seconds']} s", ""),
        ]
        rows.append(await first_replies(discord, questions))
        rows += await all_at_once(discord, questions)
        rows += await while_rebuilding(discord, bot, questions, probe)
        rows.append(("memory after all that", memory(bot), "none"))
        assert await bot.stop() == 0
    (small := folder / "small").mkdir()
    return rows + await idle_memory(small)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=20_000)
    parser.add_argument("--keep", type=Path, help="a new folder to keep corpus and probe in")
    options = parser.parse_args()
    if options.keep:
        options.keep.mkdir(parents=True)
        print_table(asyncio.run(measure(options.keep, options.passages)))
        return
    with tempfile.TemporaryDirectory() as folder:
        print_table(asyncio.run(measure(Path(folder), options.passages)))


def print_table(rows: list[Row]) -> None:
    print(f"{'measured':<42}{'value':<28}target")
    for name, value, target in rows:
        print(f"{name:<42}{value:<28}{target}")


if __name__ == "__main__":
    main()
