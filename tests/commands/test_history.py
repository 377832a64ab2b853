"""What upstream did, from GitHub's hosts on loopback and from real clones."""

from __future__ import annotations

import itertools
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from nemogen.commands.history import HistoryOptions, history
from nemogen.project import Project
from nemogen.report.history_formats import render
from tests.commands import documents
from tests.commands.documents import DOCS, FIRST, LESS, MORE, NO_SPEC
from tests.commands.upstream import Upstream
from tests.commands.workshop import ON_GITHUB, SPEC_PATH, Workshop, isolate, open_workshop
from tests.publish.repositories import git, initialise, status
from tests.servers.github_api import RATE_LIMITED

SCHEMA = json.loads(Path(__file__).parents[2].joinpath("generator/nemogen/report/history.schema.json").read_bytes())
GET = {"get": {"responses": {"200": {"description": "Sunny."}}}}
OTHER = documents.text({**documents.shop(), "paths": {"/weather": GET}})
DANGLING = documents.text(documents.shop(item={"tag": {"$ref": "#/properties/name"}, "kind": {"$ref": "#/nowhere"}}))


def seen(workshop: Workshop, *options: str, status: int = 0, **variables: str) -> dict[str, Any]:
    """The history as JSON, which keeps to its schema."""
    done = workshop.run("history", "shop", "--format", "json", *options, **variables)
    assert done.status == status, done
    document: dict[str, Any] = json.loads(done.out)
    jsonschema.validate(document, SCHEMA)
    assert document["exit_status"] == status
    return document


