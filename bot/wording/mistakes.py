"""Mistakes, said in the language of whoever made them.

Those that the bot itself finds have a key; those of `index` and `corpus` are facts in English.
"""

import errno
from functools import cache
from typing import Final

from bot.wording.voice import Voice, Voices
from corpus.errors import VerbatimError

_PARTS: Final = ("thing", "reason", "remedy")


class SpokenError(VerbatimError):
    """A mistake by its key among ``error.*``; ``str()`` says it in English, as the log has it."""

    def __init__(self, key: str, **values: object) -> None:
        self.key = key
        self.values = values
        super().__init__(*self.parts(_english()))

    def parts(self, voice: Voice) -> list[str]:
        """The thing, the reason and the way out."""
        return [voice(f"error.{self.key}.{part}", **self.values) for part in _PARTS]


def said(error: VerbatimError | OSError, voice: Voice) -> str:
    """The one line that people see."""
    if isinstance(error, OSError):
        thing, reason, remedy = _system_parts(error, voice)
    else:
        thing, reason, remedy = parts_of(error, voice)
    return voice("error.line", thing=thing, reason=reason, remedy=remedy)


def _system_parts(error: OSError, voice: Voice) -> list[str]:
    name = error.filename if error.filename is not None else voice("terminal.system")
    full = error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
    remedy = voice("terminal.make_room" if full else "terminal.mend_access")
    return [name, error.strerror or str(error), remedy]


def parts_of(error: VerbatimError, voice: Voice) -> list[str]:
    """The thing, the reason and the way out."""
    if isinstance(error, SpokenError):
        return error.parts(voice)
    return [voice.fact(part) for part in (error.thing, error.reason, error.remedy)]


@cache
def _english() -> Voice:
    return Voices.load().default
