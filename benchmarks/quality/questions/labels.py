"""Labelled questions, and the small corpora that they are asked of."""

import json
import re
import shutil
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[3]
SHARED = CHECKOUT.parent / "shared"
SPEECHES = SHARED / "eval" / "ungd"
OURS = Path(__file__).with_name("speeches.json")
LABELLED = SHARED / "cases" / "questions" / "labelled.json"
_FOLDERS = {"seeds": SHARED / "seeds", "shipped": CHECKOUT / "corpus" / "documents"}


@dataclass(frozen=True, slots=True)
class Case:
    """A question with the prefixes of the documents that answer it; a near miss has none.

    ``phrase`` is a pattern that a right passage holds, ``absent`` one that no speech does,
    which is how it was made sure that a near miss is one.
    """

    corpus: str
    question: str
    documents: tuple[str, ...] = ()
    phrase: str | None = None
    absent: str | None = None
    kind: str = ""

    @property
    def answerable(self) -> bool:
        return self.phrase is not None

    def answered_by(self, document: str, text: str) -> bool:
        """Whether a passage of the document with this text is a right one."""
        named = document.startswith(self.documents)
        return named and re.search(self.phrase or "(?!)", re.sub(r"\s+", " ", text)) is not None


@dataclass(frozen=True, slots=True)
class Labelled:
    """A set of questions, and the files of each corpus that is not known by its name alone."""

    name: str
    cases: tuple[Case, ...]
    corpora: Mapping[str, Sequence[str]]


def read_set(file: Path) -> Labelled:
    """Read a list of questions, or an object that has ``questions`` and ``corpora``."""
    held = json.loads(file.read_text("utf-8"))
    questions, corpora = (
        (held, {}) if isinstance(held, list) else (held["questions"], held["corpora"])
    )
    return Labelled(file.stem, tuple(map(_case, questions)), corpora)


def _case(entry: Mapping[str, str | None]) -> Case:
    return Case(
        corpus=entry["corpus"] or "",
        question=entry["question"] or "",
        documents=tuple((entry["document"] or "").split("|")) if entry["document"] else (),
        phrase=entry["phrase"],
        absent=entry.get("absent"),
        kind=entry.get("kind") or "",
    )


def corpus_folder(name: str, labelled: Labelled, speeches: Path, work: Path) -> Path:
    """The folder of a corpus: one that is there, or one of some speeches made in ``work``."""
    if name in labelled.corpora:
        given = (speeches / "sources.toml").read_text("utf-8")
        return _gathered(labelled.corpora[name], given, speeches, work / name)
    if name in _FOLDERS:
        return _FOLDERS[name]
    given = (LABELLED.parent / f"{name}-sources.toml").read_text("utf-8")
    return _gathered(list(tomllib.loads(given)), given, speeches, work / name)


def _gathered(names: Sequence[str], given: str, speeches: Path, folder: Path) -> Path:
    folder.mkdir(parents=True)
    for name in names:
        shutil.copy(speeches / name, folder)
    entries = [entry for entry in re.split(r"(?m)^(?=\[)", given) if entry.startswith("[")]
    kept = [entry for entry in entries if entry.split('"')[1] in names]
    (folder / "sources.toml").write_text("".join(kept), "utf-8")
    return folder
