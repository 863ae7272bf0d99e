"""Days written without a year: which year is certain, and where it stays open."""

from collections.abc import Callable

import pytest

from corpus.dates import PartialDate
from corpus.month_names import DAY_NAMES
from corpus.stated import YearFrom, find_dates
from corpus.weekdays_beside import weekdays_beside
from tests.corpus.test_stated import NOVEMBER_5, found


@pytest.mark.parametrize(
    ("text", "published", "meant"),
    [
        ("Nov 5", "2020-11-05", "2020-11-05"),
        ("Sept. 27", "2020-11-05", "2020-09-27"),
        ("5 November", "2020-12", "2020-11-05"),
        ("September 30", "2020-10", "2020-09-30"),
        ("February 29", "2020-03-01", "2020-02-29"),
        ("December 30", "2021-01-03", "2020-12-30"),
        ("April 20", "2020-11-05", "2020-04-20"),
        ("on Thursday, 5 November he left", "2020-11-05", "2020-11-05"),
        ("am Donnerstag, den 29. Oktober, kam er", "2020-11-05", "2020-10-29"),
        ("6 Ekim SALI günü", "2020-11-05", "2020-10-06"),
        ("5 Ekim PAZARTESİ günü", "2020-11-05", "2020-10-05"),
    ],
)
def test_a_missing_year_is_that_of_the_nearest_such_day_before_publication(
    text: str, published: str, meant: str
) -> None:
    (stated,) = find_dates(text, published=PartialDate.parse(published))
    assert (str(stated.date), stated.year_from) == (meant, YearFrom.DOCUMENT)


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Oct 5", "2020-10"),
        ("Oct 5", "2020"),
        ("Nov. 6", "2020-11-05"),
        ("April 15", "2020-11-05"),
        ("February 29", "2023-01-01"),
    ],
)
def test_a_year_is_open_when_publication_may_mean_two_or_lies_over_200_days_off(
    text: str, published: str
) -> None:
    (stated,) = find_dates(text, published=PartialDate.parse(published))
    assert (stated.date, stated.year_from) == (None, None)
    assert stated.month
    assert stated.day


@pytest.mark.parametrize(
    "text",
    [
        "on Thursday 2 October",
        "on Friday, Oct. 1",
        "next Oct. 5",
        "last October 7",
        "am Montag, den 2. Oktober",
        "lundi le 2 octobre",
        "5 Ekim SALI günü",
        "6 Ekim PAZARTESİ günü",
        "on 2 October (Monday) they met",
        "on Thursday (October 2) they met",
        "on Thursday night, October 2, they met",
        "am Donnerstag (2. Oktober) im Saal",
        "am Do., 2. Oktober, im Saal",
        "Donnerstagabend, 2. Oktober, im Saal",
        "este jueves (2 de octubre) en el salón",
        "na quinta (2 de outubro) na sala",
        "torsdagen den 2 oktober i salen",
        "ביום חמישי, 2 באוקטובר, באולם",
        "thứ Năm, ngày 2 tháng 10, tại hội trường",
        "พบกันวันพฤหัสบดีที่ 2 ตุลาคม ในห้อง",
        "10月2日(木)に会場で会談した。",
        "木曜日の10月2日に会談した。",
        "他们于10月2日星期四在大厅会面。",
        "10月2日（周四），他们在大厅会面。",
        "그들은 10월 2일(목) 회관에서 만났다.",
        "목요일인 10월 2일 회관에서 만났다.",
        "пт, 1 октября, в зале",
        "The assembly will sit again on Oct. 1.",
        "On Oct. 1 the assembly will sit again.",
        "He has until Friday, October 2 to answer.",
        "The hearing is scheduled for Sept. 9.",
        "Der Rat wird am 3. Oktober tagen.",
        "Il a jusqu'au 3 octobre pour répondre.",
        "Заседание состоится 3 октября.",
        "He answered on 2 October 20 that it was so.",
        "The hearing was postponed to October 2.",
        "The ban is effective October 2.",
        "Voters go to the polls on October 2, the paper says.",
        "Classes resume October 2.",
        "Die Wahl wurde auf den 2. Oktober verschoben.",
        "Am 2. Oktober stimmt das Land darüber ab.",
        "Le procès débute le 2 octobre.",
        "El juicio se aplazó al 2 de octubre.",
        "Il processo è stato rinviato al 2 ottobre.",
        "O julgamento foi adiado para 2 de outubro.",
        "Заседание перенесли на 2 октября.",
        "Засідання призначено на 2 жовтня.",
        "Rozprawę przełożono na 2 października.",
        "Jednání bylo odloženo na 2. října.",
        "Duruşma 2 Ekim'e ertelendi.",
        "سيجري التصويت في 2 أكتوبر.",
        "จะลงคะแนนในวันที่ 2 ตุลาคม",
        "Pemungutan suara akan digelar pada 2 Oktober.",
    ],
)
def test_no_year_is_taken_against_the_weekday_or_the_words_beside_the_day(text: str) -> None:
    (stated,) = find_dates(text, published=NOVEMBER_5)
    assert (stated.date, stated.year_from) == (None, None)


