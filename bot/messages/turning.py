"""Pages that are turned: what the buttons to turn them remember, and how they look."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, Self, TypeVar

from discord import ui

from bot.desk.custom_ids import ID_WIDTH, Limits, Place, base62, number_of
from bot.messages.buttons import Button, Control, plain_button
from bot.wording.voice import Voice

_OPTION = 98  # characters of a menu's option, within isolates
_PAGE_WIDTH = 2
_LAST_PAGE = 62**_PAGE_WIDTH - 1

_Entry = TypeVar("_Entry")


@dataclass(frozen=True, slots=True)
class Turn:
    """A page of whose answer, within which limits. Nobody's (0) is opened anew."""

    page: int
    asker: int
    limits: Limits

    def __str__(self) -> str:
        page = min(max(self.page, 0), _LAST_PAGE)
        return f"{base62(page, _PAGE_WIDTH)}{base62(self.asker, ID_WIDTH)}{self.limits}"

    @classmethod
    def read(cls, text: str) -> Self:
        head = _PAGE_WIDTH + ID_WIDTH
        page, asker = number_of(text[:_PAGE_WIDTH]), number_of(text[_PAGE_WIDTH:head])
        return cls(page, asker, Limits.read(text[head:]))


def paged(
    entries: Iterable[_Entry], size_of: Callable[[_Entry], int], *, room: int, most: int
) -> Iterator[list[_Entry]]:
    """The entries in order, page by page: ``most`` on one, and no more than have ``room``."""
    page: list[_Entry] = []
    used = 0
    for entry in entries:
        needed = size_of(entry)
        if page and (used + needed > room or len(page) == most):
            yield page
            page, used = [], 0
        page.append(entry)
        used += needed
    if page:
        yield page


class Option(NamedTuple):
    """A passage to pick from a menu, which shows its number, a label and a description."""

    number: int
    label: str
    place: Place
    description: str


def menu(custom_id: str, prompt: str, options: Iterable[Option], voice: Voice) -> Control:
    """A menu that opens the passage that is picked."""
    select: ui.Select[ui.LayoutView] = ui.Select(
        custom_id=custom_id, placeholder=voice.clipped(prompt, _OPTION)
    )
    for option in options:
        select.add_option(
            label=f"{option.number}. {option.label}"[:_OPTION],
            value=str(option.place),
            description=voice.clipped(option.description, _OPTION),
        )
    return select


def turn_buttons(key: str, page: int, pages: int, turn: Turn, voice: Voice) -> Iterator[Button]:
    """Before, where, after; ``key`` is the letter that their custom ids begin with."""
    here = plain_button(voice("button.page", number=page + 1, total=pages), f"{key}.")
    here.disabled = True
    before, after = (
        plain_button(voice(label), f"{key}{Turn(to, turn.asker, turn.limits)}")
        for label, to in (("button.previous", page - 1), ("button.next", page + 1))
    )
    before.disabled, after.disabled = page == 0, page == pages - 1
    yield from (before, here, after)
