"""When what a sentence tells took place: the date it states, else that of its document.

Bare years and seasons, which are no dates of a passage, are dates here where the words before them
say so ("in 2008", "between 2015 and 2019", "Autumn 2020").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.dates import PartialDate
from corpus.lazy_patterns import lazily
from corpus.model import Span
from corpus.stated import StatedDate, YearFrom
from index.cutting.passage import Passage
from index.findings.timelines import UNDATED, DateFrom, When
from index.question import time_cues, time_words

# A winter lies in two years, so that its year alone is sure.
_WITHIN_A_YEAR = {
    season: months for season, months in time_words.SEASON_MONTHS.items() if months[0] < months[1]
}
# "the Arab Spring of 2011", "der Prager Frühling 1968": a name, and no season.
_NAMED = lazily(r"(?<!\w)(?P<name>[A-ZÀ-ÞА-Я][\w'’.-]+)\s+$")
_YEAR = lazily(rf"(?<![\w./,$€£-])(?P<year>{time_words.YEAR})(?![/.]\d|,\d|\s?%)")
_ROUND = lazily(r"\d\d00\s+[a-zà-ÿ]")  # "in 1500 villages", unlike "in 1900, villages"
_IN_A_YEAR = {"in", "since"}
_NO_TIME = {"of", "from", "on", "vom"}  # "the constitution of 1991", "on 2001 lists"
_OF_ANOTHER = lazily(  # "in the 2021 summit", unlike "in the year 2021" and "nel 2021"
    r"(?<!\w)(?:the|dem|den|der|die|le|la|les|el|los)\s+$", re.IGNORECASE
)
_PERIOD = lazily(r"(?<!\w)(?:period|decade|years|term|Jahren|années|años|anni)\s+$")
_NEAR = 16  # characters in which the other year of a span stands
_LONG_AGO = lazily(r"(?<!\w)as (?:long ago|early|late|recently|far back) as\s+$", re.IGNORECASE)
# A date that names another thing by its day ("resolution 42/9 of 26 September 2019"), or a day
# that what is told does not lie on.
_ASIDE = lazily(
    r"(?<!\w)(?:of|dated|before|after|until|by|vom|vor|nach|bis|du|de|avant|après|jusqu'au)\s+"
    r"(?:the\s+|le\s+)?$|[(\[]\s*$",
    re.IGNORECASE,
)
# "the 4 June 1967 lines", "the borders of 4 June 1967": a place, and no time.
_LINE = lazily(r"[*_]*\s+(?:lines?|borders?|boundar(?:y|ies))(?!\w)", re.IGNORECASE)
_LINE_OF = lazily(
    r"(?<!\w)(?:lines?|borders?|boundar(?:y|ies))\s+of\s+(?:the\s+)?[*_]*$", re.IGNORECASE
)
_AND = lazily(r"(?<![\w./])(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:and|&|und|et|y|e|та|і)\s+$")
# What follows a date that heads an entry: "01.10.2020 – The minister", "1 May 2021, Agency: The".
_HEADS = re.compile(r"[*_]*(?:\s*[–—:,(]|\s+-\s)")
_QUOTES = "“„«\"‘'"


@dataclass(frozen=True, slots=True)
class _Date:
    """A date in a sentence; ``date`` is ``None`` for a day whose year is open."""

    start: int
    end: int
    date: PartialDate | None
    last: PartialDate | None = None
    year_from: YearFrom | None = YearFrom.PASSAGE


def when_of(
    passage: Passage, sentence: Span, published: PartialDate | None, content: Span | None = None
) -> When:
    """The date of a sentence of a passage whose document was ``published`` then.

    Of several dates it is the first that stands by itself; a day without a year is not taken from
    the document. Where neither the sentence nor the document has a date, it is that of the entry
    that the sentence continues. Dates in ``content``, a part of the passage, are no dates of the
    sentence: "admitted THAT IT SOLD ARMS IN 1985".
    """
    text = passage.text[slice(*sentence)]
    inside = (d for d in passage.stated_dates if sentence.start <= d.start < sentence.end)
    stated = [
        replace(d, start=d.start - sentence.start, end=d.end - sentence.start) for d in inside
    ]
    found = _joined(text, sorted(_dates(text, stated), key=lambda date: date.start))
    if content:
        first, last = content.start - sentence.start, content.end - sentence.start
        found = [date for date in found if not first <= date.start < last]
    if not found:
        if published:
            return When(published, DateFrom.PUBLISHED)
        head = _heading(passage, sentence)
        return When(head.date, DateFrom.STATED, text=head.text, above=True) if head else UNDATED
    aside = [bool(_ASIDE.search(text, 0, date.start)) for date in found]
    told = found[aside.index(False) if False in aside else 0]
    words = text[told.start : told.end]
    if told.date is None:
        return When(text=words)
    return When(told.date, DateFrom.STATED, told.last, words, told.year_from)


def _heading(passage: Passage, sentence: Span) -> StatedDate | None:
    """The whole day at the head of the sentence's paragraph ("01.10.2020 – The minister said").

    A paragraph that begins with a quotation continues the one before it.
    """
    text = passage.text
    line = text.rfind("\n", 0, sentence.start) + 1
    heads = [line]
    if line and text[line:].lstrip("*_ ")[:1] in _QUOTES:
        heads.append(text.rfind("\n", 0, len(text[:line].rstrip())) + 1)
    for head in heads:
        for stated in passage.stated_dates:
            first = not text[head : stated.start].strip("*_ ") and head <= stated.start
            whole = stated.date is not None and stated.date.day > 0 and not stated.span
            if first and whole and _HEADS.match(text, stated.end):
                return stated
    return None


def _dates(text: str, stated: Sequence[StatedDate]) -> Iterator[_Date]:
    """The dates that the passage states, then seasons and years that are none of those."""
    taken = []
    for each in stated:
        taken.append(Span(each.start, each.end))
        if _LINE.match(text, each.end) or _LINE_OF.search(text, 0, each.start):
            continue
        last = each.span[1] if each.span else None
        first = each.span[0] if each.span else each.date
        last = None if last == first else last
        yield _with_day_before(text, _Date(each.start, each.end, first, last, each.year_from))
    for match in time_words.PART.finditer(text):
        if not _overlaps(match, taken) and _is_part(text, match):
            taken.append(Span(*match.span()))
            yield _part(match)
    for year in _YEAR.finditer(text):
        after = taken and _joins(text, *max(span for span in taken), year.start())
        if not _overlaps(year, taken) and (after or _is_time(text, year)):
            taken.append(Span(*year.span()))
            yield _Date(*year.span(), PartialDate(int(year["year"])))


def _with_day_before(text: str, date: _Date) -> _Date:
    """From the day before on, where it is named too: "on 22 and 23 November 2022"."""
    before = _AND.search(text, 0, date.start)
    if before is None or date.date is None or date.last or int(before["day"]) != date.date.day - 1:
        return date
    first = replace(date.date, day=int(before["day"]))
    return replace(date, start=before.start(), date=first, last=date.date)


def _overlaps(match: re.Match[str], taken: Sequence[Span]) -> bool:
    return any(span.start < match.end() and match.start() < span.end for span in taken)


def _part(match: re.Match[str]) -> _Date:
    """A season; of any other part of a year the year alone is sure."""
    year = int(match["year"])
    for season, (first, last) in _WITHIN_A_YEAR.items():
        if match[season]:
            span = PartialDate(year, first), PartialDate(year, last)
            return _Date(match.start(), match.end(), *span)
    return _Date(match.start(), match.end(), PartialDate(year))


def _is_part(text: str, part: re.Match[str]) -> bool:
    """True for a part of a year that is no name, and not what something must be done by."""
    cue = time_cues.CUE.search(text, 0, part.start())
    if cue and time_cues.cue_of(cue[1]) in {"until", "before"}:
        return False
    named = _NAMED.search(text, 0, part.start())
    is_name = named and part.group().removeprefix("the ")[0].isupper() and not cue
    return not (is_name and any(part[season] for season in _WITHIN_A_YEAR))


def _is_time(text: str, year: re.Match[str]) -> bool:
    """True for a year that the words before it make a time."""
    start = year.start()
    if _ROUND.match(text, start) or _OF_ANOTHER.search(text, 0, start):
        return False
    if _LONG_AGO.search(text, 0, start) or _begins_span(text, year):
        return True
    cue = time_cues.CUE.search(text, 0, start)
    if cue is None or cue[1].lower() in _NO_TIME:
        return False
    return time_cues.cue_of(cue[1]) in _IN_A_YEAR


def _begins_span(text: str, year: re.Match[str]) -> bool:
    """True for the first year of "from 2009 to 2017"."""
    later = _YEAR.search(text, year.end(), year.end() + _NEAR)
    if later is None or not _joins(text, year.start(), year.end(), later.start()):
        return False
    return any(pattern.search(text, 0, year.start()) for pattern in (time_cues.LEAD, _PERIOD))


def _joins(text: str, first: int, end: int, later: int) -> bool:
    between = text[end:later]
    has_lead = time_cues.LEAD.search(text, 0, first) is not None
    return bool(time_cues.TO.fullmatch(between) or (has_lead and time_cues.AND.fullmatch(between)))


def _joined(text: str, dates: Sequence[_Date]) -> list[_Date]:
    """The same, two that make a span being one."""
    found: list[_Date] = []
    for date in dates:
        first = found[-1] if found else None
        if (
            first is not None
            and first.date is not None
            and date.date is not None
            and first.date < date.date
            and _joins(text, first.start, first.end, date.start)
        ):
            found[-1] = replace(first, end=date.end, last=date.last or date.date)
        else:
            found.append(date)
    return found
