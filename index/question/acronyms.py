"""What an acronym stands for, where the corpus writes only the long form."""

from functools import reduce

import numpy as np

from index.arrays.snapshot import Snapshot
from index.terms.analyzer import Analyzer
from index.terms.shipped_lists import shipped_list


def spelt_out(
    word: str, analyzer: Analyzer, snapshot: Snapshot, held: frozenset[int] | None = None
) -> str | None:
    """The long form, if some passage of the documents ``held`` (``None``: of all) has its words.

    It is "United States" for "U.S.".
    """
    acronyms = shipped_list(__file__, "acronyms", analyzer.language) or {}
    long: str | None = acronyms.get(word.replace(".", ""))
    if long is None:
        return None
    rows = snapshot.rows(analyzer.terms(long)).tolist()
    if -1 in rows:
        return None
    together = reduce(np.intersect1d, map(snapshot.passages_with, rows))
    documents = snapshot.documents[snapshot.passage_document[together]]
    known = len(documents) > 0 if held is None else np.isin(documents, list(held)).any()
    return long if known else None
