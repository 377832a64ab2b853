"""`test`, and what recordings say to `check` and `sync`: judged, replayed, covered, accepted, explained."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from nemogen.recordings.recording import Recording
from nemogen.report import Format, render
from tests.commands.talks import (
    OPERATION,
    PLACE,
    SETTINGS,
    answer_schema,
    files_of,
    findings,
    open_talks,
    samples,
    talk,
    text,
    why,
)
from tests.commands.workshop import Workshop
from tests.publish.repositories import git
from tests.recordings.samples import ANSWERED, CHUNKS, chat, stream

COSTLESS = {**ANSWERED, "usage": {"total": 3}}
"""An answer without a member that the document requires."""


@pytest.fixture(scope="module", name="synced_talks")
def _synced_talks(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    return open_talks(tmp_path_factory.mktemp("talks") / "project", samples()).pack()


@pytest.fixture
def talks(synced_talks: Workshop, tmp_path: Path) -> Workshop:
    """A project in step, with two recordings that hold."""
    return synced_talks.copy(tmp_path / "project", synced_talks.environment)


def record(talks: Workshop, *recordings: Recording) -> None:
    for path, content in files_of(recordings).items():
        talks.write(path, content)


def approve(talks: Workshop, **entry: str) -> None:
    rows = (f"{name} = {value if name == 'until' else json.dumps(value)}\n" for name, value in entry.items())
    talks.write("specs/talk/approvals.toml", f"[[recording]]\nreason = 'known'\n{''.join(rows)}")


def test_recordings_that_hold_are_judged_and_replayed(talks: Workshop) -> None:
    report = talks.report("test", status=0)
    assert why(report, "recordings") == "2 recordings"
    assert findings(report, "recordings") == []


def test_a_broken_recording_is_reported_with_the_lines_of_file_and_spec(talks: Workshop) -> None:
    record(talks, chat("costless", COSTLESS))
    (found,) = findings(talks.report("test", status=1), "recordings")
    assert found["id"] == "recording-missing"
    assert "usage.cost is missing" in found["message"]
    place = found["places"][0]
    line = (talks.root / PLACE / "costless.json").read_text().splitlines()[place["line"] - 1]
    assert '"usage"' in line
    pin = (talks.root / "specs/talk/openapi.json").read_text().splitlines()
    assert '"usage"' in pin[found["revision"]["line"] - 1]


def test_a_package_that_asks_elsewhere_is_reported_by_the_replay(talks: Workshop) -> None:
    for module in (talks.root / "generated/talk/src/talk/resources").glob("*.py"):
        module.write_text(module.read_text().replace('"/v1/chat"', '"/v1/chats"'))
    found = findings(talks.report("test", status=1), "recordings")
    assert {each["id"] for each in found} == {"replay-request"}
    assert {each["revision"]["file"] for each in found} == {f"{PLACE}/hello.json", f"{PLACE}/stream.json"}


def test_undeclared_members_pass_until_strict(talks: Workshop) -> None:
    record(talks, chat("more", {**ANSWERED, "surprise": 1}))
    assert [each["level"] for each in findings(talks.report("test", status=0), "recordings")] == ["note"]
    assert [each["level"] for each in findings(talks.report("test", "--strict", status=1), "recordings")] == ["error"]


def test_an_old_recording_is_a_finding_and_no_call(talks: Workshop) -> None:
    talks.write("specs/talk/api.toml", SETTINGS + "[check]\nmax_age_days = 30\n")
    today = datetime.now(UTC).date()
    record(talks, *(replace(each, recorded=today - timedelta(days=30)) for each in samples()))
    assert talks.states("test", status=0) == {"recordings": "ok"}
    record(talks, replace(chat(), recorded=today - timedelta(days=31)))
    report = talks.report("test", status=1)
    assert [each["id"] for each in findings(report, "recordings")] == ["recording-old"]
    assert report["apis"][0]["subjects"][0]["state"] == "old"


def test_coverage_is_a_table_and_data_and_has_a_limit(talks: Workshop) -> None:
    report = talks.report("test", "--coverage", status=0)
    coverage = report["apis"][0]["tables"]["coverage"]
    counts = {(row["operation"], row["kind"]): (row["shown"], row["all"]) for row in coverage["counts"]}
    assert counts["POST /v1/chat", "operation"] == (1, 1)
    assert counts["GET /v1/items/{itemId}", "operation"] == (0, 1)
    assert 0 < coverage["share"] < 1
    done, found = talks.run_for_report("test", "--coverage")
    assert f"{coverage['share']:.1%} of" in done.out
    assert "not shown: operation GET /v1/items/{itemId}" in done.out
    assert "not shown: operation" in render(found, Format.MARKDOWN)
    assert talks.states("test", "--min-coverage", str(coverage["share"] - 0.01), status=0) == {"recordings": "ok"}
    assert talks.states("test", "--min-coverage", "0.99", status=1) == {"recordings": "low coverage"}
    talks.write("specs/talk/api.toml", SETTINGS + "[check]\nmin_coverage = 0.99\n")
    assert talks.states("test", status=1) == {"recordings": "low coverage"}
    assert talks.run("test", "--min-coverage", "2").status == 2


def test_the_overlay_that_is_proposed_makes_the_spec_true(talks: Workshop) -> None:
    record(talks, chat("costless", {**COSTLESS, "surprise": 1}))
    done = talks.run("test", "--propose")
    assert done.status == 0, done
    overlay = yaml.safe_load(done.out)
    assert overlay["overlay"] == "1.1.0"
    assert all(each["description"] for each in overlay["actions"])
    assert "specs/talk/overlay.yaml" in done.out
    talks.write("specs/talk/overlay.yaml", done.out)
    assert talks.run("sync", "--no-commit").status == 0
    assert talks.states("test", "--strict", status=0) == {"recordings": "ok"}
    done = talks.run("test", "--propose")
    assert (done.status, done.out) == (0, "")
    assert "nothing to repair" in done.err


def test_an_accepted_deviation_does_not_fail_and_is_shown_as_accepted(talks: Workshop) -> None:
    record(talks, chat("costless", COSTLESS))
    (found,) = findings(talks.report("test", status=1), "recordings")
    for entry in ({"fingerprint": found["fingerprint"]}, {"id": found["id"], "place": found["key"]}):
        approve(talks, **entry)
        report = talks.report("test", status=0)
        (subject,) = report["apis"][0]["subjects"]
        assert subject["state"] == "ok"
        assert [each["fingerprint"] for each in subject["accepted"]] == [found["fingerprint"]]


def test_an_approval_that_nothing_needs_or_that_has_ended_fails_the_tests(talks: Workshop) -> None:
    approve(talks, id="recording-null", place="GET /nowhere")
    report = talks.report("test", status=1)
    assert report["apis"][0]["subjects"][0]["state"] == "unused"
    (found,) = findings(report, "recordings")
    assert (found["id"], found["revision"]["line"]) == ("approval-unused", 1)
    approve(talks, id="recording-null", place="GET /nowhere", until="2020-01-01")
    assert [each["id"] for each in findings(talks.report("test", status=1), "recordings")] == ["approval-ended"]
    talks.write("specs/talk/approvals.toml", "[[recording]]\nreason = 'x'\n")
    assert talks.run("test").status == 3


def test_a_check_does_not_take_the_lock_s_word_for_what_rests_on_an_approval(talks: Workshop) -> None:
    record(talks, chat("costless", COSTLESS))
    (found,) = findings(talks.report("test", status=1), "recordings")
    approve(talks, fingerprint=found["fingerprint"])
    assert talks.states("sync", "--no-commit", status=0)["recordings"] == "ok"
    assert talks.states("check", "--offline", status=0)["recordings"] == "ok"
    (talks.root / "specs/talk/approvals.toml").unlink()
    assert talks.states("check", "--offline", status=1)["recordings"] == "failed"


def corrected() -> dict[str, Any]:
    """A document that no longer requires what answers lack."""
    new = talk()
    del answer_schema(new)["properties"]["usage"]["required"]
    return new


def refusing() -> dict[str, Any]:
    """A document that requires what no answer has."""
    new = talk()
    schema = answer_schema(new)
    schema["properties"]["mood"] = {"type": "string"}
    schema["required"] = [*schema["required"], "mood"]
    return new


@pytest.fixture
def mistaken(talks: Workshop) -> Workshop:
    """A project whose spec is wrong on an answer, which is known and accepted."""
    record(talks, chat("costless", COSTLESS))
    approve(talks, id="recording-missing", place="POST /v1/chat")
    assert talks.run("sync", "--no-commit").status == 0
    talks.commit()
    return talks


def test_a_breaking_change_that_is_a_correction_of_the_spec_is_said_so(mistaken: Workshop) -> None:
    mistaken.write("docs/talk.json", text(corrected()))
    report = mistaken.report("check", status=1)
    assert "fixes what the recordings show to be wrong (1 found)" in why(report, "upstream")
    found = {each["level"]: each for each in findings(report, "upstream")}
    assert found.keys() == {"breaking", "risky", "note"}
    assert found["risky"]["key"].endswith("usage.cost")
    assert found["risky"]["message"].endswith(": a correction of the spec, 1 recording of the API had it so before")
    assert found["breaking"]["key"].endswith("usage.total")
    assert "fixing: response 200 application/json: usage.cost is missing" in found["note"]["message"]


def test_a_new_spec_that_refuses_what_the_api_answers_is_reported_by_check_and_by_sync(talks: Workshop) -> None:
    talks.write("docs/talk.json", text(refusing()))
    before = talks.tree()
    report = talks.report("check", status=1)
    (found,) = findings(report, "new spec")
    assert found["message"].startswith(
        "the new spec rejects what the API responds: response 200 application/json: mood"
    )
    assert found["places"][0]["line"]
    assert talks.states("check", status=1)["recordings"] == "ok"
    report = talks.report("sync", "--no-commit", status=1)
    messages = [each["message"] for each in findings(report, "recordings") if each["id"] == "recording-missing"]
    assert len(messages) == 1
    assert messages[0].startswith("the new spec rejects what the API responds: ")
    assert talks.tree() == before


def test_recordings_that_somebody_wrote_say_nothing_of_the_api(talks: Workshop) -> None:
    record(talks, *(replace(each, origin="written", recorded=None) for each in samples()))
    talks.write("docs/talk.json", text(refusing()))
    assert "new spec" not in talks.states("check", status=1)


def less() -> bytes:
    """A document with an operation less."""
    new = talk()
    del new["paths"]["/v1/items/{itemId}"]
    return text(new)


def of_changes(found: Iterable[Mapping[str, Any]]) -> str:
    """Approvals of these changes, by fingerprint."""
    rows = (f"[[change]]\nfingerprint = '{each['fingerprint']}'\nreason = 'agreed'\n" for each in found)
    return "".join(rows)


def breaking(report: Mapping[str, Any], *subjects: str) -> list[dict[str, Any]]:
    return [each for name in subjects for each in findings(report, name) if each["level"] == "breaking"]


def test_an_accepted_change_waits_for_its_time_and_passes_diff_and_check(talks: Workshop) -> None:
    talks.write("new.json", less())
    removed = breaking(talks.report("diff", "talk", "new.json", "--fail-on", "breaking", status=1), "wire", "source")
    talks.write("specs/talk/approvals.toml", of_changes(removed))
    assert {each["level"] for each in findings(talks.report("check", status=0), "approvals")} == {"note"}
    report = talks.report("diff", "talk", "new.json", "--fail-on", "breaking", status=0)
    accepted = [each for subject in report["apis"][0]["subjects"][:2] for each in subject["accepted"]]
    assert {each["fingerprint"] for each in accepted} == {each["fingerprint"] for each in removed}
    talks.write("docs/talk.json", less())
    states = talks.states("check", status=0)
    assert (states["upstream"], states["source"]) == ("up to date", "up to date")
    assert "approvals" not in states


def test_an_accepted_break_is_committed_without_another_permission(talks: Workshop) -> None:
    talks.write("docs/talk.json", less())
    talks.commit()
    held = talks.report("sync", status=1)
    assert "nothing was written" in why(held, "commit")
    talks.write("specs/talk/approvals.toml", of_changes(breaking(held, "upstream", "source")))
    talks.commit()
    head = talks.head()
    # api.toml goes on to name the operation that is gone: that is to be taken out, and does not stop the sync.
    states = talks.states("sync", status=1)
    assert states["settings"] == "unused"
    assert (states["source"], states["commit"]) == ("up to date", "done")
    assert "approvals" not in states
    assert talks.head() != head
    assert git(talks.root, "log", "-1", "--format=%s").startswith("feat(talk)!: ")
    # Callers of the package are broken all the same: the version says so.
    assert talks.version("talk") == "0.2.0"


def test_an_approval_that_matches_no_change_fails_where_there_was_one_to_match(talks: Workshop) -> None:
    unused = "[[change]]\nid = 'endpoint-added'\nplace = 'GET /v9'\nreason = 'x'\n"
    talks.write("mine.toml", unused)
    talks.write("new.json", less())
    assert talks.states("diff", "talk", "new.json", "--approvals", "mine.toml", status=1)["approvals"] == "unused"
    talks.write("specs/talk/approvals.toml", unused)
    assert talks.states("diff", "talk", "new.json", status=0)["approvals"] == "up to date"
    assert talks.states("check", status=0)["approvals"] == "up to date"
    talks.write("docs/talk.json", less())
    assert talks.states("check", status=1)["approvals"] == "unused"
    assert talks.states("sync", "--no-commit", status=1)["approvals"] == "unused"


def test_a_project_has_levels_of_its_own(talks: Workshop) -> None:
    talks.write("new.json", less())
    (found, *_) = findings(talks.report("diff", "talk", "new.json", status=0), "wire")
    talks.write("mine.toml", f'{found["id"]} = "additive"\n')
    levels = {each["id"]: each["level"] for each in findings(
        talks.report("diff", "talk", "new.json", "--severity", "mine.toml", status=0), "wire")}  # fmt: skip
    assert levels[found["id"]] == "additive"
    talks.write("specs/talk/severity.toml", f'{found["id"]} = "none"\n')
    assert found["id"] not in {
        each["id"] for each in findings(talks.report("diff", "talk", "new.json", status=0), "wire")
    }
    talks.write("docs/talk.json", less())
    assert found["id"] not in {each["id"] for each in findings(talks.report("check", status=1), "upstream")}
    talks.write("specs/talk/severity.toml", "no-such-rule = 'risky'\n")
    assert talks.run("check").status == 3


def test_of_a_project_without_recordings_the_tests_say_that_there_are_none(talks: Workshop) -> None:
    for path in (talks.root / PLACE).iterdir():
        path.unlink()
    report = talks.report("test", status=0)
    assert (report["apis"][0]["subjects"][0]["state"], why(report, "recordings")) == ("up to date", "there are none")
    assert talks.states("test", "--min-coverage", "0.1", status=1) == {"recordings": "low coverage"}


def test_a_stream_that_breaks_the_spec_in_one_event_is_reported_at_that_event(talks: Workshop) -> None:
    odd = {"id": "a1", "delta": {"role": "assistant", "text": None}, "finish": "stop"}
    record(talks, replace(stream("odd", (*CHUNKS, odd)), recorded=date(2026, 1, 2)))
    found = [each for each in findings(talks.report("test", status=1), "recordings") if each["id"] == "recording-null"]
    line = (talks.root / PLACE / "odd.json").read_text().splitlines()[found[0]["places"][0]["line"] - 1]
    assert "null" in line
    assert found[0]["operation"] == "POST /v1/chat"
    assert OPERATION in found[0]["places"][0]["file"]
