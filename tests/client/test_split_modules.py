"""A large package loads the types of the resource that is used, and gives all of them under the names as before."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from nemogen.client.format import formatted
from nemogen.client.split_modules import split_modules
from nemogen.diff.python import compare_source
from nemogen.findings import Level

HEAD = "# Written.\n\nfrom __future__ import annotations\n\n"
RUNTIME = Path(__file__).parents[2] / "generator" / "nemogen" / "runtime"
MANY = "".join(f"class Other{number}(Model):\n    one: Ring | None = None\n\n\n" for number in range(300))
MODELS = f"""{HEAD}from typing import Any

from pydantic import Field
from typing_extensions import TypeAliasType

from ._runtime.model import Model


class Ship(Model):
    crew: list[Person] = Field(default_factory=list)


class Person(Model):
    name: str
    ring: Ring | None = None


class Planet(Model):
    people: list[Person]
    next: Planet | None = None


Ring = TypeAliasType("Ring", "dict[str, Ring | Moon]")
\"\"\"A ring.\"\"\"


class Moon(Model):
    name: str


{MANY}"""
PARAMS = f"""{HEAD}from typing_extensions import TypedDict

from space.models import Moon, Person


class PersonParam(TypedDict):
    name: str


class ShipParam(TypedDict):
    crew: list[PersonParam | Person]
"""
SHIPS = f"""{HEAD}from .._runtime.operation import Operation
from ..models import Ship
from ..params import ShipParam

CREATE: Operation[Ship] = Operation(name="ships.create", method="POST", path="/", responses={{"200": "Ship"}})

class Ships:
    \"\"\"Of no Planet.\"\"\"

    def create(self, *, like: ShipParam | list[Ship], **more: Ship) -> Ship:
        raise NotImplementedError
"""
LARGE = ", ".join(f'"{status}": "Other{status - 200}"' for status in range(200, 250))
OTHERS = f"""{HEAD}from .._runtime.operation import Operation, StreamOperation
from ..models import Other0

CREATE: StreamOperation[Other0, Other0] = StreamOperation(
    name="others.create", method="POST", path="/", responses={{{LARGE}}}, chunk="Other250"
)
DELETE: Operation[None] = Operation(name="others.delete", method="DELETE", path="/", responses={{"200": "Other49"}})
KIND = Other0
X = [{", ".join(f'"Other{number}"' for number in range(50, 300))}]
"""
RESOURCES = {
    "resources/ships.py": SHIPS,
    "resources/planets.py": 'from ..models import Planet\nX = "Moon"\n',
    "resources/others.py": OTHERS,
}


ALL_USE = "_common_69990317"
"""The module of what more resources use than a name has room for: planets, ships, others and a large one of these."""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("split")
    found = split_modules({"models.py": MODELS, "params.py": PARAMS, **RESOURCES, "__init__.py": ""})
    for path, content in formatted(found, "space").items():
        target = folder / "space" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    (folder / "space" / "_runtime").symlink_to(RUNTIME)
    return folder


def printed(package: Path, code: str) -> list[str]:
    """What a program prints that can import the package."""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=package, capture_output=True, text=True, check=False, env={"PYTHONPATH": "."}
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_types_stand_with_the_resources_that_use_them(package: Path) -> None:
    assert {path.stem for path in (package / "space" / "models").glob("*.py")} == {
        *("__init__", "_ships", "_planets", "_common_planets_ships", "_others", "_others_create"),
        *("_common_others_others_create", ALL_USE),
    }
    assert {path.stem for path in (package / "space" / "params").glob("*.py")} == {"__init__", "_ships"}


def test_only_the_modules_of_what_is_used_are_imported(package: Path) -> None:
    code = (
        "import sys; from space.models import Planet; print(*sorted(n for n in sys.modules if n.startswith('space.m')))"
    )
    assert printed(package, code) == [
        "space.models",
        *(f"space.models.{name}" for name in (ALL_USE, "_common_planets_ships", "_planets")),
    ]


def test_to_import_a_resource_imports_none_of_its_types(package: Path) -> None:
    code = """
import sys, typing, space.resources.ships as ships
print(*sorted(name for name in sys.modules if name.startswith(("space.models.", "space.params."))))
print(*(f"{name}:{kind}".replace(" ", "") for name, kind in typing.get_type_hints(ships.Ships.create).items()))
"""
    ship = "<class'space.models._ships.Ship'>"
    assert printed(package, code) == [
        "like:space.params._ships.ShipParam|list[space.models._ships.Ship]",
        f"more:{ship}",
        f"return:{ship}",
    ]


def test_what_is_used_outside_of_annotations_stays_imported(package: Path) -> None:
    text = (package / "space" / "resources" / "others.py").read_text()
    assert "from ..models import Other0\n" in text
    assert "CREATE: StreamOperation[_models.Other0, _models.Other0] = " in text
    assert printed(package, "from space.resources.others import KIND; print(KIND.__name__)") == ["Other0"]


def test_a_large_operation_has_a_module_of_its_own(package: Path) -> None:
    names = ["Other0", "Other49", "Other250", "Other99", "Ring"]
    code = f"import space.models as models; print(*(models._HOMES[name] for name in {names}))"
    assert printed(package, code) == ["_others_create", "_common_others_others_create", "_others", "_others", ALL_USE]


def test_every_type_can_be_imported_and_evaluated_as_before(package: Path) -> None:
    code = """
import pydantic, typing
from space import models, params
from space.models import Planet
found = [getattr(module, name) for module in (models, params) for name in dir(module)]
for each in found:
    pydantic.TypeAdapter(each)
print(len(found), Planet.model_validate({"people": [{"name": "a", "ring": {"b": {"name": "c"}}}]}).people[0].name)
typing.get_type_hints(params.ShipParam)
try:
    models.Nothing
except AttributeError as error:
    print(str(error).replace(" ", "_"))
"""
    assert printed(package, code) == ["307", "a", "module_'space.models'_has_no_attribute_'Nothing'"]


def test_the_surface_of_the_package_stays_as_it_was(package: Path) -> None:
    whole = {"models.py": MODELS, "params.py": PARAMS, **RESOURCES, "__init__.py": ""}
    before = {f"space/{path}": text.encode() for path, text in whole.items()}
    split = {path.relative_to(package).as_posix(): path.read_bytes() for path in (package / "space").rglob("*.py")}
    assert [each for each in compare_source(before, split) if each.level is not Level.NOTE] == []


def test_groups_of_resources_that_spell_the_same_have_modules_of_their_own() -> None:
    resources = {f"resources/{name}.py": f'X = "{name.title()}"' for name in ("a", "b_c", "a_b", "c")}
    types = "class Left(Model):\n    x: int\n\n\nclass Right(Model):\n    x: int\n\n\n"
    own = "".join(
        f"class {user}(Model):\n    x: {used}\n\n\n"
        for user, used in (("A", "Left"), ("B_C", "Left"), ("A_B", "Right"), ("C", "Right"))
    )
    found = split_modules({"models.py": MODELS + types + own, "params.py": PARAMS, **RESOURCES, **resources})
    assert ["class Left" in text for text in found.values()].count(True) == 1
    assert ["class Right" in text for text in found.values()].count(True) == 1


def test_a_small_package_stays_as_it_is() -> None:
    small = {"models.py": MODELS.replace(MANY, ""), "params.py": PARAMS, **RESOURCES}
    assert split_modules(small) == small


def test_a_module_with_other_statements_stays_as_it_is() -> None:
    modules = {"models.py": f"{MODELS}\nprint(1)\n", "params.py": PARAMS, **RESOURCES}
    assert split_modules(modules) == modules
