"""Lists of words that ship beside the module that reads them."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any


@cache
def shipped_lists(beside: str, name: str) -> Mapping[str, Any]:
    """The table of ``data/{name}.toml``; ``beside`` is the ``__file__`` of the module that asks.

    By its path and not by ``importlib.resources``, whose imports take 5 ms of each start.
    """
    with (Path(beside).parent / "data" / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def shipped_list(beside: str, name: str, language: str) -> Any:
    """What is there of a language, if anything; ``porter`` is English with other stems."""
    return shipped_lists(beside, name).get("english" if language == "porter" else language)
