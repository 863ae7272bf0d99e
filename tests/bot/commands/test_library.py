"""What a command does with its library to the end."""

from bot.commands.library import run_async


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
