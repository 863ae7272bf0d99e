"""Questions on paragraphs that are there and on paragraphs that are not, in any language.

    python -m benchmarks.quality.absent xquad.de.json=german xquad.zh.json=chinese ...

Takes files as SQuAD has them (Rajpurkar et al. 2016), such as those of XQuAD (Artetxe et al. 2020),
whose questions are the same in each language. Some articles together are a small corpus of every
other paragraph; questions on the paragraphs between are near misses: the right matter, and no
answer. Even corpora are for tuning, the odd ones for the report.
"""

import argparse
import asyncio
import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.quality.abstain import auroc
from index.answers import Question, Quote
from index.library import Library, Options, open_library

_SEEN = 3  # passages that a reader looks at
_EDGE = 20  # characters that tell from which paragraph a passage is


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, its answer and the paragraph that has it; whether that is in the corpus."""

    question: str
    answer: str
    paragraph: str
    is_there: bool

    def place(self, quotes: Sequence[Quote]) -> int:
        """The rank of the first passage of the paragraph that has the answer; 0 without one."""
        for place, quote in enumerate(quotes, 1):
            text = _plain(quote.passage.text)
            near = text[:_EDGE] in self.paragraph or text[-_EDGE:] in self.paragraph
            if near and self.answer in text:
                return place
        return 0


@dataclass(frozen=True, slots=True)
class Met:
    """What came of a question: whether it was answered, the right passage's rank, the evidence."""

    asked: Asked
    answered: bool
    place: int
    reached: float


def _plain(text: str) -> str:
    return " ".join(text.split())


def asked_of(articles: Sequence[Mapping[str, Any]]) -> Iterator[Asked]:
    """The questions on all paragraphs, of which every other is there."""
    for article in articles:
        for number, paragraph in enumerate(article["paragraphs"]):
            for each in paragraph["qas"]:
                answer = _plain(each["answers"][0]["text"])
                text = _plain(paragraph["context"])
                yield Asked(each["question"], answer, text, is_there=number % 2 == 0)


def write(articles: Sequence[Mapping[str, Any]], folder: Path) -> Path:
    """A document for each article, of every other paragraph."""
    folder.mkdir(parents=True)
    for number, article in enumerate(articles):
        kept = [_plain(each["context"]) for each in article["paragraphs"][::2]]
        title = str(article.get("title", number)).replace("_", " ")
        text = "\n\n".join((f"# {title}", *kept))
        (folder / f"{number}.md").write_text(text, "utf-8")
    return folder


async def measure(
    articles: Sequence[Mapping[str, Any]], language: str, together: int
) -> list[list[Met]]:
    """What came of the questions of each corpus."""
    found = []
    for start in range(0, len(articles), together):
        some = articles[start : start + together]
        with tempfile.TemporaryDirectory() as work:
            corpus, data = write(some, Path(work) / "corpus"), Path(work) / "data"
            options = Options(language=language)
            async with open_library(corpus=corpus, data=data, options=options) as library:
                await library.refresh()
                found.append([await _met(asked, library) for asked in asked_of(some)])
    return found


async def _met(asked: Asked, library: Library) -> Met:
    answer = await library.ask(Question(asked.question))
    reached = answer.evidence.reached if answer.evidence else -1.0
    return Met(asked, answer.answered, asked.place(answer.shown), reached)


def row(name: str, half: str, met: Sequence[Met]) -> str:
    """Shares of the answerable questions and of the near misses, as the table has them."""
    right = [each for each in met if each.asked.is_there]
    near = [each for each in met if not each.asked.is_there]
    seen = [each for each in right if 0 < each.place <= _SEEN]
    shares = (
        sum(each.answered for each in seen) / len(right),
        len(seen) / len(right),
        sum(not each.answered for each in near) / len(near),
        auroc([each.reached for each in right], [each.reached for each in near]),
    )
    cells = " | ".join(f"{share:.3f}" for share in shares)
    return f"| {name} | {half} | {len(right)} / {len(near)} | {cells} |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("files", nargs="+", help="FILE=LANGUAGE")
    parser.add_argument("--together", type=int, default=4, help="articles that are a corpus")
    arguments = parser.parse_args()
    print("| language | corpora | questions | answered | shown | not answered | AUROC |")
    print("|---|---|---|---:|---:|---:|---:|")
    for each in arguments.files:
        file, _, language = each.rpartition("=")
        articles = json.loads(Path(file).read_text("utf-8"))["data"]
        found = asyncio.run(measure(articles, language, arguments.together))
        for half, corpora in (("even", found[::2]), ("odd", found[1::2])):
            print(row(language, half, [met for corpus in corpora for met in corpus]), flush=True)


if __name__ == "__main__":
    main()
