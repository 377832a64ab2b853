"""Paginated results: the items of all pages, or the pages, fetched lazily.

What decides is in `_Walk`, without input and output: what to send for a page, and what its response says of the next.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from typing import Any, Generic, ParamSpec, TypeVar, cast

from .body_members import members_of, with_members
from .call_arguments import Given
from .errors import PaginationError, raise_alone
from .omit import Omit
from .operation import Operation, Paging
from .raw_response import RawResponse

P = ParamSpec("P")
PageT = TypeVar("PageT")
ItemT = TypeVar("ItemT")
PagesT = TypeVar("PagesT", bound="_PagesBase")
Cursor = str | int
"""What chooses a page: a cursor, a number, or the address of the page."""

_LINK = re.compile(r"<([^<>]*)>((?:\s*;\s*[^\s;,=]+(?:\s*=\s*(?:\"[^\"]*\"|[^\s;,]*))?)*)")
_NEXT = re.compile(r";\s*rel\s*=\s*(?:\"([^\"]*)\"|([^\s;,]*))", re.IGNORECASE)


class _Walk:
    """The way through the pages of one call, from the first (or the one that `start` chooses) to the last."""

    def __init__(self, operation: Operation[Any], given: Given, start: Cursor | None) -> None:
        assert operation.paging is not None, "the method is of an operation that paginates"
        self._operation = operation
        self._paging: Paging = operation.paging
        self._given = given
        self._asked = self._argument(self._paging.size_argument)
        self._is_capped = False
        self._content: bytes | None = None
        self._before = 0
        self._count = 0
        self._seen: set[str] = set()
        self.is_begun = False
        self.next: Cursor | None = start
        begun_at = self._argument(self._paging.argument) if start is None else start
        if begun_at is not None:
            self._seen.add(str(begun_at))

    @property
    def request(self) -> Given | None:
        """What the next request is made of; None after the last page."""
        if self.next is None:
            return None if self.is_begun else self._given
        given: Given = {**self._given, "is_continued": self.is_begun}
        if self._paging.style in ("next_link", "link_header"):
            return {**given, "url": str(self.next)}
        value = str(self.next) if self._paging.sent_as == "text" else self.next
        chosen = {self._paging.argument: value}
        if self._paging.in_body:
            return {**given, "body": with_members(given.get("body"), self._paging.within, chosen)}
        return {**given, "arguments": {**(given.get("arguments") or {}), **chosen}}

    def take(self, raw: RawResponse[Any]) -> list[Any]:
        """The items of a page that came; `next` is that of the page after it. Raises PaginationError."""
        page: object = raw.parsed
        found = _at(page, self._paging.items)
        items: list[object] = list(found) if isinstance(found, (list, tuple)) else []
        before, self.next = self.next, None
        following = self._following(page, raw, items, before)
        self.is_begun = True
        if following is not None:
            if str(following) in self._seen:
                raise_alone(self._error(f"the page after {before!r} is {following!r}, which was already fetched", raw))
            self._seen.add(str(following))
        self.next = following
        return items

    def _following(self, page: object, raw: RawResponse[Any], items: list[object], now: Cursor | None) -> Cursor | None:
        paging = self._paging
        if (paging.more and _at(page, paging.more) is False) or (paging.done and _at(page, paging.done) is True):
            return None
        if paging.style == "link_header":
            return next_link(raw.headers.get("link", ""))
        if paging.style in ("cursor", "next_link"):
            found = raw.headers.get(paging.header.lower()) if paging.header else _at(page, paging.next)
            return self._cursor(_href(found) if paging.style == "next_link" else found, raw, page, items)
        if not items:
            return None
        if paging.style == "last_id":
            return self._cursor(_at(items[-1], paging.next), raw, page, items)
        return self._counted(page, raw, items, now)

    def _cursor(self, found: object, raw: RawResponse[Any], page: object, items: list[object]) -> Cursor | None:
        """A cursor or a link as it is sent; null and "" end the pages, as does the number 0 (no page comes again)."""
        if found is None or found == "" or found == 0:
            if items and self._says_more(page):
                name = self._paging.header or ".".join(self._paging.next)
                raise_alone(self._error(f"the response says that there are more pages, but has no {name}", raw))
            return None
        if isinstance(found, (dict, list, bool)):
            raise_alone(self._error(f"{'.'.join(self._paging.next)} is not a cursor", raw))
        text = str(_value(found))
        if self._paging.style == "next_link" and not re.search(r"[/?]", text):
            raise_alone(self._error(f"{'.'.join(self._paging.next)} is {text!r}, which is not an address", raw))
        # Sent with the type that the API declares for what chooses the page, whatever the response says it with.
        return int(text) if self._paging.sent_as == "number" and re.fullmatch(r"-?[0-9]{1,18}", text) else text

    def _counted(self, page: object, raw: RawResponse[Any], items: list[object], now: Cursor | None) -> Cursor | None:
        paging = self._paging
        if raw.content == self._content:
            raise_alone(self._error(f"{paging.argument} has no effect: a page was returned twice", raw))
        self._content = raw.content
        number = now if now is not None else self._argument(paging.argument)
        number = int(number) if isinstance(number, (int, str)) and str(number).isdigit() else paging.first
        is_offset = paging.style == "offset"
        following = number + (len(items) if is_offset else 1)
        self._before = number - paging.first if not self.is_begun else self._before
        self._count += len(items)
        pages, total = _number(page, paging.pages), _number(page, paging.total)
        if pages is not None:
            return following if following - paging.first < pages else None
        fetched = (self._before if is_offset else 0) + self._count
        # A total below what was fetched (-1 or 0 where it is not known) means nothing.
        if total is not None and total >= fetched and (is_offset or self._before == 0):
            return following if fetched < total else None
        size = self._asked if isinstance(self._asked, int) else paging.size
        says_more = bool(paging.more and _at(page, paging.more)) or bool(
            paging.done and _at(page, paging.done) is False
        )
        may_follow = says_more or not size or len(items) >= size or self._may_be_capped(len(items), size)
        return following if may_follow else None

    def _says_more(self, page: object) -> bool:
        paging = self._paging
        is_more = bool(paging.more) and _at(page, paging.more) is True
        return is_more or (bool(paging.done) and _at(page, paging.done) is False)

    def _may_be_capped(self, count: int, size: int) -> bool:
        """Whether the API may give fewer items than asked for on every page: then only an empty page is the last.

        The spec says how many may be requested at most; if it does not, a full page shows it.
        """
        is_known = not isinstance(self._asked, int) or self._paging.most is not None
        if not self.is_begun and not is_known and count < size:
            self._is_capped = True
        return self._is_capped

    def _argument(self, name: str) -> object:
        where = self._given.get("body") if self._paging.in_body else self._given.get("arguments")
        for each in (*self._paging.within, name):
            where = members_of(where).get(each) if name else None
        return None if isinstance(where, Omit) else where

    def _error(self, message: str, raw: RawResponse[Any]) -> PaginationError:
        return PaginationError(
            message,
            method=self._operation.method,
            path=self._operation.path,
            status=raw.status,
            request_id=raw.request_id,
        )


def _at(value: object, path: tuple[str, ...]) -> object:
    """What stands at the end of a path of attributes, or of members of a mapping; None if something is missing."""
    for name in path:
        value = value.get(name) if isinstance(value, Mapping) else getattr(value, name, None)
    return value


def _href(link: object) -> object:
    """The address of a link: it may be a text, an object that has it as `href`, or in a list of such objects the one
    whose `rel` is next.
    """
    if isinstance(link, (list, tuple)):
        link = next((each for each in link if str(_value(_at(each, ("rel",)))) == "next"), None)
    return link if isinstance(link, str) or link is None else _at(link, ("href",))


def _value(found: object) -> object:
    """What is sent for a value: that of a member of an enum."""
    value: object = getattr(found, "value", found)
    return value


def _number(value: object, path: tuple[str, ...]) -> int | None:
    """The whole number at the end of a path, also as a text or a float; None if there is none."""
    found = _at(value, path) if path else None
    if isinstance(found, str):
        return int(found) if re.fullmatch(r"[0-9]{1,18}", found) else None
    if not isinstance(found, (int, float)) or isinstance(found, bool):
        return None
    return int(found) if found == found // 1 else None


def next_link(header: str) -> str | None:
    """The target of the relation `next` in a header Link (RFC 8288), None if there is none."""
    links: list[tuple[str, str]] = _LINK.findall(header)
    for target, parameters in links:
        spellings: list[tuple[str, str]] = _NEXT.findall(parameters)
        relations = next((quoted or plain for quoted, plain in spellings), "")
        if "next" in relations.lower().split():
            return target or None
    return None


class _PagesBase:
    """What both kinds share: what was asked for, and how far it was read."""

    def __init__(
        self,
        fetch: Callable[..., Any],
        operation: Operation[Any],
        given: Given,
        start: Cursor | None = None,
        *,
        is_raw: bool,
    ) -> None:
        self._fetch = fetch
        self._operation = operation
        self._given = given
        self._start = start
        self._is_raw = is_raw
        self._walk: _Walk | None = None

    @property
    def next_cursor(self) -> Cursor | None:
        """What chooses the page after the last one that was fetched: a cursor, a number or an address. None if there
        is none, and before the first page.
        """
        return self._walk.next if self._walk else self._start

    def resume(self: PagesT, cursor: Cursor) -> PagesT:
        """The same call, starting at the page that another call's `next_cursor` identifies."""
        return type(self)(self._fetch, self._operation, self._given, cursor, is_raw=self._is_raw)

    def _begin(self) -> _Walk:
        self._walk = _Walk(self._operation, self._given, self._start)
        return self._walk

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._operation.name}, next: {self.next_cursor!r}>"


