"""Chats that were exported as text: WhatsApp, Signal, Element, IRC, Zoom, DiscordChatExporter.

The text stays the file's own. What two people wrote never stands in one passage, and what the
program notes between the messages is not quoted.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from corpus.formats.draft import Draft
from corpus.layout import Line
from corpus.model import Span

_FEWEST: Final = 3  # messages
_FIRST_WITHIN: Final = 12  # lines, for an export begins with what it is an export of
_MOST_LINES: Final = 12  # of a message, on the average; a text with more is no chat
_CLOCK: Final = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[ \u202f]?[apAP]\.?[mM]\.?)?"
_DAY: Final = (
    r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\.?|\d{1,2}[- ][^\W\d_]{3,12}[- ,]\s?\d{2,4}"
    r"|[^\W\d_]{3,12}\.? \d{1,2},? \d{4})"
)
_STAMP: Final = rf"(?:{_DAY},?(?:\]\s\[|[ \u202f]))?{_CLOCK}"
_NAME: Final = r"(?P<name>[^\s:<>\[\]][^:<>\[\]\n]{0,60}?)"
_HEAD: Final = tuple(
    re.compile(form)
    for form in (
        rf"\u200e?\[{_STAMP}\]\s*{_NAME}:(?:\s|$)",  # WhatsApp for iOS, Signal, Viber
        rf"\u200e?{_STAMP}\s[-–]\s{_NAME}:(?:\s|$)",  # WhatsApp for Android, Element
        rf"(?:\[{_STAMP}\]|{_STAMP})\s+<[@+%~& ]?(?P<name>[^<>\n]{{1,40}})>(?:\s|$)",  # IRC
        rf"{_STAMP}\s+From\s+{_NAME}(?:\s+[Tt]o\s+[^:\n]{{1,60}})?\s?:(?:\s|$)",  # Zoom
        r"\[\d{1,2}-[A-Z][a-z]{2}-\d{2,4} \d{1,2}:\d{2}(?: [AP]M)?\] (?P<name>[^\n:]{1,60})$",
    )
)
_NOTED: Final = re.compile(
    rf"\u200e?(?:\[{_STAMP}\]|{_STAMP}\s[-–])\s.*|={{10,}}|Exported \d+ message.*"
    r"|(?:Guild|Channel|Topic|After|Before): .*|\{(?:Attachments|Embed|Reactions|Stickers)\}"
)
_OMITTED: Final = re.compile(
    r"\u200e?<[^<>]{4,40}>|\u200e?\w+ (?:omitted|weggelassen|omis[ae]?|omitid[oa]|omess[oa])"
    r"|This message was deleted\.?|Diese Nachricht wurde gelöscht\.?|Ce message a été supprimé\.?"
    r"|Se eliminó este mensaje\.?|Сообщение удалено\.?|Це повідомлення видалено\.?"
)


class _Message(NamedTuple):
    """Who wrote, and the lines of the message with its head."""

    name: str
    lines: tuple[Line, ...]
    words: int  # where those of the first line begin


def read_chat_text(text: str, lines: Sequence[Line]) -> Draft | None:
    """The chat that a text is, as a draft; ``None`` for any other text."""
    messages = list(_messages(lines))
    if len(messages) < _FEWEST or len({message.name for message in messages}) < 2:
        return None
    first = lines.index(messages[0].lines[0])
    if first >= _FIRST_WITHIN or len(lines) > _MOST_LINES * len(messages):
        return None
    noted = [line.span for line in lines if _head(line.text) is None and _NOTED.match(line.text)]
    residue = [*noted, *(line.span for line in lines[:first])]
    before: _Message | None = None
    for message in messages:
        residue += _omitted(message)
        if before and before.name != message.name:
            start = message.lines[0].start
            residue.append(Span(max(before.lines[0].end, start - 1), start))
        before = message
    return Draft(text, residue=tuple(sorted(set(residue))))


def _head(text: str) -> re.Match[str] | None:
    return next((match for form in _HEAD if (match := form.match(text))), None)


def _messages(lines: Sequence[Line]) -> Iterator[_Message]:
    name, words = "", 0
    within: list[Line] = []
    for line in lines:
        head = _head(line.text)
        if head is not None:
            if within:
                yield _Message(name, tuple(within), words)
            name, within, words = head["name"].strip(), [line], line.start + head.end()
        elif _NOTED.match(line.text):
            if within:
                yield _Message(name, tuple(within), words)
            within = []
        elif within:
            within.append(line)
    if within:
        yield _Message(name, tuple(within), words)


def _omitted(message: _Message) -> Iterator[Span]:
    """A message that only says what the export leaves out."""
    first = message.lines[0]
    said = first.text[message.words - first.start :].strip()
    if len(message.lines) == 1 and (not said or _OMITTED.fullmatch(said)):
        yield first.span
