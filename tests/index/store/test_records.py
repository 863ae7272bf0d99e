"""The bot's records, on a real SQLite file."""

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
        assert await records.rules("guild:1") == {}
        await records.set_rules("guild:1", {"passages": 2, "channels": [1, 2]})
        assert await records.rules("guild:1") == {"passages": 2, "channels": [1, 2]}
    async with Records.open(path) as records:
        assert await records.rules("guild:1") == {"passages": 2, "channels": [1, 2]}
        assert await records.rules("guild:2") == {}


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


async def test_rules_that_another_process_sets_hold_at_once(tmp_path: Path) -> None:
    path = tmp_path / "records.sqlite3"
    async with Records.open(path) as ours, Records.open(path) as theirs:
        assert await ours.rules("guild:1") == {}
        await theirs.set_rules("guild:1", {"passages": 2})
        assert await ours.rules("guild:1") == {"passages": 2}
        await ours.set_rules("guild:1", {"passages": 3})
        assert await theirs.rules("guild:1") == {"passages": 3}
