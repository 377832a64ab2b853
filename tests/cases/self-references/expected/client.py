# Written by nemogen.

"""The clients: `SelfReferences` and `AsyncSelfReferences`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import alone as _alone_module
    from .resources import pair as _pair_module
    from .resources import pets as _pets_module
    from .resources import tree as _tree_module
    from .resources import variant as _variant_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _alone_module = LaterModule(f"{__package__}.resources.alone")
    _pair_module = LaterModule(f"{__package__}.resources.pair")
    _pets_module = LaterModule(f"{__package__}.resources.pets")
    _tree_module = LaterModule(f"{__package__}.resources.tree")
    _variant_module = LaterModule(f"{__package__}.resources.variant")

SETTINGS = Settings(
    package="self_references",
    version=__version__,
    base_url="https://api.example",
    base_url_env="SELF_REFERENCES_BASE_URL",
    auth=Auth(scheme="none"),
)


class SelfReferences(SyncClient):
    """Client of Components that refer to themselves."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def alone(self) -> _alone_module.Alone:
        """Calls /alone."""
        return _alone_module.Alone(self._api)

    @cached_property
    def pair(self) -> _pair_module.PairResource:
        """Calls /pair."""
        return _pair_module.PairResource(self._api)

    @cached_property
    def pets(self) -> _pets_module.Pets:
        """Calls /pets."""
        return _pets_module.Pets(self._api)

    @cached_property
    def tree(self) -> _tree_module.TreeResource:
        """Calls /tree."""
        return _tree_module.TreeResource(self._api)

    @cached_property
    def variant(self) -> _variant_module.VariantResource:
        """Calls /variant."""
        return _variant_module.VariantResource(self._api)


class AsyncSelfReferences(AsyncClient):
    """Client of Components that refer to themselves for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def alone(self) -> _alone_module.AsyncAlone:
        """Calls /alone."""
        return _alone_module.AsyncAlone(self._api)

    @cached_property
    def pair(self) -> _pair_module.AsyncPairResource:
        """Calls /pair."""
        return _pair_module.AsyncPairResource(self._api)

    @cached_property
    def pets(self) -> _pets_module.AsyncPets:
        """Calls /pets."""
        return _pets_module.AsyncPets(self._api)

    @cached_property
    def tree(self) -> _tree_module.AsyncTreeResource:
        """Calls /tree."""
        return _tree_module.AsyncTreeResource(self._api)

    @cached_property
    def variant(self) -> _variant_module.AsyncVariantResource:
        """Calls /variant."""
        return _variant_module.AsyncVariantResource(self._api)
