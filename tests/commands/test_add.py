"""`add`: from an address or a file to a first package; where that fails, nothing stays behind."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands import documents
from tests.commands.upstream import Upstream
from tests.commands.workshop import REPOSITORY, SPEC_PATH, Workshop, open_workshop
from tests.publish.repositories import git, status

CASES = Path(__file__).parents[1] / "cases"
ELSEWHERE = {"broken-references"}
"""Cases that refer to files which are not there: fetching them is an error."""
VALID = sorted(path for path in CASES.iterdir() if (path / "expected").is_dir() and path.name not in ELSEWHERE)
UPSTREAM = os.environ.get("NEMOGEN_UPSTREAM")
OTHERS = sorted(Path(UPSTREAM, "other").glob("*.json")) if UPSTREAM else []


def shared_out(paths: list[Path]) -> list[Path]:
    """Every third of what takes minutes: 3.11, 3.12 and 3.13, which CI has, take them all between them."""
    return [path for at, path in enumerate(paths) if at % 3 == sys.version_info.minor % 3]


@pytest.fixture
def empty(tmp_path: Path, upstream: Upstream) -> Workshop:
    """A project without any API."""
    files: dict[str, str | bytes] = {"pyproject.toml": "", "docs/shop.json": documents.FIRST}
    return open_workshop(tmp_path / "project", files, upstream.environment)


def importable(workshop: Workshop, api: str) -> None:
    """A Python of its own imports the package and everything that it exports."""
    module = api.replace("-", "_").replace(".", "_")
    code = f"import {module} as m; [getattr(m, name) for name in m.__all__]"
    environment = {**os.environ, "PYTHONPATH": str(workshop.root / "generated" / api / "src")}
    subprocess.run([sys.executable, "-W", "error", "-c", code], env=environment, check=True)


@pytest.mark.parametrize("source", ["file", "address", "page"])
def test_an_api_is_added_from_a_file_an_address_and_a_page_of_github(
    empty: Workshop, upstream: Upstream, source: str
) -> None:
    given = {
        "file": "docs/shop.json",
        "address": f"{upstream.raw.url}/{REPOSITORY}/main/{SPEC_PATH}",
        "page": f"https://github.com/{REPOSITORY}/blob/main/{SPEC_PATH}",
    }[source]
    head = empty.head()
    done = empty.run("add", "my-shop", given)
    assert done.status == 0, done
    assert empty.head() == head, "the commit is left to the user"
    assert empty.version("my-shop") == "0.1.0"
    assert (empty.lock("my-shop")["source"]["commit"] is not None) == (source == "page")
    importable(empty, "my-shop")
    assert empty.run("check").status == 0
    empty.commit()
    assert empty.run("sync").status == 0
    assert status(empty.root) == []
    assert git(empty.root, "rev-list", "--count", "HEAD") == "2"


def test_outside_of_git_the_next_step_begins_with_a_repository(empty: Workshop) -> None:
    shutil.rmtree(empty.root / ".git")
    done = empty.run("add", "my-shop", "docs/shop.json")
    assert done.status == 0, done
    assert done.out.splitlines()[-1].startswith("next: git init, then git add .gitattributes specs generated")
    again = empty.run("generate", "--no-cache")
    assert "generated  up to date: nothing to write" in again.out
    assert "next:" not in again.out, "there is nothing to commit"


def test_a_file_is_found_from_the_folder_that_the_user_is_in(empty: Workshop) -> None:
    inside = Workshop(empty.root / "docs", empty.environment)
    done = inside.run("add", "shop", "shop.json")
    assert done.status == 0, done
    assert empty.lock()["source"]["url"] == "docs/shop.json"


@pytest.mark.parametrize(
    ("name", "source", "status", "what"),
    [
        ("shop", "docs/nothing.json", 3, "no such file"),
        ("shop", "docs/list.json", 3, "paths is a JSON list"),
        ("shop", "https://nowhere.invalid/shop.json", 4, "nowhere.invalid"),
        ("shop", "https://github.com/owner/docs/blob/main/api/none.yaml", 3, "never was on branch main"),
        ("shop", "../outside.json", 3, ""),
        ("shop", "ftp://example.org/shop.json", 3, ""),
        ("shop", "", 3, ""),
        ("../shop", "docs/shop.json", 3, "not a valid API name"),
        ("Shop", "docs/shop.json", 3, "not a valid API name"),
        ("a b", "docs/shop.json", 3, "not a valid API name"),
        ("class", "docs/shop.json", 3, ""),
    ],
)
def test_what_cannot_be_added_leaves_nothing_behind(
    empty: Workshop, name: str, source: str, status: int, what: str
) -> None:
    empty.write("docs/list.json", documents.NO_SPEC)
    before = sorted(path for path in empty.root.rglob("*") if not {".git", ".nemogen"} & set(path.parts))
    done = empty.run("add", "--", name, source)
    assert done.status == status, done
    assert what in done.out + done.err
    after = sorted(path for path in empty.root.rglob("*") if not {".git", ".nemogen"} & set(path.parts))
    assert after == before


def test_an_address_that_is_not_found_names_no_file_that_is_taken_back(empty: Workshop, upstream: Upstream) -> None:
    done = empty.run("add", "shop", f"{upstream.raw.url}/owner/none/main/shop.json")
    assert (done.status, "404 Not Found" in done.out) == (3, True), done
    assert "api.toml:" not in done.out, "there is none any more"
    assert "help: Check SOURCE" in done.out


def test_a_name_that_is_taken_is_refused(local: Workshop) -> None:
    before = local.tree()
    done = local.run("add", "shop", "docs/shop.json")
    assert done.status == 3, done
    assert "nemogen sync shop" in done.err
    assert local.tree() == before


def test_a_folder_of_the_user_under_generated_is_not_overwritten(empty: Workshop) -> None:
    empty.write("generated/shop/README.md", "mine\n")
    before = empty.tree()
    done = empty.run("add", "shop", "docs/shop.json")
    assert done.status == 3, done
    assert empty.tree() == before


def _added(tmp_path: Path, source: Path, api: str) -> Workshop:
    workshop = open_workshop(tmp_path / "project", {"pyproject.toml": ""}, {})
    shutil.copy(source, workshop.root / source.name)
    done = workshop.run("add", api, source.name)
    assert done.status == 0, done
    return workshop


@pytest.mark.slow
@pytest.mark.parametrize("case", shared_out(VALID), ids=lambda path: path.name)
def test_every_small_document_gives_a_package_that_imports_and_is_up_to_date(tmp_path: Path, case: Path) -> None:
    api = case.name.replace(".", "-")
    workshop = _added(tmp_path, next(case.glob("spec.*")), api)
    importable(workshop, api)
    done = workshop.run("check", "--offline", "--full")
    assert done.status == 0, done


@pytest.mark.slow
@pytest.mark.skipif(not OTHERS, reason="NEMOGEN_UPSTREAM is not set")
@pytest.mark.parametrize("source", shared_out(OTHERS), ids=lambda path: path.stem)
def test_every_document_of_the_publisher_gives_a_package_that_imports_and_is_up_to_date(
    tmp_path: Path, source: Path
) -> None:
    workshop = _added(tmp_path, source, "api-under-test")
    importable(workshop, "api-under-test")
    done = workshop.run("check", "--offline", "--full")
    assert done.status == 0, done


def test_what_costs_a_caller_something_is_on_stdout_and_no_change_of_the_api(empty: Workshop) -> None:
    """Headers of the parts of a form that have no one value: that is said, with its location and a count."""
    headers = {name: {"schema": {"type": "string"}} for name in ("X-Ink", "X-Size")}
    note = {"type": "object", "properties": {"text": {"type": "string"}}}
    content = {"multipart/form-data": {"schema": note, "encoding": {"text": {"headers": headers}}}}
    operation = {"requestBody": {"content": content}, "responses": {"204": {"description": "Done."}}}
    spec = {"openapi": "3.1.0", "info": {"title": "Desk", "version": "1"}, "paths": {"/notes": {"post": operation}}}
    empty.write("docs/desk.json", json.dumps(spec, indent=1).encode())
    done = empty.run("add", "desk", "docs/desk.json")
    assert done.status == 0, done
    assert "1 thing is not in the client" in done.out
    assert "headers of parts are sent where they have one value [part-header-not-sent]" in done.out
    assert "specs/desk/openapi.json:" in done.out
    assert "and 1 more" in done.out
    assert "risky" not in done.out
