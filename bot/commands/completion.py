"""What the Tab key offers: options, commands, folders and the names of documents."""

import os
import re
from typing import Final

import click
from click.shell_completion import (
    BashComplete,
    CompletionItem,
    add_completion_class,
    get_completion_class,
    shell_complete,
)

from bot.commands.places import places
from bot.wording.mistakes import SpokenError
from corpus.errors import VerbatimError

VARIABLE: Final = "_VERBATIM_COMPLETE"
_SPECIAL: Final = re.compile(r"[^\w@%+=:,./-]")  # what a shell would not take for a letter


class CompletionError(SpokenError):
    """The variable asks for something that is not a completion."""


class QuotingBash(BashComplete):
    """Bash puts a completion on the command line as it is, so what is special is escaped here."""

    def format_completion(self, item: CompletionItem) -> str:
        typed = os.environ["COMP_WORDS"].split("\n")[int(os.environ["COMP_CWORD"]) :]
        quoted = bool(typed) and typed[0].startswith(('"', "'"))
        value = item.value if quoted else _SPECIAL.sub(r"\\\g<0>", item.value)
        # the script that click prints reads a backslash as `read` does without -r
        return f"{item.type},{value.replace(chr(92), chr(92) * 2)}"


def complete(group: click.Group, instruction: str) -> int:
    """Print a shell's completion script, or what fits the words that the shell hands over."""
    shell, _, verb = instruction.partition("_")
    add_completion_class(QuotingBash, "bash")
    if verb not in {"source", "complete"} or get_completion_class(shell) is None:
        raise CompletionError("no_completion", variable=VARIABLE, instruction=instruction)
    try:
        return shell_complete(group, {}, "verbatim", VARIABLE, instruction)
    except (KeyError, ValueError):
        raise CompletionError(
            "completion_unloaded", variable=VARIABLE, instruction=instruction, shell=shell
        ) from None


def documents(
    context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The files of the corpus whose names begin so; none of them is opened."""
    from corpus.folder import list_folder  # noqa: PLC0415 - most runs complete nothing

    try:
        with context.scope(cleanup=False):
            where = places()
        folder = where.corpus.expanduser()
        listing = list_folder(folder, max_bytes=where.settings.max_file_bytes, skip=(where.data,))
    except VerbatimError:
        return []
    names = (stamp.id for stamp in listing.files)
    return [CompletionItem(name) for name in names if name.startswith(incomplete)]
