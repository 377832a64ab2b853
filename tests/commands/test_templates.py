"""A project's own templates: file by file in place of ours, ejected, misspelled, outdated."""

from __future__ import annotations

from pathlib import Path

from nemogen.assets import own_templates
from nemogen.commands.templates import templates
from nemogen.project import Project
from tests.commands.workshop import Workshop

OF_CLIENT = "client/src/client.py.jinja"


def test_one_template_of_the_project_goes_before_ours_and_the_rest_stays(local: Workshop) -> None:
    done = local.run("templates", "eject", OF_CLIENT)
    assert done.status == 0, done
    file = local.root / "templates" / OF_CLIENT
    before = {path for path in local.tree() if path.startswith("templates/")}
    assert before == {f"templates/{OF_CLIENT}", "templates/origins.toml"}
    assert local.run("generate").status == 0
    source = local.root / "generated/shop/src/shop/client.py"
    ours = source.read_text(encoding="utf-8")
    file.write_text(file.read_text(encoding="utf-8") + "\n\nOURS = 1\n", encoding="utf-8")
    done = local.run("generate")
    assert done.status == 0, done
    assert source.read_text(encoding="utf-8").startswith(ours.rstrip("\n"))
    assert "OURS = 1" in source.read_text(encoding="utf-8")
    rows = dict(line.partition("  ")[::2] for line in local.run("templates").out.splitlines())
    assert rows[OF_CLIENT] == "the project's own"
    assert rows["client/README.md.jinja"] == ""
    assert local.states("check", "--offline", status=0)["templates"] == "up to date"


def test_a_change_of_ours_below_an_ejected_template_is_reported(local: Workshop) -> None:
    local.run("templates", "eject", f"templates/{OF_CLIENT}")
    local.write("templates/origins.toml", f'"{OF_CLIENT}" = "{"0" * 64}"\n')
    assert f"{OF_CLIENT}  outdated" in local.run("templates").out
    assert local.run("generate").status == 0
    report = local.report("check", "--offline", status=0)
    (subject,) = [each for each in report["apis"][0]["subjects"] if each["name"] == "templates"]
    assert [each["id"] for each in subject["findings"]] == ["template-outdated"]


def test_a_misspelled_template_is_an_error_with_a_suggestion(local: Workshop) -> None:
    local.write("templates/client/src/cleint.py.jinja", "")
    for command in (("generate",), ("check", "--offline"), ("templates",)):
        done = local.run(*command)
        assert done.status == 3, done
        assert "templates/client/src/cleint.py.jinja" in done.err
        assert f"Did you mean templates/{OF_CLIENT}?" in done.err
    done = local.run("templates", "eject", "client/src/cleint.py.jinja")
    assert done.status == 3
    assert f"Did you mean templates/{OF_CLIENT}?" in done.err


def test_a_file_among_the_templates_without_their_ending_is_an_error_and_others_are_the_project_s(
    local: Workshop,
) -> None:
    local.write("templates/index.html", "of a web server")
    assert local.run("templates").status == 0
    local.write("templates/client/src/client.py", "")
    done = local.run("templates")
    assert done.status == 3, done
    assert f"Did you mean templates/{OF_CLIENT}?" in done.err


def test_what_a_template_wrote_that_is_not_python_is_one_finding_with_its_line(local: Workshop) -> None:
    local.run("templates", "eject", OF_CLIENT)
    template = local.root / "templates" / OF_CLIENT
    template.write_text(template.read_text(encoding="utf-8") + "\nx = = 1\n", encoding="utf-8")
    report = local.report("generate", status=3)
    (finding,) = [each for subject in report["apis"][0]["subjects"] for each in subject["findings"]]
    assert finding["message"].startswith("what the templates wrote is not valid Python: client.py:")


def test_what_the_project_has_already_is_not_overwritten(local: Workshop) -> None:
    local.write(f"templates/{OF_CLIENT}", "mine")
    assert local.run("templates", "eject", OF_CLIENT).status == 3
    assert (local.root / "templates" / OF_CLIENT).read_text() == "mine"


def test_in_the_repository_of_nemogen_no_template_is_the_project_s_own() -> None:
    root = Path(__file__).parents[2]
    assert own_templates() == root / "templates"
    listed = templates(Project(root)).splitlines()
    assert OF_CLIENT in listed
    assert [line for line in listed if "  " in line] == []
