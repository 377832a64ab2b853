"""The target of a connection. One parser decides both where a request goes and which secret is sent with it."""

from __future__ import annotations

import base64
from dataclasses import field, replace
from urllib.parse import unquote, urljoin

import httpx2

from nemogen.errors import Location
from nemogen.http.failures import Refused
from nemogen.http.urls import LOOPBACK, shown
from nemogen.light_dataclasses import dataclass

_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Target:
    """Where a request goes: `host` in ASCII and lower case, `path` with the query, both as they are sent.

    `basic` is the credential that the URL itself holds (RFC 7617), None where it holds none.
    """

    scheme: str
    host: str
    port: int
    path: bytes = field(repr=False)
    url: str = field(repr=False)
    basic: str | None = field(default=None, repr=False)

    @property
    def origin(self) -> tuple[str, str, int]:
        """RFC 6454: what has to be equal for a secret to go along."""
        return self.scheme, self.host, self.port

    @property
    def is_private(self) -> bool:
        """Whether the connection is encrypted or stays on this machine."""
        return self.scheme == "https" or self.host in LOOPBACK


def parse(url: str) -> Target:
    """The target of a URL. Raises Refused for what is not an http or https URL."""
    try:
        parsed = httpx2.URL(url)
        host = parsed.raw_host.decode("ascii")
        port = _PORTS[parsed.scheme] if parsed.port is None else parsed.port
        if not host or not 0 < port < 65536:
            raise ValueError("no host, or a port that cannot be")
        basic = base64.b64encode(unquote(parsed.userinfo.decode("ascii")).encode()).decode()
        return Target(parsed.scheme, host, port, parsed.raw_path, url, basic or None)
    except (httpx2.InvalidURL, KeyError, ValueError):
        where = Location(shown(url))
        raise Refused("not a valid http or https URL", where=where, remedy="Correct the address.") from None


def origin_of(url: str) -> tuple[str, str, int] | None:
    """Scheme, host and port of a URL; None for what is not one."""
    try:
        return parse(url).origin
    except Refused:
        return None


def redirected(target: Target, location: str, *, stays: bool) -> Target:
    """The next target (RFC 9110, 15.4: Location may be relative).

    With `stays` only the same origin is followed, otherwise only https, whatever the first scheme was. Raises Refused.
    """
    where = Location(shown(target.url))
    try:
        url = urljoin(target.url, location)
    except ValueError:
        url = ""
    following = parse(url) if origin_of(url) else None
    if following is None:
        remedy = "Check the address, and proxies in between."
        raise Refused("the host redirects to what is not a valid URL", where=where, remedy=remedy)
    if stays and following.origin != target.origin:
        what = f"the host redirects to another host, {shown(url)}, which our credentials are not sent to"
        raise Refused(what, where=where, remedy="Set the API's URL to the host that responds.")
    if not stays and following.scheme != "https":
        what = f"the host redirects to {shown(url)}, which is not https"
        raise Refused(what, where=where, remedy="Give an address that stays on https.")
    # A host does not say who we are: only what came with the address itself goes on, and not to another host.
    return replace(following, basic=target.basic if following.origin == target.origin else None)
