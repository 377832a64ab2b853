"""A project whose client openapi-python-client writes: generated, replayed, diffed, checked and committed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.commands.workshop import Workshop, isolate, open_workshop
from tests.publish.repositories import git
from tests.pythons import ALONE

ROOT = Path(__file__).parents[2]
API = "mistral-nemo"
UP_TO_DATE = {"up to date", "ok", "skipped"}
COMPLETION = "chat.completions.create/hello"
PACKAGE = f"generated/{API}/src/mistral_nemo"
MODULE = f"{PACKAGE}/api/default/field_v1_chat_completions.py"


def settings(*, engine: str = "openapi-python-client") -> str:
    """The API's own settings, of which the document comes from a file."""
    text = (ROOT / f"specs/{API}/api.toml").read_text(encoding="utf-8")
    kept = text[text.index("[package]") :].replace("[client]\n", f'[client]\nengine = "{engine}"\n')
    return f'[source]\nfile = "docs/{API}.json"\n\n{kept}'


@pytest.fixture(scope="module")
def synced(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """The project after its first sync, which committed."""
    with pytest.MonkeyPatch.context() as patch:
        home = tmp_path_factory.mktemp("home")
        isolate(patch, home)
        root = tmp_path_factory.mktemp("engine") / "project"
        document = (ROOT / f"specs/{API}/openapi.json").read_bytes()
        overlay = (ROOT / f"specs/{API}/overlay.yaml").read_bytes()
        files: dict[str, str | bytes] = {
            f"specs/{API}/api.toml": settings(),
            f"specs/{API}/overlay.yaml": overlay,
            f"docs/{API}.json": document,
        }
        for path in (ROOT / "tests/recordings" / API).rglob("*.json"):
            files[f"tests/recordings/{path.relative_to(ROOT / 'tests/recordings').as_posix()}"] = path.read_bytes()
        workshop = open_workshop(root, files, {})
        done = workshop.run("sync")
        assert done.status == 0, done
        return workshop.pack()


@pytest.fixture
def project(synced: Workshop, tmp_path: Path) -> Workshop:
    return synced.copy(tmp_path / "project", {})


def changed(workshop: Workshop) -> bytes:
    """The document with an optional property of the request taken away."""
    document: Any = json.loads((workshop.root / f"docs/{API}.json").read_bytes())
    post = document["paths"]["/v1/chat/completions"]["post"]
    del post["requestBody"]["content"]["application/json"]["schema"]["properties"]["top_k"]
    return json.dumps(document).encode()


def test_the_tool_alone_refuses_the_document(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "openapi_python_client", "generate", "--meta", "none", "--fail-on-warning"]
    where = ["--path", str(ROOT / f"specs/{API}/openapi.json"), "--output-path", str(tmp_path / "out")]
    done = subprocess.run([*command, *where], capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert not list((tmp_path / "out").glob("api/*/*chat*"))


def test_a_sync_commits_the_package_and_pins_its_engine(synced: Workshop) -> None:
    assert git(synced.root, "status", "--porcelain") == ""
    assert (synced.root / MODULE).is_file()
    lock = synced.lock(API)
    assert lock["tools"].keys() == {"nemogen", "openapi-python-client", "ruff"}
    assert lock["tested"]
    assert {f"src/mistral_nemo/{name}" for name in ("_version.py", "provenance.json")} <= lock["files"].keys()


def test_a_check_holds_and_finds_edits(project: Workshop) -> None:
    assert set(project.states("check", "--offline", status=0).values()) <= UP_TO_DATE
    project.write(MODULE, "")
    assert project.states("check", "--offline", status=1)["generated"] == "modified by hand"


@pytest.mark.slow
def test_a_full_check_imports_and_types_each_module(project: Workshop) -> None:
    states = project.states("check", "--offline", "--full", status=0)
    assert [states[each] for each in ("regenerated", "imports", "types", "recordings")] == [*["up to date"] * 3, "ok"]
    project.write(MODULE, "import nothing_of_this_name\n")
    states = project.states("check", "--offline", "--full", status=1)
    assert states["imports"] == "failed"


def test_the_recorded_completion_is_replayed_and_streams_are_reported(project: Workshop) -> None:
    (api,) = project.report("test", status=0)["apis"]
    (subject,) = api["subjects"]
    skipped = [each["message"] for each in subject["findings"] if each["id"] == "replay-skipped"]
    assert len(skipped) == 4
    assert all("is not replayed by this engine: streams" in each for each in skipped)
    index = json.loads((project.root / f"generated/{API}/tests/contract/recordings/calls.json").read_bytes())
    assert index["functions"][COMPLETION] == "api.default.field_v1_chat_completions"


def test_a_package_that_sends_or_reads_something_else_breaks_the_recordings(project: Workshop) -> None:
    module = (project.root / MODULE).read_text(encoding="utf-8")
    faults = {
        "request": module.replace('"url": "/v1/chat/completions"', '"url": "/v1/other"'),
        "round-trip": module.replace("parsed=_parse_response(", "parsed=None and _parse_response("),
        "decode": module.replace("return _build_response(", "raise ValueError(", 1),
    }
    for kind, text in faults.items():
        assert text != module
        project.write(MODULE, text)
        found = project.report("test", status=1)["apis"][0]["subjects"][0]["findings"]
        assert f"replay-{kind}" in {each["id"] for each in found}, kind


def test_the_package_ships_tests_that_pass_where_it_is_installed(project: Workshop) -> None:
    folder = project.root / "generated" / API
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(folder / "tests")]
    environment = {**os.environ, "PYTHONPATH": str(folder / "src"), **ALONE}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_changed_document_is_diffed_versioned_and_committed(project: Workshop) -> None:
    project.write("new.json", changed(project))
    (report,) = project.report("diff", API, "new.json", "--source", status=0)["apis"]
    source = next(each for each in report["subjects"] if each["name"] == "source")
    assert "python-attribute-removed" in {each["id"] for each in source["findings"]}
    project.write(f"docs/{API}.json", changed(project))
    project.commit()
    before = project.head()
    done = project.run("sync", "--accept", "breaking")
    assert done.status in (0, 1), done
    assert project.head() != before, done
    assert project.version(API) == "0.2.0"
    changelog = (project.root / f"generated/{API}/CHANGELOG.md").read_text(encoding="utf-8")
    assert "top_k" in changelog
    assert set(project.states("check", "--offline", status=0).values()) <= UP_TO_DATE


def test_a_projects_templates_for_the_tool_are_an_input(project: Workshop) -> None:
    own = Path("templates/openapi-python-client/errors.py.jinja")
    project.write(own.as_posix(), 'class UnexpectedStatus(Exception):\n    """Of ours."""\n')
    assert project.states("check", "--offline", status=1)["generated"] == "outdated"
    assert project.run("generate", API).status == 0
    assert b"Of ours." in (project.root / PACKAGE / "errors.py").read_bytes()
    assert project.states("check", "--offline", status=0)["generated"] == "up to date"
    shutil.rmtree(project.root / "templates")
    assert project.states("check", "--offline", status=1)["generated"] == "outdated"


def test_another_engine_is_another_package(project: Workshop) -> None:
    project.write(f"specs/{API}/api.toml", settings(engine="nemogen"))
    project.commit()
    done = project.run("generate", API)
    assert done.status == 0, done
    assert (project.root / PACKAGE / "resources/chat.py").is_file()
    assert not (project.root / MODULE).exists()


def test_what_costs_a_caller_something_is_shown(project: Workshop) -> None:
    document: Any = json.loads((project.root / f"docs/{API}.json").read_bytes())
    post = document["paths"]["/v1/chat/completions"]["post"]
    post.setdefault("parameters", []).append(
        {"name": "tags", "in": "query", "explode": False, "schema": {"type": "array", "items": {"type": "string"}}}
    )
    project.write(f"docs/{API}.json", json.dumps(document))
    project.commit()
    done = project.run("sync", "--no-commit", "--no-test")
    assert 'openapi-python-client sends "tags" as form, exploded, and not as form, not exploded' in done.out
    assert f"specs/{API}/openapi.json:1:" in done.out


def test_no_call_is_recorded_through_its_functions(project: Workshop) -> None:
    arguments = ("--case", "x", "--arg", 'model="m"', "--base-url", "http://127.0.0.1:1")
    done = project.run("record", API, "chat.completions.create", *arguments, AIMLAPI_API_KEY="k")
    assert done.status == 3, done
    assert "calls are recorded through clients of the engine nemogen" in done.out + done.err
