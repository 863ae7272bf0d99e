"""What people found useless, and what they asked in vain, on one card."""

from collections.abc import Iterator

from discord import ui

from bot.desk.desk import Desk
from bot.messages.buttons import Control, Row
from bot.messages.cards import TEXT_LIMIT, Card
from bot.messages.layout import message
from bot.wording import phrases
from bot.wording.markdown import escape, size, subtext
from bot.wording.voice import Voice
from corpus.errors import VerbatimError
from index.answers import Quote
from index.store.records import Votes

VOTED = "V"

_SHOWN = 10  # of passages, and of questions
_TITLE, _NAME, _OPTION = 60, 40, 100  # characters


async def feedback_view(desk: Desk, voice: Voice) -> ui.LayoutView:
    """Votes and questions in numbers, then the passages and the questions, most first."""
    useless = await desk.records.found_useless(_SHOWN)
    quotes = {quote_id: await _held(desk, quote_id) for quote_id, _ in useless}
    head = "\n".join((f"### {voice('feedback.title')}", *(await feedback_lines(desk, voice))))
    titles = [f"**{voice('feedback.useless')}**"] if useless else [voice("feedback.none_useless")]
    voted = (_voted(each, votes, quotes[each], voice) for each, votes in useless)
    passages = "\n".join((*titles, *voted))
    room = TEXT_LIMIT - size(head) - size(passages)
    questions = "\n".join(_fitting(await _unanswered(desk, voice), room))
    rows: list[Row] = [[_menu(quotes, voice)]] if any(quotes.values()) else []
    return message(Card((head, passages, questions)), rows)


async def feedback_lines(desk: Desk, voice: Voice) -> list[str]:
    """How many votes there are, and how many questions, where they are kept."""
    cast = await desk.records.votes()
    useful, useless = voice.number(cast.useful), voice.number(cast.useless)
    lines = [voice("feedback.votes", useful=useful, useless=useless)]
    if desk.settings.log_questions:
        asked, unanswered = map(voice.number, await desk.records.questions_kept())
        days = desk.settings.log_retention_days
        lines.append(voice.count("feedback.questions", days, asked=asked, unanswered=unanswered))
    return lines


async def _held(desk: Desk, quote_id: str) -> Quote | None:
    try:
        return await desk.library.quote(quote_id)
    except VerbatimError:
        return None


def _voted(quote_id: str, votes: Votes, quote: Quote | None, voice: Voice) -> str:
    all_ = voice.count("feedback.votes_of", votes.useful + votes.useless)
    said = voice("feedback.of", useless=voice.number(votes.useless), votes=all_)
    if quote is None:
        gone = voice("feedback.gone", quote_id=f"`{quote_id}`")
        return f"- {voice.apart(said, gone)}"
    title = phrases.title(quote.source, quote.passage.document, voice, limit=_TITLE)
    about = phrases.head(quote.source, voice, limit=_NAME)
    return f"- {voice.apart(said, about, voice.literal(title))}"


async def _unanswered(desk: Desk, voice: Voice) -> list[str]:
    if not desk.settings.log_questions:
        return [subtext(voice("feedback.not_kept"))]
    asked = await desk.records.unanswered(_SHOWN)
    if not asked:
        return [voice("feedback.none_unanswered")]
    times = (voice.count("feedback.times", each.times) for each in asked)
    words = (escape(" ".join(each.question.split())) for each in asked)
    lines = (f"- {line}" for line in map(phrases.SEPARATOR.join, zip(words, times, strict=True)))
    return [f"**{voice('feedback.unanswered')}**", *lines]


def _fitting(lines: list[str], room: int) -> Iterator[str]:
    """As many of the lines, whole, as find room."""
    for line in lines:
        room -= size(line) + 1
        if room < 0:
            return
        yield line


def _menu(quotes: dict[str, Quote | None], voice: Voice) -> Control:
    menu: ui.Select[ui.LayoutView] = ui.Select(
        custom_id=VOTED, placeholder=voice.clipped(voice("feedback.pick"), 150)
    )
    for quote_id, quote in quotes.items():
        if quote is not None:
            title = phrases.title(quote.source, quote.passage.document, voice, limit=_OPTION)
            menu.add_option(label=title, value=quote_id, description=quote_id)
    return menu
