"""The language that most documents are in, which may not be the one that they are read in."""

from index.answering.served_version import Served
from index.store.store import Store
from index.terms.likely_language import likely_language

_SAMPLE = 40  # documents


def mostly_in(served: Served, store: Store) -> str | None:
    """The language, told from some documents throughout the version; ``None`` where none is."""
    rows = served.snapshot.documents.tolist()
    sample = rows[:: len(rows) // _SAMPLE + 1]
    return likely_language(document.text for document in store.documents(sample).values())
