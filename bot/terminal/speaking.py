"""The terminal's own language, and how it names the commands that a text speaks of."""

from collections.abc import Mapping, Sequence

from bot.wording.face import TERMINAL
from bot.wording.voice import SayCommand, Voices

OPTION = "--language-of-interface"
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")  # as POSIX ranks them
_VERBS = {"ask": "ask", "check": "check", "reindex": "index", "sources": "sources"}


def voices_of(command: str = "verbatim") -> Voices:
    """All voices, with ``command`` as the beginning of the command lines that they name."""
    return Voices.load(TERMINAL).naming(commands_after(command))


def commands_after(command: str) -> SayCommand:
    """``/sources`` as `` `verbatim sources` ``; an option as ``--option``."""

    def say(name: str, options: Sequence[str]) -> str | None:
        if name not in _VERBS:
            return None
        return f"`{' '.join((command, _VERBS[name], *(f'--{option}' for option in options)))}`"

    return say


def language_wanted(arguments: Sequence[str], environ: Mapping[str, str]) -> str | None:
    """The language that the option names, else the system's; ``None`` where neither says one.

    The arguments are looked through before they are parsed, so that a mistake in them is told in
    the right language too.
    """
    for number, argument in enumerate(arguments):
        name, equals, value = argument.partition("=")
        if name == "--":
            break
        if name == OPTION:
            return value if equals else "".join(arguments[number + 1 : number + 2])
    return next((environ[name] for name in _VARIABLES if environ.get(name)), None)
