"""``verbatim help``: what a command does and how it is called."""

import click
from click.shell_completion import CompletionItem

from bot.commands.places import examples, spoken
from bot.commands.printing import DONE


def _names(
    context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    group = _group(context)
    known = ((name, group.get_command(context, name)) for name in group.list_commands(context))
    return [
        CompletionItem(name, help=command.get_short_help_str())
        for name, command in known
        if command is not None and name.startswith(incomplete)
    ]


@click.command(
    "help",
    short_help="Show the help of a command.",
    epilog=examples("verbatim help", "verbatim help ask"),
)
@click.argument("command", required=False, shell_complete=_names)
@click.pass_context
def show_help(context: click.Context, command: str | None) -> int:
    """Show the help of COMMAND, or list the commands."""
    group, above = _group(context), context.find_root()
    if command is None:
        click.echo(above.get_help())
        return DONE
    named = group.get_command(context, command)
    if named is None:
        known = ", ".join(group.list_commands(context))
        reason = spoken()("terminal.no_command", command=repr(command), commands=known)
        raise click.UsageError(reason, context)
    with named.make_context(command, [], parent=above, resilient_parsing=True) as of_command:
        click.echo(of_command.get_help())
    return DONE


def _group(context: click.Context) -> click.Group:
    group = context.find_root().command
    if not isinstance(group, click.Group):  # the command was called by itself
        raise click.UsageError(spoken()("terminal.no_commands"), context)
    return group
