"""Page furniture is told from a document's own text, and a doubtful line is kept."""

import pytest

from corpus.model import Span
from corpus.residue import find_residue, united

PROSE = (
    "The ministry said on Tuesday that it had received the reports from the region.",
    "Officials in both capitals rejected the claim and called it a provocation.",
    "“We are deeply concerned,” a spokeswoman told reporters at the weekly briefing.",
    "Observers expect the talks to resume before the end of the month.",
)
RELATED = "Russia tells Turkey its concerns about the reports on fighters sent north"
HEADLINES = (
    "Man discovers Roman mosaic floor in Antakya while gardening",
    "Turkey lifts visa requirement for visitors from six countries",
    "Record number of foreign residents leave Turkey in early spring",
)


def article(*blocks: str, title: str = "Russia: Reports of Fighters in the North") -> str:
    return "\n\n".join((title, *blocks))


def residue(text: str, *, title: bool = True) -> list[str]:
    own = [Span(0, text.index("\n"))] if title else []
    return [text[start:end] for start, end in find_residue(text, own=own)]


@pytest.mark.parametrize(
    "line",
    [
        "Leave a Reply",
        "To view this content, please accept all cookies in your browser.",
        "Um diesen Inhalt zu sehen, akzeptieren Sie bitte unsere Cookies.",
        "Pour voir cette vidéo, veuillez accepter les cookies.",
        "This content is not available due to your privacy preferences.",
        "An dieser Stelle finden Sie einen externen Inhalt von Twitter.",
        "Your browser does not support the video tag.",
        "To receive new posts, consider becoming a free or paid subscriber.",
        "Thank you for your patience while we verify access to the rest.",
        "Support the Echo: become a member today and help us keep reporting.",
        "Follow The Echo on Google News and receive alerts for the main news.",
        "Sigue a nuestro diario en Google Noticias.",
        "При использовании материалов сайта активная ссылка на источник обязательна.",
        "У разі цитування гіперпосилання на джерело є обов'язковим.",
        "Please enable JavaScript to view the comments.",
        "You have 2 free articles left this month.",
        "Subscribe now for unlimited access.",
        "To continue reading, subscribe or log in.",
        "Thank you for subscribing!",
        "By signing up, you agree to our Terms of Service and Privacy Policy.",
        "This site is protected by reCAPTCHA and the Google Privacy Policy applies.",
        "Support independent journalism. Donate today.",
        "Do you have a story? Contact our newsdesk.",
        "Jane Doe can be reached at jane@example.org.",
        "Click here to read the full report.",
        "LEAVE A COMMENT",
        "Your email address will not be published. Required fields are marked *",
        "Required fields are marked *",
        "One thought on “Terrorist groups in the war: Official sources",
        "12 responses to “The talks”",
        "Save my name, email, and website in this browser for the next time I comment.",
        "comments",
        "3 Comments",
        "Advertisement",
        "Share this:",
        "Click to share on Facebook (Opens in new window)",
        "Also read: Talks resume in Geneva",
        "Schreiben Sie einen Kommentar",
        "Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *",
        "Los campos obligatorios están marcados con *",
        "Ваш адрес email не будет опубликован.",
        "Pubblicità",
        "Bir yanıt yazın",
        "© 2020 The Post. All rights reserved.",
        "Copyright 2014-2020 The Post Ltd",
        "(c) 2020 The Post",
        "We use cookies to improve your experience. Read our privacy policy.",
        "Sign up for our daily newsletter to get the best of the Post in your inbox.",
        "Subscribe now to continue reading",
        "Already a subscriber? Log in",
        "Tags: harbour, dredging",
        "Page 1 of 3",
        "1 2 3 Next »",
        "The post Talks resume appeared first on The Site.",
        "Follow us on Twitter @thepost",
        "Like this:Like Loading...",
        "Photo: Agency Pictures",
        "| Zurück zur Startseite |",
        "Diese Website verwendet Cookies.",
        "Ce site utilise des cookies afin de vous offrir le meilleur service.",
        "Utilizamos cookies para mejorar su experiencia.",
        "Vi använder cookies för att webbplatsen ska fungera.",
        "You have reached your limit of free articles.",
        "Article réservé aux abonnés",
        "Este contenido es exclusivo para suscriptores",
        "Comments are closed.",
        "Die Kommentarfunktion ist geschlossen.",
        "Комментарии закрыты.",
        "Read the full story here.",
        "Если вы нашли ошибку, выделите текст и нажмите Ctrl+Enter",
        "Помітили помилку? Виділіть її та натисніть Ctrl+Enter",
        "Have a tip? Contact the reporter at tips@example.org",
    ],
)
def test_the_wording_of_forms_sharing_and_advertising_is_residue_wherever_it_stands(
    line: str,
) -> None:
    assert residue(article(PROSE[0], line, PROSE[1])) == [line]
    assert residue(article(*PROSE, line)) == [line]


