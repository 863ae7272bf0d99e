"""The buttons below a message that an earlier release sent do what they did, or say why not."""

import discord
import pytest
from discord import ui

from bot.messages.buttons import CONTEXT, NEXT, PREVIOUS, SOURCE, USEFUL, USELESS, VERIFY, WHY
from tests.bot.world import QUESTION, World, behind, buttons, echo, press, text, texts

PASSAGE = "over 300 radical Islamists had been moved from Syria"
SECOND = "calls Macron the first to accuse Turkey"
OLD_CLOSEST = "r"
"""The letter of **Show the passages** before the list of sources was found to have it too."""


async def older(world: World) -> discord.Message:
    """An answer to Alice as it was: the question on top, and below two rows of buttons."""
    answer = await world.ask()
    new = {
        label: each["custom_id"] for label, each in buttons(answer).items() if "custom_id" in each
    }
    context = new["Context"].removeprefix(CONTEXT)
    quote, _, limits = context.partition(".")
    trail = new["›"].removeprefix(NEXT)
    rows = (
        {"◀": PREVIOUS + new["‹"].removeprefix(PREVIOUS), "▶": NEXT + trail, "Why?": WHY + limits},
        {
            "Context": CONTEXT + context,
            "Source": SOURCE + quote,
            "Verify": VERIFY + quote,
            "Useful": USEFUL + quote,
            "Useless": USELESS + quote,
        },
        {"Show the passages": OLD_CLOSEST + trail},
    )
    container: ui.Container[ui.LayoutView] = ui.Container(ui.TextDisplay(f"-# 🔎 {QUESTION}"))
    container.add_item(ui.TextDisplay("### Macron on Syrian fighters and Gaziantep"))
    container.add_item(ui.TextDisplay(texts(answer)[1]))
    view = ui.LayoutView(timeout=None)
    view.add_item(container)
    for row in rows:
        shown = [ui.Button[ui.LayoutView](label=name, custom_id=row[name]) for name in row]
        view.add_item(ui.ActionRow(*shown))
    view.stop()
    channel = world.bot.get_channel(world.channel.id)
    assert isinstance(channel, discord.TextChannel)
    return await channel.send(view=view)


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("▶", SECOND),
        ("Why?", "How this came about"),
        ("Context", PASSAGE),
        ("Source", "SHA-256"),
        ("Verify", "Proven."),
        ("Useful", "useful"),
        ("Useless", "not useful"),
        ("Show the passages", SECOND),
    ],
)
async def test_a_button_of_an_older_answer_works_or_says_that_it_is_old(
    world: World, label: str, said: str
) -> None:
    """Pressed by somebody else, who is answered privately."""
    answer = await older(world)
    before = texts(answer)
    result = await press(world.bob, answer, label)
    assert result.ephemeral
    assert said in text(result.response)
    assert texts(world.channel.history(viewer=world.alice)[-1]) == before


async def test_an_older_answer_is_turned_in_place_and_is_a_new_one_from_then_on(
    world: World,
) -> None:
    answer = await older(world)
    await press(world.alice, answer, "▶")
    turned = world.last
    assert turned.id == answer.id
    assert SECOND in text(turned)
    assert QUESTION in echo(turned)
    assert "Delete" in buttons(await behind(world, turned))
    await world.alice.send(world.channel, "and when?", reply_to=turned)
    assert "Searched together with the previous question." in echo(world.last)
