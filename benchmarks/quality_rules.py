"""Rules for words that were not kept, as rewordings of a collection's texts and questions."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from index.collection import Collection, Text

Rewording = Callable[[str], str]
Rule = Callable[[Collection], tuple[Rewording, Rewording]]  # of the texts, and of the questions

_HYPHENATED = re.compile(r"(?<![\w-])([^\W\d_]+)-([^\W\d_]+)(?![\w-])")
_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρστυφχψω",
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho "
        "sigma tau upsilon phi chi psi omega".split(),
        strict=True,
    )
)
_NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty".split(),
        2,
    )
}
_PEOPLES = dict(
    pair.split()
    for pair in (
        "Russian Russia, Chinese China, American America, British Britain, French France, "
        "German Germany, Italian Italy, Spanish Spain, Polish Poland, Armenian Armenia, "
        "Azerbaijani Azerbaijan, Turkish Turkey, Iranian Iran, Iraqi Iraq, Israeli Israel, "
        "Syrian Syria, Ukrainian Ukraine, Georgian Georgia, Greek Greece, Egyptian Egypt, "
        "Indian India, Pakistani Pakistan, Afghan Afghanistan, Japanese Japan, Korean Korea, "
        "Vietnamese Vietnam, Australian Australia, Canadian Canada, Mexican Mexico, "
        "Brazilian Brazil, Cuban Cuba, Nigerian Nigeria, Kenyan Kenya, Ethiopian Ethiopia, "
        "Somali Somalia, Libyan Libya, Lebanese Lebanon, Palestinian Palestine, "
        "Hungarian Hungary, Romanian Romania, Bulgarian Bulgaria, Serbian Serbia, "
        "Austrian Austria, Swiss Switzerland, Dutch Netherlands, Belgian Belgium, "
        "Danish Denmark, Swedish Sweden, Norwegian Norway, Finnish Finland, "
        "Portuguese Portugal, Irish Ireland, Scottish Scotland, Welsh Wales, European Europe, "
        "African Africa, Asian Asia, Roman Rome"
    ).split(", ")
)
_EXPLAINED = re.compile(r"((?:[\w-]+ ){1,8})\(([A-Z][A-Za-z]{1,8})\)")


def reworded(collection: Collection, rule: Rule) -> Collection:
    """The collection as if its texts and questions had been written by a rule."""
    of_texts, of_questions = rule(collection)
    return replace(
        collection,
        texts=tuple(
            Text(text.id, of_texts(text.title), of_texts(text.text)) for text in collection.texts
        ),
        questions={key: of_questions(text) for key, text in collection.questions.items()},
    )


def _everywhere(change: Rewording) -> Rule:
    return lambda _: (change, change)


def _mapped(words: Mapping[str, str], plural: str = "") -> Rewording:
    pattern = re.compile(rf"\b({'|'.join(words)}){plural}\b")
    return lambda text: pattern.sub(lambda found: words[found[1]], text)


def _joined(text: str) -> str:
    return _HYPHENATED.sub(lambda found: f"{found[0]} {found[1]}{found[2]}", text)


def _greek(text: str) -> str:
    return re.sub("[α-ω]", lambda found: _GREEK.get(found[0], found[0]), text)


def _spelt_out(collection: Collection) -> tuple[Rewording, Rewording]:
    """Acronyms of a question followed by what the collection itself explains them by, twice."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for text in collection.texts:
        for acronym, words in set(_explanations(text.text)):
            seen[acronym][words] += 1
    known = {
        acronym: words
        for acronym, counter in seen.items()
        for words, times in counter.most_common(1)
        if times > 1
    }
    return str, lambda question: " ".join(
        [question, *(known[word] for word in re.findall(r"\w+", question) if word in known)]
    )


def _explanations(text: str) -> Iterator[tuple[str, str]]:
    """Acronyms in brackets and the words before whose first letters they are made of."""
    for words, acronym in _EXPLAINED.findall(text):
        before = words.split()[-len(acronym) :]
        if "".join(word[0] for word in before).lower() == acronym.lower():
            yield acronym, " ".join(before).lower()


RULES: Mapping[str, Rule] = {
    "hyphenated words joined": _everywhere(_joined),
    "Greek letters by name": _everywhere(_greek),
    "numbers as digits": _everywhere(_mapped(_NUMBERS)),
    "peoples as countries": _everywhere(_mapped(_PEOPLES, "s?")),
    "acronyms spelt out": _spelt_out,
}
