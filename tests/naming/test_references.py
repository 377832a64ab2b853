from __future__ import annotations

from typing import Any

import pytest

from nemogen.naming.references import Target, resolve

DOCUMENT: dict[str, Any] = {
    "components": {
        "schemas": {
            "A": {"type": "object"},
            "Alias": {"$ref": "#/components/schemas/A", "description": "See A."},
            "Nullable": {"$ref": "#/components/schemas/A", "nullable": True},
            "Circle": {"$ref": "#/components/schemas/Square"},
            "Square": {"$ref": "#/components/schemas/Circle"},
            "Root": {"properties": {"a": {"type": "string"}, "b": {"$ref": "#/properties/a"}}},
            "a/b": {"type": "integer"},
        }
    }
}
AT = "/components/schemas"


@pytest.mark.parametrize(
    ("reference", "at"),
    [
        ("#/components/schemas/A", f"{AT}/A"),
        ("#/components/schemas/Alias", f"{AT}/A"),
        ("#/components/schemas/Nullable", f"{AT}/Nullable"),
        ("#/components/schemas/a~1b", f"{AT}/a~1b"),
    ],
)
def test_a_reference_leads_to_its_target_past_mere_names(reference: str, at: str) -> None:
    found = resolve(DOCUMENT, reference, "")
    assert found
    assert found.at == at


@pytest.mark.parametrize(
    "reference", ["#/components/schemas/Circle", "#/components/schemas/None", "other.yaml#/A", "#/openapi", 5, None, []]
)
def test_a_reference_that_leads_nowhere_has_no_target(reference: Any) -> None:
    assert resolve(DOCUMENT, reference, "") is None


def test_a_reference_relative_to_its_own_schema_is_rebased() -> None:
    found = resolve(DOCUMENT, "#/properties/a", f"{AT}/Root")
    assert found == Target(f"{AT}/Root/properties/a", {"type": "string"}, rebased=True)


def test_only_a_component_has_the_name_of_one() -> None:
    assert Target(f"{AT}/a~1b", {}).component == "a/b"
    assert Target(f"{AT}/A/properties/x", {}).component is None
    assert Target("/components/parameters/A", {}).component is None


def test_a_long_chain_of_names_is_followed_to_its_end() -> None:
    chain = {f"C{n}": {"$ref": f"#/components/schemas/C{n + 1}"} for n in range(3000)}
    document = {"components": {"schemas": {**chain, "C3000": {"type": "string"}}}}
    found = resolve(document, "#/components/schemas/C0", "")
    assert found
    assert found.at == f"{AT}/C3000"
