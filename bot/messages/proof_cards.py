"""What became of a quote: the verdict, the words in the document now, place and checksums."""

from discord import ui

from bot.messages.cards import TEXT_LIMIT, Card, packed
from bot.messages.layout import QUOTED, REFUSED, messages
from bot.wording.markdown import fitted, subtext
from bot.wording.phrases import head
from bot.wording.state import pins, verdict
from bot.wording.voice import Voice
from index.answers import Proof, Verdict


def proof_cards(proof: Proof, voice: Voice) -> tuple[Card, ...]:
    """The verdict first, then the quoted words as they stand now, then whose and what pins them."""
    texts = [f"### {verdict(proof, voice)}"]
    if proof.text is not None:
        texts.extend(fitted(proof.text, (), iter(lambda: TEXT_LIMIT, None)))
    whose = [f"**{head(proof.source, voice)}**"] if proof.source else []
    return packed([*texts, "\n".join(map(subtext, (*whose, *pins(proof, voice))))])


def proof_views(proof: Proof, voice: Voice) -> tuple[ui.LayoutView, ...]:
    """The messages that tell it, in the colour of what became of the quote."""
    proven = proof.verdict in {Verdict.EXACT, Verdict.MOVED}
    return messages(proof_cards(proof, voice), colour=QUOTED if proven else REFUSED)
