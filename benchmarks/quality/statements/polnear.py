"""Speakers on PolNeAR: political news whose sources were marked by people.

A speaker is right when it shares a character with a source that any annotator of the article
marked.
A source counts as written as a name when its first word, articles aside, has a capital and is no
pronoun or determiner; it is found when a speaker shares a character with it. Of an article with
several annotators the sources of the first count. Read only: the corpus is fetched, never kept.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.model import Span
from index.cutting.sentences import sentence_spans
from index.statements.speakers import read_speech

_WORD = re.compile(r"[\w’'-]+")
_ARTICLES = frozenset({"the", "a", "an"})
_NO_NAMES = frozenset(
    """
    he she they i we it you this that these those some many most but his her their my our who one
    other others people few no none nobody everyone everybody neither both any not even several
    more another such what someone anyone each critics the a an
    """.split()
)


@dataclass(frozen=True, slots=True)
class _Article:
    text: str
    sources: tuple[Span, ...]  # of the first annotator
    marked: tuple[Span, ...]  # of all of them


def measure_speakers(folder: Path, part: str) -> Iterator[str]:
    """Lines with precision and recall on one part of a checkout; its test part is kept aside.

    The last tells how far the figures of names differ between five fifths of the articles.
    """
    counted = [_counted(article) for article in _articles(folder / "data" / part)]
    whole = sum(counted, Counter[str]())
    for name, right, of in (
        ("speakers that are sources", "right", "speakers"),
        ("of those that are names", "names right", "names"),
        ("sources written as names that are found", "found", "sources"),
    ):
        yield f"{part}: {name} {whole[right] / whole[of]:.3f} ({whole[right]}/{whole[of]})"
    fifths = [sum(counted[at::5], Counter[str]()) for at in range(5) if counted[at::5]]
    precise = sorted(each["names right"] / each["names"] for each in fifths if each["names"])
    reached = sorted(each["found"] / each["sources"] for each in fifths if each["sources"])
    yield (
        f"{part}: of five fifths, names that are sources {precise[0]:.3f} to {precise[-1]:.3f}, "
        f"sources that are found {reached[0]:.3f} to {reached[-1]:.3f}"
    )


def _counted(article: _Article) -> Counter[str]:
    counts: Counter[str] = Counter()
    speakers = list(_speakers(article.text))
    for speaker in speakers:
        hit = int(any(_meet(speaker, source) for source in article.marked))
        named = int(_is_name(article.text[slice(*speaker)]))
        counts.update({"speakers": 1, "right": hit, "names": named, "names right": named * hit})
    for source in article.sources:
        if _is_name(article.text[slice(*source)]):
            met = int(any(_meet(speaker, source) for speaker in speakers))
            counts.update({"sources": 1, "found": met})
    return counts


def _articles(folder: Path) -> Iterator[_Article]:
    for file in sorted((folder / "text").glob("*.txt")):
        notes = sorted((folder / "attributions").glob(f"{file.stem}_*.ann"))
        if notes:
            with file.open(encoding="utf-8", newline="") as opened:
                text = opened.read()
            marked = [tuple(_sources(note)) for note in notes]
            yield _Article(text, marked[0], tuple(span for each in marked for span in each))


def _sources(note: Path) -> Iterator[Span]:
    """The spans that are marked as sources in brat's standoff format."""
    for line in note.read_text("utf-8").splitlines():
        fields = line.split("\t")
        if len(fields) == 3 and fields[1].startswith("Source "):
            numbers = list(map(int, re.findall(r"\d+", fields[1])))
            yield Span(numbers[0], numbers[-1])


def _speakers(text: str) -> Iterator[Span]:
    for sentence in sentence_spans(text):
        for speaker in read_speech(text[slice(*sentence)], "english").speakers:
            yield Span(sentence.start + speaker.start, sentence.start + speaker.end)


def _is_name(text: str) -> bool:
    words = [word for word in _WORD.findall(text) if word.lower() not in _ARTICLES]
    return bool(words) and words[0][:1].isupper() and words[0].lower() not in _NO_NAMES


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
