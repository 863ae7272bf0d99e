"""An answer as lines: the source and the date first, then the passage to the letter."""

import shlex
from collections.abc import Iterable, Iterator, Mapping

from bot.terminal import wording
from bot.terminal.highlight import pieces
from bot.terminal.lines import Line, Piece, Role, line, one_line, to_the_letter
from index.answers import AlsoIn, Answer, Context, Passage, Quote

_INDENT = 3


def answer_lines(
    answer: Answer,
    *,
    contexts: Mapping[str, Context] | None = None,
    command: str = "verbatim",
    explain: bool = False,
) -> Iterator[Line]:
    """All that is said in answer; ``contexts`` by quote id, ``command`` begins pasted lines.

    ``explain`` adds what each score is the sum of.
    """
    if not answer.answered:
        yield from _refusal_lines(answer, command)
        return
    notes = wording.all_notes(answer)
    for note in notes:
        yield line(note, Role.WARNING)
    for number, quote in enumerate(answer.quotes, 1):
        if number > 1 or notes:
            yield Line()
        yield from quote_lines(
            quote,
            number=number,
            context=(contexts or {}).get(quote.quote_id),
            command=command,
        )
        if explain:
            yield line(score_words(quote), Role.FAINT, indent=_INDENT)


def score_words(quote: Quote) -> str:
    """``score 9.30 = bm25 6.10 + sentence 2.00 + ...``, the largest part first."""
    parts = sorted(quote.parts.items(), key=lambda part: -part[1])
    words = " + ".join(f"{name} {worth:.2f}" for name, worth in parts if worth)
    return f"score {quote.score:.2f} = {words}; covers {quote.coverage:.0%} of the question"


def quote_lines(
    quote: Quote, *, number: int | None = None, context: Context | None = None, command: str
) -> Iterator[Line]:
    """One quote with its source, dates, place and the commands that show and prove it."""
    passage = quote.passage
    yield source_line(quote, number)
    stated = wording.stated_dates_words(passage)
    if stated:
        dates = Piece(one_line(stated), Role.DATE)
        yield Line((Piece("stated: ", Role.FAINT), dates), _INDENT)
    yield Line()
    if context is not None:
        yield from _around("before", context.before)
        yield line("the passage:", Role.FAINT)
    yield Line(pieces(passage.text, quote.matched, quote.key_sentence), _INDENT)
    yield Line()
    if context is not None:
        yield from _around("after", context.after)
    for other in quote.also_in:
        yield line(also_in_words(other), Role.FAINT, indent=_INDENT)
    if quote.source.url:
        yield line(quote.source.url, Role.FAINT, indent=_INDENT, wrap=False)
    for paste in _commands(quote, command):
        yield line(paste, Role.FAINT, indent=_INDENT, wrap=False)


def source_line(quote: Quote, number: int | None = None) -> Line:
    """``1. Title · publisher · date · section · page``; what is unknown is said to be."""
    passage, source = quote.passage, quote.source
    head = [] if number is None else [Piece(f"{number}. ", Role.HEADING)]
    if source.title:
        head += [Piece(source.title, Role.HEADING), Piece(" · ", Role.FAINT)]
    head += [
        Piece(wording.publisher_words(source)),
        Piece(" · ", Role.FAINT),
        Piece(wording.published_words(source), Role.DATE),
    ]
    if passage.section and passage.section != source.title:
        head.append(Piece(f" · § {passage.section}", Role.FAINT))
    if passage.page is not None:
        head.append(Piece(f" · page {passage.page}", Role.FAINT))
    return Line(tuple(Piece(one_line(piece.text), piece.role) for piece in head))


def also_in_words(other: AlsoIn) -> str:
    """``also in: title, publisher, date (document)``."""
    source = other.source
    known = [source.title, wording.publisher_words(source), wording.published_words(source)]
    return f"also in: {', '.join(part for part in known if part)} ({other.document})"


def command_words(command: str, verb: str, document: str, *options: str) -> str:
    """A command line that names a document and can be pasted into a shell."""
    guard = ["--"] if document.startswith("-") else []
    return f"{command} {shlex.join([verb, *options, *guard, document])}"


def _commands(quote: Quote, command: str) -> Iterable[str]:
    passage = quote.passage
    place = f"{passage.start}:{passage.end}"
    return (
        command_words(command, "show", passage.document, "--at", place),
        f"{command} verify {quote.quote_id}",
    )


def _around(where: str, passages: Iterable[Passage]) -> Iterator[Line]:
    for passage in passages:
        yield line(f"{where} it:", Role.FAINT)
        yield to_the_letter(passage.text, Role.FAINT, indent=_INDENT)
        yield Line()


def _refusal_lines(answer: Answer, command: str) -> Iterator[Line]:
    reason = answer.reason or "no passage covers the question well enough"
    yield line(f"Not answered: {reason.rstrip('.')}.", Role.HEADING)
    for note in wording.all_notes(answer):
        yield line(note)
    yield line(f"You can {'; '.join(wording.advice(answer))}.", Role.FAINT)
    yield line(f"`{command} sources` lists what is held.", Role.FAINT)
