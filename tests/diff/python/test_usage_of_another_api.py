"""Which changes hit two programs that call a pet store: what they use is found, and what they do not use is not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from nemogen.diff.compare import compare
from nemogen.diff.python.read_usage import read_usage
from nemogen.diff.python.surface_reader import read
from nemogen.diff.python.usage import Callers, methods_of_operations
from nemogen.findings import Level
from tests.diff.python.petstore import petstore
from tests.wire.packages import package

CALLERS = Path(__file__).parent / "callers"
Change = Callable[[dict[str, Any]], Any]


pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def callers(tmp_path_factory: pytest.TempPathFactory) -> Callers:
    """What both programs use. They name the package as its users would; here it has a name of its own."""
    module = package(petstore())
    folder, name = Path(module.__path__[0]), module.__name__
    client = next(each for each in dir(module) if each.startswith("Wire"))
    files = {f"src/{name}/{path.relative_to(folder)}": path.read_bytes() for path in folder.rglob("*.py")}
    written = tmp_path_factory.mktemp("app")
    for program in ("pet_report", "pet_import"):
        text = (CALLERS / f"{program}.py").read_text(encoding="utf-8")
        (written / f"{program}.py").write_text(text.replace("petstore", name).replace("Petstore", client), "utf-8")
    surface = read(files)
    return Callers(read_usage([written], folder.parent, surface), surface, methods_of_operations(files, surface))


def schema(name: str) -> Callable[[dict[str, Any]], dict[str, Any]]:
    def find(document: dict[str, Any]) -> dict[str, Any]:
        found: dict[str, Any] = document["components"]["schemas"][name]
        return found

    return find


def without(name: str, member: str) -> Change:
    """The property is removed, also where it was required."""

    def change(document: dict[str, Any]) -> None:
        found = schema(name)(document)
        del found["properties"][member]
        found["required"] = [each for each in found.get("required", ()) if each != member]

    return change


def another_type(name: str, member: str) -> Change:
    def change(document: dict[str, Any]) -> None:
        schema(name)(document)["properties"][member] = {"type": "array", "items": {"type": "boolean"}}

    return change


def without_value(value: str) -> Change:
    return lambda document: schema("Status")(document)["enum"].remove(value)


def without_operation(path: str, method: str) -> Change:
    return lambda document: document["paths"][path].pop(method)


def needs(name: str, member: str) -> Change:
    def change(document: dict[str, Any]) -> None:
        found = schema(name)(document)
        found["properties"].setdefault(member, {"type": "string"})
        found["required"] = [*found.get("required", ()), member]

    return change


def smallest_limit(document: dict[str, Any]) -> None:
    document["paths"]["/pets"]["get"]["parameters"][1]["schema"]["minimum"] = 10


def without_cursor(document: dict[str, Any]) -> None:
    parameter = document["paths"]["/pets"]["get"]["parameters"][2]
    parameter["schema"] = {"type": "object", "properties": {"at": {"type": "string"}}}


def body_of_orders(document: dict[str, Any]) -> Any:
    return document["paths"]["/orders"]["post"]["requestBody"]["content"]["application/json"]["schema"]


def other_pet_id(document: dict[str, Any]) -> None:
    body_of_orders(document)["properties"]["pet_id"] = {"type": "string"}


BROKEN: list[tuple[str, Change, set[str]]] = [
    ("a name in a comprehension", another_type("Pet", "name"), {"pet_report"}),
    ("a list in a condition", another_type("Pet", "tags"), {"pet_report"}),
    ("a number in a lambda", another_type("Pet", "weight"), {"pet_report"}),
    ("an id that the raw response has as well", another_type("Pet", "id"), {"pet_import"}),
    ("the subject of a match", another_type("Pet", "status"), {"pet_report"}),
    ("an attribute by its name in a text", another_type("Owner", "email"), {"pet_report", "pet_import"}),
    ("an attribute that nobody reads", another_type("Owner", "phone"), set()),
    ("a key that is not sent", another_type("NewPet", "notes"), set()),
    ("a key of a mapping that is spread", another_type("NewPet", "name"), {"pet_import"}),
    ("a total that is summed", another_type("Order", "total"), {"pet_report"}),
    ("a state that is compared", another_type("Order", "state"), {"pet_report"}),
    ("an order's pet", another_type("Order", "pet"), set()),
    ("a constant as an argument", without_value("available"), {"pet_report"}),
    ("a value in a mapping", without_value("pending"), {"pet_import"}),
    ("a value that is only read", without_value("sold"), set()),
    ("an argument", smallest_limit, {"pet_report"}),
    ("an argument that is not given", without_cursor, set()),
    ("an operation that is not called", without_operation("/pets/{pet_id}", "delete"), set()),
    ("a download", without_operation("/pets/{pet_id}/photo", "get"), {"pet_report"}),
    ("a method with a raw response", without_operation("/pets/{pet_id}", "get"), {"pet_import"}),
    ("a list of all pages", without_operation("/pets", "get"), {"pet_report"}),
    ("a method under another name", without_operation("/pets", "post"), {"pet_import"}),
    ("a new key that is required", needs("NewPet", "vet"), {"pet_import"}),
    ("a key that became required", needs("NewPet", "notes"), {"pet_import"}),
    ("an argument of a partial call", other_pet_id, {"pet_import"}),
]


@pytest.mark.parametrize(("change", "hit"), [each[1:] for each in BROKEN], ids=[each[0] for each in BROKEN])
def test_a_change_hits_just_the_programs_that_use_it(callers: Callers, change: Change, hit: set[str]) -> None:
    revision = petstore()
    change(revision)
    broken = [each for each in compare(petstore(), revision) if each.level is Level.BREAKING]
    assert broken
    lines = [(Path(each.file).stem, each.line) for finding in callers.mark(broken) for each in finding.used_by or ()]
    assert {program for program, _ in lines} == hit, lines
