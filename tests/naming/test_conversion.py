"""How much a document may unfold to: more where it is larger, and never without end."""

from __future__ import annotations

from typing import Any

import pytest

from nemogen.errors import SpecError
from nemogen.naming import conversion
from tests.naming.small import one, prepared, ref


def answer(components: int, properties: int) -> dict[str, Any]:
    """An object with a property for each component, which are objects with so many properties."""
    part = {"type": "object", "properties": {f"p{index}": {"type": "string"} for index in range(properties)}}
    names = [f"Part{index}" for index in range(components)]
    whole = {"type": "object", "properties": {name.lower(): ref(name) for name in names}}
    return {**dict.fromkeys(names, part), "Whole": whole}


def test_a_document_of_many_components_may_have_many_schemas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversion, "_MOST_SCHEMAS", 20)
    assert len(prepared(one(ref("Whole"), schemas=answer(30, 10))).schemas) == 31


def test_a_document_that_unfolds_to_more_is_refused_at_a_location(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversion, "_MOST_SCHEMAS", 20)
    with pytest.raises(SpecError, match="unfold to more than 20 schemas") as caught:
        prepared(one(ref("Whole"), schemas=answer(2, 100)))
    where = caught.value.problems[0].where
    assert where is not None
    assert where.pointer.startswith("/components/schemas/Part")
