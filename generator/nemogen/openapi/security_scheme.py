"""The frozen model of credentials: how each is sent, and which an operation needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from nemogen.errors import Location
from nemogen.light_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OAuthFlow:
    """One flow of OAuth 2: "clientCredentials", "authorizationCode", "password", "implicit", "deviceAuthorization"."""

    kind: str
    authorization_url: str = ""
    token_url: str = ""
    refresh_url: str = ""
    device_authorization_url: str = ""
    scopes: Mapping[str, str] = field(default_factory=dict)
    location: Location = field(default=Location(""), compare=False)


@dataclass(frozen=True, slots=True)
class SecurityScheme:
    """How a credential is sent.

    `kind` is "apiKey", "http", "oauth2", "openIdConnect", "mutualTLS", or what the document says where that is none of
    these. `location_in` and `parameter` are where an apiKey goes; `http_scheme` ("basic", "bearer", …) is lower case.
    """

    name: str
    kind: str
    location_in: str = ""
    parameter: str = ""
    http_scheme: str = ""
    bearer_format: str = ""
    flows: tuple[OAuthFlow, ...] = ()
    open_id_connect_url: str = ""
    oauth2_metadata_url: str = ""
    description: str = field(default="", compare=False)
    deprecated: bool = False
    location: Location = field(default=Location(""), compare=False)


@dataclass(frozen=True, slots=True)
class SecurityRequirement:
    """One alternative: all of these schemes together, each with its scopes. Empty: no credential is needed."""

    schemes: Mapping[str, tuple[str, ...]]
    location: Location = field(default=Location(""), compare=False)
