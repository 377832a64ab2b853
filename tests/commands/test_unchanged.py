"""`generate` and `sync --offline` where nothing changed, and all that makes them regenerate."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from nemogen.assets import find_assets
from nemogen.commands.sync_options import Delivery, SyncOptions, generate_options
from nemogen.commands.unchanged import look_around, unchanged_report
from nemogen.project import Project
from tests.commands import documents
from tests.commands.workshop import Workshop
from tests.publish.repositories import git

GENERATE = generate_options(force=False, cache=True)
SYNC = SyncOptions(offline=True)
LOCK = "specs/shop/lock.json"
RELEASES = "specs/shop/releases.json"


def is_unchanged(workshop: Workshop, options: SyncOptions = GENERATE) -> bool:
    """Whether the API of the project is left as it is."""
    project = Project.find(workshop.root)
    around = look_around(project, ["shop"], find_assets(project), options)
    return unchanged_report(project, "shop", around, options) is not None


@pytest.mark.parametrize("command", [("generate",), ("sync", "--offline"), ("sync", "--offline", "--no-commit")])
def test_nothing_is_generated_where_nothing_changed_and_the_report_says_so(
    synced: Workshop, command: tuple[str, ...]
) -> None:
    before, head = synced.tree(), synced.head()
    done = synced.run(*command)
    assert done.status == 0, done
    assert "nothing changed (--no-cache regenerates)" in done.out
    assert "generating" not in done.err
    regenerated = synced.run(*command, "--no-cache")
    assert regenerated.status == 0, regenerated
    assert "generating" in regenerated.err
    assert (synced.tree(), synced.head()) == (before, head)


def edit_json(workshop: Workshop, path: str, edit: Callable[[dict[str, object]], None]) -> None:
    value = json.loads((workshop.root / path).read_bytes())
    edit(value)
    workshop.write(path, json.dumps(value, indent=2, sort_keys=True, ensure_ascii=False) + "\n")


def other_tool(tool: str) -> Callable[[Workshop], None]:
    """As if the lock had been written by another version of it."""
    return lambda workshop: edit_json(workshop, LOCK, lambda lock: lock["tools"].update({tool: "0.0.1"}))  # type: ignore[attr-defined]


def other_release(field: str, value: object) -> Callable[[Workshop], None]:
    return lambda workshop: edit_json(
        workshop,
        RELEASES,
        lambda releases: releases["releases"][0].update({field: value}),  # type: ignore[index]
    )


def written(path: str, content: bytes | str) -> Callable[[Workshop], None]:
    return lambda workshop: workshop.write(path, content)


def appended(path: str, text: str) -> Callable[[Workshop], None]:
    return lambda workshop: workshop.write(path, (workshop.root / path).read_text(encoding="utf-8") + text)


def removed(path: str) -> Callable[[Workshop], None]:
    return lambda workshop: (workshop.root / path).unlink()


EXPIRED = '"/components/schemas/Old" = { name = "Old", last = "0.0.1" }\n'
CHANGES = {
    "pin": written("specs/shop/openapi.json", documents.DOCS),
    "pin-removed": removed("specs/shop/openapi.json"),
    "second-pin": written("specs/shop/openapi.yaml", "openapi: 3.1.0\n"),
    "settings": appended("specs/shop/api.toml", "\n# a comment\n"),
    "overlay": written("specs/shop/overlay.yaml", "overlay: 1.0.0\ninfo: {title: x, version: '1'}\nactions: []\n"),
    "names": appended("specs/shop/names.toml", EXPIRED),
    "names-removed": removed("specs/shop/names.toml"),
    "notes": written("specs/shop/notes.md", "Mind the gap.\n"),
    "recordings": written("tests/recordings/shop/x.json", "{}"),
    "templates": written("templates/client/README.md.jinja", "# mine\n"),
    "approvals-at-fault": written("specs/shop/approvals.toml", "[[what]]\n"),
    "severity-at-fault": written("specs/shop/severity.toml", "what = 1\n"),
    "releases-removed": removed(RELEASES),
    "releases-version": other_release("version", "0.0.9"),
    "releases-lines": other_release("lines", ["Added: much."]),
    "releases-level": appended(RELEASES, "\n"),
    "releases-commit": other_release("commit", "0" * 40),
    "releases-origin": other_release("origin", None),
    "lock-removed": removed(LOCK),
    "lock-unused": lambda workshop: edit_json(workshop, LOCK, lambda lock: lock.update(unused=["$.x"])),
    "lock-unused-settings": lambda workshop: edit_json(workshop, LOCK, lambda lock: lock.update(unused_settings=True)),
    "generated-edited": appended("generated/shop/pyproject.toml", "\n"),
    "generated-removed": removed("generated/shop/README.md"),
    "generated-extra": written("generated/shop/mine.py", "x = 1\n"),
    **{tool: other_tool(tool) for tool in ("nemogen", "datamodel-code-generator", "ruff", "pydantic")},
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_any_change_regenerates(synced: Workshop, change: Callable[[Workshop], None]) -> None:
    assert is_unchanged(synced)
    change(synced)
    if (synced.root / LOCK).is_file():  # a lock that differs from the commit would be reason enough
        git(synced.root, "add", "--all")
        git(synced.root, "commit", "--quiet", "--allow-empty", "--message", "the user's")
    assert not is_unchanged(synced)


def test_a_lock_that_is_not_the_commit_s_regenerates(synced: Workshop) -> None:
    synced.write("docs/x.txt", "another change\n")
    assert is_unchanged(synced)
    edit_json(synced, LOCK, lambda lock: lock.update(package_version="0.2.0"))
    committed = synced.commit()
    assert committed
    git(synced.root, "checkout", "--quiet", "HEAD^", "--", LOCK)
    assert not is_unchanged(synced)


@pytest.mark.parametrize(
    "options",
    [
        SyncOptions(),
        SyncOptions(offline=True, cache=False),
        SyncOptions(offline=True, delivery=Delivery(force=True)),
        SyncOptions(offline=True, delivery=Delivery(branch="other")),
        SyncOptions(offline=True, delivery=Delivery(push=True)),
        SyncOptions(offline=True, delivery=Delivery(pull_request=True)),
    ],
)
def test_what_asks_for_more_than_up_to_date_files_is_done(synced: Workshop, options: SyncOptions) -> None:
    assert is_unchanged(synced, SYNC)
    assert not is_unchanged(synced, options)


def test_a_sync_commits_what_is_up_to_date_and_not_committed(synced: Workshop) -> None:
    git(synced.root, "rm", "--quiet", "--cached", "generated/shop/README.md")
    assert is_unchanged(synced)
    assert not is_unchanged(synced, SYNC)
    git(synced.root, "reset", "--quiet", "HEAD")
    git(synced.root, "checkout", "--quiet", "--detach")
    assert not is_unchanged(synced, SYNC)


def test_only_the_apis_that_changed_are_regenerated(synced: Workshop) -> None:
    synced.write("specs/other/api.toml", '[source]\nfile = "docs/other.json"\n')
    synced.write("specs/other/openapi.json", documents.FIRST)
    report = synced.report("generate", status=0)
    states = {api["name"]: {subject["name"]: subject["state"] for subject in api["subjects"]} for api in report["apis"]}
    assert list(states) == ["other", "shop"]
    assert (states["other"]["generated"], states["shop"]["generated"]) == ("done", "up to date")


def test_an_edit_of_nemogen_s_own_modules_regenerates(synced: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    from nemogen.commands import source_tree

    monkeypatch.setattr(source_tree, "_TREE", synced.root / "tool" / "generator" / "nemogen")
    synced.write("tool/pyproject.toml", "")
    synced.write("tool/generator/nemogen/client/module.py", "")
    lock, module = synced.root / LOCK, synced.root / "tool/generator/nemogen/client/module.py"
    (synced.root / ".nemogen/regenerated/shop").unlink()
    set_time(lock, 2000)
    set_time(module, 1000)
    assert is_unchanged(synced)
    set_time(module, 3000)
    assert not is_unchanged(synced)
    source_tree.mark_regenerated(synced.root / ".nemogen", "shop")
    assert is_unchanged(synced)


def set_time(path: Path, seconds: int) -> None:
    os.utime(path, (seconds, seconds))
