"""Forms: they do what they are for also when the bot was restarted while one was open."""

from tests.bot.world import QUESTION, World, behind, buttons, echo, press, text


async def open_question_form(world: World):  # type: ignore[no-untyped-def]
    source = await press(world.alice, await behind(world, await world.ask()), "Source")
    return await press(world.alice, source.response, "Ask within this source")


def field(form) -> str:  # type: ignore[no-untyped-def]
    assert form.modal is not None
    custom_id: str = form.modal["components"][0]["component"]["custom_id"]
    return custom_id


async def test_a_question_form_that_was_open_during_a_restart_is_answered(world: World) -> None:
    form = await open_question_form(world)
    await world.restart()
    answer = await world.alice.submit_modal(form, {field(form): QUESTION})
    assert "only in" in echo(answer.response)
    assert "Gaziantep" in text(answer.response)


async def test_a_settings_form_that_was_open_during_a_restart_is_saved(world: World) -> None:
    shown = await world.manager.slash(world.channel, "settings")
    form = await press(world.manager, shown.response, "Sources …")
    await world.restart()
    saved = await world.manager.submit_modal(form, {field(form): "chronology.txt"})
    assert "Saved." in text(saved.response)
    assert "chronology.txt" in text(saved.response)
    assert "Sources …" in buttons(saved.response)
