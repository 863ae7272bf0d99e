"""What no document may have, whatever its format: names without end, damaged words in a quote."""

from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from corpus.facts import Fact
from corpus.layout import split_blocks
from corpus.model import Section, Source, Span

_LONGEST: Final = 500  # characters of a title or a name; the longest headlines have some 300
_NAMES: Final = ("title", "publisher", "author")
_REPLACED: Final = "\ufffd"

DAMAGED: Final = Fact(
    "holds damaged characters (\ufffd), and no paragraph with one is quoted; "
    "where they are sound elsewhere, save it again as UTF-8"
)


def bounded(source: Source) -> tuple[Source, tuple[str, ...]]:
    """The source with its overlong values cut and its damaged ones dropped, and a warning for each.

    A title counts in each passage of its document, so one without end would fill the memory.
    """
    cut: dict[str, str | None] = {}
    warnings = []
    for name in _NAMES:
        value = getattr(source, name)
        if value and _REPLACED in value:
            cut[name] = None
            warnings.append(
                Fact("{name} is damaged and not used; give it in sources.toml", name=name)
            )
        elif value and len(value) > _LONGEST:
            cut[name] = shortened(value)
            warnings.append(
                Fact(
                    "{name} of {length} characters is cut after {limit}; "
                    "give a shorter one in sources.toml",
                    name=name,
                    length=len(value),
                    limit=_LONGEST,
                )
            )
    if not cut:
        return source, ()
    kept = {name: origin for name, origin in source.origins.items() if cut.get(name, name)}
    bounded_source = replace(source, origins=MappingProxyType(kept), **cut)  # type: ignore[arg-type]
    return bounded_source, tuple(warnings)


def bounded_section(section: Section) -> Section:
    """The section with its name cut where that is overlong; its place stays."""
    if len(section.title) <= _LONGEST:
        return section
    return section._replace(title=shortened(section.title))


def shortened(name: str) -> str:
    """The name cut after its last whole word, with an ellipsis."""
    head = name[:_LONGEST].rpartition(" ")[0] or name[:_LONGEST]
    return f"{head.rstrip()}…"


def sound(text: str, sections: Sequence[Section]) -> tuple[tuple[Section, ...], tuple[Span, ...]]:
    """The headings without a replacement character, and the blocks with one.

    Where a character could not be read, nothing around it is quoted.
    """
    if _REPLACED not in text:
        return tuple(sections), ()
    damaged = tuple(
        block.span
        for block in split_blocks(text)
        if _REPLACED in text[block.span.start : block.span.end]
    )
    return tuple(section for section in sections if _REPLACED not in section.title), damaged
