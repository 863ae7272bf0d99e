"""Links to other stories and calls to follow, in any language, are told from sentences."""

import pytest

from corpus.residue import find_residue

PROSE_BEFORE = "The harbour master said on Monday that no barge had left the port that night."
PROSE_AFTER = "A pilot called the report an invention, for he had been on the pier all night."


@pytest.mark.parametrize(
    "line",
    [
        "VEA TAMBIÉN: Cae el puente viejo del puerto",
        "Le puede interesar: ¿Quién pagará el nuevo muelle?",
        "Lea más: El puerto cierra en mayo",
        "Czytaj też: Port zamknięty do maja",
        "Przeczytaj także: Nowy most nad rzeką",
        "Lesen Sie hier: Hafen bleibt bis Mai geschlossen",
        "Auch lesen: Hafen bleibt geschlossen",
        "À lire également : Le port reste fermé",
        "Leia mais: Porto fechado até maio",
        "Potrebbe interessarti: Il porto resta chiuso",
        "Читайте также: Порт закрыт до мая",
        "Читайте також: Порт зачинено до травня",
        "Čtěte také: Přístav zůstane zavřený",
        "Čítajte aj: Prístav zostane zatvorený",
        "Olvassa el ezt is: Zárva marad a kikötő",
        "Citește și: Portul rămâne închis",
        "Pročitajte još: Luka ostaje zatvorena",
        "Прочетете още: Пристанището остава затворено",
        "Διαβάστε επίσης: Κλειστό το λιμάνι",
        "İlgili haber: Liman kapalı kalıyor",
        "Lees ook: Haven blijft dicht",
        "Läs även: Hamnen är stängd",
        "Lue myös: Satama pysyy kiinni",
        "Baca juga: Pelabuhan tetap tutup",
        "اقرأ أيضا: الميناء مغلق حتى مايو",
        "関連記事: 港は五月まで閉鎖",
        "延伸阅读：港口关闭至五月",
        "Follow us on Twitter and Instagram for more from the port.",
        "Subscribe to our newsletter to get the harbour news in your inbox every day.",
        "Únete a nuestro canal de Telegram",
        "Suscríbase a nuestro boletín y reciba las noticias del puerto.",
        "Abonnieren Sie unseren Newsletter, um nichts zu verpassen.",
        "Inscrivez-vous à notre newsletter pour tout savoir du port.",
        "Подпишитесь на наш канал в Телеграме",
        "webpage capture",
        "Saved from https://gazette.example/harbour",
        "All snapshots from host gazette.example",
    ],
)
def test_a_link_to_another_story_or_a_call_to_follow_is_residue_in_any_language(line: str) -> None:
    text = f"{PROSE_BEFORE}\n\n{line}\n\n{PROSE_AFTER}"
    assert [text[start:end] for start, end in find_residue(text)] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "See also: the ruling of 1998, which the court quoted in full.",
        "Follow the money, she told us on Twitter, and you will find the barge.",
        "Get us out of here, the crew wrote in an e-mail to the newspaper.",
        "Source: I was on the pier and I saw it.",
        "Stand: the crowd did, for an hour.",
        "They said more from this port would follow.",
    ],
)
def test_a_sentence_that_begins_like_one_is_kept(line: str) -> None:
    assert find_residue(f"{PROSE_BEFORE}\n\n{line}\n\n{PROSE_AFTER}") == ()
