"""Does this mark end its sentence? Our abbreviations, nltk's Punkt, and rules that join."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, NamedTuple

from corpus.lazy_patterns import lazily
from index.cutting.lone_modules import lone_module

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

OPENERS = "\"'“”„‘’‚«»‹›([{¿¡*_`~「『（【〈《"
_QUOTES = "\"'”’“»«›‹」』"
_NO_WORD = tuple("/\\+&=<>|%")  # "A/PV.2243. /mm 8": what begins so is no new sentence
_CURRENCY = tuple("$€£¥₽₹~#")

_ORDINALS = frozenset({"german", "danish", "norwegian", "finnish", "hungarian"})
_ROMAN = frozenset({"ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii", "xiii", "xiv", "xv"})
_HOURS = frozenset({"a.m", "p.m"})
_PUNKT = "nltk.tokenize.punkt"

_NOTE_MARKS = lazily(r"(?:\[\w{1,4}\]|(?<=[^\W\d_])[¹²³⁰⁴-⁹]+)+$")  # "houses[12]. The"
_ENUMERATION = lazily(r"\(?(?:\d{1,3}|[^\W\d_]|[ivxIVX]{1,5})")
_ACRONYM = lazily(r"(?:[^\W\d_]\.)+[^\W\d_]")


class Candidate(NamedTuple):
    """A mark that may end a sentence: ``token`` and ``run`` before it, then ``opener word``.

    ``run`` is the mark with the quotes and brackets that close after it, ``opener`` the space,
    dashes, quotes and brackets before the next ``word``.
    """

    token: str
    run: str
    opener: str
    word: str
    alone: bool  # the token is all there is of the sentence so far
    uncased: bool  # the paragraph has no capitals, so that lower case tells nothing

    @property
    def continues(self) -> bool:
        """The next word is in lower case throughout ("iPhone" and "al-Qamar" are names)."""
        return not self.uncased and self.word[:1].islower() and self.word == self.word.lower()

    def starts(self, rules: "Rules") -> bool:
        """The next word is one that often opens sentences, and has its capital."""
        return self.word[:1].isupper() and self.word.lower() in rules.starters


@dataclass(frozen=True, slots=True)
class Rules:
    """What is known of one language; words are lower-cased, without their final period."""

    never: frozenset[str]  # abbreviations that end no sentence
    titles: frozenset[str]  # abbreviations that end none when they have a capital
    before_number: frozenset[str]  # abbreviations only where a number follows
    cased: frozenset[str]  # abbreviations only when written so
    abbreviations: frozenset[str]  # all that count in any case
    starters: frozenset[str]  # words that open sentences
    after_hours: frozenset[str]  # words that follow "a.m." and "p.m." in the same sentence
    unclear: frozenset[str]  # words before a period that is not plainly an end
    ordinals: bool  # a small number with a period is an ordinal
    punkt: "PunktSentenceTokenizer"

    def is_plain(self, token: str) -> bool:
        """True for a word whose period Punkt takes as an end whatever word follows it."""
        return len(token) > 1 and token.isalpha() and token.lower() not in self.unclear

    def leads_on(self, name: str) -> bool:
        """True for "e.g." and "Gov.", which end no sentence; "the gov." may."""
        return name.lower() in self.never or (name[:1].isupper() and name.lower() in self.titles)

    def is_abbreviation(self, name: str) -> bool:
        return name in self.cased or name.lower() in self.abbreviations

    def is_number_word(self, name: str) -> bool:
        """True for "No." and "p.", which are abbreviations only where a number follows."""
        written = name if len(name) == 1 else name.lower()
        return written in self.before_number and not self.is_abbreviation(name)

    def punkt_ends(self, name: str, word: str) -> bool:
        """Punkt's own decision on the period between two words."""
        return bool(self.punkt.text_contains_sentbreak(f"{name}. {word}"))


