"""The arrays of a version: what each is called in its folder, of what type, in how many dimensions.

Whoever writes an array and whoever maps it reads the type here, and a file that holds another is
refused when the version is opened.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

import numpy as np


class Kind(NamedTuple):
    """The type of an array's numbers, little-endian, and its dimensions."""

    type: np.dtype[np.generic]
    dimensions: int = 1


_U8, _U16, _U32, _U64 = (Kind(np.dtype(name)) for name in ("<u1", "<u2", "<u4", "<u8"))
_I32, _I64, _F32 = (Kind(np.dtype(name)) for name in ("<i4", "<i8", "<f4"))

ARRAYS: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        "term_hash": _U64,
        "offsets": _I64,
        "postings": _I32,
        "impacts": _F32,
        "bounds": _F32,
        "windows_rows": _I64,
        "windows_tops": Kind(_U8.type, 2),
        "windows_places": Kind(_I32.type, 2),
        "windows_starts": _I64,
        "windows_packed": _U16,
        "passage_document": _I32,
        "first_passage": _I64,
        "documents": _I64,
        "published_first": _I32,
        "published_last": _I32,
        "terms_text": _U8,
        "terms_starts": _I64,
        "word_hash": _U64,
        "word_term": _I32,
        "word_prefix": _U32,
        "words_text": _U8,
        "words_starts": _I64,
        "spelling_rows": _I32,
        "spelling_heads": _U16,
        "spelling_letters": _U64,
        "related_starts": _I64,
        "related_terms": _I32,
        "related_cosines": _F32,
        "forward_forms": _I32,
        "forward_sentences": _I64,
        "forward_units": _I64,
        "forward_runs": _I64,
        "forward_run_passages": _I64,
        "vectors": Kind(np.dtype("i1"), 2),
    }
)
