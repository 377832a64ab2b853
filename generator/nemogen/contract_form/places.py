"""JSON Pointers (RFC 6901) into a raw document, and values that know their place."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import unquote

from nemogen.document import Json


class Spot(NamedTuple):
    """A raw value and the JSON Pointer that it stands at."""

    raw: Json
    pointer: str

    def at(self, *keys: str | int) -> Spot:
        """The value below `keys`, or a spot with None where there is none."""
        raw, pointer = self.raw, self.pointer
        for key in keys:
            raw = _below(raw, key)
            pointer = join(pointer, key)
        return Spot(raw, pointer)

    def near(self, *keys: str) -> str:
        """The pointer of the value below `keys`, or of the last one on the way there that exists."""
        spot: Spot = self
        for key in keys:
            if not isinstance(spot.raw, dict) or key not in spot.raw:
                break
            spot = spot.at(key)
        return spot.pointer

    def entries(self) -> list[tuple[str, Spot]]:
        """The members of an object, or nothing where the value is no object."""
        if not isinstance(self.raw, dict):
            return []
        return [(str(key), Spot(value, join(self.pointer, key))) for key, value in self.raw.items()]

    def texts(self) -> list[str]:
        """The texts of a list, other items left out."""
        return [item for item in self.raw if isinstance(item, str)] if isinstance(self.raw, list) else []

    def items(self) -> list[Spot]:
        """The items of a list, or nothing where the value is no list."""
        if not isinstance(self.raw, list):
            return []
        return [Spot(value, f"{self.pointer}/{index}") for index, value in enumerate(self.raw)]


def _below(raw: Json, key: str | int) -> Json:
    if isinstance(raw, dict):
        return raw.get(key)
    if isinstance(raw, list) and isinstance(key, int) and 0 <= key < len(raw):
        return raw[key]
    return None


def join(pointer: str, key: str | int) -> str:
    """`pointer` with one more reference token, escaped."""
    text = str(key)
    if "~" in text or "/" in text:
        text = text.replace("~", "~0").replace("/", "~1")
    return f"{pointer}/{text}"


def tokens(pointer: str) -> list[str]:
    """The unescaped reference tokens of a pointer."""
    return [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]


def follow(root: Json, fragment: str) -> Spot | None:
    """What the fragment of a local `$ref` (the part after #) points to, or None where nothing stands there."""
    if fragment and not fragment.startswith("/"):
        return None
    spot = Spot(root, "")
    for token in tokens(unquote(fragment)):
        found = _step(spot.raw, token)
        if found is None:
            return None
        spot = Spot(spot.raw[found], join(spot.pointer, found))
    return spot


def _step(raw: Json, token: str) -> str | int | None:
    if isinstance(raw, dict):
        return token if token in raw else None
    if isinstance(raw, list) and token.isdecimal() and token.isascii() and len(token) < 10 and int(token) < len(raw):
        return int(token)
    return None
