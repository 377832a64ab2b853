"""`check`: every state of every subject, made for real; and that it never writes and never is green unlooked."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from tests.commands import documents
from tests.commands.upstream import Upstream
from tests.commands.workshop import IN_A_FILE, Workshop
from tests.publish.trees import tree
from tests.servers.github_api import RATE_LIMITED
from tests.servers.loopback import Reply


def test_all_is_up_to_date_after_a_sync_and_nothing_is_written(synced: Workshop) -> None:
    before = tree(synced.root.parent)
    assert synced.states("check", status=0) == {
        "upstream": "up to date",
        "lock": "ok",
        "engines": "up to date",
        "generated": "up to date",
        "overlay": "up to date",
        "recordings": "up to date",
    }
    assert tree(synced.root.parent) == before


@pytest.mark.parametrize(
    ("content", "state", "status", "strict"),
    [
        (documents.DOCS, "docs only", 0, 1),
        (documents.MORE, "additive", 1, 1),
        (documents.RISKY, "risky", 1, 1),
        (documents.LESS, "breaking", 1, 1),
        (documents.UNREACHABLE, "unreachable", 0, 1),
        (documents.FIRST + b"\n", "up to date", 0, 0),
        (documents.NO_SPEC, "not a spec any longer", 1, 1),
        (b"<!doctype html><title>Not here</title>", "not a spec any longer", 1, 1),
        (documents.FIRST[:400], "not a spec any longer", 1, 1),
        (b"", "not a spec any longer", 1, 1),
        (None, "removed", 1, 1),
    ],
)
def test_upstream_is_distinguished_by_what_a_change_means(
    synced: Workshop, upstream: Upstream, content: bytes | None, state: str, status: int, strict: int
) -> None:
    upstream.push(content)
    before = synced.tree()
    states = synced.states("check", status=status)
    assert states["upstream"] == state
    assert states["generated"] == "up to date"
    assert synced.run("check", "--strict").status == strict
    assert synced.tree() == before


def test_a_name_that_only_python_has_changes_the_source_and_not_the_wire(synced: Workshop, upstream: Upstream) -> None:
    document = documents.shop()
    document["components"]["schemas"]["Item"]["x-nemogen-name"] = "Article"
    upstream.push(documents.text(document))
    states = synced.states("check", status=1)
    assert (states["upstream"], states["source"]) == ("up to date", "risky")
    assert synced.states("sync", status=0)["source"] == "risky"
    assert synced.version() == "0.1.1"
    assert "Item = Article" in (synced.root / "generated/shop/src/shop/models.py").read_text()


def test_a_component_that_upstream_renames_keeps_its_class(synced: Workshop, upstream: Upstream) -> None:
    upstream.push(documents.RENAMED)
    assert synced.states("check", status=0)["source"] == "up to date"
    synced.states("sync", status=0)
    assert "class Item(" in (synced.root / "generated/shop/src/shop/models.py").read_text(encoding="utf-8")


def test_a_change_of_prose_that_reaches_the_code_is_not_docs_only(synced: Workshop, upstream: Upstream) -> None:
    shutil.copytree(Path(__file__).parents[2] / "templates", synced.root / "templates")
    template = synced.root / "templates/client/src/client.py.jinja"
    leaking = template.read_text(encoding="utf-8") + "\n\nNOTE = {{ plan.title | literal }}\n"
    template.write_text(leaking, encoding="utf-8")
    assert synced.states("sync", "--no-test", status=0)["source"] == "risky"
    upstream.push(documents.text(documents.shop(title="Another shop")))
    report = synced.report("check", status=1)
    found = {each["name"]: each for each in report["apis"][0]["subjects"]}
    assert (found["upstream"]["state"], found["source"]["state"]) == ("docs only", "risky")
    (finding,) = found["source"]["findings"]
    assert finding["message"] == "the code of `shop.client` changed; names and types did not"
    assert finding["revision"]["file"] == "generated/shop/src/shop/client.py"


def test_a_document_at_another_path_is_found_and_named(synced: Workshop, upstream: Upstream) -> None:
    upstream.move("reference/models/shop.json")
    done = synced.run("check")
    assert done.status == 1
    assert "moved to another path" in done.out
    assert "reference/models/shop.json (100% equal); to follow it, set path in specs/shop/api.toml" in done.out


def test_a_path_that_never_was_on_the_branch_is_not_there(synced: Workshop) -> None:
    settings = (synced.root / "specs/shop/api.toml").read_text(encoding="utf-8")
    synced.write("specs/shop/api.toml", settings.replace("api/shop.json", "api/nothing.yaml"))
    states = synced.states("check", status=1)
    assert (states["upstream"], states["generated"]) == ("moved to another path", "outdated")


def test_an_api_that_was_never_synced_is_missing(workshop: Workshop, upstream: Upstream) -> None:
    states = workshop.states("check", status=1)
    assert states == {"upstream": "missing", "lock": "missing", "generated": "missing"}
    assert upstream.raw.requests == []


@pytest.mark.parametrize("reply", [RATE_LIMITED, Reply(401), Reply(drop=True)], ids=["limit", "token", "down"])
def test_a_host_that_does_not_answer_is_not_checked_and_not_green(
    synced: Workshop, upstream: Upstream, reply: Reply
) -> None:
    upstream.always(reply)
    states = synced.states("check", status=4, GITHUB_TOKEN="")
    assert states["upstream"] == "not checked"
    assert states["generated"] == "up to date"


def test_offline_leaves_upstream_out_and_says_so(synced: Workshop, upstream: Upstream) -> None:
    upstream.always(Reply(drop=True))
    done = synced.run("check", "--offline")
    assert done.status == 0
    assert "skipped: --offline" in done.out
    assert upstream.api.requests == []


def test_a_pin_that_was_changed_is_tampered_with(local: Workshop) -> None:
    local.write("specs/shop/openapi.json", documents.MORE)
    states = local.states("check", "--offline", status=1)
    assert states["lock"] == "tampered"
    (local.root / "specs/shop/openapi.json").unlink()
    assert local.states("check", "--offline", status=1)["lock"] == "missing"


@pytest.mark.parametrize("tool", ["ruff", "pydantic", "nemogen", "datamodel-code-generator"])
def test_another_version_of_a_tool_that_writes_the_same_files_is_a_note(local: Workshop, tool: str) -> None:
    lock = local.lock()
    lock["tools"][tool] = "0.0.1"
    local.write("specs/shop/lock.json", json.dumps(lock))
    before = local.tree()
    done = local.run("check", "--offline", "--verbose")
    assert done.status == 0, done
    assert f"they write the same files: {tool} 0.0.1 -> " in done.out
    (api,) = local.report("check", "--offline", status=0)["apis"]
    (subject,) = [each for each in api["subjects"] if each["name"] == "engines"]
    assert [finding["level"] for finding in subject["findings"]] == ["note"]
    assert local.tree() == before


def write_as_another_ruff(local: Workshop, code: bytes) -> None:
    """Let a module of the package be as a ruff 0.0.1 wrote it: with `code` more at its end."""
    lock = local.lock()
    lock["tools"]["ruff"] = "0.0.1"
    client = local.root / "generated/shop/src/shop/client.py"
    client.write_bytes(client.read_bytes() + code)
    lock["files"]["src/shop/client.py"] = _sha256(client)
    local.write("specs/shop/lock.json", json.dumps(lock))


def test_another_version_of_a_tool_that_writes_other_files_is_outdated(local: Workshop) -> None:
    write_as_another_ruff(local, b"\n\nmore = 1\n")
    (api,) = local.report("check", "--offline", status=1)["apis"]
    found = {each["name"]: each for each in api["subjects"]}
    assert (found["engines"]["state"], found["generated"]["state"]) == ("outdated", "up to date")
    assert "they write other files: ruff 0.0.1 -> " in found["engines"]["why"]
    changed = [each["key"] for each in found["engines"]["findings"] if each["level"] == "error"]
    assert changed == ["generated/shop/src/shop/client.py"]


def test_another_ruff_that_lays_code_out_in_another_way_is_a_note(local: Workshop) -> None:
    write_as_another_ruff(local, b"\n\n")
    done = local.run("check", "--offline")
    assert done.status == 0, done
    assert "they write the same code in another layout: ruff 0.0.1 -> " in done.out


def test_where_an_input_changed_another_version_of_a_tool_is_a_note(local: Workshop) -> None:
    lock = local.lock()
    lock["tools"]["ruff"] = "0.0.1"
    local.write("specs/shop/lock.json", json.dumps(lock))
    local.write("specs/shop/overlay.yaml", "# none yet\n")
    states = local.states("check", "--offline", status=3)
    assert (states["engines"], states["generated"]) == ("up to date", "outdated")


def test_a_sync_by_another_version_that_writes_the_same_files_changes_nothing(local: Workshop) -> None:
    lock = local.lock()
    lock["tools"]["ruff"] = "0.0.1"
    local.write("specs/shop/lock.json", json.dumps(lock, indent=2, sort_keys=True, ensure_ascii=False) + "\n")
    local.commit()
    before, head = local.tree(), local.head()
    done = local.run("sync")
    assert done.status == 0, done
    assert "nothing to commit" in done.out
    assert (local.tree(), local.head()) == (before, head)
    local.write("docs/shop.json", documents.MORE)
    local.commit()
    assert local.run("sync").status == 0
    assert local.lock()["tools"]["ruff"] != "0.0.1"


def test_a_lock_that_cannot_be_read_is_at_fault(local: Workshop) -> None:
    local.write("specs/shop/lock.json", "{")
    assert local.states("check", "--offline", status=3) == {"lock": "at fault"}


@pytest.mark.slow
def test_what_only_a_regeneration_knows_of_the_lock_is_checked_with_full(local: Workshop) -> None:
    lock = local.lock()
    lock["unused"] = ["$.paths"]
    local.write("specs/shop/lock.json", json.dumps(lock))
    quick = local.states("check", "--offline", status=1)
    assert (quick["lock"], quick["overlay"]) == ("ok", "unused")
    assert local.states("check", "--offline", "--full", status=1)["regenerated"] == "tampered"


@pytest.mark.parametrize(
    ("path", "content", "what"),
    [
        ("specs/shop/overlay.yaml", "# none yet\n", "overlay"),
        ("specs/shop/api.toml", '[source]\nfile = "docs/shop.json"\n\n[package]\nauthor = "Me"\n', "settings"),
        ("tests/recordings/shop/items.list/one.json", "{}", "recordings"),
    ],
)
def test_an_input_that_changed_makes_the_package_stale(local: Workshop, path: str, content: str, what: str) -> None:
    local.write(path, content)
    document = local.report("check", "--offline", status=1 if what == "settings" else 3)
    (subject,) = [each for each in document["apis"][0]["subjects"] if each["name"] == "generated"]
    assert subject["state"] == "outdated"
    assert subject["why"].startswith(what)


def test_templates_of_the_project_make_the_package_stale(local: Workshop) -> None:
    shutil.copytree(Path(__file__).parents[2] / "templates", local.root / "templates")
    local.write("templates/client/README.md.jinja", "Mine\n")
    assert local.states("check", "--offline", status=1)["generated"] == "outdated"


def test_edited_missing_and_extra_files_are_reported_with_their_names(local: Workshop) -> None:
    client = local.root / "generated/shop/src/shop/client.py"
    local.write("generated/shop/mine.txt", "mine\n")
    assert local.states("check", "--offline", status=1)["generated"] == "extra files"
    (local.root / "generated/shop/api.md").unlink()
    assert local.states("check", "--offline", status=1)["generated"] == "missing"
    client.write_bytes(client.read_bytes() + b"# mine\n")
    document = local.report("check", "--offline", status=1)
    (subject,) = [each for each in document["apis"][0]["subjects"] if each["name"] == "generated"]
    assert subject["state"] == "modified by hand"
    assert {finding["id"]: finding["key"] for finding in subject["findings"]} == {
        "file-edited": "generated/shop/src/shop/client.py",
        "file-missing": "generated/shop/api.md",
        "file-extra": "generated/shop/mine.txt",
    }


def test_what_a_build_or_a_test_run_leaves_behind_is_no_drift(local: Workshop) -> None:
    for path in ("src/shop/__pycache__/client.cpython-311.pyc", "build/lib/x.py", "src/shop.egg-info/PKG-INFO"):
        local.write(f"generated/shop/{path}", "x")
    assert local.run("check", "--offline").status == 0


@pytest.mark.slow
def test_full_regenerates_imports_and_type_checks(local: Workshop) -> None:
    states = local.states("check", "--offline", "--full", status=0)
    assert [states[name] for name in ("regenerated", "imports", "types")] == ["up to date"] * 3


@pytest.mark.slow
def test_a_package_that_is_as_written_but_broken_is_not_green_with_full(local: Workshop) -> None:
    lock = local.lock()
    path = "src/shop/client.py"
    client = local.root / "generated/shop" / path
    client.write_text(client.read_text(encoding="utf-8") + "\nimport nothing_of_the_kind\n", encoding="utf-8")
    lock["files"][path] = _sha256(client)
    local.write("specs/shop/lock.json", json.dumps(lock))
    assert local.run("check", "--offline").status == 0
    states = local.states("check", "--offline", "--full", status=1)
    assert [states[name] for name in ("regenerated", "imports", "types")] == ["outdated", "failed", "failed"]


def recorded(answer: str, day: str | None = None) -> str:
    """A recording of a list of items; with a day it is a live one."""
    origin = {"origin": "live", "recorded": day} if day else {"origin": "written", "note": "Ours."}
    body = {"json": json.loads(answer)}
    response = {"status": 200, "headers": {"content-type": "application/json"}, "body": body}
    request = {"method": "GET", "path": "/v1/items", "headers": {}}
    return json.dumps({**origin, "request": request, "response": response})


RECORDING = "tests/recordings/shop/items.list/one.json"


def test_recordings_hold_are_broken_are_old_or_do_not_cover(local: Workshop) -> None:
    local.write(RECORDING, recorded('[{"name": "Pen", "price": 2}]'))
    assert local.states("sync", "--no-commit", status=0)["recordings"] == "ok"
    assert "tested when the lock was written" in local.run("check", "--offline").out
    local.write(RECORDING, recorded('[{"price": "free"}]'))
    assert local.states("check", "--offline", status=1)["recordings"] == "failed"
    local.write(RECORDING, recorded('[{"name": "Pen", "price": 2}]', "2020-01-31"))
    local.write("specs/shop/api.toml", IN_A_FILE + "\n[check]\nmax_age_days = 90\n")
    assert local.states("check", "--offline", status=1)["recordings"] == "old"
    local.write("specs/shop/api.toml", IN_A_FILE + "\n[check]\nmin_coverage = 0.9\n")
    assert local.states("check", "--offline", status=1)["recordings"] == "low coverage"


def test_recordings_that_do_not_hold_stop_a_sync_before_anything_is_written(local: Workshop) -> None:
    local.write(RECORDING, recorded('[{"price": "free"}]'))
    local.write("docs/shop.json", documents.MORE)
    local.commit()
    before = local.tree()
    done = local.run("sync")
    assert done.status == 1, done
    assert "recordings failed, so nothing was written: --no-test writes all the same" in done.out
    assert RECORDING in local.run("sync", "--verbose").out
    assert local.tree() == before
    assert local.run("sync", "--no-test").status == 0


def test_an_overlay_action_that_matches_nothing_fails_until_it_is_taken_out(local: Workshop) -> None:
    overlay = (
        "overlay: 1.1.0\ninfo: {title: Ours, version: '1'}\nactions:\n"
        "  - {target: \"$.paths['/nothing']\", description: Was wrong., remove: true}\n"
    )
    local.write("specs/shop/overlay.yaml", overlay)
    assert local.run("generate").status == 1
    assert local.states("check", "--offline", status=1)["overlay"] == "unused"


def test_an_overlay_that_was_edited_is_checked_before_it_is_called_up_to_date(local: Workshop) -> None:
    head = "overlay: 1.1.0\ninfo: {title: Ours, version: '1'}\nactions:\n"
    for action, status, state in (
        ("{target: $.nothing, remove: true}", 1, "unused"),
        ("{target: '$.paths[', remove: true}", 3, "at fault"),
        ("{target: $.info, updat: {}}", 3, "at fault"),
        ("{target: $.info, update: {description: Ours}}", 1, "up to date"),
    ):
        local.write("specs/shop/overlay.yaml", f"{head}  - {action}\n")
        states = local.states("check", "--offline", status=status)
        assert (states["generated"], states["overlay"]) == ("outdated", state), action


def test_a_half_done_write_is_not_checked(local: Workshop) -> None:
    local.write(".nemogen/swap/forward.json", "{}")
    done = local.run("check", "--offline")
    assert done.status == 4
    assert "an interrupted write is half-done" in done.out


def test_an_api_whose_settings_are_gone_is_missing_and_not_overlooked(local: Workshop) -> None:
    local.write("specs/other/api.toml", '[source]\nfile = "docs/shop.json"\n')
    (local.root / "specs/shop/api.toml").unlink()
    document = local.report("check", "--offline", status=1)
    states = {api["name"]: [subject["state"] for subject in api["subjects"]] for api in document["apis"]}
    assert states["shop"] == ["missing"]


def test_every_subject_is_reported_even_where_an_earlier_one_failed(synced: Workshop, upstream: Upstream) -> None:
    upstream.always(RATE_LIMITED)
    synced.write("specs/shop/openapi.json", documents.MORE)
    client = synced.root / "generated/shop/src/shop/client.py"
    client.write_bytes(b"")
    states = synced.states("check", status=4)
    assert (states["upstream"], states["lock"], states["generated"]) == ("not checked", "tampered", "modified by hand")


def test_what_drifted_is_listed_as_a_matrix_for_github(local: Workshop) -> None:
    local.write("specs/other/api.toml", '[source]\nfile = "docs/shop.json"\n')
    done = local.run("check", "--offline", "--format", "github-matrix")
    assert done.status == 1
    assert [row["api"] for row in json.loads(done.out)["include"]] == ["other"]


def test_outputs_and_summary_are_appended_for_a_job_of_github(local: Workshop, tmp_path: Path) -> None:
    files = {"GITHUB_OUTPUT": str(tmp_path / "output"), "GITHUB_STEP_SUMMARY": str(tmp_path / "summary")}
    (tmp_path / "output").write_text("before=1\n", encoding="utf-8")
    assert local.run("check", "--offline", **files).status == 0
    lines = (tmp_path / "output").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "before=1"
    assert {"exit-status=0", "apis=[]"} <= set(lines)
    assert "## nemogen check" in (tmp_path / "summary").read_text(encoding="utf-8")
    done = local.run("check", "--offline", GITHUB_OUTPUT=str(tmp_path / "no" / "folder"))
    assert done.status == 4
    assert "GITHUB_OUTPUT" in done.err


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
