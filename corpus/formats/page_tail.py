"""What stands below an article on its page: readers' comments, who wrote it, other stories.

A box in the midst of an article may hold the only place of a statement, whatever it is called.
Below the last paragraph of the article such a box is none of it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Final

from lxml.html import HtmlElement

from corpus.formats.page_flow import FlowBlock
from corpus.layout import ends_sentence, trails_off

_PARAGRAPH: Final = 80  # characters
_FEWEST: Final = 200  # characters of the article's paragraphs above what is below them
_LINK: Final = 0.7  # of a block's characters; it leads to another page
_FEWEST_CARDS: Final = 2
_NEAR: Final = 3  # blocks from a card's link to its paragraph
_LAST: Final = 5  # texts of an article, among which it may tell of its author
_AND: Final = re.compile(r",\s*|;\s*|\s+(?:and|und|et|y|e|и|&)\s+")
_GOES_ON: Final = re.compile(r"[,:(–—-]|\s+[(–—-]|\s+(?!said|says|told)[^\W\d_A-ZÀ-Þ]")
_PAGE: Final = frozenset({"html", "body", "main"})
_WORD: Final = r"(?:^|(?<=[\s_-]))"
_END: Final = r"(?=$|[\s_-])"
# By class and id: the usual names of content systems and their plugins.
_BOX: Final = re.compile(
    r"(?:^|(?<=[\s-]))comments?(?=$|[\s-])(?!-(?:open|closed|allowed))"
    r"|comment[-_]?(?:list|body|author|item|text|content)"
    r"|kommentar|commentaire|comentario|disqus"
    r"|author[-_]*(?:box|bio|card|info|desc|about|profile|details|block)"
    rf"|about[-_]*(?:the[-_]*)?author|{_WORD}bio(?:graphy)?{_END}|saboxplugin|abh_(?:box|tab)"
    rf"|{_WORD}related|recommended|{_WORD}teaser|{_WORD}more-(?:posts|stories|news|articles)"
    r"|similar-|link-?box|advert|affiliate|disclosure",
    re.IGNORECASE,
)
_COMMENTS: Final = re.compile(
    r"\(?\d+\)?\s+(?:comments?|kommentare?|commentaires?|comentarios?|comentários?|commenti"
    r"|reacties?|komentarz\w*|kommentarer?|комментари\w*|responses? to .*|thoughts? on .*"
    r"|replies|gedanken zu .*|réponses? à .*|respuestas? a .*|réflexions? sur .*|yorum\w*)"
    r"|(?:comments?|kommentare?|commentaires?|comentarios?|reacties|комментарии) ?[:(]? ?\d+\)?"
    r"|(?:leave|post|write|add) (?:a|your) (?:comment|reply|response)"
    r"|(?:kommentar|schreib\w*) (?:verfassen|schreiben|hinterlassen|einen kommentar)"
    r"|(?:laisser|poster|ajouter) un commentaire|deja (?:un comentario|una respuesta)"
    r"|deixe (?:um comentário|uma resposta)|lascia un commento",
    re.IGNORECASE,
)
_MORE: Final = re.compile(
    r"[\W_]*(?:(?:read|learn|find out|view|see) more|continue reading|more|full story"
    r"|weiter ?lesen|mehr (?:erfahren|lesen|dazu)|mehr|zum (?:artikel|beitrag)"
    r"|(?:lire|en savoir) (?:la suite|plus)|leer más|seguir leyendo|ver más|saiba mais|leia mais"
    r"|leggi (?:tutto|di più)|continua a leggere|lees (?:meer|verder)|czytaj (?:dalej|więcej)"
    r"|(?:подробнее|читать (?:далее|полностью))|devamı\w*|läs mer|les mer|læs mere)[\W_]*",
    re.IGNORECASE,
)


def below_article(flow: Sequence[FlowBlock], taken: Sequence[bool]) -> frozenset[int]:
    """The places of blocks that are none of the article: teasers, and boxes below its end."""
    plain = [at for at, block in enumerate(flow) if taken[at] and _is_paragraph(block)]
    comments = _comments(flow, plain)
    teasers = {at for at in range(len(flow)) if taken[at] and _is_teaser(flow, at)}
    own = [at for at in plain if at < comments and at not in teasers]
    by_shape = [*_cards(flow), *_other_stories([flow[at] for at in plain])]
    for boxes in (_Boxes(by_shape), _Boxes(())):
        rest = [at for at in own if not boxes.hold(flow[at].holder)]
        written = sum(len(flow[at].text) for at in rest)
        if written < _FEWEST:
            continue
        boxed = [at for at in range(rest[-1] + 1, comments) if boxes.hold(flow[at].holder)]
        # What holds more than the article is no box, whatever it is called.
        if sum(len(flow[at].text) for at in boxed if at in plain) <= written:
            return frozenset([*teasers, *boxed, *range(comments, len(flow))])
    is_article = sum(len(flow[at].text) for at in own) >= _FEWEST
    return frozenset([*teasers, *range(comments, len(flow))] if is_article else ())


def _cards(flow: Sequence[FlowBlock]) -> list[HtmlElement]:
    """What shows other stories, several of them: boxes of one paragraph under a link."""
    plain = [at for at, block in enumerate(flow) if _is_paragraph(block)]
    counts = Counter(each for at in plain for each in _around(flow[at].holder))
    found: list[HtmlElement] = []
    for at in plain:
        alone = [each for each in _around(flow[at].holder) if counts[each] == 1]
        above = flow[max(0, at - _NEAR) : at]
        if alone and any(_is_link(block) and alone[-1] in _around(block.holder) for block in above):
            found.append(alone[-1])
    return found if len(found) >= _FEWEST_CARDS else []


def _other_stories(plain: Sequence[FlowBlock]) -> list[HtmlElement]:
    """The ``article`` elements beside the one that holds most of the text."""
    lengths: Counter[HtmlElement] = Counter()
    for block in plain:
        for story in block.holder.iterancestors("article"):
            lengths[story] += len(block.text)
    total = sum(len(block.text) for block in plain)
    holding = {story for story, length in lengths.items() if 2 * length > total}
    return [story for story in lengths if story not in holding] if holding else []


def _around(holder: HtmlElement) -> list[HtmlElement]:
    """The element and those around it, inside out, below the page's own."""
    around = takewhile(lambda each: each.tag not in _PAGE, holder.iterancestors())
    return [holder, *around]


