"""What became of a quote: the verdict, the words in the document now, place and checksums."""

from bot.messages.cards import TEXT_LIMIT, Card, packed
from bot.wording.markdown import fitted, subtext
from bot.wording.state import pins, verdict
from bot.wording.voice import Voice
from index.answers import Proof


def proof_cards(proof: Proof, voice: Voice) -> tuple[Card, ...]:
    """The verdict first, then the quoted words as they stand now, then what pins them."""
    texts = [f"### {verdict(proof, voice)}"]
    if proof.text is not None:
        texts.extend(fitted(proof.text, None, iter(lambda: TEXT_LIMIT, None)))
    return packed([*texts, "\n".join(map(subtext, pins(proof, voice)))])
