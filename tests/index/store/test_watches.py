"""Standing questions on a real SQLite file."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.findings.news import Seen
from index.store.records import Records
from index.store.watches import NewWatch, Payload, Watches

ASKER = "123456789012345678"
NEWS: Payload = {
    "kind": "news",
    "source": "",
    "language": "en",
    "questions": ["Who?", "When?"],
    "quotes": ["q1", "q2", "q3"],
    "asked": [[0], [0, 1], [1]],
    "starts": [0, 4, 7],
    "lengths": [3, 5, 2],
}
NEW = NewWatch("guild:1", 10, 20, "Who?", "", "en", "v1", (Seen("a.md", "Words."),))


@pytest.fixture
async def records(tmp_path: Path) -> AsyncIterator[Records]:
    async with Records.open(tmp_path / "records.sqlite3") as opened:
        yield opened


async def add(records: Records, watch: NewWatch = NEW, person: str = ASKER, most: int = 9) -> int:
    number = await records.watches.add(records.pseudonym(person), watch, most)
    assert number is not None
    return number


async def numbers(watches: Watches) -> list[int]:
    return [watch.number for watch in await watches.all()]


async def test_a_watch_is_kept_with_what_it_knows(records: Records) -> None:
    await add(records)
    (watch,) = await records.watches.of_server("guild:1")
    assert (watch.channel, watch.contact, watch.question) == (10, 20, "Who?")
    assert watch.seen == NEW.seen
    assert watch.maker == records.pseudonym(ASKER) != ASKER


async def test_the_most_are_those_of_a_server_or_of_a_person(records: Records) -> None:
    direct = replace(NEW, scope="direct")
    for watch in (NEW, direct):
        await add(records, watch, most=1)
        assert await records.watches.add(records.pseudonym(ASKER), watch, 1) is None
    assert await records.watches.add("other", NEW, 1) is None
    assert await records.watches.add("other", direct, 1) is not None


async def test_what_was_seen_and_what_is_to_be_said_are_noted_together(records: Records) -> None:
    await add(records)
    seen = (Seen("b.md", "Other words."),)
    (read,) = await records.watches.all()
    assert await records.watches.looked("v2", {read: seen}, [(10, {"kind": "news"})])
    (watch,), (post,) = await records.watches.all(), await records.watches.posts()
    assert (watch.version, watch.seen) == ("v2", seen)
    assert (post.channel, post.payload, post.tried) == (10, {"kind": "news"}, False)
    await records.watches.trying(post.number)
    (again,) = await records.watches.posts()
    assert (again.nonce, again.tried) == (post.nonce, True)
    await records.watches.said(post.number)
    assert await records.watches.posts() == ()


async def test_only_the_first_of_two_who_looked_has_it_noted(records: Records) -> None:
    """Two bots on one folder may look at the same version; the news of it are written down once."""
    await add(records)
    (read,) = await records.watches.all()
    assert await records.watches.looked("v2", {read: ()}, [(10, {"kind": "news"})])
    assert not await records.watches.looked("v2", {read: ()}, [(10, {"kind": "news"})])
    (post,) = await records.watches.posts()
    assert await records.watches.trying(post.number)
    await records.watches.said(post.number)
    assert not await records.watches.trying(post.number)


async def test_nothing_is_said_for_a_watch_that_was_removed_meanwhile(records: Records) -> None:
    number = await add(records)
    (read,) = await records.watches.all()
    await records.watches.remove([number])
    assert not await records.watches.looked("v2", {read: ()}, [(10, {"kind": "news"})])
    assert await records.watches.posts() == ()


async def test_the_texts_are_those_given_last(records: Records) -> None:
    assert await records.watches.texts() is None
    for texts in (b"12345678", b"abcdefgh"):
        await records.watches.set_texts(texts)
    assert await records.watches.texts() == b"abcdefgh"


async def test_leaving_a_server_takes_all_of_it_and_nothing_else(records: Records) -> None:
    await add(records)
    other = await add(records, replace(NEW, scope="guild:2", channel=11))
    await records.watches.looked("v2", {}, [(10, NEWS), (11, NEWS)])
    await records.watches.leave("guild:1")
    assert await numbers(records.watches) == [other]
    assert [post.channel for post in await records.watches.posts()] == [11]


async def test_forgetting_takes_what_somebody_watches_and_is_to_hear(records: Records) -> None:
    await add(records)
    other = await add(records, person="other")
    mine = replace(NEW, scope="direct", channel=20)
    await add(records, mine)
    notice = {"kind": "gone", "maker": records.pseudonym(ASKER)}
    await records.watches.looked("v2", {}, [(10, NEWS), (20, NEWS), (20, notice)])
    assert (await records.forget(ASKER)).watches == 2
    assert await numbers(records.watches) == [other]
    assert [post.channel for post in await records.watches.posts()] == [10]


async def test_a_watch_that_ends_leaves_word(records: Records) -> None:
    number = await add(records)
    await records.watches.remove([number], [(20, {"kind": "gone"})])
    assert await numbers(records.watches) == []
    assert [post.channel for post in await records.watches.posts()] == [20]


async def test_of_what_is_to_be_said_what_others_watch_stays(records: Records) -> None:
    """Its passages are those that answer them, none of them marked for the question that went."""
    mine = await add(records)
    await add(records, replace(NEW, question="When?", source="tag", language="de"), "other")
    await records.watches.looked("v2", {}, [(10, NEWS)])
    await records.watches.remove([mine])
    (post,) = await records.watches.posts()
    assert post.payload == {
        **NEWS,
        "source": "tag",
        "language": "de",
        "questions": ["When?"],
        "quotes": ["q2", "q3"],
        "asked": [[0], [0]],
        "starts": [4, 7],
        "lengths": [0, 0],
    }


async def test_what_was_written_down_by_an_earlier_release_is_taken_back_as_well(
    records: Records,
) -> None:
    mine = await add(records)
    await add(records, replace(NEW, question="When?"), "other")
    earlier = {key: value for key, value in NEWS.items() if key != "asked"}
    await records.watches.looked("v2", {}, [(10, earlier)])
    await records.watches.remove([mine])
    (post,) = await records.watches.posts()
    assert post.payload["questions"] == ["When?"]
    assert post.payload["quotes"] == NEWS["quotes"]


async def test_a_question_that_is_watched_twice_goes_on_for_the_source_that_is_left(
    records: Records,
) -> None:
    mine = await add(records)
    await add(records, replace(NEW, source="tag"), "other")
    await records.watches.looked("v2", {}, [(10, NEWS)])
    await records.watches.remove([mine])
    (post,) = await records.watches.posts()
    assert (post.payload["questions"], post.payload["source"]) == (["Who?"], "tag")
