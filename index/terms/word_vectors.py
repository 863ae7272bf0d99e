"""Vectors of meaning: the mean of static word vectors that the extra ``meaning`` brings.

The package's own loader would download what it does not find; its two files are read here instead.
"""

import json
import logging
import zlib
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from tokenizers import Tokenizer

log = logging.getLogger("verbatim.index")

DIMENSIONS: Final = 256

_PACKAGE = "wordllama"
_TABLE = "weights/l2_supercat_256.safetensors"
_TOKENIZER = "tokenizers/l2_supercat_tokenizer_config.json"
_LENGTH = 8  # bytes at the head of a safetensors file that say how long its header is
_MOST = 127  # of an int8
# Two texts that differ only in these mean the same, and compilers of texts differ in these.
_QUOTATION_MARKS = str.maketrans("", "", "\"'“”„‟‘’‚‛«»‹›「」『』")


class WordVectors:
    """The vectors ``table[V, 256]`` of the tokens that ``tokenizer`` cuts a text into.

    Raises ``ValueError`` where there are more tokens than vectors.
    """

    def __init__(self, table: NDArray[np.float16], tokenizer: "Tokenizer") -> None:
        if tokenizer.get_vocab_size() > len(table):
            raise ValueError(f"{tokenizer.get_vocab_size()} tokens have {len(table)} vectors")
        self._table = table
        self._tokenizer = tokenizer

    def of(self, texts: Iterable[str]) -> NDArray[np.int8]:
        """The mean vector of each text, its greatest number made 127, ``[N, 256]``.

        Quotation marks are left out; a text without a token has zeros.
        """
        rows = [self._mean(text.translate(_QUOTATION_MARKS)) for text in texts]
        means = np.stack(rows) if rows else np.zeros((0, DIMENSIONS), np.float32)
        greatest = np.abs(means).max(axis=1, keepdims=True, initial=0)
        greatest[greatest == 0] = 1
        scaled: NDArray[np.int8] = np.round(means * (_MOST / greatest)).astype(np.int8)
        return scaled

    def _mean(self, text: str) -> NDArray[np.float32]:
        # one by one: a batch would be cut in threads that a process must not fork with
        tokens = self._tokenizer.encode(text, add_special_tokens=False).ids
        if not tokens:
            return np.zeros(DIMENSIONS, np.float32)
        mean: NDArray[np.float32] = self._table[tokens].mean(axis=0, dtype=np.float32)
        return mean


@cache
def vectors_version() -> str | None:
    """Names the vectors that are installed, by the CRC-32 of their files.

    ``None`` without the extra ``meaning``.
    """
    folder = _folder()
    if folder is None or find_spec("tokenizers") is None:
        return None
    crc = 0
    for name in (_TABLE, _TOKENIZER):
        try:
            crc = zlib.crc32((folder / name).read_bytes(), crc)
        except OSError as error:
            crc = zlib.crc32(str(error.errno).encode(), crc)  # ``word_vectors`` tells of it
    return f"{_PACKAGE}-{crc:08x}"


@cache
def word_vectors() -> WordVectors | None:
    """The vectors that are installed, read once; ``None`` without the extra ``meaning``.

    Where its files cannot be read there are none either, which is logged.
    """
    folder = _folder()
    if vectors_version() is None or folder is None:
        return None
    try:
        from tokenizers import Tokenizer  # noqa: PLC0415 - an extra

        tokenizer = Tokenizer.from_file(str(folder / _TOKENIZER))
        return WordVectors(_table(folder / _TABLE), tokenizer)
    except Exception as error:  # noqa: BLE001 - tokenizers raises nothing more special
        told = f"{type(error).__name__}: {error}"
        log.warning("the extra 'meaning' cannot be read, passages go without (%s)", told)
        return None


def _folder() -> Path | None:
    """The folder of the installed package, which is not imported."""
    found = find_spec(_PACKAGE)
    if found is None or not found.submodule_search_locations:
        return None
    return Path(found.submodule_search_locations[0])


def _table(path: Path) -> NDArray[np.float16]:
    """The one array of a safetensors file, mapped.

    The format: https://huggingface.co/docs/safetensors, "Format".
    """
    with path.open("rb") as file:
        size = int.from_bytes(file.read(_LENGTH), "little")
        header: dict[str, Any] = json.loads(file.read(size))
    (told,) = (value for name, value in header.items() if name != "__metadata__")
    if told["dtype"] != "F16" or told["shape"][1] != DIMENSIONS:
        raise ValueError(f"{path.name} holds {told['shape']} of {told['dtype']}")
    start = _LENGTH + size + told["data_offsets"][0]
    mapped = np.memmap(path, "<f2", mode="r", offset=start, shape=tuple(told["shape"]))
    return np.asarray(mapped)
