"""A problem as RFC 9457 has it, for APIs that describe no class of their own for it."""

from __future__ import annotations

from .model import Model


class GenericProblem(Model):
    """A problem details object (RFC 9457, section 3.1). Its extensions are in `model_extra`, and attributes."""

    type: str = "about:blank"
    """A URI that names the kind of problem."""
    title: str | None = None
    """What the kind of problem is called."""
    status: int | None = None
    """The HTTP status."""
    detail: str | None = None
    """What went wrong this time."""
    instance: str | None = None
    """A URI that names this time."""
