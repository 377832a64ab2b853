"""A project's own levels of rules."""

from __future__ import annotations

import pytest

from nemogen.diff.compare import compare
from nemogen.diff.severity import apply_severities, read_severities
from nemogen.errors import ConfigError
from nemogen.findings import Finding, Level
from tests.diff.documents import holder, request


def findings() -> tuple[Finding, ...]:
    base = request(holder({"type": "string"}))
    return compare(base, request({**holder({"type": "object"}), "maxProperties": 1}))


def test_a_severity_file_changes_levels_and_silences_rules() -> None:
    text = 'request-property-type-changed = "none"\nrequest-body-max-properties-set = "breaking"\n'
    judged = apply_severities(findings(), read_severities(text, "severity.toml"))
    assert [(finding.id, finding.level) for finding in judged] == [("request-body-max-properties-set", Level.BREAKING)]


def test_a_severity_file_leaves_other_rules_as_they_are() -> None:
    assert apply_severities(findings(), read_severities("", "severity.toml")) == findings()


@pytest.mark.parametrize(
    "text", ["= 1", 'no-such-rule = "risky"', 'endpoint-added = "bad"', "endpoint-added = 7", "[endpoint-added]"]
)
def test_severities_that_are_not_clear_are_refused(text: str) -> None:
    with pytest.raises(ConfigError):
        read_severities(text, "severity.toml")
