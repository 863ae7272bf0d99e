"""What kind of thing a question asks for, in the languages of a corpus."""

import pytest

from index.question.asked_kind import AskedKind, asks_place, names_place, read_asking, says

NUMBER, AGE, TIME = AskedKind.NUMBER, AskedKind.AGE, AskedKind.TIME
MONEY = AskedKind.MONEY


@pytest.mark.parametrize(
    ("language", "question", "kind", "left"),
    [
        ("english", "How many ships sank?", NUMBER, "ships sank?"),
        ("english", "How much did Voss pay for it?", MONEY, "did Voss pay for it?"),
        ("english", "How much money was lost?", MONEY, "was lost?"),
        ("english", "How much water did Voss sell?", NUMBER, "water did Voss sell?"),
        ("english", "When will the tunnel open?", TIME, "the tunnel open?"),
        ("english", "Will the tunnel open?", None, "the tunnel open?"),
        ("english", "According to the ministry, what happened to the ship?", None, "to the ship?"),
        ("german", "Wie viele Schiffe sanken?", NUMBER, "Schiffe sanken?"),
        ("german", "Was geschah laut Polizei?", None, "Polizei?"),
        ("french", "Combien de navires ont coulé ?", NUMBER, "navires ont coulé ?"),
        ("french", "Selon la police, quel âge avait-il ?", AGE, "avait-il ?"),
        ("spanish", "¿Cuántos barcos se hundieron?", NUMBER, "barcos se hundieron?"),
        ("spanish", "Según la policía, ¿qué pasó?", None, "?"),
        ("italian", "Quante navi sono affondate?", NUMBER, "navi sono affondate?"),
        ("italian", "Quanti anni aveva Rossi?", AGE, "aveva Rossi?"),
        ("italian", "In che anno affondò la nave?", TIME, "affondò la nave?"),
        ("italian", "Secondo la polizia, quanti navi?", NUMBER, "navi?"),
        ("portuguese", "Quantos navios afundaram?", NUMBER, "navios afundaram?"),
        ("portuguese", "Quantos anos tinha Silva?", AGE, "tinha Silva?"),
        ("dutch", "Hoeveel schepen zonken?", NUMBER, "schepen zonken?"),
        ("dutch", "Wanneer zonk het schip?", TIME, "zonk het schip?"),
        ("swedish", "Hur många fartyg sjönk?", NUMBER, "fartyg sjönk?"),
        ("danish", "Hvor gammel var Jensen?", AGE, "var Jensen?"),
        ("norwegian", "Når sank skipet?", TIME, "sank skipet?"),
        ("romanian", "Câte nave s-au scufundat?", NUMBER, "nave s-au scufundat?"),
        ("romanian", "Câți ani avea Popescu?", AGE, "avea Popescu?"),
        ("russian", "Сколько кораблей затонуло?", NUMBER, "кораблей затонуло?"),
        ("russian", "Сколько лет было Иванову?", AGE, "было Иванову?"),
        ("russian", "В каком году затонул корабль?", TIME, "затонул корабль?"),
        ("turkish", "Kaç gemi battı?", NUMBER, "gemi battı?"),
        ("turkish", "Gemi ne zaman battı?", TIME, "battı?"),
        ("ukrainian", "Скільки кораблів затонуло?", NUMBER, "кораблів затонуло?"),
        ("ukrainian", "У якому році затонув корабель?", TIME, "затонув корабель?"),
        ("ukrainian", "Скільки років було Коваленку?", AGE, "Коваленку?"),
        ("polish", "Ile statków zatonęło?", NUMBER, "statków zatonęło?"),
        ("polish", "W którym roku zatonął statek?", TIME, "zatonął statek?"),
        ("czech", "Kolik lodí se potopilo?", NUMBER, "lodí se potopilo?"),
        ("czech", "Kdy se loď potopila?", TIME, "se loď potopila?"),
        ("greek", "Πόσα πλοία βυθίστηκαν;", NUMBER, "πλοία βυθίστηκαν;"),
        ("greek", "Πότε βυθίστηκε το πλοίο;", TIME, "βυθίστηκε το πλοίο;"),
        ("greek", "Πόσων ετών ήταν ο Νίκος;", AGE, "ήταν ο Νίκος;"),
        ("hebrew", "כמה אוניות טבעו?", NUMBER, "אוניות טבעו?"),
        ("hebrew", "באיזו שנה טבעה האונייה?", TIME, "טבעה האונייה?"),
        ("arabic", "كم سفينة غرقت؟", NUMBER, "سفينة غرقت؟"),
        ("arabic", "متى غرقت السفينة؟", TIME, "غرقت السفينة؟"),
        ("persian", "چند کشتی غرق شد؟", NUMBER, "کشتی غرق شد؟"),
        ("persian", "در چه سالی کشتی غرق شد؟", TIME, "کشتی غرق شد؟"),
        ("hindi", "कितने जहाज डूबे?", NUMBER, "जहाज डूबे?"),
        ("hindi", "किस वर्ष में जहाज डूबा?", TIME, "जहाज डूबा?"),
        ("vietnamese", "Bao nhiêu con tàu bị chìm?", NUMBER, "con tàu bị chìm?"),
        ("vietnamese", "Khi nào con tàu chìm?", TIME, "con tàu chìm?"),
        ("indonesian", "Berapa kapal tenggelam?", NUMBER, "kapal tenggelam?"),
        ("indonesian", "Kapan kapal itu tenggelam?", TIME, "kapal itu tenggelam?"),
        ("catalan", "Quants vaixells es van enfonsar?", NUMBER, "vaixells es van enfonsar?"),
        ("catalan", "En quin any es va enfonsar?", TIME, "es va enfonsar?"),
        ("finnish", "Kuinka monta laivaa upposi?", NUMBER, "laivaa upposi?"),
        ("finnish", "Milloin laiva upposi?", TIME, "laiva upposi?"),
        ("hungarian", "Hány hajó süllyedt el?", NUMBER, "hajó süllyedt el?"),
        ("hungarian", "Mikor süllyedt el a hajó?", TIME, "süllyedt el a hajó?"),
    ],
)
def test_each_language_asks_for_kinds(
    language: str, question: str, kind: AskedKind | None, left: str
) -> None:
    """The words of asking are covered, and what stands behind them is not."""
    asking = read_asking(question, language)
    assert asking.kind is kind
    last = max(span.end for span in asking.spans)
    assert question[last:].strip(" ,") == left
    assert all(not asking.covers(place) for place in range(last, len(question)))


