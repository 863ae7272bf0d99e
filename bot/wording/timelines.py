"""How the date of a sentence is said, and what a reader of a timeline must know."""

import re
from collections.abc import Iterator

from bot.wording.notes import notes_on
from bot.wording.voice import Voice
from corpus.dates import PartialDate
from corpus.stated import YearFrom
from index.findings.timelines import DateFrom, Timeline, When

_TEXT = 40  # characters of a date that has no year
_SEASON = re.compile(r"[^\W\d_]+(?:\s+[^\W\d_]{1,3})?\s+\d{4}")  # no month has a span


def when(said: When, voice: Voice) -> str:
    """``1 October 2020 (stated)``, ``October 2020 (published)``, ``Nov 5 (year not stated)``.

    A season is said in its own words: ``Autumn 2020 (stated)``.
    """
    if said.date is None:
        if said.text is None:
            return voice("date.undated")
        text = voice.literal(voice.clipped(" ".join(said.text.split()), _TEXT))
        return voice("date.year_open", text=text)
    told = span(said.date, said.end, voice)
    if said.end and said.text and _SEASON.fullmatch(said.text):
        told = voice.literal(" ".join(said.text.split()))  # its months are ours, and not sure
    return voice(f"timeline.{_kind(said)}", date=told)


def span(first: PartialDate, last: PartialDate | None, voice: Voice) -> str:
    """``1 August 2022 – 5 August 2022``; the date alone where it is no span."""
    begins = voice.date(first)
    return begins if last is None else voice("timeline.span", first=begins, last=voice.date(last))


def timeline_notes(timeline: Timeline, voice: Voice) -> Iterator[str]:
    """What is due above a timeline: how the question was read, and what was left out."""
    yield from notes_on(timeline.answer, voice)
    if timeline.left_out:
        yield voice.count("timeline.left_out", timeline.left_out)


def _kind(said: When) -> str:
    if said.date_from is DateFrom.PUBLISHED:
        return "published"
    if said.above:
        return "stated_above"
    return "stated_in_year" if said.year_from is YearFrom.DOCUMENT else "stated"
