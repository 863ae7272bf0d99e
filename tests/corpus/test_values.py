"""A value is what Python's own frozen dataclass with slots would be."""

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, is_dataclass, replace
from typing import Any

import pytest

from corpus import values


@values.dataclass(frozen=True, slots=True)
class Ours:
    """A few fields of each kind."""

    name: str
    size: int = 3
    set: tuple[int, ...] = ()
    notes: list[str] = field(default_factory=list)
    hidden: str = field(default="h", repr=False)

    @property
    def double(self) -> int:
        return 2 * self.size


@dataclass(frozen=True, slots=True)
class Theirs:
    name: str
    size: int = 3
    set: tuple[int, ...] = ()
    notes: list[str] = field(default_factory=list)
    hidden: str = field(default="h", repr=False)


@values.dataclass(frozen=True, slots=True)
class One:
    only: str


@values.dataclass(frozen=True, slots=True)
class Checked:
    size: int

    def __post_init__(self) -> None:
        if self.size < 0:
            raise ValueError("too small")


def outcome(act: Callable[[], object]) -> object:
    """What is returned, or the kind of error."""
    try:
        return act()
    except (TypeError, AttributeError) as error:
        return type(error)


@pytest.mark.parametrize(
    "act",
    [
        lambda cls: repr(cls("a", notes=["x"])).rpartition(".")[2].partition("(")[2],
        lambda cls: asdict(cls("a", 4, (1,), ["x"])),
        lambda cls: [each.name for each in fields(cls)],
        lambda cls: cls("a") == cls("a"),
        lambda cls: cls("a") == cls("b"),
        lambda cls: cls("a") == "a",
        lambda cls: cls("a", 4) != cls("a", 5),
        lambda cls: hash(cls("a")),  # a list has no hash
        lambda cls: cls(),
        lambda cls: cls("a", wrong=1),
        lambda cls: cls("a", 1, (), [], "", "one more"),
        lambda cls: setattr(cls("a"), "name", "b"),
        lambda cls: delattr(cls("a"), "name"),
        lambda cls: replace(cls("a"), size=9).size,
        lambda cls: replace(cls("a"), wrong=9),
        lambda cls: cls("a").__slots__,
        lambda cls: hasattr(cls("a"), "__dict__"),
        lambda cls: cls.__match_args__,
        is_dataclass,
        lambda cls: cls("a").notes is cls("a").notes,
        lambda cls: cls(name="a", size=1).size,
    ],
)
def test_it_does_what_a_dataclass_does(act: Callable[[Any], object]) -> None:
    assert outcome(lambda: act(Ours)) == outcome(lambda: act(Theirs))


def test_no_field_of_it_can_be_changed() -> None:
    ours = Ours("a")
    with pytest.raises(FrozenInstanceError):
        ours.name = "b"  # type: ignore[misc]  # on purpose
    with pytest.raises(FrozenInstanceError):
        del ours.name
    assert ours.name == "a"


@pytest.mark.parametrize("made", [Ours("a", 5, (1, 2), ["n"], "z"), One("x")], ids=str)
def test_copies_and_pickles_are_equal(made: object) -> None:
    assert copy.copy(made) == copy.deepcopy(made) == pickle.loads(pickle.dumps(made)) == made


def test_equal_ones_have_one_hash() -> None:
    assert len({One("x"), One("x"), One("y")}) == 2


def test_it_can_be_matched() -> None:
    match Ours("a", 7):
        case Ours("a", size):
            assert size == 7
        case _:
            pytest.fail("it does not match")


def test_what_follows_the_constructor_runs() -> None:
    assert Checked(1).size == 1
    for _ in range(2):  # the first object of a class is made by another function
        with pytest.raises(ValueError, match="too small"):
            Checked(-1)


def test_the_first_object_is_made_like_the_others() -> None:
    @values.dataclass(frozen=True, slots=True)
    class Fresh:
        first: int
        second: int = 2

    with pytest.raises(TypeError):
        Fresh()  # type: ignore[call-arg]  # on purpose
    assert (Fresh(1), Fresh(1, 2)) == (Fresh(first=1), Fresh(1, second=2))
    assert [each.name for each in dataclasses.fields(Fresh)] == ["first", "second"]


def test_only_what_it_makes_can_be_asked_for() -> None:
    with pytest.raises(ValueError, match="never change"):
        values.dataclass(frozen=False, slots=True)
