"""What Discord is told of the commands' names, and how a text mentions one."""

from collections.abc import Mapping, Sequence

import discord
from discord import app_commands

from bot.wording.voice import COMMANDS, SayCommand, Voices


class CommandTranslator(app_commands.Translator):
    """Gives Discord the commands' names and descriptions, which are written in English in code."""

    def __init__(self, voices: Voices) -> None:
        self._words = {
            locale: voice.words
            for locale in discord.Locale
            if (voice := voices.by_language.get(locale.value.partition("-")[0])) is not None
        }

    @property
    def texts(self) -> dict[str, dict[str, str]]:
        """What commands are called and described as, by the locale's code."""
        return {
            locale.value: {key: text for key, text in words.items() if key.startswith(COMMANDS)}
            for locale, words in self._words.items()
        }

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        words = self._words.get(locale)
        return None if words is None else words.get(COMMANDS + string.message)


def mentions(commands: Mapping[str, int]) -> SayCommand:
    """A command as a mention: clients show its name in the reader's language, to be pressed."""

    def say(name: str, options: Sequence[str]) -> str | None:
        if name not in commands:
            return None
        return " ".join((f"</{name}:{commands[name]}>", *(f"`{option}`" for option in options)))

    return say
