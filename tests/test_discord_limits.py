"""Rules of the harness itself: what breaks a limit of Discord's is found."""

from typing import Any

import pytest

from tests import discord_limits
from tests.discord_api import DiscordApi

CHANNEL = "/channels/1/messages"
COMMANDS = "/applications/1/commands"
TEXT = {"type": 10, "content": "x"}
QUIET: dict[str, Any] = {"allowed_mentions": {"parse": []}}


def button(custom_id: str) -> dict[str, Any]:
    return {"type": 2, "style": 1, "label": "Go", "custom_id": custom_id}


def menu(*values: str) -> dict[str, Any]:
    options = [{"label": "x", "value": value} for value in values]
    return {"type": 3, "custom_id": "m", "options": options}


def field(**known: Any) -> dict[str, Any]:
    return {"type": 4, "style": 1, "custom_id": "i", **known}


def channels(*picked: int) -> dict[str, Any]:
    defaults = [{"id": str(each), "type": "channel"} for each in picked]
    return {"type": 8, "custom_id": "c", "default_values": defaults}


def row(*components: dict[str, Any]) -> dict[str, Any]:
    return {"type": 1, "components": list(components)}


FIELD = {"type": 18, "label": "Words", "component": field()}


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ({"content": "x" * 2001}, "content has 2001"),
        ({"embeds": [{"description": "x" * 4096}] * 2}, "embeds have 8192"),
        ({"embeds": [{"title": "x" * 257}]}, "title has 257"),
        ({"components": [row(button("a"), button("a"))]}, "'a' is used 2 times"),
        ({"components": [row(*map(button, "abcdef"))]}, "more than 5 components"),
        ({"components": [row(button("x" * 101))]}, "custom_id has 101"),
        ({"flags": 1 << 15, "content": "x", "components": [TEXT]}, "beside Components V2"),
        ({"flags": 1 << 15, "components": []}, "an empty message"),
        ({"flags": 1 << 15, "components": [{"type": 10, "content": " "}]}, "an empty text"),
        ({"components": [row()]}, "an empty row"),
        ({"components": [row(button("a") | {"label": ""})]}, "without label or emoji"),
        ({"components": [row(menu())]}, "a select without options"),
        ({"components": [row(menu("a", "b", "a"))]}, "option value 'a' twice"),
        ({"components": [row(menu(" "))]}, "option value is empty"),
        ({"components": [row(menu("a") | {"max_values": 2})]}, "None to 2 of 1 options"),
        ({"components": [row(button("a") | {"style": 5})]}, "a button of style 5 has url"),
        ({"components": [row(channels(1, 2))]}, "more picked beforehand"),
        ({"components": [{"type": 9, "components": [TEXT] * 4, "accessory": button("a")}]}, "4 t"),
        ({"nonce": "1" * 26}, "nonce has 26"),
        ({"flags": 1 << 15, "components": [{"type": 10, "content": "x" * 4001}]}, "4001"),
        ({"allowed_mentions": {"parse": ["users"]}}, "mentions are allowed"),
    ],
)
def test_a_message_over_a_limit_is_found(body: dict[str, Any], problem: str) -> None:
    (found,) = discord_limits.problems("POST", CHANNEL, QUIET | body)
    assert problem in found


def test_a_message_within_the_limits_passes() -> None:
    body = QUIET | {"content": "x" * 2000, "components": [row(*map(button, "abcde"))]}
    assert discord_limits.problems("POST", CHANNEL, body) == []


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"name": "Ask"}, "command name"),
        ({"description": "x" * 101}, "description has 101"),
        ({"options": [{"name": str(n), "description": "x"} for n in range(26)]}, "26 options"),
        (
            {
                "options": [
                    {"name": "a", "description": "x"},
                    {"name": "b", "description": "x", "required": True},
                ]
            },
            "required option",
        ),
        (
            {
                "options": [
                    {
                        "name": str(n),
                        "description": "x" * 100,
                        "choices": [{"name": str(i) * 99, "value": "v"} for i in range(9)],
                    }
                    for n in range(9)
                ]
            },
            "characters in all",
        ),
    ],
)
def test_a_command_over_a_limit_is_found(change: dict[str, Any], problem: str) -> None:
    command = {"name": "ask", "description": "Ask"} | change
    (found,) = discord_limits.problems("PUT", COMMANDS, [command])
    assert problem in found


@pytest.mark.shared
def test_a_request_that_is_not_described_is_found() -> None:
    described = DiscordApi.load()
    assert described is not None
    assert described.problems("POST", CHANNEL, {"content": "x", "nonce": 5}) == []
    assert described.problems("POST", CHANNEL, {"content": 5})
    assert described.problems("POST", CHANNEL, None)
    assert described.problems("POST", "/chanels/1/messages", {})
    assert described.problems("GET", "/users/@me", None) == []


@pytest.mark.parametrize("name", ["", "x" * 101])
def test_a_thread_needs_a_name_that_is_not_too_long(name: str) -> None:
    path = "/channels/1/messages/2/threads"
    (found,) = discord_limits.problems("POST", path, {"name": name})
    assert found.startswith("thread name")


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"title": "x" * 46}, "title has 46"),
        ({"components": []}, "0 components in a form"),
        ({"components": [FIELD] * 6}, "6 components in a form"),
        ({"components": [FIELD | {"label": "x" * 46}]}, "label has 46"),
        ({"components": [FIELD | {"description": "x" * 101}]}, "description has 101"),
        ({"components": [FIELD | {"component": field(placeholder="x" * 101)}]}, "placeholder has"),
        ({"components": [FIELD | {"component": field(value="xx", max_length=1)}]}, "value has 2"),
    ],
)
def test_a_form_over_a_limit_is_found(change: dict[str, Any], problem: str) -> None:
    data = {"custom_id": "f", "title": "Form", "components": [FIELD]} | change
    (found,) = discord_limits.problems(
        "POST", "/interactions/1/x/callback", {"type": 9, "data": data}
    )
    assert problem in found
