"""What the words beside a date call it: the day of publication, of a change, or of something else.

In the languages of a corpus; what no word calls anything is left to where it stands.
"""

import re
from typing import Final

# Not within a word ("unpublished"), where words are set apart.
PUBLISHED: Final = (
    r"(?<![A-Za-zÀ-ɏͰ-ӿ])(?i:(?:(?:first|originally)\s+)?(?:published|posted)(?:\s+on)?|publication\s+date"
    r"|date\s+(?:published|posted|of\s+publication)|published\s+date"
    r"|veröffentlicht(?:\s+am)?|veröffentlichungsdatum|erschienen(?:\s+am)?|erscheinungsdatum"
    r"|publié(?:e)?(?:\s+le)?|mis(?:e)?\s+en\s+ligne(?:\s+le)?|paru(?:\s+le)?"
    r"|date\s+de\s+publication|publicado(?:\s+(?:el|em))?|fecha\s+de\s+publicación"
    r"|data\s+d[ei]\s+(?:publicação|pubblicazione)|pubblicato(?:\s+il)?|publicat[ăe]?(?!\w)(?:\s+(?:la|el|pe))?"
    r"|gepubliceerd(?:\s+op)?|opublikowan[oay]|data\s+(?:publikacji|dodania)|dodano"
    r"|publicerad|publisert|publiceret|offentliggjort|julkaistu|avaldatud|paskelbta|publicēts"
    r"|zveřejněno|publikováno|vydáno|zverejnené|publikované|uverejnené|megjelent|közzétéve"
    r"|objavljen[oa]?|објављен[оа]?|публикуван[оа]?|опубликован[оа]?|дата\s+публикации"
    r"|опубліковано|оприлюднено|дата\s+публікації|δημοσιεύ[θτ]ηκε|ημερομηνία\s+δημοσίευσης"
    r"|yay[ıi]nlan\w+(?:\s+tarihi)?|yayın\s+tarihi|yayımlan\w+(?:\s+tarihi)?|giriş(?:\s+tarihi)?(?=\s*:)"
    r"|(?:تاريخ\s+)?النشر|نُ?شر(?:\s+في)?|تاریخ\s+انتشار|פורסם|תאריך\s+פרסום|प्रकाशित"
    r"|发布(?:时间|日期|于)?|發[布佈](?:時間|日期|於)?|公開日?|掲載日?|配信日?|投稿日"
    r"|입력|등록|게시일?|게재일?|송고|đăng(?:\s+(?:ngày|lúc))?|ngày\s+đăng|diterbitkan|dipublikasikan)"
)
"""The words that call a date the day of publication, as a pattern."""

CHANGED: Final = re.compile(
    r"updat|modif|revis|reviewed|last\s+review|changed|correct(?:ed|ion)|amended|edited(?!\s+by)"
    r"|as\s+of|refreshed|checked|verified|republished|re-?posted|rewritten"
    r"|mis à jour|mise à jour|\bmàj\b|\bmaj(?=\s*(?:le\b|:))|révis|actualis|vérifié|corrig"
    r"|aktualisier|geprüft|korrigiert|berichtigt|änderung|geändert|bearbeitet|überarbeitet|editiert"
    r"|zuletzt|stand\b|actualiza|atualiza|actualitza|aggiorna|corregid|\bact\.|darrera|rettific|обновл|отредакт|исправл|обновен|изменен|изменён|оновлен|змінен|зміни\b|відредаг|виправл"
    r"|bijgewerkt|gewijzigd|uppdatera|ändrad|opdater|oppdater|endret|ændret|senast|päivitet|muokattu"
    r"|aktualizac|zaktualizowan|zmodyfikowan|zmiana|aktualizov|upraven|změněn|zmenen|ažuriran"
    r"|ажурира|izm(?:ij)?enjen|izmjen|izmen|измењен|posodobljen|spremenjen|промяна|промен|актуализ"
    r"|frissít|módosít|actualizat|güncelle|düzenle|ενημερώ|τροποποι|uuendatud|muudetud|atnaujint"
    r"|pakeist|atjaun|labots|تحديث|تعديل|به‌?روز|ویرایش|עודכן|עדכון|अपडेट|संशोधित|cập nhật"
    r"|diperbarui|diubah|更新|修改|修订|修訂|最后|最後|改訂|수정|업데이트|최종|อัปเดต|อัพเดท|แก้ไข|ปรับปรุง|përditës|eguneratu|изменет|განახლ",
    re.IGNORECASE,
)
"""Words, and parts of the names of classes, that call a date the day of a later change."""

