"""``verbatim ask``: a question in, exact passages out."""

from collections.abc import Awaitable, Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, TypeVar

import click

from bot.commands.completion import documents
from bot.commands.library import open_door, refresh, run_async
from bot.commands.places import Places, examples, json_option, place_options, places
from bot.commands.printing import DONE, NOT_ANSWERED, say, say_json
from bot.wording.mistakes import SpokenError
from bot.wording.voice import Voice
from corpus.dates import parse_when
from index.answers import Answer, Context, Question

if TYPE_CHECKING:
    from bot.terminal.json_output import Json
    from bot.terminal.lines import Line
    from index.findings.sides import Sides
    from index.findings.timelines import Timeline
    from index.library import Library

_Found = TypeVar("_Found", "Sides", "Timeline")

# Each way to say it imports what it needs: a start is mostly imports.
# ruff: noqa: PLC0415

MOST_PASSAGES = 25
_PASSAGES = 5


def _day(end: int) -> Callable[[click.Context, click.Parameter, str | None], date | None]:
    """Read a date option: its first day meant (``end`` 0) or its last (-1)."""

    def read(_context: click.Context, _option: click.Parameter, value: str | None) -> date | None:
        return None if value is None else parse_when(value, today=date.today())[end]

    return read


@click.command(
    short_help="Answer a question with exact passages.",
    epilog=examples(
        'verbatim ask "What did Lavrov tell Kommersant?"',
        'verbatim ask "mercenaries" --since "October 2020" --until 2020-11-05',
        'verbatim ask "Gaziantep" --source macron-gaziantep.md --limit 3 --context',
        'verbatim ask "Were fighters sent?" --timeline',
        'verbatim ask "Who denied it?" --json | jq -r ".passages[].text"',
        'verbatim ask --sides "Did Turkey send Syrian fighters to Azerbaijan?"',
        "verbatim ask -- -denied claims      # -word leaves it out; `--` ends the options",
    ),
)
@click.argument("question", nargs=-1, required=True)
@click.option(
    "--source",
    "sources",
    multiple=True,
    metavar="S",
    shell_complete=documents,
    help="Only this document, title or publisher; may be repeated.",
)
@click.option("--since", metavar="DATE", callback=_day(0), help="Published on this day or later.")
@click.option(
    "--until", metavar="DATE", callback=_day(-1), help="Published on this day or earlier."
)
@click.option(
    "--limit",
    type=click.IntRange(1, MOST_PASSAGES),
    metavar="N",
    help=f"At most N passages.  [default: {_PASSAGES}; with --timeline or --sides {MOST_PASSAGES}]",
)
@click.option("--who", metavar="NAME", help="Only passages in which this person or body speaks.")
@click.option("--sides", "as_sides", is_flag=True, help="Who denies it, who confirms it.")
@click.option("--timeline", "as_timeline", is_flag=True, help="What bears on it, oldest first.")
@click.option("--context", is_flag=True, help="Show the passages before and after (not in JSON).")
@click.option("--explain", is_flag=True, help="Say how the answer came about (not in JSON).")
@json_option
@place_options
def ask(
    *,
    question: tuple[str, ...],
    sources: tuple[str, ...],
    since: date | None,
    until: date | None,
    limit: int | None,
    who: str | None,
    as_sides: bool,
    as_timeline: bool,
    context: bool,
    explain: bool,
    as_json: bool,
) -> int:
    """Answer QUESTION with the best passages, word for word, each with its source and date.

    In a question, "quoted words" must appear in a passage exactly; -word and -"quoted words" must
    not appear (write -- before a question that begins with one). AND, OR and NOT in capitals are
    operators. A source or a time that it names comes first: "What did the Gazette report before
    March 2024?"

    DATE is 2020, 2020-10, 2020-10-31 or plain words such as "October 2020". Where no passage
    clearly answers, the closest are shown as such. With --sides, the sentences on a claim are
    sorted by the words of denial and confirmation that govern it: no verdict, each with who says it
    and when. With --timeline, the dates limit the lines: what they state, else their day of
    publication. The exit status is 0 when answered, 1 when not, 2 for a mistake.
    """
    if since and until and since > until:
        raise SpokenError("dates", since=since, until=until)
    most = limit or (MOST_PASSAGES if as_timeline or as_sides else _PASSAGES)
    asked = Question(
        " ".join(question),
        sources,
        since,
        until,
        most,
        today=date.today(),
        who=who,
        speakers=as_json,
    )
    where = places()
    if as_sides:
        if as_timeline or context or explain:
            raise click.UsageError(where.voice("terminal.sides_alone"))
        from bot.terminal.sides_json import sides_json
        from bot.terminal.sides_lines import sides_lines

        data = sides_json if as_json else None
        return _say_found(where, lambda library: library.sides(asked), data, sides_lines)
    if as_timeline:
        if context or explain:
            raise click.UsageError(where.voice("terminal.timeline_alone"))
        from bot.terminal.json_output import timeline_json
        from bot.terminal.timeline_lines import timeline_lines

        dated = timeline_json if as_json else None
        return _say_found(where, lambda library: library.timeline(asked), dated, timeline_lines)
    answer, contexts = run_async(_answer(where, asked, with_context=context and not as_json))
    if as_json:
        from bot.terminal.json_output import answer_json

        say_json(answer_json(answer))
    else:
        from bot.terminal.answer_lines import answer_lines

        voice, command = where.voice, where.command
        say(answer_lines(answer, voice, contexts=contexts, command=command, explain=explain))
    return DONE if answer.answered else NOT_ANSWERED


def _say_found(
    where: Places,
    find: Callable[["Library"], Awaitable[_Found]],
    as_data: "Callable[[_Found], Json] | None",
    as_lines: "Callable[[_Found, Voice, str], Iterable[Line]]",
) -> int:
    """Say what is found as JSON, or as lines where ``as_data`` is ``None``."""
    found = run_async(_found(where, find))
    if as_data is not None:
        say_json(as_data(found))
    else:
        say(as_lines(found, where.voice, where.command))
    return DONE if found.answer.answered else NOT_ANSWERED


async def _found(where: Places, find: Callable[["Library"], Awaitable[_Found]]) -> _Found:
    async with open_door(where) as library:
        await refresh(library, where.voice)
        return await find(library)


async def _answer(
    where: Places, question: Question, *, with_context: bool
) -> tuple[Answer, dict[str, Context]]:
    async with open_door(where) as library:
        await refresh(library, where.voice)
        answer = await library.ask(question)
        quotes = answer.shown if with_context else ()
        contexts = {quote.quote_id: await library.context(quote.quote_id) for quote in quotes}
    return answer, contexts
