"""Whose words a question asks for."""

import pytest

from index.question.asked_speaker import asked_speaker


@pytest.mark.parametrize(
    ("question", "language", "who"),
    [
        ("What did Lindqvist say about the ferry?", "english", "Lindqvist"),
        ("what has the ministry's spokesman told reporters", "english", "the ministry's spokesman"),
        ("How did Norrby respond to the strike?", "english", "Norrby"),
        ("What did Mr Holm never deny?", "english", "Mr Holm never"),
        ("Who said that Lindqvist lied?", "english", None),
        ("When did Lindqvist say it?", "english", None),
        ("Was sagte Ewa Lindqvist über die Fähre?", "german", "Ewa Lindqvist"),
        ("Was hat Lindqvist zum Streik gesagt?", "german", "Lindqvist"),
        ("Wer hat Lindqvist zitiert?", "german", None),
        ("Qu’a dit Lindqvist sur le bac ?", "french", "Lindqvist"),
        ("Qu'est-ce que Lindqvist a répondu ?", "french", "Lindqvist"),
        ("¿Qué dijo Ewa Lindqvist sobre el puerto?", "spanish", "Ewa Lindqvist"),
        ("Що сказала Ліндквіст про порт?", "ukrainian", "Ліндквіст"),
        ("Lindqvist ne dedi?", "turkish", None),
    ],
)
def test_who_is_asked_about(question: str, language: str, who: str | None) -> None:
    span = asked_speaker(question, language)
    assert (question[slice(*span)] if span else None) == who
