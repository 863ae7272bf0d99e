"""Names that hold a day or a number before a month: streets, groups, products, no dates."""

import re
from typing import Final

from corpus.lazy_patterns import lazily

NAMES_A_GROUP: Final = (
    r"[^\S\n](?i:group|movement|brigades?|organi[sz]ation|party|street|square|bridge|stadium|"
    r"regiment|battalion|company|club|prize|university|airport|revolutionary\s\w+|alliance|"
    r"coalition|regime|generation|constitution|memorial|museum|committee|forces|front|avenue|"
    r"road|mosque|district|meydanı|caddesi|mahallesi|köprüsü|parkı|stadyumu|üniversitesi)\b"
)
"""Behind a day without a year that names something: "the 17 November group"."""

_NAMED_AFTER: Final = lazily(
    r"""(?<![^\W_])(?:
        (?:rue|place|avenue|boulevard|quai|pont|square|stade|gare|station|lycée|hôpital|université
          |mouvement|alliance|coalition|groupe|brigades?)\ (?:du|de\ la|des)
      | (?:straße|strasse|platz|allee|brücke|ufer|bewegung|gruppe)\ (?:des|vom|am)
      | (?:calle|plaza|avenida|av\.|barrio|paseo|estadio|hospital|movimiento|alianza|frente|brigada
          |cooperativa|comuna|rua|praça|bairro|movimento|ponte|via|piazza|viale|corso)
        (?:\ (?:del?|da|do))?
      | (?:ulic\w+|ul\.|plac\w*|alej\w+|most\w*|náměstí|nám\.|třída|osiedl\w+)
      | (?:улиц\w+|ул\.|площад\w+|проспект\w*|переул\w+|парк\w*|завод\w*|вулиц\w+|вул\.|площ\w+
          |бульвар\w*)(?:\ имени|\ ім\w+)?
      | شارع | ميدان | ساحة | جسر | حركة | جماعة | تنظيم | רחוב | שדרות
    )\s$""",
    re.IGNORECASE | re.VERBOSE,
)
_NUMBERED: Final = lazily(
    r"""(?<![^\W_])(?:
        (?:pages?|room|apartment|flat|chapter|articles?|section|psalm|verse|number|line|seite
          |kapitel|artikel|zimmer|absatz|chapitre|página|capítulo|artículo|articolo|capitolo
          |windows|apollo|soyuz|iphone|ipad|ios|android|galaxy|pixel|playstation|formula|channel
          |flight|route|highway|grade|level|phase|stage|round|season|episode|act|scene|episodio
          |temporada|saison|staffel|folge|runde|etappe|этап|сезон|серия)
      | (?:§|(?:p|pp|no|nr|art|abs|sec|ch|vol)\.)
    )\s?$ | §\s?$""",
    re.IGNORECASE | re.VERBOSE,
)
_REACH: Final = 30  # characters before a day in which such a word ends
_VERBS: Final = lazily(
    r"\s(?:be|have|not|never|still|also|well|said|says|told|added|wrote|replied|argued|sagte|dit)\b"
)


def stands_in_a_name(text: str, start: int) -> bool:
    """True behind the beginning of a street's or a movement's name: "Rue du 4 Septembre"."""
    return _NAMED_AFTER.search(text[max(0, start - _REACH) : start]) is not None


def is_number_of_else(text: str, start: int) -> bool:
    """True in "on page 5 May wrote" and "Windows 10 October 2020 Update"."""
    return _NUMBERED.search(text[max(0, start - _REACH) : start]) is not None


def is_may_the_verb(text: str, name: str, end: int) -> bool:
    """True in "5 may be enough" and "at 12 May said": what follows wants another word."""
    return name == "may" and _VERBS.match(text, end) is not None
