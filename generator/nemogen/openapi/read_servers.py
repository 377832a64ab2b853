"""Servers, as OpenAPI 3 spells them."""

from __future__ import annotations

from collections.abc import Iterator

from nemogen.openapi.document import Server, ServerVariable
from nemogen.openapi.read_parts import entries, follow_part, list_items, note_malformed, plain_text, read_text
from nemogen.openapi.reading import RawNode
from nemogen.openapi.references import References


def read_servers(node: RawNode, reading: References) -> tuple[Server, ...]:
    """The servers of one list in its order; a list that is missing or empty stands for none."""
    found = (read_server(item, reading) for item in list_items(node, "servers", reading))
    return tuple(server for server in found if server is not None)


def read_server(node: RawNode, reading: References) -> Server | None:
    """One server; None, and a note, where it has no URL."""
    found = follow_part(node, "server", reading)
    if found is None:
        return None
    if not isinstance(found.child("url").value, str):
        note_malformed(found, "a `url` is required", reading)
        return None
    return Server(
        url=read_text(found, "url", reading),
        variables=tuple(_read_variables(found.child("variables"), reading)),
        description=read_text(found, "description", reading),
        name=read_text(found, "name", reading),
        location=reading.location(found),
    )


def _read_variables(node: RawNode, reading: References) -> Iterator[ServerVariable]:
    for name, entry in entries(node, "variables", reading):
        found = follow_part(entry, "server variable", reading)
        if found is None:
            continue
        allowed = _read_values(found.child("enum"), reading)
        default = read_text(found, "default", reading)
        if found.child("default").value is None:
            reading.note("server-variable-default", f"`{name}` has no default", reading.location(found))
            default = allowed[0] if allowed else ""
        yield ServerVariable(name, default, allowed, read_text(found, "description", reading))


def _read_values(node: RawNode, reading: References) -> tuple[str, ...]:
    """The values of an enumeration of texts; numbers as they are written (YAML: `enum: [8443, 443]`)."""
    found = []
    for item in node.items():
        if isinstance(item.value, (str, int, float)):
            found.append(plain_text(item.value))
        else:
            note_malformed(item, "a text is expected", reading)
    return tuple(found)
