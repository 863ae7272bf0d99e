"""Bytes to text: Unicode first, older encodings when they explain every byte, else a reason."""

import codecs
import unicodedata
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
from typing import Final

from corpus.asian import likeliest_asian
from corpus.facts import Fact
from corpus.lazy_patterns import lazily
from corpus.legacy import BEYOND_ASCII, CONTROL, by_escapes, reads_well, turkish, western
from corpus.letters import likeness

# Longest first: the UTF-16 mark is the beginning of the UTF-32 one.
_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES: Final = (
    (b"\x89PNG", Fact("a PNG image")),
    (b"\xff\xd8\xff", Fact("a JPEG image")),
    (b"GIF8", Fact("a GIF image")),
    (b"%PDF-", Fact("a PDF file")),
    (b"PK\x03\x04", Fact("a ZIP archive or office document")),
    (b"\x1f\x8b", Fact("a gzip archive")),
    (b"\x7fELF", Fact("a program")),
    (b"\xd0\xcf\x11\xe0", Fact("an office document")),
)
# The encodings that documents are found in; the rarer ones only add ways to guess wrong.
_WINDOWS: Final = [f"cp125{n}" for n in range(8)]
_ASIAN: Final = "euc_jp shift_jis cp949 big5 gb18030".split()  # the strictest first
_COMMON: Final = [*_WINDOWS, *_ASIAN, "koi8_r"]
_RARE: Final = ["iso8859_2", "iso8859_5", "iso8859_7", "cp866"]
# Encodings that are taken for one another, each a reading of the same bytes as letters.
_NEIGHBOURS: Final = (
    "cp1250 iso8859_2 cp1252 cp1254 cp1257 iso8859_4 cp852 cp850 mac_latin2 mac_roman".split(),
    "cp1251 koi8_r koi8_u iso8859_5 cp866 mac_cyrillic cp1253 iso8859_7 cp737 mac_greek cp1256 "
    "iso8859_6 cp1255 iso8859_8 cp862".split(),
)
# Where nothing else explains the bytes: alphabets that hardly any other bytes spell.
_LAST: Final = "koi8_u mac_cyrillic iso8859_6 cp737 cp862".split()
_ENOUGH, _MOSTLY_OTHER = 20, 0.1  # bytes; of all, for such a text is made of little else
_CLEARLY: Final = 0.15  # so much likelier is one reading than another that differs
_MULTIBYTE: Final = lazily(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_HIGH: Final = bytes(range(0x80, 0x100))
_NUL_RUN: Final = lazily(rb"\x00{4,}")  # no text of any encoding holds one
_FEW_NULS: Final = 0.05  # of all bytes; UTF-16 has far more
_MOST_DAMAGE: Final = 0.5  # of the characters beyond ASCII; more is another encoding
_SLIGHT_DAMAGE: Final = 0.01  # of all characters: a stray byte or two of a page in ASCII
_FEWEST_TO_GUESS_BY: Final = 6  # bytes beyond ASCII; any stray byte is a letter somewhere
_SAMPLE: Final = 200_000  # bytes are enough to know an encoding by


class UndecodableError(ValueError):
    """Bytes that are no text, or a text that is damaged."""

    def __init__(self, reason: Fact) -> None:
        super().__init__(reason)
        self.reason = reason


def decode(raw: bytes, *, declared: str | None = None) -> str:
    """The text that the bytes hold, with line ends as ``\\n`` and without a byte order mark.

    Read as what a byte order mark says; else as UTF-16 when every other byte tells it; else as
    UTF-8; else as an older encoding. Nothing but line ends and the mark is altered.

    A file that was meant as UTF-8 and is damaged must not be read as something else. It is taken
    for damaged when its well-formed multi-byte sequences are at least as many as its stray bytes
    (or it is mostly ASCII and holds one of three bytes, which other encodings hardly ever make),
    and when no older encoding reads well (``corpus.legacy.reads_well``). ``declared`` is the older
    encoding that the document says it is in, tried before any other; it also serves where no
    encoding reads well.
    Raises ``UndecodableError`` for damaged or binary bytes.
    """
    text = _decode(raw, declared)
    if len(CONTROL.findall(text)) * 20 > len(text):
        raise UndecodableError(Fact("is binary: it is full of control characters; remove it"))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def decode_file(raw: bytes, *, declared: str | None = None) -> str:
    """As ``decode``, but a few damaged bytes become replacement characters; no quote holds one.

    Stray NUL bytes are left out, as browsers do. Raises ``UndecodableError``.
    """
    raw = raw.rstrip(b"\x00") if _marked(raw)[1] == "utf-8" else raw
    alone = _NUL_RUN.sub(b"", raw)  # most of the file; of an archive or a disk it is not
    is_text = 2 * len(alone) > len(raw) and alone.count(0) < _FEW_NULS * len(alone)
    if 0 in raw and is_text and _marked(raw)[1] == "utf-8":
        raw = raw.replace(b"\x00", b"")
    try:
        return decode(raw, declared=declared)
    except UndecodableError:
        text = _mended(raw, declared)
        if text is None:
            raise
        return text.replace("\r\n", "\n").replace("\r", "\n")


def _mended(raw: bytes, declared: str | None) -> str | None:
    """The reading with the fewest replacement characters, if those are few."""
    mark, encoding = _marked(raw)
    if raw.startswith(tuple(signature for signature, _ in _SIGNATURES)):
        return None
    if encoding == "utf-8" and b"\x00" in raw:
        return None
    encodings = filter(None, (encoding, declared))
    readings = (raw[len(mark) :].decode(each, "replace") for each in encodings)
    best = min(readings, key=lambda text: text.count("\ufffd"))
    damage = best.count("\ufffd")
    beyond_ascii = sum(len(run) for run in BEYOND_ASCII.findall(best))
    is_slight = damage < max(_MOST_DAMAGE * beyond_ascii, _SLIGHT_DAMAGE * len(best))
    return best if is_slight and len(CONTROL.findall(best)) * 20 <= len(best) else None


def _marked(raw: bytes) -> tuple[bytes, str]:
    """The byte order mark and the encoding that it stands for; UTF-8 where there is none."""
    return next((each for each in _MARKS if raw.startswith(each[0])), (b"", "utf-8"))


def _decode(raw: bytes, declared: str | None) -> str:
    mark, encoding = _marked(raw)
    if mark:
        return _strict(raw, encoding, skip=len(mark))
    for signature, kind in _SIGNATURES:
        if raw.startswith(signature):
            raise UndecodableError(Fact("is binary: {kind}, not a text; remove it", kind=kind))
    if b"\x00" in raw:
        return _without_mark(raw)
    escaped = by_escapes(raw)
    if escaped is not None:
        return escaped
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        return _older(raw, error, declared)


def _strict(raw: bytes, encoding: str, *, skip: int) -> str:
    try:
        return raw[skip:].decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.upper().removesuffix("-LE").removesuffix("-BE")
        fault = Fact(
            "is damaged: it begins as {encoding} and byte {at} does not fit; "
            "save it again as UTF-8",
            encoding=name,
            at=skip + error.start,
        )
        raise UndecodableError(fault) from None


def _without_mark(raw: bytes) -> str:
    """UTF-16 that has no mark: one byte of each pair is NUL or begins an alphabet."""
    for encoding, high in (("utf-16-le", raw[1::2]), ("utf-16-be", raw[0::2])):
        small = sum(high.count(value) for value in range(0x21))
        if 0 in high and small >= 0.9 * len(high):
            try:
                text = raw.decode(encoding)
            except UnicodeDecodeError:
                continue
            if not CONTROL.search(text) and _assigned(text):
                return text
    raise UndecodableError(Fact("is binary: it has a NUL byte at {at}; remove it", at=raw.index(0)))


def _assigned(text: str) -> bool:
    return all(unicodedata.category(character) not in {"Cn", "Co", "Cs"} for character in set(text))


def _older(raw: bytes, error: UnicodeDecodeError, declared: str | None) -> str:
    at, byte = error.start, f"0x{raw[error.start]:02x}"
    if declared and not _nearly_utf8(raw):
        with suppress(UnicodeDecodeError, LookupError):
            text = raw.decode(declared)
            if reads_well(text):
                return text
    if _meant_as_utf8(raw):
        damage = "is damaged UTF-8: byte {at} ({byte}) does not fit; save it again as UTF-8"
        raise UndecodableError(Fact(damage, at=at, byte=byte))
    fallback = None
    for encoding in chain(filter(None, [declared]), _candidates(raw)):
        try:
            text = raw.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if reads_well(text):
            if encoding == declared:
                return text
            return _asian(raw, text) if encoding in _ASIAN else _likeliest(raw, text, encoding)
        if encoding == declared:
            fallback = text
    if fallback is not None:
        return fallback
    unexplained = (
        "is damaged: byte {at} ({byte}) does not fit UTF-8, and no older encoding explains it; "
        "save it again as UTF-8"
    )
    raise UndecodableError(Fact(unexplained, at=at, byte=byte))


def _asian(raw: bytes, text: str) -> str:
    """The text, or the reading in which most characters are frequent in their language."""
    best = likeliest_asian(_sample(raw), _ASIAN)
    reading = _reading(raw, best) if best else None
    return text if reading is None else reading


def _likeliest(raw: bytes, text: str, encoding: str) -> str:
    """The text, or the reading in a neighbouring encoding whose letters make more sense."""
    sample = _sample(raw)
    if _high(sample) < _FEWEST_TO_GUESS_BY:
        return text
    found = likeness(sample.decode(encoding, "replace"))
    best, most = encoding, found
    for other in next((each for each in _NEIGHBOURS if encoding in each), ()):
        reading = _reading(sample, other)
        if reading is not None and (like := likeness(reading)) > most and reads_well(reading):
            best, most = other, like
    if best == encoding or (reading := _reading(raw, best)) is None or reading == text:
        return text
    if most - found < _CLEARLY:
        doubt = "may be in {first} or {second}, which differ in letters; save it as UTF-8"
        raise UndecodableError(Fact(doubt, first=_shown(encoding), second=_shown(best)))
    return reading


def _reading(raw: bytes, encoding: str) -> str | None:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if CONTROL.search(text) else text


def _shown(encoding: str) -> str:
    return encoding.replace("cp", "Windows-", 1).replace("iso8859_", "ISO 8859-").upper()


def _sample(raw: bytes) -> bytes:
    """Cut at a line end, where no character of any encoding is cut in two."""
    return raw if len(raw) <= _SAMPLE else raw[: raw.rfind(b"\n", 0, _SAMPLE) + 1 or _SAMPLE]


def _high(raw: bytes) -> int:
    """How many bytes are beyond ASCII."""
    return len(raw) - len(raw.translate(None, _HIGH))


def _nearly_utf8(raw: bytes) -> bool:
    """True when but a few of its well-formed sequences are damaged; Chinese never looks so."""
    damaged = raw.decode("utf-8", "replace").count("\ufffd")
    return damaged * 20 <= len(_MULTIBYTE.findall(raw))


def _meant_as_utf8(raw: bytes) -> bool:
    lengths = Counter(len(match.group()) for match in _MULTIBYTE.finditer(raw))
    whole, inside = lengths.total(), sum(size * count for size, count in lengths.items())
    high = _high(raw)
    mostly_ascii = high < 0.3 * len(raw)
    return 0 < whole >= high - inside or (mostly_ascii and lengths[3] + lengths[4] > 0)


def _candidates(raw: bytes) -> Iterator[str]:
    """Windows-1252 for Western languages, which charset-normalizer takes for their neighbours."""
    sample = _sample(raw)
    if western(sample.decode("cp1252", "replace")):
        yield "cp1252"
    if turkish(sample.decode("cp1254", "replace")):
        yield "cp1254"
    if _high(sample) < _FEWEST_TO_GUESS_BY:
        return
    from charset_normalizer import from_bytes  # noqa: PLC0415 - 0.03 s, and rarely needed

    for encodings in (_COMMON, _RARE):
        best = from_bytes(sample, cp_isolation=encodings).best()
        if best is not None:
            yield best.encoding
            yield from _ASIAN if best.encoding in _ASIAN else ()
    yield from _LAST if _high(sample) >= max(_ENOUGH, _MOSTLY_OTHER * len(sample)) else ()
