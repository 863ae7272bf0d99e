"""Chats that were exported as web pages: message by message, each with who wrote it and when.

DiscordChatExporter and Telegram Desktop write such pages. What two people wrote never stands in
one passage: the blank line between two speakers parts passages.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from lxml.html import HtmlElement

from corpus.facts import Fact
from corpus.formats.draft import Draft
from corpus.formats.elements import having, listing
from corpus.formats.page_flow import FlowBlock, page_flow
from corpus.formats.shown import break_lines
from corpus.model import LeftOut, Source, Span

_BETWEEN: Final = "\n\n"
_FEWEST: Final = 2  # messages; one may be shown within an article
_NEAR: Final = 4  # elements around a text that may say so
_AROUND: Final = Fact("around the messages")


class _Role(StrEnum):
    """What an element of an export is for."""

    NAME = "name"  # who, and mostly when
    TIME = "time"
    WORDS = "words"
    MESSAGE = "message"  # holds the others


# By class. Discord's older exports have the names right in what holds the messages.
_DISCORD: Final = {
    "chatlog__message-group": _Role.MESSAGE,
    "chatlog__header": _Role.NAME,
    "chatlog__messages": _Role.NAME,
    "chatlog__content": _Role.WORDS,
}
_TELEGRAM: Final = {
    "message": _Role.MESSAGE,
    "from_name": _Role.NAME,
    "date": _Role.TIME,
    "text": _Role.WORDS,
}
_MARKS: Final = (
    (_DISCORD, frozenset({"chatlog"}), "chatlog__content"),
    (_TELEGRAM, frozenset({"page_body", "chat_page"}), "text"),
)
_AS_WRITTEN: Final = "chatlog__markdown-preserve"


@dataclass(slots=True)
class _Said:
    """What one person wrote without another in between; the first line names who."""

    lines: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ChatPage:
    """The roles of an exported page's elements, read before anything is rewritten."""

    roles: dict[HtmlElement, _Role]
    times: dict[HtmlElement, str]

    def draft(self, page: HtmlElement, stated: Source, left_out: Iterable[LeftOut]) -> Draft:
        """A draft whose text is the messages, in order."""
        said, around = self._read(tuple(page_flow(page.find("body"))))
        texts = ["\n".join(one.lines) for one in said]
        between: list[Span] = []
        at = 0
        for text in texts[:-1]:
            at += len(text)
            between.append(Span(at, at + len(_BETWEEN)))
            at += len(_BETWEEN)
        return Draft(
            _BETWEEN.join(texts),
            residue=tuple(between),
            stated=stated,
            left_out=(*left_out, *around),
        )

    def _read(self, flow: Sequence[FlowBlock]) -> tuple[list[_Said], list[LeftOut]]:
        said: list[_Said] = []
        around: list[LeftOut] = []
        time = owner = ""
        within = False  # what somebody else wrote, passed on by the owner
        for block in flow:
            role, holder = self._role(block.holder)
            if role is _Role.TIME:
                time = self.times.get(holder, block.text)
            elif role is _Role.NAME and holder is block.holder:
                within = _is_passed_on(block.holder)
                owner = owner if within else block.text
                said.append(_Said([f"{block.text} {time}".strip()]))
                time = ""
            elif role is _Role.WORDS and said:
                if within and not _is_passed_on(block.holder):
                    within = False
                    said.append(_Said([owner]))
                said[-1].lines += [time] if time else []
                said[-1].lines.append(block.text)
                time = ""
            else:
                around.append(LeftOut(block.text, _AROUND))
        kept = [one for one in said if len(one.lines) > 1]
        around += (LeftOut(one.lines[0], _AROUND) for one in said if len(one.lines) == 1)
        return kept, around

    def _role(self, element: HtmlElement | None) -> tuple[_Role | None, HtmlElement | None]:
        """The role of the nearest element that has one."""
        while element is not None and element not in self.roles:
            element = element.getparent()
        return (None, None) if element is None else (self.roles[element], element)


def _is_passed_on(holder: HtmlElement) -> bool:
    """True within what Telegram calls forwarded; the message around it is another person's."""
    around = [holder, *holder.iterancestors("div")][:_NEAR]
    return any("forwarded" in (element.get("class") or "").split() for element in around)


def read_chat_page(page: HtmlElement) -> ChatPage | None:
    """The export that this page is; ``None`` for any other page."""
    for classes, whole, words in _MARKS:
        found = having(page.iter("div", "span"), "class")
        classed = [(element, names.split()) for element, names in found]
        if not any(whole.issubset(names) for _, names in classed):
            continue
        roles: dict[HtmlElement, _Role] = {}
        for element, names in classed:
            role = next((classes[name] for name in names if name in classes), None)
            if role is not None:
                roles[element] = role
        messages = [element for element in roles if words in element.get("class").split()]
        if len(messages) < _FEWEST:
            continue
        for block in listing(page.iter(), "class", {_AS_WRITTEN}):
            break_lines(block)
        times = {
            element: element.get("title")
            for element, role in roles.items()
            if role is _Role.TIME and element.get("title")
        }
        return ChatPage(roles, times)
    return None
