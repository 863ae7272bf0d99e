"""What stands in a pasted message and is no word of it: addresses, mentions, emoji, Markdown."""

import re

_LINK = re.compile(r"\[([^\]\n]+)\]\(<?(?:https?://|www\.)[^)\s]*>?\)")
_ADDRESS = re.compile(r"<?(?:\b(?:https?|ftp)://|(?<![\w.@])www\.)[^\s<>]+>?", re.IGNORECASE)
# Shorteners are pasted without a scheme; a host alone may be the name of a source.
_BARE = re.compile(r"(?<![\w.@/])(?:[\w-]+\.)+[a-z]{2,}/[^\s<>]*", re.IGNORECASE)
_MENTION = re.compile(
    r"<(?:@[!&]?|#|a?:\w+:|t:|/[\w -]+:)[\w:]+>|(?<![\w.])@\w(?:[\w.]*\w)?|(?<!\w):[a-z_]\w+:(?!\w)"
)
_RETWEET = re.compile(r"^\s*RT\b\s*(?:@\w+)?:?|\bvia\s+(?=@\w)")
# What messages begin with to be seen.
_LABEL = re.compile(
    r"^\W*(?:BREAKING(?: NEWS)?|JUST IN|UPDATE|WATCH|ALERT|EXCLUSIVE|EILMELDUNG|URGENT|СРОЧНО)\b"
    r"\s*[:|!–—-]*"
)
_HASH = re.compile(r"(?<![\w&])#(?=[^\W\d_])")
# Pictures, flags, skin tones and what joins them; signs of currencies and of degrees are none.
_EMOJI = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2190-\u21ff\u2300-\u23ff"
    "\ufe0e\ufe0f\u200d\u20e3]+"
)
_FENCE = re.compile(r"```(?:[a-z]+\n)?|`")
_LINE_MARKS = re.compile(r"^[ \t]*(?:>{1,3}[ \t]+|#{1,3}[ \t]+|-#[ \t]+|[-*+][ \t]+)", re.MULTILINE)
# Pairs of marks around words: underscores within a name are part of it.
_PAIRED = re.compile(
    r"(\*{1,3}|~~|\|\|)(?=\S)(.+?)(?<=\S)\1|(?<!\w)(_{1,3})(?=\S)(.+?)(?<=\S)\3(?!\w)", re.DOTALL
)
_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&nbsp;": " "}
_ENTITY = re.compile("|".join(_ENTITIES))
_NESTED = 3  # "***bold and ~~gone~~***"


def cleaned(text: str) -> str:
    """The text without addresses, mentions, emoji and the marks of Markdown.

    What is left stands in its order; a text of nothing else is left as it is.
    """
    words = _ENTITY.sub(lambda match: _ENTITIES[match[0]], text)
    words = _LINK.sub(r"\1", words)
    words = _RETWEET.sub(" ", words)
    for pattern in (_ADDRESS, _BARE, _MENTION, _EMOJI, _FENCE, _LINE_MARKS):
        words = pattern.sub(" ", words)
    words = _HASH.sub("", words)
    for _ in range(_NESTED):
        words = _PAIRED.sub(lambda match: match[2] or match[4], words)
    rest = _LABEL.sub("", words)
    return next((left for left in (rest, words) if any(map(str.isalnum, left))), text)
