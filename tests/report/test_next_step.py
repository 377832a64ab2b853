"""The last line of a command: what to do next, with the names and fingerprints that it takes."""

from __future__ import annotations

from dataclasses import replace

from nemogen.findings import Finding, Level
from nemogen.report import ApiReport, Report, State, Subject
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
