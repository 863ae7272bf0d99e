"""Related terms: learned from how a corpus uses them, and used where a passage lacks a term."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import fields, replace
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from index.answering.served_version import Served
from index.arrays.related_terms import Related
from index.arrays.snapshot import Snapshot
from index.arrays.weights import inverse_document_frequency
from index.building import related_terms as building
from index.building.related_terms import Limits, relate, related_terms, term_vectors
from index.evaluation.collection import Text, indexed
from index.question.reading import read_question
from index.ranking.candidates import Candidates
from index.ranking.hits import Filter
from index.ranking.parts import _related

# Two words for one thing, never in one text, among others that tell what is spoken of.
CLINIC = ("ward", "patient", "fever", "nurse", "surgery", "vaccine", "hospital")
HARBOUR = ("crane", "cargo", "tanker", "quay", "anchor", "freight", "pilot")


# As many dimensions as there are matters here: with one for each word nothing is made out.
FEW = Limits(dimensions=2)


def texts(count: int = 40) -> list[str]:
    """Texts on two matters; every other one on the clinic says doctor, the rest physician."""
    made = []
    for number in range(count):
        clinic = " ".join(np.roll(CLINIC, number)[:5])
        harbour = " ".join(np.roll(HARBOUR, number)[:5])
        made.append(f"The {('doctor', 'physician')[number % 2]} spoke of {clinic} {number}.")
        made.append(f"The {('captain', 'skipper')[number % 2]} spoke of {harbour} {number}.")
    return made


@asynccontextmanager
async def serving(
    tmp_path: Path, *given: str | Text, limits: Limits = FEW
) -> AsyncIterator[Served]:
    """An index of the texts whose terms are related within the limits."""
    made = tuple(
        text if isinstance(text, Text) else Text(str(n), "", text) for n, text in enumerate(given)
    )
    async with indexed(made, tmp_path) as (served, _):
        relate(served.snapshot.folder, limits)
        snapshot = Snapshot(served.snapshot.folder)
        yield replace(served, snapshot=snapshot)


def related_to(served: Served, word: str, related: Related | None = None) -> dict[str, float]:
    """The terms related to a word's, and their cosines, best first."""
    found = related or served.snapshot.related
    (row,) = served.snapshot.rows(served.analyzer.terms(word)).tolist()
    own = slice(found.starts[row], found.starts[row + 1])
    names = [served.snapshot.terms[other] for other in found.terms[own].tolist()]
    return dict(zip(names, found.cosines[own].tolist(), strict=True))


def cosine(served: Served, word: str, term: str) -> float:
    """How alike a word's term and another are used, whether or not one may stand for the other."""
    rows, vectors = term_vectors(served.snapshot, FEW)
    one, other = (
        vectors[rows == row][0]
        for row in served.snapshot.rows([*served.analyzer.terms(word), term])
    )
    return float(one @ other)


async def test_words_used_alike_are_related(tmp_path: Path) -> None:
    """Two words that never meet are related when the same words stand around them."""
    async with serving(tmp_path, *texts()) as served:
        found = related_to(served, "doctor")
        assert "physician" in found
        assert "captain" not in found
        assert "crane" not in found
        assert "captain" in related_to(served, "skipper")


async def test_the_nearest_come_first_and_none_is_its_own(tmp_path: Path) -> None:
    """Each term has at most so many others, from the least cosine up to 1, descending."""
    async with serving(tmp_path, *texts()) as served:
        few = related_terms(served.snapshot, replace(FEW, most=3))
        for word in (*CLINIC, *HARBOUR, "doctor", "captain"):
            every = related_to(served, word)
            (term,) = served.analyzer.terms(word)
            assert term not in every
            assert list(every.values()) == sorted(every.values(), reverse=True)
            assert all(FEW.related <= cosine <= 1 for cosine in every.values())
            assert list(related_to(served, word, few).values()) == list(every.values())[:3]


async def test_a_rare_word_is_related_to_none(tmp_path: Path) -> None:
    """Two passages do not tell how a word is used; three do."""
    twice = [f"The midwife spoke of {' '.join(CLINIC)} {n}." for n in range(2)]
    async with serving(tmp_path / "two", *texts(), *twice) as served:
        assert related_to(served, "midwife") == {}
    thrice = [*twice, f"The midwife spoke of {' '.join(CLINIC)}."]
    async with serving(tmp_path / "three", *texts(), *thrice) as served:
        assert "hospit" in related_to(served, "midwife")


