"""`nemogen.light_dataclasses` makes frozen classes that behave as those of the standard library."""

from __future__ import annotations

import ast
import copy
import dataclasses
import inspect
import pickle
import typing
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

import pytest

import nemogen
from nemogen import light_dataclasses

SOURCE = Path(nemogen.__file__).parent
COPIED = ("runtime", "recordings/bundled_tests")
"""Folders whose modules go into packages, which have no nemogen."""


def made_by(dataclass: Any) -> dict[str, Any]:
    """Frozen classes with all that a field and a class may have, by name."""
    classes = *with_fields(dataclass), *with_fields_that_are_no_arguments(dataclass), *with_methods(dataclass)
    return {each.__name__: each for each in classes}


def with_fields(dataclass: Any) -> tuple[Any, ...]:
    """Classes with each kind of field that is an argument, and with none."""

    @dataclass(frozen=True, slots=True)
    class Plain:
        """Doc."""

        first: int
        second: str = "x"
        many: list[int] = dataclasses.field(default_factory=list)
        hidden: int = dataclasses.field(default=1, repr=False, compare=False)
        kind: ClassVar[str] = "plain"

    @dataclass(frozen=True, slots=True)
    class Child(Plain):
        """A class with the fields of its base in front."""

        third: int = 3

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Keywords:
        """Arguments by name alone, one of them without a default behind one with."""

        first: int = 1
        second: int  # type: ignore[misc]  # mypy takes the decorator for one that knows no kw_only

    @dataclass(frozen=True, slots=True)
    class Partly:
        """A field that is compared and not hashed, and one that is neither."""

        first: int
        many: list[int] = dataclasses.field(default_factory=list, hash=False)
        hidden: list[int] = dataclasses.field(default_factory=list, compare=False)

    @dataclass(frozen=True, slots=True)
    class Empty:
        """No field."""

    @dataclass(frozen=True, slots=True)
    class One:
        """One field."""

        only: Any

    return Plain, Child, Keywords, Partly, Empty, One


def with_fields_that_are_no_arguments(dataclass: Any) -> tuple[Any, ...]:
    """A class whose instances work out fields of theirs."""

    @dataclass(frozen=True, slots=True)
    class Computed:
        """A field that is no argument, one with a default and one that a function makes."""

        first: int
        twice: int = dataclasses.field(init=False)
        fixed: int = dataclasses.field(init=False, default=7)
        found: dict[str, int] = dataclasses.field(init=False, default_factory=dict)

        def __post_init__(self) -> None:
            object.__setattr__(self, "twice", 2 * self.first)

    return (Computed,)


def with_methods(dataclass: Any) -> tuple[Any, ...]:
    """Classes that compare by identity, or define methods themselves."""

    @dataclass(frozen=True, slots=True, eq=False)
    class Identity:
        """Equal to itself alone."""

        first: int

    @dataclass(frozen=True, slots=True)
    class Own:  # noqa: PLW1641 - without a hash of its own
        """Methods of its own."""

        first: int

        def __repr__(self) -> str:
            return "own"

        def __eq__(self, other: object) -> bool:
            return isinstance(other, type(self))

    @dataclass(frozen=True, slots=True)
    class Hashed:
        """A hash of its own."""

        first: int

        def __hash__(self) -> int:
            return 5

    return Identity, Own, Hashed


OURS, THEIRS = made_by(light_dataclasses.dataclass), made_by(dataclasses.dataclass)
CALLS: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = [
    ("Plain", (1,), {}),
    ("Plain", (1, "y", [2], 3), {}),
    ("Plain", (), {"first": 1, "hidden": 9}),
    ("Plain", (), {}),
    ("Plain", (1, 2, 3, 4, 5), {}),
    ("Partly", (1,), {}),
    ("Partly", (1, [2]), {}),
    ("Partly", (1, [2], [3]), {}),
    ("Child", (1, "y"), {"third": 4}),
    ("Keywords", (), {"second": 2}),
    ("Keywords", (), {"first": 1}),
    ("Keywords", (1, 2), {}),
    ("Computed", (4,), {}),
    ("Computed", (4,), {"twice": 1}),
    ("Empty", (), {}),
    ("One", ((1, 2),), {}),
    ("Identity", (1,), {}),
    ("Own", (1,), {}),
    ("Hashed", (1,), {}),
]


