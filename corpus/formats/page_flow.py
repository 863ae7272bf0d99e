"""A page's blocks in the order in which a browser shows them, each with what it stands in."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from lxml import etree
from lxml.html import HtmlElement

# Names in trafilatura's tree first, then those in the page's own.
BLOCKS: Final = frozenset(
    "p head item list quote row cell table code ab "
    "address article aside blockquote body center dd details div dl dt figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header li main nav ol pre section summary td th tr ul".split()
)
_ROWS: Final = frozenset({"row", "tr"})
_CELLS: Final = frozenset({"cell", "td", "th"})
_BREAKS: Final = frozenset({"lb", "br"})
_COUNTED: Final = ("a", "time")
_SPACES: Final = re.compile(r"\s+")
_BLANK_LINE: Final = re.compile(r"\n\s*\n")
_HEADING: Final = re.compile(r"h([1-6])")
_PARAGRAPH: Final = 80  # characters; a table's row that holds two of them is no row of data


class FlowBlock(NamedTuple):
    """A block as it is shown: ``level`` is 0 unless it is a heading.

    ``holder`` is the innermost element around it that makes a block; ``linked`` and ``timed``
    count its characters that stand in links and in ``time`` elements.
    """

    text: str
    level: int
    holder: HtmlElement
    linked: int = 0
    timed: int = 0


def page_flow(tree: HtmlElement) -> Iterator[FlowBlock]:
    """The blocks in order; however deep the page is nested, the walk is not."""
    return _Flow(tree).blocks()


class _Flow:
    """Walks a tree and gathers text until a block begins or ends."""

    def __init__(self, tree: HtmlElement) -> None:
        self._tree = tree
        self._pieces: list[str] = []
        self._within = dict.fromkeys(_COUNTED, 0)  # elements of the name that are open
        self._counts = dict.fromkeys(_COUNTED, 0)  # characters of the pieces in them

    def blocks(self) -> Iterator[FlowBlock]:
        holders = [self._tree]
        walk = etree.iterwalk(self._tree, events=("start", "end"))
        for event, element in walk:
            is_block = element.tag in BLOCKS
            if event == "start":
                if is_block:
                    if self._pieces:
                        yield from self._flush(0, holders[-1])
                    holders.append(element)
                self._open(element, walk)
            else:
                if is_block:
                    holder = holders.pop()
                    if self._pieces:
                        yield from self._flush(_level(element), holder)
                if element.tag in _COUNTED:
                    self._within[element.tag] -= 1
                if (text := element.tail) and element is not self._tree:
                    self._add(text)
        if self._pieces:
            yield from self._flush(0, self._tree)

    def _open(self, element: HtmlElement, walk: "etree.iterwalk") -> None:
        name = element.tag
        if name in _COUNTED:
            self._within[name] += 1
        elif name in _BREAKS:
            self._pieces.append("\n")
        if not isinstance(name, str):
            walk.skip_subtree()  # a comment or a processing instruction
        elif name in _ROWS and not _is_layout(element):
            self._add(_line(element))
            walk.skip_subtree()
        elif text := element.text:
            self._add(text)

    def _add(self, text: str) -> None:
        piece = text.replace("\n", " ")  # only an element ends a line
        self._pieces.append(piece)
        for name, within in self._within.items():
            if within:
                self._counts[name] += len(_SPACES.sub(" ", piece))

    def _flush(self, level: int, holder: HtmlElement) -> Iterator[FlowBlock]:
        written = "".join(self._pieces)
        linked, timed = self._counts.values()
        self._pieces.clear()
        if linked or timed:
            self._counts = dict.fromkeys(_COUNTED, 0)
        if written.isspace():
            return
        for block in [written] if level else _BLANK_LINE.split(written):
            lines = (" ".join(line.split()) for line in block.split("\n"))
            text = (" " if level else "\n").join(filter(None, lines))
            if text:
                yield FlowBlock(text, level, holder, linked, timed)


def _is_layout(row: HtmlElement) -> bool:
    """True for a row that arranges a page: a lone cell, or one that holds paragraphs."""
    if len(row) == 1 or row.find(".//table") is not None:
        return True
    inner = (part for part in row.iterdescendants("p", "div") if not part.xpath("p | div"))
    lengths = (len("".join(part.itertext())) for part in inner)
    return sum(length >= _PARAGRAPH for length in lengths) > 1


def _line(row: HtmlElement) -> str:
    """All its text on one line: a bar between cells, a space where a block or a line ends."""
    pieces: list[str] = []
    for event, element in etree.iterwalk(row, events=("start", "end")):
        name = element.tag
        space = " " if name in BLOCKS or name in _BREAKS else ""
        if event == "start":
            is_next_cell = name in _CELLS and element.getprevious() is not None
            pieces += [" | " if is_next_cell else space]
            pieces += [element.text or ""] if isinstance(name, str) else []
        else:
            pieces += [space, "" if element is row else element.tail or ""]
    return "".join(pieces)


def _level(element: HtmlElement) -> int:
    """1 to 6 for a heading, 0 for text."""
    name = element.get("rend") or "h2" if element.tag == "head" else element.tag
    match = _HEADING.fullmatch(name)
    return int(match[1]) if match else 0
