"""What the words beside a date call it, in the languages of a corpus."""

import pytest

from tests.corpus.test_page_metadata import page


@pytest.mark.parametrize(
    "line",
    [
        "Updated: 5 October 2020",
        "Last edited on 5 October 2020",
        "This article was amended on 5 October 2020",
        "Last reviewed: 5 October 2020",
        "Stand: 05.10.2020, 10:00 Uhr",
        "Mis à jour le 5 octobre 2020",
        "Actualizado: 5 de octubre de 2020",
        "Ultimo aggiornamento: 5 ottobre 2020",
        "Laatst bijgewerkt: 5 oktober 2020",
        "Aktualizacja: 5 października 2020",
        "Aktualizováno 5. října 2020",
        "Upravené 5. októbra 2020",
        "Ažurirano 5.10.2020.",
        "Обновлено: 5 октября 2020",
        "Оновлено: 5 жовтня 2020",
        "Последна промяна: 5 октомври 2020",
        "Ενημερώθηκε: 5 Οκτωβρίου 2020",
        "Päivitetty 5.10.2020",
        "Frissítve: 2020. október 5.",
        "Actualizat: 5 octombrie 2020",
        "Sist endret 5. oktober 2020",
        "Son güncelleme: 5 Ekim 2020",
        "آخر تحديث: 5 أكتوبر 2020",
        "עודכן: 5 באוקטובר 2020",
        "更新时间：2020年10月5日",
        "最終更新日：2020年10月5日",
        "수정 2020년 10월 5일",
        "Diperbarui 5 Oktober 2020",
        "Updated 5 October 2020 | Posted in News",
        "Last updated 5 October 2020 | Published by Jane Doe",
        "Aktualisiert am 5. Oktober 2020, erschienen in Politik",
        "Mis à jour le 5 octobre 2020, publié dans Monde",
        "Published by Jane Doe, last updated 5 October 2020",
        "Unpublished until 5 October 2020",
        "Composted until 5 October 2020",
        "Published here until 5 October 2020",
        "màj 5 octobre 2020",
        "MAJ : 5 octobre 2020",
        "maj le 5 octobre 2020",
        "Event date: 5 October 2020",
        "Retrieved 5 October 2020",
        "Printed on 5 October 2020",
        "Signature du traité : 5 octobre 2020",
        "Bewerbungsschluss: 5. Oktober 2020",
        "5 – 7 October 2020",
        "From 5 October 2020",
        "Since 5 October 2020",
        "Founded 5 October 2020",
        "Last login 5 October 2020",
        "Photo taken 5 October 2020",
        "Scheduled for 5 October 2020",
        "Session of 5 October 2020",
        "gültig ab 5. Oktober 2020",
        "Beschluss vom 5. Oktober 2020",
        "Séance du 5 octobre 2020",
        "Desde el 5 de octubre de 2020",
        "Засновано 5 жовтня 2020",
        "Correction appended 5 October 2020",
        "Fact checked 5 October 2020",
        "Republished 5 October 2020",
        "Geprüft am 05.10.2020",
        "Actualisé le 5 octobre 2020",
        "Act. 5 octubre 2020",
        "Zadnja izmjena 5.10.2020.",
        "Обновена на 5 октомври 2020",
        "Отредактировано 5 октября 2020",
        "Відредаговано 5 жовтня 2020",
        "อัปเดตล่าสุด 5 ตุลาคม 2563",
        "Përditësuar më 5 tetor 2020",
    ],
)
def test_a_day_of_a_change_or_of_something_else_is_none_of_publication(line: str) -> None:
    assert page(top=f'<p class="date">{line}</p>').published is None


@pytest.mark.parametrize(
    "line",
    [
        "5 October 2020",
        "Date: 5 October 2020",
        "Berlin, 5. Oktober 2020",
        "Published: 5 October 2020",
        "Opublikowano: 05.10.2020",
        "Опубліковано: 5 жовтня 2020",
        "Julkaistu: 5.10.2020",
        "发布时间：2020年10月5日",
        "입력 2020.10.05 10:00",
        "Megjelent: 2020. október 5.",
        "5 October 2020 | Posted in News",
        "Updated by Jane Doe, published 5 October 2020",
        "Published 5 October 2020, updated hourly",
        "2020年10月5日公開",
    ],
)
def test_a_day_that_is_called_nothing_else_is_that_of_publication(line: str) -> None:
    assert str(page(top=f'<p class="date">{line}</p>').published) == "2020-10-05"


@pytest.mark.parametrize(
    "line",
    [
        "Published 5 October 2020 (updated 7 October 2020)",
        "5 October 2020, updated 7 October 2020",
        "Posted: October 5, 2020 Updated: October 7, 2020",
        "By Jane Doe Published 5 October 2020 Last modified on 7 October 2020",
        "Updated 7 October 2020, first published 5 October 2020",
        "Veröffentlicht: 05.10.2020 Aktualisiert: 07.10.2020, 10:00 Uhr",
        "5 de octubre de 2020 · Actualizado a las 10:00 del 7 de octubre de 2020",
        "Опубліковано 5 жовтня 2020, оновлено 7 жовтня 2020",
        "Giriş: 05.10.2020 - Güncelleme: 07.10.2020",
        "公開日：2020年10月5日 更新日：2020年10月7日",
        "2020年10月5日公開 2020年10月7日更新",
        "입력 2020.10.05 10:00 수정 2020.10.07 11:00",
    ],
)
def test_of_a_line_with_the_day_of_a_change_the_other_day_is_that_of_publication(
    line: str,
) -> None:
    assert str(page(top=f'<p class="date">{line}</p>').published) == "2020-10-05"


@pytest.mark.parametrize(
    "line",
    [
        "5 October 2020 - 7 October 2020",
        "Published 5 October 2020 and 7 October 2020",
        "Open 5 October 2020, updated 7 October 2020, closed 9 October 2020",
    ],
)
def test_a_line_of_days_that_nothing_tells_apart_gives_none(line: str) -> None:
    assert page(top=f'<p class="date">{line}</p>').published is None


@pytest.mark.parametrize("line", ["5 maj 2020", "Publicerad 5 maj 2020", "5. maj 2020"])
def test_the_month_of_may_is_no_word_of_a_change(line: str) -> None:
    assert str(page(top=f'<p class="date">{line}</p>').published) == "2020-05-05"


def test_with_slashes_nobody_can_tell_the_month() -> None:
    assert page(top='<p class="date">Publicado em 05/10/2020 às 10h00</p>').published is None
