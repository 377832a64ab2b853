"""Aliases that the models' engine makes for itself."""

from __future__ import annotations

from nemogen.client.helper_aliases import without_helpers


def test_an_alias_that_is_no_component_is_written_out() -> None:
    alias = 'Open = TypeAliasType("Open", list[int])\n"""Says what it is."""\n'
    text = f"{alias}\nclass Point(Model):\n    open: Open | None\n"
    assert without_helpers(text, {"Point"}) == "\n\n\nclass Point(Model):\n    open: list[int] | None\n"


def test_a_component_stays_an_alias() -> None:
    text = 'Open = TypeAliasType("Open", list[int])\nclass Point(Model):\n    open: Open | None\n'
    assert without_helpers(text, {"Open", "Point"}) == text


def test_a_text_is_no_name() -> None:
    alias = 'Open = TypeAliasType("Open", list[int])\n'
    found = without_helpers(
        f'{alias}class P(Model):\n    a: Annotated[Open | Literal["Open"], Field(title="Open")]\n', {"P"}
    )
    assert found == "\nclass P(Model):\n    a: Annotated[list[int] | Literal['Open'], Field(title='Open')]\n"


def test_what_python_evaluates_at_once_keeps_its_quotes() -> None:
    row = 'Row = TypeAliasType("Row", "list[Tree | Other]")\n'
    other = 'Other = TypeAliasType("Other", tuple[int, ...])\n'
    tree = """Tree = TypeAliasType("Tree", 'list[Tree | tuple[int, ...]] | str')\n"""
    text = f'{row}{other}Tree = TypeAliasType("Tree", Row | str)\n'
    assert without_helpers(text, {"Tree"}) == f"\n\n{tree}"


def test_an_alias_that_stands_for_itself_stays() -> None:
    text = 'Loop = TypeAliasType("Loop", "list[Loop]")\nclass Point(Model):\n    loop: Loop\n'
    assert without_helpers(text, {"Point"}) == text


def test_a_union_that_stood_in_quotes_needs_no_import() -> None:
    row = 'Row = TypeAliasType("Row", list[Union["Tree", Other]])\n'
    expected = "\nclass Tree(Model):\n    row: list[Tree | Other]\n"
    assert without_helpers(f"{row}class Tree(Model):\n    row: Row\n", {"Tree"}) == expected
