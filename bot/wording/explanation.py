"""How an answer came about: why its first passage is first, and why it is enough or is not."""

from collections.abc import Iterator

from bot.wording.voice import Voice
from index.answers import Against, Answer, Evidence, Quote, Why

_REASONS = 3  # what put a passage first, told at most
_BY_PART = {
    "title": "title",
    "title share": "title",
    "sentence": "sentence",
    "pairs": "order",
    "surroundings": "around",
    "neighbours": "around",
    "surrounding words": "around",
    "exact words": "exact",
    "asked source": "source",
    "asked time": "time",
    "time sentence": "time",
    "asked kind": "kind",
    "kind sentence": "kind",
    "full name": "name",
    "names": "names",
    "speaker": "speaker",
}


def explanation(answer: Answer, voice: Voice, *, refused: bool = False) -> Iterator[str]:
    """In plain words; nothing where no passage shares a word with the question.

    Beside the reasons of a refusal (``refused``), which name them, words that are in no document
    are not named again.
    """
    if answer.shown:
        yield from _why_first(answer.shown[0], voice)
    if answer.evidence is not None:
        yield from _why_enough(answer, answer.evidence, voice, named=refused)


def _why_first(quote: Quote, voice: Voice) -> Iterator[str]:
    yield voice("explain.covers", share=voice.share(quote.coverage))
    worth: dict[str, float] = {}
    for part, score in quote.parts.items():
        if part in _BY_PART and score > 0:
            worth[_BY_PART[part]] = worth.get(_BY_PART[part], 0.0) + score
    for key in sorted(worth, key=worth.__getitem__, reverse=True)[:_REASONS]:
        yield voice(f"explain.first.{key}")


def _why_enough(answer: Answer, evidence: Evidence, voice: Voice, *, named: bool) -> Iterator[str]:
    """What speaks against the passage, then the verdict, which comes first where none is shown."""
    if not answer.shown:
        yield from _verdict(answer, evidence, voice)
    for reason in evidence.against:
        if reason is Against.UNSEEN and answer.missing_words and not named:
            words = voice.listed(voice.clipped(word, 30) for word in answer.missing_words[:5])
            yield voice("explain.against.unseen", words=words)
        elif reason is not Against.UNSEEN:
            yield voice(f"explain.against.{reason.value}")
    if answer.shown:
        yield from _verdict(answer, evidence, voice)


def _verdict(answer: Answer, evidence: Evidence, voice: Voice) -> Iterator[str]:
    if answer.why is Why.NOT_EXACT and answer.reading.not_quoted:
        yield voice("explain.not_quoted")
        return
    key = answer.outcome.value
    if answer.answered and evidence.reached < evidence.enough:  # nothing was to be refused
        key = "unrefused"
    reached, least = voice.decimal(evidence.reached, 2), voice.decimal(evidence.enough, 2)
    near = voice.decimal(evidence.near, 2)
    yield voice(f"explain.{key}", reached=reached, least=least, near=near)
    if evidence.reached < 0:
        yield voice("explain.below")