async def test_a_name_or_number_never_stands_for_another(tmp_path: Path) -> None:
    """Two ministers and two years are used alike, and are not the same."""
    every = replace(FEW, most=99, related=1e-6)
    spoke = [
        f"{('Petrosyan', 'Ohanyan')[n % 2]} spoke of {' '.join(np.roll(CLINIC, n)[:5])} in {year}."
        for n, year in enumerate((1991, 1992) * 10 + (1992, 1991) * 10)
    ]
    capitals = ["Wards are full. Nurses too."] * 3
    async with serving(tmp_path, *texts(), *spoke, *capitals, limits=every) as served:
        for name, other in (("Petrosyan", "ohanyan"), ("1991", "1992"), ("1992", "petrosyan")):
            assert cosine(served, name, other) > FEW.related
            assert other not in related_to(served, name)
            assert "fever" in related_to(served, name), "a name is related to common words"
        assert "ohanyan" in related_to(served, "fever"), "and common words to a name"
        assert "nurs" in related_to(served, "ward"), "what was a small word once is no name"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("B12", "B6"),
        ("=1991", "=1992"),
        ("octobre", "novembre"),
        ("Armenia", "Azerbaijan"),
        ("आर्मेनिया", "अज़रबैजान"),
        ("北京", "上海"),
        ("said", "spoke"),
    ],
)
def test_what_may_be_a_name_is_told_by_its_spelling(one: str, other: str) -> None:
    """Scripts that know no small letters cannot tell a name, so that all may be names there."""
    snapshot = SimpleNamespace(
        meta=SimpleNamespace(terms=3), word_term=np.array([0, 2, 0]), words=[one, other, one]
    )
    names = building._names(snapshot, np.array([0, 2]))  # type: ignore[arg-type]
    assert names.tolist() == ([False, False] if one == "said" else [True, True])


async def test_a_word_that_is_small_anywhere_is_no_name(tmp_path: Path) -> None:
    """Whether a headline or a sentence is read first, now or in a later reindex."""
    headlines = ("Doctor wanted.", "Physician wanted.")
    async with serving(tmp_path / "first", *headlines, *texts()) as served:
        assert "physician" in related_to(served, "doctor")
    async with serving(tmp_path / "later", *headlines):
        pass
    made = tuple(Text(str(n), "", text) for n, text in enumerate(texts()))
    async with indexed(made, tmp_path / "later") as (again, store):
        assert (await store.vocabulary()).words["doctor"][0] == "doctor"
    async with serving(tmp_path / "later", *texts()) as served:
        assert served.version == again.version
        assert "physician" in related_to(served, "doctor")
    async with serving(tmp_path / "plain", *texts()) as plain:
        assert related_to(plain, "doctor") == related_to(served, "doctor")


async def test_a_text_that_is_held_often_tells_no_more(tmp_path: Path) -> None:
    """A report that three agencies carry is one report."""
    async with serving(tmp_path, *["The midwife spoke of fever and the ward."] * 3) as served:
        assert not len(served.snapshot.related.terms)


async def test_parts_of_the_work_make_the_same_whole(tmp_path: Path) -> None:
    """However many postings, terms and values are worked on at a time."""
    async with serving(tmp_path, *texts()) as served:
        whole = served.snapshot.related
        small = replace(FEW, terms_at_once=3, postings_at_once=7, values_at_once=5)
        parts = related_terms(served.snapshot, small)
    assert parts.starts.tolist() == whole.starts.tolist()
    np.testing.assert_allclose(parts.cosines, whole.cosines, rtol=1e-4)
    for start, end in pairwise(whole.starts.tolist()):
        clear = whole.cosines[start:end] > whole.cosines[start:end].min(initial=2) + 1e-4
        assert set(parts.terms[start:end][clear]) == set(whole.terms[start:end][clear])


async def test_the_same_passages_give_the_same_terms(tmp_path: Path) -> None:
    """Nothing is left to chance: what is learnt twice is the same to the byte."""
    async with serving(tmp_path, *texts()) as served:
        one, other = related_terms(served.snapshot, FEW), related_terms(served.snapshot, FEW)
        for name in (field.name for field in fields(Related)):
            assert getattr(one, name).tobytes() == getattr(other, name).tobytes()
            kept = getattr(served.snapshot.related, name)
            assert kept.tobytes() == getattr(one, name).tobytes()