@pytest.mark.parametrize(
    ("language", "question", "kind"),
    [
        ("spanish", "¿Qué hizo el capitán cuando se hundió?", None),
        ("spanish", "En 2015, ¿cuándo se hundió?", TIME),
        ("french", "Que fit-il quand il coula ?", None),
        ("french", "Il coula quand ?", TIME),
        ("russian", "Что он сделал, когда утонул?", None),
        ("russian", "А когда он утонул?", TIME),
        ("ukrainian", "Що він зробив, коли потонув?", None),
        ("polish", "Co zrobił, kiedy zatonął?", None),
    ],
)
def test_a_word_of_asking_that_joins_sentences_asks_at_their_edge_alone(
    language: str, question: str, kind: AskedKind | None
) -> None:
    assert read_asking(question, language).kind is kind


@pytest.mark.parametrize(
    ("language", "question", "asking"),
    [
        ("german", "Welcher Prozentsatz der Schiffe sank?", "Welcher Prozentsatz"),
        ("german", "Wie hieß das Schiff?", "Wie hieß"),
        ("german", "Was für ein Schiff sank?", "Was für"),
        ("french", "Comment s’appelait le navire ?", "Comment s’appelait"),
        ("french", "Quel type de navire a coulé ?", "Quel type de"),
        ("spanish", "¿Cómo se llamaba el barco?", "Cómo se llamaba"),
        ("spanish", "¿Qué porcentaje de barcos?", "Qué porcentaje de"),
        ("russian", "Как называлось судно?", "Как называлось"),
        ("russian", "Какая часть судов утонула?", "Какая часть"),
        ("ukrainian", "Як називалося судно?", "Як називалося"),
        ("turkish", "Geminin adı neydi?", "adı neydi"),
        ("polish", "Jak nazywał się statek?", "Jak nazywał"),
    ],
)
def test_a_name_a_sort_or_a_share_is_asked_for_by_words_that_are_not_to_be_found(
    language: str, question: str, asking: str
) -> None:
    spans = read_asking(question, language).spans
    assert [question[slice(*span)].strip() for span in spans] == [asking]


@pytest.mark.parametrize("language", ["thai", "japanese"])
def test_a_language_without_its_list_asks_for_no_kind(language: str) -> None:
    assert read_asking("How many ships sank?", language).kind is None


@pytest.mark.parametrize(
    ("language", "question", "named", "not_named"),
    [
        (
            "english",
            "Where did Ruiz sign the treaty?",
            "It was signed in the Norrby hall.",
            "Signed by Lind in May, it was sent to Ruiz in haste.",
        ),
        (
            "english",
            "In which northern town did the ship sink?",
            "It sank near Norrby.",
            "It sank near the quay at dawn, said Lind.",
        ),
        ("french", "Où a-t-il signé ?", "Il signa à Norrby.", "Lind signa à midi."),
        ("spanish", "¿En qué ciudad firmó?", "Firmó en Norrby.", "Lind firmó en silencio."),
    ],
)
def test_a_place_is_told_by_the_word_that_leads_to_it(
    language: str, question: str, named: str, not_named: str
) -> None:
    """Not by a name alone, by a month, or by what the question has itself."""
    assert asks_place(question, language)
    assert names_place(named, language, question)
    assert not names_place(not_named, language, question)


@pytest.mark.parametrize(
    ("language", "question"), [("english", "Who sank?"), ("german", "Wo?"), ("finnish", "Where?")]
)
def test_no_place_is_asked_for(language: str, question: str) -> None:
    """Nor in a language whose capitals tell no name, or that has no list."""
    assert not asks_place(question, language)


@pytest.mark.parametrize(
    ("text", "says_age"),
    [
        ("Ida Voss, 54, left the party.", True),
        ("the 54-year-old captain", True),
        ("a nine-month-old child", True),
        ("He died aged 94 in Lind.", True),
        ("She turned forty in May.", True),
        ("Voss was born in Lind.", True),
        ("They were between 19 and 34.", True),
        ("Voss was 54 when she left.", True),
        ("Voss spoke for 40 minutes on 6 January.", False),
        ("Some 12% of them left, and 54 stayed.", False),
        ("Her fee of $1,300 was paid.", False),
    ],
)
def test_an_age_is_told_by_what_stands_around_it(text: str, says_age: bool) -> None:
    assert says(AGE, text, "english") is says_age


@pytest.mark.parametrize(
    ("text", "says_sum"),
    [
        ("sold for $9.3bn", True),
        ("some 422,000 euros in arrears", True),
        ("a fine of 20 pounds", True),
        ("5m people were there", False),
    ],
)
def test_a_sum_of_money_has_its_currency(text: str, says_sum: bool) -> None:
    assert says(MONEY, text, "english") is says_sum


def test_of_a_language_without_patterns_nothing_is_known() -> None:
    assert says(AGE, "54", "german") is None
