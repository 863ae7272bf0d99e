"""The times that questions name: which days are meant, and which words say so."""

from datetime import date

import pytest

from index.question.counted_words import RELATIVE, related_in
from index.question.times import NO_TIME, Years, read_time

TODAY = date(2025, 5, 14)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("mills before March 2022", None, "2022-02-28"),
        ("mills prior to 5 May 2022", None, "2022-05-04"),
        ("mills by March 2022", None, "2022-03-31"),
        ("mills no later than 2022", None, "2022-12-31"),
        ("mills not before 2022", "2022-01-01", None),
        ("mills since 3 May 2022", "2022-05-03", None),
        ("mills from May 2022 onwards", "2022-05-01", None),
        ("mills in May 2022 or later", "2022-05-01", None),
        ("mills between March and April 2022", "2022-03-01", "2022-04-30"),
        ("mills between November and March 2022", "2021-11-01", "2022-03-31"),
        ("mills from November 2021 to March", "2021-11-01", "2022-03-31"),
        ("mills from 4 to 5 March 2022", "2022-03-04", "2022-03-05"),
        ("mills between 3 May and 9 May 2022", "2022-05-03", "2022-05-09"),
        ("mills, March 4-5, 2022", "2022-03-04", "2022-03-05"),
        ("mills from 1991-1994", "1991-01-01", "1994-12-31"),
        ("mills in the third quarter of 2022", "2022-07-01", "2022-09-30"),
        ("mills in Q3 2022", "2022-07-01", "2022-09-30"),
        ("mills, 2022 Q3", "2022-07-01", "2022-09-30"),
        ("mills in the first half of 2022", "2022-01-01", "2022-06-30"),
        ("mills in mid-2022", "2022-05-01", "2022-08-31"),
        ("mills until the end of 2022", None, "2022-12-31"),
        ("mills in the spring of 2022", "2022-03-01", "2022-05-31"),
        ("mills in winter 2022/23", "2022-12-01", "2023-02-28"),
        ("mills in the last quarter of 2022", "2022-10-01", "2022-12-31"),
        ("mills in the final half of 2022", "2022-07-01", "2022-12-31"),
        ("mills by the end of May 2022", None, "2022-05-31"),
        ("mills in early May 2022", "2022-05-01", "2022-05-10"),
        ("mills in mid-May 2022", "2022-05-11", "2022-05-20"),
        ("mills since late May 2022", "2022-05-21", None),
        ("mills throughout 2022", "2022-01-01", "2022-12-31"),
        ("mills between the 4th and the 5th of March 2022", "2022-03-04", "2022-03-05"),
        ("mills from 4th to 5 March 2022", "2022-03-04", "2022-03-05"),
        ("mills in 2022-03", "2022-03-01", "2022-03-31"),
        ("mills in March '22", "2022-03-01", "2022-03-31"),
        ("mills in 03/2022", "2022-03-01", "2022-03-31"),
        ("mills on 5.3.22", "2022-03-05", "2022-03-05"),
        ("mills on 05/03/22", "2022-03-05", "2022-03-05"),
        ("mills in 4Q 2022", "2022-10-01", "2022-12-31"),
        ("mills in spring '22", "2022-03-01", "2022-05-31"),
        ("mills no earlier than 2022", "2022-01-01", None),
        ("mills of the 1990s", "1990-01-01", "1999-12-31"),
        ("Mühlen vor März 2022", None, "2022-02-28"),
        ("Mühlen zwischen März und April 2022", "2022-03-01", "2022-04-30"),
        ("moulins après le 3 mai 2022", "2022-05-04", None),
        ("molinos desde mayo de 2022", "2022-05-01", None),
        ("мельницы с 4 по 5 марта 2022", "2022-03-04", "2022-03-05"),
        ("2022年5月3日磨坊", "2022-05-03", "2022-05-03"),
        ("2022年以前的磨坊", None, "2021-12-31"),
        ("2022년 5월 3일 이후 방앗간", "2022-05-04", None),
        ("what was said last week", "2025-05-05", "2025-05-11"),
        ("what was said last month", "2025-04-01", "2025-04-30"),
        ("what was said last year", "2024-01-01", "2024-12-31"),
        ("what was said in the past 3 days", "2025-05-11", "2025-05-14"),
        ("what was said in the past three weeks", "2025-04-23", "2025-05-14"),
        ("what was said two days ago", "2025-05-12", "2025-05-12"),
        ("what was said a week ago", "2025-05-05", "2025-05-11"),
        ("what was said 6 months ago", "2024-11-01", "2024-11-30"),
        ("what was said a year ago", "2024-01-01", "2024-12-31"),
        ("what was said since the day before yesterday", "2025-05-12", None),
        ("what was said last November", "2024-11-01", "2024-11-30"),
        ("what was said last April", "2025-04-01", "2025-04-30"),
        ("what was said last May", "2024-05-01", "2024-05-31"),
        ("what was said since last winter", "2024-12-01", None),
        ("what was said last summer", "2024-06-01", "2024-08-31"),
        ("was wurde letzte Woche gesagt", "2025-05-05", "2025-05-11"),
        ("去年说了什么", "2024-01-01", "2024-12-31"),
    ],
)
def test_times_in_words_and_numbers(text: str, since: str | None, until: str | None) -> None:
    found = read_time(text, today=TODAY)
    days = [day and day.isoformat() for day in (found.since, found.until)]
    assert days == [since, until]
    assert not found.without


