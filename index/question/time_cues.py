"""How a time is meant: the words that lead to it, follow it, or join two to a range.

All languages in one table, for they count only where a time stands beside them.
"""

import re
from collections.abc import Iterable

from corpus.lazy_patterns import lazily

_LIKE_OTHERS = str.maketrans({"ı": "i", "\u0307": None, "’": "'"})


def plain(words: str) -> str:
    """The words as tables have them: a pattern that minds no case takes ı for i and ſ for s."""
    return " ".join(words.casefold().translate(_LIKE_OTHERS).split())


class Hints:
    """Words of which a text has one wherever a pattern may find something, which is told sooner."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = tuple(dict.fromkeys(words))
        self._in_ascii = tuple(filter(str.isascii, self._words))

    def are_in(self, text: str) -> bool:
        """True for a text that has one of them."""
        words = self._in_ascii if text.isascii() else self._words
        return any(map(text.__contains__, words))


def spelt(phrases: str) -> str:
    """The alternatives of a pattern, the longest first, with any apostrophe."""
    longest = sorted(map(re.escape, phrases.split("|")), key=len, reverse=True)
    return "|".join(longest).replace("'", "['’]")


# By the words right before it.
_CUES = {
    "not": "not in|not on|not during|except|except in|except for|excluding|apart from|"
    "aside from|outside|outside of|other than|other than in|nicht in|nicht im|nicht am|außer|"
    "außer in|außer im|außerhalb von|mit ausnahme von|pas en|pas au|sauf|sauf en|hors|hormis|"
    "excepté|en dehors de|no en|excepto|excepto en|salvo|salvo en|menos en|fuera de|non nel|"
    "tranne|tranne nel|eccetto|não em|exceto|exceto em|niet in|behalve|behalve in|не в|не во|"
    "кроме|за исключением|не у|крім|окрім|за винятком|nie w|nie we|oprócz|poza|z wyjątkiem|"
    "ليس في|باستثناء|ما عدا|不在|不是在|除了|除",
    "since": "not before|not earlier than|no earlier than|on or after|in or after|since|"
    "starting in|starting|seit|seit dem|ab|ab dem|depuis|dès|à partir de|à partir du|desde|da|"
    "dal|dall'|с|со|начиная с|sinds|vanaf|sedan|från och med|siden|fra og med|începând cu|з|із|"
    "від|починаючи з|od|από|منذ|מאז|از|ตั้งแต่|từ|kể từ|sejak|mulai|des de|des del|a partir de|"
    "自从|自從|自",
    "until": "not after|not later than|no later than|on or before|in or before|up to|up until|"
    "until|till|by|through|bis|bis zum|bis zur|bis einschließlich|jusqu'à|jusqu'au|jusqu'en|"
    "hasta|até|fino a|fino al|tot|tot en met|t/m|fram till|till och med|indtil|inntil|fram til|"
    "până în|până la|do|aż do|až do|μέχρι|έως|حتى|עד|تا|จนถึง|đến|cho đến|hingga|sampai|fins a|"
    "fins al|к|ко",
    "before": "before|pre-|prior to|earlier than|ahead of|vor|avant|antes de|antes del|antes do|"
    "prima di|prima del|до|перед|voor|vóór|före|innan|før|inden|ennen|înainte de|înaintea|przed|"
    "před|πριν|πριν από|قبل|לפני|قبل از|پیش از|ก่อน|trước|sebelum|abans de|abans del",
    "after": "after|post-|later than|following|nach|après|después de|después del|tras|depois de|"
    "após|dopo|после|після|na|efter|etter|după|po|μετά|μετά από|ύστερα από|بعد|אחרי|לאחר|پس از|"
    "بعد از|หลัง|หลังจาก|sau|setelah|sesudah|després de|després del",
    "in": "in|on|during|throughout|all through|in the course of|of|from|im|am|vom|während|en|"
    "durante|em|nel|в|во|у|op|tijdens|i|år|vuonna|în|pe|w|we|v|ve|το|τον|την|στις|στον|στη|κατά|"
    "في|בשנת|ב-|در|ใน|vào|trong|pada|el|l'|năm|ปี|سال",
}
_CUE_OF = {plain(phrase): cue for cue, phrases in _CUES.items() for phrase in phrases.split("|")}
_ARTICLE = (
    r"(?:(?:the|dem|den|der|le|la|el|il|o|τον|την|το|τις)\s+|l')?"
    r"(?:(?:year|jahr|jahre|année|año|ano|anno|jaar|år|anul|році|году|roku|roce|έτος|عام|سنة|שנת|"
    r"سال|năm|ngày|tháng|tahun|any|เดือน|ปี|วันที่)\s*)?"
)
_UNPARTED = "[ก-๛一-鿿]"  # letters of scripts that part no words
_ALL_CUES = "|".join(_CUES.values())
_WITHIN_WORDS = spelt("|".join(cue for cue in _CUE_OF if re.match(_UNPARTED, cue)))
CUE = lazily(
    rf"((?<![\w'’])(?:{spelt(_ALL_CUES)})|{_WITHIN_WORDS})(?:\s+|(?<=[-'’]|{_UNPARTED}))"
    rf"{_ARTICLE}$",
    re.IGNORECASE,
)
# Words that lead to a time in one language and mean something else in another: what must follow.
_SLAVIC = (
    r"(?:\d{1,2}\.?\s+)?(?:stycz|lut|mar[cz]|kwie|maj|czerw|lip|sierp|wrze|paźd|listopad|grud|led|"
    r"únor|břez|dub|květ|červ|srp|září|říj|prosin|\d{4}\s+ro[kc])"
)
_ONLY_BEFORE = {
    "do": _SLAVIC,
    "po": _SLAVIC,
    "na": r"(?:\d{1,2}\s+)?(?:januari|februari|maart|april|mei|jun|jul|aug|sept|okt|nov|dec|\d{4})",
    "da": r"(?:genn|febb|marz|apr|magg|giug|lugl|agos|sett|ott|nov|dic)",
    "sedan": r"(?:den\s+)?(?:\d{1,2}\s+)?(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)",
    "sau": r"(?:ngày|tháng|năm|\d{1,2}\s+tháng)",
}
# What follows a time, in Chinese, Japanese and Korean and in "from March 2024 on".
_SUFFIXES = {
    "not": " dışında| hariç|除外|以外",
    "before": " or earlier| and earlier|以前|之前|前に|前|이전|전에| से पहले| के पहले| előtt|"
    "['’][dt][ae]n önce| yılından önce| öncesi(?:nde)?",
    "after": "以后|之后|之後|以後|后|後|이후|후에| के बाद| jälkeen| után|['’][dt][ae]n sonra|"
    " yılından sonra| sonrası(?:nda)?",
    "since": " or later| and later| onwards| onward| on(?!\\w)|以来|以來|以降|から|起|부터|"
    " से(?! पहले)| lähtien| alkaen| óta|['’][dt][ae]n (?:beri|bu yana|itibaren)| yılından (?:beri|"
    "bu yana|itibaren)",
    "until": "为止|為止|まで|까지| तक| asti| saakka|['’]y?[ea] kadar| yılına kadar",
    "in": "期间|期間|中|に|의|에| में| को| के दौरान|-(?:ban|ben|án|én)(?!\\w)|['’][dt][ae](?!\\w)|"
    " (?:yılı(?:nda| içinde)|senesinde)(?!\\w)",
}
SUFFIX = lazily(
    " ?(?:" + "|".join(rf"(?P<{cue}>{phrases})" for cue, phrases in _SUFFIXES.items()) + ")"
)

LEAD = lazily(
    r"(?<!\w)(?:from|between|vom|von|zwischen|entre|du|de|del|desde|dal|da|tra|fra|с|между|van|"
    r"tussen|från|mellan|mellem|mellom|od|między|mezi|від|з|між|από|μεταξύ|de la|din|من|بين|از|بین|"
    r"בין|từ|giữa|dari|antara)\s+"
    rf"{_ARTICLE}$",
    re.IGNORECASE,
)
TO = lazily(
    r"\s*(?:[-–—~]|\b(?:to|until|till|through|bis(?: zum)?|à|au|a|al|hasta(?: el)?|até|ao|по|tot|"
    r"till?|do|до|până în|(?:έως|μέχρι)(?: τον| τις)?|đến|hingga|sampai|إلى|حتى|تا|עד)\b"
    r"|至|到|から|부터)\s*(?:the\s+)?",
    re.IGNORECASE,
)
AND = lazily(r"\s+(?:and|und|et|y|e|и|і|й|та|i|ve|og|och|και)\s+(?:the\s+)?", re.IGNORECASE)
# Before the end of something is until it is over.
ENDS = lazily(r"(?:the\s+)?(?:end|ende|fin|finales|final|конца|кінця|końca)\b", re.IGNORECASE)


def leads(words: str, following: str) -> bool:
    """False where the words lead to a time in another language than that of what follows."""
    needed = _ONLY_BEFORE.get(words.lower())
    return needed is None or bool(re.match(rf"\s*{needed}", following, re.IGNORECASE))


def cue_of(words: str) -> str:
    """How a time is meant after these words."""
    return _CUE_OF[plain(words)]
