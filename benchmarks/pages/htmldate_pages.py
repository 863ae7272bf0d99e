"""htmldate's test pages: the bytes of each and the day that is known of it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from benchmarks.pages.trafilatura_pages import SavedPage

ANNOTATIONS = ("eval_default.json", "eval_mediacloud_2020.json")
_FOLDERS = ("test_set", "cache", "eval")  # in this order, as its own evaluation looks them up
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def htmldate_pages(folder: Path) -> Iterator[SavedPage]:
    """The pages by address; ``folder`` is the one that holds the annotations.

    Many stand in trafilatura's set too, in the same or the other half: rules were fitted on the
    even numbers of that one, so only figures of both halves compare.
    """
    known: dict[str, dict[str, object]] = {}
    for name in ANNOTATIONS:
        known |= json.loads((folder / name).read_text(encoding="utf-8"))
    for number, (address, values) in enumerate(sorted(known.items())):
        day = str(values.get("date") or "")
        yield SavedPage(
            number=number,
            address=address,
            file=str(values["file"]),
            data=_found(folder, str(values["file"])).read_bytes(),
            wanted=(),
            unwanted=(),
            title=None,
            author=None,
            date=day if _DAY.fullmatch(day) else None,
        )


def _found(folder: Path, file: str) -> Path:
    for name in _FOLDERS:
        if (folder / name / file).is_file():
            return folder / name / file
    raise FileNotFoundError(f"{folder}: {file} is in none of {', '.join(_FOLDERS)}")
