"""The mark for an argument that was not given. It differs from None, which is sent as null."""

from __future__ import annotations

from typing import Any, Final


class Omit:
    """Type of `omit`. There is one instance: test with `is omit`, or with `isinstance` to narrow a type."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "omit"

    def __reduce__(self) -> str:
        return "omit"

    @classmethod
    def __get_pydantic_core_schema__(cls, _: Any, __: Any) -> Any:
        """For pydantic, where a signature of ours is checked by it: `omit` is valid as it is, and nothing else."""
        from pydantic_core import core_schema

        return core_schema.is_instance_schema(cls)

    @classmethod
    def __get_pydantic_json_schema__(cls, _: Any, __: Any) -> dict[str, Any]:
        """For the JSON Schema of a model with such a field: JSON has no value that is `omit`."""
        return {"not": {}}


omit: Final = Omit()
"""As an argument: send nothing. As a value of `extra_headers`: leave out a header that the client would send."""
