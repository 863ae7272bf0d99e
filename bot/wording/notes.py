"""What a reader must know to trust an answer or ask better: how it was read, why there is none."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.wording import phrases
from bot.wording.voice import Voice
from index.answers import Answer, Quote, Reading, Suggestion, Why

_WORDS_SHOWN = 80  # characters of a list of words
_WORD, _SPELLINGS_SHOWN = 30, 2
_PHRASE, _PHRASES_SHOWN = 80, 3
_NEAR_SHOWN = 5
_SHORT_WORD = 4

_WHY = {
    Why.EMPTY_CORPUS: "sources.empty",
    Why.NO_WORDS: "refusal.no_words",
    Why.NOT_EXACT: "refusal.not_exact",
    Why.UNPROVEN: "refusal.unproven",
    Why.FILTERED_OUT: "refusal.filtered",
}


def notes_on(answer: Answer, voice: Voice) -> Iterator[str]:
    """What is due above whatever an answer shows, near spellings among it."""
    notes = search_notes if answer.answered else closest_notes
    yield from notes(answer, voice)
    yield from near_words(answer, voice)


def search_notes(answer: Answer, voice: Voice) -> Iterator[str]:
    """What is due above an answer: how it was read, other spellings, words not found."""
    yield from reading_notes(answer.reading, voice)
    applied = [suggestion for suggestion in answer.suggestions if suggestion.applied]
    for suggestion in applied[:_SPELLINGS_SHOWN] if voice.face.clips else applied:
        word, near = (_short(item, voice) for item in (suggestion.word, suggestion.near[0]))
        yield voice("answer.spelling", word=word, near=near)
    respelt = {suggestion.word for suggestion in applied}
    missing = [word for word in answer.missing_words if word not in respelt]
    if missing:
        yield voice("answer.not_found", words=_words(missing, voice))
    if answer.undated_left_out:
        yield voice.count("answer.undated_left", answer.undated_left_out)


def reading_notes(reading: Reading, voice: Voice) -> Iterator[str]:
    """How the question was read, as far as it asked for more than words."""
    for key, words in (
        ("reading.phrases", reading.phrases),
        ("reading.not_quoted", reading.not_quoted),
        ("reading.without", reading.left_out),
    ):
        if words:
            yield voice(key, words=_phrases(words, voice))
    if reading.source:
        source = voice.literal(voice.clipped(reading.source, _PHRASE))
        yield voice("reading.source", source=source)
    if when := phrases.filters(voice, since=reading.since, until=reading.until):
        yield voice("reading.not_time" if reading.without_time else "reading.time", when=when)
    if reading.asked_on:
        yield voice("reading.asked_on", day=phrases.day(reading.asked_on, voice))


def reasons(answer: Answer, voice: Voice) -> Iterator[str]:
    """Why there is no answer."""
    if answer.missing_words and answer.why is not Why.EMPTY_CORPUS:
        yield voice("refusal.words", words=_words(answer.missing_words, voice))
    if answer.why in _WHY:
        yield voice(_WHY[answer.why])
    elif not answer.missing_words:
        yield voice("refusal.weak")
    yield from reading_notes(answer.reading, voice)
    if answer.undated_left_out:
        yield voice.count("answer.undated_left", answer.undated_left_out)


def closest_notes(answer: Answer, voice: Voice) -> Iterator[str]:
    """What is due above passages that only come close: what none has, how the question was read."""
    if answer.none_has:
        yield voice("closest.none_has", words=_words(answer.none_has, voice))
    reading = answer.reading
    if answer.why is Why.NOT_EXACT and reading.not_quoted:
        yield voice("closest.not_quoted", words=_phrases(reading.not_quoted, voice))
        reading = replace(reading, not_quoted=())
    elif answer.why in _WHY:
        yield voice(_WHY[answer.why])
    yield from reading_notes(reading, voice)
    if answer.undated_left_out:
        yield voice.count("answer.undated_left", answer.undated_left_out)


def lacks_note(quote: Quote, voice: Voice) -> str | None:
    """The words of the question that a passage lacks."""
    return voice("closest.lacks", words=_words(quote.lacks, voice)) if quote.lacks else None


def unsure(answer: Answer) -> list[Suggestion]:
    """The words with near spellings that were not replaced; any short word is near to another."""
    return [
        each
        for each in answer.suggestions
        if each.near and not each.applied and len(each.word) > _SHORT_WORD
    ]


def near_words(answer: Answer, voice: Voice) -> Iterator[str]:
    """The near spellings of words that were not replaced."""
    near = unsure(answer)
    for suggestion in near[:_NEAR_SHOWN] if voice.face.clips else near:
        words = voice.either(voice.clipped(word, _WORD) for word in suggestion.near)
        word = voice.quoted(voice.clipped(suggestion.word, _WORD))
        yield voice("refusal.near", near=words, word=word)


def advice(answer: Answer, voice: Voice) -> Iterator[str]:
    """What to try instead."""
    question = answer.question
    if answer.why is Why.UNPROVEN:
        yield voice("refusal.try_reindex")
        return
    if answer.why is Why.EMPTY_CORPUS:
        yield voice("refusal.try_documents")
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


def _phrases(words: Sequence[str], voice: Voice) -> str:
    shown = [voice.clipped(word, _PHRASE) for word in words]
    return _words(shown, voice, _PHRASE * _PHRASES_SHOWN, _PHRASES_SHOWN)


def _words(
    words: Sequence[str], voice: Voice, limit: int = _WORDS_SHOWN, most: int | None = None
) -> str:
    """Words in quotation marks; where room is short, as many as find some, and an ellipsis."""
    if not voice.face.clips:
        return voice.listed(words)
    shown: list[str] = []
    used = 0
    for word in (voice.clipped(each, limit // 2) for each in words):
        used += len(word)
        if used > limit or len(shown) == most:
            shown.append(voice("ellipsis"))
            break
        shown.append(voice.quoted(word))
    return ", ".join(shown)


def _short(word: str, voice: Voice) -> str:
    return voice.literal(voice.clipped(word, _WORD))
