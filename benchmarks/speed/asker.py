"""Answers questions, one a line, with any commit's code: ``python asker.py CORPUS DATA``.

Run in the folder of that code. An empty line waits until the search is compiled. Any other is a
JSON string; what is printed is how many milliseconds of the processor its answer took.
"""

import asyncio
import json
import sys
import threading
import time
from pathlib import Path

sys.path[0] = str(Path.cwd())

from index.answers import Question  # noqa: E402 - of that folder
from index.library import Library, open_library  # noqa: E402


async def _answer(corpus: Path, data: Path) -> None:
    async with open_library(corpus=corpus, data=data) as library:
        await library.refresh()
        if hasattr(library, "warm"):  # as a bot does before its first question
            await library.warm()
        print("ready", flush=True)
        for line in sys.stdin:
            print(await _taken(line, library), flush=True)


async def _taken(line: str, library: Library) -> float:
    while not line.strip():
        if not any(thread.name.startswith("compile") for thread in threading.enumerate()):
            return 0.0
        await asyncio.sleep(0.5)
    started = time.process_time()
    await library.ask(Question(json.loads(line)))
    return (time.process_time() - started) * 1000


if __name__ == "__main__":
    asyncio.run(_answer(Path(sys.argv[1]), Path(sys.argv[2])))