def rows(workshop: Workshop, *options: str, status: int = 0, **variables: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = seen(workshop, *options, status=status, **variables)["revisions"]
    return found


def reported(found: list[dict[str, Any]]) -> list[tuple[str, str | None]]:
    return [(row["content"], row["level"]) for row in found]


def clone_of(folder: Path, contents: Mapping[str, tuple[str, bytes | None]]) -> Path:
    """A repository with one commit a row: date (UTC) to path and content; another path moves the file there."""
    initialise(folder)
    before = ""
    for date, (path, content) in contents.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if before and before != path:
            git(folder, "mv", before, path)
        if content is None:
            target.unlink()
        else:
            target.write_bytes(content)
        before = path if content is not None else ""
        git(folder, "add", "--all")
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("GIT_AUTHOR_DATE", date)
            patch.setenv("GIT_COMMITTER_DATE", date)
            git(folder, "commit", "--quiet", "--allow-empty", "--message", "upstream")
    return folder


def test_each_revision_is_reported_with_date_size_level_and_findings(workshop: Workshop, upstream: Upstream) -> None:
    for content in (DOCS, MORE, LESS, LESS):
        upstream.push(content)
    found = rows(workshop)
    assert reported(found) == [
        ("document", None),
        ("document", "docs"),
        ("document", "additive"),
        ("document", "breaking"),
    ]
    assert [row["size"] for row in found] == [len(FIRST), len(DOCS), len(MORE), len(LESS)]
    assert [row["date"] for row in found] == [f"2026-01-0{day}T10:00:00Z" for day in (1, 2, 3, 4)]
    assert found[0]["changes"] is None
    assert "POST /items" in found[3]["summary"]
    assert found[3]["changes"][0]["base"]["line"] > 1


def test_what_is_no_document_of_the_api_is_reported_as_what_it_is(workshop: Workshop, upstream: Upstream) -> None:
    for content in (NO_SPEC, FIRST, OTHER, FIRST, b"<!doctype html>", b"\xff\xfe", b"[1,", b"", None, DANGLING):
        upstream.push(content)
    found = rows(workshop)
    assert [row["content"] for row in found] == [
        *("document", "no OpenAPI", "document", "another API", "document"),
        *("no OpenAPI", "no OpenAPI", "no OpenAPI", "no OpenAPI", "removed", "document"),
    ]
    assert "paths is a JSON list" in found[1]["why"]
    assert "GET /weather" in found[3]["why"]
    assert "HTML" in found[5]["why"]
    assert (found[9]["size"], found[9]["changes"]) == (None, None)
    assert {fault["id"] for fault in found[10]["faults"]} == {"reference-dangling", "reference-relative-to-schema"}
    assert "2 dangling references" in found[10]["summary"]


def test_a_document_after_what_is_not_openapi_is_compared_with_the_last_document(
    workshop: Workshop, upstream: Upstream
) -> None:
    for content in (NO_SPEC, b"[1,", FIRST, NO_SPEC, MORE):
        upstream.push(content)
    found = rows(workshop)
    assert [row["content"] for row in found] == [
        *("document", "no OpenAPI", "no OpenAPI", "document", "no OpenAPI", "document")
    ]
    assert (found[3]["changes"], found[3]["python_unknown"]) == ([], "")
    assert reported(found)[5] == ("document", "additive")
    assert {each["id"] for each in found[5]["changes"]}.isdisjoint({"document-repaired", "document-not-openapi"})


def test_an_api_that_replaced_another_is_known_by_the_pin(synced: Workshop, upstream: Upstream) -> None:
    for count in range(3):
        upstream.push(OTHER.replace(b"Sunny", b"Sunny" + b"!" * count))
    assert [row["content"] for row in rows(synced)] == ["document", "another API", "another API", "another API"]
    (synced.root / "specs/shop/openapi.json").unlink()
    assert [row["content"] for row in rows(synced)] == ["another API", "document", "document", "document"]


def test_a_move_is_followed_and_told(workshop: Workshop, upstream: Upstream) -> None:
    upstream.move("v2/shop.json")
    upstream.push(MORE, "v2/shop.json")
    workshop.write("specs/shop/api.toml", ON_GITHUB.replace(SPEC_PATH, "v2/shop.json"))
    found = rows(workshop)
    assert [row["path"] for row in found] == [SPEC_PATH, "v2/shop.json", "v2/shop.json"]
    assert [row["moved_from"] for row in found] == [None, SPEC_PATH, None]
    assert reported(found)[1:] == [("document", None), ("document", "additive")]


def test_limit_and_since_compare_the_first_row_with_the_one_before_it(workshop: Workshop, upstream: Upstream) -> None:
    for content in (DOCS, MORE, LESS):
        upstream.push(content)
    assert reported(rows(workshop, "--limit", "2")) == [("document", "additive"), ("document", "breaking")]
    assert reported(rows(workshop, "--since", "2026-01-04")) == [("document", "breaking")]
    assert rows(workshop, "--since", "2030-01-01") == []
    assert len(rows(workshop, "--limit", "99")) == 4


def test_the_first_row_after_a_gap_is_compared_with_the_last_document_before_it(
    workshop: Workshop, upstream: Upstream
) -> None:
    for content in (MORE, NO_SPEC, None, b"[1,", LESS):
        upstream.push(content)
    whole = rows(workshop)
    assert reported(whole)[-1] == ("document", "breaking")
    for limit in range(1, 7):
        assert rows(workshop, "--limit", str(limit)) == whole[-limit:], limit


def test_without_a_document_before_it_the_first_row_is_compared_with_what_can_be_read(
    workshop: Workshop, tmp_path: Path
) -> None:
    contents = (NO_SPEC, None, FIRST)
    days = {f"2026-01-0{day}T10:00:00Z": (SPEC_PATH, content) for day, content in enumerate(contents, 1)}
    clone = ("--clone", str(clone_of(tmp_path / "clone", days)))
    assert rows(workshop, *clone, "--limit", "1") == rows(workshop, *clone)[-1:]


def test_a_host_that_falls_silent_is_asked_no_more_and_the_rest_is_reported(
    workshop: Workshop, upstream: Upstream
) -> None:
    for content in (DOCS, MORE, LESS):
        upstream.push(content)
    answer = upstream.raw.answer
    upstream.raw.answer = lambda request: answer(request) if len(upstream.raw.requests) < 3 else RATE_LIMITED
    found = rows(workshop, status=4)
    assert reported(found) == [("document", None), ("document", "docs"), ("not read", None), ("not read", None)]
    assert "rate limited until" in found[3]["why"]
    assert len(upstream.raw.requests) == 3


def test_a_host_that_says_nothing_at_all_is_an_error(workshop: Workshop, upstream: Upstream) -> None:
    upstream.always(RATE_LIMITED)
    done = workshop.run("history", "shop")
    assert (done.status, done.out) == (4, "")
    assert "rate limited until" in done.err


def test_a_path_that_never_was_is_an_error(workshop: Workshop) -> None:
    workshop.write("specs/shop/api.toml", ON_GITHUB.replace(SPEC_PATH, "nothing.json"))
    done = workshop.run("history", "shop")
    assert (done.status, "nothing.json" in done.err) == (4, True), done


def test_a_clone_tells_the_same_without_a_network(workshop: Workshop, upstream: Upstream, tmp_path: Path) -> None:
    upstream.push(MORE)
    upstream.push(LESS)
    days = iter(range(1, 9))
    commits = {f"2026-01-0{next(days)}T12:00:00+02:00": (SPEC_PATH, each) for each in (FIRST, MORE, LESS)}
    clone = clone_of(tmp_path / "clone", commits)
    ours = [("commit", None), ("path", None)]
    found = rows(workshop, "--clone", str(clone))
    theirs = rows(workshop)
    upstream.always(RATE_LIMITED)
    assert [{**row, **dict(ours)} for row in found] == [{**row, **dict(ours)} for row in theirs]
    assert rows(workshop, "--clone", str(clone)) == found


def test_a_clone_is_followed_over_a_move_and_read_at_the_branch_as_fetched(workshop: Workshop, tmp_path: Path) -> None:
    moves = {
        "2026-01-01T10:00:00Z": ("old.json", FIRST),
        "2026-01-02T10:00:00Z": (SPEC_PATH, FIRST),
        "2026-01-03T10:00:00Z": (SPEC_PATH, MORE),
    }
    origin = clone_of(tmp_path / "origin", moves)
    git(tmp_path, "clone", "--quiet", str(origin), "clone")
    (origin / SPEC_PATH).write_bytes(LESS)
    git(origin, "commit", "-qam", "later")
    git(tmp_path / "clone", "fetch", "--quiet")
    found = rows(workshop, "--clone", str(tmp_path / "clone/api"))
    assert [row["moved_from"] for row in found] == [None, "old.json", None, None]
    assert [row["level"] for row in found] == [None, None, "additive", "breaking"]


def test_a_file_that_moved_and_changed_beyond_recognition_is_known_by_its_name(
    workshop: Workshop, tmp_path: Path
) -> None:
    moves = {"2026-01-01T10:00:00Z": ("old/shop.json", b"[]"), "2026-01-02T10:00:00Z": (SPEC_PATH, FIRST)}
    found = rows(workshop, "--clone", str(clone_of(tmp_path / "clone", moves)))
    assert [row["path"] for row in found] == ["old/shop.json", SPEC_PATH]


@pytest.mark.parametrize(
    ("removed_on", "level", "rule"),
    [
        ("2026-02-01T10:00:00Z", "breaking", "api-path-removed-before-sunset"),
        ("2026-04-01T10:00:00Z", "risky", "api-path-removed-with-deprecation"),
    ],
)
def test_whether_a_sunset_had_passed_the_day_of_the_revision_decides(
    workshop: Workshop, tmp_path: Path, removed_on: str, level: str, rule: str
) -> None:
    old = {"/old": {"get": {**GET["get"], "deprecated": True, "x-sunset": "2026-03-01"}}}
    deprecated = documents.text(documents.shop(paths=old))
    days = {"2026-01-01T10:00:00Z": (SPEC_PATH, deprecated), removed_on: (SPEC_PATH, documents.text(documents.shop()))}
    found = rows(workshop, "--clone", str(clone_of(tmp_path / "clone", days)))
    assert (rule, level) in {(each["id"], each["level"]) for each in found[1]["changes"]}


def test_a_shallow_clone_says_that_there_may_be_more(workshop: Workshop, tmp_path: Path) -> None:
    days = {"2026-01-01T10:00:00Z": (SPEC_PATH, FIRST), "2026-01-02T10:00:00Z": (SPEC_PATH, MORE)}
    origin = clone_of(tmp_path / "origin", days)
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{origin}", "clone")
    found = seen(workshop, "--clone", str(tmp_path / "clone"))
    assert (len(found["revisions"]), "shallow" in found["incomplete"]) == (1, True)


@pytest.mark.parametrize(
    ("clone", "words", "status"),
    [("nowhere", "no such folder", 3), ("empty", "the folder of a clone", 4), ("bare", "there is no commit HEAD", 4)],
)
def test_a_folder_that_is_no_clone_is_refused(
    workshop: Workshop, tmp_path: Path, clone: str, words: str, status: int
) -> None:
    (tmp_path / "empty").mkdir()
    git(tmp_path, "init", "--quiet", "--bare", "bare")
    done = workshop.run("history", "shop", "--clone", str(tmp_path / clone))
    assert done.status == status, done
    assert words in done.err


@pytest.mark.parametrize("kind", ["--bare", "--mirror"])
def test_a_clone_without_a_work_tree_tells_the_same(workshop: Workshop, tmp_path: Path, kind: str) -> None:
    days = {
        "2026-01-01T10:00:00Z": ("old/shop.json", FIRST),
        "2026-01-02T10:00:00Z": (SPEC_PATH, MORE),
        "2026-01-03T10:00:00Z": (SPEC_PATH, LESS),
    }
    origin = clone_of(tmp_path / "origin", days)
    git(tmp_path, "clone", "--quiet", kind, str(origin), "bare.git")
    found = rows(workshop, "--clone", str(tmp_path / "bare.git"))
    assert found == rows(workshop, "--clone", str(origin))
    assert [row["path"] for row in found] == ["old/shop.json", SPEC_PATH, SPEC_PATH]


def test_a_revision_says_what_it_does_to_callers_of_the_package(workshop: Workshop, tmp_path: Path) -> None:
    document = documents.shop()
    document["components"]["schemas"]["Item"]["x-nemogen-name"] = "Ware"
    broken = documents.text({**documents.shop(), "paths": {}})
    days = {
        "2026-01-01T10:00:00Z": (SPEC_PATH, FIRST),
        "2026-01-02T10:00:00Z": (SPEC_PATH, documents.text(document)),
        "2026-01-03T10:00:00Z": (SPEC_PATH, broken),
    }
    first, renamed, empty = rows(workshop, "--clone", str(clone_of(tmp_path / "clone", days)))
    assert first["changes"] is None
    assert ("python-name-renamed", "breaking") in {(each["id"], each["level"]) for each in renamed["changes"]}
    assert renamed["level"] == "breaking"
    assert "no operation" in empty["python_unknown"]
    assert "Python side: not examined" in empty["summary"]


def test_a_clone_that_never_had_the_file_is_refused(workshop: Workshop, tmp_path: Path) -> None:
    clone = clone_of(tmp_path / "clone", {"2026-01-01T10:00:00Z": ("another.json", FIRST)})
    done = workshop.run("history", "shop", "--clone", str(clone))
    assert done.status == 4, done
    assert SPEC_PATH in done.err


def test_a_file_of_the_project_has_its_history_there(local: Workshop) -> None:
    local.write("docs/shop.json", LESS)
    local.commit()
    assert reported(rows(local)) == [("document", None), ("document", "breaking")]


def test_of_a_url_the_pins_that_were_committed_are_the_history(synced: Workshop, tmp_path: Path) -> None:
    synced.write("specs/shop/api.toml", '[source]\nurl = "https://shop.example/openapi.json"\n')
    synced.write("specs/shop/openapi.json", MORE)
    synced.commit()
    found = seen(synced)
    assert reported(found["revisions"])[-1] == ("document", "additive")
    assert "specs/shop/openapi.json" in found["source"]
    done = synced.run("history", "shop", "--clone", str(tmp_path))
    assert (done.status, "is not a path in a clone" in done.err) == (3, True), done


def test_the_table_has_a_line_a_revision_and_progress_is_not_in_it(workshop: Workshop, upstream: Upstream) -> None:
    upstream.push(LESS)
    done = workshop.run("history", "shop")
    assert done.status == 0, done
    lines = done.out.splitlines()
    assert lines[1].split() == ["date", "commit", "KB", "change", "what"]
    assert lines[3].startswith("2026-01-02 10:00  ")
    assert "breaking  POST /items: the operation was removed" in lines[3]
    assert "1 of 2" in done.err
    assert workshop.run("history", "shop", "--quiet").err == ""
    assert "[api-removed-without-deprecation]" in workshop.run("history", "shop", "--verbose").out


def test_the_page_is_written_whole_or_not_at_all(workshop: Workshop, upstream: Upstream, tmp_path: Path) -> None:
    upstream.push(LESS)
    page = tmp_path / "page.html"
    assert workshop.run("history", "shop", "--format", "html", "--output", str(page)).status == 0
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    (tmp_path / "folder").mkdir()
    done = workshop.run("history", "shop", "--output", str(tmp_path / "folder"))
    assert (done.status, "--output" in done.err) == (4, True), done
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) == []


