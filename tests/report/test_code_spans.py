"""Which parts of a message a page shows as code."""

from __future__ import annotations

import pytest

from nemogen.report.code_spans import code_spans


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("`a` was renamed to `b`", ((True, "a"), (False, " was renamed to "), (True, "b"))),
        ("no longer `a`.", ((False, "no longer "), (True, "a"), (False, "."))),
        ("all plain", ((False, "all plain"),)),
        ("a ` alone", ((False, "a ` alone"),)),
        ("", ()),
    ],
)
def test_text_in_pairs_of_backticks_is_code(text: str, spans: tuple[tuple[bool, str], ...]) -> None:
    assert code_spans(text) == spans
