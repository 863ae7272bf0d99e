"""Days that are named from the day of asking: "today", "on Tuesday", "last Friday".

Each is the last such day up to that of asking. Whether it is meant is not sure ("today" may be
these days, "Tuesday" that of an article), so that it counts only where the corpus has documents of
that very day.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from corpus.lazy_patterns import lazily
from corpus.model import Span
from corpus.months import weekday_of

_WEEK = 7
# As people ask for them, without the shortened and the ambiguous ones of ``corpus.months``.
_DAYS = """
monday tuesday wednesday thursday friday saturday sunday
montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag
lundi mardi mercredi jeudi vendredi samedi dimanche
lunes martes miércoles jueves viernes sábado domingo
lunedì martedì mercoledì giovedì venerdì sabato domenica
segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
måndag tisdag onsdag torsdag fredag lördag söndag
mandag tirsdag onsdag torsdag fredag lørdag søndag
понедельник вторник среду|среда четверг пятницу|пятница субботу|суббота воскресенье
понеділок вівторок середу|середа четвер п'ятницю|п'ятниця суботу|субота неділю|неділя
poniedziałek wtorek środę|środa czwartek piątek sobotę|sobota niedzielę|niedziela
pazartesi salı çarşamba perşembe cuma cumartesi pazar
"""
_TODAY = (
    r"today|earlier\stoday|this\smorning|this\sevening|tonight|heute|aujourd['’]hui|hoy|oggi|hoje|"
    r"vandaag|idag|i\sdag|сегодня|сьогодні|dzisiaj|dziś|bugün|今天|今日|오늘"
)
_EACH = sorted(set(_DAYS.replace("|", " ").split()), key=len, reverse=True)
_NAMES = "|".join(_EACH)
_SAID = (*_EACH, *_TODAY.replace("\\s", " ").replace("['’]", "'").split("|"))
_PATTERN = lazily(
    rf"""(?<![\w-])(?: (?P<today>{_TODAY})
    | (?P<last>(?:last|this|this\s+past|past|letzten|vergangenen|diesen|прошлый|минулий)\s+)?
      (?P<name>{_NAMES}) (?P<past>\s+(?:dernier|pasado|scorso|passad[ao]))?
    )(?![\w-])""",
    re.IGNORECASE | re.VERBOSE,
)


def weekdays(text: str, today: date) -> Iterator[tuple[Span, date, bool]]:
    """Where each stands, the day, and whether it is a name alone ("Tuesday"), to which a word must
    lead: Black Friday is a name.
    """
    if not any(map(text.lower().replace("’", "'").__contains__, _SAID)):
        return  # to compile the pattern takes longer than all else
    for match in _PATTERN.finditer(text):
        name = match["name"]
        number = weekday_of(name) if name else None
        back = 0 if number is None else (today.weekday() - number) % _WEEK
        alone = bool(name and not match["last"] and not match["past"])
        yield Span(*match.span()), today - timedelta(days=back), alone
