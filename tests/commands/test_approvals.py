"""An approval of a change, from when it is given to when it may be removed."""

from __future__ import annotations

import json
from typing import Any

from tests.commands import documents
from tests.commands.workshop import Workshop
from tests.publish.repositories import git

APPROVALS = "specs/shop/approvals.toml"


def approve(workshop: Workshop, found: list[dict[str, Any]]) -> None:
    rows = (f"[[change]]\nfingerprint = '{each['fingerprint']}'\nreason = 'agreed'\n" for each in found)
    workshop.write(APPROVALS, "".join(rows))


def findings(report: dict[str, Any], *subjects: str) -> list[dict[str, Any]]:
    found = [each for each in report["apis"][0]["subjects"] if each["name"] in subjects]
    return [finding for each in found for finding in each["findings"]]


def test_an_approval_that_a_release_rests_on_may_be_removed(local: Workshop) -> None:
    local.write("docs/shop.json", documents.LESS)
    held = local.report("sync", status=1)
    broken = [each for each in findings(held, "upstream", "source") if each["level"] == "breaking"]
    approve(local, broken)
    local.commit()
    assert "approvals" not in local.states("sync", status=0)
    releases = json.loads((local.root / "specs/shop/releases.json").read_bytes())["releases"]
    assert releases[0]["accepted"] == [each["fingerprint"] for each in broken]
    version = releases[0]["version"]
    assert "accepted" not in releases[1]
    changelog = (local.root / "generated/shop/CHANGELOG.md").read_text()
    assert f"## {version} - {releases[0]['date']}\n" in changelog

    used = findings(local.report("check", status=0), "approvals")
    assert {(each["id"], each["level"]) for each in used} == {("approval-used", "note")}
    assert all(f"was used in {version}, and may be removed" in each["message"] for each in used)

    more = documents.without(documents.shop(item={"size": {"type": "integer"}}), "paths", "/items", "post")
    local.write("docs/shop.json", documents.text(more))
    for command in (("check",), ("sync", "--accept", "breaking")):
        report = local.report(*command, status=1 if command == ("check",) else 0)
        states = {each["name"]: each["state"] for each in report["apis"][0]["subjects"]}
        assert states["approvals"] == "up to date", command
    assert git(local.root, "log", "-1", "--format=%s").strip().startswith("feat(shop)")


def test_an_approval_that_matches_nothing_of_a_change_fails_sync_and_check_alike(local: Workshop) -> None:
    approve(local, [{"fingerprint": "0" * 12}])
    local.commit()
    assert local.states("check", status=0)["approvals"] == "up to date"
    local.write("docs/shop.json", documents.MORE)
    states = {
        "check": local.states("check", status=1)["approvals"],
        "sync": local.states("sync", "--no-commit", status=1)["approvals"],
    }
    assert states == {"check": "unused", "sync": "unused"}


def test_an_approval_that_has_ended_is_an_error_also_where_nothing_changed(local: Workshop) -> None:
    local.write(APPROVALS, "[[change]]\nfingerprint = '0a1b2c3d4e5f'\nreason = 'agreed'\nuntil = 2020-01-31\n")
    for command in (("check",), ("check", "--offline")):
        (found,) = findings(local.report(*command, status=1), "approvals")
        assert (found["id"], found["level"]) == ("approval-ended", "error")
        assert found["revision"]["line"] == 1
