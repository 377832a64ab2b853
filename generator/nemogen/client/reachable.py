"""What requests and responses consist of."""

from __future__ import annotations

from nemogen.document import Document
from nemogen.findings import Direction


def reached(document: Document, direction: Direction) -> frozenset[str]:
    """The components that requests or responses consist of."""
    return document.reached(direction)
