"""`add --like`: the names of another client of the same API, whoever generated it, and whether they stay equal."""

from __future__ import annotations

import json
import os
import tomllib
import zipfile
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

from tests.commands.workshop import Workshop, open_workshop
from tests.like.clients import EXTENSIONS, METHODS, MODELS, PACKAGES, STAINLESS, STAINLESS_CONFIG, TOYS, spec

LARGE = Path(os.environ.get("NEMOGEN_DOCUMENTS", ""), "large/openai.yaml")


@pytest.fixture
def project(tmp_path: Path) -> Workshop:
    """A project with a spec, and no API yet."""
    return open_workshop(tmp_path / "project", {"specs/README.md": "", "docs/pets.json": spec()}, {})


def plant(folder: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def names(project: Workshop, table: str) -> dict[str, str]:
    kept = tomllib.loads((project.root / "specs/pets/names.toml").read_text(encoding="utf-8"))
    return {key.removeprefix("/components/schemas/"): entry["name"] for key, entry in kept[table].items()}


def table_of(report: dict[str, Any]) -> dict[str, Any]:
    table: dict[str, Any] = report["apis"][0]["tables"]["like"]
    return table


def is_taken_over(project: Workshop, models: dict[str, str]) -> bool:
    methods, classes = names(project, "methods"), names(project, "classes")
    return METHODS.items() <= methods.items() and models.items() <= classes.items()


@pytest.mark.parametrize(
    "style", [pytest.param(each, marks=[] if each == "stainless" else [pytest.mark.slow]) for each in PACKAGES]
)
def test_the_names_of_a_client_are_taken_over_and_nothing_of_it_is_run(project: Workshop, style: str) -> None:
    plant(project.root / "clients", PACKAGES[style])
    report = project.report("add", "pets", "docs/pets.json", "--like", "clients/zoo", status=0)
    assert is_taken_over(project, MODELS), project.tree()["specs/pets/names.toml"].decode()
    table = table_of(report)
    assert table["client"] == "zoo"
    assert table["methods"] == {"equal": 4, "of": 4}
    assert table["models"]["equal"] == table["models"]["of"] >= 1
    assert table["only_in_spec"] == ["GET /version"]
    assert not list(project.root.rglob("executed"))
    package = project.root / "generated/pets/src/pets"
    assert "def fetch(" in (package / "resources/animals.py").read_text(encoding="utf-8")
    checked = project.run("check", "--offline")
    assert checked.status == 0, checked


def test_variants_of_a_union_are_distinguished_by_their_constants(project: Workshop) -> None:
    plant(project.root, STAINLESS)
    done = project.run("add", "pets", "docs/pets.json", "--like", ".")
    assert done.status == 0, done
    assert is_taken_over(project, {**MODELS, **TOYS})
    assert "animals.groom (POST /pets/{pet_id}/groom)" in done.out, "a method that the spec has no operation for"


@pytest.mark.slow
def test_a_wheel_and_an_installed_client_are_read(project: Workshop) -> None:
    wheel = project.root / "zoo-1.2.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for path, text in STAINLESS.items():
            archive.writestr(path, text)
    report = project.report("add", "pets", "docs/pets.json", "--like", wheel.name, status=0)
    assert table_of(report)["client"] == "zoo==1.2.0"

    site = project.root.parent / "site"
    plant(site, STAINLESS)
    record = "".join(f"{path},,\n" for path in STAINLESS)
    plant(site, {"zoo-1.3.dist-info/METADATA": "Name: zoo\nVersion: 1.3\n", "zoo-1.3.dist-info/RECORD": record})
    report = project.report("add", "again", "docs/pets.json", "--like", "zoo==1.3", status=0, PYTHONPATH=str(site))
    assert table_of(report)["client"] == "zoo==1.3"
    assert table_of(report)["methods"] == {"equal": 4, "of": 4}


@pytest.mark.slow
def test_pip_downloads_what_is_not_installed(project: Workshop) -> None:
    with zipfile.ZipFile(project.root / "zoo_client-2.0-py3-none-any.whl", "w") as archive:
        for path, text in STAINLESS.items():
            archive.writestr(path, text)
        folder = "zoo_client-2.0.dist-info"
        archive.writestr(f"{folder}/METADATA", "Metadata-Version: 2.1\nName: zoo-client\nVersion: 2.0\n")
        archive.writestr(f"{folder}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{folder}/RECORD", "")
    local = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(project.root), "PIP_CONFIG_FILE": os.devnull}
    failed = project.run("add", "pets", "docs/pets.json", "--like", "zoo-client==9", **local)
    assert failed.status == 4, failed
    assert "zoo-client==9: pip cannot download it" in failed.err
    assert not (project.root / "specs/pets").exists()
    report = project.report("add", "pets", "docs/pets.json", "--like", "zoo-client==2.0", status=0, **local)
    assert table_of(report)["client"] == "zoo-client==2.0"
    assert is_taken_over(project, MODELS)


