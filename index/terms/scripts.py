"""Scripts: the language that a word is read in whose script is not that of the corpus."""

from bisect import bisect

_LATIN = "latin"
# The first character of each block and its script: what no block holds counts as Latin.
_BLOCKS = (
    (0x0000, _LATIN), (0x0370, "greek"), (0x0400, "cyrillic"), (0x0530, _LATIN),
    (0x0590, "hebrew"), (0x0600, "arabic"), (0x0700, _LATIN), (0x0750, "arabic"),
    (0x0780, _LATIN), (0x0900, "devanagari"), (0x0980, _LATIN), (0x1F00, "greek"),
    (0x2000, _LATIN),
)  # fmt: skip
_STARTS = tuple(start for start, _ in _BLOCKS)
_READ_AS = {
    _LATIN: "english", "greek": "greek", "cyrillic": "russian", "hebrew": "hebrew",
    "arabic": "arabic", "devanagari": "hindi",
}  # fmt: skip
_OF_LANGUAGE = {
    "arabic": "arabic", "chinese": "", "greek": "greek", "hebrew": "hebrew", "hindi": "devanagari",
    "japanese": "", "korean": "", "persian": "arabic", "russian": "cyrillic", "thai": "",
    "ukrainian": "cyrillic",
}  # fmt: skip


def language_of(word: str, language: str) -> str:
    """The language that a word of a corpus in ``language`` is read in."""
    script = _LATIN if word.isascii() else _BLOCKS[bisect(_STARTS, ord(word[0])) - 1][1]
    return language if script == _OF_LANGUAGE.get(language, _LATIN) else _READ_AS[script]


def languages_in(language: str) -> tuple[str, ...]:
    """The language of a corpus and those of the words in other scripts that it may hold."""
    own = _OF_LANGUAGE.get(language, _LATIN)
    guests = (read_as for script, read_as in _READ_AS.items() if script != own)
    return (language, *guests)
