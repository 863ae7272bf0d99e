"""One sentence as a statement: who speaks, and the word that shows what it does with a claim."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.model import Span
from index.cutting.passage import Passage
from index.findings.sides import Kind, Statement
from index.statements.cues import Cue, cues_of
from index.statements.languages import language_of
from index.statements.speakers import read_speech
from index.statements.subjects import is_verb, possessor_of, subject_of


@dataclass(frozen=True, slots=True)
class Sentence:
    """The cues and speakers of a sentence, with offsets in the text that it is part of."""

    span: Span
    cues: tuple[Cue, ...]
    speakers: tuple[Span, ...]
    cited: tuple[Span, ...]  # speakers that "according to" names
    reports: bool  # a verb of saying, or what stands for one
    subjects: Mapping[Span, Span | None]  # of the cues that are verbs, and of somebody's denial

    def speaker(self, cue: Cue | None = None) -> Span | None:
        """Who denies or confirms by a cue; without one, who speaks first.

        By a verb its subject alone: "According to Berg the mayor denied it". By other words the
        nearest speaker before them, else the first behind.
        """
        if cue is None:
            return self.speakers[0] if self.speakers else None
        if cue.span in self.subjects:
            return self.subjects[cue.span]
        is_verb = not cue.reach.start <= cue.span.start < cue.reach.end
        speakers = [each for each in self.speakers if not (is_verb and each in self.cited)]
        before = [each for each in speakers if each.end <= cue.span.start]
        behind = [each for each in speakers if each.start >= cue.span.end]
        return before[-1] if before else behind[0] if behind else None

    @property
    def statement(self) -> Statement:
        """The sentence with one cue: of several, the first that denies, else the first."""
        cue = min(self.cues, key=lambda each: each.kind is not Kind.DENIES, default=None)
        if cue is not None:
            return Statement(self.span, self.speaker(cue), cue.span, cue.kind)
        kind = Kind.SAYS if self.speakers or self.reports else None
        return Statement(self.span, self.speaker(), None, kind)


def read_sentence(text: str, span: Span, language: str) -> Sentence:
    """The sentence ``text[span]``; ``language`` is the usual one of the corpus."""
    words = text[slice(*span)]
    language = language_of(words, language)
    speech = read_speech(words, language)
    cues = cues_of(words, language)
    verbs = [cue.span for cue in cues if is_verb(words[slice(*cue.span)], language)]
    subjects = [(verb, subject_of(words, verb, language)) for verb in verbs]
    owners = ((cue.span, possessor_of(words, cue.span, language)) for cue in cues)
    subjects += [(noun, owner) for noun, owner in owners if owner]
    return Sentence(
        span,
        tuple(_moved(cue, span.start) for cue in cues),
        tuple(_shifted(each, span.start) for each in speech.speakers),
        tuple(_shifted(each, span.start) for each in speech.cited),
        speech.reports,
        {
            _shifted(verb, span.start): subject and _shifted(subject, span.start)
            for verb, subject in subjects
        },
    )


def speaker_in(text: str, span: Span, language: str) -> str | None:
    """Who speaks in the sentence ``text[span]``, to the letter."""
    speaker = read_sentence(text, span, language).statement.speaker
    return text[slice(*speaker)] if speaker else None


def sentences_of(passage: Passage, language: str) -> tuple[Sentence, ...]:
    """The sentences of a passage, with offsets in its text."""
    return tuple(read_sentence(passage.text, span, language) for span in passage.sentences)


def statements_of(passages: Sequence[Passage], language: str) -> Iterator[Statement]:
    """The sentences of a document's passages, with offsets in the document."""
    for passage in passages:
        for sentence in sentences_of(passage, language):
            found = sentence.statement
            yield Statement(
                _shifted(found.span, passage.start),
                found.speaker and _shifted(found.speaker, passage.start),
                found.cue and _shifted(found.cue, passage.start),
                found.kind,
            )


def _shifted(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _moved(cue: Cue, by: int) -> Cue:
    told = cue.told and _shifted(cue.told, by)
    return Cue(cue.kind, _shifted(cue.span, by), _shifted(cue.reach, by), cue.points_back, told)
