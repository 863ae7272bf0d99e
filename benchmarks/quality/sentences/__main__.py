"""Wrong and missed sentence boundaries of ours and of other splitters; words a second."""

import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from benchmarks.quality.sentences.labels import Labelled, boundaries, labelled
from index.cutting.sentences import sentence_spans

Splitter = Callable[[str, str], list[str]]


class Score(NamedTuple):
    """Boundaries set where none is, and boundaries not found, of all that there are."""

    wrong: int
    missed: int
    all: int


def ours(text: str, language: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, language)]


def peers() -> dict[str, Splitter]:
    """Untrained Punkt, and whichever of the known splitters is installed."""
    from nltk.tokenize.punkt import PunktSentenceTokenizer

    untrained = PunktSentenceTokenizer()
    found: dict[str, Splitter] = {"Punkt, untrained": lambda text, _: untrained.tokenize(text)}
    adapters: dict[str, Callable[..., Splitter]] = {
        "nupunkt": lambda module: lambda text, _: list(module.sent_tokenize(text)),
        "blingfire": lambda module: lambda text, _: module.text_to_sentences(text).split("\n"),
        "pysbd": lambda module: lambda text, _: module.Segmenter(language="en").segment(text),
    }
    for name, adapt in adapters.items():
        try:
            found[name] = adapt(import_module(name))
        except ImportError:
            print(f"{name} is not installed, so it is left out")
    return found


def score(split: Splitter, items: Sequence[Labelled]) -> Score:
    wrong = missed = total = 0
    for item in items:
        found = boundaries(split(item.text, item.language))
        wrong += len(found - item.boundaries)
        missed += len(item.boundaries - found)
        total += len(item.boundaries)
    return Score(wrong, missed, total)


def show_errors(items: Sequence[Labelled]) -> None:
    """Print our own errors among the paragraphs that rules may be made on."""
    for item in items:
        found = boundaries(ours(item.text, item.language))
        visible = "".join(item.text.split())
        for at in sorted(found ^ item.boundaries):
            name = "wrong " if at in found else "missed"
            print(f"{name} {item.number:3} {visible[max(0, at - 25) : at]}|{visible[at : at + 20]}")


def words_per_second(split: Splitter, text: str) -> float:
    split(text[:10_000], "english")
    began = time.perf_counter()
    split(text, "english")
    return len(text.split()) / (time.perf_counter() - began)


def main(arguments: list[str]) -> None:
    """Print the table; with a folder of texts also the speed, with ``--errors`` our errors."""
    items = labelled()
    parts = {"developed on": [i for i in items if not i.held_out],
             "held out": [i for i in items if i.held_out]}  # fmt: skip
    if "--errors" in arguments:
        show_errors(parts["developed on"])
    folders = [Path(argument) for argument in arguments if not argument.startswith("-")]
    text = "\n".join(
        file.read_text(encoding="utf-8")
        for folder in folders
        for file in sorted(folder.glob("*.txt"))[:100]
    )
    for name, split in {"ours": ours, **peers()}.items():
        cells = [f"{part}: {score(split, chosen)}" for part, chosen in parts.items()]
        speed = f"  {words_per_second(split, text):10,.0f} words/s" if text else ""
        print(f"{name:18}", *cells, speed)


if __name__ == "__main__":
    main(sys.argv[1:])
