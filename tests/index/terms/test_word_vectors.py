"""Rules of the vectors that are installed: named by their files, none where these are broken."""

import logging
import shutil
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from index.answering.asking import answer
from index.answers import Question
from index.building.freshness import pipeline
from index.evaluation.collection import Text, indexed
from index.terms.word_vectors import vectors_version, word_vectors
from tests.index.ranking.test_second_stage import part, serving

needs_vectors = pytest.mark.skipif(word_vectors() is None, reason="the extra meaning is missing")

TABLE = "weights/l2_supercat_256.safetensors"
TOKENIZER = "tokenizers/l2_supercat_tokenizer_config.json"
Install = Callable[[str, Callable[[bytes], bytes]], None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Install the package once more, one of its files changed; as first installed afterwards."""

    def forget() -> None:
        vectors_version.cache_clear()
        word_vectors.cache_clear()

    def changed(name: str, change: Callable[[bytes], bytes]) -> None:
        spec = find_spec("wordllama")
        assert spec is not None
        assert spec.origin is not None
        package = tmp_path / "site" / "wordllama"
        for each in (TABLE, TOKENIZER):
            (package / each).parent.mkdir(parents=True)
            shutil.copy(Path(spec.origin).parent / each, package / each)
        (package / "__init__.py").touch()
        (package / name).write_bytes(change((package / name).read_bytes()))
        monkeypatch.syspath_prepend(tmp_path / "site")
        forget()

    yield changed
    monkeypatch.undo()
    forget()


def with_other_weights(table: bytes) -> bytes:
    return table[:-1] + bytes([table[-1] ^ 1])


@needs_vectors
async def test_passages_are_not_compared_by_a_model_of_other_weights(
    tmp_path: Path, install: Install
) -> None:
    """Until they are indexed anew, which the name of the model makes due."""
    async with serving(tmp_path, "The ship was late: soup.", "The ship was late: quay.") as served:
        asked = "Which ship sailed to a dock?"
        before = pipeline("english")
        assert all(part(served, asked, "meaning").values())
        install(TABLE, with_other_weights)
        assert not any(part(served, asked, "meaning").values())
        assert pipeline("english") != before


BROKEN = [
    (TABLE, lambda table: table[: len(table) // 2]),
    (TABLE, lambda _: b""),
    (TABLE, lambda table: table.replace(b'"F16"', b'"I16"', 1)),
    (TOKENIZER, lambda tokenizer: tokenizer[1:]),
    (
        TOKENIZER,
        lambda tokenizer: tokenizer.replace(b'"</s>": 2,', b'"</s>": 2, "one too many": 32000,', 1),
    ),
]


@needs_vectors
@pytest.mark.parametrize(("name", "change"), BROKEN)
async def test_a_model_that_cannot_be_read_is_none_and_is_told_once(
    tmp_path: Path,
    install: Install,
    caplog: pytest.LogCaptureFixture,
    name: str,
    change: Callable[[bytes], bytes],
) -> None:
    install(name, change)
    caplog.set_level(logging.WARNING, "verbatim.index")
    texts = (Text("1", "", "The ship was late."), Text("2", "", "The quay was free."))
    async with indexed(texts, tmp_path / "data") as (served, store):
        assert not len(served.snapshot.vectors)
        assert answer(Question("Was the ship late?", abstain=False), served, store).answered
    told = [record.getMessage() for record in caplog.records if "'meaning'" in record.getMessage()]
    assert len(told) == 1
    assert told[0].startswith("the extra 'meaning' cannot be read, passages go without (")


@needs_vectors
async def test_a_mended_model_makes_an_index_anew(tmp_path: Path, install: Install) -> None:
    texts = (Text("1", "", "The ship was late."),)
    install(TABLE, lambda table: table[:1000])
    async with indexed(texts, tmp_path / "data") as (served, _):
        assert not len(served.snapshot.vectors)
    (tmp_path / "site" / "wordllama").rename(tmp_path / "gone")
    vectors_version.cache_clear()
    word_vectors.cache_clear()
    async with indexed(texts, tmp_path / "data") as (served, _):
        assert len(served.snapshot.vectors) == 1
