"""What we rely on in libraries and their makers do not promise; each test says what has broken.

When one fails after an update, the library has changed: mend the code that the message names.
"""

import hashlib
import json
import subprocess
import sys
from datetime import date
from io import StringIO
from typing import Any

import numpy as np
import pytest
import trafilatura
from click.shell_completion import BashComplete
from lxml.html import document_fromstring

PAGE = """<html><body><article><h1>The pier</h1>
<p>The pier was closed on Monday, and nobody who was asked on the quay could say for how long.</p>
<h2>The reason</h2>
<p>A beam had given way in the night, the harbour master wrote, and three more were in doubt.</p>
<p>Carpenters from two towns came on Tuesday and looked at each of the beams in turn.</p>
</article></body></html>"""


def test_numba_still_compiles_without_counting_references() -> None:
    """The option is numba's own; without it the slowest questions take two fifths longer."""
    pytest.importorskip("numba", reason="the extra `fast` is not installed")
    from index.ranking.numba_exact import bare, compiled

    def total(numbers: Any) -> Any:
        return numbers.sum()

    numbers = np.arange(5.0)
    assert compiled(total)(numbers) == bare(total)(numbers) == 10.0
    for make, counts in ((compiled, True), (bare, False)):
        options = make(total).targetoptions  # type: ignore[attr-defined]  # a dispatcher's
        assert options.get("_nrt", True) is counts, (
            "index/ranking/numba_exact.py: numba no longer knows `_nrt`;"
            " find its new name, or drop `bare` and measure"
        )


def test_dotenv_still_tells_a_bad_line_apart() -> None:
    from dotenv.parser import parse_stream

    found = list(parse_stream(StringIO("A=1\nnot a setting\nB='2'\n")))
    assert [(each.key, each.value, each.error, each.original.line) for each in found] == [
        ("A", "1", False, 1),
        (None, None, True, 2),
        ("B", "2", False, 3),
    ], "bot/settings.py reads `.env` with dotenv.parser.parse_stream, which has changed"


def test_trafilatura_still_names_what_it_extracts_as_the_reader_of_pages_expects() -> None:
    extracted = trafilatura.bare_extraction(
        document_fromstring(PAGE), include_comments=False, with_metadata=False
    )
    tree = getattr(extracted, "body", None)
    assert tree is not None, "corpus/formats/main_text.py: trafilatura gives no `body` any more"
    names = [(element.tag, element.get("rend")) for element in tree]
    assert ("head", "h2") in names, f"corpus/formats/main_text.py: headings are now among {names}"
    assert ("p", None) in names, f"corpus/formats/main_text.py: paragraphs are now among {names}"


def test_nltk_still_takes_what_punkt_is_trained_with() -> None:
    from nltk.tokenize.punkt import PunktParameters

    params = PunktParameters()
    for name in ("abbrev_types", "collocations", "sent_starters"):
        assert isinstance(getattr(params, name, None), set), (
            f"index/cutting/sentence_rules.py: nltk's PunktParameters has no set {name}"
        )
    assert isinstance(getattr(params, "ortho_context", None), dict), (
        "index/cutting/sentence_rules.py: nltk's PunktParameters has no ortho_context"
    )


def test_click_still_hands_bash_what_is_escaped_for_it() -> None:
    template = BashComplete.source_template
    assert "IFS=',' read type value" in template, (
        "bot/commands/completion.py doubles backslashes because the script reads without -r"
    )


def test_a_module_of_nltk_alone_is_the_one_that_all_of_nltk_has() -> None:
    """``lone_modules`` stands in for packages of nltk; where that fails it imports all of it."""
    script = (
        "import sys\n"
        "from index.cutting.lone_modules import lone_module\n"
        "alone = lone_module('nltk.stem.snowball'), lone_module('nltk.tokenize.punkt')\n"
        "assert not [name for name in sys.modules if name.split('.')[0] in ('nltk', 'scipy')], (\n"
        "    'index/cutting/lone_modules.py: nltk can no longer be taken apart so')\n"
        "import nltk.stem.snowball, nltk.tokenize.punkt, nltk.corpus\n"
        "whole = nltk.stem.snowball, nltk.tokenize.punkt\n"
        "assert [m.__file__ for m in alone] == [m.__file__ for m in whole]\n"
        "assert nltk.corpus.stopwords is not None\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        check=False,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert not done.returncode, done.stderr


@pytest.mark.parametrize("language", ["english", "porter"])
def test_the_stems_of_months_are_those_of_snowball(language: str) -> None:
    from nltk.stem.snowball import SnowballStemmer

    from index.terms.analyzer import Analyzer

    analyzer, stemmer = Analyzer(language), SnowballStemmer(language)
    months = [date(2020, month, 1).strftime("%B").lower() for month in range(1, 13)]
    assert [analyzer.stem(month) for month in months] == [stemmer.stem(month) for month in months]


def test_snowballstemmer_still_gives_a_stemmer_alone() -> None:
    """``lone_module`` loads one of 34 languages; the names of module and class are not promised."""
    script = (
        "import sys\n"
        "from index.terms.stems import stemmer\n"
        "assert stemmer('greek').stem('κυβέρνησης') == stemmer('greek').stem('κυβερνηση')\n"
        "assert 'snowballstemmer' not in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", script], check=False, timeout=60)
    assert not done.returncode, "index/terms/stems.py: snowballstemmer's modules have new names"


def test_json_still_makes_an_encoder_that_can_be_kept() -> None:
    from index.store.rows import seal

    values = ("a „quote“ \ud800", 3, None, -1.5, "", 2**70)
    told = hashlib.sha256(json.dumps(values).encode()).digest()[:16]
    assert seal(*values) == told, (
        "index/store/rows.py: json.encoder.c_make_encoder makes other text than json.dumps;"
        " go back to json.dumps, or every seal is another"
    )