def ends_sentence(at: Candidate, rules: Rules) -> bool:
    """True when the mark of ``at`` ends its sentence."""
    if at.continues or at.word.startswith(_NO_WORD):
        return False
    if "?" in at.run or "!" in at.run:
        return True
    if "…" in at.run or ".." in at.run:
        return _after_ellipsis(at, rules)
    name = _NOTE_MARKS.sub("", at.token.lstrip(OPENERS))
    if not name or rules.is_plain(name):
        return not _attribution_follows(at)
    if at.run[-1] in _QUOTES:
        return not _attribution_follows(at)
    return _after_unclear(at, name, rules)


def _attribution_follows(at: Candidate) -> bool:
    """``.” – Reuters``: the dash leads on to who said it."""
    return at.run[-1] in _QUOTES and at.opener.lstrip()[:1] in {"-", "–", "—"}


def _after_ellipsis(at: Candidate, rules: Rules) -> bool:
    bracketed = not at.token.strip("([") and at.run[-1] in ")]"
    if bracketed or at.word in {"I", ""}:
        return False
    return bool(at.token) or at.starts(rules)


def _after_unclear(at: Candidate, name: str, rules: Rules) -> bool:
    """Abbreviations, initials, numbers and whatever else Punkt has to decide."""
    base = name.lower()
    numbers_what_follows = at.alone and _ENUMERATION.fullmatch(name)
    ordinal = rules.ordinals and name.isdigit() and len(name) < 3
    if numbers_what_follows or ordinal or rules.leads_on(name):
        return False
    if base in _HOURS:
        return at.word[:1].isupper() and at.word.lower() not in rules.after_hours
    if rules.is_number_word(name):
        return not (at.word[:1].isdigit() or at.word.startswith(_CURRENCY))
    if at.starts(rules):
        return True
    if (len(name) == 1 and name.isalpha()) or _ACRONYM.fullmatch(name):
        return len(at.word) > 1 and _is_unit(name, rules)
    return rules.punkt_ends(name, at.word)


def _is_unit(name: str, rules: Rules) -> bool:
    """A small letter as in "9 h.", which is no initial."""
    return len(name) == 1 and name.islower() and not rules.is_abbreviation(name)


@cache
def rules_for(language: str) -> Rules:
    """The rules of a language by its lower-case English name; few for one we do not know."""
    data = files("index.cutting") / "data"
    lists = json.loads((data / "abbreviations.json").read_text(encoding="utf-8"))
    words = {name: frozenset(text.split()) for name, text in lists.get(language, {}).items()}
    none: frozenset[str] = frozenset()
    never, titles, before_number, opened = (
        words.get(kind, none) for kind in ("never", "titles", "before_number", "open")
    )
    cased = frozenset(word for word in opened if word != word.lower())
    params = _trained(data / f"punkt-{language}.json")
    params.abbrev_types.update(never, titles, (word.lower() for word in opened))
    firsts = frozenset(first for first, _ in params.collocations)
    return Rules(
        never=never,
        titles=titles,
        before_number=before_number,
        cased=cased,
        abbreviations=never | titles | (opened - cased),
        starters=words.get("starters", none),
        after_hours=words.get("after_hours", none),
        unclear=frozenset(params.abbrev_types) | before_number | firsts | _ROMAN,
        ordinals=language in _ORDINALS,
        punkt=lone_module(_PUNKT).PunktSentenceTokenizer(params),
    )


def _trained(file: Traversable) -> "PunktParameters":
    """Punkt's parameters from our data file; none where the language has no file."""
    params: PunktParameters = lone_module(_PUNKT).PunktParameters()
    if file.is_file():
        stored = json.loads(file.read_text(encoding="utf-8"))
        params.abbrev_types.update(stored["abbreviations"].split())
        params.collocations.update(tuple(pair.split()) for pair in stored["collocations"])
        params.sent_starters.update(stored["sentence_starters"].split())
        for flags, words in stored["orthographic_context"].items():
            params.ortho_context.update(dict.fromkeys(words.split(), int(flags)))
    return params
