"""The kinds of messages that are photographed, each by the way that leads to it in Discord."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from typing import Final

from bot.cogs.watch import Watches
from bot.desk.rules import Threads
from bot.messages.layout import message
from bot.messages.reindex_cards import progress_card
from index.answers import Question
from index.reports import Progress
from tests.bot.picture_scene import Scene
from tests.bot.strange_documents import STRANGE

QUESTION: Final = "What did Macron say about Gaziantep?"
NEAR: Final = "Did Macron cancel the visit?"
UNANSWERABLE: Final = "Did a quasar visit Gaziantap?"


async def answer(scene: Scene) -> None:
    await scene.take("answer", await scene.ask(QUESTION))


async def refusal(scene: Scene) -> None:
    await scene.take("refusal", await scene.ask(UNANSWERABLE))


async def reading(scene: Scene) -> None:
    await scene.take("reading", await scene.ask('"fighters" in October 2020 -Yerevan'))
    await scene.take("not-exact", await scene.ask('"fighters sent by Gaziantep"'))


async def follow_up(scene: Scene) -> None:
    for name, words in (("follow-up", "and Gaziantep?"), ("more", "and what else?")):
        await scene.ask("Who said that fighters were sent?")
        await scene.asker.send(scene.channel, words, reply_to=scene.channel.last_message)
        await scene.take(name, scene.channel.last_message)


async def more(scene: Scene) -> None:
    behind = await scene.press(await scene.ask(QUESTION), "⋯")
    await scene.take("more-buttons", behind)


async def proof(scene: Scene) -> None:
    behind = await scene.press(await scene.ask(QUESTION), "⋯")
    await scene.take("proof", await scene.press(behind.response, "Verify"))


async def strange(scene: Scene) -> None:
    """Names and words that put a layout to the test."""
    for name in STRANGE:
        await scene.take(name, await scene.ask(f"What did envoy {name} write to Kestrel?"))


async def timeline(scene: Scene) -> None:
    options = {"question": "Did Turkey send Syrian fighters to Azerbaijan?"}
    await scene.take("timeline", await scene.asker.slash(scene.channel, "timeline", **options))


async def watch(scene: Scene) -> None:
    """What is posted when a document brings something new for a standing question."""
    question = "Did Turkey send Syrian fighters to Azerbaijan?"
    await scene.manager.slash(scene.channel, "watch add", question=question)
    front = 'title: "The fighters on their way"\npublisher: "Sample Wire"\npublished: 2020-10-07'
    words = "Turkey sent a further hundred Syrian fighters to Azerbaijan, says a drover of Kilis."
    (scene.documents / "way.md").write_text(f"---\n{front}\n---\n{words}\n", "utf-8")
    await scene.bot.desk.library.reindex()
    watches = scene.bot.get_cog("Watches")
    assert isinstance(watches, Watches)
    await watches.watching.look()
    await scene.take("watch", scene.channel.last_message)


async def watched(scene: Scene) -> None:
    question = "What did Macron say about Gaziantep?"
    added = await scene.manager.slash(scene.channel, "watch add", question=question)
    await scene.take("watch-added", added, scene.manager)
    listed = await scene.manager.slash(scene.channel, "watch list")
    await scene.take("watch-list", listed, scene.manager)


async def sides(scene: Scene) -> None:
    options = {"claim": "Did Turkey send Syrian fighters to Azerbaijan?"}
    await scene.take("sides", await scene.asker.slash(scene.channel, "sides", **options))


async def one_passage(scene: Scene) -> None:
    """An answer of one passage, whose site has a button in the row."""
    await scene.bot.desk.change_rules(scene.guild.id, partial(replace, passages=1))
    await scene.take("one-passage", await scene.ask("What did envoy Longina write to Kestrel?"))
    await scene.bot.desk.change_rules(scene.guild.id, partial(replace, passages=5))


async def closest(scene: Scene) -> None:
    """What comes close, shown as that, and the same opened and turned."""
    near = await scene.ask(NEAR)
    await scene.take("closest", near)
    await scene.press(near, "Show the passages")
    await scene.take("closest-opened", scene.channel.last_message)


async def turned(scene: Scene) -> None:
    await scene.press(await scene.ask(QUESTION), "›")
    await scene.take("turned", scene.channel.last_message)


async def unknown(scene: Scene) -> None:
    """A passage of which neither source nor date is known, and one longer than a message."""
    await scene.take("undated", await scene.ask("What did envoy Nemo write to Kestrel?"))
    await scene.take("long", await scene.ask("What did envoy Protocol recite to Kestrel?"))


async def gone(scene: Scene) -> None:
    """What is said of a source that has been hidden, and of an answer that is too old to turn."""
    shown = await scene.ask(QUESTION)
    await scene.bot.desk.change_rules(scene.guild.id, partial(replace, sources=("chronology.txt",)))
    await scene.take("hidden", await scene.press(shown, "Context"))
    options = {"question": QUESTION, "source": "macron-gaziantep.md"}
    await scene.take("no-such-source", await scene.asker.slash(scene.channel, "ask", **options))
    await scene.bot.desk.change_rules(scene.guild.id, partial(replace, sources=()))


async def pointed(scene: Scene) -> None:
    """A claim that is replied to, a wish below an answer, and words that point at nothing."""
    assert scene.bot.user is not None
    mention = scene.bot.user.mention
    said = await scene.manager.send(scene.channel, f"{mention} Fighters went through Gaziantep")
    await scene.asker.send(scene.channel, f"{mention} is this true?", reply_to=said)
    await scene.take("claim-replied", scene.channel.last_message)
    await scene.manager.send(scene.channel, "I read that too")
    await scene.asker.send(scene.channel, f"{mention} source?")
    await scene.take("lost", scene.channel.last_message)


async def threads(scene: Scene) -> None:
    """An answer in a thread of its own, and below a forum post."""
    await scene.bot.desk.change_rules(scene.guild.id, partial(replace, threads=Threads.OPENED))
    await scene.ask(QUESTION)
    (thread,) = scene.channel.threads
    await scene.take("thread", thread.last_message, channel=thread)
    forum = scene.guild.create_forum_channel("questions")
    forums = partial(replace, threads=Threads.ANYWHERE, forums=(forum.id,))
    await scene.bot.desk.change_rules(scene.guild.id, forums)
    backend = scene.env.backend
    post = backend.create_thread(forum.id, QUESTION, scene.asker.id)
    start = backend.prepare_message(post.id, scene.asker.id, "I read it somewhere.")
    start.id = post.id
    backend.commit_message(start)
    await scene.env.settle()
    (thread,) = forum.threads
    await scene.take("forum", thread.last_message, channel=thread)
    await scene.bot.desk.change_rules(scene.guild.id, partial(replace, forums=()))


async def feedback(scene: Scene) -> None:
    (quote, *_) = (await scene.bot.desk.library.ask(Question(QUESTION))).quotes
    await scene.bot.desk.records.vote("somebody", quote.quote_id, useful=False)
    await scene.take(
        "feedback", await scene.manager.slash(scene.channel, "feedback"), scene.manager
    )


async def languages(scene: Scene) -> None:
    """The other languages, with a quote that is written from right to left."""
    for code in ("es", "uk"):
        await scene.bot.desk.change_rules(scene.guild.id, partial(replace, language=code))
        await scene.take(code, await scene.ask("What did envoy Qasimi write to Kestrel?"))
        await scene.take(f"{code}-refusal", await scene.ask(UNANSWERABLE))


async def context(scene: Scene) -> None:
    await scene.take("context", await scene.press(await scene.ask(QUESTION), "Context"))


async def source(scene: Scene) -> None:
    behind = await scene.press(await scene.ask(QUESTION), "⋯")
    await scene.take("source", await scene.press(behind.response, "Source"))


async def why(scene: Scene) -> None:
    await scene.take("why", await scene.press(await scene.ask(UNANSWERABLE), "Why?"))


async def filtered(scene: Scene) -> None:
    options = {"question": QUESTION, "since": "2019", "until": "October 2020"}
    await scene.take("filtered", await scene.asker.slash(scene.channel, "ask", **options))


async def claim(scene: Scene) -> None:
    said = await scene.asker.send(scene.channel, "Fighters went through Gaziantep, says Macron")
    found = await scene.asker.context_menu(scene.channel, "Find sources", said)
    await scene.take("claim", found)


async def commands(scene: Scene) -> None:
    for name in ("sources", "about"):
        await scene.take(name, await scene.asker.slash(scene.channel, name))
    # The preview cannot draw the mention of a command that the viewer may not use.
    await scene.take("help", await scene.manager.slash(scene.channel, "help"), scene.manager)


async def settings(scene: Scene) -> None:
    shown = await scene.manager.slash(scene.channel, "settings")
    await scene.take("settings", shown, scene.manager)
    assert shown.response is not None
    await scene.manager.select(shown.response, ["de"], custom_id="L")
    await scene.take("german", await scene.ask(QUESTION))


async def progress(scene: Scene) -> None:
    """A reindex as it stands half-way, which a real one of this corpus never does for long."""
    voice = scene.bot.desk.voices.default
    card = progress_card(Progress(7, 12, 31), 4.0, voice, full=False)
    async with asyncio.timeout(60):
        channel = scene.bot.get_partial_messageable(scene.channel.id)
        await channel.send(view=message(card))
    await scene.take("progress", scene.channel.last_message)


async def admin(scene: Scene) -> None:
    for name in ("reindex", "status"):
        shown = await scene.manager.slash(scene.channel, name)
        await scene.take(name, shown, scene.manager)


KINDS: Final[tuple[Callable[[Scene], Awaitable[None]], ...]] = (
    answer,
    refusal,
    reading,
    follow_up,
    more,
    proof,
    timeline,
    sides,
    context,
    source,
    why,
    strange,
    one_passage,
    closest,
    turned,
    unknown,
    gone,
    pointed,
    threads,
    filtered,
    claim,
    commands,
    progress,
    admin,
    watch,
    watched,
    feedback,
    settings,
    languages,
)
