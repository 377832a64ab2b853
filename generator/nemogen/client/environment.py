"""The Jinja environment of our templates: templates place, Python decides, and nothing unescaped reaches code."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, Final

import jinja2

from nemogen.client.prose import prose
from nemogen.client.template_cache import template_cache
from nemogen.errors import Location, TemplateError
from nemogen.light_dataclasses import dataclass
from nemogen.text_safety import in_toml, plain, prose_in_markdown

_PIPE = re.compile(r"(?<!\\)\|")

_QUOTE = re.compile(r'"(?="|$)')
"""A quote that could be one of three: before another, or at the end."""

LINE_WIDTH = 114
"""Columns of generated code that text may use: 120 less the quotes around it."""


_COMPILED_BY: Final = ("autoescape", "trim_blocks", "lstrip_blocks", "keep_trailing_newline", "optimized")
"""The options that compiled templates depend on."""


@dataclass(frozen=True, slots=True)
class Text:
    """Text of a spec. A template cannot print it but through a filter that names the location where it goes."""

    value: str

    def __bool__(self) -> bool:
        return bool(self.value.strip())


@cache
def environment(templates: Path) -> jinja2.Environment:
    """The environment for `templates` (a folder). Undefined names and values that are no text are errors.

    One a process: each template is compiled once for all APIs.
    """
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates),
        undefined=jinja2.StrictUndefined,
        finalize=_printable,
        autoescape=False,  # what is written is Python, TOML and Markdown: each location has a filter of its own
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        optimized=False,  # a compiled template must not hold what filters gave: it outlives them in the cache
    )
    made.bytecode_cache = template_cache({name: getattr(made, name) for name in _COMPILED_BY})
    made.filters |= {"docstring": docstring, "literal": literal, "toml": toml, "markdown": markdown}
    made.filters |= {"line": line, "entry": entry, "cell": cell, "code": code}
    return made


def render(made: jinja2.Environment, template: str, **values: Any) -> str:
    """The text of `template` with `values`. Raises TemplateError naming the template and its line."""
    with refusing(template):
        return made.get_template(template).render(**values)


_FIX: Final = "Correct the template. Without a copy in templates/, nemogen's own is used."


@contextmanager
def refusing(template: str) -> Iterator[None]:
    """Whatever a template raises, as a TemplateError with file and line; `template` is shown where neither is known."""
    try:
        yield
    except jinja2.TemplateSyntaxError as error:
        where = Location(_shown(error.filename or template), line=error.lineno)
        raise TemplateError(f"the template has a syntax error: {error.message}", where=where, remedy=_FIX) from error
    except jinja2.TemplateNotFound as error:
        where = _location_of(error) or _file(template)
        remedy = "nemogen templates lists those that there are."
        raise TemplateError(f"there is no template {error.name}", where=where, remedy=remedy) from error
    except jinja2.TemplateError as error:
        where = _location_of(error) or _file(template)
        raise TemplateError(f"the template does not render: {error}", where=where, remedy=_FIX) from error
    except Exception as error:  # an expression of a template can raise anything; other errors are raised again
        found = _location_of(error)
        if found is None:
            raise
        raise TemplateError(f"the template does not render: {error}", where=found, remedy=_FIX) from error


def _location_of(error: BaseException) -> Location | None:
    """The line of a template that an error passed through last (Jinja rewrites tracebacks to its sources)."""
    found = None
    for frame, line in traceback.walk_tb(error.__traceback__):
        name = frame.f_code.co_filename
        if name.endswith((".jinja", ".jinja2")):
            found = Location(_shown(name), line=line)
    return found


def _file(template: str) -> Location:
    return Location(f"templates/{template}")


def _shown(path: str) -> str:
    """The path below the folder of templates: messages do not show where that folder is."""
    parts = Path(path).parts
    start = max(
        (at for at, part in enumerate(parts) if part in {"client", "models", "openapi-python-client"}), default=0
    )
    return "/".join(("templates", *parts[start:]))


@jinja2.pass_eval_context  # and so it is not called as a template is compiled
def _printable(_: jinja2.nodes.EvalContext, value: Any) -> str:
    if isinstance(value, str | jinja2.Undefined):
        return str(value)  # an undefined name raises here, and says which it is
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise TypeError(f"a template prints {type(value).__name__}, which is not text: it takes a filter")


def _plain(value: Text | str) -> str:
    return value.value if isinstance(value, Text) else value


def docstring(value: Text | str, indent: int = 4, width: int = LINE_WIDTH, hanging: int = 0) -> str:
    """For between triple quotes: wrapped, escaped, every line but the first indented by `indent` spaces.

    The first line begins `hanging` columns to the left of the others.
    """
    text = prose(_plain(value), width - indent, hanging).rstrip().replace("\\", "\\\\")
    text = _QUOTE.sub(r'\\"', text)
    return text.replace("\n", "\n" + " " * indent).replace("\n" + " " * indent + "\n", "\n\n")


def literal(value: Any) -> str:
    """A literal of Python for text, numbers, None and containers of these."""
    if isinstance(value, Text):
        return repr(value.value)
    if isinstance(value, tuple):
        return "(" + ", ".join(literal(inner) for inner in value) + (",)" if len(value) == 1 else ")")
    if isinstance(value, dict):
        return "{" + ", ".join(f"{literal(key)}: {literal(inner)}" for key, inner in value.items()) + "}"
    if value is None or isinstance(value, str | int | float):
        return repr(value)
    raise TypeError(f"{type(value).__name__} has no literal")


def toml(value: Text | str) -> str:
    """A basic string of TOML 1.0."""
    return in_toml(_plain(value))


def line(value: Text | str) -> str:
    """The text in one line."""
    return " ".join(prose(_plain(value)).split())


def markdown(value: Text | str) -> str:
    """One line of Markdown in which nothing is markup, a link or HTML; text between single backticks is code."""
    return prose_in_markdown(line(value))


def entry(value: Text | str) -> str:
    """The same in a cell of a Markdown table."""
    return _PIPE.sub(r"\\|", markdown(value))


def cell(value: Text | str) -> str:
    """Code in a cell of a Markdown table."""
    return code(value).replace("|", "\\|")


def code(value: Text | str) -> str:
    """One line between the backticks of Markdown."""
    return plain(line(value)).replace("`", "'")