BAD = documents.text(
    {**documents.shop(), "paths": {"/a": GET, "/b": {"get": {"responses": {"201": {"description": "Made."}}}}}}
)
SETTINGS = f"""{ON_GITHUB}
[operations."GET /a"]
name = "same.name"

[operations."GET /b"]
name = "same.name"
"""
OVERLAY = """\
overlay: 1.1.0
info: {title: Corrections, version: "1"}
actions:
  - target: $.paths['/items'].post
    description: It has a summary of its own.
    update: {summary: Add one}
  - target: $.components.schemas.Item.properties.colour.type
    description: This can be applied to no string.
    update: {minLength: 1}
"""
"""The first action fits all but LESS, the second one is an error in MORE and fits nothing else."""


@pytest.fixture(scope="module")
def replayed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workshop, list[dict[str, Any]]]:
    """A project before which nothing was made, and the replay of four revisions, kept in `kept` beside it."""
    folder = tmp_path_factory.mktemp("replayed")
    with pytest.MonkeyPatch.context() as patch, Upstream() as hosts:
        isolate(patch, tmp_path_factory.mktemp("home"))
        for content in (NO_SPEC, BAD, MORE, LESS):
            hosts.push(content)
        files: dict[str, str | bytes] = {"specs/shop/api.toml": SETTINGS, "specs/shop/overlay.yaml": OVERLAY}
        workshop = open_workshop(folder / "project", files, hosts.environment)
        nobody = {"HOME": str(folder), "GIT_CONFIG_GLOBAL": "/dev/null"}
        return workshop, rows(workshop, "--replay", "--keep", str(folder / "kept"), status=1, **nobody)


