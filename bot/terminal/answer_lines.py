"""An answer as lines: the source and the date first, then the passage to the letter."""

import shlex
from collections.abc import Iterable, Iterator, Mapping

from bot.terminal.highlight import pieces
from bot.terminal.lines import Line, Piece, Role, line, one_line, to_the_letter
from bot.wording import phrases
from bot.wording.explanation import explanation
from bot.wording.notes import advice, lacks_note, near_words, notes_on, reasons
from bot.wording.voice import Voice
from corpus.model import Span
from index.answers import AlsoIn, Answer, Context, Passage, Quote

_INDENT = 3


def answer_lines(
    answer: Answer,
    voice: Voice,
    *,
    contexts: Mapping[str, Context] | None = None,
    command: str = "verbatim",
    explain: bool = False,
) -> Iterator[Line]:
    """All that is said in answer; ``contexts`` by quote id, ``command`` begins pasted lines.

    ``explain`` adds what each score is the sum of, and in words how the answer came about.
    """
    if not answer.shown:
        yield from refusal_lines(answer, voice)
        if explain:
            yield from _explanation_lines(answer, voice)
        return
    if not answer.answered:
        yield line(voice("closest.title"), Role.HEADING)
    notes = tuple(notes_on(answer, voice))
    for note in notes:
        yield line(note, Role.WARNING)
    for number, quote in enumerate(answer.shown, 1):
        if number > 1 or notes or not answer.answered:
            yield Line()
        context = (contexts or {}).get(quote.quote_id)
        yield from quote_lines(quote, voice, number=number, context=context, command=command)
        if not answer.answered and (lacks := lacks_note(quote, voice)):
            yield line(lacks, Role.WARNING, indent=_INDENT)
        if explain:
            yield line(score_words(quote, voice), Role.FAINT, indent=_INDENT)
    if explain:
        yield Line()
        yield from _explanation_lines(answer, voice)


def _explanation_lines(answer: Answer, voice: Voice) -> Iterator[Line]:
    yield line(voice("explain.title"), Role.HEADING)
    for said in explanation(answer, voice):
        yield line(f"- {said}")


def score_words(quote: Quote, voice: Voice) -> str:
    """``score 9.30 = bm25 6.10 + sentence 2.00 + ...``, the largest part first."""
    parts = sorted(quote.parts.items(), key=lambda part: -part[1])
    words = " + ".join(f"{name} {voice.decimal(worth, 2)}" for name, worth in parts if worth)
    share, score = voice.share(quote.coverage), voice.decimal(quote.score, 2)
    return voice("terminal.score", score=score, parts=words, share=share)


def quote_lines(
    quote: Quote,
    voice: Voice,
    *,
    number: int | None = None,
    context: Context | None = None,
    command: str,
) -> Iterator[Line]:
    """One quote with its source, dates, place and the commands that show and prove it."""
    passage = quote.passage
    yield source_line(quote, voice, number)
    stated = phrases.stated_dates(passage, voice)
    if stated:
        yield line(stated, Role.DATE, indent=_INDENT)
    yield Line()
    if context is not None:
        yield from _around(voice("context.before"), context.before)
        yield _label(voice("context.quote"))
    yield Line(pieces(passage.text, quote.matched, quote.key_sentence), _INDENT)
    yield Line()
    if context is not None:
        yield from _around(voice("context.after"), context.after)
    for said in elsewhere_lines(quote, voice):
        yield line(said, Role.FAINT, indent=_INDENT)
    if quote.source.url:
        yield line(quote.source.url, Role.FAINT, indent=_INDENT, wrap=False)
    for paste in _commands(quote, command):
        yield line(paste, Role.FAINT, indent=_INDENT, wrap=False)


def source_line(quote: Quote, voice: Voice, number: int | None = None) -> Line:
    """``1. Title · publisher · date · section · page``; what is unknown is said to be."""
    source = quote.source
    parts = [Piece(source.title, Role.HEADING)] if source.title else []
    parts.append(Piece(phrases.publisher(source, voice)))
    parts.append(Piece(phrases.published(source, voice), Role.DATE))
    parts.extend(Piece(part, Role.FAINT) for part in phrases.place(quote, voice))
    head = [] if number is None else [Piece(f"{number}. ", Role.HEADING)]
    for index, part in enumerate(parts):
        if index:
            head.append(Piece(phrases.SEPARATOR, Role.FAINT))
        head.append(Piece(one_line(part.text), part.role))
    return Line(tuple(head))


def elsewhere_lines(quote: Quote, voice: Voice) -> Iterator[str]:
    """``First in: title, publisher, published ... (document)``, then who carries it too.

    Where the dates leave open who was first, nobody is said to be.
    """
    first = quote.first_in
    if first is not None:
        yield voice("answer.first_in", place=_elsewhere(first, voice))
    for other in quote.carriers:
        if other != first and other.document != quote.passage.document:
            yield voice("answer.also_in", places=_elsewhere(other, voice))


def sentence_lines(quote: Quote, sentence: Span, voice: Voice, command: str) -> Iterator[Line]:
    """Who else carries a sentence of a quote, and how to see it in its place."""
    for said in elsewhere_lines(quote, voice):
        yield line(said, Role.FAINT, indent=_INDENT)
    start, end = (quote.passage.start + offset for offset in sentence)
    show = command_words(command, "show", quote.passage.document, "--at", f"{start}:{end}")
    yield line(show, Role.FAINT, indent=_INDENT, wrap=False)


def _elsewhere(carrier: AlsoIn, voice: Voice) -> str:
    source = carrier.source
    known = (source.title, phrases.publisher(source, voice), phrases.published(source, voice))
    return f"{', '.join(part for part in known if part)} ({carrier.document})"


def command_words(command: str, verb: str, document: str, *options: str) -> str:
    """A command line that names a document and can be pasted into a shell."""
    guard = ["--"] if document.startswith("-") else []
    return f"{command} {shlex.join([verb, *options, *guard, document])}"


def _commands(quote: Quote, command: str) -> Iterable[str]:
    passage = quote.passage
    place = f"{passage.start}:{passage.end}"
    return (
        command_words(command, "show", passage.document, "--at", place),
        command_words(command, "verify", quote.quote_id),
    )


def _around(where: str, passages: Iterable[Passage]) -> Iterator[Line]:
    for passage in passages:
        yield _label(where)
        yield to_the_letter(passage.text, Role.FAINT, indent=_INDENT)
        yield Line()


def _label(where: str) -> Line:
    return line(where, Role.FAINT)


def refusal_lines(answer: Answer, voice: Voice) -> Iterator[Line]:
    """That there is no answer, why, and what to try."""
    yield line(voice("refusal.title"), Role.HEADING)
    for note in (*reasons(answer, voice), *near_words(answer, voice)):
        yield line(note)
    yield line(voice("refusal.try"), Role.FAINT)
    for hint in advice(answer, voice):
        yield line(f"- {hint}", Role.FAINT)
