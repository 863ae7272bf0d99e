"""Test collections in many languages, made of the manuals that Debian ships.

    apt-get download debian-faq debian-handbook ...    (docs/lab/ranking.md has the list)
    for file in *.deb; do dpkg -x "$file" manuals; done
    python -m benchmarks.quality.manuals manuals --make COLLECTIONS
    python -m benchmarks.quality.manuals COLLECTIONS

A section is a document, its heading the question. Headings are taken out of all sections, for
"see section 5.1, Booting from network" would make each question a quotation.
"""

import argparse
import asyncio
import json
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path

from index.evaluation.measures import evaluate

_HEADING = re.compile("h[1-6]")
_PARAGRAPH = frozenset({"p", "div", "li", "td", "dd", "dt", "br"})
_UNREAD = frozenset({"script", "style", "head", "pre"})  # pre: commands, in no language
_NUMBER = re.compile(r"^(?:\W*(?:\w+ )?[\d.]+[.．、]*\s+|[\d.]+\s*)+")
_LEAST_TEXT, _LEAST_HEADING = 200, 4  # characters
_CUT = 8  # characters of a heading that is taken out elsewhere
_CUT_UNSPACED = 4
_UNSPACED = frozenset({"ja", "ko", "zh"})
_FILES = ("corpus.jsonl", "queries.jsonl", "qrels.tsv")
_STEMMERS = {
    "ar": "arabic", "da": "danish", "de": "german", "es": "spanish", "fr": "french",
    "it": "italian", "nb": "norwegian", "nl": "dutch", "pt": "portuguese", "ro": "romanian",
    "ru": "russian", "sv": "swedish",
}  # fmt: skip
_FEWEST = 100  # sections of a language that make a collection
_LANGUAGE = re.compile(r"[./-]([a-z]{2})(?:[-_][A-Za-z]{2})?(?=\.html|/)")  # of a path


class _Sections(HTMLParser):
    """Collects headings and the text up to the next one."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, list[str]]] = []
        self._heading: list[str] | None = None
        self._unread = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if _HEADING.fullmatch(tag):
            self._heading = []
        elif tag in _UNREAD:
            self._unread += 1
        elif tag in _PARAGRAPH and self.found:
            self.found[-1][1].append("\n\n")

    def handle_endtag(self, tag: str) -> None:
        if self._heading is not None and _HEADING.fullmatch(tag):
            heading = " ".join("".join(self._heading).split())
            self.found.append((_NUMBER.sub("", heading).strip(" ¶"), []))
            self._heading = None
        elif tag in _UNREAD:
            self._unread = max(0, self._unread - 1)

    def handle_data(self, data: str) -> None:
        if self._heading is not None:
            self._heading.append(data)
        elif self.found and not self._unread:
            self.found[-1][1].append(data)


def sections(folder: Path, language: str) -> dict[str, str]:
    """The texts of a language's sections, by heading; those of a heading met twice left out."""
    found: dict[str, str] = {}
    twice = set()
    for path in sorted(folder.rglob("*.html")):
        if path.is_symlink() or _language(path.relative_to(folder)) != language:
            continue
        parser = _Sections()
        parser.feed(path.read_text("utf-8", errors="replace"))
        for heading, pieces in parser.found:
            text = _paragraphs("".join(pieces))
            if len(text) < _LEAST_TEXT or len(heading) < _LEAST_HEADING:
                continue
            if found.setdefault(heading, text) != text:
                twice.add(heading)
    return _without_headings({h: t for h, t in found.items() if h not in twice}, language)


def _language(path: Path) -> str:
    """The two letters in a path that name its language; English where none do."""
    named = _LANGUAGE.findall(path.as_posix())
    return named[-1] if named else "en"


def _paragraphs(text: str) -> str:
    paragraphs = (" ".join(paragraph.split()) for paragraph in text.split("\n\n"))
    return "\n\n".join(filter(None, paragraphs))


def _without_headings(texts: Mapping[str, str], language: str) -> dict[str, str]:
    least = _CUT_UNSPACED if language in _UNSPACED else _CUT
    headings = sorted((h for h in texts if len(h) >= least), key=len, reverse=True)
    if not headings:
        return dict(texts)
    pattern = re.compile("|".join(map(re.escape, headings)))
    return {heading: pattern.sub("", text) for heading, text in texts.items()}


def _lines(texts: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """A document, a question and a judgement, for each section."""
    for number, (heading, text) in enumerate(texts.items()):
        yield (
            json.dumps({"_id": f"d{number}", "title": "", "text": text}, ensure_ascii=False),
            json.dumps({"_id": f"q{number}", "text": heading}, ensure_ascii=False),
            f"q{number}\td{number}\t1",
        )


def make(manuals: Path, collections: Path) -> None:
    """Write a folder in BEIR layout for each language."""
    paths = (path.relative_to(manuals) for path in manuals.rglob("*.html"))
    for language in sorted(set(map(_language, paths))):
        texts = sections(manuals, language)
        if len(texts) < _FEWEST:
            continue
        folder = collections / language
        folder.mkdir(parents=True, exist_ok=True)
        for name, lines in zip(_FILES, zip(*_lines(texts), strict=True), strict=True):
            (folder / name).write_text("\n".join(lines) + "\n", "utf-8")
        print(f"{language}: {len(texts)} sections")


def measure(collections: Path) -> None:
    """Print a table: each language's nDCG@10 beside the best peer's."""
    print("| language | read as | sections | ours | best peer | behind us by | recall@100 | its |")
    print("|---|---|---|---|---|---|---|---|")
    for folder in sorted(collections.iterdir()):
        read_as = _STEMMERS.get(folder.name, "english")
        ours, *peers = asyncio.run(
            evaluate(folder, abstain=False, with_peers=True, language=read_as)
        )
        best = max(peers, key=lambda peer: peer.figures["nDCG@10"].mean)
        lead = ours.lead(best)["nDCG@10"]
        figures, its = ours.figures, best.figures
        print(
            f"| {folder.name} | {read_as} | {ours.questions} | {figures['nDCG@10'].mean:.3f} |"
            f" {its['nDCG@10'].mean:.3f} ({best.system}) |"
            f" {lead.mean:.3f} [{lead.low:.3f}, {lead.high:.3f}] |"
            f" {figures['recall@100'].mean:.3f} | {its['recall@100'].mean:.3f} |",
            flush=True,
        )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="unpacked packages, or collections made of them")
    parser.add_argument("--make", type=Path, help="make collections here, instead of measuring")
    options = parser.parse_args()
    if options.make:
        make(options.folder, options.make)
    else:
        measure(options.folder)


if __name__ == "__main__":
    main()