@pytest.mark.parametrize(
    "text",
    [
        "the constitution of 1991", "mills 2022", "1991 mills", "before November", "in May",
        "from 4 to 5 March", "the last week of it", "from 300 to 2000 men", "a fall of 2000 points",
        "after 2022 but before 2019", 'he wrote "in May"', "mills fall 20,000 short",
        "version 1.2.34.5", "1/2/3456789", "at last may I", "99/2022",
        "the season of 2011-12", "he said '22 mills'", "500 years ago", "3000 years ago",
    ],
)  # fmt: skip
def test_what_is_no_time_or_has_no_year(text: str) -> None:
    """A number alone is no year, and no year is guessed."""
    assert read_time(text, today=TODAY) == NO_TIME


@pytest.mark.parametrize("text", ["last spring", "last March", "two years ago", "last year"])
def test_nothing_is_counted_back_to_before_the_year_1(text: str) -> None:
    assert read_time(text, today=date(1, 1, 1)) == NO_TIME


def test_an_open_year_is_that_of_the_corpus_where_it_has_but_one() -> None:
    one = Years((2022,), lambda first, last: first.year == last.year == 2022)
    two = Years((2021, 2022), lambda first, _last: first.year == 2022)
    assert read_time("mills from 4 to 5 March", years=one).since == date(2022, 3, 4)
    assert read_time("mills from 4 to 5 March", years=two).since == date(2022, 3, 4)
    assert read_time("mills before November", years=one).until == date(2022, 10, 31)
    assert read_time("mills before November", years=two) == NO_TIME


@pytest.mark.parametrize(("day_first", "month"), [(True, 3), (False, 4)])
def test_numbers_are_read_in_the_order_of_the_corpus(*, day_first: bool, month: int) -> None:
    found = read_time("mills on 04/03/2022", day_first=day_first)
    assert (found.since, found.since == found.until) == (date(2022, month, 7 - month), True)


def test_without_a_day_of_asking_last_week_is_no_time() -> None:
    assert read_time("mills last week") == NO_TIME
    assert read_time("mills last week", today=TODAY).asked_on == TODAY
    assert read_time("mills in 2022", today=TODAY).asked_on is None


def test_not_in_a_time_leaves_it_out() -> None:
    found = read_time("mills not in 2022")
    assert (found.since, found.until, found.without) == (date(2022, 1, 1), date(2022, 12, 31), True)


def test_the_words_that_lead_to_a_time_are_part_of_it() -> None:
    text = "What closed prior to the spring of 2022, and why?"
    found = read_time(text)
    assert [text[slice(*span)] for span in found.spans] == ["prior to the spring of 2022"]
    assert found.words == ("the spring of 2022",)


@pytest.mark.parametrize(
    ("said", "first", "last", "without"),
    [
        ("in March", 1, 31, False),
        ("on 4 March", 4, 4, False),
        ("during March", 1, 31, False),
        ("not in March", 1, 31, True),
    ],
)
def test_a_month_that_no_passage_names_is_that_of_the_one_year_it_can_be(
    said: str, first: int, last: int, without: bool
) -> None:
    """Where a passage has the word, or two years have such days, it is a word like others."""
    one = Years((2022,), lambda first, last: first.year == last.year == 2022)
    two = Years((2021, 2022), lambda _first, _last: True)
    found = read_time(f"mills {said}", years=one, has_word=lambda _word: False)
    assert (found.since, found.until) == (date(2022, 3, first), date(2022, 3, last))
    assert found.without is without
    assert read_time(f"mills {said}", years=one) == NO_TIME
    assert read_time(f"mills {said}", years=two, has_word=lambda _word: False) == NO_TIME
    assert read_time("mills March", years=one, has_word=lambda _word: False) == NO_TIME