class Pages(_PagesBase, Generic[PageT, ItemT]):
    """Iterates over the items of all pages. `pages()` iterates over the pages.

    Nothing is sent before the first item is asked for, and each page is fetched when its first item is. Each iteration
    begins with the first page.
    """

    def __iter__(self) -> Iterator[ItemT]:
        """The items, page after page. Raises APIError, and PaginationError if the pages form a cycle."""
        for _, items in self._fetched():
            yield from items

    def pages(self) -> Iterator[PageT]:
        """The pages, each as the method for a single page returns it. Raises like the iteration over items."""
        for raw, _ in self._fetched():
            yield cast(PageT, raw if self._is_raw else raw.parsed)

    def _fetched(self) -> Iterator[tuple[RawResponse[Any], list[Any]]]:
        walk = self._begin()
        while (given := walk.request) is not None:
            raw = cast(RawResponse[Any], self._fetch(self._operation, **given))
            yield raw, walk.take(raw)


class AsyncPages(_PagesBase, Generic[PageT, ItemT]):
    """Iterates over the items of all pages with `async for`. Like `Pages`."""

    async def __aiter__(self) -> AsyncIterator[ItemT]:
        """The items, page after page. Raises APIError, and PaginationError if the pages form a cycle."""
        walk = self._begin()
        while (given := walk.request) is not None:
            for item in walk.take(cast(RawResponse[Any], await self._fetch(self._operation, **given))):
                yield item

    async def pages(self) -> AsyncIterator[PageT]:
        """The pages, each as the method for a single page returns it. Raises like the iteration over items."""
        walk = self._begin()
        while (given := walk.request) is not None:
            raw = cast(RawResponse[Any], await self._fetch(self._operation, **given))
            walk.take(raw)
            yield cast(PageT, raw if self._is_raw else raw.parsed)


def raw_pages(method: Callable[P, Pages[PageT, ItemT]]) -> Callable[P, Pages[RawResponse[PageT], ItemT]]:
    """Types a method of a resource made with `api.raw`: its pages are raw responses."""
    return cast(Any, method)  # type: ignore[no-any-return]  # the change of type is the purpose


def async_raw_pages(
    method: Callable[P, AsyncPages[PageT, ItemT]],
) -> Callable[P, AsyncPages[RawResponse[PageT], ItemT]]:
    """Like `raw_pages`, for the async client."""
    return cast(Any, method)  # type: ignore[no-any-return]  # the change of type is the purpose
