"""What a pasted message carries beyond its words: addresses, mentions, emoji, Markdown."""

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from corpus.lazy_patterns import lazily
from corpus.stated import find_dates

if TYPE_CHECKING:
    import regex

_LINK = lazily(r"\[([^\]\n]+)\]\(<?(?:https?://|www\.)[^)\s]*>?\)")
_ADDRESS = lazily(r"<?(?:\b(?:https?|ftp)://|(?<![\w.@])www\.)[^\s<>]+>?", re.IGNORECASE)
# Shorteners are pasted without a scheme; a host alone may be the name of a source.
_BARE = lazily(r"(?<![\w.@/])(?:[\w-]+\.)+[a-z]{2,}/[^\s<>]*", re.IGNORECASE)
# The pages of social networks are copied without the space before an address.
_GLUED = lazily(r"(?<=[^\s<(/])(?=https?://|pic\.(?:twitter|x)\.com/)")
_MENTION = lazily(r"<(?:@[!&]?|#|a?:\w+:|t:|/[\w -]+:)[\w:]+>|(?<!\w):[a-z_]\w+:(?!\w)")
_MAY_END_POST = lazily(r"\(@\w+\)|[·•]")
_HANDLE = lazily(r"(?<![\w.])@(\w(?:[\w.]*\w)?)")
_TAG = lazily(r"(?<![\w&])#(?=[^\W\d_])(\w+)")
# What stands between a post and the day on which it was posted, and what behind that day.
_CLOCK = r"\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?"
_POSTED = lazily(
    rf"(?:(?:\(@\w+\)|[·•])(?P<day>[\s,·•]*(?:{_CLOCK}[\s,·•]*)?)"
    rf"|(?<!\w)(?P<clock>{_CLOCK}\s*[·•]\s*))$",
    re.IGNORECASE,
)
_BEHIND_DAY = lazily(
    rf"(?:[\s,·•]|{_CLOCK}|(?:Twitter|X)\s(?:for\s(?:iPhone|iPad|Android|Mac)|Web\s(?:App|Client))"
    r"|[\d.,]+\s?[KM]?\s(?:Views|Retweets|Reposts|Likes))*",
    re.IGNORECASE,
)
_RETWEET = lazily(r"^\s*RT\b\s*(?:@\w+)?:?|\bvia\s+(?=@\w)")
# What messages begin with to be seen.
_LABEL = lazily(
    r"^\W*(?:BREAKING(?: NEWS)?|JUST IN|UPDATE|WATCH|ALERT|EXCLUSIVE|EILMELDUNG|URGENT|СРОЧНО)\b"
    r"\s*[:|!–—-]*"
)
# Pictures, flags, skin tones and what joins them; signs of currencies and of degrees are none.
_PICTURES = (
    r"\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2190-\u21ff\u2300-\u23ff"
    r"\ufe0e\ufe0f\u200d\u20e3"
)
_EMOJI = lazily(f"[{_PICTURES}]+")
_FENCE = lazily(r"```(?:[a-z]+\n)?|`")
_LINE_MARKS = lazily(r"^[ \t]*(?:>{1,3}[ \t]+|#{1,3}[ \t]+|-#[ \t]+|[-*+][ \t]+)", re.MULTILINE)
# Pairs of marks around words: underscores within a name are part of it.
_PAIRED = lazily(
    r"(\*{1,3}|~~|\|\|)(?=\S)(.+?)(?<=\S)\1|(?<!\w)(_{1,3})(?=\S)(.+?)(?<=\S)\3(?!\w)", re.DOTALL
)
_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&nbsp;": " "}
_ENTITY = lazily("|".join(_ENTITIES))
_SIGNS = lazily(rf"[/@#<`*~|_\[>+{_PICTURES}]")
_NESTED = 3  # "***bold and ~~gone~~***"


def cleaned(text: str, has_word: Callable[[str], bool] = lambda _word: False) -> str:
    """The text without addresses, mentions, emoji, the day of posting and the marks of Markdown.

    What is left stands in its order; a text of nothing else is left as it is. Of a handle the words
    stay that it is joined of, as far as the corpus has them: "@AnnaBerg" names Anna Berg.
    """
    words = _without_posting_day(text)
    if "&" in words:
        words = _ENTITY.sub(lambda match: _ENTITIES[match[0]], words)
    if _is_marked(words):
        words = _unmarked(words, has_word)
    rest = _LABEL.sub("", words)
    return next((left for left in (rest, words) if any(map(str.isalnum, left))), text)


def _is_marked(words: str) -> bool:
    """False for most texts, for which a dozen patterns need not be compiled."""
    return bool(
        _SIGNS.search(words)
        or "www." in words.lower()
        or words.lstrip().startswith("RT")
        or (":" in words and _MENTION.search(words))
        or ("-" in words and _LINE_MARKS.search(words))
    )


def _unmarked(words: str, has_word: Callable[[str], bool]) -> str:
    """The text without what stands in it in signs, or beside them."""
    words = _GLUED.sub(" ", _LINK.sub(r"\1", words))
    words = _RETWEET.sub(" ", words)
    for pattern in (_ADDRESS, _BARE, _MENTION, _EMOJI, _FENCE, _LINE_MARKS):
        words = pattern.sub(" ", words)
    words = _HANDLE.sub(lambda match: _of_handle(match[1], has_word), words)
    words = _TAG.sub(lambda match: _of_tag(match[1], has_word), words)
    for _ in range(_NESTED):
        words = _PAIRED.sub(lambda match: match[2] or match[4], words)
    return words


def _of_handle(handle: str, has_word: Callable[[str], bool]) -> str:
    joined = _joint().split(handle)
    if len(joined) == 1 and not handle[0].isupper():
        return " "
    return f" {' '.join(word for word in joined if word and has_word(word))} "


def _of_tag(tag: str, has_word: Callable[[str], bool]) -> str:
    """The words of a tag, which is one word where the corpus has it."""
    return tag if has_word(tag) or "_" in tag else " ".join(_joint().split(tag))


@cache
def _joint() -> "regex.Pattern[str]":
    """Where the words meet that a handle or a tag is joined of."""
    import regex  # noqa: PLC0415 - 0.03 s, and few questions have one

    return regex.compile(r"(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|[_.]+")


def _without_posting_day(text: str) -> str:
    """The text without the date that a copied post ends with: it is no word of it."""
    for stated in find_dates(text) if _MAY_END_POST.search(text) else ():
        before, after = text[: stated.start], text[stated.end :]
        posted = _POSTED.search(before)
        if posted and not any(map(str.isalnum, _BEHIND_DAY.sub("", after))):
            return before[: posted.start(posted.lastgroup or 0)]
    return text
