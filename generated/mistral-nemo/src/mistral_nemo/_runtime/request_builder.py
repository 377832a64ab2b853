"""Builds a request from the arguments of a method. Nothing here waits or sends."""

from __future__ import annotations

import platform
import re
from collections.abc import Callable, Collection, Mapping
from functools import partial
from typing import Any

from .arguments import argument_error, check_json, check_nulls
from .call_arguments import CallArguments
from .decode import Decoders
from .deprecated_arguments import warn_of_deprecated
from .encode import json_encoder, to_json
from .errors import ArgumentError, ConfigurationError
from .files import body_content
from .form_bodies import is_sent_as_file, multipart_parts, urlencoded
from .headers import checked_header
from .http_request import Prepared
from .item_bodies import items_body
from .multipart import multipart_body
from .omit import Omit, omit
from .operation import Operation, StreamOperation
from .options import Options
from .parameter_values import as_plain
from .parameters import extra_pairs, fill_path, headers_of, query_pairs, whole_query
from .request_body import StreamedBody
from .servers import operation_url, page_url, warn_of_repeated_path
from .settings import Settings
from .text_bodies import text_body

_BODY = "body"
"""The name of the one argument that is a whole body."""
_NO_NAMES = frozenset[str]()


class Preparer:
    """Makes the requests of one client."""

    def __init__(self, settings: Settings, options: Options, decoders: Decoders) -> None:
        self._settings = settings
        self._options = options
        self._decoders = decoders
        self._has_reported = False
        self._urls: dict[tuple[str | None, str], str] = {}
        """The URLs that are the same for each call, by the server and the path of an operation."""
        self._to_json = json_encoder(settings.returned, text_formats=settings.text_formats)
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
        if operation.deprecated and not given.is_continued:
            warn_of_deprecated(operation, arguments, given.body)
        if self._options.validate and operation.arguments:
            self._check_parameters(operation, arguments)
        headers = {**self._base, "accept": operation.accept}
        if given.streaming and isinstance(operation, StreamOperation):
            headers["accept"] = operation.stream_type
        if given.downloading:
            # Sizes and ranges are those of the file, not of what a server would compress.
            headers |= {"accept": operation.binary_accept, "accept-encoding": "identity", **self._options.headers}
        own = headers_of(operation.parameters, arguments) if operation.parameters else {}
        for name, value in own.items():
            headers[name] = checked_header(name, value)
        body = self._given(operation, given.body, given.extra_body)
        content = self._body(operation, body, headers)
        if given.extra_headers:
            _apply(headers, given.extra_headers)
        url = self._url(operation, arguments, given.extra_query)
        if given.url:
            url = page_url(url, given.url, operation)
        return Prepared(
            method=operation.method,
            url=url,
            headers=headers,
            content=content,
            own_headers=_own_names(own, given.extra_headers) if own or given.extra_headers else _NO_NAMES,
        )

    def _given(self, operation: Operation[Any], body: Any, extra: Mapping[str, object] | None) -> object:
        """The body without what was omitted, with what was passed besides; `omit` where none is to be sent."""
        if isinstance(body, dict):
            members: dict[str, object] = body
            given = {name: value for name, value in members.items() if not isinstance(value, Omit)}
            if body and not given and not extra and not operation.body_required:
                return omit
            body = given
            if self._options.validate and None in body.values():
                check_nulls(body, operation.nullable, operation.python_name)
        if extra:
            more: dict[str, object] = {**(body or {}), **extra}
            return {name: value for name, value in more.items() if not isinstance(value, Omit)}
        return body

    def _body(self, operation: Operation[Any], body: object, headers: dict[str, str]) -> bytes | StreamedBody | None:
        """The content; sets the content type."""
        if isinstance(body, Omit) or (body is None and _BODY not in operation.nullable):
            return None
        kind = operation.body_kind
        if kind == "text":
            headers["content-type"], content = text_body(body, operation.body_type or "text/plain")
            return content
        if kind == "binary":
            media, streamed = body_content(_BODY, body)
            headers["content-type"] = operation.body_type or media
            return streamed
        if kind in ("lines", "records"):
            headers["content-type"] = operation.body_type
            return items_body(_BODY, body, kind, partial(self._item, operation))
        if kind == "json":
            headers["content-type"] = operation.body_type or "application/json"
            return self._json(operation, body)
        fields = as_plain("body", body)
        if not isinstance(fields, Mapping):
            raise argument_error("body", body, "a form has names: give a mapping")
        return self._form(operation, fields, headers)

    def _item(self, operation: Operation[Any], item: object, at: int) -> bytes:
        """The JSON of one item of a sequence."""
        try:
            content = self._to_json(item)
        except (TypeError, ValueError, RecursionError) as error:
            raise argument_error(f"{_BODY}[{at}]", item, str(error)) from None
        if self._options.validate and operation.request:
            check_json(content, self._decoders[operation.request], lambda name: f"{_BODY}[{at}].{name}")
        return content

    def _form(
        self, operation: Operation[Any], fields: Mapping[str, object], headers: dict[str, str]
    ) -> bytes | StreamedBody:
        is_multipart = operation.body_kind == "multipart"
        files = [name for name, value in fields.items() if is_multipart and is_sent_as_file(operation, name, value)]
        plain = {name: value for name, value in fields.items() if name not in files}
        self._json(operation, plain, ignore=(*operation.files, *files))
        if not is_multipart:
            headers["content-type"] = operation.body_type or "application/x-www-form-urlencoded"
            return urlencoded(operation, plain)
        headers["content-type"], content = multipart_body(multipart_parts(operation, fields))
        return content

    def _json(self, operation: Operation[Any], body: object, ignore: Collection[str] = ()) -> bytes:
        try:
            content = self._to_json(body)
        except (TypeError, ValueError, RecursionError) as error:
            reason = str(error)
        else:
            if self._options.validate and operation.request:
                check_json(content, self._decoders[operation.request], operation.python_name, ignore=ignore)
            if self._options.validate and operation.bare_body:
                check_json(b'{"body":%b}' % content, self._decoders[operation.bare_body], str)
            return content
        raise _unsendable(body, reason, operation)

    def _check_parameters(self, operation: Operation[Any], arguments: Mapping[str, object]) -> None:
        given = {
            parameter.wire_name: arguments[parameter.argument]
            for parameter in operation.parameters
            if not isinstance(arguments.get(parameter.argument), Omit | None)
        }
        names = {parameter.wire_name: parameter.argument for parameter in operation.parameters}
        assert operation.arguments is not None
        decoder = self._decoders[operation.arguments]
        check_json(_as_json(self._to_json, given, names), decoder, lambda name: names.get(name, name))

    def _url(
        self, operation: Operation[Any], arguments: Mapping[str, object], extra_query: Mapping[str, object] | None
    ) -> str:
        if not (operation.parameters or extra_query or self._options.query):
            key = operation.base_url, operation.path
            try:
                return self._urls[key]
            except KeyError:
                return self._urls.setdefault(key, self._without_query(operation, fill_path(operation.path, (), {})))
        url = self._without_query(operation, fill_path(operation.path, operation.parameters, arguments))
        pairs = [
            *extra_pairs({**self._options.query, **(extra_query or {})}),
            *query_pairs(operation.parameters, arguments),
        ]
        query = [*map("=".join, pairs), *whole_query(operation.parameters, arguments)]
        return f"{url}{'&' if '?' in url else '?'}{'&'.join(query)}" if query else url

    def _without_query(self, operation: Operation[Any], path: str) -> str:
        """The URL of an operation without parameters of a query."""
        base_url = self._options.base_url
        if operation.base_url is None and not self._has_reported:
            self._has_reported = True
            warn_of_repeated_path(self._settings, base_url, operation.path)
        return operation_url(self._settings, base_url, operation.base_url, path)


