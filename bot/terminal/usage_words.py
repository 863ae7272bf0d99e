"""What click says of a command line that it cannot read, in the language of whoever wrote it."""

import re
from collections.abc import Iterator
from functools import cache

from bot.terminal.speaking import voices_of
from bot.wording.voice import Voice

_GAP = re.compile(r"\\{(\w+)\\}")
_SECTION = "usage."


def usage_words(english: str, voice: Voice) -> str:
    """The same in the voice's language; as it is where click says what we do not know."""
    for key, form in _forms():
        if match := form.fullmatch(english):
            return voice(f"usage.{key}", **match.groupdict())
    return english


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """How click says each, by its key; the most particular first."""
    return tuple(sorted(_english(), key=lambda pair: -len(pair[1].pattern)))


def _english() -> Iterator[tuple[str, re.Pattern[str]]]:
    for key, text in voices_of().default.words.items():
        if key.startswith(_SECTION):
            form = _GAP.sub(r"(?P<\1>.+?)", re.escape(text))
            yield key.removeprefix(_SECTION), re.compile(form)
