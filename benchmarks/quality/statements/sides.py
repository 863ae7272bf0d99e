"""Precision and recall of denials, confirmations and sayings on the labelled sentences."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from benchmarks.quality.statements.labels import SIDES, Statement, read_document, read_sides
from corpus.model import Document, Span
from index.cutting.passage import Passage
from index.cutting.passages import split
from index.findings.sides import Kind
from index.statements.cues import Cue
from index.statements.statements import Sentence, sentences_of

_SIDES = (Kind.DENIES, Kind.CONFIRMS)


@dataclass(frozen=True, slots=True)
class _Read:
    """A labelled entry and what the program reads in its place."""

    entry: Statement
    words: str
    kinds: frozenset[str]  # of all entries of the sentence
    about: Span | None
    sentence: Sentence | None  # nothing where no quote may begin

    @property
    def found(self) -> set[Kind]:
        if self.sentence is None:
            return set()
        found = {cue.kind for cue in self.sentence.cues}
        if not found and self.sentence.statement.kind:
            found.add(self.sentence.statement.kind)
        return found

    def outcome(self, side: Kind) -> str:
        if self.entry.kind == side.value:
            return "found" if side in self.found else "missed"
        return "false" if side in self.found and side.value not in self.kinds else "none"

    @property
    def reaches(self) -> bool | None:
        """Whether a cue of the entry's kind reaches what it is about; ``None``: nothing tells."""
        if self.sentence is None or self.about is None:
            return None
        cues = [cue for cue in self.sentence.cues if cue.kind.value == self.entry.kind]
        return any(_holds(cue, self.about) for cue in cues) if cues else None


def measure_sides(
    file: Path = SIDES, polnear: Path | None = None, *, wrong: bool = False
) -> Iterator[str]:
    """Lines with the figures of the half for tuning and of the half held out.

    A sentence is found on a side when it holds a cue of that side, which is wrong where no entry of
    the sentence is of that side. The reach is right when it holds more than half of the words that
    the entry names as denied or confirmed. There is no line for a kind that nobody labelled.
    ``polnear`` is a checkout of that corpus, for a ``file`` with sentences of it.
    """
    read = _read(read_sides(file), polnear)
    for name, half in (("tuning", read[::2]), ("held out", read[1::2])):
        yield from _figures(name, half)
        if wrong and name == "tuning":
            yield from _wrong(half)


def _figures(name: str, half: Sequence[_Read]) -> Iterator[str]:
    for side in (*_SIDES, Kind.SAYS):
        if all(each.entry.kind != side.value for each in half):
            continue
        counts = Counter(each.outcome(side) for each in half)
        found, missed, false = counts["found"], counts["missed"], counts["false"]
        precision = found / (found + false) if found + false else 0.0
        recall = found / (found + missed) if found + missed else 0.0
        yield (
            f"{name:>8}  {side.value:<8}  precision {precision:.3f} ({found}/{found + false})"
            f"  recall {recall:.3f} ({found}/{found + missed})"
        )
    reached = [right for each in half if (right := each.reaches) is not None]
    yield f"{name:>8}  reach     {sum(reached)}/{len(reached)} right"


def _wrong(half: Sequence[_Read]) -> Iterator[str]:
    for each in half:
        for side in _SIDES:
            outcome = each.outcome(side)
            if outcome in {"missed", "false"}:
                yield f"{outcome} {side.value}: {each.words!r}"


def _read(entries: Sequence[Statement], polnear: Path | None) -> list[_Read]:
    kinds: dict[tuple[str, int], set[str]] = {}
    for entry in entries:
        kinds.setdefault((entry.sentence.document, entry.sentence.start), set()).add(entry.kind)
    return [
        _entry(entry, frozenset(kinds[entry.sentence.document, entry.sentence.start]), polnear)
        for entry in entries
    ]


def _entry(entry: Statement, kinds: frozenset[str], polnear: Path | None) -> _Read:
    name = entry.sentence.document
    text = _document(name, polnear).text
    place = entry.sentence.located(text)
    if place is None:
        raise ValueError(f"{name} has changed at {entry.sentence.start}")
    moved = place.start - entry.sentence.start
    about = entry.about and Span(entry.about.start + moved, entry.about.end + moved)
    sentences = [
        each
        for passage in _passages(name, polnear)
        if _shared(Span(passage.start, passage.end), place) > 0
        for each in _sentences(passage)
        if _shared(each.span, place) > 0
    ]
    nearest = max(sentences, key=lambda each: _shared(each.span, place), default=None)
    return _Read(entry, text[slice(*place)], kinds, about, nearest)


def _holds(cue: Cue, about: Span) -> bool:
    return 2 * _shared(cue.reach, about) > about.end - about.start


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


@cache
def _document(name: str, polnear: Path | None) -> Document:
    return read_document(name, polnear)


@cache
def _passages(name: str, polnear: Path | None) -> tuple[Passage, ...]:
    return tuple(split(_document(name, polnear)))


@cache
def _sentences(passage: Passage) -> tuple[Sentence, ...]:
    """The sentences of a passage, with offsets in its document."""
    return tuple(_moved(each, passage.start) for each in sentences_of(passage, "english"))


def _moved(sentence: Sentence, by: int) -> Sentence:
    def moved(span: Span) -> Span:
        return Span(span.start + by, span.end + by)

    cues = tuple(Cue(c.kind, moved(c.span), moved(c.reach), c.points_back) for c in sentence.cues)
    speakers = tuple(map(moved, sentence.speakers))
    cited = tuple(map(moved, sentence.cited))
    return replace(
        sentence, span=moved(sentence.span), cues=cues, speakers=speakers, cited=cited, subjects={}
    )
