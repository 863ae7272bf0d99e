"""Corpora of any number of passages: real text first, then made like it."""

import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.speed.terms import Corpus, Questions
from corpus.model import Document, Source, text_sha256
from corpus.reader import Reader
from index.cutting.passages import split
from index.terms.analyzer import Analyzer

SHARED = Path(__file__).resolve().parents[2] / ".." / "shared" / "eval"
_SETS = ("squad-dev", "scifact", "cranfield")
_TITLE_TIMES = 2
_QUESTIONS = 300  # of each kind
_SHORT = 3
_CLAIM = 30, 60
_MOVED = 12  # one term of so many in a claim is another passage's

# Zipf-Mandelbrot, 1 / (rank + q)^s over stems without stop words: fitted by eye to the real
# passages above, whose most frequent stem stands in one passage of eight.
_SHIFT, _EXPONENT = 25.0, 1.05
_VOCABULARY = 300_000
_LENGTH_MEAN, _LENGTH_SHAPE = 58.0, 9.0  # gamma; terms of a passage, its title's among them
_DOCUMENT = 12  # passages of a made document
_TOPIC, _TOPICAL = 40, 0.35  # its own words, and how many of its words are of these


class _Numbering(dict[str, int]):
    def __missing__(self, term: str) -> int:
        self[term] = number = len(self)
        return number


def real_passages(most: int) -> tuple[list[list[int]], list[list[int]]]:
    """The terms of at most ``most`` real passages and of real questions; none without them."""
    analyzer, numbers = Analyzer("english"), _Numbering()
    passages: list[list[int]] = []
    for document in _documents():
        title = analyzer.terms(document.source.title or "") * _TITLE_TIMES
        for passage in split(document):
            terms = analyzer.terms(passage.text, passage.stated_dates) + title
            passages.append([numbers[term] for term in terms])
        if len(passages) >= most:
            break
    kept = {term for terms in passages[:most] for term in terms}
    known = {term: number for term, number in numbers.items() if number in kept}
    asked = [analyzer.terms(question) for question in _real_questions()]
    questions = [[known[term] for term in terms if term in known] for terms in asked]
    return passages[:most], [question for question in questions if question]


def _documents() -> Iterator[Document]:
    for file in (SHARED / folder / "corpus.jsonl" for folder in _SETS):
        for line in file.read_text("utf-8").splitlines() if file.is_file() else ():
            entry = json.loads(line)
            source, text = Source(title=entry["title"] or None), entry["text"]
            if text.strip():
                yield Document(id=entry["_id"], source=source, text=text, sha256=text_sha256(text))
    if (folder := SHARED / "ungd").is_dir():
        reader = Reader(folder, max_bytes=20_000_000)
        for stamp in reader.scan().files:
            yield reader.parse(reader.load(stamp.id))


def _real_questions() -> list[str]:
    file = SHARED / "squad-dev" / "queries.jsonl"
    lines = file.read_text("utf-8").splitlines() if file.is_file() else []
    texts = [json.loads(line)["text"] for line in lines]
    return random.Random(1).sample(texts, min(2 * _QUESTIONS, len(texts)))


def make(passages: int) -> Corpus:
    """A corpus of that many passages, the same at every run."""
    real, asked = real_passages(passages)
    made_terms, made_lengths = _made(passages - len(real), np.random.default_rng(passages))
    by_rank = _by_frequency(real)
    counts = np.array([len(terms) for terms in real], np.int64)
    flat = np.array([term for terms in real for term in terms], np.int32)
    terms = np.concatenate([flat, by_rank[made_terms]])
    starts = np.concatenate(([0], np.cumsum(np.concatenate([counts, made_lengths]))))
    corpus = Corpus(terms, starts, {}, len(real))
    return Corpus(terms, starts, _questions(corpus, asked), len(real))


def _questions(corpus: Corpus, asked: Sequence[Sequence[int]]) -> Questions:
    """The questions of each kind, named by how many terms they have."""
    typed = [list(dict.fromkeys(terms)) for terms in asked]
    long, claims = random.Random(2), random.Random(3)
    kinds = {
        "3": [terms[:_SHORT] for terms in typed if len(terms) >= _SHORT],
        "5.5": typed,
        "13": [_long_question(corpus, long) for _ in range(_QUESTIONS)],
        "30-60": [_claim(corpus, claims) for _ in range(_QUESTIONS)],
    }
    return {kind: questions[:_QUESTIONS] for kind, questions in kinds.items() if questions}


def _by_frequency(real: Sequence[Sequence[int]]) -> NDArray[np.int32]:
    """The term of each rank: the real ones by how often they stand, then new ones."""
    counts = np.bincount(np.array([term for terms in real for term in terms], np.int64))
    most = np.argsort(-counts, kind="stable")[:_VOCABULARY]
    return np.concatenate([most, np.arange(len(most), _VOCABULARY)]).astype(np.int32)


def _made(
    passages: int, random_numbers: np.random.Generator
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Ranks and lengths of made passages; the passages of one document share a topic."""
    scale = _LENGTH_MEAN / _LENGTH_SHAPE
    lengths = 1 + random_numbers.gamma(_LENGTH_SHAPE, scale, passages).astype(np.int64)
    total = int(lengths.sum())
    documents = passages // _DOCUMENT + 1
    shares = 1 / (np.arange(_VOCABULARY) + _SHIFT) ** _EXPONENT
    cumulated = np.cumsum(shares / shares.sum())
    cumulated[-1] = 1.0
    ranks = np.searchsorted(cumulated, random_numbers.random(total))
    topics = np.searchsorted(cumulated, random_numbers.random((documents, _TOPIC)))
    document = np.repeat(np.arange(passages) // _DOCUMENT, lengths)
    topical = random_numbers.random(total) < _TOPICAL
    chosen = (random_numbers.random(int(topical.sum())) ** 2 * _TOPIC).astype(np.int64)
    ranks[topical] = topics[document[topical], chosen]
    return ranks, lengths


def _long_question(corpus: Corpus, chance: random.Random) -> list[int]:
    """About 13 terms, most of them from one passage, as news quizzes have."""
    own = _terms_of(corpus, chance)
    other = _terms_of(corpus, chance)
    size = max(3, round(chance.gauss(15.5, 4)))
    drawn = [chance.choice(own if chance.random() < 0.75 else other) for _ in range(size)]
    return list(dict.fromkeys(drawn))


def _claim(corpus: Corpus, chance: random.Random) -> list[int]:
    """30 to 60 terms as they follow each other, from one passage into the next, as pasted text has
    them; some are from another passage, as in a text that was edited."""
    size, most = chance.randint(*_CLAIM), int(corpus.starts[-1])
    first = chance.randrange(max(1, most - 2 * _CLAIM[1]))
    claim: dict[int, None] = {}
    for term in corpus.terms[first : first + 3 * size].tolist():
        moved = chance.random() * _MOVED < 1
        claim[chance.choice(_terms_of(corpus, chance)) if moved else term] = None
        if len(claim) == size:
            break
    return list(claim)


def _terms_of(corpus: Corpus, chance: random.Random) -> list[int]:
    while True:
        number = chance.randrange(corpus.passages)
        terms = corpus.terms[corpus.starts[number] : corpus.starts[number + 1]].tolist()
        if terms:
            return [int(term) for term in terms]