def _as_json(encode: Callable[[Any], bytes], given: Mapping[str, object], names: Mapping[str, str]) -> bytes:
    try:
        return encode(given)
    except (TypeError, ValueError, RecursionError) as error:
        reason = str(error)
    for name, value in given.items():
        try:
            to_json(value)
        except (TypeError, ValueError, RecursionError) as error:
            raise argument_error(names[name], value, str(error)) from None
    raise argument_error("arguments", given, reason)


def _unsendable(body: object, reason: str, operation: Operation[Any]) -> ArgumentError:
    """The error for a body that is not JSON, naming the argument that is at fault."""
    for name, value in body.items() if isinstance(body, dict) else ():
        try:
            to_json(value)
        except (TypeError, ValueError, RecursionError) as error:
            return argument_error(operation.python_name(name), value, str(error))
    return argument_error("body", body, reason)


def with_stream(operation: StreamOperation[Any, Any], body: Any, stream: bool | Omit) -> object:
    """The body with the property that asks for a stream, or for none, next to the others."""
    return {**(body or {}), operation.stream_property: stream} if operation.stream_property else body


def _own_names(own: Mapping[str, str], extra: Mapping[str, Any] | None) -> frozenset[str]:
    """The names, in lower case, of the headers that a caller has set or dropped."""
    return frozenset({*own, *map(str.lower, extra or ())})


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
