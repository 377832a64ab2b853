"""Security schemes and requirements (OpenAPI 3.2, 4.25 to 4.28)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from nemogen.openapi.document import OAuthFlow, SecurityRequirement, SecurityScheme
from nemogen.openapi.read_parts import (
    entries,
    follow_part,
    is_extension,
    list_items,
    read_flag,
    read_text,
    read_texts,
)
from nemogen.openapi.reading import RawNode
from nemogen.openapi.references import References

_MEMBERS: Final = {
    "apiKey": ("name", "in"),
    "http": ("scheme", "bearerFormat"),
    "oauth2": ("flows", "oauth2MetadataUrl"),
    "openIdConnect": ("openIdConnectUrl",),
    "mutualTLS": (),
}
"""The keys that have a meaning in schemes of each type, beside those of all: elsewhere they have none."""

_LOST: Final = "the credential is left out"


def read_schemes(node: RawNode, reading: References) -> dict[str, SecurityScheme]:
    """The security schemes of a document, by name."""
    found = ((name, read_scheme(name, entry, reading)) for name, entry in entries(node, "credentials", reading))
    return {name: scheme for name, scheme in found if scheme is not None}


def read_scheme(name: str, entry: RawNode, reading: References) -> SecurityScheme | None:
    """One security scheme; None, and a note, where it is none."""
    node = follow_part(entry, "security scheme", reading, _LOST)
    if node is None:
        return None
    kind = node.child("type").value
    if not isinstance(kind, str):
        message = f"`{name}` does not say what type of security scheme it is: left out"
        reading.note("security-scheme-unreadable", message, reading.location(node))
        return None
    _note_meaningless(node, kind, reading)
    location_in, parameter = (read_text(node, key, reading) if kind == "apiKey" else "" for key in ("in", "name"))
    if kind == "apiKey" and not (parameter and location_in in ("query", "header", "cookie")):
        message = f"`{name}` does not say where its key is sent"
        reading.note("security-scheme-unreadable", message, reading.location(node))
    return SecurityScheme(
        name=name,
        kind=kind,
        location_in=location_in,
        parameter=parameter,
        http_scheme=read_text(node, "scheme", reading).lower() if kind == "http" else "",
        bearer_format=read_text(node, "bearerFormat", reading) if kind == "http" else "",
        flows=tuple(_read_flows(node.child("flows"), reading)) if kind == "oauth2" else (),
        open_id_connect_url=read_text(node, "openIdConnectUrl", reading) if kind == "openIdConnect" else "",
        oauth2_metadata_url=read_text(node, "oauth2MetadataUrl", reading) if kind == "oauth2" else "",
        description=read_text(node, "description", reading),
        deprecated=read_flag(node, "deprecated", reading) is True,
        location=reading.location(node),
    )


def _note_meaningless(node: RawNode, kind: str, reading: References) -> None:
    own = _MEMBERS.get(kind, tuple(key for keys in _MEMBERS.values() for key in keys))
    for key in (key for keys in _MEMBERS.values() for key in keys if key not in own):
        if node.child(key).value is not None:
            message = f"`{key}` has no meaning in a security scheme of type {kind}: left out"
            reading.note("security-scheme-in", message, reading.location(node.child(key)))


def _read_flows(node: RawNode, reading: References) -> Iterator[OAuthFlow]:
    flows = follow_part(node, "oauth flows", reading) if node.value is not None else None
    for kind, entry in flows.members() if flows else ():
        if is_extension(kind):
            continue
        flow = follow_part(entry, "oauth flow", reading)
        if flow is not None:
            yield OAuthFlow(
                kind=kind,
                authorization_url=read_text(flow, "authorizationUrl", reading),
                token_url=read_text(flow, "tokenUrl", reading),
                refresh_url=read_text(flow, "refreshUrl", reading),
                device_authorization_url=read_text(flow, "deviceAuthorizationUrl", reading),
                scopes=read_scopes(flow.child("scopes"), reading),
                location=reading.location(flow),
            )


def read_scopes(node: RawNode, reading: References) -> Mapping[str, str]:
    """Scopes of OAuth 2, each with its description."""
    if node.value is not None and not isinstance(node.value, Mapping):
        return dict.fromkeys(read_texts(node, reading), "")
    return {name: read_text(node, name, reading) for name, _ in node.members() if not is_extension(name)}


def read_requirements(
    node: RawNode, schemes: dict[str, SecurityScheme], reading: References
) -> tuple[SecurityRequirement, ...]:
    """The alternatives of a list of requirements.

    A name that is not in `schemes` may be the URI of a scheme (OpenAPI 3.2), which is added to them then; else the
    name is kept and reported.
    """
    found = []
    for item in list_items(node, "credentials", reading):
        entry = follow_part(item, "security requirement", reading, _LOST)
        if entry is not None:
            members = [each for each in entry.members() if not is_extension(each[0]) or isinstance(each[1].value, list)]
            names = {name: read_texts(scopes, reading) for name, scopes in members}
            for name in (name for name in names if name not in schemes):
                _add_by_uri(name, entry, schemes, reading)
            found.append(SecurityRequirement(names, reading.location(entry)))
    return tuple(found)


def _add_by_uri(name: str, entry: RawNode, schemes: dict[str, SecurityScheme], reading: References) -> None:
    target = reading.find(name, entry) if "#" in name or "/" in name else None
    scheme = read_scheme(name, target, reading) if target else None
    if scheme is not None:
        schemes[name] = scheme
    else:
        message = f"`{name}` is required, but there is no such security scheme"
        reading.note("security-undefined", message, reading.location(entry.child(name)))
