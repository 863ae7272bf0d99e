"""The peers we are measured beside, each on whole documents: title and text as one field.

Terms as ``shared/eval/README.md`` has them: small letters, inner apostrophes, stop words,
Snowball; FTS5 takes the text as it is and stems it as English. Ties by document order.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache, partial

import numpy as np
from numpy.typing import NDArray

from corpus.facts import Fact
from index.evaluation.collection import DEPTH, Collection, EvaluationError
from index.terms.analyzer import Analyzer, token_pattern
from index.terms.stems import Snowball, Stemmer, Whole, stemmer
from index.terms.word_forms import unspaced_terms

_K1, _B = 1.5, 0.75
_UNSTEMMED = {"chinese", "hebrew", "japanese", "korean", "thai", "ukrainian", "vietnamese"}


def peers(language: str = "english") -> Mapping[str, Callable[[Collection], dict[str, list[str]]]]:
    """Each peer's run over a collection in a language, by its name."""
    terms = _Terms(language)
    return {
        "rank-bm25": partial(_run_rank_bm25, terms),
        "bm25s": partial(_run_bm25s, terms),
        "SQLite FTS5": partial(_run_fts5, terms),
    }


class _Terms:
    """Plain terms: what a careful user of the peers would make."""

    def __init__(self, language: str) -> None:
        self._analyzer = Analyzer(language)
        self._stemmer = _snowball(language)
        self._term = lru_cache(maxsize=None)(self._make)

    def of(self, text: str) -> list[str]:
        return [term for word in self.words(text) if (term := self._term(word))]

    def words(self, text: str) -> list[str]:
        """The words, and of scripts without spaces pieces of one to three characters."""
        return [
            piece
            for word in token_pattern().findall(text.lower())
            for piece in unspaced_terms(word)
        ]

    def is_stop_word(self, word: str) -> bool:
        return not self._analyzer.word_forms(word)

    def _make(self, word: str) -> str:
        return "" if self.is_stop_word(word) else str(self._stemmer.stem(word))


def _snowball(language: str) -> Stemmer:
    if language in _UNSTEMMED:
        return Whole()
    return Snowball(language) if language == "turkish" else stemmer(language)


def _documents(collection: Collection) -> Iterator[str]:
    return (f"{text.title} {text.text}".strip() for text in collection.texts)


def _run_rank_bm25(terms: _Terms, collection: Collection) -> dict[str, list[str]]:
    from rank_bm25 import BM25Okapi  # noqa: PLC0415 - only when peers are asked for

    model = BM25Okapi([terms.of(text) for text in _documents(collection)], k1=_K1, b=_B)
    return {
        key: _best(model.get_scores(terms.of(question)), collection)
        for key, question in collection.questions.items()
    }


def _run_bm25s(terms: _Terms, collection: Collection) -> dict[str, list[str]]:
    try:
        import bm25s  # noqa: PLC0415 - an optional extra
    except ImportError:
        raise EvaluationError(
            "eval --peers",
            Fact("needs the package {package}", package="bm25s"),
            Fact("install it with pip install '.[eval]'"),
        ) from None
    model = bm25s.BM25(k1=_K1, b=_B, method="lucene")
    model.index([terms.of(text) for text in _documents(collection)], show_progress=False)
    run = {}
    for key, question in collection.questions.items():
        asked = terms.of(question)
        known = [term for term in asked if term in model.vocab_dict]
        run[key] = _best(model.get_scores(known), collection) if known else []
    return run


def _run_fts5(terms: _Terms, collection: Collection) -> dict[str, list[str]]:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE texts USING fts5 (text, tokenize = 'porter unicode61')")
    database.executemany(
        "INSERT INTO texts (rowid, text) VALUES (?, ?)", enumerate(_documents(collection))
    )
    run: dict[str, list[str]] = {}
    for key, question in collection.questions.items():
        words = [word for word in terms.words(question) if not terms.is_stop_word(word)]
        if not words:  # which FTS5 takes for an error
            run[key] = []
            continue
        found = database.execute(
            "SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rank, rowid LIMIT ?",
            (" OR ".join(f'"{word}"' for word in words), DEPTH),
        )
        run[key] = [collection.texts[number].id for (number,) in found]
    database.close()
    return run


def _best(scores: NDArray[np.float64], collection: Collection) -> list[str]:
    order: Sequence[int] = np.argsort(-scores, kind="stable")[:DEPTH].tolist()
    return [collection.texts[number].id for number in order if scores[number] > 0]
