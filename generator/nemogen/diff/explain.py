"""What a rule means, whom it hits, what to do about it, and a pair of documents or of code that shows it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Final

from nemogen.diff.python.examples import EXAMPLES as PYTHON_EXAMPLES
from nemogen.diff.python.rules import SOURCE_RULES, SourceRule
from nemogen.diff.rules import RULES, Rule
from nemogen.diff.schema_rules import ALIASES, CHANGES, SCOPES
from nemogen.findings import Direction, Level

_LEVELS: Final[Mapping[Level, str]] = {
    Level.ERROR: "The document cannot be used as it is.",
    Level.BREAKING: "Breaking: code that worked fails or is rejected.",
    Level.RISKY: "Risky: code may fail or behave otherwise, depending on what it does.",
    Level.ADDITIVE: "Additive: code that worked goes on working.",
    Level.DOCS: "Prose: no call and no response changes.",
    Level.UNREACHABLE: "Unreachable: no operation leads there.",
    Level.NOTE: "A note: nothing changes for callers.",
}
_HIT: Final[Mapping[Direction, str]] = {
    Direction.REQUEST: "Callers who send it.",
    Direction.RESPONSE: "Callers who read it from a response.",
    Direction.BOTH: "Callers who name it in their code.",
    Direction.NONE: "Callers of the operation, or of every operation where it is about the whole document.",
}
NOTHING_TO_DO: Final = "Nothing has to be done; read the new document before you use it."
_BOUNDS: Final = (
    "max|min|pattern|unique|multiple|length|-set$|contains|dependent|prefix|not-|property-names|unevaluated|additional"
)
_ADVICE: Final[Sequence[tuple[str, str]]] = (
    (r"^document-|^openapi-version|^reference-|-repaired$", "Fetch the document again, or fix it in overlay.yaml."),
    (r"sunset|deprecat|reactivated", "Move to what replaces it before the sunset; ask upstream for a date."),
    (r"stability", "Pin the version of the client that works, and expect further changes."),
    (r"security|scheme|scope|oauth|openid", "Check which credential your client sends, and what it is allowed to do."),
    (r"server", "Check base_url: give it to the client where the servers that are declared are not yours."),
    (r"renamed|moved|path-prefix|name-changed|operation-id", "Use the new name."),
    (r"required|added-required", "Give the value in every call; where you read it, handle that it is missing."),
    (r"nullable|may-be-none|may-be-missing", "Check for None before you use the value; omit it where rejected."),
    (r"removed|deleted|unset|narrowed|specialized|unwrapped", "Stop using what was removed; look for a replacement."),
    (r"enum|const", "Handle values that you do not know; send none that was removed."),
    (r"default", "Give the value yourself if you depend on it."),
    (_BOUNDS, "Check what you send against the new bounds; expect responses beyond the old ones."),
    (r"type|format|encoding|serialization|reserved|kind|media|content|xml", "Regenerate, and run the type checker."),
    (r"one-of|any-of|all-of|union|discriminator|if-|then-|else-", "Handle each variant, and those you do not know."),
    (r"", "Regenerate, and run the type checker and the tests of your code."),
)
"""By a part of the rule's id, the first that fits: what callers do."""


def explain_rule(id_: str) -> str | None:
    """The explanation of a rule as text for people; None where there is no such rule."""
    rule = RULES.get(id_) or SOURCE_RULES.get(id_)
    if rule is None:
        return None
    meaning = rule.meaning if isinstance(rule, SourceRule) else rule.message
    blocks = [
        ("", f"{rule.id} ({rule.level})"),
        ("meaning", _sentence(meaning)),
        ("level", _LEVELS[rule.level]),
        ("hit", _HIT[rule.direction]),
        ("do", advice_of(rule)),
        ("example", "\n".join(_example_lines(rule))),
    ]
    return "".join(f"{_headed(head, text)}\n" for head, text in blocks)


def advice_of(rule: Rule | SourceRule) -> str:
    """What callers do about a finding of the rule."""
    if rule.level.rank >= Level.ADDITIVE.rank:
        return NOTHING_TO_DO
    return next(text for pattern, text in _ADVICE if re.search(pattern, rule.id))


def example_of(rule: Rule | SourceRule) -> tuple[Any, Any]:
    """The base and the revision of the rule's example: schemas, parts of a document, or lines of Python."""
    if isinstance(rule, SourceRule):
        return PYTHON_EXAMPLES[rule.id]
    change = change_of(rule)
    if change is None:
        found = examples()["documents"][rule.id]
    else:
        found = examples()["schemas"][change]
        found = {**found, **found.get("response", {})} if rule.direction is Direction.RESPONSE else found
    return found["base"], found["revision"]


def change_of(rule: Rule) -> str | None:
    """The name of the change of a schema that a rule is of, without its scope; None for any other rule."""
    return _changes().get(rule.id)


@cache
def _changes() -> Mapping[str, str]:
    ids = ((f"{scope}-{row[0]}", row[0]) for scope in SCOPES for row in CHANGES)
    return {ALIASES.get(id_, id_): change for id_, change in ids}


@cache
def examples() -> Any:
    """The examples as examples.json holds them: of changes of a schema, and of other rules as parts of documents."""
    return json.loads(files("nemogen.diff").joinpath("examples.json").read_text(encoding="utf-8"))


def _example_lines(rule: Rule | SourceRule) -> Iterator[str]:
    for sign, side in zip("-+", example_of(rule), strict=True):
        text = side if isinstance(side, str) else json.dumps(side, indent=2)
        yield from (f"{sign} {line}" for line in text.splitlines())


def _sentence(message: str) -> str:
    places = {"what": "it", "value": "…", "old": "…", "new": "…", "names": "the name"}
    text = message.format(**places)
    return f"{text[:1].upper()}{text[1:]}."


def _headed(head: str, text: str) -> str:
    """A block under its heading, indented."""
    if not head:
        return text
    lines = "\n".join(f"    {line}" for line in text.splitlines())
    return f"  {head}\n{lines}"
