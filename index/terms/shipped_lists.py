"""Lists of words that ship beside the module that reads them."""

import tomllib
from pathlib import Path
from typing import Any


def shipped_lists(beside: str, name: str) -> dict[str, Any]:
    """The table of ``data/{name}.toml``; ``beside`` is the ``__file__`` of the module that asks.

    By its path and not by ``importlib.resources``, whose imports take 5 ms of each start.
    """
    with (Path(beside).parent / "data" / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)
