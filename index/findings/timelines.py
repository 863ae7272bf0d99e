"""What a timeline is: passages that bear on a question, in the order of time."""

from dataclasses import dataclass
from enum import StrEnum

from corpus.dates import PartialDate
from corpus.model import Span
from corpus.stated import YearFrom
from index.answers import Answer, Quote


class DateFrom(StrEnum):
    """Who says when: the sentence itself, or the date of its document."""

    STATED = "stated"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class When:
    """The date of a sentence, as far as it is known; ``end`` is the last day or month of a span.

    ``text`` are the words that state it. A day whose year nobody states has its ``text`` alone.
    ``year_from`` tells where the year of a stated date comes from. A date ``above`` the sentence is
    not in it but heads its entry.
    """

    date: PartialDate | None = None
    date_from: DateFrom | None = None
    end: PartialDate | None = None
    text: str | None = None
    year_from: YearFrom | None = None
    above: bool = False


UNDATED = When()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a timeline: the sentence ``quote.passage.text[sentence]`` and its date."""

    quote: Quote
    sentence: Span
    when: When

    @property
    def words(self) -> str:
        """The sentence, to the letter."""
        return self.quote.passage.text[slice(*self.sentence)]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The dated lines, oldest first, and the undated ones, best first.

    ``answer`` is what the question came to, its quotes aside. ``left_out`` counts lines that bear
    on it too and are more than were wanted.
    """

    answer: Answer
    dated: tuple[Line, ...] = ()
    undated: tuple[Line, ...] = ()
    left_out: int = 0

    @property
    def lines(self) -> tuple[Line, ...]:
        """All of them, the undated ones last."""
        return (*self.dated, *self.undated)
