"""One stream of log lines: ours and discord.py's, as text for people or JSON for machines.

A line never holds a token, the words of a question or a person's id. discord.py prints every
message it receives at its debug level, and aiosqlite every value it binds, so libraries are kept
at ``info`` whatever level is asked for.
"""

import logging
import os
import re
import sys
from collections.abc import Collection, Sequence
from typing import Final, TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

PERSONAL: Final = frozenset({"question", "content", "user", "user_id", "author", "author_id"})
"""The keys that are left out of every line unless the operator opts in."""

_OURS: Final = ("bot", "index", "corpus")
_HIDDEN: Final = "[hidden]"
_LOST: Final = ("Attempting a reconnect", "Failed to connect for shard_id")
_TOKENS: Final = re.compile(
    r"(?<=/webhooks/)\d+/[\w.-]{20,}"  # an interaction's token, in the address of its follow-ups
    r"|(?<=/interactions/)\d+/[\w.-]{20,}"
    r"|\b[\w-]{23,28}\.[\w-]{6}\.[\w-]{27,}"  # a bot's token
)


def configure(
    *,
    style: str,
    level: str,
    hidden: Collection[str] = (),
    personal: bool = False,
    stream: TextIO | None = None,
) -> None:
    """Send every log line to ``stream`` (standard error), each on one line.

    ``style`` is ``text``, ``json`` or ``auto`` (text on a terminal), ``level`` a standard level's
    name; ``hidden`` are secrets that must never be printed; ``personal`` keeps `PERSONAL` keys.
    """
    stream = stream or sys.stderr
    text = style == "text" or (style == "auto" and stream.isatty())
    before = _before(personal=personal)
    structlog.configure(
        processors=[*before, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    handler = logging.StreamHandler(stream)
    handler.addFilter(_is_wanted)
    handler.setFormatter(_Formatter(_after(stream, text=text), before, hidden))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    wanted = logging.getLevelNamesMapping()[level.upper()]
    root.setLevel(max(wanted, logging.INFO))
    for name in _OURS:
        logging.getLogger(name).setLevel(wanted)


def _before(*, personal: bool) -> list[Processor]:
    """What happens to an event before it is printed, whoever logged it."""
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _plainly,
        *(() if personal else (_without_personal,)),
    ]


def _after(stream: TextIO, *, text: bool) -> list[Processor]:
    if not text:
        return [structlog.processors.format_exc_info, structlog.processors.JSONRenderer()]
    return [
        structlog.dev.ConsoleRenderer(
            colors=stream.isatty() and not os.environ.get("NO_COLOR"),
            # The default formatter prints local variables: questions and tokens among them.
            exception_formatter=structlog.dev.plain_traceback,
        )
    ]


class _Formatter(structlog.stdlib.ProcessorFormatter):
    """Renders one record, then takes out whatever is or looks like a token."""

    def __init__(
        self, after: Sequence[Processor], before: Sequence[Processor], hidden: Collection[str]
    ) -> None:
        super().__init__(processors=[self.remove_processors_meta, *after], foreign_pre_chain=before)
        self._hidden = tuple(secret for secret in hidden if secret)

    def format(self, record: logging.LogRecord) -> str:
        line = super().format(record)
        for secret in self._hidden:
            line = line.replace(secret, _HIDDEN)
        return _TOKENS.sub(_HIDDEN, line)


def _without_personal(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    return {key: value for key, value in event.items() if key not in PERSONAL}


def _plainly(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Say in one line what discord.py says with a traceback when the gateway is lost."""
    if str(event["event"]).startswith(_LOST) and event.get("exc_info"):
        error = event.pop("exc_info")[1]
        event.update(level="warning", error=f"{type(error).__name__}: {error}".removesuffix(": "))
    return event


def _is_wanted(record: logging.LogRecord) -> bool:
    return not record.getMessage().endswith("voice will NOT be supported")  # it is not used
