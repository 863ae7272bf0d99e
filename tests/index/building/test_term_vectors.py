"""The decomposition that related terms come from: products of sparse rows, and tiny corpora."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.building import related_terms
from index.building.related_terms import Limits, _Rows


@given(
    st.lists(
        st.dictionaries(st.integers(0, 9), st.floats(-4, 4, width=16), min_size=1), min_size=1
    ),
    st.sampled_from([1, 3, 1 << 15]),
)
def test_a_product_is_that_of_the_full_matrix(rows: list[dict[int, float]], part: int) -> None:
    """However it is cut into parts."""
    full = np.zeros((len(rows), 10), np.float32)
    for number, row in enumerate(rows):
        full[number, list(row)] = list(row.values())
    owners = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    columns = np.array([column for row in rows for column in row])
    dense = np.random.default_rng(1).standard_normal((10, 3), np.float32)
    product = _Rows.of(owners, columns, full[owners, columns]).times(dense, part)
    np.testing.assert_allclose(product, full @ dense, rtol=1e-4, atol=1e-4)


@given(
    st.lists(st.frozensets(st.sampled_from("abcdef"), min_size=1), min_size=1, max_size=6),
    st.integers(0, 2**63),
)
def test_the_smallest_corpora_have_vectors(passages: list[frozenset[str]], seed: int) -> None:
    """Random vectors may cancel each other out where there are few terms: then none is related."""
    terms = sorted(frozenset.union(*passages))
    full = np.array([[term in passage for passage in passages] for term in terms])
    rows, columns = np.nonzero(full)
    values = np.ones(len(rows), np.float32)
    order = np.argsort(columns, kind="stable")
    vectors = related_terms._projected(
        _Rows.of(rows, columns, values),
        _Rows.of(columns[order], rows[order], values),
        np.random.default_rng(seed).integers(2**63, size=len(terms), dtype=np.uint64),
        Limits(),
    )
    lengths = np.linalg.norm(vectors, axis=1)
    assert np.isclose(lengths, 1, atol=1e-3).sum() + np.isclose(lengths, 0).sum() == len(terms)
    names = np.zeros(len(terms), np.bool_)
    _, _, cosines = related_terms._neighbours(vectors, names, 0, Limits())
    assert ((cosines >= Limits().related) & (cosines <= 1)).all()
