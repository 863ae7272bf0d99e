"""What the controls below an answer do."""

from collections.abc import Mapping
from dataclasses import replace

import discord

from bot.conversation.asked_before import question_of
from bot.conversation.continued import continuations_of, drop, goes_on
from bot.conversation.looking import Look, context_of, proof_of, source_of
from bot.conversation.responding import Views, refused, respond, said, shown
from bot.conversation.searching import RefusedError, Request, search
from bot.conversation.sending import defer, finish, follow, hold, removed
from bot.desk.continuations import Delete
from bot.desk.custom_ids import ID_WIDTH, LIMITS_WIDTH, Limits, Trail, number_of
from bot.messages import buttons
from bot.messages.cards import ECHO, Card, echo_of, notice
from bot.messages.layout import CLOSEST, QUOTED, fits, message
from bot.messages.page_links import page_button
from bot.messages.reading_back import colour_in, texts_in, who_in
from bot.messages.sides_cards import sides_button
from bot.messages.timeline_cards import timeline_button
from bot.presses.dispatch import Action, Press, privately, take_time
from bot.presses.recalled import question_gone, recalled, with_marks, without_hidden_places
from bot.wording import phrases
from bot.wording.explanation import explanation
from bot.wording.markdown import subtext
from bot.wording.notes import advice, reasons
from corpus.errors import VerbatimError
from index.answers import Quote

_HEAD = ID_WIDTH + LIMITS_WIDTH


async def turn(press: Press) -> None:
    """Show another passage: in place for the asker, privately for anybody else."""
    await _show(press, (), colour_in(press.interaction.message))


async def show_closest(press: Press) -> None:
    """Show whole what comes closest, for the asker in place, still not as an answer."""
    await _show(press, (press.voice("closest.opened"),), CLOSEST)


async def _show(press: Press, notes: tuple[str, ...], colour: discord.Colour | None) -> None:
    """Show the passage that the button leads to, where it still stands and is offered here."""
    trail = Trail.found_in(press.state)
    if trail is None:  # written by another release
        await defer(press.interaction, private=True)
        await finish(press.interaction, (refused(press.voice("stale.private")),), private=True)
        return
    mine = press.person == trail.asker
    await take_time(press, in_place=mine)
    quote = await recalled(press, trail)
    if quote is None:
        await _stale(press, trail, mine=mine)
        return
    if not await press.desk.offers(press.visit.rules, quote.passage.document):
        await _hidden(press, trail, mine=mine)
        return
    quote = await with_marks(press, await without_hidden_places(press, quote))
    echo = "\n".join(filter(None, (await _echo(press, mine=mine), *map(subtext, notes))))
    trail = replace(trail, asker=press.person)
    views = shown(trail, quote, echo, press.visit, colour=colour)
    await _finish(press, views, mine=mine)


@privately
async def explain(press: Press) -> Views:
    """Tell this person alone how the answer came about, from the index as it is now."""
    text = await question_of(press.interaction.message)
    if text is None:
        return question_gone(press)
    try:
        found = await search(press.desk, _request(press, text, press.state))
    except (RefusedError, VerbatimError):
        return (refused(press.voice("stale.quote")),)
    answer, voice = found.answer, press.voice
    title, refused_here = f"### {voice('explain.title')}", not answer.shown
    why = [f"- {line}" for line in explanation(answer, voice, refused=refused_here)]
    if not refused_here:
        return (message(notice(title, *why)),)
    # in texts of their own: below a list Discord might take a line for a part of it
    told, ways = "\n".join((title, *reasons(answer, voice))), advice(answer, voice)
    tried = "\n".join((voice("refusal.try"), *(f"- {line}" for line in ways)))
    return (message(Card(tuple(filter(None, (told, "\n".join(why), tried))))),)


async def ask_again(press: Press) -> None:
    """Ask what the message repeats, from the index as it is now."""
    await _ask(press, await question_of(press.interaction.message))


async def ask_near(press: Press) -> None:
    """Ask what the message repeats with one word replaced by a near one."""
    question, rest = await question_of(press.interaction.message), press.state[_HEAD:]
    start, length, word = number_of(rest[:2]), number_of(rest[2:4]), rest[4:]
    if question is not None:
        question = question[:start] + word + question[start + length :]
    await _ask(press, question)


@privately
async def show_more(press: Press) -> Views:
    """What else can be done with a quote, for this person alone."""
    asker, limits, quote_id = buttons.more_state(press.state)
    quote = await _offered(press, quote_id)
    rows = buttons.more_controls(
        quote_id,
        press.voice,
        page=page_button(quote.source, quote) if quote else None,
        why=buttons.why_button(limits, press.voice),
        others=[timeline_button(limits, press.voice), sides_button(limits, press.voice)],
        feedback=press.visit.rules.feedback,
        delete=_deletion(press, asker),
    )
    about = phrases.head(quote.source, press.voice) if quote else f"`{quote_id}`"
    card = notice(
        subtext(press.voice("more.about", quote=about)), echo=await _echo(press, mine=False)
    )
    return (message(card, rows),)


