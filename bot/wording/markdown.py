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
from collections.abc import Callable, Iterable, Iterator, Sequence

from corpus.model import Span

_ANYWHERE = re.compile(
    r"""(?:
        [\\*_~|`\[\]<]
      | @(?=everyone|here)
      | :(?=\S)
      | (?<=discord)\.(?=\w) | (?<=discordapp)\.(?=\w)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_FILLED_LINE = re.compile(r"^[^\n]*\S[^\n]*", re.MULTILINE)
_LINE_START = re.compile(r"^[^\S\n]*(?:\d+(?=[.)])|(?=[-+#>]))", re.MULTILINE)


def escape(text: str) -> str:
    """The Markdown that reads as ``text``; it may stand at the start of a line or within one."""
    return emphasised(text)


def emphasised(text: str, spans: Iterable[Span] = (), *, small: bool = False) -> str:
    """The Markdown that reads as ``text`` with the spans in bold, line by line; or small."""
    insertions = dict.fromkeys(_places(text), "\\")
    for start, end in (line for span in _merged(spans) for line in _lines(text, span)):
        for place in _places(text[start:end]):  # a line may begin where the bold begins
            insertions[start + place] = "\\"
        insertions[start] = "**" + insertions.get(start, "")
        insertions[end] = "**" + insertions.get(end, "")
    for line in _FILLED_LINE.finditer(text) if small else ():
        insertions[line.start()] = subtext(insertions.get(line.start(), ""))
    cuts = sorted({0, *insertions, len(text)})
    pieces = (
        insertions.get(cut, "") + text[cut:following]
        for cut, following in zip(cuts, [*cuts[1:], len(text)], strict=True)
    )
    return "".join(pieces)


def subtext(line: str) -> str:
    """One line of small print."""
    return f"-# {line}"


def size(text: str) -> int:
    """The length that Discord may count, in UTF-16 units: never less than code points."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def fitted(
    text: str, spans: Sequence[Span], limits: Iterator[int], *, small: bool = False
) -> Iterator[str]:
    """``text`` as `emphasised` writes it, in as many parts as the ``limits`` demand.

    Each part is at most as long as its limit. The parts' texts follow each other without a gap;
    a part ends at white space where there is some in its last quarter.
    """
    start = 0

    def part(end: int) -> str:
        return emphasised(text[start:end], _within(spans, start, end), small=small)

    while start < len(text):
        end = _longest(text, start, next(limits), part)
        yield part(end)
        start = end


def _longest(text: str, start: int, limit: int, part: Callable[[int], str]) -> int:
    low, high = start + 1, min(len(text), start + limit)
    while low < high:
        middle = (low + high + 1) // 2
        if size(part(middle)) <= limit:
            low = middle
        else:
            high = middle - 1
    if low == len(text):
        return low
    for place in range(low, start + (low - start) * 3 // 4, -1):
        if text[place - 1].isspace():
            return place
    return low


def _within(spans: Iterable[Span], start: int, end: int) -> Iterator[Span]:
    for span in spans:
        if span.end > start and span.start < end:
            yield Span(max(span.start, start) - start, min(span.end, end) - start)


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans in order, those that touch as one: bold after bold would show its asterisks."""
    last: Span | None = None
    for span in sorted(spans):
        if last is not None and span.start > last.end:
            yield last
            last = None
        last = span if last is None else Span(last.start, max(last.end, span.end))
    if last is not None:
        yield last


def _places(text: str) -> Iterator[int]:
    """Where a backslash is due."""
    yield from (match.start() for match in _ANYWHERE.finditer(text))
    yield from (match.end() for match in _LINE_START.finditer(text))


def _lines(text: str, span: Span) -> Iterator[Span]:
    """The lines within a span, without the white space around them."""
    for match in re.finditer(r"\S(?:[^\n]*\S)?", text[span.start : span.end]):
        yield Span(span.start + match.start(), span.start + match.end())
