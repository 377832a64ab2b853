"""The locations of the keywords of a schema: computed on demand, as a large document has millions of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nemogen import pointer
from nemogen.errors import Location as Location
from nemogen.openapi.json_value import JsonObject, unique


class KeywordLocations(Mapping[str, Location]):
    """The location of each keyword, by name. `layers` are the raw schemas that were read as one, outermost first."""

    __slots__ = ("layers",)

    def __init__(self, layers: tuple[tuple[JsonObject, Location], ...]) -> None:
        self.layers = layers

    def __getitem__(self, keyword: str) -> Location:
        for raw, location in self.layers:
            if keyword in raw:
                return Location(location.file, pointer.join(location.pointer, keyword))
        raise KeyError(keyword)

    def __iter__(self) -> Iterator[str]:
        return iter(unique(keyword for raw, _ in self.layers for keyword in raw))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __contains__(self, keyword: object) -> bool:
        return any(keyword in raw for raw, _ in self.layers)

    __hash__ = object.__hash__


def joined_keywords(first: Mapping[str, Location], second: Mapping[str, Location]) -> Mapping[str, Location]:
    """The keywords of both, those of the first before those of the second."""
    if isinstance(first, KeywordLocations) and isinstance(second, KeywordLocations):
        return KeywordLocations((*first.layers, *second.layers))
    return {**second, **first}