async def _offered(press: Press, quote_id: str) -> Quote | None:
    """The quote, where it is still held and this server offers its document."""
    try:
        quote = await press.desk.library.quote(quote_id)
    except VerbatimError:
        return None
    return quote if await press.desk.offers(press.visit.rules, quote.passage.document) else None


def _deletion(press: Press, asker: int) -> str | None:
    """What to delete; nothing for others, and of what one person sees, who can dismiss it."""
    answer = press.interaction.message
    if answer is None or answer.flags.ephemeral or not _may_delete(press, asker):
        return None
    return buttons.deletion(asker, answer.id, more=goes_on(answer, press.desk.voices))


async def delete(press: Press) -> None:
    """Take an answer away, for its asker and for who may manage messages."""
    await hold(press.interaction)
    asker, number, more = buttons.deletion_state(press.state)
    if not _may_delete(press, asker):
        text = "more.not_yours"
    elif await removed(press.interaction, number):
        await drop(await continuations_of(press.interaction, number) if more else ())
        text = "more.deleted"
    else:
        text = "more.undeletable"
    await finish(press.interaction, (said(press.voice(text)),), private=True)


def _looking(look: Look) -> Action:
    """Look at the quote more closely, for this person alone.

    **Context** remembers more than the quote's id.
    """

    async def looked_at(press: Press) -> Views:
        return await look(press.desk, press.visit, press.state.partition(".")[0])

    return privately(looked_at)


def _voting(*, useful: bool) -> Action:
    async def vote(press: Press) -> Views:
        """Keep a vote; the same once more takes it back."""
        if not press.visit.rules.feedback:
            return (said(press.voice("vote.off")),)
        person, records = str(press.person), press.desk.records
        again = await records.vote_of(person, press.state) is useful
        await records.vote(person, press.state, useful=None if again else useful)
        text = "vote.none" if again else "vote.useful" if useful else "vote.useless"
        return (said(press.voice(text)),)

    return privately(vote)


def _may_delete(press: Press, asker: int) -> bool:
    return press.person == asker or press.interaction.permissions.manage_messages


async def _ask(press: Press, text: str | None) -> None:
    asker, limits = number_of(press.state[:ID_WIDTH]), press.state[ID_WIDTH:_HEAD]
    mine = press.person == asker
    await take_time(press, in_place=mine and bool(text))
    if not text:
        await finish(press.interaction, question_gone(press), private=True)
        return
    await _finish(press, await respond(press.desk, _request(press, text, limits)), mine=mine)


def _request(press: Press, text: str, limits: str) -> Request:
    """The question that the message repeats, asked again, with whoever it says has to speak."""
    who = who_in(press.interaction.message, press.desk.voices)
    return Request(text, press.visit, Limits.read(limits), who=who)


async def _finish(press: Press, views: Views, *, mine: bool) -> None:
    """Show this instead of what is shown, and of all in which that went on, or beside it.

    In its place it is for the same people, and so is what it goes on in.
    """
    answer = press.interaction.message if mine else None
    before = list[Delete]()
    if answer is not None and goes_on(answer, press.desk.voices):
        before = await continuations_of(press.interaction, answer.id)
    private = answer is None or answer.flags.ephemeral
    await finish(press.interaction, views, private=private)
    await drop(before)


async def _hidden(press: Press, trail: Trail, *, mine: bool) -> None:
    """Show no passage of a source that this server has hidden since, and offer to ask again."""
    echo, _ = _shown_before(press)
    again = buttons.again(press.person, trail.limits, press.voice)
    card = notice(press.voice("stale.hidden"), echo=echo)
    await _finish(press, (message(card, [[again]]),), mine=mine)


async def _stale(press: Press, trail: Trail, *, mine: bool) -> None:
    """Leave what is shown, say why there is no more of it, and offer to ask again."""
    echo, texts = _shown_before(press)
    again = buttons.again(press.person if not mine else trail.asker, trail.limits, press.voice)
    if not mine:
        card = notice(press.voice("stale.private"), echo=await _echo(press, mine=False))
        await finish(press.interaction, (message(card, [[again]]),), private=True)
        return
    card, note = Card(texts, echo), subtext(press.voice("stale.note"))
    if fits(card, note):
        card = Card((*texts, note), echo)
    else:
        await follow(press.interaction, said(note))
    await finish(press.interaction, (message(card, [[again]], colour=QUOTED),), private=True)


async def _echo(press: Press, *, mine: bool) -> str:
    """The echo of the message; with the question where the new one will not stand below it."""
    echo, _ = _shown_before(press)
    if mine or echo.startswith(ECHO):
        return echo
    question = await question_of(press.interaction.message)
    return "\n".join(filter(None, (question and echo_of(question), echo)))


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
    buttons.MORE: show_more,
    buttons.DELETE: delete,
    buttons.CONTEXT: _looking(context_of),
    buttons.SOURCE: _looking(source_of),
    buttons.VERIFY: _looking(proof_of),
    buttons.USEFUL: _voting(useful=True),
    buttons.USELESS: _voting(useful=False),
}