@pytest.mark.parametrize("given", [(), ("",), ("Crane drivers walked out.",), ("Walked.",) * 4])
async def test_a_corpus_that_tells_nothing_relates_nothing(
    tmp_path: Path, given: tuple[str, ...]
) -> None:
    """No text, no words, or none often enough: an index all the same."""
    async with serving(tmp_path, *given) as served:
        assert not len(served.snapshot.related.terms)
        assert len(served.snapshot.related.starts) == served.snapshot.meta.terms + 1


async def test_of_a_large_corpus_some_passages_are_looked_at(tmp_path: Path) -> None:
    """Every nth passage, evenly; only the most frequent terms."""
    async with serving(tmp_path, *texts(90)) as served:
        some = replace(FEW, passages=60)
        terms, passages, impacts = building._sample(served.snapshot, some)
        assert set(passages.tolist()) == set(range(0, served.snapshot.meta.passages, 3))
        assert len(terms) == len(impacts) == len(passages)
        assert (impacts > 0).all()
        assert "physician" in related_to(served, "doctor", related_terms(served.snapshot, some))
        terms, _, _ = building._sample(served.snapshot, replace(FEW, terms=5))
        often = served.snapshot.frequencies(np.arange(served.snapshot.meta.terms))
        assert len(np.unique(terms)) == 5
        assert often[np.unique(terms)].min() >= np.sort(often)[-5]


def by_hand(found: Candidates) -> list[float]:
    """What ``_related`` should give, word by word."""
    snapshot, related = found.snapshot, found.snapshot.related
    scores = []
    for candidate in range(len(found.passages)):
        start, size = found.words.starts[candidate], found.words.sizes[candidate]
        words = snapshot.word_term[found.words.forms[start : start + size]].tolist()
        total = 0.0
        for term, row in enumerate(found.rows.tolist()):
            if row < 0 or found.counts[candidate, term] or found.in_title[candidate, term]:
                continue
            own = slice(related.starts[row], related.starts[row + 1])
            best = 0.0
            for other, cosine in zip(related.terms[own], related.cosines[own], strict=True):
                if other in words:
                    rarity = inverse_document_frequency(
                        snapshot.frequencies(np.array([other])), snapshot.meta.passages
                    )[0]
                    best = max(best, float(cosine) * min(found.weights[term], rarity))
            total += best
        scores.append(total / (1 + found.norms[candidate, 0]))
    return scores


async def test_a_related_word_counts_where_the_term_itself_lacks(tmp_path: Path) -> None:
    """The best related word of each lacking term, by its cosine and the rarer of the two."""
    titled = [Text("t", "The physician", "The tanker spoke of the ward, the fever and a nurse.")]
    async with serving(tmp_path, *texts(), *titled) as served:
        for question in (
            "doctor with a fever",
            "physician of the ward and the tanker",
            "skipper captain crane zebra",
            "zebra",
            "tanker titled physician",
        ):
            read = read_question(question, served.analyzer, served.snapshot)
            hits = served.ranker.rank_now(read.terms, Filter(), 40)
            passages = np.array([hit.passage for hit in hits], np.intp)
            rows = served.snapshot.rows(list(read.weights))
            found = Candidates(served.snapshot, read, passages, rows)
            if hits:
                assert _related(found).tolist() == pytest.approx(by_hand(found))


async def test_a_passage_with_the_other_word_is_ahead(tmp_path: Path) -> None:
    """Asked for a doctor, of two passages without one that with a physician comes first."""
    strange = "The clerk saw the monsoon."
    close = "The physician saw the monsoon."
    async with serving(tmp_path, *texts(), strange, close) as served:
        read = read_question("doctor monsoon", served.analyzer, served.snapshot)
        hits = served.rescorer.rescored(read, served.ranker.rank_now(read.terms, Filter(), 100))
        ranks = {hit.passage: place for place, hit in enumerate(hits)}
        last = served.snapshot.meta.passages - 1
        assert ranks[last] < ranks[last - 1]
        parts = {hit.passage: hit.parts["related words"] for hit in hits}
        assert parts[last] > parts[last - 1] == 0
