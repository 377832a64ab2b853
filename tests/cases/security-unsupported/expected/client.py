# Written by nemogen.

"""The clients: `SecurityUnsupported` and `AsyncSecurityUnsupported`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.both import AsyncBoth, Both
    from .resources.certificate import AsyncCertificate, Certificate
    from .resources.digest import AsyncDigest, Digest
    from .resources.either import AsyncEither, Either
    from .resources.nowhere import AsyncNowhere, Nowhere

SETTINGS = Settings(
    package="security_unsupported",
    version=__version__,
    base_url="https://vault.example.com",
    base_url_env="SECURITY_UNSUPPORTED_BASE_URL",
    auth=Auth(scheme="header", env="SECURITY_UNSUPPORTED_API_KEY", name="X-Vault-Key"),
    idempotency_header=None,
)


class SecurityUnsupported(SyncClient):
    """Client of Vault. The key comes from `api_key` or from SECURITY_UNSUPPORTED_API_KEY."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def both(self) -> Both:
        """Calls /v1/both."""
        from .resources.both import Both

        return Both(self._api)

    @cached_property
    def certificate(self) -> Certificate:
        """Calls /v1/certificate."""
        from .resources.certificate import Certificate

        return Certificate(self._api)

    @cached_property
    def digest(self) -> Digest:
        """Calls /v1/digest."""
        from .resources.digest import Digest

        return Digest(self._api)

    @cached_property
    def either(self) -> Either:
        """Calls /v1/either."""
        from .resources.either import Either

        return Either(self._api)

    @cached_property
    def nowhere(self) -> Nowhere:
        """Calls /v1/nowhere."""
        from .resources.nowhere import Nowhere

        return Nowhere(self._api)


class AsyncSecurityUnsupported(AsyncClient):
    """Client of Vault for asyncio and trio. The key comes from `api_key` or from SECURITY_UNSUPPORTED_API_KEY."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def both(self) -> AsyncBoth:
        """Calls /v1/both."""
        from .resources.both import AsyncBoth

        return AsyncBoth(self._api)

    @cached_property
    def certificate(self) -> AsyncCertificate:
        """Calls /v1/certificate."""
        from .resources.certificate import AsyncCertificate

        return AsyncCertificate(self._api)

    @cached_property
    def digest(self) -> AsyncDigest:
        """Calls /v1/digest."""
        from .resources.digest import AsyncDigest

        return AsyncDigest(self._api)

    @cached_property
    def either(self) -> AsyncEither:
        """Calls /v1/either."""
        from .resources.either import AsyncEither

        return AsyncEither(self._api)

    @cached_property
    def nowhere(self) -> AsyncNowhere:
        """Calls /v1/nowhere."""
        from .resources.nowhere import AsyncNowhere

        return AsyncNowhere(self._api)
