"""A follow-up: what "and Gaziantep?" or "what else?" asks after the answer it replies to.

1. A follow-up that only asks for more ("and what else?") gets the passages that follow those
   shown, for the same question.
2. One with two words of its own or more is a question by itself, if it finds an answer.
3. Any other is searched together with the question before; its own words, where passages have
   them, must be among what a passage has.
4. A few words of no document, in reply to a claim, only point at it; what it says is looked up.
"""

from dataclasses import replace

from bot.conversation.intentions import (
    about,
    asks_more,
    laughs,
    opens_question,
    own_words,
    refers,
    says_little,
)
from bot.conversation.searching import Found, RefusedError, Request, search
from bot.desk.desk import Desk
from bot.messages.reading_back import Earlier
from bot.wording.voice import Voices
from index.answers import Answer, Quote

_DEEP = 25  # passages looked through for those that were not shown, or that have a word
_POINTING = 4  # words


async def follow_up(desk: Desk, request: Request, earlier: Earlier) -> Found | None:
    """Search what a reply to an earlier answer asks; ``None`` for a remark that asks nothing.

    Raises as `search` does.
    """
    more = asks_more(request.text, desk.voices)
    if not more and (words := own_words(request.text, desk.voices)):
        return await _with_words(desk, request, earlier, words)
    if request.remark and not more:
        return None
    return await (
        _claim(desk, request, earlier) if earlier.claim else _more(desk, request, earlier)
    )


async def _with_words(desk: Desk, request: Request, earlier: Earlier, words: str) -> Found | None:
    """Search a follow-up by itself, or together with what was before it; ``words`` are its own."""
    alone = await search(desk, request)
    own = _terms((await search(desk, replace(request, text=words), abstain=False)).answer)
    if request.remark and _asks_nothing(request, own, alone.answer, desk.voices):
        return None
    of_claim = earlier.claim and refers(request.text, desk.voices)
    if alone.answer.answered and len(own) > 1 and not of_claim:
        return alone
    if not own and (of_claim or (earlier.claim and _only_points(request.text))):
        return await _claim(desk, request, earlier)
    if not own and alone.answer.missing_words:
        return alone
    text = joined(earlier.question, request.text, desk.settings.max_question)
    both = replace(request, text=text, limits=earlier.limits, who=earlier.who)
    together = await search(desk, both, limit=_DEEP)
    quotes = [q for q in together.answer.shown if not own or own & set(q.matched_terms)]
    better = together.answer.answered or not alone.answer.shown
    note = "answer.with_claim" if earlier.claim else "answer.follow_up"
    return _with(together, quotes, note) if quotes and better else alone


def _asks_nothing(request: Request, own: set[str], answer: Answer, voices: Voices) -> bool:
    """Whether a remark has words of the documents by chance: "no way", "stop", not "Ankara".

    Where the bot is asked by name, any word of the documents is a question.
    """
    text = request.text
    little = says_little(text, voices)
    if not about(text, voices) or (little and laughs(text)):
        return True
    if opens_question(text, voices) or not (little or len(own) == 1):
        return False
    if not request.quiet:
        return not own
    found = (
        quote.passage.text[span.start : span.end]
        for quote in answer.shown
        for span in quote.matched
    )
    return all(word[:1].islower() for word in found)


def _only_points(text: str) -> bool:
    """Whether words of no document point at a claim, in a language we do not know: "è vero?"."""
    words = text.split()
    return len(words) <= _POINTING and all(word == word.lower() for word in words[1:])


def joined(before: str, text: str, longest: int) -> str:
    """Both questions, the one before cut where they would be too long together."""
    room = max(0, longest - len(text) - 1)
    if len(before) > room:
        before = before[:room].rpartition(" ")[0]
    return f"{before} {text}".strip()


async def _claim(desk: Desk, request: Request, earlier: Earlier) -> Found:
    return await search(desk, replace(request, text=earlier.question, claim=True))


async def _more(desk: Desk, request: Request, earlier: Earlier) -> Found:
    request = replace(request, text=earlier.question, limits=earlier.limits, who=earlier.who)
    found = await search(desk, request, limit=_DEEP)
    quotes = found.answer.shown[_shown(found.answer, earlier) :]
    if found.answer.shown and not quotes:
        raise RefusedError(request.visit.voice("refusal.no_more"))
    return _with(found, list(quotes), "answer.more")


def _shown(answer: Answer, earlier: Earlier) -> int:
    """How many of the passages have been shown: all up to the last of the earlier answer's."""
    numbers = set[int]()  # those of another version say nothing
    if earlier.trail is not None and earlier.trail.version == answer.index_version:
        numbers = {place.number for place in earlier.trail.places}
    shown = (
        count
        for count, quote in enumerate(answer.shown, start=1)
        if quote.number in numbers or quote.quote_id == earlier.quote
    )
    return max(shown, default=0)


def _with(found: Found, quotes: list[Quote], note: str) -> Found:
    request, answer = found.request, found.answer
    chosen = tuple(quotes[: request.visit.rules.passages])
    answer = replace(answer, quotes=chosen) if answer.answered else replace(answer, closest=chosen)
    return replace(found, answer=answer, notes=(request.visit.voice(note),))


def _terms(answer: Answer) -> set[str]:
    return {term for quote in answer.quotes for term in quote.matched_terms}
