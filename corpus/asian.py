"""Which East Asian encoding is a text in, of those whose bytes spell characters in several?

The same bytes are characters in most of them. But a language writes a third of its text or more
with its hundred or two most frequent characters, and a wrong reading has them by chance alone.
"""

import re
from collections.abc import Iterable
from typing import Final

_SIMPLIFIED: Final = (
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然"
    "家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长"
    "把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制"
    "身果加西斯月话合回特代内信表化老给世位次度门任常先海通教原东声提立及比员解水名真论处走义各入几口认条平系气题"
)
_TRADITIONAL: Final = (
    "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作里用道行所然"
    "家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長"
    "把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制"
    "身果加西斯月話合回特代內信表化老給世位次度門任常先海通教原東聲提立及比員解水名真論處走義各入幾口認條平系氣題"
)
_HANGUL: Final = (
    "이다의는에을를가고하은로기지한사대도시인그해리자것나어들과서정만부전라아일적보수있으게장주상여세국계원제구스동조관선"
    "면니무년공화마중소경었미성할위비러물실안모학문우든출회신방등생치유본군말내했당연최오용요간저차통"
)
_HIRAGANA: Final = "".join(map(chr, range(0x3041, 0x3094)))
_FREQUENT: Final = {
    "euc_jp": frozenset(_HIRAGANA),
    "shift_jis": frozenset(_HIRAGANA),
    "cp932": frozenset(_HIRAGANA),
    "cp949": frozenset(_HANGUL),
    "big5": frozenset(_TRADITIONAL),
    "gb18030": frozenset(_SIMPLIFIED + _TRADITIONAL),
}
_CHARACTER: Final = re.compile(r"[^\W\d_\x00-\x7f]")
_ENOUGH: Final = 0.15  # of a text's characters; chance gives a twentieth at most


def likeliest_asian(raw: bytes, encodings: Iterable[str]) -> str | None:
    """The encoding in which most characters are frequent ones; ``None`` where none has enough."""
    best, most = None, _ENOUGH
    for encoding in encodings:
        try:
            characters = _CHARACTER.findall(raw.decode(encoding))
        except UnicodeDecodeError:
            continue
        frequent = sum(each in _FREQUENT[encoding] for each in characters)
        if characters and frequent > most * len(characters):
            best, most = encoding, frequent / len(characters)
    return best
