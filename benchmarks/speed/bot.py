"""What a bot holds in memory: ``python -m benchmarks.speed bot``.

With all that the bot imports and a library of the speeches that it opens as the bot does: idle, and
after so many of SQuAD's questions, with time to compile the search after the first of them.
"""

import asyncio
import gc
import json
import shutil
import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path

from benchmarks.speed.corpora import SHARED
from benchmarks.speed.measuring import resident
from bot.serving.memory import keep_small
from bot.wording.voice import Voices
from index.answers import Question
from index.library import Options, open_library

_ASKED, _UNTIL_COMPILED, _COMPILING = 600, 40, 60.0


def measure() -> None:
    """Print a table of the megabytes held, by a process that holds nothing else."""
    alone = "from benchmarks.speed.bot import measured; measured()"
    subprocess.run([sys.executable, "-c", alone], check=True)


def measured() -> None:
    """The same, here."""
    keep_small()
    import_module("bot.serving.running")  # all that the bot imports
    asyncio.run(_measure())


async def _measure() -> None:
    lines = (SHARED / "squad-dev" / "queries.jsonl").read_text("utf-8").splitlines()
    asked = [Question(str(json.loads(line)["text"])) for line in lines[:_ASKED]]
    with tempfile.TemporaryDirectory() as temporary:
        corpus = Path(temporary) / "speeches"
        shutil.copytree(SHARED / "ungd", corpus, copy_function=shutil.copyfile)
        places = {"corpus": corpus, "data": Path(temporary) / "data"}
        async with open_library(**places, options=Options(apart=True)) as library:
            await library.refresh()
            await asyncio.gather(library.warm(), asyncio.to_thread(Voices.load().rehearse))
            gc.collect()
            gc.freeze()
            print("| | resident MB | of it its own |\n|---|---:|---:|")
            _tell("idle")
            for number, question in enumerate(asked, 1):
                await library.ask(question)
                if number == _UNTIL_COMPILED:
                    await asyncio.sleep(_COMPILING)
            _tell(f"after {_ASKED} questions")


def _tell(when: str) -> None:
    held = resident()
    print(f"| {when} | {held['resident_mb']:.0f} | {held.get('own_mb', 0):.0f} |", flush=True)
