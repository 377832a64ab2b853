"""`diff` as a user calls it: what may be compared, how it ends, and what it prints where."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.commands import documents
from tests.commands.upstream import Upstream
from tests.commands.workshop import IN_A_FILE, REPOSITORY, SPEC_PATH, Workshop
from tests.publish.repositories import git


@pytest.fixture
def two(local: Workshop) -> Workshop:
    """A project with the files first.json and less.json beside."""
    local.write("first.json", documents.FIRST)
    local.write("less.json", documents.LESS)
    return local


def found(document: dict[str, Any]) -> set[str]:
    return {finding["id"] for api in document["apis"] for each in api["subjects"] for finding in each["findings"]}


def test_files_an_api_a_commit_and_an_address_can_be_compared(two: Workshop, upstream: Upstream) -> None:
    two.write("docs/shop.json", documents.LESS)
    two.commit()
    address = f"{upstream.raw.url}/{REPOSITORY}/main/{SPEC_PATH}"
    same = ("first.json", "shop", "HEAD~1:docs/shop.json", address, str(two.root / "first.json"))
    for base in same:
        document = two.report("diff", base, "HEAD:docs/shop.json", status=0)
        assert any("removed" in id_ for id_ in found(document)), base
        assert two.states("diff", base, "first.json", status=0) == {"wire": "up to date"}


def test_a_finding_has_the_names_and_lines_of_both_documents(two: Workshop) -> None:
    document = two.report("diff", "first.json", "less.json", status=0)
    (finding,) = [each for each in document["apis"][0]["subjects"][0]["findings"] if each["level"] == "breaking"]
    assert finding["base"]["file"] == "first.json"
    line = finding["base"]["line"]
    assert '"post"' in documents.FIRST.decode().splitlines()[line - 1]


def test_one_path_at_two_commits_has_two_names(two: Workshop) -> None:
    two.write("docs/shop.json", documents.LESS)
    two.commit()
    document = two.report("diff", "HEAD~1:docs/shop.json", "docs/shop.json", status=0)
    (finding,) = [each for each in document["apis"][0]["subjects"][0]["findings"] if each["level"] == "breaking"]
    assert finding["base"]["file"] == "HEAD~1:docs/shop.json"


@pytest.mark.parametrize(
    ("content", "any_", "risky", "breaking"),
    [
        (documents.FIRST, 0, 0, 0),
        (documents.UNREACHABLE, 1, 0, 0),
        (documents.DOCS, 1, 0, 0),
        (documents.MORE, 1, 0, 0),
        (documents.RISKY, 1, 1, 0),
        (documents.LESS, 1, 1, 1),
    ],
    ids=["same", "unreachable", "docs", "additive", "risky", "breaking"],
)
def test_fail_on_sets_from_which_level_on_it_fails(
    two: Workshop, content: bytes, any_: int, risky: int, breaking: int
) -> None:
    two.write("new.json", content)
    assert two.run("diff", "first.json", "new.json").status == 0
    for level, status in (("any", any_), ("risky", risky), ("breaking", breaking)):
        assert two.run("diff", "first.json", "new.json", "--fail-on", level).status == status, level


@pytest.mark.parametrize(
    "given",
    ["nothing.json", "HEAD:nothing.json", "nothing:docs/shop.json", "a" * 5000, "nul\x1b", "docs", "-x", "shop:"],
)
def test_what_is_no_document_is_said_and_never_a_bug(two: Workshop, given: str) -> None:
    done = two.run("diff", "--", given, "first.json")
    assert done.status in {3, 4}, done
    assert done.out == ""
    assert "\x1b" not in done.err
    assert "bug of nemogen" not in done.err


def test_a_document_that_cannot_be_parsed_is_at_fault_with_its_line(two: Workshop) -> None:
    two.write("broken.json", '{\n  "openapi": "3.0.3",\n  "info" {}\n}\n')
    done = two.run("diff", "first.json", "broken.json")
    assert done.status == 3
    assert done.err.startswith("error: broken.json:3:10")


def test_a_revision_that_is_not_openapi_is_at_fault_and_has_no_version(two: Workshop) -> None:
    two.write("list.json", documents.NO_SPEC)
    report = two.report("diff", "first.json", "list.json", status=3)
    assert found(report) == {"document-not-openapi"}
    (api,) = report["apis"]
    assert (api["verdict"], api["level"], api["tables"]) == ("at fault", "error", {})


def test_what_was_removed_is_shown_where_the_base_has_it(two: Workshop) -> None:
    lines = two.run("diff", "first.json", "less.json").out.splitlines()
    removed = [at for line, at in pairwise(lines) if "-removed" in line.split("[")[-1]]
    assert removed
    assert all(at.strip().startswith("first.json:") for at in removed)


def test_an_address_is_shown_without_what_may_be_secret_in_it(two: Workshop, upstream: Upstream) -> None:
    upstream.push(documents.LESS)
    address = f"{upstream.raw.url}/{REPOSITORY}/main/{SPEC_PATH}?token=hush"
    done = two.run("diff", "first.json", address, "--verbose")
    assert done.status == 0, done
    assert "hush" not in done.out + done.err


def test_json_keeps_to_its_schema(two: Workshop) -> None:
    assert two.report("diff", "first.json", "less.json", "--fail-on", "breaking", status=1)["fail_on"] == "breaking"


def test_sarif_has_the_rule_and_the_place_of_each_result(two: Workshop) -> None:
    done = two.run("diff", "first.json", "less.json", "--format", "sarif")
    assert done.status == 0
    log = json.loads(done.out)
    (run,) = log["runs"]
    rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert log["version"] == "2.1.0"
    assert run["results"]
    assert {result["ruleId"] for result in run["results"]} <= rules
    places = [place["physicalLocation"] for result in run["results"] for place in result["locations"]]
    assert {place["artifactLocation"]["uri"] for place in places} <= {"first.json", "less.json"}


def test_junit_is_well_formed_and_fails_what_fails(two: Workshop) -> None:
    done = two.run("diff", "first.json", "less.json", "--format", "junit", "--fail-on", "breaking")
    assert done.status == 1
    root = ElementTree.fromstring(done.out)
    assert root.tag == "testsuites"
    assert root.findall(".//failure")


def test_annotations_and_markdown_name_the_operation(two: Workshop) -> None:
    done = two.run("diff", "first.json", "less.json", "--format", "github")
    assert done.out.startswith("::error title=")
    assert all(line.startswith("::") for line in done.out.splitlines())
    assert "POST /items" in two.run("diff", "first.json", "less.json", "--format", "markdown").out


@pytest.mark.parametrize("form", ["text", "json", "markdown", "github", "sarif", "junit"])
def test_what_could_steer_a_terminal_in_a_spec_never_reaches_it(two: Workshop, form: str) -> None:
    hostile = "\x1b]0;owned\x07\x1b[31m\u202e\u2028\n::error::x"
    other = documents.shop(title=hostile, summary=hostile, item={hostile: {"type": "string"}})
    two.write("hostile.json", json.dumps(other))
    done = two.run("diff", "first.json", "hostile.json", "--verbose", "--format", form)
    assert done.status == 0, done
    assert not set(done.out + done.err) & set("\x1b\x07\u202e\u2028")
    if form in {"text", "github"}:
        assert not any(line.startswith("::error::") for line in done.out.splitlines())


def test_json_holds_a_name_as_the_spec_has_it(two: Workshop) -> None:
    two.write("more.json", documents.text(documents.shop(item={"größe\x1b": {"type": "string"}})))
    document = two.report("diff", "first.json", "more.json", status=0)
    findings = [finding for each in document["apis"][0]["subjects"] for finding in each["findings"]]
    assert any("/größe\x1b" in (finding["revision"] or {}).get("pointer", "") for finding in findings)


def version(report: dict[str, Any]) -> dict[str, Any]:
    table: dict[str, Any] = report["apis"][0]["tables"]["version"]
    return table


def test_the_next_version_of_a_client_is_reported_from_its_plan_and_from_its_code_alike(two: Workshop) -> None:
    document = documents.shop()
    document["components"]["schemas"]["Item"]["x-nemogen-name"] = "Ware"
    two.write("renamed.json", documents.text(document))
    report = two.report("diff", "shop", "renamed.json", "--no-source", status=0)
    assert version(report) == {"level": "docs", "final": False}
    for options in ((), ("--source",)):
        report = two.report("diff", "shop", "renamed.json", *options, "--fail-on", "risky", status=1)
        assert version(report) == {"level": "risky", "final": True}
        wire, source = report["apis"][0]["subjects"]
        assert (wire["state"], source["state"]) == ("up to date", "risky")
        reported = "`Item` was renamed to `Ware`; the old name is deprecated"
        assert reported in {each["message"] for each in source["findings"]}
    text = two.run("diff", "shop", "renamed.json").out
    assert "next version of a client: minor (below 1.0.0: patch)" in text


def python_changes(report: dict[str, Any]) -> set[tuple[str, str, str]]:
    (source,) = [each for each in report["apis"][0]["subjects"] if each["name"] == "source"]
    return {(each["id"], each["level"], each["key"]) for each in source["findings"]}


def test_a_pair_has_one_verdict_in_diff_and_in_sync(two: Workshop) -> None:
    compared = two.report("diff", "shop", "less.json", status=0)
    two.write("docs/shop.json", documents.LESS)
    synced = two.report("sync", "--no-commit", "--no-test", "--accept", "breaking", status=0)
    assert python_changes(compared)
    assert python_changes(compared) == python_changes(synced)


def test_what_changes_for_callers_is_located_in_the_two_specs(two: Workshop) -> None:
    report = two.report("diff", "shop", "less.json", status=0)
    (source,) = [each for each in report["apis"][0]["subjects"] if each["name"] == "source"]
    (removed,) = [each for each in source["findings"] if each["id"] == "python-method-removed"]
    assert removed["base"]["pointer"] == "/paths/~1items/post"
    assert removed["base"]["line"]


def test_the_python_side_is_not_examined_where_another_engine_writes_it(two: Workshop) -> None:
    two.write("specs/shop/api.toml", f"{IN_A_FILE}\n[client]\nengine = 'openapi-python-client'\n")
    report = two.report("diff", "shop", "less.json", status=0)
    (source,) = [each for each in report["apis"][0]["subjects"] if each["name"] == "source"]
    assert source["state"] == "skipped"
    assert source["why"] == "Python side: not examined: openapi-python-client writes this package"
    assert version(report)["final"] is False


def test_the_source_is_compared_without_a_project_too(tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    for name, content in (("first.json", documents.FIRST), ("docs.json", documents.DOCS)):
        (folder / name).write_bytes(content)
    report = Workshop(folder, {}).report("diff", "first.json", "docs.json", "--source", status=0)
    assert [each["state"] for each in report["apis"][0]["subjects"]] == ["docs only", "up to date"]
    assert version(report) == {"level": "docs", "final": True}
    assert {path.name for path in folder.iterdir()} == {"first.json", "docs.json"}


def test_a_document_that_no_client_can_be_made_of_is_compared_on_the_wire_alone(two: Workshop) -> None:
    two.write("broken.json", documents.text({**documents.shop(), "paths": {}}))
    report = two.report("diff", "first.json", "broken.json", "--source", status=3)
    wire, source = report["apis"][0]["subjects"]
    assert wire["state"] == "breaking"
    assert source["state"] == "at fault"
    assert version(report)["final"] is False


def test_a_diff_needs_no_project_around(tmp_path: Path, two: Workshop) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    for name in ("first.json", "less.json"):
        (folder / name).write_bytes((two.root / name).read_bytes())
    elsewhere = Workshop(folder, {})
    assert elsewhere.run("diff", "first.json", "less.json", "--fail-on", "any").status == 1
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "one")
    assert elsewhere.run("diff", "HEAD:first.json", "HEAD:less.json", "--fail-on", "any").status == 1


def test_of_equal_bytes_nothing_is_read_further(two: Workshop) -> None:
    for name in ("one.json", "other.json"):
        two.write(name, "no document at all")
    assert two.states("diff", "one.json", "other.json", status=0) == {"wire": "up to date"}


def test_what_no_client_can_be_made_of_is_reported_of_its_own_document(two: Workshop) -> None:
    for name in ("X", "Y"):
        two.write(f"{name}.json", documents.text({**documents.shop(title=name), "paths": {}}))
    found = two.report("diff", "X.json", "Y.json", "--source", status=3)["apis"][0]["subjects"][1]["findings"]
    assert [each["revision"]["file"] for each in found] == ["X.json"]


def test_only_the_operations_that_are_asked_for_are_shown(two: Workshop) -> None:
    other = documents.without(documents.shop(limit={"type": "string"}), "paths", "/items", "post")
    two.write("other.json", documents.text(other))
    every = {"GET /items", "POST /items"}
    asked = {"GET /items": {"GET /items"}, "/it*": every, "POST *": {"POST /items"}, "/x": set[str]()}
    for pattern, operations in asked.items():
        report = two.report("diff", "first.json", "other.json", "--operation", pattern, status=0)
        wire, python = report["apis"][0]["subjects"]
        assert {each["operation"] for each in wire["findings"]} == operations, pattern
        assert (python["state"], python["why"]) == ("skipped", "Python side: not shown with --operation")
    shown = two.run("diff", "first.json", "other.json", "--operation", "/x", "--no-source").out
    assert "next version of a client with the changes of all operations: at least major" in shown


def test_a_page_is_one_file(two: Workshop) -> None:
    done = two.run("diff", "first.json", "less.json", "--format", "html")
    assert done.status == 0
    assert done.out.startswith("<!doctype html>")
    assert "POST /items" in done.out
