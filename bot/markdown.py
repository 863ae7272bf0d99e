r"""Text that Discord shows to the letter: what its Markdown would take for markup, escaped.

A backslash before any character that is neither a letter, a digit nor white space is taken away by
Discord's clients and the character is shown as it is. That holds for every construct below, so
nothing is inserted that a reader could see or copy.

=========================================  =====================================================
construct                                  what is escaped
=========================================  =====================================================
bold, italics, underline, strike, spoiler  every ``* _ ~ |``
code and code fences                       every backtick
the escape itself                          every backslash
masked links                               every ``[ ]``
mentions ``<@1> <@&1> <#1> </ask:1>``,     every ``<``
``<t:1:R>``, ``<:name:1>``, ``<https://>``
``@everyone`` and ``@here``                the ``@``; no message of ours may ping anyway
``:emoji:``                                a colon that a second one follows without a space
web addresses and Steam links              the colon of ``://``
bare invites such as ``discord.gg/x``      the dot after ``discord`` or ``discordapp``
headings, subtext, quotes, lists           ``# - > +`` and the dot of ``1.``, at a line's start
=========================================  =====================================================
"""

import re
from collections.abc import Iterator

from corpus.model import Span

LINK_LIMIT = 512
"""Characters of an address that a link may have."""

_ANYWHERE = re.compile(
    r"""(?P<mark>
        [\\*_~|`\[\]<]
      | @(?=everyone|here)
      | :(?=//|[^\s:]+:)
      | (?<=discord)\.(?=\w) | (?<=discordapp)\.(?=\w)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_LINE_START = re.compile(r"^([^\S\n]*)(?:(\d+)(?=[.)])|(?=[-+#>]))", re.MULTILINE)


def escape(text: str) -> str:
    """The Markdown that reads as ``text``; it may stand at the start of a line or within one."""
    escaped = _ANYWHERE.sub(r"\\\g<mark>", text)
    return _LINE_START.sub(lambda match: f"{match[0]}\\", escaped)


def emphasised(text: str, span: Span | None) -> str:
    """The Markdown that reads as ``text`` with ``text[span]`` in bold, line by line."""
    if span is None:
        return escape(text)
    before, inside, after = text[: span.start], text[span.start : span.end], text[span.end :]
    bold = "".join(_bold(line) for line in inside.splitlines(keepends=True))
    return escape(before) + bold + escape(after)


def link(label: str, url: str) -> str:
    """A masked link; only the label where the address is too long or the label looks like one.

    Discord makes no link of a label that could be taken for an address itself.
    """
    address = _address(url)
    if "://" in label or len(address) > LINK_LIMIT:
        return escape(label)
    return f"[{escape(label)}](<{address}>)"


def size(text: str) -> int:
    """The length that Discord may count, in UTF-16 units: never less than code points."""
    return len(text) + sum(character > "\uffff" for character in text)


def fitted(text: str, span: Span | None, limits: Iterator[int]) -> Iterator[str]:
    """``text`` with ``span`` in bold as Markdown, in as many parts as the ``limits`` demand.

    Each part is at most as long as its limit. The parts' texts follow each other without a gap;
    a part ends at white space where there is some in its last quarter.
    """
    start = 0
    while start < len(text):
        limit = next(limits)
        end = _longest(text, start, span, limit)
        yield emphasised(text[start:end], _within(span, start, end))
        start = end


def _longest(text: str, start: int, span: Span | None, limit: int) -> int:
    low, high = start + 1, min(len(text), start + limit)
    while low < high:
        middle = (low + high + 1) // 2
        if size(emphasised(text[start:middle], _within(span, start, middle))) <= limit:
            low = middle
        else:
            high = middle - 1
    if low == len(text):
        return low
    for place in range(low, start + (low - start) * 3 // 4, -1):
        if text[place - 1].isspace():
            return place
    return low


def _within(span: Span | None, start: int, end: int) -> Span | None:
    if span is None or span.end <= start or span.start >= end:
        return None
    return Span(max(span.start, start) - start, min(span.end, end) - start)


def _bold(line: str) -> str:
    words = line.strip()
    if not words:
        return line
    head, _, tail = line.partition(words)
    return f"{head}**{escape(words)}**{tail}"


def _address(url: str) -> str:
    escapes = {" ": "%20", "<": "%3C", ">": "%3E", "(": "%28", ")": "%29", "\\": "%5C"}
    return "".join(escapes.get(character, character) for character in url)
