"""A symbolic link that leads out of the project is named, and what lies behind it is not read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from nemogen.errors import ConfigError
from nemogen.links import refuse_links
from tests.commands import documents
from tests.commands.workshop import Workshop

MARK = "the-secret-of-somebody-else"
ROOT = Path(__file__).parents[2]

IN_THE_API = (
    *("specs/shop/overlay.yaml", "specs/shop/notes.md", "specs/shop/approvals.toml", "specs/shop/severity.toml"),
    *("specs/shop/api.toml", "specs/shop/openapi.json", "specs/shop/lock.json", "specs/shop/releases.json"),
    *("specs/shop", "specs", "specs/shop/custom/client.py"),
    *("tests/recordings/shop/items.list/first.json", "tests/recordings/shop/items.list", "tests/recordings/shop"),
    *("generated/shop", "generated", "generated/shop/README.md", "generated/shop/src/shop/more.py"),
)
OF_ALL = ("templates", "templates/client", "templates/client/README.md.jinja", "templates/models/x.jinja2")


def linked(workshop: Workshop, outside: Path, path: str) -> None:
    """What lies at `path`, or a file with the mark, moves out of the project, and a link takes its place."""
    at = workshop.root / path
    target = outside / "behind"
    outside.mkdir()
    if path.startswith("templates"):
        shutil.copytree(ROOT / "templates", workshop.root / "templates")
    if at.exists():
        at.rename(target)
        target.is_file() and target.write_text(f"{target.read_text(encoding='utf-8')}\n# {MARK}\n", encoding="utf-8")
    else:
        target.write_text(f"# {MARK}\n", encoding="utf-8")
    at.parent.mkdir(parents=True, exist_ok=True)
    at.symlink_to(target)


@pytest.mark.parametrize("path", [*IN_THE_API, *OF_ALL])
def test_nothing_is_read_through_a_link_that_leads_out(local: Workshop, tmp_path: Path, path: str) -> None:
    linked(local, tmp_path / "outside", path)
    commands = [
        ("check", "--offline"),
        ("generate",),
        ("sync", "--no-commit"),
        ("generate", "--output", str(tmp_path / "out")),
    ]
    if path in IN_THE_API:
        commands += [("fetch",), ("test",), ("diff", "shop", "docs/shop.json")]
    before = local.tree()
    for command in commands:
        done = local.run(*command)
        assert done.status == 3, done
        reported = done.out + done.err
        assert "is a symbolic link that leads outside the project" in reported
        assert any(line.strip().startswith(("error: " + path, path)) for line in reported.splitlines()), done
        assert MARK not in done.out + done.err
        assert local.tree() == before
    assert not (tmp_path / "out/shop").exists()


@pytest.mark.parametrize("path", ["docs/shop.json", "docs"])
def test_a_source_behind_a_link_that_leads_out_is_not_read(local: Workshop, tmp_path: Path, path: str) -> None:
    linked(local, tmp_path / "outside", path)
    for command in ("fetch", "sync"):
        done = local.run(command, *(["--no-commit"] if command == "sync" else []))
        assert done.status == 3, done
        assert "is a symbolic link that leads outside the project" in done.out
        assert path in [line.strip() for line in done.out.splitlines()]


def test_links_within_the_project_are_followed(local: Workshop) -> None:
    (local.root / "shared").mkdir()
    (local.root / "docs/shop.json").rename(local.root / "shared/shop.json")
    (local.root / "docs/shop.json").symlink_to("../shared/shop.json")
    (local.root / "shared/notes.md").write_text("From the shared folder.\n", encoding="utf-8")
    (local.root / "specs/shop/notes.md").symlink_to("../../shared/notes.md")
    local.commit()
    assert local.run("sync").status == 0
    assert "From the shared folder." in (local.root / "generated/shop/README.md").read_text(encoding="utf-8")
    assert local.run("check", "--offline").status == 0
    local.write("shared/shop.json", documents.MORE)
    assert local.states("check", status=1)["upstream"] == "additive"


def test_a_link_behind_a_link_is_found(tmp_path: Path) -> None:
    root = (tmp_path / "project").resolve()
    (root / "specs/shop").mkdir(parents=True)
    (root / "shared").mkdir()
    (root / "specs/shop/inner").symlink_to(root / "shared")
    (root / "shared/circle").symlink_to(root / "specs")
    (root / "shared/self").symlink_to("self")
    refuse_links(root, root / "specs")
    (root / "shared/out").symlink_to("/")
    with pytest.raises(ConfigError) as caught:
        refuse_links(root, root / "specs")
    assert str(caught.value.problems[0].where) == "shared/out"


def test_folders_of_other_tools_may_link_anywhere(local: Workshop) -> None:
    (local.root / "generated/shop/.venv/bin").mkdir(parents=True)
    (local.root / "generated/shop/.venv/bin/python").symlink_to("/usr/bin/env")
    assert local.run("check", "--offline").status == 0


def test_a_file_that_is_named_is_not_read_through_a_link_of_the_project(local: Workshop, tmp_path: Path) -> None:
    linked(local, tmp_path / "outside", "docs/other.json")
    done = local.run("diff", "shop", "docs/other.json")
    assert done.status == 3, done
    assert "is a symbolic link that leads outside the project" in done.err
    assert MARK not in done.out + done.err
    outside = tmp_path / "outside/own.json"
    outside.write_bytes((local.root / "docs/shop.json").read_bytes())
    assert local.run("diff", "shop", str(outside)).status == 0
