"""The names of months and weekdays in seven languages, as dates are written with them."""

# One line a month: English, German, French, Spanish, Portuguese, Italian, Russian.
_NAMES = (
    "january jan januar jänner janvier enero janeiro gennaio января январь",
    "february feb februar février febrero fevereiro febbraio февраля февраль",
    "march mar märz mars marzo março марта март",
    "april apr avril abril aprile апреля апрель",
    "may mai mayo maio maggio мая май",
    "june jun juni juin junio junho giugno июня июнь",
    "july jul juli juillet julio julho luglio июля июль",
    "august aug août agosto августа август",
    "september sept sep septembre septiembre setembro settembre сентября сентябрь",
    "october oct oktober octobre octubre outubro ottobre октября октябрь",
    "november nov novembre noviembre novembro ноября ноябрь",
    "december dec dezember décembre diciembre dezembro dicembre декабря декабрь",
)

# Small letters make these an English word, capitals a planet: only the other case is a month.
_CAPITALS_ONLY = frozenset({"may", "march", "mar"})
_SMALL_ONLY = frozenset({"mars"})

# German writes an ordinal with a full stop ("5. Oktober"); only these names tell it as German.
GERMAN_ONLY = frozenset(
    {"Januar", "Jänner", "Februar", "März", "Juni", "Juli", "Oktober", "Dezember"}
)


def _spellings(name: str) -> tuple[str, ...]:
    if name in _SMALL_ONLY:
        return (name,)
    if name in _CAPITALS_ONLY:
        return (name.capitalize(), name.upper())
    return (name, name.capitalize(), name.upper())


MONTHS = {
    spelling: number
    for number, names in enumerate(_NAMES, start=1)
    for name in names.split()
    for spelling in _spellings(name)
}
"""Month number by name, in every spelling that is taken for a month."""

_WEEKDAYS = (
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs "
    "fri sat sun montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi "
    "mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes "
    "sábado domingo segunda-feira terça-feira quarta-feira quinta-feira sexta-feira lunedì "
    "martedì mercoledì giovedì venerdì sabato domenica понедельник вторник среда четверг "
    "пятница суббота воскресенье"
)

WEEKDAYS = frozenset(_WEEKDAYS.split())
"""Weekday names in small letters."""
