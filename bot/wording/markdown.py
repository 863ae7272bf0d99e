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
``:emoji:``, web addresses                 every colon that is not followed by white space
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
    r"""(?:
        [\\*_~|`\[\]<]
      | @(?=everyone|here)
      | :(?=\S)
      | (?<=discord)\.(?=\w) | (?<=discordapp)\.(?=\w)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_LINE_START = re.compile(r"^[^\S\n]*(?:\d+(?=[.)])|(?=[-+#>]))", re.MULTILINE)


def escape(text: str) -> str:
    """The Markdown that reads as ``text``; it may stand at the start of a line or within one."""
    return emphasised(text, None)


def emphasised(text: str, span: Span | None) -> str:
    """The Markdown that reads as ``text`` with ``text[span]`` in bold, line by line."""
    insertions = dict.fromkeys(_places(text), "\\")
    for start, end in _lines(text, span or Span(0, 0)):
        for place in _places(text[start:end]):  # a line may begin where the bold begins
            insertions[start + place] = "\\"
        insertions[start] = "**" + insertions.get(start, "")
        insertions[end] = "**" + insertions.get(end, "")
    cuts = sorted({0, *insertions, len(text)})
    pieces = (
        insertions.get(cut, "") + text[cut:following]
        for cut, following in zip(cuts, [*cuts[1:], len(text)], strict=True)
    )
    return "".join(pieces)


def link(label: str, url: str) -> str:
    """A masked link; only the label where the address is too long or the label looks like one.

    Discord makes no link of a label that could be taken for an address itself.
    """
    address = _address(url)
    if "://" in label or len(address) > LINK_LIMIT:
        return escape(label)
    return f"[{escape(label)}](<{address}>)"


def subtext(line: str) -> str:
    """One line of small print."""
    return f"-# {line}"


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


def _places(text: str) -> Iterator[int]:
    """Where a backslash is due."""
    yield from (match.start() for match in _ANYWHERE.finditer(text))
    yield from (match.end() for match in _LINE_START.finditer(text))


def _lines(text: str, span: Span) -> Iterator[Span]:
    """The lines within a span, without the white space around them."""
    for match in re.finditer(r"\S(?:[^\n]*\S)?", text[span.start : span.end]):
        yield Span(span.start + match.start(), span.start + match.end())


def _address(url: str) -> str:
    escapes = {" ": "%20", "<": "%3C", ">": "%3E", "(": "%28", ")": "%29", "\\": "%5C"}
    return "".join(escapes.get(character, character) for character in url)
