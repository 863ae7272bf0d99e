"""What people say to and below answers beside questions, in all languages of the interface."""

import pytest

from tests.bot.conftest import OpenWorld
from tests.bot.world import QUESTION, World, echo, text

PASSAGE = "over 300 radical Islamists had been moved from Syria"
LOST = "I do not see which message you mean."
HOW = "Ask me something, for example"


@pytest.fixture
async def busy(open_bot: OpenWorld) -> World:
    """A world in which much may be said in a minute."""
    return await open_bot(VERBATIM_COOLDOWN_USER="999/9", VERBATIM_COOLDOWN_SERVER="999/9")


async def test_a_word_of_thanks_sign_or_picture_below_an_answer_gets_no_message(
    busy: World,
) -> None:
    answer = await busy.ask()
    for words in (
        *("OK 👍", "thank u", "+1", "nah", "ахаха", "ага", "mdr", "jajaja", "ptdr", "vielen Dank!"),
        *("<:wave:123456789012345678>", "https://tenor.com/view/laugh-1", "👏🏽", "no way", "stop"),
    ):
        await busy.alice.send(busy.channel, words, reply_to=answer)
        assert busy.last.author.id == busy.alice.id, words
    picture = [("IMG_2041.jpg", b"x")]
    await busy.alice.send(busy.channel, "", reply_to=answer, attachments=picture)
    assert busy.last.author.id == busy.alice.id


async def test_chatter_below_an_answer_gets_neither_a_message_nor_a_reaction(busy: World) -> None:
    """Also where its one word, or one of two, stands in the documents by chance."""
    answer = await busy.ask()
    for words in (
        *("wow", "Dope", "sheesh", "so sad", "big if true", "fake news", "good to know", "what"),
        *("Macron lol", "fighters haha", "propaganda", "Erdogan again", "krass", "mentira", "жах"),
        *("?", "??", "thanks for the context", "Danke für die Quelle", "merci pour la source"),
        *("ok thanks for the quick answer about Macron", "gracias por la fuente"),
    ):
        await busy.alice.send(busy.channel, words, reply_to=answer)
        assert busy.last.author.id == busy.alice.id, words
        assert busy.last.reactions == [], words


async def test_chatter_by_name_below_an_answer_gets_a_sign_and_no_message(busy: World) -> None:
    """Below an answer of `/ask` nobody can say anything without naming the bot."""
    answer = await busy.ask()
    for words in (
        *("thanks mate, helpful", "i see", "got it, thanks", "yikes", "so true", "facts", "nvm"),
        *("ok boomer", "that's crazy", "stupid bot", "good to know", "fascinating", "bahaha"),
        *("besten Dank", "schlechter Bot", "na gut", "hab ich mir gedacht", "mauvais bot"),
        *("c'est noté", "je savais pas", "bot malo", "jejeje", "me encanta", "no lo sabía"),
        *("поганий бот", "нічого собі", "не знав"),
    ):
        await busy.alice.send(busy.channel, f"{busy.mention} {words}", reply_to=answer)
        assert busy.last.author.id == busy.alice.id, words
        assert [str(each.emoji) for each in busy.last.reactions] == ["👍"], words


async def test_words_that_are_courteous_in_another_language_alone_are_asked(world: World) -> None:
    """As "war" is, which says no more in German than "was"."""
    await world.alice.send(world.channel, f"{world.mention} war")
    assert world.last.author.id != world.alice.id


async def test_a_word_of_the_documents_by_name_below_an_answer_is_a_question(world: World) -> None:
    await world.alice.send(
        world.channel, f"{world.mention} mercenaries", reply_to=await world.ask()
    )
    assert "mercenaries" in text(world.last)


async def test_thanks_before_or_after_a_question_do_not_hide_it(busy: World) -> None:
    for words, answered in (
        ("source thanks", "SHA-256"),
        ("thanks, who denied it", "denied"),
        ("ok and Gaziantep", "Gaziantep"),
    ):
        await busy.alice.send(busy.channel, words, reply_to=await busy.ask())
        assert busy.last.author.id != busy.alice.id, words
        assert answered in text(busy.last), words


