"""The formats that are read. A new one is a row here, and its reader a module beside this one.

What a folder lists, what an error names, what tests try and what the docs must tell derive from it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple

from corpus.formats.press_marks import MAY_BE_EXPORT

if TYPE_CHECKING:
    from corpus.formats.draft import Draft, Part


class Format(NamedTuple):
    """Files whose names end alike, and who reads them.

    ``reader`` names a function, ``module:function``, that takes the text of a file, or its bytes
    where it ``decodes`` them itself, and ``day_first``, and returns a ``Draft``. It is imported by
    the first file that needs it: trafilatura takes 0.3 s, and most starts read no page. ``parts``
    names a function that takes a text and ``day_first`` and returns the documents in it, if it
    holds several.
    """

    description: str
    suffixes: frozenset[str]
    reader: str
    decodes: bool = False
    parts: str | None = None

    def read(self, data: bytes, *, day_first: bool) -> "Draft":
        """The draft of a file; raises ``UndecodableError``, and ``ImportError`` of its reader."""
        from corpus.encoding import decode_file  # noqa: PLC0415 - for who reads files alone

        module, function = self.reader.split(":")
        read = getattr(import_module(module), function)
        draft: Draft = read(data if self.decodes else decode_file(data), day_first=day_first)
        return draft

    def documents_in(self, data: bytes, *, day_first: bool) -> "tuple[Part, ...]":
        """The documents of a file that holds several; none when it is one."""
        if self.parts is None or not MAY_BE_EXPORT.search(data):
            return ()
        from corpus.encoding import UndecodableError, decode_file  # noqa: PLC0415 - as above

        module, function = self.parts.split(":")
        take_apart = getattr(import_module(module), function)
        try:
            return tuple(take_apart(decode_file(data), day_first=day_first))
        except UndecodableError:
            return ()  # what is wrong is said where the file is read


FORMATS: Final = (
    Format(
        "plain text",
        frozenset({"", ".text", ".txt"}),
        "corpus.formats.text:read_text",
        parts="corpus.formats.press_parts:press_parts",
    ),
    Format("Markdown", frozenset({".markdown", ".md"}), "corpus.formats.markdown:read_markdown"),
    Format(
        "HTML",
        frozenset({".htm", ".html", ".xhtml"}),
        "corpus.formats.html:read_html",
        decodes=True,
    ),
)
_BY_SUFFIX: Final = {suffix: each for each in FORMATS for suffix in each.suffixes}
SUFFIXES: Final = frozenset(_BY_SUFFIX)


def suffix_of(name: str) -> str:
    """The end of a file's name that tells its format, in small letters; may be empty."""
    dot = name.rfind(".")
    return name[dot:].lower() if name.rfind("/") + 1 < dot < len(name) - 1 else ""


def format_of(name: str) -> Format | None:
    """The format of a file, by its name alone."""
    return _BY_SUFFIX.get(suffix_of(name))
