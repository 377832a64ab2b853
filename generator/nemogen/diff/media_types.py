"""Names of media types: one spelling, and which names another one includes (RFC 6838, RFC 9110)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from nemogen.openapi.document import MediaType

EVENTS: Final = "text/event-stream"


def spelled_media_type(name: str) -> str:
    """A media type in lower case, its parameters in order, without spaces.

    JSON is UTF-8 and has no parameter `charset` (RFC 8259): in its media type, `charset` is ignored.
    """
    kind, *parameters = (part.strip() for part in name.lower().split(";"))
    if kind == "application/json" or kind.endswith("+json"):
        parameters = [part for part in parameters if part.replace('"', "") != "charset=utf-8"]
    return ";".join([kind, *sorted(part for part in parameters if part)])


def by_name(content: Iterable[MediaType]) -> dict[str, MediaType]:
    """The media types of a body by their names in one spelling."""
    return {spelled_media_type(media.name): media for media in content}


def is_json(name: str) -> bool:
    """Whether a body of this media type is JSON, so that types show on the wire."""
    return "json" in name or is_events(name)


def is_events(name: str) -> bool:
    """Whether it is a stream of server-sent events."""
    return name.split(";")[0] == EVENTS


def are_related(old: str, new: str) -> bool:
    """Whether two media types are names of one thing: a range and its member, or one type with other parameters."""
    return includes(old, new) or includes(new, old) or old.split(";")[0] == new.split(";")[0]


def narrowest_range(name: str, content: Collection[str]) -> str | None:
    """The narrowest range of these that a media type belongs to (`*/*`, `image/*`); None if there is none."""
    ranges = (each for each in content if "*" in each and includes(each, name))
    return max(ranges, key=len, default=None)


def name_change(old: str, new: str) -> str:
    """The kind of a change of name: "generalized", "specialized" or "changed"."""
    return "generalized" if includes(new, old) else "specialized" if includes(old, new) else "changed"


def includes(outer: str, inner: str) -> bool:
    """Whether every message of the media type `inner` is one of `outer` too (RFC 6838 suffixes, RFC 9110 ranges)."""
    outer_name, *outer_parameters = outer.split(";")
    inner_name, *inner_parameters = inner.split(";")
    if not set(outer_parameters) <= set(inner_parameters):
        return False
    outer_kind, _, outer_rest = outer_name.partition("/")
    inner_kind, _, inner_rest = inner_name.partition("/")
    if outer_name in ("*/*", inner_name):
        return True
    return outer_kind == inner_kind and (outer_rest == "*" or inner_rest.endswith(f"+{outer_rest}"))
