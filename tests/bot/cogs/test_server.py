"""`/settings`: what a server may choose, who may choose it, and that it holds at once."""

import asyncio
from dataclasses import replace

import discord
import pytest
import simcord

from tests.bot.world import QUESTION, World, behind, buttons, press, text

PASSAGE = "over 300 radical Islamists"


async def panel(world: World) -> simcord.ResponseMessage:
    """The settings as the manager sees them."""
    result: simcord.InteractionResult = await world.manager.slash(world.channel, "settings")
    assert result.ephemeral
    assert result.response is not None
    return result.response


async def test_the_defaults_are_shown(world: World) -> None:
    said = text(await panel(world))
    for line in (
        "**Channels** where I answer: all",
        "**Sources** offered: all",
        "**Passages** per answer: 5",
        "**Private** answers to commands: off",
        "**Language** of the interface: each person’s own",
        "**Feedback** buttons: on",
    ):
        assert line in said


async def test_channels_that_are_gone_are_not_shown_as_chosen(world: World) -> None:
    """Where none of the chosen is left, it answers everywhere, and says so."""
    here = world.channel.id
    for chosen, said in (((1, here), world.channel.mention), ((1, 2), "all")):
        await world.bot.desk.change_rules(
            world.guild.id,
            lambda rules, chosen=chosen: replace(rules, channels=chosen, forums=(3,)),  # type: ignore[misc]
        )
        lines = text(await panel(world)).splitlines()
        assert f"**Channels** where I answer: {said}" in lines
        assert "**Forums** whose posts are looked up: none" in lines


async def test_passages_per_answer_hold_at_once_and_after_a_restart(world: World) -> None:
    shown = await panel(world)
    await world.manager.select(shown, ["1"], custom_id="P")
    assert "**Passages** per answer: 1" in text(shown)
    assert "Saved." in text(shown)
    assert "›" not in buttons(await behind(world, await world.ask()))
    await world.restart()
    assert "›" not in buttons(await behind(world, await world.ask()))


async def test_answers_to_commands_can_be_private_by_default(world: World) -> None:
    await press(world.manager, await panel(world), "Private by default")
    assert (await world.alice.slash(world.channel, "ask", question=QUESTION)).ephemeral
    open_ = await world.alice.slash(world.channel, "ask", question=QUESTION, private=False)
    assert not open_.ephemeral


async def test_feedback_can_be_switched_off_also_below_older_answers(world: World) -> None:
    before = await behind(world, await world.ask())
    await press(world.manager, await panel(world), "Feedback buttons")
    assert "👍" not in buttons(await behind(world, await world.ask()))
    result = await press(world.alice, before, "👍")
    assert "switched off" in text(result.response)


async def test_the_language_holds_for_answers_and_for_the_panel(world: World) -> None:
    shown = await panel(world)
    await world.manager.select(shown, ["de"], custom_id="L")
    assert "Einstellungen" in text(shown)
    assert "Quelle" in buttons(await behind(world, await world.ask()))
    await world.manager.select(shown, ["auto"], custom_id="L")
    assert "Source" in buttons(await behind(world, await world.ask()))


async def test_elsewhere_a_mention_is_pointed_there_and_a_command_is_answered_privately(
    world: World,
) -> None:
    other = world.guild.create_text_channel("other")
    shown = await panel(world)
    await world.manager.select(shown, [other], custom_id="C")
    assert other.mention in text(shown)
    assert PASSAGE not in text(await world.ask())
    assert world.alice.user.dm_channel.history() == []
    assert (await world.alice.slash(world.channel, "ask", question=QUESTION)).ephemeral
    assert not (await world.alice.slash(other, "ask", question=QUESTION)).ephemeral
    await world.manager.select(shown, [], custom_id="C")
    assert PASSAGE in text(await world.ask())


