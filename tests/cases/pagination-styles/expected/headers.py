# Written by nemogen.

"""Response headers, as `typed_headers` of a raw response returns them."""

from __future__ import annotations

import builtins as _builtins

from ._runtime.typed_headers import TypedHeaders


class PortsListHeaders(TypedHeaders):
    """The headers of a response to `ports.list`."""

    @property
    def link(self) -> _builtins.str | None:
        """The header Link."""
        return self._str("link")
