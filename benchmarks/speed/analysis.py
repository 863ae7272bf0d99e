"""How fast text becomes terms: ``python -m benchmarks.speed analysis``.

On the speeches of ``../shared/eval/ungd``, one process; words are what white space parts, times
are of the processor.
"""

import time
from collections.abc import Callable

from benchmarks.speed.corpora import SHARED
from corpus.model import Document
from corpus.reader import Reader
from corpus.stated import find_dates
from index.cutting.passages import split
from index.cutting.sentences import sentence_spans
from index.terms.analysis import FormReader, analyse
from index.terms.analyzer import Analyzer
from index.terms.vocabulary import Vocabulary

_SPEECHES = 400
_REPEATS = 3


def measure() -> None:
    """Print a table of each step's speed."""
    reader = Reader(SHARED / "ungd", max_bytes=20_000_000)
    raws = [reader.load(stamp.id) for stamp in reader.scan().files[:_SPEECHES]]
    documents = [reader.parse(raw) for raw in raws]
    words = sum(len(document.text.split()) for document in documents)
    analyzer = Analyzer("english")
    sentence_spans("The first call. It loads nltk.")
    forms = FormReader(analyzer, Vocabulary())
    sentences = {document.id: sentence_spans(document.text) for document in documents}
    steps: dict[str, Callable[[Document], object]] = {
        "terms": lambda document: forms.sentences(document.text, sentences[document.id], ()),
        "sentences": lambda document: sentence_spans(document.text),
        "stated dates": lambda document: find_dates(document.text),
        "passages (sentences and dates in them)": split,
        "all of it": lambda document: analyse(document, "", forms),
    }
    print(f"{len(documents)} speeches, {words:,} words")
    print("| step | M words/s |\n|---|---:|")
    for name, step in steps.items():
        print(f"| {name} | {words / _seconds(step, documents) / 1e6:.2f} |")


def _seconds(step: Callable[[Document], object], documents: list[Document]) -> float:
    taken = []
    for _ in range(_REPEATS):
        started = time.process_time()
        for document in documents:
            step(document)
        taken.append(time.process_time() - started)
    return min(taken)
