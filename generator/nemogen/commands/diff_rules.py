"""`diff --rules`: the table of all rules."""

from __future__ import annotations


def rules() -> str:
    """The table of rules as lines of text, sorted by id: id, level, side and meaning.

    The side is who sends what a rule is about: request, response, both or none.
    """
    from nemogen.diff.python.rules import SOURCE_RULES
    from nemogen.diff.rules import RULES

    found = [(rule.id, rule.level, rule.direction, rule.message) for rule in RULES.values()]
    found += [(rule.id, rule.level, rule.direction, rule.meaning) for rule in SOURCE_RULES.values()]
    rows = [("id", "level", "side", "meaning"), *sorted(found)]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    lines = ("  ".join((*map(str.ljust, row, widths), row[3])) for row in rows)
    return "".join(f"{line}\n" for line in lines)
