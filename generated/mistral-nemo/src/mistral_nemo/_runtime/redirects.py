"""Which redirects are followed."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

from .api_response import ApiResponse
from .http_request import Prepared


def redirected_url(prepared: Prepared, response: ApiResponse) -> str | None:
    """Where a request is sent again after a response with a 3xx status; None if the redirect is not followed.

    Method and body must stay as they are, and so must the origin: another one would get the body and the key.
    """
    location = response.headers.get("location", "")
    reads = prepared.method in ("GET", "HEAD")
    keeps = response.status in (307, 308) or (reads and response.status in (301, 302, 303))
    if not location or not keeps or not prepared.can_be_repeated:
        return None
    target = urljoin(prepared.url, location)
    return target.partition("#")[0] if urlsplit(target)[:2] == urlsplit(prepared.url)[:2] else None
