"""The year of a day that is written without one: given only where it is certain."""

import re
from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from typing import Final

from corpus.dates import PartialDate
from corpus.lazy_patterns import lazily
from corpus.months import WEEKDAYS

_FARTHEST: Final = timedelta(days=200)
_SURE: Final = timedelta(days=45)  # farther back, a list of coming dates must be thought of
_REACH: Final = 40  # characters beside a day in which its weekday or "until" stands
_SENTENCE_REACH: Final = 250

_WEEKDAY: Final = "|".join(sorted(map(re.escape, WEEKDAYS), key=lambda name: (-len(name), name)))
_ARTICLE: Final = "the|den|dem|der|de|le|el|il|o|den|d."
_WEEKDAY_BEFORE: Final = lazily(
    rf"(?<![^\W_])({_WEEKDAY})[.,]{{0,2}}\s+(?:(?:{_ARTICLE})\s+)?(?:dia\s+)?$", re.IGNORECASE
)
_WEEKDAY_AFTER: Final = lazily(rf"[,\s(]{{1,3}}({_WEEKDAY})(?![^\W_])", re.IGNORECASE)

# Directly before a day, with no more than its weekday between: these speak of a day to come, or
# of no day by itself.
_AHEAD_BEFORE: Final = lazily(
    rf"""(?<![^\W_])(?:
        by | until | till | next | coming | upcoming | following | last | previous | before
      | bis(?:\ zum|\ zu)? | nächste[nmrs]? | kommende[nmrs]? | vergangene[nmrs]? | ab(?:\ dem)?
      | jusqu['’]au | d['’]ici(?:\ le|\ au)? | avant(?:\ le)? | prochain | dès(?:\ le)?
      | à\ partir\ du | hasta(?:\ el)? | antes\ del? | próximo | a\ partir\ del? | até(?:\ o|\ a)?
      | fino\ al | entro(?:\ il)? | prossimo | dal\ prossimo
      | до | следующего | ближайш\w+ | к | tot(?:\ en\ met)? | uiterlijk | volgende | komende
      | senast | till | inden | til | do | najpóźniej | przed | nejpozději | kadar
    )\s+(?:{_ARTICLE})?\s*(?:(?:{_WEEKDAY})[.,]?\s+(?:(?:{_ARTICLE})\s+)?)?$""",
    re.IGNORECASE | re.VERBOSE,
)
# Anywhere in its sentence: what is said lies ahead.
_AHEAD: Final = lazily(
    r"""(?<![^\W_])(?:
        will | won['’]t | shall | [’']ll | upcoming | scheduled | slated | due(?!\ to)
      | planned | plans?\ to
      | (?:is|are|am)\ (?:to|expected|going|set|about|planning|hoping|aiming|likely)
      | deadline | tomorrow | starting | beginning | ahead\ of | next | in\ time\ for | coming
      | looking\ forward | expires? | runs?\ (?:through|until|to) | tickets? | on\ sale | vote\ on
      | begins? | starts? | opens? | closes? | (?:takes?|taking)\ place | kicks?\ off
      | meets? | ends?
      | wird | werden | wirst | werde | geplant\w* | bevorsteh\w+ | kommende\w* | nächste[nmrs]?
      | soll | sollen | morgen | steht\ an | findet | finden | Anmelde\w+ | Tickets?
      | sera | seront | aura | auront | prochain\w* | prévue?s? | devrait | devra | demain
      | va | vont
      | será | serán | habrá | próxim[oa]s? | prevista?o? | mañana | tendrá | serão | haverá
      | amanhã
      | sarà | saranno | prossim[oa] | previst[oa] | avrà | domani
      | будет | будут | предстоящ\w+ | запланирован\w* | завтра | состоится | следующ\w+
      | намечен\w*
      | буде | будуть | відбудеться | zal | zullen | volgende | gepland\w*
      | będzie | będą | odbędzie | planowan\w+ | najbliższ\w+ | bude | budou | příští
      | \w{3,}(?:rá|rán|rão|erà|irà|ranno|eront|iront) | \w{4,}(?:era|ira)
      | kommer\ att | ska | skal | vil | nästa | næste | neste
    )(?![^\W_])""",
    re.IGNORECASE | re.VERBOSE,
)
_YEAR: Final = lazily(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_SENTENCE_END: Final = lazily(
    r"(?:(?<=[^\W\d_]{3})|(?<=[0-9]))[.!?…][\"'”’»)]{0,2}\s+(?=\W?[^\W\d_a-z])|\n"
)


class Surroundings:
    """What stands around the days of one text, looked up once for all of them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._breaks = [match.end() for match in _SENTENCE_END.finditer(text)]
        self._ahead = [match.start() for match in _AHEAD.finditer(text)]

    def settled(
        self, start: int, end: int, month: int, day: int, published: PartialDate
    ) -> date | None:
        """The day that ``text[start:end]`` means, if ``published`` leaves no doubt of its year.

        It is the nearest such day on or before publication, when that lies within 200 days and
        is the same whatever ``published`` may mean, and neither the weekday beside it nor the
        words of its sentence ("will", "next", "until") speak against it.
        """
        meant = nearest_before(published, month, day)
        if meant is None or published.last - meant > _FARTHEST:
            return None
        before = self._text[max(0, start - _REACH) : start]
        beside = (_WEEKDAY_BEFORE.search(before), _WEEKDAY_AFTER.match(self._text, end))
        weekdays = {WEEKDAYS[match[1].casefold()] for match in beside if match}
        if weekdays - {meant.weekday()} or _AHEAD_BEFORE.search(before):
            return None
        if is_far(meant, published) and self._is_in_another_year(start, meant.year):
            return None
        return None if self._lies_ahead(start, end) else meant

    def _is_in_another_year(self, start: int, year: int) -> bool:
        """True when the last year that is written before the day is another one."""
        years = _YEAR.findall(self._text, max(0, start - _SENTENCE_REACH), start)
        return bool(years) and int(years[-1]) != year

    def _lies_ahead(self, start: int, end: int) -> bool:
        """True when a word in the day's sentence, or what is near of it, tells of the future."""
        before = bisect_right(self._breaks, start)
        after = bisect_right(self._breaks, end)  # "am 5. Oktober" has a stop within
        first = self._breaks[before - 1] if before else 0
        last = self._breaks[after] if after < len(self._breaks) else len(self._text)
        first, last = max(first, start - _SENTENCE_REACH), min(last, end + _SENTENCE_REACH)
        word = bisect_left(self._ahead, first)
        return word < len(self._ahead) and self._ahead[word] < last


def is_far(meant: date, published: PartialDate) -> bool:
    """True when the day lies so far back that one to come must be thought of."""
    return published.last - meant > _SURE


def nearest_before(anchor: PartialDate, month: int, day: int) -> date | None:
    """The nearest such day not after ``anchor``, if all days it may mean agree on one."""
    first = _nearest_not_after(anchor.first, month, day)
    return first if first == _nearest_not_after(anchor.last, month, day) else None


def _nearest_not_after(anchor: date, month: int, day: int) -> date | None:
    # 29 February comes round within eight years even across a century without a leap day.
    for year in range(anchor.year, max(anchor.year - 9, 0), -1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found <= anchor:
            return found
    return None
