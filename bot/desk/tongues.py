"""Which language somebody speaks: known from their last interaction, and kept in memory alone.

Discord tells a person's language with commands and presses, but with no message.
"""

from collections import OrderedDict

_KEPT = 10_000  # people; whoever was last seen longest ago is forgotten first


class Tongues:
    """The language of each person's last interaction, as Discord writes it: ``pt-BR``."""

    def __init__(self) -> None:
        self._spoken: OrderedDict[int, str] = OrderedDict()

    def note(self, person: int, language: str) -> None:
        self._spoken[person] = language
        self._spoken.move_to_end(person)
        if len(self._spoken) > _KEPT:
            self._spoken.popitem(last=False)

    def of(self, person: int) -> str | None:
        return self._spoken.get(person)

    def forget(self, person: int) -> None:
        self._spoken.pop(person, None)
