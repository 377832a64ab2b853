from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nemogen.diff.changelog import changelog
from nemogen.diff.versioning import next_version, release_level, release_lines
from nemogen.errors import ConfigError, Location
from nemogen.findings import Direction, Finding, Level


@dataclass(frozen=True)
class Entry:
    version: str
    lines: tuple[str, ...]
    date: str | None = None


def source(id_: str, level: Level, message: str, key: str = "") -> Finding:
    return Finding(id_, level, message, area="source", key=key)


@pytest.mark.parametrize(
    ("version", "level", "expected"),
    [
        ("1.2.3", Level.BREAKING, "2.0.0"),
        ("1.2.3", Level.RISKY, "1.3.0"),
        ("1.2.3", Level.ADDITIVE, "1.3.0"),
        ("1.2.3", Level.DOCS, "1.2.4"),
        ("1.2.3", Level.UNREACHABLE, "1.2.4"),
        ("0.2.3", Level.BREAKING, "0.3.0"),
        ("0.2.3", Level.RISKY, "0.2.4"),
        ("0.2.3", Level.ADDITIVE, "0.2.4"),
        ("0.2.3", Level.DOCS, "0.2.4"),
        ("0.0.9", Level.BREAKING, "0.1.0"),
    ],
)
def test_the_next_version_follows_from_the_level(version: str, level: Level, expected: str) -> None:
    assert next_version(version, level) == expected


@given(st.tuples(*[st.integers(0, 40)] * 3), st.sampled_from(Level))
def test_a_version_only_rises_and_a_breaking_change_leaves_the_range_of_callers(
    numbers: tuple[int, int, int], level: Level
) -> None:
    after = tuple(map(int, next_version(".".join(map(str, numbers)), level).split(".")))
    assert after > numbers
    left = after[0] != numbers[0] or (numbers[0] == 0 and after[1] != numbers[1])
    assert left == (level is Level.BREAKING)


@pytest.mark.parametrize("version", ["1.2", "1.2.3rc1", "01.2.3", "v1.2.3", "", "1.2.3\n"])
def test_what_is_no_version_is_refused(version: str) -> None:
    with pytest.raises(ConfigError, match="three numbers"):
        next_version(version, Level.DOCS)


def test_the_level_of_a_release_is_that_of_the_worst_change() -> None:
    docs, error = Finding("d", Level.DOCS, "m"), Finding("e", Level.ERROR, "m")
    risky, breaking = Finding("r", Level.RISKY, "m"), Finding("b", Level.BREAKING, "m")
    assert release_level([docs, risky, breaking]) is Level.BREAKING
    assert release_level([docs, error, risky]) is Level.RISKY
    assert release_level([docs, error]) is Level.DOCS
    assert release_level([]) is Level.DOCS


def test_lines_are_in_the_names_of_callers_and_the_wire_adds_what_these_do_not_tell() -> None:
    findings = [
        Finding(
            "response-property-became-nullable",
            Level.BREAKING,
            "the property may be null",
            operation="GET /pets",
            revision=Location("revision", "/paths/~1pets/get/responses/200/schema/properties/age"),
        ),
        Finding("server-url-changed", Level.BREAKING, "the default server is another"),
        source("python-attribute-added", Level.ADDITIVE, "`Pet.id` is new", "Pet.id"),
        source("python-attribute-removed", Level.BREAKING, "`Pet.name` is gone", "Pet.name"),
        source("python-result-may-be-none", Level.BREAKING, "`Pet.age` may now be None", "Pet.age"),
        Finding("description-changed", Level.DOCS, "reworded"),
    ]
    assert release_lines(findings) == (
        "Removed: `Pet.name` is gone",
        "Changed: `Pet.age` may now be None",
        "Added: `Pet.id` is new",
        "Changed: the default server is another",
    )


@pytest.mark.parametrize(
    ("wire", "python", "key"),
    [
        ("new-optional-request-parameter", "python-parameter-added", "client.pets.list(x_trace_id=)"),
        ("new-required-request-parameter", "python-required-parameter-added", "client.pets.list(x_trace_id=)"),
        ("request-parameter-removed", "python-parameter-removed", "client.pets.list(x_trace_id=)"),
        ("request-parameter-enum-value-added", "python-argument-widened", 'Pets.list(x_trace_id=), P["x_trace_id"]'),
        ("request-parameter-type-changed", "python-argument-type-changed", "Pet.x_trace_id"),
        ("request-parameter-became-required", "python-parameter-became-required", "client.pets.list(x_trace_id=)"),
    ],
)  # fmt: skip
def test_a_change_of_a_parameter_is_reported_once_in_the_name_of_callers(wire: str, python: str, key: str) -> None:
    def parameter(name: str, rule: str = wire, direction: Direction = Direction.REQUEST) -> Finding:
        return Finding(rule, Level.BREAKING, "on the wire", direction=direction, operation="GET /pets", paths=(name,))

    in_python = Finding(python, Level.BREAKING, "in Python", area="source", direction=Direction.REQUEST, key=key)
    (line,) = release_lines([parameter("X-Trace-Id"), in_python])
    assert line.endswith(": in Python")
    others = (
        parameter("X-Trace"),
        parameter("X-Trace-Id", direction=Direction.RESPONSE),
        parameter("X-Trace-Id", rule="request-parameter-pattern-added"),
    )
    for other in others:
        assert len(release_lines([other, in_python])) == 2, other


