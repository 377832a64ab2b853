"""What a method returns: the type of the response by status and, where one status has several, by media type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from nemogen.canonical import ANYTHING, CanonicalSchema
from nemogen.client.media_types import EVENTS, JSON, body_kind, essence, framing
from nemogen.client.python_types import result_name
from nemogen.document import Operation
from nemogen.light_dataclasses import dataclass

ResponseTypes: TypeAlias = Mapping[str, "str | Mapping[str, str]"]
"""By status: the runtime's name of a type, or such a name by media type."""

_ANNOTATIONS = {"bytes": "BinaryContent", "headers": "ResponseHeaders"}
"""Names of the runtime that stand for a class of another name."""


@dataclass(frozen=True, slots=True)
class Responses:
    """The successes of an operation: `types` to read them with, the annotation of what is asked for, `first` of it."""

    types: ResponseTypes
    accept: str
    annotation: str
    first: str


def read_responses(operation: Operation) -> Responses:
    """The types of the successes of an operation, and the media types to ask for (RFC 9110, section 12.5.1).

    Of several media types of a status the preferred one is asked for, and is the annotation: a caller who asks for
    another one (`extra_headers`) gets it read by its Content-Type.
    """
    if operation.method == "head":
        statuses = operation.successes() or ("200",)
        return Responses(dict.fromkeys(statuses, "headers"), "*/*", "ResponseHeaders", "headers")
    types: dict[str, str | Mapping[str, str]] = {}
    asked: list[str] = []
    preferred: list[str] = []
    for status in operation.successes():
        content = operation.responses[status].content
        named = {media: _result(media, content) for media in sorted(content, key=_preference) if not framing(media)}
        preferred.append(next(iter(named.values()), "None" if _is_declared(operation) and not content else "Any"))
        types[status] = preferred[-1] if _is_read_alike(named) else named
        asked += [media for media in list(named)[:1] if media not in asked]
    return Responses(types, ", ".join(asked) or JSON, _annotation(preferred), next(iter(preferred), "Any"))


def read_errors(operation: Operation, schemas: Mapping[str, CanonicalSchema]) -> ResponseTypes:
    """The classes of what an operation responds with where it fails, in JSON.

    A status without a class keeps its row, so that it does not get that of `default`.
    """
    types: dict[str, str | Mapping[str, str]] = {}
    for status, response in operation.responses.items():
        content = {} if status in operation.successes() else response.content
        named = {
            essence(media): _class_or_any(result_name(content[media]), schemas)
            for media in sorted(content, key=_preference)
            if body_kind(media, content[media]) == "json"
        }
        if status not in operation.successes():
            types[status] = next(iter(named.values()), "Any") if len(set(named.values())) < 2 else named
    return types if set(names_in(types)) - {"Any"} else {}


def _class_or_any(name: str, schemas: Mapping[str, CanonicalSchema]) -> str:
    return name if name.removeprefix("list[").removesuffix("]") in schemas else "Any"


def _is_declared(operation: Operation) -> bool:
    """Whether the spec declares a success: the reader of the spec adds one where it does not."""
    declared = operation.declared
    return declared is None or any(each.status[0] in "2d" for each in declared.responses)


def _is_read_alike(named: Mapping[str, str]) -> bool:
    """Whether the content type of a response adds nothing to what its status says."""
    return len(set(named.values())) < 2 and not any("*" in media for media in named)


def _preference(media: str) -> tuple[bool, bool, bool]:
    return body_kind(media) != "json", "*" in media, not media.startswith("text/")


def _result(media: str, content: Mapping[str, CanonicalSchema]) -> str:
    """The runtime's name for a response of this media type."""
    kind = body_kind(media, content[media])
    if kind == "json":
        return result_name(content[media])
    return "str" if kind == "text" else "bytes"


def _annotation(preferred: list[str]) -> str:
    """The annotation of what a method returns: the union over its statuses."""
    texts = list(dict.fromkeys(_ANNOTATIONS.get(name, name) for name in preferred))
    return "Any" if "Any" in texts or not texts else " | ".join(sorted(texts, key=lambda text: text == "None"))


def names_in(types: ResponseTypes) -> Iterator[str]:
    """Every name of a type, those by media type included."""
    for name in types.values():
        yield from (name,) if isinstance(name, str) else name.values()


def chunk_name(schema: CanonicalSchema, media: str, schemas: Mapping[str, CanonicalSchema]) -> str:
    """The runtime's name for an item of a sequential media type. `schema` is that of an item, or of an array of all."""
    name = schema.reference
    target = schemas[name] if name else schema
    if target.is_list and essence(media) != EVENTS:
        return result_name(target.items or ANYTHING)
    if essence(media) == EVENTS and target.type == "string" and not target.enum:
        return "str"
    return result_name(schema)
