"""How long should a passage be? ``python -m benchmarks.quality.passages FOLDER``.

The folder holds SQuAD in BEIR layout.

Paragraphs of one title are joined into one long document, split at several target sizes and
ranked with BM25 (k1 = 1.2, b = 0.75, Lucene's idf, Snowball stems, the title twice). A question
succeeds at k when one of the first k passages comes from the right document and holds one of
its answers. A chat shows the best passage whole, so its length is reported beside.
"""

import argparse
import json
import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from nltk.stem.snowball import SnowballStemmer

from corpus.model import Document, Source, text_sha256
from index.cutting.passage import Passage
from index.cutting.passages import TARGET, split

K1, B = 1.2, 0.75
DEPTH = 5
_WORD = re.compile(r"[^\W_]+")
_stemmer = SnowballStemmer("english")
_stems: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class Question:
    """A question, its document and the strings that answer it."""

    text: str
    document: str
    answers: tuple[str, ...]


@dataclass(slots=True)
class Index:
    """BM25 over postings: term -> passage -> how often."""

    texts: list[Passage]
    postings: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    lengths: list[int] = field(default_factory=list)

    def rank(self, question: str) -> list[Passage]:
        """The best ``DEPTH`` passages, ties in document order."""
        scores: dict[int, float] = defaultdict(float)
        mean = sum(self.lengths) / len(self.lengths)
        for term in terms(question):
            found = self.postings.get(term, {})
            idf = math.log(1 + (len(self.texts) - len(found) + 0.5) / (len(found) + 0.5))
            for number, count in found.items():
                norm = K1 * (1 - B + B * self.lengths[number] / mean)
                scores[number] += idf * count / (count + norm)
        best = sorted(scores, key=lambda number: (-scores[number], number))[:DEPTH]
        return [self.texts[number] for number in best]


def terms(text: str) -> list[str]:
    """Lower-case Snowball stems."""
    words = _WORD.findall(text.lower())
    for word in words:
        if word not in _stems:
            _stems[word] = _stemmer.stem(word)
    return [_stems[word] for word in words]


def read_lines(file: Path) -> Iterable[dict[str, str]]:
    return map(json.loads, file.read_text(encoding="utf-8").splitlines())


def documents(folder: Path) -> dict[str, Document]:
    """One document for each title, its paragraphs in order."""
    paragraphs: dict[str, list[str]] = defaultdict(list)
    titles: dict[str, str] = {}
    for line in read_lines(folder / "corpus.jsonl"):
        name = line["_id"].rpartition("#")[0]
        paragraphs[name].append(line["text"])
        titles[name] = line["title"]
    made = {}
    for name, parts in paragraphs.items():
        text = "\n\n".join(parts)
        made[name] = Document(name, Source(title=titles[name]), text, text_sha256(text))
    return made


def questions(folder: Path, number: int) -> list[Question]:
    """A fixed random sample of the questions."""
    rows = (folder / "qrels.tsv").read_text(encoding="utf-8").splitlines()[1:]
    where = {row.split("\t")[0]: row.split("\t")[1].rpartition("#")[0] for row in rows}
    every = [
        Question(line["text"], where[line["_id"]], tuple(line["answers"]))
        for line in read_lines(folder / "queries.jsonl")
    ]
    return random.Random(1).sample(every, number)


def build(held: Iterable[Document], target: int) -> Index:
    index = Index([])
    for document in held:
        title = terms(document.source.title or "") * 2
        for passage in split(document, target=target):
            counts = Counter(title + terms(passage.text))
            for term, count in counts.items():
                index.postings[term][len(index.texts)] = count
            index.texts.append(passage)
            index.lengths.append(sum(counts.values()))
    return index


def answers(passage: Passage, question: Question) -> bool:
    return passage.document == question.document and any(
        answer in passage.text for answer in question.answers
    )


def report(index: Index, asked: list[Question]) -> str:
    """Success at 1, 2 and 5, and the characters of all passages and of those shown first."""
    ranks: list[int] = []
    shown = 0
    for question in asked:
        found = index.rank(question.text)
        shown += len(found[0].text) if found else 0
        hits = [at for at, passage in enumerate(found, 1) if answers(passage, question)]
        ranks.append(min(hits, default=DEPTH + 1))
    success = "  ".join(f"{sum(rank <= k for rank in ranks) / len(asked):.3f}" for k in (1, 2, 5))
    mean = sum(len(passage.text) for passage in index.texts) / len(index.texts)
    return f"{len(index.texts):8}  {mean:6.0f}  {success}  {shown / len(asked):6.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--questions", type=int, default=1500)
    parser.add_argument("--targets", type=int, nargs="+", default=[300, TARGET, 600, 900, 1200])
    chosen = parser.parse_args()
    held = documents(chosen.folder).values()
    asked = questions(chosen.folder, chosen.questions)
    print("target  passages    mean    @1     @2     @5    shown first")
    for target in chosen.targets:
        print(f"{target:6}", report(build(held, target), asked), flush=True)


if __name__ == "__main__":
    main()
