"""A server's settings on one card, each with the control that changes it."""

from collections.abc import Mapping, Sequence

import discord
from discord import ui

from bot.desk.custom_ids import MAX_PASSAGES
from bot.desk.rules import Rules, Threads
from bot.messages.buttons import Control
from bot.messages.cards import Card
from bot.messages.layout import message
from bot.wording.markdown import escape, subtext
from bot.wording.voice import Voice, Voices

CHANNELS, PASSAGES, LANGUAGE = "C", "P", "L"
THREADS, FORUMS = "T", "O"
PRIVATE, FEEDBACK, SOURCES = "X", "F", "S"
AUTOMATIC = "auto"

_CHANNELS_PICKED = 25  # as many as one menu can hold
_SOURCES_SHOWN, _NAME = 8, 80

_ANSWERED_IN = [
    discord.ChannelType.text,
    discord.ChannelType.news,
    discord.ChannelType.forum,
    discord.ChannelType.public_thread,
    discord.ChannelType.private_thread,
    discord.ChannelType.voice,
    discord.ChannelType.stage_voice,
]
_WITH_POSTS = [discord.ChannelType.forum]


def settings_view(
    guild: discord.Guild | None, rules: Rules, voices: Voices, voice: Voice, note: str = ""
) -> ui.LayoutView:
    """What holds on this server, and the controls to change it."""
    lines = [f"### {voice('settings.title')}", *_values(guild, rules, voice)]
    if note:
        lines.append(subtext(note))
    buttons = (
        _button(voice("settings.switch_private"), PRIVATE, on=rules.private),
        _button(voice("settings.switch_feedback"), FEEDBACK, on=rules.feedback),
        _button(voice("settings.choose_sources"), SOURCES, on=False),
    )
    channels, forums, threads, passages, languages = (
        voice(f"settings.pick_{each}")
        for each in ("channels", "forums", "threads", "passages", "language")
    )
    ways = {each.value: voice(f"settings.threads_{each.value}") for each in Threads}
    numbers = {str(number): str(number) for number in range(1, MAX_PASSAGES + 1)}
    spoken = {code or AUTOMATIC: _language(code, voice) for code in (None, *voices.by_language)}
    menus = (
        _channel_menu(guild, CHANNELS, channels, rules.channels, _ANSWERED_IN),
        _menu(THREADS, threads, ways, rules.threads.value),
        _channel_menu(guild, FORUMS, forums, rules.forums, _WITH_POSTS),
        _menu(PASSAGES, passages, numbers, str(rules.passages)),
        _menu(LANGUAGE, languages, spoken, rules.language or AUTOMATIC),
    )
    return message(Card(("\n".join(lines),)), [*([menu] for menu in menus), buttons])


def _values(guild: discord.Guild | None, rules: Rules, voice: Voice) -> list[str]:
    channels, forums = (
        ", ".join(f"<#{channel}>" for channel in _left(guild, chosen))
        for chosen in (rules.channels, rules.forums)
    )
    sources = [escape(voice.clipped(name, _NAME)) for name in rules.sources[:_SOURCES_SHOWN]]
    if len(rules.sources) > _SOURCES_SHOWN:
        sources.append(voice("ellipsis"))
    values: Mapping[str, object] = {
        "channels": channels or voice("settings.channels_all"),
        "threads": voice(f"settings.threads_{rules.threads.value}"),
        "forums": forums or voice("settings.forums_none"),
        "sources": ", ".join(sources) or voice("settings.sources_all"),
        "passages": rules.passages,
        "private": voice("settings.on" if rules.private else "settings.off"),
        "language": _language(rules.language, voice),
        "feedback": voice("settings.on" if rules.feedback else "settings.off"),
    }
    return [voice(f"settings.{name}", value=value) for name, value in values.items()]


def _language(code: str | None, voice: Voice) -> str:
    return voice("settings.language_auto") if code is None else voice(f"language.{code}")


def _channel_menu(
    guild: discord.Guild | None,
    custom_id: str,
    prompt: str,
    chosen: Sequence[int],
    types: list[discord.ChannelType],
) -> Control:
    """Any number of channels, those chosen that are still there marked."""
    return ui.ChannelSelect(
        custom_id=custom_id,
        placeholder=prompt,
        channel_types=types,
        min_values=0,
        max_values=_CHANNELS_PICKED,
        default_values=[discord.Object(channel) for channel in _left(guild, chosen)],
    )


def _left(guild: discord.Guild | None, chosen: Sequence[int]) -> list[int]:
    """Those channels of the chosen that are still there; where none is, the choice is off."""
    return [each for each in chosen if guild is None or guild.get_channel_or_thread(each)]


def _menu(custom_id: str, prompt: str, choices: Mapping[str, str], chosen: str) -> Control:
    """One of the choices, each by its value and after what is chosen."""
    menu: ui.Select[ui.LayoutView] = ui.Select(custom_id=custom_id, placeholder=prompt)
    for value, name in choices.items():
        menu.add_option(label=f"{prompt}: {name}", value=value, default=value == chosen)
    return menu


def _button(label: str, custom_id: str, *, on: bool) -> Control:
    style = discord.ButtonStyle.success if on else discord.ButtonStyle.secondary
    return ui.Button(label=label, custom_id=custom_id, style=style)
