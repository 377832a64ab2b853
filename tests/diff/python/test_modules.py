"""What two packages share while they are compared: the code of a runtime that both have."""

from __future__ import annotations

from nemogen.diff.python.modules import Package
from tests.diff.python.packages import MODULES, edited, package

OMIT = "._runtime.omit"


def test_a_runtime_that_base_and_revision_have_is_parsed_once() -> None:
    base, revision = Package(package()), Package(edited("models.py", ("class Pet", "class Animal")))
    assert base.module(OMIT) is revision.module(OMIT)
    assert base.module(".models") is not revision.module(".models")


def test_a_runtime_with_a_change_anywhere_or_of_another_package_is_parsed_again() -> None:
    base, changed = Package(package()), Package(edited("_runtime/errors.py", ("status: int", "status: str")))
    assert base.module(OMIT) is not changed.module(OMIT)
    other = Package(package(name="farm"))
    assert (base.module(OMIT).path, other.module(OMIT).path) == ("zoo._runtime.omit", "farm._runtime.omit")
    beside = Package({f"lib/zoo/{path}": text.encode() for path, text in MODULES.items()})
    assert beside.module(OMIT).filepath != base.module(OMIT).filepath