@pytest.mark.slow
def test_a_stainless_yml_gives_names(project: Workshop) -> None:
    project.write("stainless.yml", STAINLESS_CONFIG)
    done = project.run("add", "pets", "docs/pets.json", "--like", "stainless.yml")
    assert done.status == 0, done
    assert is_taken_over(project, MODELS)


@pytest.mark.slow
def test_extensions_of_the_spec_give_names_where_that_is_asked_for(project: Workshop) -> None:
    project.write("docs/pets.json", spec(**EXTENSIONS))
    assert project.run("add", "plain", "docs/pets.json").status == 0
    assert (project.root / "generated/plain/src/plain/resources/pets.py").is_file(), "they are meant for others"
    done = project.run("add", "pets", "docs/pets.json", "--like", "document")
    assert done.status == 0, done
    assert is_taken_over(project, {"Pet": "Animal"})


@pytest.mark.slow
def test_check_says_when_a_name_differs_that_was_equal(project: Workshop) -> None:
    project.write("stainless.yml", STAINLESS_CONFIG)
    assert project.run("add", "pets", "docs/pets.json", "--like", "stainless.yml").status == 0
    (project.root / "stainless.yml").unlink()
    settings = project.root / "specs/pets/api.toml"
    settings.write_text(settings.read_text(encoding="utf-8") + '[models]\nAnimal = "Creature"\n', encoding="utf-8")
    assert project.run("generate", "pets").status == 0
    states = project.report("check", "--offline", status=1)["apis"][0]["subjects"]
    (like,) = [each for each in states if each["name"] == "like"]
    assert like["state"] == "failed"
    (finding,) = like["findings"]
    assert finding["id"] == "like-name-differs"
    assert "/components/schemas/Pet is Creature, and Animal in stainless.yml" in finding["message"]
    file = project.root / "specs/pets/like.toml"
    rows = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text(
        "".join(each for each in rows if not each.startswith('"/components/schemas/Pet" ')), encoding="utf-8"
    )
    checked = project.run("check", "--offline")
    assert checked.status == 0, checked


@pytest.mark.slow
def test_like_toml_is_renewed_for_another_release_and_the_package_keeps_its_names(project: Workshop) -> None:
    done = project.run("add", "pets", "--like", "stainless.yml")
    assert done.status == 3, done
    assert "nemogen add NAME SOURCE" in done.err
    project.write("stainless.yml", STAINLESS_CONFIG)
    assert project.run("add", "pets", "docs/pets.json", "--like", "stainless.yml").status == 0
    assert project.run("add", "pets").status == 2
    before = project.tree()
    report = project.report("add", "pets", "--like", "stainless.yml", status=0)
    assert [(each["name"], each["state"]) for each in report["apis"][0]["subjects"]] == [("like", "up to date")]
    assert project.tree() == before
    assert "fetch" in STAINLESS_CONFIG
    project.write("next.yml", STAINLESS_CONFIG.replace("fetch", "obtain"))
    report = project.report("add", "pets", "--like", "next.yml", status=0)
    (different,) = table_of(report)["different"]
    assert different == {"identity": "GET /pets/{}", "theirs": "animals.obtain", "ours": "animals.fetch"}
    changed = {path for path, content in project.tree().items() if before.get(path) != content}
    assert changed == {"next.yml", "specs/pets/like.toml"}
    like = (project.root / "specs/pets/like.toml").read_text(encoding="utf-8")
    assert 'client = "next.yml"' in like
    assert like.index("[known.methods]") < like.index('"GET /pets/{}" = "animals.obtain"')
    checked = project.run("check", "--offline")
    assert checked.status == 0, checked