Replayed = tuple[Workshop, list[dict[str, Any]]]


def subjects(row: dict[str, Any]) -> dict[str, str]:
    return {subject["name"]: subject["state"] for subject in row["replay"]["subjects"]}


@pytest.mark.slow
def test_a_replay_makes_looks_at_and_counts_a_package_of_every_document(replayed: Replayed) -> None:
    none, bad, more, less = replayed[1]
    assert none["replay"] is None
    for row in (more, less):
        states = subjects(row)
        assert (states["generated"], states["imports"], states["types"]) == ("done", "up to date", "up to date")
        assert row["replay"]["works"]
    assert [row["replay"]["version"] for row in (bad, more, less)] == [None, "0.1.0", "0.2.0"]
    assert subjects(less)["source"] == "breaking"


@pytest.mark.slow
def test_a_document_that_no_package_can_be_made_of_does_not_stop_the_replay(replayed: Replayed) -> None:
    bad = replayed[1][1]["replay"]
    assert (bad["works"], bad["subjects"][0]["state"]) == (False, "at fault")
    assert "same.name" in bad["subjects"][0]["why"]


@pytest.mark.slow
def test_an_overlay_that_does_not_fit_an_old_document_is_no_error_there(replayed: Replayed) -> None:
    _, _, more, less = replayed[1]
    assert ("overlay" in subjects(more), "overlay" in subjects(less)) == (True, False), less["replay"]
    assert (more["replay"]["unused_overlay_actions"], less["replay"]["unused_overlay_actions"]) == (0, 2)


