"""Several APIs at once: reports, progress and writes in the order of the APIs, whatever a process does or suffers."""

from __future__ import annotations

import os
import signal
import time
from functools import partial
from pathlib import Path

import pytest

from nemogen.commands.jobs import MAX_TASKS, Desk, Jobs, run_each
from nemogen.commands.spread import look_at_each
from nemogen.errors import ConfigError
from nemogen.report.model import ApiReport, State, Subject
from tests.commands import documents
from tests.commands.workshop import Workshop

NAMES = tuple("abcdef")


def done(name: str) -> ApiReport:
    return ApiReport(name, (Subject("sync", State.DONE, name),))


def written(folder: Path, name: str, desk: Desk) -> ApiReport:
    """The first APIs take longest; each leaves a line in a file, and says so."""
    desk.notify(f"{name}: generating")
    time.sleep(0.05 * (len(NAMES) - NAMES.index(name)))
    with desk.in_turn():
        desk.notify(f"{name}: delivering")
        with (folder / "log").open("a") as log:
            log.write(f"{name}\n")
        desk.effects.append(f"wrote {name}")
    return done(name)


@pytest.mark.parametrize("count", [1, 2, 4])
def test_what_is_seen_does_not_depend_on_the_number_of_processes(tmp_path: Path, count: int) -> None:
    lines: list[str] = []
    desk = Desk(lines.append)
    reports = run_each(NAMES, "sync", partial(written, tmp_path), desk, Jobs(count))
    assert [report.name for report in reports] == [*NAMES]
    assert (tmp_path / "log").read_text().split() == [*NAMES]
    assert lines == [f"{name}: {what}" for name in NAMES for what in ("generating", "delivering")]
    assert desk.effects == [f"wrote {name}" for name in NAMES]


def test_where_processes_cannot_be_forked_new_ones_do_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nemogen.commands.jobs.IS_FORKED", False)
    loaded: list[str] = []
    jobs = Jobs(2, lambda: loaded.append("for nothing"))
    reports = run_each(NAMES[:3], "sync", partial(written, tmp_path), Desk(), jobs)
    assert [report.name for report in reports] == [*NAMES[:3]]
    assert (tmp_path / "log").read_text().split() == [*NAMES[:3]]
    assert loaded == []


def process_of(_: Path, name: str, desk: Desk) -> ApiReport:
    with desk.alone():
        return ApiReport(name, (Subject("sync", State.DONE, str(os.getpid())),))


def test_a_process_takes_many_apis_and_is_replaced_before_it_grows(tmp_path: Path) -> None:
    names = tuple(f"api-{number}" for number in range(2 * MAX_TASKS + 3))
    reports = run_each(names, "sync", partial(process_of, tmp_path), Desk(), Jobs(2))
    assert [report.name for report in reports] == [*names]
    processes = [report.subjects[0].why for report in reports]
    assert str(os.getpid()) not in processes
    assert 2 <= len({*processes}) <= 5
    assert max(map(processes.count, processes)) <= MAX_TASKS


def fails(name: str, _: Desk) -> ApiReport:
    if name == "b":
        raise ConfigError("it is wrong")
    if name == "c":
        raise ZeroDivisionError
    return done(name)


def test_an_error_is_the_state_of_its_api_and_the_others_go_on() -> None:
    reports = run_each(NAMES, "sync", fails, Desk(), Jobs(2))
    states = {report.name: report.subjects[0].state for report in reports}
    assert states == {**dict.fromkeys(NAMES, State.DONE), "b": State.AT_FAULT, "c": State.INTERNAL_ERROR}


def dies(name: str, desk: Desk, *, writing: bool) -> ApiReport:
    if name == "b":
        with desk.in_turn() if writing else desk.alone():
            os.kill(os.getpid(), signal.SIGKILL)
    with desk.in_turn():
        return done(name)