@pytest.mark.slow
def test_an_operation_that_upstream_removes_is_no_difference(project: Workshop) -> None:
    project.write("stainless.yml", STAINLESS_CONFIG)
    assert project.run("add", "pets", "docs/pets.json", "--like", "stainless.yml").status == 0
    project.commit()
    smaller = json.loads(spec())
    del smaller["paths"]["/pets/{petId}"]["delete"]
    project.write("docs/pets.json", json.dumps(smaller))
    assert project.run("sync", "--accept", "breaking", "--no-commit").status == 0
    assert names(project, "methods")["GET /pets/{}"] == "animals.fetch"
    checked = project.run("check", "--offline")
    assert checked.status == 0, checked


@pytest.mark.parametrize(
    ("files", "like", "status", "what"),
    [
        ({}, "no/such/folder", 3, "neither a file nor PACKAGE==VERSION"),
        ({"a.txt": ""}, "a.txt", 3, "neither a wheel nor YAML"),
        ({"a.whl": "PK"}, "a.whl", 3, "not a wheel"),
        ({"a.yml": "a: 1\n"}, "a.yml", 3, "it has no resources"),
        ({"a.yml": "resources: {a: {methods: {b: get /other}}}\n"}, "a.yml", 3, "names no operation"),
        ({"zoo/__init__.py": "def broken(:\n"}, "zoo", 3, "no method that sends a request"),
    ],
    ids=["nothing", "text", "wheel", "yaml", "other", "python"],
)
def test_what_is_no_client_leaves_everything_as_it_was(
    project: Workshop, files: dict[str, str], like: str, status: int, what: str
) -> None:
    plant(project.root, files)
    before = project.tree()
    done = project.run("add", "pets", "docs/pets.json", "--like", like)
    assert done.status == status, done
    assert what in done.err
    assert project.tree() == before


@pytest.mark.slow
def test_names_that_no_package_can_have_are_left_to_our_rules(project: Workshop) -> None:
    models, methods = "{base_model: Pet, '\\e[31m': Toy}", "{list: get /pets, class: post /pets}"
    project.write("stainless.yml", f"resources: {{close: {{models: {models}, methods: {methods}}}}}\n")
    done = project.run("add", "pets", "docs/pets.json", "--like", "stainless.yml")
    assert done.status == 0, done
    assert "\x1b" not in done.out + done.err
    assert names(project, "classes")["Pet"] == "Pet"
    assert "BaseModel, not" not in done.out
    assert project.run("check", "--offline").status == 0


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


@pytest.mark.slow
@pytest.mark.skipif(_version("openai") is None, reason="the openai package is not installed")
@pytest.mark.skipif(not LARGE.is_file(), reason="NEMOGEN_DOCUMENTS names no folder with large/openai.yaml")
def test_the_names_of_the_openai_package_are_taken_over(project: Workshop) -> None:
    project.write("openai.yaml", LARGE.read_bytes())
    table = table_of(project.report("add", "openai", "openai.yaml", "--like", "openai", status=0))
    assert table["methods"]["equal"] >= 0.99 * table["methods"]["of"] > 200
    assert table["models"]["equal"] >= 0.95 * table["models"]["of"] > 400
