# Written by nemogen.

"""The clients: `SecurityUnsupported` and `AsyncSecurityUnsupported`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import both as _both_module
    from .resources import certificate as _certificate_module
    from .resources import digest as _digest_module
    from .resources import either as _either_module
    from .resources import nowhere as _nowhere_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _both_module = LaterModule(f"{__package__}.resources.both")
    _certificate_module = LaterModule(f"{__package__}.resources.certificate")
    _digest_module = LaterModule(f"{__package__}.resources.digest")
    _either_module = LaterModule(f"{__package__}.resources.either")
    _nowhere_module = LaterModule(f"{__package__}.resources.nowhere")

SETTINGS = Settings(
    package="security_unsupported",
    version=__version__,
    base_url="https://vault.example.com",
    base_url_env="SECURITY_UNSUPPORTED_BASE_URL",
    auth=Auth(scheme="header", env="SECURITY_UNSUPPORTED_API_KEY", name="X-Vault-Key"),
)


class SecurityUnsupported(SyncClient):
    """Client of Vault. The key comes from `api_key` or from SECURITY_UNSUPPORTED_API_KEY."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def both(self) -> _both_module.Both:
        """Calls /v1/both."""
        return _both_module.Both(self._api)

    @cached_property
    def certificate(self) -> _certificate_module.Certificate:
        """Calls /v1/certificate."""
        return _certificate_module.Certificate(self._api)

    @cached_property
    def digest(self) -> _digest_module.Digest:
        """Calls /v1/digest."""
        return _digest_module.Digest(self._api)

    @cached_property
    def either(self) -> _either_module.Either:
        """Calls /v1/either."""
        return _either_module.Either(self._api)

    @cached_property
    def nowhere(self) -> _nowhere_module.Nowhere:
        """Calls /v1/nowhere."""
        return _nowhere_module.Nowhere(self._api)


class AsyncSecurityUnsupported(AsyncClient):
    """Client of Vault for asyncio and trio. The key comes from `api_key` or from SECURITY_UNSUPPORTED_API_KEY."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def both(self) -> _both_module.AsyncBoth:
        """Calls /v1/both."""
        return _both_module.AsyncBoth(self._api)

    @cached_property
    def certificate(self) -> _certificate_module.AsyncCertificate:
        """Calls /v1/certificate."""
        return _certificate_module.AsyncCertificate(self._api)

    @cached_property
    def digest(self) -> _digest_module.AsyncDigest:
        """Calls /v1/digest."""
        return _digest_module.AsyncDigest(self._api)

    @cached_property
    def either(self) -> _either_module.AsyncEither:
        """Calls /v1/either."""
        return _either_module.AsyncEither(self._api)

    @cached_property
    def nowhere(self) -> _nowhere_module.AsyncNowhere:
        """Calls /v1/nowhere."""
        return _nowhere_module.AsyncNowhere(self._api)
