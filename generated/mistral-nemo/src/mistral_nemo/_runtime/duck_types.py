"""Types of arguments that are known by what they have, such as open files, and of which pydantic has no schema."""

from __future__ import annotations

from typing import Any


class With:
    """What an argument must have one of, for pydantic where it checks a signature of ours."""

    def __init__(self, *names: str) -> None:
        self._names = names

    def __get_pydantic_core_schema__(self, _: Any, __: Any) -> Any:
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(self._checked)

    def __get_pydantic_json_schema__(self, _: Any, __: Any) -> dict[str, Any]:
        """For the JSON Schema of a model with such a field: JSON has no such value."""
        return {"not": {}}

    def _checked(self, given: Any) -> Any:
        if not any(hasattr(given, name) for name in self._names):
            raise ValueError(f"expected an object that has {' or '.join(self._names)}")
        return given
