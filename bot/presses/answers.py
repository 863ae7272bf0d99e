"""What the controls below an answer do."""

from collections.abc import Mapping
from dataclasses import replace

from bot.conversation.interactions import stopped
from bot.conversation.responding import refused, respond, said, shown
from bot.conversation.searching import RefusedError, Request, search
from bot.conversation.sending import defer, finish, follow, hold
from bot.desk.custom_ids import ID_WIDTH, LIMITS_WIDTH, Limits, Place, Trail, number_of
from bot.desk.rules import Rules
from bot.messages import buttons
from bot.messages.cards import Card, context_cards, notice
from bot.messages.layout import CLOSEST, QUOTED, fits, message, messages
from bot.messages.proof_cards import proof_views
from bot.messages.reading_back import colour_in, question_in, texts_in
from bot.messages.source_cards import source_view
from bot.presses.dispatch import Action, Press
from bot.wording.explanation import explanation
from bot.wording.markdown import subtext
from corpus.errors import VerbatimError
from index.answers import Quote
from index.errors import IndexGoneError, QuoteError

_CONTEXT_SIZE = 1
_HEAD = ID_WIDTH + LIMITS_WIDTH


async def turn(press: Press) -> None:
    """Show another passage: in place for the asker, privately for anybody else."""
    trail = Trail.read(press.state)
    mine = press.person == trail.asker
    await (hold(press.interaction) if mine else defer(press.interaction, private=True))
    quote = await _recalled(press, trail)
    if quote is None:
        await _stale(press, trail, mine=mine)
        return
    echo, _ = _shown_before(press)
    trail = replace(trail, asker=press.person)
    colour = colour_in(press.interaction.message)
    views = shown(trail, quote, echo, press.visit, colour=colour)
    await finish(press.interaction, views, private=True)


async def show_closest(press: Press) -> None:
    """Show whole what comes closest, for the asker in place, still not as an answer."""
    trail = Trail.read(press.state)
    mine = press.person == trail.asker
    await (hold(press.interaction) if mine else defer(press.interaction, private=True))
    quote = await _recalled(press, trail)
    if quote is None:
        await _stale(press, trail, mine=mine)
        return
    echo, _ = _shown_before(press)
    echo = f"{echo}\n{subtext(press.voice('closest.title'))}"
    trail = replace(trail, asker=press.person)
    views = shown(trail, quote, echo, press.visit, colour=CLOSEST)
    await finish(press.interaction, views, private=True)


async def explain(press: Press) -> None:
    """Tell this person alone how the answer came about, from the index as it is now."""
    await defer(press.interaction, private=True)
    text = question_in(press.interaction.message) or ""
    try:
        found = await search(press.desk, Request(text, press.visit, Limits.read(press.state)))
    except (RefusedError, VerbatimError):
        await _no_quote(press)
        return
    lines = (f"- {line}" for line in explanation(found.answer, press.voice))
    title = f"### {press.voice('explain.title')}"
    await finish(press.interaction, (message(notice(title, *lines)),), private=True)


async def ask_again(press: Press) -> None:
    """Ask what the message repeats, from the index as it is now."""
    await _ask(press, question_in(press.interaction.message) or "")


async def ask_near(press: Press) -> None:
    """Ask what the message repeats with one word replaced by a near one."""
    question, rest = question_in(press.interaction.message) or "", press.state[_HEAD:]
    start, length, word = number_of(rest[:2]), number_of(rest[2:4]), rest[4:]
    await _ask(press, question[:start] + word + question[start + length :])


async def show_context(press: Press) -> None:
    """The passages before and after, for this person alone."""
    await defer(press.interaction, private=True)
    quote_id, _ = buttons.context_state(press.state)
    try:
        context = await press.desk.library.context(quote_id, _CONTEXT_SIZE)
    except VerbatimError:
        await _no_quote(press)
        return
    views = messages(context_cards(context, press.voice), colour=QUOTED)
    await finish(press.interaction, views, private=True)


