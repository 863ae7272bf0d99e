"""What a reader must know to trust an answer, or to ask better: how it was read, why it is none."""

from collections.abc import Iterator

from bot.desk.custom_ids import Limits
from bot.messages import phrases
from bot.messages.markdown import escape
from bot.translation import Voice
from index.answers import Answer, Reading, Why

_WORDS_SHOWN = 80  # characters of a list of words
_PHRASE, _PHRASES_SHOWN = 80, 3

_WHY = {
    Why.EMPTY_CORPUS: "sources.empty",
    Why.NO_WORDS: "refusal.no_words",
    Why.NOT_EXACT: "refusal.not_exact",
    Why.UNPROVEN: "refusal.unproven",
    Why.FILTERED_OUT: "refusal.filtered",
}


def search_notes(answer: Answer, voice: Voice) -> Iterator[str]:
    """What is due above an answer: how it was read, other spellings, words not found."""
    yield from reading_notes(answer.reading, voice)
    for suggestion in [item for item in answer.suggestions if item.applied][:2]:
        word, near = (escape(item[:30]) for item in (suggestion.word, suggestion.near[0]))
        yield voice("answer.spelling", word=word, near=near)
    applied = {suggestion.word for suggestion in answer.suggestions if suggestion.applied}
    missing = [word for word in answer.missing_words if word not in applied]
    if missing:
        yield voice("answer.not_found", words=_words(missing, voice))
    if answer.undated_left_out:
        yield voice.count("answer.undated_left", answer.undated_left_out)


def reading_notes(reading: Reading, voice: Voice) -> Iterator[str]:
    """How the question was read, as far as it asked for more than words."""
    for key, words in (("reading.phrases", reading.phrases), ("reading.without", reading.left_out)):
        if words:
            shown = [phrases.clipped(word, _PHRASE, voice) for word in words[:_PHRASES_SHOWN]]
            if len(words) > _PHRASES_SHOWN:
                shown.append(voice("ellipsis"))
            yield voice(key, words=_words(shown, voice, limit=_PHRASE * _PHRASES_SHOWN))
    if reading.source:
        yield voice(
            "reading.source", source=escape(phrases.clipped(reading.source, _PHRASE, voice))
        )
    if when := phrases.filters(Limits(reading.since, reading.until), None, voice):
        yield voice("reading.time", when=when)


def reasons(answer: Answer, voice: Voice) -> Iterator[str]:
    """Why there is no answer."""
    if answer.missing_words:
        yield voice("refusal.words", words=_words(answer.missing_words, voice))
    if answer.why in _WHY:
        yield voice(_WHY[answer.why])
    elif not answer.missing_words:
        yield voice("refusal.weak")
    yield from reading_notes(answer.reading, voice)
    if answer.undated_left_out:
        yield voice.count("answer.undated_left", answer.undated_left_out)


def advice(answer: Answer, voice: Voice) -> Iterator[str]:
    """What to try instead."""
    question = answer.question
    if answer.why is Why.UNPROVEN:
        yield voice("refusal.try_reindex")
        return
    if answer.why is Why.NOT_EXACT:
        yield voice("refusal.try_loosely")
    if answer.missing_words:
        yield voice("refusal.try_words")
    if question.since or question.until:
        yield voice("refusal.try_dates")
    if question.sources:
        yield voice("refusal.try_sources")
    yield voice("refusal.try_names")
    yield voice("refusal.try_list")


def _words(words: list[str] | tuple[str, ...], voice: Voice, limit: int = _WORDS_SHOWN) -> str:
    """Words in quotation marks, as many as find room, and an ellipsis for the others."""
    shown, used = [], 0
    for word in words:
        used += len(word)
        if used > limit:
            shown.append(voice("ellipsis"))
            break
        shown.append(voice("quoted", word=escape(word)))
    return ", ".join(shown)
