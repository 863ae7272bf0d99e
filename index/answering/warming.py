"""Importing and compiling what the first question would wait for."""

from datetime import date
from importlib import import_module

from index.answers import Question

_LATE = "news proof sides speaking timeline".split()
_DAY = date(2020, 5, 14)
# Words, times and marks that load what is loaded late; the last word is in no corpus.
QUESTIONS = (
    Question("Hello, who said in March 2020, last May or spring what? Thanks", today=_DAY),
    Question('Where is "said that" told of 3.4.2020, Q3 2021 - or 1,000 *zzyzxes*?', today=_DAY),
)


def import_late() -> None:
    """Import what answers other than questions."""
    for name in _LATE:
        import_module(f"index.answering.{name}")
