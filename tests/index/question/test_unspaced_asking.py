"""Words of asking in scripts that part no words."""

import pytest

from index.question.unspaced_asking import without_asking


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("磨坊什么时候关闭？", "磨坊 关闭？"),
        ("谁关闭了磨坊", "关闭了磨坊"),
        ("磨坊关闭了吗？", "磨坊关闭了 ？"),
        ("水車小屋はいつ閉まりましたか？", "水車小屋は 閉まり ？"),
        ("なぜ閉まった", "閉まった"),
        ("방앗간은 언제 닫혔나", "방앗간은 닫혔나"),
        ("几内亚 吗啡 ぶどう いつも 누구나", "几内亚 吗啡 ぶどう いつも 누구나"),
        ("โรงสีปิดเมื่อไหร่", "โรงสีปิด"),
        ("ใครปิดโรงสี", "ปิดโรงสี"),
        ("เรือกี่ลำจม", "เรือ ลำจม"),
        ("โรงสีมีผ้าไหม", "โรงสีมีผ้าไหม"),
        ("โรงสีปิดแล้วไหม", "โรงสีปิดแล้ว"),
        ("什么", "什么"),
        ("what 12", "what 12"),
    ],
)
def test_words_that_only_ask_are_dropped(question: str, left: str) -> None:
    """Not where they are part of another word, nor where nothing else is left."""
    assert " ".join(without_asking(question).split()) == left