@pytest.mark.slow
def test_a_replay_leaves_the_project_as_it_is_and_its_own_repository_where_asked(replayed: Replayed) -> None:
    workshop = replayed[0]
    kept = workshop.root.parent / "kept"
    assert status(workshop.root) == []
    assert sorted(workshop.tree()) == ["specs/shop/api.toml", "specs/shop/overlay.yaml"]
    log = git(kept, "log", "--reverse", "--format=%an %aI").splitlines()
    assert log == ["nemogen 2026-01-03T10:00:00+00:00", "nemogen 2026-01-04T10:00:00+00:00"]
    assert status(kept) == []


def test_a_replay_is_kept_in_a_folder_of_its_own_only(workshop: Workshop) -> None:
    done = workshop.run("history", "shop", "--replay", "--keep", ".")
    assert (done.status, "not empty" in done.err) == (3, True), done
    done = workshop.run("history", "shop", "--keep", "new")
    assert (done.status, "--replay" in done.err) == (2, True), done


UPSTREAM = os.environ.get("NEMOGEN_UPSTREAM")
needs_upstream = pytest.mark.skipif(not UPSTREAM, reason="NEMOGEN_UPSTREAM is not set: no upstream data here")
SHIPPED = Path(__file__).resolve().parents[2]
REVISIONS = sorted(Path(UPSTREAM, "mistral-nemo").glob("*.json")) if UPSTREAM else []
MOVED = 5
NO_CUSTOM: Mapping[str, bytes] = {}
PATH = "docs/api-references/text-models-llm/Mistral-AI/mistral-nemo.json"


