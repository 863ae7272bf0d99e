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

# One line a weekday, Monday first, in the same languages.
_DAYS = (
    "monday mon montag lundi lunes segunda-feira lunedì понедельник",
    "tuesday tue tues dienstag mardi martes terça-feira martedì вторник",
    "wednesday wed mittwoch mercredi miércoles quarta-feira mercoledì среда",
    "thursday thu thur thurs donnerstag jeudi jueves quinta-feira giovedì четверг",
    "friday fri freitag vendredi viernes sexta-feira venerdì пятница",
    "saturday sat samstag sonnabend samedi sábado sabato суббота",
    "sunday sun sonntag dimanche domingo domenica воскресенье",
)

WEEKDAYS = {name: number for number, names in enumerate(_DAYS) for name in names.split()}
"""The number of a weekday, as ``date.weekday`` counts, by its name in small letters."""
