"""Exported chats: every message with its name and time, and never two speakers in one passage."""

from collections.abc import Callable

import pytest

from corpus.model import Document, Source
from corpus.reader import RawFile, Reader
from index.cutting.passages import split

Export = Callable[[list[tuple[str, str, list[str]]]], str]

SAID = [
    ("Nadia", "04.05.2019 21:10", ["The barge left at nine.", "I heard the engine."]),
    ("Omar", "04.05.2019 21:12", ["No, it is still here.\nLook at the pier!"]),
    ("Nadia", "04.05.2019 21:15", ["Then it was another one."]),
]


def discord(said: list[tuple[str, str, list[str]]]) -> str:
    groups = []
    for name, time, words in said:
        messages = "".join(
            "<div class=chatlog__message-container><div class=chatlog__message>"
            "<div class=chatlog__message-aside>"
            "<div class=chatlog__short-timestamp>21:11</div></div>"
            "<div class=chatlog__message-primary>"
            + (
                f"<div class=chatlog__header><span class=chatlog__author>{name}</span> "
                f"<span class=chatlog__timestamp><a href=#>{time}</a></span></div>"
                if text is words[0]
                else ""
            )
            + '<div class="chatlog__content chatlog__markdown">'
            f"<span class=chatlog__markdown-preserve>{text}</span></div>"
            "<div class=chatlog__reactions><div class=chatlog__reaction>5</div></div>"
            "</div></div></div>"
            for text in words
        )
        groups.append(f"<div class=chatlog__message-group>{messages}</div>")
    return (
        "<!DOCTYPE html><html><head><title>Port - general</title></head><body>"
        "<div class=preamble><div class=preamble__entry>Port</div></div>"
        f"<div class=chatlog>{''.join(groups)}</div>"
        "<div class=postamble>Exported 4 message(s)</div></body></html>"
    )


def telegram(said: list[tuple[str, str, list[str]]]) -> str:
    messages = []
    for name, time, words in said:
        for text in words:
            first = text is words[0]
            who = f'<div class="from_name">{name}</div>' if first else ""
            messages.append(
                f'<div class="message default clearfix {"" if first else "joined"}">'
                '<div class="pull_left userpic_wrap"><div class="initials">N</div></div>'
                f'<div class="body"><div class="pull_right date details" title="{time}">21:10</div>'
                f'{who}<div class="text">{text.replace(chr(10), "<br>")}</div></div></div>'
            )
    return (
        "<!DOCTYPE html><html><head><title>Exported Data</title></head>"
        '<body><div class="page_wrap">'
        '<div class="page_header"><div class="text bold">Port</div></div>'
        '<div class="page_body chat_page"><div class="history">'
        '<div class="message service"><div class="body details">4 May 2019</div></div>'
        f"{''.join(messages)}</div></div></div></body></html>"
    )


def read(page: str) -> Document:
    return Reader.parse(RawFile("chat.html", page.encode(), "", Source(), True))


@pytest.mark.parametrize("export", [discord, telegram])
def test_each_message_is_kept_with_its_name_and_time(export: Export) -> None:
    document = read(export(SAID))
    assert [block.split("\n")[0] for block in document.text.split("\n\n")] == [
        f"{name} {time}" for name, time, _ in SAID
    ]
    for _, _, words in SAID:
        assert all(text in document.text for text in words)


@pytest.mark.parametrize("export", [discord, telegram])
def test_no_passage_joins_two_speakers(export: Export) -> None:
    passages = [passage.text for passage in split(read(export(SAID)))]
    assert len(passages) == len(SAID)
    assert all(text.startswith(name) for text, (name, _, _) in zip(passages, SAID, strict=True))


@pytest.mark.parametrize("export", [discord, telegram])
def test_what_stands_around_the_messages_is_no_text(export: Export) -> None:
    lines = read(export(SAID)).text.split("\n")
    assert not {"Port", "Exported 4 message(s)", "5", "N", "4 May 2019"} & set(lines)


def test_what_is_passed_on_is_its_writer_s_and_what_follows_is_not() -> None:
    page = telegram([SAID[0], *SAID[1:]])
    passed_on = (
        '<div class="message default clearfix joined"><div class="body">'
        '<div class="forwarded body"><div class="from_name">Pia</div>'
        '<div class="text">Sink them all.</div></div></div></div>'
    )
    at = page.index('<div class="message default clearfix joined"')
    blocks = read(page[:at] + passed_on + page[at:]).text.split("\n\n")
    assert blocks[1] == "Pia\nSink them all."
    assert blocks[2].startswith("Nadia\n")
    assert blocks[2].endswith("I heard the engine.")


def test_an_article_with_one_message_in_it_is_an_article() -> None:
    prose = "The harbour master read the message aloud to the council on Monday evening."
    page = discord(SAID[2:]).replace("</body>", f"<article><p>{prose}</p></article></body>")
    assert prose in read(page).text
