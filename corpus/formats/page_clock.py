"""The clocks by which a site may count its days, as far as its country is known."""

from datetime import datetime, time, timedelta
from typing import Final
from urllib.parse import urlsplit

from corpus.dates import PartialDate

# Hours from UTC, the least and the most, in winter and in summer.
_HOURS: Final = {
    country: (least, most)
    for least, most, countries in (
        (-10, -4, "us"),
        (-8, -2.5, "ca"),
        (-8, -5, "mx"),
        (-6, -5, "gt hn sv ni cr pa co pe ec cu"),
        (-5, -2, "br"),
        (-4, -3, "ar bo cl uy py ve do pr"),
        (-1, 1, "pt"),
        (0, 1, "gb uk ie"),
        (0, 2, "es"),
        (1, 2, "de at ch fr it nl be lu pl cz sk hu si hr rs dk no se"),
        (2, 3, "fi gr ro bg ee lv lt ua il tr eg lb sy"),
        (3, 3, "sa iq kw qa by"),
        (2, 12, "ru"),
        (3.5, 4.5, "ir"),
        (4, 5, "ae am az ge"),
        (5, 6, "in pk lk bd np kz uz"),
        (7, 7, "th vn"),
        (7, 9, "id"),
        (8, 8, "ph my sg hk tw cn"),
        (9, 9, "jp kr"),
        (8, 13, "au nz"),
    )
    for country in countries.split()
}
# Languages that are written in one part of the world, by a country of it.
_HOMES: Final = {
    language: country
    for country, languages in (
        ("de", "de it nl pl cs sk hu sl hr da sv nb no"),
        ("fi", "fi el ro bg et lv lt uk he tr"),
        ("ru", "ru"),
        ("by", "be"),
        ("ir", "fa"),
        ("az", "az hy ka"),
        ("jp", "ja ko"),
        ("cn", "zh"),
        ("th", "th vi"),
        ("id", "id"),
        ("in", "hi bn ta te mr gu"),
    )
    for language in languages.split()
}
# What programs write for any English; languages of several continents.
_EVERYWHERE: Final = {
    "en-us": (-10.0, 1.0),
    "es": (-6.0, 2.0),
    "fr": (-5.0, 2.0),
    "pt": (-4.0, 1.0),
    "ar": (0.0, 4.0),
}
UNTOLD: Final = (-5.0, 1.0)  # New York and Berlin, between which most sites of no country are


Hours = tuple[float, float]


def clocks_of(address: str | None, language: str | None) -> Hours:
    """The hours from UTC that the site may count by, as far as its country is told."""
    host = urlsplit(address or "").hostname or ""
    if hours := _HOURS.get(host.rpartition(".")[2]):
        return hours
    tag = (language or "").replace("_", "-").casefold()
    if tag in _EVERYWHERE:
        return _EVERYWHERE[tag]
    spoken, _, country = tag.partition("-")
    if hours := _HOURS.get(country):
        return hours
    return _EVERYWHERE.get(spoken) or _HOURS.get(_HOMES.get(spoken, ""), UNTOLD)


def local_day(instant: datetime, hours: Hours) -> PartialDate | None:
    """The day of an instant in UTC by the site's clocks; ``None`` when they differ.

    Midnight itself is how programs write a day alone.
    """
    if instant.time() == time():
        return PartialDate.of(instant.date())
    days = {(instant + timedelta(hours=each)).date() for each in hours}
    return PartialDate.of(days.pop()) if len(days) == 1 else None
