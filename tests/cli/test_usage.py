"""A command line that is wrong: the message has the form of every other one."""

from __future__ import annotations

from pathlib import Path

import pytest

from nemogen.cli.main import main

SHOP = '[source]\nfile = "shop.json"\n'


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """The exit status, and what went to stdout and stderr."""
    with pytest.raises(SystemExit) as ended:
        main.main(list(words), prog_name="nemogen")
    assert isinstance(ended.value.code, int)
    return ended.value.code, *capsys.readouterr()


@pytest.mark.parametrize(
    ("words", "error", "remedy"),
    [
        ("chekc", "no such command chekc", "Did you mean check? Usage: nemogen "),
        ("check --offlin", "no such option --offlin", "Did you mean --offline? Usage: nemogen check "),
        ("diff one", "missing argument 'REVISION'", "Usage: nemogen diff [OPTIONS] BASE REVISION; nemogen diff --help"),
        ("check --jobs 0", "invalid value for '--jobs': 0 is not in the range x>=1", "Usage: nemogen check "),
        ("check --jobs", "option '--jobs' requires an argument", "--help after the command lists its options."),
        ("diff a b --fail-on breaking-used", "--fail-on breaking-used goes with --used-by", "Usage: nemogen diff "),
        ("record import shop", "missing argument 'FILE'", "Usage: nemogen record import "),
    ],
)
def test_it_names_what_is_wrong_and_the_usage(
    words: str, error: str, remedy: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = said(capsys, *words.split())
    assert (status, out) == (2, "")
    first, second = err.splitlines()
    assert first == f"error: {error} [wrong-usage]"
    assert second.startswith(f"  help: {remedy}")


def test_a_group_alone_shows_its_help_with_whole_summaries(capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = said(capsys, "record")
    assert status == 2
    assert err.startswith("Usage: nemogen record ")
    assert "..." not in err.partition("Commands:")[2]


def test_the_project_may_be_named_before_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("one", "two"):
        (tmp_path / name / "specs" / name).mkdir(parents=True)
        (tmp_path / name / "specs" / name / "api.toml").write_text(SHOP, encoding="utf-8")
    one, two = str(tmp_path / "one"), str(tmp_path / "two")
    assert said(capsys, "--project", one, "list") == (0, "one  -         shop.json\n", "")
    assert said(capsys, "--project", one, "list", "--project", two)[1] == "two  -         shop.json\n"
    status, _, err = said(capsys, "--project", one, "record", "export", "two", "--output", str(tmp_path / "a.har"))
    assert (status, "no API 'two'" in err, "Known: one" in err) == (3, True, True)
    wrong = said(capsys, "--project", str(tmp_path / "three"), "list")
    assert (wrong[0], "three: no such folder" in wrong[2]) == (3, True)


def test_a_template_is_ejected_into_the_project_that_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in (("--project", "one", "templates"), ("templates", "--project", "two")):
        name = words[words.index("--project") + 1]
        (tmp_path / name / "specs").mkdir(parents=True)
        given = [str(tmp_path / word) if word == name else word for word in words]
        assert said(capsys, *given, "eject", "client/README.md.jinja")[0] == 0
        assert (tmp_path / name / "templates/client/README.md.jinja").is_file()
