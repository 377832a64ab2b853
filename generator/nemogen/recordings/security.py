"""Checks that a request carries a credential that its operation requires (OpenAPI 3.0.3, Security Requirements)."""

from __future__ import annotations

from urllib.parse import quote

from nemogen.openapi.document import Document, Operation, SecurityScheme
from nemogen.recordings.recording import Request, header


def missing_credential(document: Document, operation: Operation, request: Request) -> str | None:
    """What is missing, in words, if no alternative is met; None if one is met or none is required."""
    missing: list[str] = []
    for alternative in operation.security:
        schemes = (document.security_schemes.get(name) for name in alternative.schemes)
        lacks = [lack for scheme in schemes if scheme is not None and (lack := _lacking(scheme, request))]
        if not lacks:
            return None
        missing += lacks
    return missing[0] if missing else None


def _lacking(scheme: SecurityScheme, request: Request) -> str | None:
    """What a scheme requires and the request lacks; a scheme that does not say how it is sent counts as met."""
    name, where = scheme.parameter, scheme.location_in
    if scheme.kind == "apiKey":
        sent = {
            "header": header(request.headers, name),
            "query": "".join(request.query.get(name, ())),
            "cookie": f"{quote(name)}=" in header(request.headers, "cookie"),
        }
        return None if sent.get(where, True) else f"the {where} {name} with the key is missing"
    given = header(request.headers, "authorization").lower()
    wanted = scheme.http_scheme or "bearer"
    is_met = given.startswith(f"{wanted} ") and given.removeprefix(wanted).strip()
    if scheme.kind == "mutualTLS" or is_met:
        return None
    return f"the header Authorization with a {wanted} key is missing"
