"""A question whose words in quotation marks no passage has: what comes close without the marks."""

from dataclasses import replace

from index.answering.asking import attempt
from index.answering.served_version import Served
from index.answers import Answer, Question, Why
from index.question.operators import unquoted
from index.store.store import Store


def answer(question: Question, served: Served, store: Store) -> Answer:
    """Answer from one version. Raises ``QuestionError`` for a source that is not held.

    Quoted words are compelled: what lacks them is never an answer, however close it comes, and the
    answer tells which they are.
    """
    asked = attempt(question, served, store)
    wishes = asked.read.wishes
    if asked.answer.why is not Why.NOT_EXACT or not wishes.phrases:
        return asked.answer
    found = attempt(replace(question, text=unquoted(question.text)), served, store).answer
    if not found.shown or found.reading.left_out != asked.answer.reading.left_out:
        return asked.answer
    return replace(
        found,
        question=question,
        answered=False,
        quotes=(),
        closest=found.shown,
        why=Why.NOT_EXACT,
        reading=replace(found.reading, not_quoted=wishes.phrases),
        elapsed_ms=asked.answer.elapsed_ms + found.elapsed_ms,
    )
