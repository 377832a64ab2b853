"""The files that others' tools read: valid by their schemas, pinned, and safe with text that strangers write."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

PROJECT = Path(__file__).parents[1]
WORKFLOWS = sorted((PROJECT / ".github/workflows").glob("*.yml"))
ACTION = PROJECT / "action.yml"
_PINNED = re.compile(r"\s*-? uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
_LOCAL = re.compile(r"\s*-? uses: \./")


def load(path: Path) -> dict[Any, Any]:
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(content, dict)
    return content


def scripts(path: Path) -> list[str]:
    """Every `run` of a workflow or of the action."""
    content = load(path)
    jobs = content["jobs"].values() if "jobs" in content else [content["runs"]]
    return [step["run"] for job in jobs for step in job["steps"] if "run" in step]


@pytest.mark.parametrize("path", [*WORKFLOWS, ACTION], ids=lambda path: path.name)
def test_a_workflow_is_valid_by_its_schema(path: Path) -> None:
    schema = "vendor.github-actions" if path == ACTION else "vendor.github-workflows"
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(path)]
    outcome = subprocess.run(command, capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def test_there_is_a_workflow_for_each_purpose() -> None:
    assert [path.name for path in WORKFLOWS] == [
        "check.yml",
        "ci.yml",
        "newest.yml",
        "release.yml",
        "sync.yml",
        "torture.yml",
    ]


@pytest.mark.parametrize("path", [*WORKFLOWS, ACTION], ids=lambda path: path.name)
def test_every_foreign_action_is_pinned_by_commit_and_says_its_version(path: Path) -> None:
    used = [line for line in path.read_text(encoding="utf-8").splitlines() if re.match(r"\s*-? ?uses:", line)]
    assert path == ACTION or used
    assert [line for line in used if not _PINNED.fullmatch(line) and not _LOCAL.fullmatch(line)] == []


def test_one_action_is_pinned_to_one_commit_everywhere() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)
    pins = set(re.findall(r"uses: ([\w/-]+)@(\S+ # \S+)", text))
    assert len(pins) == len({name for name, _ in pins})


@pytest.mark.parametrize("path", [*WORKFLOWS, ACTION], ids=lambda path: path.name)
def test_no_script_has_text_pasted_into_it(path: Path) -> None:
    for script in scripts(path):
        assert "${{" not in script
        subprocess.run(["bash", "-n"], input=script.encode(), check=True)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_may_read_and_a_job_that_writes_says_so(path: Path) -> None:
    content = load(path)
    assert content["permissions"] == {"contents": "read"}
    writing = {name: job["permissions"] for name, job in content["jobs"].items() if "permissions" in job}
    rights = {
        "sync.yml": {"sync": {"contents": "write", "pull-requests": "write"}},
        "release.yml": {"publish": {"id-token": "write"}},
    }
    assert writing == rights.get(path.name, {})


def test_the_job_that_publishes_runs_no_code_of_the_project() -> None:
    """A token of the index is given to the job that only uploads what another one has built and tried."""
    steps = load(PROJECT / ".github/workflows/release.yml")["jobs"]["publish"]["steps"]
    assert [step["uses"].partition("@")[0] for step in steps] == [
        "actions/download-artifact",
        "pypa/gh-action-pypi-publish",
    ]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_workflow_runs_a_stranger_s_code_with_rights(path: Path) -> None:
    # YAML 1.1 takes the key `on` for true.
    triggers = load(path)[True]
    assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(triggers)
    keeps = [
        name
        for name, job in load(path)["jobs"].items()
        for step in job["steps"]
        if "checkout" in step.get("uses", "") and step["with"].get("persist-credentials", True)
    ]
    assert keeps == (["sync"] if path.name == "sync.yml" else [])


def test_the_action_hands_on_every_output_that_it_promises() -> None:
    for name, output in load(ACTION)["outputs"].items():
        assert output["value"] == f"${{{{ steps.run.outputs.{name} }}}}"


def run_action(tmp_path: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    """The action's own script, with a stand-in for nemogen that prints what it is given, one argument a line."""
    program = tmp_path / "nemogen/bin/nemogen"
    program.parent.mkdir(parents=True)
    program.write_text('#!/bin/sh\npwd\nprintf "%s\\n" "$@"\nexit 3\n', encoding="utf-8")
    program.chmod(0o755)
    (tmp_path / "a project").mkdir()
    inputs = {"COMMAND": "check", "APIS": "", "ARGUMENTS": "", "PROJECT": str(tmp_path / "a project")}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", scripts(ACTION)[1]],
        env={"PATH": "/usr/bin:/bin", "RUNNER_TEMP": str(tmp_path), **inputs, **environ},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_action_runs_in_the_project_and_keeps_the_exit_status(tmp_path: Path) -> None:
    outcome = run_action(tmp_path)
    assert outcome.stdout.splitlines() == [str(tmp_path / "a project"), "check", "--format", "github", "--"]
    assert outcome.returncode == 3


def test_an_input_of_the_action_is_never_run_as_code(tmp_path: Path) -> None:
    evil = f"$(touch {tmp_path}/owned) `touch {tmp_path}/owned` ; touch {tmp_path}/owned * \\"
    outcome = run_action(tmp_path, APIS="one two", ARGUMENTS=evil, COMMAND="sync; true")
    lines = outcome.stdout.splitlines()
    assert lines[1:4] == ["sync; true", "--format", "github"]
    assert lines[-3:] == ["--", "one", "two"]
    assert "*" in lines
    assert not (tmp_path / "owned").exists()


def test_the_inputs_of_the_action_may_have_several_lines(tmp_path: Path) -> None:
    outcome = run_action(tmp_path, APIS="one\ntwo three\r\n\n  four\n", ARGUMENTS="--offline\n--full  --strict\n")
    lines = outcome.stdout.splitlines()
    assert lines[4:] == ["--offline", "--full", "--strict", "--", "one", "two", "three", "four"]
    assert outcome.returncode == 3


def test_the_action_says_which_python_it_needs(tmp_path: Path) -> None:
    old = tmp_path / "python"
    old.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    old.chmod(0o755)
    outcome = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", scripts(ACTION)[0]],
        env={"PATH": "/usr/bin:/bin", "PYTHON": str(old), "RUNNER_TEMP": str(tmp_path), "SOURCE": str(PROJECT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome.returncode == 4
    assert outcome.stdout.startswith("::error title=nemogen::It needs Python 3.11")


def test_the_action_installs_what_nemogen_needs_to_run_and_no_more() -> None:
    assert "constraints-run.txt" in scripts(ACTION)[0]
    command = [sys.executable, str(PROJECT / ".ci/runtime-constraints")]
    kept = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert (PROJECT / "constraints-run.txt").read_text(encoding="utf-8") == kept, "make constraints writes it"
    pins = set(re.findall(r"^([\w.-]+)==", kept, re.MULTILINE))
    assert {"click", "pydantic-core", "ruff", "jsonschema-rs"} <= pins
    assert not {"pyright", "hypothesis", "pytest", "mypy", "fastapi", "setuptools"} & pins


def test_the_hook_looks_at_everything_whatever_files_changed() -> None:
    hooks = yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["entry"] for hook in hooks] == ["nemogen check --offline"]
    assert all(hook["always_run"] and not hook["pass_filenames"] and hook["language"] == "python" for hook in hooks)
