"""Which blocks of a page are quoted: where its main text begins and ends, and what is prose.

Whoever is unsure of a block keeps it as text and does not quote it.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final

from lxml.html import HtmlElement

from corpus.formats.elements import Within
from corpus.formats.furniture_parts import NO_PROSE
from corpus.formats.page_flow import FlowBlock
from corpus.formats.page_tail import below_article, reads_on
from corpus.furniture import is_call, is_furniture
from corpus.layout import breaks_off, ends_sentence, holds_sentences
from corpus.metadata import one_line

_LEAD: Final = 1_500  # characters between the heading and the first paragraph at most
_PROSE: Final = 60  # characters; a shorter sentence may be a label or a caption
_FEWEST_WORDS: Final = 8
_MOST_LINKED: Final = 0.3  # of a paragraph's characters
_LINK: Final = 0.7  # of a block's characters; it leads to another page
_LONGEST_GAP: Final = 6  # blocks passed over between two paragraphs of the article
_NO_PROSE_TAGS: Final = frozenset({"figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6"})

_PARAGRAPH: Final = 80  # characters
_FEWEST_PARAGRAPHS: Final = 2  # before a block of another shape stands out
_LABEL: Final = 150  # characters of a block that is no sentence
_FEW_WORDS: Final = 3  # before a colon: "Release date:"
_MAY_LACK_ENDS: Final = frozenset(
    "blockquote caption dd dt h1 h2 h3 h4 h5 h6 li pre q table td th tr".split()
)
_QUOTED: Final = re.compile(r"[“”„«»\"「」]")
_ASIDE_NAMES: Final = re.compile(
    r"cookie|consent|gdpr|subscription-widget|ad-?block(?:er)?|popup|modal|overlay|most-pop|subscribe(?!r)|sign-?up"
    r"|newsletter|disclaim|disclosure|affiliate|link-?box|likes|\brss|shar(?:e|ing)\b|share-|sidebar|footer|caption|credit"
    r"|copyright|legend|bildunter|site-(?:description|tagline)|vc_cta|call-to-action",
    re.IGNORECASE,
)
# A caption that runs into its credit, or a credit alone.
_CREDITED: Final = re.compile(
    r"\((?:foto|photo|bild|image|imagen|immagine|crédit|symbol(?:bild|foto)|archiv(?:bild|foto))s?"
    r"(?: (?:credits?|crédits?|by|de|von))?\s*[:/©][^()]{2,80}\)\W*$"
    r"|^(?:photo|foto|image|bild|bildnachweis|titelbild|beitragsbild|symbolbild|cover)s?"
    r" ?(?:source|credits?|quelle|via|by|:|©)[^.!?]{2,80}\W*$"
    r"|^(?:abbildung|abb\.|figure|grafik|graphic|chart|gráfico|infographie) ?\d*[:.] "
    r"|[.!?…”\"] (?:(?-i:By|Photo|Foto|Credit|Image)|©):? (?-i:[A-ZÀ-Þ][A-ZÀ-Þ .,/&'’-]{5,60})$"
    r"|^(?:vergrößern|click to enlarge|enlarge|agrandir|ampliar|ingrandisci)\b",
    re.IGNORECASE,
)
_LONGEST_NOTICE: Final = 500  # characters
_LETTER: Final = re.compile(r"[^\W\d_]")
_NEAR: Final = 2  # elements around a block whose names speak of it

_POST: Final = re.compile(
    r"(?:forum-?|bbp-|chat-?)?(?:post|message|msg|reply|comment|answer)(?:-?(?:body|container|wrap))?"
)
_FEWEST_ENTRIES: Final = 2
_ENTRY: Final = 4  # blocks from an entry's time to its first paragraph
_TIME: Final = 0.8  # of a block's characters


def ends(
    flow: Sequence[FlowBlock], taken: Sequence[bool], part: Sequence[str | None]
) -> tuple[int, int]:
    """The first block of the main text, its heading if that is near, and where it ends.

    Without a heading it begins with the prose that stands bare around its first block, outside of
    any paragraph.
    """
    first = taken.index(True) if any(taken) else 0
    last = len(taken) - list(reversed(taken)).index(True) if any(taken) else 0
    characters = 0
    for at in range(first - 1, -1, -1):
        if flow[at].level == 1:
            return at, last
        characters += len(flow[at].text)
        if characters > _LEAD:
            break
    while 0 < first < len(flow):
        above, holder = flow[first - 1], flow[first].holder
        is_around = above.holder is holder or above.holder in holder.iterancestors()
        if part[first - 1] is not None or not is_around or not _is_prose(above):
            break
        first -= 1
    return first, last


def begin_posts(flow: Sequence[FlowBlock], places: Iterable[int]) -> dict[int, bool]:
    """For each block whether a post of somebody else begins with it, as in a forum."""
    found: dict[int, bool] = {}
    known: dict[HtmlElement, HtmlElement | None] = {}
    before: HtmlElement | None = None
    for at in places:
        post = _post_around(flow[at].holder, known)
        found[at] = post is not before and post is not None and before is not None
        before = post if post is not None else before
    return found


def _post_around(
    element: HtmlElement | None, known: dict[HtmlElement, HtmlElement | None]
) -> HtmlElement | None:
    path: list[HtmlElement] = []
    while element is not None and element not in known and not _is_post(element):
        path.append(element)
        element = element.getparent()
    post = None if element is None else known.get(element, element)
    known.update(dict.fromkeys(path, post))
    return post


def _is_post(element: HtmlElement) -> bool:
    kind = element.get("itemtype", "").rstrip("/")
    return kind.endswith("/Comment") or any(map(_POST.fullmatch, element.get("class", "").split()))


def quotable_blocks(
    flow: Sequence[FlowBlock], taken: Sequence[bool], part: Sequence[str | None], first: int
) -> Iterator[bool]:
    """For each block whether it is quoted: it was taken and is no label, or is plainly prose."""
    passed_over = _prose_between(flow, taken, part, first)
    paragraphs = sum(taken[at] and _is_paragraph(block) for at, block in enumerate(flow))
    below = below_article(flow, taken)
    holding = _holding_most(block for at, block in enumerate(flow) if taken[at])
    loose, captions = Within(_MAY_LACK_ENDS), Within({"figcaption"})
    for at, block in enumerate(flow):
        if at in below or _is_wrapped_notice(block.text):
            yield False
        elif not taken[at]:
            yield passed_over[at]
        elif block.level:
            yield True
        else:
            stands_out = paragraphs >= _FEWEST_PARAGRAPHS and _is_label(block, loose)
            beside = paragraphs and _stands_beside(block, part[at], holding, captions)
            yield not stands_out and not beside


def entry_times(flow: Sequence[FlowBlock], first: int, last: int) -> frozenset[int]:
    """The places of times that stand right above what was written at them, as in a live blog."""
    times = [
        at
        for at in range(first, last)
        if flow[at].timed > _TIME * len(flow[at].text)
        and any(_is_paragraph(block) for block in flow[at + 1 : min(last, at + _ENTRY)])
        and not (at + 1 < last and flow[at + 1].level)
    ]
    apart = [at for at, following in pairwise(times) if following - at > 1]
    return frozenset(times) if len(apart) + 1 >= _FEWEST_ENTRIES else frozenset()


def _is_wrapped_notice(text: str) -> bool:
    """True for a notice whose words go over several lines."""
    return "\n" in text and len(text) <= _LONGEST_NOTICE and is_furniture(one_line(text))


def _prose_between(
    flow: Sequence[FlowBlock], taken: Sequence[bool], part: Sequence[str | None], first: int
) -> list[bool]:
    """Which blocks that trafilatura passes over are plainly prose of the article.

    They stand between two paragraphs of it, or between its heading and the first, with little
    else beside them.
    """
    found = [False] * len(flow)
    for is_taken, run in groupby(range(first, len(flow)), lambda at: taken[at]):
        gap = tuple(run)
        if is_taken or gap[-1] + 1 == len(flow) or len(gap) > _LONGEST_GAP:
            continue
        for at in gap:
            leads_on = at + 1 < len(flow) and reads_on(flow[at + 1].text)
            found[at] = part[at] not in NO_PROSE and not leads_on and _is_prose(flow[at])
    return found


def _is_prose(block: FlowBlock) -> bool:
    text = block.text
    return (
        not block.level
        and len(text) >= _PROSE
        and len(text.split()) >= _FEWEST_WORDS
        and ends_sentence(text)
        and block.linked <= _MOST_LINKED * len(text)
        and block.holder.tag not in _NO_PROSE_TAGS
        and not _CREDITED.search(text)
        and not is_furniture(text)
    )


def _is_paragraph(block: FlowBlock) -> bool:
    return not block.level and len(block.text) >= _PARAGRAPH and ends_sentence(block.text)


def _holding_most(blocks: Iterable[FlowBlock]) -> frozenset[HtmlElement]:
    """The elements that hold most of the article, whatever they are called."""
    lengths: Counter[HtmlElement] = Counter()
    total = 0
    for block in filter(_is_paragraph, blocks):
        total += len(block.text)
        for element in _around(block.holder):
            lengths[element] += len(block.text)
    return frozenset(element for element, length in lengths.items() if 2 * length > total)


def _stands_beside(
    block: FlowBlock, part: str | None, holding: Collection[HtmlElement], captions: Within
) -> bool:
    """A link to another page, a caption, or what the page keeps in a part of its own."""
    if part is not None or block.linked > _LINK * len(block.text):
        return True
    if reads_on(block.text):
        return True
    if not _LETTER.search(block.text) and block.holder.tag not in _MAY_LACK_ENDS - {"li", "q"}:
        return True
    if (block.linked and is_call(block.text)) or _CREDITED.search(block.text):
        return True
    return captions.holds(block.holder) or any(
        _ASIDE_NAMES.search(f"{element.get('class', '')} {element.get('id', '')}")
        for element in _around(block.holder)
        if element not in holding
    )


def _is_label(block: FlowBlock, loose: Within) -> bool:
    """A short line that is no sentence, in an article whose paragraphs are sentences."""
    text = block.text
    if text.endswith(":") and len(text.split()) <= _FEW_WORDS:
        return True
    if len(text) >= _LABEL or ends_sentence(text) or breaks_off(text) or holds_sentences(text):
        return False
    if _QUOTED.search(text):
        return False
    return not loose.holds(block.holder)


def _around(holder: HtmlElement) -> Iterator[HtmlElement]:
    element: HtmlElement | None = holder
    for _ in range(_NEAR):
        if element is None or element.tag == "body":
            return
        yield element
        element = element.getparent()
