"""The lines that mark a press database's export, each written once with all that it tells.

As LexisNexis, Nexis Uni, Factiva, ProQuest, Europresse, Genios, NewsBank, Gale, EBSCO write them.
Nothing but patterns, compiled when they are first used: the table of formats needs one of them
for every plain text.
"""

import re
from typing import Final

from corpus.lazy_patterns import lazily

_COUNT: Final = (
    r"\d[\d.,]* ?(?:words|mots|palabras|Wörter|parole|palavras|woorden|ord|słów|слов|слова|слів)"
)
_LENGTH: Final = r"LENGTH|Length|LÄNGE|Länge|LONGUEUR|Longueur|LONGITUD|Longitud|LUNGHEZZA"
# The line, what it tells, and in round brackets what the database calls the article for good.
# certain: no other text has it. telling: hardly any other text has it. opens, ends: the first and
# the last line of an article, whatever stands around. closes: the last one behind a body.
# rule: it parts articles, or says what no article does.
_MARKS: Final = (
    (rf"(?:{_LENGTH}): *{_COUNT}", "certain telling"),
    (r"(?:LOAD-DATE|Load-Date):.*", "certain telling"),
    (
        (
            r"\d+ (?:of|von|de|sur|di|van) \d+ DO[CK]UMENT[A-Z]{0,3}|Document \d+ of \d+"
            r"|Dokument \d+ von \d+"
            r"|Documents? \d+ (?:de|sur) \d+|Documento \d+ de \d+|Documento \d+ di \d+"
        ),
        "certain telling opens rule",
    ),
    (r"(?:AN\s+)?(?:Document|Dokument|Documento) ([A-Z]{2,}\d{10,}\w*)", "certain ends rule key"),
    (r"ProQuest document ID: *(\d+)", "certain telling closes key"),
    (r"ProQuest document ID:.*", "certain telling closes"),
    (r"Gale Document Number: *(\S+)", "certain closes key"),
    (r"Gale Document Number:.*", "certain closes"),
    (r"Accession Number: *(\S+)", "certain telling key"),
    (r"Accession Number:.*", "certain telling"),
    (r"Dokumentnummer: *([A-Z]+_\S*)", "certain telling key"),
    (r"Dokumentnummer: *(\S+)", "telling key"),
    (r"OpenURL Link", "certain telling rule"),
    (r"news·(\d{8}·.*)", "certain sure ends rule key"),
    (r"(?:https?://)?(?:www\.)?pressreader\.com/\S+", "certain sure telling rule"),
    (r"©?.{0,40}\bPressReader(?:\.com)?\b.{0,80}|Newspapers (?:in|from) [A-Z].*", "telling rule"),
    (r"Article Name:.*|(?:Start|End) Page:.*", "telling"),
    (r"Readability: .*Lexile.*", "certain telling"),
    (r"©.{0,80}Tous droits réservés\. Le présent document.*", "telling rule"),
    (
        r"Certificat émis le .* visualisation personnelle et temporaire\.",
        "certain telling rule",
    ),
    (r"Record: *([0-9A-F]{6,})", "telling key"),
    (
        (
            r"End of Document|Ende des Dokuments?|Fin du document|Fin del documento"
            r"|Fine del documento|Fim do documento|Einde van document"
        ),
        "telling ends rule",
    ),
    (_COUNT, "telling rule"),
    (r"Classification|DETAILS", "telling rule"),
    (r"Le présent document est protégé .*|Certificat émis .*", "telling rule"),
    (r"Alle Rechte vorbehalten: *\(c\).*", "telling closes rule"),
    (r"Copyright of .* is the property of .*|Copyright: Copyright.*", "closes rule"),
    (
        (
            r"(?:BYLINE|Byline|PUBLICATION-TYPE|Publication-Type|JOURNAL-CODE|Journal Code|DATELINE"
            r"|Dateline|SECTION|Section|ProQuest document ID|Publication info|Publication title"
            r"|GRAPHIC|HIGHLIGHT|Highlight|PUB-TYPE|CORRECTION-DATE|RUBRIK|SPRACHE|UPDATE|Ressort"
            r"|LOAD-DATE|Load-Date|Dokumentnummer|ISSN|RUBRIQUE|LANGUE|Document Type"
            r"|Accession Number|Database|Source Citation|Record|OpenURL Link|Word Count|Full Text"
            r"|Author|Page):?.*"
            r"|BODY:?|Body|Le présent document .*"
        ),
        "telling",
    ),
    (
        (
            r"[-_=]{10,}|(?:Copyright|©|\(c\)).{0,160}|All Rights Reserved\.?"
            r"|Alle Rechte vorbehalten.*|Tous droits réservés\.?"
            r"|.{0,60}(?:Late|Final|Early|City|National|First|Main) Edition.*"
            r"|.{0,60} (?:Ausgabe|Édition|Edición)"
            r"|(?:Print|Online|Web) (?:edition|version)|English|Deutsch|Français|Español|Italiano"
            r"|Link to (?:Image|PDF)|ProQuest document link|Contact ProQuest|https?://\S+"
        ),
        "rule",
    ),
)


def _all(role: str) -> str:
    return "|".join(form for form, roles in _MARKS if role in roles.split())


def _first_bytes(form: str) -> bytes:
    """The form for the bytes of any encoding that writes English letters as ASCII does."""
    return re.sub(rb"[^\x00-\x7f]+", rb"[\\x80-\\xff]+", form.encode())


CERTAIN: Final = lazily(_all("certain"))
"""One of these tells an export, together with three that are telling or a number of words."""
TELLING: Final = lazily(_all("telling"))
SURE: Final = lazily(_all("sure"))
"""One of these alone tells an export."""
OPENS: Final = lazily(_all("opens"))
ENDS: Final = lazily(_all("ends"))
CLOSES: Final = lazily(_all("closes"))
RULE: Final = lazily(_all("rule"), re.IGNORECASE)
KEY: Final = lazily(_all("key"))
COUNT: Final = lazily(_COUNT)
DIVIDER: Final = lazily("[-_=]{10,}")
MAY_BE_EXPORT: Final = lazily(
    rb"\A(?:\xff\xfe|\xfe\xff)|(?:^|[\r\f])[^\w\n]{0,20}"
    rb"(?:" + _first_bytes(_all("certain")) + rb")",
    re.MULTILINE,
)
"""Bytes of a text that may be an export, before they are decoded; UTF-16 may hide the marks."""
