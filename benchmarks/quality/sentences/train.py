"""Train Punkt on a folder of plain text: ``python -m benchmarks.quality.sentences.train FOLDER``.

Writes ``index/cutting/data/punkt-english.json``. The files that the labelled paragraphs come from
are left out. Words seen fewer than ``SEEN`` times are not kept: they carry no evidence. Of the
abbreviations those are kept that stand before a period ``PERIODS`` times: on rare words the
statistic errs ("cat", "rum", "portal").
"""

import json
import re
import sys
from collections import Counter
from pathlib import Path

from nltk.tokenize.punkt import PunktTrainer

from benchmarks.quality.sentences.labels import labelled

SEEN = 5
PERIODS = 20
OUTPUT = Path(__file__).resolve().parents[3] / "index/cutting/data/punkt-english.json"
NOTE = (
    "Punkt parameters (Kiss and Strunk, 2006), trained by benchmarks/sentences/train.py with"
    " nltk's PunktTrainer on the UN General Debate Corpus 2019-2024 (Harvard Dataverse,"
    " doi:10.7910/DVN/0TJX8Y, CC0 1.0)."
)


def main(folder: Path) -> None:
    """Train on every text file of ``folder`` and write the parameters."""
    held = {item.kind.removeprefix("ungd-") for item in labelled()}
    trainer = PunktTrainer()
    trainer.INCLUDE_ALL_COLLOCS = False
    texts = [
        file.read_text(encoding="utf-8")
        for file in sorted(folder.glob("*.txt"))
        if file.stem not in held
    ]
    text = re.sub(r"[*_#>“”‘]+", "", "\n\n".join(texts))
    trainer.train(text, finalize=True)
    params = trainer.get_params()
    counts = Counter(re.findall(r"[^\W\d_][\w'’-]*", text.lower()))
    stops = Counter(re.findall(r"(\S+)\.(?=\s)", text.lower()))
    data = {
        "note": NOTE,
        "abbreviations": " ".join(
            sorted(word for word in params.abbrev_types if stops[word] >= PERIODS)
        ),
        "collocations": [" ".join(pair) for pair in sorted(params.collocations)],
        "sentence_starters": " ".join(sorted(params.sent_starters)),
        "orthographic_context": by_flags(params.ortho_context, counts),
    }
    OUTPUT.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(OUTPUT, OUTPUT.stat().st_size, "bytes,", len(texts), "files")


def by_flags(context: dict[str, int], counts: Counter[str]) -> dict[str, str]:
    """Punkt's orthographic flags -> the words that carry just these."""
    words: dict[int, list[str]] = {}
    for word, flags in sorted(context.items()):
        if counts[word] >= SEEN and " " not in word:
            words.setdefault(flags, []).append(word)
    return {str(flags): " ".join(words[flags]) for flags in sorted(words)}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
