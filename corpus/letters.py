"""Which of several readings has the letters of a language, and as often as it has them?

Neighbouring encodings differ in a handful of letters, so that a text read in the wrong one is
still made of letters. But no language has them: Czech read as the wrong one has "ľe" for "že".
"""

import math
import re
from collections import Counter
from functools import cache
from typing import Final

# The letters beyond ASCII of each language, most frequent first.
_LATIN: Final = (
    "éèàêçùôâîûëœïü",  # French
    "üäöß",  # German
    "óíáñéúü",  # Spanish
    "ãçáéíóêúõàâô",  # Portuguese
    "èàùòéì",  # Italian
    "àóéèíòçúïü",  # Catalan
    "äåöé",  # Swedish
    "åøæé",  # Danish, Norwegian
    "äöåšž",  # Finnish
    "áíðéóþöúæý",  # Icelandic
    "áíðøóúýæö",  # Faroese
    "áíéóú",  # Irish
    "ëéïüö",  # Dutch
    "ëç",  # Albanian
    "ıüşğçöâî",  # Turkish
    "íáéěřčýžšůúóňťď",  # Czech
    "áíčýúžšéťľňôóďäŕĺ",  # Slovak
    "łęóążśćńź",  # Polish
    "éáóöíőüúű",  # Hungarian
    "čšžćđ",  # Croatian, Bosnian, Serbian
    "čšž",  # Slovene
    "ăîşţâ",  # Romanian
    "äõüöšž",  # Estonian
    "āīēšūļņžģķč",  # Latvian
    "ėšųžūįąčę",  # Lithuanian
    "ħżġċà",  # Maltese
)
_OTHER: Final = (
    "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",  # Russian
    "оанітирвесклумдпязьбгйчхцжїюєшщґф",  # Ukrainian
    "аоиетнрсвлкдпмзябугъчцйжхшщюфь",  # Bulgarian
    "аоиенрстјкудвмплзбгчцшћжњђхфљџ",  # Serbian
    "аоиетнрсвклдмпзујбгчшцжњфхќџѓљѕ",  # Macedonian
    "оаеінтрыслкўувдмпйьзябгчшцжхюэёф",  # Belarusian
    "αοιετσνηυρπκμλςίόάγέήδωχύθφβώξζψϊϋΐΰ",  # Greek
    "اليمونرتبةعدسفهكقأحجشطصخإضىذثئغزءظؤآ",  # Arabic
    "ایرندهموتبسشکزخگفلعقپحجطصچذغضثظژئ",  # Persian
    "יוהלאתשרמבנםדחעקפגסכטצזןךףץ",  # Hebrew
)
_SELDOM: Final = 0.0005  # a letter that the language does not have
_LETTER: Final = re.compile(r"[^\W\d_\x00-\x7f]")
_ODD: Final = re.compile(r"[±¶µ¦¬¤¸¨¯¹²³¼½¾ˇ˘˛˝˙¢¥×÷¿¡]")
_SAMPLE: Final = 100_000  # characters


def likeness(text: str) -> float:
    """The mean logarithm of how frequent its letters are in the language that has them most.

    Symbols that an article hardly holds count as letters that no language has.
    """
    sample = text[:_SAMPLE].lower()
    letters = Counter(_LETTER.findall(sample))
    odd = len(_ODD.findall(sample))
    total = letters.total() + odd
    if not total:
        return 0.0
    best = max(
        sum(count * table.get(letter, math.log(_SELDOM)) for letter, count in letters.items())
        for table in _tables()
    )
    return (best + odd * math.log(_SELDOM)) / total


@cache
def _tables() -> tuple[dict[str, float], ...]:
    """For each language the logarithm of each letter's share, falling with its rank."""
    tables = []
    for letters in (*_LATIN, *_OTHER):
        weights = [1 / (rank + 2) for rank in range(len(letters))]
        whole = sum(weights)
        tables.append(
            {
                letter: math.log(weight / whole)
                for letter, weight in zip(letters, weights, strict=True)
            }
        )
    return tuple(tables)
