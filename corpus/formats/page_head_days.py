"""The days that a page shows beside its heading, in time elements and in short lines."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from lxml.html import HtmlElement

from corpus.dates import PartialDate
from corpus.errors import DateError
from corpus.formats.elements import texts_before
from corpus.formats.page_labels import (
    CHANGED,
    is_called_change,
    is_called_otherwise,
    says_published,
    without_label,
)
from corpus.formats.page_outline import Outline, shown_words
from corpus.metadata import one_line
from corpus.moments import Moment, read_moment
from corpus.stated import StatedDate, find_dates

# What programs give for no date: the zero of Unix time, here and west of Greenwich, and of .NET.
_ZEROS: Final = frozenset(
    {PartialDate(1970, 1, 1), PartialDate(1969, 12, 31), PartialDate(1, 1, 1)}
)
_LETTER: Final = re.compile(r"[^\W\d_]")
_NO_LABEL: Final = frozenset("head script style h1 time".split())
_LABEL: Final = 40  # characters before a time that may say what it is the time of
MOST_TIMES: Final = 10  # more beside a heading are a list of events
_DATED_CLASS: Final = re.compile(
    r"(?<![a-z])(?:date|datum|fecha|data|published|pubdate|publish|posted|timestamp|time|byline|meta"
    r"|infoline|dateline|created|zeit|stand|(?:entry|post|article|news)[-_]?(?:date|meta|info))"
    r"(?![a-z])|[a-z]Date(?![a-z])|date(?:published|line)",
    re.IGNORECASE,
)
_LONGEST_LINE: Final = 90  # characters of a line that gives a day, and who wrote
_LONGEST_OF_TWO: Final = 140  # of one that gives the day of a change too


class HeadDays:
    """The days shown beside the heading, those of changes apart."""

    def __init__(self, outline: Outline, *, day_first: bool) -> None:
        elements = outline.beside_heading()
        self._day_first = day_first
        self.shown: list[Moment] = []
        self.changes: list[Moment] = []
        times = [element for element in elements if element.tag == "time"]
        if len(times) > MOST_TIMES:
            return
        for element in elements:
            if element.tag == "time":
                self._sort(days_of(element, day_first=day_first), element)
            elif words := _short_line(element):
                self._read_line(element, words)

    def _read_line(self, element: HtmlElement, words: str) -> None:
        """The one day of a line that is marked as one of a date, or is nothing but one.

        Of two days and more each behind the first must be called something.
        """
        found = _days_in(words, self._day_first)
        is_marked = _DATED_CLASS.search(" ".join(_names(element))) is not None
        if len({each.date for each in found}) == 1 and len(words) <= _LONGEST_LINE:
            if is_marked or read_day(without_label(words), day_first=self._day_first):
                self._sort(_moments(found[:1]), element)
        elif len(found) > 1:
            for each, label in _labelled(words, found, is_marked=is_marked):
                if is_called_change(label):
                    self.changes.extend(_moments([each]))
                elif not is_called_otherwise(label, *_names(element)):
                    self.shown.extend(_moments([each]))

    def _sort(self, days: list[Moment], element: HtmlElement) -> None:
        before = _before(element, self._day_first) if days else ""
        if days and _is_change(element, before):
            self.changes.extend(days)
        elif days and not is_called_otherwise(before, *_names(element)):
            self.shown.extend(days)


def _short_line(element: HtmlElement) -> str:
    """The words of a short line that may give days; empty for any other."""
    if element.tag in {"h1", "a"} or element.xpath("boolean(.//time | .//h1)"):
        return ""
    words = shown_words(element)
    return words if len(words) <= _LONGEST_OF_TWO else ""


def _labelled(
    words: str, found: Sequence[StatedDate], *, is_marked: bool
) -> list[tuple[StatedDate, str]]:
    """Each day with the words that call it something, before it or, in all of a line, behind it.

    None where a day behind the first is called nothing, or nothing marks the line as one of dates.
    """
    before = [words[: found[0].start]]
    before += (words[one.end : other.start] for one, other in pairwise(found))
    behind = [*before[1:], words[found[-1].end :]]
    labels = behind if not before[0].strip() and _calls(behind[-1]) else before
    is_line_of_dates = is_marked or _calls(labels[0]) or not labels[0].strip()
    is_told = is_line_of_dates and all(map(_calls, labels[1:]))
    return list(zip(found, labels, strict=True)) if is_told else []


def _calls(label: str) -> bool:
    return CHANGED.search(label) is not None or says_published(label)


def _days_in(words: str, day_first: bool) -> list[StatedDate]:
    """The days that words give; none where they give a span of days, as of an event."""
    found = find_dates(words, day_first=day_first)
    if any(stated.span for stated in found):
        return []
    return [stated for stated in found if stated.date and stated.date.day]


def _moments(found: Sequence[StatedDate]) -> list[Moment]:
    return [Moment(day) for day in dict.fromkeys(each.date for each in found) if day]


def days_of(element: HtmlElement, *, day_first: bool) -> list[Moment]:
    """The day that an element's attribute gives, and the one that its words give, if another."""
    names = ("datetime", "content", "title") if element.tag == "abbr" else ("datetime", "content")
    declared = next(filter(None, map(element.get, names)), None)
    words = shown_words(element)
    given = read_day(declared, day_first=day_first) if declared else None
    shown = _moments(_days_in(words, day_first)) if len(words) <= _LONGEST_LINE else []
    if given is None:
        read = read_day(words, day_first=day_first)
        return [read] if read else shown[:1] if len(shown) == 1 else []
    return [given, *(shown if len(shown) == 1 else ())]


def label_before(time: HtmlElement) -> str:
    """The words before a time, up to the next markup."""
    before = texts_before(time, passing=_NO_LABEL)
    return next((text for text in before if _LETTER.search(text)), "")


def read_day(text: object, *, day_first: bool) -> Moment | None:
    """The day that the whole text gives; ``None`` for what programs write for no date."""
    if not isinstance(text, str):
        return None
    try:
        moment = read_moment(text, day_first=day_first)
    except DateError:
        return None
    return None if moment.day in _ZEROS else moment


def _is_change(element: HtmlElement, before: str) -> bool:
    """True when it is marked, or introduced by its words, as the day of a later change."""
    line = one_line(element.getparent().text_content()) if element.getparent() is not None else ""
    around = [element.get("itemprop", ""), shown_words(element), label_before(element)[-_LABEL:]]
    if len(line) <= _LONGEST_LINE:
        around.append(line)
    return is_called_change(before, element.get("class", ""), *around)


def _names(element: HtmlElement) -> tuple[str, str]:
    return element.get("class", ""), element.get("id", "")


def _before(element: HtmlElement, day_first: bool) -> str:
    """The words before the day: of the element's own, failing that of the line around it."""
    own = shown_words(element)
    first = next((stated.start for stated in find_dates(own, day_first=day_first)), 0)
    before = own[:first]
    if not before and element.getparent() is not None:
        line = shown_words(element.getparent())
        before = line[: line.find(own)] if len(line) <= _LONGEST_LINE else ""
    return before
