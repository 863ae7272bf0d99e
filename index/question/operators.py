"""What a question compels: phrases in quotation marks, what is left out, AND, OR and NOT."""

import re
from collections.abc import Callable
from typing import NamedTuple

from corpus.lazy_patterns import lazily
from index.terms.analyzer import is_shouting

# The marks of all languages, each with those that end it: “a”, „a“, ”a”, «a», »a«, ‹a›, ‚a‘, 「a」.
# A single mark is an apostrophe too: it ends a phrase only where no word goes on, and around one
# word the typewriter's only stresses it. Between two
# Hebrew letters a mark makes an abbreviation (צה״ל).
_IN_HEBREW = '(?<=[א-ת])["״”](?=[א-ת])'
_IN_WORD = r"(?<=\w)'(?=\w)"
_QUOTED = "|".join(
    rf"{opening}(?:[^{neither}]|{_IN_HEBREW}|{_IN_WORD})+{closing}"
    for opening, neither, closing in (
        ('(?<![א-ת])["“„”‟＂⹂]', '"“„”‟＂', '["“”‟＂](?![א-ת])'),
        ("(?<![א-ת])״", "״", "״(?![א-ת])"),
        ("〝", "〝〞〟", "[〞〟]"),
        ("｢", "｢｣", "｣"),
        ("﹁", "﹁﹂", "﹂"),
        ("﹃", "﹃﹄", "﹄"),
        ("«", "«»", "»"),
        ("»", "«»", "«"),
        ("‹", "‹›", "›"),
        ("›", "‹›", "‹"),
        (r"(?<!\w)[‘‚‛]", "‘‚‛", r"[’‘](?!\w)"),
        (rf"(?<![\w'])'(?=\w(?:[^'\n]|{_IN_WORD})*?\s\S)", "'\n", r"(?<=[\w.,!?…])'(?![\w'])"),
        ("「", "「」", "」"),
        ("『", "『』", "』"),
        ("《", "《》", "》"),
        ("〈", "〈〉", "〉"),
    )
)
_OPENING = re.compile(r"""["“„”‟＂⹂״〝｢﹁﹃«»‹›‘‚‛「『《〈]|(?<![\w'])'(?=\w)""")
# What keyboards put for a dash; the long ones part words of a sentence too.
_DASH = "-\u2010\u2011\u2212"
_LONG_DASH = "\u2013\u2014"
_LEFT_OUT = rf"(?<!\S)[{_DASH}][^\W\d_][\w'’-]*(?!\S)"  # a dash within a phrase leaves nothing out
_NEGATED = r"(?<!\S)NOT\s+[^\W\d_][\w'’-]*(?![\w'’-])"
_PHRASE = lazily(_QUOTED)
_TAKEN = lazily(
    rf"(?P<minus>(?<!\S)[{_DASH}{_LONG_DASH}]|\bNOT\s+)?(?P<phrase>{_QUOTED})|{_LEFT_OUT}|{_NEGATED}"
)
_EITHER = lazily(r"(?<!\S)OR(?!\S)")
_OPERATOR = lazily(r"(?<!\S)(?:AND|OR|NOT)(?!\S)")
_WORD = lazily(r"[\w'’-]+")
_EDGES = " \t\n.,;:?!…"
# "Why did it NOT close": a sentence that stresses its negation.
_AUXILIARIES = frozenset(
    """
    do does did is are was were has have had can could will would shall should may might must
    """.split()
)
_SENTENCE = 10  # words; in a longer text NOT is rather an emphasis


class Compelled(NamedTuple):
    """A question taken apart. ``words`` is what is left to look for, the phrases among it."""

    words: str
    phrases: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()


def read_operators(
    text: str, has_word: Callable[[str], bool], is_filler: Callable[[str], bool]
) -> Compelled:
    """What the text demands and what it leaves out.

    AND, OR and NOT in capitals are operators where the corpus has no such acronym and the text is
    not all in capitals; two acronyms around one are no such text. Of phrases joined by OR none is
    demanded, and of words joined so those that the corpus does not have are no words to look for.
    """
    operators = () if is_shouting(text) else _OPERATOR.finditer(text)
    used = [match[0] for match in operators if not has_word(match[0])]
    phrases: list[str] = []
    left_out: list[str] = []
    unwanted: list[str] = []

    def take(match: re.Match[str]) -> str:
        taken, phrase = match[0], match["phrase"]
        negated = taken.startswith("NOT")
        if negated and not ("NOT" in used and _excludes(text, match, is_filler)):
            if not phrase:
                return taken
            negated = False
        if not phrase:
            left_out.append(taken.split()[-1] if negated else taken[1:])
            return " "
        plain = phrase[1:-1].strip(_EDGES)
        if not plain:
            return taken
        if negated or taken[0] in _DASH + _LONG_DASH:
            unwanted.append(plain)
            return " "
        if not ("OR" in used and _is_choice(text, match)):
            phrases.append(plain)
        return taken

    words = _TAKEN.sub(take, text) if _may_take(text) else text
    if "OR" in used:
        words = _without_unknown_choices(words, has_word)
    if used:
        words = _OPERATOR.sub(lambda match: " " if match[0] in used else match[0], words)
    return Compelled(words, tuple(phrases), tuple(left_out), tuple(unwanted))


def without_phrases(text: str) -> str:
    """A text of the same length in which nothing stands between quotation marks."""
    if _OPENING.search(text) is None:
        return text
    return _PHRASE.sub(lambda match: '"' * len(match[0]), text)


def _may_take(text: str) -> bool:
    """False for most questions, for which the pattern need not be compiled."""
    return any(map(text.__contains__, (*_DASH, "NOT"))) or _OPENING.search(text) is not None


def unquoted(text: str) -> str:
    """The text without the quotation marks of its phrases, those that are left out aside."""
    return _TAKEN.sub(lambda m: m["phrase"][1:-1] if m["phrase"] and not m["minus"] else m[0], text)


def _excludes(text: str, match: re.Match[str], is_filler: Callable[[str], bool]) -> bool:
    """True for the NOT of "harbour NOT port", false for that of "did NOT close"."""
    before = _WORD.findall(text[: match.start()])
    if not match["phrase"] and _AUXILIARIES.intersection(map(str.lower, before)):
        return False
    if not before or before[-1] in {"AND", "OR"} or match["phrase"]:
        return True
    short = len(_WORD.findall(text)) <= _SENTENCE and text.rstrip()[-1:] not in {"?", ".", "!"}
    return short and not is_filler(before[-1].lower()) and not is_filler(match[0].split()[-1])


def _is_choice(text: str, match: re.Match[str]) -> bool:
    """True for a phrase beside an OR."""
    before, after = text[: match.start()].split(), text[match.end() :].split()
    return before[-1:] == ["OR"] or after[:1] == ["OR"]


def _without_unknown_choices(words: str, has_word: Callable[[str], bool]) -> str:
    """The words without those beside an OR that the corpus does not have, where it has another."""
    chosen = words.split()
    beside = {
        at + side
        for at, word in enumerate(chosen)
        if _EITHER.fullmatch(word)
        for side in (-1, 1)
        if 0 <= at + side < len(chosen)
    }
    unknown = {at for at in beside if not has_word(chosen[at].strip(_EDGES))}
    if unknown == beside:
        return words
    return " ".join(word for at, word in enumerate(chosen) if at not in unknown)