def outcome(call: Callable[[], Any]) -> Any:
    """What a call gives, or the class of what it raises."""
    try:
        return call()
    except Exception as error:  # noqa: BLE001 - compared
        return type(error)


def refused(change: Callable[[], None]) -> bool:
    """Whether an attribute cannot be changed. What the standard library raises depends on the fields of the class."""
    return outcome(change) in (AttributeError, TypeError, dataclasses.FrozenInstanceError)


def facts_of(cls: Any, args: tuple[Any, ...], named: dict[str, Any]) -> Any:
    """All that a user of the class can tell of a value, and of a second one with the same fields."""
    value = outcome(lambda: cls(*args, **named))
    if isinstance(value, type):
        return value
    other = cls(*args, **named)
    kept = copy.deepcopy(value)
    return {
        "fields": {each.name: getattr(value, each.name) for each in dataclasses.fields(value)},
        "shown": repr(value).rpartition(".")[2],
        "equal": (value == other, value == kept, value != other, value == 1, value.__eq__(1)),
        "hash": outcome(lambda: hash(value) == hash(other)),
        "is_hashable": isinstance(cls.__hash__, Callable),  # type: ignore[arg-type]
        "set": refused(lambda: setattr(value, "first", 2)),
        "new": refused(lambda: setattr(value, "other", 2)),
        "deleted": refused(lambda: delattr(value, "first")),
        "slots": cls.__slots__,
        "matched": cls.__match_args__,
        "as_dict": dataclasses.asdict(value),
        "replaced": outcome(lambda: dataclasses.replace(value, first=8).first),
        "parameters": str(inspect.signature(cls)).count(","),
        "hints": [*typing.get_type_hints(cls.__init__, {**globals(), "Any": Any})],
        "doc": cls.__doc__,
    }


@pytest.mark.parametrize(("name", "args", "named"), CALLS)
def test_a_class_behaves_as_that_of_the_standard_library(
    name: str, args: tuple[Any, ...], named: dict[str, Any]
) -> None:
    ours, theirs = facts_of(OURS[name], args, named), facts_of(THEIRS[name], args, named)
    if isinstance(theirs, dict):
        theirs["hints"] = [each for each in theirs["hints"] if each != "return"]
    assert ours == theirs


def test_classes_that_differ_are_not_equal() -> None:
    plain, child = OURS["Plain"](1), OURS["Child"](1)
    assert plain != child
    assert plain != OURS["Plain"](2)
    assert plain == OURS["Plain"](1, hidden=5)


def test_a_value_that_holds_itself_can_be_shown() -> None:
    held: list[Any] = []
    value = OURS["One"](held)
    held.append(value)
    assert repr(value).endswith("One(only=[...])")


@light_dataclasses.dataclass(frozen=True, slots=True)
class Pickled:
    """At the top of a module, where pickle finds it."""

    first: int
    second: tuple[str, ...] = ()


def test_a_value_is_pickled() -> None:
    value = Pickled(1, ("x",))
    assert pickle.loads(pickle.dumps(value)) == value


def test_other_classes_are_those_of_the_standard_library() -> None:
    @light_dataclasses.dataclass
    class Mutable:
        first: int = 1

    @light_dataclasses.dataclass(frozen=True)
    class Open:
        first: int = 1

    value = Mutable()
    value.first = 2
    assert value == Mutable(2)
    assert vars(Open()) == {"first": 1}


def imports_dataclass(path: Path) -> bool:
    tree = ast.parse(path.read_bytes())
    imported = (each for each in ast.walk(tree) if isinstance(each, ast.ImportFrom) and each.module == "dataclasses")
    return any(name.name == "dataclass" for each in imported for name in each.names)


def test_every_module_of_nemogen_uses_it() -> None:
    others = [
        path.relative_to(SOURCE).as_posix()
        for path in sorted(SOURCE.rglob("*.py"))
        if not path.relative_to(SOURCE).as_posix().startswith(COPIED) and path.name != "light_dataclasses.py"
    ]
    assert len(others) > 300
    assert [each for each in others if imports_dataclass(SOURCE / each)] == []
