"""The commands about a project, as a person meets them; what a terminal gets that a pipe does not."""

# ruff: noqa: F811 - the fixtures are those of the tests of commands

from __future__ import annotations

import json
import os
import pty
import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import click
import pytest

from nemogen.cli.groups import EXAMPLES, SECTIONS, summary_of
from nemogen.cli.main import main
from nemogen.cli.options import FORMATS
from nemogen.commands.explain import error_kinds, explain
from tests.cli.test_main import on_a_terminal
from tests.commands import documents
from tests.commands.conftest import _synced_from_file, home, local  # noqa: F401
from tests.commands.workshop import COMMAND, Workshop, open_workshop
from tests.publish.repositories import git


@pytest.fixture(name="empty")
def _empty(tmp_path: Path) -> Workshop:
    return open_workshop(tmp_path / "project", {"readme.txt": "mine\n"}, {})


def test_a_project_from_an_empty_folder_to_a_package_by_the_next_lines_alone(empty: Workshop) -> None:
    done = empty.run("init")
    assert done.status == 0, done
    assert done.out.splitlines()[-1] == "next: nemogen add NAME SOURCE"
    assert (empty.root / ".gitattributes").is_file()
    assert empty.run().out.splitlines()[-1] == "next: nemogen add NAME SOURCE"
    empty.write("docs/shop.json", documents.FIRST)
    added = empty.run("add", "shop", "docs/shop.json")
    assert added.status == 0, added
    assert added.out.splitlines()[-1] == "next: git add .gitattributes specs generated docs/shop.json, then git commit"
    empty.commit()
    status = empty.run()
    assert status.status == 0, status
    assert "version 0.1.0, pinned today" in status.out
    assert "next:" not in status.out
    again = empty.run("init")
    assert (again.status, empty.run("check", "--offline").status) == (3, 0)
    assert "nemogen add NAME SOURCE" in again.err


def test_list_names_version_and_source(local: Workshop) -> None:
    assert local.run("list").out == "shop  0.1.0     docs/shop.json\n"
    assert json.loads(local.run("list", "--format", "json").out) == [
        {"name": "shop", "version": "0.1.0", "source": "docs/shop.json"}
    ]


def test_remove_deletes_what_git_can_restore_and_nothing_else(local: Workshop) -> None:
    before = local.tree()
    local.write("specs/shop/mine.txt", "not committed")
    done = local.run("remove", "shop")
    assert done.status == 3, done
    assert "specs/shop/mine.txt: the file has uncommitted changes" in done.err
    assert {**local.tree()} == {**before, "specs/shop/mine.txt": b"not committed"}
    (local.root / "specs/shop/mine.txt").unlink()
    assert local.run("remove", "shop").status == 0
    left = local.tree()
    assert not [path for path in left if path.startswith(("specs/shop", "generated/shop"))]
    assert left["docs/shop.json"] == before["docs/shop.json"]


def fingerprints(local: Workshop) -> list[str]:
    report = local.report("check", status=1)
    found = [each for subject in report["apis"][0]["subjects"] for each in subject["findings"]]
    return [each["fingerprint"] for each in found if each["level"] == "breaking"]


def test_approve_keeps_the_file_and_lets_the_sync_through(local: Workshop) -> None:
    local.write("docs/shop.json", documents.LESS)
    mine = "# mine, and kept\n\n[[recording]] # also kept\nfingerprint = '000000000000'\nreason = 'x'"
    local.write("specs/shop/approvals.toml", mine)
    local.commit()
    refused = local.run("sync")
    assert refused.status == 1, refused
    assert refused.out.splitlines()[-1].startswith("next: nemogen sync shop --accept breaking, or nemogen approve")
    wanted = fingerprints(local)
    assert wanted
    done = local.run("approve", *wanted, "--reason", 'Nobody "sells" any more.', "--until", "2099-01-31")
    assert done.status == 0, done
    assert done.out.splitlines()[-1] == "next: nemogen sync shop"
    text = (local.root / "specs/shop/approvals.toml").read_text(encoding="utf-8")
    assert text.startswith(mine)
    entries = tomllib.loads(text)["change"]
    assert [each["fingerprint"] for each in entries] == wanted
    assert {each["reason"] for each in entries} == {'Nobody "sells" any more.'}
    assert not fingerprints_open(local)


def test_approve_says_what_is_not_accepted_yet(local: Workshop) -> None:
    local.write("docs/shop.json", documents.LESS)
    local.commit()
    first, *others = fingerprints_open(local)
    done = local.run("approve", first, "--reason", "x")
    assert f"{len(others)} not accepted yet" in done.out
    assert done.out.splitlines()[-1] == "next: nemogen check --verbose shop"
    assert done.status == 0, done
    assert local.run("approve", *others, "--reason", "x").out.splitlines()[-1] == "next: nemogen sync shop"


def fingerprints_open(local: Workshop) -> list[str]:
    document = json.loads(local.run("check", "--format", "json").out)
    found = [each for subject in document["apis"][0]["subjects"] for each in subject["findings"]]
    return [each["fingerprint"] for each in found if each["level"] == "breaking"]


