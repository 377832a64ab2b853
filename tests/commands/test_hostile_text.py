"""Hostile text in every position of a document, through every sink: nothing obeys it, in code it stays a string."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from markdown_it import MarkdownIt

from nemogen.cli.options import FORMATS
from nemogen.cli.terminal import Terminal
from nemogen.report.model import Report, State
from tests.commands.workshop import IN_A_FILE, Done, Workshop, isolate, open_workshop
from tests.hostile_text import RUNNER, TERMINAL, TEXTS, commands_in, document, hidden_in, written
from tests.publish.repositories import git

PLAIN, HOSTILE = written(document("plain")), written(document(*TEXTS))
OWN_SPACE = "\u200b"
"""What Markdown and messages of commits have between `@` or `#` and a name, so that nobody is mentioned."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    """A project in step with the hostile document; then upstream has the plain one."""
    with pytest.MonkeyPatch.context() as patch:
        isolate(patch, tmp_path_factory.mktemp("home"))
        files: dict[str, str | bytes] = {"specs/shop/api.toml": IN_A_FILE, "docs/shop.json": HOSTILE}
        workshop = open_workshop(tmp_path_factory.mktemp("hostile") / "project", files, {})
        done = workshop.run("sync", "--verbose")
        assert done.status == 0, done
        harmless(done)
        workshop.write("docs/shop.json", PLAIN)
        workshop.write("plain.json", PLAIN)
        yield workshop


def harmless(done: Done, form: str = "text") -> None:
    """No part of an output is obeyed by a terminal or by a runner of GitHub Actions."""
    for text in (done.out, done.err):
        assert hidden_in(text) <= ({OWN_SPACE} if form == "markdown" else set()), form
        assert commands_in(text, is_annotated=form == "github") == [], form
    assert "Traceback" not in done.err


def html_in(markdown: str) -> set[str]:
    """The tags of HTML in Markdown, without their attributes."""
    blocks = MarkdownIt("commonmark").enable("table").parse(markdown)
    tokens = [each for block in blocks for each in (block, *(block.children or ()))]
    found = "".join(each.content for each in tokens if each.type in ("html_block", "html_inline"))
    return {f"{tag}>" for tag in re.findall(r"</?\w+", found)}


def read(form: str, text: str) -> None:
    """The output of a format can be read as that format."""
    if form in ("json", "sarif"):
        assert "##[set-output name=apis;]pwn" in str(json.loads(text))
    elif form == "junit":
        assert ElementTree.fromstring(text).tag == "testsuites"
    elif form == "github":
        assert all(re.match(r"::(error|warning|notice) ", line) for line in text.splitlines())
    elif form == "markdown":
        assert html_in(text) <= {"<details>", "</details>", "<summary>", "</summary>", "<br>"}


def printed(report: Report, form: str, capsys: pytest.CaptureFixture[str]) -> Done:
    """A report as the command prints it in a format with --verbose: the command itself would take seconds for each."""
    with pytest.raises(SystemExit) as ended:
        Terminal(form, quiet=False, verbose=True, colour=False).finish(report)
    assert isinstance(ended.value.code, int)
    return Done(ended.value.code, *capsys.readouterr())


@pytest.fixture(scope="module")
def compared(project: Workshop) -> tuple[Report, ...]:
    """The differences from the plain document to the hostile one, and back."""
    reports = []
    for pair in (("plain.json", "specs/shop/openapi.json"), ("specs/shop/openapi.json", "plain.json")):
        done, report = project.run_for_report("diff", *pair, "--verbose")
        assert done.status == 0, done
        harmless(done)
        reports.append(report)
    return tuple(reports)


@pytest.mark.parametrize("form", FORMATS)
def test_no_format_of_a_diff_passes_on_a_command_or_a_control(
    compared: tuple[Report, ...], form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for report in compared:
        done = printed(report, form, capsys)
        assert done.status == 0, done
        harmless(done, form)
        read(form, done.out)


@pytest.fixture(scope="module")
def checked(project: Workshop) -> Report:
    """What a check says of the project."""
    done, report = project.run_for_report("check", "--verbose")
    assert done.status == 1, done
    harmless(done)
    return report


@pytest.mark.parametrize("form", [*FORMATS, "github-matrix"])
def test_no_format_of_a_check_passes_on_a_command_or_a_control(
    checked: Report, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    done = printed(checked, form, capsys)
    assert done.status == 1, done
    harmless(done, form)
    if form != "github-matrix":
        read(form, done.out)


def test_the_outputs_and_the_summary_of_a_job_have_none(project: Workshop, tmp_path: Path) -> None:
    outputs, summary = tmp_path / "outputs", tmp_path / "summary"
    project.run("check", GITHUB_OUTPUT=str(outputs), GITHUB_STEP_SUMMARY=str(summary))
    text = outputs.read_text(encoding="utf-8")
    assert (hidden_in(text), commands_in(text)) == (set(), [])
    assert all(re.match(r"(state|level|version|exit-status|apis)=", line) for line in text.splitlines())
    harmless(Done(0, summary.read_text(encoding="utf-8"), ""), "markdown")


def test_no_message_of_a_commit_has_any(project: Workshop, tmp_path: Path) -> None:
    workshop = project.copy(tmp_path / "project", {})
    done = workshop.run("sync", "--accept", "breaking")
    harmless(done)
    assert done.status in (0, 1), done
    for number in (0, 1):
        message = git(workshop.root, "log", "-1", f"--skip={number}", "--format=%B")
        assert hidden_in(message) <= {OWN_SPACE}
        assert commands_in(message) == []
        assert not re.search(r"[@#]\w", message)


def test_errors_of_every_kind_have_none(project: Workshop) -> None:
    for text in (text for text in (*RUNNER, *TERMINAL) if "\x00" not in text):
        for arguments in (("check", text), (text,), ("diff", text, text), ("check", f"--{text}"),
                          ("add", text, text), ("diff", "--approvals", text, "plain.json", "plain.json")):  # fmt: skip
            done = project.run(*arguments)
            assert done.status in (1, 2, 3, 4), done
            harmless(done)


def test_a_refused_document_is_refused_without_any(local: Workshop) -> None:
    """An API for each text: the document that is refused is what is hostile."""
    for number in range(len(TEXTS)):
        local.write(f"specs/api{number}/api.toml", f'[source]\nfile = "docs/{number}.json"\n')
    refused = {
        "version": [json.dumps({"openapi": text, "info": {}, "paths": {}}) for text in TEXTS],
        "tag of YAML": [f"a: !<{text}> 1" for text in TEXTS],
        "end of JSON": [f'{{"{text}": 1, "b"' for text in TEXTS],
    }
    for documents in refused.values():
        for number, written_out in enumerate(documents):
            local.write(f"docs/{number}.json", written_out.encode())
        done, report = local.run_for_report("sync", "--no-commit")
        assert done.status == 3, done
        harmless(done)
        states = {api.name: [subject.state for subject in api.subjects] for api in report.apis}
        assert all(states[f"api{number}"] == [State.AT_FAULT] for number in range(len(TEXTS))), states


def test_generated_code_holds_all_of_it_in_strings(project: Workshop) -> None:
    modules = [path for path in project.root.glob("generated/shop/src/**/*.py") if "_runtime" not in path.parts]
    assert len(modules) > 20
    for path in modules:
        source = path.read_text(encoding="utf-8")
        assert hidden_in(source) == set(), path
        assert commands_in(source) == [], path
        names = {node.id for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name)}
        assert "PWNED" not in names, path
    command = [sys.executable, "-c", "import shop, shop.models, shop.params, shop.testing; shop.Shop; shop.models.Item"]
    folder = project.root / "generated/shop/src"
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_texts_of_a_package_have_none(project: Workshop) -> None:
    for path in project.root.glob("generated/shop/*"):
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            assert hidden_in(text) <= ({OWN_SPACE} if path.suffix == ".md" else set()), path
            assert commands_in(text) == [], path
            assert path.suffix != ".md" or html_in(text) <= {"<a>", "</a>"}, path


def test_properties_keep_their_names(project: Workshop) -> None:
    program = """
import json, sys
from shop import models, params
of_model = [field.alias or name for name, field in models.Item.model_fields.items()]
print(json.dumps([sorted(of_model), sorted(params.ItemParam.__annotations__)]))
"""
    folder = project.root / "generated/shop/src"
    done = subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=True)
    expected = sorted(document(*TEXTS)["components"]["schemas"]["Item"]["properties"])
    assert json.loads(done.stdout) == [expected, expected]
