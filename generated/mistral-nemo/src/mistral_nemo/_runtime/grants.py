"""The credentials of one call, and the request that carries them. Nothing here waits or sends."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import quote, urlsplit

from .credentials import NOTHING, Choice, Sent, joined
from .http_request import Prepared
from .secret import MASK
from .tokens import Token, origin_of


class Grant:
    """The credentials of one call. `sent` are their values at the moment, None before they are known.

    `tokens` are the fetched ones among them, by the position of their credential in `choice`. `is_current`: they were
    found just now, for the next request; `is_renewed`: after the API had refused others.
    """

    __slots__ = ("choice", "is_current", "is_fixed", "is_renewed", "origins", "sent", "tokens", "values")

    def __init__(self, choice: Choice, *addresses: str | None) -> None:
        self.choice = choice
        fixed = [credential.fixed for credential, _ in choice if credential.fixed is not None]
        self.is_fixed = len(fixed) == len(choice)
        self.is_current = self.is_fixed
        self.is_renewed = False
        self.tokens: dict[int, Token] = {}
        self.values: list[list[str]] = []
        self.origins = {origin_of(address) for address in addresses if address}
        self.sent: Sent | None = None
        if self.is_fixed:
            self.sent = joined(fixed) if fixed else NOTHING

    def take(self, values: list[list[str]]) -> bool:
        """Use these values of each credential's arguments from now on; True if they are others than before."""
        is_new = values != self.values
        self.values = values
        self.sent = joined(
            credential.fixed or credential.sent(own) for (credential, _), own in zip(self.choice, values, strict=True)
        )
        return is_new


def carrying(prepared: Prepared, grant: Grant) -> Prepared:
    """The request with the credentials of its call, which only the API's own origin gets.

    What the caller has set, or dropped, for this call under the same name stays as it is.
    """
    sent = grant.sent
    if sent is None or sent is NOTHING or origin_of(prepared.url) not in grant.origins:
        return prepared
    own = prepared.own_headers
    added = {name: value for name, value in sent.headers.items() if name not in own} if own else sent.headers
    headers = {**prepared.headers, **added}
    if sent.cookies and _COOKIE not in own:
        pairs = [f"{name}={value}" for name, value in sent.cookies.items()]
        headers[_COOKIE] = "; ".join([*filter(None, [headers.get(_COOKIE)]), *pairs])
    elif sent.cookies and _COOKIE in headers:
        pairs = [f"{name}={value}" for name, value in sent.cookies.items() if f"{name}=" not in headers[_COOKIE]]
        headers[_COOKIE] = "; ".join([headers[_COOKIE], *pairs])
    if not sent.query:
        return prepared.with_headers(headers)
    url = _with_query(prepared.url, sent.query.items())
    return prepared.with_headers(headers).with_url(url, secret_in_url=True)


_COOKIE = "cookie"


def shown_url(url: str, grant: Grant) -> str:
    """The URL of a request as it is sent, with *** in place of the credentials that are to come into it."""
    names = [credential.auth.name for credential, _ in grant.choice if credential.auth.scheme == "query"]
    if not names or origin_of(url) not in grant.origins:
        return url
    marked = _with_query(url, [(name, "") for name in names])
    return marked[: len(url)] + marked[len(url) :].replace("=", f"={MASK}")


def _with_query(url: str, pairs: Collection[tuple[str, str]]) -> str:
    """The URL with these parameters, except for those that it has."""
    known = {pair.partition("=")[0] for pair in urlsplit(url).query.split("&")}
    for name, value in pairs:
        if quote(name) not in known:
            url += f"{'&' if '?' in url else '?'}{quote(name)}={quote(value, safe=',')}"
    return url
