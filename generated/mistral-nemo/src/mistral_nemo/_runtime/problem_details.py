"""A problem as in RFC 9457, for APIs whose spec does not declare a class for it."""

from __future__ import annotations

from .model import Model


class GenericProblem(Model):
    """A problem details object (RFC 9457, section 3.1). Its extensions are in `model_extra`, and attributes."""

    type: str = "about:blank"
    """A URI that identifies the kind of problem."""
    title: str | None = None
    """The name of the kind of problem."""
    status: int | None = None
    """The HTTP status."""
    detail: str | None = None
    """What went wrong in this occurrence."""
    instance: str | None = None
    """A URI that identifies this occurrence."""