@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize("writing", [False, True])
def test_the_death_of_a_process_is_the_state_of_its_api_and_the_others_go_on(writing: bool, count: int) -> None:
    repaired: list[str] = []
    jobs = Jobs(count, repair=lambda: repaired.append("repaired"))
    reports = run_each(NAMES, "sync", partial(dies, writing=writing), Desk(), jobs)
    states = {report.name: report.subjects[0].state for report in reports}
    assert states == {**dict.fromkeys(NAMES, State.DONE), "b": State.NOT_CHECKED}
    assert "SIGKILL" in reports[1].subjects[0].why
    assert "--jobs 1" in reports[1].findings[0].help
    assert repaired == ["repaired"]  # it held the right to write in both cases


def interrupted(parent: int, name: str, desk: Desk) -> ApiReport:
    """As Ctrl-C in a terminal would, once the second API writes."""
    with desk.in_turn():
        desk.effects.append(f"wrote {name}")
    if name == "b":
        os.kill(parent, signal.SIGINT)
        signal.pause()
    return done(name)


def test_ctrl_c_ends_all_processes_and_says_what_was_done() -> None:
    desk = Desk()
    with pytest.raises(KeyboardInterrupt):
        run_each(NAMES, "sync", partial(interrupted, os.getpid()), desk, Jobs(2))
    assert desk.effects[:2] == ["wrote a", "wrote b"]


def stopped_within(name: str, desk: Desk) -> ApiReport:
    with desk.in_turn():
        desk.effects.append(f"wrote {name}")
        if name == "b":
            os.kill(os.getpid(), signal.SIGINT)
            signal.pause()
    return done(name)


def test_ctrl_c_that_only_the_writing_process_hears_ends_the_command() -> None:
    desk, repaired = Desk(), list[str]()
    jobs = Jobs(2, repair=lambda: repaired.append("repaired"))
    with pytest.raises(KeyboardInterrupt):
        run_each(NAMES, "sync", stopped_within, desk, jobs)
    assert desk.effects == ["wrote a", "wrote b"]
    assert repaired == ["repaired"]


def looked_at(name: str) -> str:
    return f"{name} by {os.getpid()}"


def dies_elsewhere(parent: int, name: str) -> str:
    if name == "api-7" and os.getpid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)
    return name


def test_many_apis_are_checked_by_other_processes_in_their_order() -> None:
    names = tuple(f"api-{number}" for number in range(100))
    found = look_at_each(names, looked_at, 2)
    assert [*found] == [*names]
    assert all(text.startswith(f"{name} by ") for name, text in found.items())
    assert not any(text.endswith(f" {os.getpid()}") for text in found.values())
    few = names[:3]
    assert look_at_each(few, looked_at, 2) == {name: f"{name} by {os.getpid()}" for name in few}
    assert look_at_each(names, partial(dies_elsewhere, os.getpid()), 2) == {name: name for name in names}


@pytest.fixture
def two(local: Workshop) -> Workshop:
    """A project of two APIs, of which one was never generated."""
    local.write("specs/depot/api.toml", '[source]\nfile = "docs/depot.json"\n')
    for path in ("docs/depot.json", "specs/depot/openapi.json"):
        local.write(path, documents.MORE)
    return local


def test_files_and_output_are_the_same_with_one_process_and_with_two(two: Workshop, tmp_path: Path) -> None:
    outputs = []
    for count in ("1", "2"):
        folder = tmp_path / f"out-{count}"
        made = two.run("generate", "--output", str(folder), "--jobs", count)
        assert made.status == 0, made
        files = {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        outputs.append((files, made.out.replace(str(folder), ""), made.err))
    assert outputs[0] == outputs[1]
    assert {path.parts[0] for path in outputs[0][0]} == {"depot", "shop"}


def test_each_api_has_its_commit_in_the_order_of_their_names(two: Workshop) -> None:
    done = two.run("sync", "--offline", "--no-cache", "--jobs", "2")
    assert done.status == 0, done
    headings = [line for line in done.out.splitlines() if line and not line.startswith(" ")]
    assert headings[:2] == ["depot, 0.1.0 (new)", "shop"]
    assert two.run("check", "--offline", "--jobs", "2").status == 0
