"""A passage of an older answer, as it may be shown now."""

from dataclasses import replace

from bot.conversation.asked_before import question_of
from bot.conversation.responding import Views, refused
from bot.desk.custom_ids import Place, Trail
from bot.presses.dispatch import Press
from index.answers import Question, Quote
from index.errors import IndexGoneError


def question_gone(press: Press) -> Views:
    """What is said where the question stood in a message that is no longer there."""
    return (refused(press.voice("more.question_gone")),)


async def recalled(press: Press, trail: Trail) -> Quote | None:
    """The passage on the trail's page, or ``None`` when its index version is gone."""
    place: Place = trail.places[trail.page]
    try:
        quotes = await press.desk.library.recall(trail.version, [place.number])
    except IndexGoneError:
        return None
    return replace(quotes[0], key_sentence=place.key) if quotes else None


async def without_hidden_places(press: Press, quote: Quote) -> Quote:
    """The quote with those of its other documents that this server offers."""
    desk, rules = press.desk, press.visit.rules
    also = [each for each in quote.also_in if await desk.offers(rules, each.document)]
    return replace(quote, also_in=tuple(also))


async def with_marks(press: Press, quote: Quote) -> Quote:
    """A quote that is one sentence with its matched words, where the question can be read."""
    if quote.key_sentence is None or quote.passage.sentences[1:]:
        return quote
    question = await question_of(press.interaction.message)
    if question is None:
        return quote
    wanted = Question(question, sources=(quote.passage.document,), abstain=False)
    found = (await press.desk.library.ask(wanted)).shown
    same = (each.matched for each in found if each.quote_id == quote.quote_id)
    return replace(quote, matched=next(same, ()))
