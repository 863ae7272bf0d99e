"""``verbatim verify``: does the quote stand in its document as the file is now?"""

from collections.abc import Iterator

import click

from bot.commands.library import open_door, run_async
from bot.commands.places import Places, examples, place_options, places
from bot.commands.printing import DONE, NOT_ANSWERED, say
from bot.terminal.lines import Line, Role, line, to_the_letter
from bot.wording import phrases
from bot.wording.state import pins, verdict
from bot.wording.voice import Voice
from index.answers import Proof, Verdict

_PROVEN = (Verdict.EXACT, Verdict.MOVED)


@click.command(
    short_help="Prove a quote against its document.",
    epilog=examples("verbatim verify QUOTE_ID      # as `verbatim ask` prints it"),
)
@click.argument("quote_id")
@place_options
def verify(quote_id: str) -> int:
    """Prove a quote against its document as the file is now.

    The exit status is 0 when the quote is there word for word, in the same place or another; 1 when
    it is not; 2 when QUOTE_ID is not a quote id.
    """
    where = places()
    proof = run_async(_prove(where, quote_id))
    say(_proof_lines(proof, where.voice))
    return DONE if proof.verdict in _PROVEN else NOT_ANSWERED


async def _prove(where: Places, quote_id: str) -> Proof:
    async with open_door(where) as library:
        return await library.verify(quote_id)


def _proof_lines(proof: Proof, voice: Voice) -> Iterator[Line]:
    yield line(verdict(proof, voice), Role.HEADING)
    if proof.source is not None:
        known = (
            proof.source.title,
            phrases.publisher(proof.source, voice),
            phrases.published(proof.source, voice),
        )
        yield line(phrases.SEPARATOR.join(part for part in known if part))
    if proof.text is not None:
        yield to_the_letter(proof.text, indent=3)
    for pin in pins(proof, voice):
        yield line(pin, Role.FAINT, wrap=False)
