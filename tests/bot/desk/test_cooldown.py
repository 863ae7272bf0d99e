"""A sliding window: so many uses in any span of so many seconds, for each key by itself."""

from hypothesis import given
from hypothesis import strategies as st

from bot.desk.cooldown import Cooldown, Wait
from bot.settings import Rate


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_use_too_many_is_refused_with_the_time_left_and_told_once() -> None:
    clock = Clock()
    cooldown = Cooldown(Rate(2, 10), clock)
    assert cooldown.use("a") is None
    clock.now = 4
    assert cooldown.use("a") is None
    assert cooldown.use("a") == Wait(6, first=True)
    assert cooldown.use("a") == Wait(6, first=False)
    assert cooldown.use("b") is None
    clock.now = 10
    assert cooldown.use("a") is None
    assert cooldown.use("a") == Wait(4, first=True)


def test_each_person_who_shares_a_key_is_told_once() -> None:
    cooldown = Cooldown(Rate(1, 10), Clock())
    assert cooldown.use("server", "ann") is None
    waits = [cooldown.use("server", person) for person in ("ann", "ben", "ann", "ben")]
    assert [wait.first for wait in waits if wait] == [True, True, False, False]


@given(st.lists(st.floats(0, 5), max_size=60), st.integers(1, 4), st.integers(1, 6))
def test_never_more_uses_than_allowed_in_any_span(
    pauses: list[float], uses: int, seconds: int
) -> None:
    clock, allowed = Clock(), list[float]()
    cooldown = Cooldown(Rate(uses, seconds), clock)
    for pause in pauses:
        clock.now += pause
        if cooldown.use("a") is None:
            allowed.append(clock.now)
    for start in allowed:
        assert sum(start <= at < start + seconds for at in allowed) <= uses


def test_keys_without_a_recent_use_are_forgotten() -> None:
    clock = Clock()
    cooldown = Cooldown(Rate(1, 1), clock)
    for number in range(10_001):
        clock.now = number
        assert cooldown.use(str(number)) is None
    assert len(cooldown._uses) < 10
