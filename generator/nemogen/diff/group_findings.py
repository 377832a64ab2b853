"""One cause, one finding: entries of one change become one finding with a count and its places."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from hashlib import sha256

from nemogen import pointer
from nemogen.diff.collector import Entry
from nemogen.diff.quoting import plain_text, quoted
from nemogen.diff.union_branches import without_branches
from nemogen.errors import Location
from nemogen.findings import Finding
from nemogen.openapi.json_value import JsonValue

_DOT = re.compile(r"\.(?![^()]*\))")
"""The separator of the steps of a path, outside parentheses."""
_INSIDE = frozenset({"properties", "patternProperties", "items", "prefixItems"})
"""Keywords whose values are inside a component: it is not the component itself that changed."""
MOST_OPERATIONS = 3
COMPONENTS = ("/components/", "/definitions/", "/parameters/", "/responses/")
"""Where a document keeps what many operations share (OpenAPI 3, Swagger 2.0)."""


def collapse(entries: Iterable[Entry]) -> tuple[Finding, ...]:
    """The findings of entries, worst first, otherwise in the order of the documents."""
    groups: dict[Hashable, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(_cause(entry), []).append(entry)
    findings = [_finding(group) for group in groups.values()]
    return tuple(sorted(findings, key=lambda finding: finding.level.rank))


def _cause(entry: Entry) -> Hashable:
    """What entries of one cause have in common.

    The message stands for the rule, so that a body and a property with one schema are one. A change inside a
    component has that place as its cause; a change that was written down several times, in one operation or in many,
    has the way to what changed, union branches aside, and what became of it.
    """
    rule, context = entry.rule, entry.context
    if rule.area in ("prose", "unreachable"):
        return rule.id
    if rule.is_broad:
        return rule.message, rule.direction, entry.level
    sides = (entry.base, entry.revision)
    component = tuple(side.pointer for side in sides if side and side.pointer.startswith(COMPONENTS))
    where: Hashable = component or without_branches(context.path) or entry.what
    if not component and not context.scope:
        where = context.operation, where
    return rule.message, rule.direction, entry.level, entry.detail, where


def _finding(group: list[Entry]) -> Finding:
    first = group[0]
    places = dict.fromkeys(_place(entry) for entry in group)
    return Finding(
        id=first.rule.id,
        level=first.level,
        message=_message(group),
        area=first.rule.area,
        direction=first.context.direction if first.context.scope else first.rule.direction,
        operation=_operation(group),
        key=_key(group),
        base=first.base,
        revision=first.revision,
        locations=tuple(places)[1:],
        count=len(places),
        operations=tuple(_operations(group)),
        paths=tuple(dict.fromkeys(entry.context.route for entry in group)),
        before=quoted(first.old),
        after=quoted(first.new),
        values=tuple(str(each) for each in first.value) if isinstance(first.value, tuple) else (),
    )


def _operations(group: list[Entry]) -> list[str]:
    named = (each for entry in group for each in entry.operations or (entry.context.operation,))
    return list(dict.fromkeys(map(plain_text, named)))


def _operation(group: list[Entry]) -> str:
    operations = _operations(group)
    return ", ".join(operations) if len(operations) <= MOST_OPERATIONS else f"{len(operations)} operations"


def _place(entry: Entry) -> Location:
    found = entry.revision or entry.base
    assert found is not None, "an entry is about one document at least"
    return found


def _message(group: list[Entry]) -> str:
    first = group[0]
    value = first.value
    if first.rule.is_broad:
        value = tuple(dict.fromkeys(str(each) for entry in group for each in _values(entry)))
    return first.rule.message.format(
        what=_what(group), value=quoted(value), old=quoted(first.old), new=quoted(first.new)
    )


def _values(entry: Entry) -> Iterable[JsonValue]:
    return entry.value if isinstance(entry.value, tuple) else (entry.value,)


def _what(group: list[Entry]) -> str:
    """What changed: the way to it in the only operation, or, where several share a component, its place in that."""
    first = group[0]
    parts = pointer.split(_place(first).pointer)
    shared = parts[:2] == ("components", "schemas") and len(parts) > 2 and first.what == first.context.what
    if not shared or len(_operations(group)) == 1:
        return first.what
    leaf = _DOT.split(first.context.path)[-1].lstrip("[]")
    side = "requests" if first.context.is_sent else "responses"
    is_inside = not _INSIDE.isdisjoint(parts[3:]) or _is_of_required(first)
    return plain_text(f"{leaf} of {parts[2]} in {side}" if leaf and is_inside else f"{parts[2]} in {side}")


def _is_of_required(entry: Entry) -> bool:
    """Whether a `required` names a property or no longer does: only one side may have the keyword."""
    return any("required" in pointer.split(side.pointer)[-2:] for side in (entry.base, entry.revision) if side)


def _key(group: list[Entry]) -> str:
    """The key of a finding that groups these changes: its subject, without wording. The fingerprint is made of it.

    Changes of prose and of unused parts break nobody, and are reported once per rule.
    """
    rule = group[0].rule
    if rule.area in ("prose", "unreachable"):
        return rule.id
    first, *others = sorted({_key_of(entry) for entry in group})
    return f"{first} {sha256(repr(others).encode()).hexdigest()[:12]}" if others else first


def _key_of(entry: Entry) -> str:
    value, old, new, identity = entry.detail
    change = f"{old} -> {new}" if old or new else ""
    return " ".join(part for part in (entry.context.key, value, change, identity) if part)
