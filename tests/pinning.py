"""What the shipped documents become, as digests: ``python -m tests.pinning`` writes them anew."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from corpus.model import Document, Source, text_sha256
from corpus.reader import READER_VERSION, Reader
from index.cutting.passages import split
from index.terms.analyzer import ANALYSIS_VERSION, ANALYZER_VERSION, Analyzer
from tests.conftest import CHECKOUT

PINNED: Final = Path(__file__).with_name("pinned.json")
DOCUMENTS: Final = CHECKOUT / "corpus" / "documents"


def made() -> dict[str, dict[str, str | int]]:
    """The versions, and a digest of what each of them stands for."""
    reader, analyzer = Reader(DOCUMENTS, max_bytes=10_000_000), Analyzer("english")
    documents = [reader.parse(reader.load(stamp.id)) for stamp in reader.scan().files]
    # as plain texts, so that what comes first does not change what comes after it
    texts = [path.read_text("utf-8") for path in sorted(DOCUMENTS.glob("*.md"))]
    plain = [Document("a.txt", Source(), text, text_sha256(text)) for text in texts]
    passages = [passage for each in plain for passage in split(each, "english")]
    terms = [analyzer.terms(text, ()) for text in texts]
    return {
        "documents": {
            "READER_VERSION": READER_VERSION,
            "digest": _digest((d.id, d.text, d.source, d.sections, d.residue) for d in documents),
        },
        "passages": {"ANALYSIS_VERSION": ANALYSIS_VERSION, "digest": _digest(passages)},
        "terms": {"ANALYZER_VERSION": ANALYZER_VERSION, "digest": _digest(terms)},
    }


def _digest(values: Iterable[object]) -> str:
    return hashlib.sha256("\n".join(map(repr, values)).encode()).hexdigest()[:16]


if __name__ == "__main__":
    PINNED.write_text(json.dumps(made(), indent=1) + "\n", "utf-8")