def test_another_sentence_says_nothing_of_the_day() -> None:
    text = "The council will meet again. It sat on Oct. 1. Nobody will say more."
    assert found(text, NOVEMBER_5) == [("Oct. 1", "2020-10-01")]


def test_where_a_programme_has_days_to_come_only_near_ones_are_sure() -> None:
    text = "12 October Northtown, 20 July Southtown, 4 December Easttown"
    assert found(text, NOVEMBER_5) == [
        ("12 October", "2020-10-12"),
        ("20 July", "None"),
        ("4 December", "None"),
    ]


def test_without_publication_a_day_has_no_year() -> None:
    (stated,) = find_dates("on Nov 5")
    assert (stated.month, stated.day, stated.date) == (11, 5, None)


def test_a_date_takes_the_year_of_the_date_it_is_joined_to() -> None:
    text = "from 30 December to 2 January 2019, and October 1-3, 2018"
    dates = find_dates(text, published=NOVEMBER_5)
    assert [str(stated.date) for stated in dates] == ["2018-12-30", "2019-01-02", "2018-10-01"]
    assert {stated.year_from for stated in dates} == {YearFrom.PASSAGE}


@pytest.mark.parametrize(
    "text",
    [
        "In 2018 the flood came; on 3 October the dam broke.",
        "The dam broke, as it does each year, on 3 October.",
        "Sie feiern jedes Jahr am 3. Oktober, sagte er.",
        "Der Damm brach am 3. Oktober des vergangenen Jahres.",
        "Le barrage a cédé le 3 octobre de l'année dernière.",
        "La presa cedió el 3 de octubre del año pasado.",
        "La diga ha ceduto il 3 ottobre dello scorso anno.",
        "Плотина рухнула 3 октября прошлого года.",
        "Гребля впала 3 жовтня минулого року.",
        "Tama pękła 3 października ubiegłego roku.",
        "Hráz se protrhla 3. října loňského roku.",
        "Baraj geçen yıl 3 ekim günü yıkıldı.",
        "去年10月3日大坝垮塌。",
        "昨年10月3日にダムが決壊した。",
        "On 3 October, a Monday, the dam broke.",
        "Плотина рухнула в среду, 3 октября.",
        "Tama pękła w środę, 3 października.",
        "Hráz se protrhla v neděli 3. října.",
        "Il voto si terrà il 3 ottobre.",
        "大会は10月3日に開催される予定だ。",
        "On 3 October, back in 2019, he resigned.",
        "On 3 October, back in '93, he resigned.",
        "The coup of 3 October (1993) failed.",
        "On 3 October, during the 1973 war, he fled.",
        "On 3 October the treaty of 1898 was signed.",
        "In 2019, and not in 2020, the dam broke on 3 October.",
        "Every 3 October the nation celebrates.",
        "She was born on 3 October in a village.",
        "Sie wurde am 3. Oktober in einem Dorf geboren.",
        "Это случилось 3 октября двадцатого года.",
        "The holiday is 3 October.",
        "The nation celebrates each 3rd of October.",
        "Jeden 3. Oktober feiern sie.",
        "Chaque 3 octobre, ils se réunissent.",
        "Cada 3 de octubre se reúnen.",
        "Ogni 3 ottobre si riuniscono.",
        "Каждое 3 октября они собираются.",
        "Każdego 3 października zbierają się.",
        "They meet always on 3 October.",
        "Am 3. Oktober, vor zwanzig Jahren, brach der Damm.",
        "Плотина рухнула 3 октября, двадцать лет назад.",
        "Il y a vingt ans, le 3 octobre, le barrage a cédé.",
    ],
)
def test_a_year_is_open_where_the_sentence_speaks_of_another_year(text: str) -> None:
    (stated,) = find_dates(text, published=PartialDate.parse("2020-10-28"))
    assert stated.date is None


def test_another_year_in_the_sentence_before_does_not_count_for_a_near_day() -> None:
    text = "The flood of 2018 was worse. The dam broke on 3 October, he said."
    published = PartialDate.parse("2020-10-28")
    assert [str(stated.date) for stated in find_dates(text, published=published)] == ["2020-10-03"]


@pytest.mark.parametrize(
    "written", [str.upper, str.title, lambda name: name.upper().replace("I", "İ")]
)
def test_every_weekday_that_a_pattern_finds_in_any_case_has_its_number(
    written: Callable[[str], str],
) -> None:
    numbers = {name: number for number, names in enumerate(DAY_NAMES) for name in names.split()}
    for name, number in numbers.items():
        assert weekdays_beside(f", {written(name)}", 0, 0) in ([], [frozenset({number})])


def test_an_ordinal_is_read_in_the_case_of_any_language() -> None:
    (stated,) = find_dates("in the FİRST quarter of 2020")
    assert [str(month) for month in stated.span or ()] == ["2020-01", "2020-03"]


@pytest.mark.parametrize("year", ["in 2020", "(2020)", "of '20"])
def test_the_same_year_in_the_sentence_speaks_for_the_day(year: str) -> None:
    published = PartialDate.parse("2020-10-28")
    text = f"On 3 October, in that autumn {year}, the dam broke."
    assert str(find_dates(text, published=published)[0].date) == "2020-10-03"
