"""Interrupted or overtaken: one line says so, and the index that was there goes on answering."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from tests.cli.conftest import Indexed, one_mistake
from tests.conftest import Verbatim, command, environment


@pytest.fixture(autouse=True)
def hearing() -> Iterator[None]:
    """Ctrl-C is heeded also where the tests run in the background: processes inherit deafness."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def interrupt(arguments: list[str], once_there: Path) -> tuple[int, str]:
    """Start a command, interrupt it when a file appears; its exit status and errors."""
    process = subprocess.Popen(
        [*command(), *arguments],
        cwd=once_there.parents[2],
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    deadline = time.monotonic() + 60
    while not once_there.exists() and time.monotonic() < deadline and process.poll() is None:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    return process.returncode, errors


def test_an_interrupted_index_says_one_line_and_can_be_run_again(
    said: Verbatim, fresh: Indexed
) -> None:
    for number in range(200):
        text = f"# Page {number}\n\n" + f"The walrus number {number} was seen at the quay. " * 60
        (fresh.corpus / f"{number}.md").write_text(text, "utf-8")
    status, errors = interrupt(["index", *fresh.options], fresh.home / "index.sqlite3")
    assert status == 130
    assert errors == (
        "verbatim: stopped: interrupted; what was committed is kept, run it again to go on\n"
    )
    done = said("ask", *fresh.options, "walrus number 199")
    assert done.returncode == 0
    assert "walrus number 199" in done.stdout


def test_while_another_process_indexes_the_index_before_answers(
    said: Verbatim, fresh: Indexed
) -> None:
    assert said("index", *fresh.options).returncode == 0
    (fresh.corpus / "new.md").write_text("# New\n\nA quokka was seen.\n", "utf-8")
    with FileLock(fresh.home / "reindex.lock"):
        done = said("ask", *fresh.options, "crane drivers")
        refused = said("index", *fresh.options)
    assert done.returncode == 0
    assert "412 crane drivers" in done.stdout
    assert done.stderr.startswith("verbatim: the corpus has changed and is being indexed")
    assert "another one is running" in one_mistake(refused)


def test_without_an_index_a_question_waits_for_the_one_who_builds_it(fresh: Indexed) -> None:
    fresh.data.mkdir()
    with FileLock(fresh.home / "reindex.lock"):
        process = subprocess.Popen(
            [*command(), "ask", *fresh.options, "crane drivers"],
            cwd=fresh.data,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        assert process.stderr is not None
        assert process.stderr.readline() == (
            "verbatim: another process is building the index; waiting for it\n"
        )
        assert process.poll() is None
    answer, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "412 crane drivers" in answer


def python(script: str) -> tuple[int, str]:
    """Run a script in a fresh interpreter; its exit status and errors."""
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    return done.returncode, done.stderr


def test_a_thread_that_reports_after_an_interruption_is_not_heard() -> None:
    """A database that is being opened has a thread, and it outlives the loop."""
    script = """
import asyncio, os, signal, threading, time
from bot.commands.library import run_async

async def work():
    loop = asyncio.get_running_loop()
    def report():
        while not loop.is_closed():
            time.sleep(0.01)
        loop.call_soon_threadsafe(print)
    threading.Thread(target=report).start()
    os.kill(os.getpid(), signal.SIGINT)
    await asyncio.sleep(60)

try:
    run_async(work())
except KeyboardInterrupt:
    raise SystemExit(130)
"""
    assert python(script) == (130, "")


def test_an_interruption_while_the_program_loads_is_no_traceback() -> None:
    script = """
import sys

class Pressed:
    def find_spec(self, name, path, target=None):
        if name == "bot.cli":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Pressed())
from bot.__main__ import main
main()
"""
    assert python(script) == (130, "")
