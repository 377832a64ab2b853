"""The settings of an API as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

AuthScheme: TypeAlias = Literal["bearer", "header", "query", "cookie", "basic", "client_credentials", "none"]

Security: TypeAlias = tuple[Mapping[str, tuple[str, ...]], ...]
"""Alternatives, of which the first that is complete is used: each names the schemes that are sent together, and the
scopes that they need. An empty alternative: a call without a credential will do. No alternative: none is asked for."""

# 501 and 505 say that the same request will never be served; every other 5xx may pass.
RETRIED_STATUSES = frozenset({408, 409, 429, *range(500, 600)} - {501, 505})


@dataclass(frozen=True, slots=True, kw_only=True)
class Auth:
    """How one credential travels.

    `bearer`: `Authorization: Bearer KEY`; `basic`: a user name and a password (RFC 7617); `header`, `query` and
    `cookie`: as the header, query parameter or cookie `name`, after `prefix`; `client_credentials`: as a bearer token
    that is fetched from `token_url` with a client id and a secret (RFC 6749, section 4.4).

    `id` is what a Security calls it. `arguments` maps the constructor's arguments to the environment variables that
    they are read from; where it is empty, that is `api_key`, and `env`.
    """

    scheme: AuthScheme = "none"
    env: str | None = None
    name: str = ""
    prefix: str = ""
    id: str = "key"
    arguments: Mapping[str, str | None] = field(default_factory=dict)
    token_url: str = ""

    @property
    def sources(self) -> Mapping[str, str | None]:
        """The constructor's arguments that it is made of, each with its environment variable."""
        return self.arguments or {"api_key": self.env}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One API, as its generated package states it.

    `package` names the import package: the logger, and the module `<package>.models` that type names are found in.
    `idempotency_header` is the header that the API takes an idempotency key in, None if it takes none. `returned`
    lists the classes of responses that may be sent back inside a request, each with the properties for which the API
    takes null there: any other one is left out when it is null. `text_formats` are those of texts that are values of
    Python without a form in JSON: "decimal", "byte". `base_path` is the path of a server that names no host,
    `server` the URL of one with variables in braces, `server_variables` the values that each may have (none: any).

    `auth` are the credentials; `security` is what operations ask for that do not say otherwise (None: the only
    credential). `alternatives` are the schemes that any operation accepts together, where they are more than these.
    """

    package: str
    version: str
    base_url: str
    base_url_env: str | None = None
    auth: Auth | tuple[Auth, ...] = Auth()
    security: Security | None = None
    alternatives: tuple[tuple[str, ...], ...] = ()
    idempotency_header: str | None = None
    returned: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    text_formats: tuple[str, ...] = ()
    base_path: str = ""
    server: str = ""
    server_variables: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    retry_statuses: frozenset[int] = RETRIED_STATUSES
    request_id_headers: tuple[str, ...] = ("x-request-id", "request-id", "x-amzn-requestid", "cf-ray")

    @property
    def schemes(self) -> tuple[Auth, ...]:
        """The credentials that calls may carry."""
        if isinstance(self.auth, tuple):
            return self.auth
        return () if self.auth.scheme == "none" else (self.auth,)

    @property
    def default_security(self) -> Security:
        """What operations ask for that do not say otherwise."""
        if self.security is not None:
            return self.security
        return tuple({each.id: ()} for each in self.schemes)
