"""The help of the commands in the reader's language; each text is found by its English."""

import re
from collections.abc import Iterable

import click

from bot.terminal.speaking import voices_of
from bot.wording.voice import PAGES, Voice

_EXTRA = re.compile(r"(?P<text>.*?)(?P<extra>  \[[^\[\]]*\])?", re.DOTALL)  # "[default: 5]"
_AS_IT_STANDS = "\b"  # begins a paragraph that click does not wrap: command lines


class HelpContext(click.Context):
    """Makes help pages in the run's language, which `run` in `bot.cli` has put into ``obj``."""

    def make_formatter(self) -> click.HelpFormatter:
        voice = voices_of().find(self.find_root().obj)
        return HelpPage(voice, width=self.terminal_width, max_width=self.max_content_width)


class HelpPage(click.HelpFormatter):
    """A page as click lays it out."""

    def __init__(self, voice: Voice, *, width: int | None, max_width: int | None) -> None:
        super().__init__(width=width, max_width=max_width)
        self._voice = voice

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or f"{self._said('Usage:')} ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(self._said(heading))

    def write_text(self, text: str) -> None:
        super().write_text("\n\n".join(map(self._paragraph, text.split("\n\n"))))

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        super().write_dl([(name, self._row(text)) for name, text in rows], col_max, col_spacing)

    def _paragraph(self, text: str) -> str:
        if not text.startswith(_AS_IT_STANDS):
            return self._said(" ".join(text.split()))
        mark, title, *lines = text.split("\n")
        return "\n".join((mark, self._said(title), *lines))

    def _row(self, text: str) -> str:
        match = _EXTRA.fullmatch(text)
        if match is None:
            return self._said(text)
        extra = (match["extra"] or "").replace("default", self._said("default"))
        return self._said(" ".join(match["text"].split())) + extra

    def _said(self, english: str) -> str:
        return self._voice.words.get(f"{PAGES}{english}", english)
