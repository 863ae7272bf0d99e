"""What the index hands out: questions in, answers, sources, reports and proofs out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

from corpus.dates import first_day
from corpus.model import LeftOut, Source, Span
from index.cutting.passage import Passage as Passage  # noqa: PLC0414 - handed on to the bot


class Caution(StrEnum):
    """How much evidence an operator wants before a question is answered."""

    CAUTIOUS = "cautious"
    BALANCED = "balanced"
    GENEROUS = "generous"

    @property
    def margin(self) -> float:
        """What is added to the threshold that was fitted to the corpus."""
        return {"cautious": 0.1, "balanced": 0.0, "generous": -0.1}[self]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked. ``sources`` are ids, titles or publishers; both days are inclusive.

    ``held`` are the documents that the asker may know of, none meaning all: every other is as if
    it were not there, so that neither a spelling nor a reason tells of it. ``who`` has to speak;
    with ``speakers`` it is told who does in each quote, which takes a fifth of a question's time.
    ``today`` is the day of asking, from which "last week" is counted; without it that is no time.
    """

    text: str
    sources: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    limit: int = 5
    abstain: bool = True
    held: tuple[str, ...] = ()
    today: date | None = None
    who: str | None = None
    speakers: bool = False


@dataclass(frozen=True, slots=True)
class AlsoIn:
    """Another document in which the same quote stands."""

    document: str
    source: Source
    quote_id: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage with all that must be shown beside it.

    ``coverage`` is the share of the question's idf weight that the passage covers, 0 to 1.
    ``matched`` are the spans of the passage's text (offsets from its start) whose words
    matched; ``matched_terms`` the index terms behind them. ``key_sentence`` is the span of
    the sentence that covers most of the question. ``number`` is the passage's number within
    the index version. ``parts`` are what ``score`` is the sum of. ``lacks`` are the words of the
    question, as asked, that it does not have. ``speaker`` is who surely speaks in the key sentence.
    """

    quote_id: str
    passage: Passage
    source: Source
    number: int
    score: float = 0.0
    coverage: float = 0.0
    matched_terms: tuple[str, ...] = ()
    matched: tuple[Span, ...] = ()
    key_sentence: Span | None = None
    parts: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    also_in: tuple[AlsoIn, ...] = ()
    lacks: tuple[str, ...] = ()
    speaker: str | None = None

    @property
    def carriers(self) -> tuple[AlsoIn, ...]:
        """All documents in which it stands, by day of publication, the undated ones last."""
        own = AlsoIn(self.passage.document, self.source, self.quote_id)
        return tuple(
            sorted((own, *self.also_in), key=lambda each: first_day(each.source.published))
        )

    @property
    def first_in(self) -> AlsoIn | None:
        """Which of several carriers was published first, where their dates leave no doubt."""
        first, *others = self.carriers
        day = first.source.published
        days = [each.source.published for each in others]
        surely = day and days and all(each and day.last < each.first for each in days)
        return first if surely else None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A word of the question that the corpus does not have, and near words that it has.

    ``applied`` is set when the first near word was clearly meant and the answer was made with it.
    """

    word: str
    near: tuple[str, ...]
    applied: bool = False


class Why(StrEnum):
    """Why a question was not answered."""

    EMPTY_CORPUS = "empty corpus"  # there is no passage at all
    NO_WORDS = "no words"  # the question has only stop words
    NO_MATCH = "no match"  # no passage shares a word with the question
    NOT_ENOUGH = "not enough"  # no passage is enough, however close some come
    FILTERED_OUT = "filtered out"  # passages match, but none that the filter lets through
    NOT_EXACT = "not exact"  # no passage has the quoted words, or each has a word to leave out
    UNPROVEN = "unproven"  # passages answer, but none is what was indexed, so none is shown


@dataclass(frozen=True, slots=True)
class Reading:
    """What a question was read to ask for beside its words.

    Passages had to hold the ``phrases`` and none of the words ``left_out``; those of ``source``
    and those published from ``since`` to ``until`` were preferred, then those that state a date
    in that time; with ``without_time`` those published at another time were. ``asked_on`` is the
    day from which a time such as "last week" was counted. ``not_quoted`` are the phrases
    that none of the passages shown holds: of a text pasted whole, or where no passage has them.
    """

    phrases: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    source: str | None = None
    since: date | None = None
    until: date | None = None
    without_time: bool = False
    asked_on: date | None = None
    not_quoted: tuple[str, ...] = ()


