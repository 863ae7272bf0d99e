"""The embedded ranker: rank-bm25's model, scored from an inverted index in mapped arrays."""

import logging
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from importlib.util import find_spec
from itertools import compress, count
from threading import Lock, Thread

import numpy as np
from numpy.typing import NDArray

from index.arrays.snapshot import UNDATED, Snapshot
from index.ranking.giving_back import give_back
from index.ranking.hits import Filter, Ranked
from index.ranking.numpy_search import NumPySearch, Search

log = logging.getLogger("verbatim.index")

# A process that was asked that often will be asked again, so that compiling pays (numba, 1 s).
_WORTH_COMPILING = 20
_COMPILED = "index.ranking.numba_search"
_COMPILER = "libllvmlite"  # 50 MB of code that nothing runs any more once all is compiled
_COMPILING = Lock()  # many versions in one process want the same code


class EmbeddedRanker:
    """Exact BM25 over one snapshot. Any number of questions may run at once."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self._search: Search = NumPySearch(snapshot)
        self._asked = count(1)

    def compile(self) -> None:
        """Search by compiled code from now on, where numba is installed; takes seconds."""
        try:
            from index.ranking.numba_search import CompiledSearch  # noqa: PLC0415  # takes a second
        except (ImportError, RuntimeError):  # RuntimeError: nowhere to keep compiled code
            return
        search = CompiledSearch(self.snapshot)
        if self.snapshot.meta.terms:
            search.compile()
            self._search = search
            give_back(_COMPILER)

    def _compile_apart(self, module: str = _COMPILED) -> None:
        """``compile``, after ``module``, run by itself, has compiled and kept the code on disk.

        In a thread of ours that would stop the event loop for a quarter of a second at times, so
        NumPy goes on where that process fails, as where nothing can be kept on disk.
        """
        if find_spec("numba") is None:
            return
        with _COMPILING:
            if self._is_compiled(module):
                self.compile()

    def _is_compiled(self, module: str) -> bool:
        """True once the code is in this process or on disk; compiles it where it is not."""
        if module not in sys.modules:
            command = [sys.executable, "-m", module, str(self.snapshot.folder)]
            done = subprocess.run(  # noqa: S603  # our own
                command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
            )
            if done.returncode:
                said = done.stderr.decode(errors="replace").strip() or "it was killed"
                log.warning("the search is not compiled, NumPy goes on: %s", said.split("\n")[-1])
                return False
        return True

    def rank(self, terms: Sequence[str], only: Filter, limit: int) -> Ranked:
        """A user's question; after many of these the search is compiled beside them."""
        if next(self._asked) == _WORTH_COMPILING:
            Thread(target=self._compile_apart, name="compile the search", daemon=True).start()
        return self.rank_now(terms, only, limit)

    def rank_now(self, terms: Sequence[str], only: Filter, limit: int) -> Ranked:
        """What ``rank`` does, for a question that no user asked."""
        times: dict[str, int] = dict.fromkeys(terms, 1)
        if len(times) < len(terms):  # counting takes longer, and most terms are asked once
            times = Counter(terms)
        rows = self.snapshot.term_lookup.rows(list(times))
        if -1 in rows:
            times = dict(compress(times.items(), [row >= 0 for row in rows]))
            rows = [row for row in rows if row >= 0]
        return self._search(rows, list(times.values()), limit, self.allowed(only)).ranked(times)

    def undated_matches(self, terms: Sequence[str], only: Filter) -> int:
        """How many passages share a term and are out only because they have no date."""
        snapshot = self.snapshot
        allowed = snapshot.published_last == UNDATED
        if only.documents is not None:
            allowed &= np.isin(snapshot.documents, list(only.documents))
        if not allowed.any():
            return 0
        shared = snapshot.sharing(terms)
        return int(np.count_nonzero(shared & allowed[snapshot.passage_document]))

    def allowed(self, only: Filter) -> NDArray[np.bool_] | None:
        """One flag for each document; ``None`` when the filter lets all pass."""
        snapshot = self.snapshot
        if only.documents is None and not only.by_date:
            return None
        allowed = np.ones(len(snapshot.documents), np.bool_)
        if only.documents is not None:
            allowed &= np.isin(snapshot.documents, list(only.documents))
        if only.by_date:
            allowed &= snapshot.published_in(only.since, only.until)
        return allowed
