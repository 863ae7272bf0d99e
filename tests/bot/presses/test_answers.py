"""The buttons below an answer: pages, context, source, proof, votes and asking again."""

import pytest

from index.store.records import Votes
from tests.bot.world import UNANSWERABLE, World, behind, buttons, echo, press, text, texts, walk

SECOND = "calls Macron the first to accuse Turkey"


async def change(world: World, name: str, old: str, new: str) -> None:
    """Edit a document of the corpus and reindex."""
    path = world.corpus / name
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    await world.library.reindex()


async def test_the_asker_turns_pages_in_place(world: World) -> None:
    first = await world.ask()
    assert buttons(first)["‹"]["disabled"]
    await press(world.alice, first, "›")
    second = world.last
    assert second.id == first.id
    assert SECOND in text(second)
    assert "2/2" in buttons(second)
    await press(world.alice, second, "‹")
    assert texts(world.last) == texts(first)


async def test_anybody_else_gets_a_private_view_of_their_own(world: World) -> None:
    answer = await world.ask()
    result = await press(world.bob, answer, "›")
    assert result.ephemeral
    assert SECOND in text(result.response)
    assert texts(world.channel.history(viewer=world.alice)[-1]) == texts(answer)
    back = await press(world.bob, result.response, "‹")
    assert "1/2" in buttons(back.response)


async def test_context_shows_the_passages_around_to_whoever_asks_alone(world: World) -> None:
    answer = await world.ask()
    result = await press(world.bob, answer, "Context")
    assert result.ephemeral
    head, *around, foot = texts(result.response)
    assert head == texts(answer)[0]
    assert any(part.startswith("01\\.10.2020") for part in around)
    assert around[-1].startswith("-# Asbarez")
    assert foot.startswith("-# ")


async def test_source_shows_all_that_is_known_and_offers_to_ask_within(world: World) -> None:
    result = await press(world.alice, await behind(world, await world.ask()), "Source")
    assert result.ephemeral
    said = text(result.response)
    for fact in ("Publisher: Verbatim sample corpus", "macron-gaziantep.md", "SHA-256"):
        assert fact in said
    form = await press(world.alice, result.response, "Ask within this source")
    assert form.modal is not None
    field = form.modal["components"][0]["component"]["custom_id"]
    answer = await world.alice.submit_modal(form, {field: "Who rejected the accusations?"})
    assert "only in macron-gaziantep.md" in echo(answer.response)


async def test_verify_proves_the_quote_against_the_file(world: World) -> None:
    result = await press(world.alice, await behind(world, await world.ask()), "Verify")
    assert result.ephemeral
    assert "Proven. The document is unchanged" in text(result.response)
    assert "characters" in text(result.response)


@pytest.mark.parametrize(
    ("new", "verdict"),
    [("over 301 radical", "Not proven: the document has changed"), (None, "cannot be read now")],
)
async def test_verify_says_what_became_of_a_quote_that_no_longer_stands(
    world: World, new: str | None, verdict: str
) -> None:
    more = await behind(world, await world.ask())
    path = world.corpus / "macron-gaziantep.md"
    if new is None:
        path.unlink()
    else:
        path.write_text(path.read_text("utf-8").replace("over 300 radical", new), "utf-8")
    assert verdict in text((await press(world.alice, more, "Verify")).response)


async def test_a_vote_is_stored_once_and_can_be_changed_and_taken_back(world: World) -> None:
    answer = await behind(world, await world.ask())
    quote = str(buttons(answer)["👍"]["custom_id"])[1:]
    for label, said, votes in (
        ("👍", "You found this quote useful", Votes(1, 0)),
        ("👎", "You found this quote not useful", Votes(0, 1)),
        ("👎", "taken back", Votes(0, 0)),
    ):
        result = await press(world.alice, answer, label)
        assert result.ephemeral
        assert said in text(result.response)
        assert await world.records.votes(quote) == votes


async def test_every_button_works_after_a_restart(world: World) -> None:
    answer = await world.ask()
    await world.restart()
    assert SECOND in text((await press(world.bob, answer, "›")).response)
    more = await behind(world, answer)
    await world.restart()
    for label in ("Source", "Verify", "👍", "👎"):
        assert (await press(world.alice, more, label)).response is not None
    assert (await press(world.alice, answer, "Context")).response is not None
    await press(world.alice, answer, "›")
    assert SECOND in text(world.last)


async def test_an_answer_from_an_index_that_is_gone_says_so_and_offers_to_ask_again(
    world: World,
) -> None:
    answer = await world.ask()
    await change(world, "macron-gaziantep.md", "calls Macron the first", "calls Macron the second")
    await world.library.reindex(full=True)
    await world.restart()
    await press(world.alice, answer, "›")
    stale = world.last
    assert texts(stale)[:-1] == texts(answer)
    assert "been reindexed" in texts(stale)[-1]
    assert list(buttons(stale)) == ["Ask again"]
    await press(world.alice, stale, "Ask again")
    assert world.last.id == answer.id
    assert "1/2" in buttons(world.last)
    await press(world.alice, world.last, "›")
    assert "calls Macron the second" in text(world.last)


async def test_anybody_else_asks_again_privately(world: World) -> None:
    answer = await world.ask()
    await change(world, "chronology.txt", "e", "e ")
    await change(world, "chronology.txt", "e ", "e  ")
    result = await press(world.bob, answer, "›")
    assert result.ephemeral
    assert "been reindexed" in text(result.response)
    again = await press(world.bob, result.response, "Ask again")
    assert again.response is not None
    assert again.response.ephemeral
    assert "⋯" in buttons(again.response)


