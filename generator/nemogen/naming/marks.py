"""The marks that canonical schemas carry between reading and naming, and how components are told by their pointer."""

from __future__ import annotations

import re
from typing import Final

from nemogen.pointer import split

NAME: Final = "x-nemogen-name"
"""The extension by which an overlay names a schema, or (dotted) an operation."""

ORIGIN: Final = "x-nemogen-origin"
"""The extension that carries, up to hoisting, the pointer of an object or a union in the document."""

TITLE: Final = "title"
"""A title that is fit for a class is kept up to hoisting: it is the first choice for the name of an inline schema."""

READ_ONLY: Final = "x-nemogen-read-only"
WRITE_ONLY: Final = "x-nemogen-write-only"
"""The extensions that carry, up to `views`, the names of an object's properties that a request, or a response, lacks.
"""

VIEW: Final = "x-nemogen-view"
"""The extension that marks, up to hoisting, what requests send where responses have another schema of the same noun."""

SENT: Final = "request:"
"""What stands before the pointer of a schema where its view of requests is meant: no pointer begins so."""

_COMPONENT: Final = re.compile(r"/(?:components/schemas|definitions)/[^/]+")
"""Where a document has its components: OpenAPI 3, and Swagger 2.0."""


_PUBLISHED: Final = ("/components/schemas/", "/definitions/")


def is_published(key: str) -> bool:
    """Whether what stands at a pointer is a component or a part of one: its last step is a name of the document."""
    return key.startswith(_PUBLISHED)


def component_name(key: str) -> str | None:
    """The name that the document gives the schema at a pointer, where it is a component; else None."""
    at = key.removeprefix(SENT)
    return split(at)[-1] if _COMPONENT.fullmatch(at) else None
