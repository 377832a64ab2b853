"""A history in each format that `history` prints."""

from __future__ import annotations

from nemogen.report.history import History


def render(history: History, form: str, *, colour: bool = False, verbose: bool = False) -> str:
    """As `text` (a table), `json` or `html` (a page). `colour` and `verbose` apply only to text."""
    # Each is imported on demand: the page needs Jinja.
    match form:
        case "json":
            from nemogen.report import history_document

            return history_document.render(history)
        case "html":
            from nemogen.report import history_page

            return history_page.render(history)
        case _:
            from nemogen.report import history_text

            return history_text.render(history, colour=colour, verbose=verbose)
