"""What params.py holds: TypedDicts and aliases, as frameworks evaluate them."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Any, get_type_hints

from pydantic import TypeAdapter

from tests.naming.small import one, properties, ref
from tests.wire.packages import package

STRING = {"type": "string"}


def loaded(body: dict[str, Any], schemas: dict[str, Any]) -> tuple[ModuleType, str]:
    """params.py of an API that takes `body`, imported, and its source."""
    made = __import__(f"{package(one(body=body, schemas=schemas)).__name__}.params", fromlist=["params"])
    return made, Path(str(made.__file__)).read_text(encoding="utf-8")


def test_types_in_cycles_can_be_evaluated_however_they_are_written() -> None:
    """Keys that no class can have want a call, whose values Python evaluates before all of the module is there."""
    schemas = {
        "Leaf": properties(**{"up-to": ref("Tree"), "name": STRING}),
        "Tree": {"anyOf": [STRING, {"type": "array", "items": ref("Tree")}, ref("Leaf")]},
        "Twig": properties(twig=ref("Twig"), tree=ref("Tree")),
    }
    params, text = loaded(properties(leaf=ref("Leaf"), twig=ref("Twig")), schemas)
    assert "TreeParam = TypeAliasType('TreeParam', 'str | Sequence[TreeParam] | LeafParam | Leaf')" in text
    assert "'up-to': NotRequired['TreeParam']" in text
    assert get_type_hints(params.TwigParam).keys() == {"twig", "tree"}
    assert params.LeafParam.__optional_keys__ == {"up-to", "name"}
    value = {"leaf": {"up-to": ["a", {"name": "b"}]}, "twig": {"twig": {"tree": "c"}}}
    assert TypeAdapter(params.ThingRequestParam).validate_python(value) == value


def test_a_type_is_named_once_in_a_union_and_a_value_once_in_a_literal() -> None:
    kind = {"anyOf": [{"enum": ["a", "b"]}, {"enum": ["b", 1]}, ref("A"), {"anyOf": [ref("A"), {"type": "null"}]}]}
    _, text = loaded({**properties(kind=kind), "required": ["kind"]}, {"A": properties(b=STRING)})
    assert '    kind: Literal["a", "b", 1] | AParam | A | None\n' in text.replace("'", '"')


def test_a_key_that_is_the_name_of_a_type_is_not_written_as_an_attribute() -> None:
    _, text = loaded(properties(str=STRING, list=STRING), {})
    assert text.rstrip().endswith("},\n)")
    _, text = loaded(properties(list=STRING), {})
    assert "    list: NotRequired[str]" in text
