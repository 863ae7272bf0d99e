"""How sides are said: what a sentence holds, who speaks and when, and how the sorting was done."""

from collections.abc import Iterator

from bot.wording import phrases
from bot.wording.notes import notes_on
from bot.wording.timelines import when
from bot.wording.voice import Voice
from index.findings.sides import Said, Sides

_WHO = 120  # characters of a speaker's name and office
_CUE = 60

SIDES = ("denies", "confirms", "others")


def who_and_when(said: Said, voice: Voice) -> str:
    """``AKP spokesman Omar Celik · 4 October 2020 (published) · The Gazette``."""
    parts = [when(said.when, voice), phrases.who(said.quote.source, voice)]
    if said.who:
        parts.insert(0, voice.literal(voice.clipped(" ".join(said.who.split()), _WHO)))
    return voice.apart(*parts)


def holds(said: Said, side: str, voice: Voice) -> str:
    """``holds a word of denial: “denied”``; empty where there is none."""
    if said.cue_words is None:
        return ""
    word = voice.quoted(voice.clipped(" ".join(said.cue_words.split()), _CUE))
    return voice(f"sides.holds_{side}", word=word)


def sides_notes(sides: Sides, voice: Voice) -> Iterator[str]:
    """What is due above the sides: how they were sorted, how the claim was read, what is left."""
    yield voice("sides.how")
    yield from notes_on(sides.answer, voice)
    if sides.left_out:
        yield voice.count("sides.left_out", sides.left_out)
