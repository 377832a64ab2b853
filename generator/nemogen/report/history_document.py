"""A history as one JSON document; `history.schema.json` next to this file is its published schema."""

from __future__ import annotations

from typing import Any, Final

from nemogen.report.history import History, Replay, Row, exit_status, headline
from nemogen.report.json_report import dump, finding_document

SCHEMA_ID: Final = "urn:nemogen:history:1"


def render(history: History) -> str:
    """The document, indented, with every finding. Terminal control characters are JSON escapes."""
    return dump(
        {
            "schema": SCHEMA_ID,
            "api": history.api,
            "source": history.source,
            "incomplete": history.incomplete,
            "exit_status": exit_status(history),
            "revisions": [_row(row) for row in history.rows],
        }
    )


def _row(row: Row) -> dict[str, Any]:
    return {
        "date": row.date.strftime("%Y-%m-%dT%H:%M:%SZ") if row.date else None,
        "commit": row.commit,
        "path": row.path,
        "moved_from": row.moved_from,
        "size": row.size,
        "content": row.content,
        "why": row.why,
        "level": row.level,
        "summary": headline(row),
        "changes": None if row.changes is None else [finding_document(finding) for finding in row.changes],
        "python_unknown": row.python_unknown,
        "version": row.version,
        "faults": [finding_document(finding) for finding in row.faults],
        "replay": _replay(row.replay) if row.replay else None,
    }


def _replay(replay: Replay) -> dict[str, Any]:
    return {
        "version": replay.version,
        "unused_overlay_actions": replay.unused,
        "works": not replay.failed,
        "subjects": [
            {
                "name": subject.name,
                "state": subject.state,
                "why": subject.why,
                "findings": [finding_document(finding) for finding in subject.findings],
            }
            for subject in replay.subjects
        ],
    }
