"""Rules of analysing in processes: the same index as without, and nothing left behind."""

import asyncio
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import pytest_asyncio

from corpus.reader import Reader
from index.answering.served_version import Served
from index.building.portions import PORTIONS, Portions
from index.building.workers import Analysts, _Batch, analysts
from index.library import Options, open_library
from index.terms.analysis import Analysis, FormReader
from index.terms.analyzer import Analyzer
from index.terms.vocabulary import Vocabulary
from tests.index.making import page, write

WORDS = "border crossing denied ministry ambassador Monday evening 42/9 U.S. fighters'".split()
FILES = {
    f"report{n:02}.md": page(
        "\n\n".join(
            f"On {1 + n} May 2021 {WORDS[n % 7]} {WORDS[k % 10]} saw word{n * k} and {n} others."
            for k in range(12)
        ),
        title=f"Report {n}",
        published=f"2021-05-{1 + n:02}",
    )
    for n in range(24)
}


# So that even few files are worth processes of their own.
TOGETHER = Portions(worth_processes=0, processes=2, read_bytes=2_000)


async def indexed(corpus: Path, data: Path, portions: Portions = PORTIONS) -> dict[str, bytes]:
    """The files of a fresh index of ``corpus``, but for its name and times."""
    options = Options(portions=portions)
    async with open_library(corpus=corpus, data=data, options=options) as library:
        await library.reindex()
        served = library._served
        assert isinstance(served, Served)
        folder = served.snapshot.folder
        return {file.name: file.read_bytes() for file in folder.iterdir() if file.suffix != ".json"}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files, two of which are refused; tests do not change them."""
    files = {**FILES, "empty.md": "", "zero.txt": "   \n"}
    return write(tmp_path_factory.mktemp("workers") / "corpus", files)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def alone(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What one process makes of them, a usual portion at a time."""
    return await indexed(corpus, tmp_path_factory.mktemp("alone"))


@pytest.mark.parametrize(
    "portions",
    [
        pytest.param(TOGETHER, id="whichever process is given which file"),
        pytest.param(
            Portions(read_bytes=1, kept_documents=3, built_bytes=1_000),
            id="however little is read, kept and built from at a time",
        ),
    ],
)
async def test_the_index_is_the_same_to_the_last_byte(
    tmp_path: Path, corpus: Path, alone: dict[str, bytes], portions: Portions
) -> None:
    """Refused files included."""
    made = await indexed(corpus, tmp_path / "data", portions)
    assert made.keys() == alone.keys()
    for name, array in alone.items():
        assert made[name] == array, name


def test_a_spelling_that_a_process_finds_later_is_taken_over(tmp_path: Path) -> None:
    """A worker has sent "Physician", and then meets "physician": the parent hears of both."""
    worker = Vocabulary()
    parent = Vocabulary()
    analysts = Analysts(
        Reader(tmp_path, max_bytes=0).parse, FormReader(Analyzer("english"), parent), None, 0
    )
    for spelling in ("Physician", "physician", "Physician"):
        worker.learn_form("physician", spelling, worker.learn("physician"))
        news = worker.take_new()
        assert len(news.words) + len(news.respelt) == (spelling != "Physician" or not parent.words)
        terms = [term for _, term in news.terms]
        analysts._adopted(_Batch(1, terms, news.words, news.respelt, []))
    assert parent.words == {"physician": ("physician", 0)}


async def test_a_dead_process_loses_no_file(tmp_path: Path) -> None:
    """What a worker that was killed had in hand is analysed without it, and what comes later."""
    reader = Reader(write(tmp_path / "corpus", FILES), max_bytes=10_000)
    files = [reader.load(name) for name in FILES]
    async with analysts(reader, "english", Vocabulary(), 0, TOGETHER) as helpers:
        begun = [await helpers.begin(files[first : first + 8]) for first in (0, 8)]
        for child in multiprocessing.active_children():
            child.kill()
        done = [result for work in begun for result in await helpers.results(work)]
        done += await helpers.results(await helpers.begin(files[16:]))
    found = [result.document.id for result in done if isinstance(result, Analysis)]
    assert found == [*FILES]


def test_a_program_without_a_file_of_its_own_is_served(tmp_path: Path) -> None:
    """Processes that cannot start (``python -`` has no module to import) end nothing."""
    titles = (f'["{name}"]\ntitle = "{name * 600}"\n' for name in FILES)  # more than a pipe holds
    corpus = write(tmp_path / "corpus", {**FILES, "sources.toml": "\n".join(titles)})
    code = (
        "import asyncio, sys\n"
        "from pathlib import Path\n"
        "from index.building.portions import Portions\n"
        "from index.library import Options, open_library\n"
        "options = Options(portions=Portions(worth_processes=0, processes=2))\n"
        "async def main():\n"
        "    corpus, data = map(Path, sys.argv[1:])\n"
        "    async with open_library(corpus=corpus, data=data, options=options) as library:\n"
        "        print(len((await library.reindex()).added))\n"
        "asyncio.run(main())\n"
    )
    done = subprocess.run(
        [sys.executable, "-", str(corpus), str(tmp_path / "data")],
        input=code,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[3])},
    )
    assert int(done.stdout) == len(FILES)
    assert done.stderr.count("one process does the rest") == 1


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="finds processes in /proc")
def test_a_killed_parent_leaves_no_worker(tmp_path: Path) -> None:
    """Workers end with the process that started them, even when it could tell them nothing."""
    code = (
        "import asyncio, sys\n"
        "from pathlib import Path\n"
        "from corpus.reader import Reader\n"
        "from index.building.portions import Portions\n"
        "from index.building.workers import analysts\n"
        "from index.terms.vocabulary import Vocabulary\n"
        "async def main():\n"
        "    reader = Reader(Path(sys.argv[1]), max_bytes=10)\n"
        "    two = Portions(worth_processes=0, processes=2)\n"
        "    async with analysts(reader, 'english', Vocabulary(), 1, two) as helpers:\n"
        "        await helpers.results(await helpers.begin([]))\n"
        "        print(*helpers._numbers, flush=True)\n"
        "        await asyncio.sleep(60)\n"
        "if __name__ == '__main__':\n"
        "    asyncio.run(main())\n"
    )
    script = tmp_path / "parent.py"
    script.write_text(code, "utf-8")
    parent = subprocess.Popen(
        [sys.executable, str(script), str(tmp_path)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[3])},
    )
    assert parent.stdout is not None
    worker = int(parent.stdout.readline())
    assert Path(f"/proc/{worker}").is_dir()
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    parent.stdout.close()
    for _ in range(100):
        if not Path(f"/proc/{worker}").is_dir():
            return
        time.sleep(0.1)
    pytest.fail(f"worker {worker} outlived its parent")


async def test_the_event_loop_stays_free(tmp_path: Path) -> None:
    """Something else runs on the loop, again and again, while files are analysed."""
    corpus = write(tmp_path / "corpus", FILES)
    turns = 0

    async def turn() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    async with open_library(corpus=corpus, data=tmp_path / "data", options=Options()) as library:
        other = asyncio.create_task(turn())
        await library.reindex()
        other.cancel()
    assert turns > len(FILES)
