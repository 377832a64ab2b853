"""Names of files that Windows keeps for devices, whatever follows the first dot.

Source: Microsoft's "Naming Files, Paths, and Namespaces".
"""

from __future__ import annotations

from typing import Final

_DEVICES: Final = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{digit}" for port in ("com", "lpt") for digit in range(10)}
)


def is_reserved(name: str) -> bool:
    """Whether Windows can have no file or folder of this name."""
    first = name.partition(".")[0]
    if not first.isascii():
        import unicodedata  # a name of an API is ASCII, and every check has one

        first = unicodedata.normalize("NFKC", first)  # the digits of COM¹ count as those of COM1
    return first.rstrip(" ").casefold() in _DEVICES


def portable_name(name: str) -> str:
    """`name`, or where it is reserved, with an underscore: `aux_` for `aux`, and `aux_.list` for `aux.list`."""
    first, dot, rest = name.partition(".")
    return f"{first}_{dot}{rest}" if is_reserved(first) else name


def original_name(name: str) -> str:
    """What `portable_name` made `name` of."""
    first, dot, rest = name.partition(".")
    plain = first.removesuffix("_")
    return f"{plain}{dot}{rest}" if plain != first and is_reserved(plain) else name
