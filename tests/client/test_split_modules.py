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
RESOURCES = {
    "resources/ships.py": 'from ..models import Ship\nfrom ..params import ShipParam\nX = {"200": "Ship"}\n',
    "resources/planets.py": 'from ..models import Planet\nX = "Moon"\n',
    "resources/others.py": "".join(f'X{number} = "Other{number}"\n' for number in range(300)),
}


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
        *("__init__", "_ships", "_others", "_planets", "_common_planets_ships", "_common_others_planets_ships"),
    }
    assert {path.stem for path in (package / "space" / "params").glob("*.py")} == {"__init__", "_ships"}


def test_only_the_modules_of_what_is_used_are_imported(package: Path) -> None:
    code = (
        "import sys; from space.models import Planet; print(*sorted(n for n in sys.modules if n.startswith('space.m')))"
    )
    assert printed(package, code) == [
        "space.models",
        *(f"space.models.{name}" for name in ("_common_others_planets_ships", "_common_planets_ships", "_planets")),
    ]


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


def test_a_small_package_stays_as_it_is() -> None:
    small = {"models.py": MODELS.replace(MANY, ""), "params.py": PARAMS, **RESOURCES}
    assert split_modules(small) == small


def test_a_module_with_other_statements_stays_as_it_is() -> None:
    modules = {"models.py": f"{MODELS}\nprint(1)\n", "params.py": PARAMS, **RESOURCES}
    assert split_modules(modules) == modules
