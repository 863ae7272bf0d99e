"""Is a version made from the corpus as it is now, and as this release would make it?

Apart from how one is made, which a process that only answers never does.
"""

import asyncio
import hashlib
from array import array
from collections.abc import Collection, Mapping, Sequence
from itertools import chain
from operator import itemgetter

from corpus.folder import FileStamp, Listing
from corpus.reader import PART_MARK, READER_VERSION, Reader
from index.arrays.snapshot import FORMAT_VERSION
from index.store.store import Store
from index.store.versions import KnownFile
from index.terms.analyzer import ANALYSIS_VERSION, version_of
from index.terms.word_vectors import vectors_version


def pipeline(language: str) -> str:
    """Names everything but the files that an index of this language depends on."""
    made_by = f"{READER_VERSION}.{FORMAT_VERSION}.{ANALYSIS_VERSION}.{version_of(language)}"
    vectors = vectors_version()
    return f"{made_by}.{vectors}" if vectors else made_by


def signature(listing: Listing) -> str:
    """A hash of all names, sizes, times and refusals of a corpus folder."""
    names = "\n".join(map(itemgetter(0), listing.files))
    numbers = array("q", chain.from_iterable(map(itemgetter(1, 2), listing.files)))
    facts = repr((listing.sources, [e.args for e in listing.unreadable]))
    told = hashlib.sha256(facts.encode("utf-8", "surrogatepass"))
    told.update(names.encode("utf-8", "surrogatepass"))
    told.update(numbers.tobytes())
    return told.hexdigest()


def documents_by_file(
    known: Mapping[str, KnownFile], files: Collection[str]
) -> dict[str, list[KnownFile]]:
    """The documents that are known of each of the files; some hold several."""
    found: dict[str, list[KnownFile]] = {}
    for name, each in known.items():
        file = name if name in files else name.rpartition(PART_MARK)[0]
        found.setdefault(file, []).append(each)
    return found


def is_unchanged(documents: Sequence[KnownFile], stamp: FileStamp, made_by: str) -> bool:
    """True when a file of which these documents are known need not be read again."""
    return bool(documents) and all(
        each.unchanged(stamp._replace(id=each.stamp.id), made_by) for each in documents
    )


async def is_stale(reader: Reader, store: Store, made_by: str) -> bool:
    """True when names, sizes or times in the folder differ from those that were indexed.

    Also when the version was not made by the pipeline ``made_by``.
    """
    current = await store.versions.current()
    if current is None or current.pipeline != made_by:
        return True
    listing = await asyncio.to_thread(reader.scan)
    return current.signature != signature(listing)
