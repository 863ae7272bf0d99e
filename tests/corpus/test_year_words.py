"""The words around a day without a year that tell which year it is of."""

import pytest

from corpus.dates import PartialDate
from corpus.stated import find_dates

NOVEMBER_5 = PartialDate(2020, 11, 5)


@pytest.mark.parametrize(
    "text",
    [
        "Applications are accepted through 30 October.",
        "Save the date: 10 October",
        "The exhibition is on view from 10 October.",
        "Bewerbungen sind bis einschließlich 14. Oktober möglich.",
        "Die Frist endet am 14. Oktober.",
        "Der Film kommt am 14. Oktober ins Kino.",
        "Rendez-vous le 14 octobre à Paris.",
        "Date limite : 14 octobre.",
        "El plazo finaliza el 14 de octubre.",
        "La cita es el 14 de octubre.",
        "14 октября суд рассмотрит жалобу.",
        "Срок подачи — 14 октября.",
        "Президент зустрінеться з ним 14 жовтня.",
        "Суд призначив слухання на 14 жовтня.",
        "Toplantı 14 Ekim'de yapılacaktır.",
        "Başvurular 14 Ekim'e kadar sürüyor.",
        "Film 14 Ekim'de vizyona giriyor.",
        "Məhkəmə 14 oktyabr tarixində keçiriləcək.",
        "Seçkilər 14 oktyabrda baş tutacaq.",
        "يستمر التسجيل حتى 14 أكتوبر.",
        "تنطلق البطولة يوم 14 أكتوبر.",
        "ثبت\u200cنام تا 14 اکتبر ادامه دارد.",
        "قرار است نشست در 14 اکتبر برگزار شود.",
        "ההרשמה עד 14 באוקטובר.",
        "המשפט יתחיל ב-14 באוקטובר.",
        "报名截止至10月14日。",
        "他们计划10月14日开会。",
        "公演は10月14日まで。",
        "10月14日に判決が言い渡される見通しだ。",
        "접수는 10월 14일까지다.",
        "10월 14일 회의를 열 계획이다.",
        "Sąd rozpatrzy skargę 14 października.",
        "Termin upływa 14 października.",
        "Soud rozhodne 14. října.",
        "Jednání je naplánováno na 14. října.",
        "The judge set October 14 for sentencing.",
        "The game is October 14.",
        "Early voting runs October 14 to October 20.",
        "el miércoles, día 15 de octubre, fue tranquilo",
        "الأربعاء الموافق 15 أكتوبر كان هادئا",
        "ביום רביעי, ה-15 באוקטובר, היה שקט",
    ],
)
def test_words_of_what_lies_ahead_leave_the_year_open_in_each_language(text: str) -> None:
    days = [stated.date for stated in find_dates(text, published=NOVEMBER_5)]
    assert days
    assert set(days) == {None}


@pytest.mark.parametrize(
    "text",
    [
        "The trial gets under way on 12 October at the old courthouse.",
        "She returns to court on October 14.",
        "The minister travels to Ankara on 14 October.",
        "Parliament convenes on 14 October to debate it.",
        "Am 14. Oktober dürfte das Urteil fallen.",
        "Le film sort le 14 octobre.",
        "Il doit comparaître le 14 octobre.",
        "Volby se konají 14. října.",
        "They said the convoy would leave on 14 October.",
    ],
)
def test_words_that_may_mean_what_lies_ahead_count_where_the_day_is_far(text: str) -> None:
    """Nobody says of a day eleven months ahead that it comes, without naming its year."""
    near, far = (
        [stated.date for stated in find_dates(text, published=PartialDate.parse(day))]
        for day in ("2020-11-05", "2021-02-05")
    )
    assert None not in near
    assert far == [None]


@pytest.mark.parametrize(
    "text",
    [
        "He spoke of the September 11 attacks.",
        "The 20 July plot was remembered.",
        "Les attentats du 13 septembre l'ont marqué.",
        "Die Anschläge vom 11. September prägten ihn.",
        "Los atentados del 11 de septiembre lo marcaron.",
        "Он вспомнил теракты 11 сентября.",
        "15 Temmuz darbe girişimi anıldı.",
        "تذكر هجمات 11 سبتمبر.",
    ],
)
def test_a_day_by_which_an_event_is_known_keeps_its_year_open(text: str) -> None:
    assert [stated.date for stated in find_dates(text, published=NOVEMBER_5)] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "He denied on Oct. 5 that fighters had been sent, the agency said.",
        "The plane landed on July 12 and left the same day.",
        "Am 27. September begannen die Kämpfe, sagte der Minister.",
        "Der Minister bestätigte am 12. Juli den Bericht.",
        "Le 27 septembre, les combats ont éclaté.",
        "Le ministre l'a confirmé le 12 juillet.",
        "El 27 de septiembre estallaron los combates.",
        "El ministro lo confirmó el 12 de julio.",
        "Il ministro lo ha confermato il 12 luglio.",
        "O ministro confirmou em 12 de julho.",
        "27 сентября начались бои, сообщил министр.",
        "Министр подтвердил это 12 июля.",
        "27 вересня почалися бої, повідомив міністр.",
        "Міністр підтвердив це 12 липня.",
        "27 Eylül'de çatışmalar başladı.",
        "Bakan bunu 12 Temmuz'da doğruladı.",
        "27 sentyabrda döyüşlər başladı.",
        "اندلع القتال في 27 سبتمبر.",
        "أكد الوزير ذلك في 12 يوليو.",
        "وزیر این را در 12 ژوئیه تأیید کرد.",
        "השר אישר זאת ב-12 ביולי.",
        "战斗于9月27日爆发。",
        "部长7月12日证实了这一点。",
        "大臣は7月12日にそれを認めた。",
        "장관은 7월 12일 이를 확인했다.",
        "27 września wybuchły walki.",
        "Minister potwierdził to 12 lipca.",
        "27. září vypukly boje.",
        "Ministr to 12. července potvrdil.",
        "The council met in the town on July 12.",
        "A protest was held on 12 July in the capital.",
    ],
)
def test_what_is_told_in_the_past_has_the_year_of_publication(text: str) -> None:
    days = [stated.date for stated in find_dates(text, published=NOVEMBER_5)]
    assert {day.year if day else None for day in days} == {2020}