_ELSE: Final = re.compile(
    r"\b(?:events?|event[-_]\w+|deadline|expir\w+|valid|effective|in force|retrieved|accessed"
    r"|archived|captured|saved|printed|today|current|born|signed|recorded|aired|broadcast|filmed"
    r"|taken on|joined|member since|registered|delivered|hearing|starts?|begins?|ends?"
    r"|log(?:ged)?[- ]?in|founded|established|incorporated|released|scheduled|closed|snapshot"
    r"|(?:session|meeting|sitting|decision|judgment|ruling|order|law|act|state|status|version)\s+of"
    r"|photo(?:graph)?(?:ed)?|taken|shot|einsendeschluss|gegründet|aufgenommen|aufnahme"
    r"|(?:sitzung|urteil|beschluss|gesetz|entscheidung|version|fassung)\s+vom|fondée?"
    r"|(?:séance|arrêt|décision|loi|version)\s+du|(?:sesión|sentencia|decisión|ley)\s+del?"
    r"|fundad[oa]|fondat[oa]|(?:seduta|sentenza|legge)\s+del|(?:sessão|decisão|lei)\s+de"
    r"|основан\w*|заснован\w*|założon\w*|založen\w*|opgericht|grundad|grundlagt|kuruluş"
    r"|veranstaltung\w*|termin\w*|abgerufen|gedruckt|heute|geboren|gültig|in kraft|gesendet"
    r"|événement\w*|consulté|imprimé|aujourd['’]hui|né le|eventos?|consultado|impreso|impresso"
    r"|hoy|hoje|oggi|stampato|visitato|wydarzenie|wydrukowano|dzisiaj|сегодня|сьогодні|дата события"
    r"|vandaag|evenement|bugün|etkinlik)\b|今天|今日|오늘|اليوم|היום",
    re.IGNORECASE,
)
# A label that only says that a date follows.
_DATE_ITSELF: Final = re.compile(
    r"(?:(?:the\s+)?date|datum|fecha|data|дата|tarih|日付|日期|时间|時間|(?:質問|投稿|公開|掲載|作成|登録)?日時|作成日|dátum|päivämäärä|ημερομηνία"
    r"|التاريخ|تاریخ|תאריך|날짜|ngày|tanggal|dato|kuupäev|datums|on|am|le|il|el)\s*[:：]",
    re.IGNORECASE,
)
# What a day is the end of, or the beginning, no word makes the day of publication.
_BOUND: Final = re.compile(
    r"\b(?:unpublished|embargo\w*)\b"
    r"|\b(?:from|since|starting|as\ from|ab(?:\s+dem)?|seit(?:\s+dem)?|depuis(?:\s+le)?"
    r"|(?:à|a)\s+partir\s+d[eu]l?|desde(?:\s+el)?|dal|vanaf|sinds|från|sedan|fra|siden|alkaen"
    r"|od|з|с)[\s:]*$"
    r"|\b(?:until|till|available(?:\s+from)?|bis(?:\s+zum)?|verfügbar\s+ab|jusqu['’]au|hasta(?:\s+el)?"
    r"|até|fino\s+al?|tot|do|до|disponible\s+(?:hasta|jusqu['’]au))[\s:]*$",
    re.IGNORECASE,
)
_SAYS_PUBLISHED: Final = re.compile(PUBLISHED)
_LABELLED: Final = re.compile(r"(?:^|[|•·,;/–—])\s*([^|•·,;/–—]*[:：])\s*$")


def says_published(words: str) -> bool:
    """True when the words call some date the day of publication."""
    return _SAYS_PUBLISHED.search(words) is not None


def is_called_change(before: str, *others: str) -> bool:
    """True for a date that the last telling word before it calls the day of a later change.

    Where none tells, ``others`` may: what stands around, classes of its element.
    """
    changed, published = (
        max((match.end() for match in word.finditer(before)), default=0)
        for word in (CHANGED, _SAYS_PUBLISHED)
    )
    if changed or published:
        return changed > published
    return any(map(CHANGED.search, others))


def without_label(words: str) -> str:
    """The words less those that call a date the day of publication."""
    return _SAYS_PUBLISHED.sub("", words).strip(" :：,|-–")


def is_called_otherwise(before: str, *names: str) -> bool:
    """True for a date that is neither of publication nor of a change by the words before it.

    So is one behind a label, "Anything:", that is not known to mean publication; ``names`` are
    classes of its element.
    """
    if _BOUND.search(before):
        return True
    if says_published(before):
        return False
    if any(map(_ELSE.search, (before, *names))):
        return True
    label = _LABELLED.search(before)
    return label is not None and _DATE_ITSELF.fullmatch(label[1].strip()) is None
