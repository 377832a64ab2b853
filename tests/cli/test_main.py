"""The command from outside: what it prints where, how it ends, and what it does not import."""

# ruff: noqa: F811 - the fixtures are those of the tests of commands

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import click
import pytest

from nemogen.cli.main import main
from nemogen.report import Format
from tests.commands import documents
from tests.commands.conftest import _synced_from_file, home, local  # noqa: F401
from tests.commands.workshop import COMMAND, IN_A_FILE, Workshop

HEAVY = ("httpx2", "pydantic", "jinja2", "datamodel_code_generator", "openapi_python_client", "griffe", "yaml")
NOT_FOR_HELP = (
    *("dataclasses", "importlib.metadata", "hashlib", "tomllib", "subprocess"),
    "nemogen.errors",
    *("nemogen.project", "nemogen.findings", "nemogen.report", "nemogen.text_safety", "nemogen.commands.check"),
)
NOT_FOR_A_GENERATION = (
    *("datamodel_code_generator", "openapi_python_client", "httpx2", "yaml"),  # the first has a process of its own
    *("nemogen.http.client", "nemogen.recordings.replay", "nemogen.diff.rules", "nemogen.commands.custom_checks"),
    "nemogen.client.openapi_python_client_engine",
)
NOT_FOR_A_CHECK = ("difflib", "signal", "subprocess", "tomllib", "nemogen.given_names", "nemogen.publish.git_process")

WHAT_IS_IMPORTED = """
import sys
from nemogen.cli.main import main

try:
    main({command})
except SystemExit as end:
    print(end.code, [name for name in sys.argv[1:] if name in sys.modules])
"""


def on_a_terminal(workshop: Workshop, *arguments: str, **variables: str) -> str:
    """What a terminal shows of the command's stdout."""
    controller, terminal = pty.openpty()
    with subprocess.Popen(
        [COMMAND, *arguments],
        cwd=workshop.root,
        env={**os.environ, "TERM": "xterm-256color", **variables},
        stdin=subprocess.DEVNULL,
        stdout=terminal,
        stderr=subprocess.DEVNULL,
    ) as process:
        os.close(terminal)
        shown = b""
        try:
            while piece := os.read(controller, 65536):
                shown += piece
        except OSError:  # Linux says EIO when the other end is closed
            pass
        process.wait(60)
    os.close(controller)
    return shown.decode()


def test_a_terminal_gets_colours_unless_they_are_not_wanted(local: Workshop) -> None:
    assert "\x1b[" in on_a_terminal(local, "check", "--offline")
    assert "\x1b[" not in on_a_terminal(local, "check", "--offline", "--no-color")
    assert "\x1b[" not in on_a_terminal(local, "check", "--offline", NO_COLOR="1")


def test_a_pipe_gets_no_colour(local: Workshop) -> None:
    done = local.run("check", "--offline", TERM="xterm-256color")
    assert "\x1b" not in done.out + done.err


def test_the_result_is_on_stdout_and_progress_on_stderr(local: Workshop) -> None:
    done = local.run("sync", "--offline", "--no-cache", "--format", "json")
    assert json.loads(done.out)["command"] == "sync"
    assert done.err.splitlines()[0] == "shop: reading the pinned spec"
    done = local.run("sync", "--offline", "--no-cache", "--quiet")
    assert done.out.startswith("shop\n")
    assert done.err == ""


def test_verbose_shows_every_finding_with_its_places(local: Workshop) -> None:
    local.write("new.json", documents.DOCS)
    short = local.run("diff", "docs/shop.json", "new.json")
    assert "1 docs: --verbose shows it" in short.out
    assert "fingerprint: " not in short.out
    assert "fingerprint: " in local.run("diff", "docs/shop.json", "new.json", "--verbose").out


@pytest.mark.parametrize("form", [form.value for form in Format if form is not Format.GITHUB_MATRIX])
@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_every_format_is_printed_where_not_everything_can_be_shown(local: Workshop, form: str, encoding: str) -> None:
    local.write("new.json", documents.text(documents.shop(item={"größe😊": {"type": "string"}})))
    variables = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": encoding}
    command = [COMMAND, "diff", "docs/shop.json", "new.json", "--verbose", "--format", form]
    done = subprocess.run(command, cwd=local.root, env=os.environ | variables, capture_output=True, check=False)
    assert done.returncode == 0, done
    if (form, encoding) == ("text", "latin-1"):
        assert "größe\\U0001f60a" in done.stdout.decode("latin-1")
    elif form in {"json", "sarif"}:
        assert "größe😊" in json.dumps(json.loads(done.stdout), ensure_ascii=False)
    else:
        assert "größe😊" in done.stdout.decode()


