"""Cues in the other languages: a claim is denied, confirmed, or neither."""

import pytest

from index.findings.sides import Kind
from index.statements.cues import cues_of
from index.statements.languages import language_of

D, C = Kind.DENIES, Kind.CONFIRMS


@pytest.mark.parametrize(
    ("language", "sentence", "kinds"),
    [
        ("german", "Die Armee bestritt den Angriff, bestätigte aber den Flug.", (D, C)),
        ("german", "Das Ministerium wies die Vorwürfe entschieden zurück.", (D,)),
        ("german", "Das Parlament wies den Vorschlag zurück.", ()),
        ("german", "Der Verein bestritt sein letztes Spiel in Oster.", ()),
        ("german", "Das Ministerium hat den Bericht weder bestätigt noch dementiert.", ()),
        ("german", "Die Zitate sind erfunden, sagte das Ministerium.", (D,)),
        ("russian", "Цитаты выдуманы, заявило министерство.", (D,)),
        ("russian", "Герой вымышлен, как и весь роман.", ()),
        ("ukrainian", "Цитати вигадані, заявило міністерство.", (D,)),
        ("french", "L’armée a nié la frappe mais a confirmé le vol.", (D, C)),
        ("french", "Ces informations ont été démenties par le ministère.", (D,)),
        ("french", "Le ministère n’a ni confirmé ni démenti l’information.", ()),
        ("french", "Le parlement a rejeté la proposition.", ()),
        ("spanish", "El ejército negó el ataque pero confirmó el vuelo.", (D, C)),
        ("spanish", "Las acusaciones son falsas, dijo el portavoz.", (D,)),
        ("spanish", "Le negaron la entrada al país.", ()),
        ("spanish", "El ministerio no pudo confirmar la información.", ()),
        ("russian", "Армия опровергла удар, но подтвердила полёт.", (D, C)),
        ("russian", "Министерство не опровергло сообщение.", ()),
        ("russian", "Парламент отверг предложение.", ()),
        ("ukrainian", "Армія заперечила удар, але підтвердила політ.", (D, C)),
        ("ukrainian", "Міністерство не заперечило повідомлення.", ()),
        ("turkish", "Ordu saldırıyı yalanladı, ancak uçuşu doğruladı.", (D, C)),
        ("turkish", "Bakanlık iddiaları yalanlamadı.", ()),
        ("turkish", "Meclis teklifi reddetti.", ()),
        ("german", "Dem widersprach ein Sprecher der Bahn.", (Kind.DENIES,)),
        ("german", "Ein Sprecher wies einen Zeitungsbericht zurück.", (Kind.DENIES,)),
        (
            "german",
            "Dass die Brücke gesperrt war, stellte der Bürgermeister in Abrede.",
            (Kind.DENIES,),
        ),
        ("german", "Der Müller hat gestanden, den Brief geschrieben zu haben.", (Kind.CONFIRMS,)),
        ("german", "Er hat dem Ausschuss Rede und Antwort gestanden.", ()),
        ("german", "Sie hatten bei der Einreise falsche Angaben gemacht.", ()),
        ("german", "Das Gericht hat die Verurteilung des Müllers bestätigt.", ()),
        ("german", "Der Müller sah sich durch den Bericht bestätigt.", ()),
        ("french", "Une enquête infirme ces informations.", (Kind.DENIES,)),
        ("french", "Je peux aussi confirmer que le pont est fermé.", (Kind.CONFIRMS,)),
        ("french", "Le médecin a vu une fracture confirmée.", ()),
        ("spanish", "El alcalde descartó que el puente esté minado.", (Kind.DENIES,)),
        ("spanish", "Esta es una gran mentira.", (Kind.DENIES,)),
        ("spanish", "Lo que no es cierto es que el puente esté cerrado.", (Kind.DENIES,)),
        ("spanish", "El molinero aceptó haber escrito la carta.", (Kind.CONFIRMS,)),
        ("spanish", "Se confirmaba que el puente estaba cerrado.", (Kind.CONFIRMS,)),
        ("spanish", "El molinero se negó rotundamente a hablar.", ()),
        ("spanish", "La prueba da muchos falsos negativos.", ()),
        ("spanish", "La ley persigue la difusión de información falsa.", ()),
        ("spanish", "No pudo demostrar que la carta es falsa.", ()),
        ("ukrainian", "Фірма проти позову заперечувала.", ()),
        ("ukrainian", "Він заперечував класичну спадщину.", ()),
        ("ukrainian", "Фірма подала неправдиві відомості про склад.", ()),
        ("ukrainian", "Суд вважає позов необґрунтованим.", ()),
        ("ukrainian", "Вони надали документи, що підтверджують якість зерна.", ()),
        ("ukrainian", "Мельник визнав свою провину.", (Kind.CONFIRMS,)),
        ("german", "Das Verwaltungsgericht hat das Verbot zum Teil bestätigt.", ()),
        ("german", "Ihr gutes Ergebnis wurde bestätigt durch einen dritten Platz.", ()),
        ("german", "Die Müller werden das Finale 2007 bestreiten.", ()),
        ("german", "Das musste der Bürgermeister in der Debatte 2007 einräumen.", (C,)),
        ("french", "Le meunier se tait, même si Oster dément la frappe.", (D,)),
        ("french", "Les accusations de vol de grain ont ensuite été rejetées.", (D,)),
        ("french", "Le résultat reste dans un quartier très contesté.", ()),
        ("french", "Le conseil a publié un vote confirmant Paul Meunier comme maire.", ()),
        ("french", "Ils ont reconnu ensemble - et sans colère - que le pont est miné.", (C,)),
        ("spanish", "A los molineros se les sigue negando el pan.", ()),
        ("spanish", "El acuerdo debe ser confirmado por el consejo en junio.", ()),
        ("spanish", "Ha confirmado también su asistencia el alcalde.", ()),
        ("spanish", '"El puente está minado", reconoció el alcalde.', (C,)),
        ("spanish", "El alcalde dijo que era un argumento falso del consejo.", (D,)),
        ("ukrainian", "Ми не знайшли доказів, що підтверджували б повідомлення.", (D,)),
        ("ukrainian", "Спочатку мельник заперечував крадіжку, а потім провину визнав.", (D, C)),
        ("russian", "«Мост заминирован», сказал мэр, признав, что пути нет.", (C,)),
        ("russian", "Мельник признался в краже зерна.", (C,)),
        ("russian", "Вину в краже зерна признали двое мельников.", (C,)),
        ("ukrainian", "Нехай брехня не панує над нами.", ()),
        ("ukrainian", "Рада не допустить безпідставного будівництва.", ()),
        ("ukrainian", "«Це брехня», — сказав мельник.", (D,)),
        ("ukrainian", "Мельник називає повідомлення неправдивими.", (D,)),
        ("ukrainian", "Ці звинувачення безпідставні.", (D,)),
        ("russian", "Мельник питается ложью.", ()),
        ("russian", "Тревога была ложной.", ()),
        ("russian", "Это ложь, сказал мельник.", (D,)),
        ("russian", "Неправда, что мост заминирован.", (D,)),
        ("russian", "Он назвал обвинения беспочвенными.", (D,)),
        ("turkish", "Değirmenci herkese ayak uydurmaya çalışıyor.", ()),
        ("turkish", "Ayıp olan yalan söylemek.", ()),
        ("turkish", "Bu iddia yalan.", (D,)),
        ("turkish", "Bir varsayım kanıtlanmadıkça doğru değildir.", ()),
        ("turkish", "Değirmenci köprüyü mayınladığını kabul etti.", (C,)),
        ("turkish", "Değirmenci teklifi seve seve kabul etti.", ()),
    ],
)
def test_cues_of_each_language(language: str, sentence: str, kinds: tuple[Kind, ...]) -> None:
    assert tuple(cue.kind for cue in cues_of(sentence, language)) == kinds


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("german", "Ankara hat die Vorwürfe zurückgewiesen."),
        ("french", "Ankara a rejeté les accusations."),
        ("spanish", "Ankara rechazó las acusaciones."),
        ("russian", "Анкара отвергла обвинения."),
        ("ukrainian", "Анкара відкинула звинувачення."),
        ("turkish", "Ankara suçlamaları reddetti."),
    ],
)
def test_what_stands_for_a_claim_points_back(language: str, sentence: str) -> None:
    assert [cue.points_back for cue in cues_of(sentence, language)] == [True]


def test_a_cue_governs_its_own_clause_in_german_too() -> None:
    sentence = "Die Armee bestritt den Angriff, bestätigte aber den Flug."
    denied, confirmed = cues_of(sentence, "german")
    assert "Flug" not in sentence[slice(*denied.reach)]
    assert "Angriff" not in sentence[slice(*confirmed.reach)]


def test_a_sentence_is_read_in_its_own_language() -> None:
    assert language_of("Ankara hat die Vorwürfe zurückgewiesen.", "english") == "german"
    assert language_of("L’armée a nié la frappe.", "english") == "french"
    assert language_of("Анкара відкинула звинувачення.", "english") == "ukrainian"
    assert language_of("I reject such a narrative.", "english") == "english"