@pytest.mark.parametrize(
    "sentence",
    [
        "You have reached your limit, the judge told the free witnesses.",
        "Wir nutzen Cookies als Köder, sagte der Wärter.",
        "Comments are closed to nobody, the mayor said.",
        "This story is for our members to tell, said the chair.",
        "Leave a reply on his desk before noon, the minister told them.",
        "One response to the crisis was to send more troops to the border.",
        "You may also like to know that the bridge was closed.",
        "Share this story with your neighbours, the mayor asked the crowd.",
        "Comments were closed after the briefing.",
        "Related articles of the treaty were left unchanged.",
        "The post he had held since spring was the first to go.",
        "(c) the minister shall be heard",
        "Copyright law forbids the copying of maps, the office said.",
        "Sign up for the newsletter of the ministry, he told the crowd.",
        "We use cookies as bait for the mice, the keeper of the zoo said.",
        "Already a member of the council, she ran for mayor.",
        "Photo: the accused, in the middle, was seen by nobody. He left.",
        "An advertisement in the paper had called for volunteers.",
        "Read more: he had said it to every pupil he ever taught.",
        "By signing up to the treaty, both states accept inspections, the envoy said.",
        "By continuing the war they acknowledge that the talks have failed, he said.",
        "Um die Lage zu sehen, ist die Zustimmung des Rates nötig, sagte er.",
        "This video was made without her consent, the lawyer told the court.",
        "Mit der Anmeldung der Partei begann der Streit um ihren Namen.",
        "Please accept our apology, the minister told the families in the hall.",
        "To see this through, the cabinet must accept the terms, she said.",
        "You have two enemies left, the adviser told the minister.",
    ],
)
def test_a_sentence_that_uses_the_same_words_is_kept(sentence: str) -> None:
    assert residue(article(PROSE[0], sentence, *PROSE[1:])) == []


def test_check_also_takes_the_end_of_the_page_with_it() -> None:
    tail = ("Check Also", "Britain as a Force for Good", "This essay collection focuses on the …")
    assert residue(article(*PROSE, *PROSE, *tail)) == list(tail)


def test_check_also_in_the_middle_of_a_text_does_not_take_the_text() -> None:
    assert residue(article(PROSE[0], "Check Also", *PROSE)) == ["Check Also"]


@pytest.mark.parametrize(
    "opener", ["Related articles", "YOU MAY ALSO LIKE", "Lire aussi", "По теме"]
)
def test_related_articles_run_until_prose_resumes(opener: str) -> None:
    links = ("Talks resume in Geneva", "The border stays closed, ministers …")
    assert residue(article(PROSE[0], opener, *links, *PROSE[1:])) == [opener, *links]


def test_a_list_of_links_never_runs_across_a_heading_or_through_a_whole_text() -> None:
    text = article("Related articles", "Talks resume in Geneva", "Background", *PROSE)
    at = text.index("Background")
    found = find_residue(text, own=[Span(at, at + len("Background"))])
    assert [text[start:end] for start, end in found] == [
        "Related articles",
        "Talks resume in Geneva",
    ]
    verses = [f"a line of verse, the {number}th" for number in range(40)]
    assert residue(article("Related stories", *verses)) == ["Related stories"]


def test_a_row_of_buttons_is_residue_and_one_such_word_is_not() -> None:
    assert residue(article(*PROSE, "Facebook\nTwitter\nWhatsApp")) == [
        "Facebook",
        "Twitter",
        "WhatsApp",
    ]
    assert residue(article(PROSE[0], "Telegram", *PROSE[1:])) == []


def test_headlines_of_other_pages_after_the_last_paragraph_are_residue() -> None:
    assert residue(article(*PROSE, *HEADLINES)) == list(HEADLINES)
    glued = " ".join(HEADLINES)
    assert residue(article(*PROSE, f"{HEADLINES[0]}\n{glued}")) == [HEADLINES[0], glued]


def test_a_related_headline_alone_between_paragraphs_is_residue() -> None:
    assert residue(article(*PROSE[:2], RELATED, *PROSE[2:], title="Russia Sees Reports")) == [
        RELATED
    ]


@pytest.mark.parametrize(
    "line",
    [
        "In response, the army embarked on a march through the empty villages",
        "The ceasefire between the two countries was signed at midnight",
    ],
)
def test_a_sentence_that_lost_its_full_stop_is_kept(line: str) -> None:
    """It has the shape of a headline but shares no words with the title."""
    assert residue(article(PROSE[0], line, *PROSE[1:])) == []


def test_a_sentence_cut_in_two_by_a_page_is_kept() -> None:
    cut = ("Russia has had reports that some of the fighters in the", "north were paid in advance.")
    assert residue(article(PROSE[0], *cut, *PROSE[1:], title="Russia Sees Reports")) == []


def test_a_last_paragraph_that_breaks_off_is_kept() -> None:
    assert (
        residue(article(*PROSE, "The foreign minister said on Tuesday that the government")) == []
    )


def test_a_caption_that_stands_twice_is_residue_once() -> None:
    caption = "Fighters under the flag of the brigade near the northern border"
    assert residue(article(caption, caption, *PROSE)) == [caption]


KEPT_WHOLE = {
    "bullets": article(*PROSE, "\n".join(f"- {line}" for line in HEADLINES)),
    "numbers": article(*PROSE, "\n".join(f"{n}. {line}" for n, line in enumerate(HEADLINES, 1))),
    "poem": "\n".join(
        ["Two roads diverged in a yellow wood", "And sorry I could not travel both"] * 4
    ),
    "refrain": "\n\n".join(["We shall not be moved from the banks of the river"] * 6),
    "transcript": article("MR SMITH: Were you there?", "MS JONES: I was not", "MR SMITH: Who was?"),
    "table": "Country | Votes | Share\nArmenia | 12 | 40 %\nTurkey | 18 | 60 %",
    "note": "Meeting moved to Friday\n\nBring the forms",
    "headlines": "\n\n".join(HEADLINES * 3),
    "lines": "\n".join(HEADLINES * 3),
    "items under a heading": article(*PROSE, "Recommendations:", *HEADLINES),
}


@pytest.mark.parametrize("text", KEPT_WHOLE.values(), ids=KEPT_WHOLE.keys())
def test_texts_that_are_not_articles_keep_all_they_hold(text: str) -> None:
    assert residue(text, title=False) == []


def test_united_spans_cover_the_same_characters_in_order() -> None:
    spans = [Span(5, 9), Span(0, 2), Span(1, 3), Span(4, 4), Span(9, 10)]
    assert united(spans) == (Span(0, 3), Span(5, 9), Span(9, 10))
