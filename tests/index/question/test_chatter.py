"""What is said around a question is no part of it, in whatever language."""

import pytest

from index.question.chatter import without_chatter


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("hey bot, do you know where they were flown to? thanks", "where they were flown to?"),
        ("Hi! How is a quote checked please", "How is a quote checked"),
        ("ok so who closed the port", "who closed the port"),
        ("Could you please tell me who denied it, thank you so much!", "who denied it!"),
        ("Tell me about Macron", "Macron"),
        ("please -denied claims", "-denied claims"),
        ("Hallo, weiß jemand, wann der Krieg begann? Danke!", "wann der Krieg begann?!"),
        ("Bonjour, savez-vous qui a quitté Paris ? Merci d'avance", "qui a quitté Paris ?"),
        ("Hola, ¿sabes quién dejó Madrid? gracias", "quién dejó Madrid?"),
        ("Подскажите, пожалуйста, кто уехал? Спасибо", "кто уехал?"),
        ("Підкажіть, будь ласка, хто виїхав з Києва?", "хто виїхав з Києва?"),
        ("Is it true that the port was closed?", "that the port was closed?"),
        ("the port was closed, is that true?", "the port was closed?"),
        ("I read on Facebook that the mayor resigned", "the mayor resigned"),
        ("fact check: the mayor resigned", "the mayor resigned"),
        ("Stimmt es, dass der Hafen zu ist?", "dass der Hafen zu ist?"),
        ("Est-il vrai que le port est fermé ?", "que le port est fermé ?"),
        ("¿Es cierto que el puerto cerró?", "que el puerto cerró?"),
        ("Чи правда, що порт закрили?", "що порт закрили?"),
        ("Vali istifa etti, doğru mu?", "Vali istifa etti?"),
        ("港が閉鎖されたというのは本当ですか", "港が閉鎖された"),
        ("你好，谁否认了报道？谢谢", "谁否认了报道？"),
        ("誰が否定したか教えてください", "誰が否定したか"),
        ("누가 보도를 부인했는지 알려주세요", "누가 보도를 부인했는지"),
    ],
)
def test_chatter_is_left_out(said: str, asked: str) -> None:
    """Greetings, "do you know", "tell me" and thanks; a sign to leave a word out stays."""
    assert without_chatter(said) == asked


@pytest.mark.parametrize(
    "asked",
    [
        "thanks",
        "Hi",
        "Who said thanks?",
        "Wer sagte danke?",
        "Hello Kitty denied it",
        "Is it true?",
        "Is it true love?",
        "Did the court check whether he paid?",
        "What did he read that night?",
        "Good Morning America reported it",
        "who thanked the mayor",
        '"thank you"',
        "what pleased the mayor",
        "-please",
        "What may members vote as they please?",
    ],
)
def test_what_is_asked_stays(asked: str) -> None:
    """Names and quotes that such words begin or end, and a text of nothing else."""
    assert without_chatter(asked) == asked
