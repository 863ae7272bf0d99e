"""Sentences: exact spans, by line ends, then nltk's Punkt, then rules that join."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from corpus.model import Span
from index.blocks import Block, Kind, blocks

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktSentenceTokenizer

_OPENERS = "\"'“”„‘’‚«»‹›([{¿¡*_`~「『（【〈《"
_CLOSERS = "\"'”’“‘»«›‹)\\]}*_~`」』）】〉》"
_QUOTES = "\"'”’“»«›‹」』"

# A full stop inside a word or number ("3.5", "U.S") is no candidate; runs never backtrack.
_END = re.compile(
    rf"""(?P<run>(?:[.?!…](?!\w)|[.?!](?=[“«„][^\W\d_]))
            (?:[.?!…{_CLOSERS}]|\[\d{{1,3}}\]|[¹²³⁰⁴-⁹])*+
            (?:\s[”’»](?=\s|$))?)
      | (?P<wide>[。！？｡؟۔।॥։።។။](?:[。！？｡.?!…{_CLOSERS}])*+)""",
    re.VERBOSE,
)
_NEXT = re.compile(rf"(?P<space>\s*)(?P<open>[-–—•{_OPENERS}\s]*)(?P<word>[^\s{_CLOSERS}]{{0,40}})")
_ENUMERATION = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_REPORTED = re.compile(
    r"\s+(?:[A-Z][\w.'’-]*\s+){1,4}(?:said|says|asked|asks|told|added|wrote|replied|wondered|"
    r"shouted|exclaimed|answered|tweeted|cried)\b"
)
_DASH = re.compile(r"\s*[-–—]")


class _Candidate(NamedTuple):
    """A mark that may end a sentence: ``token run`` before it, ``opener word`` after it."""

    token: str
    run: str
    opener: str
    word: str
    opens_sentence: bool  # the token is all there is of the sentence so far


@dataclass(frozen=True, slots=True)
class _Language:
    """What is known of one language; words are lower-cased, without their final period."""

    never: frozenset[str]  # abbreviations that end no sentence
    before_number: frozenset[str]  # abbreviations only where a number follows
    open: frozenset[str]  # abbreviations that may end a sentence
    cased: frozenset[str]  # abbreviations only when written so
    starters: frozenset[str]  # words that open sentences
    after_hours: frozenset[str]  # words that follow "a.m." and "p.m." in the same sentence
    known: frozenset[str]  # words seen in lower case
    unclear: frozenset[str]  # words that the fast path must not decide
    ordinals: bool  # a number with a period is an ordinal
    punkt: "PunktSentenceTokenizer"


def sentence_spans(text: str, language: str = "english") -> tuple[Span, ...]:
    """The sentences of ``text`` as ordered, non-overlapping spans of code points.

    Every visible character lies in a span; spans begin and end on one. Any language name is
    accepted: one that has no data of its own is cut by Punkt without parameters.
    """
    return tuple(span for block in blocks(text) for span in block_sentences(text, block, language))


def block_sentences(text: str, block: Block, language: str = "english") -> Iterator[Span]:
    """The sentences of one block; code and table rows are one unit each."""
    if block.kind in {Kind.CODE, Kind.ROW}:
        yield Span(block.start, block.end)
        return
    rules = _language(language.lower())
    start = block.start
    token_floor = start
    for match in _END.finditer(text, block.start, block.end):
        end = _boundary(text, match, Span(start, block.end), token_floor, rules)
        token_floor = match.end()
        if end:
            yield Span(start, end)
            start = skip_space(text, end, block.end)
            token_floor = start
    if start < block.end:
        yield Span(start, block.end)


def skip_space(text: str, start: int, end: int) -> int:
    """The offset of the first visible character of ``text[start:end]``, else ``end``."""
    while start < end and text[start].isspace():
        start += 1
    return start


def _boundary(
    text: str, match: re.Match[str], open_span: Span, floor: int, rules: _Language
) -> int:
    """Where the sentence ends that ``match`` may end, or 0 when it does not."""
    end = match.end()
    if end >= open_span.end:
        return 0
    following = text[end]
    if match["wide"]:
        return 0 if following in "とっ、，,;；)）" else end
    run = match["run"]
    if not following.isspace():
        return _glued_boundary(run, following, end)
    start = match.start()
    token_start = max(text.rfind(" ", floor, start) + 1, floor)
    token = text[token_start:start].rsplit(None, 1)[-1:] or [""]
    after = _NEXT.match(text, end, open_span.end)
    if after is None or not (after["word"] or after["open"].strip()):
        return 0
    candidate = _Candidate(
        token[0], run, after["open"], after["word"], start - len(token[0]) == open_span.start
    )
    if "?" in run or "!" in run:
        quoted = run[-1] in _QUOTES and _REPORTED.match(text, end, open_span.end)
        return 0 if quoted or candidate.word[:1].islower() else end
    return end if _ends(candidate, rules) else 0


def _glued_boundary(run: str, following: str, end: int) -> int:
    """The boundary of ``war.”The`` and ``war.“The``, where a space was lost."""
    if not following.isalpha() or following.islower():
        return 0
    if run[-1] in "“«„":
        return end - 1
    return end if run[-1] in "”»" else 0


def _ends(at: _Candidate, rules: _Language) -> bool:
    """True when the period or ellipsis of ``at`` ends its sentence."""
    lower = at.word[:1].islower()
    if "…" in at.run or ".." in at.run:
        return not lower and _after_ellipsis(at, rules)
    name = at.token.lstrip(_OPENERS)
    base = name.lower()
    plain = len(name) > 1 and name.isalpha() and base not in rules.unclear
    if at.run != ".":
        return not lower and _after_closer(at, name, plain, rules)
    if lower:
        return plain and base in rules.known
    return plain or _after_unclear(at, name, rules)


def _after_ellipsis(at: _Candidate, rules: _Language) -> bool:
    bracketed = not at.token.strip("([") and at.run[-1:] in ")]"
    if bracketed or not at.word:
        return False
    return bool(at.token) or at.word.lower() in rules.starters


def _after_closer(at: _Candidate, name: str, plain: bool, rules: _Language) -> bool:
    """After ``.”`` and ``.)``: a dash leads on to who said it; "(U.S.)" is no end."""
    if _DASH.match(at.opener):
        return at.run[-1] not in _QUOTES
    if at.run[-1] in ")]" and not plain:
        return _after_unclear(at, name, rules)
    return True


def _after_unclear(at: _Candidate, name: str, rules: _Language) -> bool:
    """Abbreviations, initials, numbers and whatever else Punkt has to decide."""
    base, word = name.lower(), at.word
    starts = word[:1].isupper() and word.lower() in rules.starters
    if at.opens_sentence and _ENUMERATION.fullmatch(name):
        return False
    if base in rules.before_number and not _is_abbreviation(name, rules):
        return not word[:1].isdigit()
    if base in rules.never and not starts:
        return False
    if base in {"a.m", "p.m"}:
        return word[:1].isupper() and word.lower().rstrip(".,") not in rules.after_hours
    if name[-1:].isdigit() and rules.ordinals and len(name) < 3:
        return False
    if (len(name) == 1 and name.isupper()) or _ACRONYM.fullmatch(name):
        return starts
    if _is_abbreviation(name, rules):
        return starts or (base not in rules.never and _punkt_ends(rules, name, word))
    return _punkt_ends(rules, name, word)


def _is_abbreviation(name: str, rules: _Language) -> bool:
    return name in rules.cased or name.lower() in rules.open or name.lower() in rules.never


def _punkt_ends(rules: _Language, name: str, word: str) -> bool:
    return bool(rules.punkt.text_contains_sentbreak(f"{name}. {word}"))


@cache
def _language(language: str) -> _Language:
    """The rules of a language, with Punkt's parameters from our own data."""
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer  # noqa: PLC0415

    data = files("index") / "data"
    lists = json.loads((data / "abbreviations.json").read_text(encoding="utf-8")).get(language, {})
    words = {name: frozenset(text.split()) for name, text in lists.items()}
    empty: frozenset[str] = frozenset()
    opened = words.get("open", empty)
    params = PunktParameters()
    trained = data / f"punkt-{language}.json"
    if trained.is_file():
        stored = json.loads(trained.read_text(encoding="utf-8"))
        params.abbrev_types.update(stored["abbreviations"])
        params.collocations.update(map(tuple, stored["collocations"]))
        params.sent_starters.update(stored["sentence_starters"])
        params.ortho_context.update(stored["orthographic_context"])
    cased = frozenset(word for word in opened if word != word.lower())
    never = words.get("never", empty)
    number = words.get("before_number", empty)
    params.abbrev_types.update(never, (word.lower() for word in opened))
    firsts = {first for first, _ in params.collocations}
    return _Language(
        never=never,
        before_number=number,
        open=opened - cased,
        cased=cased,
        starters=words.get("starters", empty),
        after_hours=words.get("after_hours", empty),
        known=frozenset(word for word, seen in params.ortho_context.items() if seen & 0b1110000),
        unclear=frozenset(params.abbrev_types | number | firsts),
        ordinals=language in {"german", "danish", "norwegian", "finnish", "hungarian"},
        punkt=PunktSentenceTokenizer(params),
    )
