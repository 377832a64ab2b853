"""A URL that masks the key in its query when it is printed: httpx2 logs the URL of each request."""

from __future__ import annotations

import httpx2

from .secret import MASK


class MaskedURL(httpx2.URL):
    """Sent as it is; as text, and so in logs, errors and traces, its query is masked."""

    def __str__(self) -> str:
        return str(httpx2.URL(self).copy_with(query=MASK.encode()))

    def __repr__(self) -> str:
        return f"MaskedURL({str(self)!r})"
