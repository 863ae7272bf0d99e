"""The terminal speaks every language of the bot: the system's, or the one that is asked for."""

import pytest

from bot.terminal.speaking import language_wanted, voices_of
from tests.cli.conftest import Indexed, one_mistake, read_json
from tests.conftest import Verbatim

REFUSED = "What is the capital of Australia?"
LANGUAGES = voices_of().by_language


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refusal_is_told_in_the_language_asked_for(
    said: Verbatim, made: Indexed, language: str
) -> None:
    done = said("ask", *made.options, REFUSED, "--language-of-interface", language)
    assert done.stdout.startswith(LANGUAGES[language]("refusal.title"))
    assert said("ask", *made.options, REFUSED, LANG=f"{language}_XX.UTF-8").stdout == done.stdout


@pytest.mark.parametrize("language", LANGUAGES)
def test_json_is_the_same_in_every_language(said: Verbatim, made: Indexed, language: str) -> None:
    english = read_json(said("ask", *made.options, REFUSED, "--json"))
    spoken = read_json(said("ask", *made.options, REFUSED, "--json", LC_ALL=language))
    assert spoken | {"elapsed_ms": 0} == english | {"elapsed_ms": 0}
    assert english["reason"] == (
        "No passage has a word of the question (not in the corpus: capital, Australia)."
    )


def test_a_mistake_is_told_in_the_language_asked_for_wherever_it_stands(said: Verbatim) -> None:
    dates = ("--since", "2021", "--until", "2020")
    done = said("--language-of-interface=de", "ask", "x", *dates)
    assert "--since und --until tauschen" in one_mistake(done)
    assert "siehe `verbatim ask --help`" in one_mistake(said("ask", LC_MESSAGES="de_AT"))


def test_damage_is_told_in_the_language_asked_for(said: Verbatim, fresh: Indexed) -> None:
    said("index", *fresh.options)
    (folder,) = (fresh.home / "snapshots").iterdir()
    (folder / "meta.json").write_text("{}")
    done = said("status", *fresh.options, "--language-of-interface", "de")
    assert f"Index {folder.name}: ist beschädigt (ValueError: meta.json is" in one_mistake(done)


def test_a_language_that_is_not_spoken_is_a_mistake_that_lists_those_that_are(
    said: Verbatim,
) -> None:
    line = one_mistake(said("status", "--language-of-interface", "tlh"))
    assert ", ".join(LANGUAGES) in line


@pytest.mark.parametrize(
    ("arguments", "environ", "wanted"),
    [
        (["ask", "x"], {"LANG": "fr_FR.UTF-8"}, "fr_FR.UTF-8"),
        (["ask", "x"], {"LC_ALL": "", "LC_MESSAGES": "de", "LANG": "fr"}, "de"),
        (["ask", "x"], {"LC_ALL": "en", "LC_MESSAGES": "de"}, "en"),
        (["ask", "--language-of-interface", "de"], {"LC_ALL": "fr"}, "de"),
        (["ask", "--", "--language-of-interface", "de"], {}, None),
        (["ask", "--language-of-interface"], {}, ""),
    ],
)
def test_the_option_goes_before_the_system(
    arguments: list[str], environ: dict[str, str], wanted: str | None
) -> None:
    assert language_wanted(arguments, environ) == wanted
