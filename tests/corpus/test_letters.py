"""Older encodings that are taken for one another are told apart by their letters, or refused."""

import pytest

from corpus.encoding import UndecodableError, decode
from corpus.letters import likeness

TEXTS = {
    "czech": "Šéf přístavu řekl, že žádná loď v noci nevyplula a že zpráva je lživá. Ještě v pátek "
    "prý všichni věděli, že může přijít bouře, a přece nikdo nic neudělal.",
    "slovak": "Šéf prístavu povedal, že žiadna loď v noci nevyplávala a že správa je lživá. Ešte "
    "v piatok vraj všetci vedeli, že môže prísť búrka, a predsa nič neurobili. Ľudia sú ticho.",
    "polish": "Szef portu powiedział, że żaden statek nie wypłynął w nocy i że wiadomość jest "
    "fałszywa. Jeszcze w piątek wszyscy wiedzieli, że może przyjść burza, a jednak nikt się nie "
    "ruszył. Źle się stało, że świadków nie słuchano.",
    "croatian": "Šef luke rekao je da nijedan brod noću nije otišao i da je vijest lažna. Još su "
    "u petak svi znali da može doći oluja, a ipak nitko ništa nije učinio. Žao mi je što je tako.",
    "slovene": "Šef pristanišča je dejal, da ponoči ni odplula nobena ladja in da je vest lažna. "
    "Že v petek so vsi vedeli, da lahko pride nevihta, pa vendar nihče ni storil ničesar.",
    "hungarian": "A kikötő főnöke azt mondta, hogy éjjel egyetlen hajó sem futott ki, és a hír "
    "hamis. Már pénteken mindenki tudta, hogy jöhet a vihar, mégsem tett senki semmit.",
    "romanian": "Şeful portului a spus că nicio navă nu a plecat noaptea şi că ştirea este falsă. "
    "Încă de vineri toţi ştiau că poate veni furtuna, şi totuşi nimeni nu a făcut nimic.",
}
CENTRAL = ("cp1250", "iso8859_2", "cp852", "mac_latin2")


WRITABLE = [  # Macintosh's Central European set has no Romanian letters
    (language, encoding)
    for language in TEXTS
    for encoding in CENTRAL
    if (language, encoding) != ("romanian", "mac_latin2")
]


@pytest.mark.parametrize(("language", "encoding"), WRITABLE)
def test_a_text_is_read_in_its_own_encoding_or_refused(language: str, encoding: str) -> None:
    text = TEXTS[language]
    try:
        assert decode(text.encode(encoding)) == text
    except UndecodableError as error:
        reason = str(error)
        assert "save it" in reason
        assert encoding in {"mac_latin2", "cp852"}, reason


RUSSIAN = "Начальник порта сказал, что ночью не вышел ни один корабль и что сообщение ложно."
UKRAINIAN = "Начальник порту сказав, що вночі не вийшов жоден корабель і що ця звістка є їхня."
GREEK = "Ο λιμενάρχης είπε ότι κανένα πλοίο δεν έφυγε τη νύχτα. Άλλοι λένε ότι έφυγαν δύο."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((RUSSIAN, name) for name in ("cp1251", "koi8_r", "iso8859_5", "cp866", "mac_cyrillic")),
        *((UKRAINIAN, name) for name in ("cp1251", "koi8_u")),
        *((GREEK, name) for name in ("cp1253", "iso8859_7")),
        ("Der Hafenmeister erklärte, kein Schiff sei über Nacht gefahren: Größe trügt.", "cp850"),
        ("Le maître du port dit qu’aucun bateau n’était sorti. Ça a été démenti là.", "mac_roman"),
    ],
)  # fmt: skip
def test_other_alphabets_and_machines_likewise(text: str, encoding: str) -> None:
    try:
        assert decode(text.encode(encoding)) == text
    except UndecodableError as error:
        assert "save it" in str(error)  # noqa: PT017 - either is right


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("港の長は、夜のあいだに船は一隻も出なかったと述べた。", "iso2022_jp"),
        ("항구의 책임자는 밤에 떠난 배가 없다고 말했다.", "iso2022_kr"),
        ("港口负责人说，夜里没有一艘船离开。", "hz"),
    ],
)
def test_east_asian_encodings_of_seven_bits_are_read(text: str, encoding: str) -> None:
    assert decode(f"{text}\nEnd.".encode(encoding)) == f"{text}\nEnd."


@pytest.mark.parametrize("text", ["a ~{ b ~} c", "\x1b$ cost", "if (~{x}) {}"])
def test_what_only_looks_like_an_escape_is_kept(text: str) -> None:
    assert decode(text.encode()) == text


def test_a_misread_text_is_less_like_its_language() -> None:
    for text in TEXTS.values():
        misread = text.encode("iso8859_2").decode("cp1250", "replace")
        assert likeness(text) >= likeness(misread)
