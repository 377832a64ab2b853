"""`[operations] include` and `exclude`: by path, by method and by tag; what matches nothing is an error."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from tests.commands.workshop import IN_A_FILE, Workshop, open_workshop


def document(**paths: dict[str, str]) -> bytes:
    """A path for each argument, which maps its methods to a tag."""
    ok = {"200": {"description": "ok", "content": {"application/json": {"schema": {"type": "string"}}}}}
    items = {
        f"/{path.replace('__', '/')}": {method: {"tags": [tag], "responses": ok} for method, tag in methods.items()}
        for path, methods in paths.items()
    }
    return json.dumps({"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": items}, indent=1).encode()


SPEC = document(
    v1__items={"get": "items", "post": "items"}, v1__admins={"get": "admin"}, v2__items={"get": "items beta"}
)


def open_selecting(tmp_path: Path, rows: str) -> Workshop:
    files: dict[str, str | bytes] = {
        "docs/shop.json": SPEC,
        "specs/shop/api.toml": f"{IN_A_FILE}[operations]\n{rows}\n",
    }
    return open_workshop(tmp_path / "project", files, {})


def operations(workshop: Workshop) -> set[str]:
    """Those that have a method."""
    names = tomllib.loads((workshop.root / "specs/shop/names.toml").read_text(encoding="utf-8"))
    return set(names["methods"])


@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        ('include = ["/v1/*"]', {"GET /v1/items", "POST /v1/items", "GET /v1/admins"}),
        ('exclude = ["POST *"]', {"GET /v1/items", "GET /v1/admins", "GET /v2/items"}),
        ('include = ["tag:items"]', {"GET /v1/items", "POST /v1/items"}),
        ('include = ["tag:items*"]\nexclude = ["POST /v1/items", "* /v2/*"]', {"GET /v1/items"}),
        ('include = ["GET /v1/admins", "/v2/items"]', {"GET /v1/admins", "GET /v2/items"}),
    ],
)
def test_the_client_has_the_selected_operations(tmp_path: Path, rows: str, kept: set[str]) -> None:
    workshop = open_selecting(tmp_path, rows)
    done = workshop.run("sync", "--no-commit")
    assert done.status == 0, done
    assert operations(workshop) == kept
    assert workshop.run("check").status == 0


@pytest.mark.parametrize(
    ("rows", "reported"),
    [
        ('include = ["/v1/itms"]', "Did you mean '/v1/items'?"),
        ('exclude = ["GET /v1/admin"]', "Did you mean 'GET /v1/admins'?"),
        ('include = ["tag:item"]', "Did you mean 'tag:items'?"),
        ('include = ["PUT *"]', "The spec has: "),
        ('include = ["/v1/admins"]\nexclude = ["/v1/*"]', "select no operation"),
        ('include = ["items"]', "is not a valid pattern"),
        ('include = "tag:items"', "must be a list"),
        ('exlude = ["/v1/*"]', "Did you mean exclude?"),
    ],
)
def test_an_entry_that_matches_nothing_is_an_error(tmp_path: Path, rows: str, reported: str) -> None:
    workshop = open_selecting(tmp_path, rows)
    done = workshop.run("sync", "--no-commit")
    assert done.status == 3, done
    assert reported in done.out + done.err
    assert "specs/shop/api.toml:" in done.out + done.err
    assert not (workshop.root / "generated").exists()


def test_changes_of_other_operations_are_not_told(tmp_path: Path) -> None:
    workshop = open_selecting(tmp_path, 'include = ["/v1/*"]')
    assert workshop.run("sync").status == 0
    workshop.write("docs/shop.json", SPEC.replace(b"/v2/items", b"/v2/things"))
    done = workshop.run("sync", "--no-commit")
    assert done.status == 0, done
    assert "/v2/" not in done.out
    assert workshop.version() == "0.1.0"
