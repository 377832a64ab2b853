"""What APIs call the parameters and fields that page through results: plain names, the surest first."""

from __future__ import annotations

from typing import Final

CURSORS: Final = (
    (
        ("cursor", "pagetoken", "nextpagetoken", "nexttoken", "nextcursor", "startcursor", "aftercursor", "pagecursor",
         "continuationtoken", "continuation", "continue", "paginationtoken", "startingtoken", "pageafter", "after",
         "startingafter", "startafter", "marker", "bookmark", "scrollid", "startkey", "exclusivestartkey", "iterator",
         "searchafter", "resumptiontoken", "token"),
        ("nextcursor", "nextpagetoken", "nextpagecursor", "nexttoken", "nextcontinuationtoken", "nextpagekey",
         "endcursor", "nextmarker", "nextbookmark", "nextpaginationtoken", "paginationtoken", "continuationtoken",
         "continuation", "continue", "scrollid", "lastevaluatedkey", "nextkey", "nextid", "nextafter", "after",
         "cursor", "bookmark", "marker", "pagetoken", "nextiterator", "searchafter", "resumptiontoken", "nextpage",
         "next"),
    ),
    (("continuefrom", "continueafter"), ("lastid", "lastkey")),
    (("page", "pagenumber", "pageno"), ("nextpage", "nextpagenumber")),
    (("offset", "skip", "start", "pageoffset"), ("nextoffset", "nextskip", "nextstart")),
    (("page", "pagenumber", "pageno", "pagenum", "until"), ("next", "nextuntil")),
)  # fmt: skip
"""Parameters, and the fields whose value they take for the next page; plain names, the surest first."""

COUNTED: Final = frozenset({"next", "nextuntil"})
"""Fields that a number of a page, or a bound in time, takes only if they are declared as numbers."""

LAST = (("after", "startingafter", "afterid", "startafter", "pageafter"), ("lastid",))
"""The same, where the response says whether there is more: the value is there on the last page too."""

OPAQUE: Final = ("cursor", "iterator", "locator", "token", "marker", "bookmark", "continuation", "scrollid")
"""The ends of names that mean nothing to a caller: what a response has under such a name, the next request takes."""

DONE: Final = ("done", "isdone", "islast", "islastpage", "lastpage", "last", "finished", "isfinished")
"""Fields that are true on the last page."""

MORE: Final = ("hasmore", "hasnext", "hasnextpage", "hasmoreitems", "hasmoreresults", "hasmorepages", "more")
TOTALS: Final = (
    "total",
    "totalcount",
    "totalitems",
    "totalresults",
    "totalelements",
    "totalrecords",
    "totalhits",
    "numfound",
)
PAGES: Final = ("totalpages", "pagecount", "lastpage", "pagestotal", "numpages", "pages", "numberofpages")
SIZES: Final = (
    "limit", "perpage", "pagesize", "pagelimit", "size", "itemsperpage", "maxresults", "maxitems", "resultsperpage",
    "take", "top", "count", "max", "rows", "rpp", "n", "maxcount", "rowcount",
)  # fmt: skip
OFFSETS: Final = (
    "offset", "skip", "pageoffset", "startindex", "startat", "start", "startposition", "limitstart", "firstresult",
    "startrow", "firstrow", "recordoffset", "from", "first",
)  # fmt: skip
AMBIGUOUS_OFFSETS: Final = frozenset({"start", "from", "first"})
ENDS: Final = ("to", "until", "end", "last")
"""What stands beside a parameter of these names that counts nothing, but begins a range."""

NUMBERS: Final = ("page", "pagenumber", "pageno", "pagenum", "pageindex", "currentpage", "pg", "p")
LINKS: Final = (
    "next", "nexturl", "nextlink", "nexturi", "nexthref", "nextpageurl", "nextpageuri", "nextpagelink", "nextpage",
    "odatanextlink",
)  # fmt: skip
URL_FORMATS: Final = frozenset({"uri", "url", "uri-reference", "iri"})
NEXT: Final = frozenset({"next", "nextpage"})
"""Objects that hold what chooses the next page."""
OF_LINKS: Final = frozenset({"links"})
"""Objects whose properties are addresses (JSON:API, HAL)."""
SURE_LINKS: Final = frozenset(LINKS) - {"next", "nextpage"}
