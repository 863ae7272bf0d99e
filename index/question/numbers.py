"""Numbers as they are asked for: "1 000", "1.000" and "a thousand" where the corpus has 1,000."""

import re
from collections.abc import Callable

from corpus.lazy_patterns import lazily

# Thousands are parted by a space, a point or an apostrophe, where a comma is not used.
_GROUPED = lazily(r"(?<![\w.,/-])\d{1,3}(?:([ \u00a0\u202f.'’])\d{3})(?:\1\d{3})*(?![\w/-]|[.,]\d)")
_UNITS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = (
    {word: number for number, word in enumerate(_UNITS, 1)}
    | {word: 10 * number for number, word in enumerate(_TENS, 2)}
    | {"a": 1, "the": 1}
)
_SCALES = {"hundred": 100, "thousand": 1000}
_SPELT = lazily(
    rf"(?<![\w-])(?:({'|'.join(_VALUES)})(?:[ -]({'|'.join(_UNITS[:9])}))?\s+)"
    rf"({'|'.join(_SCALES)})(?![\w-]|\s+(?:and|{'|'.join(_VALUES)}|{'|'.join(_SCALES)})\b)",
    re.IGNORECASE,
)


def as_held(text: str, has_word: Callable[[str], bool]) -> str:
    """The text with its numbers as the corpus has them, where it does not have them as asked."""

    def joined(match: re.Match[str]) -> str:
        digits = re.sub(r"\D", "", match[0])
        return digits if has_word(digits) else match[0]

    def spelt(match: re.Match[str]) -> str:
        value = _VALUES[match[1].lower()] + _VALUES.get((match[2] or "").lower(), 0)
        digits = str(value * _SCALES[match[3].lower()])
        return digits if has_word(digits) and not has_word(match[3]) else match[0]

    return _SPELT.sub(spelt, _GROUPED.sub(joined, text))
