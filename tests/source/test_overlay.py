"""The rules of the OpenAPI Overlay Specification 1.0.0 and 1.1.0, one test each, and how a fault is told."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nemogen.errors import OverlayError
from nemogen.findings import Level
from nemogen.source.json_text import MAX_DEPTH
from nemogen.source.load import load
from nemogen.source.overlay import apply
from nemogen.source.overlay_file import read_overlay

DOCUMENT: dict[str, Any] = {
    "openapi": "3.0.3",
    "info": {"title": "T", "x-list": [1]},
    "servers": [{"url": "a", "description": "Dev"}, {"url": "b"}, {"url": "c", "description": "Dev"}],
    "paths": {
        "/a": {"get": {"tags": ["x", "dummy", "dummy"], "parameters": [{"name": "filter", "in": "query"}]}},
        "/b": {"get": {"tags": [], "x-traits": ["paged"]}, "post": {}},
    },
}


def _overlay(*actions: dict[str, Any], version: str = "1.1.0") -> bytes:
    return json.dumps({"overlay": version, "info": {"title": "t", "version": "1"}, "actions": list(actions)}).encode()


def _apply(*actions: dict[str, Any], document: Any = None, version: str = "1.1.0") -> Any:
    """The document after the actions, each of which must have been used."""
    reasoned = [{"description": "because", **action} for action in actions]
    overlay = read_overlay(_overlay(*reasoned, version=version), "overlay.json")
    changed, findings = apply(DOCUMENT if document is None else document, overlay)
    assert findings == ()
    return changed


def _refused(*actions: dict[str, Any], document: Any = None, version: str = "1.1.0") -> str:
    with pytest.raises(OverlayError) as caught:
        _apply(*actions, document=document, version=version)
    assert caught.value.exit_code == 3
    return str(caught.value)


@pytest.mark.parametrize("version", ["1.0.0", "1.0.1", "1.1.0", "1.1.7"])
def test_an_object_is_merged_into_an_object_at_any_depth(version: str) -> None:
    update = {"info": {"title": "new", "contact": {"name": "N"}}, "x-new": None}
    changed = _apply({"target": "$", "update": update}, version=version)
    assert changed["info"] == {"title": "new", "x-list": [1], "contact": {"name": "N"}}
    assert changed["x-new"] is None
    assert changed["paths"] == DOCUMENT["paths"]


@pytest.mark.parametrize("target", ["$..deep", "$..*[?@.deep]", "$..[?@.deep == 1]"])
def test_a_document_is_searched_to_the_last_level_that_is_read(target: str) -> None:
    document: Any = {"deep": 1, "end": True}
    for _ in range(MAX_DEPTH - 2):
        document = {"a": document}
    assert load(json.dumps(document).encode(), "spec.json").value == document
    document = _apply({"target": target, "remove": True}, document=document)
    assert "deep" not in json.dumps(document)


@pytest.mark.parametrize("version", ["1.0.0", "1.1.0"])
def test_an_array_inside_a_merged_object_is_concatenated(version: str) -> None:
    assert _apply({"target": "$.info", "update": {"x-list": [1, 2]}}, version=version)["info"]["x-list"] == [1, 1, 2]


@pytest.mark.parametrize(("held", "update"), [({}, []), ([], {}), ({}, 1), (1, {}), ([], None), (None, [])])
def test_a_merge_of_kinds_that_do_not_fit_is_an_error(held: Any, update: Any) -> None:
    message = _refused({"target": "$", "update": {"x": {"y": update}}}, document={"x": {"y": held}})
    assert "at /x/y of the document" in message


def test_a_primitive_replaces_a_primitive_of_another_type() -> None:
    for held, update in ((1, "x"), ("x", None), (None, True)):
        assert _apply({"target": "$.x", "update": update}, document={"x": held}) == {"x": update}


def test_a_primitive_item_of_an_array_is_replaced() -> None:
    changed = _apply({"target": "$.paths['/a'].get.tags[?@ == 'dummy']", "update": "real"})
    assert changed["paths"]["/a"]["get"]["tags"] == ["x", "real", "real"]


def test_a_primitive_document_is_replaced() -> None:
    assert _apply({"target": "$", "update": 2}, document=1) == 2


@pytest.mark.parametrize("update", [{"a": 1}, [1]])
def test_a_primitive_is_not_replaced_by_an_object_or_array(update: Any) -> None:
    assert "a primitive value is replaced by" in _refused({"target": "$.info.title", "update": update})


@pytest.mark.parametrize("action", [{"update": "x"}, {"remove": True}])
def test_version_1_0_takes_no_primitive_as_target(action: dict[str, Any]) -> None:
    assert "version 1.0 allows" in _refused({"target": "$.info.title", **action}, version="1.0.0")


def test_an_array_is_concatenated_with_an_array_since_1_1() -> None:
    assert _apply({"target": "$.x", "update": [2, [3]]}, document={"x": [1]}) == {"x": [1, 2, [3]]}


def test_an_array_is_one_entry_to_append_in_1_0() -> None:
    changed = _apply({"target": "$.x", "update": [2, 3]}, document={"x": [1]}, version="1.0.0")
    assert changed == {"x": [1, [2, 3]]}


@pytest.mark.parametrize("version", ["1.0.0", "1.1.0"])
@pytest.mark.parametrize("entry", [{"name": "new"}, "text", None])
def test_an_object_or_primitive_is_appended_to_an_array(entry: Any, version: str) -> None:
    assert _apply({"target": "$.x", "update": entry}, document={"x": [1]}, version=version) == {"x": [1, entry]}


@pytest.mark.parametrize("update", ["x", None, [1]])
def test_an_object_is_updated_with_nothing_but_an_object(update: Any) -> None:
    assert "an object is updated with an object" in _refused({"target": "$.info", "update": update})


def test_every_target_of_an_update_is_changed_and_shares_nothing_with_the_others() -> None:
    changed = _apply(
        {"target": "$.paths.*.get", "update": {"x-new": {"list": []}}},
        {"target": "$.paths['/a'].get['x-new'].list", "update": [1]},
    )
    assert changed["paths"]["/a"]["get"]["x-new"] == {"list": [1]}
    assert changed["paths"]["/b"]["get"]["x-new"] == {"list": []}


@pytest.mark.parametrize("action", [{"update": {}}, {"update": 1}, {"copy": "$.info"}])
def test_targets_of_several_kinds_are_an_error_for_update_and_copy(action: dict[str, Any]) -> None:
    message = _refused({"target": "$['info', 'openapi', 'servers']", **action})
    assert "array and object and primitive value" in message


def test_targets_of_several_kinds_can_be_removed_together() -> None:
    assert _apply({"target": "$['info', 'openapi', 'servers']", "remove": True}) == {"paths": DOCUMENT["paths"]}


def test_several_items_of_an_array_are_removed_at_once() -> None:
    changed = _apply({"target": "$.servers[?@.description == 'Dev']", "remove": True})
    assert changed["servers"] == [{"url": "b"}]


def test_primitive_items_are_removed() -> None:
    changed = _apply({"target": "$.paths.*.get.tags[?@ == 'dummy']", "remove": True})
    assert changed["paths"]["/a"]["get"]["tags"] == ["x"]


def test_a_node_and_what_it_holds_are_removed_together() -> None:
    document = {"x": {"y": {"x": [{"x": 1}]}}, "z": [{"x": 1}, {"x": 2}]}
    assert _apply({"target": "$..x", "remove": True}, document=document) == {"z": [{}, {}]}


def test_an_item_that_is_selected_twice_is_removed_once() -> None:
    assert _apply({"target": "$.x[0, 0, -3, 2]", "remove": True}, document={"x": [1, 2, 3]}) == {"x": [2]}


def test_remove_wins_over_update_and_copy() -> None:
    changed = _apply({"target": "$.info", "remove": True, "update": {"a": 1}, "copy": "$.paths"})
    assert "info" not in changed


def test_remove_that_is_false_removes_nothing() -> None:
    assert _apply({"target": "$.info", "remove": False, "update": {"a": 1}})["info"]["a"] == 1


def test_the_whole_document_cannot_be_removed() -> None:
    assert "whole document" in _refused({"target": "$", "remove": True})


def test_a_copy_is_merged_like_an_update() -> None:
    changed = _apply({"target": "$.paths['/b']", "copy": "$.paths['/a']"})
    assert changed["paths"]["/b"] == {
        "get": {
            "tags": ["x", "dummy", "dummy"],
            "x-traits": ["paged"],
            "parameters": [{"name": "filter", "in": "query"}],
        },
        "post": {},
    }


def test_a_copy_of_an_array_or_primitive_follows_the_kind_of_its_target() -> None:
    document = {"a": [1], "b": [2], "c": "x", "d": "y"}
    assert _apply({"target": "$.a", "copy": "$.b"}, document=document)["a"] == [1, 2]
    assert _apply({"target": "$.a", "copy": "$.c"}, document=document)["a"] == [1, "x"]
    assert _apply({"target": "$.c", "copy": "$.d"}, document=document)["c"] == "y"
    assert "a primitive value is replaced by" in _refused({"target": "$.c", "copy": "$.a"}, document=document)


def test_a_copy_into_a_part_of_itself_takes_what_was_there_before() -> None:
    assert _apply({"target": "$.a", "copy": "$"}, document={"a": {}}) == {"a": {"a": {}}}


@pytest.mark.parametrize(("path", "count"), [("$.servers[*]", "3"), ("$.nowhere", "0")])
def test_a_copy_of_no_node_or_of_several_is_an_error(path: str, count: str) -> None:
    assert f"copy selects {count} nodes" in _refused({"target": "$.info", "copy": path})


def test_a_path_is_renamed_by_three_actions() -> None:
    changed = _apply(
        {"target": "$.paths", "update": {"/new": {}}},
        {"target": "$.paths['/new']", "copy": "$.paths['/a']"},
        {"target": "$.paths['/a']", "remove": True},
    )
    assert list(changed["paths"]) == ["/b", "/new"]
    assert changed["paths"]["/new"] == DOCUMENT["paths"]["/a"]


def test_update_and_copy_in_one_action_have_no_effect_and_are_reported() -> None:
    action = {"target": "$.info", "update": {"a": 1}, "copy": "$.paths", "description": "why"}
    changed, [finding] = apply(DOCUMENT, read_overlay(_overlay(action), "o.json"))
    assert changed == DOCUMENT
    assert (finding.id, finding.level) == ("overlay-action-unused", Level.ERROR)


def test_actions_are_applied_to_the_result_of_those_before() -> None:
    changed = _apply(
        {"target": "$.servers", "remove": True},
        {"target": "$", "update": {"servers": [{"url": "new"}]}},
        {"target": "$.servers[0]", "update": {"description": "made above"}},
    )
    assert changed["servers"] == [{"url": "new", "description": "made above"}]


@pytest.mark.parametrize(
    ("target", "paths"),
    [
        ("$.paths.*.get.parameters[?@.name=='filter' && @.in=='query']", 1),
        ("$.paths[?(@.get['x-traits'][?(@ == 'paged')])].get", 1),
        ("$.paths[?length(@.get.tags) == 3]", 1),
        ("$.paths[?count(@.*) > 1]", 1),
        ("$.servers[?match(@.url, '[ab]')]", 2),
        ("$.servers[?search(@.description, 'e')]", 2),
        ("$.servers[?value(@..url) == 'b']", 1),
        ('$["paths"]["/a"]', 1),
        ("$.servers[-1]", 1),
        ("$.servers[0:2]", 2),
        ("$..get", 2),
    ],
)
def test_a_target_is_any_path_of_rfc_9535(target: str, paths: int) -> None:
    changed = _apply({"target": target, "update": {"x-here": True}})
    assert json.dumps(changed).count("x-here") == paths


@pytest.mark.parametrize("action", [{"update": {"a": 1}}, {"remove": True}, {"copy": "$.info"}, {"copy": "$.nowhere"}])
def test_an_action_that_matches_nothing_is_a_finding_with_its_place(action: dict[str, Any]) -> None:
    text = f"""overlay: 1.1.0
