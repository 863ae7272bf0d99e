"""The same bytes make the same documents, passages and terms, or a version says otherwise."""

import json

import pytest

from tests.pinning import PINNED, made


@pytest.mark.parametrize("what", ["documents", "passages", "terms"])
def test_what_is_made_anew_differs_only_with_its_version(what: str) -> None:
    """An index that was built before must become stale, or it goes on with what is not made now."""
    (version, now), (_, digest) = made()[what].items()
    pinned = json.loads(PINNED.read_text("utf-8"))[what]
    if digest != pinned["digest"]:
        assert now != pinned[version], f"the {what} differ: raise {version}, then pin them anew"
    assert (now, digest) == (pinned[version], pinned["digest"]), "run python -m tests.pinning"
