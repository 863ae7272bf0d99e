"""Who speaks in the passages that bear on a question: names to choose from."""

from collections import Counter
from collections.abc import Sequence

from index.answering.asking import attempt
from index.answering.fetching import Found, fetched
from index.answering.served_version import Served
from index.answers import Question
from index.statements.naming import speakers
from index.store.store import Store

_PASSAGES = 100  # that are looked at, best first


def speaking(question: Question, served: Served, store: Store) -> tuple[str, ...]:
    """The speakers that are written with a capital, to the letter, the most frequent first."""
    asked = attempt(question, served, store, wanted=_PASSAGES)
    found = fetched(asked.hits[:_PASSAGES], served, store)
    return _names(found, served.language)


def _names(found: Sequence[Found], language: str) -> tuple[str, ...]:
    names: Counter[str] = Counter()
    for candidate in found:
        text = candidate.passage.text
        for _, speaker in speakers(candidate.passage, language):
            words = " ".join(text[slice(*speaker)].split())
            names[words] += any(word[:1].isupper() for word in words.split())
    return tuple(name for name, number in names.most_common() if number)
