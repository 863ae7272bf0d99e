"""Days, authors and titles of saved pages, beside the answers of trafilatura and htmldate."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from benchmarks.pages.htmldate_pages import ANNOTATIONS, htmldate_pages
from benchmarks.pages.trafilatura_pages import SavedPage, trafilatura_pages
from corpus.encoding import UndecodableError
from corpus.formats.html import read_html

FIELDS = ("date", "author", "title")
Answers = Mapping[str, str | None]
_MONTHS = (
    *("jan", "f[eé][bv]", "m[aä]r", "a[pv]r|abr", "ma[yij]", "jui?n", "jui?l", "aug|aoû|ago"),
    *("sep|set", "o[ckt]", "nov", "d[eé][czs]"),
)
_CHANGE = r"(?:modif|updat|aktualisiert|bearbeitet|editiert|stand:)"
_PUBLICATION = r"(?:datepublished|published_time)"


def report(folder: Path, *, errors: bool = False) -> Iterator[str]:
    """One line for each field, half and reader; with ``errors`` each wrong answer first."""
    readers: dict[str, Callable[[SavedPage], Answers]] = {
        "verbatim": _verbatim,
        "trafilatura": _trafilatura,
        "htmldate": _htmldate,
    }
    counts: dict[tuple[str, str, str], Counter[str]] = {}
    is_of_days = (folder / ANNOTATIONS[0]).is_file()
    for page in htmldate_pages(folder) if is_of_days else trafilatura_pages(folder):
        for reader, ask in readers.items():
            answers = ask(page)
            for field in FIELDS:
                known = getattr(page, field)
                if not known or (reader == "htmldate" and field != "date"):
                    continue
                outcome = _judged(field, known, answers.get(field), page)
                half = "held out" if page.held_out else "fitted on"
                counts.setdefault((field, reader, half), Counter())[outcome] += 1
                if errors and reader == "verbatim" and outcome not in {"right", "missing"}:
                    yield f"{outcome}: {page.file}: {known!r}, given {answers.get(field)!r}"
    for (field, reader, half), outcomes in sorted(counts.items()):
        yield _line(f"{field:7}{reader:12}{half:10}", outcomes)
    for field, reader in sorted({(field, reader) for field, reader, _ in counts}):
        both = sum((counts[key] for key in counts if key[:2] == (field, reader)), Counter())
        yield _line(f"{field:7}{reader:12}{'both':10}", both)


def _line(head: str, outcomes: Counter[str]) -> str:
    given = outcomes["right"] + outcomes["wrong"]
    told = ", ".join(f"{name} {number}" for name, number in sorted(outcomes.items()))
    share = outcomes["wrong"] / given if given else 0
    asked = given + outcomes["missing"]
    return f"{head} {told}; wrong {share:.1%} of given, given {given / max(asked, 1):.1%}"


def _judged(field: str, known: str | list[str], given: str | None, page: SavedPage) -> str:
    if not given:
        return "missing"
    if field == "date":
        if given == known or (len(given) < 10 and str(known).startswith(given)):
            return "right"
        return _excuse(str(known), page) or "wrong"
    wanted, found = _words(known), _words(given)
    if field == "author":
        return "right" if wanted & found else "wrong"
    shared = len(wanted & found) / max(1, min(len(wanted), len(found)))
    return "right" if shared > 0.7 else "wrong"


def _excuse(known: str, page: SavedPage) -> str | None:
    """Why the known day is evidently not that of publication, if it is not.

    It stands in no form in the page, or only as the day of a change beside another of publication.
    """
    match = re.fullmatch(r"([0-9]{4})-(0[1-9]|1[0-2])-([0-9]{2})", known)
    if match is None:
        return "known is no day"
    year, month, day = (int(part) for part in match.groups())
    iso = rf"{year}[-/.]?0?{month}[-/.]?0?{day}(?![0-9])"
    name = _MONTHS[month - 1]
    short = rf"(?:{year}|{year % 100:02})(?![0-9])"
    ordinal = r"(?:st|nd|rd|th|\.|er|º)?"
    forms = (
        iso,
        rf"{year}年0?{month}月0?{day}日",
        rf"(?<![0-9])0?{day}[./ -]+0?{month}[./ -]+{short}",
        rf"(?<![0-9])0?{month}[/-]0?{day}[/-]{short}",
        rf"(?<![0-9])0?{day}{ordinal}\s+(?:de |of )?(?:{name})\w*\.?,?\s+(?:de )?{short}",
        rf"(?:{name})[\w.]*\s+0?{day}(?:st|nd|rd|th)?,?\s+{year}",
    )
    text = page.data.decode("utf-8", "replace").lower()
    if not any(re.search(form, text) for form in forms):
        return "known stands nowhere"
    behind = rf"[^<>]{{0,40}}[\"':=> ]{{1,60}}(?:{'|'.join(forms)})"
    if re.search(_CHANGE + behind, text) and not re.search(
        rf"{_PUBLICATION}[\"':=> ]{{1,40}}{iso}", text
    ):
        return "known is of a change"
    return None


def _words(names: str | list[str]) -> set[str]:
    text = names if isinstance(names, str) else " ".join(names)
    return {word for word in re.findall(r"\w{2,}", text.casefold()) if word not in {"von", "by"}}


def _verbatim(page: SavedPage) -> Answers:
    try:
        source = read_html(page.data).stated
    except UndecodableError:
        return {}
    published = str(source.published) if source.published else None
    return {"date": published, "author": source.author, "title": source.title}


def _trafilatura(page: SavedPage) -> Answers:
    from trafilatura.metadata import extract_metadata

    found = extract_metadata(page.data)
    if found is None:
        return {}
    return {"date": found.date, "author": found.author, "title": found.title}


def _htmldate(page: SavedPage) -> Answers:
    from htmldate import find_date

    try:
        found = find_date(page.data, original_date=True, extensive_search=False)
    except ValueError:
        return {}
    return {"date": found}