def _comments(flow: Sequence[FlowBlock], plain: Sequence[int]) -> int:
    """Where the readers' comments begin, below the article; the end of the page if nowhere."""
    first = plain[0] if plain else len(flow)
    for at in range(first, len(flow)):
        if flow[at].level and _COMMENTS.fullmatch(flow[at].text.strip(" :.…»")):
            return at
    return len(flow)


def _is_teaser(flow: Sequence[FlowBlock], at: int) -> bool:
    """The beginning of another story: between its heading, a link, and a link to read on."""
    block = flow[at]
    if block.level or block.linked > _LINK * len(block.text):
        return False
    before, after = flow[at - 1] if at else None, flow[at + 1] if at + 1 < len(flow) else None
    below_link = before is not None and _is_link(before)
    above_more = after is not None and reads_on(after.text)
    if trails_off(block.text) or block.text.endswith(("[…]", "[...]")):
        return below_link or above_more
    return above_more and (below_link or (before is not None and before.level > 0))


def who_wrote(texts: Sequence[str], author: str | None) -> frozenset[int]:
    """The places, among the last few of an article's texts, of those that tell who its author is.

    They begin with the author's name; nobody writes about themselves in that way.
    """
    names = [name for name in _AND.split(author or "") if " " in name]
    return frozenset(
        at
        for at in range(max(1, len(texts) - _LAST), len(texts))
        if any(
            texts[at].startswith(name) and _GOES_ON.match(texts[at], len(name)) for name in names
        )
    )


def reads_on(text: str) -> bool:
    """True for the words of a link to the rest of a story, such as "Read more"."""
    return _MORE.fullmatch(text) is not None


def _is_link(block: FlowBlock) -> bool:
    return block.linked > _LINK * len(block.text)


def _is_paragraph(block: FlowBlock) -> bool:
    return not block.level and len(block.text) >= _PARAGRAPH and ends_sentence(block.text)


class _Boxes:
    """Which elements stand in a box that is called after what it holds beside an article."""

    def __init__(self, boxes: Iterable[HtmlElement]) -> None:
        self._known = dict.fromkeys(boxes, True)

    def hold(self, holder: HtmlElement) -> bool:
        path: list[HtmlElement] = []
        element: HtmlElement | None = holder
        while element is not None and element.tag not in _PAGE and element not in self._known:
            path.append(element)
            element = element.getparent()
        within = element is not None and self._known.get(element, False)
        for inner in reversed(path):
            within = within or _is_box(inner)
            self._known[inner] = within
        return within


def _is_box(element: HtmlElement) -> bool:
    names = f"{element.get('class', '')} {element.get('id', '')}"
    kind = element.get("itemtype", "").rstrip("/")
    return _BOX.search(names) is not None or kind.endswith(("/Comment", "/UserComments"))
