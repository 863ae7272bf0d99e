"""What must hold of every document, whatever bytes it was made from."""

from itertools import pairwise
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.errors import UnreadableFileError
from corpus.formats.table import SUFFIXES
from corpus.model import Document, text_sha256
from corpus.reader import Reader

BITS = """
<p>|</p>|<h1>|</h1>|<table><tr><td>|<li>|<!--|-->|<article>|<br>|&#0;|<?|&nbsp;|<title>
<time datetime=2020-13-01>|<meta charset=utf-16>|<script type='application/ld+json'>|}|[|]
{"@type":"NewsArticle"|---|title: x|a: [|By Jane Doe, 1 October 2020|Oct. 3|# |- |>|```|===|****
Check Also|Related articles|comments|Facebook|Advertisement|A Heading|Mr President|[a]: b
Some prose that is long enough to be a paragraph, it says.
""".replace("\n", "|").split("|")
MARKS = ["\n", "\n\n", "\x0c", "\r\n", "\u0301", "\u2028", "\ufeff", "|a|b|\n|-|-|\n", "\ud800"]
texts = st.lists(
    st.one_of(st.sampled_from(BITS), st.sampled_from(MARKS), st.text(max_size=5)), max_size=40
).map("".join)
files = st.one_of(
    st.binary(max_size=200),
    texts.map(lambda text: text.encode("utf-8", "surrogatepass")),
    texts.map(lambda text: text.encode("utf-16", "surrogatepass")),
)


def read(folder: Path, name: str, data: bytes) -> Document | None:
    """The document that a file of these bytes becomes, ``None`` when there is a reason why not."""
    (folder / name).write_bytes(data)
    reader = Reader(folder, max_bytes=10_000)
    try:
        return reader.parse(reader.load(name))
    except UnreadableFileError as error:
        reason = error.reason
    assert reason
    assert "\n" not in reason
    return None


any_file = given(data=files, name=st.sampled_from([f"a{suffix}" for suffix in sorted(SUFFIXES)]))
own_folder = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@own_folder
@any_file
def test_any_bytes_give_a_document_or_a_reason(tmp_path: Path, data: bytes, name: str) -> None:
    document = read(tmp_path, name, data)
    if document:
        assert document.text.strip()
        assert document.sha256 == text_sha256(document.text)
        assert document.source.origins.keys() == {
            field
            for field in ("title", "publisher", "author", "url", "published", "language")
            if getattr(document.source, field) is not None
        }


@own_folder
@any_file
def test_all_spans_are_ordered_in_range_and_apart(tmp_path: Path, data: bytes, name: str) -> None:
    document = read(tmp_path, name, data)
    if document:
        spans = [(section.start, section.end) for section in document.sections]
        for ordered in (spans, list(document.residue)):
            ends = [0, *(end for _, end in ordered)]
            assert all(end <= start for end, (start, _) in zip(ends, ordered, strict=False))
            assert all(start < end <= len(document.text) for start, end in ordered)
        together = sorted([*spans, *document.residue])
        assert all(a[1] <= b[0] for a, b in pairwise(together))
        assert list(document.pages) == sorted(set(document.pages))


@own_folder
@given(data=files)
def test_the_text_of_a_plain_file_is_its_own_tail(tmp_path: Path, data: bytes) -> None:
    """Nothing but front matter is taken away, and nothing is added."""
    from corpus.encoding import decode_file

    document = read(tmp_path, "a.txt", data)
    if document:
        assert decode_file(data).endswith(document.text)
