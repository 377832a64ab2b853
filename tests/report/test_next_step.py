"""The last line of a command: what to do next, with the names and fingerprints that it takes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nemogen.findings import Finding, Level
from nemogen.report import ApiReport, Report, State, Subject
from nemogen.report.model import Table
from nemogen.report.next_step import next_step


def breaking(key: str) -> Finding:
    return Finding(id="operation-removed", level=Level.BREAKING, message="an operation was removed", key=key)


def refused(name: str, *findings: Finding) -> ApiReport:
    return ApiReport(name, (Subject("upstream", State.BREAKING, "", findings), Subject("commit", State.OUTDATED)))


def test_a_breaking_change_is_approved_by_its_fingerprint() -> None:
    one, other = breaking("a"), breaking("b")
    expected = f"nemogen sync shop --accept breaking, or nemogen approve {one.fingerprint} --reason TEXT"
    for command in ("sync", "check"):
        assert next_step(Report(command, (refused("shop", one),))) == expected
    both = next_step(Report("sync", (refused("shop", one, other),)))
    assert f"nemogen approve {one.fingerprint} {other.fingerprint} --reason" in both
    many = next_step(Report("sync", (refused("shop", *map(breaking, "abcd")),)))
    assert "nemogen approve FINGERPRINT (see --verbose) --reason TEXT" in many


def test_it_names_every_api_that_is_meant_and_none_where_they_are_many() -> None:
    def outdated(*names: str) -> str:
        apis = tuple(ApiReport(name, (Subject("generated", State.OUTDATED),)) for name in names)
        return next_step(Report("check", (*apis, ApiReport("fine", (Subject("generated", State.UP_TO_DATE),)))))

    assert outdated("shop") == "nemogen generate shop"
    assert outdated("shop", "zoo") == "nemogen generate shop zoo"
    assert outdated("a", "b", "c", "d") == "nemogen generate"
    assert outdated() == ""


def test_failed_recordings_come_before_a_package_that_is_outdated_by_them() -> None:
    subjects = (Subject("generated", State.OUTDATED), Subject("recordings", State.FAILED))
    assert next_step(Report("check", (ApiReport("shop", subjects),))) == "nemogen test shop --verbose"


def test_what_a_part_leaves_out_leaves_no_gap() -> None:
    apis = tuple(refused(name, breaking("a")) for name in "abcd")
    assert next_step(Report("sync", apis)).startswith("nemogen sync --accept breaking, or ")
    added = ApiReport("shop", (Subject("generated", State.DONE),))
    assert next_step(Report("add", (added,))) == "git add .gitattributes specs generated, then git commit"


def test_a_diff_names_the_rule_that_it_shows() -> None:
    found = ApiReport("", (Subject("wire", State.BREAKING, "", (breaking("a"),)),))
    assert next_step(Report("diff", (found,))).startswith("nemogen explain operation-removed says what to do; ")


def test_a_diff_that_shows_whose_code_is_hit_does_not_say_how_to_see_it() -> None:
    marked = replace(breaking("a"), used_by=())
    found = ApiReport("", (Subject("wire", State.BREAKING, "", (marked,)),))
    assert next_step(Report("diff", (found,))) == "nemogen explain operation-removed says what to do"


def test_a_source_that_is_removed_comes_before_a_package_that_its_settings_outdate() -> None:
    removed = ApiReport("shop", (Subject("upstream", State.REMOVED), Subject("generated", State.OUTDATED)))
    for command in ("check", "sync"):
        assert next_step(Report(command, (removed,))) == "correct [source] in api.toml, then nemogen sync shop"


def test_edits_by_hand_and_a_changed_pin_have_a_next_step() -> None:
    for command in ("check", "status"):
        edited = ApiReport("shop", (Subject("generated", State.MODIFIED),))
        assert next_step(Report(command, (edited,))).startswith(
            "nemogen explain file-edited says where an edit belongs"
        )
        tampered = ApiReport("shop", (Subject("lock", State.TAMPERED),))
        assert next_step(Report(command, (tampered,))) == "nemogen explain pin-tampered says what to do"


@pytest.mark.parametrize(
    ("command", "subject", "states", "step"),
    [
        ("init", "project", "done", "nemogen add NAME SOURCE"),
        ("init", "workflows", "done", "git add --all, then git commit and git push"),
        ("status", "apis", "done", "nemogen add NAME SOURCE"),
        ("add", "git", "skipped", "git init, then git add .gitattributes specs generated, then git commit"),
        ("generate", "generated", "done", "git add specs generated, then git commit"),
        ("sync", "recordings", "failed", "nemogen test shop --verbose"),
        ("record", "recordings", "done", "nemogen sync --offline shop"),
        ("record", "recordings", "skipped", ""),
        ("release", "release", "outdated", "nemogen check --offline shop"),
        ("release", "distribution", "done", "nemogen release shop --tag --push"),
        ("remove", "files", "done", "git add --all specs generated tests, then git commit"),
        ("approve", "breaking", "skipped", "nemogen check --verbose shop"),
        ("approve", "approvals", "done", "nemogen sync shop"),
        ("fetch", "upstream", "additive risky breaking docs_only unreachable done", "nemogen sync shop"),
        ("check", "upstream", "additive risky docs_only unreachable", "nemogen sync shop"),
        ("check", "source", "additive risky docs_only unreachable", "nemogen sync shop"),
        ("check", "upstream", "removed moved", "correct [source] in api.toml, then nemogen sync shop"),
        ("check", "lock", "missing", "nemogen sync shop"),
        ("status", "lock", "missing", "nemogen sync shop"),
        ("check", "lock", "outdated", "nemogen sync --offline shop"),
        ("status", "lock", "outdated", "nemogen sync --offline shop"),
        ("status", "recordings", "failed", "nemogen test shop --verbose"),
        ("check", "engines", "outdated missing", "nemogen generate shop"),
        ("status", "generated", "outdated missing", "nemogen generate shop"),
        ("generate", "generated", "up_to_date", ""),
        ("sync", "lock", "outdated", ""),
        ("diff", "wire", "additive", ""),
    ],
)
def test_each_command_says_how_to_go_on(command: str, subject: str, states: str, step: str) -> None:
    for state in states.split():
        report = Report(command, (ApiReport("shop", (Subject(subject, State[state.upper()]),)),))
        assert next_step(report) == step, state


def test_a_release_uploads_its_own_distributions() -> None:
    table = Table("release", "", {"folder": "dist/a b", "files": [{"name": "shop-1.whl"}, {"name": "shop-1.tar.gz"}]})
    pushed = (Subject("distribution", State.DONE), Subject("push", State.DONE))
    found = next_step(Report("release", (ApiReport("shop", pushed, tables=(table,)),)))
    assert found == "twine upload 'dist/a b/shop-1.whl' 'dist/a b/shop-1.tar.gz'"