def shipped(root: Path) -> Workshop:
    """A project with the API that ships with this repository, its overlay and its recordings, without its package."""
    names = ("specs/mistral-nemo/api.toml", "specs/mistral-nemo/overlay.yaml", "specs/mistral-nemo/openapi.json")
    recordings = (path for path in (SHIPPED / "tests/recordings/mistral-nemo").rglob("*") if path.is_file())
    paths = [*(SHIPPED / name for name in names), *recordings]
    return open_workshop(root, {path.relative_to(SHIPPED).as_posix(): path.read_bytes() for path in paths}, {})


def helpers() -> dict[str, bytes]:
    """What hand-written clients add: typed answers, tools made of functions; with tests of it."""
    folder = SHIPPED / "tests/custom_code"
    code, tests = (folder / f"{name}.py.txt" for name in ("assistants", "assistants_test"))
    return {"assistants.py": code.read_bytes(), "tests/test_assistants.py": tests.read_bytes()}


def real_clone(folder: Path, paths: list[Path]) -> Path:
    """The revisions as commits of a clone: dates are in their names, and the file moves with its sixth."""
    return clone_of(
        folder,
        {
            f"{day[:4]}-{day[4:6]}-{day[6:8]}T{day[9:11]}:{day[11:]}:00Z": (
                PATH if at >= MOVED or len(paths) <= MOVED else "docs/old/mistral-nemo.json",
                path.read_bytes(),
            )
            for at, path in enumerate(paths)
            for day in [path.stem.split("-")[0]]
        },
    )


def real(
    tmp_path: Path, paths: list[Path], *, replay: bool = False, custom: Mapping[str, bytes] = NO_CUSTOM
) -> list[dict[str, Any]]:
    """As the command does it, in this process: a replay of all takes minutes. `custom` is code of the project's own; a
    replay is kept in `kept`."""
    workshop, clone = shipped(tmp_path / "project"), real_clone(tmp_path / "clone", paths)
    for path, content in custom.items():
        workshop.write(f"specs/mistral-nemo/custom/{path}", content)
    options = HistoryOptions(clone=clone, replay=replay, keep=tmp_path / "kept" if replay else None)
    document = json.loads(render(history(Project(workshop.root), "mistral-nemo", options, print), "json"))
    jsonschema.validate(document, SCHEMA)
    assert document["exit_status"] == 0
    found: list[dict[str, Any]] = document["revisions"]
    return found


