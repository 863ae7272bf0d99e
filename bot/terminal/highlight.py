"""A passage cut into pieces: its key sentence and the words that matched."""

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter

from bot.terminal.lines import Piece, Role
from corpus.model import Span


def pieces(
    text: str, matched: Iterable[Span] = (), key_sentence: Span | None = None
) -> tuple[Piece, ...]:
    """Cut ``text`` at the edges of the spans; the pieces joined are ``text`` to the letter.

    Spans may overlap, touch or reach beyond the text; a matched word wins over the sentence.
    """
    roles = [Role.PLAIN] * len(text)
    if key_sentence is not None:
        _paint(roles, key_sentence, Role.KEY)
    for span in matched:
        _paint(roles, span, Role.MATCH)
    runs = groupby(zip(text, roles, strict=True), key=itemgetter(1))
    return tuple(Piece("".join(pair[0] for pair in run), role) for role, run in runs)


def _paint(roles: list[Role], span: Span, role: Role) -> None:
    start, end = max(span.start, 0), min(span.end, len(roles))
    if start < end:
        roles[start:end] = [role] * (end - start)
