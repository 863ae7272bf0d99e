"""Asking, in each of the ways there are, and what comes back."""

from dataclasses import replace
from functools import partial

import discord
import pytest

from bot.wording.face import GLUE
from tests.bot.world import QUESTION, UNANSWERABLE, World, body, buttons, echo, press, text, texts

PASSAGE = "over 300 radical Islamists had been moved from Syria"


async def test_a_mention_is_answered_by_a_reply_with_the_passage_its_source_and_dates(
    world: World,
) -> None:
    answer = await world.ask()
    head, passage, foot = texts(answer)
    assert head == "**Verbatim sample corpus · November 2026**"
    assert PASSAGE in passage
    assert foot.startswith("-# Macron on Syrian fighters and Gaziantep")
    assert "Dates stated here: 1 October 2020" in foot
    assert answer.reference is not None
    assert answer.flags.components_v2


async def test_the_matched_sentence_is_in_bold_and_the_others_are_not(world: World) -> None:
    _, passage, _ = texts(await world.ask())
    assert passage.startswith("**01\\.10.2020 – The president of France")
    assert passage.count("**") == 2


async def test_nobody_is_ever_pinged(world: World) -> None:
    await world.ask("@everyone what did Macron say about Gaziantep?")
    sent = [entry for entry in world.env.http_requests if entry.path.endswith("/messages")]
    assert body(sent[-1])["allowed_mentions"] == {"parse": [], "replied_user": False}


async def test_a_direct_message_is_a_question(world: World) -> None:
    await world.alice.send_dm(QUESTION)
    assert PASSAGE in text(world.alice.user.dm_channel.last_message)


async def test_a_thread_is_answered_in_the_thread(world: World) -> None:
    start = await world.alice.send(world.channel, "a thread")
    message = await world.bot.get_channel(world.channel.id).fetch_message(start.id)  # type: ignore[union-attr]
    await message.create_thread(name="talk")
    await world.env.settle()
    (thread,) = world.channel.threads
    await world.alice.send(thread, f"{world.mention} {QUESTION}")
    assert PASSAGE in text(thread.last_message)


async def test_a_reply_to_an_answer_is_a_question(world: World) -> None:
    answer = await world.ask()
    await world.alice.send(world.channel, "Who denied the accusations?", reply_to=answer)
    assert echo(world.last) == ""
    assert "deni" in text(world.last)
    assert world.last.reference is not None


async def test_a_follow_up_that_says_too_little_is_searched_with_the_question_before(
    world: World,
) -> None:
    answer = await world.ask()
    await world.alice.send(world.channel, "and when?", reply_to=answer)
    assert "Searched together with the previous question." in echo(world.last)
    assert PASSAGE in text(world.last)


async def test_slash_answers_everybody_or_the_asker_alone(world: World) -> None:
    public = await world.alice.slash(world.channel, "ask", question=QUESTION)
    private = await world.alice.slash(world.channel, "ask", question=QUESTION, private=True)
    assert (public.ephemeral, private.ephemeral) == (False, True)
    assert PASSAGE in text(public.response)
    assert text(public.response) == text(private.response)


async def test_slash_works_in_direct_messages(world: World) -> None:
    result = await world.alice.user.slash("ask", question=QUESTION)
    assert PASSAGE in text(result.response)


async def test_dates_in_plain_words_restrict_and_are_echoed_as_the_range(world: World) -> None:
    result = await world.alice.slash(
        world.channel, "ask", question=QUESTION, since="2019", until="October 2020"
    )
    assert "published 1 January 2019 to 31 October 2020" in echo(result.response)
    assert "No passage answers this." in text(result.response)
    told = await press(world.alice, result.response, "Why?")
    assert "a wider range of dates, or none" in text(told.response)


@pytest.mark.parametrize("name", ["Macron on Syrian fighters and Gaziantep", "macron-gaziantep.md"])
async def test_a_source_restricts_by_title_or_file_name(world: World, name: str) -> None:
    result = await world.alice.slash(
        world.channel, "ask", question="Who rejected the accusations?", source=name
    )
    said = echo(result.response)
    assert "only in" in said
    assert name.replace("_", "\\_") in said


