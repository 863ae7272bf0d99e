"""Bytes to text, and the reasons why not."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.encoding import UndecodableError, decode, decode_file

FRENCH = "Le président a déclaré à l'été que « c'est vrai ». Où ? À Paris, naïvement."
RUSSIAN = "Министерство иностранных дел сообщило, что боевики переброшены в зону конфликта."
POLISH = "Później władze potwierdziły, że żołnierze są już w kraju, i prosiły o więcej środków."
TURKISH = "Dışişleri Bakanlığı, savaşçıların bölgeye gönderildiği iddialarını yalanladı."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
@pytest.mark.parametrize("text", ["Plain words, no more.", FRENCH, RUSSIAN])
def test_unicode_is_read_with_and_without_a_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("The café was closed.", "latin-1"),
        (FRENCH, "latin-1"),
        (FRENCH, "cp1252"),
        ("“It’s a serious concern,” she said – again… for €5.", "cp1252"),
        ("Der Präsident sagte, daß die Größe der Straße geprüft werde.", "cp1252"),
        ("El señor Núñez habló mañana: ¿qué pasó?", "cp1252"),
        ("O ministro não confirmou a informação à imprensa.", "latin-1"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        ("Привет, мир! Это короткая заметка.", "koi8-r"),
        (TURKISH, "cp1254"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859-2"),
        ("Žluťoučký kůň příšerně úpěl ďábelské ódy.", "cp1250"),
        ("Το υπουργείο ανακοίνωσε ότι οι μισθοφόροι μεταφέρθηκαν στη ζώνη.", "cp1253"),
        ("أعلنت وزارة الخارجية أن المرتزقة نقلوا إلى منطقة النزاع.", "cp1256"),
        ("外交部表示，雇佣兵已被转移到冲突地区。", "gb18030"),
        ("外務省は、傭兵が紛争地域に移送されたと発表した。", "shift_jis"),
        ("外務省は、傭兵が紛争地域に移送されたと発表した。", "euc_jp"),
        ("외교부는 용병들이 분쟁 지역으로 이송되었다고 발표했다.", "euc_kr"),
        ("외교부는 똠방각하라는 용병들이 분쟁 지역으로 이송되었다고 발표했다.", "cp949"),
        ("Міністерство повідомило, що її бійців і ґвинтокрили перекинуто в зону.", "koi8-u"),
        ("أعلنت وزارة الخارجية أن المرتزقة نقلوا إلى منطقة النزاع.", "iso8859-6"),
        ("外交部表示，傭兵已被轉移到衝突地區。", "big5"),
    ],
)
def test_older_encodings_are_told_by_what_they_say(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_a_declared_encoding_is_tried_first() -> None:
    raw = "plaćenici".encode("cp1250")
    assert decode(raw, declared="cp1250") == "plaćenici"


@pytest.mark.parametrize(
    ("raw", "offset"),
    [
        (b"good text \xff\xfe bad", "10"),
        (b"Macron said caf\xc3 yesterday", "15"),
        (b"Caf\xc3\xa9 and a stray \xe9 byte", "18"),
        (b"Hello \xff world", "6"),
        (b"Truncated euro \xe2\x82", "15"),
        (b"Broken \xf0\x9f\x98 emoji", "7"),
        (b"can\x80\x99t do", "3"),
        ("Всё хорошо, и всё.".encode() + b"\xd0", "31"),
        ("“quoted” text".encode()[:-7], "9"),
        (b"a" * 1500 + b"\xfe" + b"b" * 1500, "1,500"),
        (b"\xef\xbb\xbfmarked \xff", "10"),
        (b"\xff\xfea\x00b", "4"),
    ],
)
def test_damaged_unicode_is_refused_with_the_place_and_never_guessed(
    raw: bytes, offset: str
) -> None:
    with pytest.raises(UndecodableError, match=rf"damaged.*byte {offset}\b.*save it again"):
        decode(raw)


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "PNG image"),
        (b"%PDF-1.7\n1 0 obj", "PDF"),
        (b"PK\x03\x04\x14\x00", "ZIP"),
        (b"abc\x00def", "NUL byte at 3"),
        (bytes(range(256)), "NUL byte at 0"),
        (b"\x01\x02\x03\x04ab", "control characters"),
    ],
)
def test_binary_files_are_refused_with_what_they_are(raw: bytes, kind: str) -> None:
    with pytest.raises(UndecodableError, match=f"binary.*{kind}"):
        decode(raw)


def test_line_ends_become_newlines_and_nothing_else_changes() -> None:
    assert (
        decode("a\r\nb\rc\n\td\u2028e\x0cf \ufeffg".encode()) == "a\nb\nc\n\td\u2028e\x0cf \ufeffg"
    )


@given(st.binary(max_size=300))
def test_any_bytes_are_a_text_or_a_reason(raw: bytes) -> None:
    with suppress(UndecodableError):
        assert "\r" not in decode(raw)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1))
def test_all_valid_utf8_text_comes_back_to_the_letter(text: str) -> None:
    assert decode(("A" + text).encode()) == "A" + text


def test_a_declared_encoding_that_makes_no_sense_gives_way_to_one_that_does() -> None:
    russian = "Министерство сообщило, что переговоры продолжатся в среду."
    assert decode(russian.encode("cp1251"), declared="cp1252") == russian
    assert decode(russian.encode("koi8_r"), declared="cp1251") == russian


def test_a_declared_encoding_serves_where_none_reads_well() -> None:
    assert decode(b"x\x80y \xe9", declared="cp1252") == "x€y é"


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        (b"<script>var a = 'x';</script>", b"<script>var a = '\xff\xfe\x81';</script>"),
        ("<p>A – B</p>".encode(), b"<a>Stra\xdfe</a><a>\xe9t\xe9</a><p>A \xe2\x80\x93 B</p>"),
    ],
)
def test_a_stray_byte_or_two_never_costs_a_page(good: bytes, bad: bytes) -> None:
    prose = b"<p>The ministry denied that any shots had been fired at the border.</p>" * 8
    text = decode_file(prose + bad)
    assert text.count("denied that any shots") == 8
    assert "\ufffd" in text
    assert decode_file(prose + good) == (prose + good).decode()


def test_a_file_padded_with_nul_bytes_is_read_and_an_archive_of_texts_is_not() -> None:
    prose = b"<p>The ministry denied that any shots had been fired at the border.</p>"
    assert decode_file(prose + bytes(50_000)) == prose.decode()
    archive = (b"notes.txt" + bytes(91) + b"0000644" + bytes(400) + prose + bytes(900)) * 2
    with pytest.raises(UndecodableError):
        decode_file(archive)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32"])
def test_a_file_with_a_mark_keeps_its_nul_bytes_and_what_is_whole(encoding: str) -> None:
    text = "部长表示，谈判将于周三继续，双方没有就日期达成一致。\n" * 9
    raw = ("\ufeff" * encoding.endswith("be") + text).encode(encoding)
    assert decode_file(raw) == text
    assert decode_file(raw[:-1]) == text[:-1] + "\ufffd"


def test_a_page_of_stray_bytes_is_refused() -> None:
    with pytest.raises(UndecodableError):
        decode_file(b"<p>" + bytes(range(128, 256)) * 3)


@pytest.mark.parametrize("encoding", ["cp1257", "iso8859_13"])
def test_a_word_of_one_letter_does_not_spoil_a_reading(encoding: str) -> None:
    text = "Ministerija paneigė, kad į regioną buvo siunčiami samdiniai, važiuojantys per kaimą."
    assert decode_file(f"{text}\n{text}".encode(encoding)).splitlines() == [text, text]
