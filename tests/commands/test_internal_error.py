"""A bug of nemogen is the state of the API that met it: the others go on, and the traceback is in a file."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from nemogen.bug_report import internal_error
from nemogen.cli.options import FORMATS
from tests.commands.workshop import IN_A_FILE, START_UP, Workshop

FAIL_AT_NOTES = """
import sys

def fail(event, arguments):
    if event == "open" and str(arguments[0]).endswith("specs/alpha/notes.md"):
        raise LookupError("\\x1b[31m##[add-mask]e secret of the document")

sys.addaudithook(fail)
"""


@pytest.fixture
def bug(local: Workshop, tmp_path: Path) -> dict[str, str]:
    """Variables with which whatever reads the notes of the API `alpha` meets an exception that nobody foresaw."""
    local.write("specs/alpha/api.toml", IN_A_FILE)
    local.write("specs/alpha/notes.md", "Notes.\n")
    done = local.run("sync", "--no-commit")
    assert done.status == 0, done
    (tmp_path / "logs").mkdir()
    return {START_UP: FAIL_AT_NOTES, "TMPDIR": str(tmp_path / "logs")}


@pytest.mark.parametrize(
    "command",
    [("check", "--offline"), ("generate",), ("sync", "--no-commit"), ("fetch",), ("fetch", "--dry-run"), ("test",),
     ("generate", "--output", "elsewhere")],
    ids=" ".join,
)  # fmt: skip
def test_the_other_apis_go_on_and_70_is_the_exit_status(
    local: Workshop, bug: dict[str, str], tmp_path: Path, command: tuple[str, ...]
) -> None:
    report = local.report(*command, status=70, **bug)
    alpha, shop = report["apis"]
    assert (alpha["name"], alpha["verdict"]) == ("alpha", "internal error")
    assert shop["name"] == "shop"
    assert shop["verdict"] in ("clean", "skipped")
    (log,) = tmp_path.joinpath("logs").glob("nemogen-*.log")
    assert "LookupError" in log.read_text(encoding="utf-8")
    (subject,) = alpha["subjects"]
    (finding,) = subject["findings"]
    assert finding["message"] == "LookupError: this is a bug of nemogen"
    assert finding["help"] == f"Report it with the traceback in {log}."


def test_every_format_says_it_without_what_the_exception_says(local: Workshop, bug: dict[str, str]) -> None:
    for form in FORMATS:
        done = local.run("check", "--offline", "--format", form, **bug)
        assert done.status == 70, done
        assert "LookupError: this is a bug of nemogen" in done.out, done
        assert re.search(r"nemogen-[\\\w]+\.log", done.out), done
        assert "secret of the document" not in done.out + done.err
        assert "Traceback" not in done.out + done.err


def test_a_worse_status_is_not_hidden_by_one_of_another_api(local: Workshop, bug: dict[str, str]) -> None:
    local.write("specs/shop/overlay.yaml", "{")
    document = json.loads(local.run("check", "--offline", "--format", "json", **bug).out)
    assert {api["name"]: api["verdict"] for api in document["apis"]} == {"alpha": "internal error", "shop": "at fault"}
    assert document["exit_status"] == 70


def test_without_room_for_the_traceback_the_bug_is_reported_all_the_same(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import tempfile

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "missing"))
    assert "No such file" in internal_error(ValueError("x")).problems[0].remedy
