"""A score is explained by the parts that it is the sum of."""

from dataclasses import replace
from types import MappingProxyType

from bot.terminal.answer_lines import answer_lines, score_words
from bot.terminal.speaking import voices_of
from bot.wording.explanation import explanation
from index.answers import Against, Evidence, Quote
from tests.bot.made import made_answer, made_quote

VOICE = voices_of().default


def _scored() -> Quote:
    parts = MappingProxyType({"bm25": 3.0, "title": 6.5, "pairs": 0.0})
    return made_quote("The port denied it.", score=9.5, coverage=0.5, parts=parts)


def test_the_largest_part_stands_first_and_empty_ones_are_left_out() -> None:
    """A person sees first what mattered most."""
    words = "score 9.50 = title 6.50 + bm25 3.00; covers 50% of the question"
    assert score_words(_scored(), VOICE) == words


def test_scores_are_explained_only_when_asked_for() -> None:
    """An answer says nothing of scores unless it is told to."""
    plain = [line.text for line in answer_lines(made_answer(_scored()), VOICE)]
    explained = [line.text for line in answer_lines(made_answer(_scored()), VOICE, explain=True)]
    score, title, first, *_ = [text for text in explained if text not in plain]
    assert score == score_words(_scored(), VOICE)
    assert title == "How this came about"
    assert "rare words counting more" in first


def test_what_speaks_against_a_passage_stands_before_the_verdict_on_it() -> None:
    """Where none is shown the verdict comes first, so that readers know what is being spoken of."""
    evidence = Evidence(-0.2, 0.4, 0.0, (Against.KIND,))
    close = replace(made_answer(evidence=evidence), closest=(made_quote("The port denied it."),))
    *_, against, verdict, below = explanation(close, VOICE)
    assert against == VOICE("explain.against.kind")
    assert verdict.startswith("That is not enough")
    assert below == VOICE("explain.below")
    told = list(explanation(made_answer(evidence=evidence), VOICE))
    assert told[0].startswith("Even the nearest passage does not come close")
    assert told[1:] == [below, against]
