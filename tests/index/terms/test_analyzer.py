"""Rules of terms: what people type and what stands in a text meet in the same terms."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.terms.analyzer import Analyzer, LanguageError
from index.terms.stems import LANGUAGES
from index.terms.word_forms import fold, fold_lines

ENGLISH = Analyzer("english")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Erdoğan", "Erdogan"),
        ("Łódź", "lodz"),
        ("İstanbul", "istanbul"),
        ("Armenia's", "armenia"),
        ("Armenia’s", "armenia"),
        ("fighters'", "fighter"),
        ("$2,000", "2000"),
        ("1,234,567", "1234567"),
        ("U.S.", "US"),
        ("Nagorno-Karabakh", "nagorno karabakh"),
        ("denied", "denies"),
        ("denial", "denied"),
        ("response", "responded"),
        ("threats", "threatened"),
        ("deaths", "died"),
        ("the dead", "died"),
        ("Syrians", "Syria"),
        ("Turkish", "Turkey"),
        ("the French", "France's"),
        ("USA", "U.S."),
        ("U.S embassy", "US embassy"),
        ("J.K Perk", "J.K. Perk"),
        ("whats closed", "what's closed"),
        ("didnt close", "didn’t close"),
        ("said", "says"),
        ("sent", "sending"),
        ("01.10.2020", "1 October 2020"),
        ("2020-10-01", "Oct. 1, 2020"),
        ("O’Brien", "O'Brien"),
    ],
)
def test_two_ways_to_write_it_make_the_same_terms(one: str, other: str) -> None:
    assert ENGLISH.terms(one) == ENGLISH.terms(other) != []


def test_a_fraction_is_found_whole_and_by_its_parts() -> None:
    assert ENGLISH.terms("resolution 42/9") == ["resolut", "42/9", "42", "9"]


def test_a_month_finds_every_day_of_it() -> None:
    assert set(ENGLISH.terms("October 2020")) < set(ENGLISH.terms("01.10.2020"))


def test_a_month_alone_finds_numeric_dates_in_it() -> None:
    assert set(ENGLISH.terms("in October")) < set(ENGLISH.terms("01.10.2020"))


def test_stop_words_make_no_terms_but_acronyms_spelt_like_them_do() -> None:
    assert ENGLISH.terms("who is it and what is the") == []
    assert ENGLISH.terms("the WHO and the US told us") == ["who", "us", "tell"]


def test_a_text_all_in_capitals_has_stop_words_too() -> None:
    assert ENGLISH.terms("WHO IS THE MINISTER") == ["minist"]


def test_combining_marks_are_part_of_the_word() -> None:
    assert fold("विधि") == "विधि"
    assert len(ENGLISH.terms("विधि")) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("हिन्दी", "हिंदी"),
        ("क़ानून", "कानून"),
        ("चाँद", "चांद"),
        ("सरकारों", "सरकार"),
        ("२०२४", "2024"),
        ("ΚΥΒΕΡΝΗΣΗ", "κυβέρνησης"),
        ("Έλληνας", "ελληνας"),
        ("Москва\u0301", "Москва"),
        ("ёлка", "елка"),
        ("الرَّئيس", "الرئيس"),
        ("שָׁלוֹם", "שלום"),
        ("והמלכים", "מלכים"),
        ("בירושלים", "ירושלים"),
    ],
)
def test_words_of_another_script_than_the_corpus_s_are_read_in_their_own_language(
    one: str, other: str
) -> None:
    assert ENGLISH.terms(one) == ENGLISH.terms(other) != []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("ukrainian", "урядовий", "урядового"),
        ("ukrainian", "уряду", "уряд"),
        ("ukrainian", "президентом", "президента"),
        ("polish", "prezydenta", "prezydentowi"),
        ("czech", "prezidenta", "prezidentovi"),
        ("persian", "كتابهاي", "کتاب"),
        ("indonesian", "kebijakannya", "kebijakan"),
        ("catalan", "governs", "govern"),
        ("greek", "denied", "denies"),
        ("hindi", "running", "runs"),
    ],
)
def test_what_bends_meets(language: str, one: str, other: str) -> None:
    analyzer = Analyzer(language)
    assert analyzer.terms(one) == analyzer.terms(other) != []


@pytest.mark.parametrize(
    ("language", "asking"),
    [
        ("greek", "Ποιος είναι ο"),
        ("hebrew", "מה היה של"),
        ("hindi", "कौन था और कब"),
        ("persian", "چه کسی کجا است"),
        ("ukrainian", "Коли і де був"),
        ("polish", "Kiedy i gdzie był"),
        ("czech", "Kdy a kde byl"),
        ("catalan", "Quan i on és"),
        ("indonesian", "Siapa dan kapan"),
        ("english", "Ποιος είναι ο"),
        ("english", "когда и где"),
    ],
)
def test_words_of_asking_make_no_terms(language: str, asking: str) -> None:
    assert Analyzer(language).terms(asking) == []


def test_scripts_without_spaces_are_found_by_parts() -> None:
    assert set(ENGLISH.terms("北京")) <= set(ENGLISH.terms("我在北京工作"))
    assert set(ENGLISH.terms("ประเทศ")) & set(ENGLISH.terms("ประเทศไทย"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_a_stemmer_and_stop_words(language: str) -> None:
    analyzer = Analyzer(language)
    assert analyzer.terms("Kommersant 2020")
    assert analyzer.stem("x") == "x"


def test_german_stems_and_stop_words() -> None:
    german = Analyzer("german")
    assert german.terms("Die Häuser") == german.terms("der Häusern")


def test_turkish_words_meet_by_their_first_letters() -> None:
    """Its endings are many, and those of a name follow an apostrophe."""
    turkish = Analyzer("turkish")
    assert turkish.terms("kitaplarımızdan") == turkish.terms("kitaplar")
    assert turkish.terms("Van’ın") == turkish.terms("Van")


def test_vietnamese_marks_tell_words_apart() -> None:
    """Composed or not they are the same; without them "ma" would be six words."""
    vietnamese = Analyzer("vietnamese")
    assert vietnamese.terms("Má") == vietnamese.terms("ma\u0301")
    assert len({*vietnamese.terms("ma má mạ mả mã")}) == 5


def test_an_unknown_language_names_the_way_out() -> None:
    with pytest.raises(
        LanguageError, match=r"'klingon': is not known; set VERBATIM_LANGUAGE"
    ) as told:
        Analyzer("klingon")
    assert set(LANGUAGES) <= set(re.findall(r"\w+", str(told.value)))


def test_a_known_word_needs_no_stemmer() -> None:
    analyzer = Analyzer("english", known={"denied": "known"}.get)
    assert analyzer.terms("denied") == ["known"]


@given(st.text())
def test_tokens_are_ordered_slices_and_hold_all_the_terms(text: str) -> None:
    tokens = list(ENGLISH.tokens(text))
    assert all(0 <= token.start < token.end <= len(text) for token in tokens)
    assert all(one.end <= other.start for one, other in pairwise(tokens))
    assert [term for token in tokens for term in token.terms] == ENGLISH.terms(text)


def test_a_form_is_the_word_folded_and_other_terms_are_marked() -> None:
    """No date or number can be taken for a word."""
    assert ENGLISH.word_forms("Walked’s") == (("walked", "Walked", "walk"),)
    assert [form.form for form in ENGLISH.word_forms("42/9")] == ["=42/9", "=42", "=9"]


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("S400", "the S-400 system"),
        ("S-400", "S400s were sold"),
        ("S-400", "a S 400"),
        ("S400", "two S-400s"),
        ("MH17", "Flight MH-17’s wreck"),
        ("COVID", "COVID-19-related"),
        ("covid19", "post-COVID-19"),
        ("1990", "in the 1990s"),
        ("10 km", "10km"),
        ("С400", "комплекс С-400"),  # Cyrillic
        ("2020", "2020年に"),
    ],
)
def test_letters_and_numbers_meet_joined_or_apart(asked: str, text: str) -> None:
    assert set(ENGLISH.terms(asked)) & set(ENGLISH.terms(text))


@pytest.mark.parametrize(
    ("word", "terms"),
    [
        ("MH-17", ["mh", "17", "mh17"]),
        ("H1N1", ["h", "1", "n", "1", "h1n1"]),
        ("21st", ["21", "21st"]),
        ("F-16s", ["f", "16", "f16"]),
        ("10-year", ["10", "year"]),
        ("2,000", ["2000"]),
        ("42/9", ["42/9", "42", "9"]),
        ("a1b2c3d4", ["a1b2c3d4"]),  # a key
        ("al-Qaeda", ["al", "qaeda"]),
    ],
)
def test_a_word_of_letters_and_numbers_is_its_parts_and_all_of_it(
    word: str, terms: list[str]
) -> None:
    assert ENGLISH.terms(word) == terms


def test_a_part_of_a_word_has_the_word_s_own_form() -> None:
    assert ENGLISH.word_forms("COVID-19")[0] == ENGLISH.word_forms("COVID")[0]


@pytest.mark.parametrize("text", ["ʼ", "ʼʼ", "ʼs", "’", "'s", "ـ", "ـʼ"])
def test_an_apostrophe_or_a_filler_alone_is_no_word(text: str) -> None:
    assert set(ENGLISH.terms(text)) <= {"s"}
    assert ENGLISH.terms(f"{text} Brienʼs") == [*ENGLISH.terms(text), "brien"]


def test_every_character_alone_gives_no_empty_term() -> None:
    assert all(term for number in range(0x20000) for term in ENGLISH.terms(chr(number)))


@given(st.text(st.characters(categories=["L"]), min_size=1))
def test_case_never_matters(word: str) -> None:
    assert fold(word.lower()) == fold(word.casefold())


@pytest.mark.parametrize("mark", ["\u00ad", "\u200b", "\u200d", "\u2060", "\ufeff", "\ufe0f"])
def test_invisible_characters_are_no_part_of_a_word(mark: str) -> None:
    """Those that Unicode calls ignorable; the token keeps them, so that a quote is exact."""
    word = f"can{mark}non{mark}s"
    assert ENGLISH.terms(f"The {word} fell.") == ENGLISH.terms("The cannons fell.")
    (token,) = ENGLISH.tokens(f"{word}.")
    assert (token.start, token.end) == (0, len(word))
    assert token.forms[0].spelling == "cannons"


@pytest.mark.parametrize(
    ("language", "asking"),
    [
        ("english", "who what when where why how which whose"),
        ("german", "wer was wann wo warum wie welche wieso weshalb wessen"),
        ("french", "qui que quoi quand où pourquoi comment quels quelles"),
        ("spanish", "quién qué cuándo dónde cómo cuáles cuántas"),
        ("russian", "кто что когда где почему как сколько какие чьи"),
        ("arabic", "من ماذا متى أين كيف لماذا كم هل"),
        ("hungarian", "ki mi mikor hol miért hogyan hány"),
        ("finnish", "kuka mikä milloin missä miksi miten montako"),
    ],
)
def test_words_of_asking_are_not_looked_for(language: str, asking: str) -> None:
    """What only asks stands in few passages that answer."""
    analyzer = Analyzer(language)
    assert [word for word in asking.split() if analyzer.terms(word)] == []


_LETTERS = st.sampled_from("aZ.'’ʼs-7éÉİıŁßΣςйЙ한ก\u0301\u00adæ") | st.characters(
    exclude_characters="\n"
)


@given(st.lists(st.text(_LETTERS, max_size=8)))
def test_many_words_are_folded_as_each_of_them_is(words: list[str]) -> None:
    assert fold_lines("".join(f"{word}\n" for word in words)) == [fold(word) for word in words]
