"""Documents as Discord shows them: one with all that is known of it, or a page of the list."""

from collections.abc import Iterator, Sequence
from datetime import UTC

from discord import ui

from bot.desk.custom_ids import base62, number_of, tag
from bot.messages.buttons import Control, Row, plain_button
from bot.messages.cards import Card, notice
from bot.messages.layout import message
from bot.messages.page_links import page_button
from bot.wording import phrases
from bot.wording.markdown import escape, subtext
from bot.wording.names import visible
from bot.wording.voice import Voice
from corpus.dates import PartialDate
from corpus.model import Source
from index.answers import Holding

WITHIN, PICK, LEFT, RIGHT = "i", "k", "l", "r"
PAGE_SIZE = 8
SEARCH_LIMIT = 50
_PAGE_WIDTH = 2
_LAST_PAGE = 62**_PAGE_WIDTH - 1
_FIELDS = ("title", "publisher", "author", "url", "published", "language")
_VALUE, _ADDRESS, _LISTED = 120, 350, 80  # characters of metadata shown before an ellipsis
_OPTION = 100  # characters of a menu's option


def source_view(holding: Holding, voice: Voice) -> ui.LayoutView:
    """Everything that is known of a document, with a button to ask within it."""
    source = holding.source
    name = phrases.title(source, holding.document, voice)
    pins = [*_origins(source, voice), voice("verify.checksum", sha256=holding.sha256)]
    facts = "\n".join((f"### {escape(name)}", *_facts(holding, voice)))
    card = Card((facts, "\n".join(map(subtext, pins))), page=page_button(source))
    within = plain_button(voice("button.ask_within"), WITHIN + tag(holding.document), "🔎")
    return message(card, [[within]])


def list_view(holdings: Sequence[Holding], search: str, page: int, voice: Voice) -> ui.LayoutView:
    """One page of the documents, a menu to pick one, and buttons to turn the page."""
    name = voice.quoted(search)
    if not holdings:
        empty = voice("sources.none", search=name) if search else voice("sources.empty")
        return message(notice(empty))
    pages = min(-(-len(holdings) // PAGE_SIZE), _LAST_PAGE + 1)
    page = min(max(page, 0), pages - 1)
    shown = holdings[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    count = len(holdings)
    title = (
        voice.count("sources.title_search", count, search=name)
        if search
        else voice.count("count.documents", count)
    )
    lines = "\n".join(_line(holding, voice) for holding in shown)
    texts = [f"### {title}", lines]
    rows: list[Row] = [[_menu(shown, voice)]]
    if pages > 1:
        texts.append(subtext(voice("sources.page", page=page + 1, pages=pages)))
        rows.append(list(_turns(page, pages, search, voice)))
    return message(Card(tuple(texts)), rows)


def list_state(state: str) -> tuple[int, str]:
    """The page and the search text in a turning button's custom id."""
    return number_of(state[:_PAGE_WIDTH]), state[_PAGE_WIDTH:]


def _line(holding: Holding, voice: Voice) -> str:
    name = phrases.title(holding.source, holding.document, voice, limit=_LISTED)
    about = phrases.head(holding.source, voice, limit=_LISTED // 2)
    return subtext(voice.apart(f"**{voice.literal(name)}**", about))


def _menu(shown: Sequence[Holding], voice: Voice) -> Control:
    menu: ui.Select[ui.LayoutView] = ui.Select(
        custom_id=PICK, placeholder=voice.clipped(voice("sources.pick"), 150)
    )
    # Names that differ in letter case alone share a tag; Discord refuses a value that stands twice.
    for value, holding in {tag(each.document): each for each in shown}.items():
        published = holding.source.published
        facts = [
            visible(holding.source.publisher) or holding.source.site,
            voice.date(published) if published else None,
        ]
        menu.add_option(
            label=phrases.title(holding.source, holding.document, voice, limit=_OPTION),
            value=value,
            description=voice.clipped(phrases.SEPARATOR.join(filter(None, facts)), _OPTION) or None,
        )
    return menu


def _turns(page: int, pages: int, search: str, voice: Voice) -> Iterator[Control]:
    for key, to, label in (
        (LEFT, page - 1, "button.previous"),
        (RIGHT, page + 1, "button.next"),
    ):
        state = base62(min(max(to, 0), pages - 1), _PAGE_WIDTH) + search
        button = plain_button(voice(label), key + state)
        button.disabled = not 0 <= to < pages
        yield button


def _facts(holding: Holding, voice: Voice) -> Iterator[str]:
    source = holding.source
    for name in ("publisher", "author", "published", "language"):
        yield voice(f"source.{name}", value=_fact(source, name, voice))
    if source.url:
        yield voice("source.address", value=escape(voice.clipped(source.url, _ADDRESS)))
    document = escape(voice.clipped(holding.document, _VALUE))
    yield voice("source.document", value=document)
    held = (
        voice.count("count.passages", holding.passages),
        voice.count("count.characters", holding.characters),
    )
    yield voice("source.held", value=", ".join(held))
    indexed = PartialDate.of(holding.indexed_at.astimezone(UTC).date())
    yield voice("source.indexed", value=voice.date(indexed))


def _fact(source: Source, name: str, voice: Voice) -> str:
    value = getattr(source, name)
    if value is None:
        return voice("source.unknown")
    if isinstance(value, PartialDate):
        return voice.date(value)
    text = voice.tongue(value) if name == "language" else value
    return escape(voice.clipped(text, _VALUE))


def _origins(source: Source, voice: Voice) -> Iterator[str]:
    """Which pieces of metadata somebody gave, and which were read off the page."""
    for key, given in (("source.given", True), ("source.document_says", False)):
        fields = [
            voice(f"source.field.{name}")
            for name in _FIELDS
            if (origin := source.origin(name)) is not None and origin.given is given
        ]
        if fields:
            yield voice(key, fields=", ".join(fields))