async def test_only_the_sources_offered_are_asked_listed_and_completed(world: World) -> None:
    form = await press(world.manager, await panel(world), "Sources …")
    assert form.modal is not None
    field = form.modal["components"][0]["component"]["custom_id"]
    saved = await world.manager.submit_modal(form, {field: "chronology.txt\n"})
    assert "**Sources** offered: chronology.txt" in text(saved.response)
    assert PASSAGE not in text(await world.ask())
    listed = await world.alice.slash(world.channel, "sources")
    assert "### 1 document" in text(listed.response)
    offered = await world.alice.autocomplete(world.channel, "ask", "source", "")
    assert "macron-gaziantep.md" not in [choice["name"] for choice in offered]
    hidden = await world.alice.slash(
        world.channel, "ask", question=QUESTION, source="macron-gaziantep.md"
    )
    assert "I hold no source called “macron-gaziantep.md”" in text(hidden.response)


async def test_sources_that_are_not_held_change_nothing(world: World) -> None:
    shown = await panel(world)
    form = await press(world.manager, shown, "Sources …")
    assert form.modal is not None
    field = form.modal["components"][0]["component"]["custom_id"]
    result = await world.manager.submit_modal(form, {field: "The Moon Gazette\nchronology.txt"})
    (told,) = result.followups
    assert told.ephemeral
    assert "Not held, so nothing was changed: “The Moon Gazette”" in text(told)
    assert PASSAGE in text(await world.ask())


async def test_when_no_offered_source_is_held_any_more_it_says_so(world: World) -> None:
    form = await press(world.manager, await panel(world), "Sources …")
    assert form.modal is not None
    field = form.modal["components"][0]["component"]["custom_id"]
    await world.manager.submit_modal(form, {field: "chronology.txt"})
    (world.corpus / "chronology.txt").unlink()
    await world.library.reindex()
    assert "None of the sources that this server offers is held" in text(await world.ask())


async def test_who_may_not_manage_the_server_may_not_change_its_settings(world: World) -> None:
    (command,) = [c for c in await world.bot.tree.fetch_commands() if c.name == "settings"]
    world.guild.set_command_permissions(command, {world.alice: True})
    result = await world.alice.slash(world.channel, "settings")
    assert "Only those who may manage the server" in text(result.response)


async def test_who_may_no_longer_manage_the_server_is_refused_at_the_next_press(
    world: World,
) -> None:
    shown = await panel(world)
    world.env.backend.get_guild(world.guild.id).members[world.manager.id].role_ids.clear()
    for pressed in ("Private by default", "Sources …"):
        result = await press(world.manager, shown, pressed)
        assert result.modal is None
        assert "Only those who may manage the server" in text(result.response)
    assert not (await world.alice.slash(world.channel, "ask", question=QUESTION)).ephemeral


async def test_settings_are_not_offered_in_direct_messages(world: World) -> None:
    assert "settings" in world.manager.available_commands(world.channel)
    assert "settings" not in world.manager.user.available_commands()


async def test_two_settings_changed_at_once_both_hold(world: World) -> None:
    desk, guild = world.bot.desk, world.guild.id
    await asyncio.gather(
        desk.change_rules(guild, lambda rules: replace(rules, private=True)),
        desk.change_rules(guild, lambda rules: replace(rules, feedback=False)),
    )
    rules = await desk.rules(guild)
    assert (rules.private, rules.feedback) == (True, False)


async def test_a_change_is_made_to_the_settings_as_they_are_not_as_they_were_shown(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another manager's change comes in while Discord takes note of this press."""
    shown = await panel(world)
    deferring = discord.InteractionResponse.defer

    async def meanwhile(response: discord.InteractionResponse, **options: bool) -> None:
        desk = world.bot.desk
        await desk.change_rules(world.guild.id, lambda rules: replace(rules, passages=2))
        await deferring(response, **options)

    monkeypatch.setattr(discord.InteractionResponse, "defer", meanwhile)
    await press(world.manager, shown, "Private by default")
    assert "**Passages** per answer: 2" in text(shown)
    assert "**Private** answers to commands: on" in text(shown)


async def test_who_may_not_manage_the_server_is_not_told_which_sources_are_held(
    world: World,
) -> None:
    form = await press(world.manager, await panel(world), "Sources …")
    world.env.backend.get_guild(world.guild.id).members[world.manager.id].role_ids.clear()
    assert form.modal is not None
    field = form.modal["components"][0]["component"]["custom_id"]
    result = await world.manager.submit_modal(form, {field: "The Moon Gazette"})
    assert "Only those who may manage the server" in text(result.response)
