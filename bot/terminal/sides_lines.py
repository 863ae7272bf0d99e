"""Sides and statements as lines: who and when, the sentence to the letter, its cue marked."""

from collections.abc import Iterator

from bot.terminal.answer_lines import refusal_lines, sentence_lines
from bot.terminal.highlight import pieces
from bot.terminal.lines import Line, Piece, Role, line, one_line
from bot.wording import sides as wording
from bot.wording.voice import Voice
from corpus.model import Span
from index.findings.sides import Said, Sides, Statement, Statements

_INDENT = 3


def sides_lines(sides: Sides, voice: Voice, command: str = "verbatim") -> Iterator[Line]:
    """All that is said; ``command`` begins the lines that can be pasted into a shell."""
    if not sides.said:
        yield from refusal_lines(sides.answer, voice)
        return
    if not sides.answer.answered:
        yield line(voice("closest.title"), Role.HEADING)
    for note in wording.sides_notes(sides, voice):
        yield line(note, Role.FAINT)
    for side in wording.SIDES:
        yield Line()
        yield line(voice(f"sides.{side}"), Role.HEADING)
        entries: tuple[Said, ...] = getattr(sides, side)
        if not entries:
            yield line(voice("sides.none"), Role.FAINT)
        for said in entries:
            yield Line()
            yield from _entry(said, side, voice, command)


def _entry(said: Said, side: str, voice: Voice, command: str) -> Iterator[Line]:
    yield line(wording.who_and_when(said, voice), Role.DATE)
    yield Line(_marked(said.words, said.sentence, said.cue), _INDENT)
    if holds := wording.holds(said, side, voice):
        yield line(holds, Role.FAINT, indent=_INDENT)
    yield from sentence_lines(said.quote, said.sentence, voice, command)


def _marked(words: str, sentence: Span, cue: Span | None) -> tuple[Piece, ...]:
    marked = [] if cue is None else [Span(cue.start - sentence.start, cue.end - sentence.start)]
    return pieces(words, marked)


def statement_lines(found: Statements, voice: Voice) -> Iterator[Line]:
    """The sentences in which somebody says something: place, kind, who, the sentence."""
    said = [each for each in found.statements if each.kind is not None]
    for each in said:
        yield from _statement(each, found.text, voice)
    if not said:
        yield line(voice("sides.no_statement"), Role.FAINT)


def _statement(each: Statement, text: str, voice: Voice) -> Iterator[Line]:
    who = one_line(text[slice(*each.speaker)]) if each.speaker else voice("sides.nobody")
    kind = voice(f"sides.kind_{each.kind}")
    place = Piece(f"{each.span.start}:{each.span.end}", Role.FAINT)
    yield Line((place, Piece(f" {kind} ", Role.HEADING), Piece(who, Role.DATE)))
    yield Line(_marked(text[slice(*each.span)], each.span, each.cue), _INDENT)
    yield Line()
