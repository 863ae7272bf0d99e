"""How plain text is laid out: lines, blocks between blank lines, and what their shape tells."""

import re
from dataclasses import dataclass
from typing import Final

from corpus.model import Span

_LINE: Final = re.compile(r"[^\n\f]+")
NOTE_MARKS: Final = (
    r"\[(?:(?:nb|note|n|fn|anm\.?|прим\.?)\s?)?\w{1,4}(?:[,–-]\s?\w{1,4})*\](?::\d{1,4})?"
    r"|\[[a-zà-ÿа-яё ]{4,24}\]|【\d{1,3}】|\(\d{1,3}\)|[¹²³⁰⁴-⁹]|[†‡§]"
)
"""Behind a sentence, what leads to a note: "[12]", "[nb 1]", "[12]:45", "†"."""
_SENTENCE_END: Final = re.compile(rf"""[.!?…。！？؟।][\s"'’‘”“»«)\]*_]*(?:{NOTE_MARKS})*$""")
_SENTENCE_BREAK: Final = re.compile(r"""[^\W\d_]{3}[.!?]["'’”»)]*\s+["'‘“«(]*[^\W\d_a-z]""")
_LIST_ITEM: Final = re.compile(
    r"(?:[-*+•·‣▪◦–—>|#]|\(?\d{1,3}[.)]|\(?[^\W\d_][.)]|\(?[ivxIVX]{1,5}[.)])(?:\s|$)"
)
# A speech turns to its hearers in lines of their own; they head nothing.
_SALUTATION: Final = re.compile(
    r"(?:mr|mrs|ms|mdm|madam)\.? (?:vice-)?(?:president|speaker|chair\w*|secretary)"
    r"|(?:your )?excellenc(?:y|ies)|(?:ladies|distinguished|honou?rable|esteemed)\b|dear\b"
    r"|your (?:majesty|highness|holiness)",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[^\W_]+(?:['’.\-&][^\W_]+)*")
# Words that stay small in titles: articles, conjunctions and short prepositions.
_SMALL_WORDS: Final = frozenset(
    (
        "a an and as at but by for from in into nor of off on or over per the to up via vs with "
        "de des du et la le les d l y el los las en e do da dos das o os al del di della il und "
        "der die das von zu im и в на о по с"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space around it: ``text`` is the document's ``[start:end]``."""

    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Block:
    """The lines between two blank lines; never empty."""

    lines: tuple[Line, ...]

    @property
    def only_line(self) -> Line | None:
        """Its line when it has but one."""
        return self.lines[0] if len(self.lines) == 1 else None

    @property
    def last_line(self) -> Line:
        return self.lines[-1]

    @property
    def span(self) -> Span:
        return Span(self.lines[0].start, self.lines[-1].end)

    @property
    def characters(self) -> int:
        return sum(len(line.text) for line in self.lines)

    @property
    def is_prose(self) -> bool:
        """True for a paragraph: it ends as a sentence does and is long enough to be one."""
        return self.characters >= 40 and ends_sentence(self.last_line.text)


def split_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text, in order; white space alone makes a line blank."""
    blocks: list[Block] = []
    current: list[Line] = []
    for match in _LINE.finditer(text):
        written = match.group()
        stripped = written.strip()
        if current and (not stripped or text.count("\n", current[-1].end, match.start()) > 1):
            blocks.append(Block(tuple(current)))
            current = []
        if stripped:
            start = match.start() + len(written) - len(written.lstrip())
            current.append(Line(start, start + len(stripped), stripped))
    if current:
        blocks.append(Block(tuple(current)))
    return tuple(blocks)


def split_lines(text: str) -> list[Line]:
    """The lines of a text that are not blank, in order."""
    return [line for block in split_blocks(text) for line in block.lines]


def ends_sentence(line: str) -> bool:
    """True when the line ends with a sentence's mark, quotation marks and notes aside."""
    return _SENTENCE_END.search(line) is not None


def breaks_off(line: str) -> bool:
    """True when the line ends with a comma, colon or dash: more was to come."""
    return line.rstrip("*_ ").endswith((",", ":", ";", "-", "–", "—", "|"))


def trails_off(line: str) -> bool:
    """True when the line ends with an ellipsis, as a cut teaser does."""
    return line.rstrip("\"'’”»)]").endswith(("…", "..."))


def holds_sentences(line: str) -> bool:
    """True when one sentence ends and another begins inside the line."""
    return _SENTENCE_BREAK.search(line) is not None


def is_list_item(line: str) -> bool:
    """True for a bullet, a number, a quote mark, a dialogue dash or a table row in front."""
    return _LIST_ITEM.match(line) is not None


def is_salutation(line: str) -> bool:
    """True for a line that turns to the hearers or the reader: "Mr President", "Dear friends"."""
    return _SALUTATION.match(line.lstrip("#*_ -")) is not None


def words(line: str) -> list[str]:
    return _WORD.findall(line)


def is_title_cased(line: str) -> bool:
    """True when every word but the small ones begins with a capital or a digit."""
    found = words(line)
    capital = [word for word in found if not word[0].islower()]
    small = (word for word in found if word[0].islower())
    return (
        bool(capital) and not found[0][0].islower() and all(word in _SMALL_WORDS for word in small)
    )
