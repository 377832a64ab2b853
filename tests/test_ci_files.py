"""The files that others' tools read: valid by their schemas, pinned, and safe with text that strangers write."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from nemogen.ci_files import FORGES, ci_files
from nemogen.cli.main import main

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


def require_valid(schema: str, *paths: Path) -> None:
    """Fails where one of the files does not keep to a schema that check-jsonschema comes with."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *map(str, paths)]
    outcome = subprocess.run(command, capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def test_workflows_and_the_action_are_valid_by_their_schemas() -> None:
    require_valid("vendor.github-workflows", *WORKFLOWS)
    require_valid("vendor.github-actions", ACTION)


@pytest.fixture(scope="module", name="offered")
def _offered(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The workflows that `init --ci` writes for other projects, by name."""
    folder = tmp_path_factory.mktemp("offered")
    found = {}
    for forge in FORGES:
        for path, content in ci_files(forge, "trunk").items():
            found[Path(path).name] = folder / Path(path).name
            found[Path(path).name].write_bytes(content)
    return found


def test_the_workflows_for_other_projects_are_valid_pinned_and_run_no_text(offered: dict[str, Path]) -> None:
    assert sorted(offered) == [".gitlab-ci.yml", "nemogen-check.yml", "nemogen-release.yml", "nemogen-sync.yml"]
    github = [path for name, path in offered.items() if name != ".gitlab-ci.yml"]
    require_valid("vendor.github-workflows", *github)
    require_valid("vendor.gitlab-ci", offered[".gitlab-ci.yml"])
    for path in github:
        used = re.findall(r"^.*uses:.*$", path.read_text(encoding="utf-8"), re.MULTILINE)
        assert [line for line in used if not _PINNED.fullmatch(line)] == []
        assert load(path)["permissions"] == {"contents": "read"}
        assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(load(path)[True])
        assert [script for script in scripts(path) if "${{" in script] == []
    assert "branches: [trunk]" in offered["nemogen-release.yml"].read_text(encoding="utf-8")


def test_the_job_that_publishes_a_client_runs_no_code_of_the_project(offered: dict[str, Path]) -> None:
    jobs = load(offered["nemogen-release.yml"])["jobs"]
    assert [name for name, job in jobs.items() if "id-token" in job.get("permissions", {})] == ["publish"]
    assert all("run" not in step and "checkout" not in step["uses"] for step in jobs["publish"]["steps"])


@pytest.mark.parametrize("branch", ["main", "release/1.x", "it's", "a*b"])
def test_a_branch_of_any_name_stays_text_in_a_workflow(branch: str) -> None:
    content = yaml.safe_load(ci_files("github", branch)[".github/workflows/nemogen-release.yml"])
    assert content[True]["push"]["branches"] == [branch.replace("*", "\\*")]


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
    # Without what is installed, it starts in a third of the time: the script needs the standard library alone.
    program.with_name("python").write_text(f'#!/bin/sh\nexec "{sys.executable}" -S "$@"\n', encoding="utf-8")
    program.with_name("python").chmod(0o755)
    (tmp_path / "a project").mkdir()
    inputs = {"COMMAND": "check", "APIS": "", "ARGUMENTS": "", "PROJECT": str(tmp_path / "a project")}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", scripts(ACTION)[2]],
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


def test_an_argument_of_the_action_may_have_spaces(tmp_path: Path) -> None:
    texts = """--reason "Nobody's fault" --until='a b' --path C:\\dir ''\n--verbose"""
    outcome = run_action(tmp_path, COMMAND="approve", APIS="'0a1b 2c' \"x\"", ARGUMENTS=texts)
    lines = outcome.stdout.split("\n")[4:-1]
    assert lines == [
        "--reason",
        "Nobody's fault",
        "--until=a b",
        "--path",
        "C:\\dir",
        "",
        "--verbose",
        "--",
        "0a1b 2c",
        "x",
    ]


def test_a_quotation_mark_that_is_not_closed_is_said(tmp_path: Path) -> None:
    outcome = run_action(tmp_path, ARGUMENTS='--reason "open')
    assert (outcome.returncode, outcome.stdout.startswith("::error title=nemogen::A quotation mark")) == (2, True)


def test_every_command_of_the_action_gets_the_format_that_it_has(tmp_path: Path) -> None:
    for name, command in main.commands.items():
        formats = [each.type for each in command.params if each.name == "form"]
        has_it = any(isinstance(each, click.Choice) and "github" in each.choices for each in formats)
        folder = tmp_path / name
        folder.mkdir()
        assert ("--format" in run_action(folder, COMMAND=name).stdout.splitlines()) is has_it, name


def plan(tmp_path: Path, source: Path, extras: str = "") -> str:
    """What the action takes the environment of an earlier run by."""
    output = tmp_path / "output"
    output.write_text("", encoding="utf-8")
    environ = {"PYTHON": sys.executable, "SOURCE": str(source), "EXTRAS": extras, "GITHUB_OUTPUT": str(output)}
    command = ["bash", "-eo", "pipefail", "-c", scripts(ACTION)[0]]
    subprocess.run(command, env={"PATH": "/usr/bin:/bin", **environ}, check=True)
    return output.read_text(encoding="utf-8")


def test_the_action_takes_an_environment_again_only_where_nothing_changed(tmp_path: Path) -> None:
    source = tmp_path / "source"
    (source / "generator").mkdir(parents=True)
    (source / "pyproject.toml").write_text("a", encoding="utf-8")
    (source / "generator/a.py").write_text("a", encoding="utf-8")
    first = plan(tmp_path, source)
    assert re.fullmatch(r"key=[0-9a-f]{32}\n", first)
    assert plan(tmp_path, source) == first
    assert plan(tmp_path, source, "check") != first
    (source / "generator/a.py").write_text("b", encoding="utf-8")
    assert plan(tmp_path, source) != first


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
    assert "constraints-run.txt" in scripts(ACTION)[1]
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