def test_approve_refuses_what_nothing_has_and_writes_nothing(local: Workshop) -> None:
    before = local.tree()
    done = local.run("approve", "0a1b2c3d4e5f", "--reason", "x")
    assert done.status == 3, done
    assert "no open finding has the fingerprint 0a1b2c3d4e5f" in done.err
    assert local.run("approve", "0a1b2c3d4e5f").status == 2, "a reason is required"
    assert local.tree() == before


def test_a_refused_sync_names_lines_of_upstream_s_document(local: Workshop) -> None:
    local.write("docs/shop.json", documents.LESS)
    local.commit()
    report = local.report("sync", status=1)
    subjects = {each["name"]: each for each in report["apis"][0]["subjects"]}
    assert subjects["commit"]["state"] == "outdated"
    for subject in subjects.values():
        for finding in subject["findings"]:
            where = finding["revision"]
            if where and where["line"]:
                assert where["file"] == "docs/shop.json"


def test_every_error_is_explained_with_its_exit_status() -> None:
    kinds = list(error_kinds())
    ids = [each.error_id() for each in kinds]
    assert len(set(ids)) == len(ids)
    for kind in kinds:
        text = explain(kind.error_id())
        assert text.endswith(f"Exit status: {kind.exit_code}\n")
        assert "What to do: " in text


def test_an_error_names_its_id_and_explain_knows_it(local: Workshop) -> None:
    done = local.run("check", "shopp")
    assert done.err == "error: specs: no API 'shopp' [config-error]\n  help: Did you mean shop?\n"
    (found,) = re.findall(r"\[([a-z-]+)\]", done.err)
    assert local.run("explain", found).status == 0
    wrong = local.run("explain", "config-eror")
    assert (wrong.status, "Did you mean config-error?" in wrong.err) == (3, True)


def test_the_ids_of_a_report_s_findings_are_explained(local: Workshop) -> None:
    local.write("generated/shop/README.md", "mine\n")
    local.write("specs/shop/overlay.yaml", "overlay: 3\n")
    found = set(re.findall(r"\[([a-z-]+)\]", local.run("check", "--offline").out))
    assert found == {"file-edited", "input-changed", "overlay-error"}
    for each in found:
        assert explain(each).startswith(f"{each}: ")
    for each in ("security-not-asked-for", "pagination-recognized", "class-shared", "approval-unused"):
        assert explain(each).startswith(f"{each}: ")


@pytest.mark.parametrize("form", [each for each in FORMATS if each != "text"])
def test_a_fault_before_any_api_is_read_is_a_report_too(local: Workshop, form: str) -> None:
    done = local.run("check", "shopp", "--format", form)
    assert done.status == 3
    assert "no API" in done.out
    if form == "json":
        report = local.report("check", "shopp", status=3)
        assert report["apis"][0]["subjects"][0]["state"] == "at fault"
    if form == "sarif":
        (run,) = json.loads(done.out)["runs"]
        assert run["invocations"][0]["exitCode"] == 3
        assert {each["level"] for each in run["results"]} == {"error"}
    if form == "junit":
        assert ElementTree.fromstring(done.out).findall(".//testcase/error")


def test_doctor_says_what_is_there_and_shows_no_secret(local: Workshop) -> None:
    done = local.run("doctor", GITHUB_TOKEN="ghp_secret0123456789")
    assert done.status == 0, done
    assert "GITHUB_TOKEN is set, GITLAB_TOKEN is not set" in done.out
    assert "ghp_secret" not in done.out + done.err
    assert "2 operations" in done.out
    path = local.root / "specs/shop/api.toml"
    path.write_text(path.read_text(encoding="utf-8") + '[operations."GET /item"]\nname = "a.b"\n', encoding="utf-8")
    assert local.run("doctor").status == 3


def test_doctor_works_before_there_is_a_project(tmp_path: Path) -> None:
    done = open_workshop(tmp_path / "project", {"readme.txt": "mine\n"}, {}).run("doctor")
    assert done.status == 0, done
    assert "no specs/ here: nemogen init starts a project" in done.out


def test_doctor_works_before_there_is_a_repository(tmp_path: Path) -> None:
    done = subprocess.run(
        [COMMAND, "doctor"], cwd=tmp_path, capture_output=True, text=True, check=False, env={**os.environ, **NO_GIT}
    )
    assert done.returncode == 0, done
    assert "git            skipped: not a git work tree" in done.stdout
    assert "APIs: " not in done.stdout


NO_GIT = {"GIT_CEILING_DIRECTORIES": "/"}


