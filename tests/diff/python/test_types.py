from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nemogen.diff.python.types import Relation, Side, Type, names, parse, qualifiers, relate, renamed, text


def resolve(name: str) -> str:
    return f".models.{name}" if name in ("Pet", "Cat", "Dog", "Json", "Colour") else name


def kind(source: str) -> Type:
    return parse(source, resolve)


SIDE = Side(
    {".models.Json": kind("str | list[Json]"), ".models.Colour": kind("Literal['red', 'green']")},
    {".models.Cat": frozenset({".models.Pet"}), ".models.Dog": frozenset({"Mapping"})},
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Optional[int]", "int | None"),
        ("typing.Union[int, str, None]", "None | str | int"),
        ("Literal['a', 'b']", "Literal['b'] | Literal['a']"),
        ("Annotated[int, Field(ge=1)]", "int"),
        ("Required[List[int]]", "list[int]"),
        ("'Pet | None'", "Optional[Pet]"),
        ("Dict[str, 'Pet']", "dict[str, Pet]"),
        ("collections.abc.Sequence[int]", "typing.Sequence[int]"),
        ("Literal[-1, Literal[2]]", "Literal[2, -1]"),
        ("Literal[None, 1]", "Literal[1] | None"),
    ],
)
def test_spellings_of_one_type_are_equal(one: str, other: str) -> None:
    assert kind(one) == kind(other)


@pytest.mark.parametrize(
    ("before", "after", "relation"),
    [
        ("int", "int | None", Relation.WIDER),
        ("int | None", "int", Relation.NARROWER),
        ("int", "str", Relation.OTHER),
        ("int", "float", Relation.WIDER),
        ("bool", "int", Relation.WIDER),
        ("Literal['a']", "str", Relation.WIDER),
        ("Literal[1]", "str", Relation.OTHER),
        ("Literal['a'] | str", "str", Relation.SAME),
        ("Any", "str", Relation.NARROWER),
        ("bool", "Literal[True, False]", Relation.SAME),
        ("Any", "object", Relation.SAME),
        ("list[int]", "Sequence[int]", Relation.WIDER),
        ("Sequence[int]", "Iterable[int | str]", Relation.WIDER),
        ("list[int]", "list[int | None]", Relation.WIDER),
        ("list[int]", "list", Relation.WIDER),
        ("dict[str, int]", "Mapping[str, int]", Relation.WIDER),
        ("tuple[int, ...]", "Sequence[int]", Relation.WIDER),
        ("Cat", "Pet", Relation.WIDER),
        ("Pet", "Cat", Relation.NARROWER),
        ("Dog", "Mapping[str, object]", Relation.WIDER),
        ("Colour", "Literal['red', 'green']", Relation.SAME),
        ("Colour", "Literal['red', 'green', 'blue']", Relation.WIDER),
        ("Colour", "Colour | None", Relation.WIDER),
        ("Json", "str | list[Json]", Relation.SAME),
        ("Json", "str | list[str | list[Json]]", Relation.SAME),
        ("Json", "str", Relation.NARROWER),
        ("Callable[[int], str]", "Callable[[int], str]", Relation.SAME),
    ],
)
def test_types_are_held_against_each_other_as_what_they_may_be(before: str, after: str, relation: Relation) -> None:
    assert relate(kind(before), kind(after), SIDE, SIDE) is relation


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("None | str | Literal['b', 'a'] | Pet", "Literal['a', 'b'] | Pet | str | None"),
        ("Mapping[str, list[Pet | None]]", "Mapping[str, list[Pet | None]]"),
        ("tuple[int, ...]", "tuple[int, ...]"),
        ("Callable[[int, str], None]", "Callable[[int, str], None]"),
    ],
)
def test_a_type_is_shown_as_people_write_it(source: str, shown: str) -> None:
    assert text(kind(source)) == shown


def test_marks_around_a_type_are_no_part_of_it() -> None:
    assert qualifiers("Required[Annotated[int, 1]]", resolve) == {"Required", "Annotated"}
    assert qualifiers("list[Required]", resolve) == frozenset()


def test_classes_can_be_named_and_renamed_at_any_depth() -> None:
    found = kind("Mapping[str, list[Pet]] | Literal['Pet']")
    assert ".models.Pet" in set(names(found))
    assert "'Pet'" not in set(names(found))
    assert renamed(found, {".models.Pet": ".models.Cat"}) == kind("Mapping[str, list[Cat]] | Literal['Pet']")


TYPES = st.recursive(
    st.sampled_from(["int", "str", "float", "bool", "None", "Any", "Pet", "Cat", "Json", "Colour", "Literal['a']"]),
    lambda inner: (
        st.builds("{} | {}".format, inner, inner)
        | st.builds("list[{}]".format, inner)
        | st.builds("Sequence[{}]".format, inner)
        | st.builds("Mapping[str, {}]".format, inner)
    ),
    max_leaves=5,
)
MIRROR = {
    Relation.SAME: Relation.SAME,
    Relation.WIDER: Relation.NARROWER,
    Relation.NARROWER: Relation.WIDER,
    Relation.OTHER: Relation.OTHER,
}


@given(TYPES, TYPES)
def test_what_is_wider_one_way_is_narrower_the_other_way(one: str, other: str) -> None:
    first, second = kind(one), kind(other)
    assert relate(second, first, SIDE, SIDE) is MIRROR[relate(first, second, SIDE, SIDE)]
    assert relate(first, first, SIDE, SIDE) is Relation.SAME
    assert kind(text(first)) == first


@given(TYPES, TYPES)
def test_another_alternative_never_narrows(one: str, other: str) -> None:
    assert relate(kind(one), kind(f"{one} | {other}"), SIDE, SIDE) in (Relation.SAME, Relation.WIDER)


@given(st.text(max_size=20))
def test_an_annotation_of_any_text_is_read_without_an_error(source: str) -> None:
    assert relate(kind(source), kind(source), SIDE, SIDE) is Relation.SAME
    text(kind(source))


def test_arguments_of_a_generic_alias_are_compared() -> None:
    side = Side({"Open": kind("tuple[*Items]")})
    assert relate(kind("Open[str, *tuple[int, ...]]"), kind("Open[str, *tuple[float, ...]]"), side, side) is (
        Relation.WIDER
    )
    assert text(kind("Open[str, *tuple[int, ...]]")) == "Open[str, *tuple[int, ...]]"
