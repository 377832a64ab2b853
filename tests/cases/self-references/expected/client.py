# Written by nemogen.

"""The clients: `SelfReferences` and `AsyncSelfReferences`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.alone import Alone, AsyncAlone
    from .resources.pair import AsyncPairResource, PairResource
    from .resources.pets import AsyncPets, Pets
    from .resources.tree import AsyncTreeResource, TreeResource
    from .resources.variant import AsyncVariantResource, VariantResource

SETTINGS = Settings(
    package="self_references",
    version=__version__,
    base_url="https://api.example",
    base_url_env="SELF_REFERENCES_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class SelfReferences(SyncClient):
    """Client of Components that refer to themselves."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def alone(self) -> Alone:
        """Calls /alone."""
        from .resources.alone import Alone

        return Alone(self._api)

    @cached_property
    def pair(self) -> PairResource:
        """Calls /pair."""
        from .resources.pair import PairResource

        return PairResource(self._api)

    @cached_property
    def pets(self) -> Pets:
        """Calls /pets."""
        from .resources.pets import Pets

        return Pets(self._api)

    @cached_property
    def tree(self) -> TreeResource:
        """Calls /tree."""
        from .resources.tree import TreeResource

        return TreeResource(self._api)

    @cached_property
    def variant(self) -> VariantResource:
        """Calls /variant."""
        from .resources.variant import VariantResource

        return VariantResource(self._api)


class AsyncSelfReferences(AsyncClient):
    """Client of Components that refer to themselves for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def alone(self) -> AsyncAlone:
        """Calls /alone."""
        from .resources.alone import AsyncAlone

        return AsyncAlone(self._api)

    @cached_property
    def pair(self) -> AsyncPairResource:
        """Calls /pair."""
        from .resources.pair import AsyncPairResource

        return AsyncPairResource(self._api)

    @cached_property
    def pets(self) -> AsyncPets:
        """Calls /pets."""
        from .resources.pets import AsyncPets

        return AsyncPets(self._api)

    @cached_property
    def tree(self) -> AsyncTreeResource:
        """Calls /tree."""
        from .resources.tree import AsyncTreeResource

        return AsyncTreeResource(self._api)

    @cached_property
    def variant(self) -> AsyncVariantResource:
        """Calls /variant."""
        from .resources.variant import AsyncVariantResource

        return AsyncVariantResource(self._api)
