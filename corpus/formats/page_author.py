"""Who wrote a page: the people that it names as its authors, never its site or a placeholder."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from corpus.formats.elements import having, listing
from corpus.formats.json_ld import texts
from corpus.formats.page_outline import Metas, Outline
from corpus.metadata import joined, one_line
from corpus.model import Source

_MOST_AUTHORS: Final = 5  # more marked names are a list of the site's writers
_LONGEST_NAME: Final = 80
_BY: Final = re.compile(
    r"^(?:(?:written|posted|veröffentlicht|geschrieben|erstellt|publié|escrito|ein\s+\w+)\s+)?"
    r"(?:by|von|par|por|di|af|av|door|autor|autor(?:in|a)?|author|автор)\b:?\s+",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(r"@|://|\bwww\.|\w\.[a-z]{2,4}(?![\w.])|\\", re.IGNORECASE)
_NO_PERSON: Final = re.compile(
    r"""\b(?:
        gmbh | ag | inc | llc | ltd | plc | corp | e\.\s?v | s\.\s?a | s\.\s?l | kg | co
      | company | verlag | media | medien | publishing | press | presse | news | noticias
      | notícias | newspaper | newsroom | magazin\w* | zeitung | journal | gazette | online
      | radio | tv | team | staff | desk | editorial | editors? | redaktion\w* | redakcja
      | redacción | redaction | rédaction | redazione | redação | redactie | redaktsiya
      | редакция | contributors | correspondents? | reporters? | agenc\w+ | agentur\w*
      | admin\w* | webmaster | super\ user | guest | gast | user | unknown | anonymous
      | author | no\ author | default | test | null | none | undefined | n/a | bundes\w+
      | ministeri\w+ | department | university | universität | institut\w* | verein
      | verband | stiftung | foundation | association | redakcj\w+ | landesanstalt | amt
      | efc | fc | club | klub | departement | letters | partei | party | center | centre
      | germany | wikipedia | wikimedia | blog | website | web | internet | services?
      | gruppe | group | edited | edition | design\w* | copyright | sekretariat | abteilung
      | feuerwehr | casa | (?:press|communications?|media)\ office | merkezi
      | newswire | business\ wire | images | shutterstock | sponsored | partner\ content
      | brand\ studio | rights\ reserved | новости | новини | агентств\w+ | ban\ biên\ tập
      | tim\ redaksi | вікімедіа | викимедиа | هيئة\ التحرير | מערכת
      | your\ name | communications? | kommunikation | comunicación | comunicazione | prensa
      | stampa | afp | dpa | ansa | tass | upi | pti | ians | xinhua | kyodo | yonhap
      | bbc | cnn | monitoring | wires? | wire\ (?:reports?|services?) | correspondencia | ajans\w*
      | first\ last | firstname | lastname | وكالات | متابعات | خاص | خبرگزاری | סוכנויות
    )\b | ^(?:the(?!.*\ authors$)|our|your|this|read|view|photo|image|more|all|by|from)\b
    | [\[\]{}<>%$\#=_]
    | (?:社|部|网|報|报|台|委員会|委员会|記者|记者|通讯|通信|ニュース|新聞)$
    | (?:編集|编辑|小编|뉴스|편집부|기자단|통신)$ | ^기자$""",
    re.IGNORECASE | re.VERBOSE,
)
_CLASS: Final = re.compile(
    r"(?:(?:entry|post|article|story|node|meta|by|news|td-post|td)[-_]+){0,2}(?:author|byline|autor)s?"
    r"(?:[-_]+(?:name|link|header|line))?",
    re.IGNORECASE,
)
_CAPITAL: Final = r"[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]*(?:[.'’-]+[^\W\d_]+)*\.?"
_NAME_ALONE: Final = re.compile(
    rf"{_CAPITAL}(?:\s+(?:(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn)\s+){{0,2}}"
    rf"{_CAPITAL}){{1,3}}"
)
_INITIALED: Final = re.compile(r"\b[^\W\d_]{1,2}\.$|\b(?:[JS]r|Esq)\.$")
_SPACED: Final = re.compile(r"[A-Za-zÀ-ɏͰ-ӿ]")  # scripts that part a name from its forename
_META_NAMES: Final = (
    "author article:author dc.creator dcterms.creator parsely-author sailthru.author "
    "citation_author byl"
).split()


def page_author(
    page: HtmlElement,
    metas: Metas,
    article: Mapping[str, object],
    bylines: Sequence[Source],
    outline: Outline,
    *,
    sites: Iterable[str],
) -> str | None:
    """The names that the first kind of declaration gives which names people.

    ``None`` where another kind names wholly other people: nobody can tell who wrote it.
    """
    marked = listing(page.iter(), "itemprop", {"author"})
    marked += (each for each in listing(page.iter(), "rel", {"author"}) if each.tag != "link")
    ranks: tuple[Iterable[str], ...] = (
        metas.named(*_META_NAMES),
        texts(_people_only(article.get("author"))),
        map(_name, filter(outline.is_own, outline.in_order(marked))),
        (byline.author or "" for byline in bylines),
    )
    known = frozenset(map(_squeezed, sites)) - {""}
    called = _called_so(page, outline)
    named = [names for rank in ranks if (names := _people(rank, known))]
    named = [names for names in named if len(names) <= _MOST_AUTHORS]
    if not named and len(names := _people(called, known)) == 1:
        named = [names]  # one of them alone, for a list of stories names many
    if not named or not all(_share_one(named[0], names) for names in named[1:]):
        return None
    return joined(named[0])


def _called_so(page: HtmlElement, outline: Outline) -> list[str]:
    """The lines that the page calls its author's by their class, as far as they are names alone."""
    lines = (
        parted(element)
        for element, names in having(page.iter(), "class")
        if any(map(_CLASS.fullmatch, names.split())) and outline.is_own(element)
    )
    short = (line for line in lines if len(line) <= _LONGEST_NAME)
    found = (_NAME_ALONE.fullmatch(_BY.sub("", line).strip(" |·•,-–")) for line in short)
    return [match[0] for match in found if match]


def site_names(address: str | None, *names: str | None) -> list[str]:
    """What a site is called: by its own names, and the name in its address without its ends."""
    host = urlsplit(address or "").hostname or ""
    parts = [part for part in host.split(".") if part != "www"]
    return [*filter(None, names), *parts[:-1], ".".join(parts)]


def _people(rank: Iterable[str], sites: frozenset[str]) -> list[str]:
    found = dict.fromkeys(_BY.sub("", one_line(name)).strip(" ,;|") for name in rank)
    bare = (name if _INITIALED.search(name) else name.rstrip(".") for name in found)
    return [name for name in bare if _is_person(name, sites)]


def _people_only(author: object) -> object:
    """The value less the nodes that say they are organisations."""
    if isinstance(author, list):
        return [each for each in author if _people_only(each) is not None]
    kind = author.get("@type") if isinstance(author, dict) else None
    kinds = kind if isinstance(kind, list) else [kind]
    is_person = any(str(each).endswith("Person") for each in kinds)
    is_firm = any(str(each).endswith(("Organization", "Business")) for each in kinds)
    return None if is_firm and not is_person else author


def _is_person(name: str, sites: frozenset[str]) -> bool:
    """False for the site, a firm, an account, an address, and a name that fills a field."""
    if not name or len(name) > 200 or _ADDRESS.search(name) or _NO_PERSON.search(name):
        return False
    if any(map(str.isdigit, name)):
        return False
    if len(name.split()) < 2 and (_SPACED.search(name) or len(name) < 2):
        return False
    said = _squeezed(name)
    return said not in sites and not any(len(site) > 4 and site in said for site in sites)


def _squeezed(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))


def _share_one(names: Sequence[str], others: Sequence[str]) -> bool:
    """True when a part of some name, such as the surname, stands in both."""
    words = {word.casefold() for name in names for word in re.findall(r"\w{3,}", name)}
    return any(word.casefold() in words for name in others for word in re.findall(r"\w{3,}", name))


def _name(element: HtmlElement) -> str:
    inner = element.xpath(".//*[contains(concat(' ', @itemprop, ' '), ' name ')]")
    shown = inner[0] if inner else element
    text = one_line(shown.get("content") or parted(shown))
    return text if len(text) <= _LONGEST_NAME else ""


def parted(element: HtmlElement) -> str:
    """Its words, apart where one inner element meets the next, as bylines are laid out."""
    return re.sub(r"\s+(?=[,.;])", "", one_line(" ".join(element.xpath(".//text()"))))
