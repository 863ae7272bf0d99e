"""Chats exported as text: what two people wrote never stands in one passage."""

import pytest

from corpus.formats.markdown import read_markdown
from corpus.formats.text import read_text
from corpus.model import Document, Source, text_sha256
from index.cutting.passages import split

SAID = (
    ("Anna Berg", "I saw the buses myself on Monday, forty of them, and nobody stopped them."),
    ("Boris Klein", "They were hired by a private company; my cousin drove one of them."),
    ("Anna Berg", "Then show us the papers, because nobody here believes that any more."),
)
WRITTEN = {
    "WhatsApp": "01.10.20, 09:1{at} - {name}: {words}",
    "WhatsApp, USA": "10/1/20, 9:1{at} AM - {name}: {words}",
    "WhatsApp, iOS": "[01.10.20, 09:1{at}:05] {name}: {words}",
    "Signal": "[2020-10-01, 09:1{at}:05] {name}: {words}",
    "Viber": "[1 October 2020] [9:1{at} AM] {name}: {words}",
    "Element": "Oct 1, 2020, 9:1{at}:05 AM - {name}: {words}",
    "IRC": "[09:1{at}] <{name}> {words}",
    "IRC, irssi": "09:1{at} <@{name}> {words}",
    "Zoom": "09:1{at}:05\t From  {name} : {words}",
    "Zoom, to all": "09:1{at}:05 From {name} to Everyone:\n\t{words}",
    "Discord": "[01-Oct-20 09:1{at} AM] {name}\n{words}\n",
}


def chat(form: str, *, above: str = "", below: str = "") -> str:
    lines = (form.format(at=at, name=name, words=words) for at, (name, words) in enumerate(SAID))
    return above + "\n".join(lines) + "\n" + below


def quotes(text: str) -> list[str]:
    draft = read_text(text)
    assert draft.text == text
    document = Document("a.txt", Source(), text, text_sha256(text), residue=draft.residue)
    return [passage.text for passage in split(document)]


@pytest.mark.parametrize("form", WRITTEN.values(), ids=WRITTEN)
def test_each_message_is_quoted_with_its_name_and_apart_from_others(form: str) -> None:
    found = quotes(chat(form))
    for name, words in SAID:
        (quote,) = (each for each in found if words in each)
        assert name in quote
        assert not any(other in quote for _, other in SAID if other != words)


def test_messages_of_one_person_in_a_row_may_stand_together() -> None:
    form = WRITTEN["Signal"]
    text = chat(form).replace("Boris Klein", "Anna Berg") + form.format(
        at=5, name="Boris Klein", words="I do not believe a word of what you say about them."
    )
    assert any(SAID[0][1] in each and SAID[1][1] in each for each in quotes(text))


@pytest.mark.parametrize(
    "noted",
    [
        "01.10.20, 09:00 - Messages and calls are end-to-end encrypted. Nobody can read them.\n",
        "01.10.20, 09:00 - Anna Berg: <Media omitted>\n",
        "01.10.20, 09:00 - Anna Berg: image omitted\n",
    ],
)
def test_what_the_program_notes_is_not_quoted(noted: str) -> None:
    form = WRITTEN["WhatsApp"]
    assert not any(noted.strip() in each for each in quotes(chat(form, above=noted, below=noted)))


def test_a_message_goes_on_over_several_lines() -> None:
    text = chat(WRITTEN["WhatsApp"]).replace("them.\n", "them.\nThe last one had no plates.\n", 1)
    assert any("nobody stopped them.\nThe last one" in each for each in quotes(text))


def test_a_text_that_names_hours_and_speakers_now_and_then_is_no_chat() -> None:
    prose = "The council met in the morning and heard both sides before it went to lunch.\n\n" * 40
    hours = "09:12 - Minister: We know nothing of it.\n\n10:15 - Mayor: Nor do we.\n\n"
    assert read_text(prose + hours).residue == ()


def test_a_chat_may_be_markdown_with_front_matter() -> None:
    draft = read_markdown("---\ntitle: Village\n---\n" + chat(WRITTEN["Signal"]))
    assert draft.front_matter.title == "Village"
    assert len(draft.residue) == 2
