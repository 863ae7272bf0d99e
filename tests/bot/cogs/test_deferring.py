"""What waits for a disk or for a search comes after Discord has been told to wait."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from index.library import Library
from index.store.database import Database
from tests.bot.world import QUESTION, World, behind, buttons, press

WAITING = (
    *((Library, name) for name in ("ask", "sources", "status", "recall", "quote", "context")),
    *((Library, "verify"), (Library, "reindex")),
    *((Database, name) for name in ("row", "rows", "write")),
)


def answered(world: World) -> int:
    """How many interactions have got their first response."""
    return sum(entry.path.endswith("/callback") for entry in world.env.http_requests)


@contextmanager
def watched(world: World, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What was waited for while no interaction had a response yet."""
    before, early = answered(world), list[str]()

    def spied(kind: type, name: str) -> Callable[..., Any]:
        real = getattr(kind, name)

        def call(*values: Any, **named: Any) -> Any:
            if answered(world) == before:
                early.append(f"{kind.__name__}.{name}")
            return real(*values, **named)

        return call

    with monkeypatch.context() as patch:
        for kind, name in WAITING:
            patch.setattr(kind, name, spied(kind, name))
        yield early


COMMANDS: dict[str, dict[str, Any]] = {
    "ask": {"question": QUESTION, "source": "macron-gaziantep.md", "since": "2019"},
    "timeline": {"question": QUESTION, "source": "macron-gaziantep.md", "since": "2019"},
    "sides": {"claim": QUESTION, "source": "macron-gaziantep.md", "since": "2019"},
    "watch add": {"question": QUESTION, "source": "macron-gaziantep.md"},
    "watch list": {},
    "watch remove": {"question": QUESTION},
    "sources": {"search": "gaz"},
    "source": {"document": "macron-gaziantep.md"},
    "verify": {"quote_id": "x"},
    "about": {},
    "help": {},
    "forget-me": {},
    "reindex": {},
    "status": {},
    "feedback": {},
}

MENUS = ("Find sources", "Who denies this?")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("may", [True, False])
async def test_no_command_waits_before_it_defers(
    admin: World, monkeypatch: pytest.MonkeyPatch, command: str, may: bool
) -> None:
    """In a new server, and after a restart, of whose settings nothing has been read."""
    person = admin.alice if may else admin.bob
    with watched(admin, monkeypatch) as early:
        result = await person.slash(admin.channel, command, **COMMANDS[command])
    assert early == []
    assert result.response is not None


async def test_every_command_is_tried_here(world: World) -> None:
    told = {command.name for command in world.bot.tree.get_commands()}
    assert told == {name.split()[0] for name in COMMANDS} | {"settings", *MENUS}


async def test_neither_do_settings_a_message_or_a_button(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = await world.bob.send(world.channel, "Fighters went through Gaziantep")
    answer = await world.ask()
    more = await behind(world, answer)
    for menu in MENUS:
        with watched(world, monkeypatch) as early:
            await world.alice.context_menu(world.channel, menu, claim)
        assert early == [], menu
    for shown, person in ((answer, world.bob), (more, world.alice)):  # who changes nothing shown
        for label, button in buttons(shown).items():
            if "custom_id" in button and not button.get("disabled") and label != "Delete":
                with watched(world, monkeypatch) as early:
                    await press(person, shown, label)
                assert early == [], label
    with watched(world, monkeypatch) as early:
        panel = (await world.manager.slash(world.channel, "settings")).response
    assert early == []
    for name in ("nowhere", "chronology.txt"):
        with watched(world, monkeypatch) as early:
            form = await press(world.manager, panel, "Sources …")
        assert early == []
        assert form.modal is not None
        field = form.modal["components"][0]["component"]["custom_id"]
        with watched(world, monkeypatch) as early:
            await world.manager.submit_modal(form, {field: name})
        assert early == [], name
