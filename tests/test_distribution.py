"""What is published: wheel and sdist hold all that they need, byte for byte the same whoever builds them and when."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.commands import documents

PROJECT = Path(__file__).parents[1]
BUILD = PROJECT / ".ci/build"


def build(folder: Path, **variables: str) -> dict[str, Path]:
    """Wheel and sdist, by suffix."""
    subprocess.run([sys.executable, BUILD, folder], env={**os.environ, **variables}, capture_output=True, check=True)
    return {path.suffix: path for path in folder.iterdir()}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return build(tmp_path_factory.mktemp("dist"))


def tracked(*folders: str) -> set[str]:
    """The files below the folders that git knows, and that are there."""
    command = ["git", "ls-files", "-z", *folders]
    names = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True).stdout.split("\0")
    return {name for name in names if name and (PROJECT / name).is_file()}


def test_the_wheel_holds_every_module_template_and_table(built: dict[str, Path]) -> None:
    names = zipfile.ZipFile(built[".whl"]).namelist()
    code = {name.removeprefix("generator/") for name in tracked("generator")}
    code |= {f"nemogen/_{name}" for name in tracked("templates")}
    assert {name for name in names if ".dist-info/" not in name} == code


def test_the_sdist_holds_what_the_wheel_is_built_from(built: dict[str, Path]) -> None:
    with tarfile.open(built[".gz"]) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    texts = {"pyproject.toml", "README.md", "LICENSE", "SECURITY.md", "constraints.txt"}
    assert tracked("generator", "templates") | texts <= names
    assert not [name for name in names if name.startswith(("tests/", "generated/"))]


@pytest.mark.slow
def test_both_are_the_same_bytes_when_they_are_built_again(built: dict[str, Path], tmp_path: Path) -> None:
    again = build(tmp_path, PYTHONHASHSEED="7", TZ="Pacific/Apia", HOME=str(tmp_path), LC_ALL="C")
    assert {each.name: each.read_bytes() for each in again.values()} == {
        each.name: each.read_bytes() for each in built.values()
    }


@pytest.fixture(scope="module")
def site(built: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the wheel is installed into."""
    target = tmp_path_factory.mktemp("installed") / "site"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(target)]
    subprocess.run([*pip, str(built[".whl"])], check=True)
    return target


def run(site: Path, project: Path, *arguments: str) -> str:
    """What the installed command prints in the folder `project`; it has to succeed."""
    command = [sys.executable, str(site / "bin/nemogen"), *arguments]
    return output(command, project, site)


def output(command: list[str], folder: Path, *path: Path) -> str:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, path))}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done
    return done.stdout


@pytest.mark.slow
def test_the_wheel_works_from_an_empty_folder(site: Path, tmp_path: Path) -> None:
    (tmp_path / "specs").mkdir()
    (tmp_path / "openapi.json").write_bytes(documents.FIRST)
    run(site, tmp_path, "add", "shop", "openapi.json")
    run(site, tmp_path, "check", "--offline")
    found = output([sys.executable, "-c", "import nemogen; print(nemogen.__file__)"], tmp_path, site)
    assert Path(found.strip()).is_relative_to(site)
    assert (tmp_path / "generated/shop/pyproject.toml").is_file()


CLIENT = "client/src/client.py.jinja"
MIXIN = """\
from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from ..models import Pet


class PetMixin:
    def label(self) -> str:
        pet = cast("Pet", self)
        return f"{pet.name} ({pet.category.name if pet.category else 'none'})"
"""
USE = """\
import petstore, petstore.client
pet = petstore.Pet(name="Rex", category=petstore.Kind(name="dog"))
print(pet.label(), petstore.client.OURS, sorted(name for name in dir(petstore) if name in ("Kind", "Category")))
"""


def petstore() -> dict[str, Any]:
    """A shop for pets, smaller than everybody's."""
    text = {"type": "string"}
    category = {"type": "object", "required": ["name"], "properties": {"id": {"type": "integer"}, "name": text}}
    ref, tags = {"$ref": "#/components/schemas/Category"}, {"type": "array", "items": text}
    pet = {"type": "object", "required": ["name"], "properties": {"name": text, "category": ref, "tags": tags}}
    content = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}}
    add = {"operationId": "addPet", "requestBody": {**content, "required": True}}
    return {
        "openapi": "3.0.3",
        "info": {"title": "Petstore", "version": "1.0"},
        "servers": [{"url": "https://pets.example"}],
        "paths": {"/pet": {"post": {**add, "responses": {"200": {"description": "Added.", **content}}}}},
        "components": {"schemas": {"Pet": pet, "Category": category}},
    }


def with_operation(spec: Any) -> Any:
    operation = {"operationId": "listCategories", "responses": {"200": {"description": "None."}}}
    return {**spec, "paths": {"/0": {"get": operation}, **spec["paths"]}}


def with_renamed_field(spec: Any) -> Any:
    return json.loads(json.dumps(spec).replace('"tags"', '"labels"'))


def with_moved_schema(spec: Any) -> Any:
    return json.loads(json.dumps(spec).replace('schemas/Category"', 'schemas/PetCategory"').replace(
        '"Category":', '"PetCategory":'
    ))  # fmt: skip


@pytest.mark.slow
def test_code_template_and_name_of_a_project_s_own_outlive_what_upstream_changes(site: Path, tmp_path: Path) -> None:
    (tmp_path / "specs").mkdir()
    source, spec = tmp_path / "openapi.json", petstore()
    source.write_text(json.dumps(spec), encoding="utf-8")
    run(site, tmp_path, "add", "petstore", "openapi.json")
    (tmp_path / "specs/petstore/custom").mkdir()
    (tmp_path / "specs/petstore/custom/pets.py").write_text(MIXIN, encoding="utf-8")
    run(site, tmp_path, "templates", "eject", CLIENT)
    with (tmp_path / "templates" / CLIENT).open("a", encoding="utf-8") as template:
        template.write("\n\nOURS = 'ours'\n")
    with (tmp_path / "specs/petstore/api.toml").open("a", encoding="utf-8") as settings:
        settings.write('\n[models]\nCategory = "Kind"\n')
    run(site, tmp_path, "generate")
    package = tmp_path / "generated/petstore/src"
    uses = [output([sys.executable, "-c", USE], tmp_path, package)]
    untested = ("--no-test",)
    for change, options in ((with_operation, untested), (with_renamed_field, untested), (with_moved_schema, ())):
        spec = change(spec)
        source.write_text(json.dumps(spec), encoding="utf-8")
        run(site, tmp_path, "sync", "--accept", "breaking", "--no-commit", *options)
        uses.append(output([sys.executable, "-c", USE], tmp_path, package))
    assert [use.split("[")[0].strip() for use in uses] == ["Rex (dog) ours"] * 4
    assert all("Kind" in use for use in uses)
    run(site, tmp_path, "check", "--offline")
