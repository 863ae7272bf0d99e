"""What every engine that is measured can do."""

import time
from abc import ABC, abstractmethod
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.speed.terms import Corpus


def name(term: int) -> str:
    """A term as every engine gets it: letters and digits, which no tokenizer can cut."""
    return f"t{term}"


def texts(corpus: "Corpus") -> list[str]:
    """The passages as texts, for engines that take no terms."""
    return [" ".join(map(name, terms)) for terms in corpus.lists()]


class Engine(ABC):
    """An engine behind the same steps as all others.

    ``module`` is what it is imported from, where it is used, so that a process holds no other one.
    ``prepare`` brings the terms into the form that ``build`` takes, and is not timed.
    """

    module = ""
    shared = True  # it can be asked from many threads at once

    @classmethod
    def missing(cls) -> str:
        """Why it cannot be measured here; empty when it can."""
        return "" if find_spec(cls.module) else "not installed"

    @abstractmethod
    def prepare(self, corpus: "Corpus") -> None: ...

    @abstractmethod
    def build(self, corpus: "Corpus", folder: Path) -> None: ...

    @abstractmethod
    def open(self, folder: Path) -> None: ...

    def warm(self) -> None:  # noqa: B027 - most have nothing to do
        """Do what a long-lived process does beside its first answers."""

    @abstractmethod
    def ask(self, terms: Sequence[int], limit: int) -> list[int]:
        """The numbers of the best ``limit`` passages, best first, for distinct terms."""

    def processor(self) -> float:
        """Seconds of the processor that it has taken so far."""
        return time.process_time()

    def close(self) -> None:  # noqa: B027 - most have nothing to do
        """End what it started."""
