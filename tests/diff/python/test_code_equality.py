from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nemogen.diff.python.code_equality import code_changes
from nemogen.findings import Level
from tests.diff.python.packages import MODULES, edited, package


@pytest.mark.parametrize(
    ("module", "old", "new"),
    [
        ("models.py", '"""A pet."""', '"""Another text."""'),
        ("models.py", '    """Its id."""\n', ""),
        ("models.py", "    street: str\n", "    # a comment\n\n    street: str  # and another\n"),
        ("models.py", 'Literal["red", "green"]', "Literal[\n    'red',\n    'green',\n]"),
        ("resources/pets.py", '        """Gets a pet."""\n', "        ...\n"),
        ("client.py", "SETTINGS = object()", "SETTINGS = (object())"),
    ],
)
def test_docstrings_comments_and_layout_are_prose(module: str, old: str, new: str) -> None:
    assert not code_changes(package(), edited(module, (old, new)))


@pytest.mark.parametrize(
    ("module", "old", "new"),
    [
        ("models.py", "street: str", "street: int"),
        ("models.py", "min_length=1", "min_length=2"),
        ("client.py", "SETTINGS = object()", "SETTINGS = None"),
        ("resources/pets.py", "limit: int | Omit = omit", "limit: int | Omit = omit, x: int = 1"),
    ],
)
def test_any_other_change_is_none_of_prose(module: str, old: str, new: str) -> None:
    assert code_changes(package(), edited(module, (old, new)))


def test_a_module_that_came_or_went_is_no_prose() -> None:
    assert code_changes(package(), package({"new.py": ""}))
    assert code_changes(package({"new.py": ""}), package())


def test_files_that_are_no_python_do_not_count() -> None:
    after = {**package(), "README.md": b"# other\n", "src/zoo/table.json": b"{}"}
    assert not code_changes(package(), after)


def test_stubs_are_python_too() -> None:
    before, after = package({"stub.pyi": "x: int\n"}), package({"stub.pyi": "x: str\n"})
    assert [finding.message for finding in code_changes(before, after)] == [
        "the code of `zoo.stub` changed; names and types did not"
    ]


def test_the_modules_that_changed_are_named_in_one_finding() -> None:
    client = edited("client.py", ("SETTINGS = object()", "SETTINGS = None"))
    after = {**client, "src/zoo/resources/pets.py": b"import os\n"}
    (finding,) = code_changes(package(), after)
    assert finding.message == "the code of `zoo.client` and `zoo.resources.pets` changed; names and types did not"
    assert (finding.level, finding.count) == (Level.RISKY, 2)


def test_what_cannot_be_parsed_proves_nothing() -> None:
    broken = package({"models.py": "class Pet(:\n"})
    assert code_changes(package(), broken)
    assert not code_changes(broken, broken)


@given(st.text(alphabet=st.characters(codec="utf-8")), st.sampled_from(sorted(MODULES)))
@settings(deadline=None)
def test_a_comment_of_any_text_is_prose(text: str, module: str) -> None:
    comment = "".join(f"# {line}\n" for line in text.replace("\x00", "").replace("\x0c", "").splitlines())
    assert not code_changes(package(), package({module: MODULES[module] + "\n" + comment}))
