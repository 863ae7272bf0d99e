"""The button that opens a document's page, where a browser goes to the quoted words.

The address ends in a text fragment (``#:~:text=first%20words,last%20words``), which browsers use
to find a text and mark it: https://wicg.github.io/scroll-to-text-fragment/
"""

import re
from collections.abc import Iterator
from typing import Final, TypeAlias
from urllib.parse import quote as percent_encoded
from urllib.parse import urlsplit, urlunsplit

import discord
from discord import ui

from bot.wording.face import cells
from corpus.model import Source, Span
from index.answers import Quote

PageButton: TypeAlias = ui.Button[ui.LayoutView]

URL_LIMIT: Final = 512
LABEL_WIDTH: Final = 22
_EDGES: Final = (4, 3, 2, 1)  # words at either end, fewer where the address is long
_MARKER: Final = ":~:"
_WORD: Final = re.compile(r"\w[\w'’.-]*")
_SIGNS: Final = re.compile(r"[-,&]")  # have a meaning of their own in a text fragment
_HOST: Final = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_SAFE: Final = "!#$%&'()*+,/:;=?@[]~"  # what an address may hold as it stands


def page_button(source: Source, quote: Quote | None = None) -> PageButton | None:
    """Open the page, at the quoted words; none where no address is known that Discord takes."""
    address = _address(source.url or "")
    if address is None:
        return None
    return ui.Button(
        style=discord.ButtonStyle.link,
        label=_label(source.site or ""),
        url=address if quote is None else at_words(address, quote),
    )


def at_words(address: str, quote: Quote) -> str:
    """The address with a text fragment for the key sentence, if it finds room."""
    text = quote.passage.text
    start, end = quote.key_sentence or Span(0, len(text))
    before = address.partition(_MARKER)[0]
    joint = "" if "#" in before else "#"
    for directive in _directives(text[start:end]):
        found = f"{before}{joint}{_MARKER}text={directive}"
        if len(found) <= URL_LIMIT:
            return found
    return address


def _directives(sentence: str) -> Iterator[str]:
    """``first,last`` with ever fewer words; a short sentence whole."""
    words = list(_WORD.finditer(sentence))
    if not words:
        return
    if len(words) <= 2 * _EDGES[0] and "\n" not in sentence.strip():
        yield _encoded(sentence[words[0].start() : words[-1].end()])
    for count in _EDGES:
        if len(words) > 2 * count:
            first = sentence[words[0].start() : words[count - 1].end()]
            last = sentence[words[-count].start() : words[-1].end()]
            yield f"{_encoded(first)},{_encoded(last)}"


def _encoded(words: str) -> str:
    encoded = percent_encoded(" ".join(words.split()), safe="")
    return _SIGNS.sub(lambda match: f"%{ord(match[0]):02X}", encoded)


def _address(url: str) -> str | None:
    """The address as Discord takes it; it refuses the whole message for one that it does not."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").encode("idna").decode()
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not _HOST.fullmatch(host) or "@" in parts.netloc:
        return None
    rest = urlunsplit(("", "", parts.path, parts.query, parts.fragment))
    address = f"{parts.scheme}://{host}{port}{percent_encoded(rest, safe=_SAFE)}"
    return address if len(address) <= URL_LIMIT else None


def _label(site: str) -> str:
    """The site without what all sites begin with; of a long name the end, which is the owner's."""
    name = site.lower().rpartition("@")[2].partition(":")[0].removeprefix("www.")
    while cells(name) > LABEL_WIDTH and name.count(".") > 1:
        name = name.partition(".")[2]
    while cells(name) > LABEL_WIDTH:
        name = name[1:]
    return name
