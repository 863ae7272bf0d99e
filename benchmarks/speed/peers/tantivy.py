"""tantivy, in Rust."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.speed.peers.engine import Engine, name, texts

if TYPE_CHECKING:
    from benchmarks.speed.terms import Corpus


class Tantivy(Engine):
    """tantivy, terms and their counts without positions, merged into one segment."""

    module = "tantivy"

    def prepare(self, corpus: "Corpus") -> None:
        import tantivy

        self._tantivy = tantivy
        self._texts = texts(corpus)

    def _schema(self) -> Any:  # tantivy ships no types
        import tantivy

        builder = tantivy.SchemaBuilder()
        builder.add_text_field(
            "terms", stored=False, tokenizer_name="whitespace", index_option="freq"
        )
        return builder.build()

    def build(self, corpus: "Corpus", folder: Path) -> None:
        (folder / "index").mkdir()
        index = self._tantivy.Index(self._schema(), path=str(folder / "index"))
        writer = index.writer(heap_size=256_000_000, num_threads=1)
        for text in self._texts:
            writer.add_document(self._tantivy.Document(terms=[text]))
        writer.commit()
        writer.wait_merging_threads()

    def open(self, folder: Path) -> None:
        import tantivy

        self._tantivy = tantivy
        self._fields = self._schema()
        index = tantivy.Index.open(str(folder / "index"))
        self._searcher = index.searcher()

    def ask(self, terms: Sequence[int], limit: int) -> list[int]:
        query, should = self._tantivy.Query, self._tantivy.Occur.Should
        parts = [(should, query.term_query(self._fields, "terms", name(term))) for term in terms]
        hits = self._searcher.search(query.boolean_query(parts), limit, count=False).hits
        return [address.doc for _, address in hits]