async def show_source(press: Press) -> None:
    """All that is known of the document, for this person alone."""
    await defer(press.interaction, private=True)
    try:
        quote = await press.desk.library.quote(press.state)
    except VerbatimError:
        await _no_quote(press)
        return
    held = await press.desk.holdings(Rules())
    found = next((h for h in held if h.document == quote.passage.document), None)
    if found is None:  # removed since the line before
        await _no_quote(press)
        return
    await finish(press.interaction, (source_view(found, press.voice),), private=True)


async def verify(press: Press) -> None:
    """Prove the quote against the document as the file is now, for this person alone."""
    await defer(press.interaction, private=True)
    try:
        proof = await press.desk.library.verify(press.state)
    except QuoteError:
        await _no_quote(press)
        return
    await finish(press.interaction, proof_views(proof, press.voice), private=True)


async def vote_useful(press: Press) -> None:
    await _vote(press, useful=True)


async def vote_useless(press: Press) -> None:
    await _vote(press, useful=False)


async def _ask(press: Press, text: str) -> None:
    asker, limits = number_of(press.state[:ID_WIDTH]), press.state[ID_WIDTH:_HEAD]
    if await stopped(press.interaction, press.visit):
        return
    mine = press.person == asker
    await (hold(press.interaction) if mine else defer(press.interaction, private=True))
    request = Request(text, press.visit, Limits.read(limits))
    await finish(press.interaction, await respond(press.desk, request), private=True)


async def _recalled(press: Press, trail: Trail) -> Quote | None:
    """The passage on the trail's page, or ``None`` when its index version is gone."""
    place: Place = trail.places[trail.page]
    try:
        quotes = await press.desk.library.recall(trail.version, [place.number])
    except IndexGoneError:
        return None
    return replace(quotes[0], key_sentence=place.key) if quotes else None


async def _stale(press: Press, trail: Trail, *, mine: bool) -> None:
    """Leave what is shown, say why there is no more of it, and offer to ask again."""
    echo, texts = _shown_before(press)
    again = buttons.again(press.person if not mine else trail.asker, trail.limits, press.voice)
    if not mine:
        card = notice(press.voice("stale.private"), echo=echo)
        await finish(press.interaction, (message(card, [[again]]),), private=True)
        return
    card, note = Card(texts, echo), subtext(press.voice("stale.note"))
    if fits(card, note):
        card = Card((*texts, note), echo)
    else:
        await follow(press.interaction, said(note))
    await finish(press.interaction, (message(card, [[again]], colour=QUOTED),), private=True)


async def _vote(press: Press, *, useful: bool) -> None:
    await defer(press.interaction, private=True)
    if not press.visit.rules.feedback:
        text = "vote.off"
    else:
        person, records = str(press.person), press.desk.records
        again = await records.vote_of(person, press.state) is useful
        await records.vote(person, press.state, useful=None if again else useful)
        text = "vote.none" if again else "vote.useful" if useful else "vote.useless"
    await finish(press.interaction, (said(press.voice(text)),), private=True)


async def _no_quote(press: Press) -> None:
    await finish(press.interaction, (refused(press.voice("stale.quote")),), private=True)


def _shown_before(press: Press) -> tuple[str, tuple[str, ...]]:
    shown_message = press.interaction.message
    return texts_in(shown_message) if shown_message is not None else ("", ())


ACTIONS: Mapping[str, Action] = {
    buttons.PREVIOUS: turn,
    buttons.NEXT: turn,
    buttons.AGAIN: ask_again,
    buttons.NEAR: ask_near,
    buttons.CLOSEST: show_closest,
    buttons.WHY: explain,
    buttons.CONTEXT: show_context,
    buttons.SOURCE: show_source,
    buttons.VERIFY: verify,
    buttons.USEFUL: vote_useful,
    buttons.USELESS: vote_useless,
}
