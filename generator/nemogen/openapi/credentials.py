"""Which credentials a client can send of those that a document asks for, and what is lost where it cannot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from nemogen.errors import Location
from nemogen.openapi.document import Document, SecurityRequirement, SecurityScheme

_SENT_IN: Final = ("header", "query", "cookie")
_HEADER: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
"""The name of a header (RFC 9110, section 5.1)."""
_HTTP_SCHEMES: Final = ("basic", "bearer")
_WITH_CERTIFICATE: Final = "mutualTLS"


def is_sent(scheme: SecurityScheme) -> bool:
    """Whether a client can send the credential of a scheme."""
    if scheme.kind == "apiKey":
        is_sendable = bool(scheme.parameter) if scheme.location_in != "header" else _HEADER.fullmatch(scheme.parameter)
        return scheme.location_in in _SENT_IN and bool(is_sendable)
    if scheme.kind == "http":
        return scheme.http_scheme in _HTTP_SCHEMES
    return scheme.kind in ("oauth2", "openIdConnect")


def sent_schemes(requirement: SecurityRequirement, document: Document) -> tuple[str, ...] | None:
    """The schemes of an alternative that a client sends; None if it cannot meet the alternative.

    The certificate of mutual TLS is not part of a request: the caller gives it to the HTTP client.
    """
    known = {name: document.security_schemes.get(name) for name in requirement.schemes}
    sent = {name: scheme for name, scheme in known.items() if scheme is None or scheme.kind != _WITH_CERTIFICATE}
    if not sent and known:
        return None
    return tuple(sent) if all(scheme is not None and is_sent(scheme) for scheme in sent.values()) else None


def unmet_operations(document: Document) -> Iterator[Location]:
    """Where an operation asks for credentials of which a client can send none."""
    for operation in document.operations:
        alternatives = operation.security
        if alternatives and all(sent_schemes(each, document) is None for each in alternatives):
            yield operation.security_location


def asked_schemes(document: Document) -> frozenset[str]:
    """The names of the schemes that an operation asks for."""
    return frozenset(name for operation in document.operations for each in operation.security for name in each.schemes)


def unsent_schemes(document: Document) -> Iterator[SecurityScheme]:
    """The schemes that an operation asks for, and a client cannot send."""
    asked = asked_schemes(document)
    return (each for name, each in document.security_schemes.items() if name in asked and not is_sent(each))


def describe_unsent(scheme: SecurityScheme) -> str:
    """Why a client does not send the credential of a scheme, and how to go on."""
    if scheme.kind == _WITH_CERTIFICATE:
        return (
            f"`{scheme.name}`: mutual TLS is not supported: give the client an `http_client` that has the certificate"
        )
    if scheme.kind == "apiKey":
        kind = f"a key in {scheme.location_in or 'no location'} under the name {scheme.parameter!r}"
    else:
        kind = (scheme.http_scheme or "http without a scheme") if scheme.kind == "http" else f"type {scheme.kind!r}"
    return f"`{scheme.name}`: {kind} is not supported: the client does not send it"
