# Written by nemogen.

"""The clients: `SecurityAlternatives` and `AsyncSecurityAlternatives`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.hours import AsyncHours, Hours
    from .resources.keys import AsyncKeys, Keys
    from .resources.staff import AsyncStaffResource, StaffResource
    from .resources.tools import AsyncTools, Tools

SETTINGS = Settings(
    package="security_alternatives",
    version=__version__,
    base_url="https://workshop.example.com",
    base_url_env="SECURITY_ALTERNATIVES_BASE_URL",
    auth=Auth(scheme="bearer", env="SECURITY_ALTERNATIVES_API_KEY"),
    idempotency_header=None,
)


class SecurityAlternatives(SyncClient):
    """Client of Workshop. The key comes from `api_key` or from SECURITY_ALTERNATIVES_API_KEY."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def tools(self) -> Tools:
        """Calls /v1/tools."""
        from .resources.tools import Tools

        return Tools(self._api)

    @cached_property
    def keys(self) -> Keys:
        """Calls /v1/keys."""
        from .resources.keys import Keys

        return Keys(self._api)

    @cached_property
    def hours(self) -> Hours:
        """Calls /v1/hours."""
        from .resources.hours import Hours

        return Hours(self._api)

    @cached_property
    def staff(self) -> StaffResource:
        """Calls /v1/staff."""
        from .resources.staff import StaffResource

        return StaffResource(self._api)


class AsyncSecurityAlternatives(AsyncClient):
    """Client of Workshop for asyncio and trio. The key comes from `api_key` or from SECURITY_ALTERNATIVES_API_KEY."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def tools(self) -> AsyncTools:
        """Calls /v1/tools."""
        from .resources.tools import AsyncTools

        return AsyncTools(self._api)

    @cached_property
    def keys(self) -> AsyncKeys:
        """Calls /v1/keys."""
        from .resources.keys import AsyncKeys

        return AsyncKeys(self._api)

    @cached_property
    def hours(self) -> AsyncHours:
        """Calls /v1/hours."""
        from .resources.hours import AsyncHours

        return AsyncHours(self._api)

    @cached_property
    def staff(self) -> AsyncStaffResource:
        """Calls /v1/staff."""
        from .resources.staff import AsyncStaffResource

        return AsyncStaffResource(self._api)