@pytest.mark.parametrize(
    ("url", "variables", "said"),
    [
        ("", {}, "not possible: remote origin not found"),
        ("https://github.com/ann/shop.git", {}, "not possible: "),
        ("https://github.com/ann/shop.git", {"GITHUB_TOKEN": "ghp_0"}, "possible: origin takes a pull request"),
        ("git@gitlab.com:ann/shop.git", {"GITLAB_TOKEN": "glpat-0"}, "possible: origin takes a merge request"),
        ("https://forge.example/ann/shop.git", {"GITHUB_TOKEN": "ghp_0"}, "not possible: this remote is not on"),
    ],
)
def test_doctor_says_whether_pull_requests_can_be_opened(
    local: Workshop, url: str, variables: dict[str, str], said: str
) -> None:
    if url:
        git(local.root, "remote", "add", "origin", url)
    done = local.run("doctor", "--format", "json", **variables)
    assert done.status == 0, done
    subjects = {each["name"]: each["why"] for each in json.loads(done.out)["apis"][0]["subjects"]}
    assert subjects["pull requests"].startswith(said)


def test_help_has_every_command_in_a_section_with_its_whole_summary() -> None:
    assert {name for names in SECTIONS.values() for name in names} >= set(main.commands)
    context = click.Context(main, info_name="nemogen", terminal_width=80)
    shown = " ".join(main.get_help(context).split())
    for name, command in main.commands.items():
        assert " ".join(summary_of(command).split()) in shown, name
        assert name in EXAMPLES
    assert "..." not in main.get_help(context).replace("ARGS]...", "").replace("[API]...", "")


def test_every_example_is_understood() -> None:
    for name, example in EXAMPLES.items():
        words = example.split(" ", 2)
        assert words[0] == "nemogen"
        command = main.commands[words[1]]
        if not isinstance(command, click.Group):
            assert name == words[1]


def test_the_shell_completes_apis_operations_and_ids(local: Workshop) -> None:
    def completions(words: str) -> list[str]:
        number = len(words.split(" ")) - 1
        done = subprocess.run(
            [COMMAND],
            cwd=local.root,
            env={**os.environ, "_NEMOGEN_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(number)},
            capture_output=True,
            text=True,
            check=False,
        )
        return [line.partition(",")[2] for line in done.stdout.splitlines()]

    assert completions("nemogen sync sh") == ["shop"]
    assert completions("nemogen explain merge") == ["merge-conflict"]
    assert completions("nemogen record take shop items.") == ["items.create", "items.list"]


def test_force_color_colours_a_pipe_and_no_color_wins(local: Workshop) -> None:
    assert "\x1b[" in local.run("check", "--offline", FORCE_COLOR="1").out
    assert "\x1b[" not in local.run("check", "--offline", FORCE_COLOR="1", NO_COLOR="1").out


def test_breaking_is_red_with_a_mark_also_where_a_sync_accepts_it(local: Workshop) -> None:
    local.write("docs/shop.json", documents.LESS)
    local.commit()
    done = local.run("sync", "--accept", "breaking", FORCE_COLOR="1")
    assert done.status == 0, done
    assert "\x1b[31m✗ breaking\x1b[0m" in done.out


def test_a_terminal_gets_wrapped_lines_and_a_pipe_whole_ones(local: Workshop) -> None:
    local.write("docs/shop.json", documents.LESS)
    shown = on_a_terminal(local, "check", "--no-color", COLUMNS="50")
    assert max(map(len, shown.splitlines())) <= 60, "only a word may be longer than the line"
    piped = local.run("check").out
    assert max(map(len, piped.splitlines())) > 60
    assert " ".join(shown.split()) == " ".join(piped.split())


def test_a_terminal_gets_a_live_line_and_a_pipe_none(local: Workshop) -> None:
    controller, terminal = pty.openpty()
    with subprocess.Popen(
        [COMMAND, "sync", "--offline", "--no-commit", "--no-cache"],
        cwd=local.root,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=terminal,
    ) as process:
        os.close(terminal)
        shown = b""
        try:
            while piece := os.read(controller, 65536):
                shown += piece
        except OSError:
            pass
        process.wait(60)
    os.close(controller)
    assert process.returncode == 0
    assert "\r\x1b[Kshop: generating" in shown.decode()
    assert "\x1b" not in local.run("sync", "--offline", "--no-commit").err


def test_the_exit_status_of_several_apis_is_the_first_of_70_4_3_1_0(local: Workshop) -> None:
    def add_api(name: str, source: str) -> None:
        shutil.copytree(local.root / "specs/shop", local.root / f"specs/{name}")
        shutil.copytree(local.root / "generated/shop", local.root / f"generated/{name}")
        local.write(f"specs/{name}/api.toml", source)

    assert local.run("check").status == 0
    add_api("outdated", '[source]\nfile = "docs/shop.json"\n[package]\ndescription = "Another."\n')
    assert local.run("check").status == 1
    add_api("wrong", "[sauce]\n")
    assert local.run("check").status == 3
    add_api("nowhere", '[source]\nurl = "http://127.0.0.1:1/openapi.json"\n')
    assert local.run("check").status == 4


def test_workflows_for_a_project_that_is_there_are_to_be_committed(local: Workshop) -> None:
    first, again = local.run("init", "--ci", "gitlab"), local.run("init", "--ci", "gitlab")
    assert (first.status, again.status) == (0, 0)
    assert "next: git add --all, then git commit and git push" in first.out
    assert "next:" not in again.out
