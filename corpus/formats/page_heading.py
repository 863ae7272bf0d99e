"""The heading of a page's own story, told from the names of its site and its sections."""

import html
import re
from collections.abc import Sequence
from typing import Final

from lxml.html import HtmlElement

from corpus.formats.elements import is_within
from corpus.formats.json_ld import path_of
from corpus.formats.page_outline import IS_HERE, shown_words
from corpus.metadata import one_line

_WORDS: Final = re.compile(r"\w+")
_SEPARATOR: Final = re.compile(r"\s+[|–—·•»:/\\-]+\s+|\s*[|»]\s*")
_SECTIONS: Final = [
    name.split()
    for name in (
        "news,newsroom,latest news,press,press releases,press release,media,media releases,blog,"
        "articles,statements,speeches,home,aktuelles,nachrichten,neuigkeiten,presse,"
        "pressemitteilungen,pressemitteilung,medienmitteilungen,medienmitteilung,startseite,"
        "actualités,actualité,communiqués,communiqués de presse,accueil,noticias,prensa,"
        "comunicados,notas de prensa,notizie,comunicati stampa,notícias,imprensa,nieuws,"
        "persberichten,aktualności,wiadomości,aktuality,новости,новини,haberler,nyheter,"
        "pressmeddelanden,pressemeddelelser,uutiset,νέα,أخبار,חדשות,"
        "press room,press corner,press centre,press center,media centre,media center,"
        "media room,speech,statement,news item,news items,news article,news and events,"
        "news events,insights,magazine,archive,archives,article,story,stories,updates,"
        "latest updates,announcements,announcement,opinion,reports,publications,detail,details,"
        "presseportal,presseinformation,presseinformationen,pressebereich,presse und medien,"
        "meldungen,meldung,aktuelle meldungen,magazin,themen,archiv,artikel,beitrag,beiträge,"
        "rede,reden,mitteilungen,veröffentlichungen,termine,news detail,newsdetail,"
        "actualités et presse,salle de presse,espace presse,discours,déclarations,"
        "articles de presse,"
        "à la une,sala de prensa,actualidad,discursos,declaraciones,comunicados de prensa,"
        "comunicado de prensa,comunicado,nota de prensa,novedades,artículos,comunicati,comunicato "
        "stampa,attualità,discorsi,rassegna stampa,sala stampa,articoli,notizia,sala de imprensa,"
        "comunicados de imprensa,comunicado de imprensa,atualidade,artigos,nieuwsberichten,"
        "nieuwsbericht,persbericht,actueel,toespraken,komunikaty,komunikat,aktualności prasowe,"
        "przemówienia,informacje prasowe,tiskové zprávy,tisková zpráva,zprávy,projevy,tlačové "
        "správy,tlačová správa,správy,priopćenja,priopćenje,vijesti,novosti,vesti,saopštenja,"
        "novice,sporočila za javnost,sporočila za medije,hírek,sajtóközlemények,sajtóközlemény,"
        "știri,comunicate de presă,comunicat de presă,noutăți,δελτία τύπου,δελτίο τύπου,ειδήσεις,"
        "ανακοινώσεις,съобщения,прессъобщения,пресрелізи,пресреліз,прес релізи,заяви,заява,"
        "події,оголошення,виступи,пресс релизы,пресс релиз,пресс служба,заявления,заявление,"
        "события,выступления,статьи,статті,basın açıklamaları,basın açıklaması,duyurular,"
        "basın odası,pressrum,pressmeddelande,nyhet,nyheder,nyhed,pressemelding,"
        "pressemeldinger,tiedotteet,tiedote,ajankohtaista,uudised,pressiteated,ziņas,naujienos,"
        "新闻,新闻中心,新聞,新聞稿,新闻稿,新闻发布,公告,ニュース,プレスリリース,お知らせ,"
        "新着情報,報道発表,보도자료,뉴스,공지사항,보도,الأخبار,بيانات صحفية,بيان صحفي,"
        "الصحافة,اخبار,הודעות לעיתונות,tin tức,thông cáo báo chí,berita,siaran pers,"
        "ข่าว,ข่าวประชาสัมพันธ์,समाचार,प्रेस विज्ञप्ति"
    ).split(",")
]
_MOST_HEADINGS: Final = 60  # more are a list


