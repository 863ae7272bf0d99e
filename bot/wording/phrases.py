"""How a date, a source and a place are said; metadata reads to the letter in either face."""

from datetime import UTC, date, datetime, timedelta

from bot.wording.names import visible
from bot.wording.voice import Voice
from corpus.dates import PartialDate
from corpus.model import Origin, Source
from corpus.stated import StatedDate, YearFrom
from index.answers import AlsoIn, Passage, Quote

SEPARATOR = " · "
_NAME, _TITLE, _SECTION = 80, 150, 100  # characters of metadata before an ellipsis
_HEAD = 60  # with a date, three lines of a phone at most
ONE_LINE = 24  # in bold, a line of a phone at most
_DATES_SHOWN, _PLACES_SHOWN = 5, 3


def title(source: Source, document: str, voice: Voice, limit: int = _TITLE) -> str:
    """The title, not made literal; the document's name where no title is stated."""
    return voice.clipped(visible(source.title) or document, limit)


def publisher(source: Source, voice: Voice, limit: int = _NAME) -> str:
    """Who answers for the words: publisher and author, else the site; or that none is stated."""
    name = visible(source.publisher)
    said = [voice.literal(voice.clipped(name, limit))] if name else []
    if visible(source.author):
        said.append(author(source, voice, limit))
    if not said and source.site:
        said.append(voice.literal(voice.clipped(source.site, limit)))
    return ", ".join(said) or voice("answer.source_unknown")


def author(source: Source, voice: Voice, limit: int = _NAME) -> str:
    """``by The Editors``, the first word on the line of the name."""
    name = voice.literal(voice.clipped(source.author or "", limit))
    return voice("answer.by", author=name).replace(" ", voice.face.glue, 1)


def who(source: Source, voice: Voice, limit: int = _HEAD) -> str:
    """One name: the publisher, else the author, else the site; else the title, and that none is."""
    if name := visible(source.publisher) or visible(source.author) or source.site:
        return voice.literal(voice.clipped(name, limit))
    unknown = voice("answer.source_unknown")
    stated = visible(source.title)
    if stated is None:
        return unknown
    return voice.apart(voice.quoted(voice.clipped(stated, limit)), unknown)


def when(source: Source, voice: Voice) -> str:
    """``1 October 2020``, marked when it was read off the document; or ``undated``."""
    said = day_published(source, voice)
    if source.origin("published") is Origin.DOCUMENT:
        return voice("date.from_page", date=said)
    return said


def day_published(source: Source, voice: Voice) -> str:
    """``1 October 2020``, or ``undated``."""
    return voice.date(source.published) if source.published else voice("date.undated")


def published(source: Source, voice: Voice) -> str:
    """``published 1 October 2020``, or ``undated``."""
    said = when(source, voice)
    return voice("answer.published", date=said) if source.published else said


def place(quote: Quote, voice: Voice) -> tuple[str, ...]:
    """Section and page of a quote in its document, as far as they are known."""
    parts, passage = [], quote.passage
    if passage.section and passage.section != quote.source.title:
        parts.append(_section(passage.section, voice))
    if passage.page is not None:
        parts.append(voice.glued(voice("answer.page", page=voice.number(passage.page))))
    return tuple(parts)


def head(source: Source, voice: Voice, limit: int = _HEAD) -> str:
    """Who said it and when, on one line."""
    return voice.apart(who(source, voice, limit), day_published(source, voice))


def whereabouts(quote: Quote, voice: Voice) -> str:
    """One line: title, author, section and page, and where the date of publication is from."""
    source = quote.source
    parts = [voice.literal(title(source, quote.passage.document, voice))]
    if visible(source.publisher) and visible(source.author):
        parts.append(author(source, voice))
    parts.extend(place(quote, voice))
    if source.published and source.origin("published") is Origin.DOCUMENT:
        parts.append(voice("answer.date_read"))
    return voice.apart(*parts)


def stated_dates(passage: Passage, voice: Voice) -> str | None:
    """The dates that the passage states, each once, in order."""
    said = list(dict.fromkeys(_stated(stated, voice) for stated in passage.stated_dates))
    if not said:
        return None
    dates = _first(said, _DATES_SHOWN, "answer.stated_more", "dates", voice)
    return voice("answer.stated", dates=dates)


def also_in(quote: Quote, voice: Voice) -> str | None:
    """The other documents in which the same quote stands, each with its date, by their dates.

    Where these leave no doubt which of all was first, it is said.
    """
    if not quote.also_in:
        return None
    first, own = quote.first_in, quote.passage.document
    places = [
        _elsewhere(carrier, voice)
        for carrier in quote.carriers
        if carrier != first and (first or carrier.document != own)
    ]
    shown = _first(places, _PLACES_SHOWN, "answer.also_in_more", "places", voice)
    if first is None:
        return voice("answer.also_in", places=shown)
    return voice("answer.first_and_also", first=_elsewhere(first, voice), places=shown)


def filters(
    voice: Voice, *, since: date | None = None, until: date | None = None, source: str | None = None
) -> str:
    """What the search was restricted to, the days spelt out; empty when it was not."""
    parts = [days(voice, since, until)]
    if source:
        name = voice.literal(voice.clipped(source, _NAME))
        parts.insert(0, voice("answer.in_source", source=name))
    return SEPARATOR.join(filter(None, parts))


def days(voice: Voice, since: date | None, until: date | None, *, of_lines: bool = False) -> str:
    """``published 1 October 2020 to 5 November 2020``; empty where both ends are open.

    They are days of publication, or ``of_lines`` those of a timeline's lines.
    """
    key = "timeline.{}" if of_lines else "date.{}"
    if since and until:
        return voice(key.format("range"), since=day(since, voice), until=day(until, voice))
    if since:
        return voice(key.format("since"), since=day(since, voice))
    return voice(key.format("until"), until=day(until, voice)) if until else ""


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


def size(count: int, voice: Voice) -> str:
    """A size in decimal units, such as ``1.2 MB``."""
    for unit, scale in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if count >= scale:
            return f"{voice.decimal(count / scale)} {unit}"
    return f"{voice.number(count)} B"


def _section(name: str, voice: Voice) -> str:
    """``§ Name``; a short one in one line, a long one with its first word."""
    shown = voice.literal(voice.clipped(name, _SECTION))
    short, first = len(shown) <= ONE_LINE, shown.partition(" ")
    return voice.glued("§ ") + (voice.glued(shown) if short else "".join(first))


def _stated(stated: StatedDate, voice: Voice) -> str:
    if stated.date is None:
        return voice("date.year_open", text=voice.literal(voice.clipped(stated.text, 40)))
    said = voice.date(stated.date)
    if stated.year_from is YearFrom.DOCUMENT:
        return voice("date.year_from_document", date=said)
    return said


def _elsewhere(other: AlsoIn, voice: Voice) -> str:
    name = voice.literal(title(other.source, other.document, voice, limit=60))
    date_ = other.source.published
    return f"{name} ({voice.date(date_) if date_ else voice('date.undated')})"


def _first(items: list[str], shown: int, more: str, name: str, voice: Voice) -> str:
    """The first items and how many more there are; all of them where there is room."""
    left = len(items) - shown
    if left <= 0 or not voice.face.clips:
        return ", ".join(items)
    return voice(more, **{name: ", ".join(items[:shown])}, number=voice.number(left))
