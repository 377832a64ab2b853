"""Credentials by what they open: a change breaks where someone who was let in with some no longer is."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from nemogen.diff.compare import compare
from nemogen.findings import Level
from tests.diff.documents import document
from tests.diff.respelling import EXAMPLES

Alternative = dict[str, list[str]]

FLOW = {"tokenUrl": "https://api.example.com/token", "scopes": {"read": "", "write": ""}}
SCHEMES: dict[str, Any] = {
    "a": {"type": "apiKey", "in": "header", "name": "A"},
    "b": {"type": "apiKey", "in": "header", "name": "B"},
    "o": {"type": "oauth2", "flows": {"clientCredentials": FLOW}},
}
ALTERNATIVES: list[Alternative] = [
    {},
    {"a": []},
    {"b": []},
    {"a": [], "b": []},
    {"o": ["read"]},
    {"o": ["read", "write"]},
    {"a": [], "o": ["read"]},
]
requirements = st.lists(st.sampled_from(ALTERNATIVES), max_size=3, unique_by=repr)


def asking(alternatives: list[Alternative], *, is_own: bool, renamed: dict[str, str]) -> dict[str, Any]:
    """A document that asks for one of these, of the operation or of all, with some schemes under other names."""
    schemes = {renamed.get(name, name): scheme for name, scheme in SCHEMES.items()}
    security = [{renamed.get(name, name): scopes for name, scopes in each.items()} for each in alternatives]
    components = {"securitySchemes": schemes}
    if is_own:
        return document({"security": security}, components=components)
    return document(components=components, security=security)


def lets_in(alternatives: list[Alternative], held: Alternative) -> bool:
    """Whether who holds these credentials is let in."""
    return not alternatives or any(
        all(name in held and {*scopes} <= {*held[name]} for name, scopes in each.items()) for each in alternatives
    )


@given(requirements, requirements, st.sets(st.sampled_from(sorted(SCHEMES))), st.booleans(), st.booleans())
@settings(max_examples=EXAMPLES, deadline=None)
def test_credentials_break_where_someone_is_no_longer_let_in(
    old: list[Alternative], new: list[Alternative], names: set[str], was_own: bool, is_own: bool
) -> None:
    base = asking(old, is_own=was_own, renamed={})
    revision = asking(new, is_own=is_own, renamed={name: f"other-{name}" for name in names})
    levels = {each.level for each in compare(base, revision)}
    assert (Level.BREAKING in levels) == (not all(lets_in(new, held) for held in old or [{}]))
    if not all(lets_in(old, held) for held in new or [{}]):
        assert levels & {Level.BREAKING, Level.RISKY, Level.ADDITIVE}
    if sorted(map(repr, old)) == sorted(map(repr, new)):
        assert not levels & {Level.BREAKING, Level.RISKY, Level.ADDITIVE}
