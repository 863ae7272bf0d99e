"""Cards: the texts of Discord messages, made from answers by pure functions."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.messages.page_links import PageButton, page_button
from bot.wording import phrases
from bot.wording.markdown import escape, fitted, size, subtext
from bot.wording.voice import Voice
from corpus.model import Span
from index.answers import Context, Quote

TEXT_LIMIT = 4_000
"""Characters of all texts of one message with Components V2."""

ECHO = "-# 🔎 "


@dataclass(frozen=True, slots=True)
class Card:
    """The texts of one message, top to bottom, as Markdown.

    ``page`` opens the document beside the last text; ``echo``, below everything, repeats the
    question where it is not right above, and says what the reader must know about the search.
    """

    texts: tuple[str, ...]
    echo: str = ""
    page: PageButton | None = None

    @property
    def size(self) -> int:
        return sum(map(size, (*self.texts, self.echo)))


def notice(*lines: str, echo: str = "") -> Card:
    """A card of one text."""
    return Card(("\n".join(lines),), echo)


def echo_of(question: str | None, *notes: str) -> str:
    """The question as small print, and below it what the reader must know about the search.

    The first line holds the question, so that a button can read it back to the letter.
    """
    first = [] if question is None else [ECHO + escape(" ".join(question.split()))]
    return "\n".join((*first, *map(subtext, notes)))


def passage_cards(quote: Quote, voice: Voice, *, echo: str = "", top: str = "") -> tuple[Card, ...]:
    """One passage whole: who and when, the words, and in small print all that must be beside them.

    ``top`` stands above everything. A passage that is too long for one message goes on in further
    cards; nothing is left out.
    """
    who = _header(quote, voice, second=bool(top))
    header = "\n".join(filter(None, (top, who)))
    footer = _footer(quote, voice)
    marks = subtext(voice("answer.continued")), subtext(voice("answer.continues", title=who))
    first = TEXT_LIMIT - size(echo) - size(header) - size("\n".join((*footer, marks[0])))
    parts = list(fitted(quote.passage.text, _marked(quote), _limits(first, size(marks[1]))))
    if len(parts) > 1:
        footer = (*footer, marks[0])
    return (
        Card((header, parts[0], "\n".join(footer)), echo),
        *(Card((marks[1], part)) for part in parts[1:]),
    )


def closest_card(quote: Quote, voice: Voice, *notes: str, echo: str = "") -> Card:
    """The sentence of a passage that comes close, with its source and date, and what is amiss.

    A sentence that is too long for one message is left to the passage itself.
    """
    text = quote.passage.text
    start, end = quote.key_sentence or Span(0, len(text))
    header = "\n".join((subtext(voice("closest.title")), _header(quote, voice, second=True)))
    about = "\n".join((subtext(phrases.whereabouts(quote, voice)), *notes))
    room = TEXT_LIMIT - size(echo) - size(header) - size(about)
    first, *rest = fitted(text[start:end], (), _limits(room, 0))
    texts = (header, about) if rest else (header, first, about)
    return Card(texts, echo)


def context_cards(context: Context, voice: Voice) -> tuple[Card, ...]:
    """The passage itself in plain weight, between the passages before and after in small print."""
    quote = context.quote
    around = (
        *((passage.text, True) for passage in context.before),
        (quote.passage.text, False),
        *((passage.text, True) for passage in context.after),
    )
    texts = [_header(quote, voice)]
    for text, small in around:
        texts.extend(fitted(text, (), _limits(TEXT_LIMIT, 0), small=small))
    texts.append(subtext(phrases.whereabouts(quote, voice)))
    *cards, last = packed(texts)
    return (*cards, replace(last, page=page_button(quote.source, quote)))


def packed(texts: list[str]) -> tuple[Card, ...]:
    """Texts in order on as few cards as hold them; each text must fit on one."""
    cards: list[list[str]] = [[]]
    for text in texts:
        if sum(map(size, cards[-1])) + size(text) > TEXT_LIMIT:
            cards.append([])
        cards[-1].append(text)
    return tuple(Card(tuple(card)) for card in cards if card)


def _header(quote: Quote, voice: Voice, *, second: bool = False) -> str:
    """Who and when; in two lines of a phone where it is only the ``second`` line of a card.

    So the quote begins no lower than on the fourth.
    """
    limits = (phrases.ONE_LINE,) if second else ()
    return f"**{phrases.head(quote.source, voice, *limits)}**"


def _footer(quote: Quote, voice: Voice) -> tuple[str, ...]:
    lines = (
        phrases.whereabouts(quote, voice),
        phrases.stated_dates(quote.passage, voice),
        phrases.also_in(quote, voice),
    )
    return tuple(subtext(line) for line in lines if line)


def _marked(quote: Quote) -> tuple[Span, ...]:
    """The sentence that matched; where it is all there is, its words that did."""
    key, text = quote.key_sentence, quote.passage.text
    if key is None:
        return ()
    whole = not text[: key.start].strip() and not text[key.end :].strip()
    return quote.matched if whole else (key,)


def _limits(first: int, mark: int) -> Iterator[int]:
    yield first
    while True:
        yield TEXT_LIMIT - mark
