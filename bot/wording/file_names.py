"""The name of an attachment: what somebody has called it, if not their device or program."""

import re
from pathlib import PurePath
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+")
_SPOILER: Final = re.compile(r"^SPOILER_")
_HUMP: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SHORTEST: Final = 4  # letters of a word that says something
_GIVEN: Final = frozenset(
    "image images img pic pics picture photo photos video videos vid movie clip audio sound voice"
    " record recording track music file files document documents text note notes message sticker"
    " gif meme emoji avatar icon logo banner screen screenshot screenshots screencast shot snip"
    " snipping tool capture captured scan scanned scanner camera media content attachment inline"
    " download downloads downloaded upload uploaded received sent shared forwarded export exported"
    " output result final draft copy copied paste pasted clipboard edit edited original orig"
    " unknown untitled unnamed noname temp temporary cached full render trim trimmed crop cropped"
    " resized compressed converted thumb thumbnail preview large small medium size null none"
    " dscn dscf mvimg burst collage signal whatsapp telegram cloud discord reddit twitter facebook"
    " messenger instagram snapchat tiktok youtube chrome firefox safari edge outlook word excel"
    " powerpoint acrobat adobe google apple iphone android samsung xiaomi windows tenor giphy ezgif"
    " imgur redditsave y2mate snapinsta filtered portrait panorama bokeh from with"
    " bild bilder bildschirmfoto bildschirmaufnahme foto fotos datei dokument aufnahme"
    " sprachnachricht unbenannt kopie neue neues entwurf anhang"
    " écran enregistrement fichier nouveau sans titre copie pièce jointe vocal"
    " captura pantalla imagen imágenes vídeo archivo documento nuevo nueva título copia grabación"
    " adjunto mensaje знімок екрана зображення відео документ файл новий назви копія запис"
    " повідомлення голосове снимок экрана изображение видео файл новый копия запись".split()
)
"""What devices, programs and hasty people call all files alike."""


def chosen_name(name: str) -> str:
    """The words of a file's name; nothing where none of them says what is in the file.

    Numbers, and letters mixed with digits, are no words: they count and tell times.
    """
    stem = _SPOILER.sub("", PurePath(name).stem)
    words = [part for word in _WORD.findall(stem) for part in _parts(word)]
    telling = (word for word in words if word.isalpha() and word.casefold() not in _GIVEN)
    if not any(len(word) >= _SHORTEST or not word.isascii() for word in telling):
        return ""
    return " ".join(words)


def _parts(word: str) -> list[str]:
    """``Full``, ``Size``, ``Render`` of ``FullSizeRender``; anything with a digit stays whole."""
    return _HUMP.split(word) if word.isalpha() else [word]
