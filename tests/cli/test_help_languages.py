"""Help and mistakes of usage are told in every language of the interface."""

import inspect
from collections.abc import Iterator

import click
import pytest

from bot.cli import cli
from bot.terminal.speaking import voices_of
from bot.terminal.usage_words import usage_words
from bot.wording.voice import DEFAULT, PAGES
from tests.cli.conftest import one_mistake
from tests.conftest import Verbatim

VOICES = voices_of().by_language
OTHERS = [language for language in VOICES if language != DEFAULT]
OF_CLICK = {
    *("Usage:", "Options", "Commands", "Examples:", "default", "Show this message and exit."),
}
MISTAKES = [
    ("ask", "--bogus", "x"),
    ("ask", "--sinc", "2020", "x"),
    ("ask",),
    ("bogus",),
    ("ask", "--limit", "a", "x"),
    ("ask", "--limit", "99", "x"),
    ("ask", "x", "--since"),
    ("index", "extra"),
    ("index", "several", "extra"),
    ("index", "--full=x"),
]


def texts(command: click.Command) -> Iterator[str]:
    """All that a command's help page says, paragraph by paragraph, but command lines to try."""
    options = (one.help for one in command.params if isinstance(one, click.Option))
    for text in (command.help, command.short_help, *options):
        paragraphs = inspect.cleandoc(text or "").split("\n\n")
        yield from (" ".join(each.split()) for each in paragraphs if each)


SAID = {text for command in (cli, *cli.commands.values()) for text in texts(command)} | OF_CLICK


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_of_a_help_page_is_translated_and_none_is_left_over(language: str) -> None:
    keys = (key for key in VOICES[language].words if key.startswith(PAGES))
    assert {key.removeprefix(PAGES) for key in keys} == SAID


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", sorted(cli.commands))
def test_no_english_is_left_on_a_page(said: Verbatim, name: str, language: str) -> None:
    page = "".join(said(name, "--help", LC_ALL=language).stdout.split())
    for text in (*texts(cli.commands[name]), "Show this message and exit."):
        if text != cli.commands[name].short_help:
            assert "".join(VOICES[language].words[f"{PAGES}{text}"].split()) in page


@pytest.mark.parametrize("mistake", MISTAKES, ids=" ".join)
def test_what_click_says_is_known_and_said_in_each_language(
    said: Verbatim, mistake: tuple[str, ...]
) -> None:
    lines = {one_mistake(said(*mistake, LC_ALL=language)) for language in VOICES}
    assert len(lines) == len(VOICES)


def test_what_click_may_say_in_time_to_come_is_left_in_english() -> None:
    assert usage_words("A word of warning", VOICES["de"]) == "A word of warning"
    assert usage_words("No such option '--a'", VOICES["de"]) == "keine Option heißt „--a“"
