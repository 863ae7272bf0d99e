"""Standing questions: what is posted, where and how often."""

from dataclasses import replace
from typing import Any

import pytest
import simcord

from bot.cogs.watch import MOST_OF_A_SERVER
from bot.desk.desk import scope
from index.library import open_library
from tests.bot.watching import ASKED, CLOSED, STRIKE, add, bring, built, cog, editor, posted
from tests.bot.world import World, buttons, echo, press, text, texts

__all__ = ["built", "editor"]


async def test_news_is_posted_once_with_its_source_and_date(
    world: World, editor: simcord.MemberActor
) -> None:
    said = await add(world, editor)
    assert "I will post here when the documents bring something new on “Who closed the port" in said
    await bring(world, "wire.md", CLOSED)
    (message,) = posted(world)
    assert texts(message)[0] == "**New**\n**The Wire · 4 May 2021**"
    assert CLOSED in text(message).replace("*", "")
    assert echo(message) == f"-# 🔎 {ASKED}"
    await cog(world).watching.look()
    await world.library.reindex(full=True)
    await cog(world).watching.look()
    assert len(posted(world)) == 1


async def test_another_process_may_have_built_the_index(
    world: World, editor: simcord.MemberActor
) -> None:
    await add(world, editor)
    (world.corpus / "wire.md").write_text(CLOSED, "utf-8")
    data = world.corpus.parent / "data"
    async with open_library(corpus=world.corpus, data=data) as other:
        await other.reindex()
    await cog(world).watching.look()
    assert len(posted(world)) == 1


async def test_what_there_was_is_not_posted_unless_asked(
    world: World, editor: simcord.MemberActor
) -> None:
    await bring(world, "wire.md", CLOSED)
    await add(world, editor)
    await bring(world, "else.md", "Apples were cheap in Ostby.")
    assert posted(world) == []
    await add(world, editor, "Who closed the port of Norrby for days?", older=True)
    await cog(world).watching.look()
    assert len(posted(world)) == 1


@pytest.mark.parametrize(
    ("name", "words", "metadata"),
    [
        ("copy.md", CLOSED, {"publisher": "The Copy", "published": "2021-05-06"}),
        ("wire.md", CLOSED, {"title": "Another title"}),
        ("wire.md", "# Port\n\n" + CLOSED.replace(" for ", "  for\n") + "\n\nA line below.", {}),
        ("wire.md", CLOSED.replace("harbour", "harbor"), {}),
        ("wire.md", CLOSED.replace("two days", "three days"), {}),
    ],
    ids=["a reprint", "metadata", "laid out anew", "a spelling", "a correction"],
)
async def test_the_same_words_are_not_posted_again(
    world: World,
    editor: simcord.MemberActor,
    name: str,
    words: str,
    metadata: dict[str, str],
) -> None:
    await add(world, editor)
    await bring(world, "wire.md", CLOSED)
    await bring(world, name, words, **metadata)
    assert len(posted(world)) == 1


async def test_a_document_that_was_there_and_is_laid_out_anew_is_not_new(
    world: World, editor: simcord.MemberActor
) -> None:
    await bring(world, "wire.md", CLOSED)
    await add(world, editor)
    await bring(world, "wire.md", f"## Port\n\n{CLOSED}\n\nThe weather was fine.")
    await bring(world, "moved.md", CLOSED)
    assert posted(world) == []


async def test_a_changed_document_is_posted_for_what_is_new_in_it(
    world: World, editor: simcord.MemberActor
) -> None:
    await add(world, editor)
    await bring(world, "wire.md", CLOSED)
    await bring(world, "wire.md", f"{CLOSED}\n\n## Later\n\n{STRIKE}")
    first, last = posted(world)
    assert STRIKE in text(last).replace("*", "")
    assert STRIKE not in text(first).replace("*", "")


async def test_the_rest_stands_behind_a_button_and_others_turn_for_themselves(
    world: World, editor: simcord.MemberActor
) -> None:
    await add(world, editor)
    (world.corpus / "one.md").write_text(CLOSED, "utf-8")
    await bring(world, "two.md", STRIKE)
    (message,) = posted(world)
    assert buttons(message)["1/2"]
    before = text(message)
    turned = await press(world.bob, message, "›")
    assert turned.ephemeral
    both = (text(turned.response) + before).replace("*", "")
    assert CLOSED in both
    assert STRIKE in both
    assert text(posted(world)[0]) == before