async def test_mistakes_in_options_are_told_to_the_asker_alone(world: World) -> None:
    wrong = [
        ({"source": "The Moon Gazette"}, "I hold no source called “The Moon Gazette”"),
        ({"since": "soonish"}, "I do not understand the date “soonish”"),
        ({"since": "2021", "until": "2020"}, "The first day, 1 January 2021, is after the last"),
        ({"question": " "}, "Ask me something"),
    ]
    for options, told in wrong:
        for command, asked in (("ask", "question"), ("timeline", "question"), ("sides", "claim")):
            given = {asked: options.get("question", QUESTION)}
            given |= {name: value for name, value in options.items() if name != "question"}
            result = await world.alice.slash(world.channel, command, **given)
            assert result.ephemeral, (command, options)
            assert told in text(result.response), (command, options)


async def test_a_source_is_answered_in_public_from_the_start_where_it_is_offered(
    world: World,
) -> None:
    """After a start and after a change of the settings, without a completion before it."""
    choices: tuple[tuple[str, ...], ...] = ((), ("macron-gaziantep.md",))
    for chosen in choices:
        change = partial(replace, sources=chosen)
        await world.bot.desk.change_rules(world.guild.id, change)
        await world.restart()
        for source, hidden in (("macron-gaziantep.md", False), ("nowhere.md", True)):
            given = {"question": QUESTION, "source": source}
            result = await world.alice.slash(world.channel, "ask", **given)
            assert result.ephemeral is hidden, (chosen, source)


