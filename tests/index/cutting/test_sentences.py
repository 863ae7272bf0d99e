"""Sentences: exact spans that lose nothing, and the hard cases one by one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.cutting.sentence_rules import rules_for
from index.cutting.sentences import sentence_spans

untimed = settings(deadline=None)  # the first call loads nltk


def sentences(text: str, language: str = "english") -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, language)]


def odd_text() -> st.SearchStrategy[str]:
    """Text dense in what makes splitting hard."""
    pieces = st.sampled_from(
        [
            *"abÄé中。！？.?!…“”\"'’‘«»()[]{}-–*|#1٣\u0301\u200d\ufeff\u00a0",
            *(" ", "\n", "\n\n", "\t", "\r\n", "\u2028", "\x0c"),
            *("Mr.", "U.S.", "No. 5", "He said.", "...", ". ", "? ", "\n- item", "\n```\n"),
            "a line of some length that is wrapped by hand at column 60\n",
        ]
    )
    return st.lists(pieces | st.text(max_size=3), max_size=25).map("".join)


@untimed
@given(odd_text(), st.sampled_from(["english", "german", "klingon"]))
def test_spans_are_ordered_and_hold_every_visible_character(text: str, language: str) -> None:
    """Spans never overlap, begin and end on visible characters, and lose none."""
    last = 0
    for start, end in sentence_spans(text, language):
        assert last <= start < end
        assert not text[last:start].strip()
        assert text[start:end] == text[start:end].strip()
        last = end
    assert not text[last:].strip()


PLAIN_WORDS = st.from_regex(r"[a-z]{2,9}", fullmatch=True).filter(rules_for("english").is_plain)


@untimed
@given(st.lists(st.lists(PLAIN_WORDS, min_size=1, max_size=6), min_size=1, max_size=6), st.data())
def test_where_no_rule_of_ours_speaks_punkt_decides(
    spoken: list[list[str]], data: st.DataObject
) -> None:
    """On sentences of plain words the spans are those of nltk's whole tokenizer."""
    text = " ".join(
        " ".join(words).capitalize() + data.draw(st.sampled_from([".", "?", "!", ".”", ".)"]))
        for words in spoken
    )
    assert list(sentence_spans(text)) == list(rules_for("english").punkt.span_tokenize(text))


@untimed
@given(PLAIN_WORDS, PLAIN_WORDS)
def test_the_fast_path_agrees_with_punkt(word: str, following: str) -> None:
    """A period after a plain word and before a capital is an end to Punkt as well."""
    rules = rules_for("english")
    assert rules.punkt_ends(word, following.capitalize())


ONE_SENTENCE = [
    "The letter from J. K. Jerome arrived.",
    "The U.S. Embassy in Strelsau was closed.",
    "Gen. Ahab and Lt. Col. Starbuck met Mr. Holmes at 9 a.m. Monday.",
    "It was adopted as No. 5 on Nov. 3 in the U.K. Parliament.",
    "“Are you mercenaries?” he asked.",
    "“Who paid them?” Captain Ahab asked.",
    "“Stop!” cried the captain.",
    "They left the field of combat … to re-join it elsewhere.",
    "He paused... and went on.",
    "09.08.2020Before the war the consul warned travellers.",
    "1. First, the troops leave.",
    "IV. Final clauses are in the annex.",
    "“It is a very serious new fact.” – Reuters",
    "“We shall not forget.” (Collected Speeches, p. 3)",
    "He earned approx. $2,000 a month, i.e. little.",
    "Arms, ammunition, etc. were seized by Nemo & Co. Ltd. and others.",
    "Sources say the town of Zenda fell. and was retaken.",
    "Prof. Challenger spoke [...] at length.",
]


@pytest.mark.parametrize("text", ONE_SENTENCE)
def test_no_end_inside(text: str) -> None:
    """Abbreviations, initials, quotations, ellipses and numbers do not end a sentence."""
    assert sentences(text) == [text]


SEVERAL = [
    "He flew to the U.S.¦ The embassy said nothing.",
    "They seized rifles, pistols, etc.¦ The rest was lost.",
    "The answer was no.¦ Nobody was surprised.",
    "He left in Nov.¦ The others stayed.",
    "They asked the union rep.¦ He had gone to see Rep. Pooter.",
    "We walked under the arch.¦ Nobody spoke.",
    "“Today we have proof.”¦ Nobody believed him.",
    "He said: “They are paid.¦ They are ‘dogs of war.’”¦ The court rose.",
    "It began at 4 a.m.¦ Nobody slept.",
    "‘’I did not know,’’ he said.¦ ‘’When the truck stopped, we fought.’’¦ He wept.",
    "“We are concerned. ”¦ The ministry gave no details.",
    "“It is over.”¦“We have won.”¦The crowd cheered.",
    "The town fell.[3]¦ Its defenders fled.¹¦ Nobody stayed.",
    "1. The troops leave.¦ 2. The border opens.",
    "He had one answer: no.¦ – Are you afraid?¦ – Not of you.",
    "He waited...¦ Nobody came.",
    "The device is made by iCandle.¦ iCandle denies it.¦ al-Qamar was retaken.",
    "we went home.¦ nobody was there.¦ the door was open.",
    "Headline Without an End¦\nBy Our Correspondent¦\n\nThe text begins.¦ It ends.",
    "- one item of the list¦\n- another item¦\n- the last",
    "| a. | b. |¦\n| c. | d. |",
    "The code follows.¦\n```\na. B. c! D?\n\ne = 1\n```¦\nIt ran.",
]


