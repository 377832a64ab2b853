"""The plan of a paginated operation, and how its response marks the last page."""

from __future__ import annotations

from dataclasses import replace

from nemogen.client.pagination_fields import FieldPath, PageFacts, PageParameter, has_type
from nemogen.client.pagination_names import DONE, MORE, PAGES, TOTALS
from nemogen.client.pagination_prose import page_size
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.schema import MISSING


@dataclass(frozen=True, slots=True)
class Pagination:
    """How an operation pages: paths are names on the wire, None for what the response does not say.

    `next` is the cursor or the link in the response; of style last_id the path in the last item. `more` is false, or
    `done` true, on the last page. `parameter` chooses the page, and is empty for links. `size` is the number of items
    that the API gives where none is asked for, `most` the largest that may be asked for, `first` the number of the
    first page. `header` is the header of the response with the cursor, where its body has none. `within` are the names
    of the objects of the request's body that the parameter is in. `is_by_example`: the response has no schema.
    """

    style: str
    items: FieldPath
    parameter: str = ""
    location_in: str = ""
    is_number: bool = False
    next: FieldPath = ()
    more: FieldPath | None = None
    done: FieldPath | None = None
    total: FieldPath | None = None
    pages: FieldPath | None = None
    size_parameter: str = ""
    size: int | None = None
    most: int | None = None
    first: int = 1
    header: str = ""
    within: FieldPath = ()
    is_by_example: bool = False

    @property
    def _label(self) -> str:
        return ".".join((*self.within, self.parameter))

    @property
    def _cursor(self) -> str:
        return f"the header {self.header}" if self.header else f"`{'.'.join(self.next)}`"

    def chosen_by(self, parameter: PageParameter) -> Pagination:
        """The same, with another parameter that chooses the page; what is known of a size stays only beside it."""
        has_size = self.is_beside(parameter)
        return replace(
            self,
            size_parameter=self.size_parameter if has_size else "",
            size=self.size if has_size else None,
            most=self.most if has_size else None,
            parameter=parameter.name,
            location_in=parameter.location_in,
            is_number=parameter.takes_number,
            within=parameter.within,
        )

    def is_beside(self, parameter: PageParameter) -> bool:
        """Whether a parameter is sent in the same object or `in` as the one that chooses the page."""
        return (parameter.location_in, parameter.within) == (self.location_in, self.within)

    @property
    def reason(self) -> str:
        """Why it is taken for paginated, for people."""
        parts = {
            "cursor": f"`{self._label}` takes {self._cursor} of the response",
            "last_id": f"`{self._label}` takes `{'.'.join(self.next)}` of the last item",
            "next_link": f"`{'.'.join(self.next)}` of the response is the address of the next page",
            "link_header": "the header Link has the address of the next page",
            "offset": f"`{self._label}` counts items",
            "page": f"`{self._label}` counts pages",
        }
        items = f"`{'.'.join(self.items)}`" if self.items else "the response"
        source = ", by the example of a response" if self.is_by_example else ""
        return f"{parts[self.style]}; items: {items}{source}"


def plan_of(
    facts: PageFacts, style: str, parameter: PageParameter | None = None, next: FieldPath = (), first: int = 1
) -> Pagination | None:
    """The plan, with further marks of the last page; None if it has no items."""
    if facts.items is None:
        return None
    found = Pagination(style, facts.items.path, next=next, first=first, is_by_example=facts.is_by_example)
    found = found.chosen_by(parameter) if parameter else found
    more, done = facts.field(MORE, "boolean"), facts.field(DONE, "boolean")
    has_done = done is not None and "boolean" in done.schema.types
    found = replace(found, more=more.path if more else None, done=done.path if done and has_done and not more else None)
    if style not in ("offset", "page"):
        return found
    numbers = ("integer", "number", "string")
    total, pages = facts.field(TOTALS, *numbers), facts.field(PAGES, *numbers)
    size = page_size(facts)
    # Only a size in the same object is read from a call: with another, a page that is not full may not be the last.
    rules = size.schema if size and found.is_beside(size) and has_type(size.schema, "integer") else None
    default = rules.annotations.default if rules else MISSING
    most = rules.numbers.maximum if rules else None
    return replace(
        found,
        total=total.path if total else None,
        pages=pages.path if pages and style == "page" else None,
        size_parameter=size.name if size and rules else "",
        size=default if isinstance(default, int) and not isinstance(default, bool) else None,
        most=int(most) if most is not None else None,
    )
