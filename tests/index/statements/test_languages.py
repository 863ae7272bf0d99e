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
