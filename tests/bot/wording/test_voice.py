"""Every language says everything, with the same gaps to fill, and within Discord's limits."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from babel import Locale, dates
from discord import app_commands
from discord.ui import Button

from bot.messages.buttons import one_row
from bot.wording.face import DISCORD, GLUE, TERMINAL
from bot.wording.voice import COMMANDS, FACTS, PAGES, Voice, Voices
from corpus.dates import PartialDate
from tests.bot.wording.texts import placeholders
from tests.bot.world import World, body

VOICES = Voices.load(DISCORD)
OTHERS = [language for language in VOICES.by_language if language != "en"]
CODE = Path(__file__).resolve().parents[3] / "bot"
CATEGORY = re.compile(r"\.(zero|one|two|few|many|other)$")  # of the CLDR's plural rules


def spoken(language: str) -> dict[str, str]:
    """All texts of a language but those that are found by the English in the code."""
    words = VOICES.by_language[language].words
    ours = (COMMANDS, FACTS, PAGES, "locale.")
    return {key: text for key, text in words.items() if not key.startswith(ours)}


def stems(language: str) -> set[str]:
    """The keys of a language, all plural forms of a text being one."""
    return {CATEGORY.sub("", key) for key in spoken(language)}


def test_there_are_english_and_at_least_two_more_languages() -> None:
    assert {"en", "de", "fr", "es", "uk"} <= VOICES.by_language.keys()


@pytest.mark.parametrize("language", OTHERS)
def test_no_text_is_missing_and_none_is_left_over(language: str) -> None:
    assert stems(language) == stems("en")


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_has_the_placeholders_of_the_english_one(language: str) -> None:
    english = {CATEGORY.sub("", key): placeholders(text) for key, text in spoken("en").items()}
    for key, text in spoken(language).items():
        assert placeholders(text) == english[CATEGORY.sub("", key)], key


@pytest.mark.parametrize("language", VOICES.by_language)
def test_every_text_that_stands_in_small_print_or_a_list_is_one_line(language: str) -> None:
    for key, text in spoken(language).items():
        assert text.strip() == text.replace("\n", " ").strip(), key
        assert text, key


def test_every_text_is_used_and_every_text_used_is_there() -> None:
    code = "\n".join(path.read_text("utf-8") for path in CODE.rglob("*.py"))
    for key in spoken("en"):
        stem = CATEGORY.sub("", key)
        first, _, name = stem.partition(".")
        if first in {"error", "setting"} and key != "error.line":
            assert f'"{name.partition(".")[0]}"' in code, key  # raised by that name
        else:
            assert stem in code or f"{stem.rpartition('.')[0]}.{{" in code, key


@pytest.mark.parametrize("language", VOICES.by_language)
def test_dates_never_say_more_than_is_known(language: str) -> None:
    voice = VOICES.by_language[language]
    assert voice.date(PartialDate(2020)) == "2020"
    assert "1" not in voice.date(PartialDate(2020, 10)).removesuffix("2020")
    assert voice.date(PartialDate(2020, 10, 31)).startswith("31")


@pytest.mark.parametrize("language", VOICES.by_language)
def test_dates_are_those_of_the_cldr(language: str) -> None:
    """Copied into the catalogues, because Babel is 0.06 s of an answer with a date."""
    voice = Voices.load(TERMINAL).by_language[language]
    locale = voice.words["locale.tag"]
    for month in range(1, 13):
        day = date(2020, month, 2)
        assert voice.date(PartialDate(2020, month, 2)) == dates.format_date(day, "long", locale)
        alone = dates.format_skeleton("yMMMM", day, locale=locale)
        assert voice.date(PartialDate(2020, month)) == alone


def test_dates_and_numbers_as_each_language_writes_them() -> None:
    said = {
        language: (voice.date(PartialDate(2020, 10, 1)).replace(GLUE, " "), voice.number(12345))
        for language, voice in VOICES.by_language.items()
    }
    assert said["en"] == ("1 October 2020", "12,345")
    assert said["de"] == ("1. Oktober 2020", "12.345")
    assert said["fr"] == ("1er octobre 2020", "12\u202f345")
    assert said["es"] == ("1 de octubre de 2020", "12.345")
    assert said["uk"] == ("1 жовтня 2020\u202fр.", "12\xa0345")


def test_the_first_language_we_have_is_chosen() -> None:
    assert VOICES.find(None, "xx", "de-AT", "fr").language == "de"
    assert VOICES.find(None, "tlh").language == "en"
    assert VOICES.find("fr_FR.UTF-8").language == "fr"
    assert VOICES.find("es-419").language == "es"
    assert VOICES.find("uk").language == "uk"
    assert VOICES.find("C.UTF-8").language == "en"


@pytest.mark.parametrize("language", VOICES.by_language)
def test_every_plural_has_a_form_for_numbers_without_one_of_their_own(language: str) -> None:
    """And no form that the language's rule never asks for."""
    categories = {*Locale.parse(language).plural_form.tags, "other"}
    for key in spoken(language):
        if CATEGORY.search(key):
            assert f"{CATEGORY.sub('', key)}.other" in spoken(language), key
            assert key.rpartition(".")[2] in categories, key


