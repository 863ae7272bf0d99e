"""Denials and confirmations in sentences of fetched collections, labelled one by one.

``fetched.txt`` names a sentence by its collection and the sha256 of its words, single spaces
between them, since no text of others is kept here; the first block is for tuning, the second held
out. Each collection is read from a checkout of its repository, with the repository's name, in one
folder; sentences of those that are missing are left out.
"""

import hashlib
import html
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from benchmarks.quality.statements.languages import Labelled, figures
from index.cutting.sentences import sentence_spans

LABELS = Path(__file__).with_name("fetched.txt")
_STRING = re.compile(r"<si>(.*?)</si>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_UD_TEXT = re.compile(r"^# text = (.*)$", re.MULTILINE)
_LOOSE_MARK = re.compile(r" (?=[,.;:!?»”)])|(?<=[«“(]) ")


def measure_fetched(folder: Path, labels: Path = LABELS) -> Iterator[str]:
    """A line for each language, half and side, with the sentences that stand in ``folder``."""
    blocks = labels.read_text("utf-8").split("\n\n")
    collections = {line.split()[0] for block in blocks for line in block.splitlines()}
    texts = {name: dict(_sentences(name, folder)) for name in sorted(collections)}
    for name, block in zip(("tuning", "held out"), blocks, strict=True):
        labelled = _labelled(block, texts)
        for language in sorted(labelled):
            yield from figures(language, name, labelled[language])


def _labelled(block: str, texts: Mapping[str, Mapping[str, str]]) -> Mapping[str, list[Labelled]]:
    """The sentences of each language that are there, with the first letters of their kinds."""
    found: dict[str, list[Labelled]] = {}
    for line in block.splitlines():
        collection, sha256, kinds = line.split()
        words = texts[collection].get(sha256)
        if words is not None:
            language = _COLLECTIONS[collection][0]
            found.setdefault(language, []).append((words, frozenset(kinds) - {"-"}))
    return found


def _sentences(collection: str, folder: Path) -> Iterator[tuple[str, str]]:
    """Each sentence of a collection by the sha256 of its words."""
    for text in _COLLECTIONS[collection][1](folder / collection):
        for span in sentence_spans(text):
            words = " ".join(text[slice(*span)].split())
            yield hashlib.sha256(words.encode()).hexdigest(), words


def _files(folder: Path, pattern: str) -> Iterator[str]:
    return (file.read_text("utf-8", "replace") for file in sorted(folder.glob(pattern)))


def _articles(folder: Path) -> Iterator[str]:
    """10kGNAD: one article a line, after its category; the training part is not read."""
    for text in _files(folder, "test.csv"):
        yield from (line.partition(";")[2].strip("'") for line in text.splitlines())


def _workbooks(folder: Path) -> Iterator[str]:
    for file in sorted(folder.glob("*.xlsx")):
        with zipfile.ZipFile(file) as book:
            strings = book.read("xl/sharedStrings.xml").decode()
        yield from (html.unescape(_TAG.sub("", each)) for each in _STRING.findall(strings))


def _tokenized(folder: Path) -> Iterator[str]:
    return (_LOOSE_MARK.sub("", text) for text in _files(folder, "v2.0/data/*/*.txt"))


def _treebank(folder: Path) -> Iterator[str]:
    for text in _files(folder, "*.conllu"):
        yield from _UD_TEXT.findall(text)


_COLLECTIONS: Mapping[str, tuple[str, Callable[[Path], Iterator[str]]]] = {
    "BBC-Dataset-News-Classification": (
        "english",
        lambda folder: _files(folder, "dataset/data_files/*/*.txt"),
    ),
    "PolNeAR": ("english", lambda folder: _files(folder, "data/train/text/*.txt")),
    "10kGNAD": ("german", _articles),
    "FakeNewsCorpusSpanish": ("spanish", _workbooks),
    "UD_French-GSD": ("french", _treebank),
    "UD_French-Sequoia": ("french", _treebank),
    "ner-uk": ("ukrainian", _tokenized),
}
