"""Whether somebody of a name speaks in a passage, and who else does."""

import re
from collections.abc import Collection, Iterator

from corpus.model import Span
from index.cutting.passage import Passage
from index.statements.languages import language_of
from index.statements.speakers import read_speech
from index.terms.word_forms import fold

_OPENED_BY = re.compile(r"[^\n:.!?]{1,60}(?::\s|\n)|[^\n]{1,60}\n")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


def speaks(name: str, passage: Passage, language: str) -> Span | None:
    """The first sentence of a passage with a speaker who has all words of ``name``."""
    wanted = _words(name)
    if not wanted or not wanted <= _words(passage.text):
        return None
    for sentence, speaker in speakers(passage, language):
        if wanted <= _words(passage.text[slice(*speaker)]):
            return sentence
    return None


def speaks_by_any(names: Collection[str], passage: Passage, language: str) -> bool:
    """Whether a speaker of the passage has a word of one of the names.

    Or whoever opens it, as in a chat or a transcript ("VOSS: We waited.").
    """
    text = passage.text
    opened = _OPENED_BY.match(text)
    return bool(opened and has_name(names, opened[0])) or any(
        has_name(names, text[slice(*speaker)]) for _, speaker in speakers(passage, language)
    )


def has_name(names: Collection[str], text: str) -> bool:
    """Whether a text has a word of one of the names."""
    wanted = {word for name in names for word in _words(name)}
    return not wanted.isdisjoint(_words(text))


def speakers(passage: Passage, language: str) -> Iterator[tuple[Span, Span]]:
    """Each sentence of a passage with each of its speakers, as spans of the passage's text."""
    for sentence in passage.sentences:
        words = passage.text[slice(*sentence)]
        for speaker in read_speech(words, language_of(words, language)).speakers:
            place = Span(sentence.start + speaker.start, sentence.start + speaker.end)
            yield sentence, place


def _words(text: str) -> set[str]:
    """The words of a text, folded; what is before a hyphen or an apostrophe is one too."""
    words = {fold(word) for word in _WORD.findall(text)}
    return words | {fold(part) for word in words for part in re.split(r"['’.-]", word) if part}
