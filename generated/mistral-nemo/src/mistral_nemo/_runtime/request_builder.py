"""From the arguments of a method to a request that is ready to be sent. Nothing here waits or sends."""

from __future__ import annotations

import platform
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

from .arguments import argument_error, check_json, check_nulls
from .call_arguments import CallArguments
from .decode import Decoders
from .encode import json_encoder, to_json
from .errors import ArgumentError, ConfigurationError
from .files import file_part
from .headers import checked_header
from .http_request import Prepared
from .omit import Omit
from .operation import Operation, StreamOperation
from .options import Options
from .parameters import extra_pairs, fill_path, headers_of, query_pairs
from .settings import Settings

_TEXT_BODIES = {"json": "application/json", "form": "application/x-www-form-urlencoded"}


class Preparer:
    """Makes the requests of one client."""

    def __init__(self, settings: Settings, options: Options, decoders: Decoders) -> None:
        self._settings = settings
        self._options = options
        self._decoders = decoders
        self._to_json = json_encoder(settings.returned)
        package = settings.package.rpartition(".")[2]
        self._base = {
            "accept": "application/json",
            "accept-encoding": "gzip, deflate",
            "user-agent": f"{package}/{settings.version} Python/{platform.python_version()}",
            **options.headers,
        }

    def prepare(self, given: CallArguments) -> Prepared:
        """The request for one call.

        Raises:
            ArgumentError: an argument breaks the API's rules, or cannot be sent at all.
        """
        operation, arguments = given.operation, given.arguments or {}
        if self._options.validate and operation.arguments:
            self._check_parameters(operation, arguments)
        headers = {**self._base, "accept": "text/event-stream" if given.streaming else operation.accept}
        own = headers_of(operation.parameters, arguments)
        for name, value in own.items():
            headers[name] = checked_header(name, value)
        body = self._given(operation, given.body, given.extra_body)
        content, fields, files = self._body(operation, body, headers)
        if given.extra_headers:
            _apply(headers, given.extra_headers)
        url = self._url(operation, arguments, given.extra_query)
        return Prepared(
            verb=operation.verb,
            url=url,
            headers=headers,
            content=content,
            fields=fields,
            files=files,
            own_headers=frozenset({*own, *map(str.lower, given.extra_headers or ())}),
        )

    def _given(self, operation: Operation[Any], body: Any, extra: Mapping[str, Any] | None) -> Any:
        """The body without what was omitted, with what was passed besides."""
        if isinstance(body, dict):
            body = {name: value for name, value in body.items() if not isinstance(value, Omit)}
            if self._options.validate and None in body.values():
                check_nulls(body, operation.nullable, operation.python_name)
        if extra:
            body = {**(body or {}), **extra}
            return {name: value for name, value in body.items() if not isinstance(value, Omit)}
        return body

    def _body(
        self, operation: Operation[Any], body: Any, headers: dict[str, str]
    ) -> tuple[bytes | None, Mapping[str, Any] | None, list[tuple[str, tuple[Any, ...]]] | None]:
        """Content, or form fields and files; sets the content type."""
        if body is None or isinstance(body, Omit):
            return None, None, None
        kind = operation.body_kind
        if kind == "binary":
            headers["content-type"] = operation.body_type or "application/octet-stream"
            part = file_part("body", body)[1]
            return (part if isinstance(part, bytes) else part.read()), None, None
        plain = (
            {name: value for name, value in body.items() if name not in operation.files} if operation.files else body
        )
        content = self._json(operation, plain)
        if kind == "multipart":
            parts = [
                (name, file_part(operation.python_name(name), entry))
                for name in operation.files
                if name in body
                for entry in (body[name] if isinstance(body[name], list) else [body[name]])
            ]
            return None, _form_fields(plain), parts
        headers["content-type"] = operation.body_type or _TEXT_BODIES[kind]
        return content if kind == "json" else urlencode(_form_fields(plain), doseq=True).encode(), None, None

    def _json(self, operation: Operation[Any], body: Any) -> bytes:
        try:
            content = self._to_json(body)
        except (TypeError, ValueError, RecursionError) as error:
            reason = str(error)
        else:
            if self._options.validate and operation.request:
                validate = self._decoders[operation.request].validate_json
                check_json(content, validate, operation.python_name, ignore=operation.files)
            return content
        raise _unsendable(body, reason, operation)

    def _check_parameters(self, operation: Operation[Any], arguments: Mapping[str, Any]) -> None:
        given = {
            parameter.wire_name: arguments[parameter.argument]
            for parameter in operation.parameters
            if not isinstance(arguments.get(parameter.argument), Omit | None)
        }
        names = {parameter.wire_name: parameter.argument for parameter in operation.parameters}
        assert operation.arguments is not None
        validate = self._decoders[operation.arguments].validate_json
        check_json(to_json(given), validate, lambda name: names.get(name, name))

    def _url(
        self, operation: Operation[Any], arguments: Mapping[str, Any], extra_query: Mapping[str, Any] | None
    ) -> str:
        path = operation.path
        if "{" in path:
            path = fill_path(path, operation.parameters, arguments)
        pairs = [
            *extra_pairs({**self._options.query, **(extra_query or {})}),
            *query_pairs(operation.parameters, arguments),
        ]
        url = (operation.base_url or self._options.base_url) + path
        return f"{url}{'&' if '?' in url else '?'}{urlencode(pairs, quote_via=quote, safe=',')}" if pairs else url


def _form_fields(body: Mapping[str, Any]) -> dict[str, Any]:
    """Form fields as texts; an object is sent as JSON (OpenAPI 3.0.3, Encoding Object)."""
    return {name: _form_value(value) for name, value in body.items() if value is not None}


def _form_value(value: Any) -> Any:
    if isinstance(value, str):
        return value
    if isinstance(value, (list, tuple)):
        return [_form_value(entry) for entry in value]
    return to_json(value).decode().strip('"')


def _unsendable(body: Any, reason: str, operation: Operation[Any]) -> ArgumentError:
    """The error for a body that is no JSON, naming the argument that is at fault."""
    for name, value in body.items() if isinstance(body, dict) else ():
        try:
            to_json(value)
        except (TypeError, ValueError, RecursionError) as error:
            return argument_error(operation.python_name(name), value, str(error))
    return argument_error("body", body, reason)


def asking_for_stream(operation: StreamOperation[Any, Any], body: Any) -> Any:
    """The body with the property that asks for a stream, next to the others."""
    return {**(body or {}), operation.stream_property: True} if operation.stream_property else body


def _apply(headers: dict[str, str], extra: Mapping[str, str | Omit]) -> None:
    """Add, replace or (with `omit`) drop headers."""
    for name, value in extra.items():
        if isinstance(value, Omit):
            headers.pop(name.lower(), None)
        else:
            headers[name.lower()] = checked_header(name, value)


def checked_base_url(url: str) -> str:
    """The URL without a slash at its end. Raises ConfigurationError where it is no http(s) URL, or holds a password."""
    match = re.fullmatch(r"(https?)://([^/?#\s@]+)(/[^?#\s]*)?", url)
    if match is None:
        shown = re.sub(r"//[^/@]*@", "//***@", url)
        raise ConfigurationError(f"base_url {shown!r}: it must look like https://host/path, with no user and no query")
    return url.rstrip("/")
