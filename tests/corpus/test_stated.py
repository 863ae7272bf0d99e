"""Dates that a text states."""

import babel
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates import PartialDate
from corpus.months import MONTHS, month_of
from corpus.stated import YearFrom, find_dates

NOVEMBER_5 = PartialDate(2020, 11, 5)


def found(text: str, published: PartialDate | None = None) -> list[tuple[str, str]]:
    return [(stated.text, str(stated.date)) for stated in find_dates(text, published=published)]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("01.10.2020", "2020-10-01"),
        ("2020-10-01", "2020-10-01"),
        ("1 October 2020", "2020-10-01"),
        ("01 October 2020", "2020-10-01"),
        ("October 1, 2020", "2020-10-01"),
        ("Oct. 1, 2020", "2020-10-01"),
        ("October 1st, 2020", "2020-10-01"),
        ("1st of October, 2020", "2020-10-01"),
        ("5 May 2020", "2020-05-05"),
        ("1 October\n2020", "2020-10-01"),
        ("October 2020", "2020-10"),
        ("December of 2019", "2019-12"),
        ("1. Oktober 2020", "2020-10-01"),
        ("1er octobre 2020", "2020-10-01"),
        ("1 de octubre de 2020", "2020-10-01"),
        ("1 de outubro de 2020", "2020-10-01"),
        ("1 ottobre 2020", "2020-10-01"),
        ("1 октября 2020", "2020-10-01"),
        ("mars 2020", "2020-03"),
        ("maju 2020", "2020-05"),
        ("květnu 2020", "2020-05"),
        ("травні 2020", "2020-05"),
        ("мае 2020", "2020-05"),
        ("3-го мая 2020", "2020-05-03"),
        ("3 أيار/مايو 2020", "2020-05-03"),
        ("3-May-2020", "2020-05-03"),
        ("25-05-2020", "2020-05-25"),
        ("14 October 1066", "1066-10-14"),
    ],
)
def test_a_date_with_its_year_is_found_and_read(written: str, meant: str) -> None:
    (stated,) = find_dates(f"He said on {written} that it was so.")
    assert (stated.text, str(stated.date)) == (written, meant)
    assert stated.year_from is YearFrom.PASSAGE


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2021年6月4日", "2021-06-04"),
        ("２０２１年６月４日", "2021-06-04"),
        ("二〇二一年六月四日", "2021-06-04"),
        ("令和3年6月4日", "2021-06-04"),
        ("2021年6月", "2021-06"),
        ("2021년 6월 4일", "2021-06-04"),
        ("4 tháng 6 năm 2021", "2021-06-04"),
        ("4 มิถุนายน 2564", "2021-06-04"),
        ("4 يونيو 2021", "2021-06-04"),
        ("٤ يونيو ٢٠٢١", "2021-06-04"),
        ("4 تشرين الثاني 2021", "2021-11-04"),
        ("4 ביוני 2021", "2021-06-04"),
        ("4 Ιουνίου 2021", "2021-06-04"),
        ("4 Haziran 2021", "2021-06-04"),
        ("4 czerwca 2021", "2021-06-04"),
        ("4. června 2021", "2021-06-04"),
        ("4 червня 2021", "2021-06-04"),
        ("4 juni 2021", "2021-06-04"),
        ("4. kesäkuuta 2021", "2021-06-04"),
        ("4 iunie 2021", "2021-06-04"),
        ("4 जून 2021", "2021-06-04"),
        ("2021. június 4.", "2021-06-04"),
        ("2021 m. birželio 4 d.", "2021-06-04"),
        ("2021. gada 4. jūnijā", "2021-06-04"),
        ("2021ko ekainaren 4a", "2021-06-04"),
        ("4. 6. 2021", "2021-06-04"),
        ("2021/06/04", "2021-06-04"),
        ("24/06/2021", "2021-06-24"),
        ("14 July 1789", "1789-07-14"),
        ("June the 4th, 2021", "2021-06-04"),
        ("4.června 2021", "2021-06-04"),
        ("2021-ci il iyunun 4-də", "2021-06-04"),
        ("2021-ci ilin iyununda", "2021-06"),
        ("4 iyundan 2021", "2021-06-04"),
        ("4 يونيو/حزيران 2021", "2021-06-04"),
        ("4 نوفمبر/تشرين الثاني 2021", "2021-11-04"),
        ("4.VI.2021", "2021-06-04"),
        ("Juli 2021", "2021-07"),
    ],
)
def test_dates_are_read_in_the_forms_of_other_languages(written: str, meant: str) -> None:
    (stated,) = find_dates(f"On {written} it was so.")
    assert (stated.text, str(stated.date)) == (written, meant)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("4 listopada 2021 roku, powiedział świadek", "2021-11-04"),
        ("4. listopada 2021. rekao je da će doći", "2021-10-04"),
        ("4 listopada 2021", None),
    ],
)
def test_a_name_of_two_months_is_read_by_the_letters_around_it(
    text: str, month: str | None
) -> None:
    assert [str(stated.date) for stated in find_dates(text)] == ([month] if month else [])


