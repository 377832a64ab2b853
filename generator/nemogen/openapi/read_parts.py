"""What the readers of all kinds of objects share: members of the right type, and objects behind a `$ref`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from nemogen.errors import Location as Location
from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.reading import RawNode
from nemogen.openapi.references import References, reference_of

NAME: Final = "x-nemogen-name"
"""The extension by which an overlay names a schema, or (dotted) an operation."""


def is_extension(key: str) -> bool:
    """Whether a key is a specification extension."""
    return key.startswith("x-")


def extensions(node: RawNode) -> Mapping[str, JsonValue]:
    """The specification extensions of an object, without nemogen's own, which is read into a field."""
    return {key: child.value for key, child in node.members() if is_extension(key) and key != NAME}


def read_text(node: RawNode, key: str, reading: References) -> str:
    """The text below `key`; a number or a boolean as it is written in JSON, "" and a note for anything else."""
    child = node.child(key)
    if isinstance(child.value, (str, int, float)):
        return plain_text(child.value)
    if child.value is not None:
        note_malformed(child, "a text is expected", reading)
    return ""


def plain_text(value: str | float) -> str:
    """A text, or a number or boolean that YAML made of one, as JSON writes it."""
    if isinstance(value, str):
        return value
    return str(value).lower() if isinstance(value, bool) else str(value)


def read_flag(node: RawNode, key: str, reading: References) -> bool | None:
    """The boolean below `key`; None if there is none, with a note if the value is not a boolean."""
    child = node.child(key)
    if isinstance(child.value, bool):
        return child.value
    if isinstance(child.value, str) and child.value in ("true", "false"):
        reading.note("boolean-as-text", f"`{key}` is a text: read as the boolean", reading.location(child))
        return child.value == "true"
    if child.value is not None:
        note_malformed(child, "true or false is expected", reading)
    return None


def read_texts(node: RawNode, reading: References) -> tuple[str, ...]:
    """The texts of an array; other items are left out with a note."""
    if node.value is not None and not isinstance(node.value, list):
        note_malformed(node, "a list is expected", reading)
    found = []
    for item in node.items():
        if isinstance(item.value, str):
            found.append(item.value)
        else:
            note_malformed(item, "a text is expected", reading)
    return tuple(found)


def note_malformed(node: RawNode, what: str, reading: References, *, is_costly: bool = False) -> None:
    """Report something that is not of the type that OpenAPI asks for, and is left out."""
    rule = "document-part-malformed" if is_costly else "value-malformed"
    reading.note(rule, f"{what} here: left out", reading.location(node))


def entries(
    node: RawNode, kind: str, reading: References, *, has_extensions: bool = False
) -> Iterator[tuple[str, RawNode]]:
    """The members of a map of objects, its extensions left out; where the map is a reference, those of its target.

    `has_extensions`: the specification allows extensions in the map itself. In others, a name may begin as one does (a
    header `x-request-id`): only what is no object is taken for an extension there.
    """
    if node.value is None:
        return
    found = follow_part(node, "", reading, f"the {kind} are left out")
    for key, child in found.members() if found else ():
        if not is_extension(key) or (isinstance(child.value, Mapping) and not has_extensions):
            yield key, child


def list_items(node: RawNode, kind: str, reading: References) -> Iterator[RawNode]:
    """The items of a list of objects; where the list is a reference, those of its target."""
    if isinstance(node.value, Mapping) and reference_of(node) is not None:
        node = _follow_chain(node, reading, f"the {kind} are left out") or RawNode(None, node.file, node.pointer)
    if node.value is not None and not isinstance(node.value, list):
        note_malformed(node, f"a list of {kind} is expected", reading, is_costly=True)
    yield from node.items()


def follow_part(node: RawNode, kind: str, reading: References, cost: str = "") -> RawNode | None:
    """The object at `node`, or the one that its `$ref` leads to, recorded in the ledger as `kind` ("": not recorded).

    None, and a note with `cost` (what a caller loses), where it leads nowhere or is not an object. `summary` and
    `description` beside a `$ref` win over those of its target (OpenAPI 3.1, Reference Object).
    """
    found = _follow_chain(node, reading, cost, "path item" if kind == "path item" else "reference")
    if found is None:
        return None
    if not isinstance(found.value, Mapping):
        what = f"an object is expected here; {cost}" if cost else "an object is expected here: left out"
        reading.note("document-part-malformed", what, reading.location(found))
        return None
    if kind:
        reading.visit(found, kind)
    if found is node or not isinstance(node.value, Mapping):
        return found
    beside = {key: node.value[key] for key in ("summary", "description") if isinstance(node.value.get(key), str)}
    return RawNode({**found.value, **beside}, found.file, found.pointer) if beside else found


def _follow_chain(node: RawNode, reading: References, cost: str, kind: str = "reference") -> RawNode | None:
    while (text := reference_of(node)) is not None:
        reading.visit(node, kind)
        target = reading.follow(text, node, cost=cost)
        if target is None:
            return None
        node = reading.raw(target)
    return node


def location_of(node: RawNode, key: str, reading: References) -> Location:
    """The location of the member `key`, or of the object where it has none."""
    return reading.location(node.child(key) if isinstance(node.value, Mapping) and key in node.value else node)
