"""What a pasted message carries beside its words is never looked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.question.pasted import cleaned


@pytest.mark.parametrize(
    ("pasted", "words"),
    [
        ("Mill closed https://sample.example/a?b=1 today", "Mill closed today"),
        ("Mill closed <https://sample.example/a> today", "Mill closed today"),
        ("Mill closed t.sample/Xy1 today", "Mill closed today"),
        ("see [the Mill report](https://sample.example/r)", "see the Mill report"),
        ("RT @mill_news: Mill closed via @x", "Mill closed"),
        ("<@!123> <#45> <:mill:67> Mill :mill: closed", "Mill closed"),
        ("Mill closed 🔥🇺🇦👩‍🚒 ☀️ today", "Mill closed today"),
        ("**Mill** __closed__ ~~for~~ ||good|| `now`", "Mill closed for good now"),
        ("***Mill* closed**", "Mill closed"),
        ("> # Mill\n> - closed", "# Mill - closed"),
        ("# Mill\n- closed\n-# today", "Mill closed today"),
        ("🔴 **BREAKING**: Mill closed", "Mill closed"),
        ("breaking the Mill; BREAKING", None),
        ("#Mill closed &amp; sold", "Mill closed & sold"),
        ("at 10:30: snake_case_name, 5 * 4 * 3, a@b.example", None),
        ("https://sample.example/a", None),
    ],
)
def test_addresses_mentions_emoji_and_markdown_are_dropped(pasted: str, words: str | None) -> None:
    """Names, sums and clock times stay, and a text of nothing else is left as it is."""
    assert " ".join(cleaned(pasted).split()) == (pasted if words is None else words)


HELD = {"Mill", "River", "Anna", "Berg", "MillCo"}


@pytest.mark.parametrize(
    ("pasted", "words"),
    [
        ("@AnnaBerg closed it", "Anna Berg closed it"),
        ("@anna_Berg @AnnaNobody @anna closed it", "Berg Anna closed it"),
        ("#MillRiver #MillCo #Mill_River", "Mill River MillCo Mill_River"),
        ("Mill closedhttps://sample.example/a #Millpic.twitter.com/Xy", "Mill closed Mill"),
        ("Mill closed — Anna (@AnnaBerg) January 6, 2020", "Mill closed — Anna ( Anna Berg )"),
        ("Mill closed (@anna) 3:15 PM · Jan 6, 2020", "Mill closed ( )"),
        ("Mill closed\n\n3:15 PM · Jan 6, 2020 · Twitter for iPhone", "Mill closed"),
        ("Mill closed\n3:15 PM · Jan 6, 2020 · 12.3K Views", "Mill closed"),
        ("Mill closed 3:15 PM · Jan 6, 2020 · Anna", None),
        ("what closed on January 6, 2020", None),
        ("on January 6, 2020 (@x) the Mill closed", "on January 6, 2020 ( ) the Mill closed"),
    ],
)
def test_handles_and_tags_are_read_as_the_words_they_join(pasted: str, words: str | None) -> None:
    """What the corpus does not have of a handle is no word; nor is the day of posting."""
    found = cleaned(pasted, HELD.__contains__)
    assert " ".join(found.split()) == (pasted if words is None else words)


@given(st.text())
def test_any_text_can_be_cleaned(text: str) -> None:
    """Whatever is pasted, something is left to look for when it had any word."""
    assert any(map(str.isalnum, cleaned(text))) == any(map(str.isalnum, text))
