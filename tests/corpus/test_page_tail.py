"""What stands below an article is kept and not quoted; what stands within it is quoted."""

import pytest

from corpus.formats.html import read_html

_ARTICLE = (
    "The minister told reporters in the capital that the talks would resume within a week.",
    "A spokesman for the opposition denied the claim on Thursday and said that none had been sent.",
    "Observers at the border reported that both sides had kept to the agreement since January.",
)
_BESIDE = (
    "She has written about politics and current affairs for this newspaper since the year 2008."
)


def _page(*blocks: str, title: str = "Talks to resume") -> bytes:
    return (
        f"<html><head><title>{title}</title></head><body><main><article><h1>{title}</h1>"
        f"{''.join(blocks)}</article></main></body></html>"
    ).encode()


def _quoted(page: bytes) -> str:
    draft = read_html(page)
    text = list(draft.text)
    for start, end in draft.residue:
        text[start:end] = " " * (end - start)
    return "".join(text)


def _paragraphs() -> list[str]:
    return [f"<p>{text}</p>" for text in _ARTICLE]


_BOXES = [
    f"<div class='author-bio'><p>{_BESIDE}</p></div>",
    f"<div class='comment-list'><p>{_BESIDE}</p></div>",
    f"<section id='related-posts'><div><p>{_BESIDE}</p></div></section>",
    f"<h3>3 Comments</h3><p>{_BESIDE}</p>",
    f"<h2>Kommentar verfassen</h2><p>{_BESIDE}</p>",
]


@pytest.mark.parametrize("box", _BOXES)
def test_a_box_below_the_article_is_named_or_kept_and_not_quoted(box: str) -> None:
    page = _page(*_paragraphs(), box)
    draft = read_html(page)
    assert _BESIDE in draft.text or _BESIDE in [each.text for each in draft.left_out]
    assert _BESIDE not in _quoted(page)
    assert all(text in _quoted(page) for text in _ARTICLE)


@pytest.mark.parametrize("box", _BOXES[:3])
def test_a_box_within_the_article_is_quoted_whatever_it_is_called(box: str) -> None:
    first, *others = _paragraphs()
    assert _BESIDE in _quoted(_page(first, box, *others))


def test_an_article_that_stands_in_a_box_of_that_name_is_quoted() -> None:
    page = _page("<p>Short.</p><div class='similar-wide'>", *_paragraphs(), "</div>")
    assert all(text in _quoted(page) for text in _ARTICLE)


def test_other_stories_below_in_boxes_of_a_link_and_a_paragraph_are_not_quoted() -> None:
    cards = "".join(
        f"<div class='c{n}'><a href='/{n}'>Another story of the day</a><p>{_BESIDE} {n}.</p></div>"
        for n in range(2)
    )
    quoted = _quoted(_page(*_paragraphs(), cards))
    assert _BESIDE not in quoted
    assert _ARTICLE[-1] in quoted


def test_a_link_right_above_a_paragraph_of_the_article_costs_nothing() -> None:
    link = "<p><a href='/x'>Another story of the day, which readers may want to see</a></p>"
    first, second, third = _paragraphs()
    assert all(text in _quoted(_page(first, link, second, link, third)) for text in _ARTICLE)


@pytest.mark.parametrize(
    "teaser",
    [
        "<h3><a href='/x'>Another story</a></h3><p>It began long before the talks and went on…</p>",
        (
            "<h3>Another story</h3><p>It began long before the talks and went on for years.</p>"
            "<a href='/x'>Read more</a>"
        ),
    ],
)
def test_the_beginning_of_another_story_is_not_quoted(teaser: str) -> None:
    assert "It began long before" not in _quoted(_page(*_paragraphs(), teaser))


@pytest.mark.parametrize(
    "line",
    [
        "Sign up to our newsletter <a href='/n'>here</a> and never miss a story.",
        "For more on the talks, <a href='/n'>click here</a>.",
        "You must be <a href='/login'>logged in</a> to post a comment.",
        "The border on Friday morning (Photo: Jane Doe/The Gazette).",
        "Release date:",
    ],
)
def test_calls_credits_and_labels_are_not_quoted(line: str) -> None:
    page = _page(*_paragraphs()[:2], f"<p>{line}</p>", _paragraphs()[2])
    head = line.split("<", maxsplit=1)[0].strip()
    assert head in read_html(page).text
    assert head not in _quoted(page)


@pytest.mark.parametrize(
    "line",
    [
        "Protesters were urged to join the group's <a href='/t'>Telegram channel</a> that evening.",
        "Now <a href='/t'>Telegram</a> has answered the ministry and denied all of it in a letter.",
        "Like <a href='/t'>Twitter</a>, the network said that it had deleted the accounts in May.",
        "Sie müssen sich bis Freitag <a href='/t'>anmelden</a>, teilte die Stadt am Montag mit.",
    ],
)
def test_a_sentence_that_only_sounds_like_a_call_is_quoted(line: str) -> None:
    page = _page(*_paragraphs()[:2], f"<p>{line}</p>", _paragraphs()[2])
    assert line.split("<", maxsplit=1)[0].strip() in _quoted(page)


@pytest.mark.parametrize(
    "bio",
    [
        "Ann Poe is a reporter who covers the harbour and its people for this newspaper.",
        "Ann Poe, a lawyer by training, has written about the harbour since the year 2008.",
        "Ann Poe schreibt seit zwanzig Jahren über den Hafen und die Menschen, die dort leben.",
    ],
)
def test_what_tells_who_the_author_is_below_the_article_is_not_quoted(bio: str) -> None:
    by = '<a rel="author" href="/ann">Ann Poe</a>'
    page = _page(by, *_paragraphs(), f"<p>{bio}</p>")
    quoted = _quoted(page)
    assert bio not in quoted
    assert bio in read_html(page).text
    assert all(text in quoted for text in _ARTICLE)


def test_a_sentence_that_begins_with_another_name_or_what_the_author_said_is_quoted() -> None:
    by = '<a rel="author" href="/ann">Ann Poe</a>'
    others = (
        "Ann Poe said on Monday that nobody had answered the questions she had sent to them.",
        "Jo Roe is a fisherman who saw the lights at sea, though nobody else believed him.",
    )
    quoted = _quoted(_page(by, *_paragraphs(), *(f"<p>{text}</p>" for text in others)))
    assert all(text in quoted for text in others)
