"""Rules of evidence: when a passage may answer, which are shown beside it, what is one quote."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.answering.evidence import ENOUGH, asked_of, companions, enough, sufficiency
from index.answering.same_quote import same_quote, spread
from index.answers import Caution
from index.arrays.weights import K1
from index.question.reading import ReadQuestion
from index.ranking.hits import Hit
from index.ranking.parts import NO_EVIDENCE

WEIGHTS = {"envoy": 4.0, "deni": 3.0, "border": 2.0, "night": 1.0}


def question(*unknown: str, dated: tuple[str, ...] = ()) -> ReadQuestion:
    terms = tuple(WEIGHTS)
    return ReadQuestion("", terms, terms, WEIGHTS, (), frozenset(unknown), frozenset(dated))


def hit(strength: float, *matched: str, passage: int = 0) -> Hit:
    """A hit whose score is this share of all that the question's terms weigh."""
    return Hit(passage, strength * (K1 + 1) * 10, matched)


def test_a_passage_with_all_words_in_full_strength_is_sufficient() -> None:
    """It needs no lead: the same may stand in many documents."""
    assert enough(question(), [hit(1.0, *WEIGHTS)] * 12)


def test_a_passage_that_stands_out_is_the_better_answer() -> None:
    """Of two equal passages, the one that leads the tenth counts more; later ones say nothing."""
    best = hit(0.6, "envoy", "deni")
    leads = [best, *[hit(0.2, "night")] * 9]
    level = [best] * 10
    assert sufficiency(question(), leads) > sufficiency(question(), level[:3])
    assert sufficiency(question(), level[:3]) > sufficiency(question(), level)
    assert sufficiency(question(), level) == sufficiency(question(), [*level, hit(0.0, "night")])


def test_words_that_the_corpus_has_never_seen_speak_against_an_answer() -> None:
    """Two equal passages: the one for a question with unseen words is the weaker answer."""
    one = hit(0.8, "envoy", "deni")
    assert sufficiency(question("border"), [one]) < sufficiency(question(), [one])


def test_a_rare_word_counts_more_than_a_common_one() -> None:
    """Coverage is of weight, not of words."""
    rare, common = hit(0.5, "envoy"), hit(0.5, "night")
    assert sufficiency(question(), [rare]) > sufficiency(question(), [common])


def test_nothing_is_enough_where_nothing_matches() -> None:
    """No hits, no answer; a question without a known word has no weight to cover."""
    assert not enough(question(), [])
    assert sufficiency(ReadQuestion("", (), (), {}, ()), [hit(1.0)]) == 0.0


def test_only_the_best_passage_decides() -> None:
    """What is shown first is what must answer."""
    weak, strong = hit(0.1, "night"), hit(1.0, *WEIGHTS)
    assert enough(question(), [strong, weak])
    assert not enough(question(), [weak, strong])


def test_an_operator_moves_the_threshold_by_a_word() -> None:
    """Cautious answers less than balanced, generous more."""
    middling = [hit(0.8, "envoy", "border")] * 10
    assert sufficiency(question(), middling) == pytest.approx(ENOUGH)
    assert enough(question(), middling, ENOUGH + Caution.GENEROUS.margin)
    assert enough(question(), middling, ENOUGH - 1e-9 + Caution.BALANCED.margin)
    assert not enough(question(), middling, ENOUGH + Caution.CAUTIOUS.margin)


def test_a_passage_published_in_the_asked_time_need_not_state_it() -> None:
    """ "What did the envoy deny in 2020?" is answered by what was published in 2020."""
    asked = question("border", dated=("border", "night"))
    without = hit(0.5, "envoy", "deni")
    within = replace(without, in_time=True)
    assert asked_of(asked, within).weights == {"envoy": 4.0, "deni": 3.0}
    assert asked_of(asked, without) is asked
    assert sufficiency(asked, [within]) > sufficiency(asked, [without])
    assert asked_of(asked, within).unseen == 0 < asked.unseen
    assert companions(asked, [within, without]) == [within, without], "a time excludes nothing"


def test_a_time_alone_is_no_question() -> None:
    """Of "what happened in 2020" too little is left for any passage of that year to answer."""
    asked = question(dated=("deni", "border", "night"))
    assert asked_of(asked, replace(hit(0.5, "envoy"), in_time=True)) == asked


@pytest.mark.parametrize("part", NO_EVIDENCE)
def test_what_only_orders_passages_is_not_evidence(part: str) -> None:
    """A source, a time or a related word moves a passage up and covers no word."""
    plain = hit(0.5, "envoy", "deni")
    preferred = replace(plain, score=plain.score + 7.0, parts={"bm25": plain.score, part: 7.0})
    assert sufficiency(question(), [preferred]) == pytest.approx(sufficiency(question(), [plain]))


def test_a_companion_covers_most_of_what_the_best_covers() -> None:
    """A passage that shares one common word is no second answer."""
    best = hit(1.0, *WEIGHTS, passage=1)
    good = hit(0.7, "envoy", "deni", passage=2)
    useless = hit(0.1, "night", passage=3)
    assert companions(question(), [best, good, useless]) == [best, good]


@given(st.lists(st.floats(0, 2), min_size=1, max_size=8), st.sets(st.sampled_from(list(WEIGHTS))))
def test_the_best_is_always_among_its_companions(strengths: list[float], unseen: set[str]) -> None:
    """Whatever is unseen, something is shown when abstention is off."""
    hits = [hit(strength, "envoy", passage=n) for n, strength in enumerate(strengths)]
    shown = companions(question(*unseen), hits)
    assert max(hits, key=lambda each: each.score).score in [each.score for each in shown]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Some 300 fighters crossed the border at night.",
            "Some 300 fighters crossed the border at night",
        ),
        (
            "He said in a letter that the organisation knew of it in May.",
            "He said in a letter that the organization knew of it in May.",
        ),
    ],
)
def test_spelling_makes_no_other_quote(one: str, other: str) -> None:
    """The same words in another spelling or punctuation are one quote."""
    assert same_quote(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "{} 300 fighters had crossed the border in the night",
            "{} 400 fighters had crossed the border in the night",
        ),
        (
            "{} the ministry denied that they crossed the border",
            "{} the ministry said that they crossed the border",
        ),
        (
            "{} they crossed the border in the night",
            "{} they never crossed the border in the night",
        ),
        (
            "{} the envoy of Turkey spoke of the border",
            "{} the envoy of Russia spoke of the border",
        ),
        ("{} they crossed the border", "{} they allegedly crossed the border"),
    ],
)
def test_what_changes_the_claim_is_another_quote(one: str, other: str) -> None:
    """Numbers, denials, negations, names and hedges are never folded into one, however long."""
    frame = "It was said in the capital on that day after a long and quiet week of talks that"
    assert not same_quote(one.format(frame), other.format(frame))


@given(st.lists(st.integers(0, 4), max_size=12))
def test_at_most_two_of_one_document_stand_among_the_first_five(documents: list[int]) -> None:
    """Nothing is shown twice, the order among the first is kept, and the measure holds."""
    kept = spread(documents, at_most=2, among=5)
    first = [documents[index] for index in kept[:5]]
    assert all(first.count(document) <= 2 for document in first)
    assert len(set(kept)) == len(kept)
    assert kept[:5] == sorted(kept[:5])
