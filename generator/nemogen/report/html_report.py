"""A report as one self-contained HTML page: by operation, with before and after.

All text is untrusted and escaped by the template engine; the page's policy blocks scripts and requests.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources

from nemogen.errors import Location
from nemogen.findings import Finding
from nemogen.light_dataclasses import dataclass
from nemogen.report.code_spans import Span, code_spans
from nemogen.report.model import ApiReport, Report, Subject
from nemogen.report.tally import tally
from nemogen.report.used_at import used_at
from nemogen.text_safety import plain


@dataclass(frozen=True, slots=True)
class Row:
    """One finding as shown in its row."""

    level: str
    message: tuple[Span, ...]
    rule: str
    fingerprint: str
    used: str
    before: str
    after: str
    base: str
    revision: str


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one operation, of the whole spec or of the Python package, worst first."""

    title: str
    rows: tuple[Row, ...]


def render(report: Report) -> str:
    """The page, with every finding."""
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    template = resources.files("nemogen.report").joinpath("findings.html.jinja").read_text(encoding="utf-8")
    apis = [
        {
            "name": plain(api.name),
            "subjects": [*map(_subject, api.subjects)],
            "groups": tuple(_groups(api)),
            "tables": [plain(table.text) for table in api.tables],
        }
        for api in report.apis
    ]
    return environment.from_string(template).render(command=plain(report.command), apis=apis) + "\n"


def _subject(subject: Subject) -> dict[str, object]:
    why = "; ".join(filter(None, (plain(subject.why), tally(subject.findings))))
    return {"name": plain(subject.name), "state": subject.state, "why": code_spans(why) if why else ()}


def _groups(api: ApiReport) -> Iterator[Group]:
    found: dict[str, list[Row]] = {}
    for finding in api.findings:
        title = "In Python" if finding.area == "source" else finding.operation or "The whole spec"
        found.setdefault(title, []).append(_row(finding))
    yield from (Group(plain(title), tuple(rows)) for title, rows in found.items())


def _row(finding: Finding) -> Row:
    return Row(
        finding.level,
        code_spans(plain(finding.message)),
        plain(finding.shown_id),
        finding.fingerprint,
        plain(used_at(finding)),
        plain(finding.before),
        plain(finding.after),
        _at(finding.base),
        _at(finding.revision),
    )


def _at(location: Location | None) -> str:
    return plain(str(location)) if location else ""
