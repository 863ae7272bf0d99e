"""Spans of days and parts of years that a text states, and names that only look like days."""

import pytest

from corpus.dates import PartialDate
from corpus.stated import find_dates
from tests.corpus.test_stated import NOVEMBER_5, found


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("between 3 and 9 June 2021", "2021-06-03", "2021-06-09"),
        ("3-9 June 2021", "2021-06-03", "2021-06-09"),
        ("June 3–9, 2021", "2021-06-03", "2021-06-09"),
        ("vom 3. bis 9. Juni 2021", "2021-06-03", "2021-06-09"),
        ("du 3 au 9 juin 2021", "2021-06-03", "2021-06-09"),
        ("from 30 May to 9 June 2021", "2021-05-30", "2021-06-09"),
        ("the third quarter of 2021", "2021-07", "2021-09"),
        ("Q1 2021", "2021-01", "2021-03"),
        ("the second half of 2021", "2021-07", "2021-12"),
        ("mid-2021", "2021", "2021"),
        ("between June 3 and June 9, 2021", "2021-06-03", "2021-06-09"),
        ("vom 3. bis zum 9. Juni 2021", "2021-06-03", "2021-06-09"),
        ("zwischen dem 3. und dem 9. Juni 2021", "2021-06-03", "2021-06-09"),
        ("entre le 3 et le 9 juin 2021", "2021-06-03", "2021-06-09"),
        ("entre el 3 y el 9 de junio de 2021", "2021-06-03", "2021-06-09"),
        ("tra il 3 e il 9 giugno 2021", "2021-06-03", "2021-06-09"),
        ("з 3 по 9 червня 2021 року", "2021-06-03", "2021-06-09"),
        ("між 3 і 9 червня 2021 року", "2021-06-03", "2021-06-09"),
        ("3 ile 9 Haziran 2021 arasında", "2021-06-03", "2021-06-09"),
        ("2021年6月3日至9日", "2021-06-03", "2021-06-09"),
        ("2021年6月3日から9日", "2021-06-03", "2021-06-09"),
        ("2021년 6월 3일부터 9일까지", "2021-06-03", "2021-06-09"),
        ("3Q 2021", "2021-07", "2021-09"),
        ("у третьому кварталі 2021 року", "2021-07", "2021-09"),
        ("w trzecim kwartale 2021 roku", "2021-07", "2021-09"),
        ("ve třetím čtvrtletí 2021", "2021-07", "2021-09"),
        ("in het derde kwartaal van 2021", "2021-07", "2021-09"),
        ("tredje kvartalet 2021", "2021-07", "2021-09"),
        ("2021年第三季度", "2021-07", "2021-09"),
        ("2021年上半年", "2021-01", "2021-06"),
        ("2021년 3분기", "2021-07", "2021-09"),
        ("2021년 하반기", "2021-07", "2021-12"),
        ("between the 3rd and the 9th of June 2021", "2021-06-03", "2021-06-09"),
        ("в III квартале 2021 года", "2021-07", "2021-09"),
        ("w I kwartale 2021 roku", "2021-01", "2021-03"),
        ("2021 Q3", "2021-07", "2021-09"),
        ("vom 30. September bis zum 9. November 2021", "2021-09-30", "2021-11-09"),
        ("من 30 سبتمبر إلى 9 نوفمبر 2021", "2021-09-30", "2021-11-09"),
        ("od 30. září až do 9. prosince 2021", "2021-09-30", "2021-12-09"),
        ("2021年9月30日至11月9日", "2021-09-30", "2021-11-09"),
        ("2021年9月30日から11月9日まで", "2021-09-30", "2021-11-09"),
        ("2021년 9월 30일부터 11월 9일까지", "2021-09-30", "2021-11-09"),
    ],
)
def test_a_span_knows_its_beginning_and_its_end(text: str, first: str, last: str) -> None:
    stated = find_dates(f"It went on {text}.")[0]
    assert stated.span is not None
    assert tuple(map(str, stated.span)) == (first, last)
    assert stated.date in {stated.span[0], PartialDate(2021)}


def test_a_span_without_a_year_gets_both_its_ends_from_publication() -> None:
    first, last = find_dates("from 3 October to 9 October", published=NOVEMBER_5)
    assert str(first.date) == "2020-10-03"
    assert first.span == (first.date, last.date)


def test_a_number_that_belongs_to_a_name_is_no_day() -> None:
    assert found("the Windows 10 October 2020 Update") == [("October 2020", "2020-10")]
    assert found("Apollo 11 July 1969") == [("July 1969", "1969-07")]


def test_days_behind_one_whose_year_stands_first_are_of_that_year() -> None:
    listed = found("2020年9月27日、10月3日和10月5日", PartialDate(2022, 3, 1))
    assert [date for _, date in listed] == ["2020-09-27", "2020-10-03", "2020-10-05"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Am 27. September kam er.", "2020-09-27"),
        ("Er kam am 12. Juli.", "2020-07-12"),
        ("Minister potwierdził to 12 maja i wyjechał później.", "2020-05-12"),
        ("El 12 de maja", None),
    ],
)
def test_a_month_whose_name_is_another_word_too_is_told_by_its_form_or_its_letters(
    text: str, meant: str | None
) -> None:
    assert [date for _, date in found(text, NOVEMBER_5)] == ([meant] if meant else [])


def test_two_days_of_one_month_are_no_span() -> None:
    assert found("on 3 and 9 June 2021") == [("9 June 2021", "2021-06-09")]
