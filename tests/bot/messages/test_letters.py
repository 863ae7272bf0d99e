"""From a document with every kind of markup to a message that reads to the letter."""

from tests.bot.discord_markdown import read
from tests.bot.world import World, behind, buttons, echo, press, texts

NASTY = (
    "Envoy Kestrel wrote: **bold** _it_ __u__ ~~s~~ ||spoiler|| `code` \\backslash\\ @everyone and "
    "<@1> <#1> <@&1> <t:0:R> :emoji: https://example.org/a_b discord.gg/abc [a](https://b.c).\n"
    "> a quote by envoy Kestrel\n"
    "Envoy Kestrel counted 1. ## two - three ```fence``` # and (so) on."
)


async def reindexed(world: World, text: str) -> None:
    """Put a plain text into the corpus; its words are then its file's, to the letter."""
    (world.corpus / "kestrel.txt").write_text(text, "utf-8")
    await world.library.reindex()


async def test_a_passage_full_of_markup_reads_to_the_letter(world: World) -> None:
    await reindexed(world, NASTY)
    answer = await world.ask("What did envoy Kestrel write?")
    held = await world.library.text("kestrel.txt")
    shown = [read(each) for each in texts(answer)]
    (passage,) = [each for each in shown if "Envoy Kestrel wrote" in each.text]
    assert passage.text in held
    assert passage.markup <= {"strong"}
    assert "||spoiler|| `code` \\backslash\\ @everyone and <@1> <#1>" in passage.text


async def test_context_and_proof_read_to_the_letter_as_well(world: World) -> None:
    await reindexed(world, NASTY)
    answer = await world.ask("What did envoy Kestrel write?")
    held = await world.library.text("kestrel.txt")
    for place, label in ((answer, "Context"), (await behind(world, answer), "Verify")):
        result = await press(world.alice, place, label)
        found = [part for part in texts(result.response) if "Envoy Kestrel wrote" in part]
        assert read(found[0]).text in held


async def test_a_question_full_of_markup_is_repeated_and_asked_again_to_the_letter(
    world: World,
) -> None:
    question = "Which `quasar` **did** _Gaziantp_ ||orbit|| \\ @everyone :x: [a](b)?"
    asked = await world.alice.slash(world.channel, "ask", question=question)
    refusal = asked.response
    assert read(echo(refusal)).text == f"-# 🔎 {question}"
    near = next(label for label in buttons(refusal) if label.startswith("Gaziantep"))
    await press(world.alice, refusal, near)
    anew = question.replace("Gaziantp", near.strip("?"))
    assert read(echo(world.last).partition("\n")[0]).text == f"-# 🔎 {anew}"


async def test_a_refusal_of_the_longest_question_fits(world: World) -> None:
    words = " ".join(f"*_{number}_*" for number in range(90))
    assert "No passage answers this." in texts(await world.ask(words[:300]))[0]


async def test_a_passage_that_finds_no_room_in_one_message_goes_on_in_the_next(
    world: World,
) -> None:
    metadata = {
        "title": "*" * 200,
        "publisher": "_" * 100,
        "author": "~" * 100,
        "url": f"https://example.org/{'a' * 480}",
    }
    front = "".join(f'{name}: "{value}"\n' for name, value in metadata.items())
    words = f"Envoy Kestrel named {'*_~|' * 360} and no other."
    (world.corpus / "kestrel.md").write_text(f"---\n{front}---\n{words}\n", "utf-8")
    await world.library.reindex()
    question = f"What did envoy Kestrel name? {'*' * 260}"
    await world.alice.slash(world.channel, "ask", question=question)
    first, *rest = world.channel.history()
    shown = read(texts(first)[1]).text + "".join(read(texts(each)[1]).text for each in rest)
    assert shown == words
    assert "continues in the next message" in texts(first)[2]
    assert len(rest) == 1
