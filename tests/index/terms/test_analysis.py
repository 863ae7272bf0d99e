"""Rules of analysing a document: what is remembered between words changes nothing."""

from corpus.model import Document, Source, text_sha256
from index.terms.analysis import Analysis, FormReader, analyse
from index.terms.analyzer import Analyzer
from index.terms.vocabulary import Vocabulary

TEXTS = (
    "北京大学 met 42/9 envoys of the U.S. on 5 May 2020. They met 42/9 envoys of 北京大学 again.",
    "The envoys left 北京大学. Talks of 7/3 and 42/9 went on, and 上海 waited for 北京大学.",
    "WORDS SHOUTED ABOUT 北京大学 ON 5 MAY 2020",
)


def analysed(texts: tuple[str, ...], **memory: int) -> list[Analysis]:
    reader = FormReader(Analyzer("english"), Vocabulary(), **memory)
    return [
        analyse(Document("a", Source(title="北京 and 7/3"), text, text_sha256(text)), "", reader)
        for text in texts
    ]


def test_forgotten_words_are_read_alike() -> None:
    """A memory of one word gives the same numbers as one of all words, in one document or more."""
    at_once = analysed(TEXTS)
    for whole, again in zip(at_once, analysed(TEXTS, remembered=1), strict=True):
        assert whole.forms.pack() == again.forms.pack()
        assert whole.postings.pack() == again.postings.pack()
