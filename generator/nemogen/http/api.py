"""A JSON API over HTTP: typed requests in, validated responses out. GitHub's and GitLab's are such."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Annotated, Any, Final, TypeAlias, TypeVar
from urllib.parse import urlencode, urljoin

from pydantic import AfterValidator, BaseModel, ConfigDict, FailFast, Field, TypeAdapter, ValidationError

from nemogen.errors import Location, NetworkError
from nemogen.http.client import Http
from nemogen.http.failures import Refused, UnexpectedResponse
from nemogen.http.messages import Credential, Request, Response
from nemogen.http.target import origin_of
from nemogen.http.urls import holds_secret, shown
from nemogen.light_dataclasses import dataclass
from nemogen.text_safety import plain

T = TypeVar("T")
Query: TypeAlias = Mapping[str, str | int]

_SIZE: Final = 8 << 20
"""The most bytes of a response. The largest of GitHub's is a tree: 7 MB, according to its documentation."""

_NONE: Final[Query] = {}
_LINK: Final = re.compile(r"<([^<>]+)>([^<,]*)")
_IS_NEXT: Final = re.compile(r'\brel="?next\b')


class Row(BaseModel):
    """A part of a response. The types are those of the API's documentation, and nothing is converted: a mismatch
    is an UnexpectedResponse, not a surprise later. Other members are ignored."""

    model_config = ConfigDict(strict=True, frozen=True)


def _require_inside(path: str) -> str:
    if any(part in ("", ".", "..") for part in path.split("/")) or "\0" in path:
        raise ValueError("not a path of a file in a repository")
    return path


Rows = Annotated[list[T], FailFast()]
"""A list. Stops at the first invalid row: a million errors would take gigabytes."""

GitPath = Annotated[str, AfterValidator(_require_inside)]
GitHash = Annotated[str, Field(pattern=r"^(?:[0-9a-f]{40}|[0-9a-f]{64})$")]
Number = Annotated[int, Field(ge=1, lt=1 << 53)]


@dataclass(frozen=True, slots=True)
class Api:
    """An API at the URL `base` (without a / at the end). `name` is its name in messages, `setting` the variable that
    sets its URL; `help` is that of its requests."""

    http: Http
    base: str
    name: str
    setting: str
    headers: Mapping[str, str] = field(default_factory=dict)
    credentials: Sequence[Credential] = ()
    help: Mapping[int, str] = field(default_factory=dict)

    def get(self, shape: TypeAdapter[T], path: str, query: Query = _NONE) -> T:
        """The response to a GET of `path`. Raises what Http.send raises, and UnexpectedResponse."""
        return self._parse(shape, self.send("GET", self._url(path, query)))

    def change(self, shape: TypeAdapter[T], method: str, path: str, content: Mapping[str, Any]) -> T:
        """The response to a POST, PUT or PATCH of `content`. Raises what Http.send raises, and UnexpectedResponse."""
        return self._parse(shape, self.send(method, self._url(path), content))

    def pages(self, shape: TypeAdapter[list[T]], path: str, most: int, query: Query = _NONE) -> Iterator[T]:
        """The rows of all pages, following RFC 8288 links. Raises as `get`, and if there are more pages
        than `most`."""
        url = self._url(path, query)
        for _ in range(most):
            response = self.send("GET", url)
            yield from self._parse(shape, response)
            url = self._find_next(response)
            if not url:
                return
        what = f"{self.name} has more than {most} pages of this list"
        raise UnexpectedResponse(what, where=Location(shown(response.url)), remedy="The rest is not read.")

    def send(
        self, method: str, url: str, content: Mapping[str, Any] | None = None, fine: frozenset[int] = frozenset()
    ) -> Response:
        """The response to a request for a URL of this API. Raises what Http.send raises."""
        headers = dict(self.headers)
        if content is not None:
            headers["Content-Type"] = "application/json"
        # Escapes keep lone surrogates, which cannot be encoded, out of the bytes.
        body = None if content is None else json.dumps(content, ensure_ascii=True).encode()
        return self.http.send(
            Request(
                url,
                method,
                headers,
                body,
                self.credentials,
                stays=True,
                fine=fine,
                size=_SIZE,
                help=self.help,
                host=self.name,
            )
        )

    def _url(self, path: str, query: Query = _NONE) -> str:
        return f"{self.base}{path}" + (f"?{urlencode(query)}" if query else "")

    def _parse(self, shape: TypeAdapter[T], response: Response) -> T:
        try:
            return shape.validate_json(response.content)
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False, include_context=False)[0]
            at = ".".join(map(str, first["loc"])) or "the body"
            what = f"the response is not what {self.name} returns: {plain(at)[:100]}: {plain(first['msg'])[:200]}"
        raise UnexpectedResponse(what, where=Location(shown(response.url)), remedy=self._advise())

    def _find_next(self, response: Response) -> str:
        """The URL of the next page; empty after the last."""
        links = _LINK.findall(response.headers.get("link", ""))
        following: str | None = next((address for address, parameters in links if _IS_NEXT.search(parameters)), None)
        if following is None:
            return ""
        try:
            url = urljoin(response.url, following)
        except ValueError:
            url = ""
        if origin_of(url) != origin_of(self.base):
            what = f"{self.name} points to another host for the next page, which the token is not sent to"
            raise Refused(what, where=Location(shown(response.url)), remedy=self._advise())
        return url

    def _advise(self) -> str:
        return f"Check {self.setting} and any proxies."


def read_base_url(environ: Mapping[str, str], variable: str) -> str:
    """The base URL that a variable names, without a / at its end; empty if it is not set.

    Raises NetworkError for one with a user, a password or a query.
    """
    url = environ.get(variable, "").strip().rstrip("/")
    if url and holds_secret(url):
        what = f"{variable} has a user name, a password or a query, which would end up in the lock and the package"
        raise NetworkError(what, where=Location(shown(url)), remedy=f"Set {variable} to scheme, host and path only.")
    return url
