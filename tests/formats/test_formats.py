"""What a release wrote is read by every later one; ids and fingerprints that people wrote down stay."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from nemogen.commands.api import read_api
from nemogen.commands.explain import error_kinds
from nemogen.diff.python.rules import SOURCE_RULES
from nemogen.diff.rules import RULES
from nemogen.errors import InputFault
from nemogen.findings import Level
from nemogen.project import Project
from nemogen.report.model import State
from tests.commands.conftest import home  # noqa: F401
from tests.commands.workshop import SCHEMA, Workshop
from tests.formats.meaning import fingerprints, meaning_of
from tests.publish.repositories import git

HERE = Path(__file__).parent
VERSIONS = sorted(path for path in HERE.iterdir() if (path / "meaning.json").is_file())
IDS = HERE / "ids.txt"


def load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def lost(then: Any, now: Any, place: str = "") -> list[str]:
    """Where what was read then is read otherwise now; what is read beside it may be new."""
    if isinstance(then, dict) and isinstance(now, dict):
        gone = [f"{place}/{key} is not read any more" for key in then.keys() - now.keys()]
        return gone + [each for key in then.keys() & now.keys() for each in lost(then[key], now[key], f"{place}/{key}")]
    if isinstance(then, list) and isinstance(now, list) and len(then) == len(now):
        return [
            each for index, pair in enumerate(zip(then, now, strict=True)) for each in lost(*pair, f"{place}/{index}")
        ]
    return [] if then == now else [f"{place} was {then!r} and is {now!r}"]


def ids() -> list[str]:
    """Every id that people write into files, scripts and searches, with what it is the id of."""
    rules = [f"rule {each}" for each in (*RULES, *SOURCE_RULES)]
    errors = [f"error {each.error_id()} {each.exit_code}" for each in error_kinds()]
    words = [*(f"level {each.value}" for each in Level), *(f"state {each.value}" for each in State)]
    return sorted({*rules, *errors, *words})


def test_the_first_release_is_held() -> None:
    assert [path.name for path in VERSIONS][:1] == ["0.1"]


@pytest.mark.parametrize("version", VERSIONS, ids=lambda path: path.name)
def test_files_of_an_earlier_release_mean_what_they_meant(version: Path) -> None:
    changed = lost(load(version / "meaning.json"), meaning_of(version / "project", "talk"))
    assert changed == [], (
        f"files that nemogen {version.name} wrote are read otherwise now. Read them as they were meant: what an earlier"
        " release wrote is not written again"
    )


@pytest.mark.parametrize("version", VERSIONS, ids=lambda path: path.name)
def test_reports_of_an_earlier_release_keep_to_the_schema(version: Path) -> None:
    assert list(jsonschema.Draft202012Validator(SCHEMA).iter_errors(load(version / "report.json"))) == []


@pytest.mark.parametrize("version", VERSIONS, ids=lambda path: path.name)
def test_fingerprints_stay_what_they_are(version: Path) -> None:
    then = set((version / "fingerprints.txt").read_text(encoding="utf-8").splitlines())
    missing = sorted(then - set(fingerprints(load(version / "pairs.json"))))
    assert missing == [], (
        "approvals name findings by fingerprint: these have another one now, or are no longer found. Keep the key of"
        " the rule as it was"
    )


def test_an_id_may_be_added_and_never_removed_or_renamed() -> None:
    missing = sorted(set(IDS.read_text(encoding="utf-8").splitlines()) - set(ids()))
    assert missing == [], "people have these in approvals.toml, severity.toml and scripts: keep them"


def test_every_id_of_today_is_held_from_now_on() -> None:
    held = set(IDS.read_text(encoding="utf-8").splitlines())
    if os.environ.get("NEMOGEN_UPDATE_CASES") == "1":  # only adds: what is held stays
        IDS.write_text("\n".join(sorted({*held, *ids()})) + "\n", encoding="utf-8")
        return
    assert sorted(set(ids()) - held) == [], f"make golden adds them to {IDS.relative_to(HERE.parents[1])}"


@pytest.mark.slow
@pytest.mark.parametrize("version", VERSIONS, ids=lambda path: path.name)
def test_a_project_of_an_earlier_release_is_taken_over(version: Path, tmp_path: Path) -> None:
    """Only generated/ is missing: what is written anew has the same names, versions and approvals."""
    shutil.copytree(version / "project", tmp_path / "project")
    project = Workshop(tmp_path / "project", {"TALK_API_KEY": "fake"})
    git(project.root, "init", "--quiet")
    project.commit()
    before = meaning_of(project.root, "talk")
    done = project.run("sync", "--offline", "--no-commit", "--no-test")
    assert done.status in (0, 1), done
    after = meaning_of(project.root, "talk")
    in_use = {
        table: {key: entry for key, entry in entries.items() if not entry["last"]}
        for table, entries in before["names"].items()
        if table not in ("conflicts", "contested")
    }
    assert in_use["classes"]
    assert lost(in_use, after["names"]) == []
    assert after["releases"][-len(before["releases"]) :] == before["releases"]
    assert {each: before[each] for each in ("approvals", "levels", "published", "recordings")} == {
        each: after[each] for each in ("approvals", "levels", "published", "recordings")
    }


@pytest.mark.parametrize("name", ["lock.json", "releases.json", "names.toml", "api.toml"])
def test_a_file_of_a_newer_nemogen_says_so(name: str, tmp_path: Path) -> None:
    root = tmp_path / "project"
    shutil.copytree(VERSIONS[-1] / "project", root)
    lock = root / "specs/talk/lock.json"
    content = load(lock)
    content["tools"]["nemogen"] = "99.1.0"
    lock.write_text(json.dumps(content), encoding="utf-8")
    file = root / "specs/talk" / name
    text = file.read_text(encoding="utf-8")
    newer = (
        {"version": 7, **{key: value for key, value in json.loads(text).items() if key != "version"}}
        if (name.endswith(".json"))
        else None
    )
    file.write_text(json.dumps(newer) if newer else f"[unheard]\nx = 1\n{text}", encoding="utf-8")
    with pytest.raises(InputFault) as caught:
        read_api(Project(root.resolve()), "talk")
    first, second = caught.value.problems[:2]
    assert first.what.startswith("nemogen 99.1.0 wrote the files of this API")
    assert first.remedy.endswith("pip install --upgrade 'nemogen>=99.1.0'")
    assert name in str(second.where)