def test_a_reader_that_goes_away_changes_no_status(local: Workshop) -> None:
    local.write("generated/shop/mine.txt", "mine\n")
    code = f"{COMMAND} check --offline | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", code], cwd=local.root, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "")


def test_a_result_that_cannot_be_written_is_not_green(local: Workshop) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [COMMAND, "check", "--offline"], cwd=local.root, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 4
    assert b"stdout: cannot be written: No space left on device" in done.stderr
    assert b"Exception ignored" not in done.stderr


@pytest.mark.parametrize(
    "arguments", [("nothing",), ("check", "--nothing"), ("diff", "one"), ("check", "--format", "html")]
)
def test_wrong_usage_ends_with_the_status_of_click(local: Workshop, arguments: tuple[str, ...]) -> None:
    done = local.run(*arguments)
    assert done.status == 2
    assert done.out == ""
    error, remedy = done.err.splitlines()
    assert error.startswith("error: ")
    assert error.endswith(" [wrong-usage]")
    assert remedy.startswith("  help: ")
    assert "Usage: nemogen" in remedy


def test_help_names_every_command_and_option_and_the_version_is_reported(local: Workshop) -> None:
    done = local.run("--help")
    assert done.status == 0
    for name, command in main.commands.items():
        assert name in done.out
        assert command.help
        assert all(option.help for option in command.params if isinstance(option, click.Option)), name
    assert local.run("--version").out.startswith("nemogen, version ")


def test_a_bug_of_ours_is_said_shortly_and_its_traceback_kept(local: Workshop, tmp_path: Path) -> None:
    (tmp_path / "start").mkdir()
    (tmp_path / "start" / "sitecustomize.py").write_text(
        "import tomllib\n\ndef loads(*_):\n    raise ZeroDivisionError('secret-token')\n\ntomllib.loads = loads\n",
        encoding="utf-8",
    )
    path = os.pathsep.join(filter(None, (str(tmp_path / "start"), os.environ.get("PYTHONPATH"))))
    local.write("specs/shop/api.toml", f"{IN_A_FILE}# edited, so that it is read\n")
    done = local.run("check", "--offline", PYTHONPATH=path, TMPDIR=str(tmp_path))
    assert done.status == 70, done
    reported = done.out + done.err
    assert "this is a bug of nemogen" in reported
    assert "secret-token" not in reported
    assert "Traceback" not in reported
    (log,) = tmp_path.glob("nemogen-*.log")
    assert str(log) in reported
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")


def test_without_a_project_the_way_to_one_is_named(tmp_path: Path) -> None:
    nowhere = Workshop(tmp_path, {})
    done = nowhere.run("check")
    assert done.status == 3
    assert "--project" in done.err
    assert nowhere.run("check", "--project", str(tmp_path / "nothing")).status == 3


def test_a_project_is_found_upwards_and_by_its_option(local: Workshop) -> None:
    inside = Workshop(local.root / "docs", {})
    assert inside.run("check", "--offline").status == 0
    elsewhere = Workshop(local.root.parent, {})
    assert elsewhere.run("check", "--offline", "--project", str(local.root)).status == 0


def imported_by(command: str, folder: Path, names: tuple[str, ...]) -> str:
    """The exit status of a command in a new interpreter, and which of these modules it has imported."""
    code = WHAT_IS_IMPORTED.format(command=command.split())
    done = subprocess.run([sys.executable, "-c", code, *names], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[-1]


@pytest.mark.parametrize("command", ["check --offline", "generate", "sync --offline --no-commit"])
def test_a_command_with_nothing_changed_imports_nothing_heavy(local: Workshop, command: str) -> None:
    assert imported_by(command, local.root, (*HEAVY, "nemogen.given_names")) == "0 []"


def test_a_check_with_nothing_changed_imports_neither_git_nor_what_reads_an_api(local: Workshop) -> None:
    assert imported_by("check --offline", local.root, NOT_FOR_A_CHECK) == "0 []"


def test_a_generation_imports_neither_what_fetches_nor_what_replays_nor_the_engine(local: Workshop) -> None:
    assert imported_by("generate --no-cache", local.root, NOT_FOR_A_GENERATION) == "0 []"


@pytest.mark.parametrize("command", ["--version", "--help"])
def test_version_and_help_import_the_command_line_alone(tmp_path: Path, command: str) -> None:
    assert imported_by(command, tmp_path, (*HEAVY, *NOT_FOR_HELP)) == "0 []"