def test_a_slashed_date_is_read_where_only_one_order_is_possible_or_the_corpus_says() -> None:
    assert found("24/06/2021") == [("24/06/2021", "2021-06-24")]
    assert found("06/24/2021 and 04/06/2021") == []
    for written, meant in (("06/24/2021", "2021-06-24"), ("04/06/2021", "2021-04-06")):
        (stated,) = find_dates(written, day_first=False)
        assert str(stated.date) == meant


@pytest.mark.parametrize(
    "text",
    [
        "March 12 miles a day and rest.",
        "May 5 percent of them go.",
        "the 17 November group",
        "the 4 June movement",
        "juin 12 kilos",
        "la marca 2020",
        "version 2020.1.2",
        "We march 30 abreast.",
        "Room 3/4/2021",
        "In May 2000 people marched.",
        "the June 4th regime",
        "the March 8 Alliance",
        "at 14 May Street",
        "Rue du 4 Septembre",
        "Calle 5 de Mayo",
        "улица 8 Марта",
        "Straße des 17. Juni",
        "at iPhone 12 May sold out",
        "He was 12 May said.",
        "Version 1.2.2020",
        "World Cup 5 X 2020",
    ],
)
def test_what_looks_like_a_date_is_none(text: str) -> None:
    assert find_dates(text, published=NOVEMBER_5) == ()


def test_every_language_of_the_table_has_the_names_that_the_cldr_gives() -> None:
    for (
        language
    ) in "ar cs da de el en es et fi fr he hi hu id it lt nl no pl pt ro ru sv th tr uk".split():
        names = babel.Locale.parse(language).months["format"]["wide"]
        for number, name in names.items():
            if not name.startswith("listopad"):
                assert month_of(name) == number, (language, name)


def test_a_hundred_thousand_dates_in_one_line_are_found() -> None:
    assert len(find_dates("4 June 2021, " * 100_000)) == 100_000
    assert len(find_dates("June 4 and " * 5_000, published=NOVEMBER_5)) == 5_000


@pytest.mark.parametrize(
    "text",
    [
        "In 2020 we met.",
        "We may 5 times march 3 miles.",
        "may 5 people",
        "5 November 476",
        "5 May 44 BC",
        "version 1.10.20200",
        "version 3.5.1 and v1.10.2020",
        "address 192.168.10.2020",
        "at 10:30 May arrived",
        "it cost $5 May said",
        "May 5,000 people",
        "31 November 2020",
        "0000-00-00 and 0000-05-05 and 2020-10-00",
        "00.10.2020 and 01.00.2020",
        "On October 1, 1500 mercenaries were moved.",
        "In May 1200 soldiers came.",
        "On 5 May 1430 GMT",
        "29 February 2019",
        "2020-13-01",
        "10.25.2020",
        "1/10/2020",
        "the Mars 2020 rover",
        "chapter 5. May was cold",
        "on page 5 May wrote of it",
        "nach § 3 Mai und Sohn",
        "in room 3 March said so",
        "5 Marches on Rome",
        "Nov. 5 of that year",
        "on 5 November last year",
    ],
)
def test_what_is_not_surely_a_date_is_none(text: str) -> None:
    assert find_dates(text, published=NOVEMBER_5) == ()


def test_a_date_glued_to_a_word_is_found() -> None:
    assert found("09.08.2020Before the war") == [("09.08.2020", "2020-08-09")]


def test_dates_come_in_order_and_a_long_name_is_not_cut_short() -> None:
    assert found("2020-10-02, September 3, 2019 and 01.10.2020-05.10.2020") == [
        ("2020-10-02", "2020-10-02"),
        ("September 3, 2019", "2019-09-03"),
        ("01.10.2020", "2020-10-01"),
        ("05.10.2020", "2020-10-05"),
    ]


def test_the_corpus_says_which_part_of_a_dotted_date_is_the_month() -> None:
    (stated,) = find_dates("01.10.2020", day_first=False)
    assert str(stated.date) == "2020-01-10"


pieces = st.one_of(
    st.sampled_from(
        [*MONTHS, "1", "31", "2020", "of", ".", ",", " ", "-", "\n", "to", "01.10.2020"]
    ),
    st.text(max_size=4),
)


@given(st.lists(pieces, max_size=30).map("".join))
def test_every_stated_date_is_an_exact_slice_in_order_without_overlap(text: str) -> None:
    last = 0
    for stated in find_dates(text, published=NOVEMBER_5):
        assert last <= stated.start < stated.end
        assert text[stated.start : stated.end] == stated.text
        assert stated.date is None or stated.date.month == stated.month
        assert stated.span is None or stated.span[0] <= stated.span[1]
        last = stated.end


def test_an_hour_of_the_day_is_no_year() -> None:
    assert found("On Oct. 1, 2030 GMT it began.", NOVEMBER_5) == [("Oct. 1", "2020-10-01")]


@given(st.lists(pieces, max_size=12).map("".join))
def test_looking_beside_the_numbers_first_hides_no_date(text: str) -> None:
    """A date anywhere is found alone as well as with one before it that any look would find."""
    dated = f"1 May 2020; {text}"
    assert find_dates(text) == () or len(find_dates(dated)) > 1
    alone = [stated.text for stated in find_dates(text) if stated.date]
    within = [stated.text for stated in find_dates(dated)[1:] if stated.date]
    assert alone == within
