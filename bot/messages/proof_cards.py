"""What became of a quote: the verdict, the words in the document now, place and checksums."""

from bot.messages.cards import TEXT_LIMIT, Card, packed
from bot.messages.markdown import escape, fitted
from bot.messages.phrases import clipped
from bot.translation import Voice
from index.answers import Proof, Verdict

_DOCUMENT = 200

_VERDICTS = {
    Verdict.EXACT: "verify.exact",
    Verdict.MOVED: "verify.moved",
    Verdict.GONE: "verify.gone",
    Verdict.DOCUMENT_GONE: "verify.document_gone",
}


def proof_cards(proof: Proof, voice: Voice) -> tuple[Card, ...]:
    """The verdict first, then the quoted words as they stand now, then what pins them."""
    texts = [f"### {voice(_VERDICTS[proof.verdict])}"]
    if proof.text is not None:
        texts.extend(fitted(proof.text, None, iter(lambda: TEXT_LIMIT, None)))
    lines = []
    if proof.document is not None and proof.span is not None:
        document = escape(clipped(proof.document, _DOCUMENT, voice))
        lines.append(
            voice("verify.place", document=document, start=proof.span.start, end=proof.span.end)
        )
    if proof.current_sha256 is not None:
        lines.append(voice("verify.checksum", sha256=proof.current_sha256))
    if not (proof.current_sha256 or "").startswith(proof.quoted_sha256):  # the id holds its head
        lines.append(voice("verify.quoted_checksum", sha256=proof.quoted_sha256))
    lines.append(voice("verify.quote_id", quote_id=proof.quote_id))
    return packed([*texts, "\n".join(f"-# {line}" for line in lines)])
