"""trafilatura's test pages: the bytes of each and what is known of it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ANNOTATIONS = "evaldata.json"
_FOLDERS = ("cache", "eval")  # in this order, as its own evaluation looks them up


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page and its known values; a value that nobody noted is ``None``.

    Rules are fitted on the even numbers; the odd ones tell how they do elsewhere.
    """

    number: int
    address: str
    file: str
    data: bytes
    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]
    title: str | None
    author: str | None
    date: str | None

    @property
    def held_out(self) -> bool:
        """True for a page that no rule was made on."""
        return self.number % 2 == 1


def trafilatura_pages(folder: Path) -> Iterator[SavedPage]:
    """The pages by address; ``folder`` is the one that holds ``evaldata.json``."""
    annotations = json.loads((folder / ANNOTATIONS).read_text(encoding="utf-8"))
    for number, (address, known) in enumerate(sorted(annotations.items())):
        yield SavedPage(
            number=number,
            address=address,
            file=known["file"],
            data=_found(folder, known["file"]).read_bytes(),
            wanted=tuple(known["with"]),
            unwanted=tuple(known["without"]),
            title=known.get("title") or None,
            author=known.get("author") or None,
            date=known.get("date") or None,
        )


def _found(folder: Path, file: str) -> Path:
    for name in _FOLDERS:
        if (folder / name / file).is_file():
            return folder / name / file
    raise FileNotFoundError(f"{folder}: {file} is in neither of {', '.join(_FOLDERS)}")