def test_plural_forms_are_those_of_each_language() -> None:
    said = {
        language: [voice.count("count.passages", each).replace(GLUE, " ") for each in (0, 1, 2)]
        for language, voice in VOICES.by_language.items()
    }
    assert said["en"] == ["0 passages", "1 passage", "2 passages"]
    assert said["de"] == ["0 Stellen", "1 Stelle", "2 Stellen"]
    assert said["fr"] == ["0 passage", "1 passage", "2 passages"]
    assert said["es"] == ["0 pasajes", "1 pasaje", "2 pasajes"]
    numbers = (0, 1, 2, 5, 11, 21, 22, 112)
    ukrainian = [VOICES.by_language["uk"].count("count.passages", each) for each in numbers]
    assert [each.split(GLUE)[1] for each in ukrainian] == (
        "уривків уривок уривки уривків уривків уривок уривки уривків".split()
    )
    million = VOICES.by_language["fr"].count("count.passages", 10**6)
    assert million.replace(GLUE, " ") == "1\u202f000\u202f000 de passages"


@pytest.mark.parametrize(
    ("language", "numbers", "forms"),
    [
        ("uk", (1, 2, 5, 11, 21, 22), ["one", "few", "many", "many", "one", "few"]),
        ("pl", (1, 3, 12, 22, 25), ["one", "few", "many", "few", "many"]),
        ("ar", (0, 1, 2, 3, 11, 100), ["zero", "one", "two", "few", "many", "other"]),
    ],
)
def test_a_language_with_more_plurals_is_one_more_file(
    tmp_path: Path, language: str, numbers: tuple[int, ...], forms: list[str]
) -> None:
    """Its catalogue names the CLDR's categories; a form that it leaves out is that of `other`."""
    lines = [f'form.{form} = "{form} {{number}}"' for form in {*forms, "other"}]
    (tmp_path / f"{language}.toml").write_text("\n".join(lines), "utf-8")
    voice = Voices.load(folder=tmp_path).by_language[language]
    assert [voice.count("form", number).split()[0] for number in numbers] == forms
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / f"{language}.toml").write_text('form.other = "x{number}"', "utf-8")
    short = Voices.load(folder=tmp_path / "sub").by_language[language]
    assert [short.count("form", number)[0] for number in numbers] == ["x"] * len(numbers)


def test_words_to_choose_from_are_joined_as_each_language_does() -> None:
    said = {code: voice.either(("a", "b", "c")) for code, voice in VOICES.by_language.items()}
    assert said["en"] == "“a”, “b” or “c”"
    assert said["de"] == "„a“, „b“ oder „c“"
    assert said["fr"] == "«\xa0a\xa0», «\xa0b\xa0» ou «\xa0c\xa0»"
    assert said["es"] == "«a», «b» o «c»"
    assert said["uk"] == "«a», «b» або «c»"