async def test_while_nothing_is_known_of_the_sources_a_refusal_is_private_too(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(world.bot.desk, "source_tags_seen", lambda _: None)
    result = await world.alice.slash(world.channel, "ask", question=QUESTION, source="nowhere.md")
    assert result.ephemeral


async def test_a_range_that_ends_before_it_begins_is_explained(world: World) -> None:
    result = await world.alice.slash(
        world.channel, "ask", question=QUESTION, since="2021", until="2020"
    )
    assert "The first day, 1 January 2021, is after the last, 31 December 2020." in text(
        result.response
    )


async def test_a_question_that_is_too_long_is_refused_with_the_limit(world: World) -> None:
    answer = await world.ask("fighters " * 40)
    assert "I take up to 300" in text(answer)


async def test_an_empty_mention_is_told_how_to_ask(world: World) -> None:
    assert "Ask me something" in text(await world.ask(""))


async def test_no_answer_says_why_and_what_to_try(world: World) -> None:
    answer = await world.ask(UNANSWERABLE)
    said = text(answer)
    assert "No passage answers this." in said
    assert "“quasar”" in said
    told = await press(world.bob, answer, "Why?")
    assert told.ephemeral
    assert "What to try:" in text(told.response)
    assert any(label.startswith("Gaziantep") for label in buttons(answer))


async def test_find_sources_looks_up_a_message_privately(world: World) -> None:
    claim = await world.bob.send(world.channel, "Macron: fighters went through Gaziantep!")
    result = await world.alice.context_menu(world.channel, "Find sources", claim)
    assert result.ephemeral
    assert PASSAGE in text(result.response)
    assert "They may support it, deny it" in echo(result.response)


async def test_find_sources_cuts_a_long_message_and_says_so(world: World) -> None:
    claim = await world.bob.send(world.channel, f"{QUESTION} " + "and so on " * 60)
    result = await world.alice.context_menu(world.channel, "Find sources", claim)
    assert "characters of that message were searched" in echo(result.response)


async def test_find_sources_says_when_there_is_no_text(world: World) -> None:
    empty = await world.bob.send(world.channel, "", attachments=[("a.png", b"x")])
    result = await world.alice.context_menu(world.channel, "Find sources", empty)
    assert "no text that I could look up" in text(result.response)


async def test_sources_complete_by_any_part_of_their_name(world: World) -> None:
    choices = await world.alice.autocomplete(world.channel, "ask", "source", "gaziant")
    (name,) = [choice["name"].replace(GLUE, " ") for choice in choices]
    assert name == (
        "Macron on Syrian fighters and Gaziantep — Verbatim sample corpus, November 2026"
    )
    result = await world.alice.slash(
        world.channel, "ask", question=QUESTION, source=choices[0]["value"]
    )
    assert "only in macron-gaziantep.md" in echo(result.response)


async def test_publishers_complete_before_documents_and_titles_can_be_told_apart(
    world: World,
) -> None:
    for day in ("2021-01-10", "2022-02-20"):
        front = f'title: The same title\npublisher: Gazette of Kestrel\npublished: "{day}"\n'
        (world.corpus / f"{day}.md").write_text(f"---\n{front}---\nA kestrel was seen.\n")
    await world.library.reindex()
    choices = await world.alice.autocomplete(world.channel, "ask", "source", "kestrel")
    assert [choice["name"].replace(GLUE, " ") for choice in choices] == [
        "Gazette of Kestrel",
        "The same title — Gazette of Kestrel, 10 January 2021",
        "The same title — Gazette of Kestrel, 20 February 2022",
    ]
    assert len({choice["value"] for choice in choices}) == 3


async def test_dates_complete_with_the_day_they_mean(world: World) -> None:
    (since,) = await world.alice.autocomplete(world.channel, "ask", "since", "October 2020")
    (until,) = await world.alice.autocomplete(world.channel, "ask", "until", "October 2020")
    assert (since["name"].replace(GLUE, " "), since["value"]) == (
        "October 2020 → 1 October 2020",
        "2020-10-01",
    )
    assert (until["name"].replace(GLUE, " "), until["value"]) == (
        "October 2020 → 31 October 2020",
        "2020-10-31",
    )
    empty = await world.alice.autocomplete(world.channel, "ask", "since", "")
    assert "last week" in empty[3]["name"]


@pytest.mark.parametrize(
    ("language", "typed", "means"),
    [
        ("de", "Oktober 2020", "October 2020"),
        ("fr", "octobre 2020", "October 2020"),
        ("de", "Gestern", "yesterday"),
        ("fr", "la semaine dernière", "last week"),
        ("fr", "aujourd'hui", "today"),
        ("es", "31 de octubre de 2020", "2020-10-31"),
        ("uk", "31 жовтня 2020 р.", "2020-10-31"),
        ("fr", "1er octobre 2020", "2020-10-01"),
        ("fr", "last week", "last week"),
    ],
)
async def test_dates_are_read_in_the_language_of_the_interface(
    world: World, language: str, typed: str, means: str
) -> None:
    (english,) = await world.alice.autocomplete(world.channel, "ask", "since", means)
    await world.bot.desk.change_rules(world.guild.id, lambda r: replace(r, language=language))
    (choice,) = await world.alice.autocomplete(world.channel, "ask", "since", typed)
    assert choice["value"] == english["value"]
    assert choice["name"].casefold().startswith(typed.casefold())


async def test_the_intents_are_none_of_the_privileged_ones(world: World) -> None:
    privileged = {"members", "presences", "message_content"}
    asked_for = {name for name, wanted in world.bot.intents if wanted}
    assert not asked_for & privileged
    assert world.bot.intents == discord.Intents(guilds=True, guild_messages=True, dm_messages=True)


async def test_a_question_of_spaces_is_told_how_to_ask(world: World) -> None:
    result = await world.alice.slash(world.channel, "ask", question="  ")
    assert "Ask me something" in text(result.response)


@pytest.mark.parametrize("question", ["\u200b", "```", "?!", "😀", '""', "\x00"])
async def test_a_question_of_signs_alone_is_told_to_the_asker_how_to_ask(
    world: World, question: str
) -> None:
    result = await world.alice.slash(world.channel, "ask", question=question)
    assert result.ephemeral
    assert "Ask me something, for example" in text(result.response)


async def test_a_word_without_end_is_named_by_its_beginning(world: World) -> None:
    said = text(await world.ask("a" * 200))
    assert "These words are in no document: “aaaaaaaaaa" in said
    assert "a" * 80 not in said
