"""``verbatim eval``: retrieval quality on a collection in BEIR layout."""

from pathlib import Path

import click

from bot.commands.common import (
    DONE,
    examples,
    json_option,
    place_options,
    places,
    run_async,
    say,
    say_json,
    say_table,
)
from bot.terminal.json_output import Json
from bot.terminal.lines import counted, line


@click.command(
    "eval",
    short_help="Measure how well questions are answered.",
    epilog=examples("verbatim eval ~/scifact --peers"),
)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--peers", is_flag=True, help="Also run rank-bm25, bm25s and SQLite FTS5.")
@click.option(
    "--no-abstain", is_flag=True, help="Rank even where the passages do not cover the question."
)
@click.option(
    "--language", help="The language of the collection; without it, that of VERBATIM_LANGUAGE."
)
@json_option
@place_options
def evaluate(
    *, folder: Path, peers: bool, no_abstain: bool, language: str | None, as_json: bool
) -> int:
    """Ask the questions of FOLDER (BEIR layout) and measure the ranking.

    Each figure is a mean over the questions; the 95 % interval stands behind it. Questions that
    are not answered count as zero unless --no-abstain is given.
    """
    from index import evaluation  # noqa: PLC0415 - half of the start-up time

    measured = run_async(
        evaluation.evaluate(
            folder,
            abstain=not no_abstain,
            with_peers=peers,
            language=language or places().settings.language,
        )
    )
    if as_json:
        systems: list[Json] = [
            {
                "system": quality.system,
                "questions": quality.questions,
                "answered": quality.answered,
                "figures": {
                    name: {"mean": each.mean, "low": each.low, "high": each.high}
                    for name, each in quality.figures.items()
                },
            }
            for quality in measured
        ]
        say_json({"collection": folder.name, "systems": systems})
        return DONE
    say([line(f"{folder.name}: {counted(measured[0].questions, 'question')}")])
    say_table(
        ("system", "answered", *evaluation.MEASURES),
        [
            (
                quality.system,
                str(quality.answered),
                *(f"{v.mean:.3f} [{v.low:.3f}, {v.high:.3f}]" for v in quality.figures.values()),
            )
            for quality in measured
        ],
    )
    return DONE
