"""Rules of the forward index: every passage's words in order, cut where sentences are cut."""

from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from index.arrays.forward import DocumentForms
from index.arrays.snapshot import Snapshot
from tests.index.making import library_over, page

ids = st.lists(st.integers(0, 2**32 - 1), max_size=5)


@given(ids, st.lists(st.lists(ids, max_size=4), max_size=5))
def test_what_is_packed_is_unpacked(title: list[int], passages: list[list[list[int]]]) -> None:
    """The store keeps every form, sentence and passage."""
    made = DocumentForms.of(title, passages)
    read = DocumentForms.unpack(made.pack())
    assert read.forms.tolist() == [*title, *(f for p in passages for s in p for f in s)]
    assert read.passages.tolist() == [len(passage) for passage in passages]
    assert read.sentences.tolist() == [len(title), *(len(s) for p in passages for s in p)]


def snapshot_of(folder: Path, version: str) -> Snapshot:
    return Snapshot(next(folder.glob(f"**/snapshots/{version}")))


def words(snapshot: Snapshot, unit: int) -> list[list[str]]:
    forward = snapshot.forward
    bounds = forward.sentences[forward.units[unit] : forward.units[unit + 1] + 1]
    return [
        [snapshot.words[int(form)].lower() for form in forward.forms[start:end]]
        for start, end in pairwise(bounds.tolist())
    ]


async def test_units_are_titles_and_passages_with_their_headings(tmp_path: Path) -> None:
    """Unit p + d + 1 is passage p of document d; the unit before a document's first its title."""
    pages = {
        "a.md": page(
            "Cranes stopped. Drivers walked.\n\n## Night\n\nFires burned.", title="The quay"
        ),
        "b.md": page("Wages rose.", title="Wage talks"),
    }
    async with library_over(tmp_path, pages) as library:
        snapshot = snapshot_of(tmp_path, (await library.status()).index_version)
    first = snapshot.first_passage
    found = [words(snapshot, unit) for unit in range(snapshot.meta.passages + len(first) - 1)]
    assert first.tolist() == [0, 2, 3]
    assert found == [
        [["quay"]],
        [["cranes", "stopped"], ["drivers", "walked"]],
        [["night"], ["fires", "burned"]],
        [["wage", "talks"]],
        [["wages", "rose"]],
    ]