@pytest.mark.parametrize(
    ("before", "after", "within", "last_year"),
    [
        ("prima di marzo 2020", "dopo il 5 marzo 2020", "a marzo 2020", "l'anno scorso"),
        (
            "antes de março de 2020",
            "depois de 5 de março de 2020",
            "em março de 2020",
            "no ano passado",
        ),
        ("voor maart 2020", "na 5 maart 2020", "in maart 2020", "vorig jaar"),
        ("före mars 2020", "efter den 5 mars 2020", "i mars 2020", "förra året"),
        ("før marts 2020", "efter 5. marts 2020", "i marts 2020", "sidste år"),
        ("før mars 2020", "etter 5. mars 2020", "i mars 2020", "i fjor"),
        (
            "ennen maaliskuuta 2020",
            "5. maaliskuuta 2020 jälkeen",
            "maaliskuussa 2020",
            "viime vuonna",
        ),
        ("2020 márciusa előtt", "2020. március 5. után", "2020 márciusában", "tavaly"),
        ("înainte de martie 2020", "după 5 martie 2020", "în martie 2020", "anul trecut"),
        ("до марта 2020", "после 5 марта 2020", "в марте 2020", "в прошлом году"),
        ("до березня 2020", "після 5 березня 2020", "у березні 2020", "минулого року"),
        ("przed marcem 2020", "po 5 marca 2020", "w marcu 2020", "w zeszłym roku"),
        ("před březnem 2020", "po 5. březnu 2020", "v březnu 2020", "loni"),
        (
            "πριν από τον Μάρτιο του 2020",
            "μετά τις 5 Μαρτίου 2020",
            "τον Μάρτιο του 2020",
            "πέρυσι",
        ),
        ("Mart 2020'den önce", "5 Mart 2020'den sonra", "Mart 2020'de", "geçen yıl"),
        ("قبل مارس 2020", "بعد 5 مارس 2020", "في مارس 2020", "العام الماضي"),
        ("לפני מרץ 2020", "אחרי 5 במרץ 2020", "במרץ 2020", "בשנה שעברה"),
        ("قبل از مارس ۲۰۲۰", "پس از ۵ مارس ۲۰۲۰", "در مارس ۲۰۲۰", "سال گذشته"),
        ("मार्च 2020 से पहले", "5 मार्च 2020 के बाद", "मार्च 2020 में", "पिछले साल"),
        (
            "trước tháng 3 năm 2020",
            "sau ngày 5 tháng 3 năm 2020",
            "vào tháng 3 năm 2020",
            "năm ngoái",
        ),
        ("sebelum Maret 2020", "setelah 5 Maret 2020", "pada Maret 2020", "tahun lalu"),
        (
            "abans de març de 2020",
            "després del 5 de març de 2020",
            "el març de 2020",
            "l'any passat",
        ),
    ],
)
def test_times_are_read_in_the_languages_of_a_corpus(
    before: str, after: str, within: str, last_year: str
) -> None:
    """A time that something lies before or after is not taken for the time it lies in."""

    def days(text: str) -> tuple[date | None, date | None]:
        found = read_time(f"Covid {text}", today=TODAY)
        return found.since, found.until

    assert days(before) == (None, date(2020, 2, 29))
    assert days(after) == (date(2020, 3, 6), None)
    assert days(within) == (date(2020, 3, 1), date(2020, 3, 31))
    assert days(last_year) == (date(2024, 1, 1), date(2024, 12, 31))


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("ประท้วงก่อนมีนาคม 2020", None, "2020-02-29"),
        ("در سال ۲۰۲۰", "2020-01-01", "2020-12-31"),
        ("на прошлой неделе", "2025-05-05", "2025-05-11"),
        ("decreto do 5 de março de 2020", "2020-03-05", "2020-03-05"),
        ("o preço na semana passada", "2025-05-05", "2025-05-11"),
        ("do 5 marca 2020", None, "2020-03-05"),
        ("martie sau aprilie 2020", "2020-04-01", "2020-04-30"),
        ("in the 1971 May Day protests", "1971-01-01", "1971-12-31"),
        ("a sedan 2020 model", None, None),
        ("Mehmet Aka'ın 1985'te kitabı", "1985-01-01", "1985-12-31"),
        ("ın 1985 kitabı", "1985-01-01", "1985-12-31"),
    ],
)
def test_a_word_leads_to_a_time_in_its_own_language_alone(
    text: str, since: str | None, until: str | None
) -> None:
    found = read_time(text, today=TODAY)
    assert [day and day.isoformat() for day in (found.since, found.until)] == [since, until]


@pytest.mark.parametrize("alike", [("i", "İ"), ("i", "I"), ("ı", "I"), ("s", "ſ")])
def test_a_time_counted_from_today_is_found_in_letters_that_mind_no_case(
    alike: tuple[str, str],
) -> None:
    for phrase in "|".join(RELATIVE.values()).split("|"):
        for said in (phrase, phrase.upper(), phrase.replace(*alike)):
            assert [match["when"] for match in related_in(f"news, {said}, and")] == [said]
