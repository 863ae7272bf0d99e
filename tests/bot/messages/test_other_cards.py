"""The cards beside the answer's: sources, reindexing and status, whatever names they hold."""

from datetime import UTC, datetime, timedelta

import pytest
from discord import ui
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.desk.rules import Rules
from bot.messages.cards import TEXT_LIMIT
from bot.messages.reindex_cards import attachment, bar, progress_card, report_card
from bot.messages.settings_panel import settings_view
from bot.messages.source_cards import PAGE_SIZE, list_view, source_view
from bot.wording.face import DISCORD
from bot.wording.phrases import age, duration, size
from bot.wording.voice import Voices
from corpus.dates import PartialDate
from corpus.model import Origin, Source
from index.answers import Holding, Unreadable
from index.reports import Progress, ReindexReport

VOICES = Voices.load(DISCORD)
VOICE = VOICES.default
LANGUAGES = st.sampled_from(list(VOICES.by_language))
NAMES = st.text(min_size=1, max_size=30) | st.just("*" * 500)
SOURCES = st.builds(
    Source,
    title=st.none() | NAMES,
    publisher=st.none() | NAMES,
    author=st.none() | NAMES,
    url=st.none() | st.just("https://a.b/" + "_" * 480),
    published=st.none() | st.just(PartialDate(2020, 10)),
    language=st.none() | NAMES,
    origins=st.just(dict.fromkeys(("title", "publisher", "url"), Origin.DOCUMENT)),
)
HOLDINGS = st.builds(
    Holding,
    document=NAMES,
    source=SOURCES,
    sha256=st.just("0" * 64),
    characters=st.integers(0, 10**7),
    passages=st.integers(0, 10**5),
    indexed_at=st.just(datetime(2026, 11, 22, tzinfo=UTC)),
)


@settings(max_examples=30, deadline=None)
@given(HOLDINGS, st.lists(HOLDINGS, max_size=2 * PAGE_SIZE), LANGUAGES, st.integers(-1, 9))
async def test_sources_fit_whatever_they_are_called(
    one: Holding, many: list[Holding], language: str, page: int
) -> None:
    voice = VOICES.by_language[language]
    for view in (source_view(one, voice), list_view(many, "*" * 50, page, voice)):
        assert view.content_length() <= TEXT_LIMIT
        assert view.total_children_count <= 40
        for menu in (each for each in view.walk_children() if isinstance(each, ui.Select)):
            values = [option.value for option in menu.options]
            assert len(set(values)) == len(values)


async def test_files_whose_names_differ_in_letter_case_alone_are_both_listed() -> None:
    """Discord would refuse a menu that offers the same value twice."""
    held = [
        Holding(name, Source(), "0" * 64, 9, 1, datetime(2026, 11, 22, tzinfo=UTC))
        for name in ("README.md", "readme.md")
    ]
    view = list_view(held, "", 0, VOICE)
    shown = "\n".join(
        each.content for each in view.walk_children() if isinstance(each, ui.TextDisplay)
    )
    (menu,) = (each for each in view.walk_children() if isinstance(each, ui.Select))
    assert "README" in shown
    assert "readme" in shown
    assert len(menu.options) == 1


@pytest.mark.parametrize("language", VOICES.by_language)
async def test_the_settings_fit_however_much_is_chosen(language: str) -> None:
    rules = Rules(channels=tuple(range(10**18, 10**18 + 25)), sources=("*" * 300,) * 40)
    view = settings_view(None, rules, VOICES, VOICES.by_language[language], note="*" * 100)
    assert view.content_length() <= TEXT_LIMIT


@settings(max_examples=30, deadline=None)
@given(st.lists(NAMES, max_size=9), st.lists(NAMES, max_size=9), LANGUAGES)
def test_a_report_fits_and_names_everything_here_or_in_its_attachment(
    names: list[str], reasons: list[str], language: str
) -> None:
    unreadable = tuple(Unreadable(reason, reason) for reason in reasons)
    named = tuple(names)
    report = ReindexReport("6b0261756688", named, named, named, unreadable, 12, 57, 3.2)
    card, attached = report_card(report, VOICES.by_language[language])
    assert card.size <= TEXT_LIMIT
    if len(names) > 5 or any(len(name) > 60 for name in names):
        assert attached is not None
    if attached is not None:
        assert all(name in attached for name in (*names, *reasons))


def test_an_attachment_is_cut_at_a_line_and_says_so() -> None:
    text = "\n".join(f"file-{number}.md" for number in range(100))
    assert attachment(text, 10_000).decode() == text
    assert attachment(text, 40).decode() == "file-0.md\nfile-1.md\nfile-2.md\n…\n"


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_the_bar_is_as_full_as_the_work_is_done(done: int, total: int) -> None:
    cells = bar(Progress(done, total, 0))
    assert len(cells) == 20
    assert cells == "█" * cells.count("█") + "░" * cells.count("░")
    if done >= total > 0:
        assert "░" not in cells


def test_progress_tells_documents_passages_and_time() -> None:
    (text,) = progress_card(Progress(6, 12, 1234), 75, VOICE, full=True).texts
    assert "Reindexing everything" in text
    assert "6 of 12 files · 1,234 passages · 1:15" in text
    assert "█" * 10 + "░" * 10 in text
    (text,) = progress_card(None, 0, VOICE, full=False).texts
    assert "Looking at the files" in text


@pytest.mark.parametrize(
    ("passed", "said"),
    [
        (timedelta(seconds=59), "just now"),
        (timedelta(minutes=1), "1 minute ago"),
        (timedelta(hours=47), "47 hours ago"),
        (timedelta(days=3), "3 days ago"),
        (timedelta(seconds=-5), "just now"),
    ],
)
def test_ages_are_told_in_the_largest_whole_unit(passed: timedelta, said: str) -> None:
    now = datetime(2026, 11, 22, 12, tzinfo=UTC)
    assert age(now - passed, VOICE, now) == said


def test_durations_and_sizes() -> None:
    assert [duration(seconds) for seconds in (7, 750, 3723)] == ["0:07", "12:30", "1:02:03"]
    assert [size(n, VOICE) for n in (12, 1_500, 2_000_000, 3 * 10**9)] == [
        "12 B",
        "1.5 kB",
        "2.0 MB",
        "3.0 GB",
    ]