@pytest.mark.parametrize("marked", SEVERAL)
def test_ends_where_the_bar_stands(marked: str) -> None:
    """Each bar marks an end, and there is no other."""
    assert sentences(marked.replace("¦", "")) == [part.strip() for part in marked.split("¦")]


LANGUAGES = [
    ("german", "Am 3. Oktober sprach Dr. Faust, z. B. in Berlin.¦ Er ging ca. um 9 Uhr."),
    ("french", "M. Jourdain est parti.¦ « Pourquoi ? »¦ Personne ne le sait."),
    ("spanish", "¿Quién pagó al Sr. Quijano?¦ Nadie lo sabe."),
    ("russian", "Л. Н. Толстой писал об этом.¦ Кто знает?"),
    ("arabic", "من دفع لهم؟¦ لا أحد يعرف."),
    ("hindi", "सेना शहर में पहुँची।¦ किसने आदेश दिया?¦ कोई नहीं जानता।"),
    ("chinese", "军队进入了城市。¦谁下的命令？¦没有人知道！"),
    ("japanese", "「誰が命令したのか。」と記者は聞いた。¦誰も知らない。"),
    ("urdu", "حکم کس نے دیا؟¦ کوئی نہیں جانتا۔¦ وزیر خاموش رہے۔"),
]


@pytest.mark.parametrize(("language", "marked"), LANGUAGES)
def test_other_languages(language: str, marked: str) -> None:
    """Other languages' end marks and commonest abbreviations are known."""
    assert sentences(marked.replace("¦", ""), language) == [
        part.strip() for part in marked.split("¦")
    ]


WRAPPED = (
    "The commission was set up in the spring of that year to establish who had\n"
    "ordered the shelling of the harbour. It heard sixty witnesses, among them the\n"
    "harbour master, and published its findings in the autumn."
)


def test_a_wrapped_paragraph_is_read_across_its_line_ends() -> None:
    """A line end inside a paragraph wrapped by hand is white space."""
    assert [len(sentence.split("\n")) for sentence in sentences(WRAPPED)] == [2, 2]


TWO_LINES = (
    "The harbour master said in the town paper that no ship was\n"
    "12 days late, and that he paid what had been agreed by the\n"
    "Council of Oster."
)


def test_a_line_that_fills_the_column_of_its_text_runs_on() -> None:
    """Three longer paragraphs show the column; without them two lines tell nothing."""
    two = "\n".join(TWO_LINES.split("\n")[1:])
    assert len(sentences(two)) == 2
    assert sentences("\n\n".join([TWO_LINES] * 3 + [two]))[-1] == two
    heading = "The council of Oster\nHarbours and their masters"
    apart = sentences("\n\n".join([TWO_LINES] * 3 + [heading]))[-2:]
    assert apart == heading.split("\n")


def test_a_line_end_outside_wrapped_text_ends_the_sentence() -> None:
    """Lines of unequal length are separate, whether or not a mark ends them."""
    text = "Alleged fighters seen\nThe ministry has denied that any such fighters exist at all."
    assert sentences(text) == text.split("\n")


def test_a_wide_mark_keeps_its_combining_marks() -> None:
    """No end falls between a full stop and the mark combined with it."""
    assert sentences("中。\u0301文。字") == ["中。\u0301文。", "字"]


@pytest.mark.parametrize("unit", ["A! ", "U. ", ". ", '".', "…", "1. ", "p.m. x ", "```x\n", "-"])
def test_long_lines_of_marks_are_split(unit: str) -> None:
    """Runs of marks without end neither recurse nor backtrack."""
    text = unit * 20_000
    found = "".join(text[start:end] for start, end in sentence_spans(text))
    assert "".join(found.split()) == "".join(text.split())


@pytest.mark.parametrize(
    "mark",
    [
        *("[7]", "[12][13]", "[a]", "[note 4]", "[citation needed]", "⁷", "¹²", "[¹²]"),
        *("[1, 2]", "[1–3]", "[12]:45", "[12]: ⁴⁵", "(12)", "⁽¹⁾", "†"),
    ],
)
@pytest.mark.parametrize("word", ["houses", "1998", "Paris"])
def test_a_sentence_ends_before_and_behind_a_note_mark(mark: str, word: str) -> None:
    first, second = f"The law was made by both {word}.{mark}", "The king has no vote in it."
    assert sentences(f"{first} {second}") == [first, second]
    if word == "houses":
        first = f"The law was made by both {word}{mark}."
        assert sentences(f"{first} {second}") == [first, second]


def test_a_note_mark_behind_an_abbreviation_ends_no_sentence() -> None:
    text = "He spoke to Gov.[12] Smith of the matter."
    assert sentences(text) == [text]


def test_a_note_mark_in_chinese_stays_with_its_sentence() -> None:
    assert sentences("他是国王。[12]议会有两院。", "chinese") == ["他是国王。[12]", "议会有两院。"]
