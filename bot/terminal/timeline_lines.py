"""A timeline as lines: the date, who published it, and the sentence to the letter."""

from collections.abc import Iterator

from bot.terminal.answer_lines import refusal_lines, sentence_lines
from bot.terminal.lines import Line, Piece, Role, line, one_line
from bot.wording import phrases, timelines
from bot.wording.voice import Voice
from index.findings.timelines import Line as TimeLine
from index.findings.timelines import Timeline

_INDENT = 3


def timeline_lines(timeline: Timeline, voice: Voice, command: str = "verbatim") -> Iterator[Line]:
    """All that is said; ``command`` begins the lines that can be pasted into a shell."""
    answer = timeline.answer
    if not timeline.lines:
        yield from refusal_lines(answer, voice)
        return
    if not answer.answered:
        yield line(voice("closest.title"), Role.HEADING)
    for note in timelines.timeline_notes(timeline, voice):
        yield line(note, Role.WARNING)
    yield line(voice("timeline.how"), Role.FAINT)
    for each in timeline.dated:
        yield Line()
        yield from _entry(each, voice, command)
    if timeline.undated:
        yield Line()
        yield line(voice("timeline.undated"), Role.HEADING)
    for each in timeline.undated:
        yield Line()
        yield from _entry(each, voice, command)


def _entry(each: TimeLine, voice: Voice, command: str) -> Iterator[Line]:
    """Date and publisher, the sentence, who else carries it, and how to see it in its place."""
    who = one_line(phrases.who(each.quote.source, voice))
    head = (Piece(one_line(timelines.when(each.when, voice)), Role.DATE), Piece(phrases.SEPARATOR))
    yield Line((*head, Piece(who, Role.HEADING)))
    yield Line((Piece(each.words),), _INDENT)
    yield from sentence_lines(each.quote, each.sentence, voice, command)
