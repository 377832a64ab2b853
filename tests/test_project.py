from __future__ import annotations

from pathlib import Path

import pytest

from nemogen.errors import ConfigError
from nemogen.project import Project

FILE = b'[source]\nfile = "upstream.json"\n'


def _add(root: Path, *names: str) -> None:
    for name in names:
        (root / "specs" / name).mkdir(parents=True)
        (root / "specs" / name / "api.toml").write_bytes(FILE)


def test_a_project_is_found_from_a_folder_below(tmp_path: Path) -> None:
    _add(tmp_path, "one")
    (tmp_path / "a/b").mkdir(parents=True)
    assert Project.find(start=tmp_path / "a/b").root == tmp_path.resolve()


def test_a_new_project_is_found_by_its_pyproject(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").touch()
    project = Project.find(start=tmp_path)
    assert project.root == tmp_path.resolve()
    assert project.apis() == ()


def test_a_given_folder_is_taken_as_it_is(tmp_path: Path) -> None:
    assert Project.find(tmp_path).root == tmp_path.resolve()
    with pytest.raises(ConfigError, match="no such folder"):
        Project.find(tmp_path / "nowhere")


def test_no_project_is_reported(tmp_path: Path) -> None:
    if any((folder / "specs").is_dir() or (folder / "pyproject.toml").is_file() for folder in tmp_path.parents):
        pytest.skip("the folder for temporary files lies in a project")
    with pytest.raises(ConfigError, match="no project here"):
        Project.find(start=tmp_path)


def test_the_apis_are_the_folders_with_settings(tmp_path: Path) -> None:
    _add(tmp_path, "two", "one")
    (tmp_path / "specs/empty").mkdir()
    (tmp_path / "specs/file.txt").touch()
    assert Project(tmp_path).apis() == ("one", "two")


def test_names_are_selected_in_their_order_and_once(tmp_path: Path) -> None:
    _add(tmp_path, "one", "two")
    project = Project(tmp_path)
    assert project.select(()) == ("one", "two")
    assert project.select(("two", "one", "two")) == ("two", "one")


def test_a_name_that_is_no_api_is_refused_with_the_nearest(tmp_path: Path) -> None:
    _add(tmp_path, "mistral")
    with pytest.raises(ConfigError, match="Did you mean mistral"):
        Project(tmp_path).select(("mistrl",))
    with pytest.raises(ConfigError, match="Known: mistral"):
        Project(tmp_path).select(("zzz",))


def test_a_project_without_apis_says_how_to_begin(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="nemogen add NAME SOURCE"):
        Project(tmp_path).select(())


def test_a_project_without_apis_inside_another_one_names_the_other(tmp_path: Path) -> None:
    (tmp_path / "specs/shop").mkdir(parents=True)
    (tmp_path / "specs/shop/api.toml").touch()
    (tmp_path / "inner/specs").mkdir(parents=True)
    with pytest.raises(ConfigError) as caught:
        Project.find(start=tmp_path / "inner").select(())
    assert caught.value.problems[0].remedy.endswith(f"--project {tmp_path.resolve()}.")


def test_everything_of_an_api_lies_inside_the_project(tmp_path: Path) -> None:
    paths = Project(tmp_path).paths("one")
    assert paths.pin == tmp_path / "specs/one/openapi.json"
    assert paths.generated == tmp_path / "generated/one"
    assert paths.recordings == tmp_path / "tests/recordings/one"
    for name in ("..", "../x", "/etc", "a/b", "a\\b"):
        with pytest.raises(ConfigError, match="not a valid API name"):
            Project(tmp_path).paths(name)


def test_settings_are_read_from_their_file(tmp_path: Path) -> None:
    _add(tmp_path, "one")
    assert Project(tmp_path).settings("one").package.module == "one"
    (tmp_path / "specs/one/api.toml").write_bytes(b"nope")
    with pytest.raises(ConfigError, match=r"^specs/one/api.toml:1"):
        Project(tmp_path).settings("one")


def test_settings_that_are_missing_or_huge_are_reported(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="nemogen add"):
        Project(tmp_path).settings("one")
    _add(tmp_path, "one")
    with (tmp_path / "specs/one/api.toml").open("wb") as file:
        file.truncate(1 << 30)
    with pytest.raises(ConfigError, match="larger than"):
        Project(tmp_path).settings("one")


def test_a_path_is_shown_relative_to_the_project(tmp_path: Path) -> None:
    project = Project(tmp_path)
    assert project.relative(tmp_path / "specs/one/api.toml") == "specs/one/api.toml"
    assert project.relative(Path("/elsewhere/x")) == "/elsewhere/x"