def test_a_property_of_one_component_is_not_taken_for_that_of_another() -> None:
    def removed(component: str) -> Finding:
        place = Location("base", f"/components/schemas/{component}/properties/id")
        rule, direction = "response-required-property-removed", Direction.RESPONSE
        return Finding(rule, Level.BREAKING, f"on the wire of {component}", direction=direction, base=place)

    rule, direction = "python-attribute-removed", Direction.RESPONSE
    owner = Finding(rule, Level.BREAKING, "in Python", area="source", direction=direction, key="OwnerItem.id")
    assert release_lines([removed("owner_item"), removed("Pet"), owner]) == (
        "Removed: in Python",
        "Removed: on the wire of Pet",
    )
    method = replace(owner, id="python-parameter-removed", key="client.pets.update(id=)")
    assert release_lines([removed("Pet"), method]) == ("Removed: in Python",)


@pytest.mark.parametrize(
    ("rule", "level", "section"),
    [
        ("new-optional-request-parameter", Level.ADDITIVE, "Added"),
        ("new-required-request-parameter", Level.BREAKING, "Changed"),
        ("request-parameter-removed", Level.RISKY, "Removed"),
        ("api-removed-without-deprecation", Level.BREAKING, "Removed"),
        ("request-property-default-value-removed", Level.RISKY, "Changed"),
        ("response-property-enum-value-removed", Level.ADDITIVE, "Changed"),
        ("request-body-enum-value-removed", Level.BREAKING, "Removed"),
        ("response-body-pattern-removed", Level.RISKY, "Changed"),
        ("request-property-discriminator-removed", Level.BREAKING, "Changed"),
        ("python-attribute-removed", Level.BREAKING, "Removed"),
    ],
)
def test_the_section_is_of_the_rule_and_of_what_callers_have_to_do(rule: str, level: Level, section: str) -> None:
    assert release_lines([Finding(rule, level, "m")]) == (f"{section}: m",)


def test_a_change_on_the_wire_is_reported_with_its_operation() -> None:
    finding = Finding("operation-removed", Level.BREAKING, "the operation is gone", operation="GET /pets")
    assert release_lines([finding]) == ("Removed: GET /pets: the operation is gone",)


def test_what_is_added_and_may_break_a_caller_is_a_change() -> None:
    findings = [
        Finding("request-parameter-added", Level.BREAKING, "a parameter is required"),
        Finding("response-became-wider", Level.ADDITIVE, "more is taken"),
        Finding("operation-added", Level.ADDITIVE, "an operation is new"),
        Finding("request-parameter-default-value-removed", Level.RISKY, "no default"),
    ]
    assert sorted(release_lines(findings)) == [
        "Added: an operation is new",
        "Changed: a parameter is required",
        "Changed: more is taken",
        "Changed: no default",
    ]


def test_a_line_that_is_called_like_a_section_is_a_change() -> None:
    assert changelog([Entry("1.0.0", ("Added", "Removed: x"))]).endswith(
        "### Removed\n\n- x\n\n### Changed\n\n- Added\n"
    )


def test_the_changelog_has_a_heading_a_version_and_a_section_a_kind() -> None:
    releases = [
        Entry("0.2.0", ("Added: `Pet.id` is new", "Removed: `Pet.name` is gone", "Something else: happened")),
        Entry("0.1.0", ("First release.",)),
    ]
    assert changelog(releases) == (
        "# Changelog\n\n"
        "What callers of this package notice, newest version first.\n\n"
        "## 0.2.0\n\n"
        "### Removed\n\n- `Pet.name` is gone\n\n"
        "### Changed\n\n- Something else: happened\n\n"
        "### Added\n\n- `Pet.id` is new\n\n"
        "## 0.1.0\n\n"
        "### Changed\n\n- First release.\n"
    )


def test_a_version_has_its_date_where_that_is_known() -> None:
    text = changelog([Entry("1.1.0", ("Added: x",), "2026-11-30"), Entry("1.0.0", ("Added: y",))])
    assert "\n## 1.1.0 - 2026-11-30\n" in text
    assert "\n## 1.0.0\n" in text


def test_text_of_a_document_makes_no_html_in_the_changelog() -> None:
    text = changelog([Entry("1.0.0", ("Changed: <script> @octocat [a](http://evil.test)\n# Heading",))])
    assert "<script>" not in text
    assert "\n# Heading" not in text
    assert "[a](" not in text
