"""Rules of logging: one line each, one format for all, and nothing that must stay private."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot.serving import logs

TOKEN = ".".join(("M" * 24, "x" * 6, "y" * 38))


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def restored() -> Iterator[None]:
    """Logging is the process's own: put it back as it was."""
    root = logging.getLogger()
    before = root.handlers[:], root.level
    configured = structlog.get_config()
    levels = {name: logging.getLogger(name).level for name in ("bot", "index", "corpus")}
    yield
    root.handlers[:], root.level = before
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)
    structlog.configure(**configured)


def logged(stream: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def fail(error: Exception) -> None:
    raise error


def test_our_lines_and_those_of_libraries_look_the_same() -> None:
    stream = io.StringIO()
    logs.configure(style="json", level="info", stream=stream)
    structlog.get_logger("bot.x").info("index.fresh", passages=3)
    logging.getLogger("discord.client").info("logging in using %s", "static token")
    ours, theirs = logged(stream)
    assert (ours["event"], ours["logger"], ours["passages"]) == ("index.fresh", "bot.x", 3)
    assert theirs["event"] == "logging in using static token"
    assert ours.keys() - {"passages"} == theirs.keys()


def test_a_terminal_gets_text_and_a_pipe_json() -> None:
    for stream, is_json in ((Terminal(), False), (io.StringIO(), True)):
        logs.configure(style="auto", level="info", stream=stream)
        structlog.get_logger("bot.x").info("index.fresh")
        assert stream.getvalue().startswith("{") is is_json


@pytest.mark.parametrize("style", ["text", "json"])
def test_a_token_is_never_printed(style: str) -> None:
    """Neither the one that is known nor anything of that shape, whoever logs it and how."""
    stream = io.StringIO()
    logs.configure(style=style, level="info", hidden=["short secret"], stream=stream)
    interaction = "aW50ZXJhY3Rpb246" * 4
    log = structlog.get_logger("bot.x")
    log.info("a short secret", header=f"Bot {TOKEN}")
    logging.getLogger("discord.http").warning(
        "POST https://discord.com/api/v10/webhooks/123456/%s/messages/@original", interaction
    )
    try:
        fail(ValueError(TOKEN))
    except ValueError:
        log.exception("failed")
    for secret in ("short secret", TOKEN, interaction):
        assert secret not in stream.getvalue()


def test_words_and_people_are_left_out_unless_the_operator_opts_in() -> None:
    for personal in (False, True):
        stream = io.StringIO()
        logs.configure(style="json", level="info", personal=personal, stream=stream)
        structlog.get_logger("bot.x").info("asked", question="Why?", user_id=5, passages=2)
        (line,) = logged(stream)
        assert line["passages"] == 2
        assert ("question" in line, "user_id" in line) == (personal, personal)


def test_libraries_stay_quiet_at_our_debug_level() -> None:
    """discord.py would print every message it receives, and aiosqlite every value it stores."""
    stream = io.StringIO()
    logs.configure(style="json", level="debug", stream=stream)
    structlog.get_logger("bot.x").debug("ours")
    logging.getLogger("discord.gateway").debug("WebSocket Event: %s", "a private message")
    logging.getLogger("aiosqlite").debug("executing %s", "a private value")
    assert [line["event"] for line in logged(stream)] == ["ours"]


def test_a_traceback_shows_no_values_of_variables() -> None:
    stream = io.StringIO()
    logs.configure(style="text", level="info", stream=stream)
    question = "What did " + "she say?"
    try:
        fail(ValueError(len(question)))
    except ValueError:
        structlog.get_logger("bot.x").exception("failed")
    assert "ValueError" in stream.getvalue()
    assert question not in stream.getvalue()


def test_a_lost_gateway_is_one_warning_with_its_reason() -> None:
    stream = io.StringIO()
    logs.configure(style="json", level="info", stream=stream)
    try:
        fail(ConnectionError("nobody there"))
    except ConnectionError:
        logging.getLogger("discord.client").exception("Attempting a reconnect in %.2fs", 1.5)
    (line,) = logged(stream)
    assert (line["level"], line["error"]) == ("warning", "ConnectionError: nobody there")
    assert "exception" not in line
