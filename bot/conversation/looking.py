"""A quote looked at more closely: its context, its source, its proof."""

from collections.abc import Awaitable, Callable, Mapping

from bot.conversation.intentions import Wish
from bot.conversation.responding import Views, refused
from bot.desk.desk import Desk
from bot.desk.visit import Visit
from bot.messages.cards import context_cards
from bot.messages.layout import QUOTED, messages
from bot.messages.proof_cards import proof_views
from bot.messages.source_cards import source_view
from corpus.errors import VerbatimError
from index.errors import QuoteError

_CONTEXT_SIZE = 1

Look = Callable[[Desk, Visit, str], Awaitable[Views]]


async def context_of(desk: Desk, visit: Visit, quote_id: str) -> Views:
    """The passages before and after."""
    try:
        context = await desk.library.context(quote_id, _CONTEXT_SIZE)
    except VerbatimError:
        return _no_quote(visit)
    if not await desk.offers(visit.rules, context.quote.passage.document):
        return _hidden(visit)
    return messages(context_cards(context, visit.voice), colour=QUOTED)


async def source_of(desk: Desk, visit: Visit, quote_id: str) -> Views:
    """All that is known of the document."""
    try:
        quote = await desk.library.quote(quote_id)
    except VerbatimError:
        return _no_quote(visit)
    held = await desk.holdings(visit.rules)
    found = next((h for h in held if h.document == quote.passage.document), None)
    return _hidden(visit) if found is None else (source_view(found, visit.voice),)


async def proof_of(desk: Desk, visit: Visit, quote_id: str) -> Views:
    """The quote proven against the document as the file is now."""
    try:
        proof = await desk.library.verify(quote_id)
    except QuoteError:
        return _no_quote(visit)
    if proof.document is not None and not await desk.offers(visit.rules, proof.document):
        return _hidden(visit)
    return proof_views(proof, visit.voice)


def _no_quote(visit: Visit) -> Views:
    return (refused(visit.voice("stale.quote")),)


def _hidden(visit: Visit) -> Views:
    """A server that offers all has lost the document since; one that does not has hidden it."""
    return (refused(visit.voice("stale.hidden" if visit.rules.sources else "stale.quote")),)


LOOKS: Mapping[Wish, Look] = {
    Wish.CONTEXT: context_of,
    Wish.SOURCE: source_of,
    Wish.VERIFY: proof_of,
}