def test_a_face_names_a_command_in_its_own_way() -> None:
    """What it does not have stays as it is written."""

    def say(name: str, options: Sequence[str]) -> str | None:
        return "+".join((name, *options)) if name == "reindex" else None

    voice = VOICES.naming(say).default
    assert "reindex+full" in voice("refusal.try_reindex")
    assert "`/sources`" in voice("refusal.try_list")


@pytest.mark.parametrize("language", VOICES.by_language)
def test_texts_fit_where_discord_shows_them(language: str) -> None:
    words = spoken(language)
    limits = {
        45: (
            "ask_within.title",
            "ask_within.label",
            "settings.sources_title",
            "settings.sources_label",
        ),
        100: ("settings.sources_hint", "refusal.example"),
        150: ("sources.pick", "settings.pick_channels"),
    }
    for limit, keys in limits.items():
        assert all(len(words[key]) <= limit for key in keys)
    labels = [text for key, text in words.items() if key.startswith("button.")]
    assert all(len(label) <= 80 for label in labels)


@pytest.mark.parametrize("language", VOICES.by_language)
def test_what_stands_below_an_answer_finds_room_in_one_row_of_a_phone(language: str) -> None:
    voice = VOICES.by_language[language]
    turn = (voice("button.previous"), voice("button.page", number=5, total=5), voice("button.next"))
    row = one_row(*(Button(label=each) for each in (*turn, voice("button.context"), "⋯")))
    assert len(row) == 5


async def test_every_command_text_is_translated_into_every_language(world: World) -> None:
    written = set(_written(world.bot.tree.get_commands()))
    for language in OTHERS:
        words = VOICES.by_language[language].words
        keys = {key.removeprefix(COMMANDS) for key in words if key.startswith(COMMANDS)}
        assert keys == written, language


async def test_command_names_and_descriptions_are_ones_that_discord_takes(world: World) -> None:
    name = re.compile(r"[-_'\w]{1,32}")
    for command in world.bot.tree.get_commands():
        for voice in VOICES.by_language.values():
            _check(command, voice, name)


async def test_discord_is_given_every_translation(world: World) -> None:
    (synced,) = (body(entry) for entry in world.env.http_requests if entry.method == "PUT")
    ask = next(command for command in synced if command["name"] == "ask")
    assert ask["name_localizations"]["de"] == "fragen"
    assert ask["options"][0]["description_localizations"]["fr"].startswith("Ce que vous voulez")
    menu = next(command for command in synced if command["type"] == 3)
    assert menu["name_localizations"]["de"] == "Quellen finden"


Command = app_commands.Command | app_commands.Group | app_commands.ContextMenu  # type: ignore[type-arg]


def _written(commands: list[Command]) -> Iterator[str]:
    """Every English text of the commands."""
    for command in commands:
        yield command.name
        if isinstance(command, app_commands.Group):
            yield command.description
            yield from _written(list(command.commands))
        if isinstance(command, app_commands.Command):
            yield command.description
            for option in command.parameters:
                yield option.display_name
                yield str(option.description)


def _check(command: Command, voice: Voice, name: re.Pattern[str]) -> None:
    def said(text: str) -> str:
        return voice.words.get(COMMANDS + text, text)

    if isinstance(command, app_commands.ContextMenu):
        assert len(said(command.name)) <= 32
        return
    pairs = [(command.name, command.description)]
    if isinstance(command, app_commands.Group):
        for each in command.commands:
            _check(each, voice, name)
    else:
        pairs += [(option.display_name, str(option.description)) for option in command.parameters]
    for title, description in pairs:
        assert name.fullmatch(said(title)), said(title)
        assert said(title) == said(title).lower()
        assert 1 <= len(said(description)) <= 100
