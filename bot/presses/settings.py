"""Changing a server's settings; who may is checked at every press."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.conversation.interactions import tell
from bot.conversation.responding import refused
from bot.conversation.sending import finish, follow, hold
from bot.desk.custom_ids import tag
from bot.desk.desk import Desk
from bot.desk.rules import Rules, Threads
from bot.desk.visit import voice_for
from bot.messages.forms import sources_form
from bot.messages.settings_panel import (
    AUTOMATIC,
    CHANNELS,
    FEEDBACK,
    FORUMS,
    LANGUAGE,
    PASSAGES,
    PRIVATE,
    SOURCES,
    THREADS,
    settings_view,
)
from bot.presses.dispatch import Action, Press, open_form

_NAME_SHOWN, _NAMES_SHOWN = 80, 10


async def pick_channels(press: Press) -> None:
    channels = tuple(int(value) for value in press.values)
    await _save(press, lambda rules: replace(rules, channels=channels))


async def pick_threads(press: Press) -> None:
    threads = Threads(press.values[0])
    await _save(press, lambda rules: replace(rules, threads=threads))


async def pick_forums(press: Press) -> None:
    forums = tuple(int(value) for value in press.values)
    await _save(press, lambda rules: replace(rules, forums=forums))


async def pick_passages(press: Press) -> None:
    passages = int(press.values[0])
    await _save(press, lambda rules: replace(rules, passages=passages))


async def pick_language(press: Press) -> None:
    code = None if press.values[0] == AUTOMATIC else press.values[0]
    await _save(press, lambda rules: replace(rules, language=code))


async def switch_private(press: Press) -> None:
    await _save(press, lambda rules: replace(rules, private=not rules.private))


async def switch_feedback(press: Press) -> None:
    await _save(press, lambda rules: replace(rules, feedback=not rules.feedback))


async def choose_sources(press: Press) -> None:
    """Open the form that names the sources."""
    if not await _refused(press):
        await open_form(press, sources_form(press.visit.rules.sources, press.voice))


async def save_sources(press: Press) -> None:
    """Keep the names if every one is held; else say which are not, and change nothing."""
    lines = (line.strip() for value in press.values for line in value.splitlines())
    chosen = tuple(dict.fromkeys(filter(None, lines)))
    if await _refused(press):
        return
    await hold(press.interaction)
    unknown = await _unknown(press.desk, chosen)
    if unknown:
        shown = [name[:_NAME_SHOWN] for name in unknown[:_NAMES_SHOWN]]
        words = press.voice("settings.sources_unknown", names=press.voice.listed(shown))
        await follow(press.interaction, refused(words))
    else:
        await _change(press, lambda rules: replace(rules, sources=chosen))
        await press.desk.source_tags(await press.desk.rules(press.visit.guild))


async def _unknown(desk: Desk, chosen: tuple[str, ...]) -> list[str]:
    held = {tag(name) for holding in await desk.holdings(Rules()) for name in holding.names}
    return [name for name in chosen if tag(name) not in held]


async def _save(press: Press, change: Callable[[Rules], Rules]) -> None:
    """Change the rules, for who may, and show them."""
    if not await _refused(press):
        await hold(press.interaction)
        await _change(press, change)


async def _change(press: Press, change: Callable[[Rules], Rules]) -> None:
    """Change the rules and show them, in the language that holds from now on."""
    interaction, desk = press.interaction, press.desk
    if interaction.guild_id is None:
        return
    rules = await desk.change_rules(interaction.guild_id, change)
    voice = voice_for(interaction, rules)
    view = settings_view(interaction.guild, rules, desk.voices, voice, note=voice("settings.saved"))
    await finish(interaction, (view,), private=True)


async def _refused(press: Press) -> bool:
    """Turn away who may not manage the server; commands' default permissions are no guard."""
    if press.interaction.permissions.manage_guild:
        return False
    await tell(press.interaction, press.voice("settings.denied"))
    return True


ACTIONS: Mapping[str, Action] = {
    CHANNELS: pick_channels,
    THREADS: pick_threads,
    FORUMS: pick_forums,
    PASSAGES: pick_passages,
    LANGUAGE: pick_language,
    PRIVATE: switch_private,
    FEEDBACK: switch_feedback,
    SOURCES: choose_sources,
}
FORMS: Mapping[str, Action] = {SOURCES: save_sources}