async def test_a_remark_of_one_word_is_answered_if_it_is_a_name_or_goes_on(busy: World) -> None:
    for words in ("gaziantep", "and the mercenaries"):
        await busy.alice.send(busy.channel, words, reply_to=await busy.ask())
        assert busy.last.author.id != busy.alice.id, words


@pytest.mark.parametrize(
    ("words", "answered"),
    [
        ("sauce?", "SHA-256 of its text"),
        ("source pls", "SHA-256 of its text"),
        ("Quelle?", "SHA-256 of its text"),
        ("Wer hat das gesagt?", "SHA-256 of its text"),
        ("Woher stammt das?", "SHA-256 of its text"),
        ("source svp", "SHA-256 of its text"),
        ("¿De dónde viene?", "SHA-256 of its text"),
        ("джерело, будь ласка", "SHA-256 of its text"),
        ("date?", "SHA-256 of its text"),
        ("Datum?", "SHA-256 of its text"),
        ("¿fecha?", "SHA-256 of its text"),
        ("дата?", "SHA-256 of its text"),
        ("which source is this from?", "SHA-256 of its text"),
        ("link to article?", "SHA-256 of its text"),
        ("where can I read this", "SHA-256 of its text"),
        ("Wo kann ich das lesen?", "SHA-256 of its text"),
        ("fact check this", "Proven."),
        ("verify quote", "Proven."),
        ("more context please", "\n01\\.10.2020 – The president"),
        ("більше контексту", "\n01\\.10.2020 – The president"),
        ("are you sure?", "Proven."),
        ("Bist du sicher?", "Proven."),
        ("überprüfe das", "Proven."),
        ("is this accurate?", "Proven."),
        ("did he really say that?", "Proven."),
        ("ganz sicher?", "Proven."),
        ("¿en serio?", "Proven."),
        ("t'es sûr ?", "Proven."),
        ("when was this published?", "SHA-256 of its text"),
        ("which newspaper?", "SHA-256 of its text"),
        ("hast du einen Link?", "SHA-256 of its text"),
        ("c'est publié quand ?", "SHA-256 of its text"),
        ("¿qué periódico?", "SHA-256 of its text"),
        ("коли це опубліковано?", "SHA-256 of its text"),
        ("the full quote please", "\n01\\.10.2020 – The president"),
        ("was kommt danach?", "\n01\\.10.2020 – The president"),
    ],
)
async def test_what_is_wished_of_an_answer_is_heard_however_it_is_said(
    world: World, words: str, answered: str
) -> None:
    await world.alice.send(world.channel, words, reply_to=await world.ask())
    assert answered in text(world.last)


async def test_further_passages_are_asked_for_in_any_language(busy: World) -> None:
    for words in (
        "More pls",
        "got more?",
        "next page",
        "suivant",
        "encore",
        "más",
        "weiter",
        "більше",
        "ще",
        "more quotes like this",
        "other results",
        "keep going",
        "weitere Treffer",
        "d'autres résultats ?",
        "más resultados",
        "інші результати",
    ):
        await busy.alice.send(busy.channel, words, reply_to=await busy.ask("Syrian fighters"))
        said = text(busy.last)
        assert "More passages" in said, words


async def test_a_wish_right_below_an_answer_is_about_that_answer(world: World) -> None:
    await world.ask()
    await world.alice.send(world.channel, f"{world.mention} source?")
    assert "SHA-256 of its text" in text(world.last)
    await world.bob.send(world.channel, "something else")
    await world.alice.send(world.channel, f"{world.mention} source?")
    assert LOST in text(world.last)


async def test_a_wish_in_a_direct_message_is_about_the_answer_above(world: World) -> None:
    direct = world.alice.user
    await world.alice.send_dm("is this true?")
    assert LOST in text(direct.dm_channel.last_message)
    await world.alice.send_dm(QUESTION)
    for words, answered in (("source?", "SHA-256"), ("thanks", ""), ("verify", "Proven.")):
        await world.alice.send_dm(words)
        assert answered in text(direct.dm_channel.last_message)


