"""The words and marks of a sentence, and what of them stands within a quotation."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from functools import cache

from corpus.lazy_patterns import lazily
from index.statements.languages import words_of

_TOKEN = lazily(
    r"(?:(?:Mrs?|Ms|Dr|Jr|Sr|Reps?|Sens?|Gov|Gen|Lt|Col|Maj|Capt|Sgt|St|Rev|Prof|Hon|Mt|Mme|M)\."
    r"|''|``|(?:[A-Z]\.)+)|[^\W_](?:[\w’'.&-]*[^\W_])?(?:(?<=s)[’'](?=\s\w))?|[^\w\s]"
)
STRAIGHT = frozenset({'"', "''", "``"})
_MONTHS = frozenset({"March", "April", "May", "June", "August"})  # that are names of people too
_BEFORE_MONTH = frozenset(
    "in on last this next since by until from early late to and of for after before between".split()
)
_QUOTES = "\"“”«»„‟''‘’"


@dataclass(frozen=True, slots=True)
class Token:
    text: str
    start: int
    end: int
    is_surname: bool = False  # and no month: "Theresa May"

    @property
    def low(self) -> str:
        if self.is_surname:
            return self.text
        return self.text.lower().replace("’", "'")

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()

    @property
    def is_name(self) -> bool:
        return self.text[0].isupper() or (self.text[:3].lower() == "al-" and len(self.text) > 3)

    @property
    def is_quote(self) -> bool:
        return self.text in _QUOTES or self.text in {"''", "``"}


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of a language, in lower case."""

    verbs: frozenset[str]
    reporting: frozenset[str]  # verbs whose subject speaks even where it is a pronoun
    either: frozenset[str]
    nested: frozenset[str]  # whose subject counts within what somebody else says
    that: frozenset[str]
    participles: frozenset[str]  # after a comma, of the sentence's own subject
    objects: frozenset[str]  # behind such a one, where it says nothing
    transitive: frozenset[str]  # verbs of others' subjects
    objectless: frozenset[str]  # where one of these stands behind them
    bylines: frozenset[str]  # a verb and the word behind it that make a byline
    progressive: frozenset[str]  # with a form of "be"
    quoting: frozenset[str]  # where a quotation or its end stands beside them
    named: frozenset[str]  # verbs that only name: "a firm called"
    inverted: frozenset[str]  # may stand before their subject
    strong: frozenset[str]  # so also in a subordinate clause
    plainly: frozenset[str]  # so also where no quotation goes before
    passively: frozenset[str]  # may stand before "by"
    between: frozenset[str]
    passive: frozenset[str]
    by: frozenset[str]
    means: frozenset[str]  # after "by", nobody: "confirmed by telephone"
    coordinating: frozenset[str]  # joins two verbs of one subject
    nouns: frozenset[str]  # of denial and confirmation, which belong to somebody
    relative: frozenset[str]  # begins a clause about whoever is named before it
    according: tuple[tuple[str, ...], ...]
    adverbials: tuple[tuple[str, ...], ...]  # may stand between a subject and its verb
    pronouns: frozenset[str]
    determiners: frozenset[str]
    stops: frozenset[str]
    joins: frozenset[str]
    parts: frozenset[str]
    clauses: frozenset[str]
    subordinate: frozenset[str]
    days: frozenset[str]
    of_days: frozenset[str]  # "LAST week"

    @property
    def openers(self) -> frozenset[str]:
        """Words that open a sentence and are no part of a name."""
        return self.stops | self.clauses


def quoted(tokens: Sequence[Token]) -> list[bool]:
    """Which tokens stand within a quotation: whoever speaks there is quoted, and no source."""
    by, opened, found = "", False, list[bool]()
    for at, token in enumerate(tokens):
        opens = token.text in "“„«" or (token.text in STRAIGHT and _opens(tokens, at))
        if opens and not (by == "„" and token.text == "“"):
            by, opened = token.text, True
        elif token.text in "“”»" or token.text in STRAIGHT:
            if not opened:
                found = [True] * at  # it was opened in a sentence before
            by, opened = "", True
        found.append(bool(by))
    return found


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Whether a straight mark opens a quotation: space before it, none behind."""
    space_before = at == 0 or tokens[at - 1].end < tokens[at].start
    space_behind = at + 1 == len(tokens) or tokens[at + 1].start > tokens[at].end
    return space_before and not space_behind


def is_manner(token: Token) -> bool:
    return token.text.islower() and token.text.endswith("ly") and len(token.text) > 4


@cache
def lists_of(language: str) -> Lists:
    """The lists of a language; one that it has not is empty."""
    speech = words_of(language).speech

    def words(name: str) -> frozenset[str]:
        return frozenset(str(speech.get(name, "")).split())

    names = {field.name for field in fields(Lists)} - {"strong", "according", "adverbials"}
    return Lists(
        **{name: words(name) for name in names},
        strong=words("inverted") | words("strong"),
        according=tuple(tuple(each.split()) for each in speech.get("according", ())),
        adverbials=tuple(tuple(each.split()) for each in speech.get("adverbials", ())),
    )


def tokens_of(sentence: str) -> list[Token]:
    tokens = [Token(match[0], *match.span()) for match in _TOKEN.finditer(sentence)]
    for at in range(1, len(tokens)):
        before = tokens[at - 1]
        if tokens[at].text in _MONTHS and before.is_name and before.low not in _BEFORE_MONTH:
            tokens[at] = replace(tokens[at], is_surname=True)
    return tokens
