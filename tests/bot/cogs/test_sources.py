"""Browsing: `/sources`, `/source`, and asking within one."""

from dataclasses import replace

from bot.desk.custom_ids import tag
from bot.messages.source_cards import PAGE_SIZE
from index.answers import Question
from tests.bot.world import QUESTION, World, buttons, pick, press, text, texts, walk

MACRON = "Macron on Syrian fighters and Gaziantep"


async def test_sources_lists_every_document_page_by_page(world: World) -> None:
    catalogue = await world.library.sources()
    result = await world.alice.slash(world.channel, "sources")
    assert result.ephemeral
    assert f"### {len(catalogue.holdings)} documents" in text(result.response)
    pages = [texts(result.response)[1]]
    for _ in range(-(-len(catalogue.holdings) // PAGE_SIZE) - 1):
        await press(world.alice, result.response, "›")
        pages.append(texts(result.response)[1])
    assert buttons(result.response)["›"]["disabled"]
    listed = [line for page in pages for line in page.splitlines()]
    titles = [holding.source.title for holding in catalogue.holdings]
    named = [line.removeprefix("-# **").partition("**")[0] for line in listed]
    assert named == titles
    assert all("Verbatim sample corpus · " in line for line in listed)
    assert pages[0].count("\n") == PAGE_SIZE - 1


async def test_a_search_narrows_the_list_and_is_kept_over_pages(world: World) -> None:
    result = await world.alice.slash(world.channel, "sources", search="gaziantep")
    assert "### 1 document for “gaziantep”" in text(result.response)
    assert MACRON in text(result.response)
    await world.restart()
    everywhere = await world.alice.slash(world.channel, "sources", search="verbatim authors")
    await press(world.alice, everywhere.response, "›")
    assert "for “verbatim authors”" in text(everywhere.response)


async def test_a_search_without_a_hit_says_so(world: World) -> None:
    result = await world.alice.slash(world.channel, "sources", search="**quasar**")
    assert "No document matches “\\*\\*quasar\\*\\*”." in text(result.response)


async def test_a_document_is_picked_from_the_menu_and_asked_within(world: World) -> None:
    result = await world.alice.slash(world.channel, "sources", search="gaziantep")
    picked = await pick(world.alice, result.response, [tag("macron-gaziantep.md")], "k")
    assert picked.ephemeral
    assert f"### {MACRON}" in text(picked.response)
    form = await press(world.alice, picked.response, "Ask within this source")
    assert form.modal is not None
    field = form.modal["components"][0]["component"]["custom_id"]
    answer = await world.alice.submit_modal(form, {field: "Who spoke of a serious new fact?"})
    assert answer.ephemeral
    assert "only in" in text(answer.response)


async def test_source_finds_by_title_by_file_name_and_by_choice(world: World) -> None:
    choices = await world.alice.autocomplete(world.channel, "source", "document", "gaziant")
    (choice,) = choices
    assert choice["name"].startswith(f"{MACRON} — Verbatim sample corpus")
    for name in (MACRON, "macron-gaziantep.md", choice["value"]):
        result = await world.alice.slash(world.channel, "source", document=name)
        assert f"### {MACRON}" in text(result.response)


async def test_source_lists_the_documents_of_a_publisher(world: World) -> None:
    result = await world.alice.slash(world.channel, "source", document="verbatim sample corpus")
    assert [each for each in walk(result.response) if each["type"] == 3]


async def test_an_unknown_source_is_said_to_be_unknown(world: World) -> None:
    result = await world.alice.slash(world.channel, "source", document="The Moon Gazette")
    assert "I hold no source called “The Moon Gazette”" in text(result.response)


async def test_a_document_that_went_away_meanwhile_is_said_to_be_gone(world: World) -> None:
    result = await world.alice.slash(world.channel, "sources", search="gaziantep")
    (world.corpus / "macron-gaziantep.md").unlink()
    await world.library.reindex()
    picked = await pick(world.alice, result.response, [tag("macron-gaziantep.md")], "k")
    assert "no longer held" in text(picked.response)


async def test_a_quote_is_proven_by_its_id(world: World) -> None:
    """As the button does it: the verdict, the words as they stand now, what pins them."""
    answer = await world.library.ask(Question(QUESTION))
    quote = answer.quotes[0]
    result = await world.alice.slash(world.channel, "verify", quote_id=f" {quote.quote_id} ")
    assert result.ephemeral
    assert text(result.response).startswith("### Proven. The document is unchanged")
    assert "The president of France" in text(result.response)
    path = world.corpus / quote.passage.document
    path.write_text(path.read_text("utf-8").replace("Gaziantep", "Izmir"), "utf-8")
    result = await world.alice.slash(world.channel, "verify", quote_id=quote.quote_id)
    assert text(result.response).startswith("### Not proven")


async def test_what_is_no_id_is_told_as_such(world: World) -> None:
    result = await world.alice.slash(world.channel, "verify", quote_id="Gaziantep")
    assert "That is not a quote id." in text(result.response)


async def test_a_hidden_source_is_not_betrayed_by_a_quote(world: World) -> None:
    answer = await world.library.ask(Question(QUESTION))
    await world.bot.desk.change_rules(
        world.guild.id, lambda rules: replace(rules, sources=("nothing of that name",))
    )
    result = await world.alice.slash(world.channel, "verify", quote_id=answer.quotes[0].quote_id)
    shown = text(result.response)
    assert "its document is not held here" in shown
    assert answer.quotes[0].passage.document not in shown
    assert "The president of France" not in shown


async def test_the_language_of_a_document_is_named_in_the_readers_language(world: World) -> None:
    shown = await world.alice.slash(world.channel, "source", document="macron-gaziantep.md")
    assert "Language: English" in text(shown.response)
    await world.bot.desk.change_rules(world.guild.id, lambda rules: replace(rules, language="fr"))
    shown = await world.alice.slash(world.channel, "source", document="macron-gaziantep.md")
    assert "Langue : anglais" in text(shown.response)
