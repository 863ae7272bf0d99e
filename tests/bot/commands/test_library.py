"""What a command does with its library to the end."""

import gc
from pathlib import Path

from bot.commands.library import open_door, run_async
from bot.commands.places import Places
from bot.settings import load
from bot.wording.voice import Voices


class Catalogue:
    """As large as a list of sources: to write it out takes longer than to print it."""

    written_out = 0

    def __repr__(self) -> str:
        self.written_out += 1
        return "a whole catalogue"


def test_what_a_command_finds_is_never_written_out_for_an_error_nobody_sees() -> None:
    catalogue = Catalogue()

    async def find() -> Catalogue:
        return catalogue

    assert run_async(find()) is catalogue
    assert catalogue.written_out == 0


async def test_garbage_is_looked_for_seldom_while_a_library_is_open(tmp_path: Path) -> None:
    """A list of many documents is none, and Python would look through it again and again."""
    before = gc.get_threshold()
    (tmp_path / "corpus").mkdir()
    corpus, data = tmp_path / "corpus", tmp_path / "data"
    where = Places(load({}, tmp_path), corpus, data, "verbatim", Voices.load().default)
    async with open_door(where):
        assert gc.get_threshold()[0] >= 10 * before[0]
    assert gc.get_threshold() == before