info: {{title: t, version: 1.0.0}}
actions:
  - target: $.info
    description: fine
    update: {{x: 1}}
  - target: $.paths['/gone']
    description: upstream is wrong
    {json.dumps(action)[1:-1]}
"""
    changed, [finding] = apply(DOCUMENT, read_overlay(text.encode(), "specs/x/overlay.yaml"))
    assert changed["info"]["x"] == 1
    assert (finding.id, finding.level, finding.key) == ("overlay-action-unused", Level.ERROR, "$.paths['/gone']")
    assert str(finding.revision) == "specs/x/overlay.yaml:7:5#/actions/1"


def test_an_action_that_does_nothing_is_a_finding() -> None:
    [finding] = apply(DOCUMENT, read_overlay(_overlay({"target": "$.info", "description": "?"}), "o.json"))[1]
    assert (finding.id, "does nothing" in finding.message) == ("overlay-action-unused", True)


def test_an_action_without_a_reason_is_a_finding() -> None:
    [finding] = apply(DOCUMENT, read_overlay(_overlay({"target": "$.info", "update": {}}), "o.json"))[1]
    assert (finding.id, finding.level) == ("overlay-action-without-reason", Level.NOTE)


def test_the_document_and_the_overlay_stay_as_they_are() -> None:
    before = copy.deepcopy(DOCUMENT)
    actions = ({"target": "$.paths.*.*", "update": {"x": []}}, {"target": "$..x", "update": [1]})
    overlay = read_overlay(_overlay(*actions), "o.json")
    first, _ = apply(DOCUMENT, overlay)
    second, _ = apply(DOCUMENT, overlay)
    assert before == DOCUMENT
    assert first == second


@settings(deadline=None)
@given(
    st.recursive(
        st.none() | st.integers() | st.text(max_size=3), lambda inner: st.dictionaries(st.text(max_size=3), inner)
    )
)
def test_merging_a_document_of_objects_into_itself_changes_nothing(document: Any) -> None:
    overlay = read_overlay(_overlay({"target": "$", "update": document, "description": "d"}), "o.json")
    assert apply(document, overlay)[0] == document


INFO = "overlay: 1.1.0\ninfo: {title: t, version: 1.0.0}"
HEAD = INFO + "\nactions:\n"


@pytest.mark.parametrize(
    ("text", "what", "line"),
    [
        ("", "empty", None),
        ("- x", "an overlay must be an object", 1),
        ("overlay: 1.1.0\nactions: [", "not valid YAML", 3),
        (INFO, "actions is missing", 1),
        (INFO + "\nactions: []", "at least one action", 3),
        (INFO + "\nactions: {}", "actions must be a list", 3),
        (HEAD + "- 5", "an action must be an object", 4),
        (HEAD + "- update: {}", "target is missing", 4),
        (HEAD + "- target: 5", "target must be a string", 4),
        (HEAD + "- target: /a", "not a valid JSONPath", 4),
        (HEAD + "- target: $.a[", "not a valid JSONPath", 4),
        (HEAD + "- target: $[?nope(@)]", "not a valid JSONPath", 4),
        (HEAD + "- {target: $, copy: a}", "not a valid JSONPath", 4),
        (HEAD + "- {target: $, copy: 1}", "copy must be a string", 4),
        (HEAD + "- {target: $, remove: yes}", "remove must be true", 4),
        (HEAD + "- {target: $, description: 1}", "description must", 4),
        (HEAD + "- target: $\n  udpate: {}", "unknown field 'udpate'", 5),
        (HEAD + "- target: $\n- target: $", "same action", 5),
        (HEAD + "- target: $\n  target: $", "is in one object twice", 5),
        ("overlay: 1.1.0\ninfo: {title: t}\nactions:\n- target: $", "version is missing", 2),
        ("overlay: 1.1.0\ninfo: {version: 1.0.0}\nactions:\n- target: $", "title is missing", 2),
        ("overlay: 1.1.0\ninfo: {title: t, version: 1.0}\nactions:\n- target: $", "version must be a string", 2),
        ("overlay: 1.1.0\ninfo: t\nactions:\n- target: $", "info must be an object", 2),
        ("overlay: 1.1.0\ninfo: {title: t, version: 1.0.0, name: x}\nactions:\n- target: $", "unknown field 'name'", 2),
        (INFO + "\nextends: [x]\nactions:\n- target: $", "extends must be", 3),
        (INFO + "\nmore: 1\nactions:\n- target: $", "unknown field 'more'", 3),
        ("overlay: 1.2.0\ninfo: {title: t, version: 1.0.0}\nactions:\n- target: $", "version '1.2.0'", 1),
        ("overlay: 1.1\ninfo: {title: t, version: 1.0.0}\nactions:\n- target: $", "overlay must be a string", 1),
        ("info: {title: t, version: 1.0.0}\nactions:\n- target: $", "overlay is missing", 1),
        (HEAD.replace("1.1.0", "1.0.0") + "- {target: $, copy: $.a}", "requires version 1.1", 4),
        (
            "overlay: 1.0.0\ninfo: {title: t, version: 1.0.0, description: d}\nactions:\n- target: $",
            "requires version",
            2,
        ),
    ],
)
def test_an_overlay_that_is_none_is_refused_with_its_line(text: str, what: str, line: int | None) -> None:
    with pytest.raises(OverlayError, match=what) as caught:
        read_overlay(text.encode(), "overlay.yaml")
    problem = next(problem for problem in caught.value.problems if what in problem.what)
    assert problem.where is not None
    assert (problem.where.file, problem.where.line) == ("overlay.yaml", line)
    assert problem.remedy


def test_all_faults_of_an_overlay_are_reported_at_once() -> None:
    actions: list[dict[str, Any]] = [{"target": "x"}, {"target": "$", "more": 1}, {"remove": True}]
    with pytest.raises(OverlayError) as caught:
        read_overlay(_overlay(*actions, version="2.0.0"), "overlay.json")
    assert len(caught.value.problems) == 4


def test_fields_that_begin_with_x_are_allowed_everywhere() -> None:
    overlay = {
        "overlay": "1.0.0",
        "x-a": 1,
        "info": {"title": "t", "version": "1", "x-b": 2},
        "actions": [{"target": "$", "update": {}, "x-c": 3}],
    }
    assert len(read_overlay(json.dumps(overlay).encode(), "o.json").actions) == 1


def test_an_error_while_applying_names_the_action() -> None:
    text = (HEAD + "  - target: $.info\n    update: 5\n").encode()
    with pytest.raises(OverlayError, match=r"specs/x/overlay\.yaml:4:5#/actions/0") as caught:
        apply(DOCUMENT, read_overlay(text, "specs/x/overlay.yaml"))
    assert "$.info" in caught.value.problems[0].remedy
