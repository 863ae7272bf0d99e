"""How the state of the index, a reindex and the proof of a quote are told."""

from collections.abc import Iterable, Iterator

from bot.wording.phrases import SEPARATOR, age, duration, size
from bot.wording.voice import Voice
from corpus.model import Span
from index.answers import Proof, Verdict
from index.reports import Progress, ReindexReport, Status

_DOCUMENT = 200  # characters of a document's name before an ellipsis

CHANGES = ("added", "changed", "removed", "unreadable")

_VERDICTS = {
    Verdict.EXACT: "verify.exact",
    Verdict.MOVED: "verify.moved",
    Verdict.GONE: "verify.gone",
    Verdict.DOCUMENT_GONE: "verify.document_gone",
}


def progress_line(progress: Progress, voice: Voice) -> str:
    """How many of the files have been looked at, and the passages so far."""
    files = voice.count("count.files", progress.total)
    looked_at = voice("admin.looked_at", done=voice.number(progress.done), files=files)
    return SEPARATOR.join((looked_at, voice.count("count.passages", progress.passages)))


def report_lines(report: ReindexReport, voice: Voice) -> tuple[str, str, str]:
    """How long a reindex took, what is held after it, and how many files it was about."""
    counts = (len(getattr(report, change)) for change in CHANGES)
    return (
        voice("admin.done", elapsed=duration(report.seconds)),
        voice(
            "admin.summary",
            documents=voice.count("count.documents", report.documents),
            passages=voice.count("count.passages", report.passages),
            version=report.index_version,
        ),
        changes(counts, voice),
    )


def changes(counts: Iterable[int], voice: Voice) -> str:
    """How many files each of ``CHANGES`` was about, in this order."""
    return SEPARATOR.join(
        voice.count(f"count.{change}", count) for change, count in zip(CHANGES, counts, strict=True)
    )


def index_lines(status: Status, voice: Voice) -> tuple[str, str, str]:
    """The served version and its age, what it holds, and its size."""
    state = voice("status.stale" if status.stale else "status.fresh")
    built = voice("status.index", version=status.index_version, age=age(status.built_at, voice))
    held = (
        voice.count("count.documents", status.documents),
        voice.count("count.passages", status.passages),
        voice.count("count.terms", status.terms),
        voice.count("count.unreadable_files", status.unreadable),
    )
    taken, language = size(status.index_bytes, voice), voice.tongue(status.language)
    return (
        f"{built}{SEPARATOR}{state}",
        ", ".join(held),
        voice("status.size", size=taken, language=language),
    )


def verdict(proof: Proof, voice: Voice) -> str:
    """What became of a quote, in one sentence."""
    return voice("verify.not_held" if proof.document is None else _VERDICTS[proof.verdict])


def pins(proof: Proof, voice: Voice) -> Iterator[str]:
    """The document of a quote and its place there now, and the checksums that pin it."""
    if proof.document is not None:
        yield _place(proof.document, proof.span, voice)
    if proof.current_sha256 is not None:
        yield voice("verify.checksum", sha256=proof.current_sha256)
    quoted = proof.quoted_sha256
    if not (proof.current_sha256 or "").startswith(quoted):  # the id holds its beginning alone
        yield voice("verify.quoted_checksum", sha256=quoted + voice("ellipsis"))
    yield voice("verify.quote_id", quote_id=proof.quote_id)


def _place(document: str, span: Span | None, voice: Voice) -> str:
    name = voice.literal(voice.clipped(document, _DOCUMENT))
    if span is None:
        return voice("source.document", value=name)
    return voice("verify.place", document=name, start=span.start, end=span.end)
