"""Cards: the texts of Discord messages, made from answers by pure functions."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.wording import phrases
from bot.wording.markdown import escape, fitted, link, size, subtext
from bot.wording.voice import Voice
from corpus.model import Span
from index.answers import Context, Quote

TEXT_LIMIT = 4_000
"""Characters of all texts of one message with Components V2."""

ECHO = "-# 🔎 "


@dataclass(frozen=True, slots=True)
class Card:
    """The texts of one message, top to bottom, as Markdown. ``echo`` repeats the question."""

    texts: tuple[str, ...]
    echo: str = ""

    @property
    def size(self) -> int:
        return sum(map(size, (*self.texts, self.echo)))


def notice(*lines: str, echo: str = "") -> Card:
    """A card of one text."""
    return Card(("\n".join(lines),), echo)


def echo_of(question: str, *notes: str) -> str:
    """The question as small print, and below it what the reader must know about the search.

    The first line holds the question, so that a button can read it back to the letter.
    """
    return "\n".join((ECHO + escape(" ".join(question.split())), *map(subtext, notes)))


def passage_cards(
    quote: Quote,
    voice: Voice,
    *,
    number: int = 1,
    total: int = 1,
    echo: str = "",
) -> tuple[Card, ...]:
    """One passage whole, with all that must be shown beside it.

    A passage that is too long for one message goes on in further cards; nothing is left out.
    """
    header = "\n".join(_header(quote, voice))
    footer = _footer(quote, voice, number, total)
    name = escape(phrases.title(quote.source, quote.passage.document, voice))
    marks = subtext(voice("answer.continued")), subtext(voice("answer.continues", title=name))
    first = TEXT_LIMIT - size(echo) - size(header) - size("\n".join((*footer, marks[0])))
    parts = list(fitted(quote.passage.text, _key(quote), _limits(first, size(marks[1]))))
    if len(parts) > 1:
        footer = (*footer, marks[0])
    texts = (header, parts[0], "\n".join(footer))
    return (
        Card(tuple(filter(None, texts)), echo),
        *(Card((marks[1], part)) for part in parts[1:]),
    )


def closest_card(quote: Quote, voice: Voice, *notes: str, echo: str = "") -> Card:
    """The sentence of a passage that comes close, with its source and date, and what is amiss.

    A sentence that is too long for one message is left to the passage itself.
    """
    text = quote.passage.text
    start, end = quote.key_sentence or Span(0, len(text))
    header = "\n".join((f"### {voice('closest.title')}", *_header(quote, voice)))
    about = "\n".join(notes)
    room = TEXT_LIMIT - size(echo) - size(header) - size(about)
    first, *rest = fitted(text[start:end], None, _limits(room, 0))
    return Card(tuple(filter(None, (header, "" if rest else first, about))), echo)


def context_cards(context: Context, voice: Voice) -> tuple[Card, ...]:
    """The passages before, the passage itself in bold, and those after."""
    quote, length = context.quote, len(context.quote.passage.text)
    name = phrases.title(quote.source, quote.passage.document, voice)
    heading = f"### {escape(voice('context.title', title=name))}"
    texts = [f"{heading}\n{subtext(phrases.provenance(quote, voice))}"]
    around = (
        *(("before", passage.text, None) for passage in context.before),
        ("quote", quote.passage.text, Span(0, length)),
        *(("after", passage.text, None) for passage in context.after),
    )
    for key, text, span in around:
        label = subtext(voice(f"context.{key}")) + "\n"
        parts = fitted(text, span, _limits(TEXT_LIMIT - size(label), 0))
        texts.append(label + next(parts))
        texts.extend(parts)
    return packed(texts)


def packed(texts: list[str]) -> tuple[Card, ...]:
    """Texts in order on as few cards as hold them; each text must fit on one."""
    cards: list[list[str]] = [[]]
    for text in texts:
        if sum(map(size, cards[-1])) + size(text) > TEXT_LIMIT:
            cards.append([])
        cards[-1].append(text)
    return tuple(Card(tuple(card)) for card in cards if card)


def _header(quote: Quote, voice: Voice) -> Iterator[str]:
    name, url = phrases.title(quote.source, quote.passage.document, voice), quote.source.url
    yield f"### {link(name, url) if url else escape(name)}"
    yield phrases.provenance(quote, voice)


def _footer(quote: Quote, voice: Voice, number: int, total: int) -> tuple[str, ...]:
    lines = [phrases.stated_dates(quote.passage, voice), phrases.also_in(quote, voice)]
    if total > 1:
        lines.append(voice("answer.passage", number=number, total=total))
    return tuple(subtext(line) for line in lines if line)


def _key(quote: Quote) -> Span | None:
    """The matched sentence, unless it is all there is: then emphasis would say nothing."""
    key = quote.key_sentence
    return None if key is None or key.end - key.start >= len(quote.passage.text) else key


def _limits(first: int, mark: int) -> Iterator[int]:
    yield first
    while True:
        yield TEXT_LIMIT - mark
