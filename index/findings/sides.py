"""What sides are: sentences on a claim that deny it, that confirm it, and the others."""

from dataclasses import dataclass
from enum import StrEnum

from corpus.model import Span
from index.answers import Answer, Quote
from index.findings.timelines import When


class Kind(StrEnum):
    """What a sentence does with a claim, as far as its words show."""

    DENIES = "denies"
    CONFIRMS = "confirms"
    SAYS = "says"


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of a document: who speaks in it, and the words that show its ``kind``.

    Spans count from the start of the document. ``None`` where no rule is sure.
    """

    span: Span
    speaker: Span | None = None
    cue: Span | None = None
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class Statements:
    """The sentences of a document, headings and what is never quoted aside, in order."""

    document: str
    text: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence on a claim: ``quote.passage.text[sentence]``, who speaks and when.

    ``speaker`` and ``cue`` are spans of the passage's text.
    """

    quote: Quote
    sentence: Span
    when: When
    speaker: Span | None = None
    cue: Span | None = None

    @property
    def words(self) -> str:
        """The sentence, to the letter."""
        return self.quote.passage.text[slice(*self.sentence)]

    @property
    def who(self) -> str | None:
        """The speaker, to the letter."""
        return self.quote.passage.text[slice(*self.speaker)] if self.speaker else None

    @property
    def cue_words(self) -> str | None:
        """The words of denial or confirmation, to the letter."""
        return self.quote.passage.text[slice(*self.cue)] if self.cue else None


@dataclass(frozen=True, slots=True)
class Sides:
    """What bears on a claim, sorted by the words that govern it; each side oldest first.

    ``answer`` is what the claim came to as a question, its quotes aside. ``left_out`` counts
    sentences that bear on it too and are more than were wanted.
    """

    answer: Answer
    denies: tuple[Said, ...] = ()
    confirms: tuple[Said, ...] = ()
    others: tuple[Said, ...] = ()
    left_out: int = 0

    @property
    def said(self) -> tuple[Said, ...]:
        """All of them, side after side."""
        return (*self.denies, *self.confirms, *self.others)
