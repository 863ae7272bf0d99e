"""Rules of the invitation: it asks for what is used, and the manual says the same."""

import base64
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import discord
import pytest

from bot.serving.invitation import PERMISSIONS, application_of, invite_link

CHECKOUT = Path(__file__).resolve().parents[3]
HOSTING = CHECKOUT / "docs" / "hosting.md"
README = CHECKOUT / "README.md"


def test_the_link_asks_for_the_named_permissions_and_nothing_else() -> None:
    query = parse_qs(urlsplit(invite_link("123")).query)
    asked = discord.Permissions(int(query["permissions"][0]))
    assert asked == discord.Permissions(**dict.fromkeys(PERMISSIONS, True))
    assert query["scope"] == ["bot applications.commands"]
    assert query["client_id"] == ["123"]


def test_nothing_that_could_harm_a_server_is_asked_for() -> None:
    asked = discord.Permissions(sum(PERMISSIONS.values()))
    harmful = discord.Permissions.elevated() | discord.Permissions(mention_everyone=True)
    assert asked & harmful == discord.Permissions.none()


def test_the_manual_gives_the_number_and_explains_each_permission() -> None:
    manual, readme = HOSTING.read_text("utf-8"), " ".join(README.read_text("utf-8").split())
    for text in (manual, readme):
        assert f"`{sum(PERMISSIONS.values())}`" in text
        assert invite_link("APPLICATION_ID") in text
    for name in PERMISSIONS:
        said = name.replace("_", " ").title().replace(" In ", " in ")
        assert f"| {said} |" in manual
        assert said in readme


@pytest.mark.parametrize("number", ["123456789012345678", "98765432109876543"])
def test_the_application_is_read_from_its_token(number: str) -> None:
    first = base64.b64encode(number.encode()).decode().rstrip("=")
    assert application_of(f"{first}.xxxxxx.yyyy") == number


@pytest.mark.parametrize("text", ["", "not a token", "bm8.x.y", "MTIz!.x.y"])
def test_another_text_names_no_application(text: str) -> None:
    assert application_of(text) is None