@pytest.mark.slow
@needs_upstream
def test_real_revisions_are_reported_as_what_they_are(tmp_path: Path) -> None:
    found = dict(zip((path.stem[-8:] for path in REVISIONS), real(tmp_path, REVISIONS), strict=True))
    contents = {name: row["content"] for name, row in found.items() if row["content"] != "document"}
    assert contents == {"4f3ca494": "no OpenAPI", "c318f19d": "another API"}
    assert {name for name, row in found.items() if row["faults"]} == {"f1733015"}
    assert [name for name, row in found.items() if row["moved_from"]] == [REVISIONS[MOVED].stem[-8:]]
    # None is breaking in Python alone: what only the spec's form changed keeps its names (docs/how-to/rename.md).
    assert {name: row["level"] for name, row in found.items()} == {
        "4f3ca494": None, "73027795": "additive", "1054c4b1": "breaking", "3c8a3e1d": "breaking",
        "e0ecf3d5": "unreachable", "3bee73d0": "additive", "27340cb2": "breaking", "1d98eb05": "breaking",
        "27ac023d": "risky", "fad15056": "breaking", "c318f19d": "breaking", "fdc08814": "breaking",
        "f1733015": "breaking", "a9f92002": "additive", "1a0876e7": "additive",
    }  # fmt: skip
    assert [row["date"][:16].replace("-", "").replace(":", "") for row in found.values()] == [
        path.stem.split("-")[0] for path in REVISIONS
    ]
    assert all(row["size"] == path.stat().st_size for row, path in zip(found.values(), REVISIONS, strict=True))


def real_replays(
    tmp_path: Path, paths: list[Path], custom: Mapping[str, bytes] = NO_CUSTOM
) -> dict[str, dict[str, Any] | None]:
    found = real(tmp_path, paths, replay=True, custom=custom)
    return {path.stem[-8:]: row["replay"] for path, row in zip(paths, found, strict=True)}


@pytest.mark.slow
@needs_upstream
def test_real_revisions_replay(tmp_path: Path) -> None:
    found = real_replays(tmp_path, [REVISIONS[0], REVISIONS[12]])
    assert found["4f3ca494"] is None
    dangling = found["f1733015"]
    assert dangling is not None
    assert dangling["works"]


@needs_upstream
@pytest.mark.slow
def test_all_real_revisions_replay(tmp_path: Path) -> None:
    found = real_replays(tmp_path, REVISIONS, helpers())
    assert [name for name, replay in found.items() if replay is None] == ["4f3ca494"]
    replays = {name: replay for name, replay in found.items() if replay is not None}
    assert [name for name, replay in replays.items() if not replay["works"]] == []
    recordings = {
        name: next(subject["state"] for subject in replay["subjects"] if subject["name"] == "recordings")
        for name, replay in replays.items()
    }
    assert [recordings[name] for name in ("a9f92002", "1a0876e7")] == ["ok", "ok"]
    assert [recordings[name] for name in ("73027795", "1054c4b1", "c318f19d")] == ["skipped"] * 3
    helped = {
        name: [(each["state"], each["findings"]) for each in replay["subjects"] if each["name"] == "custom code"]
        for name, replay in replays.items()
    }
    assert helped == {name: [("ok", [])] for name in replays}, "code of the project's own fits every revision"
    copy = "generated/mistral-nemo/src/mistral_nemo/custom/assistants.py"
    assert len(git(tmp_path / "kept", "log", "--format=%h", "--", copy).split()) == 1, "written once, and never changed"
    assert (tmp_path / "kept" / copy).read_bytes() == helpers()["assistants.py"]
    versions = [(name, replay["version"]) for name, replay in replays.items()]
    same = [name for (_, before), (name, after) in itertools.pairwise(versions) if before == after]
    assert same == ["e0ecf3d5"], "only what no operation uses changed in that one"
