"""Which version is served: the newest that was committed, by whichever process, and can be used."""

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path

from corpus.facts import Fact
from index.answering.served_version import DamagedError, Holdings, Served
from index.answers import Caution
from index.errors import IndexDamagedError, IndexGoneError, IndexMissingError
from index.store.rows import SealError
from index.store.store import Store
from index.store.versions import Current


class Serving:
    """The newest version and the one that was served before it, which buttons may still name.

    ``served`` is ``None`` until there is one; ``unusable`` says why a newer one cannot be served,
    by its name. ``folder_of`` names the folder of a version, ``made_by`` this release's pipeline.
    """

    def __init__(
        self,
        store: Store,
        folder_of: Callable[[str], Path],
        made_by: str,
        language: str,
        caution: Caution,
    ) -> None:
        self.served: Served | None = None
        self.unusable: dict[str, Fact] = {}
        self._store = store
        self._folder_of = folder_of
        self._made_by = made_by
        self._language = language
        self._caution = caution
        self._earlier: dict[str, Served] = {}
        self._loading = asyncio.Lock()

    async def load(self) -> None:
        """Serve the newest committed version, if there is one that can be used."""
        async with self._loading:
            current = await self._store.versions.current()
            while current is not None and current.version not in (self.version, *self.unusable):
                await self._load(current)
                current = await self._store.versions.current()  # another process may have gone on

    async def _load(self, current: Current) -> None:
        versions = self._store.versions
        try:
            await versions.check(current.version)
            served = await asyncio.to_thread(
                Served.load,
                self._folder_of(current.version),
                self._language,
                Holdings(partial(versions.holdings, current.version)),
                current.unreadable,
                self._caution,
            )
        except (DamagedError, SealError) as error:
            if current.version in await self._store.versions.kept():
                reason = Fact("is damaged ({fault})", fault=str(error))
                if current.pipeline != self._made_by:
                    reason = Fact("was made by another release")
                self.unusable = {current.version: reason}
            return
        if self.served is not None:
            self._earlier = {self.served.version: self.served}
        self.served, self.unusable = served, {}

    @property
    def version(self) -> str | None:
        """The name of what is served."""
        return self.served.version if self.served else None

    async def newest(self) -> Served:
        """What is served now; raises ``IndexMissingError`` where nothing can be."""
        await self.load()
        if self.served is not None:
            return self.served
        for version, reason in self.unusable.items():
            raise IndexDamagedError(
                Fact("index {version}", version=version),
                reason,
                Fact("run 'verbatim index' to build it anew"),
            )
        raise IndexMissingError(
            Fact("index"), Fact("has not been built yet"), Fact("run 'verbatim index'")
        )

    async def named(self, version: str) -> Served:
        """A version that is still kept, by its name; raises ``IndexGoneError``."""
        served = await self.newest()
        if version == served.version:
            return served
        if version in self._earlier and version in await self._store.versions.kept():
            return self._earlier[version]
        thing = Fact("index version {version}", version=version)
        raise IndexGoneError(thing, Fact("is not kept any more"), Fact("ask again"))