async def test_what_points_at_nothing_is_told_so_and_never_searched(busy: World) -> None:
    for words in (
        "source?",
        "is this true?",
        "stimmt das?",
        "c’est vrai ?",
        "¿fuente?",
        "це правда?",
    ):
        await busy.alice.send(busy.channel, f"{busy.mention} {words}")
        assert LOST in text(busy.last), words
    for words in ("?", "help", "Hilfe!", "aide-moi", "ayuda", "допоможи"):
        await busy.alice.send(busy.channel, f"{busy.mention} {words}")
        assert HOW in text(busy.last), words


async def test_a_claim_replied_to_is_looked_up_however_it_is_pointed_at(busy: World) -> None:
    claim = await busy.bob.send(busy.channel, f"{busy.mention} Macron: fighters, Gaziantep!")
    for words in (
        "^",
        "👆",
        "this",
        "is that right",
        "true or false",
        "cap?",
        "und das?",
        "more",
        "🤔",
        "can someone verify this?",
        "do we know if that's true?",
        "is this claim supported?",
        "what do the documents say about this?",
        "what about this one?",
        "Seriously?",
        "Gibt's dafür Belege?",
        "Hat er das wirklich gesagt?",
        "Fakt oder Fake?",
        "c'est confirmé ?",
        "¿hay alguna prueba de eso?",
        "є якісь докази?",
        "Gibt es dazu etwas?",
        "¿me lo confirmas?",
    ):
        await busy.alice.send(busy.channel, f"{busy.mention} {words}", reply_to=claim)
        assert PASSAGE in text(busy.last), words
    await busy.alice.send(busy.channel, f"{busy.mention} thanks", reply_to=claim)
    assert busy.last.author.id == busy.alice.id


@pytest.mark.parametrize(
    "words", ["è vero?", "czy to prawda?", "هل هذا صحيح؟", "这是真的吗？", "is dis real", "hm?"]
)
async def test_words_of_no_document_point_at_a_claim_in_any_language(
    world: World, words: str
) -> None:
    claim = await world.bob.send(world.channel, f"{world.mention} Macron: fighters, Gaziantep!")
    await world.alice.send(world.channel, f"{world.mention} {words}", reply_to=claim)
    assert PASSAGE in text(world.last)
    assert "Passages that share words with that message." in echo(world.last)
    await world.alice.send(world.channel, f"{world.mention} did Quux snore?", reply_to=claim)
    assert "These words are in no document" in text(world.last)


async def test_a_question_about_a_claim_is_searched_together_with_it(world: World) -> None:
    """However many words of its own it has, it cannot be understood without what it speaks of."""
    claim = await world.bob.send(world.channel, f"{world.mention} Fighters went via Gaziantep")
    words = f"{world.mention} which president told the leaders this?"
    await world.alice.send(world.channel, words, reply_to=claim)
    assert "Searched together with the message you replied to." in echo(world.last)
    assert "president" in text(world.last)


async def test_who_asks_what_the_bot_is_is_told_how_to_ask(busy: World) -> None:
    for words in ("what are you?", "who are you", "was kannst du?", "qui es-tu ?", "¿qué eres?"):
        await busy.alice.send(busy.channel, f"{busy.mention} {words}")
        assert HOW in text(busy.last), words


@pytest.mark.parametrize(
    "claim",
    [
        '[Macron on Gaziantep and fighters](https://news.example/a "Quasar")',
        "**Mac**ron: __Gazi__antep fighters",
        "> Macron: ||Gaziantep|| `fighters`",
        "```\nMacron: Gaziantep fighters\n```",
    ],
)
async def test_a_claim_is_read_without_the_signs_around_its_words(world: World, claim: str) -> None:
    shown = await world.alice.context_menu(
        world.channel, "Find sources", await world.bob.send(world.channel, claim)
    )
    assert PASSAGE in text(shown.response)
    assert not set("*_`|>") & set(echo(shown.response).replace("\\", ""))
