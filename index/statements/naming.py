"""Whether somebody of a name speaks in a passage, and who else does."""

import re
from collections.abc import Iterator

from corpus.model import Span
from index.cutting.passage import Passage
from index.statements.languages import language_of
from index.statements.speakers import read_speech
from index.terms.word_forms import fold

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
