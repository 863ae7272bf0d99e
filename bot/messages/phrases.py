"""How a date, a source and a place are said in a language, as Markdown that reads to the letter."""

from datetime import UTC, date, datetime, timedelta

from bot.desk.custom_ids import Limits
from bot.messages.markdown import escape
from bot.translation import Voice
from corpus.dates import PartialDate
from corpus.model import Origin, Source
from corpus.stated import StatedDate, YearFrom
from index.answers import AlsoIn, Quote

SEPARATOR = " · "
_NAME, _TITLE, _SECTION = 80, 150, 100  # characters of metadata before an ellipsis
_DATES_SHOWN, _PLACES_SHOWN = 5, 3


def clipped(text: str, limit: int, voice: Voice) -> str:
    """Metadata on one line, cut visibly; never used on the words of a passage."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + voice("ellipsis")


def subtext(line: str) -> str:
    """Markdown for one line of small print."""
    return f"-# {line}"


def title(source: Source, document: str, voice: Voice, limit: int = _TITLE) -> str:
    """The title, not escaped; the document's name where no title is stated."""
    return clipped(source.title or document, limit, voice)


def publisher(source: Source, voice: Voice, limit: int = _NAME) -> str:
    """Who answers for the words: publisher and author, or that no source is stated."""
    known = [escape(clipped(source.publisher, limit, voice))] if source.publisher else []
    if source.author:
        known.append(voice("answer.by", author=escape(clipped(source.author, limit, voice))))
    return ", ".join(known) or voice("answer.source_unknown")


def published(source: Source, voice: Voice) -> str:
    """``published 1 October 2020``, or ``undated``."""
    if source.published is None:
        return voice("date.undated")
    when = voice.date(source.published)
    if source.origin("published") is Origin.DOCUMENT:
        when = voice("date.from_page", date=when)
    return voice("answer.published", date=when)


def provenance(quote: Quote, voice: Voice) -> str:
    """One line: publisher, publication date, section and page."""
    parts = [publisher(quote.source, voice), published(quote.source, voice)]
    if quote.passage.section and quote.passage.section != quote.source.title:
        parts.append("§ " + escape(clipped(quote.passage.section, _SECTION, voice)))
    if quote.passage.page is not None:
        parts.append(voice("answer.page", page=quote.passage.page))
    return SEPARATOR.join(parts)


def stated_dates(quote: Quote, voice: Voice) -> str | None:
    """The dates that the passage states, each once, in order."""
    said = list(dict.fromkeys(_stated(stated, voice) for stated in quote.passage.stated_dates))
    if not said:
        return None
    dates = _first(said, _DATES_SHOWN, "answer.stated_more", "dates", voice)
    return voice("answer.stated", dates=dates)


def also_in(quote: Quote, voice: Voice) -> str | None:
    """The other documents in which the same quote stands."""
    if not quote.also_in:
        return None
    places = [_place(other, voice) for other in quote.also_in]
    shown = _first(places, _PLACES_SHOWN, "answer.also_in_more", "places", voice)
    return voice("answer.also_in", places=shown)


def filters(limits: Limits, source: str | None, voice: Voice) -> str:
    """What the search was restricted to, the days spelt out; empty when it was not."""
    parts = []
    if source:
        name = escape(clipped(source, _NAME, voice))
        parts.append(voice("answer.in_source", source=name))
    since, until = _day(limits.since, voice), _day(limits.until, voice)
    if since and until:
        parts.append(voice("date.range", since=since, until=until))
    elif since:
        parts.append(voice("date.since", since=since))
    elif until:
        parts.append(voice("date.until", until=until))
    return SEPARATOR.join(parts)


def age(moment: datetime, voice: Voice, now: datetime | None = None) -> str:
    """How long ago a moment was, in the largest whole unit."""
    minutes = max(0, ((now or datetime.now(UTC)) - moment) // timedelta(minutes=1))
    if minutes < 1:
        return voice("age.now")
    if minutes < 60:
        return voice.count("age.minutes", minutes)
    if minutes < 48 * 60:
        return voice.count("age.hours", minutes // 60)
    return voice.count("age.days", minutes // (24 * 60))


def day(moment: date, voice: Voice) -> str:
    """A day of the calendar, spelt out."""
    return voice.date(PartialDate.of(moment))


def duration(seconds: float) -> str:
    """``0:07``, ``12:30`` or ``1:02:03``."""
    hours, rest = divmod(int(seconds), 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def _stated(stated: StatedDate, voice: Voice) -> str:
    if stated.date is None:
        return voice("date.year_open", text=escape(clipped(stated.text, 40, voice)))
    when = voice.date(stated.date)
    if stated.year_from is YearFrom.DOCUMENT:
        return voice("date.year_from_document", date=when)
    return when


def _place(other: AlsoIn, voice: Voice) -> str:
    name = escape(title(other.source, other.document, voice, limit=60))
    date_ = other.source.published
    return f"{name} ({voice.date(date_) if date_ else voice('date.undated')})"


def _first(items: list[str], shown: int, more: str, name: str, voice: Voice) -> str:
    text = ", ".join(items[:shown])
    left = len(items) - shown
    return voice(more, **{name: text}, number=left) if left > 0 else text


def _day(moment: date | None, voice: Voice) -> str | None:
    return None if moment is None else day(moment, voice)
