"""How a library reads its corpus, indexes it and answers from it."""

from dataclasses import dataclass

from index.answers import Caution
from index.building.portions import PORTIONS, Portions


@dataclass(frozen=True, slots=True)
class Options:
    """How a library reads its corpus and answers from it.

    ``language`` is one of ``index.terms.stems.LANGUAGES``, ``portions`` is how much a reindex
    does at a time. With ``apart`` a reindex runs in a process of its own, as an event loop that
    must not wait wants it.
    """

    language: str = "english"
    max_file_bytes: int = 20_000_000
    caution: Caution = Caution.BALANCED
    portions: Portions = PORTIONS
    apart: bool = False
