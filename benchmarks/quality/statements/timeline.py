"""How right the dates and the order of timelines are, on the labelled sentences.

python -m benchmarks.quality.statements.timeline           both halves, and all
python -m benchmarks.quality.statements.timeline --show    and what is not right in the first half

A line is *right* when its day, month or year, its end and where they come from are those of the
label; *wrong* when another date is shown, *missed* when it is undated and has one. A day whose year
nobody can tell is right when it stands among the undated with its words. Sentences that are in no
passage (titles) have no line. *Pairs in order* are all pairs of lines of one collection whose
labelled dates differ, and how many of them stand in that order.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from benchmarks.quality.statements.labels import Dated, read_dates, read_document
from corpus.dates import PartialDate
from corpus.model import Document, Span
from index.answering.dating import when_of
from index.cutting.passage import Passage
from index.cutting.passages import split
from index.findings.timelines import When


@dataclass(frozen=True, slots=True)
class Dating:
    """A labelled sentence and what its line shows; ``None`` where no passage holds the sentence."""

    label: Dated
    shown: When | None
    words: str

    @property
    def verdict(self) -> str:
        if self.shown is None:
            return "no line"
        label, shown = self.label, self.shown
        if label.date is None or label.date.startswith("--"):
            apart = shown.date is None and bool(shown.text) == (label.date is not None)
            return "right" if apart else "wrong"
        if shown.date is None:
            return "missed"
        end = str(shown.end) if shown.end else None
        source = shown.date_from.value if shown.date_from else None
        same = (str(shown.date), source, end) == (label.date, label.source, label.until)
        return "right" if same else "wrong"


def datings() -> Iterator[Dating]:
    """Each labelled sentence with the date that its line in a timeline shows, in their order."""
    for label in read_dates():
        document = _document(label.sentence.document)
        span = label.sentence.located(document.text)
        assert span is not None, label
        words = document.text[slice(*span)]
        yield Dating(label, _when(document, span), words)


def _when(document: Document, span: Span) -> When | None:
    holding = (p for p in _passages(document.id) if p.start <= span.start < p.end)
    passage = next(holding, None)
    if passage is None:
        return None
    within = Span(span.start - passage.start, span.end - passage.start)
    return when_of(passage, within, document.source.published)


_DOCUMENTS: dict[str, Document] = {}


@cache
def _document(name: str) -> Document:
    document = read_document(name)
    _DOCUMENTS[document.id] = document
    return document


@cache
def _passages(document: str) -> tuple[Passage, ...]:
    return split(_DOCUMENTS[document])


def in_order(lines: Sequence[Dating]) -> tuple[int, int]:
    """Of the pairs of one collection that have an order, how many stand in it, and how many."""
    right = pairs = 0
    for one, two in combinations(lines, 2):
        first, second = _day(one), _day(two)
        if _collection(one) != _collection(two) or not first or not second or first == second:
            continue
        pairs += 1
        shown, other = (line.shown.date if line.shown else None for line in (one, two))
        right += bool(shown and other and (shown < other) == (first < second))
    return right, pairs


def _collection(line: Dating) -> str:
    return line.label.sentence.document.partition("/")[0]


def _day(line: Dating) -> PartialDate | None:
    date = line.label.date
    return PartialDate.parse(date) if date and not date.startswith("--") else None


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.quality.statements.timeline",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--show", action="store_true", help="lines of the first half not right")
    given = parser.parse_args(arguments)
    lines = list(datings())
    if given.show:
        for line in lines[::2]:
            if line.verdict != "right":
                print(line.verdict, line.label.sentence.document, line.label.date, line.shown)
                print("   ", line.words)
    print(
        "| half | lines | right | wrong | missed | pairs in order |\n|---|---:|---:|---:|---:|---:|"
    )
    for name, half in (("tuning", lines[::2]), ("held out", lines[1::2]), ("both", lines)):
        shown = [line for line in half if line.verdict != "no line"]
        found = Counter(line.verdict for line in shown)
        right, pairs = in_order(shown)
        counts = " | ".join(str(found[verdict]) for verdict in ("right", "wrong", "missed"))
        print(f"| {name} | {len(shown)} | {counts} | {right} of {pairs} |")


if __name__ == "__main__":
    main()