class Outcome(StrEnum):
    """What came of a question."""

    ANSWERED = "answered"  # the evidence is enough
    CLOSEST = "closest"  # it is not, but passages come near
    NOTHING = "nothing"  # no passage shares what the question is about


class Against(StrEnum):
    """What speaks against the best passage."""

    UNSEEN = "unseen"  # words that the corpus does not have
    NAMES = "names"  # names that neither it nor the passages around it have
    NUMBERS = "numbers"  # numbers and dates that it lacks
    EVENT = "event"  # most of the words that say what happened
    KIND = "kind"  # it has no number or time, where one is asked for
    APART = "apart"  # its number or time stands apart from what is asked about
    TOPIC = "topic"  # it lacks what something is to be said about
    SPEAKER = "speaker"  # nobody is seen to speak in it whose words are asked for


@dataclass(frozen=True, slots=True)
class Evidence:
    """How far the best passage may answer: from ``enough`` on; from ``near`` on it comes close.

    ``against`` is what speaks against it, the weightiest first.
    """

    reached: float
    enough: float
    near: float
    against: tuple[Against, ...] = ()

    @property
    def is_enough(self) -> bool:
        return self.reached >= self.enough

    @property
    def comes_close(self) -> bool:
        return self.reached >= self.near


@dataclass(frozen=True, slots=True)
class Answer:
    """The quotes that answer a question, best first, or ``why`` there are none.

    ``quotes`` is empty when ``answered`` is false; then the passages that come near, if any, are
    ``closest``. ``undated_left_out`` counts the matching passages without a publication date that
    a date filter left out.
    """

    question: Question
    answered: bool
    index_version: str
    quotes: tuple[Quote, ...] = ()
    closest: tuple[Quote, ...] = ()
    why: Why | None = None
    missing_words: tuple[str, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    undated_left_out: int = 0
    reading: Reading = Reading()
    evidence: Evidence | None = None
    elapsed_ms: float = 0.0

    @property
    def outcome(self) -> Outcome:
        if self.answered:
            return Outcome.ANSWERED
        return Outcome.CLOSEST if self.closest else Outcome.NOTHING

    @property
    def shown(self) -> tuple[Quote, ...]:
        """What a reader is shown, as the outcome says."""
        return self.quotes or self.closest

    @property
    def none_has(self) -> tuple[str, ...]:
        """The words of the question that none of the closest passages has."""
        first, *others = (quote.lacks for quote in self.closest) if self.closest else ((),)
        return tuple(word for word in first if all(word in lacks for lacks in others))


@dataclass(frozen=True, slots=True)
class Holding:
    """One document as the list of sources shows it. ``indexed_at`` is in UTC."""

    document: str
    source: Source
    sha256: str
    characters: int
    passages: int
    indexed_at: datetime

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that the document may be asked for by, its title first."""
        source = self.source
        known = (source.title, source.publisher, source.author, source.site, self.document)
        return tuple(dict.fromkeys(name for name in known if name))


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file of the corpus that could not become a document, and why."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All that is held, in document order, and what could not be read."""

    index_version: str
    holdings: tuple[Holding, ...]
    unreadable: tuple[Unreadable, ...]


@dataclass(frozen=True, slots=True)
class Omissions:
    """What of a file is never quoted: words that are not in its text, and places in the text.

    ``unquoted`` are the spans of ``text`` that are kept and never quoted.
    """

    document: str
    text: str
    left_out: tuple[LeftOut, ...]
    unquoted: tuple[Span, ...]


class Verdict(StrEnum):
    """What became of a quote."""

    EXACT = "exact"  # the document is unchanged and holds the quote at its place
    MOVED = "moved"  # the document changed; the quote still stands in it, to the letter
    GONE = "gone"  # the document changed and no longer holds the quote
    DOCUMENT_GONE = "document gone"  # no document of that name can be read now


@dataclass(frozen=True, slots=True)
class Proof:
    """The outcome of checking a quote against its document as the file is now."""

    quote_id: str
    verdict: Verdict
    document: str | None = None
    source: Source | None = None
    quoted_sha256: str = ""
    current_sha256: str | None = None
    text: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """A quote with the passages around it in its document, nearest last and first."""

    before: tuple[Passage, ...]
    quote: Quote
    after: tuple[Passage, ...] = field(default=())