async def test_a_quote_that_is_no_longer_held_is_said_to_be_so(world: World) -> None:
    answer = await world.ask()
    await change(world, "macron-gaziantep.md", "over 300 radical", "over 301 radical")
    for shown, label in ((answer, "Context"), (await behind(world, answer), "Source")):
        result = await press(world.alice, shown, label)
        assert "no longer in any document" in text(result.response)


async def test_a_near_spelling_asks_with_that_word_in_place(world: World) -> None:
    refusal = await world.ask("Which quasar did Gaziantp orbit at noon?")
    near = next(label for label in buttons(refusal) if label.startswith("Gaziantep"))
    await press(world.alice, refusal, near)
    assert f"Which quasar did {near.strip('?')} orbit at noon?" in echo(world.last)
    assert world.last.id == refusal.id


async def test_asking_again_keeps_the_source_and_the_dates(world: World) -> None:
    refusal = await world.alice.slash(
        world.channel,
        "ask",
        question="Which quasar did Gaziantp orbit at noon?",
        source="macron-gaziantep.md",
        since="2020",
    )
    near = next(label for label in buttons(refusal.response) if label.startswith("Gaziantep"))
    await press(world.alice, refusal.response, near)
    assert near.strip("?") in echo(world.last)
    assert "only in macron-gaziantep.md · published since 1 January 2020" in echo(world.last)


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "uk"])
async def test_asking_again_keeps_who_has_to_speak(world: World, language: str) -> None:
    """In every language of the interface."""
    await world.records.set_rules(f"guild:{world.guild.id}", {"language": language})
    asked = {"question": "Did Turkey send Syrian fighters to Azerbaijan?", "who": "Turkey"}
    answer = (await world.alice.slash(world.channel, "ask", **asked)).response
    named = [line for line in echo(answer).splitlines() if "Turkey" in line]
    assert len(named) == 2  # the question, and who speaks
    await change(world, "chronology.txt", "e", "e ")
    await world.library.reindex(full=True)
    await world.restart()
    await press(world.alice, answer, "›")
    await press(world.alice, world.last, next(iter(buttons(world.last))))
    assert "1/" in str(buttons(world.last).keys())
    assert [line for line in echo(world.last).splitlines() if "Turkey" in line] == named
    assert texts(world.last) == texts(answer)


async def test_a_near_spelling_keeps_who_has_to_speak(world: World) -> None:
    question, who = "Which quasar did Gaziantp orbit at noon?", "Ida *V_oss* “the 2nd”"
    refusal = await world.alice.slash(world.channel, "ask", question=question, who=who)
    near = next(label for label in buttons(refusal.response) if label.startswith("Gaziantep"))
    before = echo(refusal.response).splitlines()
    await press(world.alice, refusal.response, near)
    after = echo(world.last).splitlines()
    assert after[0] != before[0]
    assert [line for line in after if "Ida" in line] == [line for line in before if "Ida" in line]
    assert any("Ida" in line for line in after)


async def test_a_near_spelling_pressed_by_another_is_answered_to_them_alone(world: World) -> None:
    refusal = await world.ask(UNANSWERABLE)
    near = next(label for label in buttons(refusal) if label != "Why?")
    result = await press(world.bob, refusal, near)
    assert result.ephemeral
    assert texts(world.last) == texts(refusal)


async def test_what_is_not_proven_has_not_the_colour_of_a_quote(world: World) -> None:
    more = await behind(world, await world.ask())
    proven = next(walk((await press(world.alice, more, "Verify")).response))["accent_color"]
    (world.corpus / "macron-gaziantep.md").unlink()
    result = await press(world.alice, more, "Verify")
    assert next(walk(result.response))["accent_color"] != proven


async def test_an_answer_is_deleted_by_its_asker_and_by_who_may_manage_messages(
    world: World,
) -> None:
    answer = await world.ask()
    more = await behind(world, answer)
    assert "Deleted" in text((await press(world.alice, more, "Delete")).response)
    assert answer.id not in {each.id for each in world.channel.history()}
    assert "Delete" not in buttons((await press(world.bob, await world.ask(), "⋯")).response)


async def test_an_answer_has_one_row_of_buttons(world: World) -> None:
    """A page is turned and seen in its place there; the rest is private."""
    answer = await world.ask()
    rows = [each for each in walk(answer) if each["type"] == 1]
    assert [len(row["components"]) for row in rows] == [5]
    assert list(buttons(answer))[-5:] == ["‹", "1/2", "›", "Context", "⋯"]
    more = (await press(world.bob, answer, "⋯")).response
    assert more is not None
    assert more.ephemeral
    views = ["Source", "Verify", "Why?", "Timeline", "Who denies it?"]
    assert list(buttons(more)) == [*views, "👍", "👎"]


async def test_a_question_that_was_deleted_is_said_to_be_gone(world: World) -> None:
    refusal = await world.ask("Which quasar did Gaziantp orbit at noon?")
    near = next(label for label in buttons(refusal) if label.startswith("Gaziantep"))
    asked = [each for each in world.channel.history() if each.author.id == world.alice.id][-1]
    await world.alice.delete(asked)
    for label in (near, "Why?"):
        result = await press(world.alice, refusal, label)
        assert "no longer read the question" in text(result.response)


async def test_why_there_is_no_answer_is_told_to_whoever_asks_alone(world: World) -> None:
    refusal = await world.ask(UNANSWERABLE)
    assert len(texts(refusal)[0].splitlines()) == 2
    result = await press(world.bob, refusal, "Why?")
    assert result.ephemeral
    assert "What to try:" in text(result.response)


async def test_the_menu_behind_an_answer_says_whose_words_it_is_about(world: World) -> None:
    menu = await behind(world, await world.ask())
    assert "About this quote: Verbatim sample corpus · " in text(menu)
    assert buttons(menu)["Source"]["custom_id"][1:] not in text(menu)
