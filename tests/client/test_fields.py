from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nemogen.canonical import ANYTHING, CanonicalSchema
from nemogen.client.fields import MODEL_MEMBERS, field_names, kept_fields
from nemogen.given_names import Entry, Names
from nemogen.runtime.model import Model


def fields(*names: str) -> dict[str, str]:
    found = field_names({"A": CanonicalSchema(properties=dict.fromkeys(names, ANYTHING))})
    return {name: found.get(f"A.{name}", name) for name in names}


def test_fields_have_names_of_python_where_the_api_has_none() -> None:
    assert fields("class", "toolCalls", "type", "2nd") == {
        "class": "class_",
        "toolCalls": "tool_calls",
        "type": "type",
        "2nd": "value_2_nd",
    }


def test_a_field_hides_nothing_that_a_model_has() -> None:
    assert fields("model_dump", "schema", "str", "mismatches", "object") == {
        "model_dump": "model_dump_",
        "schema": "schema_",
        "str": "str_",
        "mismatches": "mismatches_",
        "object": "object",
    }
    assert {name for name in dir(Model) if not name.startswith("_")} <= MODEL_MEMBERS


def test_names_that_clash_in_one_class_do_not_touch_another() -> None:
    both = CanonicalSchema(properties={"aB": ANYTHING, "a_b": ANYTHING})
    found = field_names({"A": both, "B": CanonicalSchema(properties={"aB": ANYTHING}), "C": ANYTHING})
    assert found == {"B.aB": "a_b"}


def test_names_that_differ_in_signs_only_are_spelt_out() -> None:
    assert fields("a'b", 'a"b') == {'a"b': "a_b", "a'b": "a_apostrophe_b"}
    assert fields('a"b', "a'b") == fields("a'b", 'a"b')


def test_a_property_for_which_no_name_is_left_gets_one_that_the_order_does_not_decide() -> None:
    first, second = fields("value_0", "0"), fields("0", "value_0")
    assert set(first.values()) == set(second.values())
    assert len(set(first.values())) == 2


def test_who_has_few_names_to_take_comes_first() -> None:
    assert fields("0:", "0") == {"0:": "value_0_colon", "0": "value_0"}
    assert len(set(fields("ab", "value_ab", "value_Ab", "Ab").values())) == 4


@given(st.lists(st.text() | st.sampled_from(sorted(MODEL_MEMBERS)), unique=True, max_size=8))
def test_any_properties_have_public_names_of_their_own(names: list[str]) -> None:
    found = list(fields(*names).values())
    assert len(set(found)) == len(found)
    assert all(name.isidentifier() and not name.startswith("_") for name in found)
    assert not MODEL_MEMBERS & set(found)


def test_a_property_whose_name_has_spaces_keeps_its_field() -> None:
    kept = kept_fields(Names(fields={"A the first name": Entry("given_name")}))
    schemas = {"A": CanonicalSchema(properties={"the first name": ANYTHING})}
    assert field_names(schemas, kept) == {"A.the first name": "given_name"}
