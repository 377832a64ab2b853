"""A project's templates and packages are code: `--no-project-code` looks at a foreign checkout without running any."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.commands import documents
from tests.commands.talks import KEY, SETTINGS, open_talks
from tests.commands.workshop import IN_A_FILE, Workshop, isolate, open_workshop
from tests.recordings.samples import chat

TEMPLATES = Path(__file__).parents[2] / "templates"
TRACE = "trace.txt"
QUICK = '\n[check]\ntypes = "ty"\n'
"""The type checker that takes least time: nothing here is about types."""
IN_A_TEMPLATE = """
{%- set os = cycler.__init__.__globals__.os %}
{{- os.system('touch ' ~ os.environ.TRACE) or '' }}
"""
IN_A_PACKAGE = 'import os\nopen(os.environ["TRACE"], "w").close()\n'


@pytest.fixture(scope="module")
def trusted(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """A project with templates of its own that leave a trace, in step with its document."""
    with pytest.MonkeyPatch.context() as patch:
        isolate(patch, tmp_path_factory.mktemp("home"))
        files: dict[str, str | bytes] = {"specs/shop/api.toml": IN_A_FILE + QUICK, "docs/shop.json": documents.FIRST}
        workshop = open_workshop(tmp_path_factory.mktemp("templates") / "project", files, {})
        shutil.copytree(TEMPLATES, workshop.root / "templates")
        with (workshop.root / "templates/client/README.md.jinja").open("a", encoding="utf-8") as template:
            template.write(IN_A_TEMPLATE)
        done = workshop.run("sync", "--no-commit", TRACE=str(workshop.root.parent / "ignored"))
        assert done.status == 0, done
        return workshop


@pytest.fixture
def foreign(trusted: Workshop, tmp_path: Path) -> Workshop:
    """The same as somebody finds it, with a trace in the package too, and a change upstream."""
    workshop = trusted.copy(tmp_path / "project", {"TRACE": str(tmp_path / TRACE)})
    with (workshop.root / "generated/shop/src/shop/__init__.py").open("a", encoding="utf-8") as module:
        module.write(IN_A_PACKAGE)
    workshop.write("docs/shop.json", documents.MORE)
    return workshop


def has_run(workshop: Workshop) -> bool:
    """Whether code of the project ran since the last time that it was asked."""
    trace = Path(workshop.environment["TRACE"])
    found = trace.exists()
    trace.unlink(missing_ok=True)
    return found


def whys(report: dict[str, Any], *names: str) -> list[str]:
    """State and reason of these subjects of the only API."""
    (api,) = report["apis"]
    found = {each["name"]: f"{each['state']}: {each['why']}" for each in api["subjects"]}
    return [found[name] for name in names]


NOT_RENDERED = "skipped: the project's templates/ are code, and not run (--no-project-code)"
NOT_IMPORTED = "skipped: the package is code, and not run (--no-project-code)"


@pytest.mark.slow
def test_a_check_in_full_runs_templates_and_package(foreign: Workshop) -> None:
    foreign.run("check", "--full")
    assert has_run(foreign)


def test_without_project_code_a_check_says_what_it_left_out(foreign: Workshop) -> None:
    report = foreign.report("check", "--full", "--no-project-code", status=1)
    assert not has_run(foreign)
    assert whys(report, "source", "regenerated", "imports") == [NOT_RENDERED, NOT_RENDERED, NOT_IMPORTED]
    states = foreign.states("check", "--no-project-code", status=1)
    assert (states["upstream"], states["generated"]) == ("additive", "modified by hand")
    assert not has_run(foreign)


def test_without_project_code_a_diff_of_the_source_is_left_out(foreign: Workshop) -> None:
    arguments = ("diff", "--source", "specs/shop/openapi.json", "docs/shop.json")
    foreign.report(*arguments, status=0)
    assert has_run(foreign)
    report = foreign.report(*arguments, "--no-project-code", status=0)
    assert not has_run(foreign)
    assert whys(report, "source") == [NOT_RENDERED]
    (api,) = report["apis"]
    assert api["tables"]["version"]["final"] is False


@pytest.mark.slow
def test_with_the_templates_of_nemogen_a_foreign_project_is_regenerated(local: Workshop) -> None:
    report = local.report("check", "--full", "--no-project-code", status=0)
    (regenerated,) = whys(report, "regenerated")
    assert regenerated.startswith("up to date")
    local.write("docs/shop.json", documents.MORE)
    report = local.report("diff", "--source", "--no-project-code", "shop", "docs/shop.json", status=0)
    assert whys(report, "source") == ["additive: "]


@pytest.mark.parametrize("full", [(), ("--full",)])
def test_without_project_code_recordings_are_validated_and_not_replayed(tmp_path: Path, full: tuple[str, ...]) -> None:
    talks = open_talks(tmp_path / "project", [chat()], SETTINGS + QUICK)
    trace = tmp_path / TRACE
    with (talks.root / "generated/talk/src/talk/__init__.py").open("a", encoding="utf-8") as module:
        module.write(IN_A_PACKAGE)
    environment = {"TRACE": str(trace), "TALK_API_KEY": KEY}
    talks.run("check", "--offline", *full, **environment)
    assert trace.exists()
    trace.unlink()
    report = talks.report("check", "--offline", *full, "--no-project-code", status=1, **environment)
    assert not trace.exists()
    assert whys(report, "recordings") == ["skipped: 1 recording, not replayed (--no-project-code)"]
