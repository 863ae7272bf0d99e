"""Precision and recall of denials, confirmations and sayings on the labelled sentences."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from benchmarks.quality.statements.labels import Statement, read_document, read_sides
from corpus.model import Document, Span
from index.cutting.passages import split
from index.findings.sides import Kind
from index.statements.cues import Cue
from index.statements.statements import Sentence, sentences_of

_SIDES = (Kind.DENIES, Kind.CONFIRMS)


def measure_sides(*, wrong: bool = False) -> Iterator[str]:
    """Lines with the figures of the half for tuning and of the half held out.

    A sentence is found on a side when it holds a cue of that side, which is wrong where no entry
    of the sentence is of that side. The reach is right when it holds more than half of the words
    that the entry names as denied or confirmed.
    """
    entries = read_sides()
    kinds: dict[tuple[str, int], set[str]] = {}
    for entry in entries:
        kinds.setdefault((entry.sentence.document, entry.sentence.start), set()).add(entry.kind)
    for name, half in (("tuning", entries[::2]), ("held out", entries[1::2])):
        yield from _figures(name, half, kinds)
        if wrong and name == "tuning":
            yield from _wrong(half, kinds)


def _figures(
    name: str, half: Sequence[Statement], kinds: dict[tuple[str, int], set[str]]
) -> Iterator[str]:
    for side in (*_SIDES, Kind.SAYS):
        counts: Counter[str] = Counter()
        for entry in half:
            counts[_outcome(entry, side, kinds)] += 1
        found, missed, false = counts["found"], counts["missed"], counts["false"]
        precision = found / (found + false) if found + false else 0.0
        recall = found / (found + missed) if found + missed else 0.0
        yield (
            f"{name:>8}  {side.value:<8}  precision {precision:.3f} ({found}/{found + false})"
            f"  recall {recall:.3f} ({found}/{found + missed})"
        )
    reached = [right for entry in half if (right := _reaches(entry)) is not None]
    yield f"{name:>8}  reach     {sum(reached)}/{len(reached)} right"


def _wrong(half: Sequence[Statement], kinds: dict[tuple[str, int], set[str]]) -> Iterator[str]:
    for entry in half:
        for side in _SIDES:
            outcome = _outcome(entry, side, kinds)
            if outcome in {"missed", "false"}:
                yield f"{outcome} {side.value}: {_words(entry)!r}"


def _outcome(entry: Statement, side: Kind, kinds: dict[tuple[str, int], set[str]]) -> str:
    found = side in _kinds(entry)
    if entry.kind == side.value:
        return "found" if found else "missed"
    labelled = side.value in kinds[entry.sentence.document, entry.sentence.start]
    return "false" if found and not labelled else "none"


def _kinds(entry: Statement) -> set[Kind]:
    sentence = _sentence(entry)
    if sentence is None:
        return set()
    found = {cue.kind for cue in sentence.cues}
    if not found and sentence.statement.kind:
        found.add(sentence.statement.kind)
    return found


def _reaches(entry: Statement) -> bool | None:
    """Whether a cue of the entry's kind reaches what it is about; ``None`` where nothing tells."""
    sentence = _sentence(entry)
    if sentence is None or entry.about is None:
        return None
    cues = [cue for cue in sentence.cues if cue.kind.value == entry.kind]
    moved = _located(entry).start - entry.sentence.start
    about = Span(entry.about.start + moved, entry.about.end + moved)
    return any(_holds(cue, about) for cue in cues) if cues else None


def _holds(cue: Cue, about: Span) -> bool:
    shared = min(cue.reach.end, about.end) - max(cue.reach.start, about.start)
    return 2 * shared > about.end - about.start


def _words(entry: Statement) -> str:
    return _document(entry.sentence.document).text[slice(*_located(entry))]


def _located(entry: Statement) -> Span:
    place = entry.sentence.located(_document(entry.sentence.document).text)
    if place is None:
        raise ValueError(f"{entry.sentence.document} has changed at {entry.sentence.start}")
    return place


def _sentence(entry: Statement) -> Sentence | None:
    """What the program reads at the entry's place; nothing where no quote may begin there."""
    place = _located(entry)
    within = [
        each
        for each in _sentences(entry.sentence.document)
        if each.span.start < place.end and place.start < each.span.end
    ]
    return max(within, key=lambda each: _shared(each.span, place), default=None)


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


@cache
def _document(name: str) -> Document:
    return read_document(name)


@cache
def _sentences(name: str) -> tuple[Sentence, ...]:
    """All sentences of a document, with offsets in it."""
    return tuple(
        _moved(sentence, passage.start)
        for passage in split(_document(name))
        for sentence in sentences_of(passage, "english")
    )


def _moved(sentence: Sentence, by: int) -> Sentence:
    def moved(span: Span) -> Span:
        return Span(span.start + by, span.end + by)

    cues = tuple(Cue(c.kind, moved(c.span), moved(c.reach), c.points_back) for c in sentence.cues)
    speakers = tuple(map(moved, sentence.speakers))
    cited = tuple(map(moved, sentence.cited))
    return Sentence(moved(sentence.span), cues, speakers, cited, sentence.reports)
