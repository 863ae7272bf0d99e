"""Quote ids: enough, in 40-odd characters, to find a quote again and to prove it."""

import hashlib
import re
from typing import NamedTuple, Self

import numpy as np

from corpus.facts import Fact
from index.cutting.passage import Passage
from index.errors import QuoteError
from index.store.rows import name_key

_FORM = re.compile(r"([0-9a-f]{8})-([0-9a-f]{12})-([0-9a-z]{1,7})-([0-9a-z]{1,7})-([0-9a-f]{12})")


class QuoteId(NamedTuple):
    """A slice of one version of a document.

    ``key`` stands for the document's name, ``pin`` is the beginning of its text's SHA-256,
    ``check`` that of the quote's own. Written ``key-pin-start-end-check``, the offsets in
    base 36, it is at most 50 characters of ``[a-z0-9-]``.
    """

    key: str
    pin: str
    start: int
    end: int
    check: str

    @classmethod
    def of(cls, passage: Passage) -> Self:
        key = name_key(passage.document)
        return cls(key, passage.sha256[:12], passage.start, passage.end, quote_check(passage.text))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Raises ``QuoteError`` for what is no quote id."""
        match = _FORM.fullmatch(text.strip().lower())
        if match is not None:
            key, pin, start, end, check = match.groups()
            wanted = cls(key, pin, int(start, 36), int(end, 36), check)
            if wanted.start < wanted.end:
                return wanted
        raise QuoteError(
            Fact("quote id {text}", text=repr(text[:60])),
            Fact("is not one"),
            Fact("copy the whole id as an answer shows it"),
        )

    def __str__(self) -> str:
        return f"{self.key}-{self.pin}-{_base36(self.start)}-{_base36(self.end)}-{self.check}"


def quote_check(text: str) -> str:
    """Twelve hexadecimal digits that stand for a quote's words."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _base36(number: int) -> str:
    return np.base_repr(number, 36).lower()
