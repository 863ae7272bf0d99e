"""East Asian encodings: the same bytes are characters in several, and words in one."""

import pytest

from corpus.encoding import decode_file

JAPANESE = "国防省は、同地域に傭兵を派遣したことはないと述べ、報道を否定した。"
KOREAN = "국방부는 이 지역에 용병을 파견한 적이 없다고 밝히고 보도를 부인했다."
SIMPLIFIED = "国防部否认曾向该地区派遣雇佣军，并称有关报道纯属捏造。"
TRADITIONAL = "國防部否認曾向該地區派遣傭兵，並稱有關報導純屬捏造。"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        ("東京で会談が行われた", "shift_jis"),
        (KOREAN, "euc_kr"),
        ("서울에서 회담이 열렸다", "cp949"),
        (SIMPLIFIED, "gb2312"),
        ("会谈在北京举行", "gb18030"),
        (TRADITIONAL, "big5"),
        (TRADITIONAL, "gb18030"),
    ],
)
@pytest.mark.parametrize("times", [1, 40])
def test_a_text_is_read_in_the_encoding_in_which_it_has_words(
    text: str, encoding: str, times: int
) -> None:
    assert decode_file((text * times).encode(encoding)) == text * times
