"""Sources by what people call them: a document's name, its title or its publisher."""

from collections.abc import Iterable, Iterator, Sequence

from bot.desk.custom_ids import tag
from index.answers import Holding


def names_of(holding: Holding, wanted: str) -> Iterator[str]:
    """The holding's names whose tag is ``wanted``."""
    return (name for name in holding.names if tag(name) == wanted)


def held_under(holding: Holding, wanted: str) -> bool:
    return any(names_of(holding, wanted))


def offered(holdings: Sequence[Holding], chosen: Iterable[str]) -> list[Holding]:
    """The holdings that a server offers: those it names, or all where it names none."""
    tags = {tag(name) for name in chosen}
    return [h for h in holdings if not tags or any(tag(name) in tags for name in h.names)]
