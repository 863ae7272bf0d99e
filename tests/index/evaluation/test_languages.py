"""Rules of the question path in other scripts: words, phrases and parts work without spaces.

Korean has spaces, but its words have endings that no stemmer here knows.
"""

from pathlib import Path

import pytest

from index.answering.matching import ranked
from index.answering.understanding import understood
from index.evaluation.collection import Collection, Text, indexed
from index.evaluation.measures import run_questions
from index.ranking.hits import Filter

HINDI = (
    ("बंदरगाह", "सोमवार को बंदरगाह पर हड़ताल शुरू हुई। मज़दूरों ने वेतन बढ़ाने की माँग की।"),
    ("पुल", "नदी पर नया पुल अप्रैल में खुला। उद्घाटन में मंत्री भी आए।"),
    ("मौसम", "पहाड़ों में भारी बर्फ़ गिरी। सड़कें दो दिन बंद रहीं।"),
)
THAI = (
    ("ท่าเรือ", "คนงานท่าเรือเริ่มนัดหยุดงานเมื่อวันจันทร์ พวกเขาขอขึ้นค่าแรง"),
    ("สะพาน", "สะพานใหม่ข้ามแม่น้ำเปิดในเดือนเมษายน รัฐมนตรีมาร่วมพิธี"),
    ("อากาศ", "หิมะตกหนักบนภูเขา ถนนปิดสองวัน"),
)
CHINESE = (
    ("港口", "港口工人星期一开始罢工。他们要求提高工资。"),
    ("大桥", "跨河新桥四月通车。部长出席了仪式。"),
    ("天气", "山区下了大雪。道路封闭了两天。"),
)
KOREAN = (
    ("항구", "월요일에 항구 노동자들이 파업을 시작했다. 그들은 임금 인상을 요구했다."),
    ("다리", "강을 건너는 새 다리가 4월에 열렸다. 장관이 행사에 참석했다."),
    ("날씨", "산에 큰눈이 내렸다. 길은 이틀 동안 막혔다."),
)
QUESTIONS = {
    "hindi": (HINDI, ("बंदरगाह पर हड़ताल कब शुरू हुई?", "नया पुल कब खुला?", "बर्फ़ कहाँ गिरी?")),
    "thai": (THAI, ("คนงานท่าเรือหยุดงานเมื่อไร", "สะพานใหม่เปิดเมื่อไร", "หิมะตกที่ไหน")),
    "chinese": (CHINESE, ("港口罢工什么时候开始?", "新桥什么时候通车?", "哪里下了雪?")),
    "korean": (
        KOREAN,
        ("항구의 파업은 언제?", "새로운 다리를 누가 열었나?", "큰눈은 어디에 왔나?"),
    ),
}


@pytest.mark.parametrize("script", QUESTIONS)
async def test_each_question_finds_its_text(tmp_path: Path, script: str) -> None:
    """The users' path needs neither spaces nor a stemmer of the language."""
    pages, questions = QUESTIONS[script]
    texts = tuple(Text(str(n), title, text) for n, (title, text) in enumerate(pages))
    asked = {str(n): question for n, question in enumerate(questions)}
    collection = Collection(script, texts, asked, {key: {key: 1} for key in asked})
    async with indexed(texts, tmp_path) as (served, _):
        run = await run_questions(collection, served)
    assert {key: documents[0] for key, documents in run.items()} == {key: key for key in asked}


@pytest.mark.parametrize(
    ("pages", "question", "phrase"),
    [
        (HINDI, "हड़ताल", "नया पुल"),
        (THAI, "หิมะ", "สะพานใหม่ข้ามแม่น้ำ"),
        (CHINESE, "大雪", "跨河新桥"),
        (KOREAN, "큰눈", "새 다리"),
    ],
)
async def test_a_phrase_leaves_only_the_text_that_holds_it(
    tmp_path: Path, pages: tuple[tuple[str, str], ...], question: str, phrase: str
) -> None:
    """A phrase counts before the other words of the question."""
    texts = tuple(Text(str(n), title, text) for n, (title, text) in enumerate(pages))
    async with indexed(texts, tmp_path) as (served, _):
        _, read, _ = understood(f'{question} "{phrase}"', served)
        hits = ranked(read, Filter(), 10, served)
        best = max(hits, key=lambda hit: len(hit.matched))
        assert "1" in {texts[served.snapshot.passage_document[h.passage]].id for h in hits}
        assert served.snapshot.passage_document[best.passage] == 1
        assert all(value >= 0 for hit in hits for value in hit.parts.values())


async def test_a_question_asks_for_characters_only_where_nothing_longer_is(tmp_path: Path) -> None:
    """A pair says more than its characters, which stand everywhere; a word of one still counts.

    So does one whose pair the corpus does not have.
    """
    texts = tuple(Text(str(n), title, text) for n, (title, text) in enumerate(CHINESE))
    async with indexed(texts, tmp_path) as (served, _):
        _, pairs, _ = understood("下大雪", served)
        assert pairs.terms == ("下", "下大", "大雪")
        _, year, _ = understood("2016年", served)
        assert year.terms == ("2016", "年")
        _, alone, _ = understood("雪", served)
        assert alone.terms == ("雪",)
        (hit,) = ranked(alone, Filter(), 10, served)
        assert served.snapshot.passage_document[hit.passage] == 2
