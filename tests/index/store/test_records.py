"""The bot's records, on a real SQLite file."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from index.store.records import Forgotten, Records, Votes

ASKER = "123456789012345678"


@pytest.fixture
async def records(tmp_path: Path) -> AsyncIterator[Records]:
    async with Records.open(tmp_path / "records.sqlite3") as opened:
        yield opened


async def test_a_person_votes_once_per_quote_and_may_change_it(records: Records) -> None:
    await records.vote(ASKER, "a-1", useful=True)
    await records.vote(ASKER, "a-1", useful=False)
    await records.vote("other", "a-1", useful=True)
    assert await records.votes("a-1") == Votes(useful=1, useless=1)
    assert await records.vote_of(ASKER, "a-1") is False


async def test_a_vote_can_be_taken_back(records: Records) -> None:
    await records.vote(ASKER, "a-1", useful=True)
    await records.vote(ASKER, "a-1", useful=None)
    assert await records.votes("a-1") == Votes(0, 0)
    assert await records.vote_of(ASKER, "a-1") is None


async def test_no_file_of_the_records_holds_a_persons_id(records: Records, tmp_path: Path) -> None:
    await records.vote(ASKER, "a-1", useful=True)
    await records.log_question(ASKER, "scope", "who said it", answered=True)
    await records.audit(ASKER, "reindex", "done")
    stored = _bytes_in(tmp_path)
    assert ASKER.encode() not in stored
    assert records.pseudonym(ASKER).encode() in stored


async def test_the_pseudonym_is_the_same_after_a_restart_and_differs_elsewhere(
    tmp_path: Path,
) -> None:
    async with Records.open(tmp_path / "one.sqlite3") as first:
        before = first.pseudonym(ASKER)
    async with Records.open(tmp_path / "one.sqlite3") as again:
        assert again.pseudonym(ASKER) == before
    async with Records.open(tmp_path / "two.sqlite3") as other:
        assert other.pseudonym(ASKER) != before


async def test_forgetting_deletes_votes_and_questions_of_that_person_alone(
    records: Records,
) -> None:
    for person in (ASKER, "other"):
        await records.vote(person, "a-1", useful=True)
        await records.log_question(person, "scope", "who", answered=True)
    assert await records.forget(ASKER) == Forgotten(votes=1, questions=1)
    assert await records.forget(ASKER) == Forgotten(votes=0, questions=0)
    assert await records.votes("a-1") == Votes(1, 0)


async def test_rules_hold_at_once_and_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "records.sqlite3"
    async with Records.open(path) as records:
        assert records.rules("guild:1") == {}
        await records.set_rules("guild:1", {"passages": 2, "channels": [1, 2]})
        assert records.rules("guild:1") == {"passages": 2, "channels": [1, 2]}
    async with Records.open(path) as records:
        assert records.rules("guild:1") == {"passages": 2, "channels": [1, 2]}
        assert records.rules("guild:2") == {}


async def test_the_audit_is_read_newest_first(records: Records) -> None:
    await records.audit(ASKER, "reindex", "refused")
    await records.audit(ASKER, "reindex", "done", "3 added")
    newest, oldest = await records.audit_trail()
    assert (newest.outcome, newest.detail, oldest.outcome) == ("done", "3 added", "refused")
    assert newest.person == records.pseudonym(ASKER)
    assert abs(datetime.now(UTC) - newest.at) < timedelta(minutes=1)


async def test_logged_questions_are_dropped_after_their_time(records: Records) -> None:
    await records.log_question(ASKER, "scope", "old", answered=False)
    moment = datetime.now(UTC)
    await records.log_question(ASKER, "scope", "new", answered=True)
    assert await records.drop_questions(before=moment) == 1
    assert await records.forget(ASKER) == Forgotten(votes=0, questions=1)


async def test_a_note_is_kept_and_replaced(records: Records) -> None:
    assert await records.note("commands") is None
    await records.set_note("commands", "abc")
    await records.set_note("commands", "def")
    assert await records.note("commands") == "def"


def _bytes_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())


async def test_forgetting_strikes_a_person_out_of_the_audit_and_keeps_what_was_done(
    records: Records,
) -> None:
    for person in (ASKER, "other"):
        await records.audit(person, "reindex", "done")
    assert (await records.forget(ASKER)).audited == 1
    others, nobodys = await records.audit_trail()
    assert (nobodys.person, nobodys.outcome) == ("", "done")
    assert others.person == records.pseudonym("other")


async def test_useless_quotes_come_first_that_most_more_people_found_so(records: Records) -> None:
    for quote, useful, useless in (("a", 5, 1), ("b", 0, 2), ("c", 3, 0), ("d", 1, 4)):
        for number in range(useful + useless):
            await records.vote(f"{number}", quote, useful=number < useful)
    assert await records.votes() == Votes(9, 7)
    found = await records.found_useless(2)
    assert found == (("d", Votes(1, 4)), ("b", Votes(0, 2)))
    assert [quote for quote, _ in await records.found_useless(9)] == ["d", "b", "a"]


async def test_questions_that_found_nothing_are_counted_whatever_their_case(
    records: Records,
) -> None:
    for question, answered in (("Who?", False), ("Why?", False), ("who?", False), ("How?", True)):
        await records.log_question(ASKER, "scope", question, answered=answered)
    assert await records.questions_kept() == (4, 3)
    most, other = await records.unanswered(5)
    assert (most.question.lower(), most.times, other.question) == ("who?", 2, "Why?")


async def test_what_was_left_long_ago_is_dropped_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "records.sqlite3"
    later = datetime.now(UTC) + timedelta(days=1)
    async with Records.open(path) as records:
        for scope in ("guild:1", "guild:2", "guild:3"):
            await records.set_rules(scope, {"passages": 2})
            await records.log_question(ASKER, scope, "who", answered=True)
        await records.departures.note(["guild:1", "guild:2"])
        await records.departures.cancel(["guild:2"])
    async with Records.open(path) as records:
        assert await records.drop_departed(later - timedelta(days=2)) == ()
        assert await records.drop_departed(later) == ("guild:1",)
        assert await records.drop_departed(later) == ()
        assert records.rules("guild:1") == {}
        assert await records.departures.scopes() == {"guild:2", "guild:3"}
        assert (await records.questions_kept())[0] == 2


async def test_leaving_twice_does_not_begin_the_time_anew(records: Records) -> None:
    await records.departures.note(["guild:1"])
    between = datetime.now(UTC)
    await records.departures.note(["guild:1"])
    assert await records.drop_departed(between) == ("guild:1",)


async def test_rules_that_another_process_sets_hold_within_a_second(tmp_path: Path) -> None:
    path = tmp_path / "records.sqlite3"
    async with Records.open(path) as ours, Records.open(path) as theirs:
        assert ours.rules("guild:1") == {}
        await theirs.set_rules("guild:1", {"passages": 2})
        for _ in range(200):
            if ours.rules("guild:1"):
                break
            await asyncio.sleep(0.05)
        assert ours.rules("guild:1") == {"passages": 2}
        await ours.set_rules("guild:1", {"passages": 3})
        assert ours.rules("guild:1") == {"passages": 3}
