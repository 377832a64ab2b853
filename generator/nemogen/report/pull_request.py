"""The text of a commit and of a pull request, made from a report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from nemogen.findings import Finding, Level
from nemogen.report.change_titles import title_of
from nemogen.report.model import ApiReport, State, worst
from nemogen.report.tally import tally
from nemogen.text_safety import clip, in_message

SUBJECT_LIMIT: Final = 72
_LINES: Final = 30
_LINE: Final = 200

_TYPES: Final = {
    Level.ERROR: "fix",
    Level.BREAKING: "feat",
    Level.RISKY: "fix",
    Level.ADDITIVE: "feat",
    Level.DOCS: "docs",
}
_NO_CHANGES: Final = (Level.ERROR, Level.NOTE)
_TOLD: Final = (Level.ERROR, Level.BREAKING, Level.RISKY, Level.ADDITIVE)


def title(api: ApiReport) -> str:
    """A conventional commit's subject in at most 72 characters: `feat(name)!: …` if a caller is broken.

    Its type is that of the worst change: an unused approval or overlay action does not count. It names the worst
    change in the imperative, in terms of the package if possible, and how many more there are; if that
    does not fit, the number of changes of each level.
    """
    changes = [finding for finding in api.changes if finding.level not in _NO_CHANGES]
    level = worst(changes) or api.level
    kind = _TYPES.get(level, "chore") if level else "chore"
    scope = f"({clip(in_message(api.name), 30)})" if api.name else ""
    prefix = f"{kind}{scope}{'!' if level is Level.BREAKING else ''}: "
    listed = [finding for finding in changes or api.changes if finding.level in _TOLD]
    more = f", and {len(listed) - 1} more" if len(listed) > 1 else ""
    for finding in sorted(listed, key=lambda each: each.area != "source"):
        message = prefix + in_message(title_of(finding)).rstrip(".") + more
        if finding.level is level and len(message) <= SUBJECT_LIMIT:
            return message
    return clip(prefix + (_counted(changes or api.changes) or _made_again(api)), SUBJECT_LIMIT)


def commit_message(api: ApiReport, notes: tuple[str, ...] = ()) -> str:
    """Title, a line for each change that a caller may notice, `notes`, and a footer for each change that breaks one.

    `notes` are lines of the caller, such as where the document came from.
    """
    listed = [finding for finding in api.changes if finding.level in _TOLD]
    lines = [f"- {finding.level}: {_line(finding.operation, finding.message)}" for finding in listed[:_LINES]]
    if len(listed) > _LINES:
        lines.append(f"- and {len(listed) - _LINES} more")
    paragraphs = ([title(api)], lines, [in_message(note) for note in notes], _footers(listed))
    return "\n\n".join("\n".join(paragraph) for paragraph in paragraphs if paragraph) + "\n"


def _footers(listed: Sequence[Finding]) -> list[str]:
    """A footer of conventional commits for each break: tools that read commits list each as a note of its own."""
    broken = [_line(finding.operation, finding.message) for finding in listed if finding.level is Level.BREAKING]
    more = [f"and {len(broken) - _LINES} more"] if len(broken) > _LINES else []
    return [f"BREAKING CHANGE: {each}" for each in (*broken[:_LINES], *more)]


def _made_again(api: ApiReport) -> str:
    """What was done if no caller notices anything: the pinned spec moved, or the package was regenerated."""
    moved = any(each.name == "upstream" and each.state is State.UP_TO_DATE and each.why for each in api.subjects)
    return "update the pinned spec" if moved and api.version is None else "regenerate"


def _counted(found: Sequence[Finding]) -> str:
    """The number of changes of each level; empty if there are only notes."""
    changes = [finding for finding in found if finding.level is not Level.NOTE]
    findings = [finding for finding in changes if finding.level in _TOLD] or changes
    if not findings:
        return ""
    return f"{tally(findings)} change{'' if len(findings) == 1 else 's'}"


def _line(operation: str, message: str) -> str:
    return clip(in_message(f"{operation}: {message}" if operation else message), _LINE)
