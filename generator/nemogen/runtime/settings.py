"""What a client knows of its API as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

AuthScheme: TypeAlias = Literal["bearer", "header", "query", "basic", "none"]

# 501 and 505 say that the same request will never be served; every other 5xx may pass.
RETRIED_STATUSES = frozenset({408, 409, 429, *range(500, 600)} - {501, 505})


@dataclass(frozen=True, slots=True, kw_only=True)
class Auth:
    """How the key travels.

    `bearer`: `Authorization: Bearer KEY`; `basic`: the key is `user:password` (RFC 7617); `header` and `query`: as the
    header or query parameter `name`, after `prefix`. `env` is the environment variable that the key is read from.
    """

    scheme: AuthScheme = "none"
    env: str | None = None
    name: str = ""
    prefix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One API, as its generated package states it.

    `package` names the import package: the logger, and the module `<package>.models` that type names are found in.
    `idempotency_header` is the header that the API takes an idempotency key in, None where it takes none. `returned`
    lists the classes of answers that may be sent back inside a request, each with the properties for which the API
    takes null there: any other one is left out when it is null. `text_formats` are those of texts that are values of
    Python without a form in JSON: "decimal", "byte". `base_path` is the path of a server that names no host,
    `server` the URL of one with variables in braces, `server_variables` the values that each may have (none: any).
    """

    package: str
    version: str
    base_url: str
    base_url_env: str | None = None
    auth: Auth = Auth()
    idempotency_header: str | None = None
    returned: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    text_formats: tuple[str, ...] = ()
    base_path: str = ""
    server: str = ""
    server_variables: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    retry_statuses: frozenset[int] = RETRIED_STATUSES
    request_id_headers: tuple[str, ...] = ("x-request-id", "request-id", "x-amzn-requestid", "cf-ray")
