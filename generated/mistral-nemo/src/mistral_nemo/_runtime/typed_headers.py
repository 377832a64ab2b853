"""Response headers as Python values: the base of the classes in a package's `headers`."""

from __future__ import annotations

from collections.abc import Mapping


class TypedHeaders:
    """Each property is None if the header is absent, or its text is not a value of the type: see `raw`."""

    def __init__(self, raw: Mapping[str, str]) -> None:
        """`raw` holds the texts of all headers, by name in lower case."""
        self.raw = raw

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(self.raw)})"

    def _str(self, name: str) -> str | None:
        return self.raw.get(name)

    def _int(self, name: str) -> int | None:
        try:
            return int(self.raw.get(name, ""))
        except ValueError:
            return None

    def _float(self, name: str) -> float | None:
        try:
            return float(self.raw.get(name, ""))
        except ValueError:
            return None

    def _bool(self, name: str) -> bool | None:
        return {"true": True, "false": False}.get(self.raw.get(name, "").strip().lower())

    def _list(self, name: str) -> list[str] | None:
        text = self.raw.get(name)
        return None if text is None else [each.strip() for each in text.split(",") if each.strip()]