def page_title(page: HtmlElement) -> str | None:
    """The words of ``title``."""
    titles = (one_line(title.text_content()) for title in page.xpath("//head/title"))
    return next(filter(None, titles), None)


def title(
    *, declared: Sequence[str], heading: str | None, name: str | None, site: str | None
) -> str | None:
    """What is declared as the title, unless it is the site's name, or the name and the heading
    of the page agree on something else: then the heading. Without either, the page's name.
    """
    if heading and name and site and _plain(heading) == _plain(site) != _plain(name):
        heading = None
    for said in (one_line(html.unescape(each)) for each in declared):
        if not said or (site and _plain(said) == _plain(site)):
            continue
        if heading and _plain(said) in _SECTIONS and _plain(heading) not in _SECTIONS:
            continue
        if name and (_names_a_section(said, name) or _is_later_part(said, name, heading)):
            continue
        if heading and name and names_alike(heading, name) and not _shares_words(said, name):
            return heading
        return said
    if heading and name and _names_a_section(heading, name):
        return name
    return heading or name


def _names_a_section(heading: str, name: str) -> bool:
    """True for the name of a list that the story stands in, when the page's name is another.

    Only known ones: of four other headings on 990 pages whose name says something else, all four
    were the title.
    """
    return _plain(heading) in _SECTIONS and not names_alike(heading, name)


def _is_later_part(said: str, name: str, heading: str | None) -> bool:
    """True for the site's name or the section's, behind what the heading says, in a page's name."""
    first, *later = map(_plain, _SEPARATOR.split(name))
    return bool(heading) and first == _plain(heading or "") and _plain(said) in later


def _shares_words(said: str, name: str) -> bool:
    words = set(_plain(said))
    return len(words & set(_plain(name))) * 3 >= len(words)


def main_heading(
    page: HtmlElement, *, named: Sequence[str], site: str | None = None
) -> HtmlElement | None:
    """The first heading that says what the page is ``named`` by its title or its metadata, and
    not what the ``site`` is called.

    Failing that its only ``h1`` that is no link to the front page.
    """
    found = [*page.iter("h1"), *page.iter("h2"), *page.iter("h3")][:_MOST_HEADINGS]
    headings = [head for head in found if not is_within(head, "aside", "nav")]
    headings = [head for head in headings if not _is_logo(head)]
    alike = [head for head in headings if _is_named(shown_words(head), named)]
    alike = [head for head in alike if not _names_site(shown_words(head), named)] or alike
    alike = [head for head in alike if _plain(shown_words(head)) != _plain(site or "")] or alike
    if alike:
        return next((head for head in alike if head.xpath(IS_HERE)), alike[0])
    firsts = [head for head in headings if head.tag == "h1" and head.xpath(IS_HERE)]
    return firsts[0] if len(firsts) == 1 else None


def _is_named(heading: str, named: Sequence[str]) -> bool:
    return any(names_alike(heading, name) for name in named)


def _names_site(heading: str, named: Sequence[str]) -> bool:
    """True for the last part of a name, where sites put what they are called."""
    said = _plain(heading)
    parts = [list(map(_plain, _SEPARATOR.split(name))) for name in named]
    return all(said != of_one[0] for of_one in parts) and any(
        said == of_one[-1] for of_one in parts
    )


def names_alike(heading: str, name: str) -> bool:
    """True when a heading is what a page's name says before or after the name of its site."""
    said = _plain(heading)
    parts = [_plain(part) for part in _SEPARATOR.split(name)]
    whole = _plain(name)
    if not said or said == whole:
        return said == whole and bool(said)
    # "Talks to resume | The Gazette", and a name that is cut short: "Talks to re..."
    longest = max(parts, key=len, default=[])
    if said == longest or (len(longest) > 2 and " ".join(said).startswith(" ".join(longest))):
        return True
    return len(said) > 2 and f" {' '.join(said)} " in f" {' '.join(whole)} "


def _plain(text: str) -> list[str]:
    return _WORDS.findall(text.casefold())


def _is_logo(heading: HtmlElement) -> bool:
    """True for the name of the site, a link to its front page."""
    links = map(one_line, heading.xpath(".//a/@href | ancestor::a/@href"))
    return any(link and link[0] not in "#?" and path_of(link) == "" for link in links)
