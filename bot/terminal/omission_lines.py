"""What of a file is never quoted, line by line."""

from collections.abc import Iterator

from bot.terminal.lines import Line, Role, line, one_line
from bot.wording.voice import Voice
from index.answers import Omissions


def omission_lines(found: Omissions, voice: Voice) -> Iterator[Line]:
    """Each piece with the reason why it is not in the text, or with its place in it."""
    yield line(voice("terminal.not_in_text", number=len(found.left_out)), Role.HEADING)
    for text, reason in found.left_out:
        yield line(f"{voice.fact(reason)}: {one_line(text)}", indent=2)
    yield line(voice("terminal.never_quoted", number=len(found.unquoted)), Role.HEADING)
    for span in found.unquoted:
        text = one_line(found.text[span.start : span.end])
        yield line(f"{span.start}:{span.end}: {text}", indent=2)
