"""Standing questions as Discord shows them: what is new for some, and the list of them."""

from collections.abc import Sequence

from discord import ui

from bot.desk.custom_ids import MAX_PASSAGES, Limits, Place, Trail
from bot.messages.buttons import answer_controls
from bot.messages.cards import Card, echo_of, notice, passage_cards
from bot.messages.layout import QUOTED, message
from bot.messages.page_links import page_button
from bot.wording.markdown import escape, size, subtext
from bot.wording.voice import Voice
from index.answers import Quote

_QUESTION = 80  # characters of each question that is named beside the first
_NAMED = 5
_LISTED = 3_000  # characters of a list of questions


def news_trail(quotes: Sequence[Quote], version: str, limits: Limits) -> Trail:
    """The passages of one message; they are nobody's own, so that each who turns has their own."""
    return Trail(version, 0, limits, tuple(map(Place.of, quotes[:MAX_PASSAGES])))


def news_view(
    quotes: Sequence[Quote], questions: Sequence[str], trail: Trail, voice: Voice
) -> ui.LayoutView:
    """The best of the new passages whole, for which questions, and the others behind a button."""
    first, *others = questions
    named = [voice.quoted(voice.clipped(each, _QUESTION)) for each in others[:_NAMED]]
    quote = quotes[0]
    lines = [f"**{voice('watch.new')}**"]
    if named:
        lines.append(subtext(voice("watch.also_for", questions=", ".join(named))))
    beyond = len(quotes) - len(trail.places)
    notes = [voice.count("watch.beyond", beyond)] if beyond else []
    echo, top = echo_of(first, *notes), "\n".join(lines)
    card, *rest = passage_cards(quote, voice, echo=echo, top=top)
    texts = card.texts if not rest else (card.texts[0], subtext(voice("watch.too_long")))
    row = answer_controls(trail, quote.quote_id, voice, page_button(quote.source, quote))
    return message(Card(texts, echo), [row], colour=QUOTED)


def list_card(
    watched: Sequence[tuple[str, str | None, str | None]], title: str, voice: Voice
) -> Card:
    """The questions, each with the channel it is posted to and the one source it is asked of."""
    texts, used = [f"### {title}"], 0
    for question, channel, source in watched:
        name = source and voice.literal(voice.clipped(source, _QUESTION))
        text = "- " + voice.apart(*filter(None, (escape(question), channel, name)))
        used += size(text)
        if used > _LISTED:
            texts.append(voice("ellipsis"))
            break
        texts.append(text)
    return notice(*texts)
