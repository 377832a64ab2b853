"""Whether a request carries a credential that its operation asks for (OpenAPI 3.0.3, Security Requirement Object)."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from nemogen.document import Json, JsonObject
from nemogen.recordings.operations import Operation
from nemogen.recordings.recording import Request, header


def missing_credential(document: JsonObject, operation: Operation, request: Request) -> str | None:
    """What is missing, in words, where none of the alternatives is met; None where one is, or none is asked for."""
    alternatives = operation.part.value.get("security", document.get("security"))
    if not isinstance(alternatives, list) or not alternatives:
        return None
    components = document.get("components")
    schemes = components.get("securitySchemes") if isinstance(components, Mapping) else None
    known = schemes if isinstance(schemes, Mapping) else {}
    missing: list[str] = []
    for alternative in alternatives:
        names = alternative if isinstance(alternative, Mapping) else {}
        lacks = [told for name in names if (told := _lacking(known.get(name), request))]
        if not lacks:
            return None
        missing += lacks
    return missing[0]


def _lacking(scheme: Json, request: Request) -> str | None:
    """What a scheme wants and the request lacks; schemes that are not known are taken as met."""
    if not isinstance(scheme, Mapping):
        return None
    name = str(scheme.get("name"))
    kind = scheme.get("type")
    if kind == "apiKey":
        places = {
            "header": header(request.headers, name),
            "query": "".join(request.query.get(name, ())),
            "cookie": f"{quote(name)}=" in header(request.headers, "cookie"),
        }
        where = str(scheme.get("in"))
        return None if places.get(where, True) else f"the {where} {name} with the key is missing"
    given = header(request.headers, "authorization").lower()
    wanted = str(scheme.get("scheme", "bearer")).lower() if kind == "http" else "bearer"
    is_met = given.startswith(f"{wanted} ") and given.removeprefix(wanted).strip()
    return None if kind == "mutualTLS" or is_met else f"the header Authorization with a {wanted} key is missing"
