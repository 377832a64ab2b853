"""The mark for an argument that was not given. It differs from None, which is sent as null."""

from __future__ import annotations

from typing import Final


class Omit:
    """Type of `omit`. There is one instance: test with `is omit`, or with `isinstance` to narrow a type."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "omit"

    def __reduce__(self) -> str:
        return "omit"


omit: Final = Omit()
"""As an argument: send nothing. As a value of `extra_headers`: leave out a header that the client would send."""
