"""Answers made by hand for the tests of wording and rendering."""

from types import MappingProxyType

from corpus.dates import PartialDate
from corpus.model import Origin, Source, Span, text_sha256
from corpus.stated import StatedDate, YearFrom
from index.answers import AlsoIn, Answer, Question, Quote
from index.cutting.passage import Passage

NASTY = (
    "He wrote [bold]not markup[/bold], :smile: and [link=https://example.org]x[/link].",
    "\x1b[31mred\x1b[0m and \x9b31m, a bell \x07, a return\rover it, \x08\x08 back",
    "reversed \u202eSRAWKCAB\u202c and isolated \u2067x\u2069",
    "三千名雇佣军经加济安泰普转移到前线" * 12,
    "a" * 300 + " " + "b" * 300,
    "two  spaces,\ttabs\t\tand\n\na blank line, trailing space \n and an end",
    "שלום עולם \u200f(hello) e\u0301 \U0001f469\u200d\U0001f469\u200d\U0001f467 नमस्ते",
    "$2,000; 100% <b>&amp;</b> \\[escaped] \\x1b {braces} %s",
)


def made_source(**known: object) -> Source:
    """A source with a title, a publisher and a day, each replaceable."""
    fields: dict[str, object] = {
        "title": "Fighters and denials",
        "publisher": "Sample Wire",
        "published": PartialDate(2020, 10, 1),
        "origins": MappingProxyType({"published": Origin.FRONT_MATTER}),
    }
    return Source(**(fields | known))  # type: ignore[arg-type]


def made_quote(text: str, *, source: Source | None = None, **known: object) -> Quote:
    """A quote of ``text`` that stands at 10 in ``wire/denials.md``."""
    stated = known.pop("stated", ())
    passage = Passage(
        "wire/denials.md",
        text_sha256(text),
        10,
        10 + len(text),
        text,
        stated_dates=stated,  # type: ignore[arg-type]
    )
    source = made_source() if source is None else source
    scores = {"score": 3.5, "coverage": 0.75, "matched_terms": ("lavrov",)}
    return Quote("q1", passage, source, 7, **(scores | known))  # type: ignore[arg-type]


def made_answer(*quotes: Quote, **known: object) -> Answer:
    """An answer with the quotes; answered when there are any."""
    return Answer(Question("Who denied it?"), bool(quotes), "v1", quotes, **known)  # type: ignore[arg-type]


def stated_day(*, resolved: bool, year_from: YearFrom = YearFrom.DOCUMENT) -> StatedDate:
    """``Nov. 5`` at the start of a passage, with its year or without."""
    day = PartialDate(2020, 11, 5) if resolved else None
    return StatedDate(0, 6, "Nov. 5", 11, 5, day, year_from if resolved else None)


def also_in(document: str, source: Source | None = None) -> AlsoIn:
    return AlsoIn(document, made_source() if source is None else source, "q2")


__all__ = ["NASTY", "Span", "also_in", "made_answer", "made_quote", "made_source", "stated_day"]
