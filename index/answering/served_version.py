"""A version that is being served: its snapshot, and what answers from it."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.facts import Fact
from index.answering.evidence import MARGINS
from index.answers import Catalogue, Caution, Holding, Unreadable
from index.arrays.snapshot import Snapshot
from index.arrays.sums import AT_OPENING, check_sums
from index.errors import QuestionError
from index.question.conditions import Setting
from index.question.named_source import Names
from index.question.spelling import Speller
from index.question.times import Years
from index.ranking.bm25 import EmbeddedRanker
from index.ranking.parts import PARTS, Part
from index.ranking.second_stage import Rescorer
from index.terms.analyzer import Analyzer

if TYPE_CHECKING:
    from index.reports import Status


class Holdings:
    """The documents of a version with the store's rows, by name; read when first asked for."""

    def __init__(self, read: Callable[[], Awaitable[Sequence[tuple[int, Holding]]]]) -> None:
        self._read = read
        self._reading = asyncio.Lock()
        self._known: tuple[tuple[int, Holding], ...] | None = None

    async def read(self) -> None:
        async with self._reading:
            if self._known is None:
                self._known = tuple(await self._read())

    @property
    def known(self) -> tuple[tuple[int, Holding], ...]:
        """Raises ``LookupError`` before they were read."""
        if self._known is None:
            raise LookupError("the documents of this version have not been read")
        return self._known


class DamagedError(Exception):
    """The files of a version are missing, cut short or not what they should be."""


@dataclass(frozen=True)
class Served:
    """One immutable version: a question reads it from start to end, whatever is built beside.

    ``enough`` is the sufficiency from which a passage may answer, ``near`` that from which it is
    shown as one that comes close, ``parts`` what scores are made of in the second stage.
    """

    snapshot: Snapshot
    language: str
    documents: Holdings
    unreadable: tuple[Unreadable, ...]
    names: Names
    enough: float
    near: float
    parts: tuple[Part, ...] = PARTS

    @classmethod
    def load(
        cls,
        folder: Path,
        language: str,
        documents: Holdings,
        unreadable: tuple[Unreadable, ...],
        caution: Caution = Caution.BALANCED,
    ) -> "Served":
        """Map all files of the version, so that none can go missing later.

        Raises ``DamagedError``.
        """
        try:
            check_sums(folder, at_most=AT_OPENING)
            snapshot = Snapshot(folder)
            forward, _, _, _ = snapshot.forward, snapshot.terms, snapshot.words, snapshot.related
            _, _ = snapshot.spellings, snapshot.vectors
            words = int(forward.sentences[-1])
            enough, near = snapshot.fitted["enough"], snapshot.fitted["near"]
            names = Names.load(folder)
        except (OSError, ValueError, LookupError, TypeError, EOFError) as error:
            raise DamagedError(f"{type(error).__name__}: {error}") from error
        if words != len(forward.forms):  # the one file that does not tell its own length
            raise DamagedError(f"it has {len(forward.forms)} of {words} words")
        enough += caution.margin + MARGINS.get(language, 0.0)
        return cls(snapshot, language, documents, unreadable, names, enough, near)

    @property
    def holdings(self) -> tuple[tuple[int, Holding], ...]:
        """All documents, which must have been read before."""
        return self.documents.known

    @property
    def version(self) -> str:
        return self.snapshot.meta.version

    @cached_property
    def ranker(self) -> EmbeddedRanker:
        return EmbeddedRanker(self.snapshot)

    @cached_property
    def rescorer(self) -> Rescorer:
        return Rescorer(self.snapshot, self.parts)

    @cached_property
    def analyzer(self) -> Analyzer:
        return Analyzer(self.language, known=self.snapshot.term_of_word)

    @cached_property
    def speller(self) -> Speller:
        return Speller(self.snapshot)

    def setting(self, today: date | None = None) -> Setting:
        """What questions are read by; ``today`` is the day of asking."""
        return replace(self._setting, today=today)

    @cached_property
    def _setting(self) -> Setting:
        analyzer, snapshot = self.analyzer, self.snapshot
        return Setting(
            self.names,
            lambda word: bool(snapshot.known(analyzer.terms(word))),
            lambda word: not analyzer.terms(word),
            Years(
                snapshot.years_published(),
                lambda first, last: bool(snapshot.published_in(first, last).any()),
                lambda first, last: bool(snapshot.surely_published_in(first, last).any()),
            ),
            snapshot.meta.day_first,
        )

    def status(self, *, stale: bool, mostly: str | None) -> "Status":
        """The state of the index."""
        from index.reports import Status  # noqa: PLC0415 - not for questions

        meta = self.snapshot.meta
        return Status(
            index_version=meta.version,
            built_at=datetime.fromisoformat(meta.built_at),
            documents=meta.documents,
            passages=meta.passages,
            terms=meta.terms,
            unreadable=len(self.unreadable),
            index_bytes=self.snapshot.size,
            language=self.language,
            stale=stale,
            mostly=mostly,
        )

    def catalogue(self, search: str | None = None) -> Catalogue:
        """What is held, or the part that has ``search`` in one of its names."""
        found = tuple(held for _, held in self.holdings if is_called(held, search))
        return Catalogue(self.version, found, self.unreadable)

    def rows_of_source(self, name: str) -> frozenset[int]:
        """The documents with this name, whatever its case."""
        wanted = name.strip().casefold()
        return frozenset(
            row
            for row, held in self.holdings
            if any(wanted == each.casefold() for each in held.names)
        )

    def row_of(self, document: str) -> int:
        """The row of a document by its name; raises ``QuestionError`` for one that is not held."""
        for row, holding in self.holdings:
            if holding.document == document:
                return row
        raise QuestionError(
            Fact("document {name}", name=repr(document)),
            Fact("is not in the corpus"),
            self.near_names(document),
        )

    def near_names(self, name: str) -> Fact:
        """The advice to try names of sources that look like this one."""
        from rapidfuzz import process  # noqa: PLC0415 - 0.02 s, for a mistake alone

        near = process.extract(name, self.source_names, limit=3, score_cutoff=60)
        if not near:
            return Fact("try one that 'sources' lists")
        return Fact("try {names}", names=", ".join(repr(found) for found, _, _ in near))

    @cached_property
    def source_names(self) -> tuple[str, ...]:
        """Every name that a source can be asked for by."""
        return tuple(dict.fromkeys(name for _, held in self.holdings for name in held.names))


def is_called(held: Holding, search: str | None) -> bool:
    """True where one of a document's names has the text, whatever its case; all have none."""
    return not search or any(search.casefold() in name.casefold() for name in held.names)