async def test_a_passage_for_several_questions_is_posted_once_and_names_them(
    world: World, editor: simcord.MemberActor
) -> None:
    await add(world, editor)
    await add(world, editor, "Which port did Ewa Lindqvist close?")
    await bring(world, "wire.md", CLOSED)
    (message,) = posted(world)
    assert echo(message) == f"-# 🔎 {ASKED}"
    assert "Also for “Which port did Ewa Lindqvist close?”" in text(message)


async def test_only_those_who_may_manage_messages_watch_for_everybody(world: World) -> None:
    world.guild.set_command_permissions(
        next(c for c in await world.bot.tree.fetch_commands() if c.name == "watch"),
        {world.alice: True},
    )
    assert "Only those who may manage messages here" in await add(world, world.alice)
    assert await world.records.watches.all() == ()


async def test_in_a_direct_message_anybody_watches_for_themselves(world: World) -> None:
    cog(world)
    user = world.alice.user
    said = await user.slash("watch add", question=ASKED)
    assert "I will post here when" in text(said.response)
    await bring(world, "wire.md", CLOSED)
    (message,) = posted(world, user.dm_channel)
    assert CLOSED in text(message).replace("*", "")
    assert posted(world) == []
    listed = await user.slash("watch list")
    assert ASKED in text(listed.response)
    await user.slash("watch remove", question=ASKED)
    assert await world.records.watches.all() == ()


async def test_the_list_and_taking_one_away(world: World, editor: simcord.MemberActor) -> None:
    await add(world, editor)
    assert "That question is watched here already." in await add(world, editor)
    listed = text((await editor.slash(world.channel, "watch list")).response)
    assert "1 standing question" in listed
    assert f"<#{world.channel.id}>" in listed
    gone = await editor.slash(world.channel, "watch remove", question=ASKED)
    assert f"I no longer watch “{ASKED}”" in text(gone.response)
    await bring(world, "wire.md", CLOSED)
    assert posted(world) == []
    again = await editor.slash(world.channel, "watch remove", question=ASKED)
    assert "is watched here." in text(again.response)
    empty = await editor.slash(world.channel, "watch list")
    assert "No question is watched here." in text(empty.response)


async def test_a_server_has_room_for_so_many(world: World, editor: simcord.MemberActor) -> None:
    world.bot.desk.settings = replace(world.settings, cooldown_user=world.settings.cooldown_server)
    await add(world, editor)
    (first,) = await world.records.watches.all()
    new = replace_number(first)
    for number in range(MOST_OF_A_SERVER - 1):
        added = replace(new, question=f"Question {number}?")
        assert await world.records.watches.add("somebody", added, MOST_OF_A_SERVER)
    assert f"There is room for {MOST_OF_A_SERVER}" in await add(world, editor, "One more question?")


def replace_number(watch: Any) -> Any:
    from index.store.watches import NewWatch

    known = ("scope", "channel", "contact", "question", "source", "language", "version")
    return NewWatch(**{name: getattr(watch, name) for name in known})


async def test_a_source_and_hidden_sources_limit_what_is_new(
    world: World, editor: simcord.MemberActor
) -> None:
    await bring(world, "old.md", "The port of Ostby stayed open.", publisher="The Gazette")
    await add(world, editor, source="The Gazette")
    listed = await editor.slash(world.channel, "watch list")
    assert f"<#{world.channel.id}> · The Gazette" in text(listed.response)
    await bring(world, "wire.md", CLOSED)
    assert posted(world) == []
    await bring(world, "gazette.md", STRIKE, publisher="The Gazette")
    assert len(posted(world)) == 1
    rules = {"sources": ["The Wire"]}
    await world.records.set_rules(scope(world.guild.id), rules)
    await bring(
        world, "late.md", "Ice closed the port of Norrby in March.", publisher="The Gazette"
    )
    assert len(posted(world)) == 1
