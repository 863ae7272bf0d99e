"""Sentences: exact spans, cut at line ends first and then at the marks that end one."""

import re
from collections.abc import Iterator
from itertools import chain

from corpus.lazy_patterns import lazily
from corpus.model import Span
from index.cutting.blocks import Block, Kind, blocks
from index.cutting.overlong import grapheme_end
from index.cutting.sentence_rules import OPENERS, Candidate, Rules, ends_sentence, rules_for

_CLOSERS = "\"'”’“‘»«›‹)\\]}*_~`」』）】〉》"
_FOOTNOTES = "¹²³⁰⁴-⁹⁽⁾†‡"
_NUMBER = rf"[\d{_FOOTNOTES}]{{1,4}}"
# "[12]", "[1, 3–5]", "[a]", "[note 3]", "[citation needed]", raised on the page or not, with the
# page of the source behind it, "[12]:45"; "(12)" right behind a stop.
_NOTE_MARK = (
    rf"(?:\[(?:{_NUMBER}(?:[,–-][ \xa0]?{_NUMBER}){{0,5}}|[a-z]{{1,2}}"
    rf"|[^\W\d_]{{2,12}}[ .\xa0]{{1,2}}\w{{1,9}})\](?::[ \xa0]?{_NUMBER}(?:[–-]{_NUMBER})?)?"
    r"|(?<=[.?!])\(\d{1,3}\))"
)
_WIDE = "。！？｡؟۔।॥։።။។"  # ends whatever follows, even where nothing parts sentences
_LONGEST_WORD = 40  # characters of the next word that a decision needs

_NEARBY = 1_000  # characters each way that tell whether the text has capitals at all

# One set of characters comes first, which makes the search fast. A period inside a word or number
# ("3.5", "U.S") is no candidate. Runs never backtrack.
_END = lazily(
    rf"""[.?!…{_WIDE}]
      (?: (?P<wide>(?<=[{_WIDE}])) (?:[。！？｡.?!…{_CLOSERS}]|{_NOTE_MARK}|[{_FOOTNOTES}])*+
        | (?![^\W{_FOOTNOTES}]) (?:[.?!…{_CLOSERS}]|{_NOTE_MARK}|[{_FOOTNOTES}])*+
          (?:\s(?:[”’»]|\.{{3}}|…)(?=\s|$))? )""",
    re.VERBOSE,
)
_MARKED = lazily(rf"{_NOTE_MARK}$")
_NEXT = lazily(
    rf"(?P<open>[-–—•{OPENERS}\s]*+)(?P<word>[^\s{_CLOSERS}.,:;?!]{{0,{_LONGEST_WORD}}})"
)
_REPORTED = lazily(
    r"\s+(?:[A-Z][\w.'’-]*\s+){1,4}(?:said|says|asked|asks|told|added|wrote|replied|wondered|"
    r"shouted|exclaimed|answered|tweeted|cried)\b"
)
_SOURCE_NOTE = lazily(r"\s*\([^()]{0,80}[^.?!…()]\)\.?\s*$")


def sentence_spans(text: str, language: str = "english") -> tuple[Span, ...]:
    """The sentences of ``text`` as ordered, non-overlapping spans of code points.

    Every visible character lies in a span; spans begin and end on one. ``language`` is an
    English name in any case ("german"); any is accepted, and one without data of its own is cut
    by Punkt without parameters.
    """
    return tuple(
        chain.from_iterable(block_sentences(text, block, language) for block in blocks(text))
    )


def block_sentences(text: str, block: Block, language: str = "english") -> Iterator[Span]:
    """The sentences of one block; code and table rows are one unit each."""
    start = floor = block.start
    if block.kind is Kind.TEXT or block.kind is Kind.ITEM:
        rules = rules_for(language.lower())
        for match in _END.finditer(text, start, block.end):
            end = _boundary(text, match, floor, rules, start=start, limit=block.end)
            floor = match.end()
            if end:
                yield Span(start, end)
                start = floor = skip_space(text, end, block.end)
    if start < block.end:
        yield Span(start, block.end)


def skip_space(text: str, start: int, end: int) -> int:
    """The offset of the first visible character of ``text[start:end]``, else ``end``."""
    while start < end and text[start].isspace():
        start += 1
    return start


def _boundary(
    text: str, match: re.Match[str], floor: int, rules: Rules, *, start: int, limit: int
) -> int:
    """Where the sentence ends that ``match`` may end, or 0 when it does not.

    The sentence begins at ``start``, its block ends at ``limit``; no word before the mark begins
    before ``floor``.
    """
    mark, end = match.span()
    if end >= limit:
        return 0
    following = text[end]
    if match.lastgroup:
        # A Japanese quotation goes on with "to"; a combining mark belongs to the mark before it.
        inside = following in "とっ、，,;；)）" or grapheme_end(text, end - 1) > end
        return 0 if inside else end
    run = match.group()
    if not following.isspace():
        return _glued_boundary(run, following, end)
    token = text[max(text.rfind(" ", floor, mark) + 1, floor) : mark]
    if run == "." and text[end + 1].isupper() and rules.is_plain(token):
        return end
    token = "".join(token.rsplit(None, 1)[-1:])
    after = _NEXT.match(text, end, limit)
    if after is None or _belongs(text, run, end, limit):
        return 0
    alone = mark - len(token) == start
    nearby = text[max(start, mark - _NEARBY) : min(limit, end + _NEARBY)]
    candidate = Candidate(token, run, after["open"], after["word"], alone, nearby.islower())
    return end if ends_sentence(candidate, rules) else 0


def _belongs(text: str, run: str, end: int, limit: int) -> bool:
    """True when who said it, or the source in brackets, follows a quotation's own mark."""
    if run[-1] not in "\"'”’»“":
        return False
    asked = "?" in run or "!" in run
    return bool(
        (asked and _REPORTED.match(text, end, limit)) or _SOURCE_NOTE.match(text, end, limit)
    )


def _glued_boundary(run: str, following: str, end: int) -> int:
    """The boundary of ``war.”The``, ``war.“The`` and ``war.[2]The``, where a space was lost."""
    if not following.isalpha() or following.islower():
        return 0
    if run[-1] in "“«„":
        return end - 1
    return end if run[-1] in "”»" or _MARKED.search(run) else 0
