"""``verbatim eval``: retrieval quality on a collection in BEIR layout."""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.commands.library import run_async
from bot.commands.places import examples, folders, json_option, place_options, places, spoken
from bot.commands.printing import DONE, say, say_json, say_table
from bot.terminal.json_output import Json
from bot.terminal.lines import line

if TYPE_CHECKING:
    from index.evaluation.measures import Figure


@click.command(
    "eval",
    short_help="Measure how well questions are answered.",
    epilog=examples("verbatim eval ~/scifact --peers"),
)
@click.argument("folder", type=click.Path(path_type=Path), shell_complete=folders)
@click.option("--peers", is_flag=True, help="Also run rank-bm25, bm25s and SQLite FTS5.")
@click.option(
    "--no-abstain", is_flag=True, help="Rank even where the passages do not cover the question."
)
@click.option(
    "--language", help="The language of the collection; by default that of VERBATIM_LANGUAGE."
)
@json_option
@place_options
def evaluate(
    *, folder: Path, peers: bool, no_abstain: bool, language: str | None, as_json: bool
) -> int:
    """Ask the questions of FOLDER (BEIR layout) and measure the ranking.

    Each figure is a mean over the questions, followed by its 95 % interval. "Behind by" is how far
    a peer's nDCG@10 is below ours, question by question. Questions that are not answered count as
    zero unless --no-abstain is given.
    """
    from index.evaluation import measures  # noqa: PLC0415 - half of the start-up time

    measured = run_async(
        measures.evaluate(
            folder,
            abstain=not no_abstain,
            with_peers=peers,
            language=language or places().settings.language,
        )
    )
    ours = measured[0]
    if as_json:
        systems: list[Json] = [
            {
                "system": quality.system,
                "questions": quality.questions,
                "answered": quality.answered,
                "figures": _as_json(quality.figures),
                "behind": None if quality is ours else _as_json(ours.lead(quality)),
            }
            for quality in measured
        ]
        say_json({"collection": folder.name, "systems": systems})
        return DONE
    voice = spoken()
    questions = voice.count("count.questions", ours.questions)
    say([line(voice("terminal.named", kind=folder.name, name=questions))])
    heads = [voice("column.system"), voice("column.answered"), *measures.MEASURES]
    rows = []
    for quality in measured:
        cells = [quality.system, str(quality.answered), *map(_as_text, quality.figures.values())]
        if peers:
            cells.append("" if quality is ours else _as_text(ours.lead(quality)["nDCG@10"]))
        rows.append(tuple(cells))
    say_table([*heads, voice("column.behind")] if peers else heads, rows)
    return DONE


def _as_text(figure: "Figure") -> str:
    return f"{figure.mean:.3f} [{figure.low:.3f}, {figure.high:.3f}]"


def _as_json(figures: "Mapping[str, Figure]") -> Json:
    return {name: asdict(each) for name, each in figures.items()}
